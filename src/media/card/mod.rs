//! Pictures of pages for previews elsewhere: a kind, a title, a date and the name of the site, in letters alone. Knows what stands
//! on one; only the feature `cards` can draw it.

#[cfg(feature = "cards")]
mod canvas;
#[cfg(feature = "cards")]
mod draw;
#[cfg(feature = "cards")]
mod fonts;
#[cfg(feature = "cards")]
mod line;
#[cfg(all(test, feature = "cards"))]
mod tests;

use crate::foundation::language::Language;

#[cfg(feature = "cards")]
pub use draw::Artist;

/// How wide a card is, in pixels.
pub const WIDTH: u32 = 1200;
/// How high a card is, in pixels.
pub const HEIGHT: u32 = 630;

/// What stands on a card; plain text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Card {
    /// What the page is: "Hearing".
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its date in words; may be empty.
    pub date: String,
    /// The name of the site.
    pub site: String,
    /// The language of the page, which decides how letters join and on which side lines begin.
    pub language: Language,
}

/// Nobody can draw without the feature `cards`.
#[cfg(not(feature = "cards"))]
#[derive(Debug)]
pub enum Artist {}

#[cfg(not(feature = "cards"))]
impl Artist {
    /// Nobody.
    #[must_use]
    pub const fn new() -> Option<Self> {
        None
    }

    /// Whether all letters of `card` can be drawn.
    #[must_use]
    pub const fn can_draw(&self, _card: &Card) -> bool {
        match *self {}
    }

    /// The card as a PNG.
    #[must_use]
    pub const fn draw(&self, _card: &Card) -> Option<Vec<u8>> {
        match *self {}
    }
}
