//! Which lists can be too long. Knows how many stand on one page.

use crate::document::body::RELATED;

/// A list that can be too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum Part {
    SaidBy,
    SaidAbout,
    Hearings,
    Reported,
    Happened,
    Parties,
    Participants,
    Said,
    Disagreements,
    Denials,
    Named,
    Aliases,
    Corrections,
    Replies,
    NamedOn,
    /// Of a statement.
    Related,
    /// Of a statement.
    Origins,
}

/// All that a page can have, in the order of the ways to them.
pub(super) const PARTS: [Part; 15] = [
    Part::SaidBy,
    Part::SaidAbout,
    Part::Hearings,
    Part::Reported,
    Part::Happened,
    Part::Parties,
    Part::Participants,
    Part::Said,
    Part::Disagreements,
    Part::Denials,
    Part::Named,
    Part::Aliases,
    Part::Corrections,
    Part::Replies,
    Part::NamedOn,
];

impl Part {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::SaidBy => "said-by",
            Self::SaidAbout => "said-about",
            Self::Hearings => "hearings",
            Self::Reported => "reported",
            Self::Happened => "happened",
            Self::Parties => "parties",
            Self::Participants => "participants",
            Self::Said => "said",
            Self::Disagreements => "disagreements",
            Self::Denials => "denials",
            Self::Named => "named",
            Self::Aliases => "aliases",
            Self::Corrections => "corrections",
            Self::Replies => "replies",
            Self::NamedOn => "named-on",
            Self::Related => "related",
            Self::Origins => "origins",
        }
    }

    /// The message with its heading.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::SaidBy => "list-said-by",
            Self::SaidAbout => "list-said-about",
            Self::Hearings => "list-hearings",
            Self::Reported => "list-reported",
            Self::Happened => "list-happened",
            Self::Parties => "list-parties",
            Self::Participants => "list-participants",
            Self::Said => "list-said",
            Self::Disagreements => "list-disagreements",
            Self::Denials => "list-denials",
            Self::Named => "list-named",
            Self::Aliases => "list-aliases",
            Self::Corrections => "list-corrections",
            Self::Replies => "list-replies",
            Self::NamedOn => "list-named-on",
            Self::Related => "list-related",
            Self::Origins => "list-origins",
        }
    }

    /// How many stand on the page of what the list belongs to.
    pub(in crate::pages) const fn first(self) -> usize {
        match self {
            Self::Related | Self::Origins => RELATED,
            Self::SaidBy | Self::SaidAbout => 12,
            Self::Replies => 10,
            Self::Disagreements | Self::Denials | Self::Corrections => 20,
            Self::Said
            | Self::Hearings
            | Self::Reported
            | Self::Happened
            | Self::Parties
            | Self::Aliases
            | Self::NamedOn => 40,
            Self::Participants | Self::Named => 100,
        }
    }

    /// How many stand on one page of the list.
    pub(super) const fn longest(self) -> usize {
        match self {
            Self::SaidBy | Self::SaidAbout => 25,
            Self::Replies => 40,
            Self::Said | Self::Disagreements | Self::Denials | Self::Corrections => 60,
            Self::Hearings
            | Self::Reported
            | Self::Happened
            | Self::Parties
            | Self::NamedOn
            | Self::Related
            | Self::Origins => 80,
            Self::Participants | Self::Named | Self::Aliases => 300,
        }
    }
}
