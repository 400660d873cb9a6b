//! How long quotes take in a large stored copy: 4 MB of text, 100 quotes that stand in it and 100 that almost do.
//! `cargo bench --bench quotes` prints it.
#![allow(clippy::print_stdout, clippy::disallowed_macros, reason = "a benchmark prints what it measures")]

use std::time::Instant;

use dossier::graph::passage::{Passages, Quote};
use dossier::source::copies::CopyText;

/// The bytes of the copy.
const SIZE: usize = 4 << 20;
/// How many quotes of each sort are looked for.
const QUOTES: usize = 100;
/// The words of a quote.
const LENGTH: usize = 40;

fn main() {
    let words = words();
    let lines: Vec<String> = words.chunks(12).map(|line| line.join(" ")).collect();
    let copy = lines.join("\n");
    let cut = |number: usize| {
        let start = number * (words.len() - LENGTH) / QUOTES;
        words[start..start + LENGTH].to_vec()
    };
    let exact: Vec<Quote> = (0..QUOTES).map(|number| Quote::of(&cut(number).join("  "))).collect();
    let wrong: Vec<Quote> = (0..QUOTES)
        .map(|number| {
            let mut quote = cut(number);
            "otherwise".clone_into(&mut quote[LENGTH / 2]);
            Quote::of(&quote.join(" "))
        })
        .collect();

    let began = Instant::now();
    let passages = Passages::new(CopyText::of_lines(&copy));
    println!("{} bytes made ready      {:7.1} ms", copy.len(), milliseconds(began));
    let began = Instant::now();
    assert!(exact.iter().all(|quote| passages.find(quote).is_ok()), "every quote that was cut from the copy is found");
    println!("{QUOTES} quotes found             {:7.1} ms", milliseconds(began));
    let began = Instant::now();
    let found = wrong.iter().filter(|quote| matches!(passages.find(quote), Err(Some(_)))).count();
    assert_eq!(found, QUOTES, "every quote with a wrong word has a nearest passage");
    println!("{QUOTES} nearest passages         {:7.1} ms", milliseconds(began));
}

fn milliseconds(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
}

/// Words of a language with frequent and rare ones, the same at every run.
fn words() -> Vec<String> {
    let mut state = 1_u64;
    let mut next = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut words = Vec::new();
    let mut length = 0;
    while length < SIZE {
        let rank = next(40_000).min(next(40_000)).min(next(40_000));
        let word = format!("kelime{rank:x}ğ");
        length += word.len() + 1;
        words.push(word);
    }
    words
}
