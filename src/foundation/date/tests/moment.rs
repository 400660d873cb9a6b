//! Moments as an author writes them, and what is asked for when something is missing.

use super::*;

fn utc(text: &str) -> String {
    Moment::parse(text).unwrap().to_string()
}

fn problem(text: &str) -> String {
    let error = Moment::parse(text).unwrap_err();
    let place = text.get(error.range.clone()).unwrap();
    format!("{place} | {} | {}", error.message, error.help)
}

#[test]
fn a_day_a_time_and_a_zone() {
    let table = [
        ("2026-11-20T06:00+03:00", "2026-11-20T03:00:00Z"),
        ("2026-11-20T06:00:30+03:00", "2026-11-20T03:00:30Z"),
        ("2026-11-20 06:00+03", "2026-11-20T03:00:00Z"),
        ("  2026-11-20T06:00Z ", "2026-11-20T06:00:00Z"),
        ("2026-11-20T06:00-05:30", "2026-11-20T11:30:00Z"),
        ("2026-11-20T06:00[Europe/Istanbul]", "2026-11-20T03:00:00Z"),
        ("2026-11-20T06:00[europe/istanbul]", "2026-11-20T03:00:00Z"),
        ("2026-11-20T06:00[+03:00]", "2026-11-20T03:00:00Z"),
        // Turkey had summer time until 2016, so one zone has two offsets.
        ("2015-01-20T06:00[Europe/Istanbul]", "2015-01-20T04:00:00Z"),
        ("2015-07-20T06:00[Europe/Istanbul]", "2015-07-20T03:00:00Z"),
        // The offset counts, not the name.
        ("2026-11-20T06:00+03:00[Europe/Istanbul]", "2026-11-20T03:00:00Z"),
        ("2026-10-25T02:30+01:00[Europe/Berlin]", "2026-10-25T01:30:00Z"),
    ];
    for (text, expected) in table {
        assert_eq!(utc(text), expected, "{text}");
    }
}

#[test]
fn what_is_missing_is_named() {
    let table = [
        (
            "2026-11-20",
            "2026-11-20 | the time of day and its zone are missing | say at what time: \
             2026-11-20T06:00+03:00 or 2026-11-20T06:00[Europe/Istanbul]",
        ),
        (
            "2026-11-20T06:00",
            "2026-11-20T06:00 | the zone is missing: the same clock time is another moment in \
             every zone | add the offset or the zone: 2026-11-20T06:00+03:00 or \
             2026-11-20T06:00[Europe/Istanbul]",
        ),
        (
            "06:00",
            "06:00 | the day is missing | write day, time and zone: 2026-11-20T06:00+03:00 \
             or 2026-11-20T06:00[Europe/Istanbul]",
        ),
        (
            "",
            " | the moment is empty | write day, time and zone: 2026-11-20T06:00+03:00 or \
             2026-11-20T06:00[Europe/Istanbul]",
        ),
        (
            "2026-11",
            "2026-11 | a moment needs an exact day, and 2026-11 is none | write day, time and \
             zone: 2026-11-20T06:00+03:00 or 2026-11-20T06:00[Europe/Istanbul]",
        ),
        (
            " 2026-02-30T06:00Z",
            "30 | there is no 30 February 2026 | February 2026 has 28 days; when the day is \
             not known, write 2026-02",
        ),
        (
            "2026-11-20T25:00Z",
            "2026-11-20T25:00Z | `2026-11-20T25:00Z` is not a day, a time and a zone | \
             write day, time and zone: 2026-11-20T06:00+03:00 or \
             2026-11-20T06:00[Europe/Istanbul]",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(problem(text), expected, "{text}");
    }
}

#[test]
fn zones_are_those_of_the_database() {
    assert_eq!(
        problem("2026-11-20T06:00[Istanbul]"),
        "Istanbul | there is no time zone `Istanbul` | write Asia/Istanbul or \
         Europe/Istanbul"
    );
    assert_eq!(
        problem("2026-11-20T06:00+03:00[Europe/Istambul]"),
        "Europe/Istambul | there is no time zone `Europe/Istambul` | zones are named by \
         continent and city, as in Europe/Istanbul; an offset such as +03:00 in place of the \
         zone will do as well"
    );
}

#[test]
fn a_time_that_the_clocks_skip_or_repeat_is_not_guessed() {
    assert_eq!(
        problem("2026-03-29T02:30[Europe/Berlin]"),
        "2026-03-29T02:30[Europe/Berlin] | 2026-03-29T02:30 does not exist in Europe/Berlin: \
         the clocks are put forward over it | write which of the two moments is meant: \
         2026-03-29T02:30+02:00 is the earlier, 2026-03-29T02:30+01:00 the later; or choose \
         another time"
    );
    assert_eq!(
        problem("2026-10-25T02:30[Europe/Berlin]"),
        "2026-10-25T02:30[Europe/Berlin] | 2026-10-25T02:30 comes twice in Europe/Berlin: the \
         clocks are put back over it | write which of the two moments is meant: \
         2026-10-25T02:30+02:00 is the earlier, 2026-10-25T02:30+01:00 the later; or choose \
         another time"
    );
}

#[test]
fn moments_compare_with_a_clock() {
    let publish = Moment::parse("2026-11-20T06:00+03:00").unwrap();
    let clock = |seconds| Moment::from_unix(seconds).unwrap();
    assert_eq!(publish, clock(1_795_143_600));
    assert!(clock(1_795_143_599) < publish);
    assert!(publish < clock(1_795_143_601));
    assert_eq!(clock(0).to_string(), "1970-01-01T00:00:00Z");
    assert_eq!(Moment::from_unix(i64::MAX), None);
}

#[test]
fn an_offset_and_a_zone_that_contradict_each_other_are_a_mistake() {
    assert_eq!(
        problem("2026-11-20T06:00+02:00[Europe/Istanbul]"),
        "2026-11-20T06:00+02:00[Europe/Istanbul] | the offset +02:00 is not that of Europe/Istanbul at this time, \
         which is +03:00 | keep the one that is right and take the other away"
    );
}
