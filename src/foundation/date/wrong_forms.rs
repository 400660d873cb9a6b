//! The ways in which people write dates that are not EDTF, and the right form for each. Where two
//! readings are possible it names both and takes neither.

use std::fmt::Write;
use std::ops::Range;

use super::edtf;
use super::error::shown;
use super::mistakes::FORMS;
use super::month_names::{day_text, month_name, month_number, month_text, no_day_message};

/// What is wrong and what to write.
pub(super) type Advice = Option<(String, String)>;

/// Advice on a text that is written in a way that is known and wrong.
pub(super) fn recognise(text: &str) -> Advice {
    if edtf::value(text).is_ok() {
        return None;
    }
    clock_time(text).or_else(|| respelt(text)).or_else(|| in_digits(text)).or_else(|| with_month_name(text))
}

/// A time of day, with a day or without.
fn clock_time(text: &str) -> Advice {
    let is_clock = |part: &str| {
        part.split_once(':')
            .is_some_and(|(hour, _)| matches!(hour.len(), 1 | 2) && hour.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if !text.split(['T', 't', ' ']).any(is_clock) {
        return None;
    }
    let help = match text.get(..10).filter(|day| edtf::value(day).is_ok()) {
        Some(day) => format!("write only the day: {day}"),
        None => "write only the day, as in 2015-10-10".to_owned(),
    };
    Some(("a date has no time of day".to_owned(), help))
}

/// The right signs in another script or case: dashes, digits, small x, `?` for a digit, the words
/// `open` and `unknown` of an older EDTF, and a mark of doubt in the middle.
fn respelt(text: &str) -> Advice {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '\u{2044}' | '\u{2215}' | '\u{ff0f}' => '/',
            '\u{ff5e}' | '\u{223c}' => '~',
            _ => ascii_digit(c),
        })
        .collect::<String>()
        .replace('…', "..");
    let unknowns = plain.replace(['x', 'u', 'U', '?', '*', '_'], "X");
    let words = plain.replace("open", "..").replace("unknown", "");
    let mark = match (plain.contains('~'), plain.contains('?')) {
        _ if plain.contains('%') => "%",
        (true, true) => "%",
        (true, false) => "~",
        (false, true) => "?",
        (false, false) => "",
    };
    let marked_last = plain.replace(['~', '?', '%'], "") + mark;
    let right = [plain, unknowns, words, marked_last]
        .into_iter()
        .filter(|candidate| candidate != text)
        .find_map(|candidate| edtf::value(&candidate).ok())?;
    Some((
        format!("`{}` has a sign that a date does not have, or has it in the wrong place", shown(text)),
        format!("write {right}"),
    ))
}

/// A decimal digit of the scripts that dates are written in, as ASCII.
fn ascii_digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{966}'..='\u{96f}' => 0x966,
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

/// Numbers in another order or with other separators.
fn in_digits(text: &str) -> Advice {
    let numbers: Vec<&str> = text.split(is_separator).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    if numbers.is_empty() || !numbers.iter().all(is_number) {
        return None;
    }
    if text.starts_with('-') && numbers.first().is_some_and(|first| first.len() >= 4) {
        return Some(("years before the year 1 cannot be written".to_owned(), "years are 0001 to 9999".to_owned()));
    }
    let small = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() <= 2);
    let four = |part: &str| part.parse::<i16>().ok().filter(|_| part.len() == 4);
    match numbers[..] {
        [one] => one_number(text, one),
        _ if numbers.iter().any(|number| number.len() > 4) => Some(year_too_long()),
        [first, second] => match (four(first), four(second), small(first), small(second)) {
            (Some(_), Some(_), ..) => Some((
                "a span of years is written with a stroke".to_owned(),
                format!("write {first}/{second} for the years from {first} to {second}"),
            )),
            (Some(year), _, _, Some(month)) | (_, Some(year), Some(month), _) => advise(&[month_text(year, month)?]),
            (_, _, Some(first), Some(second)) => {
                let (message, help) = advise(&both_orders(None, first, second))?;
                let help = format!("{help}; when the year is known, it stands in place of XXXX");
                Some((format!("{message}, and the year is missing"), help))
            }
            _ => None,
        },
        [first, second, third] => match (four(first), four(third)) {
            (Some(year), _) => advise(&[day_text(Some(year), small(second)?, small(third)?)?]),
            (_, Some(year)) => advise(&both_orders(Some(year), small(first)?, small(second)?)),
            _ => Some((
                format!("the year of `{}` needs four digits", shown(text)),
                "write year, month, day: 2015-10-09 for 9 October 2015".to_owned(),
            )),
        },
        _ => None,
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | '/' | '-' | '\\' | ',' | '\u{2010}'..='\u{2015}') || c.is_whitespace()
}

