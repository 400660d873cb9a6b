//! The table of people who are not named, and why. Knows what the labels say; its order is that of the ids, which say nothing
//! about anybody.

use serde::Serialize;

use super::parts::{self, Named, cells};
use super::table::Record;
use crate::document::front_matter::Fields;
use crate::graph::public::PublicEntity;
use crate::pages::planner::Planner;

/// One person who is not named.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct WithheldRecord {
    id: String,
    label: String,
    address: Option<String>,
    #[cfg_attr(test, schemars(schema_with = "super::schema::how"))]
    how: Option<&'static str>,
    #[cfg_attr(test, schemars(schema_with = "super::schema::why"))]
    why: Option<&'static str>,
    source: Option<Named>,
}

/// The records, by id.
pub(super) fn records<'a>(planner: &'a Planner<'_>) -> impl Iterator<Item = WithheldRecord> + 'a {
    let unnamed = parts::in_order(planner).into_iter().filter(|entity| entity.is_unnamed);
    unnamed.map(|person| record(planner, person))
}

fn record(planner: &Planner<'_>, person: &PublicEntity) -> WithheldRecord {
    let withheld = match person.fields() {
        Fields::Person(fields) => fields.withheld.as_ref(),
        _ => None,
    };
    WithheldRecord {
        id: parts::key(person),
        label: person.title().to_owned(),
        address: parts::address(planner, person.id),
        how: withheld.map(|withheld| withheld.how.value.name()),
        why: withheld.and_then(|withheld| withheld.why.as_ref()).map(|why| why.value.name()),
        source: parts::one(planner, person, withheld.and_then(|withheld| withheld.source)),
    }
}

impl Record<7> for WithheldRecord {
    const COLUMNS: [&'static str; 7] = ["id", "label", "address", "how", "why", "source_id", "source_name"];

    fn cells(self) -> [String; 7] {
        let [source_id, source_name] = cells(self.source);
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let address = self.address.unwrap_or_default();
        [self.id, self.label, address, text(self.how), text(self.why), source_id, source_name]
    }
}
