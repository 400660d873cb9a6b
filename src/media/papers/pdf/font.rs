//! Fonts as far as the place of words on a page follows from them. Knows widths and which codes are spaces (ISO 32000-2, 9.2 to 9.10), no shapes.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object};

use super::value;

/// The width of a letter where the font does not say, in thousandths of its size.
const USUAL: f64 = 500.0;
/// The most bytes of a table from codes to letters.
const MOST_BYTES: usize = 16 << 20;

/// A font.
#[derive(Debug, Default)]
pub struct Font {
    /// How many bytes stand for one letter.
    bytes: usize,
    widths: HashMap<u32, f64>,
    usual: Option<f64>,
    /// Units of width in a length of one.
    units: f64,
    /// The codes that leave the paper white.
    spaces: Vec<u32>,
}

/// One letter of a text.
pub struct Letter {
    /// Its width at size 1.
    pub width: f64,
    /// Whether it is seen.
    pub is_seen: bool,
    /// Whether it is the single byte 32, which word spacing makes wider.
    pub is_word_end: bool,
}

impl Font {
    /// The font of this dictionary; `shown` are the texts in which it is used, for finding its spaces.
    pub fn new(document: &Document, font: &Dictionary) -> Self {
        let is_composite = value(document, font, b"Subtype").and_then(|name| name.as_name().ok()) == Some(b"Type0");
        let mut new = if is_composite { Self::composite(document, font) } else { Self::simple(document, font) };
        new.spaces = spaces(document, font, new.bytes);
        new
    }

    fn simple(document: &Document, font: &Dictionary) -> Self {
        let number = |key: &[u8]| value(document, font, key).and_then(|number| number.as_i64().ok());
        let first = number(b"FirstChar").and_then(|first| u32::try_from(first).ok()).unwrap_or(0);
        let widths = match value(document, font, b"Widths") {
            Some(Object::Array(list)) => {
                (first..).zip(list.iter().filter_map(|width| float(document, width))).collect()
            }
            _ => HashMap::new(),
        };
        let is_drawn = value(document, font, b"Subtype").and_then(|name| name.as_name().ok()) == Some(b"Type3");
        let unit = match value(document, font, b"FontMatrix") {
            Some(Object::Array(matrix)) if is_drawn => matrix.first().and_then(|scale| float(document, scale)),
            _ => None,
        };
        let units = unit.filter(|unit| unit.abs() > 0.0).map_or(1000.0, |unit| 1.0 / unit.abs());
        Self { bytes: 1, widths, usual: None, units, spaces: Vec::new() }
    }

    fn composite(document: &Document, font: &Dictionary) -> Self {
        let mut new = Self { bytes: 2, usual: Some(1000.0), units: 1000.0, ..Self::default() };
        let descendant = match value(document, font, b"DescendantFonts") {
            Some(Object::Array(list)) => list.first().and_then(|font| super::follow(document, font)),
            _ => None,
        };
        let Some(Object::Dictionary(descendant)) = descendant else { return new };
        new.usual = value(document, descendant, b"DW").and_then(|width| float(document, width)).or(new.usual);
        if let Some(Object::Array(list)) = value(document, descendant, b"W") {
            new.take_widths(document, list);
        }
        new
    }

    /// `c [w1 w2 ...]` and `first last w`, one after the other.
    fn take_widths(&mut self, document: &Document, list: &[Object]) {
        let code = |object: Option<&Object>| {
            let number = super::follow(document, object?)?.as_i64().ok()?;
            u32::try_from(number).ok().filter(|code| *code <= 0xFFFF)
        };
        let mut rest = list;
        while let Some(first) = code(rest.first()) {
            let second = rest.get(1).and_then(|object| super::follow(document, object));
            if let Some(Object::Array(widths)) = second {
                self.widths.extend((first..).zip(widths.iter().filter_map(|width| float(document, width))));
                rest = rest.get(2..).unwrap_or_default();
            } else {
                let width = rest.get(2).and_then(|width| float(document, width));
                let (Some(end), Some(width)) = (code(rest.get(1)), width) else { return };
                self.widths.extend((first..=end).map(|code| (code, width)));
                rest = rest.get(3..).unwrap_or_default();
            }
        }
    }

    /// The letters of `text`.
    pub fn letters<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = Letter> + 'a {
        text.chunks(self.bytes.max(1)).map(|code| {
            let number = code.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
            let width = self.widths.get(&number).copied().or(self.usual).unwrap_or(USUAL);
            Letter {
                width: width / if self.units > 0.0 { self.units } else { 1000.0 },
                is_seen: !self.spaces.contains(&number),
                is_word_end: code == [b' '],
            }
        })
    }
}

/// The codes of a font that mean a space, by its own table of letters; without one, 32.
fn spaces(document: &Document, font: &Dictionary, bytes: usize) -> Vec<u32> {
    let Ok(encoding) = font.get_font_encoding_with_limit(document, MOST_BYTES) else { return vec![32] };
    let codes = if bytes == 1 { 0..=0xFF_u32 } else { 0..=0xFFFF_u32 };
    let is_space = |code: &u32| {
        let code = code.to_be_bytes();
        let code = code.get(4 - bytes..).unwrap_or_default();
        encoding.bytes_to_string(code).is_ok_and(|text| {
            !text.is_empty() && text.chars().all(|letter| letter.is_whitespace() || letter == '\u{200b}')
        })
    };
    codes.filter(is_space).collect()
}

fn float(document: &Document, object: &Object) -> Option<f64> {
    super::follow(document, object)?.as_float().ok().map(f64::from)
}
