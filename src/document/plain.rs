//! Text with mentions in it and without markup: sentences, headings, first paragraphs. Knows no HTML; a mention is shown when it is known who may be named.

use super::mention::MentionId;

/// A piece of plain text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Words as written.
    Text(String),
    /// A mention, to be shown by its label or its target's title.
    Mention(MentionId),
}

/// Plain text in pieces.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Plain(pub Vec<Piece>);

impl Plain {
    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|piece| matches!(piece, Piece::Text(text) if text.trim().is_empty()))
    }

    /// Adds words.
    pub fn push_text(&mut self, text: &str) {
        if let Some(Piece::Text(last)) = self.0.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            self.0.push(Piece::Text(text.to_owned()));
        }
    }

    /// Adds a mention.
    pub fn push_mention(&mut self, mention: MentionId) {
        self.0.push(Piece::Mention(mention));
    }

    /// Gives back the room that was taken for more.
    pub fn shrink(&mut self) {
        self.0.shrink_to_fit();
        for piece in &mut self.0 {
            if let Piece::Text(text) = piece {
                text.shrink_to_fit();
            }
        }
    }

    /// The whole as one string, each mention written as `show` says.
    pub fn show(&self, mut show: impl FnMut(MentionId) -> String) -> String {
        self.0.iter().fold(String::new(), |mut text, piece| {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Mention(mention) => text.push_str(&show(*mention)),
            }
            text
        })
    }
}

/// Many pieces of plain text, in little room.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Sentences {
    /// The words of all, one after the other.
    words: String,
    /// The mentions of all, each with the place in the words where it stands.
    mentions: Vec<(u32, MentionId)>,
    /// For each, where its words and its mentions end.
    ends: Vec<(u32, u32)>,
}

impl Sentences {
    /// Adds one, and gives its index.
    pub fn push(&mut self, sentence: &Plain) -> u32 {
        for piece in &sentence.0 {
            match piece {
                Piece::Text(text) => self.words.push_str(text),
                Piece::Mention(mention) => self.mentions.push((short(self.words.len()), *mention)),
            }
        }
        self.ends.push((short(self.words.len()), short(self.mentions.len())));
        self.count() - 1
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        short(self.ends.len())
    }

    /// The one with this index.
    #[must_use]
    pub fn get(&self, index: u32) -> Option<Plain> {
        let index = index as usize;
        let (end, last) = *self.ends.get(index)?;
        let (start, first) = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let words = |from: u32, to: u32| self.words.get(from as usize..to as usize).unwrap_or_default();
        let mut plain = Plain::default();
        let mut at = start;
        for (place, mention) in self.mentions.get(first as usize..last as usize)? {
            plain.push_text(words(at, *place));
            plain.push_mention(*mention);
            at = *place;
        }
        plain.push_text(words(at, end));
        Some(plain)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Plain> {
        (0..self.count()).filter_map(|index| self.get(index))
    }

    /// Gives back the room that was taken for more.
    pub fn shrink(&mut self) {
        self.words.shrink_to_fit();
        self.mentions.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// A text has at most 4 MB.
fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sentence(pieces: &[Option<String>]) -> Plain {
        let mut plain = Plain::default();
        for (index, piece) in pieces.iter().enumerate() {
            match piece {
                Some(text) => plain.push_text(text),
                None => plain.push_mention(MentionId::at(index)),
            }
        }
        plain
    }

    proptest! {
        #[test]
        fn sentences_come_back_as_they_were(
            all in proptest::collection::vec(proptest::collection::vec(proptest::option::of("[aış ]{0,4}"), 0..6), 0..9),
        ) {
            let all: Vec<Plain> = all.iter().map(|pieces| sentence(pieces)).collect();
            let mut sentences = Sentences::default();
            let indexes: Vec<u32> = all.iter().map(|plain| sentences.push(plain)).collect();
            sentences.shrink();
            prop_assert_eq!(sentences.iter().collect::<Vec<_>>(), all.clone());
            for (index, plain) in indexes.iter().zip(&all) {
                prop_assert_eq!(sentences.get(*index), Some(plain.clone()));
            }
            prop_assert_eq!(sentences.get(sentences.count()), None);
        }
    }
}
