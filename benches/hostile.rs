//! How long a page of 1 MB takes, whatever it holds: `cargo bench --bench hostile`. Each page repeats one piece of Markdown that
//! could make a parser or a later stage work more than its length; the goal is under 2 s for each.
#![allow(
    clippy::disallowed_macros,
    clippy::unwrap_used,
    reason = "a program that measures others and prints what it found"
)]

use std::time::Instant;

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::SourceTree;

/// The length of each page, in bytes.
const LENGTH: usize = 1 << 20;

const PIECES: [&str; 36] = [
    ">",
    "[",
    "[[",
    "[@",
    "[@good-source, p. 1] ",
    "![[",
    "*a_ ",
    "*",
    "`",
    "[^1]: x\n",
    "[^1]",
    "<a ",
    "&amp;",
    "|a|b\n",
    "- a\n",
    "  - a\n",
    "==a",
    "%%a%%",
    "%%",
    "[a](b)",
    "![a](b)",
    "[[Good Person]] ",
    "<http://a>",
    "```rust\nfn x(){}\n```\n",
    "a\n: b\n",
    "\"",
    "# a\n",
    "\\",
    "~~a",
    "* * *\n",
    "Dr. A. ",
    "x",
    "\u{202e}",
    "> [!note] x\n",
    "> [!testimony] unattributed ^s1\n> status: alleged\n>\n> x\n\n",
    "a ^b\n\n",
];

fn main() {
    println!("| piece, repeated to 1 MB | time | errors |\n|---|---|---|");
    let mut slowest = 0.0_f64;
    for piece in PIECES {
        let page = format!("---\ntitle: A\n---\n{}", piece.repeat(LENGTH / piece.len()));
        let person = "---\nname: Good Person\n---\n";
        let tree = SourceTree::from_texts([
            ("dossier.toml", "title = \"x\"\n"),
            ("content/people/good.md", person),
            ("content/a.md", &page),
        ]);
        let options = Options::at(Moment::parse("2026-01-01T00:00Z").unwrap());
        let start = Instant::now();
        let built = Pipeline::default().build(&tree, &options);
        let seconds = start.elapsed().as_secs_f64();
        slowest = slowest.max(seconds);
        println!("| `{}` | {seconds:.2} s | {} |", piece.escape_debug(), built.diagnostics.len());
    }
    println!("the slowest: {slowest:.2} s");
}
