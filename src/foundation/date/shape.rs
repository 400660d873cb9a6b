//! What a date says, as types, and its canonical EDTF text. Knows no order and no language.

use std::fmt;

use super::calendar::Day;

/// The whole of a date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    /// One date.
    At(Point),
    /// From one date to another. One end at least is a date.
    Interval { start: End, end: End },
    /// One of several dates, or one on this side of a date: at least one, and more than one or
    /// not a plain date.
    OneOf(Vec<Member>),
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum End {
    Date(Point),
    /// `..`: no bound.
    Open,
    /// Nothing written: there is a bound, and it is not known.
    Unknown,
}

/// One entry of a one-of list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Member {
    Date(Point),
    /// Only first in the list.
    OrEarlier(Point),
    /// Only last in the list.
    OrLater(Point),
    Between(Point, Point),
}

/// One date and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Point {
    pub when: When,
    pub certainty: Certainty,
}

/// How sure a date is, in the order in which equal dates stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Certainty {
    Certain,
    Approximate,
    Uncertain,
    Both,
}

/// How much of a day is known. Years are 1 to 9999, months 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum When {
    Day(Day),
    Month {
        year: i16,
        month: u8,
    },
    Year(i16),
    Season {
        year: i16,
        season: Season,
    },
    /// `2015-10-XX`
    SomeDayOfMonth {
        year: i16,
        month: u8,
    },
    /// `2015-XX`
    SomeMonthOfYear(i16),
    /// `2015-XX-XX`
    SomeDayOfYear(i16),
    /// `201X`: the first three digits, 0 to 999.
    Decade(i16),
    /// `20XX`: the first two digits, 0 to 99.
    Century(i16),
    /// `XXXX-09-03`
    YearlessDay {
        month: u8,
        day: u8,
    },
    /// `XXXX-09`
    YearlessMonth(u8),
}

/// The seasons in the numbers of EDTF, which do not say for which half of the earth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Shape {
    /// The dates that are written in it.
    pub fn points(&self) -> Vec<Point> {
        match self {
            Self::At(point) => vec![*point],
            Self::Interval { start, end } => start.point().into_iter().chain(end.point()).collect(),
            Self::OneOf(members) => members.iter().copied().flat_map(Member::points).collect(),
        }
    }
}

impl End {
    /// The date, if the end is one.
    pub fn point(self) -> Option<Point> {
        match self {
            Self::Date(point) => Some(point),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl Member {
    fn points(self) -> Vec<Point> {
        match self {
            Self::Date(point) | Self::OrEarlier(point) | Self::OrLater(point) => vec![point],
            Self::Between(from, to) => vec![from, to],
        }
    }
}

impl When {
    /// Whether nothing at all is known of the year.
    pub fn is_yearless(self) -> bool {
        matches!(self, Self::YearlessDay { .. } | Self::YearlessMonth(_))
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(point) => point.fmt(f),
            Self::Interval { start, end } => write!(f, "{start}/{end}"),
            Self::OneOf(members) => {
                for (index, member) in members.iter().enumerate() {
                    f.write_str(if index == 0 { "[" } else { "," })?;
                    member.fmt(f)?;
                }
                f.write_str("]")
            }
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(point) => point.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(point) => point.fmt(f),
            Self::OrEarlier(point) => write!(f, "..{point}"),
            Self::OrLater(point) => write!(f, "{point}.."),
            Self::Between(from, to) => write!(f, "{from}..{to}"),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.when.fmt(f)?;
        f.write_str(match self.certainty {
            Certainty::Certain => "",
            Certainty::Approximate => "~",
            Certainty::Uncertain => "?",
            Certainty::Both => "%",
        })
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Season { year, season } => {
                let number = match season {
                    Season::Spring => 21,
                    Season::Summer => 22,
                    Season::Autumn => 23,
                    Season::Winter => 24,
                };
                write!(f, "{year:04}-{number}")
            }
            Self::SomeDayOfMonth { year, month } => write!(f, "{year:04}-{month:02}-XX"),
            Self::SomeMonthOfYear(year) => write!(f, "{year:04}-XX"),
            Self::SomeDayOfYear(year) => write!(f, "{year:04}-XX-XX"),
            Self::Decade(digits) => write!(f, "{digits:03}X"),
            Self::Century(digits) => write!(f, "{digits:02}XX"),
            Self::YearlessDay { month, day } => write!(f, "XXXX-{month:02}-{day:02}"),
            Self::YearlessMonth(month) => write!(f, "XXXX-{month:02}"),
        }
    }
}
