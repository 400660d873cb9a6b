//! The table of sources: what each is, whom it retells, whether it was seen. Knows the citation; a stored copy only where it is published.

use serde::Serialize;

use super::entities::values;
use super::parts::{self, Named, When, cells, joined, list_cells, yes};
use super::table::Record;
use crate::document::front_matter::{Fields, SourceFields};
use crate::graph::public::PublicEntity;
use crate::pages::kinds;
use crate::pages::planner::Planner;

/// One source.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct SourceRecord {
    id: String,
    name: String,
    address: Option<String>,
    #[cfg_attr(test, schemars(schema_with = "super::schema::source_form"))]
    r#type: Option<&'static str>,
    publisher: Option<Named>,
    authors: Vec<String>,
    published: Option<When>,
    url: Option<String>,
    archived: Option<String>,
    accessed: Option<When>,
    derived_from: Vec<Named>,
    seen: bool,
    file: Option<String>,
    sha256: Option<String>,
    published_sha256: Option<String>,
    cleaned: bool,
}

/// The records, by id.
pub(super) fn records<'a>(planner: &'a Planner<'_>) -> impl Iterator<Item = SourceRecord> + 'a {
    parts::in_order(planner).into_iter().filter_map(|entity| match entity.fields() {
        Fields::Source(source) => Some(record(planner, entity, source)),
        _ => None,
    })
}

fn record(planner: &Planner<'_>, entity: &PublicEntity, fields: &SourceFields) -> SourceRecord {
    let text = |text: &Option<crate::document::front_matter::Text>| text.as_ref().map(|text| text.value.clone());
    let copy = kinds::published_copy(planner, entity, fields);
    SourceRecord {
        id: parts::key(entity),
        name: entity.title().to_owned(),
        address: parts::address(planner, entity.id),
        r#type: fields.form.as_ref().map(|form| form.value.name()),
        publisher: parts::one(planner, entity, fields.publisher),
        authors: values(&fields.authors),
        published: When::maybe(fields.published.as_ref()),
        url: text(&fields.url),
        archived: text(&fields.archived),
        accessed: When::maybe(fields.accessed.as_ref()),
        derived_from: parts::published(planner, entity, &fields.derived_from),
        seen: !fields.unseen,
        sha256: copy.as_ref().and_then(|copy| copy.stored_sha256.clone()),
        published_sha256: copy.as_ref().and_then(|copy| copy.sha256.clone()),
        cleaned: copy.is_some() && fields.cleaned.is_some(),
        file: copy.map(|copy| copy.address),
    }
}

impl Record<20> for SourceRecord {
    const COLUMNS: [&'static str; 20] = [
        "id",
        "name",
        "address",
        "type",
        "publisher_id",
        "publisher_name",
        "authors",
        "published_edtf",
        "published_date",
        "url",
        "archived",
        "accessed_edtf",
        "accessed_date",
        "derived_from_ids",
        "derived_from_names",
        "seen",
        "file",
        "sha256",
        "published_sha256",
        "cleaned",
    ];

    fn cells(self) -> [String; 20] {
        let [publisher_id, publisher_name] = cells(self.publisher);
        let [published_edtf, published_date] = When::cells(self.published);
        let [accessed_edtf, accessed_date] = When::cells(self.accessed);
        let [derived_ids, derived_names] = list_cells(self.derived_from);
        [
            self.id,
            self.name,
            self.address.unwrap_or_default(),
            self.r#type.unwrap_or_default().to_owned(),
            publisher_id,
            publisher_name,
            joined(&self.authors),
            published_edtf,
            published_date,
            self.url.unwrap_or_default(),
            self.archived.unwrap_or_default(),
            accessed_edtf,
            accessed_date,
            derived_ids,
            derived_names,
            yes(self.seen),
            self.file.unwrap_or_default(),
            self.sha256.unwrap_or_default(),
            self.published_sha256.unwrap_or_default(),
            yes(self.cleaned),
        ]
    }
}
