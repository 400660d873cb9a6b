//! The rules that templates keep, so that no value can become code: where values may stand, and what must be said of addresses.
//! Knows templates as text that Tera has read; what they print is checked again when it is finished.

mod html;
mod pieces;
#[cfg(test)]
mod tests;

use super::layers::{BUILTIN, THEME, Template, Templates};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Span;
use html::{Context, Place};
use pieces::{Piece, bare, filters, pieces, words};

/// What is wrong with the templates of the site and of its theme. Those of the program are held by a test.
pub(super) fn check(templates: &Templates, theme_may_use_safe: bool) -> Vec<Diagnostic> {
    let foreign = templates.iter().filter(|(name, _)| !name.starts_with(BUILTIN));
    foreign.flat_map(|(name, template)| one(template, theme_may_use_safe || !name.starts_with(THEME))).collect()
}

/// The outermost of the loops that are nested deepest in `template`, with their depth; nothing where there is no loop.
pub(super) fn deepest_loop(template: &Template) -> Option<(usize, Span)> {
    let mut open: Vec<Span> = Vec::new();
    let mut deepest: Option<(usize, Span)> = None;
    for piece in pieces(&template.text) {
        let Piece::Tag(body, at) = piece else { continue };
        match words(body).next() {
            Some("for") => {
                let start = at + body.len() - body.trim_start_matches('-').trim_start().len();
                open.push(Span::new(template.file, start..start + bare(body).len()));
                if let Some(first) = open.first().filter(|_| deepest.is_none_or(|(depth, _)| depth < open.len())) {
                    deepest = Some((open.len(), *first));
                }
            }
            Some("endfor") => drop(open.pop()),
            _ => {}
        }
    }
    deepest
}

/// What is wrong with one template.
fn one(template: &Template, may_use_safe: bool) -> Vec<Diagnostic> {
    let mut reader = Reader { template, may_use_safe, context: Context::new(), open: Vec::new(), found: Vec::new() };
    for piece in pieces(&template.text) {
        match piece {
            Piece::Text(text) => reader.context.read(text),
            Piece::Print(body, at) => reader.print(body, at),
            Piece::Tag(body, at) => reader.tag(body, at),
        }
    }
    if reader.context.place != Place::Text {
        let end = template.text.len();
        reader.fault(end..end, "the template ends within a tag", "end the tag in the template in which it begins");
    }
    reader.found
}

/// A tag of Tera that has not ended.
struct Open {
    /// Its first word.
    word: String,
    start: Context,
    /// Whether one of its branches decides where an address leads, and all before did.
    all_decide: bool,
    has_else: bool,
}

