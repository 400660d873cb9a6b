//! Sites that grow in one thing. Knows how to write them; every name is different, and every link leads somewhere.

use std::fmt::Write as _;

use dossier::foundation::language::Language;

/// `dossier.toml`.
pub const CONFIG: &str = "title = \"Record\"\nbase_url = \"https://record.example/\"\n";

pub type Files = Vec<(String, String)>;

/// A site that grows in one thing.
pub struct Shape {
    /// What it grows in.
    pub name: &'static str,
    /// How many there are in the smallest.
    pub n: usize,
    /// Its files beside the configuration, with so many.
    pub make: fn(usize) -> Files,
}

impl Shape {
    /// All its files with `count`.
    pub fn files(&self, count: usize) -> Files {
        let mut files = (self.make)(count);
        files.push(("dossier.toml".into(), CONFIG.into()));
        files
    }
}

/// All of them.
pub const ALL: &[Shape] = &[
    Shape { name: "documents", n: 100, make: documents },
    Shape { name: "links of one document", n: 400, make: links },
    Shape { name: "statements of one hearing", n: 300, make: statements },
    Shape { name: "statements of one person over hearings", n: 100, make: spoken },
    Shape { name: "statements against one statement", n: 100, make: contradictions },
    Shape { name: "aliases of one person", n: 400, make: aliases },
    Shape { name: "files in one folder", n: 320, make: folder },
    Shape { name: "hearings of one case", n: 150, make: hearings },
    Shape { name: "parties of one case", n: 120, make: parties },
    Shape { name: "mentions of one person", n: 160, make: mentions },
    Shape { name: "paragraphs of one dossier", n: 120, make: paragraphs },
    Shape { name: "headings of one dossier", n: 200, make: headings },
    Shape { name: "sources that retell one another", n: 100, make: retellings },
    Shape { name: "events at one place", n: 100, make: events },
    Shape { name: "corrections of one page", n: 150, make: corrections },
    Shape { name: "redirects to one page", n: 150, make: redirects },
];

/// A word that no other number has, in letters alone: three syllables for each digit of the number to the base of 24.
pub fn word(mut number: usize) -> String {
    const SYLLABLES: [&str; 24] = [
        "ka", "ri", "mo", "den", "sal", "ti", "vor", "ne", "lu", "par", "gi", "sto", "be", "an", "cho", "shi", "der",
        "ma", "gan", "tan", "ul", "le", "fe", "ro",
    ];
    let mut word = String::from("M");
    for _ in 0..5 {
        word.push_str(SYLLABLES[number % 24]);
        number /= 24;
    }
    word
}

/// A sentence of its own for each number.
pub fn sentence(number: usize) -> String {
    let words: Vec<String> = (0..12).map(|at| word(number * 31 + at * 977).to_lowercase()).collect();
    format!("It {}.", words.join(" "))
}

fn person(number: usize) -> (String, String) {
    let text = format!("---\nname: {} Heron\n---\n{}\n", word(number), sentence(number));
    (format!("content/people/p{number}.md"), text)
}

fn people(count: usize) -> Files {
    (0..count).map(person).collect()
}

fn day(number: usize) -> String {
    format!("20{:02}-{:02}-{:02}", number / 336 % 100, 1 + number / 28 % 12, 1 + number % 28)
}

/// Dossiers that name people, hearings with statements, places: a whole site.
fn documents(count: usize) -> Files {
    let names = count / 5 + 5;
    let mut files = people(names);
    files.push(("content/cases/fire.md".into(), "---\ntitle: Fire case\n---\n".into()));
    files.push(("content/sources/q.md".into(), "---\ntitle: Minutes\npublished: 2020-01-02\n---\n".into()));
    for number in 0..count {
        let mut text = format!("---\ntitle: Night {}\ndate: {}\n---\n", word(number), day(number));
        for paragraph in 0..4 {
            let name = (number * 7 + paragraph * 13) % names;
            write!(text, "{} [[p{name}]] {}\n\n", sentence(number * 4), sentence(paragraph)).unwrap();
        }
        write!(text, "## More\n\nSee [[d{}]].\n", (number + 1) % count).unwrap();
        files.push((format!("content/dossiers/d{number}.md"), text));
    }
    for number in 0..count / 10 {
        files.push(hearing(number, 5, names));
        let text = format!("---\nname: Quay {}\ncoordinates: [40.1, 30.2]\nprecision: locality\n---\n", word(number));
        files.push((format!("content/places/l{number}.md"), text));
    }
    files
}

