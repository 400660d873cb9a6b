//! No page is heavier than 30 KB packed, also when one author's own file would make it so: a long text stands in parts, each on a
//! page of its own, and every address leads to the part that it means. Whole sites go in, and what a browser would find comes out.
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names of files that the program writes")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::{Code, Severity};
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// What a page may weigh.
const MOST: usize = 30_000;

type Files = BTreeMap<String, Vec<u8>>;

fn build(config: &str, files: &[(String, String)]) -> Files {
    let mut tree = SourceTree::from_texts([("dossier.toml", config)]);
    for (path, text) in files {
        tree.insert(SourceFile::text(path, text));
    }
    let built = Pipeline::default().build(&tree, &Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap()));
    let errors: Vec<_> = built.diagnostics.iter().filter(|found| found.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    built.value.files.into_iter().map(|file| (file.route.output_path(), file.bytes.to_vec())).collect()
}

const CONFIG: &str = "title = \"Record\"\nbase_url = \"https://record.example/\"\n";

/// What a browser finds on a page.
#[derive(Debug, Default)]
struct Seen {
    ids: Vec<String>,
    links: Vec<String>,
    /// The texts of the paragraphs of the running text.
    paragraphs: Vec<String>,
    text: String,
}

impl Seen {
    fn of(bytes: &[u8]) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).from_utf8().one(bytes);
        let mut seen = Self::default();
        seen.read(&dom.document, false);
        seen
    }

    fn read(&mut self, node: &Handle, in_prose: bool) {
        let mut in_prose = in_prose;
        match &node.data {
            NodeData::Text { contents } => self.text.push_str(&contents.borrow()),
            NodeData::Element { name, attrs, .. } => {
                for attribute in attrs.borrow().iter() {
                    match &*attribute.name.local {
                        "id" => self.ids.push(attribute.value.to_string()),
                        "href" => self.links.push(attribute.value.to_string()),
                        "class" => in_prose |= &*attribute.value == "prose",
                        _ => {}
                    }
                }
                if in_prose && &*name.local == "p" {
                    self.paragraphs.push(words(node));
                }
            }
            _ => {}
        }
        node.children.borrow().iter().for_each(|child| self.read(child, in_prose));
    }
}

fn words(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(words).collect(),
    }
}

struct Site {
    files: Files,
    pages: BTreeMap<String, Seen>,
}

impl Site {
    fn of(files: Files) -> Self {
        let html = files.iter().filter(|(path, _)| path.ends_with(".html"));
        let pages = html.map(|(path, bytes)| (path.clone(), Seen::of(bytes))).collect();
        Self { files, pages }
    }

    /// The pages of a text, first to last.
    fn parts(&self, section: &str, slug: &str) -> Vec<&Seen> {
        let further = (2..).map(|number| format!("index/{section}/{slug}/text/{number}/index.html"));
        std::iter::once(format!("{section}/{slug}/index.html"))
            .chain(further)
            .map_while(|path| self.pages.get(&path))
            .collect()
    }

    fn html(&self, path: &str) -> String {
        String::from_utf8(self.files.get(path).unwrap_or_else(|| panic!("no {path}")).clone()).unwrap()
    }

    /// That no page is too heavy, no id stands twice on one, and every address in every file leads to what it names.
    fn check(&self) {
        let packed = |bytes: &[u8]| {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
            packer.write_all(bytes).unwrap();
            packer.finish().unwrap().len()
        };
        let sizes = self.pages.keys().map(|path| (packed(&self.files[path]), path));
        let heavy: Vec<_> = sizes.filter(|(size, _)| *size > MOST).collect();
        assert!(heavy.is_empty(), "{heavy:?}");
        let mut faults = BTreeSet::new();
        for (path, page) in &self.pages {
            let ids: BTreeSet<&String> = page.ids.iter().collect();
            if ids.len() != page.ids.len() {
                faults.insert(format!("{path}: an id stands twice"));
            }
            if path == "404.html" {
                continue;
            }
            let inside = page.links.iter().filter(|link| !link.contains(':'));
            faults.extend(inside.filter(|link| !self.leads(path, link)).map(|link| format!("{path}: {link}")));
        }
        for (path, bytes) in self.files.iter().filter(|(path, _)| !path.ends_with(".html")) {
            for address in addresses(&String::from_utf8_lossy(bytes)) {
                if !self.leads("", &address) {
                    faults.insert(format!("{path}: {address}"));
                }
            }
        }
        assert!(faults.is_empty(), "{:#?}", faults.iter().take(20).collect::<Vec<_>>());
    }

    fn leads(&self, from: &str, link: &str) -> bool {
        let (address, anchor) = link.split_once('#').unwrap_or((link, ""));
        let target = if address.is_empty() { from.to_owned() } else { resolved(from, address) };
        let has = |page: &Seen| page.ids.iter().any(|id| id == anchor);
        self.files.contains_key(&target) && (anchor.is_empty() || self.pages.get(&target).is_some_and(has))
    }
}

