//! A card to its picture. Knows where everything stands on it; in languages that run from the right it is mirrored.

use std::fmt;

use super::canvas::{ACCENT, Canvas, MUTED, TEXT};
use super::fonts::{Fonts, Style};
use super::line::{Line, Setter, height};
use super::{Card, HEIGHT, WIDTH};

/// Left and right of the text.
const MARGIN: usize = 80;
/// How wide a line may be.
const TEXT_WIDTH: usize = WIDTH as usize - 2 * MARGIN;
/// On what date and site stand.
const FOOT: usize = HEIGHT as usize - 62;
/// Sizes of the title, largest first.
const TITLE_SIZES: [f32; 5] = [76.0, 66.0, 58.0, 50.0, 42.0];
/// What the title has room in.
const TITLE_HEIGHT: f32 = 300.0;
/// The size of what the page is, of the date and of the site.
const SIZE: f32 = 32.0;

/// Draws cards.
pub struct Artist(Fonts);

impl fmt::Debug for Artist {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Artist")
    }
}

impl Artist {
    /// One, with all letters that come with the program.
    #[must_use]
    pub fn new() -> Option<Self> {
        Fonts::new().map(Self)
    }

    /// Whether all letters of `card` can be drawn.
    #[must_use]
    pub fn can_draw(&self, card: &Card) -> bool {
        let setter = Setter { fonts: &self.0, language: &card.language };
        let texts = [&card.kind, &card.date, &card.site];
        setter.has_all(&card.title, Style::Title) && texts.into_iter().all(|text| setter.has_all(text, Style::Text))
    }

    /// The card as a PNG; the same bytes for the same card.
    #[must_use]
    pub fn draw(&self, card: &Card) -> Option<Vec<u8>> {
        let setter = Setter { fonts: &self.0, language: &card.language };
        #[allow(clippy::cast_precision_loss, reason = "within the picture")]
        let width = TEXT_WIDTH as f32;
        let mut sheet = Sheet { canvas: Canvas::new(), fonts: &self.0, is_rtl: card.language.direction() == "rtl" };
        sheet.canvas.bar((0, 0), (WIDTH as usize, 16), ACCENT);
        sheet.canvas.bar((MARGIN, FOOT - 60), (TEXT_WIDTH, 2), MUTED);
        sheet.start(&setter.within(&card.kind, Style::Text, SIZE, width), 112, ACCENT);
        let lines = setter.paragraph(&card.title, Style::Title, &TITLE_SIZES, (width, TITLE_HEIGHT));
        let mut top = 150.0;
        for line in &lines {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the picture")]
            sheet.start(line, (top + line.size) as usize, TEXT);
            top += height(line.size);
        }
        let date = setter.within(&card.date, Style::Text, SIZE, width / 2.0);
        let site = setter.within(&card.site, Style::Text, SIZE, width - date.width - SIZE);
        sheet.start(&site, FOOT, MUTED);
        sheet.end(&date, FOOT, MUTED);
        sheet.canvas.png()
    }
}

/// A canvas with two sides.
struct Sheet<'a> {
    canvas: Canvas,
    fonts: &'a Fonts,
    is_rtl: bool,
}

impl Sheet<'_> {
    /// `line` on the side where lines begin.
    fn start(&mut self, line: &Line, base: usize, ink: super::canvas::Ink) {
        self.at(line, base, ink, self.is_rtl);
    }

    /// `line` on the side where lines end.
    fn end(&mut self, line: &Line, base: usize, ink: super::canvas::Ink) {
        self.at(line, base, ink, !self.is_rtl);
    }

    fn at(&mut self, line: &Line, base: usize, ink: super::canvas::Ink, is_right: bool) {
        #[allow(clippy::cast_precision_loss, reason = "within the picture")]
        let left = if is_right { (MARGIN + TEXT_WIDTH) as f32 - line.width } else { MARGIN as f32 };
        self.canvas.line(line, self.fonts, left, base, ink);
    }
}
