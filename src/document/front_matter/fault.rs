//! Faults of YAML in the words of those who write front matter. Knows what people meant to write where a fault appears, not how the text is read.

use super::builder::{LONGEST_KEY, Surroundings};
use super::split::lines;
use crate::document::invisible::{first_invisible, named};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, Span};

/// A place where reading could not go on.
#[derive(Debug)]
pub(super) struct Fault {
    /// What is wrong.
    pub(super) wrong: Wrong,
    /// The byte of the file where it was noticed.
    pub(super) at: usize,
}

/// What is wrong at a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// A colon in a value, or a key deeper than it should be.
    Colon,
    /// A line that is not `key: value`.
    NotAKey,
    /// A tab that indents.
    Tab,
    /// A quote that does not end.
    OpenQuote,
    /// Text after a closing quote.
    AfterQuote,
    /// A backslash in double quotes that means nothing.
    Escape,
    /// A bracket that does not end, or ends with another.
    OpenBracket,
    /// A closing bracket without an opening one.
    StrayBracket,
    /// Something between brackets that cannot stand there.
    InBrackets,
    /// A character that cannot begin a value, or stand in text at all.
    Character(char),
    /// A hyphen that begins a list where none can be.
    Hyphen,
    /// Text on the line of `|` or `>`.
    BlockMark,
    /// `---` with text behind it.
    SecondDocument,
    /// Too many levels.
    TooDeep,
    /// Too many values.
    TooMany,
    /// Too many keys side by side.
    TooManyKeys,
    /// A key as long as a text.
    LongKey,
    /// Anything else.
    Other,
}

impl Wrong {
    /// Whether the rest of the front matter is not read.
    pub(super) const fn ends_reading(self) -> bool {
        matches!(self, Self::TooDeep | Self::TooMany | Self::TooManyKeys | Self::LongKey | Self::SecondDocument)
    }
}

struct Words<'a> {
    file: FileId,
    text: &'a str,
    at: usize,
    place: &'a Surroundings,
}

/// Says what is wrong at `fault`, where, and what to do.
pub(super) fn explain(file: FileId, text: &str, fault: &Fault, place: &Surroundings) -> Diagnostic {
    let words = Words { file, text, at: fault.at, place };
    match fault.wrong {
        Wrong::Tab => words.tab(),
        Wrong::OpenQuote => words.open_quote(fault.at),
        Wrong::AfterQuote => words.after_quote(),
        Wrong::Escape => words.escape(),
        Wrong::Character(letter) => words.character(letter),
        Wrong::BlockMark => words.at_fault(
            1,
            "text stands on the line of `|` or `>`, which begin a text of several lines",
            "put the value in quotes, or begin the text on the next line, indented",
        ),
        Wrong::SecondDocument => words.at_fault(
            3,
            "`---` ends front matter only on a line of its own",
            "delete what follows it, or indent the line",
        ),
        Wrong::TooDeep => {
            words.limit("lists and groups of keys stand in one another too often", "use at most 32 levels")
        }
        Wrong::TooMany => words.limit("the front matter has more than 50000 values", "split the file"),
        Wrong::TooManyKeys => words.limit("more than 1000 keys stand side by side", "split the file, or use a list"),
        Wrong::LongKey => words.long_key(),
        Wrong::OpenBracket => words.open_bracket(place.bracket.unwrap_or(fault.at)),
        // A list that is not closed swallows the lines below it, and the fault is noticed there.
        _ => match place.bracket {
            Some(bracket) if words.line_of(bracket) != words.line_of(fault.at) => words.open_bracket(bracket),
            Some(_) => words.in_brackets(),
            None if fault.wrong == Wrong::Colon => words.colon(),
            None if fault.wrong == Wrong::Hyphen => words.hyphen(),
            None if fault.wrong == Wrong::StrayBracket => {
                let help = words.quote_help("delete it, or put the value in quotes");
                words.at_fault(1, "a bracket is closed here that was not opened", &help)
            }
            None => words.not_a_key(),
        },
    }
}

