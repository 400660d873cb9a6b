//! The few words that the program itself writes into views, feeds and tables: which message stands for which of them. Knows the
//! names of messages, no language.

use crate::document::front_matter::HearingStatus;
use crate::document::kind::Kind;
use crate::document::statement::{Form, Status};
use crate::messages::Catalogue;

/// What stands in the place of something that is not published and has no label.
pub(super) fn not_named(kind: Kind, messages: &Catalogue) -> String {
    let key = match kind {
        Kind::Person => "unpublished-person",
        Kind::Organisation => "unpublished-organisation",
        Kind::Place => "unpublished-place",
        Kind::Source => "unpublished-source",
        _ => "unpublished-page",
    };
    messages.text(key, &[])
}

/// The heading of the list of all documents of a kind.
pub(super) const fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Dossier => "kinds-dossier",
        Kind::Case => "kinds-case",
        Kind::Hearing => "kinds-hearing",
        Kind::Person => "kinds-person",
        Kind::Organisation => "kinds-organisation",
        Kind::Place => "kinds-place",
        Kind::Event => "kinds-event",
        Kind::Source => "kinds-source",
        Kind::Page => "kinds-page",
    }
}

/// What a document is; nothing for a plain page.
pub(super) fn singular(kind: Kind, messages: &Catalogue) -> String {
    if kind == Kind::Page { String::new() } else { messages.text(&format!("kind-{}", kind.name()), &[]) }
}

/// Whether a hearing took place.
pub(super) fn session(status: HearingStatus, messages: &Catalogue) -> String {
    messages.text(&format!("session-{}", status.name()), &[])
}

/// The name of a calendar: of what the hearings are.
pub(super) fn all_hearings(title: &str, messages: &Catalogue) -> String {
    messages.text("calendar-of", &[("title", title.into())])
}

/// As what a page names another in this key of its front matter.
pub(super) fn field(key: &str) -> &'static str {
    match key {
        "about" => "field-about",
        "case" | "cases" => "field-case",
        "court" => "field-court",
        "derived_from" => "field-retells",
        "events" | "hearings" | "organisations" | "people" | "places" => "field-in-facts",
        "not_same_as" => "field-not-same-as",
        "place" => "field-place",
        "publisher" => "field-publisher",
        "source" | "sources" => "field-source",
        "split_from" => "field-split-from",
        "who" => "field-who",
        "within" => "field-within",
        _ => "field-other",
    }
}

/// The kind of utterance, within a sentence.
pub(super) const fn form(form: Form) -> &'static str {
    match form {
        Form::Testimony => "form-within-testimony",
        Form::Submission => "form-within-submission",
        Form::Ruling => "form-within-ruling",
        Form::Act => "form-within-act",
        Form::Document => "form-within-document",
        Form::Background => "form-within-background",
    }
}

/// The standing of a statement, within a sentence.
pub(super) const fn standing(status: Status) -> &'static str {
    match status {
        Status::Reported => "standing-reported",
        Status::Alleged => "standing-alleged",
        Status::Established => "standing-established",
        Status::Retracted => "standing-retracted",
    }
}

/// The standing of a statement, and by whom it is reported; `reporters` is empty where no source is given.
pub(super) fn standing_by(status: Status, reporters: &str, messages: &Catalogue) -> String {
    let (with, without) = match status {
        Status::Reported => ("short-reported", "short-reported-no-source"),
        Status::Alleged => ("short-alleged", "short-alleged-no-source"),
        Status::Established => ("short-established", "short-established-no-source"),
        Status::Retracted => ("short-retracted", "short-retracted-no-source"),
    };
    if reporters.is_empty() {
        messages.text(without, &[])
    } else {
        messages.text(with, &[("sources", reporters.into())])
    }
}

/// Names, one after the other.
pub(super) fn list(names: &[String], messages: &Catalogue) -> String {
    names.join(&messages.text("list-separator", &[]))
}

/// As what a page names a source for which a statement on it gives the source.
pub(super) const SOURCE_OF_STATEMENTS: &str = "field-statement-source";
