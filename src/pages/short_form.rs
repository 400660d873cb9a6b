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
use crate::messages::Catalogue;

/// A statement in one text. Its words cannot be had without what stands before them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ShortForm(String);

impl ShortForm {
    /// The short form of `statement` in the words of `messages`, which stands on the page of `from`: "Ada (testimony, alleged, as reported by Daily):
    /// Says that …". Words that were withdrawn cannot be struck through in plain text, so they are left out.
    pub(super) fn of(planner: &Planner<'_>, messages: &Catalogue, from: &PublicEntity, statement: &Statement) -> Self {
        Self::shortened(planner, messages, from, statement, usize::MAX)
    }

    /// The same with no more than `longest` letters of what was said. Who said it and with what standing is never cut.
    pub(super) fn shortened(
        planner: &Planner<'_>,
        messages: &Catalogue,
        from: &PublicEntity,
        statement: &Statement,
        longest: usize,
    ) -> Self {
        let attribution = attribution(planner, from, statement);
        let unattributed = || messages.text("unattributed-within", &[]);
        let speaker = attribution.speaker.clone().unwrap_or_else(unattributed);
        let form = messages.text(words::form(statement.form.value), &[]);
        let reporters = words::list(&reporters(planner, from, statement), messages);
        let standing = words::standing_by(attribution.status, &reporters, messages);
        let said = match attribution.status {
            Status::Retracted => messages.text("short-withdrawn", &[]),
            _ => text::shortened(&text::plain(planner, from, statement.summary.with(&attribution)), longest),
        };
        let values = [("speaker", &speaker), ("form", &form), ("standing", &standing), ("words", &said)];
        Self(messages.text("short-form", &values.map(|(name, value)| (name, value.into()))))
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
fn reporters(planner: &Planner<'_>, from: &PublicEntity, statement: &Statement) -> Vec<String> {
    statement.via.iter().map(|via| text::called(planner, from, *via)).collect()
}
