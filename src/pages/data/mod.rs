//! The data of a site: one table for each kind of thing, as JSON and as CSV, made from what is published. Knows what each
//! table holds; `docs/content/tables.md` says every field.

mod entities;
mod parts;
mod relations;
#[cfg(test)]
mod schema;
mod sources;
mod standing;
mod statements;
mod table;
mod withheld;

use rayon::prelude::*;

use super::Page;
use super::context::{Context, Shell};
use super::planner::Planner;
use super::views::{Content, DataTable, DataView};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;

/// The tables, in the order in which the page on them lists them.
const TABLES: [Table; 6] =
    [Table::Statements, Table::Entities, Table::Relations, Table::Standing, Table::Withheld, Table::Sources];

#[derive(Debug, Clone, Copy)]
enum Table {
    Statements,
    Entities,
    Relations,
    Standing,
    Withheld,
    Sources,
}

impl Table {
    const fn name(self) -> &'static str {
        match self {
            Self::Statements => "statements",
            Self::Entities => "entities",
            Self::Relations => "relations",
            Self::Standing => "standing",
            Self::Withheld => "withheld",
            Self::Sources => "sources",
        }
    }

    fn files(self, planner: &Planner<'_>, give: &dyn Fn(OutputFile)) {
        match self {
            Self::Statements => table::files(self.name(), || statements::records(planner), give),
            Self::Entities => table::files(self.name(), || entities::records(planner), give),
            Self::Relations => table::files(self.name(), || relations::records(planner), give),
            Self::Standing => table::files(self.name(), || standing::records(planner), give),
            Self::Withheld => table::files(self.name(), || withheld::records(planner), give),
            Self::Sources => table::files(self.name(), || sources::records(planner), give),
        }
    }
}

/// Gives away every table, twice. A site without statements has an empty table of them: the addresses are the same on every site.
pub(super) fn files(planner: &Planner<'_>, give: &(dyn Fn(OutputFile) + Sync)) {
    TABLES.par_iter().for_each(|table| table.files(planner, &give));
    schema_file().into_iter().for_each(give);
}

/// The JSON Schema of the JSON files. A test makes it from the types of the records and compares.
const SCHEMA: &str = include_str!("schema.json");

fn schema_route() -> Option<Route> {
    Route::file("data/schema.json").ok()
}

fn schema_file() -> Option<OutputFile> {
    Some(OutputFile { route: schema_route()?, media_type: MediaType::JSON, bytes: SCHEMA.as_bytes().into() })
}

/// The address of the page on the data.
pub(super) fn route() -> Option<Route> {
    Route::parse("data").ok()
}

/// The page that leads to the files and says what to know before using them.
pub(super) fn page(planner: &Planner<'_>) -> Option<Page> {
    let page = Context::new(planner, route()?, &planner.config.language)?;
    let path = |table: Table, ending| {
        Some(Route::file(&format!("data/{}.{ending}", table.name())).ok()?.path(planner.links()))
    };
    let tables = TABLES.iter().filter_map(|table| {
        Some(DataTable { name: table.name(), json: path(*table, "json")?, csv: path(*table, "csv")? })
    });
    let view = DataView { tables: tables.collect(), schema: schema_route()?.path(planner.links()) };
    let shell = Shell {
        title: page.tongue.say("data-title", &[]),
        description: String::new(),
        section: "data",
        way: Vec::new(),
        noindex: true,
    };
    Some(page.finish(shell, Content::Data(view)))
}
