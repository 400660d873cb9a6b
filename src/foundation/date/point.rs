//! The grammar of one date: year, month, day, what of them is not known, and the mark of doubt.

use super::calendar::{Day, days_in};
use super::mistakes;
use super::piece::{Fault, Piece};
use super::shape::{Certainty, Point, Season, When};

/// Reads one date with its mark of doubt.
pub(super) fn point(piece: Piece<'_>) -> Result<Point, Fault> {
    let marks = [("~", Certainty::Approximate), ("?", Certainty::Uncertain), ("%", Certainty::Both)];
    let mut found = marks.iter().filter_map(|(mark, certainty)| {
        let bare = piece.without_suffix(mark).or_else(|| piece.without_prefix(mark))?;
        Some((bare, *certainty))
    });
    let first = found.next();
    let (bare, certainty) = first.unwrap_or((piece, Certainty::Certain));
    let is_marked = |text: &str| text.contains(['~', '?', '%']);
    if first.is_some() && is_marked(bare.text) && when(without_marks(bare)).is_ok() {
        return piece.impossible(
            "a date has one mark of doubt, for the whole of it",
            format!(
                "write one mark at the end: {0}~ for about, {0}? for uncertain, {0}% for both",
                without_marks(bare).text
            ),
        );
    }
    Ok(Point { when: when(bare)?, certainty })
}

/// The piece without marks at its ends.
fn without_marks(piece: Piece<'_>) -> Piece<'_> {
    let text = piece.text.trim_matches(['~', '?', '%']);
    Piece::new(text, piece.start)
}

/// What stands in the place of a month or a day.
#[derive(Clone, Copy)]
enum Number {
    Known(u8),
    NotKnown,
}

fn when(piece: Piece<'_>) -> Result<When, Fault> {
    let mut parts = piece.split_strictly("-");
    let (first, second, third) = (parts.next(), parts.next(), parts.next());
    let Some(year) = first.filter(|year| year.text.len() == 4 && parts.next().is_none()) else {
        return piece.unreadable();
    };
    let (Ok(second), Ok(third)) = (two_digits(second), two_digits(third)) else {
        return piece.unreadable();
    };
    if year.text == "XXXX" {
        return yearless(piece, second, third);
    }
    let Some(known) = leading_digits(year.text) else {
        return piece.unreadable();
    };
    match (year.text.len() - known.len(), known.parse::<i16>()) {
        (0, Ok(0)) => mistakes::no_year_zero(year.range(), piece.text),
        (0, Ok(year)) => in_year(piece, year, second, third),
        (1, Ok(decade)) if second.is_none() => Ok(When::Decade(decade)),
        (2, Ok(century)) if second.is_none() => Ok(When::Century(century)),
        (1 | 2, Ok(_)) => piece.impossible(
            "a month or a day cannot follow a year that is only partly known",
            format!("write the year alone: {}", year.text),
        ),
        _ => piece.unreadable(),
    }
}

/// The digits before a row of X, if the text is nothing else.
fn leading_digits(text: &str) -> Option<&str> {
    let digits = text.trim_end_matches('X');
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(digits)
}

/// A month or a day and its place; nothing if it is not written.
fn two_digits(piece: Option<Piece<'_>>) -> Result<Option<(Number, Piece<'_>)>, ()> {
    let Some(piece) = piece else {
        return Ok(None);
    };
    let number = match piece.text.as_bytes() {
        b"XX" => Number::NotKnown,
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Number::Known((tens - b'0') * 10 + (ones - b'0')),
        _ => return Err(()),
    };
    Ok(Some((number, piece)))
}

type Written<'a> = Option<(Number, Piece<'a>)>;

fn in_year(whole: Piece<'_>, year: i16, month: Written<'_>, day: Written<'_>) -> Result<When, Fault> {
    match (month, day) {
        (None, _) => Ok(When::Year(year)),
        (Some((Number::NotKnown, _)), None) => Ok(When::SomeMonthOfYear(year)),
        (Some((Number::NotKnown, _)), Some((Number::NotKnown, _))) => Ok(When::SomeDayOfYear(year)),
        (Some((Number::NotKnown, _)), Some((Number::Known(_), _))) => whole.impossible(
            "a day without its month says too little to be used",
            format!("write {year:04}-XX-XX for a day in {year} whose month is not known"),
        ),
        (Some((Number::Known(number), place)), day) => match (season(number), day) {
            (Some(season), None) => Ok(When::Season { year, season }),
            (Some(_), Some(_)) => whole.impossible(
                format!("{number} stands for a season, and a season has no days"),
                format!("write the season alone, {year:04}-{number}, or a month from 01 to 12"),
            ),
            (None, day) => in_month(whole, year, (number, place), day),
        },
    }
}

fn in_month(whole: Piece<'_>, year: i16, (month, place): (u8, Piece<'_>), day: Written<'_>) -> Result<When, Fault> {
    if !(1..=12).contains(&month) {
        return mistakes::no_such_month(place.range(), whole.text, month);
    }
    match day {
        None => Ok(When::Month { year, month }),
        Some((Number::NotKnown, _)) => Ok(When::SomeDayOfMonth { year, month }),
        Some((Number::Known(number), place)) => match Day::new(year, month, number) {
            Some(day) => Ok(When::Day(day)),
            None => mistakes::no_such_day(place.range(), Some(year), month, number),
        },
    }
}

fn yearless(whole: Piece<'_>, month: Written<'_>, day: Written<'_>) -> Result<When, Fault> {
    let Some((Number::Known(month), place)) = month else {
        return whole.impossible(
            "a date without a year needs its month at least",
            "write XXXX-10-10 or XXXX-10, or leave the whole line out when nothing is known",
        );
    };
    if !(1..=12).contains(&month) {
        return mistakes::no_such_month(place.range(), whole.text, month);
    }
    match day {
        None => Ok(When::YearlessMonth(month)),
        Some((Number::NotKnown, _)) => {
            whole.impossible("neither the year nor the day is known", format!("write the month alone: XXXX-{month:02}"))
        }
        Some((Number::Known(day), _)) if (1..=days_in(None, month)).contains(&day) => {
            Ok(When::YearlessDay { month, day })
        }
        Some((Number::Known(day), place)) => mistakes::no_such_day(place.range(), None, month, day),
    }
}

fn season(number: u8) -> Option<Season> {
    match number {
        21 => Some(Season::Spring),
        22 => Some(Season::Summer),
        23 => Some(Season::Autumn),
        24 => Some(Season::Winter),
        _ => None,
    }
}
