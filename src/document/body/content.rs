//! The text of a body as it waits for its page: packed, as the texts of a large site do not fit into memory all at once. Knows nothing
//! of what stands in it.

use std::fmt;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{CALLOUTS, Chunk, Fragment, Label};

/// A packed text. Equal texts are packed to equal bytes.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Content(Arc<[u8]>);

impl Content {
    /// Packs `text`.
    #[must_use]
    pub fn of(text: &Fragment) -> Self {
        if text.0.is_empty() {
            return Self::default();
        }
        let written = rmp_serde::to_vec(&*text.0).unwrap_or_else(|error| never(&error));
        Self(lz4_flex::block::compress_prepend_size(&written).into())
    }

    /// The text, unpacked anew each time: who reads it twice should keep it meanwhile.
    #[must_use]
    pub fn open(&self) -> Fragment {
        if self.0.is_empty() {
            return Fragment::default();
        }
        let written = lz4_flex::block::decompress_size_prepended(&self.0).unwrap_or_else(|error| never(&error));
        let chunks: Vec<Chunk> = rmp_serde::from_slice(&written).unwrap_or_else(|error| never(&error));
        Fragment(chunks.into())
    }
}

/// What was packed here can be unpacked. If it cannot, the memory is broken, and no page may be made without its text.
fn never(error: &dyn fmt::Display) -> ! {
    panic!("a text in memory cannot be read: {error}")
}

/// Packed as the number of its callout, 0 for a table: serde cannot give back words that are part of the program.
impl Serialize for Label {
    fn serialize<S: Serializer>(&self, packer: S) -> Result<S::Ok, S::Error> {
        let number = match self {
            Self::Table => 0,
            Self::Callout(class) => CALLOUTS.iter().position(|known| known == class).map_or(usize::MAX, |at| at + 1),
        };
        number.serialize(packer)
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(packed: D) -> Result<Self, D::Error> {
        match usize::deserialize(packed)?.checked_sub(1) {
            None => Ok(Self::Table),
            Some(at) => {
                CALLOUTS.get(at).map(|class| Self::Callout(class)).ok_or_else(|| D::Error::custom("no callout"))
            }
        }
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.open().fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Holder, Picture};
    use super::*;
    use crate::document::mention::MentionId;

    #[test]
    fn every_chunk_comes_back_as_it_was() {
        let mention = MentionId::at(7);
        let picture = Picture { file: 1, alt: "x".into(), width: Some(9) };
        let holders = [
            Holder::Numbered(u64::MAX),
            Holder::Bullets,
            Holder::Item,
            Holder::Definitions,
            Holder::Table,
            Holder::Quote,
            Holder::Callout,
            Holder::Folding,
        ];
        let chunks = [
            Chunk::Html("<p>Şırnak</p>".into()),
            Chunk::Link { mention, label: Some("<b>".into()) },
            Chunk::Link { mention: MentionId::at(0), label: None },
            Chunk::Citation(3),
            Chunk::Embed(mention),
            Chunk::FileAddress(2),
            Chunk::Picture(Box::new(picture)),
            Chunk::HeadingStart(0),
            Chunk::HeadingEnd(u32::MAX),
            Chunk::Statement(5),
            Chunk::Anchor("b-a".into()),
            Chunk::FootnoteMark { number: 1, time: 300 },
            Chunk::Break,
            Chunk::HolderEnd,
            Chunk::FootnotesStart,
            Chunk::NoteStart(4),
            Chunk::NoteBack { number: 4, time: 2 },
            Chunk::NoteEnd,
            Chunk::FootnotesEnd,
            Chunk::Label(Label::Table),
        ];
        let labels = CALLOUTS.iter().map(|class| Chunk::Label(Label::Callout(class)));
        let text = Fragment(chunks.into_iter().chain(labels).chain(holders.map(Chunk::HolderStart)).collect());
        assert_eq!(Content::of(&text).open(), text);
        assert_eq!(Content::of(&Fragment::default()).open(), Fragment::default());
    }

    #[test]
    fn a_text_is_kept_in_less_than_it_is() {
        let html = "<p>A sentence on what was said on the bridge in May, and by whom.</p>\n";
        let text = Fragment((0..40).map(|_| Chunk::Html(html.into())).collect());
        assert!(Content::of(&text).0.len() * 20 < html.len() * 40);
        assert_eq!(Content::of(&text), Content::of(&Content::of(&text).open()));
    }
}
