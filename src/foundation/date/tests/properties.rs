//! What holds for every text and for every date.

use proptest::prelude::*;

use super::*;

/// Texts of the signs of dates in any order, and any text at all.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9XxTZu~?%/.,:\\[\\]{} +-]{0,30}",
        "[0-9X]{4}(-[0-9X]{2}){0,2}[~?%]?(/|\\.\\.|,)?[0-9X]{0,4}(-[0-9X]{2}){0,2}",
        "([0-9]{1,4}|October|Ekim|ê|–|٣)([ ./-]([0-9]{1,4}|May|Eylül)){0,3}",
        "\\PC{0,40}",
        any::<String>(),
    ]
}

/// One date of every kind, with and without doubt.
fn point() -> impl Strategy<Value = String> {
    let year = || (1..=9999i16).prop_map(|year| format!("{year:04}"));
    let month = || (1..=12u8).prop_map(|month| format!("{month:02}"));
    let day = || (1..=28u8).prop_map(|day| format!("{day:02}"));
    let when = prop_oneof![
        (year(), month(), day()).prop_map(|(y, m, d)| format!("{y}-{m}-{d}")),
        (year(), month()).prop_map(|(y, m)| format!("{y}-{m}")),
        year(),
        (year(), 21..=24u8).prop_map(|(y, season)| format!("{y}-{season}")),
        (year(), month()).prop_map(|(y, m)| format!("{y}-{m}-XX")),
        year().prop_map(|y| format!("{y}-XX")),
        year().prop_map(|y| format!("{y}-XX-XX")),
        (0..=999u16).prop_map(|decade| format!("{decade:03}X")),
        (0..=99u8).prop_map(|century| format!("{century:02}XX")),
        (month(), day()).prop_map(|(m, d)| format!("XXXX-{m}-{d}")),
        month().prop_map(|m| format!("XXXX-{m}")),
    ];
    let mark = prop_oneof![Just(""), Just("~"), Just("?"), Just("%")];
    (when, mark).prop_map(|(when, mark)| format!("{when}{mark}"))
}

/// A date of every shape. Intervals that ended before they start are turned round.
fn date() -> impl Strategy<Value = Edtf> {
    let span = |join: &'static str| {
        (point(), point()).prop_map(move |(from, to)| {
            let forward = join.replacen("to", &to, 1).replacen("from", &from, 1);
            let backward = join.replacen("to", &from, 1).replacen("from", &to, 1);
            Edtf::parse(&forward).or_else(|_| Edtf::parse(&backward))
        })
    };
    let one = |form: &'static str| point().prop_map(move |point| Edtf::parse(&form.replacen("date", &point, 1)));
    prop_oneof![
        4 => one("date"),
        1 => one("../date"),
        1 => one("/date"),
        1 => one("date/.."),
        1 => one("date/"),
        1 => one("[..date]"),
        1 => one("[date..]"),
        2 => span("from/to"),
        1 => span("[from,to]"),
        1 => span("[from..to]"),
        1 => span("[..from,to..]"),
    ]
    .prop_map(Result::unwrap)
}

