//! What was typed behind `benches/run`. Knows words and what is meant where nothing is typed.

use super::generators::Generator;

/// What is to be measured.
#[derive(Debug)]
pub struct Arguments {
    /// Numbers of dossiers.
    pub sizes: Vec<usize>,
    /// How often each generator builds each size.
    pub rounds: usize,
    /// The generators that take part.
    pub only: Vec<Generator>,
    /// Whether the table goes into `benches/RESULTS.md`.
    pub is_written: bool,
}

const USAGE: &str = "benches/run [NUMBER OF DOSSIERS...] [--rounds N] [--only dossier,hugo,eleventy,zola] [--write]";

impl Arguments {
    /// Reads `words`; ends the program with the usage where they are none that it knows.
    pub fn read(words: impl Iterator<Item = String>) -> Self {
        let mut read = Self { sizes: Vec::new(), rounds: 3, only: Generator::ALL.to_vec(), is_written: false };
        // Cargo adds `--bench` to the words of every benchmark.
        let mut words = words.filter(|word| word != "--bench");
        while let Some(word) = words.next() {
            match word.as_str() {
                "--rounds" => read.rounds = number(words.next().as_deref()),
                "--only" => read.only = words.next().unwrap_or_default().split(',').map(generator).collect(),
                "--write" => read.is_written = true,
                _ => read.sizes.push(number(Some(&word))),
            }
        }
        if read.sizes.is_empty() {
            read.sizes = vec![1_000, 10_000, 50_000, 100_000];
        }
        read
    }
}

fn number(word: Option<&str>) -> usize {
    let number = word.and_then(|word| word.replace([',', '_'], "").parse().ok());
    number.filter(|number| *number > 0).unwrap_or_else(|| wrong(word.unwrap_or("nothing")))
}

fn generator(word: &str) -> Generator {
    let named = |one: &Generator| one.name().eq_ignore_ascii_case(word);
    Generator::ALL.into_iter().find(named).unwrap_or_else(|| wrong(word))
}

fn wrong(word: &str) -> ! {
    eprintln!("`{word}` is not known here\n{USAGE}");
    std::process::exit(2);
}
