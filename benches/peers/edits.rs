//! What an edit costs: nothing changed, a text, a title, a page more and a page less, in a build and seen in the preview. Knows files
//! of the corpus and addresses, not how a generator is started.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::corpus::Corpus;
use super::generators::Installed;
use super::measure;
use super::preview::Preview;

/// How often each edit is seen in the preview; the median counts.
const TIMES: usize = 5;
/// What takes so long is seen once: it is not a matter of noise.
const SLOW: Duration = Duration::from_secs(10);
/// Of what takes longer for a whole site the first edit counts, to save the time.
const LONG: Duration = Duration::from_secs(150);

/// One edit and what it cost.
#[derive(Debug)]
pub struct Edited {
    pub name: &'static str,
    /// Nothing where the build failed.
    pub build: Option<Duration>,
    pub seen: Seen,
}

/// When the preview showed an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// There is nothing to see.
    Nothing,
    After(Duration),
    /// It still shows the old site after this time.
    NotWithin(Duration),
}

/// An edit of the site, and what a browser then sees.
struct Edit {
    name: &'static str,
    /// Changes the dossier with this number in the site at `source`.
    make: fn(of: &Installed, source: &Path, number: usize),
    /// The address to look at.
    at: fn(number: usize) -> String,
    /// Whether an answer is that of the new site.
    is_new: fn(&str) -> bool,
}

const TEXT: &str = "One more sentence that nobody has read.";
const TITLE: &str = "Another title that nobody has read";

const EDITS: [Edit; 4] = [
    Edit {
        name: "one body edited",
        make: |_, source, number| change(source, number, |text| format!("{text}\n{TEXT}\n")),
        at: address,
        is_new: |page| page.contains(TEXT),
    },
    Edit {
        name: "one title edited",
        make: |of, source, number| {
            change(source, number, |text| {
                let line = text.lines().find(|line| line.starts_with("title")).expect("a dossier has a title");
                text.replacen(line, &of.title_line(&format!("{TITLE} {number}"), &format!("Dossier {number}")), 1)
            });
        },
        at: address,
        is_new: |page| page.contains(TITLE),
    },
    Edit {
        name: "one page added",
        make: |of, source, number| {
            fs::write(source.join(added(number)), of.page(&format!("Added {number}"), TEXT)).unwrap();
        },
        at: |number| format!("/dossiers/added-{number}/"),
        is_new: |page| page.contains(TEXT),
    },
    Edit {
        name: "one page removed",
        make: |_, source, number| fs::remove_file(source.join(added(number))).unwrap(),
        at: |number| format!("/dossiers/added-{number}/"),
        is_new: |page| page.starts_with("HTTP/1.1 404"),
    },
];

fn address(number: usize) -> String {
    format!("/dossiers/d{number:06}/")
}

fn added(number: usize) -> String {
    format!("content/dossiers/added-{number}.md")
}

fn change(source: &Path, number: usize, edit: impl FnOnce(&str) -> String) {
    let path = source.join(Corpus::dossier_path(number));
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, edit(&text)).unwrap();
}

/// Builds the site with `size` dossiers at `source`, and again after each edit; then shows it and makes the edits again, on others.
pub fn measure(size: usize, of: &Installed, source: &Path) -> Vec<Edited> {
    let output = source.with_extension("edited");
    let build = || measure::run(&mut of.build(source, &output)).ok().map(|cost| cost.time);
    let clean = build();
    if clean.is_some_and(|time| time < LONG) {
        // An author edits more than once, and a generator may keep of one edit what makes the next ones cheaper.
        (EDITS[0].make)(of, source, size / 2 + 1);
        build();
    }
    let mut all = vec![Edited { name: "nothing changed", build: build(), seen: Seen::Nothing }];
    for Edit { name, make, .. } in &EDITS {
        make(of, source, size / 2);
        all.push(Edited { name, build: build(), seen: Seen::Nothing });
    }
    let Some(preview) = Preview::start(of, source) else { return all };
    warm_up(of, source, &preview);
    let mut times = TIMES.min(size / 2);
    for (edit, edited) in EDITS.iter().zip(&mut all[1..]) {
        // What was not added cannot be removed, so no edit is made more often than the one before it.
        (edited.seen, times) = see(edit, of, source, &preview, times);
    }
    all
}

/// Edits a text until that is seen: what watches the files may come up some time after what answers.
fn warm_up(of: &Installed, source: &Path, preview: &Preview) {
    let Edit { make, at, is_new, .. } = &EDITS[0];
    for _ in 0..4 {
        make(of, source, 0);
        if preview.within(Preview::PATIENCE / 4, &at(0), *is_new) {
            return;
        }
    }
}

/// How long it takes from the end of an edit until the preview shows it, the median of `times`; and how often it was made, which is less where
/// it takes long.
fn see(edit: &Edit, of: &Installed, source: &Path, preview: &Preview, times: usize) -> (Seen, usize) {
    let mut seen = Vec::new();
    for number in 1..=times {
        let address = (edit.at)(number);
        // A reader has the page open.
        preview.get(&address);
        (edit.make)(of, source, number);
        let start = Instant::now();
        if !preview.within(Preview::PATIENCE, &address, edit.is_new) {
            return (Seen::NotWithin(Preview::PATIENCE), number);
        }
        seen.push(start.elapsed());
        if start.elapsed() > SLOW {
            break;
        }
    }
    seen.sort_unstable();
    (seen.get(seen.len() / 2).map_or(Seen::Nothing, |time| Seen::After(*time)), seen.len())
}
