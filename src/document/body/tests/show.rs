//! A body as text that people can compare.

use super::super::{Body, BodySettings, Chunk, Fragment, Label, read};
use crate::document::citation::{Citation, CitedSource};
use crate::document::mention::{Mention, MentionId, MentionTable, Part, Place};
use crate::document::plain::Plain;
use crate::document::statement::{Speaker, Statement};
use crate::foundation::diagnostic::Diagnostic;
use crate::foundation::html::escape;
use crate::foundation::language::Language;
use crate::foundation::span::{FileId, LineIndex};

/// A body with all that was found on the way.
pub struct Shown {
    pub text: String,
    pub body: Body,
    pub mentions: Vec<Mention>,
    pub problems: Vec<Diagnostic>,
}

/// Reads `text` as an English hearing.
pub fn shown(text: &str) -> Shown {
    shown_in(text, "en")
}

/// Reads `text` as a hearing in `language`.
pub fn shown_in(text: &str, language: &str) -> Shown {
    let settings = BodySettings { language: Language::parse(language).unwrap(), folder: "hearings".into() };
    let mut mentions = MentionTable::default();
    let checked = read(FileId::of_path("content/hearings/1.md"), text, 0, &settings, &mut mentions);
    Shown {
        text: text.into(),
        body: checked.value,
        mentions: mentions.as_slice().to_vec(),
        problems: checked.diagnostics,
    }
}

impl Shown {
    pub fn html(&self) -> String {
        fragment(&self.body.content.open())
    }

    pub fn problems(&self) -> String {
        let index = LineIndex::new(&self.text);
        let mut all = String::new();
        for problem in &self.problems {
            let place = index.place(&self.text, problem.span.start as usize);
            let words = self.text.get(problem.span.range()).expect("spans are parts of the text");
            let words: String = words.chars().take(30).collect();
            all += &format!(
                "{}:{}: {}[{}]: {} at {words:?}\n",
                place.line,
                place.column,
                problem.severity().name(),
                problem.code.name(),
                problem.message
            );
        }
        all
    }

    pub fn mentions(&self) -> String {
        let one = |(index, mention): (usize, &Mention)| {
            let kind = mention.target.kind.map_or(String::new(), |kind| format!("{kind}:"));
            let part = match mention.target.part.as_deref() {
                Some(Part::Heading(text)) => format!("#{text}"),
                Some(Part::Block(id)) => format!("#^{id}"),
                None => String::new(),
            };
            let label = mention.label.as_ref().map_or(String::new(), |label| format!(" labelled {label:?}"));
            let place = match mention.place {
                Place::Text { sentence } => format!("sentence {sentence}"),
                Place::Embed => "embed".into(),
                Place::Citation { sentence: Some(sentence) } => format!("citation of sentence {sentence}"),
                Place::Citation { sentence: None } => "citation of no sentence".into(),
                Place::Statement { statement, role } => format!("statement {statement} {role:?}"),
                Place::Field(_) => unreachable!(),
            };
            let words = &self.text[mention.span.range()];
            format!("mention {index}: {kind}{}{part}{label} in {place} at {words:?}\n", mention.target.name)
        };
        self.mentions.iter().enumerate().map(one).collect()
    }

    pub fn citations(&self) -> String {
        let source =
            |source: &CitedSource| format!(" {} {}", source.mention.index(), source.locator.as_deref().unwrap_or("-"));
        let one = |(index, citation): (usize, &Citation)| {
            format!("citation {index}:{}\n", citation.sources.iter().map(source).collect::<String>())
        };
        self.body.citations.iter().enumerate().map(one).collect()
    }

    pub fn files(&self) -> String {
        let one = |(index, file): (usize, &super::super::FileUse)| {
            format!("file {index}: {} at {:?}\n", file.name, &self.text[file.span.range()])
        };
        self.body.files.iter().enumerate().map(one).collect()
    }

    pub fn parts(&self) -> String {
        let mut all = format!("words {}, lead: {}\n", self.body.words, plain(&self.body.lead));
        for heading in &self.body.headings {
            let section = if heading.is_section { " section" } else { "" };
            all += &format!("h{}{section}: {}\n", heading.level, plain(&heading.text));
        }
        for (index, sentence) in self.body.sentences.iter().enumerate() {
            all += &format!("sentence {index}: {}\n", plain(&sentence));
        }
        for block in &self.body.blocks {
            all += &format!("block {} at {:?}\n", block.value, &self.text[block.span.range()]);
        }
        all
    }

