//! Who stands in which relation to whom: by a role, by a key of the facts, or because somebody spoke about the other.
//! Knows ids alone. Nothing is concluded: that one statement speaks of two people relates these two in no way.

use std::collections::BTreeMap;

use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::document::mention::{FieldKey, MentionId, Place, RoleKey};
use crate::document::statement::Status;
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::public::{Link, PublicEntity, PublicSite};
use crate::pages::hearings;

/// One relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    pub from: EntityId,
    pub to: EntityId,
    pub carried: Carried,
}

/// What carries a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Carried {
    /// The facts of pages.
    Facts {
        what: What,
        /// The pages, in the order in which they were met, and the mention on each.
        on: Vec<(EntityId, MentionId)>,
    },
    /// A statement.
    Statement(StatementId, Status),
}

/// What a key of the facts says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Role(RoleKey),
    /// A party of a case. Its stage is not among what is related here: it has a date and a source of its own.
    Party,
    Key(&'static str),
}

impl Relation {
    /// The word for what carries it.
    pub fn standing(&self) -> &'static str {
        match self.carried {
            Carried::Facts { .. } => "recorded",
            Carried::Statement(_, status) => status.name(),
        }
    }
}

/// Relations in the order in which they were met, those of one kind between the same two once.
#[derive(Default)]
pub(super) struct Relations {
    facts: Vec<Relation>,
    statements: Vec<Relation>,
    met: BTreeMap<(EntityId, EntityId, What), usize>,
}

impl Relations {
    /// All of them: what the facts say, then what was said.
    pub fn finish(self) -> Vec<Relation> {
        self.facts.into_iter().chain(self.statements).collect()
    }

    /// What the key that holds `mention` on the page `page` says.
    pub fn add_fact(&mut self, site: &PublicSite, page: &PublicEntity, mention: MentionId) {
        let Some((from, what, to)) = fact(site, page, mention) else { return };
        if !(may_stand(site, from) && may_stand(site, to)) || from == to {
            return;
        }
        let at = *self.met.entry((from, to, what)).or_insert(self.facts.len());
        match self.facts.get_mut(at) {
            Some(Relation { carried: Carried::Facts { on, .. }, .. }) => {
                if on.last().is_none_or(|(last, _)| *last != page.id) {
                    on.push((page.id, mention));
                }
            }
            _ => {
                self.facts.push(Relation { from, to, carried: Carried::Facts { what, on: vec![(page.id, mention)] } });
            }
        }
    }

    /// All that the facts of `page` say.
    pub fn add_facts(&mut self, site: &PublicSite, page: &PublicEntity) {
        (0..page.links().len()).for_each(|mention| self.add_fact(site, page, MentionId::at(mention)));
    }

    /// That whoever made a statement spoke about those it is about; `only` with this one at one end.
    pub fn add_statement(&mut self, site: &PublicSite, id: StatementId, only: Option<EntityId>) {
        let Some((page, statement)) = site.statement(id) else { return };
        let Some(speaker) = site.speaker(id).filter(|speaker| may_stand(site, *speaker)) else { return };
        let mut about: Vec<EntityId> = statement.about.iter().filter_map(|about| target(page, *about)).collect();
        about.retain(|about| *about != speaker && may_stand(site, *about));
        about.retain(|about| only.is_none_or(|only| only == speaker || only == *about));
        about.sort_unstable();
        about.dedup();
        let carried = || Carried::Statement(id, statement.status.value);
        self.statements.extend(about.into_iter().map(|to| Relation { from: speaker, to, carried: carried() }));
    }

    /// All statements on `page`, in order.
    pub fn add_statements(&mut self, site: &PublicSite, page: &PublicEntity) {
        let count = u32::try_from(page.body().statements.len()).unwrap_or(u32::MAX);
        (0..count).for_each(|index| self.add_statement(site, StatementId { entity: page.id, index }, None));
    }
}

/// Whether something takes part: people, organisations, cases, hearings, places and events; of people only those about whom
/// facts are gathered.
fn may_stand(site: &PublicSite, id: EntityId) -> bool {
    site.get(id).is_some_and(|entity| {
        let is_source_or_text = matches!(entity.kind(), Kind::Source | Kind::Dossier | Kind::Page);
        entity.is_gathered && !is_source_or_text
    })
}

fn target(page: &PublicEntity, mention: MentionId) -> Option<EntityId> {
    match page.link(mention)? {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    }
}

/// What a key says, and of whom to whom. A hearing of a case speaks for its case.
fn fact(site: &PublicSite, page: &PublicEntity, mention: MentionId) -> Option<(EntityId, What, EntityId)> {
    let other = target(page, mention)?;
    let here = hearings::case_of(page).filter(|case| site.get(*case).is_some()).unwrap_or(page.id);
    let Some(Place::Field(key)) = page.place(mention) else { return None };
    match (page.kind(), key) {
        (Kind::Case | Kind::Hearing, FieldKey::Role(role)) => Some((other, What::Role(role), here)),
        (Kind::Case, FieldKey::Named("who")) => Some((other, What::Party, here)),
        (Kind::Case | Kind::Hearing, FieldKey::Named("court")) => Some((other, What::Key("court"), here)),
        (Kind::Case, FieldKey::Named(key @ ("about" | "split_from"))) => Some((here, What::Key(key), other)),
        (Kind::Hearing | Kind::Event | Kind::Organisation, FieldKey::Named("place")) => {
            Some((here, What::Key("place"), other))
        }
        (Kind::Place, FieldKey::Named("within")) => Some((here, What::Key("within"), other)),
        _ => None,
    }
}

/// The relations of `entity`: what its own facts and those of other pages say, then who spoke about whom.
pub(super) fn of_entity(site: &PublicSite, entity: &PublicEntity, order: impl Fn(&mut [StatementId])) -> Vec<Relation> {
    let mut relations = Relations::default();
    if !entity.is_gathered {
        return Vec::new();
    }
    relations.add_facts(site, entity);
    for (from, mention) in site.backlinks(entity.id) {
        if let Some(page) = site.get(*from) {
            relations.add_fact(site, page, *mention);
        }
    }
    let mut statements: Vec<StatementId> =
        site.spoken(entity.id).iter().chain(site.about(entity.id)).copied().collect();
    statements.sort_unstable();
    statements.dedup();
    order(&mut statements);
    for id in statements {
        relations.add_statement(site, id, Some(entity.id));
    }
    relations.finish()
}

/// The relations within `case`: on its page, at its hearings, and those of the events that it is about.
pub(super) fn of_case(site: &PublicSite, case: &PublicEntity) -> Vec<Relation> {
    let mut relations = Relations::default();
    let hearings = hearings::of_case(site, case.id);
    relations.add_facts(site, case);
    for hearing in &hearings {
        relations.add_facts(site, hearing);
    }
    if let Fields::Case(fields) = case.fields() {
        let events = fields.about.iter().filter_map(|event| site.get(target(case, *event)?));
        events.filter(|event| event.kind() == Kind::Event).for_each(|event| relations.add_facts(site, event));
    }
    relations.add_statements(site, case);
    for hearing in &hearings {
        relations.add_statements(site, hearing);
    }
    relations.finish()
}

/// All relations of the site, by page.
pub(super) fn of_site(site: &PublicSite) -> Vec<Relation> {
    let mut relations = Relations::default();
    for page in site.entities() {
        relations.add_facts(site, page);
        relations.add_statements(site, page);
    }
    relations.finish()
}
