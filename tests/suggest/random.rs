//! On random pages, `--fix` changes the bytes of its links alone, a second run finds none of them, and the site reads as before.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use dossier::command::suggest::{Link, Look, look, write};
use dossier::document::body::Chunk;
use dossier::document::{Document, Settings, parse};
use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::Code;
use dossier::foundation::language::Language;
use dossier::pipeline::Options;
use dossier::source::tree::SourcePath;
use proptest::prelude::*;

use super::folder::Folder;

/// `NAME` is one of the names.
const PIECES: &[&str] = &[
    "NAME",
    "NAME'in",
    "NAME’yi, ",
    "**NAME**",
    "*NAME* ",
    "\"NAME\"",
    "'NAME'",
    "(NAME)",
    "==NAME==",
    "~~NAME~~",
    "[[NAME]]",
    "[[NAME|o]]",
    "`NAME`",
    "%%NAME%%",
    "\\*NAME\\*",
    "NAME.\n\nwords",
    "\n\n- NAME\n- ",
    "\n\n> NAME\n> ",
    "\n\n> [!note] NAME\n> ",
    "\n\n## NAME\n\n",
    "\n\n| NAME | b |\n|---|---|\n| NAME | NAME'in |\n\n",
    "\n\n```\nNAME\n```\n\n",
    "\n\n> [!testimony] [[Ada Kaya]] ^sN\n> status: alleged\n>\n> NAME said\n> >\n> > so NAME.\n\n",
    "https://example.org/NAME ",
    "&amp;NAME",
    "ve",
    "**o NAME",
    "** ",
    "\n",
    "  \n",
    "_o NAME_",
    "x_NAME",
    "NAME-in",
    "!NAME",
];

const NAMES: &[&str] = &[
    "Ada Kaya",
    "A. Kaya",
    "Ada\nKaya",
    "**Ada** Kaya",
    "Ada *Kaya*",
    "İlhami Balı",
    "İLHAMİ BALI",
    "ilhami balı",
    "Ilhami Bali",
    "Şêrîn\nDîlan Çiçek",
    "Seán O'Brien",
    "Seán O’Brien",
    "Kaya",
    "Veli Ün",
    "Yarın Gazetesi",
    "Ankara",
    "Ada Kayalı",
    "K. Ada",
    "Sabah Postası",
    "Ahmet Taş",
    "Cemal Taş",
];

const FILES: &[(&str, &str)] = &[
    ("dossier.toml", "title = \"Records\"\nlanguages = [\"tr\", \"ku\"]\n"),
    ("content/people/ada-kaya.md", "---\nname: Ada Kaya\naliases: [A. Kaya]\n---\n"),
    ("content/people/ilhami.md", "---\nname: İlhami Balı\n---\n"),
    ("content/people/sirin.md", "---\nname: Şêrîn Dîlan Çiçek\ndraft: true\n---\n"),
    ("content/people/sean.md", "---\nname: Seán O'Brien\n---\n"),
    ("content/people/veli-1.md", "---\nname: Veli Ün\n---\n"),
    ("content/people/veli-2.md", "---\nname: Veli Ün\nnot_same_as: \"[[people/veli-1]]\"\n---\n"),
    ("content/organisations/yarin.md", "---\nname: Yarın Gazetesi\n---\n"),
    ("content/places/ankara.md", "---\nname: Ankara\n---\n"),
    ("content/people/ada-kaya.tr.md", "---\nname: Ada Kayalı\naliases: [K. Ada]\n---\n"),
    ("content/people/ada-kaya.ku.md", "---\nname: Ahmet Taş\ndraft: true\n---\n"),
    // A name that is one person's in Turkish and two people's in Kurmancî.
    ("content/people/veli-1.tr.md", "---\nname: Ahmet Taş\n---\n"),
    ("content/people/veli-1.ku.md", "---\nname: Ahmet Taş\n---\n"),
    ("content/people/veli-2.tr.md", "---\nname: Cemal Taş\ndraft: true\n---\n"),
    ("content/organisations/yarin.tr.md", "---\nname: Sabah Postası\ndraft: true\n---\n"),
];

/// How a page is in another language: with the same statements, and other names where it may have others.
#[derive(Debug, Clone, Copy)]
struct Translation {
    /// How far the names are moved on in the list of names.
    others: usize,
    is_draft: bool,
}

