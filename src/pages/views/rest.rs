//! Lists that are too long for the page of what they belong to. Knows the way to the whole list, and its pages.

use std::sync::Arc;

use serde::Serialize;

use super::derived::{DenialView, DisagreementView, OriginView, OtherOriginView, RelationView, StatementRef};
use super::entity::NamedGroup;
use super::parts::{
    BacklinkGroup, CorrectionView, HearingRow, PagingView, Ref, ReplyView, RoleGroup, StandingView, TimelineEntry,
};
use super::statement::StatementView;

/// The way from a page that shows the first of a list to all of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RestLink {
    /// The list: `said-by`, `said-about`, `hearings`, `reported`, `happened`, `parties`, `participants`, `said`,
    /// `disagreements`, `denials`, `named`, `aliases`, `corrections`, `replies` or `named-on`; of a statement `related` or `origins`.
    pub part: &'static str,
    /// The address of its first page below the root.
    pub path: String,
    /// How many there are in all.
    pub count: usize,
}

/// A page of such a list; one of its lists is filled.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct RestView {
    /// What it belongs to.
    pub of: Ref,
    /// The statement on its page, for a list of a statement.
    pub statement: Option<StatementRef>,
    /// As [`RestLink::part`].
    pub part: &'static str,
    /// How many there are in all.
    pub total: usize,
    /// The statements of this page.
    pub statements: Vec<Arc<StatementView>>,
    /// The hearings of this page.
    pub hearings: Vec<HearingRow>,
    /// What happened at a place, as far as it stands on this page.
    pub events: Vec<TimelineEntry>,
    /// The parties of a case on this page, each with all standings.
    pub parties: Vec<StandingView>,
    /// Those with a role, as far as they stand on this page.
    pub roles: Vec<RoleGroup>,
    /// The contradictions of statements on this page.
    pub disagreements: Vec<DisagreementView>,
    /// The denials of statements on this page.
    pub denials: Vec<DenialView>,
    /// The relations of the statement on this page.
    pub relations: Vec<RelationView>,
    /// The origins of the statement's own sources on this page.
    pub origins: Vec<OriginView>,
    /// Its further origins on this page.
    pub others: Vec<OtherOriginView>,
    /// What a dossier names, as far as it stands on this page.
    pub named: Vec<NamedGroup>,
    /// The other names and spellings on this page.
    pub aliases: Vec<String>,
    /// The corrections on this page.
    pub corrections: Vec<CorrectionView>,
    /// The replies on this page.
    pub replies: Vec<ReplyView>,
    /// The pages that name it, as far as they stand on this one.
    pub backlinks: Vec<BacklinkGroup>,
    /// Where this page stands among those of the list.
    pub paging: PagingView,
}
