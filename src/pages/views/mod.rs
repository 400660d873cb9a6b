//! The template contract: all that a template can know about its page. Knows names, words and addresses that may be published; no document and no site can be reached from here.
//!
//! Every template gets `site` ([`SiteView`]), `page` ([`PageView`]) and one value named for the kind of page
//! (`person`, `hearing`, `index`, ...). Addresses in views stand below the root of the site: a template writes
//! `href="{{ page.root }}{{ person.path }}"`.

mod changes;
mod citations;
mod corrections;
mod counts;
mod derived;
mod entity;
mod hover;
mod lineage;
mod linked;
mod listing;
mod map;
mod network;
mod parts;
mod picture;
mod rest;
mod rich;
mod search;
mod statement;
mod text_page;
mod text_words;
mod timeline;

use std::sync::Arc;

use serde::Serialize;

pub use changes::*;
pub use citations::{BackView, CitationView, MarkView};
pub use corrections::*;
pub use counts::*;
pub use derived::*;
pub use entity::*;
pub use hover::*;
pub use lineage::*;
pub use linked::*;
pub use listing::*;
pub use map::*;
pub use network::*;
pub use parts::*;
pub use picture::{FileView, NarrowerView, PictureView};
pub use rest::*;
pub use rich::*;
pub use search::*;
pub use statement::*;
pub use text_page::*;
pub use text_words::*;
pub use timeline::*;

/// Everything one template is given.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct View {
    /// What is the same on every page.
    pub site: Arc<SiteView>,
    /// What every page has.
    pub page: PageView,
    /// What this kind of page has, under the kind's name.
    #[serde(flatten)]
    pub content: Content,
}

/// What one kind of page has; in templates, a value with the variant's name in lower case.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "there is one per page, and it is not moved about")]
pub enum Content {
    /// The home page.
    Home(HomeView),
    /// A dossier.
    Dossier(DossierView),
    /// A case.
    Case(CaseView),
    /// A hearing.
    Hearing(HearingView),
    /// A person, named or not.
    Person(PersonView),
    /// An organisation or office.
    Organisation(OrganisationView),
    /// A place.
    Place(PlaceView),
    /// An event.
    Event(EventView),
    /// A source.
    Source(SourceView),
    /// A plain page; named `document`, as `page` is the shell.
    Document(DocumentView),
    /// The list of all documents of one kind.
    Index(IndexView),
    /// The hearings to come.
    Calendar(CalendarView),
    /// A timeline: of the site, of a case, of a person.
    Timeline(TimelineView),
    /// The map of the site.
    Map(MapPageView),
    /// Relations: of the site, of a case, of a person or thing.
    Network(NetworkView),
    /// A part of a text that is too long for one page; the first part stands on the page of what it belongs to.
    Text(TextView),
    /// A list that is too long for the page of what it belongs to.
    Rest(RestView),
    /// What changed on the site.
    Changes(ChangesView),
    /// Who is not named, and why.
    NotNamed(NotNamedView),
    /// What was corrected and withdrawn on the site, and who replied.
    Corrections(CorrectionsView),
    /// A note in the place of a page that was withdrawn.
    Withdrawn(WithdrawnView),
    /// The page on the data of the site.
    Data(DataView),
    /// The page for searching.
    Search(SearchView),
    /// A page of the list of all pages.
    AllPages(AllPagesView),
    /// The page for addresses that do not exist.
    NotFound(NotFoundView),
    /// A page that stands at an earlier address and leads to the present one.
    Redirect(RedirectView),
}

impl Content {
    /// The template that shows it.
    #[must_use]
    pub const fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::Dossier(_) => "dossier.html",
            Self::Case(_) => "case.html",
            Self::Hearing(_) => "hearing.html",
            Self::Person(_) => "person.html",
            Self::Organisation(_) => "organisation.html",
            Self::Place(_) => "place.html",
            Self::Event(_) => "event.html",
            Self::Source(_) => "source.html",
            Self::Document(_) => "page.html",
            Self::Index(_) => "index.html",
            Self::Calendar(_) => "calendar.html",
            Self::Timeline(_) => "timeline.html",
            Self::Map(_) => "map.html",
            Self::Network(_) => "network.html",
            Self::Text(_) => "text.html",
            Self::Rest(_) => "rest.html",
            Self::Changes(_) => "changes.html",
            Self::NotNamed(_) => "not-named.html",
            Self::Corrections(_) => "corrections.html",
            Self::Withdrawn(_) => "withdrawn.html",
            Self::Data(_) => "data.html",
            Self::Search(_) => "search.html",
            Self::AllPages(_) => "all-pages.html",
            Self::NotFound(_) => "404.html",
            Self::Redirect(_) => "redirect.html",
        }
    }
}

