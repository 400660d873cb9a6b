//! One line of a card: which glyphs stand where. Knows that letters join, and that a line can run both ways; breaks lines at spaces.

use rustybuzz::{Direction, UnicodeBuffer};
use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{Font, Fonts, Style};
use crate::foundation::language::Language;

/// What stands where something was cut.
const CUT: char = '…';

/// A glyph and where its origin is, in pixels from the beginning of the line; up is positive.
pub(super) struct Glyph {
    pub font: Font,
    pub id: u16,
    pub x: f32,
    pub y: f32,
}

/// A line that is ready to be drawn.
pub(super) struct Line {
    pub glyphs: Vec<Glyph>,
    pub width: f32,
    pub size: f32,
}

/// Makes lines in one language.
pub(super) struct Setter<'a> {
    pub fonts: &'a Fonts,
    pub language: &'a Language,
}

impl Setter<'_> {
    /// Whether all letters of `text` are there.
    pub fn has_all(&self, text: &str, style: Style) -> bool {
        let mut last = None;
        text.chars().all(|letter| {
            last = self.fonts.font(letter, style, last);
            last.is_some()
        })
    }

    /// `text` in one line.
    pub fn line(&self, text: &str, style: Style, size: f32) -> Line {
        let level = if self.language.direction() == "rtl" { Level::rtl() } else { Level::ltr() };
        let bidi = BidiInfo::new(text, Some(level));
        let mut line = Line { glyphs: Vec::new(), width: 0.0, size };
        for paragraph in &bidi.paragraphs {
            let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let is_rtl = levels.get(run.start).is_some_and(Level::is_rtl);
                let mut pieces = self.pieces(text.get(run).unwrap_or_default(), style);
                if is_rtl {
                    pieces.reverse();
                }
                for (font, piece) in pieces {
                    self.shape(piece, font, is_rtl, &mut line);
                }
            }
        }
        line
    }

    /// `text` cut into pieces of one font each.
    fn pieces<'t>(&self, text: &'t str, style: Style) -> Vec<(Font, &'t str)> {
        let mut pieces: Vec<(Font, std::ops::Range<usize>)> = Vec::new();
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            let last = pieces.last().map(|(font, _)| *font);
            let Some(font) = self.fonts.font(letter, style, last) else { continue };
            match pieces.last_mut().filter(|(own, _)| *own == font) {
                Some((_, range)) => range.end = end,
                None => pieces.push((font, at..end)),
            }
        }
        pieces.into_iter().filter_map(|(font, range)| Some((font, text.get(range)?))).collect()
    }

    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "units of a font and ids of glyphs are small"
    )]
    fn shape(&self, text: &str, font: Font, is_rtl: bool, line: &mut Line) {
        let face = self.fonts.face(font);
        let scale = line.size / face.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        if let Ok(language) = self.language.as_str().parse() {
            buffer.set_language(language);
        }
        let shaped = rustybuzz::shape(face, &[], buffer);
        for (glyph, at) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            line.glyphs.push(Glyph {
                font,
                id: glyph.glyph_id as u16,
                x: line.width + at.x_offset as f32 * scale,
                y: at.y_offset as f32 * scale,
            });
            line.width += at.x_advance as f32 * scale;
        }
    }

    /// `text` in one line no wider than `most`, cut where it must be.
    pub fn within(&self, text: &str, style: Style, size: f32, most: f32) -> Line {
        let whole = self.line(text, style, size);
        if whole.width <= most {
            return whole;
        }
        let ends: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        let cut = |end: &usize| format!("{}{CUT}", text.get(..*end).unwrap_or_default().trim_end());
        let fitting = ends.partition_point(|end| self.line(&cut(end), style, size).width <= most);
        let end = fitting.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or_default();
        self.line(&cut(&end), style, size)
    }

    /// `text` in lines no wider than `width`, at the first of `sizes` at which its words fit into `height`; cut at the last.
    pub fn paragraph(&self, text: &str, style: Style, sizes: &[f32], (width, height): (f32, f32)) -> Vec<Line> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut last = (Vec::new(), 0.0);
        for size in sizes {
            let lines = self.broken(&words, style, *size, width);
            if lines.len() <= lines_within(height, *size) && lines.iter().all(|(_, line)| line.width <= width) {
                return lines.into_iter().map(|(_, line)| line).collect();
            }
            last = (lines, *size);
        }
        let (lines, size) = last;
        let mut texts: Vec<String> = lines.into_iter().map(|(text, _)| text).collect();
        let most = lines_within(height, size).max(1);
        if texts.len() > most {
            let rest = texts.split_off(most - 1);
            texts.push(rest.join(" "));
        }
        texts.iter().map(|text| self.within(text, style, size, width)).collect()
    }

    fn broken(&self, words: &[&str], style: Style, size: f32, width: f32) -> Vec<(String, Line)> {
        let mut lines: Vec<(String, Line)> = Vec::new();
        for word in words {
            let longer = lines.last().map(|(text, _)| format!("{text} {word}"));
            let longer = longer.map(|text| (self.line(&text, style, size), text));
            match (lines.last_mut(), longer) {
                (Some(last), Some((line, text))) if line.width <= width => *last = (text, line),
                _ => lines.push(((*word).to_owned(), self.line(word, style, size))),
            }
        }
        lines
    }
}

/// How high a line is, for letters of `size`.
pub(super) fn height(size: f32) -> f32 {
    (size * 1.22).round()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
fn lines_within(most: f32, size: f32) -> usize {
    (most / height(size)) as usize
}
