//! The parts of one document by what links call them: headings by their words, statements and blocks by their ids. Knows one
//! document; made once, so that a link costs a look-up however many parts there are.

use std::collections::HashMap;

use super::bind::PartId;
use crate::document::Document;
use crate::document::mention::Part;
use crate::document::plain::Plain;
use crate::foundation::fold::FoldKey;

/// What a link with a part means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// One part.
    Part(PartId),
    /// Several headings.
    Several,
    /// The part is there and has errors of its own.
    Broken,
    /// None.
    Nothing,
}

/// The parts of a document.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    headings: HashMap<FoldKey, Found>,
    blocks: HashMap<String, Found>,
}

impl Parts {
    /// The parts of `document`.
    pub(super) fn of(document: &Document) -> Self {
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let body = &document.body;
        let mut parts = Self::default();
        for (index, heading) in body.headings.iter().enumerate() {
            let part = Found::Part(PartId::Heading(number(index)));
            let key = FoldKey::of(&as_written(&heading.text, document));
            parts.headings.entry(key).and_modify(|found| *found = Found::Several).or_insert(part);
        }
        let statements = body.statements.iter().enumerate();
        let statements = statements.map(|(index, statement)| (&statement.id.value, PartId::Statement(number(index))));
        let blocks = body.blocks.iter().map(|block| (&block.value, PartId::Block(block.value.clone())));
        for (id, part) in statements.chain(blocks) {
            parts.blocks.entry(id.clone()).or_insert(Found::Part(part));
        }
        for id in &body.broken_blocks {
            parts.blocks.entry(id.clone()).or_insert(Found::Broken);
        }
        parts
    }

    /// What `part` means.
    pub(super) fn find(&self, part: &Part) -> Found {
        let found = match part {
            Part::Block(id) => self.blocks.get(id),
            Part::Heading(text) => self.headings.get(&FoldKey::of(text)),
        };
        found.cloned().unwrap_or(Found::Nothing)
    }
}

/// Plain text as its author sees it: mentions by label, else by the name in the brackets. For comparing, never for output.
pub(super) fn as_written(text: &Plain, document: &Document) -> String {
    text.show(|id| {
        document
            .mention(id)
            .map_or_else(String::new, |mention| mention.label.as_deref().unwrap_or(&mention.target.name).to_owned())
    })
}
