//! The keys of cases and hearings, and how far a case against someone has come.

use std::collections::BTreeMap;

use serde::Serialize;

use super::node::Entry;
use super::reader::Reader;
use super::records::{parties, resolved};
use super::{Resolved, Text};
use crate::document::mention::{FieldKey, MentionId, RoleKey};
use crate::document::statement::words;
use crate::foundation::date::Edtf;
use crate::foundation::span::Spanned;

/// People and organisations by their role at a hearing or in a case, in the order of the settings.
pub type Roles = BTreeMap<RoleKey, Vec<MentionId>>;

/// A court case or an investigation.
#[derive(Debug, Clone, PartialEq, Hash, Default)]
pub struct CaseFields {
    /// `court`.
    pub court: Option<MentionId>,
    /// `numbers`: file numbers, as text.
    pub numbers: Vec<Text>,
    /// `split_from`: the case that this one was separated from.
    pub split_from: Option<MentionId>,
    /// `about`: the events that it is about.
    pub about: Vec<MentionId>,
    /// `date`: when it was opened.
    pub date: Option<Spanned<Edtf>>,
    /// The role keys.
    pub roles: Roles,
    /// `parties`.
    pub parties: Vec<Party>,
}

/// Someone's legal standing in a case, at a date, on a source.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Party {
    /// `who`.
    pub who: MentionId,
    /// `role`: a role key of the settings.
    pub role: Option<Spanned<RoleKey>>,
    /// `stage`.
    pub stage: Spanned<Stage>,
    /// `as_of`: the date of the standing.
    pub as_of: Spanned<Edtf>,
    /// `source`: where it is known from.
    pub source: MentionId,
}

/// How far a case against someone has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Not a party to the case.
    NotAParty,
    /// Named in the file.
    NamedInFile,
    /// Under investigation.
    Suspect,
    /// Charged, the trial has not begun.
    Charged,
    /// On trial.
    OnTrial,
    /// Acquitted.
    Acquitted,
    /// The case was dismissed.
    Dismissed,
    /// Convicted; an appeal is possible or under way.
    ConvictedAppealable,
    /// Convicted, no further appeal.
    ConvictedFinal,
}

impl Stage {
    /// Whether someone at this stage is accused and presumed innocent.
    #[must_use]
    pub const fn is_accused(self) -> bool {
        matches!(self, Self::Suspect | Self::Charged | Self::OnTrial | Self::ConvictedAppealable)
    }
}

/// One hearing.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct HearingFields {
    /// `case`.
    pub case: Option<MentionId>,
    /// `number`, as text: "12", "6, day 2".
    pub number: Option<Text>,
    /// `date`.
    pub date: Option<Spanned<Edtf>>,
    /// `resolved`: the full date, where `date` leaves something open.
    pub resolved: Option<Resolved>,
    /// `status`.
    pub status: Spanned<HearingStatus>,
    /// `court`.
    pub court: Option<MentionId>,
    /// `place`.
    pub place: Option<MentionId>,
    /// `next`: the date of the next hearing, as set by the court.
    pub next: Option<Spanned<Edtf>>,
    /// The role keys.
    pub roles: Roles,
}

/// Whether a hearing took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HearingStatus {
    /// It will take place.
    Scheduled,
    /// It took place; what is meant when nothing is written.
    Held,
    /// It was opened and put off.
    Adjourned,
    /// It did not take place.
    Cancelled,
}

words!(
    Stage,
    NotAParty = "not-a-party",
    NamedInFile = "named-in-file",
    Suspect = "suspect",
    Charged = "charged",
    OnTrial = "on-trial",
    Acquitted = "acquitted",
    Dismissed = "dismissed",
    ConvictedAppealable = "convicted-appealable",
    ConvictedFinal = "convicted-final"
);

words!(HearingStatus, Scheduled = "scheduled", Held = "held", Adjourned = "adjourned", Cancelled = "cancelled");

impl CaseFields {
    /// Takes the value of `key`; false when it is not a key of cases.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "court" => self.court = reader.link(key, entry),
            "numbers" => self.numbers = reader.texts(entry),
            "split_from" => self.split_from = reader.link(key, entry),
            "about" => self.about = reader.links(FieldKey::Named(key), entry),
            "date" => self.date = reader.date(entry),
            "parties" => self.parties = parties(reader, entry),
            _ => return false,
        }
        true
    }
}

impl HearingFields {
    /// Takes the value of `key`; false when it is not a key of hearings.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "case" => self.case = reader.link(key, entry),
            "number" => self.number = reader.text(entry),
            "date" => self.date = reader.date(entry),
            "resolved" => self.resolved = resolved(reader, entry),
            "status" => {
                if let Some(status) = reader.word(entry, HearingStatus::named, HearingStatus::WORDS) {
                    self.status = status;
                }
            }
            "court" => self.court = reader.link(key, entry),
            "place" => self.place = reader.link(key, entry),
            "next" => self.next = reader.date(entry),
            _ => return false,
        }
        true
    }
}
