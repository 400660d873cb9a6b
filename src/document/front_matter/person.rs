//! The keys of people, and the rule that a withheld name stands nowhere.

use super::node::Entry;
use super::reader::Reader;
use super::records::withheld;
use super::{PersonFields, Text};
use crate::foundation::diagnostic::Code;
use crate::foundation::span::Span;

impl PersonFields {
    /// Takes the value of `key`; false when it is not a key of people.
    pub(super) fn read(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match key {
            "label" => self.label = reader.name(entry),
            "withheld" => self.withheld = withheld(reader, entry),
            // Where it is not clear that a page or a gathering of facts is wanted, there is none.
            "page" => self.no_page = reader.flag(entry, true) != Ok(Some(true)),
            "aggregate" => self.no_aggregate = reader.flag(entry, true) != Ok(Some(true)),
            _ => return false,
        }
        true
    }
}

/// Reports a name beside a label or `withheld`, and `withheld` without a label. `title` is the name with its key.
pub(super) fn check_name(
    title: Option<(&Text, &str)>,
    withheld: Option<Span>,
    label: Option<Span>,
    reader: &mut Reader<'_>,
) {
    if let Some((name, key)) = title.filter(|_| withheld.is_some() || label.is_some()) {
        let beside = if label.is_some() { "label" } else { "withheld" };
        reader.report(
            Code::InvalidValue,
            name.span,
            format!("`{key}` and `{beside}` stand on one person: the name of a person who is not named is never in these files"),
            format!("take out `{key}` and every other place where the name stands, older versions of the files too; or take out `{beside}` if the person is named"),
        );
    }
    if let Some(span) = withheld.filter(|_| label.is_none()) {
        reader.report(
            Code::MissingKey,
            span,
            "a person whose name is withheld needs a `label`",
            "add `label: ...`, what stands in place of the name, such as \"a sergeant\"",
        );
    }
}
