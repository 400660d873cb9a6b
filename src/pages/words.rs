//! The few words that the program itself writes into views: phrases for what is not named, and names of keys. Knows English; other languages fall back to it.

use crate::document::kind::Kind;
use crate::document::statement::Status;
use crate::foundation::language::Language;

/// What stands in the place of something that is not published and has no label.
pub(super) fn not_named(kind: Kind, language: &Language) -> &'static str {
    match (language.base(), kind) {
        ("tr", Kind::Person) => "adı burada verilmeyen bir kişi",
        ("tr", Kind::Organisation) => "adı burada verilmeyen bir kurum",
        ("tr", Kind::Place) => "adı burada verilmeyen bir yer",
        ("tr", Kind::Source) => "burada yayımlanmayan bir kaynak",
        ("tr", _) => "burada yayımlanmayan bir sayfa",
        ("ku", Kind::Person) => "kesek ku navê wî li vir nayê gotin",
        ("ku", Kind::Organisation) => "saziyek ku navê wê li vir nayê gotin",
        ("ku", Kind::Place) => "cihek ku navê wî li vir nayê gotin",
        ("ku", Kind::Source) => "çavkaniyek ku li vir nehatiye weşandin",
        ("ku", _) => "rûpelek ku li vir nehatiye weşandin",
        (_, Kind::Person) => "a person not named here",
        (_, Kind::Organisation) => "an organisation not named here",
        (_, Kind::Place) => "a place not named here",
        (_, Kind::Source) => "a source not published here",
        (_, _) => "a page not published here",
    }
}

/// What stands in the place of a date that no source states.
pub(super) fn no_date(language: &Language) -> &'static str {
    match language.base() {
        "tr" => "tarih belirtilmemiş",
        "ku" | "kmr" => "dîrok nehatiye gotin",
        _ => "date not stated",
    }
}

/// Says in a feed that a date is not that of the source.
pub(super) fn worked_out(basis: &str) -> String {
    format!("The date was worked out by the authors: {basis}")
}

/// The heading of the list of all documents of a kind.
pub(super) const fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Dossier => "Dossiers",
        Kind::Case => "Cases",
        Kind::Hearing => "Hearings",
        Kind::Person => "People",
        Kind::Organisation => "Organisations",
        Kind::Place => "Places",
        Kind::Event => "Events",
        Kind::Source => "Sources",
        Kind::Page => "Pages",
    }
}

/// As what a page names another in this key of its front matter.
pub(super) fn field(key: &str) -> &'static str {
    match key {
        "about" => "About",
        "case" | "cases" => "Case",
        "court" => "Court",
        "derived_from" => "Retells",
        "events" | "hearings" | "organisations" | "people" | "places" => "In its facts",
        "not_same_as" => "Not the same",
        "place" => "Place",
        "publisher" => "Publisher",
        "source" | "sources" => "Source",
        "split_from" => "Separated from",
        "who" => "Party",
        "within" => "Part of",
        _ => "Named",
    }
}

/// The heading of the footnotes.
pub(super) const NOTES: &str = "Notes";
/// The mark of a citation on a page that has no list with its number.
pub(super) const SOURCE: &str = "source";
/// As what a page names a source for which a statement on it gives the source.
pub(super) const SOURCE_OF_STATEMENTS: &str = "Source of statements";
/// The heading of the timeline.
pub(super) const TIMELINE: &str = "Timeline";
/// The heading of the page on people who are not named.
pub(super) const NOT_NAMED: &str = "Who is not named";
/// The heading of the page for addresses that do not exist.
pub(super) const NOT_FOUND: &str = "Page not found";
/// As what a person is at a hearing when only a statement is recorded.
pub(super) const SPOKE: &str = "Spoke";
/// The heading of the page on corrections.
pub(super) const CORRECTIONS: &str = "Corrections";
/// The heading of a note in the place of a page that was withdrawn.
pub(super) const PAGE_WITHDRAWN: &str = "Page withdrawn";
/// What stands before the title of a page in the feed of corrections.
pub(super) const CORRECTED: &str = "Correction";
/// What stands before the name of whoever replies in the feed of corrections.
pub(super) const REPLY_FROM: &str = "Reply from";
/// What stands before the words that a correction replaces.
pub(super) const IT_SAID: &str = "It said:";
/// What stands before the words of a correction.
pub(super) const IT_SAYS_NOW: &str = "It says now:";
/// The heading of the page on the data of the site.
pub(super) const DATA: &str = "Data";
/// What stands in the place of a speaker whom the source does not give.
pub(super) const NOT_ATTRIBUTED: &str = "not attributed by its source";
/// What stands in the place of words that were withdrawn.
pub(super) const WITHDRAWN: &str = "withdrawn";

/// The standing of a statement, and by whom it is reported; `reporters` is empty where no source is given.
pub(super) fn standing(status: Status, reporters: &str) -> String {
    match status {
        _ if reporters.is_empty() => format!("{}, no source given", status.name()),
        Status::Reported => format!("reported by {reporters}"),
        Status::Alleged | Status::Retracted => format!("{}, as reported by {reporters}", status.name()),
        Status::Established => format!("established, according to {reporters}"),
    }
}