impl Words<'_> {
    fn error(&self, start: usize, length: usize, message: &str, help: &str) -> Diagnostic {
        let line = self.line_end(start);
        let mut end = (start + length).min(line.max(start));
        while !self.text.is_char_boundary(end) && end < self.text.len() {
            end += 1;
        }
        Diagnostic::new(Code::InvalidYaml, Span::new(self.file, start..end), message).help(help)
    }

    fn at_fault(&self, length: usize, message: &str, help: &str) -> Diagnostic {
        self.error(self.at, length, message, help)
    }

    fn limit(&self, message: &str, help: &str) -> Diagnostic {
        Diagnostic::new(Code::LimitExceeded, Span::new(self.file, self.at..self.at), message).help(help)
    }

    fn tab(&self) -> Diagnostic {
        let from = self.line_start(self.at);
        let rest = self.text.get(from..).unwrap_or_default();
        let tab = lines(rest).find_map(|line| {
            let words = rest.get(line.clone())?;
            let blank = words.len() - words.trim_start_matches([' ', '\t']).len();
            Some(from + line.start + words.get(..blank)?.find('\t')?)
        });
        self.error(tab.unwrap_or(self.at), 1, "a tab cannot indent here", "use spaces")
    }

    fn open_quote(&self, quote: usize) -> Diagnostic {
        let mark = self.text.get(quote..).and_then(|rest| rest.chars().next()).unwrap_or('"');
        let help = format!("close it with `{mark}` at the end of the text");
        self.error(quote, 1, "the quote that opens here does not end on its line", &help)
    }

    fn after_quote(&self) -> Diagnostic {
        let quote = self.value_start().filter(|start| self.line_of(*start) != self.line_of(self.at));
        if let Some(quote) =
            quote.filter(|quote| self.text.get(*quote..).is_some_and(|rest| rest.starts_with(['"', '\''])))
        {
            return self.open_quote(quote);
        }
        let help = match self.whole_value() {
            Some(value) => format!("put the whole value in one pair of quotes: {}", quoted(unquoted(value))),
            None => "put the whole value in one pair of quotes".into(),
        };
        let length = self.line_end(self.at) - self.at;
        self.at_fault(length, "this text stands behind the closing quote", &help)
    }

    fn escape(&self) -> Diagnostic {
        let rest = self.text.get(self.at..self.line_end(self.at)).unwrap_or_default();
        let slash = rest.find('\\').unwrap_or(0);
        self.error(
            self.at + slash,
            2,
            "a backslash in double quotes has a meaning of its own, and not this one",
            "use single quotes around the text, or write `\\\\` for one backslash",
        )
    }

    fn character(&self, letter: char) -> Diagnostic {
        if first_invisible(letter.encode_utf8(&mut [0; 4])).is_some() {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let at = self.at + rest.find(letter).unwrap_or(0);
            let message = format!("a character that cannot be seen stands here: {}", named(letter));
            let mut wrong = self.error(at, letter.len_utf8(), &message, "delete it and type the word again");
            wrong.code = Code::InvisibleCharacter;
            return wrong;
        }
        let mark = if letter == '`' { "a backtick".to_owned() } else { format!("`{letter}`") };
        let message = format!("{mark} cannot begin a key or a value");
        self.at_fault(letter.len_utf8(), &message, &self.quote_help("put the value in quotes"))
    }

    fn open_bracket(&self, bracket: usize) -> Diagnostic {
        let line = self.text.get(bracket..self.line_end(bracket)).unwrap_or_default();
        let (open, close) = if line.starts_with('{') { ('{', '}') } else { ('[', ']') };
        let help = if line.contains(" #") {
            format!("what follows ` #` is a comment: put the text in quotes, and close with `{close}`")
        } else if line.starts_with("[[") {
            "write links in quotes: \"[[name]]\"".into()
        } else {
            format!("close it with `{close}`")
        };
        self.error(bracket, 1, &format!("the `{open}` that opens here is not closed with `{close}`"), &help)
    }

    fn in_brackets(&self) -> Diagnostic {
        self.at_fault(
            1,
            "this cannot stand between brackets",
            "put each text of the list in quotes, with commas between them: [\"one\", \"two\"]",
        )
    }

    fn long_key(&self) -> Diagnostic {
        self.limit("a key is longer than 200 characters", "write a short key, a colon, and then the text")
    }

    fn colon(&self) -> Diagnostic {
        let start = self.line_start(self.at);
        let line = self.text.get(start..self.at).unwrap_or_default();
        if line.len() > LONGEST_KEY && !line.contains(": ") {
            return Words { at: start, ..*self }.long_key();
        }
        let goes_on = self.place.last_value.is_some_and(|value| self.line_of(value) != self.line_of(self.at));
        if goes_on && line.starts_with(' ') && !line.contains(": ") {
            return self.error(
                self.line_start(self.at) + (line.len() - line.trim_start().len()),
                line.trim().len(),
                "this line is indented, so it belongs to the value above",
                "delete the spaces before it; if it is part of the value above, put that whole value in quotes",
            );
        }
        self.at_fault(1, "a second colon stands in this value", &self.quote_help("put the value in quotes"))
    }

    fn hyphen(&self) -> Diagnostic {
        self.at_fault(
            1,
            "a list cannot begin on the line of its key",
            &self.quote_help("begin each line of the list with `-` below the key; if it is text, put it in quotes"),
        )
    }

    fn not_a_key(&self) -> Diagnostic {
        let start = self.line_start(self.at);
        let line = self.text.get(start..self.line_end(start)).unwrap_or_default();
        let words = line.trim();
        let first = start + (line.len() - line.trim_start().len());
        if self.at > first
            && let Some(value) = self.whole_value()
        {
            return self.after_value(value);
        }
        let key = words.split_once(':').filter(|(key, value)| !key.contains(char::is_whitespace) && !value.is_empty());
        match key {
            Some((key, value)) if !value.starts_with([' ', '/']) && !key.is_empty() => self.error(
                first + key.len(),
                1,
                "a space is missing after the colon",
                &format!("write `{key}: {value}`"),
            ),
            _ if line.starts_with([' ', '-']) => self.error(
                first,
                words.len(),
                "this line does not stand below the lines to which it seems to belong",
                "give all lines of one list or text the same number of spaces, and begin every key at the start of its line",
            ),
            Some(_) => self.error(first, words.len(), "the lines above are indented, and this one is not", "begin every key at the start of its line"),
            None => self.error(
                first,
                words.len(),
                "this line is not `key: value`",
                "write a key, a colon, a space and the value; the text of the page stands below the closing `---`",
            ),
        }
    }

    fn after_value(&self, value: &str) -> Diagnostic {
        let length = self.line_end(self.at) - self.at;
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.starts_with(value) {
            return self.character(value.chars().next().unwrap_or('?'));
        }
        if value.starts_with("[[") {
            let links: Vec<_> =
                value.split("[[").filter_map(|rest| Some(format!("\"[[{}]]\"", rest.split_once("]]")?.0))).collect();
            let help = format!("write links in quotes, and several of them as a list: [{}]", links.join(", "));
            return self.at_fault(length, "this text stands behind a link without quotes", &help);
        }
        self.at_fault(
            length,
            "this text stands behind a value that has ended",
            &format!("put the whole value in quotes: {}", quoted(value)),
        )
    }

    fn quote_help(&self, instruction: &str) -> String {
        match self.whole_value() {
            Some(value) => format!("{instruction}: {}", quoted(value)),
            None => instruction.into(),
        }
    }

    /// Where the value begins whose key was read last.
    fn value_start(&self) -> Option<usize> {
        let end = self.place.key_end?;
        let rest = self.text.get(end..)?;
        let value = rest.trim_start_matches(['"', '\'']).strip_prefix(':')?;
        Some(end + (rest.len() - value.len()) + (value.len() - value.trim_start_matches([' ', '\t']).len()))
    }

    /// The text after the first `: ` or `- ` of the line of the fault, where it is short enough to be shown.
    fn whole_value(&self) -> Option<&str> {
        let line = self.text.get(self.line_start(self.at)..self.line_end(self.at))?.trim();
        let item = line.trim_start_matches("- ").trim_start();
        let value = match item.split_once(": ") {
            Some((key, value)) if !key.contains([' ', '"', '\'', '[', '{']) => value.trim(),
            _ if item.len() < line.len() => item,
            _ => return None,
        };
        (!value.is_empty() && value.chars().count() <= 120 && first_invisible(value).is_none()).then_some(value)
    }

    fn line_of(&self, at: usize) -> usize {
        self.line_start(at)
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind(['\n', '\r'])).map_or(0, |end| end + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.find(['\n', '\r']).unwrap_or(rest.len())
    }
}

/// `value` in the quotes that need the fewest changes.
fn quoted(value: &str) -> String {
    match (value.contains(['"', '\\']), value.contains('\'')) {
        (false, _) => format!("\"{value}\""),
        (true, false) => format!("'{value}'"),
        (true, true) => format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// `'Balı'nın evi'` without the quotes around it; `"Emir" dedi` as it is.
fn unquoted(value: &str) -> &str {
    ['"', '\''].into_iter().find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark)).unwrap_or(value)
}
