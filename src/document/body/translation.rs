//! The lines of a statement's head on quotes in another language: which it is, what they say in ours, and who translated. Knows what needs what.

use super::fields::Field;
use super::head::Reader;
use super::inline::html_comment;
use crate::document::front_matter::Text;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::language::Language;
use crate::foundation::span::{Span, Spanned};

/// What a head says of the language of its quotes.
#[derive(Debug, Default)]
pub(super) struct Translated {
    /// `quote_lang`.
    pub(super) language: Option<Spanned<Language>>,
    /// `translation`.
    pub(super) text: Option<Text>,
    /// `translator`.
    pub(super) by: Option<Text>,
    /// The keys that are written, whatever stands behind them.
    keys: Vec<(&'static str, Span)>,
}

impl Translated {
    fn key(&self, name: &str) -> Option<Span> {
        self.keys.iter().find(|(key, _)| *key == name).map(|(_, span)| *span)
    }

    /// The problem of a statement that has one of these lines and no quote.
    pub(super) fn without_quote(&self) -> Option<Diagnostic> {
        let (key, span) = self.keys.first()?;
        let message = format!("`{key}` speaks of a verbatim quote, and this statement has none");
        let help =
            "write the quote below our words, after an empty line (`>`), each line with `> >`; or delete the line";
        Some(Diagnostic::new(Code::InvalidStatement, *span, message).help(help))
    }
}

impl Reader<'_, '_, '_> {
    /// Reads `quote_lang`, `translation` or `translator`.
    pub(super) fn translated(&mut self, field: &Field<'_>) {
        let value = self.value(field);
        match field.key {
            "quote_lang" => {
                self.translated.keys.push(("quote_lang", field.span));
                self.quote_language(field, &value);
            }
            "translation" => {
                self.translated.keys.push(("translation", field.span));
                let help = "write what the quote says in the language of the page, or delete the line";
                self.translated.text = self.plain_words(field, value, help);
            }
            _ => {
                self.translated.keys.push(("translator", field.span));
                self.translated.by = self.plain_words(field, value, "write who translated, or delete the line");
            }
        }
    }

    fn quote_language(&mut self, field: &Field<'_>, value: &Text) {
        let written = value.value.as_str();
        let known = Language::parse(written).ok().filter(Language::is_known);
        if known.is_none() {
            let (span, message) = if written.is_empty() {
                (field.span, "the language of the quote is not said".to_owned())
            } else {
                (value.span, format!("`{written}` is not the tag of a language"))
            };
            let help = Language::nearest(written).map_or_else(
                || "write a tag such as tr, ku, ar or en-GB".to_owned(),
                |tag| format!("did you mean `{tag}`?"),
            );
            self.fail(Diagnostic::new(Code::InvalidValue, span, message).help(help));
        }
        self.translated.language = known.map(|language| Spanned::new(language, value.span));
    }

    /// Text without links: a link would have to be resolved, or would show the name of someone who is withheld.
    fn plain_words(&mut self, field: &Field<'_>, value: Text, help: &str) -> Option<Text> {
        if value.value.is_empty() {
            let message = format!("nothing stands after `{}`", field.key);
            self.fail(Diagnostic::new(Code::InvalidValue, field.span, message).help(help));
            return None;
        }
        if value.value.contains("[[") {
            let message = format!("no link can stand in `{}`", field.key);
            let help = "write the words alone, without `[[` and `]]`; links stand in our words or in `about`";
            self.fail(Diagnostic::new(Code::InvalidLink, value.span, message).help(help));
            return None;
        }
        if value.value.contains("<!--") {
            self.fail(html_comment(value.span));
            return None;
        }
        Some(value)
    }

    /// A translation is from a language, and a translator has translated something.
    pub(super) fn check_translation(&mut self) {
        let key = |name| self.translated.key(name);
        let (language, translation, translator) = (key("quote_lang"), key("translation"), key("translator"));
        if let (Some(span), None) = (translation, language) {
            let problem =
                Diagnostic::new(Code::InvalidStatement, span, "it is not said from which language this is translated");
            self.fail(problem.help("add a line with the language of the quote, such as `quote_lang: tr`"));
        }
        if let (Some(span), None) = (translator, translation) {
            let problem = Diagnostic::new(Code::InvalidStatement, span, "there is no translation by this translator");
            self.fail(problem.help("add a line `translation: …`, or delete this one"));
        }
    }
}
