//! What follows from statements and is typed nowhere: who denies, contradicts and carries what, and what nobody has answered.
//! Knows what is published and nothing else; says nothing in words.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::bind::PartId;
use super::entity::{EntityId, StatementId};
use super::origins::{self, Origins};
use super::public::{Link, PublicEntity, PublicSite};
use super::support::{self, Support};
use crate::document::kind::Kind;
use crate::document::mention::MentionId;
use crate::document::statement::{Relation, Speaker, Statement, Status};

/// What follows for one statement from all that is published.
///
/// A retracted statement takes part in nothing: it denies, contradicts and supports no other, no other does so to it, and it
/// leaves nothing to answer. Of it this is empty; what its author wrote stays in the statement. A relation that is written
/// from both sides, or twice, is one fact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Derived {
    /// The statements that deny it, in the order of pages and of the text.
    pub denied: Vec<StatementId>,
    /// The statements that contradict it or that it contradicts, in the editors' judgement, in that order.
    pub contradicted: Vec<StatementId>,
    /// Those of [`Derived::contradicted`] of which it is itself said to contradict them.
    pub contradicts: Vec<StatementId>,
    /// Those of [`Derived::contradicted`] that the same speaker made.
    pub at_odds: Vec<StatementId>,
    /// What carries it.
    pub support: Support,
    /// The origins of its own sources that the authors have not seen.
    pub origin_unseen: Vec<EntityId>,
    /// The people and organisations about whom it alleges something, other than its speaker, of whom no reply is on file and
    /// who do not deny it in a statement of their own. In the order of the text.
    pub unanswered: Vec<EntityId>,
}

/// How often each loop of the derivation ran: what grows when a site grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Steps {
    /// Sources that were visited: each once.
    pub sources: usize,
    /// Links from a source to one that it retells.
    pub retellings: usize,
    /// Origins that were merged, of sources that retell several.
    pub origins: usize,
    /// Statements.
    pub statements: usize,
    /// Relations, each seen from both ends.
    pub relations: usize,
    /// Origins that were looked at for statements.
    pub carried: usize,
}

impl Steps {
    /// All together.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.sources + self.retellings + self.origins + self.statements + self.relations + self.carried
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            sources: self.sources + other.sources,
            retellings: self.retellings + other.retellings,
            origins: self.origins + other.origins,
            statements: self.statements + other.statements,
            relations: self.relations + other.relations,
            carried: self.carried + other.carried,
        }
    }
}

/// What follows for all statements of a site.
#[derive(Debug, Clone, Default)]
pub struct Derivation {
    origins: Origins,
    /// For each entity, what follows for each statement on its page.
    statements: Vec<Vec<Derived>>,
    steps: Steps,
}

/// Derives all that follows from what `site` holds. The time is linear in its statements, relations and links to sources, up to
/// the logarithm of a look-up. [`super::publish()`] has done it already; this is for those who measure it.
#[must_use]
pub fn derive(site: &PublicSite) -> Derivation {
    let mut steps = Steps::default();
    let origins = Origins::of(site, &mut steps);
    let derived: Vec<(Vec<Derived>, Steps)> =
        site.entities.par_iter().map(|entity| of_page(site, &origins, entity.as_deref())).collect();
    let mut statements = Vec::with_capacity(derived.len());
    for (of_page, done) in derived {
        statements.push(of_page);
        steps = steps.plus(done);
    }
    Derivation { origins, statements, steps }
}

impl PublicSite {
    /// What follows for the published statement `id`.
    #[must_use]
    pub fn derived(&self, id: StatementId) -> Option<&Derived> {
        self.derived.statements.get(id.entity.index())?.get(id.index as usize)
    }

    /// The published statement `id`, and the entity on whose page it stands.
    #[must_use]
    pub fn statement(&self, id: StatementId) -> Option<(&PublicEntity, &Statement)> {
        let entity = self.get(id.entity)?;
        Some((entity, entity.body().statements.get(id.index as usize)?))
    }

    /// The published statement that a mention of `from` leads to.
    #[must_use]
    pub fn statement_at(&self, from: &PublicEntity, mention: MentionId) -> Option<StatementId> {
        target(from, mention).filter(|id| self.statement(*id).is_some())
    }

    /// The published speaker of the statement `id`.
    #[must_use]
    pub fn speaker(&self, id: StatementId) -> Option<EntityId> {
        let (entity, statement) = self.statement(id)?;
        speaker(entity, statement)
    }

    /// The sources at the end of the chains of retelling that begin at the source `id`, in the order of the text: `id` itself
    /// where it retells none, or where the chains lead back to it. Nothing where a chain leads to what is not published.
    #[must_use]
    pub fn origins_of(&self, id: EntityId) -> Option<Vec<EntityId>> {
        self.derived.origins.of_source(id)
    }

    /// Whether the source `id` has been seen, or is known through others alone.
    #[must_use]
    pub fn is_seen(&self, id: EntityId) -> bool {
        self.get(id).and_then(origins::source).is_some_and(|source| !source.unseen)
    }

    /// All that was derived.
    #[must_use]
    pub fn derivation(&self) -> &Derivation {
        &self.derived
    }
}

impl Derivation {
    /// How much work it was.
    #[must_use]
    pub const fn steps(&self) -> Steps {
        self.steps
    }
}