/// A day from the first to the last, `pick` thousandths of the way; the first where that day does not exist.
fn day_between(first: Day, last: Day, pick: i64) -> Day {
    let number = |day: Day| (i64::from(day.year()) * 12 + i64::from(day.month()) - 1) * 31 + i64::from(day.day()) - 1;
    let at = number(first) + (number(last) - number(first)) * pick / 1000;
    let part = |value: i64| u8::try_from(value + 1).unwrap();
    let day = Day::new(i16::try_from(at / 372).unwrap(), part(at / 31 % 12), part(at % 31));
    day.filter(|day| (first..=last).contains(day)).unwrap_or(first)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_text_is_a_date_or_an_error_with_a_place(text in any_text()) {
        match Edtf::parse(&text) {
            Ok(date) => prop_assert_eq!(Edtf::parse(&date.to_string()), Ok(date)),
            Err(error) => {
                prop_assert!(text.get(error.range.clone()).is_some(), "{:?}", error.range);
                prop_assert!(!error.message.is_empty() && !error.help.is_empty());
            }
        }
    }

    #[test]
    fn every_text_is_a_moment_or_an_error_with_a_place(text in any_text()) {
        match Moment::parse(&text) {
            Ok(moment) => prop_assert_eq!(Moment::parse(&moment.to_string()), Ok(moment)),
            Err(error) => {
                prop_assert!(text.get(error.range.clone()).is_some(), "{:?}", error.range);
            }
        }
    }

    #[test]
    fn the_printed_date_is_the_same_date(date in date()) {
        prop_assert_eq!(Edtf::parse(&date.to_string()), Ok(date));
    }

    #[test]
    fn the_answers_about_a_date_agree(date in date()) {
        let dated = matches!(date.placement(), Placement::Dated(_));
        prop_assert_eq!(date.year().is_some(), dated);
        if let (Some(earliest), Some(latest)) = (date.earliest(), date.latest()) {
            prop_assert!(earliest <= latest);
        }
        if let Some(day) = date.exact_day() {
            prop_assert_eq!(date.earliest(), Some(day));
            prop_assert_eq!(date.latest(), Some(day));
            prop_assert_eq!(date.iso_attribute(), Some(day.to_string()));
            prop_assert_eq!(date.to_string(), day.to_string());
        }
    }

    #[test]
    fn what_is_surely_earlier_stands_earlier(first in date(), second in date()) {
        if let (Some(last), Some(next), Placement::Dated(a), Placement::Dated(b)) =
            (first.latest(), second.earliest(), first.placement(), second.placement())
            && last < next
        {
            prop_assert!(a < b, "{first} {second}");
        }
    }

    #[test]
    fn the_order_is_total(a in date(), b in date(), c in date()) {
        let [a, b, c] = [a.placement(), b.placement(), c.placement()];
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a == b, a.cmp(&b).is_eq());
        prop_assert_eq!(a.partial_cmp(&b), Some(a.cmp(&b)));
        let mut sorted = [a, b, c];
        sorted.sort();
        prop_assert!(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
        // What is equal to two is equal between them: a tie is broken by what follows, and by it alone.
        prop_assert!(!(a == b && b == c) || a == c);
    }

    #[test]
    fn a_day_stands_behind_what_began_before_it_and_before_what_it_opens(date in date(), pick in 0..=1000i64) {
        let (Some(first), Some(last), Placement::Dated(key)) = (date.earliest(), date.latest(), date.placement()) else {
            return Ok(());
        };
        // A date that states only the year of its end stands there, as its first day is in no known year.
        prop_assume!(key.year() == first.year());
        let inside = day_between(first, last, pick);
        let exact = Edtf::parse(&inside.to_string()).unwrap();
        let order = exact.placement().cmp(&date.placement());
        if inside > first {
            prop_assert!(order.is_gt(), "{exact} {date}");
        } else if last > first {
            prop_assert!(order.is_lt(), "{exact} {date}");
        } else {
            prop_assert!(order.is_eq(), "{exact} {date}");
        }
    }

    #[test]
    fn what_is_not_later_than_a_day_stands_before_that_day_and_behind_the_one_before(
        year in 2..=9998i16, month in 1..=12u8, day in 2..=28u8,
    ) {
        let parse = |text: String| Edtf::parse(&text).unwrap().placement();
        for open in ["[..date]", "../date", "/date"] {
            let written = |day| format!("{year:04}-{month:02}-{day:02}");
            let (before, same) = (parse(written(day - 1)), parse(written(day)));
            let open = parse(open.replace("date", &written(day)));
            prop_assert!(before < open && open < same);
        }
    }

    #[test]
    fn a_date_is_in_the_tray_for_a_reason_and_only_there(date in date()) {
        prop_assert_eq!(date.undated().is_some(), date.placement() == Placement::Undated);
    }

    #[test]
    fn no_order_of_sorting_changes_a_timeline(mut dates in prop::collection::vec(date(), 0..20)) {
        dates.sort_by_key(|date| (date.placement(), date.to_string()));
        let sorted = dates.clone();
        dates.reverse();
        dates.sort_by_key(|date| (date.placement(), date.to_string()));
        prop_assert_eq!(&dates, &sorted);
        prop_assert!(sorted.windows(2).all(|pair| pair[0].year().is_some() || pair[1].year().is_none()));
    }

    #[test]
    fn an_unknown_year_is_in_no_words(month in 1..=12u8, day in 1..=28u8) {
        let date = Edtf::parse(&format!("../XXXX-{month:02}-{day:02}")).unwrap();
        for language in ["en", "tr", "ku", "de"] {
            let words = date.words(language);
            let digits: String = words.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(digits, day.to_string(), "{}", words);
        }
    }
}
