//! The Gregorian calendar from year 1 to 9999: which days exist. Knows nothing of doubt.

use std::fmt;

use serde::{Serialize, Serializer};

/// A day that exists, from `0001-01-01` to `9999-12-31`. `Display` and `Serialize` give the ISO
/// 8601 form, and days compare in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i16,
    month: u8,
    of_month: u8,
}

impl Day {
    /// The last day that can be written.
    pub(super) const LAST: Self = Self { year: 9999, month: 12, of_month: 31 };

    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year) && (1..=days_in(Some(year), month)).contains(&day);
        exists.then_some(Self { year, month, of_month: day })
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.of_month
    }

    /// The day after it; the last day that can be written has none.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::new(self.year, self.month, self.of_month + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year + 1, 1, 1))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How many days the month has; without a year, the most that it can have. No month, no days.
pub(super) fn days_in(year: Option<i16>, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_none_or(is_leap) => 29,
        2 => 28,
        _ => 0,
    }
}

fn is_leap(year: i16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist() {
        let table = [
            (2015, 10, 10, true),
            (2020, 2, 29, true),
            (2000, 2, 29, true),
            (1900, 2, 29, false),
            (2019, 2, 29, false),
            (2020, 2, 30, false),
            (2020, 4, 31, false),
            (2020, 13, 1, false),
            (2020, 0, 1, false),
            (2020, 1, 0, false),
            (0, 1, 1, false),
            (-1, 1, 1, false),
            (10000, 1, 1, false),
        ];
        for (year, month, day, exists) in table {
            assert_eq!(Day::new(year, month, day).is_some(), exists, "{year} {month} {day}");
        }
    }

    #[test]
    fn days_follow_each_other() {
        let next = |year, month, day| Day::new(year, month, day).unwrap().next().map(|day| day.to_string());
        assert_eq!(next(2015, 10, 10).as_deref(), Some("2015-10-11"));
        assert_eq!(next(2020, 2, 28).as_deref(), Some("2020-02-29"));
        assert_eq!(next(2019, 2, 28).as_deref(), Some("2019-03-01"));
        assert_eq!(next(2015, 12, 31).as_deref(), Some("2016-01-01"));
        assert_eq!(next(9999, 12, 31), None);
    }

    #[test]
    fn iso_text_everywhere() {
        let day = Day::new(62, 3, 4).unwrap();
        assert_eq!(day.to_string(), "0062-03-04");
        assert_eq!(serde_json::to_string(&day).unwrap(), r#""0062-03-04""#);
    }
}