    pub fn statements(&self) -> String {
        let mut all: String =
            self.body.statements.iter().enumerate().map(|(index, one)| self.statement(index, one)).collect();
        for id in &self.body.broken_blocks {
            all += &format!("broken: {id}\n");
        }
        all
    }

    fn statement(&self, index: usize, statement: &Statement) -> String {
        let ids = |ids: &[MentionId]| ids.iter().map(|id| format!("{{{}}}", id.index())).collect::<Vec<_>>().join(" ");
        let speaker = match statement.speaker {
            Speaker::Mention(id) => ids(&[id]),
            Speaker::Unattributed => "unattributed".into(),
        };
        let mut all = format!(
            "statement {index}: ^{} {} by {speaker} is {}",
            statement.id.value,
            statement.form.value.name(),
            statement.status.value.name()
        );
        for (word, list) in [("about", &statement.about), ("via", &statement.via)] {
            if !list.is_empty() {
                all += &format!(", {word} {}", ids(list));
            }
        }
        if let Some(date) = &statement.date {
            all += &format!(", date {}", date.value);
        }
        for (relation, id) in &statement.relations {
            all += &format!(", {} {}", relation.name(), ids(&[*id]));
        }
        let last_line = self.text[statement.span.range()].trim_end().rsplit(['\n', '\r']).next().unwrap();
        all += &format!(
            "\n  ends with {last_line:?}\n  summary: {}\n  words: {}\n",
            plain(statement.summary.unshown()),
            fragment(statement.words.unshown()).trim_end().replace('\n', "\n         ")
        );
        for quote in &statement.quotes {
            all += &format!("  quote: {:?}\n", quote.value.unshown());
        }
        if let Some(language) = &statement.quote_language {
            let translation =
                statement.translation.as_ref().map(|translation| (translation.text.unshown(), &translation.by));
            all += &format!("  quotes in {language}, translated {translation:?}\n");
        }
        all
    }

    pub fn debug(&self) -> String {
        format!("{:?} {:?}", self.body, self.mentions)
    }
}

/// HTML with its holes in braces.
pub fn fragment(fragment: &Fragment) -> String {
    let chunk = |chunk: &Chunk| match chunk {
        Chunk::Html(html) => html.to_string(),
        Chunk::Link { mention, label: None } => format!("{{link {}}}", mention.index()),
        Chunk::Link { mention, label: Some(label) } => format!("{{link {} {label:?}}}", mention.index()),
        Chunk::Citation(index) => format!("{{citation {index}}}"),
        Chunk::Embed(mention) => format!("{{embed {}}}", mention.index()),
        Chunk::FileAddress(index) => format!("{{file {index}}}"),
        Chunk::Picture(picture) => {
            let super::super::Picture { file, alt, width } = &**picture;
            let width = width.map_or_else(String::new, |width| format!(" width=\"{width}\""));
            format!("<img src=\"{{file {file}}}\" alt=\"{}\" loading=\"lazy\"{width}>", escape(alt))
        }
        Chunk::Label(Label::Callout(class)) => format!("{{title of {class}}}"),
        Chunk::HeadingStart(index) => format!("{{heading {index}}}"),
        Chunk::HeadingEnd(_) => "{end}".into(),
        Chunk::Statement(index) => format!("{{statement {index}}}"),
        Chunk::Anchor(id) => format!("{{anchor {id}}}"),
        Chunk::FootnoteMark { number, time } => format!("{{note {number}, {time}}}"),
        Chunk::FootnotesStart => "{notes}".into(),
        Chunk::Label(Label::Table) => "Table".into(),
        Chunk::Break | Chunk::HolderStart(_) | Chunk::HolderEnd | Chunk::NoteEnd => String::new(),
        Chunk::NoteStart(number) => format!("<li id=\"fn-{number}\">"),
        Chunk::NoteBack { number, time } => {
            let (mark, again) =
                if *time > 1 { (format!("-{time}"), format!(" ({time})")) } else { (String::new(), String::new()) };
            format!(
                " <a href=\"#fnref-{number}{mark}\" class=\"footnote-back\" aria-label=\"Back to text, note {number}{again}\">↩\u{fe0e}</a>"
            )
        }
        Chunk::FootnotesEnd => "{end of notes}\n".into(),
    };
    fragment.0.iter().map(chunk).collect()
}

/// Plain text with its mentions in braces.
pub fn plain(plain: &Plain) -> String {
    plain.show(|id| format!("{{{}}}", id.index()))
}
