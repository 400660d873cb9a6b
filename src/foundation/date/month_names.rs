//! The names of the months in the languages of the authors, for messages and for dates that are
//! written with a name. What readers get comes from ICU.

use super::calendar::{Day, days_in};

/// The right form and what it means, if the day exists.
pub(super) fn day_text(year: Option<i16>, month: u8, day: u8) -> Option<(String, String)> {
    let name = month_name(month);
    if let Some(year) = year {
        let form = Day::new(year, month, day)?.to_string();
        return Some((form, format!("{day} {name} {year}")));
    }
    (1..=days_in(None, month)).contains(&day).then(|| (format!("XXXX-{month:02}-{day:02}"), format!("{day} {name}")))
}

pub(super) fn month_text(year: i16, month: u8) -> Option<(String, String)> {
    let exists = (1..=12).contains(&month) && year > 0;
    exists.then(|| (format!("{year:04}-{month:02}"), format!("{} {year}", month_name(month))))
}

pub(super) fn no_day_message(year: Option<i16>, month: u8, day: u8) -> String {
    format!("there is no {day} {}{}", month_name(month), in_year(year))
}

pub(super) fn in_year(year: Option<i16>) -> String {
    year.map_or_else(String::new, |year| format!(" {year}"))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const TURKISH_MONTHS: [&str; 12] =
    ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];

const KURDISH_MONTHS: [&str; 12] = [
    "rêbendan",
    "sibat",
    "adar",
    "nîsan",
    "gulan",
    "hezîran",
    "tîrmeh",
    "tebax",
    "îlon",
    "cotmeh",
    "mijdar",
    "berfanbar",
];

pub(super) fn month_name(month: u8) -> &'static str {
    let index = usize::from(month.wrapping_sub(1));
    MONTHS.get(index).copied().unwrap_or("month")
}

/// The month of an English, Turkish or Kurmancî name or of an English abbreviation.
pub(super) fn month_number(word: &str) -> Option<u8> {
    let is_english =
        |name: &&str| word.len() >= 3 && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let is_kurdish = |name: &&str| word.trim_end_matches(['a', 'ê']) == *name;
    let index = MONTHS
        .iter()
        .position(is_english)
        .or_else(|| TURKISH_MONTHS.iter().position(|name| name.eq_ignore_ascii_case(word)))
        .or_else(|| KURDISH_MONTHS.iter().position(is_kurdish))?;
    u8::try_from(index + 1).ok()
}