/// What is the same on every page of the site.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Default)]
pub struct SiteView {
    /// The site's name.
    pub title: String,
    /// What it is, in one sentence; may be empty.
    pub description: String,
    /// The site's language, a BCP 47 tag.
    pub language: String,
    /// The links of the header: home is not among them.
    pub navigation: Vec<NavigationLink>,
    /// The plain pages that the authors wrote, such as "About" and "Methods", for the footer.
    pub pages: Vec<NavigationLink>,
    /// The address of the home page below the root.
    pub home: String,
    /// The address of the page for searching below the root.
    pub search: String,
    /// The address of the page on corrections below the root.
    pub corrections: String,
    /// The address of the page on the data below the root.
    pub data: String,
    /// The address of the page of hearings to come below the root; empty on a site without hearings.
    pub calendar: String,
    /// The pages that show the site as a whole: its network, its map.
    pub overviews: Vec<NavigationLink>,
    /// `extra` of the configuration.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// A link of the header.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NavigationLink {
    /// The address below the root.
    pub path: String,
    /// The words of the link.
    pub title: String,
    /// The section it leads to: a kind's folder, `timeline`, `not-named`. Equal to [`PageView::section`] on the section's pages.
    pub section: String,
}

/// What every page has.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct PageView {
    /// The address with a leading slash: `/people/kurt/`.
    pub address: String,
    /// What stands before every address in a link: `../../`, `./` on the home page, the base path on the 404 page. Never empty.
    pub root: Arc<str>,
    /// The full address, when the site's base address is known.
    pub canonical: Option<String>,
    /// The title, without the site's name.
    pub title: String,
    /// One or two sentences for search engines and previews; may be empty.
    pub description: String,
    /// The language of the page, a BCP 47 tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The section of the navigation it belongs to, empty for none.
    pub section: String,
    /// The way from the home page to here; the last one is this page.
    pub breadcrumbs: Vec<Breadcrumb>,
    /// Search engines are asked to stay away.
    pub noindex: bool,
    /// The feeds of the site, to announce on every page.
    pub feeds: Vec<FeedLink>,
    /// The feed of this page: of a case, or of a person for whom there is one.
    pub own_feed: Option<FeedLink>,
    /// The calendar of all hearings, to announce on every page.
    pub calendar: Option<FeedLink>,
    /// The calendar of the hearings of this case.
    pub own_calendar: Option<FeedLink>,
    /// Language and land, as previews elsewhere name languages: `tr_TR`.
    pub locale: String,
    /// What the page says to machines; nothing where they are told nothing.
    pub linked_data: Option<LinkedData>,
    /// The picture of the page for previews elsewhere.
    pub card: Option<CardView>,
    /// Why the page is seen in a preview alone, to be said above everything else; nothing on a page that is published.
    pub held: Option<HeldView>,
    /// The site's languages, its own first, each with this page or what comes nearest to it; empty for a site in one language.
    pub languages: Vec<LanguageLink>,
}

/// A page in one of the site's languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LanguageLink {
    /// The language of the page that the link leads to, a BCP 47 tag.
    pub language: String,
    /// What its speakers call the language.
    pub name: String,
    /// `ltr` or `rtl`: the direction of the name.
    pub direction: &'static str,
    /// The address below the root: of this page in the language, else of the list of its kind, else of the home page.
    pub path: String,
    /// The same in full, when the site's base address is known.
    pub address: Option<String>,
    /// Language and land, as previews elsewhere name languages: `tr_TR`.
    pub locale: String,
    /// Whether this page exists in the language.
    pub exists: bool,
    /// Whether it is the language in which this page stands.
    pub is_here: bool,
}

/// Why a page is seen in a preview alone. Both fields are empty for a draft.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HeldView {
    /// For an embargoed page, the day in UTC on which it may be published, in words.
    pub until: String,
    /// For an embargoed page, the hour and the minute in UTC: `03:00`.
    pub time: String,
}

/// A step of the way from the home page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Breadcrumb {
    /// The address below the root; nothing for the page itself.
    pub path: Option<String>,
    /// Its title.
    pub title: String,
}

/// A feed or a calendar to announce in the head of a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct FeedLink {
    /// The address below the root.
    pub path: String,
    /// What it holds.
    pub title: String,
}
