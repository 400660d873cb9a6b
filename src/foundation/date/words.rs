//! A date in the words of a language. Month names and the order of day and month come from ICU,
//! the rest from `phrases`.

use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{M, MD, Y, YM, YMD};
use icu_datetime::options::YearStyle;
use icu_datetime::{DateTimeFormatterLoadError, FixedCalendarDateTimeFormatter};
use icu_locale::subtags::{language, region, script};
use icu_locale::{Locale, locale};

use super::Edtf;
use super::calendar::Day;
use super::order::span;
use super::phrases::{ARABIC, ENGLISH, KURMANJI, Phrases, TURKISH};
use super::shape::{Certainty, End, Member, Point, Shape, When};

/// Prints dates in one language. It is made once and can be shared between threads.
///
/// Turkish, Kurmancî (`ku`, `kmr`) and Arabic have phrases of their own. Arabic has the digits 0 to 9, as in file numbers. Every other language has English
/// phrases around its own month names, if ICU knows them. `en` without a region is printed as in
/// Britain, and a tag that is no BCP 47 tag like `en`. Years are those of the Gregorian calendar.
pub struct DateWords {
    phrases: &'static Phrases,
    names: Option<Names>,
    collapses_days: bool,
    collapses_months: bool,
}

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

struct Names {
    day: Formatter<YMD>,
    yearless_day: Formatter<MD>,
    month: Formatter<YM>,
    yearless_month: Formatter<M>,
    year: Formatter<Y>,
}

impl Names {
    fn load(locale: &Locale) -> Result<Self, DateTimeFormatterLoadError> {
        // For month and year of Brazil icu_datetime 2.4 loads no digits, and stops where debug assertions are on. Portugal writes both alike.
        let is_portuguese = locale.id.language == language!("pt");
        let of_month = if is_portuguese { &locale!("pt-PT") } else { locale };
        Ok(Self {
            day: Formatter::try_new(locale.into(), YMD::long().with_year_style(YearStyle::Full))?,
            yearless_day: Formatter::try_new(locale.into(), MD::long())?,
            month: Formatter::try_new(of_month.into(), YM::long().with_year_style(YearStyle::Full))?,
            yearless_month: Formatter::try_new(locale.into(), M::long())?,
            year: Formatter::try_new(locale.into(), Y::long().with_year_style(YearStyle::Full))?,
        })
    }

    /// A language that ICU does not know has numbers in place of names: `M10`.
    fn are_known(&self) -> bool {
        Date::try_new_gregorian(2015, 10, 10).is_ok_and(|date| self.yearless_month.format(&date).to_string() != "M10")
    }
}

