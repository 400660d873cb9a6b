//! What to say of a text that is no date: days that do not exist, and the way to the right form.

use std::ops::Range;

use super::calendar::days_in;
use super::edtf;
use super::error::{DateError, shown};
use super::month_names::{day_text, in_year, month_name, no_day_message};
use super::piece::Fault;
use super::wrong_forms::recognise;

/// The forms that are needed most.
pub(super) const FORMS: &str = "write a day as 2015-10-10, a month as 2015-10, a year as 2015; about: \
                     2015-10~; year not known: XXXX-10-10; not later than: [..2015-10-10]";

/// The error for a text that the grammar refused.
pub(super) fn explain(text: &str, fault: Fault) -> DateError {
    let range = match fault {
        Fault::Impossible(error) => return error,
        Fault::Unreadable(range) => range,
    };
    let start = text.len() - text.trim_start().len();
    let whole = start..start + text.trim().len();
    let wrong = text.get(range.clone()).unwrap_or_default();
    let cut_short = text.contains('/') && wrong.len() <= "10-10".len();
    let places = [Some(whole), (!cut_short).then(|| range.clone())];
    for range in places.into_iter().flatten() {
        let wrong = text.get(range.clone()).unwrap_or_default();
        if let Some((message, help)) = recognise(wrong) {
            return DateError::new(range, message, help);
        }
    }
    let help = if cut_short {
        "each side of / is a whole date, as in 2015-10-10/2015-10-11, or .. for an open side"
    } else {
        FORMS
    };
    DateError::new(range, format!("`{}` is not a date in the form that is needed", shown(wrong)), help)
}

/// The year 0000, which the calendar does not have.
pub(super) fn no_year_zero<T>(range: Range<usize>, date: &str) -> Result<T, Fault> {
    let without_year = format!("XXXX{}", date.get(4..).unwrap_or_default());
    let help = if edtf::value(&without_year).is_ok() {
        format!("when the year is not known, write {without_year}")
    } else {
        "when the date is not known, leave the whole line out; when only the year is not known, \
         write XXXX-10-10"
            .to_owned()
    };
    impossible(range, "there is no year 0000", help)
}

/// A month that is neither one of twelve nor a season.
pub(super) fn no_such_month<T>(range: Range<usize>, date: &str, month: u8) -> Result<T, Fault> {
    let year = date.get(..4).unwrap_or_default();
    let day = date.get(8..10).and_then(|day| day.parse::<u8>().ok());
    let swapped = day.and_then(|day| day_text(year.parse().ok(), day, month));
    let help = match swapped {
        Some((form, meaning)) => {
            format!("the month comes before the day: write {form} for {meaning}")
        }
        None if month == 0 && year == "XXXX" => "months are 01 to 12".to_owned(),
        None if month == 0 => {
            format!("when the month is not known, write {year}, or {year}-XX-XX for a day in it")
        }
        None if date.len() > "2014-15".len() => "months are 01 to 12".to_owned(),
        None => "months are 01 to 12; 21 to 24 are spring, summer, autumn and winter; years in a \
                 row are written 2014/2015"
            .to_owned(),
    };
    impossible(range, format!("there is no month {month:02}"), help)
}

/// A day that its month does not have.
pub(super) fn no_such_day<T>(range: Range<usize>, year: Option<i16>, month: u8, day: u8) -> Result<T, Fault> {
    let last = days_in(year, month);
    let name = month_name(month);
    let in_year = in_year(year);
    let written = year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    let help = if day == 0 && year.is_some() {
        format!("when the day is not known, write {written}-{month:02}")
    } else {
        format!(
            "{name}{in_year} has {last} days; when the day is not known, write \
             {written}-{month:02}"
        )
    };
    impossible(range, no_day_message(year, month, day), help)
}

fn impossible<T>(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Result<T, Fault> {
    Err(Fault::Impossible(DateError::new(range, message, help)))
}

#[cfg(test)]
#[path = "tests/mistakes.rs"]
mod tests;
