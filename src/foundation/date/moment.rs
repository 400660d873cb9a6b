//! A moment on the clock of the world, from which a page may be published. Knows the zones of the
//! database that is built into the program, and neither the zone nor the clock of the machine.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::temporal::{Pieces, TimeZoneAnnotation, TimeZoneAnnotationKind};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone, TimeZoneDatabase};
use serde::{Serialize, Serializer};

use super::error::{DateError, shown};
use super::{Day, Edtf};

const FORMS: &str = "write day, time and zone: 2026-11-20T06:00+03:00 or \
                     2026-11-20T06:00[Europe/Istanbul]";

/// A moment. Moments compare in the order of time, and `Display` and `Serialize` give RFC 3339 in
/// UTC: `2026-11-20T03:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(Timestamp);

impl Moment {
    /// Reads a day, a time and a zone: `2026-11-20T06:00+03:00`, `2026-11-20T03:00Z`,
    /// `2026-11-20T06:00[Europe/Istanbul]`. An offset and a zone that
    /// stand together must agree.
    ///
    /// # Errors
    ///
    /// A text in another form, a day, a time or a zone that is missing, a zone that is not known,
    /// and a time that does not exist or comes twice because the clocks of the zone change.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let start = text.len() - text.trim_start().len();
        read(text.trim()).map(Self).map_err(|mut error| {
            error.range = error.range.start + start..error.range.end + start;
            error
        })
    }

    /// The moment that many seconds after 1970-01-01T00:00:00Z, or `None` if it lies thousands of
    /// years off.
    #[must_use]
    pub fn from_unix(seconds: i64) -> Option<Self> {
        Timestamp::from_second(seconds).ok().map(Self)
    }

    /// The day of this moment in UTC.
    #[must_use]
    pub fn day(self) -> Option<Day> {
        let date = Offset::UTC.to_datetime(self.0).date();
        Day::new(date.year(), date.month().unsigned_abs(), date.day().unsigned_abs())
    }
}

impl Moment {
    /// The hour and the minute of this moment in UTC: `03:00`.
    #[must_use]
    pub fn clock(self) -> String {
        Offset::UTC.to_datetime(self.0).strftime("%H:%M").to_string()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn read(text: &str) -> Result<Timestamp, DateError> {
    let fail = |message: String, help: String| Err(DateError::new(0..text.len(), message, help));
    let Ok(pieces) = Pieces::parse(text) else {
        return Err(unreadable(text));
    };
    if pieces.date().year() < 1 {
        return fail("there is no such year".to_owned(), FORMS.to_owned());
    }
    let Some(time) = pieces.time() else {
        let day = pieces.date();
        return fail(
            "the time of day and its zone are missing".to_owned(),
            format!("say at what time: {day}T06:00+03:00 or {day}T06:00[Europe/Istanbul]"),
        );
    };
    let local = pieces.date().to_datetime(time);
    let zone = match pieces.time_zone_annotation() {
        Some(annotation) => Some(zone(text, annotation)?),
        None => None,
    };
    match (pieces.to_numeric_offset(), zone) {
        (Some(offset), None) => at_offset(text, local, offset),
        (Some(offset), Some(zone)) => agreed(text, local, offset, &zone),
        (None, Some(zone)) => in_zone(text, local, &zone),
        (None, None) => fail(
            "the zone is missing: the same clock time is another moment in every zone".to_owned(),
            format!("add the offset or the zone: {0}+03:00 or {0}[Europe/Istanbul]", written(local)),
        ),
    }
}

fn at_offset(text: &str, local: DateTime, offset: Offset) -> Result<Timestamp, DateError> {
    offset
        .to_timestamp(local)
        .map_err(|_| DateError::new(0..text.len(), "this moment is too far off to be counted", FORMS))
}

/// Of an offset and a zone that contradict each other one is wrong, and an embargo must not hang on a guess which.
fn agreed(text: &str, local: DateTime, offset: Offset, zone: &TimeZone) -> Result<Timestamp, DateError> {
    let moment = at_offset(text, local, offset)?;
    let there = zone.to_offset(moment);
    if there == offset {
        return Ok(moment);
    }
    let name = zone.iana_name().unwrap_or("this zone");
    Err(DateError::new(
        0..text.len(),
        format!("the offset {} is not that of {name} at this time, which is {}", signed(offset), signed(there)),
        "keep the one that is right and take the other away",
    ))
}

fn in_zone(text: &str, local: DateTime, zone: &TimeZone) -> Result<Timestamp, DateError> {
    let clock = written(local);
    let name = zone.iana_name().unwrap_or("this zone");
    let (message, before, after) = match zone.to_ambiguous_timestamp(local).offset() {
        AmbiguousOffset::Unambiguous { offset } => return at_offset(text, local, offset),
        AmbiguousOffset::Gap { before, after } => {
            (format!("{clock} does not exist in {name}: the clocks are put forward over it"), before, after)
        }
        AmbiguousOffset::Fold { before, after } => {
            (format!("{clock} comes twice in {name}: the clocks are put back over it"), before, after)
        }
    };
    Err(DateError::new(
        0..text.len(),
        message,
        format!(
            "write which of the two moments is meant: {clock}{} is the earlier, {clock}{} the \
             later; or choose another time",
            signed(before.max(after)),
            signed(before.min(after))
        ),
    ))
}

/// The zone of this name in the database that is built in.
fn zone(text: &str, annotation: &TimeZoneAnnotation<'_>) -> Result<TimeZone, DateError> {
    let database = TimeZoneDatabase::bundled();
    let name = match annotation.kind() {
        TimeZoneAnnotationKind::Named(name) => name.as_str(),
        _ => "",
    };
    annotation.to_time_zone_with(&database).map_err(|_| {
        let start = text.rfind(name).unwrap_or_default();
        let cities: Vec<String> = database
            .available()
            .map(|known| known.to_string())
            .filter(|known| {
                let city = known.rsplit('/').next().unwrap_or_default();
                city.eq_ignore_ascii_case(&name.replace(' ', "_"))
            })
            .collect();
        let help = if cities.is_empty() {
            "zones are named by continent and city, as in Europe/Istanbul; an offset such as \
             +03:00 in place of the zone will do as well"
                .to_owned()
        } else {
            format!("write {}", cities.join(" or "))
        };
        DateError::new(start..start + name.len(), format!("there is no time zone `{}`", shown(name)), help)
    })
}

fn unreadable(text: &str) -> DateError {
    let (day, time) = text.split_once(['T', 't', ' ']).unwrap_or((text, ""));
    let whole = 0..text.len();
    if text.is_empty() {
        return DateError::new(whole, "the moment is empty", FORMS);
    }
    if time.is_empty() && day.contains(':') {
        return DateError::new(whole, "the day is missing", FORMS);
    }
    match Edtf::parse(day) {
        Err(error) if day.starts_with(|c: char| c.is_ascii_digit()) => error,
        Ok(date) if date.exact_day().is_none() => {
            DateError::new(0..day.len(), format!("a moment needs an exact day, and {date} is none"), FORMS)
        }
        _ => DateError::new(whole, format!("`{}` is not a day, a time and a zone", shown(text)), FORMS),
    }
}

/// The clock time without seconds that are zero.
fn written(local: DateTime) -> String {
    if local.second() == 0 && local.subsec_nanosecond() == 0 {
        local.strftime("%Y-%m-%dT%H:%M").to_string()
    } else {
        local.to_string()
    }
}

fn signed(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
#[path = "tests/moment.rs"]
mod tests;
