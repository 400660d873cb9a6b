//! Words that were typed, as values. Knows what to say of a word that is none, not which flag it stands behind.

use std::net::{IpAddr, Ipv4Addr};

use crate::document::kind::Kind;
use crate::foundation::date::{Edtf, Moment};
use crate::foundation::language::Language;
use crate::pages::lock::Address;
use crate::source::config::{BaseUrl, Editor};

pub(super) fn kind(text: &str) -> Result<Kind, String> {
    Kind::named(text).or_else(|| Kind::of_folder(text)).ok_or_else(|| {
        let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        format!("no such kind; {}", crate::foundation::nearest::did_you_mean(text, &names))
    })
}

pub(super) fn date(text: &str) -> Result<Edtf, String> {
    Edtf::parse(text).map_err(|error| sentence(&error.message, &error.help))
}

pub(super) fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).map_err(|error| sentence(&error.message, &error.help))
}

fn sentence(message: &str, help: &str) -> String {
    if help.is_empty() { message.to_owned() } else { format!("{message}; {help}") }
}

pub(super) fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).map_err(|_| "not a language; use a short form such as tr, ku, ar or en-GB".into())
}

/// The number of a hearing.
pub(super) fn number(text: &str) -> Result<u32, String> {
    text.parse().ok().filter(|number| *number > 0).ok_or_else(|| "not a number from 1".into())
}

/// The title of a site.
pub(super) fn title(text: &str) -> Result<String, String> {
    let title = text.trim();
    if title.is_empty() || title.chars().any(char::is_control) {
        return Err("not a title; write a few words".into());
    }
    Ok(title.to_owned())
}

pub(super) fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::parse(text)
}

pub(super) fn editor(text: &str) -> Result<Editor, String> {
    Editor::parse(text).map_err(|(message, help)| sentence(&message, &help))
}

pub(super) fn interface(text: &str) -> Result<IpAddr, String> {
    if text == "localhost" {
        return Ok(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    text.parse().map_err(|_| "not an address; use 127.0.0.1 or ::1".into())
}

/// The addresses of pages and statements.
pub(super) fn addresses(typed: &[String]) -> anyhow::Result<Vec<Address>> {
    let parse = |text: &String| {
        Address::parse(text)
            .map_err(|error| anyhow::anyhow!("`{text}` is not an address of a page or statement: {error}"))
    };
    typed.iter().map(parse).collect()
}
