//! What is published about a source, as an entry of a list needs it. Knows no style and no HTML.

use crate::document::front_matter::{SourceFields, SourceForm};
use crate::foundation::date::Edtf;
use crate::pages::views::DateView;

/// What an entry is made from: equal facts give equal entries.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Facts {
    /// What it is.
    pub form: Option<SourceForm>,
    /// Its title.
    pub title: String,
    /// Its authors, as written. Names are never divided or turned round.
    pub authors: Vec<String>,
    /// Who published it, where that is published here.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// The original address.
    pub url: Option<String>,
    /// The day on which it was read.
    pub accessed: Option<Calendar>,
}

/// A date of publication.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Published {
    /// In words, in the language of the page, with all that is uncertain.
    pub words: String,
    /// As far as the calendar goes; nothing for a date that is uncertain in any way.
    pub calendar: Option<Calendar>,
}

/// A certain year, month or day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Calendar {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to 31.
    pub day: Option<u8>,
}

impl Facts {
    /// The facts of a source; `words` gives a date in the language of the page.
    pub(super) fn new(
        title: &str,
        fields: &SourceFields,
        publisher: Option<String>,
        words: impl Fn(&Edtf) -> Option<DateView>,
    ) -> Self {
        let date = fields.published.as_ref().and_then(|date| words(&date.value));
        let read = fields.accessed.as_ref().and_then(|date| words(&date.value));
        Self {
            form: fields.form.as_ref().map(|form| form.value),
            title: title.to_owned(),
            authors: fields.authors.iter().map(|author| author.value.clone()).collect(),
            publisher,
            published: date.map(|date| Published { calendar: Calendar::of(&date), words: date.words }),
            url: fields.url.as_ref().map(|url| url.value.clone()),
            accessed: read.and_then(|date| Calendar::of(&date)),
        }
    }
}

impl Facts {
    /// The same with the date of publication in words alone, and without the day on which it was read.
    #[cfg(feature = "citations")]
    pub(super) fn in_words(&self) -> Self {
        let published = self.published.as_ref().map(|date| Published { words: date.words.clone(), calendar: None });
        Self { published, accessed: None, ..self.clone() }
    }
}

impl Calendar {
    /// A date that is certain and has a year: `2015`, `2015-10`, `2015-10-10`.
    fn of(date: &DateView) -> Option<Self> {
        let mut parts = date.iso.as_deref()?.split('-');
        let year = parts.next()?.parse().ok()?;
        let (month, day) = (parts.next(), parts.next());
        let number = |part: Option<&str>| part.map(|part| part.parse().ok());
        Some(Self { year, month: number(month).unwrap_or(None), day: number(day).unwrap_or(None) })
    }
}
