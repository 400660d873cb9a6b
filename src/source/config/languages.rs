//! `languages` and `[translations]`: in which further languages a site stands. Knows tags, not what is translated.

use std::collections::BTreeMap;
use std::ops::Range;

use super::SiteWords;
use super::values::{Entry, Problems};
use crate::foundation::language::Language;
use crate::foundation::nearest::did_you_mean;

/// The language that `text`, which stands at `range`, is the tag of.
pub fn tag(text: &str, range: Range<usize>, problems: &mut Problems) -> Option<Language> {
    let language = Language::parse(text).ok();
    if language.is_none() {
        let help = "use a tag of BCP 47, such as en, tr, ku or en-GB";
        problems.add(range, format!("`{text}` is not a language tag"), help);
    }
    language
}

/// The list `languages`, each once.
pub fn languages(entry: Entry<'_, '_>, problems: &mut Problems) -> Vec<Language> {
    let mut all = Vec::new();
    let Some(list) = entry.1.get_ref().as_array() else {
        problems.add(entry.1.span(), "`languages` is not a list", "write: languages = [\"en\", \"tr\"]");
        return all;
    };
    for item in list {
        let Some(text) = item.get_ref().as_str() else {
            problems.add(item.span(), "this is no language tag", "write: languages = [\"en\", \"tr\"]");
            continue;
        };
        all.extend(tag(text, item.span(), problems).filter(|language| !all.contains(language)));
    }
    all
}

/// The tables `[translations.XX]`.
pub fn translations(entry: Entry<'_, '_>, problems: &mut Problems) -> BTreeMap<Language, SiteWords> {
    let mut all = BTreeMap::new();
    for (key, value) in problems.table(entry) {
        let language = tag(key.get_ref(), key.span(), problems);
        let words = site_words((key, value), problems);
        all.extend(language.map(|language| (language, words)));
    }
    all
}

fn site_words(entry: Entry<'_, '_>, problems: &mut Problems) -> SiteWords {
    let mut words = SiteWords::default();
    for (key, value) in problems.table(entry) {
        match key.get_ref().as_ref() {
            "title" => words.title = problems.text((key, value)).map(str::to_owned),
            "description" => words.description = problems.text((key, value)).map(str::to_owned),
            other => {
                let message = format!("`{other}` is nothing that a site says in another language");
                problems.add(key.span(), message, did_you_mean(other, &["title", "description"]));
            }
        }
    }
    words
}
