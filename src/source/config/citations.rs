//! `[citations]`: the style of lists of sources. Knows the names of styles, not what entries in them look like.

use super::values::{Entry, Problems};
use crate::foundation::nearest::did_you_mean;

/// A style of the Citation Style Language, by its name among those of <https://citationstyles.org>.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CitationStyle(&'static str);

/// The styles that can be chosen. Left out are those that list no sources, and those that leave out or change the name of an
/// author, the title, the publisher or the year of some kind of source: a test compares this list with what the styles do.
pub const CITATION_STYLES: &[&str] = &[
    "american-anthropological-association",
    "american-physiological-society",
    "american-psychological-association",
    "american-society-for-microbiology",
    "american-society-of-civil-engineers",
    "apa",
    "chicago-author-date",
    "chicago-fullnotes",
    "chicago-notes",
    "chicago-shortened-notes",
    "deutsche-gesellschaft-für-psychologie",
    "deutsche-sprache",
    "gost-r-705-2008-numeric",
    "harvard-cite-them-right",
    "mla",
    "mla-8",
    "modern-humanities-research-association",
    "modern-humanities-research-association-notes",
    "modern-language-association",
    "modern-language-association-8",
    "plos",
    "public-library-of-science",
    "springer-humanities-author-date",
    "springer-socpsych-author-date",
    "taylor-and-francis-chicago-author-date",
    "turabian-author-date",
    "turabian-fullnote-8",
];

impl Default for CitationStyle {
    /// The style of a site that names none: author, title, publisher and the full date, in this order.
    fn default() -> Self {
        Self("modern-language-association")
    }
}

impl CitationStyle {
    /// The style that is called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        CITATION_STYLES.iter().find(|style| **style == name).map(|style| Self(style))
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// The table `[citations]`.
pub(super) fn citations(entry: Entry<'_, '_>, problems: &mut Problems) -> CitationStyle {
    let mut style = CitationStyle::default();
    for (key, value) in problems.table(entry) {
        if key.get_ref() != "style" {
            let message = format!("`{}` is not a key of `citations`", key.get_ref());
            problems.add(key.span(), message, "write: style = \"…\"");
            continue;
        }
        let Some(name) = problems.text((key, value)) else { continue };
        if let Some(named) = CitationStyle::named(name) {
            style = named;
        } else {
            let message = format!("`{name}` is not the name of a citation style");
            problems.add(value.span(), message, did_you_mean(name, CITATION_STYLES));
        }
    }
    style
}