struct Reader<'a> {
    template: &'a Template,
    may_use_safe: bool,
    context: Context,
    open: Vec<Open>,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn fault(&mut self, range: std::ops::Range<usize>, message: impl Into<String>, help: &str) {
        let span = Span::new(self.template.file, range);
        self.found.push(Diagnostic::new(Code::UnsafeTemplate, span, message).help(help));
    }

    fn print(&mut self, body: &str, at: usize) {
        self.safe(body, at);
        let start = at + body.len() - body.trim_start_matches('-').trim_start().len();
        let range = start..start + bare(body).len();
        let name = self.context.attribute.clone();
        let names: Vec<&str> = filters(body).into_iter().map(|(_, name)| name).collect();
        match self.context.place {
            Place::Text | Place::Words | Place::Comment(_) => {}
            Place::Raw if self.context.is_data && names.last() == Some(&"json_script") => {}
            Place::Raw => {
                let message = format!("a value cannot stand in <{}>: it could become code", self.context.element);
                let help = "write it into an attribute such as data-name=\"{{ … }}\", or as data: <script type=\"application/json\">{{ value | json_script }}</script>";
                self.fault(range, message, help);
            }
            Place::Name | Place::Tag | Place::Attribute => {
                let help = "write the name out, and choose between names with {% if %}";
                self.fault(range, "a value cannot be the name of a tag or of an attribute", help);
            }
            Place::Equals | Place::Bare => {
                let message =
                    format!("the value of `{name}` has no quotes: a space in it would begin another attribute");
                self.fault(range, message, "write quotes around it: name=\"{{ … }}\"");
            }
            Place::Value(_) if names.iter().any(|name| matches!(*name, "safe" | "json_script")) => {
                let message = format!("a value in `{name}` must be escaped: it could end the attribute");
                self.fault(range, message, "take the filter out");
            }
            Place::Value(_) => self.value(body, range),
        }
    }

    fn value(&mut self, body: &str, range: std::ops::Range<usize>) {
        let name = self.context.attribute.clone();
        if name.starts_with("on") || name == "style" || name == "srcdoc" {
            let message = format!("a value cannot stand in `{name}`: it could become code");
            self.fault(range, message, "browsers refuse this attribute on these pages; take it out");
        } else if self.context.is_address() && !self.context.is_decided {
            if is_checked(bare(body)) {
                self.context.is_decided = true;
            } else {
                let message =
                    format!("where `{name}` leads is not checked: the value could be code such as `javascript:…`");
                let help = "write {{ … | safe_url }} for a whole address, or {{ page.root }} before the path of a page of the site";
                self.fault(range, message, help);
            }
        }
    }

    /// Refuses the filter `safe` in templates of others.
    fn safe(&mut self, body: &str, at: usize) {
        if self.may_use_safe {
            return;
        }
        for (start, _) in filters(body).into_iter().filter(|(_, name)| *name == "safe") {
            self.refuse_safe(at + start);
        }
    }

    fn refuse_safe(&mut self, at: usize) {
        let help = "print running text with {{ <prose of={…} /> }}, or trust this theme: theme_grants = [\"safe\"] in dossier.toml";
        self.fault(
            at..at + "safe".len(),
            "the theme prints a value as HTML, and dossier.toml does not allow it to",
            help,
        );
    }

    fn tag(&mut self, body: &str, at: usize) {
        self.safe(body, at);
        let mut all = words(body);
        let first = all.next().unwrap_or_default();
        let range = at..at + body.len();
        match first {
            "filter" => {
                if !self.may_use_safe && all.next() == Some("safe") {
                    let within = body.find("safe").unwrap_or(0);
                    self.refuse_safe(at + within);
                }
                self.begin(first);
            }
            "if" | "for" => self.begin(first),
            "elif" | "else" => self.branch(first == "else", range),
            "include" if !matches!(self.context.place, Place::Text | Place::Words) => {
                self.fault(
                    range,
                    "a part can be included between tags only",
                    "write the tag out, or move it into the part",
                );
            }
            "block" | "component" => {
                let is_free = match self.context.place {
                    Place::Text | Place::Words => true,
                    Place::Value(_) => first == "block" && !self.context.is_address(),
                    _ => false,
                };
                if !is_free {
                    let help = "put the whole tag into the block";
                    self.fault(range, format!("a {first} cannot begin within a tag or an address"), help);
                }
                self.begin(first);
            }
            "set" | "set_global" if !bare(body).contains('=') => {
                self.begin(first);
                self.context = Context::new();
            }
            _ if first.starts_with("</") => self.end(range),
            _ if first.starts_with('<') && !bare(body).ends_with("/>") => self.begin("component"),
            _ if first.starts_with("end") => self.end(range),
            _ => {}
        }
    }

    fn begin(&mut self, word: &str) {
        let start = self.context.clone();
        self.open.push(Open { word: word.to_owned(), start, all_decide: true, has_else: false });
    }

    fn branch(&mut self, is_else: bool, range: std::ops::Range<usize>) {
        let Some(mut open) = self.open.pop() else { return };
        self.join(&mut open, range);
        open.has_else |= is_else;
        self.context = open.start.clone();
        self.open.push(open);
    }

    fn end(&mut self, range: std::ops::Range<usize>) {
        let Some(mut open) = self.open.pop() else { return };
        if open.word.starts_with("set") {
            if self.context.place != Place::Text {
                self.fault(range, "this block ends within a tag", "end the tag before the block ends");
            }
            self.context = open.start;
            return;
        }
        self.join(&mut open, range);
        let is_choice = open.word == "if" && open.has_else;
        let is_decided = open.start.is_decided || (is_choice && open.all_decide);
        self.context = Context { is_decided, ..open.start };
    }

    /// Takes in how a branch ended: it must end where it began, or nobody could tell where the next value stands.
    fn join(&mut self, open: &mut Open, range: std::ops::Range<usize>) {
        open.all_decide &= self.context.is_decided;
        if !self.context.goes_on_as(&open.start) {
            let message = format!("this part of `{}` ends in another place of HTML than where it begins", open.word);
            self.fault(range, message, "begin and end each tag, attribute and quote in the same part");
        }
    }
}

/// Whether an expression can only be an address that is fit for a link: the root of the site, or one value that `safe_url` has let pass.
fn is_checked(body: &str) -> bool {
    if body == "page.root" {
        return true;
    }
    let mut parts: Vec<&str> = body.split('|').map(str::trim).collect();
    let last = parts.pop();
    let Some((value, between)) = parts.split_first() else { return false };
    let is_name = |text: &str| text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    // An operator binds less than a filter, so it may stand in brackets only.
    let is_call = |part: &&str| match part.split_once('(') {
        Some((name, rest)) => is_name(name) && !rest.contains('(') && rest.find(')') == rest.len().checked_sub(1),
        None => is_name(part),
    };
    let is_path = value.chars().all(|letter| letter.is_ascii_alphanumeric() || "_.[]\"'".contains(letter));
    last == Some("safe_url") && (is_path || (value.starts_with('(') && is_call(value))) && between.iter().all(is_call)
}
