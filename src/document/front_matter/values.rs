//! Values with a form of their own: dates, ids, addresses, coordinates. Knows the form of each, not the key that holds it.

use super::node::{Entry, Scalar, Value};
use super::reader::{Reader, Refused, shortened};
use super::{Coordinates, Text};
use crate::document::invisible::first_invisible;
use crate::foundation::date::{DateError, Edtf, Moment};
use crate::foundation::diagnostic::Code;
use crate::foundation::language::Language;
use crate::foundation::route::Route;
use crate::foundation::slug::Slug;
use crate::foundation::span::Spanned;

impl Reader<'_> {
    /// An EDTF date.
    pub(super) fn date(&mut self, entry: &Entry) -> Option<Spanned<Edtf>> {
        if self.is_date_in_brackets(entry) {
            return None;
        }
        let scalar = self.one(entry)?;
        let date = Edtf::parse(&scalar.text).map_err(|error| self.invalid_date(scalar, error)).ok()?;
        Some(Spanned::new(date, scalar.span))
    }

    /// Reports an EDTF date in brackets without quotes. It is not taken as meant: `[2015-10-10, 2015-10-11]` is one of
    /// two days, and its author may have meant both.
    fn is_date_in_brackets(&mut self, entry: &Entry) -> bool {
        let written = self.source.get(entry.node.span.range()).unwrap_or_default();
        let is_date = matches!(entry.node.value, Value::List(_))
            && (written.contains("..") || written.contains(','))
            && Edtf::parse(written).is_ok();
        if is_date {
            let days = written.trim_matches(['[', ']']);
            let several = match (days.split(',').next(), days.rsplit_once(',')) {
                (Some(first), Some((_, last))) => {
                    format!("; for all days from the first to the last write {}/{}", first.trim(), last.trim())
                }
                _ => String::new(),
            };
            self.report(
                Code::InvalidValue,
                entry.node.span,
                "a date in brackets stands without quotes, and is read as a list",
                format!("write \"{written}\", in quotes{several}"),
            );
        }
        is_date
    }

    /// A date, a time and a zone; an empty value is an error, as it would publish at once.
    pub(super) fn moment(&mut self, entry: &Entry) -> Result<Spanned<Moment>, Refused> {
        if entry.node.is_blank() {
            let message = format!("`{}` says no time", entry.key.value);
            let help = "write a date, a time and a zone, or take the line out";
            self.report(Code::InvalidValue, entry.key.span, message, help);
            return Err(Refused);
        }
        let scalar = self.one(entry).ok_or(Refused)?;
        let moment = Moment::parse(&scalar.text).map_err(|error| self.invalid_date(scalar, error))?;
        Ok(Spanned::new(moment, scalar.span))
    }

    fn invalid_date(&mut self, scalar: &Scalar, error: DateError) -> Refused {
        self.report_within(Code::InvalidDate, scalar, error.range, error.message, error.help);
        Refused
    }

    /// The id of a document.
    pub(super) fn id(&mut self, entry: &Entry) -> Option<Spanned<Slug>> {
        let name = self.name(entry).filter(|name| first_invisible(&name.value).is_none())?;
        match Slug::parse(&name.value) {
            Ok(slug) => Some(Spanned::new(slug, name.span)),
            Err(error) => {
                let help = Slug::of_name(&name.value).map_or_else(
                    |_| "write small letters a to z, digits and single hyphens".to_owned(),
                    |slug| format!("write `{slug}`: small letters a to z, digits and single hyphens"),
                );
                let message = format!("`{}` cannot be an id: {error}", shortened(&name.value));
                self.report(Code::InvalidId, name.span, message, help);
                None
            }
        }
    }

    /// Addresses below the root of the site.
    pub(super) fn routes(&mut self, entry: &Entry) -> Vec<Spanned<Route>> {
        let texts = self.texts(entry);
        texts.into_iter().filter_map(|text| self.route(&text)).collect()
    }

    fn route(&mut self, text: &Text) -> Option<Spanned<Route>> {
        match Route::parse(&text.value) {
            Ok(route) => Some(Spanned::new(route, text.span)),
            Err(error) => {
                let message = format!("`{}` cannot be an address of this site: {error}", shortened(&text.value));
                let help = "write the earlier address as it stood below the root of the site: /people/kurt/";
                self.report(Code::InvalidPath, text.span, message, help);
                None
            }
        }
    }

    /// A BCP 47 language tag.
    pub(super) fn language(&mut self, entry: &Entry) -> Option<Spanned<Language>> {
        let scalar = self.one(entry)?;
        let Ok(language) = Language::parse(&scalar.text) else {
            let message = format!("`{}` is not the tag of a language", shortened(&scalar.text));
            self.report(Code::InvalidValue, scalar.span, message, "write a tag such as tr, ku, ar or en-GB");
            return None;
        };
        Some(Spanned::new(language, scalar.span))
    }

    /// An address that begins with `http://` or `https://`.
    pub(super) fn address(&mut self, entry: &Entry) -> Option<Text> {
        let text = self.text(entry)?;
        self.web_address(text, is_web_address, "write the whole address, beginning with https:// or http://")
    }

    /// Web addresses or Wikidata ids.
    pub(super) fn identifiers(&mut self, entry: &Entry) -> Vec<Text> {
        let help = "write a whole address, beginning with https:// or http://, or an id of Wikidata such as Q123";
        let is_known = |text: &str| is_web_address(text) || is_wikidata_id(text);
        let texts = self.texts(entry);
        texts.into_iter().filter_map(|text| self.web_address(text, is_known, help)).collect()
    }

    fn web_address(&mut self, text: Text, is_known: impl Fn(&str) -> bool, help: &str) -> Option<Text> {
        if is_known(&text.value) {
            return Some(text);
        }
        let message = format!("`{}` is not a web address", shortened(&text.value));
        self.report(Code::UnsafeUrl, text.span, message, help);
        None
    }

    /// Degrees north and east: `39.93, 32.86` as text or as a list.
    pub(super) fn coordinates(&mut self, entry: &Entry) -> Option<Spanned<Coordinates>> {
        let node = &entry.node;
        let numbers: Option<Vec<&str>> = match &node.value {
            _ if node.is_blank() => return None,
            Value::Broken => return None,
            Value::Scalar(scalar) => Some(scalar.text.split(',').collect()),
            Value::List(items) => items
                .iter()
                .map(|item| match &item.value {
                    Value::Scalar(scalar) => Some(scalar.text.as_str()),
                    _ => None,
                })
                .collect(),
            _ => None,
        };
        let degrees = match numbers.as_deref() {
            Some([latitude, longitude]) => degrees(latitude, 90.0).zip(degrees(longitude, 180.0)),
            _ => None,
        };
        let Some((latitude, longitude)) = degrees else {
            self.report(
                Code::InvalidValue,
                node.span,
                "these are not coordinates",
                "write degrees north (-90 to 90), a comma and degrees east (-180 to 180), with decimal points: \"39.93, 32.86\"",
            );
            return None;
        };
        Some(Spanned::new(Coordinates { latitude, longitude }, node.span))
    }

    /// The SHA-256 of a file, 64 hexadecimal digits in lower case.
    pub(super) fn sha256(&mut self, entry: &Entry) -> Option<Text> {
        let text = self.text(entry)?;
        let is_digest =
            text.value.len() == 64 && text.value.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_digest {
            return Some(text);
        }
        let message = format!("`{}` is not a SHA-256", shortened(&text.value));
        let help = "write the 64 digits (0 to 9, a to f, in lower case) that `sha256sum` prints";
        self.report(Code::InvalidValue, text.span, message, help);
        None
    }
}

fn degrees(text: &str, most: f64) -> Option<f64> {
    let text = text.trim();
    let is_plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.'));
    text.parse().ok().filter(|value: &f64| is_plain && value.abs() <= most)
}

fn is_web_address(text: &str) -> bool {
    let after = |scheme: &str| {
        let (head, rest) = text.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(rest)
    };
    let Some(rest) = after("https://").or_else(|| after("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain = |letter: char| {
        !letter.is_whitespace() && !letter.is_control() && !matches!(letter, '"' | '<' | '>' | '\\' | '`')
    };
    !host.is_empty() && rest.chars().all(is_plain) && first_invisible(rest).is_none()
}

fn is_wikidata_id(text: &str) -> bool {
    text.strip_prefix('Q').is_some_and(|digits| {
        !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}
