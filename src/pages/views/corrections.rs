//! The views of the pages on corrections, replies and withdrawals of the whole site, and of the note in the place of a page that was withdrawn.

use serde::Serialize;

use super::parts::{CorrectionView, DateView, Ref, ReplyView};

/// One page of the list of all corrections, withdrawals and replies.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CorrectionsView {
    /// Corrections on this page of the list, newest first.
    pub corrections: Vec<SiteCorrection>,
    /// Withdrawals on this page of the list, newest first.
    pub withdrawals: Vec<WithdrawalView>,
    /// Replies on this page of the list, newest first.
    pub replies: Vec<SiteReply>,
    /// How many corrections the site has.
    pub correction_count: usize,
    /// How many pages and statements were withdrawn.
    pub withdrawal_count: usize,
    /// How many replies the site has.
    pub reply_count: usize,
    /// The number of this page of the list, from 1.
    pub number: usize,
    /// How many pages the list has.
    pub count: usize,
    /// The address of the page of the list before this one.
    pub newer: Option<String>,
    /// The address of the page of the list after this one.
    pub older: Option<String>,
    /// The address of the page on which the withdrawals begin, where it is another.
    pub withdrawals_begin: Option<String>,
    /// The address of the page on which the replies begin, where it is another.
    pub replies_begin: Option<String>,
}

/// A correction and where it was made.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SiteCorrection {
    /// The page that was corrected.
    pub page: Ref,
    /// The correction.
    pub correction: CorrectionView,
}

/// A reply and the page that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SiteReply {
    /// The page.
    pub page: Ref,
    /// The reply.
    pub reply: ReplyView,
}

/// That something was withdrawn: neither its name nor its address is known here.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WithdrawalView {
    /// `page` or `statement`.
    pub what: &'static str,
    /// When.
    pub date: DateView,
}

/// A note in the place of a page that was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WithdrawnView {
    /// When the page was withdrawn.
    pub date: DateView,
    /// Why, in the author's words; may be empty.
    pub reason: String,
}