fn hearing(number: usize, statements: usize, names: usize) -> (String, String) {
    let mut text = format!(
        "---\ntitle: Hearing {number}\ncase: \"[[fire]]\"\nnumber: {number}\ndate: {}\nwitnesses: [\"[[p1]]\"]\n---\n{}\n\n",
        day(number),
        sentence(number)
    );
    for at in 1..=statements {
        text.push_str(&statement(at, (at * 3) % names, (at * 5 + number) % names, "", number * 100 + at));
    }
    (format!("content/hearings/h{number}.md"), text)
}

fn statement(at: usize, who: usize, whom: usize, more: &str, words: usize) -> String {
    format!(
        "> [!testimony] [[p{who}]] ^s{at}\n> about: [[p{whom}]]\n> status: alleged\n> via: [[q]]\n{more}>\n> {}\n\n",
        sentence(words)
    )
}

fn case() -> Files {
    let mut files = people(60);
    files.push(("content/cases/fire.md".into(), "---\ntitle: Fire case\n---\n".into()));
    files.push(("content/sources/q.md".into(), "---\ntitle: Minutes\npublished: 2020-01-02\n---\n".into()));
    files
}

fn links(count: usize) -> Files {
    let mut files = people(60);
    let mut text = "---\ntitle: The night\n---\n".to_owned();
    for number in 0..count {
        write!(text, "[[p{}]] {}\n\n", number * 7 % 60, sentence(number)).unwrap();
    }
    files.push(("content/dossiers/night.md".into(), text));
    files
}

fn statements(count: usize) -> Files {
    let mut files = case();
    files.push(hearing(1, count, 60));
    files
}

/// One person says something at each hearing, about one other.
fn spoken(count: usize) -> Files {
    let mut files = case();
    for number in 0..count {
        let head =
            format!("---\ntitle: Hearing {number}\ncase: \"[[fire]]\"\nnumber: {number}\ndate: {}\n---\n", day(number));
        let text = format!("{head}{}", statement(1, 1, 2, "", number));
        files.push((format!("content/hearings/h{number}.md"), text));
    }
    files
}

fn contradictions(count: usize) -> Files {
    let mut files = case();
    let head = "---\ntitle: Hearing\ncase: \"[[fire]]\"\n---\n".to_owned();
    let others = (2..=count).map(|at| statement(at, at * 3 % 60, (at * 5 + 1) % 60, "> contradicts: [[#^s1]]\n", at));
    let text = head + &statement(1, 1, 2, "", 1) + &others.collect::<String>();
    files.push(("content/hearings/h1.md".into(), text));
    files
}

pub fn aliases(count: usize) -> Files {
    let names: Vec<String> = (0..count).map(|number| format!("{} Kestrel", word(number))).collect();
    let mut text = String::from("---\ntitle: The night\n---\n");
    for name in &names {
        write!(text, "[[{name}]] {}\n\n", sentence(1)).unwrap();
    }
    vec![
        ("content/people/ada.md".into(), format!("---\nname: Ada Kestrel\naliases: [{}]\n---\n", names.join(", "))),
        ("content/dossiers/night.md".into(), text),
    ]
}

/// People alone, whom nobody names.
pub fn folder(count: usize) -> Files {
    people(count)
}

pub fn hearings(count: usize) -> Files {
    let mut files = case();
    files.extend((0..count).map(|number| hearing(number, 1, 60)));
    files
}

fn parties(count: usize) -> Files {
    let mut files = people(count);
    files.push(("content/sources/q.md".into(), "---\ntitle: Minutes\npublished: 2020-01-02\n---\n".into()));
    let mut text = "---\ntitle: Fire case\nparties:\n".to_owned();
    for number in 0..count {
        writeln!(text, "  - {{who: \"[[p{number}]]\", stage: on-trial, as_of: 2021-01-10, source: \"[[q]]\"}}")
            .unwrap();
    }
    files.push(("content/cases/fire.md".into(), text + "---\n"));
    files
}

pub fn mentions(count: usize) -> Files {
    let mut files = people(1);
    for number in 0..count {
        let text =
            format!("---\ntitle: Night {}\ndate: {}\n---\n{} [[p0]].\n", word(number), day(number), sentence(number));
        files.push((format!("content/dossiers/d{number}.md"), text));
    }
    files
}

