//! The picture while it is drawn: a point is a number of a palette of 16 colours, so that a card is small. Knows shades, not what
//! they show.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use super::fonts::Fonts;
use super::line::Line;
use super::{HEIGHT, WIDTH};

/// A colour and the numbers of its shades in the palette: the first, and how many there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    colour: [u8; 3],
    first: u8,
    shades: u8,
}

/// The paper.
const PAPER: [u8; 3] = [0xff, 0xff, 0xff];
/// The title.
pub(super) const TEXT: Ink = Ink { colour: [0x1b, 0x1b, 0x1b], first: 1, shades: 6 };
/// What the page is.
pub(super) const ACCENT: Ink = Ink { colour: [0x7a, 0x1f, 0x1f], first: 7, shades: 5 };
/// Date and site.
pub(super) const MUTED: Ink = Ink { colour: [0x56, 0x56, 0x56], first: 12, shades: 4 };

/// A card that is being drawn: two points in each byte, as PNG has them.
pub(super) struct Canvas(Vec<u8>);

/// How many bytes a row has.
const ROW: usize = WIDTH as usize / 2;

impl Canvas {
    pub fn new() -> Self {
        Self(vec![0; ROW * HEIGHT as usize])
    }

    /// A bar of full colour; its left end and its width are even.
    pub fn bar(&mut self, (left, top): (usize, usize), (width, height): (usize, usize), ink: Ink) {
        let full = ink.first + ink.shades - 1;
        for y in top..top + height {
            let start = y * ROW + left / 2;
            if let Some(row) = self.0.get_mut(start..start + width / 2) {
                row.fill(full << 4 | full);
            }
        }
    }

    /// `line` from `left`, its letters standing on `base`.
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the picture"
    )]
    pub fn line(&mut self, line: &Line, fonts: &Fonts, left: f32, base: usize, ink: Ink) {
        // Marks above and tails below: letters of Arabic reach far; some begin before their place.
        let (above, below, aside) = ((line.size * 1.3) as usize, (line.size * 0.7) as usize, line.size as usize);
        let (width, height) = (line.width as usize + 2 * aside, above + below);
        let start = left as usize;
        let mut shades = Rasterizer::new(width, height);
        for glyph in &line.glyphs {
            let face = fonts.face(glyph.font);
            let scale = line.size / face.units_per_em() as f32;
            let origin = point(left.fract() + aside as f32 + glyph.x, above as f32 - glyph.y);
            let bounds = point(width as f32, height as f32);
            let mut pen = Pen { shades: &mut shades, scale, origin, bounds, start: origin, at: origin };
            face.outline_glyph(GlyphId(glyph.id), &mut pen);
        }
        shades.for_each_pixel(|at, shade| {
            let shade = (shade.min(1.0) * f32::from(ink.shades)).round() as u8;
            if shade > 0 {
                let (x, y) = ((start + at % width).checked_sub(aside), (base + at / width).checked_sub(above));
                self.set(x, y, ink.first + shade - 1);
            }
        });
    }

    /// Makes the point at `x` and `y` no lighter than `number` of the same colour. What is outside of the picture is left out.
    fn set(&mut self, x: Option<usize>, y: Option<usize>, number: u8) {
        let (Some(x), Some(y)) = (x.filter(|x| *x < WIDTH as usize), y) else { return };
        let Some(two) = self.0.get_mut(y * ROW + x / 2) else { return };
        *two = match x % 2 {
            0 => (*two >> 4).max(number) << 4 | (*two & 0xf),
            _ => (*two & 0xf0) | (*two & 0xf).max(number),
        };
    }

    /// The picture as a PNG.
    pub fn png(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_palette(palette());
        encoder.set_deflate_compression(png::DeflateCompression::Level(3));
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&self.0).ok()?;
        writer.finish().ok()?;
        Some(bytes)
    }
}

fn palette() -> Vec<u8> {
    let mut palette = PAPER.to_vec();
    for ink in [TEXT, ACCENT, MUTED] {
        for shade in 1..=ink.shades {
            let part = |(paper, own): (u8, u8)| {
                let (paper, own, shade, shades) =
                    (u32::from(paper), u32::from(own), u32::from(shade), u32::from(ink.shades));
                u8::try_from((paper * (shades - shade) + own * shade) / shades).unwrap_or(u8::MAX)
            };
            palette.extend(PAPER.into_iter().zip(ink.colour).map(part));
        }
    }
    palette
}

/// Draws the outline of one glyph.
struct Pen<'a> {
    shades: &'a mut Rasterizer,
    scale: f32,
    origin: Point,
    bounds: Point,
    start: Point,
    at: Point,
}

impl Pen<'_> {
    fn place(&self, x: f32, y: f32) -> Point {
        let (x, y) = (self.origin.x + x * self.scale, self.origin.y - y * self.scale);
        point(x.clamp(0.0, self.bounds.x), y.clamp(0.0, self.bounds.y))
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.place(x, y);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.place(x, y);
        self.shades.draw_line(self.at, to);
        self.at = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.place(x1, y1), self.place(x, y));
        self.shades.draw_quad(self.at, by, to);
        self.at = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.place(x1, y1), self.place(x2, y2), self.place(x, y));
        self.shades.draw_cubic(self.at, first, second, to);
        self.at = to;
    }

    fn close(&mut self) {
        self.shades.draw_line(self.at, self.start);
        self.at = self.start;
    }
}
