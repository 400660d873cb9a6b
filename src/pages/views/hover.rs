//! Cards beside links: what a reader sees of a thing without leaving the page.

use std::sync::Arc;

use serde::Serialize;

use super::parts::Ref;

/// A card as it stands on one page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HoverCardView {
    /// Its number on the page, from 1: its anchor is `card-1`.
    pub number: usize,
    /// What it says.
    #[serde(flatten)]
    pub card: Arc<HoverCard>,
}

/// What a card says. Of a person who is not named only the label; of one who is accused nothing that could be taken for a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct HoverCard {
    /// The thing.
    pub item: Ref,
    /// What it is, in a few words; empty where nothing may be said.
    pub summary: String,
    /// Whether the presumption of innocence must stand on it.
    pub is_accused: bool,
}
