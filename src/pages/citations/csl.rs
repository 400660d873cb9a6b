//! Entries of lists of sources in a style of the Citation Style Language. Knows how the facts of a dossier fit the kinds of CSL,
//! and that no style may change a name or leave out what a reader needs.

use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::{FontStyle, FontWeight, IndependentStyle, Locale, LocaleCode, Style, VerticalAlign};
use hayagriva::types::{Date, EntryType, FormatString, Person, Publisher, QualifiedUrl, StringChunk};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren, Entry, Formatted,
};

use super::facts::{Calendar, Facts};
use super::plain;
use crate::document::front_matter::SourceForm;
use crate::foundation::html::escape_into;
use crate::foundation::language::Language;
use crate::source::config::CitationStyle;

/// A year that no source has. It stands where the style puts the year of a date that is uncertain, and the words of that
/// date take its place: CSL has no form for such dates, and none may look exact.
const WORDS: i32 = 87_654_321;

/// A style and the languages it can write in.
pub(super) struct Machine {
    style: Option<IndependentStyle>,
    locales: Vec<Locale>,
    /// The language of the site.
    site: Language,
}

impl Machine {
    /// Loads a style. This takes some 50 ms, so it is done only where an entry is to be written.
    pub(super) fn load(style: CitationStyle, site: &Language) -> Self {
        let style = ArchivedStyle::by_name(style.name()).and_then(|style| match style.get() {
            Style::Independent(style) => Some(style),
            Style::Dependent(_) => None,
        });
        Self { style, locales: archive::locales(), site: site.clone() }
    }

    /// The entry as HTML, of which every tag is ours and every text is escaped. Nothing where the style would leave out or change
    /// the first author, the title, the publisher or the year.
    pub(super) fn entry(&self, facts: &Facts, language: &Language) -> Option<String> {
        // Where the style cannot write the month in the language of the page, the whole date stands there in our words.
        let in_words = self.locale_of(language).is_none().then(|| facts.in_words());
        let facts = in_words.as_ref().unwrap_or(facts);
        // `document` is the kind of CSL for which styles leave out least.
        let mut found = None;
        for kind in [kind_of(facts), EntryType::Misc] {
            let Some(written) = self.entry_as(kind, facts, language) else { continue };
            if written.has_day() {
                return Some(written.finish());
            }
            found.get_or_insert(written);
        }
        found.map(Written::finish)
    }

    fn entry_as<'a>(&self, kind: EntryType, facts: &'a Facts, language: &Language) -> Option<Written<'a>> {
        let style = self.style.as_ref()?;
        let entry = entry(kind, facts);
        let mut driver = BibliographyDriver::new();
        driver.citation(CitationRequest::from_items(vec![CitationItem::with_entry(&entry)], style, &self.locales));
        let request = BibliographyRequest::new(style, self.locale(language), &self.locales);
        let item = driver.finish(request).bibliography?.items.pop()?;
        let mut written = Written { facts, html: String::new(), text: String::new() };
        written.children(&item.content);
        written.is_whole().then_some(written)
    }

    /// The language of CSL in which an entry is written: that of the page, else that of the site, else English.
    fn locale(&self, page: &Language) -> Option<LocaleCode> {
        [page, &self.site].into_iter().find_map(|language| self.locale_of(language)).or(Some(LocaleCode::en_us()))
    }

    /// The tag itself; else the country where the language is at home, as in `tr-TR`; else American English for English; else
    /// the first with this language.
    fn locale_of(&self, language: &Language) -> Option<LocaleCode> {
        let base = language.base();
        let is_home = |tag: &str| tag.split_once('-').is_some_and(|(base, country)| base.eq_ignore_ascii_case(country));
        let known = || self.locales.iter().filter_map(|locale| locale.lang.as_ref());
        let same_base = || known().filter(|code| code.0.split('-').next() == Some(base));
        known()
            .find(|code| code.0 == language.as_str())
            .or_else(|| same_base().find(|code| is_home(&code.0) || code.0 == "en-US"))
            .or_else(|| same_base().next())
            .cloned()
    }
}

/// The kind of CSL for a source.
fn kind_of(facts: &Facts) -> EntryType {
    match facts.form {
        Some(SourceForm::Article) if facts.publisher.is_some() => EntryType::Article,
        Some(SourceForm::Judgment) => EntryType::Case,
        Some(SourceForm::Post) => EntryType::Web,
        Some(SourceForm::Audio) => EntryType::Audio,
        Some(SourceForm::Video) => EntryType::Video,
        Some(SourceForm::Photo) => EntryType::Artwork,
        _ => EntryType::Misc,
    }
}

