//! Dates: what is printed is read again, days stand in the order of dates, and a date that is refused says where and why.

use dossier::foundation::date::{DateWords, Edtf, Moment, Placement};

/// The bytes are dates, a line each; every one is tried alone and beside the next.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let lines: Vec<&str> = text.split('\n').take(8).collect();
    let dates: Vec<Edtf> = lines.iter().filter_map(|line| alone(line)).collect();
    for (index, one) in dates.iter().enumerate() {
        for other in &dates[index..] {
            together(one, other);
        }
    }
}

fn alone(line: &str) -> Option<Edtf> {
    if let Err(error) = Moment::parse(line) {
        assert!(line.get(error.range.clone()).is_some() && !error.message.is_empty(), "{error:?} in {line:?}");
    }
    let date = match Edtf::parse(line) {
        Ok(date) => date,
        Err(error) => {
            assert!(line.get(error.range.clone()).is_some(), "{error:?} in {line:?}");
            assert!(!error.message.is_empty() && !error.help.is_empty(), "{error:?}");
            return None;
        }
    };
    let printed = date.to_string();
    assert_eq!(Edtf::parse(&printed).as_ref(), Ok(&date), "{line:?} is printed as {printed:?}");
    for language in ["en", "tr", "ku", "ar"] {
        assert!(!DateWords::new(language).words(&date).is_empty(), "{printed} in {language}");
    }
    if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
        assert!(first <= last, "{printed}");
    }
    if let Some(day) = date.exact_day() {
        assert_eq!((date.earliest(), date.latest()), (Some(day), Some(day)), "{printed}");
    }
    if let Some(iso) = date.iso_attribute() {
        assert_eq!(iso.strip_prefix("--").unwrap_or(&iso), printed.strip_prefix("XXXX-").unwrap_or(&printed));
    }
    assert_eq!(date.year().is_some(), date.undated().is_none(), "{printed}");
    assert!(date.can_mean(&date), "{printed}");
    Some(date)
}

/// What lies wholly before another date stands before it.
fn together(one: &Edtf, other: &Edtf) {
    assert_eq!(one.can_mean(other), other.can_mean(one), "{one} and {other}");
    for (before, after) in [(one, other), (other, one)] {
        if let (Some(last), Some(first)) = (before.latest(), after.earliest())
            && last < first
        {
            assert!(!before.can_mean(after), "{before} and {after}");
            if let (Placement::Dated(early), Placement::Dated(late)) = (before.placement(), after.placement()) {
                assert!(early < late, "{before} is before {after}");
            }
        }
    }
}
