//! Where a date stands among others and between which days it lies. Knows no words.
//!
//! Dates stand by the first day that they can mean, then by the last, so a day stands before the
//! month that it opens. A date that has only a last day (`../2018`, `[..2015-10-10]`) stands at
//! that day, before what is exactly of that day. Of equal dates the certain one stands first.

use super::Edtf;
use super::calendar::{Day, days_in};
use super::shape::{Certainty, End, Member, Point, Season, Shape, When};

/// Where a date stands on a timeline. What is dated comes before what is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placement {
    /// Among the other dates.
    Dated(SortKey),
    /// In the tray of what cannot be placed, since its year is not known.
    Undated,
}

/// Compares in the order of a timeline. Dates that differ may have equal keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey {
    first: Day,
    last: Day,
    standing: Standing,
}

impl SortKey {
    /// The year under which the date stands, the same as [`Edtf::year`].
    #[must_use]
    pub fn year(self) -> i16 {
        self.first.year()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Standing {
    NotLater,
    Within(Certainty),
}

/// Why a date stands in no year of a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Undated {
    /// No year is written: `XXXX-09-03`.
    NoYear,
    /// The year is known to ten or a hundred years: `201X`.
    PartOfYear,
    /// One of several dates, and not each of them has its year: `[2015, XXXX-09-03]`.
    SomeWithoutYear,
}

impl Edtf {
    /// Where the date stands on a timeline: dated, if the year of its start is stated, or failing
    /// that the year of its end. A decade (`201X`) states no year. A one-of list is dated when
    /// every entry is, and stands at its first day.
    #[must_use]
    pub fn placement(&self) -> Placement {
        let key = match &self.0 {
            Shape::At(point) => within(*point, *point),
            Shape::Interval { start, end } => interval_key(*start, *end),
            Shape::OneOf(members) => choice_key(members),
        };
        key.map_or(Placement::Undated, Placement::Dated)
    }

    /// The year for a heading of a timeline. It is there exactly when the date is
    /// [`Placement::Dated`].
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        match self.placement() {
            Placement::Dated(key) => Some(key.year()),
            Placement::Undated => None,
        }
    }

    /// Whether both dates can mean the same day, as far as that can be told. Of two dates in doubt, and of a day without a
    /// year that bounds another date, it cannot be told: they can.
    #[must_use]
    pub fn can_mean(&self, other: &Self) -> bool {
        let is_before = |one: &Self, next: &Self| one.latest().zip(next.earliest()).is_some_and(|(a, b)| a < b);
        if is_before(self, other) || is_before(other, self) {
            return false;
        }
        match (self.day_of_year(), other.day_of_year()) {
            (Some((month, day)), Some((other, of_month))) => {
                month == other && day.zip(of_month).is_none_or(|(day, of_month)| day == of_month)
            }
            _ => true,
        }
    }

    /// The month and the day of a certain date, whether or not its year is known.
    fn day_of_year(&self) -> Option<(u8, Option<u8>)> {
        let Shape::At(Point { when, certainty: Certainty::Certain }) = &self.0 else { return None };
        match *when {
            When::Day(day) => Some((day.month(), Some(day.day()))),
            When::YearlessDay { month, day } => Some((month, Some(day))),
            When::Month { month, .. } | When::SomeDayOfMonth { month, .. } | When::YearlessMonth(month) => {
                Some((month, None))
            }
            _ => None,
        }
    }

    /// Why it stands in no year. It is there exactly when the date is [`Placement::Undated`].
    #[must_use]
    pub fn undated(&self) -> Option<Undated> {
        if self.placement() != Placement::Undated {
            return None;
        }
        let points = self.0.points();
        let yearless = points.iter().filter(|point| point.when.is_yearless()).count();
        Some(match yearless {
            0 => Undated::PartOfYear,
            _ if yearless == points.len() => Undated::NoYear,
            _ => Undated::SomeWithoutYear,
        })
    }

