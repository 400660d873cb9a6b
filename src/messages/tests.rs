//! Message files in, texts out.

use super::*;
use crate::foundation::diagnostic::Diagnostic;

fn load(files: &[(&str, &str)]) -> (Messages, Vec<String>) {
    let Checked { value, diagnostics } =
        Messages::load(&SourceTree::from_texts(files.iter().copied()), &Config::default());
    let said = |diagnostic: &Diagnostic| {
        let text = files.iter().find(|(path, _)| {
            SourceTree::from_texts([(*path, "")]).get(path).is_some_and(|file| file.id == diagnostic.span.file)
        });
        let word = text.and_then(|(_, text)| text.get(diagnostic.span.range())).unwrap_or_default();
        format!("{} `{word}` {} | {}", diagnostic.code.name(), diagnostic.message, diagnostic.help)
    };
    (value, diagnostics.iter().map(said).collect())
}

fn of(messages: &Messages, tag: &str) -> Arc<Catalogue> {
    Arc::clone(messages.of(&Language::parse(tag).unwrap()))
}

#[test]
fn the_messages_of_the_program_are_without_fault() {
    for (tag, text) in builtin::FILES {
        let read = read::read(crate::foundation::span::FileId::of_path(tag), text);
        assert_eq!(read.diagnostics, [], "{tag}");
    }
}

fn file(text: &str) -> read::File {
    read::read(crate::foundation::span::FileId::of_path("x.ftl"), text).value
}

/// What a translation lacks, has too much, or says with other values than English.
fn gaps(english: &read::File, other: &read::File) -> Vec<String> {
    let missing = english.keys().filter(|key| !other.contains_key(*key)).map(|key| format!("{key} is missing"));
    let more = other.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("{key} is unknown"));
    let wrong = check::against(english, other).into_iter().map(|diagnostic| diagnostic.message);
    missing.chain(more).chain(wrong).collect()
}

#[test]
fn every_language_of_the_program_says_all_that_english_says() {
    let (_, english) = builtin::FILES[0];
    for (tag, text) in builtin::FILES {
        assert_eq!(gaps(&file(english), &file(text)), [] as [&str; 0], "{tag}");
    }
}

#[test]
fn planted_gaps_in_a_translation_are_found() {
    let english = file("by = { $who } says\nfiles = { $n ->\n    [one] { $n } file\n   *[other] { $n } files\n }\n");
    let whole = file("by = yê { $who }\nfiles = { $n ->\n    [two] du pel\n   *[other] { $n } pel\n }\n");
    assert_eq!(gaps(&english, &whole), [] as [&str; 0]);
    let torn = file("by = yê\nfile = pel\n");
    let found = ["files is missing", "file is unknown", "the message `by` leaves out `who`"];
    assert_eq!(gaps(&english, &torn), found);
    let few = file("by = { $who }\nfiles = { $n ->\n    [few] pel\n   *[other] { $n } pel\n }\n");
    assert_eq!(gaps(&english, &few), ["the message `files` leaves out `n`"]);
}

#[test]
fn a_site_changes_single_messages_and_adds_languages() {
    let (messages, said) = load(&[
        ("messages/en.ftl", "kinds-case = Trials\nhotline = Write to us\n"),
        ("messages/tr.ftl", "unpublished-page = gizli\n"),
    ]);
    assert_eq!(said, [] as [&str; 0]);
    let text = |tag: &str, key: &str| of(&messages, tag).text(key, &[]);
    assert_eq!(text("en-GB", "kinds-case"), "Trials");
    assert_eq!(text("en", "kinds-person"), "People");
    assert_eq!(text("de", "hotline"), "Write to us");
    assert_eq!(text("tr", "hotline"), "Write to us");
    assert_eq!(text("tr", "unpublished-page"), "gizli");
    assert_ne!(text("kmr", "unpublished-page"), text("en", "unpublished-page"));
    assert_ne!(messages.fingerprint(), Messages::builtin().fingerprint());
}

