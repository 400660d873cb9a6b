//! What changed on the site. Of what was withdrawn it knows the date and no more.

use serde::Serialize;

use super::parts::{DateView, PagingView, Ref};

/// A page of the list of changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ChangesView {
    /// The changes, newest first.
    pub changes: Vec<ChangeRow>,
    /// Where this page stands among those of the list.
    pub paging: PagingView,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ChangeRow {
    /// When.
    pub date: DateView,
    /// `published`, `updated`, `corrected`, `replied` or `withdrawn`.
    pub change: &'static str,
    /// The page that changed; nothing for what was withdrawn.
    pub page: Option<Ref>,
    /// The address below the root of the part of it that says what changed, for corrections and replies.
    pub part: Option<String>,
    /// What was withdrawn: `page` or `statement`; else empty.
    pub thing: &'static str,
}
