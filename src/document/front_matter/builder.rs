//! Values put together from the parts in which they are read. Knows limits, and texts that YAML reads otherwise than they were meant; which parts there are says the library.

use std::ops::Range;

use super::Text;
use super::fault::{Fault, Wrong};
use super::node::{Entry, Node, Scalar, Value};
use super::reader::shortened;
use super::split::lines;
use super::tree::without_duplicates;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// How deep values may stand in one another.
pub(super) const DEEPEST: usize = 32;
/// How many values front matter may have.
const MOST_VALUES: usize = 50_000;
/// How many keys may stand side by side.
const MOST_KEYS: usize = 1_000;
/// The longest key, in bytes.
pub(super) const LONGEST_KEY: usize = 200;

/// How many values are refused one by one.
const MOST_REFUSED: usize = 100;

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// In lines below `|` or `>`.
    Block,
}

/// What was being read when a fault was met, in bytes of the file.
#[derive(Debug)]
pub(super) struct Surroundings {
    /// Where the key begins whose value is not complete, else the line of the fault: what is reported from here on explains the fault.
    pub(super) entry: usize,
    /// The end of that key.
    pub(super) key_end: Option<usize>,
    /// The outermost bracket that is open.
    pub(super) bracket: Option<usize>,
    /// Where the last complete value begins.
    pub(super) last_value: Option<usize>,
    /// Reading can go on from here.
    pub(super) resume: usize,
}

/// A list or a group of keys that is being read.
struct Frame {
    start: usize,
    is_flow: bool,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<Key>, is_broken: bool },
}

/// A key whose value has not come yet.
struct Key {
    span: Span,
    /// Nothing where the key cannot be used.
    word: Option<Text>,
}

/// A tree while it is being read.
pub(super) struct Builder<'a> {
    pub(super) file: FileId,
    /// The text of the file.
    pub(super) text: &'a str,
    /// The bytes of it that are read.
    pub(super) bytes: Range<usize>,
    /// What was wrong so far.
    pub(super) diagnostics: Vec<Diagnostic>,
    stack: Vec<Frame>,
    root: Option<Node>,
    values: usize,
    last_value: Option<Span>,
    /// Where the last part ended.
    last_end: usize,
    /// Where the last mark was refused.
    last_mark: Option<usize>,
}

impl<'a> Builder<'a> {
    /// Nothing is read yet of the bytes `bytes` of `text`.
    pub(super) const fn new(file: FileId, text: &'a str, bytes: Range<usize>) -> Self {
        let last_end = bytes.start;
        Self {
            file,
            text,
            bytes,
            diagnostics: Vec::new(),
            stack: Vec::new(),
            root: None,
            values: 0,
            last_value: None,
            last_end,
            last_mark: None,
        }
    }

    /// A list begins; its bracket is at `span`, which is empty where it has none.
    pub(super) fn open_list(&mut self, span: Span) -> Result<(), Fault> {
        self.open(span, Content::List(Vec::new()))
    }

    /// A group of keys begins; its brace is at `span`, which is empty where it has none.
    pub(super) fn open_map(&mut self, span: Span) -> Result<(), Fault> {
        self.open(span, Content::Map { entries: Vec::new(), key: None, is_broken: false })
    }

    /// A text stands at `span`, and means `value`.
    pub(super) fn scalar(&mut self, value: &str, style: Style, span: Span) -> Result<(), Fault> {
        let source = self.text.get(span.range()).unwrap_or_default();
        let inner = match style {
            Style::Quoted => 1..source.len().saturating_sub(1),
            Style::Plain | Style::Block => 0..source.len(),
        };
        match style {
            Style::Quoted => self.refuse_open_quote(source, span)?,
            Style::Plain if !self.expects_key() => self.refuse_glued_comment(source, span),
            Style::Plain | Style::Block => {}
        }
        if style == Style::Plain && source.is_empty() {
            return self.add(Node { span, value: Value::Null });
        }
        let verbatim = source.get(inner.clone()) == Some(value);
        let text = if style == Style::Block { value.trim_end_matches('\n') } else { value };
        let scalar = Scalar {
            text: text.to_owned(),
            quoted: style != Style::Plain,
            span: if verbatim { span.within(inner) } else { span },
            verbatim,
        };
        self.add(Node { span, value: Value::Scalar(scalar) })
    }

    /// A value stands at `span` that cannot be used, and was reported.
    pub(super) fn broken(&mut self, span: Span) -> Result<(), Fault> {
        self.add(Node { span, value: Value::Broken })
    }

    /// Reports a mark at the beginning of a value that YAML gives a meaning of its own, once for each line.
    pub(super) fn refuse_mark(&mut self, mark: char, span: Span) {
        let at = span.start as usize;
        let before = self.last_mark.replace(at);
        let is_told = before.and_then(|before| self.text.get(before..at)).is_some_and(|text| !has_line_end(text));
        if is_told || self.diagnostics.len() >= MOST_REFUSED {
            return;
        }
        let message = format!("`{mark}` at the beginning of a value has a meaning of its own, which is not used here");
        let help = format!("put the value in quotes: \"{}\"", shortened(self.rest_of_line(at).trim()));
        self.diagnostics.push(Diagnostic::new(Code::InvalidYaml, span, message).help(help));
    }

