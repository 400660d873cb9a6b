//! What the page of a source shows of other pages: what it retells, who retells it, what cites it.

use std::sync::Arc;

use serde::Serialize;

use super::counts::CountView;
use super::parts::{Ref, StandingView, WithheldView};
use super::statement::StatementView;

/// Sources as a tree; empty where nothing is published.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Default)]
pub struct LineageView {
    /// The sources next to the one whose page it is.
    pub branches: Vec<BranchView>,
    /// What is not shown of it.
    pub more: Option<MoreView>,
}

/// A source in a tree.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BranchView {
    /// The source.
    pub source: Ref,
    /// Whether the authors have seen it, or know it through others alone.
    pub seen: bool,
    /// `whole`; `above` where it stands whole further up; `circle` where it leads back to itself; `further` where the way
    /// goes on and is too long to be shown.
    pub course: &'static str,
    /// What comes next.
    pub branches: Vec<BranchView>,
}

/// What a tree does not show, as it is too large.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MoreView {
    /// How many sources are not shown.
    pub count: usize,
    /// Sources in the tree from which the way goes on, three at most.
    pub open: Vec<Ref>,
    /// Sources that are not in the tree and at which a way ends, three at most.
    pub ends: Vec<Ref>,
}

/// What rests on a source, other than the sources that retell it.
#[derive(Debug, Clone, PartialEq, Hash, Serialize, Default)]
pub struct CitedView {
    /// Statements that it reports.
    pub statements: Vec<Arc<StatementView>>,
    /// Legal standings that are known from it, in the order of the cases' paths.
    pub standings: Vec<StandingView>,
    /// People of whom it is known from it why they are not named.
    pub withheld: Vec<WithheldCitation>,
    /// Numbers and dates that it gives, in the order of the events' paths.
    pub counts: Vec<CountCitation>,
    /// Pages that have it among their sources or cite it in their text, in the order of their paths.
    pub pages: Vec<Ref>,
}

/// Why somebody is not named, on the page of the source of that.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WithheldCitation {
    /// Who: a label.
    pub person: Ref,
    /// Why.
    pub withheld: WithheldView,
}

/// What a source says about a number or date of an event, on the source's page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CountCitation {
    /// The event.
    pub event: Ref,
    /// What is counted.
    pub what: String,
    /// What the source says.
    pub count: CountView,
}
