//! The dates of a dossier: how much of a day is known, in what order days stand, how they read
//! in words, and the moment from which a page may be published. Knows no file and no clock.
//!
//! A date is written in EDTF, the Extended Date/Time Format of the Library of Congress
//! (<https://www.loc.gov/standards/datetime/>, now part of ISO 8601-2:2019): levels 0 and 1
//! without clock times, and from level 2 the one-of lists and the dates without a year.

mod calendar;
mod edtf;
mod error;
mod mistakes;
mod moment;
mod month_names;
mod order;
mod phrases;
mod piece;
mod point;
mod shape;
mod words;
mod wrong_forms;

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

pub use calendar::Day;
pub use error::DateError;
pub use moment::Moment;
pub use order::{Placement, SortKey, Undated};
pub use words::DateWords;

use shape::{Certainty, Point, Shape, When};

/// An uncertain date, as far as it is known and no further.
///
/// A value comes only from [`Edtf::parse`], so every day in it exists on the calendar, its years
/// lie between 1 and 9999, and no interval ends before it starts. `Display` and `Serialize` give
/// the canonical EDTF text, and reading that text gives an equal value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edtf(Shape);

impl Edtf {
    /// Reads one EDTF value. White space around it, around `/` and around `,` does not matter.
    ///
    /// | written | means |
    /// |---|---|
    /// | `2015-10-10`, `2015-10`, `2015` | a day, a month, a year |
    /// | `2015-06~`, `2015?`, `2015%` | about, uncertain, both |
    /// | `2015-21` to `2015-24` | spring, summer, autumn, winter |
    /// | `201X`, `20XX` | a year of that decade, of those hundred years |
    /// | `2015-10-XX`, `2015-XX`, `2015-XX-XX` | a day of the month, a month or a day of the year |
    /// | `XXXX-09-03`, `XXXX-09` | a day or a month whose year is not known |
    /// | `2015-10/2015-11`, `../2018`, `2015/..` | from one to the other, open start, open end |
    /// | `/2018`, `2015/` | the start or the end is not known |
    /// | `[2015-10-10, 2015-10-11]` | one of these |
    /// | `[..2015-10-10]`, `[2015-10-10..]`, `[2014..2016]` | not later, not earlier, between |
    ///
    /// The mark for "about" or "uncertain" may also stand in front (`~2015-06`) and holds for the
    /// whole date, although EDTF level 2 would read it as the year's alone.
    ///
    /// # Errors
    ///
    /// Anything else, and any day that does not exist, with the right form where it can be told.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        edtf::value(text).map(Self).map_err(|fault| mistakes::explain(text, fault))
    }

    /// The day, if the date is one single day and nothing about it is in doubt. Feeds, calendars
    /// and structured data use only this.
    #[must_use]
    pub fn exact_day(&self) -> Option<Day> {
        match &self.0 {
            Shape::At(point) if point.certainty == Certainty::Certain => match point.when {
                When::Day(day) => Some(day),
                _ => None,
            },
            _ => None,
        }
    }

    /// The first day and the last, if the date is one day or a span of days and nothing about either end is in doubt:
    /// what a calendar can hold.
    #[must_use]
    pub fn exact_days(&self) -> Option<(Day, Day)> {
        let day = |point: Option<Point>| match point?.when {
            When::Day(day) if point?.certainty == Certainty::Certain => Some(day),
            _ => None,
        };
        match &self.0 {
            Shape::At(point) => day(Some(*point)).map(|day| (day, day)),
            Shape::Interval { start, end } => Some((day(start.point())?, day(end.point())?)),
            Shape::OneOf(_) => None,
        }
    }

    /// The date in the words of a language (a BCP 47 tag). To print many dates make one
    /// [`DateWords`].
    #[must_use]
    pub fn words(&self, language: &str) -> String {
        DateWords::new(language).words(self)
    }

    /// A value for the attribute `datetime` of the HTML element `time`
    /// (<https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value>): a day,
    /// a month, a year, or a day without a year, when it is certain. HTML has no form for the rest.
    #[must_use]
    pub fn iso_attribute(&self) -> Option<String> {
        let Shape::At(point) = &self.0 else {
            return None;
        };
        if point.certainty != Certainty::Certain {
            return None;
        }
        match point.when {
            When::Day(_) | When::Month { .. } | When::Year(_) => Some(point.when.to_string()),
            When::YearlessDay { month, day } => Some(format!("{month:02}-{day:02}")),
            _ => None,
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Edtf {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
#[path = "tests/properties.rs"]
mod properties;

#[cfg(test)]
#[path = "tests/forms.rs"]
mod tests;