fn entry(kind: EntryType, facts: &Facts) -> Entry {
    let mut entry = Entry::new("source", kind);
    entry.set_title(verbatim(&facts.title));
    if !facts.authors.is_empty() {
        entry.set_authors(facts.authors.iter().map(|author| whole_name(author)).collect());
    }
    if let Some(publisher) = facts.publisher.as_deref().map(verbatim) {
        match kind {
            EntryType::Article => {
                let mut newspaper = Entry::new("newspaper", EntryType::Newspaper);
                newspaper.set_title(publisher);
                entry.set_parents(vec![newspaper]);
            }
            EntryType::Case => entry.set_organization(publisher),
            _ => entry.set_publisher(Publisher::new(Some(publisher), None)),
        }
    }
    if let Some(published) = &facts.published {
        entry.set_date(date(published.calendar.unwrap_or(Calendar { year: WORDS, month: None, day: None })));
    }
    if let Some(mut url) = facts.url.as_deref().and_then(|url| url.parse::<QualifiedUrl>().ok()) {
        url.visit_date = facts.accessed.map(date);
        entry.set_url(url);
    }
    entry
}

/// Text that no style may write in other letters.
fn verbatim(text: &str) -> FormatString {
    FormatString { value: StringChunk::verbatim(text).into(), short: None }
}

/// A name that stays as it is written: without a given name beside it, no style turns it round or cuts it to initials.
fn whole_name(name: &str) -> Person {
    let name = name.to_owned();
    Person { name, given_name: None, prefix: None, suffix: None, comma_suffix: false, alias: None }
}

fn date(calendar: Calendar) -> Date {
    let from_zero = |number: u8| number.saturating_sub(1);
    Date {
        year: calendar.year,
        month: calendar.month.map(from_zero),
        day: calendar.day.map(from_zero),
        approximate: false,
        season: None,
    }
}

/// An entry while it is written.
struct Written<'a> {
    facts: &'a Facts,
    html: String,
    /// The same without tags, to be compared with the facts.
    text: String,
}

impl Written<'_> {
    fn children(&mut self, children: &ElemChildren) {
        for child in &children.0 {
            match child {
                ElemChild::Text(text) => self.formatted(text),
                ElemChild::Elem(elem) => {
                    // What a style puts on a line or in a column of its own stands behind a space here.
                    if elem.display.is_some() && !self.text.is_empty() && !self.text.ends_with(' ') {
                        self.push(" ");
                    }
                    self.children(&elem.children);
                }
                ElemChild::Markup(text) => self.push(text),
                ElemChild::Link { text, .. } => match &self.facts.url {
                    Some(url) => {
                        self.text.push_str(url);
                        plain::link(&mut self.html, url);
                    }
                    None => self.formatted(text),
                },
                ElemChild::Transparent { .. } => {}
            }
        }
    }

    fn formatted(&mut self, text: &Formatted) {
        // No underlines, which are links here, and no small capitals, which change the letters of names.
        let formatting = text.formatting;
        let tags = [
            (formatting.font_style == FontStyle::Italic, "i"),
            (formatting.font_weight == FontWeight::Bold, "b"),
            (formatting.vertical_align == VerticalAlign::Sup, "sup"),
            (formatting.vertical_align == VerticalAlign::Sub, "sub"),
        ];
        let tags: Vec<&str> = tags.into_iter().filter_map(|(is_on, tag)| is_on.then_some(tag)).collect();
        for tag in &tags {
            self.html.extend(["<", tag, ">"]);
        }
        self.push(&text.text);
        for tag in tags.iter().rev() {
            self.html.extend(["</", tag, ">"]);
        }
    }

    /// Adds text; the words of an uncertain date take the place of its year.
    fn push(&mut self, text: &str) {
        let uncertain = self.facts.published.as_ref().filter(|published| published.calendar.is_none());
        let text = match uncertain {
            Some(published) => text.replace(&WORDS.to_string(), &published.words),
            None => text.to_owned(),
        };
        // Where a part of the date is missing, some styles leave two spaces, or a comma before a full stop or bracket. Should
        // this touch a title, the entry is not whole.
        let mut text = text.replace(",)", ")").replace(",.", ".").replace("  ", " ");
        if self.text.ends_with(' ') {
            text.drain(..text.len() - text.trim_start_matches(' ').len());
        }
        if text.starts_with(['.', ')']) && self.text.ends_with(',') && self.html.ends_with(',') {
            self.text.pop();
            self.html.pop();
        }
        escape_into(&mut self.html, &text);
        self.text.push_str(&text);
    }

    fn finish(self) -> String {
        self.html.trim().to_owned()
    }

    /// Whether it has the day of publication, where that is known.
    fn has_day(&self) -> bool {
        let day = self.facts.published.as_ref().and_then(|published| published.calendar?.day);
        let beside_title = self.text.replacen(&self.facts.title, "", 1);
        let mut numbers = beside_title.split(|letter: char| !letter.is_ascii_digit());
        day.is_none_or(|day| numbers.any(|number| number.parse() == Ok(day)))
    }

    /// Whether all that a reader needs is there, letter for letter.
    fn is_whole(&self) -> bool {
        let year = self.facts.published.as_ref().map(|published| match published.calendar {
            Some(calendar) => calendar.year.to_string(),
            None => published.words.clone(),
        });
        let needed =
            [Some(self.facts.title.clone()), self.facts.authors.first().cloned(), self.facts.publisher.clone(), year];
        needed.into_iter().flatten().all(|fact| self.text.contains(&fact)) && !self.text.contains(&WORDS.to_string())
    }
}

#[cfg(test)]
mod tests;
