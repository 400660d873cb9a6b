//! The names that stand in a page without a link. Knows what may be linked and what is only told: nobody is linked by a guess.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::lexicon::{Found, Lexicon};
use super::link::Linker;
use super::words::{Case, Gap, Word, words};
use super::{Link, Suggestion};
use crate::document::body::prose::{Prose, prose};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Span;
use crate::graph::entity::{Entity, EntityId};
use crate::source::tree::SourcePath;

/// The most people whose names are listed.
const MOST_LISTED: usize = 5;

/// A page that is looked through.
pub(super) struct Page<'a> {
    pub(super) entity: &'a Entity,
    /// Where its text stands; the path of a document is that of its main file.
    pub(super) path: &'a SourcePath,
    pub(super) text: &'a Arc<str>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) linker: &'a Linker<'a>,
}

impl Page<'_> {
    /// What is to be told of the page.
    pub(super) fn suggestions(&self) -> Vec<Suggestion> {
        let mut found = Vec::new();
        let mut surnames = BTreeMap::new();
        for block in prose(self.text) {
            self.block(&block, &mut found, &mut surnames);
        }
        found.extend(surnames.into_values().map(|surname: Surname| surname.suggestion(self.linker)));
        found
    }

    fn block(&self, block: &Prose, found: &mut Vec<Suggestion>, surnames: &mut BTreeMap<Vec<EntityId>, Surname>) {
        let all = words(&block.text);
        let mut at = 0;
        while let Some(word) = all.get(at) {
            if word.case == Case::Small {
                at += 1;
                continue;
            }
            if let Some(name) = self.name(block, &all, at) {
                found.extend(self.told(block, &all, at, &name));
                at = name.last + 1;
                continue;
            }
            if let Some((range, people)) = self.lone_surname(block, &all, at) {
                let span = Span::new(self.entity.document.file, block.in_file(range.clone()));
                let written = block.text.get(range).unwrap_or_default().to_owned();
                let first = Surname { span, written, people: people.clone(), count: 0 };
                surnames.entry(people).or_insert(first).count += 1;
            }
            at += 1;
        }
    }

    fn name(&self, block: &Prose, all: &[Word], at: usize) -> Option<Found> {
        let exact = self.lexicon.longest(&block.text, all, at).filter(|name| !is_hyphenated(all, at, name.last));
        exact.or_else(|| {
            let is_capital = all.get(at).is_some_and(|word| word.case == Case::Capital);
            is_capital.then(|| self.lexicon.almost(&block.text, all, at)).flatten()
        })
    }

    fn told(&self, block: &Prose, all: &[Word], at: usize, name: &Found) -> Option<Suggestion> {
        let own = self.entity.id;
        let range = all.get(at)?.range.start..name.end;
        let written = block.text.get(range.clone())?.split_whitespace().collect::<Vec<_>>().join(" ");
        let span = Span::new(self.entity.document.file, block.in_file(range.clone()));
        if !name.is_exact {
            return Some(self.misspelt(span, &written, name));
        }
        match name.entities.as_slice() {
            many if many.contains(&own) => None,
            [one] => {
                let doubt = doubt(&block.text, all, at, name);
                Some(self.unlinked(block, range, span, written, *one, doubt))
            }
            many => Some(self.shared(span, &written, many)),
        }
    }

    fn unlinked(
        &self,
        block: &Prose,
        range: Range<usize>,
        span: Span,
        written: String,
        one: EntityId,
        doubt: Option<&str>,
    ) -> Suggestion {
        let link = self.linker.write(self.entity, self.text, block, range, one);
        let message = format!("`{written}` is named here without a link");
        let help = match &link {
            Some((_, new)) => match new.rsplit_once("](") {
                // Other links cannot go over the end of a line, and the line is not to become another one.
                Some((_, address)) => {
                    format!("put it into brackets, and behind them `({address}`: the name goes over the end of a line")
                }
                None => format!("write `{new}`"),
            },
            None => {
                format!("link it by hand, to `[[{}]]`: the signs around it stand in the way", self.linker.name(one))
            }
        };
        let help = doubt.map_or(help.clone(), |doubt| format!("{help}; {doubt}"));
        let diagnostic = Diagnostic::new(Code::UnlinkedMention, span, message).help(help);
        let link = link.map(|(range, new)| Link {
            path: self.path.clone(),
            range,
            new,
            entity: one,
            written,
            is_sure: doubt.is_none(),
        });
        Suggestion { diagnostic, link }
    }

    fn shared(&self, span: Span, written: &str, many: &[EntityId]) -> Suggestion {
        let choices: Vec<String> =
            many.iter().map(|one| format!("[[{}|{written}]]", self.linker.unambiguous(*one))).collect();
        let message = format!("`{written}` can mean {} things", many.len());
        let help = format!("say which one: {}", choices.join(" or "));
        told(self.linker.labelled(Diagnostic::new(Code::SharedName, span, message).help(help), many))
    }

    fn misspelt(&self, span: Span, written: &str, name: &Found) -> Suggestion {
        let names = self.linker.listed(&name.entities, MOST_LISTED);
        let links: Vec<String> =
            name.entities.iter().take(MOST_LISTED).map(|one| format!("`[[{}]]`", self.linker.name(*one))).collect();
        let message = format!("`{written}` is spelt almost like {names}");
        let help = if name.entities.contains(&self.entity.id) {
            "if it is meant, correct it; a spelling that is in use belongs into `aliases`".to_owned()
        } else {
            format!("if it is meant, write {}; a spelling that is in use belongs into `aliases`", links.join(" or "))
        };
        told(Diagnostic::new(Code::MisspeltName, span, message).help(help))
    }

    /// A surname that stands alone and that several people have.
    fn lone_surname(&self, block: &Prose, all: &[Word], at: usize) -> Option<(Range<usize>, Vec<EntityId>)> {
        let (range, people) = self.lexicon.surname(&block.text, all.get(at)?)?;
        let alone = Found { last: at, end: range.end, entities: Vec::new(), is_exact: true };
        let is_alone = !is_hyphenated(all, at, at) && !has_neighbour(&block.text, all, at, &alone);
        (is_alone && !people.contains(&self.entity.id)).then_some((range, people))
    }
}

