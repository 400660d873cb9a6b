//! Timelines in their order, and the days between which a date lies.

use super::*;

fn date(text: &str) -> Edtf {
    Edtf::parse(text).unwrap()
}

#[test]
fn a_timeline_in_its_order() {
    let timeline = [
        "2014-12-31",
        "[2014-12-31..]",
        "2015-01-01",
        "2015",
        "2015?",
        "2015/2016",
        "2015/201X",
        "2015/..",
        "2015-06",
        "2015-06~",
        "2015-06?",
        "2015-06%",
        "2015-22",
        "2015-10-01",
        "2015-10",
        "2015-10/2015-11",
        "[..2015-10-10]",
        "2015-10-10",
        "2015-10-10~",
        "[2015-10-10,2015-10-11]",
        "[2015-10-10..]",
        "2015-11-01",
        "../2018",
        "2018-12-31",
    ];
    for pair in timeline.windows(2) {
        assert!(date(pair[0]).placement() < date(pair[1]).placement(), "{pair:?}");
    }
}

#[test]
fn a_year_that_is_not_stated_is_undated_for_a_reason() {
    for (text, reason) in [
        ("XXXX-09-03", Undated::NoYear),
        ("XXXX-09", Undated::NoYear),
        ("../XXXX-09-03", Undated::NoYear),
        ("XXXX-09-03/..", Undated::NoYear),
        ("XXXX-09-03/XXXX-09-05", Undated::NoYear),
        ("[..XXXX-09-03]", Undated::NoYear),
        ("201X", Undated::PartOfYear),
        ("20XX", Undated::PartOfYear),
        ("201X/..", Undated::PartOfYear),
        ("[201X, 2015]", Undated::PartOfYear),
        ("[XXXX-09-03, 2015]", Undated::SomeWithoutYear),
        ("201X/XXXX-09", Undated::SomeWithoutYear),
    ] {
        assert_eq!(date(text).placement(), Placement::Undated, "{text}");
        assert_eq!(date(text).year(), None, "{text}");
        assert_eq!(date(text).undated(), Some(reason), "{text}");
    }
    assert_eq!(date("../2018").undated(), None);
}

#[test]
fn two_dates_that_can_mean_the_same_day() {
    for (one, other, can) in [
        ("XXXX-11-01", "2015-11-01", true),
        ("XXXX-11-01", "2015-11-02", false),
        ("XXXX-11-01", "2015-10-01", false),
        ("XXXX-11-01", "2015-11", true),
        ("XXXX-11-01", "2015-10", false),
        ("XXXX-11-01", "2015", true),
        ("XXXX-11-01~", "2015-11-03", true),
        ("XXXX-11", "2015-11-30", true),
        ("XXXX-11", "2015-12-01", false),
        ("../XXXX-09-03", "2015-12-01", true),
        ("2015-10", "2015-10-31", true),
        ("2015-10", "2015-11-01", false),
        ("2015-10-XX", "2015-10-31", true),
        ("2015", "2016", false),
        ("201X", "2019-12-31", true),
        ("201X", "2020-01-01", false),
        ("[..2015-10-10]", "2015-10-10", true),
        ("[..2015-10-10]", "2015-10-11", false),
        ("2015-10/2015-11", "2015-12-01", false),
        ("2015~", "2016-01-01", true),
    ] {
        assert_eq!(date(one).can_mean(&date(other)), can, "{one} {other}");
        assert_eq!(date(other).can_mean(&date(one)), can, "{other} {one}");
    }
}

#[test]
fn year_earliest_latest_exact() {
    let table: &[(&str, Option<i16>, &str, &str, &str)] = &[
        ("2015-10-10", Some(2015), "2015-10-10", "2015-10-10", "2015-10-10"),
        ("2015-10-10?", Some(2015), "-", "-", "-"),
        ("2015-10", Some(2015), "2015-10-01", "2015-10-31", "-"),
        ("2016-02-XX", Some(2016), "2016-02-01", "2016-02-29", "-"),
        ("2015", Some(2015), "2015-01-01", "2015-12-31", "-"),
        ("2015-XX", Some(2015), "2015-01-01", "2015-12-31", "-"),
        ("2015-XX-XX", Some(2015), "2015-01-01", "2015-12-31", "-"),
        ("2015~", Some(2015), "-", "-", "-"),
        ("2015-21", Some(2015), "2015-03-01", "2015-06-22", "-"),
        ("9999-24", Some(9999), "9999-01-01", "9999-12-31", "-"),
        ("201X", None, "2010-01-01", "2019-12-31", "-"),
        ("20XX", None, "2000-01-01", "2099-12-31", "-"),
        ("000X", None, "0001-01-01", "0009-12-31", "-"),
        ("XXXX-09-03", None, "-", "-", "-"),
        ("2014-12/2015-01", Some(2014), "2014-12-01", "2015-01-31", "-"),
        ("2015-10-10/2015-10-10", Some(2015), "2015-10-10", "2015-10-10", "-"),
        ("../2018", Some(2018), "-", "2018-12-31", "-"),
        ("/2018-05", Some(2018), "-", "2018-05-31", "-"),
        ("2015/..", Some(2015), "2015-01-01", "-", "-"),
        ("2015~/2018", Some(2015), "-", "2018-12-31", "-"),
        ("201X/2018-05", Some(2018), "2010-01-01", "2018-05-31", "-"),
        ("[..2015-10-10]", Some(2015), "-", "2015-10-10", "-"),
        ("[2015-10-10..]", Some(2015), "2015-10-10", "-", "-"),
        ("[2016-01-02,2015-10-10]", Some(2015), "2015-10-10", "2016-01-02", "-"),
        ("[2014..2016-02]", Some(2014), "2014-01-01", "2016-02-29", "-"),
        ("[..2014,2016]", Some(2014), "-", "2016-12-31", "-"),
    ];
    let shown = |day: Option<Day>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    for (text, year, earliest, latest, exact) in table {
        let date = date(text);
        assert_eq!(date.year(), *year, "{text}");
        assert_eq!(shown(date.earliest()), *earliest, "{text}");
        assert_eq!(shown(date.latest()), *latest, "{text}");
        assert_eq!(shown(date.exact_day()), *exact, "{text}");
    }
}
