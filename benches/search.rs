//! How much a search fetches: `cargo bench --bench search`, or with other numbers of dossiers `cargo bench --bench search -- 400 10000`.
//!
//! For each size a corpus is made and built in memory. A question fetches the head, the facets, the files of its words and those
//! of the cards that are shown; the heaviest one is put together from the largest files of each kind.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a program that measures others and prints what it found"
)]

#[allow(dead_code, reason = "other measurements use more of it")]
mod corpus;

use std::io::Write;
use std::time::Instant;

use corpus::Corpus;
use dossier::foundation::date::Moment;
use dossier::foundation::output_file::OutputFile;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};
use flate2::Compression;
use flate2::write::GzEncoder;

const SEED: u64 = 20_151_010;
/// The cards of one screen, each in a file of its own.
const CARDS: usize = 10;

fn main() {
    let mut sizes: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    println!(
        "| dossiers | build | again | files | all | packed | head | facets | words, largest | cards, largest | heaviest question | packed |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    sizes.into_iter().for_each(measure);
}

fn measure(size: usize) {
    let mut tree: SourceTree =
        Corpus::new(size, SEED).files().map(|(path, text)| SourceFile::text(&path, &text)).collect();
    let options = Options::at(Moment::from_unix(1_600_000_000).unwrap());
    let mut pipeline = Pipeline::default();
    let start = Instant::now();
    let built = pipeline.build(&tree, &options).value;
    let first = start.elapsed();
    let path = Corpus::dossier_path(size / 2);
    let text = tree.get(&path).unwrap().as_text().unwrap().to_string();
    tree.insert(SourceFile::text(&path, &format!("{text}\nOne more sentence.\n")));
    let start = Instant::now();
    assert!(!pipeline.build(&tree, &options).value.files.is_empty());
    let again = start.elapsed();
    let files: Vec<&OutputFile> =
        built.files.iter().filter(|file| file.route.output_path().starts_with("search/")).collect();
    let of = |folder: &str| {
        let mut sizes: Vec<(usize, usize)> = files
            .iter()
            .filter(|file| file.route.output_path().starts_with(&format!("search/{folder}")))
            .map(|file| (file.bytes.len(), packed(&file.bytes)))
            .collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        sizes
    };
    let sum = |sizes: &[(usize, usize)]| sizes.iter().fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1));
    let (head, facets, words, cards) = (of("head.js"), of("facets.js"), of("words/"), of("cards/"));
    // Two of the heaviest words, and the beginning of words in three of the largest files.
    let largest = |sizes: &[(usize, usize)], count: usize| sum(sizes.get(..count.min(sizes.len())).unwrap());
    let heaviest = sum(&[sum(&head), sum(&facets), largest(&words, 5), largest(&cards, CARDS)]);
    let all = sum(&of(""));
    println!(
        "| {size} | {:.2} s | {:.2} s | {} | {} KB | {} KB | {} | {} | {} | {} | {} KB | {} KB |",
        first.as_secs_f64(),
        again.as_secs_f64(),
        files.len(),
        all.0 >> 10,
        all.1 >> 10,
        sum(&head).0,
        sum(&facets).0,
        largest(&words, 1).0,
        largest(&cards, 1).0,
        heaviest.0 >> 10,
        heaviest.1 >> 10,
    );
}

fn packed(bytes: &[u8]) -> usize {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap().len()
}
