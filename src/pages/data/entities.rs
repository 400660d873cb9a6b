//! The table of everything that has a document: people, organisations, hearings, cases and the rest. Knows plain facts; who
//! has to do with whom stands in the table of relations.

use serde::Serialize;

use super::parts::{self, When, joined, yes};
use super::table::Record;
use crate::document::front_matter::{Fields, HearingFields, Text};
use crate::graph::public::PublicEntity;
use crate::pages::dates;
use crate::pages::kinds;
use crate::pages::planner::Planner;

/// One document.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct EntityRecord {
    id: String,
    #[cfg_attr(test, schemars(schema_with = "super::schema::kind"))]
    kind: &'static str,
    name: String,
    named: bool,
    gathered: bool,
    address: Option<String>,
    language: String,
    aliases: Vec<String>,
    summary: Option<String>,
    r#type: Option<String>,
    numbers: Vec<String>,
    #[cfg_attr(test, schemars(schema_with = "super::schema::session"))]
    status: Option<&'static str>,
    date: Option<When>,
    resolved: Option<Resolved>,
    latitude: Option<String>,
    longitude: Option<String>,
    #[cfg_attr(test, schemars(schema_with = "super::schema::precision"))]
    precision: Option<&'static str>,
    same_as: Vec<String>,
    tags: Vec<String>,
    noindex: bool,
}

/// A date that the authors worked out, and from what.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Resolved {
    #[serde(flatten)]
    when: When,
    basis: String,
}

/// The records, by kind and id.
pub(super) fn records<'a>(planner: &'a Planner<'_>) -> impl Iterator<Item = EntityRecord> + 'a {
    parts::in_order(planner).into_iter().map(|entity| record(planner, entity))
}

fn record(planner: &Planner<'_>, entity: &PublicEntity) -> EntityRecord {
    let common = entity.common();
    let (latitude, longitude, precision) = place(entity)
        .map_or((None, None, None), |((north, east), precision)| (Some(north), Some(east), Some(precision)));
    EntityRecord {
        id: parts::key(entity),
        kind: entity.kind().name(),
        name: entity.title().to_owned(),
        named: !entity.is_unnamed,
        gathered: entity.is_gathered,
        address: parts::address(planner, entity.id),
        language: entity.language(&planner.config.language).to_string(),
        aliases: values(entity.other_names()),
        summary: common.summary.as_ref().map(|summary| summary.value.clone()),
        r#type: kind_of(entity.fields()),
        numbers: numbers(entity.fields()),
        status: hearing(entity.fields()).map(|hearing| hearing.status.value.name()),
        date: When::maybe(dates::of(entity.fields())),
        resolved: dates::resolved(entity.fields())
            .map(|resolved| Resolved { when: When::of(&resolved.date.value), basis: resolved.basis.value.clone() }),
        latitude,
        longitude,
        precision,
        same_as: values(entity.elsewhere()),
        tags: values(&common.tags),
        noindex: common.noindex || entity.is_unnamed,
    }
}

pub(super) fn values(list: &[Text]) -> Vec<String> {
    list.iter().map(|text| text.value.clone()).collect()
}

const fn hearing(fields: &Fields) -> Option<&HearingFields> {
    match fields {
        Fields::Hearing(hearing) => Some(hearing),
        _ => None,
    }
}

/// `type` of the front matter.
fn kind_of(fields: &Fields) -> Option<String> {
    match fields {
        Fields::Organisation(organisation) => organisation.form.as_ref().map(|form| form.value.clone()),
        Fields::Event(event) => event.form.as_ref().map(|form| form.value.clone()),
        Fields::Source(source) => source.form.as_ref().map(|form| form.value.name().to_owned()),
        _ => None,
    }
}

/// The file numbers of a case, the number of a hearing.
fn numbers(fields: &Fields) -> Vec<String> {
    match fields {
        Fields::Case(case) => values(&case.numbers),
        Fields::Hearing(hearing) => hearing.number.iter().map(|number| number.value.clone()).collect(),
        _ => Vec::new(),
    }
}

/// The coordinates as the page of the place shows them, no finer than their precision.
fn place(entity: &PublicEntity) -> Option<((String, String), &'static str)> {
    match entity.fields() {
        Fields::Place(place) => kinds::shown_coordinates(place),
        _ => None,
    }
}

impl Record<23> for EntityRecord {
    const COLUMNS: [&'static str; 23] = [
        "id",
        "kind",
        "name",
        "named",
        "gathered",
        "address",
        "language",
        "aliases",
        "summary",
        "type",
        "numbers",
        "status",
        "date_edtf",
        "date",
        "resolved_edtf",
        "resolved_date",
        "resolved_basis",
        "latitude",
        "longitude",
        "precision",
        "same_as",
        "tags",
        "noindex",
    ];

    fn cells(self) -> [String; 23] {
        let [date_edtf, date] = When::cells(self.date);
        let (resolved, basis) = self.resolved.map_or((None, None), |found| (Some(found.when), Some(found.basis)));
        let [resolved_edtf, resolved_date] = When::cells(resolved);
        [
            self.id,
            self.kind.to_owned(),
            self.name,
            yes(self.named),
            yes(self.gathered),
            self.address.unwrap_or_default(),
            self.language,
            joined(&self.aliases),
            self.summary.unwrap_or_default(),
            self.r#type.unwrap_or_default(),
            joined(&self.numbers),
            self.status.unwrap_or_default().to_owned(),
            date_edtf,
            date,
            resolved_edtf,
            resolved_date,
            basis.unwrap_or_default(),
            self.latitude.unwrap_or_default(),
            self.longitude.unwrap_or_default(),
            self.precision.unwrap_or_default().to_owned(),
            joined(&self.same_as),
            joined(&self.tags),
            yes(self.noindex),
        ]
    }
}
