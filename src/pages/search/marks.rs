//! By what finds can be narrowed: kind, case, role, year, language, standing. Knows that nothing is gathered about those about
//! whom facts are not gathered, and that a legal status is never among these facts, as it holds for one case and date alone.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::columns::{Column, column};
use super::{KINDS, STATEMENT};
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::document::mention::{FieldKey, Place, RoleKey};
use crate::document::statement::Status;
use crate::foundation::date::Edtf;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity};
use crate::pages::dates;
use crate::pages::hearings;
use crate::pages::planner::Planner;

/// The facts of one thing.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    /// The place of its kind among [`KINDS`], behind them for statements.
    pub kind: usize,
    /// The cases that it belongs to.
    pub cases: BTreeSet<EntityId>,
    /// The roles that it has in cases and hearings.
    pub roles: BTreeSet<RoleKey>,
    /// The year of its page.
    pub year: Option<i16>,
    /// The language of its page.
    pub language: String,
    /// The standing of a statement.
    pub status: Option<Status>,
}

/// The columns, each under its name in addresses.
#[derive(Serialize)]
pub(super) struct Facets {
    kind: Column,
    case: Column,
    role: Column,
    year: Column,
    language: Column,
    status: Column,
}

/// What cases and roles are called: a key for addresses and a title.
#[derive(Debug, Default)]
pub(super) struct Labels {
    cases: BTreeMap<EntityId, (String, String)>,
    roles: BTreeMap<RoleKey, (String, String)>,
}

pub(super) fn labels(planner: &Planner<'_>) -> Labels {
    let cases =
        planner.site.of_kind(Kind::Case).map(|case| (case.id, (case.slug().to_string(), case.title().to_owned())));
    let tongue = planner.tongue(&planner.config.language);
    let title = |role| tongue.map_or_else(String::new, |tongue| tongue.role(&planner.site.settings, role));
    let roles = (0..).map(RoleKey).zip(planner.site.settings.roles.iter());
    let roles = roles.map(|(role, settings)| (role, (settings.key.clone(), title(role))));
    Labels { cases: cases.collect(), roles: roles.collect() }
}

/// The columns of things with `marks`.
pub(super) fn facets(marks: &[Marks], labels: &Labels) -> Facets {
    let key = |key: &str| (key.to_owned(), String::new());
    let of =
        |list: &dyn Fn(&Marks) -> Vec<String>| column(&marks.iter().map(list).collect::<Vec<_>>(), |value| key(value));
    let kinds: Vec<Vec<usize>> = marks.iter().map(|marks| vec![marks.kind]).collect();
    let cases: Vec<Vec<EntityId>> = marks.iter().map(|marks| marks.cases.iter().copied().collect()).collect();
    let roles: Vec<Vec<RoleKey>> = marks.iter().map(|marks| marks.roles.iter().copied().collect()).collect();
    let years: Vec<Vec<i16>> = marks.iter().map(|marks| marks.year.into_iter().collect()).collect();
    let standings: Vec<Vec<Status>> = marks.iter().map(|marks| marks.status.into_iter().collect()).collect();
    Facets {
        kind: column(&kinds, |at| key(KINDS.get(*at).map_or(STATEMENT, |kind| kind.name()))),
        case: column(&cases, |case| labels.cases.get(case).cloned().unwrap_or_default()),
        role: column(&roles, |role| labels.roles.get(role).cloned().unwrap_or_default()),
        year: column(&years, |year| key(&year.to_string())),
        language: of(&|marks| vec![marks.language.clone()]),
        status: column(&standings, |status| key(status.name())),
    }
}

/// The facts of a document.
pub(super) fn of(planner: &Planner<'_>, entity: &PublicEntity) -> Marks {
    let kind = KINDS.iter().position(|kind| *kind == entity.kind()).unwrap_or_default();
    let language = entity.language(&planner.config.language).to_string();
    let plain = Marks { kind, language, ..Marks::default() };
    if entity.is_unnamed || !entity.is_gathered {
        return plain;
    }
    let (mut cases, roles) = roles(planner, entity);
    cases.extend(cases_of(entity));
    cases.retain(|case| planner.site.get(*case).is_some_and(may_be_found));
    let year = dates::for_sorting(entity.fields()).and_then(Edtf::year);
    Marks { cases, roles, year, ..plain }
}

/// Whether a document may be found: it has a page, and that page does not ask search engines to stay away.
pub(super) fn may_be_found(entity: &PublicEntity) -> bool {
    entity.has_page && !entity.common().noindex
}

/// The roles of an entity at hearings and in cases, and those cases.
fn roles(planner: &Planner<'_>, entity: &PublicEntity) -> (BTreeSet<EntityId>, BTreeSet<RoleKey>) {
    let (mut cases, mut roles) = (BTreeSet::new(), BTreeSet::new());
    for (from, mention) in planner.site.backlinks(entity.id) {
        let Some(from) = planner.site.get(*from) else { continue };
        if let Some(Place::Field(FieldKey::Role(role))) = from.place(*mention) {
            roles.insert(role);
            cases.extend(cases_of(from));
        }
    }
    (cases, roles)
}

/// The cases that a document says it belongs to.
fn cases_of(entity: &PublicEntity) -> Vec<EntityId> {
    match entity.fields() {
        Fields::Case(_) => vec![entity.id],
        Fields::Hearing(_) => hearings::case_of(entity).into_iter().collect(),
        Fields::Dossier(dossier) => dossier.cases.iter().filter_map(|case| target(entity.link(*case)?)).collect(),
        _ => Vec::new(),
    }
}

fn target(link: &Link) -> Option<EntityId> {
    match link {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    }
}