impl DateWords {
    /// The words of the language with this BCP 47 tag.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let locale = locale_of(language);
        let own = Names::load(&locale).ok().filter(Names::are_known);
        let mut words = Self {
            phrases: phrases_of(&locale),
            names: own.or_else(|| Names::load(&locale!("en-GB")).ok()),
            collapses_days: false,
            collapses_months: false,
        };
        // Leaving out what both ends of an interval share is safe only where the day comes first
        // and the year last, and where the month is the same word in both.
        let day_and_month = words.yearless(10, 11);
        let full = format!("{day_and_month} 2015");
        words.collapses_days =
            day_and_month.starts_with("11 ") && Day::new(2015, 10, 11).is_some_and(|day| words.day(day) == full);
        words.collapses_months = words.month(2015, 10) == format!("{} 2015", words.month_name(10));
        words
    }

    /// The date in words, as certain as it is and no more.
    #[must_use]
    pub fn words(&self, date: &Edtf) -> String {
        let points = date.0.points();
        if points.iter().all(|point| point.when.is_yearless()) {
            let text = self.shape(&date.0, Self::doubted);
            return (self.phrases.yearless)(&text);
        }
        self.shape(&date.0, Self::point)
    }

    fn shape(&self, shape: &Shape, say: fn(&Self, Point) -> String) -> String {
        match shape {
            Shape::At(point) => say(self, *point),
            Shape::Interval { start, end } => self.interval(*start, *end, say),
            Shape::OneOf(members) => {
                let texts: Vec<String> = members.iter().map(|member| self.member(*member, say)).collect();
                match &texts[..] {
                    [text] => text.clone(),
                    texts => {
                        let [comma, semicolon] = self.phrases.separators;
                        let has_commas = texts.iter().any(|text| text.contains(comma));
                        (self.phrases.one_of)(&texts.join(if has_commas { semicolon } else { comma }))
                    }
                }
            }
        }
    }

    fn interval(&self, start: End, end: End, say: fn(&Self, Point) -> String) -> String {
        let phrases = self.phrases;
        match (start, end) {
            (End::Date(from), End::Date(to)) => self.range(from, to, say),
            (End::Open, End::Date(to)) if to.when.is_yearless() => self.or_earlier(to, say),
            (End::Open, End::Date(to)) => (phrases.until)(&say(self, to)),
            (End::Date(from), End::Open) if from.when.is_yearless() => (phrases.or_later)(&say(self, from)),
            (End::Date(from), End::Open) => (phrases.since)(&say(self, from)),
            (_, End::Date(to)) => (phrases.unknown_start)(&say(self, to)),
            (End::Date(from), _) => (phrases.unknown_end)(&say(self, from)),
            (End::Open | End::Unknown, End::Open | End::Unknown) => String::new(),
        }
    }

    fn range(&self, from: Point, to: Point, say: fn(&Self, Point) -> String) -> String {
        let end = say(self, to);
        if let Some(start) = self.shortened_start(from, to) {
            let tight = !start.contains(' ');
            return (self.phrases.range)(&start, &end, tight);
        }
        let start = say(self, from);
        let tight = !start.contains(' ') && !end.contains(' ');
        (self.phrases.range)(&start, &end, tight)
    }

    /// The start of an interval without the year or the month that its end repeats.
    fn shortened_start(&self, from: Point, to: Point) -> Option<String> {
        if from.certainty != Certainty::Certain || to.certainty != Certainty::Certain {
            return None;
        }
        match (from.when, to.when) {
            (When::Day(from), When::Day(to)) if self.collapses_days && from.year() == to.year() && from != to => {
                Some(if from.month() == to.month() {
                    from.day().to_string()
                } else {
                    self.yearless(from.month(), from.day())
                })
            }
            (When::YearlessDay { month, day }, When::YearlessDay { month: same, day: last })
                if self.collapses_days && month == same && day < last =>
            {
                Some(day.to_string())
            }
            (When::Month { year, month }, When::Month { year: same, month: last })
                if self.collapses_months && year == same && month != last =>
            {
                Some(self.month_name(month))
            }
            _ => None,
        }
    }

    fn member(&self, member: Member, say: fn(&Self, Point) -> String) -> String {
        match member {
            Member::Date(point) => say(self, point),
            Member::OrEarlier(point) => self.or_earlier(point, say),
            Member::OrLater(point) => (self.phrases.or_later)(&say(self, point)),
            Member::Between(from, to) => (self.phrases.between)(&say(self, from), &say(self, to)),
        }
    }

    fn or_earlier(&self, point: Point, say: fn(&Self, Point) -> String) -> String {
        let is_day = matches!(
            point.when,
            When::Day(_) | When::YearlessDay { .. } | When::SomeDayOfMonth { .. } | When::SomeDayOfYear(_)
        );
        (self.phrases.or_earlier)(&say(self, point), is_day)
    }

    fn point(&self, point: Point) -> String {
        let text = self.doubted(point);
        if point.when.is_yearless() { (self.phrases.yearless)(&text) } else { text }
    }

    /// The date with its doubt, and without a word on a year that is not known.
    fn doubted(&self, point: Point) -> String {
        let text = self.bare(point.when);
        match point.certainty {
            Certainty::Certain => text,
            Certainty::Approximate => (self.phrases.approximate)(&text),
            Certainty::Uncertain => (self.phrases.uncertain)(&text),
            Certainty::Both => (self.phrases.both)(&text),
        }
    }

    fn bare(&self, when: When) -> String {
        let phrases = self.phrases;
        match when {
            When::Day(day) => self.day(day),
            When::Month { year, month } => self.month(year, month),
            When::Year(year) => self.year(year),
            When::Season { year, season } => (phrases.season)(season, &self.year(year)),
            When::SomeDayOfMonth { year, month } => (phrases.some_day_of_month)(&self.month(year, month)),
            When::SomeMonthOfYear(year) => (phrases.some_month_of_year)(&self.year(year)),
            When::SomeDayOfYear(year) => (phrases.some_day_of_year)(&self.year(year)),
            When::Decade(digits) if digits % 10 != 0 => (phrases.decade)(digits * 10),
            When::Decade(_) | When::Century(_) => self.bounds(when),
            When::YearlessDay { month, day } => self.yearless(month, day),
            When::YearlessMonth(month) => self.month_name(month),
        }
    }

    /// The first and the last year, where a name for them would be ambiguous: the 2000s.
    fn bounds(&self, when: When) -> String {
        let year = |day: Day| self.year(day.year());
        span(when).map_or_else(|| when.to_string(), |(first, last)| (self.phrases.between)(&year(first), &year(last)))
    }

    fn day(&self, day: Day) -> String {
        if let Some(compose) = self.phrases.day {
            return compose(day.day(), &self.month(day.year(), day.month()));
        }
        self.named(Some(day), |names, date| names.day.format(date).to_string())
            .unwrap_or_else(|| When::Day(day).to_string())
    }

    fn month(&self, year: i16, month: u8) -> String {
        self.named(Day::new(year, month, 1), |names, date| names.month.format(date).to_string())
            .unwrap_or_else(|| When::Month { year, month }.to_string())
    }

    fn year(&self, year: i16) -> String {
        self.named(Day::new(year, 1, 1), |names, date| names.year.format(date).to_string())
            .unwrap_or_else(|| When::Year(year).to_string())
    }

    fn yearless(&self, month: u8, day: u8) -> String {
        self.named(Day::new(LEAP_YEAR, month, day), |names, date| names.yearless_day.format(date).to_string())
            .unwrap_or_else(|| When::YearlessDay { month, day }.to_string())
    }

    fn month_name(&self, month: u8) -> String {
        self.named(Day::new(LEAP_YEAR, month, 1), |names, date| names.yearless_month.format(date).to_string())
            .unwrap_or_else(|| When::YearlessMonth(month).to_string())
    }

    /// The day as ICU prints it. Nothing if the program was built without the data of ICU; the
    /// digits of EDTF stand in then, since they say no more than is known.
    fn named(&self, day: Option<Day>, print: fn(&Names, &Date<Gregorian>) -> String) -> Option<String> {
        let (names, day) = (self.names.as_ref()?, day?);
        let date = Date::try_new_gregorian(i32::from(day.year()), day.month(), day.day()).ok()?;
        Some(print(names, &date))
    }
}

/// A year that has the 29th of February, for days without a year.
const LEAP_YEAR: i16 = 2000;

fn locale_of(tag: &str) -> Locale {
    let mut locale = Locale::try_from_str(tag).unwrap_or(locale!("en-GB"));
    if locale.id.language == language!("ar") {
        let digits = format!("{}-u-nu-latn", locale.id);
        locale = Locale::try_from_str(&digits).unwrap_or(locale);
    }
    if locale.id.language == language!("en") && locale.id.region.is_none() {
        locale.id.region = Some(region!("GB"));
    }
    if locale.id.language == language!("kmr") {
        locale.id.language = language!("ku");
    }
    locale
}

fn phrases_of(locale: &Locale) -> &'static Phrases {
    let is_latin = locale.id.script.is_none_or(|script| script == script!("Latn"));
    if locale.id.language == language!("tr") && is_latin {
        &TURKISH
    } else if locale.id.language == language!("ku") && is_latin {
        &KURMANJI
    } else if locale.id.language == language!("ar") {
        &ARABIC
    } else {
        &ENGLISH
    }
}

#[cfg(test)]
#[path = "tests/words.rs"]
mod tests;
