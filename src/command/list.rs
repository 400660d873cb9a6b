//! The rows of `list`. Knows what is told of a document, not how a site is read nor how rows are printed.

use serde::Serialize;

use crate::document::kind::Kind;

/// One document of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What it is about.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its title, or the label of someone who is not named.
    pub title: String,
    /// Whether readers see it.
    pub state: State,
    /// Its path below the root of the site.
    pub path: String,
}

/// Whether readers see a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is published.
    Published,
    /// `draft: true`.
    Draft,
    /// `publish_after` lies ahead.
    Embargoed,
    /// About someone who is not named.
    Withheld,
    /// It was withdrawn: only a note stands in its place.
    Withdrawn,
}

impl State {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Draft => "draft",
            Self::Embargoed => "embargoed",
            Self::Withheld => "withheld",
            Self::Withdrawn => "withdrawn",
        }
    }
}