/// The addresses with an anchor in a file that is no page: in tables, feeds and the index for searching.
fn addresses(text: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "/._-#".contains(letter);
    let words = text.split(|letter: char| !is_part(letter));
    let addresses = words.filter(|word| word.contains("index.html#"));
    addresses.map(|word| word.trim_start_matches('/').trim_start_matches("record.example/").to_owned()).collect()
}

fn resolved(from: &str, address: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Words that no two texts have in the same order: they pack as badly as what people write.
struct Words(u64);

impl Words {
    fn number(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 24] = [
            "ka", "ri", "mo", "den", "sal", "ti", "vor", "ne", "lu", "par", "gi", "sto", "be", "an", "ço", "şi", "der",
            "ma", "ğı", "tan", "u", "le", "fe", "ro",
        ];
        // Some words are common, as in every language.
        let rare = self.number(3) == 0;
        let kind = self.number(if rare { 4000 } else { 150 });
        let mut own = Self(kind.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        own.number(2);
        let syllables = 1 + own.number(4);
        (0..syllables).map(|_| SYLLABLES[usize::try_from(own.number(24)).unwrap()]).collect()
    }

    fn text(&mut self, words: usize) -> String {
        let words: Vec<String> = (0..words).map(|_| self.word()).collect();
        words.join(" ") + "."
    }
}

fn people(count: usize) -> Vec<(String, String)> {
    let mut words = Words(7);
    let person = |number| {
        let name = format!("{} {}{number}", words.word(), words.word());
        (format!("content/people/p{number}.md"), format!("---\nname: {name}\nsummary: {}\n---\n", words.text(12)))
    };
    let mut files: Vec<_> = (0..count).map(person).collect();
    for number in 0..40 {
        files.push((
            format!("content/sources/q{number}.md"),
            format!("---\ntitle: Report {number} {}\npublished: 2020-01-02\n---\n", Words(number).text(6)),
        ));
    }
    files
}

fn hearing(count: usize) -> String {
    let mut words = Words(3);
    let mut text = "---\ntitle: First hearing\ndate: 2021-02-03\ncase: \"[[fire]]\"\nwitnesses: [\"[[p1]]\"]\n---\n\nThe beginning.[^long]\n\n".to_owned();
    for number in 1..=count {
        if number % 10 == 1 {
            write!(text, "## Session {number}\n\nOpened.[^n{number}] And again.[^long]\n\n").unwrap();
        }
        let (who, whom, via) = (words.number(30), words.number(60), words.number(40));
        write!(text, "> [!testimony] [[p{who}]] ^s{number}\n> about: [[p{whom}]], [[p{}]]\n> status: alleged\n> via: [[q{via}]]\n", whom + 1)
            .unwrap();
        if number % 4 == 0 {
            writeln!(text, "> contradicts: [[#^s{}]]", number - 3).unwrap();
        }
        write!(text, ">\n> Number {number} says that {}[@q{via}, p. 4]\n\n", words.text(25)).unwrap();
    }
    for number in (1..=count).step_by(10) {
        write!(text, "[^n{number}]: Note of session {number}. See [[#Session 1|the first]] and [[#^s{count}]].\n\n")
            .unwrap();
    }
    text + "[^long]: A note that is cited in all sessions.\n"
}

/// The numbers of what is marked with `word N` on the pages of a text, in order.
fn marked(parts: &[&Seen], word: &str) -> Vec<usize> {
    let number = |text: &String| text.strip_prefix(word)?.split_whitespace().next()?.parse().ok();
    parts.iter().flat_map(|part| part.paragraphs.iter().filter_map(number)).collect()
}

#[test]
fn a_hearing_of_200_statements_stands_in_parts_and_every_address_leads_to_the_right_one() {
    let mut files = people(80);
    files.push(("content/cases/fire.md".into(), "---\ntitle: Fire case\n---\n".into()));
    files.push(("content/hearings/one.md".into(), hearing(200)));
    files.push((
        "content/dossiers/night.md".into(),
        "---\ntitle: The night\ndate: 2021-03-01\n---\nSee [[one#^s150]], [[one#Session 181]] and [[one#^s1]].\n\n![[one#^s199]]\n".into(),
    ));
    let site = Site::of(build(CONFIG, &files));
    site.check();
    let parts = site.parts("hearings", "one");
    assert!(parts.len() > 3, "{}", parts.len());
    let statement = |id: &str| id.strip_prefix('s')?.parse::<usize>().ok();
    let ids = parts.iter().flat_map(|part| part.ids.iter().filter_map(|id| statement(id)));
    assert_eq!(ids.collect::<Vec<_>>(), (1..=200).collect::<Vec<_>>());
    assert_eq!(marked(&parts, "Number "), (1..=200).collect::<Vec<_>>());
    // A footnote stands wherever it is cited, under one number.
    for (number, part) in parts.iter().enumerate() {
        let text = &part.text;
        assert!(text.contains("A note that is cited in all sessions."), "part {}", number + 1);
        assert!(part.ids.contains(&"fn-1".to_owned()));
        assert!(text.contains(&format!("Part {} of {}", number + 1, parts.len())), "{text}");
    }
    let notes = |part: &Seen| part.text.matches("Note of session").count();
    assert_eq!(parts.iter().map(|part| notes(part)).sum::<usize>(), 20);
    // The short list on the first page leads to the whole one.
    assert!(site.html("hearings/one/index.html").contains("index/hearings/one/said/index.html"));
    let rows = |page: &str| site.html(page).matches("<tr role=\"row\" class=\"alleged\">").count();
    let pages = ["", "2/", "3/", "4/"].map(|page| format!("index/hearings/one/said/{page}index.html"));
    assert_eq!(pages.map(|page| rows(&page)).iter().sum::<usize>(), 200);
    let night = site.html("dossiers/night/index.html");
    assert!(night.contains("hearings/one/text/") && night.contains("hearings/one/index.html#s1\""), "{night}");
    let last = format!("index/hearings/one/text/{}/index.html", parts.len());
    let page = site.html(&last);
    assert!(page.contains("rel=\"prev\"") && !page.contains("rel=\"next\""), "{page}");
    assert!(
        page.contains(&format!(
            "<link rel=\"canonical\" href=\"https://record.example/index/hearings/one/text/{}/\">",
            parts.len()
        )),
        "{page}"
    );
    assert!(page.contains("../../../../../hearings/one/index.html\" dir=\"auto\">First hearing</a></li>"), "{page}");
    // The table of contents on the first page leads into all parts.
    let contents: BTreeSet<&str> =
        parts[0].links.iter().filter_map(|link| link.split_once("#h-session")).map(|(page, _)| page).collect();
    assert_eq!(contents.len(), parts.len() + 1, "{contents:?}");
}

#[test]
fn a_person_with_300_corrections_and_100_replies_has_them_over_pages() {
    let mut words = Words(11);
    let mut text = "---\nname: Ada Kestrel\ncorrections:\n".to_owned();
    for number in 0..300 {
        let (what, was, now) = (words.text(18), words.text(9), words.text(9));
        writeln!(
            text,
            "  - {{date: {}-0{}-11, what: \"Correction {number}. {what}\", was: \"{was}\", now: \"{now}\"}}",
            1990 + number / 9,
            1 + number % 9
        )
        .unwrap();
    }
    text.push_str("replies:\n");
    for number in 0..100 {
        writeln!(text, "  - {{from: Counsel, date: 2020-01-02, text: \"Reply {number}. {}\"}}", words.text(60))
            .unwrap();
    }
    text.push_str("---\n");
    let site = Site::of(build(CONFIG, &[("content/people/ada.md".into(), text)]));
    site.check();
    for (list, word, count) in [("corrections", "Correction ", 300), ("replies", "Reply ", 100)] {
        let pages = site.pages.iter().filter(|(path, _)| path.starts_with(&format!("index/people/ada/{list}/")));
        let text: String = pages.map(|(_, page)| page.text.as_str()).collect();
        for number in 0..count {
            assert_eq!(text.matches(&format!("{word}{number}. ")).count(), 1, "{list} {number}");
        }
    }
    let first = site.html("people/ada/index.html");
    assert!(
        first.contains("id=\"corrections\"") && first.contains("index/people/ada/corrections/index.html"),
        "{first}"
    );
}

/// A dossier of `count` paragraphs, each with its number, names, a source and a footnote now and then.
fn dossier(count: usize, length: usize, names: u64) -> String {
    let mut words = Words(5);
    let mut text = "---\ntitle: The night\ndate: 2021-03-01\n---\n".to_owned();
    for number in 1..=count {
        if number % 25 == 2 {
            write!(text, "## Chapter {number}\n\n").unwrap();
        }
        let (one, other, source) = (words.number(names), words.number(names), words.number(40));
        let (before, after) = (words.text(length), words.text(length));
        write!(text, "Paragraph {number} {before} [[p{one}]] {after} [[p{other}]] [@q{source}, p. {number}][^{number}] ^b{number}\n\n").unwrap();
        write!(text, "[^{number}]: Note {number} {}\n\n", words.text(8)).unwrap();
    }
    text
}

#[test]
fn a_dossier_of_250_paragraphs_with_hundreds_of_names_loses_none() {
    let mut files = people(400);
    files.push(("content/dossiers/night.md".into(), dossier(250, 20, 400)));
    let links = "See [[night#^b1]], [[night#^b250]] and [[night#Chapter 227]].";
    files.push(("content/about.md".into(), format!("---\ntitle: About\n---\n{links}\n")));
    let site = Site::of(build(CONFIG, &files));
    site.check();
    let parts = site.parts("dossiers", "night");
    assert!(parts.len() > 2, "{}", parts.len());
    assert_eq!(marked(&parts, "Paragraph "), (1..=250).collect::<Vec<_>>());
    for number in 1..=250 {
        let has = |part: &&&Seen, id: &str| part.ids.iter().any(|own| *own == format!("{id}{number}"));
        let at = parts
            .iter()
            .find(|part| has(part, "b-b") || has(part, "b"))
            .unwrap_or_else(|| panic!("no paragraph {number}"));
        assert!(has(&at, "fnref-") && has(&at, "fn-"), "the footnote {number} stands where it is cited");
    }
    assert!(site.html("dossiers/night/index.html").contains("index/dossiers/night/named/index.html"));
    let named = site.pages.iter().filter(|(path, _)| path.starts_with("index/dossiers/night/named/"));
    let links: BTreeSet<&String> =
        named.flat_map(|(_, page)| &page.links).filter(|link| link.contains("people/p")).collect();
    let cited = parts.iter().flat_map(|part| &part.links).filter_map(|link| link.rsplit("people/").next());
    let cited: BTreeSet<&str> = cited.filter(|link| link.starts_with('p')).collect();
    assert_eq!(links.len(), cited.len());
    assert!(links.len() > 250, "{}", links.len());
}

#[test]
fn a_dossier_of_4_mb_is_read_page_by_page() {
    let mut files = people(100);
    let text = dossier(4900, 45, 100);
    assert!((3_500_000..4_150_000).contains(&text.len()), "{}", text.len());
    files.push(("content/dossiers/night.md".into(), text));
    let site = Site::of(build(CONFIG, &files));
    site.check();
    assert_eq!(marked(&site.parts("dossiers", "night"), "Paragraph "), (1..=4900).collect::<Vec<_>>());
}

const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Text that hardly packs at all.
#[test]
fn a_text_of_keys_and_hashes_is_no_heavier() {
    let mut numbers = Words(13);
    let mut text = "---\ntitle: Keys\n---\n".to_owned();
    for number in 1..=200 {
        let key: String =
            (0..1000).map(|_| char::from(LETTERS[usize::try_from(numbers.number(64)).unwrap()])).collect();
        write!(text, "Key {number} {key}\n\n").unwrap();
    }
    let site = Site::of(build(CONFIG, &[("content/keys.md".into(), text)]));
    site.check();
    let further = (2..).map(|number| format!("index/pages/keys/text/{number}/index.html"));
    let pages = std::iter::once("keys/index.html".to_owned()).chain(further);
    let parts: Vec<&Seen> = pages.map_while(|path| site.pages.get(&path)).collect();
    assert_eq!(marked(&parts, "Key "), (1..=200).collect::<Vec<_>>());
}

#[test]
fn each_language_cuts_its_own_text_and_the_switch_leads_to_its_beginning() {
    let mut files = people(100);
    files.push(("content/dossiers/night.md".into(), dossier(200, 20, 100)));
    let long = dossier(300, 20, 100).replace("title: The night\ndate: 2021-03-01\n", "title: Gece\n");
    files.push(("content/dossiers/night.tr.md".into(), long));
    let site = Site::of(build(&format!("{CONFIG}languages = [\"tr\"]\n"), &files));
    site.check();
    let own = site.parts("dossiers", "night").len();
    let path = format!("index/dossiers/night/text/{own}/index.html");
    assert!(
        site.html(&path).contains("../../tr/dossiers/night/index.html\" lang=\"tr\" hreflang=\"tr\""),
        "{}",
        site.html(&path)
    );
    let further = |path: &&String| path.starts_with("tr/index/dossiers/night/text/");
    let other = 1 + site.pages.keys().filter(further).count();
    assert!(other > own, "{other} {own}");
    let page = site.html("tr/index/dossiers/night/text/3/index.html");
    assert!(
        page.contains(&format!("Bölüm 3 / {other}")) && !page.contains("rel=\"alternate\" hreflang=\"en\""),
        "{page}"
    );
}

#[test]
fn a_text_on_someone_accused_says_on_each_part_that_they_are_presumed_innocent() {
    let mut files = people(100);
    let text = dossier(100, 20, 100).replace("title: The night\ndate: 2021-03-01\n", "name: Bora Heron\n");
    files.push(("content/people/bora.md".into(), text));
    let case = "---\ntitle: Fire case\nparties:\n  - {who: \"[[bora]]\", stage: on-trial, as_of: 2021-01-10, source: \"[[q1]]\"}\n---\n";
    files.push(("content/cases/fire.md".into(), case.into()));
    let site = Site::of(build(CONFIG, &files));
    site.check();
    let parts = site.parts("people", "bora");
    assert!(parts.len() > 2);
    assert!(parts.iter().all(|part| part.text.contains("is presumed innocent until proved guilty")));
}

#[test]
fn a_text_that_a_page_holds_has_one_part() {
    let mut files = people(30);
    files.push(("content/dossiers/night.md".into(), dossier(20, 20, 30)));
    let site = Site::of(build(CONFIG, &files));
    site.check();
    assert_eq!(site.parts("dossiers", "night").len(), 1);
    assert!(!site.files.keys().any(|path| path.contains("/text/")));
    assert!(!site.html("dossiers/night/index.html").contains("Part 1 of"));
}

/// The pages of `text`, a dossier that is a single block, on a site where another page links to `links` in it.
fn single_block(text: &str, links: &str) -> Site {
    let mut files = people(400);
    files.push(("content/dossiers/block.md".into(), format!("---\ntitle: The block\ndate: 2021-03-01\n---\n{text}")));
    files.push(("content/about.md".into(), format!("---\ntitle: About\n---\n{links}\n")));
    let site = Site::of(build(CONFIG, &files));
    site.check();
    assert!(site.parts("dossiers", "block").len() > 5);
    site
}

/// The HTML of the pages of that dossier.
fn pages_of_block(site: &Site) -> Vec<String> {
    let further = 2..=site.parts("dossiers", "block").len();
    let paths = further.map(|number| format!("index/dossiers/block/text/{number}/index.html"));
    std::iter::once("dossiers/block/index.html".to_owned()).chain(paths).map(|path| site.html(&path)).collect()
}

#[test]
fn a_list_of_3000_items_with_names_goes_on_over_pages() {
    let mut words = Words(17);
    let mut text = String::new();
    for number in 1..=3000 {
        let (who, source) = (words.number(400), words.number(40));
        let said = words.text(8);
        writeln!(text, "{number}. Item {number} [[p{who}]] {said} [@q{source}, p. {number}][^every] ^i{number}")
            .unwrap();
    }
    text.push_str("\n[^every]: A note on every item.\n");
    let site = single_block(&text, "See [[block#^i1]], [[block#^i1500]] and [[block#^i3000]].");
    let parts = site.parts("dossiers", "block");
    let item = |id: &String| id.strip_prefix('i')?.parse::<usize>().ok();
    let ids: Vec<usize> = parts.iter().flat_map(|part| part.ids.iter().filter_map(item)).collect();
    assert_eq!(ids, (1..=3000).collect::<Vec<_>>());
    for (number, (part, html)) in parts.iter().zip(pages_of_block(&site)).enumerate() {
        let first = part.ids.iter().find_map(item).unwrap();
        let start = if first == 1 { "<ol>".to_owned() } else { format!("<ol class=\"continued\" start=\"{first}\">") };
        assert!(html.contains(&format!("{start}\n")), "part {} begins with item {first}", number + 1);
        assert!(part.text.contains("A note on every item."), "part {}", number + 1);
    }
}

#[test]
fn a_table_of_3000_rows_goes_on_over_pages_each_with_its_head() {
    let mut words = Words(19);
    let mut text = "| Number | Who[^who] | What [@q7] |\n|--:|---|---|\n".to_owned();
    for number in 1..=3000 {
        writeln!(text, "| Row {number} | [[p{}]] | {} |", words.number(400), words.text(8)).unwrap();
    }
    text.push_str("\n^rows1\n\n[^who]: Names as in the record.\n");
    let site = single_block(&text, "See [[block#^rows1]].");
    let mut next = 1;
    for (part, html) in site.parts("dossiers", "block").iter().zip(pages_of_block(&site)) {
        assert_eq!(html.matches("<thead>").count(), 1);
        assert!(html.contains("<th scope=\"col\" class=\"align-right\">Number</th>"), "{html}");
        // What the head cites stands on each page with it.
        assert!(part.text.contains("Names as in the record.") && part.ids.contains(&"cite-1".to_owned()));
        for row in html.split("<td class=\"align-right\">Row ").skip(1) {
            assert_eq!(row.split('<').next(), Some(next.to_string().as_str()));
            next += 1;
        }
    }
    assert_eq!(next, 3001);
}

#[test]
fn a_quote_or_callout_of_400_paragraphs_says_on_each_page_whose_words_it_holds() {
    for (marker, class) in
        [("[!quote]", "<blockquote>"), ("[!disputed]", "<div class=\"callout callout-disputed\" role=\"note\">")]
    {
        let mut words = Words(23);
        let mut text = format!("> {marker} The words of [[p7]] to the court [@q3, p. 1]\n");
        for number in 1..=400 {
            let said = words.text(40);
            write!(text, "> Paragraph {number} {said}[^n{number}] ^p{number}-a\n>\n").unwrap();
        }
        for number in 1..=400 {
            write!(text, "\n[^n{number}]: Note {number}.\n").unwrap();
        }
        let site = single_block(&text, "See [[block#^p1-a]], [[block#^p200-a]] and [[block#^p400-a]].");
        let parts = site.parts("dossiers", "block");
        assert_eq!(marked(&parts, "Paragraph "), (1..=400).collect::<Vec<_>>());
        for html in pages_of_block(&site) {
            assert_eq!(html.matches(class).count(), 1, "{html}");
            let title = html.split("<p class=\"callout-title\">").nth(1).unwrap().split("</p>").next().unwrap();
            assert!(title.starts_with("The words of <a href=") && title.contains("people/p7/"), "{title}");
        }
    }
}

#[test]
fn a_page_that_shows_long_ones_has_their_beginnings_and_the_ways_to_them() {
    let mut files = people(100);
    files.push(("content/dossiers/night.md".into(), dossier(250, 20, 100)));
    let mut list = "---\ntitle: The list\ndate: 2021-03-02\n---\n".to_owned();
    for number in 1..=3000 {
        writeln!(list, "- Point {number} of the list").unwrap();
    }
    files.push(("content/dossiers/list.md".into(), list));
    let short = "---\ntitle: Short\ndate: 2021-03-03\n---\nAll of it.\n\n![[night#Chapter 27]]\n\nIts end.\n";
    files.push(("content/dossiers/short.md".into(), short.into()));
    let shows = "# Night\n\n![[night]]\n\n# List\n\n![[list]]\n\n# Short\n\n![[short]]\n\n";
    files.push((
        "content/dossiers/shows.md".into(),
        format!("---\ntitle: Shows\ndate: 2021-03-04\n---\n{}", shows.repeat(6)),
    ));
    let site = Site::of(build(CONFIG, &files));
    site.check();
    let parts = site.parts("dossiers", "shows");
    assert!(parts.len() > 1);
    let text: String = parts.iter().map(|part| part.text.as_str()).collect();
    for (words, times) in [
        ("Paragraph 1 ", 6),
        ("Paragraph 200 ", 0),
        ("Point 1 of", 6),
        ("Point 2000 of", 0),
        // The section stands within what is shown as far as there is room for it.
        ("Paragraph 27 ", 6),
        ("Paragraph 51 ", 0),
        // What follows it stands there too, where it still fits.
        ("Its end.", 6),
        ("Continue reading: The night", 12),
        ("Continue reading: The list", 6),
        ("Continue reading: Short", 0),
    ] {
        assert_eq!(text.matches(words).count(), times, "{words}");
    }
    let page = site.html("dossiers/short/index.html");
    assert!(page.contains("Paragraph 27 ") && page.contains("Its end.") && page.contains("Continue reading"), "{page}");
}

/// A statement of this hearing, with one line more.
fn said(words: &mut Words, number: usize, who: u64, line: &str) -> String {
    let via = words.number(40);
    let said = words.text(10);
    format!(
        "> [!testimony] [[p{who}]] ^s{number}\n> about: [[p59]]\n> status: alleged\n> via: [[q{via}]]\n{line}>\n> {said}\n\n"
    )
}

fn of_hearing(number: usize, statements: &str) -> (String, String) {
    let head =
        format!("---\ntitle: Hearing {number}\nnumber: {number}\ncase: \"[[fire]]\"\ndate: 2021-01-0{number}\n---\n");
    (format!("content/hearings/h{number}.md"), head + statements)
}

/// The pages below a folder, one after the other.
fn below<'a>(site: &'a Site, folder: &'a str) -> impl Iterator<Item = &'a Seen> {
    site.pages.iter().filter(move |(path, _)| path.starts_with(folder)).map(|(_, page)| page)
}

#[test]
fn a_statement_to_which_a_thousand_others_relate_shows_five_and_leads_to_all() {
    let mut words = Words(29);
    let mut files = people(60);
    files.push(("content/cases/fire.md".into(), "---\ntitle: Fire case\n---\n".into()));
    let hearings = files.len();
    files.push(of_hearing(1, &said(&mut words, 1, 0, "")));
    let relations = ["contradicts", "denies", "supports", "repeats"];
    for hearing in 2..=6 {
        let one = |number: usize| {
            let line = format!("> {}: [[h1#^s1]]\n", relations[number % 4]);
            let who = 1 + words.number(50);
            said(&mut words, number, who, &line)
        };
        files.push(of_hearing(hearing, &(1..=200).map(one).collect::<String>()));
    }
    let site = Site::of(build(CONFIG, &files));
    site.check();
    // Where the statement stands it shows the first of them, and says how many more there are.
    let own = &site.pages["hearings/h1/index.html"];
    assert_eq!(
        own.text.matches("All 1,000 relations of statement 1 995 more").count(),
        2,
        "in the table and in the text"
    );
    for page in ["hearings/h1/index.html", "people/p0/index.html"] {
        let html = site.html(page);
        assert!(html.contains("index/hearings/h1/related/1/index.html"), "{html}");
        let list = html.split("<ul class=\"relations\">").nth(1).unwrap().split("</ul>").next().unwrap();
        assert_eq!(list.matches("<li ").count(), 5);
    }
    // Its origins are the 40 sources, its own among them: what speaks for it are the 500 that support and repeat it.
    assert!(own.text.contains("All 40 origins of statement 1"), "{}", own.text);
    let via = |text: &str| text.split("> via: ").nth(1).map(|rest| rest.split('\n').next().unwrap().to_owned());
    let (source, of_others) = (via(&files[hearings].1), files[hearings + 1..].iter().map(|(_, text)| text.as_str()));
    let speaks_for = |text: &&str| text.contains("> supports:") || text.contains("> repeats:");
    let with_another = |text: &&str| via(text) != source;
    let others = of_others.flat_map(|text| text.split("> [!testimony]").skip(1)).filter(speaks_for);
    let others = others.filter(with_another).count();
    let statement = |link: &&String| link.contains("#s") && !link.contains("hearings/h1/");
    for (folder, count) in [("index/hearings/h1/related/1/", 1000), ("index/hearings/h1/origins/1/", others)] {
        let links = below(&site, folder).flat_map(|page| page.links.iter().filter(statement));
        let links: BTreeSet<&str> = links.map(|link| link.trim_start_matches("../")).collect();
        assert_eq!(links.len(), count, "{folder}");
    }
    let related: String = below(&site, "index/hearings/h1/related/1/").map(|page| page.text.as_str()).collect();
    for relation in ["Contradicted by", "Denied by", "Supported by", "Repeated by"] {
        assert_eq!(related.matches(relation).count(), 250, "{relation}");
    }
    // Who speaks stands beside each; which statement it is about stands above the list, with its speaker and standing.
    let first = &site.pages["index/hearings/h1/related/1/index.html"].text;
    assert!(first.contains("About statement 1 (") && first.contains(", alleged)."), "{first}");
    // What follows for the speaker goes over pages as well.
    let speaker = site.html("people/p0/index.html");
    for (list, words) in [("disagreements", " contradicts statement 1 ("), ("denials", "Denied: statement 1 (")] {
        assert!(speaker.contains(&format!("index/people/p0/{list}/index.html")), "{list}: {speaker}");
        let all: String = below(&site, &format!("index/people/p0/{list}/")).map(|page| page.text.as_str()).collect();
        assert_eq!(all.matches(words).count(), 250, "{list}");
    }
}

#[test]
fn a_hearing_of_which_each_statement_is_contradicted_ten_times_is_no_heavier() {
    let mut words = Words(31);
    let mut files = people(60);
    files.push(("content/cases/fire.md".into(), "---\ntitle: Fire case\n---\n".into()));
    let first: String = (1..=100).map(|number| said(&mut words, number, 1 + number as u64 % 50, "")).collect();
    files.push(of_hearing(1, &first));
    for hearing in 2..=6 {
        let one = |number: usize| {
            let line = format!("> contradicts: [[h1#^s{}]]\n", 1 + number % 100);
            let who = 1 + words.number(50);
            said(&mut words, number, who, &line)
        };
        files.push(of_hearing(hearing, &(1..=200).map(one).collect::<String>()));
    }
    let site = Site::of(build(CONFIG, &files));
    site.check();
    let lists = site.pages.keys().filter(|path| path.starts_with("index/hearings/h1/related/"));
    assert_eq!(lists.count(), 100);
}

#[test]
fn a_hearing_that_rests_on_600_sources_names_the_first_and_says_how_many_more() {
    let mut files = people(2);
    files.push(("content/cases/fire.md".into(), "---\ntitle: Fire case\n---\n".into()));
    for number in 0..600 {
        let origin = format!("---\ntitle: Origin {number}\n---\n");
        let report = format!("---\ntitle: Report {number}\nderived_from: [\"[[Origin {number}]]\"]\n---\n");
        files.push((format!("content/sources/origin-{number}.md"), origin));
        files.push((format!("content/sources/report-{number}.md"), report));
    }
    let one = |number: usize| {
        format!(
            "> [!testimony] [[p0]] ^s{number}\n> about: [[p1]]\n> status: alleged\n> via: [[Report {}]], [[Report {}]], [[Report {}]]\n>\n> Said so.\n\n",
            number * 3,
            number * 3 + 1,
            number * 3 + 2
        )
    };
    files.push(of_hearing(1, &(0..200).map(one).collect::<String>()));
    let site = Site::of(build(CONFIG, &files));
    site.check();
    let text = &site.pages["hearings/h1/index.html"].text;
    assert!(text.contains("All 200 statements here rest on 600 sources: Report 0, Report 1, "), "{text}");
    assert!(text.contains("Report 23 and 576 more."), "{text}");
    assert!(text.contains("Report 11 retells Origin 11. And 588 more."), "{text}");
    // None is lost: each stands with its statement.
    let parts = below(&site, "hearings/h1/").chain(below(&site, "index/hearings/h1/text/"));
    let parts = parts.flat_map(|page| page.links.iter());
    let reports: BTreeSet<&str> =
        parts.filter_map(|link| link.split("sources/report-").nth(1)?.split('/').next()).collect();
    assert_eq!(reports.len(), 600);
}

#[test]
fn a_person_with_1000_other_names_shows_40_and_leads_to_all() {
    let mut words = Words(37);
    let names: Vec<String> = (0..1000).map(|number| format!("{} Kestrel {number}", words.word())).collect();
    let list: Vec<String> = names.iter().map(|name| format!("  - {name}\n")).collect();
    let text = format!("---\nname: Ada Kestrel\naliases:\n{}---\n", list.concat());
    let court = text.replace("name: Ada Kestrel", "name: Court").replace(" Kestrel ", " Chamber ");
    let files = [("content/people/ada.md".into(), text), ("content/organisations/court.md".into(), court)];
    let site = Site::of(build(CONFIG, &files));
    site.check();
    let own = site.html("people/ada/index.html");
    assert_eq!(names.iter().filter(|name| own.contains(&format!(">{name}</dd>"))).count(), 40);
    assert!(own.contains("index/people/ada/aliases/index.html\">All 1,000</a>"), "{own}");
    let all: Vec<String> = (site.pages.keys())
        .filter(|path| path.starts_with("index/people/ada/aliases/"))
        .map(|path| site.html(path))
        .collect();
    let stands = |name: &&String| all.iter().filter(|page| page.contains(&format!(">{name}</li>"))).count() == 1;
    assert_eq!(names.iter().filter(stands).count(), 1000);
    // The data and the search have all of them.
    let data = site.html("data/entities.json");
    assert!(names.iter().all(|name| data.contains(&format!("\"{name}\""))));
    let court = site.html("organisations/court/index.html");
    assert_eq!(court.matches(" Chamber ").count(), 80, "on the page, and for machines");
}

/// What is said of a site of one dossier with this text.
fn told(text: &str) -> Vec<String> {
    let page = format!("---\ntitle: The night\ndate: 2021-03-01\n---\n{text}");
    let mut tree = SourceTree::from_texts([("dossier.toml", CONFIG), ("content/dossiers/night.md", page.as_str())]);
    for (path, text) in people(2) {
        tree.insert(SourceFile::text(&path, &text));
    }
    let built = Pipeline::default().build(&tree, &Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap()));
    let heavy = built.diagnostics.iter().filter(|found| found.code == Code::HeavyBlock);
    let told = heavy.map(|found| {
        let range = found.span.range();
        let line = page[..range.start].matches('\n').count() + 1;
        let column = page[..range.start].chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        let words: String = page[range].chars().take(12).collect();
        format!("{line}:{column} {words} | {} | {}", found.message, found.help)
    });
    told.collect()
}

