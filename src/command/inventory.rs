//! What exists in a site, and whether it is published: the rows of `list`. Knows drafts, so what it gives is for the author's eyes.

use std::path::Path;

use super::build::{Outcome, outcome};
use super::list::{Row, State};
use crate::foundation::date::Moment;
use crate::graph::entity::Entity;
use crate::graph::publish;
use crate::pipeline::{Options, Pipeline};
use crate::source::{self, Limits};

/// The documents of the site in `root`, by kind and id. A document with errors is listed as far as it could be read.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn inventory(root: &Path, options: &Options) -> anyhow::Result<Outcome<Vec<Row>>> {
    let mut diagnostics = Vec::new();
    let tree = source::read(root, &Limits::default())?.collect_into(&mut diagnostics);
    let analysis = Pipeline::default().analyse(&tree, options).collect_into(&mut diagnostics);
    let mut rows: Vec<Row> = analysis.site.registry.entities().map(|entity| row(entity, options)).collect();
    rows.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    let found = outcome(&tree, diagnostics, false, ());
    Ok(Outcome { sources: found.sources, diagnostics: found.diagnostics, value: Some(rows) })
}

fn row(entity: &Entity, options: &Options) -> Row {
    let document = &entity.document;
    Row {
        kind: document.kind,
        id: document.id.value.to_string(),
        title: document.title.value.clone(),
        state: state(entity, options.audience.now),
        path: document.path.to_string(),
    }
}

/// Whether readers see `entity` at `now`.
pub(super) fn state(entity: &Entity, now: Moment) -> State {
    match publish::state(entity, now) {
        publish::State::Draft => State::Draft,
        publish::State::Embargoed => State::Embargoed,
        publish::State::Withdrawn => State::Withdrawn,
        publish::State::Published if entity.document.is_unnamed() => State::Withheld,
        publish::State::Published => State::Published,
    }
}