    /// The next part begins after `span`.
    pub(super) const fn pass(&mut self, span: Span) {
        self.last_end = span.end as usize;
    }

    /// What has been read: the outermost value, as far as it came.
    pub(super) fn into_root(mut self) -> Option<Node> {
        if self.stack.is_empty() {
            return self.root;
        }
        let Frame { start, content, .. } = self.stack.swap_remove(0);
        let value = match content {
            Content::List(items) => Value::List(items),
            Content::Map { entries, .. } => Value::Map(entries),
        };
        Some(Node { span: Span::new(self.file, start..start), value })
    }

    /// A quote that goes on in lines which stand no deeper than its own has swallowed keys: `draft: true` among them.
    fn refuse_open_quote(&self, source: &str, span: Span) -> Result<(), Fault> {
        // Looking for the line at every text would take long where thousands stand on one line.
        if !has_line_end(source) {
            return Ok(());
        }
        let line = self.line_start(span.start as usize);
        let depth = indent(self.text.get(line..).unwrap_or_default());
        let swallows = lines(source)
            .skip(1)
            .filter_map(|line| source.get(line))
            .any(|line| !line.trim().is_empty() && indent(line) <= depth && !is_closing_quote(line));
        if swallows { Err(Fault { wrong: Wrong::OpenQuote, at: span.start as usize }) } else { Ok(()) }
    }

    fn expects_key(&self) -> bool {
        matches!(self.stack.last(), Some(Frame { content: Content::Map { key: None, .. }, .. }))
    }

    /// `title: Case #5` is `Case` to YAML: what follows ` #` is a comment and would be lost without a word.
    fn refuse_glued_comment(&mut self, value: &str, span: Span) {
        let is_item = matches!(self.stack.last(), Some(Frame { content: Content::List(_), is_flow: false, .. }));
        let end = span.end as usize;
        let mark = match (value.is_empty(), is_item) {
            (false, _) => end,
            (true, false) => self.text.get(end..).filter(|rest| rest.starts_with(':')).map_or(end, |_| end + 1),
            (true, true) => self.empty_item(span.start as usize),
        };
        let rest = self.text.get(mark..self.bytes.end).unwrap_or_default();
        let comment = rest.trim_start_matches([' ', '\t']);
        let is_glued = comment.strip_prefix('#').is_some_and(|words| words.starts_with(char::is_alphanumeric));
        if !is_glued || self.diagnostics.len() >= MOST_REFUSED {
            return;
        }
        let start = mark + rest.len() - comment.len();
        let comment = self.rest_of_line(start).trim_end();
        let whole = self.text.get(span.start as usize..start).filter(|_| !value.is_empty()).unwrap_or_default();
        let message = "what follows a `#` is a comment and would not be read";
        let place = Span::new(self.file, start..start + comment.len());
        self.diagnostics.push(Diagnostic::new(Code::InvalidYaml, place, message).help(format!(
            "put the value in quotes: \"{}\"; if it is a comment, write a space after the `#`",
            shortened(&format!("{whole}{comment}"))
        )));
    }

    /// The byte behind the hyphen of an empty item, which the library places at the next value.
    fn empty_item(&self, next: usize) -> usize {
        let between = self.text.get(self.last_end..next).unwrap_or_default();
        let hyphen = lines(between).find_map(|line| {
            let words = between.get(line.clone())?;
            let hyphen = words.len() - words.trim_start().strip_prefix('-')?.len();
            Some(self.last_end + line.start + hyphen)
        });
        hyphen.unwrap_or(next)
    }

    fn open(&mut self, span: Span, content: Content) -> Result<(), Fault> {
        let at = span.start as usize;
        if self.stack.len() >= DEEPEST {
            return Err(Fault { wrong: Wrong::TooDeep, at });
        }
        self.stack.push(Frame { start: at, is_flow: span.start < span.end, content });
        self.count(at)
    }

    /// The innermost list or group of keys ends; its closing bracket is at `span`.
    pub(super) fn close(&mut self, span: Span) -> Result<(), Fault> {
        let Some(frame) = self.stack.pop() else { return Ok(()) };
        let end = if frame.is_flow { span.end } else { self.last_value.map_or(span.start, |last| last.end) };
        let span = Span::new(self.file, frame.start..(end as usize).max(frame.start));
        let value = match frame.content {
            Content::List(items) => Value::List(items),
            // Of the outermost keys, more may come after a fault: duplicates are looked for when all are there.
            Content::Map { entries, .. } if self.stack.is_empty() => Value::Map(entries),
            Content::Map { is_broken: true, .. } => Value::Broken,
            Content::Map { entries, .. } => Value::Map(without_duplicates(entries, &mut self.diagnostics)),
        };
        self.insert(Node { span, value })
    }

