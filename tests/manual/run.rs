//! The steps of one page, done in a folder of their own. Knows which step is done how, and what is a fault.

use super::desk::{Desk, Ran};
use super::page::{Page, Step};
use super::words::differs;

/// The settings of pages that bring none.
const SETTINGS: &str = "title = \"Trial records\"\n";

/// What is wrong with a page.
pub struct Fault {
    pub words: String,
    /// Whether it goes when the page gets what is printed now.
    pub is_accepted: bool,
}

/// Does what `page` says: what each command and each `text output` printed (the words of the page where these fit), and what is
/// wrong. The site that its files make must be without a warning in the end.
pub fn page(page: &Page) -> (Vec<String>, Vec<Fault>) {
    let desk = Desk::new();
    let mut outputs = Vec::new();
    let mut faults = Vec::new();
    for step in &page.steps {
        let (expected, ran, words) = match step {
            Step::File { path, content, .. } => {
                if !desk.is_in_site() && path != "dossier.toml" {
                    desk.write("dossier.toml", SETTINGS);
                }
                desk.write(path, content);
                continue;
            }
            Step::Command { typed, printed } => {
                (printed, command(&desk, typed, &mut faults), format!("`$ {typed}` prints something else"))
            }
            Step::Said(said) => (said, found(&desk), "the program says something else of these files".to_owned()),
        };
        match differs(&expected.text, &ran.printed) {
            None => outputs.push(expected.text.clone()),
            Some(difference) => {
                outputs.push(ran.printed);
                faults.push(Fault { words: format!("{words}:\n{difference}"), is_accepted: true });
            }
        }
    }
    if desk.is_in_site() {
        let ran = found(&desk);
        if !ran.printed.is_empty() {
            let words = format!("in the end the site is not without fault:\n{}", ran.printed.trim_end());
            faults.push(Fault { words, is_accepted: false });
        }
    }
    (outputs, faults)
}

fn command(desk: &Desk, typed: &str, faults: &mut Vec<Fault>) -> Ran {
    if !typed.starts_with("dossier serve") || typed.contains("--help") {
        return desk.shell(typed);
    }
    let ran = desk.preview(typed);
    if !ran.is_success {
        let words = format!("`$ {typed}` shows no home page:\n{}", ran.printed.trim_end());
        faults.push(Fault { words, is_accepted: false });
        return Ran { printed: "http://127.0.0.1:1111/\n".into(), is_success: false };
    }
    ran
}

/// What is found in the site: the errors and warnings alone.
fn found(desk: &Desk) -> Ran {
    let mut ran = desk.shell("dossier build --strict --quiet --output-dir \"$HOME\"/.built");
    let is_word_of_the_end = |line: &&str| line.starts_with("with --strict");
    let lines: Vec<&str> = ran.printed.trim_end().lines().filter(|line| !is_word_of_the_end(line)).collect();
    ran.printed = lines.iter().fold(String::new(), |all, line| all + line + "\n");
    ran
}