fn paragraphs(count: usize) -> Files {
    let mut files = people(20);
    files.push(("content/sources/q.md".into(), "---\ntitle: Minutes\npublished: 2020-01-02\n---\n".into()));
    let mut text = "---\ntitle: The night\n---\n".to_owned();
    for number in 0..count {
        let (one, two) = (sentence(number * 3), sentence(number * 3 + 1));
        write!(text, "{one} [[p{}]] {two} [@q, p. {number}][^{number}] ^b{number}\n\n", number % 20).unwrap();
        write!(text, "[^{number}]: {}\n\n", sentence(number * 3 + 2)).unwrap();
    }
    files.push(("content/dossiers/night.md".into(), text));
    files
}

fn headings(count: usize) -> Files {
    let mut text = "---\ntitle: The night\n---\n".to_owned();
    for number in 0..count {
        // Every other heading is the same, so that anchors must be told apart.
        let (own, link) = (word(number), format!("See [[#{}]].", word(number - number % 2)));
        let title = if number % 2 == 0 { own } else { "Again".to_owned() };
        write!(text, "## {title}\n\n{} {link}\n\n", sentence(number)).unwrap();
    }
    vec![("content/dossiers/night.md".into(), text)]
}

fn retellings(count: usize) -> Files {
    let source = |number: usize| {
        let from = if number == 0 { String::new() } else { format!("derived_from: [\"[[q{}]]\"]\n", number - 1) };
        let text =
            format!("---\ntitle: Report {}\ntype: article\npublished: {}\n{from}---\n", word(number), day(number));
        (format!("content/sources/q{number}.md"), text)
    };
    (0..count).map(source).collect()
}

fn events(count: usize) -> Files {
    let mut files = vec![("content/places/quay.md".into(), "---\nname: Quay\n---\n".into())];
    for number in 0..count {
        let text = format!(
            "---\ntitle: Fire {}\ndate: {}\nplace: \"[[quay]]\"\n---\n{}\n",
            word(number),
            day(number),
            sentence(number)
        );
        files.push((format!("content/events/e{number}.md"), text));
    }
    files
}

fn corrections(count: usize) -> Files {
    let mut text = "---\nname: Ada Kestrel\ncorrections:\n".to_owned();
    for number in 0..count {
        let (was, now) = (sentence(number * 2), sentence(number * 2 + 1));
        writeln!(text, "  - {{date: {}, what: \"Word {number}\", was: \"{was}\", now: \"{now}\"}}", day(number))
            .unwrap();
    }
    vec![("content/people/ada.md".into(), text + "---\n")]
}

fn redirects(count: usize) -> Files {
    let old: Vec<String> = (0..count).map(|number| format!("/people/old-{number}/")).collect();
    let text = format!("---\nname: Ada Kestrel\nredirect_from: [{}]\n---\n", old.join(", "));
    vec![("content/people/ada.md".into(), text)]
}

/// One page in `count` languages beside the site's own, on a site with people; with the line that names them.
pub fn languages(count: usize) -> (String, Files) {
    let letters = || (b'a'..=b'z').map(char::from);
    let pairs: Vec<String> = letters().flat_map(|one| letters().map(move |two| format!("{one}{two}"))).collect();
    let triples = pairs.iter().flat_map(|pair| letters().map(move |three| format!("{pair}{three}")));
    // Neither the site's own, nor one that stands for the ending of a file.
    let is_other = |tag: &String| {
        let is_known = Language::parse(tag).is_ok_and(|language| language.as_str() == tag && language.is_known());
        is_known && !["en", "md"].contains(&tag.as_str())
    };
    let tags: Vec<String> = pairs.iter().cloned().chain(triples).filter(is_other).take(count).collect();
    assert_eq!(tags.len(), count);
    let mut files = people(20);
    files.push(("content/about.md".into(), format!("---\ntitle: About\n---\n{}\n", sentence(0))));
    for (number, tag) in tags.iter().enumerate() {
        let text = format!("---\ntitle: About {tag}\n---\n{}\n", sentence(number));
        files.push((format!("content/about.{tag}.md"), text));
    }
    (format!("languages = {tags:?}\n"), files)
}

/// Each document names every other.
pub fn all_pairs(count: usize) -> Files {
    let mut files = people(count);
    for (_, text) in &mut files {
        for number in 0..count {
            write!(text, "{} [[p{number}]]\n\n", sentence(number)).unwrap();
        }
    }
    files
}
