//! What follows from the record for a person or organisation: contradictions, denials, own words at odds, allegations without
//! an answer. Knows ids, no words.

use std::collections::BTreeSet;

use super::entity::{EntityId, StatementId};
use super::public::PublicSite;
use crate::document::statement::Status;

/// Two statements that, in the editors' judgement, cannot both be true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Contradiction {
    /// The one that is said to contradict; the later one where both are.
    pub contradicts: StatementId,
    /// The one that it contradicts.
    pub contradicted: StatementId,
}

/// A statement, and one that says that it is not true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Denial {
    /// The statement.
    pub denied: StatementId,
    /// The one that denies it.
    pub by: StatementId,
}

/// What follows from the published record for a person or organisation. Each list in the order of pages and of the text,
/// each fact once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Contradictions of which one end at least is by or about it, but for those between its own words.
    pub contradictions: Vec<Contradiction>,
    /// Contradictions between its own words.
    pub at_odds: Vec<Contradiction>,
    /// Denials of statements by it or about it.
    pub denials: Vec<Denial>,
    /// Statements by others that allege something about it.
    pub alleged: Vec<StatementId>,
    /// Those of [`Facts::alleged`] to which no answer of its is on file.
    pub unanswered: Vec<StatementId>,
}

impl PublicSite {
    /// What follows from the published record for `id`. About a person for whom facts are not gathered, only what follows
    /// from statements on that person's own page.
    #[must_use]
    pub fn facts_about(&self, id: EntityId) -> Facts {
        let Some(entity) = self.get(id) else { return Facts::default() };
        let shown = |statement: &&StatementId| entity.is_gathered || statement.entity == id;
        let about: BTreeSet<StatementId> = self.about(id).iter().filter(shown).copied().collect();
        let mut concerned: BTreeSet<StatementId> = self.spoken(id).iter().filter(shown).copied().collect();
        concerned.extend(&about);
        let mut denials = BTreeSet::new();
        for denied in &concerned {
            let by = self.derived(*denied).map(|derived| derived.denied.as_slice()).unwrap_or_default();
            denials.extend(by.iter().map(|by| Denial { denied: *denied, by: *by }));
        }
        let is_own = |statement: StatementId| self.speaker(statement) == Some(id);
        let (at_odds, contradictions) = self
            .contradictions(concerned)
            .into_iter()
            .filter(|pair| entity.is_gathered || (pair.contradicts.entity == id && pair.contradicted.entity == id))
            .partition(|pair| is_own(pair.contradicts) && is_own(pair.contradicted));
        let is_allegation = |about: &StatementId| {
            let status = self.statement(*about).map(|(_, statement)| statement.status.value);
            status == Some(Status::Alleged) && self.speaker(*about) != Some(id)
        };
        let alleged: Vec<StatementId> = about.into_iter().filter(is_allegation).collect();
        let is_unanswered =
            |about: &StatementId| self.derived(*about).is_some_and(|derived| derived.unanswered.contains(&id));
        Facts {
            contradictions,
            at_odds,
            denials: denials.into_iter().filter(|denial| entity.is_gathered || denial.by.entity == id).collect(),
            unanswered: alleged.iter().copied().filter(is_unanswered).collect(),
            alleged,
        }
    }

    /// The contradictions of which one end at least is among `statements`, each once.
    #[must_use]
    pub fn contradictions(&self, statements: impl IntoIterator<Item = StatementId>) -> Vec<Contradiction> {
        let mut found = BTreeSet::new();
        for one in statements {
            let others = self.derived(one).map(|derived| derived.contradicted.as_slice()).unwrap_or_default();
            found.extend(others.iter().map(|other| self.contradiction(one, *other)));
        }
        found.into_iter().collect()
    }

    /// Which of the two is said to contradict the other; the later one where each is.
    fn contradiction(&self, one: StatementId, other: StatementId) -> Contradiction {
        let (earlier, later) = if one < other { (one, other) } else { (other, one) };
        let says = |from: StatementId, to: &StatementId| {
            self.derived(from).is_some_and(|derived| derived.contradicts.binary_search(to).is_ok())
        };
        if says(later, &earlier) || !says(earlier, &later) {
            Contradiction { contradicts: later, contradicted: earlier }
        } else {
            Contradiction { contradicts: earlier, contradicted: later }
        }
    }
}
