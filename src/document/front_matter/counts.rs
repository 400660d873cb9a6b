//! `counts` of events: the numbers and dates that sources give, each with its source. Knows how a number and its bounds are written, not which of several is right.

use std::fmt;

use super::Text;
use super::keys::COUNT;
use super::node::Entry;
use super::reader::{Reader, shortened};
use super::records::list;
use crate::document::mention::MentionId;
use crate::foundation::date::Edtf;
use crate::foundation::diagnostic::Code;
use crate::foundation::span::Spanned;

/// What one source says about one number or date of an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Count {
    /// `what`: what is counted, on one line. Counts with the same word belong together.
    pub what: Text,
    /// `value` or `date`.
    pub counted: Spanned<Counted>,
    /// `as_said`: how the source says it, verbatim.
    pub as_said: Option<Text>,
    /// `source`: who says so.
    pub source: MentionId,
}

/// A number or a date.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Counted {
    /// `value`.
    Number(Amount),
    /// `date`.
    Date(Edtf),
}

/// How many, as far as the source says. `Display` gives the form in which it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Amount {
    /// `101`
    Exactly(u64),
    /// `~100`
    About(u64),
    /// `>100`
    MoreThan(u64),
    /// `>=100`
    AtLeast(u64),
    /// `<500`
    LessThan(u64),
    /// `<=500`
    AtMost(u64),
    /// `500-600`, the smaller number first.
    Between(u64, u64),
}

/// What stands before a number, and what it makes of it.
type Mark = (&'static str, fn(u64) -> Amount);

/// The longer of two marks that begin alike stands first.
const MARKS: [Mark; 5] = [
    (">=", Amount::AtLeast),
    ("<=", Amount::AtMost),
    (">", Amount::MoreThan),
    ("<", Amount::LessThan),
    ("~", Amount::About),
];

impl Amount {
    /// Reads one amount; nothing for a text that is none, also where no number could meet it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = |digits: &str| {
            let digits = digits.trim();
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
        };
        let text = text.trim();
        let marked = MARKS.iter().find_map(|(mark, amount)| Some((text.strip_prefix(mark)?, amount)));
        match (marked, text.split_once('-')) {
            (Some((rest, amount)), _) => number(rest).map(amount).filter(|amount| *amount != Self::LessThan(0)),
            (None, Some((least, most))) => match (number(least)?, number(most)?) {
                (least, most) if least < most => Some(Self::Between(least, most)),
                _ => None,
            },
            (None, None) => number(text).map(Self::Exactly),
        }
    }

    /// The smallest and the greatest number that it allows; no greatest where nothing bounds it, and nothing at all
    /// where it is only about right.
    #[must_use]
    pub const fn bounds(self) -> Option<(u64, Option<u64>)> {
        match self {
            Self::Exactly(number) => Some((number, Some(number))),
            Self::About(_) => None,
            Self::MoreThan(number) => Some((number.saturating_add(1), None)),
            Self::AtLeast(number) => Some((number, None)),
            Self::LessThan(number) => Some((0, Some(number.saturating_sub(1)))),
            Self::AtMost(number) => Some((0, Some(number))),
            Self::Between(least, most) => Some((least, Some(most))),
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(number) => write!(f, "{number}"),
            Self::About(number) => write!(f, "~{number}"),
            Self::MoreThan(number) => write!(f, ">{number}"),
            Self::AtLeast(number) => write!(f, ">={number}"),
            Self::LessThan(number) => write!(f, "<{number}"),
            Self::AtMost(number) => write!(f, "<={number}"),
            Self::Between(least, most) => write!(f, "{least}-{most}"),
        }
    }
}

/// `counts`. A count that lacks its source or its value is not taken: it was reported.
pub(super) fn counts(reader: &mut Reader<'_>, entry: &Entry) -> Vec<Count> {
    list(reader, entry, &COUNT, |reader, members| {
        let (mut what, mut value, mut date, mut as_said, mut source) = (None, None, None, None, None);
        for (key, entry) in members.iter() {
            match key {
                "what" => what = reader.name(entry),
                "value" => value = reader.amount(entry),
                "date" => date = reader.date(entry).map(|date| date.map(Counted::Date)),
                "as_said" => as_said = reader.text(entry),
                _ => source = reader.link(key, entry),
            }
        }
        // With both, it was reported, and neither is what was meant.
        let ((Some(counted), None) | (None, Some(counted))) = (value, date) else { return None };
        Some(Count { what: what?, counted, as_said, source: source? })
    })
}

impl Reader<'_> {
    fn amount(&mut self, entry: &Entry) -> Option<Spanned<Counted>> {
        let scalar = self.one(entry)?;
        if let Some(amount) = Amount::parse(&scalar.text) {
            return Some(Spanned::new(Counted::Number(amount), scalar.span));
        }
        let message = format!("`{}` is not a number that can be counted", shortened(&scalar.text));
        let help = "write a whole number in digits, 101, or a bound in quotes: \">100\" for more than 100, \">=100\" for \
                    at least 100, \"<500\", \"<=500\", \"500-600\", \"~100\" for about 100; the source's own words stand \
                    after `as_said`";
        self.report(Code::InvalidValue, scalar.span, message, help);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_its_bounds() {
        let table: &[(&str, &str, &str)] = &[
            ("101", "101", "101..101"),
            (" 0 ", "0", "0..0"),
            ("007", "7", "7..7"),
            (">100", ">100", "101.."),
            ("> 100", ">100", "101.."),
            (">=100", ">=100", "100.."),
            ("<500", "<500", "0..499"),
            ("<=500", "<=500", "0..500"),
            ("500-600", "500-600", "500..600"),
            ("500 - 600", "500-600", "500..600"),
            ("~100", "~100", "not bounded"),
            ("18446744073709551615", "18446744073709551615", "18446744073709551615..18446744073709551615"),
            (">18446744073709551615", ">18446744073709551615", "18446744073709551615.."),
        ];
        for (text, written, bounds) in table {
            let amount = Amount::parse(text).unwrap();
            assert_eq!(amount.to_string(), *written, "{text}");
            assert_eq!(Amount::parse(written), Some(amount), "{text}");
            let shown = amount.bounds().map_or("not bounded".to_owned(), |(least, most)| {
                format!("{least}..{}", most.map_or(String::new(), |most| most.to_string()))
            });
            assert_eq!(shown, *bounds, "{text}");
        }
    }

    #[test]
    fn what_no_number_meets_or_two_people_read_differently_is_none() {
        for text in [
            "",
            "-5",
            "5-",
            "-",
            "1,000",
            "1.000",
            "1.5",
            "about 100",
            "100+",
            "600-500",
            "5-5",
            "5-6-7",
            "<0",
            ">>5",
            "~>5",
            "+5",
            "٣",
            "1e3",
            "more than one hundred",
            "18446744073709551616",
        ] {
            assert_eq!(Amount::parse(text), None, "{text}");
        }
    }
}