    /// The first day that the date can mean, or `None` if nothing bounds it: an open or unknown
    /// start, a year that is not known, or a start that is only about right or uncertain.
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        let first = |point: Point| Some(certain_span(point)?.0);
        match &self.0 {
            Shape::At(point) => first(*point),
            Shape::Interval { start, .. } => first(start.point()?),
            Shape::OneOf(members) => {
                let days: Option<Vec<Day>> = members
                    .iter()
                    .map(|member| match *member {
                        Member::Date(point) | Member::OrLater(point) | Member::Between(point, _) => first(point),
                        Member::OrEarlier(_) => None,
                    })
                    .collect();
                days?.into_iter().min()
            }
        }
    }

    /// The last day that the date can mean, or `None` if nothing bounds it, as for
    /// [`Edtf::earliest`].
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        let last = |point: Point| Some(certain_span(point)?.1);
        match &self.0 {
            Shape::At(point) => last(*point),
            Shape::Interval { end, .. } => last(end.point()?),
            Shape::OneOf(members) => {
                let days: Option<Vec<Day>> = members
                    .iter()
                    .map(|member| match *member {
                        Member::Date(point) | Member::OrEarlier(point) | Member::Between(_, point) => last(point),
                        Member::OrLater(_) => None,
                    })
                    .collect();
                days?.into_iter().max()
            }
        }
    }
}

fn interval_key(start: End, end: End) -> Option<SortKey> {
    match (start.point(), end.point()) {
        (Some(start), Some(end)) => within(start, end).or_else(|| not_later(end)),
        (Some(start), None) => not_earlier(start),
        (None, Some(end)) => not_later(end),
        (None, None) => None,
    }
}

fn choice_key(members: &[Member]) -> Option<SortKey> {
    let keys: Option<Vec<SortKey>> = members
        .iter()
        .map(|member| match *member {
            Member::Date(point) => within(point, point),
            Member::OrEarlier(point) => not_later(point),
            Member::OrLater(point) => not_earlier(point),
            Member::Between(from, to) => within(from, to),
        })
        .collect();
    let keys = keys?;
    let key = *keys.iter().min()?;
    let last = keys.iter().map(|key| key.last).max()?;
    Some(SortKey { last, ..key })
}

/// The key of what lies from one date to another. A last day that is not known counts as far off.
fn within(from: Point, to: Point) -> Option<SortKey> {
    Some(SortKey {
        first: dated_span(from)?.0,
        last: span(to.when).map_or(Day::LAST, |(_, last)| last),
        standing: Standing::Within(from.certainty),
    })
}

fn not_earlier(point: Point) -> Option<SortKey> {
    Some(SortKey { last: Day::LAST, ..within(point, point)? })
}

fn not_later(point: Point) -> Option<SortKey> {
    let (_, last) = dated_span(point)?;
    Some(SortKey { first: last, last, standing: Standing::NotLater })
}

/// The span of a date that states its year.
fn dated_span(point: Point) -> Option<(Day, Day)> {
    match point.when {
        When::Decade(_) | When::Century(_) => None,
        when => span(when),
    }
}

fn certain_span(point: Point) -> Option<(Day, Day)> {
    match point.certainty {
        Certainty::Certain => span(point.when),
        Certainty::Approximate | Certainty::Uncertain | Certainty::Both => None,
    }
}

/// The first and the last day that are meant, doubt left aside.
pub(super) fn span(when: When) -> Option<(Day, Day)> {
    let days = |first: (i16, u8, u8), last: (i16, u8, u8)| {
        Some((Day::new(first.0, first.1, first.2)?, Day::new(last.0, last.1, last.2)?))
    };
    let years = |first: i16, last: i16| days((first.max(1), 1, 1), (last, 12, 31));
    match when {
        When::Day(day) => Some((day, day)),
        When::Month { year, month } | When::SomeDayOfMonth { year, month } => {
            days((year, month, 1), (year, month, days_in(Some(year), month)))
        }
        When::Year(year) | When::SomeMonthOfYear(year) | When::SomeDayOfYear(year) => years(year, year),
        When::Season { year, season } => {
            let (first, last) = season_span(season);
            days((year, first.0, first.1), (year, last.0, last.1))
        }
        When::Decade(digits) => years(digits * 10, digits * 10 + 9),
        When::Century(digits) => years(digits * 100, digits * 100 + 99),
        When::YearlessDay { .. } | When::YearlessMonth(_) => None,
    }
}

/// Month and day of the first and the last day of a season of the northern half of the earth,
/// wide enough for whole months and for equinox and solstice alike. Winter is either end of its
/// year, so it can be any day of it.
fn season_span(season: Season) -> ((u8, u8), (u8, u8)) {
    match season {
        Season::Spring => ((3, 1), (6, 22)),
        Season::Summer => ((6, 1), (9, 24)),
        Season::Autumn => ((9, 1), (12, 23)),
        Season::Winter => ((1, 1), (12, 31)),
    }
}

#[cfg(test)]
#[path = "tests/order.rs"]
mod tests;