/// What follows for the statements on the page of `entity`.
fn of_page(site: &PublicSite, origins: &Origins, entity: Option<&PublicEntity>) -> (Vec<Derived>, Steps) {
    let mut steps = Steps::default();
    let Some(entity) = entity else { return (Vec::new(), steps) };
    let statements = entity.body().statements.iter().enumerate().map(|(index, statement)| {
        steps.statements += 1;
        if statement.status.value == Status::Retracted {
            return Derived::default();
        }
        let id = StatementId { entity: entity.id, index: u32::try_from(index).unwrap_or(u32::MAX) };
        of_statement(site, origins, (id, entity, statement), &mut steps)
    });
    (statements.collect(), steps)
}

fn of_statement(
    site: &PublicSite,
    origins: &Origins,
    (id, entity, statement): (StatementId, &PublicEntity, &Statement),
    steps: &mut Steps,
) -> Derived {
    let beside = Beside::of(site, id, entity, statement, steps);
    let own_speaker = speaker(entity, statement);
    let is_own_voice = |other: &StatementId| own_speaker.is_some() && site.speaker(*other) == own_speaker;
    let support = support::of(site, origins, (entity, statement), &beside.supporters, steps);
    Derived {
        at_odds: beside.contradicted.iter().copied().filter(is_own_voice).collect(),
        origin_unseen: support.own.iter().filter(|own| !own.is_seen).map(|own| own.source).collect(),
        support,
        unanswered: unanswered(site, entity, statement, &beside),
        denied: beside.denied.into_iter().collect(),
        contradicted: beside.contradicted.into_iter().collect(),
        contradicts: beside.contradicts.into_iter().collect(),
    }
}

/// The statements that stand beside one, by what they do to it. None of them is retracted.
#[derive(Default)]
struct Beside {
    denied: BTreeSet<StatementId>,
    contradicted: BTreeSet<StatementId>,
    contradicts: BTreeSet<StatementId>,
    /// By other speakers, and saying the same.
    supporters: BTreeSet<StatementId>,
}

impl Beside {
    fn of(site: &PublicSite, id: StatementId, entity: &PublicEntity, statement: &Statement, steps: &mut Steps) -> Self {
        let mut beside = Self::default();
        let own_voice = Voice::of(entity, statement);
        let written =
            statement.relations.iter().filter_map(|(does, to)| Some((*does, target(entity, *to)?, Written::Here)));
        let others = site.related(id).iter().map(|(does, other)| (*does, *other, Written::There));
        for (relation, other, written) in written.chain(others) {
            steps.relations += 1;
            let Some((on, found)) = site.statement(other) else { continue };
            if other == id || found.status.value == Status::Retracted {
                continue;
            }
            match (relation, written) {
                (Relation::Contradicts, Written::Here) => {
                    beside.contradicts.insert(other);
                    beside.contradicted.insert(other);
                }
                (Relation::Contradicts, Written::There) => {
                    beside.contradicted.insert(other);
                }
                (Relation::Denies, Written::There) => {
                    beside.denied.insert(other);
                }
                // Who says the same again is no support for himself.
                (Relation::Repeats, _) | (Relation::Supports, Written::There)
                    if !own_voice.can_be(Voice::of(on, found)) =>
                {
                    beside.supporters.insert(other);
                }
                _ => {}
            }
        }
        beside
    }
}

/// Who made a statement, as far as that is published.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Voice {
    Of(EntityId),
    /// Somebody who is not published.
    NotPublished,
    Unattributed,
}

impl Voice {
    fn of(entity: &PublicEntity, statement: &Statement) -> Self {
        match statement.speaker {
            Speaker::Mention(mention) => entity_of(entity, mention).map_or(Self::NotPublished, Self::Of),
            Speaker::Unattributed => Self::Unattributed,
        }
    }

    /// Whether both can be one speaker. Of two who are not published that is not known, and nothing is made of it.
    fn can_be(self, other: Self) -> bool {
        self == other && self != Self::Unattributed
    }
}

/// On which of two statements a relation is written.
enum Written {
    Here,
    There,
}

fn unanswered(site: &PublicSite, entity: &PublicEntity, statement: &Statement, beside: &Beside) -> Vec<EntityId> {
    if statement.status.value != Status::Alleged {
        return Vec::new();
    }
    let speaker = speaker(entity, statement);
    let denying: BTreeSet<EntityId> = beside.denied.iter().filter_map(|denial| site.speaker(*denial)).collect();
    let mut met = BTreeSet::new();
    let about = statement.about.iter().filter_map(|about| site.get(entity_of(entity, *about)?));
    let silent = about.filter(|about| {
        matches!(about.kind(), Kind::Person | Kind::Organisation)
            && Some(about.id) != speaker
            && about.common().replies.is_empty()
            && !denying.contains(&about.id)
    });
    silent.map(|about| about.id).filter(|about| met.insert(*about)).collect()
}

/// The published entity that a mention leads to.
pub(super) fn entity_of(from: &PublicEntity, mention: MentionId) -> Option<EntityId> {
    match from.link(mention)? {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    }
}

pub(super) fn speaker(entity: &PublicEntity, statement: &Statement) -> Option<EntityId> {
    match statement.speaker {
        Speaker::Mention(mention) => entity_of(entity, mention),
        Speaker::Unattributed => None,
    }
}

/// The published statement that a mention leads to.
pub(super) fn target(entity: &PublicEntity, mention: MentionId) -> Option<StatementId> {
    match entity.link(mention)? {
        Link::To { entity, part: Some(PartId::Statement(index)) } => {
            Some(StatementId { entity: *entity, index: *index })
        }
        _ => None,
    }
}
