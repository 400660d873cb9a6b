//! The short form of a statement: one text that says who said it, what kind of utterance it is, with what standing and on
//! whose report, before it says what. Knows that outside of its card a statement has no other form.

use std::fmt;

use serde::Serialize;

use super::planner::Planner;
use super::text;
use super::words;
use crate::document::said::Attribution;
use crate::document::statement::{Speaker, Statement, Status};
use crate::graph::public::PublicEntity;

/// A statement in one text. Its words cannot be had without what stands before them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct ShortForm(String);

impl ShortForm {
    /// The short form of `statement`, which stands on the page of `from`: "Ada (testimony, alleged, as reported by Daily):
    /// Says that …". Words that were withdrawn cannot be struck through in plain text, so they are left out.
    pub(super) fn of(planner: &Planner<'_>, from: &PublicEntity, statement: &Statement) -> Self {
        let attribution = attribution(planner, from, statement);
        let speaker = attribution.speaker.as_deref().unwrap_or(words::NOT_ATTRIBUTED);
        let form = statement.form.value.name();
        let standing = words::standing(attribution.status, &reporters(planner, from, statement));
        let said = match attribution.status {
            Status::Retracted => words::WITHDRAWN.to_owned(),
            _ => text::plain(planner, from, statement.summary.with(&attribution)),
        };
        Self(format!("{speaker} ({form}, {standing}): {said}"))
    }
}

impl fmt::Display for ShortForm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl From<&str> for ShortForm {
    /// A short form that somebody has written, for samples of views.
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Who made `statement`, as readers may know them, and its standing. A speaker who is not published stays a speaker: the
/// words never stand without saying that somebody said them.
pub(super) fn attribution(planner: &Planner<'_>, from: &PublicEntity, statement: &Statement) -> Attribution {
    let speaker = match statement.speaker {
        Speaker::Mention(mention) => Some(text::called(planner, from, mention)),
        Speaker::Unattributed => None,
    };
    Attribution { speaker, status: statement.status.value }
}

/// The sources that report `statement`, as readers may know them.
fn reporters(planner: &Planner<'_>, from: &PublicEntity, statement: &Statement) -> String {
    let names: Vec<String> = statement.via.iter().map(|via| text::called(planner, from, *via)).collect();
    names.join(", ")
}
