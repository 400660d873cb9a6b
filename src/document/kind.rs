//! The nine kinds of document. Knows their names and folders, not what they hold.

use std::fmt;

use serde::{Serialize, Serializer};

/// What a document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A narrative about cases, hearings and people.
    Dossier,
    /// A court case or an investigation.
    Case,
    /// One hearing of a case, of one or more days.
    Hearing,
    /// A person, named or not.
    Person,
    /// A court, agency, party, company or group; also an office, which never resolves to a person.
    Organisation,
    /// A place.
    Place,
    /// Something that happened.
    Event,
    /// An article, judgment, record, recording: where something is known from.
    Source,
    /// Any other page of the site.
    Page,
}

impl Kind {
    /// All kinds, in the order in which sites show them.
    pub const ALL: [Self; 9] = [
        Self::Dossier,
        Self::Case,
        Self::Hearing,
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Event,
        Self::Source,
        Self::Page,
    ];

    /// The word for it in front matter, links and data.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Case => "case",
            Self::Hearing => "hearing",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Event => "event",
            Self::Source => "source",
            Self::Page => "page",
        }
    }

    /// The folder below `content/` that holds its documents, and the first part of their addresses; pages have none.
    #[must_use]
    pub const fn folder(self) -> Option<&'static str> {
        Some(match self {
            Self::Dossier => "dossiers",
            Self::Case => "cases",
            Self::Hearing => "hearings",
            Self::Person => "people",
            Self::Organisation => "organisations",
            Self::Place => "places",
            Self::Event => "events",
            Self::Source => "sources",
            Self::Page => return None,
        })
    }

    /// The kind with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind whose documents stand in this folder.
    #[must_use]
    pub fn of_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == Some(folder))
    }

    /// The kind with its article, for sentences: "a person", "an organisation".
    #[must_use]
    pub const fn with_article(self) -> &'static str {
        match self {
            Self::Dossier => "a dossier",
            Self::Case => "a case",
            Self::Hearing => "a hearing",
            Self::Person => "a person",
            Self::Organisation => "an organisation",
            Self::Place => "a place",
            Self::Event => "an event",
            Self::Source => "a source",
            Self::Page => "a page",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
