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