#[test]
fn a_block_that_no_page_can_hold_is_told_with_its_place() {
    let mut words = Words(41);
    let long = words.text(16_000);
    let code: String = (0..1600).map(|_| words.text(10) + "\n").collect();
    let text = format!(
        "Short.\n\nLong {long}\n\n- One\n- Item {long}\n\n```text\n{code}```\n\n\
         > [!background] unattributed ^s1\n> about: [[p0]]\n> status: alleged\n> via: [[q1]]\n>\n> Said {long}\n"
    );
    let beginning = |count| long.chars().take(count).collect::<String>();
    let at = |block: &str| text[..text.find(block).unwrap()].matches('\n').count() + 5;
    assert_eq!(
        told(&text),
        [
            format!(
                "{}:1 Long {} | this paragraph is so long that its page can be heavier than 30 KB | divide it with an empty line: a text goes on over pages between its paragraphs",
                at("Long "),
                beginning(7)
            ),
            format!(
                "{}:1 - Item {} | this block is so long that its page can be heavier than 30 KB | divide it: a text goes on over pages between paragraphs, items and rows",
                at("- Item"),
                beginning(5)
            ),
            format!(
                "{}:1 ```text | this block of code is so long that its page can be heavier than 30 KB | divide it into several blocks of code, or put it into a file and link to that",
                at("```text")
            ),
            format!(
                "{}:1 > [!backgrou | this statement is so long that its page can be heavier than 30 KB | write it as several statements, or shorten what it names and quotes",
                at("> [!back")
            ),
        ]
    );
}

#[test]
fn what_can_be_divided_or_packs_well_is_not_told() {
    let mut words = Words(43);
    // Its colours alone are more than its letters, and pack to nearly nothing.
    let code = "let answer = 41 + 1;\n".repeat(900);
    let list: Vec<String> = (0..2000).map(|number| format!("- Item {number} {}\n", words.text(6))).collect();
    let one = words.text(5000);
    let paragraphs: String = (0..200).map(|_| words.text(60) + "\n\n").collect();
    assert_eq!(told(&format!("{paragraphs}{one}\n\n{}\n\n```rust\n{code}```\n", list.concat())), [""; 0]);
}