    fn add(&mut self, node: Node) -> Result<(), Fault> {
        self.count(node.span.start as usize)?;
        self.insert(node)
    }

    fn insert(&mut self, node: Node) -> Result<(), Fault> {
        self.last_value = Some(node.span);
        let Some(frame) = self.stack.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match &mut frame.content {
            Content::List(items) => items.push(node),
            Content::Map { entries, key, is_broken } => match key.take() {
                None => {
                    let bracket = frame.is_flow.then_some(frame.start);
                    let is_news = !(*is_broken && frame.is_flow) && self.diagnostics.len() < MOST_REFUSED;
                    let span = node.span;
                    let word = read_key(node)?.map_err(|unusable| {
                        *is_broken = true;
                        self.diagnostics.extend(is_news.then(|| unusable.explain(span, bracket, self.text)).flatten());
                    });
                    *key = Some(Key { span, word: word.ok() });
                }
                Some(Key { word: Some(key), .. }) => {
                    if entries.len() >= MOST_KEYS {
                        return Err(Fault { wrong: Wrong::TooManyKeys, at: key.span.start as usize });
                    }
                    entries.push(Entry { key, node });
                }
                Some(Key { word: None, .. }) => {}
            },
        }
        Ok(())
    }

    const fn count(&mut self, at: usize) -> Result<(), Fault> {
        self.values += 1;
        if self.values > MOST_VALUES { Err(Fault { wrong: Wrong::TooMany, at }) } else { Ok(()) }
    }

    /// What was being read when `fault` was met.
    pub(super) fn place_of(&self, fault: Option<&Fault>) -> Surroundings {
        let at = fault.map_or(self.bytes.end, |fault| fault.at);
        let key = self.stack.first().and_then(|frame| match &frame.content {
            Content::Map { key: Some(key), .. } => Some(key.span),
            _ => None,
        });
        let last = self.last_value.map(|last| last.start as usize);
        Surroundings {
            entry: key.map_or(usize::MAX, |key| key.start as usize).min(self.line_start(at)),
            key_end: key.map(|key| key.end as usize),
            bracket: self.stack.iter().find(|frame| frame.is_flow).map(|frame| frame.start),
            last_value: last,
            resume: key.map_or(at, |key| key.end as usize),
        }
    }

    fn rest_of_line(&self, from: usize) -> &'a str {
        let rest = self.text.get(from..self.bytes.end).unwrap_or_default();
        rest.split(['\n', '\r']).next().unwrap_or_default()
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind(['\n', '\r'])).map_or(0, |end| end + 1)
    }
}

/// Why a value cannot be a key.
#[derive(Debug, Clone, Copy)]
enum Unusable {
    Merge,
    Nothing,
    Collection,
    /// It was reported already.
    Broken,
}

fn read_key(node: Node) -> Result<Result<Text, Unusable>, Fault> {
    match node.value {
        Value::Scalar(scalar) if scalar.text.len() > LONGEST_KEY => {
            Err(Fault { wrong: Wrong::LongKey, at: node.span.start as usize })
        }
        Value::Scalar(scalar) if scalar.text == "<<" && !scalar.quoted => Ok(Err(Unusable::Merge)),
        Value::Scalar(scalar) => Ok(Ok(scalar.to_text())),
        Value::Null => Ok(Err(Unusable::Nothing)),
        Value::List(_) | Value::Map(_) => Ok(Err(Unusable::Collection)),
        Value::Broken => Ok(Err(Unusable::Broken)),
    }
}

impl Unusable {
    /// `bracket` is the one between which the key stands.
    fn explain(self, span: Span, bracket: Option<usize>, text: &str) -> Option<Diagnostic> {
        let rest = bracket.and_then(|at| text.get(at..));
        let (message, help) = match (self, rest) {
            (Self::Merge, _) => {
                ("`<<` takes keys over from elsewhere, which is not possible here", "write the keys out".to_owned())
            }
            (Self::Nothing, _) => {
                ("no key stands before the colon", "write a key before it, or put the text in quotes".to_owned())
            }
            (Self::Collection, Some(rest)) => (
                "a bracket at the beginning of a value opens a list or a group of keys",
                format!("if it is text, put the value in quotes: '{}'", first_words(rest)),
            ),
            (Self::Collection, None) => {
                ("a list or a group of keys cannot be a key", "write a word before the colon".to_owned())
            }
            (Self::Broken, _) => return None,
        };
        Some(Diagnostic::new(Code::InvalidYaml, span, message).help(help))
    }
}

/// The beginning of the line that `rest` begins with, however long that line is.
fn first_words(rest: &str) -> String {
    let line: String = rest.chars().take(100).take_while(|letter| !matches!(letter, '\n' | '\r')).collect();
    shortened(line.trim_end())
}

fn has_line_end(text: &str) -> bool {
    text.contains(['\n', '\r'])
}

fn indent(line: &str) -> usize {
    line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// A closing quote may stand below its text, as a closing bracket may.
fn is_closing_quote(line: &str) -> bool {
    matches!(line.trim(), "\"" | "'")
}
