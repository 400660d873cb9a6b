//! Typed access to the values of front matter. Knows shapes and how to say that one is wrong; which key has which shape stands with the kinds.

use std::ops::Range;

use super::keys::{Group, Key};
use super::node::{Entry, Node, Scalar, Value};
use super::{
    Text,
    words_for::{item_help, shape_help},
};
use crate::document::invisible::{first_invisible, is_invisible, named};
use crate::document::mention::MentionTable;
use crate::document::parse::Settings;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::nearest::did_you_mean;
use crate::foundation::span::{FileId, Span, Spanned};

/// Reads values, and keeps what is wrong with them and the links that stand in them.
pub(super) struct Reader<'a> {
    /// The file.
    pub(super) file: FileId,
    /// Its text.
    pub(super) source: &'a str,
    /// The site's settings.
    pub(super) settings: &'a Settings,
    /// The links found so far.
    pub(super) mentions: &'a mut MentionTable,
    /// What was wrong so far.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Adds a diagnostic.
    pub(super) fn report(&mut self, code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(code, span, message).help(help));
    }

    /// The text of a key that takes one value; nothing when nothing is written.
    pub(super) fn one<'n>(&mut self, entry: &'n Entry) -> Option<&'n Scalar> {
        if entry.node.is_blank() {
            return None;
        }
        match &entry.node.value {
            Value::Scalar(scalar) => Some(scalar),
            Value::Null | Value::Broken => None,
            Value::List(_) | Value::Map(_) => {
                self.wrong_shape(&entry.key.value, &entry.node, false);
                None
            }
        }
    }

    /// The values of a key that takes several: those of a list, or a single one. A link without quotes is one value.
    pub(super) fn several<'n>(&mut self, entry: &'n Entry) -> Vec<&'n Node> {
        let node = &entry.node;
        match &node.value {
            Value::List(items) if node.unquoted_link(self.source).is_none() => {
                items.iter().filter(|item| !item.is_blank()).collect()
            }
            _ if node.is_blank() => Vec::new(),
            _ => vec![node],
        }
    }

    /// Several texts.
    pub(super) fn texts(&mut self, entry: &Entry) -> Vec<Text> {
        let mut texts = Vec::new();
        for node in self.several(entry) {
            match &node.value {
                Value::Scalar(scalar) => texts.push(scalar.to_text()),
                Value::Null | Value::Broken => {}
                Value::List(_) | Value::Map(_) => self.wrong_item(&entry.key.value, node, false),
            }
        }
        texts
    }

    /// One text.
    pub(super) fn text(&mut self, entry: &Entry) -> Option<Text> {
        self.one(entry).map(Scalar::to_text)
    }

    /// A text that people and links use as a name: not empty, nothing in it that cannot be seen.
    pub(super) fn name(&mut self, entry: &Entry) -> Option<Text> {
        if let Value::Scalar(scalar) = &entry.node.value
            && scalar.text.trim().is_empty()
        {
            let message = format!("`{}` is empty", entry.key.value);
            self.report(Code::InvalidValue, entry.node.span, message, "write it, or take the line out");
            return None;
        }
        let scalar = self.one(entry)?;
        self.refuse_invisible(scalar);
        Some(scalar.to_text())
    }

    /// Reports what cannot be seen in a name.
    pub(super) fn refuse_invisible(&mut self, scalar: &Scalar) -> bool {
        let Some((at, letter)) = first_invisible(&scalar.text) else { return false };
        self.report(
            Code::InvisibleCharacter,
            scalar.within(at..at + letter.len_utf8()),
            format!("a character that cannot be seen stands in this name: {}", named(letter)),
            "delete it and type the word again",
        );
        true
    }

    /// `true` or `false`, unquoted. With `must_say`, an empty value is an error as well.
    pub(super) fn flag(&mut self, entry: &Entry, must_say: bool) -> Result<Option<bool>, Refused> {
        match &entry.node.value {
            Value::Null if !must_say => return Ok(None),
            Value::Scalar(scalar) if !scalar.quoted && scalar.text == "true" => return Ok(Some(true)),
            Value::Scalar(scalar) if !scalar.quoted && scalar.text == "false" => return Ok(Some(false)),
            Value::Broken => return Err(Refused),
            _ => {}
        }
        let span = if entry.node.is_blank() { entry.key.span } else { entry.node.span };
        let message = format!("`{}` is neither true nor false", entry.key.value);
        self.report(Code::InvalidValue, span, message, "write true or false, without quotes");
        Err(Refused)
    }

    /// One of `words`; the nearest of them is offered in place of another.
    pub(super) fn word<T>(
        &mut self,
        entry: &Entry,
        named: impl Fn(&str) -> Option<T>,
        words: &[&str],
    ) -> Option<Spanned<T>> {
        self.word_or(entry, named, |word| did_you_mean(word, words))
    }

    /// A word that `named` knows; `help` says what to write in place of another.
    pub(super) fn word_or<T>(
        &mut self,
        entry: &Entry,
        named: impl Fn(&str) -> Option<T>,
        help: impl Fn(&str) -> String,
    ) -> Option<Spanned<T>> {
        let scalar = self.one(entry)?;
        let Some(value) = named(&scalar.text) else {
            let word = shortened(&scalar.text);
            let message = format!("`{}` cannot be `{word}`", entry.key.value);
            self.report(Code::InvalidValue, scalar.span, message, help(&word));
            return None;
        };
        Some(Spanned::new(value, scalar.span))
    }

    /// The keys of a group, each of which it has; reports unknown keys and required ones that are not there.
    pub(super) fn group<'n>(&mut self, parent: Span, node: &'n Node, group: &'static Group) -> Option<Members<'n>> {
        const NONE: &[Entry] = &[];
        let entries = match &node.value {
            Value::Map(entries) => entries.as_slice(),
            Value::Null => NONE,
            Value::Broken => return None,
            Value::Scalar(_) | Value::List(_) => {
                let is_needed = |key: &&Key| key.is_required || group.one_of.first() == Some(&key.name);
                let required = group.keys.iter().filter(is_needed);
                let names: Vec<_> = required.map(|key| format!("{}: ...", key.name)).collect();
                let message = format!("{} is a group of keys", group.name);
                self.report(Code::InvalidValue, node.span, message, format!("write {{{}}}", names.join(", ")));
                return None;
            }
        };
        let members = self.members(entries, group);
        let missing: Vec<_> = group.keys.iter().filter(|key| key.is_required && !members.has(key.name)).collect();
        if !missing.is_empty() {
            let whole = if node.is_blank() { parent } else { node.span };
            let span = entries.first().map_or(whole, |first| first.key.span);
            self.missing(group.name, &missing, span);
        }
        self.choice(group, &members, entries.first().map_or(parent, |first| first.key.span));
        Some(members)
    }

    /// Reports a group that has none or several of the keys of which it takes one.
    fn choice(&mut self, group: &'static Group, members: &Members<'_>, span: Span) {
        let names =
            |keys: &[&str], word| enumerated(&keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>(), word);
        let written: Vec<_> = group.one_of.iter().copied().filter(|key| members.has(key)).collect();
        match written.len() {
            0 if !group.one_of.is_empty() => {
                let known = group.keys.iter().filter(|key| group.one_of.contains(&key.name));
                let lines: Vec<_> = known.map(|key| format!("`{}: ...`, {}", key.name, key.about)).collect();
                let message = format!("{} needs {}", group.name, names(group.one_of, "or"));
                self.report(Code::MissingKey, span, message, format!("add one of them: {}", lines.join("; ")));
            }
            0 | 1 => {}
            _ => {
                let message = format!("{} has {}, and takes one of them", group.name, names(&written, "and"));
                self.report(
                    Code::InvalidValue,
                    span,
                    message,
                    "keep one of them; the other can stand in an item of its own",
                );
            }
        }
    }

    fn members<'n>(&mut self, entries: &'n [Entry], group: &'static Group) -> Members<'n> {
        let mut members = Vec::new();
        for entry in entries {
            if let Some(key) = group.keys.iter().find(|key| key.name == entry.key.value) {
                members.push((key.name, entry));
            } else {
                let written = shortened(&entry.key.value);
                let known: Vec<_> = group.keys.iter().map(|key| key.name).collect();
                let message = format!("{} has no key `{written}`", group.name);
                self.report(Code::UnknownKey, entry.key.span, message, did_you_mean(&written, &known));
            }
        }
        Members(members)
    }

    fn missing(&mut self, name: &str, keys: &[&Key], span: Span) {
        let names: Vec<_> = keys.iter().map(|key| format!("`{}`", key.name)).collect();
        let lines: Vec<_> = keys.iter().map(|key| format!("`{}: ...`, {}", key.name, key.about)).collect();
        let message = format!("{name} needs {}", enumerated(&names, "and"));
        self.report(Code::MissingKey, span, message, format!("add {}", lines.join("; ")));
    }

    /// Reports a list or group of keys where one value is expected, or a group where a list is.
    pub(super) fn wrong_shape(&mut self, key: &str, node: &Node, is_link: bool) {
        let (message, help) = shape_help(key, node, self.source, is_link);
        self.report(Code::InvalidValue, node.span, message, help);
    }

    /// Reports an item of a list that is no single value.
    pub(super) fn wrong_item(&mut self, key: &str, node: &Node, is_link: bool) {
        let (message, help) = item_help(key, node, self.source, is_link);
        self.report(Code::InvalidValue, node.span, message, help);
    }

    /// Where `range` of a text stands, with a message about it.
    pub(super) fn report_within(
        &mut self,
        code: Code,
        scalar: &Scalar,
        range: Range<usize>,
        message: String,
        help: String,
    ) {
        self.diagnostics.push(Diagnostic::new(code, scalar.within(range), message).help(help));
    }
}

/// A value was written and could not be read; it was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refused;

/// The known keys of a group.
pub(super) struct Members<'n>(Vec<(&'static str, &'n Entry)>);

impl<'n> Members<'n> {
    fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(name, entry)| *name == key && !entry.node.is_blank())
    }

    /// Each key with its value, in the order of the file.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static str, &'n Entry)> {
        self.0.iter().copied()
    }
}

/// "a, b and c".
pub(super) fn enumerated(words: &[impl AsRef<str>], conjunction: &str) -> String {
    let words: Vec<_> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {conjunction} {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// `text` on one line, fit for a message: cut where it is too long, with a visible sign for what cannot be seen.
pub(super) fn shortened(text: &str) -> String {
    let visible = |letter: char| match letter {
        '\u{200c}' | '\u{200d}' => letter,
        '\n' | '\r' | '\t' => ' ',
        letter if is_invisible(letter) => '\u{fffd}',
        letter => letter,
    };
    let line: String = text.chars().map(visible).take(61).collect();
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