/// A surname alone on a page.
struct Surname {
    span: Span,
    written: String,
    people: Vec<EntityId>,
    count: usize,
}

impl Surname {
    fn suggestion(self, linker: &Linker<'_>) -> Suggestion {
        let times = if self.count == 1 { String::new() } else { format!(", {} times on this page", self.count) };
        let message =
            format!("`{}` stands here alone{times}, and {} people have that name", self.written, self.people.len());
        let help = format!(
            "write the full name where it is not clear who is meant: {}; nobody is linked by a surname",
            linker.listed(&self.people, MOST_LISTED)
        );
        told(Diagnostic::new(Code::AmbiguousSurname, self.span, message).help(help))
    }
}

fn told(diagnostic: Diagnostic) -> Suggestion {
    Suggestion { diagnostic, link: None }
}

/// Why somebody else may be meant.
fn doubt(text: &str, all: &[Word], at: usize, name: &Found) -> Option<&'static str> {
    if at == name.last {
        return Some("one word alone can mean something else, so look first");
    }
    has_neighbour(text, all, at, name).then_some("a word beside it may belong to the name, so look first")
}

/// Whether a word with a capital stands right beside the name, so that it may be part of a longer one.
fn has_neighbour(text: &str, all: &[Word], at: usize, name: &Found) -> bool {
    let is_initial = |word: &Word| text.get(word.range.clone()).is_some_and(|word| word.chars().count() == 1);
    let before = at.checked_sub(1).and_then(|before| all.get(before)).zip(all.get(at)).is_some_and(|(before, own)| {
        before.case == Case::Capital
            && (own.gap == Gap::Space || (matches!(own.gap, Gap::DotSpace | Gap::Dot) && is_initial(before)))
    });
    let has_ending = all.get(name.last).is_some_and(|last| last.range.end > name.end);
    let after = all.get(name.last + 1).is_some_and(|after| after.case == Case::Capital && after.gap == Gap::Space);
    before || (after && !has_ending)
}

/// Whether a hyphen joins the name to another word: then it is another name.
fn is_hyphenated(all: &[Word], at: usize, last: usize) -> bool {
    let is_hyphen = |index: usize| all.get(index).is_some_and(|word| word.gap == Gap::Hyphen);
    is_hyphen(at) || is_hyphen(last + 1)
}
