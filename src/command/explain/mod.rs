//! `explain`: what a code means, and what a page or name of a site is. Knows drafts and who is not named, so what it gives is for
//! the author's eyes; a name of `protected.txt` is in none of it.

mod codes;
mod find;
mod page;
mod report;
mod veil;

use std::path::Path;

pub use codes::{Explanation, Summary, all, explain, is_from_a_report};
pub use report::{
    By, Candidate, FileReport, InLanguage, Kept, LinkFrom, Meaning, PageReport, PartReport, Parts, Problem, Reading,
    Several, Translation, Unknown, Why,
};

use super::build::sources;
use crate::pipeline::{Options, Pipeline};
use crate::source::protected::Protected;
use crate::source::{self, Limits};
use find::Known;
use veil::Veil;

/// What there is to say, and what of it must not be said.
#[derive(Debug)]
pub struct Answer {
    /// What the word means.
    pub meaning: Meaning,
    veil: Veil,
}

impl Answer {
    /// Whether no protected name stands in `text`, which was made of the meaning: names can come together in it that were apart.
    #[must_use]
    pub fn may_print(&self, text: &str) -> bool {
        self.veil.is_clean(text)
    }

    /// `word` as it may be printed.
    #[must_use]
    pub fn shown(&self, word: &str) -> String {
        self.veil.text(word)
    }
}

/// What `asked` means in the site at `root`: a path or an address its page, a link or name what it can mean there.
///
/// # Errors
/// When the folder or the list of protected names cannot be read.
pub fn look_up(root: &Path, asked: &str, options: &Options) -> anyhow::Result<Answer> {
    let veil = Veil::of(&Protected::read(root)?)?;
    let mut diagnostics = Vec::new();
    let tree = source::read(root, &Limits::default())?.collect_into(&mut diagnostics);
    let analysis = Pipeline::default().analyse(&tree, options).collect_into(&mut diagnostics);
    let sources = sources(&tree);
    let now = options.audience.now;
    let known =
        Known { tree: &tree, sources: &sources, analysis: &analysis, diagnostics: &diagnostics, now, veil: &veil };
    let meaning = known.meaning(asked.trim());
    Ok(Answer { meaning, veil })
}
