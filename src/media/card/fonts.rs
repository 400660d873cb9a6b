//! The letters of cards: subsets of Noto that come with the program. Knows which letters there are; `fonts/make` makes the files.

use rustybuzz::Face;

const TITLE: &[u8] = include_bytes!("fonts/title.ttf");
const TEXT: &[u8] = include_bytes!("fonts/text.ttf");
const ARABIC: &[u8] = include_bytes!("fonts/arabic.ttf");

/// In which letters a line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// The title.
    Title,
    /// All else.
    Text,
}

/// One of the fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Font {
    Title,
    Text,
    Arabic,
}

/// All fonts.
pub(super) struct Fonts {
    title: Face<'static>,
    text: Face<'static>,
    arabic: Face<'static>,
}

impl Fonts {
    pub fn new() -> Option<Self> {
        let face = |bytes| Face::from_slice(bytes, 0);
        Some(Self { title: face(TITLE)?, text: face(TEXT)?, arabic: face(ARABIC)? })
    }

    pub const fn face(&self, font: Font) -> &Face<'static> {
        match font {
            Font::Title => &self.title,
            Font::Text => &self.text,
            Font::Arabic => &self.arabic,
        }
    }

    /// The font for `letter` in a line of `style` after a letter in `last`; nothing where no font has it. Signs and figures go with
    /// the letters before them.
    pub fn font(&self, letter: char, style: Style, last: Option<Font>) -> Option<Font> {
        let has = |font: Font| self.face(font).glyph_index(letter).is_some();
        if let Some(last) = last.filter(|_| is_joiner(letter)) {
            return Some(last);
        }
        let own = match style {
            Style::Title => Font::Title,
            Style::Text => Font::Text,
        };
        let goes_along = last.filter(|_| !letter.is_alphabetic());
        goes_along.into_iter().chain([own, Font::Arabic]).find(|font| has(*font))
    }
}

/// Letters that are not seen and only say how others join or run.
const fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}'..='\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}')
}
