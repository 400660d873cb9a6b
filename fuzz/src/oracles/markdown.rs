//! Markdown to HTML: whatever is written and however the holes are filled, a browser finds only our elements, attributes and
//! addresses, and nothing to mend; a comment is in no output.

use std::sync::Arc;

use dossier::document::body::{Body, BodySettings, CALLOUTS, Fragment, anchor, read};
use dossier::document::kind::Kind;
use dossier::document::mention::{MentionId, MentionTable};
use dossier::foundation::language::Language;
use dossier::foundation::span::FileId;
use dossier::pages::views::{
    FileView, Holes, MarkView, NarrowerView, Numbered, PictureView, Reference, RichText, TextWords,
};

use super::{html, places};

/// What stands in the holes: names that want to be markup.
const NAME: &str = "\"><script>alert(1)</script><a href='javascript:x' onclick=x>&amp;";

/// The first byte names the language and the place of a comment; the rest is the text.
pub fn check(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    // A file with this byte is no text, and never comes so far.
    if text.contains('\0') {
        return;
    }
    let language = ["en", "tr", "fr", "ar"][usize::from(*first) % 4];
    let (body, mentions) = read_text(text, language);
    let holes = Arc::new(filled(&body, &mentions));
    let words = body.statements.iter().map(|statement| statement.words.unshown());
    for fragment in std::iter::once(&body.content.open()).chain(words) {
        for embedded in [false, true] {
            html::check_text(&to_html(fragment, &holes, embedded));
        }
    }
    a_comment_is_in_no_output(text, usize::from(*first));
}

fn read_text(text: &str, language: &str) -> (Body, MentionTable) {
    let language = Language::parse(language).unwrap_or_else(|_| Language::english());
    let settings = BodySettings { language, folder: "hearings".into() };
    let mut mentions = MentionTable::default();
    let checked = read(FileId::of_path("a.md"), text, 0, &settings, &mut mentions);
    places::lie_in(text, &checked.diagnostics);
    (checked.value, mentions)
}

fn to_html(fragment: &Fragment, holes: &Arc<Holes>, embedded: bool) -> String {
    let range = 0..fragment.0.len();
    RichText { fragment: fragment.clone(), range, holes: Arc::clone(holes), root: "../".into(), embedded }.to_html()
}

/// Every second link leads to a page, every third to somebody who is not named, the others to what is not published.
fn filled(body: &Body, mentions: &MentionTable) -> Holes {
    let reference = |index: usize| {
        let is_public = !index.is_multiple_of(3);
        Arc::new(Reference {
            kind: is_public.then_some(Kind::Person),
            path: (is_public && index.is_multiple_of(2)).then(|| "people/a%20b/index.html".to_owned()),
            title: NAME.to_owned(),
            language: Some("tr".to_owned()),
            unnamed: index.is_multiple_of(5),
        })
    };
    let marks = |index: usize| {
        let locator = Some(NAME.to_owned());
        vec![MarkView { number: 1, time: u32::try_from(index).unwrap_or(1), locator, source: reference(index) }]
    };
    let numbered = || Numbered(format!("{NAME} {}", Numbered::NUMBER));
    let key = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    Holes {
        links: (0..mentions.as_slice().len()).map(|index| (MentionId::at(index), reference(index))).collect(),
        citations: (0..body.citations.len()).map(|index| (key(index), marks(index))).collect(),
        anchors: body.headings.iter().map(|heading| anchor(&heading.text.show(|_| NAME.to_owned()))).collect(),
        levels: body.headings.iter().map(|heading| heading.level).collect(),
        files: body.files.iter().map(|_| photograph()).collect(),
        cards: (0..mentions.as_slice().len()).map(|index| (MentionId::at(index), index)).collect(),
        words: Arc::new(TextWords {
            notes: NAME.to_owned(),
            note: numbered(),
            cited: numbered(),
            back: numbered(),
            back_again: numbered(),
            table: NAME.to_owned(),
            callouts: CALLOUTS.iter().map(|class| (*class, NAME.to_owned())).collect(),
            source: NAME.to_owned(),
        }),
    }
}

/// A picture with a copy, at addresses that must be escaped.
fn photograph() -> FileView {
    let narrower = vec![NarrowerView { width: 480, path: "files/a%20b.jpg.480.webp".to_owned() }];
    FileView { path: "files/a%20b.jpg".to_owned(), picture: Some(PictureView { width: 1600, height: 900, narrower }) }
}

/// A comment put into the middle of the text leaves nothing of itself.
fn a_comment_is_in_no_output(text: &str, place: usize) {
    let plain = text.replace('%', "");
    let middle = plain.floor_char_boundary(plain.len() * place / 256);
    let (before, after) = plain.split_at(middle);
    let (body, mentions) = read_text(&format!("{before}%%zqsecretqz%%{after}"), "en");
    assert!(!format!("{body:?}{:?}", mentions.as_slice()).contains("zqsecretqz"), "{before:?}%%…%%{after:?}");
}
