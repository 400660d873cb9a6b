//! How long a writer waits for `dossier suggest`: `cargo bench --bench suggest`. A site of 10,000 documents with 50,000 names is made
//! in memory; in each dossier twenty people are named without a link, and two with a slip.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a program that measures others and prints what it found"
)]

#[allow(dead_code, reason = "other measurements use more of it")]
mod corpus;

use std::time::Instant;

use corpus::Corpus;
use dossier::command::suggest::look_at;
use dossier::foundation::date::Moment;
use dossier::pipeline::Options;
use dossier::source::tree::{SourceFile, SourceTree};

const SEED: u64 = 20_151_010;
/// With their people, hearings and places these are 10,000 documents.
const DOSSIERS: usize = 7_000;
const NAMES: usize = 50_000;

const FIRST: [&str; 20] = [
    "İlhami",
    "Şêrîn",
    "Gökçe",
    "Ayşegül",
    "Berîvan",
    "Cemşîd",
    "Dilşad",
    "Evîn",
    "Ferîde",
    "Güneş",
    "Hêvî",
    "Işık",
    "Jiyan",
    "Kasım",
    "Leyla",
    "Müjgan",
    "Nazlı",
    "Özgür",
    "Perihan",
    "Rojîn",
];
const SYLLABLES: [&str; 16] =
    ["ba", "lı", "kur", "tan", "de", "mir", "şa", "hin", "ço", "ban", "yıl", "dız", "öz", "türk", "ka", "ra"];

/// The name with this number, different from all others.
fn name(number: usize) -> String {
    let first = FIRST[number % FIRST.len()];
    let mut rest = number / FIRST.len();
    let mut last = String::from("K");
    for _ in 0..4 {
        last.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    format!("{first} {last}")
}

fn main() {
    let files: Vec<(String, String)> = Corpus::new(DOSSIERS, SEED).files().collect();
    let is_named = |text: &str| text.contains("\nname:");
    let people = files.iter().filter(|(path, text)| path.starts_with("content/people/") && is_named(text)).count();
    let each = (NAMES - people) / people;
    let (mut seen, mut documents, mut told) = (0, 0, 0);
    let mut tree = SourceTree::default();
    for (path, mut text) in files {
        documents += usize::from(path.starts_with("content/"));
        if path.starts_with("content/people/") && is_named(&text) {
            let aliases: Vec<String> = (0..each).map(|at| name(seen * each + at)).collect();
            text = text.replacen("---\n", &format!("---\naliases: [{}]\n", aliases.join(", ")), 1);
            seen += 1;
        } else if path.starts_with("content/dossiers/") {
            told += 1;
            let names: Vec<String> = (0..20).map(|at| name((told * 37 + at * 1_009) % (people * each))).collect();
            let slips = format!("{}x ve {}", name(told % 1_000), name(told % 997).replacen("ş", "s", 1));
            text = format!("{text}\n\nDün {}’ın ve sonra {slips} konuştu.\n", names.join("'ı, sonra "));
        }
        tree.insert(SourceFile::text(&path, &text));
    }
    let options = Options::at(Moment::from_unix(1_600_000_000).unwrap());
    for _ in 0..2 {
        let start = Instant::now();
        let found = look_at(tree.clone(), &options).value.suggestions;
        let links = found.iter().filter(|one| one.link.is_some()).count();
        println!(
            "{documents} documents, {} names: {} suggestions, {links} of them links; {:.2} s",
            people * (each + 1),
            found.len(),
            start.elapsed().as_secs_f64()
        );
    }
}