fn one_number(text: &str, number: &str) -> Advice {
    if number.len() == 8 {
        let part = |range: Range<usize>| number.get(range)?.parse::<u8>().ok();
        let year = number.get(..4)?.parse().ok()?;
        let day = day_text(Some(year), part(4..6)?, part(6..8)?);
        return day.map_or_else(|| Some(year_too_long()), |day| advise(&[day]));
    }
    if number.len() > 4 {
        return Some(year_too_long());
    }
    if number.len() == 4 {
        return Some((format!("`{}` has more than the year", shown(text)), format!("write the year alone: {number}")));
    }
    Some((
        format!("`{}` is not a year: a year has four digits", shown(text)),
        "write 2015, or 0915 for the year 915".to_owned(),
    ))
}

fn year_too_long() -> (String, String) {
    ("the year has too many digits".to_owned(), "years are 0001 to 9999, and a day is written 2015-10-10".to_owned())
}

/// A date with the name of its month.
fn with_month_name(text: &str) -> Advice {
    let parts: Vec<&str> =
        text.split(|c: char| is_separator(c) || c == '\'' || c == '’').filter(|part| !part.is_empty()).collect();
    let mut months = parts.iter().filter_map(|part| month_number(part));
    let (month, None) = (months.next()?, months.next()) else {
        return None;
    };
    let numbers: Vec<&str> = parts
        .iter()
        .map(|part| part.trim_end_matches(char::is_alphabetic))
        .filter(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    let year = numbers.iter().find(|number| number.len() == 4).and_then(|number| number.parse::<i16>().ok());
    let day = numbers.iter().find(|number| number.len() <= 2).and_then(|number| number.parse::<u8>().ok());
    if numbers.len() > usize::from(year.is_some()) + usize::from(day.is_some()) {
        return None;
    }
    let (form, meaning) = match (year, day) {
        (year, Some(day)) => match day_text(year, month, day) {
            Some(right) => right,
            None => return Some((no_day_message(year, month, day), FORMS.to_owned())),
        },
        (Some(year), None) => month_text(year, month)?,
        (None, None) => (format!("XXXX-{month:02}"), month_name(month).to_owned()),
    };
    let mut help = format!("write {form} for {meaning}");
    if year.is_none() {
        help.push_str(" when the year is not known, or the year in place of XXXX");
    }
    // A further word may be "before" or "about": what it says must not be lost on the way.
    if parts.len() > numbers.len() + 1 {
        write!(help, "; about: {form}~; not later: [..{form}]; not earlier: [{form}..]").ok()?;
    }
    Some((format!("`{}` is not in digits", shown(text)), help))
}

/// Day before month and month before day, as far as each exists.
fn both_orders(year: Option<i16>, first: u8, second: u8) -> Vec<(String, String)> {
    let mut readings: Vec<_> =
        [(second, first), (first, second)].into_iter().filter_map(|(month, day)| day_text(year, month, day)).collect();
    readings.dedup();
    readings
}

fn advise(readings: &[(String, String)]) -> Advice {
    match readings {
        [(form, meaning)] => Some((
            "a date is written year, month, day, with hyphens and two digits each for month and \
             day"
            .to_owned(),
            format!("write {form} for {meaning}"),
        )),
        [(form, meaning), (other, other_meaning)] => Some((
            "it cannot be told which number is the day and which is the month".to_owned(),
            format!("write {form} for {meaning}, or {other} for {other_meaning}"),
        )),
        _ => None,
    }
}