fn page(pieces: &[(usize, usize)], line_end: &str, mark: &str, translation: Option<Translation>) -> String {
    let is_draft = translation.is_some_and(|translation| translation.is_draft);
    let mut text = format!("---\ntitle: Notes\n{}---\n", if is_draft { "draft: true\n" } else { "" });
    for (number, (piece, name)) in pieces.iter().enumerate() {
        let piece = PIECES[*piece];
        // A quote is the same in every language.
        let moved = translation.filter(|_| !piece.contains("sN")).map_or(0, |translation| translation.others);
        let name = &((name + moved) % NAMES.len());
        // Over the end of a line there is no link, no heading and no row.
        let is_line =
            piece.contains("[[NAME") || piece.contains('|') || piece.contains("## ") || piece.contains("https");
        let name = if is_line { NAMES[*name].replace('\n', " ") } else { NAMES[*name].to_owned() };
        let name = if piece.contains("[[NAME") { "Ada Kaya".to_owned() } else { name };
        let name = if piece.starts_with("\n\n> ") { name.replace('\n', "\n> ") } else { name };
        text += " ";
        text += &piece.replace("NAME", &name).replace("sN", &format!("s{number}"));
    }
    format!("{mark}{}", text.replace('\n', line_end))
}

/// What a reader reads of the body.
fn read(path: &str, text: &str) -> String {
    let settings = Settings::new(Language::english(), &[]);
    let path = path.replace(".tr.md", ".md").replace(".ku.md", ".md");
    let document = parse(&SourcePath::new(&path), text.trim_start_matches('\u{feff}'), &settings).value.unwrap();
    let mut out = String::new();
    chunks(&document, &document.body.content.open().0, &mut out);
    out
}

fn chunks(document: &Document, all: &[Chunk], out: &mut String) {
    for chunk in all {
        match chunk {
            Chunk::Html(html) => out.push_str(html),
            Chunk::Link { label: Some(label), .. } => out.push_str(label),
            Chunk::Link { mention, label: None } => out.push_str(&document.mention(*mention).unwrap().target.name),
            Chunk::Statement(index) => {
                chunks(document, &document.body.statements[*index as usize].words.unshown().0, out);
            }
            other => write!(out, "{other:?}").unwrap(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn only_links_are_written_and_a_second_run_finds_none_of_them(
        pages in prop::collection::vec(
            (
                prop::collection::vec((0..PIECES.len(), 0..NAMES.len()), 0..25),
                any::<bool>(),
                any::<bool>(),
                prop::option::of((0..NAMES.len(), any::<bool>(), any::<bool>())),
            ),
            1..4,
        ),
    ) {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for (number, (pieces, is_windows, has_mark, translation)) in pages.iter().enumerate() {
            let folder = ["content", "content/dossiers", "content/a/b"][number];
            let page = |translation| {
                page(pieces, if *is_windows { "\r\n" } else { "\n" }, if *has_mark { "\u{feff}" } else { "" }, translation)
            };
            texts.insert(format!("{folder}/notes-{number}.md"), page(None));
            if let Some((others, is_draft, is_kurmanci)) = *translation {
                let language = if is_kurmanci { "ku" } else { "tr" };
                let text = page(Some(Translation { others, is_draft }));
                texts.insert(format!("{folder}/notes-{number}.{language}.md"), text);
            }
        }
        let files = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        let folder = Folder::with(FILES.iter().copied().chain(files));
        let before = folder.texts();
        let options = Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap());
        let outcome = look(folder.path(), &options).unwrap();
        prop_assert!(outcome.diagnostics.is_empty(), "{:#?}", outcome.diagnostics);
        let first = outcome.value.unwrap();
        let accepted: Vec<&Link> = first.suggestions.iter().filter_map(|found| found.link.as_ref()).collect();
        let written = write(folder.path(), &first, &accepted, &options).unwrap();
        prop_assert_eq!((written.links, written.left), (accepted.len(), 0));

        let mut expected = before.clone();
        for link in accepted.iter().rev() {
            let text = expected.get_mut(link.path.as_str()).unwrap();
            let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
            let place = link.range.start + mark..link.range.end + mark;
            prop_assert!(link.new.contains(&text[place.clone()]), "{} in {}", link.new, &text[place]);
            text.replace_range(place, &link.new);
        }
        let after = folder.texts();
        prop_assert_eq!(&after, &expected);

        let outcome = look(folder.path(), &options).unwrap();
        prop_assert!(outcome.diagnostics.is_empty(), "{:#?}", outcome.diagnostics);
        let second = outcome.value.unwrap();
        let left: Vec<&Link> = second.suggestions.iter().filter_map(|found| found.link.as_ref()).collect();
        prop_assert!(left.is_empty(), "{:#?}", left);
        // What stands beside a name counts: a surname beside one that is a link now stands alone.
        let unlinked = |look: &Look| {
            look.suggestions.iter().filter(|found| found.diagnostic.code == Code::UnlinkedMention).count()
        };
        prop_assert_eq!(unlinked(&second), unlinked(&first) - accepted.len());
        for path in texts.keys() {
            prop_assert_eq!(read(path, &before[path]), read(path, &after[path]));
        }
    }
}
