//! Small sites from bytes: files that know of one another, with words of the fuzzer in every place where an author writes.

use arbitrary::{Arbitrary, Result, Unstructured};
use dossier::source::tree::SourceTree;

/// What an author may call things; most links find something.
const NAMES: [&str; 8] = ["Ada Kestrel", "Işık Balı", "Report", "The Court", "Case 1", "12th hearing", "ahmet", "X"];

/// Where files stand.
const FILES: [&str; 8] = [
    "content/people/ada.md",
    "content/people/isik.md",
    "content/sources/report.md",
    "content/organisations/court.md",
    "content/cases/one.md",
    "content/hearings/twelve.md",
    "content/dossiers/ahmet.md",
    "content/page.md",
];

/// Lines of front matter that are often right.
const LINES: [&str; 24] = [
    "draft: true",
    "publish_after: 2030-01-01T00:00:00+03:00",
    "aliases: [Other, \"Ad, a\"]",
    "lang: tr",
    "summary: Words & <b>words</b>",
    "sources: [\"[[Report]]\"]",
    "redirect_from: [/old/place/]",
    "date: ../XXXX-09-03",
    "date: 2015-10-10/2015-11",
    "case: \"[[Case 1]]\"",
    "judges: [\"[[Ada Kestrel]]\", \"[[Işık Balı]]\"]",
    "people: [\"[[Ada Kestrel]]\", \"[[Işık Balı|he]]\"]",
    "type: judgment",
    "published: 2015-10",
    "url: https://example.org/a?b=c&d=%20",
    "withheld: {how: by-us, why: safety}",
    "corrections: [{date: 2020-01-01, what: \"a <b>\", was: x, now: y}]",
    "replies: [{from: Somebody, date: 2020, text: \"No.\"}]",
    "noindex: true",
    "tags: [a, \"b&c\"]",
    "status: held",
    "number: \"12\"",
    "court: \"[[The Court]]\"",
    "about: [\"[[Işık Balı]]\"]",
];

/// Blocks of text that are often right.
const BLOCKS: [&str; 18] = [
    "Said [[Ada Kestrel]] of [[Işık Balı|him]].",
    "## Heading\n\nText ^p1",
    "> [!testimony] [[Ada Kestrel]] ^s1\n> about: [[Işık Balı]]\n> status: alleged\n> via: [[Report]]\n>\n> He *says*.\n>\n> > \"Words\"",
    "> [!ruling] [[The Court]] ^s2\n> status: established\n> via: [[Report]]\n> contradicts: [[#^s1]]\n>\n> Found.",
    "> [!background] unattributed ^s3\n> status: reported\n> via: [[Report]]\n>\n> It is said.",
    "![[Case 1#Heading]]",
    "![[12th hearing#^s1]]",
    "Cited [@report, p. 4; @ahmet].",
    "Note[^1] and again[^1].\n\n[^1]: With [[Report]].",
    "| a | b |\n|---|:-:|\n| [[Ada Kestrel\\|she]] | `x` |",
    "- [x] done\n- one\n  - two [outside](https://example.org/)",
    "%% a comment %%",
    "> [!note]- Title\n> Text",
    "```js\nvar a = \"</script>\";\n```",
    "[in](../people/ada.md#heading) <mailto:a@example.org> [bad](javascript:x)",
    "Term\n: meaning\n\n==mark== ~~gone~~",
    "<script>alert(1)</script> &lt; &#x202e;",
    "[[12th hearing#^s1|there]], [[Case 1#Heading]], [[#Heading]]",
];

/// What a draft holds, and nothing else.
pub const SECRET: &str = "zqsecretqz";

/// Where the site stands on its host, when it has an address.
pub const BASE: &str = "/a/";

/// A site, and what is known of it beforehand.
pub struct SmallSite {
    /// Its files.
    pub tree: SourceTree,
}

impl<'a> Arbitrary<'a> for SmallSite {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let links = *bytes.choose(&["files", "folders"])?;
        let language = *bytes.choose(&["en", "tr", "ku", "ar"])?;
        let base =
            if bytes.arbitrary()? { format!("base_url = \"https://example.org{BASE}\"\n") } else { String::new() };
        let config = format!("title = \"A & B\"\nlanguage = \"{language}\"\nlinks = \"{links}\"\n{base}");
        let mut files = vec![("dossier.toml".to_owned(), config)];
        let picked: u8 = bytes.arbitrary()?;
        for (index, path) in FILES.iter().enumerate().filter(|(index, _)| picked >> index & 1 == 1) {
            files.push(((*path).to_owned(), file(bytes, index)?));
        }
        let texts = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        Ok(Self { tree: SourceTree::from_texts(texts) })
    }
}

/// The text of the file at `index`. A draft has words of its own that no output may hold.
fn file(bytes: &mut Unstructured<'_>, index: usize) -> Result<String> {
    let key = if index < 2 { "name" } else { "title" };
    let mut lines = String::new();
    for _ in 0..bytes.int_in_range(0..=4)? {
        lines += &piece(bytes, &LINES)?;
        lines.push('\n');
    }
    let mut blocks = String::new();
    for _ in 0..bytes.int_in_range(0..=5)? {
        blocks += &piece(bytes, &BLOCKS)?;
        blocks += "\n\n";
    }
    let is_draft = lines.lines().any(|line| line == LINES[0] || line == LINES[1]);
    let words = if is_draft { SECRET } else { "Words" };
    let name = if is_draft { format!("{} {SECRET}", NAMES[index]) } else { NAMES[index].to_owned() };
    let aliases = if is_draft { format!("aliases: [\"{}\"]\n", NAMES[index]) } else { String::new() };
    Ok(format!("---\n{key}: {name}\n{aliases}{lines}---\n{words}.\n\n{blocks}"))
}

/// One of `known`, or words of the fuzzer.
fn piece(bytes: &mut Unstructured<'_>, known: &[&'static str]) -> Result<String> {
    let number: usize = bytes.int_in_range(0..=known.len() + 2)?;
    match known.get(number) {
        Some(piece) => Ok((*piece).to_owned()),
        None => Ok(bytes.arbitrary::<&str>()?.replace(SECRET, "")),
    }
}