#[test]
fn a_message_chooses_by_plural_form_number_and_word() {
    let (messages, said) = load(&[(
        "messages/en.ftl",
        "files = { $count ->\n    [0] no file\n    [one] one file\n   *[other] { $count } files\n }\nside = { $who ->\n    [court] the court\n   *[other] others\n }\n",
    )]);
    assert_eq!(said, [] as [&str; 0]);
    let english = of(&messages, "en");
    let files = |count: usize| english.text("files", &[("count", count.into())]);
    assert_eq!([files(0), files(1), files(12_000)], ["no file", "one file", "12,000 files"]);
    let side = |who: &str| english.text("side", &[("who", who.into())]);
    assert_eq!([side("court"), side("press")], ["the court", "others"]);
}

#[test]
fn all_but_html_of_templates_is_escaped() {
    let (messages, _) = load(&[("messages/en.ftl", "by = <b>{ $who }</b> & { $page }{ \"<i>\" }\n")]);
    let english = of(&messages, "en");
    let parts = [("who", Part::from("<script>'\"")), ("page", Part::Html("<a href=\"x\">P</a>"))];
    let html = english.html("by", &parts).unwrap();
    assert_eq!(html, "&lt;b&gt;&lt;script&gt;&#39;&quot;&lt;/b&gt; &amp; <a href=\"x\">P</a>&lt;i&gt;");
    assert_eq!(english.html("by", &parts[..1]).unwrap_err().to_string(), "the message `by` needs a value for `page`");
    assert_eq!(english.html("bye", &parts).unwrap_err().to_string(), "there is no message `bye`");
}

#[test]
fn a_name_of_the_other_direction_is_kept_apart() {
    let (messages, _) =
        load(&[("messages/en.ftl", "by = { $who }: said\n"), ("messages/ckb.ftl", "by = { $who }: وتی\n")]);
    let by = |tag: &str, who: &str| of(&messages, tag).text("by", &[("who", who.into())]);
    assert_eq!(by("en", "Kurt"), "Kurt: said");
    assert_eq!(by("en", "كورت"), "\u{2068}كورت\u{2069}: said");
    assert_eq!(by("ckb", "Kurt"), "\u{2068}Kurt\u{2069}: وتی");
    assert_eq!(
        of(&messages, "ckb").html("by", &[("who", Part::Html("<bdi>Kurt</bdi>"))]).unwrap(),
        "<bdi>Kurt</bdi>: وتی"
    );
}

#[test]
fn a_translation_leaves_out_nothing_that_english_says() {
    let (_, said) = load(&[(
        "messages/tr.ftl",
        "statement-via = Bildirilmiştir\nkinds-case = { $count } dava\nstatement-about = { $names ->\n    [x] hakkında\n   *[other] { $names } hakkında\n }\nkinds-cases = Davalar\ntwice = 1\n",
    )]);
    assert_eq!(
        said,
        [
            "invalid-message `kinds-case` the message `kinds-case` has no value `count` | it has no values",
            "invalid-message `statement-about` the message `statement-about` leaves out `names` | write { $names } into each of its forms",
            "invalid-message `statement-via` the message `statement-via` leaves out `sources` | write { $sources } into each of its forms",
            "unknown-message `kinds-cases` no message of the interface is called `kinds-cases` | did you mean `kinds-case`? a message of your own templates goes into `messages/en.ftl` first",
            "unknown-message `twice` no message of the interface is called `twice` | a message of your own templates goes into `messages/en.ftl` first",
        ]
    );
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let (_, said) = load(&[
        (
            "messages/en.ftl",
            "one = { $x\ntwo = { NUMBER($x) }\nthree = { one }\n-four = x\nfive =\nsix = a\n    .b = c\nsix = d\n",
        ),
        ("messages/turkish.ftl", "a = b\n"),
    ]);
    let written = "a message is written `name = words`; further lines of it are indented";
    let plainly = "write the words out; a message has text, values such as `{ $count }`, and choices by a value";
    assert_eq!(
        said,
        [
            format!("invalid-message `t` `}}` is missing here | {written}"),
            format!("invalid-message `f` the message `five` says nothing | {written}"),
            format!("invalid-message `two` messages cannot have a function | {plainly}"),
            format!("invalid-message `three` messages cannot have another message | {plainly}"),
            format!("invalid-message `four` messages cannot have a term | {plainly}"),
            format!("invalid-message `six` messages cannot have an attribute | {plainly}"),
            "invalid-message `six` the message `six` stands here twice | take one of them out".to_owned(),
            "invalid-message `` `turkish.ftl` is not named for a language | did you mean `tr.ftl`?".to_owned(),
        ]
    );
}
