//! What pages say to machines: structured data in the words of <https://schema.org>, and what previews elsewhere show. Knows which
//! properties each kind of thing may have; nothing else can be written.

use serde::Serialize;

/// The structured data of a page, to be written with the filter `json_script` into a script element that holds data.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LinkedData {
    /// Whose words these are.
    #[serde(rename = "@context")]
    pub context: &'static str,
    /// What the page is about, and the way to it.
    #[serde(rename = "@graph")]
    pub graph: Vec<Thing>,
}

/// A thing that machines are told of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type")]
pub enum Thing {
    /// The way from the home page.
    BreadcrumbList(BreadcrumbList),
    /// A dossier.
    Report(Report),
    /// A hearing, or something that happened.
    Event(Event),
    /// An organisation.
    Organization(Organization),
    /// A court, a ministry, an office.
    GovernmentOrganization(Organization),
    /// A place.
    Place(Place),
    /// A source that was published: an article, a post.
    DigitalDocument(Document),
    /// A source from a file: a judgment, minutes, a recording.
    ArchiveComponent(Document),
    /// A person; only of those of whom machines may be told.
    Person(Person),
}

/// Something that another thing names: what it is, its name and the full address of its page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Named {
    /// Its type.
    #[serde(rename = "@type")]
    pub form: &'static str,
    /// Its name.
    pub name: String,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The way from the home page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BreadcrumbList {
    /// Its steps.
    pub item_list_element: Vec<ListItem>,
}

/// A step of the way.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ListItem {
    /// `ListItem`.
    #[serde(rename = "@type")]
    pub form: &'static str,
    /// Its number, from 1.
    pub position: usize,
    /// Its title.
    pub name: String,
    /// The full address; the last step has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
}

/// A dossier.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Its title.
    pub headline: String,
    /// Its page.
    pub url: String,
    /// One or two sentences of its authors.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The language.
    pub in_language: String,
    /// The day of its publication, where that is exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// The day on which it last changed, where that is exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Named>,
    /// The site.
    pub publisher: Named,
    /// The sources that it names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citation: Vec<Named>,
    /// What was corrected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub correction: Vec<Correction>,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Correction {
    /// `CorrectionComment`.
    #[serde(rename = "@type")]
    pub form: &'static str,
    /// What it is about.
    pub text: String,
    /// The day, where that is exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
}

/// A hearing, or something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Its title.
    pub name: String,
    /// Its page.
    pub url: String,
    /// One or two sentences of the authors.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The first day; only where both days are exact and stated by a source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<String>,
    /// The last day, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<String>,
    /// Whether it is yet to come or was cancelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_status: Option<&'static str>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Named>,
    /// The case of a hearing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub super_event: Option<Named>,
    /// The court.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organizer: Option<Named>,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Other names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternate_name: Vec<String>,
    /// Where it has its seat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Named>,
    /// Its addresses elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Other names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternate_name: Vec<String>,
    /// Where it is, no finer than its page shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geo: Option<Coordinates>,
    /// The larger place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contained_in_place: Option<Named>,
    /// Its addresses elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
}

/// Degrees north and east.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Coordinates {
    /// `GeoCoordinates`.
    #[serde(rename = "@type")]
    pub form: &'static str,
    /// Degrees north.
    pub latitude: String,
    /// Degrees east.
    pub longitude: String,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Its title.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Named>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Named>,
    /// When, where that is exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// What it retells.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub is_based_on: Vec<Named>,
    /// Its original address, that of an archived copy, and others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
}

/// A person: a name and addresses, never more.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// The name.
    pub name: String,
    /// The page.
    pub url: String,
    /// Addresses elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
}

/// The picture of a page for previews elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CardView {
    /// Its full address.
    pub url: String,
    /// What stands on it, in one line.
    pub alt: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}
