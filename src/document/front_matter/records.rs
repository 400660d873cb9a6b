//! Groups of keys: corrections, replies, withdrawals, dates worked out, reasons for withholding, parties. Each is read whole or not at all.

use super::keys::{CORRECTION, Group, PARTY, REPLY, RESOLVED, WITHDRAWN, WITHHELD};
use super::node::{Entry, Value};
use super::reader::{Members, Reader};
use super::{Correction, Party, Reply, Resolved, Stage, Withdrawn, Withheld, WithheldHow, WithheldWhy};
use crate::document::mention::RoleKey;
use crate::foundation::diagnostic::Code;
use crate::foundation::nearest::did_you_mean;
use crate::foundation::span::Spanned;

/// `corrections`.
pub(super) fn corrections(reader: &mut Reader<'_>, entry: &Entry) -> Vec<Correction> {
    list(reader, entry, &CORRECTION, |reader, members| {
        let (mut date, mut what, mut was, mut now) = (None, None, None, None);
        for (key, entry) in members.iter() {
            match key {
                "date" => date = reader.date(entry),
                "what" => what = reader.text(entry),
                "was" => was = reader.text(entry),
                _ => now = reader.text(entry),
            }
        }
        Some(Correction { date: date?, what: what?, was, now })
    })
}

/// `replies`.
pub(super) fn replies(reader: &mut Reader<'_>, entry: &Entry) -> Vec<Reply> {
    list(reader, entry, &REPLY, |reader, members| {
        let (mut from, mut date, mut text) = (None, None, None);
        for (key, entry) in members.iter() {
            match key {
                "from" => from = reader.one_name(entry),
                "date" => date = reader.date(entry),
                _ => text = reader.text(entry),
            }
        }
        Some(Reply { from: from?, date: date?, text: text? })
    })
}

/// `parties`.
pub(super) fn parties(reader: &mut Reader<'_>, entry: &Entry) -> Vec<Party> {
    list(reader, entry, &PARTY, |reader, members| {
        let (mut who, mut role, mut stage, mut as_of, mut source) = (None, None, None, None, None);
        for (key, entry) in members.iter() {
            match key {
                "who" => who = reader.link(key, entry),
                "role" => role = reader.role(entry),
                // The nearest word could be another verdict: all are shown, none is offered.
                "stage" => stage = reader.word_or(entry, Stage::named, |_| one_of(Stage::WORDS)),
                "as_of" => as_of = reader.date(entry),
                _ => source = reader.link(key, entry),
            }
        }
        Some(Party { who: who?, role, stage: stage?, as_of: as_of?, source: source? })
    })
}

/// `resolved`.
pub(super) fn resolved(reader: &mut Reader<'_>, entry: &Entry) -> Option<Resolved> {
    if entry.node.is_blank() {
        return None;
    }
    let members = reader.group(entry.key.span, &entry.node, &RESOLVED)?;
    let (mut date, mut basis) = (None, None);
    for (key, entry) in members.iter() {
        match key {
            "date" => date = reader.date(entry),
            _ => basis = reader.text(entry),
        }
    }
    Some(Resolved { date: date?, basis: basis? })
}

/// `withdrawn`. An empty value is an error: it does not say when.
pub(super) fn withdrawn(reader: &mut Reader<'_>, entry: &Entry) -> Option<Withdrawn> {
    let members = reader.group(entry.key.span, &entry.node, &WITHDRAWN)?;
    let (mut date, mut reason) = (None, None);
    for (key, entry) in members.iter() {
        match key {
            "date" => date = reader.date(entry),
            _ => reason = reader.text(entry),
        }
    }
    Some(Withdrawn { date: date?, reason })
}

/// `withheld`. An empty value is an error: it says that something is withheld, and not how.
pub(super) fn withheld(reader: &mut Reader<'_>, entry: &Entry) -> Option<Withheld> {
    let members = reader.group(entry.key.span, &entry.node, &WITHHELD)?;
    let (mut how, mut why, mut source) = (None, None, None);
    for (key, entry) in members.iter() {
        match key {
            "how" => how = reader.word(entry, WithheldHow::named, WithheldHow::WORDS),
            "why" => why = reader.word(entry, WithheldWhy::named, WithheldWhy::WORDS),
            _ => source = reader.link(key, entry),
        }
    }
    Some(Withheld { how: how?, why, source })
}

/// The items of a list, each of which is such a group.
pub(super) fn list<T>(
    reader: &mut Reader<'_>,
    entry: &Entry,
    group: &'static Group,
    mut read: impl FnMut(&mut Reader<'_>, &Members<'_>) -> Option<T>,
) -> Vec<T> {
    if entry.node.is_blank() {
        return Vec::new();
    }
    let Value::List(items) = &entry.node.value else {
        if entry.node.value != Value::Broken {
            let first = group.keys.first().map_or("", |key| key.name);
            reader.report(
                Code::InvalidValue,
                entry.node.span,
                format!("`{}` takes a list, each item of which is {}", entry.key.value, group.name),
                format!("begin each one on a line of its own below the key: `  - {first}: ...`"),
            );
        }
        return Vec::new();
    };
    items
        .iter()
        .filter(|item| !item.is_blank())
        .filter_map(|item| {
            let members = reader.group(entry.key.span, item, group)?;
            read(reader, &members)
        })
        .collect()
}

impl Reader<'_> {
    /// A role key of the settings.
    fn role(&mut self, entry: &Entry) -> Option<Spanned<RoleKey>> {
        let roles = &self.settings.roles;
        let find = |word: &str| roles.iter().position(|role| role.key == word).and_then(role_key);
        let scalar = self.one(entry)?;
        if let Some(role) = find(&scalar.text) {
            return Some(Spanned::new(role, scalar.span));
        }
        let known: Vec<_> = self.settings.roles.iter().map(|role| role.key.as_str()).collect();
        let (message, help) =
            (format!("`{}` is not a role of this site", scalar.text), did_you_mean(&scalar.text, &known));
        self.report(Code::InvalidValue, scalar.span, message, help);
        None
    }
}

fn one_of(words: &[&str]) -> String {
    format!("use one of: {}", words.join(", "))
}

/// The role at `index` of the settings.
pub(super) fn role_key(index: usize) -> Option<RoleKey> {
    u16::try_from(index).ok().map(RoleKey)
}
