//! The operators that draw a page (ISO 32000-2, annex A), as far as they decide what is seen of its words.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::super::finding::{Fault, Unusable};
use super::colour::{Colour, Space};
use super::drawing::Drawing;
use super::font::Font;
use super::geometry::{Matrix, Path, Region, Rule};
use super::seen::{Letter, Seen};
use super::state::{Ink, Mix, State};
use super::{follow, value};

/// How deeply forms may stand in one another.
const MOST_FORMS: usize = 12;
/// The most bytes of what draws one page or form.
const MOST_BYTES: usize = 64 << 20;
/// Letters lower than this many points are not seen.
const LOWEST: f64 = 1.0;
/// Half of the widest page.
const FAR: f64 = 1e6;

/// What is found on `page`.
pub fn look_at(document: &Document, page: ObjectId) -> Result<BTreeSet<Fault>, Unusable> {
    let dictionary = document.get_dictionary(page).map_err(|_| Unusable::Damaged(None))?;
    let resources = inherited(document, dictionary, b"Resources").and_then(|object| object.as_dict().ok());
    let mut content = Vec::new();
    for id in document.get_page_contents(page) {
        let stream = document.get_object(id).and_then(Object::as_stream).map_err(|_| Unusable::Damaged(None))?;
        let most = MOST_BYTES.saturating_sub(content.len());
        content.extend(stream.get_plain_content_with_limit(most).map_err(|_| Unusable::Damaged(None))?);
        content.push(b'\n');
    }
    let mut state = State::new(Matrix::UNCHANGED);
    for key in [&b"MediaBox"[..], b"CropBox"] {
        if let Some(shown) = inherited(document, dictionary, key).and_then(|shown| four(document, shown)) {
            state.limit(Region::rectangle(shown, Matrix::UNCHANGED));
        }
    }
    let mut painter = Painter { document, seen: Seen::default(), fonts: HashMap::new() };
    painter.draw(&content, &resources.into_iter().collect::<Vec<_>>(), state, 0)?;
    Ok(painter.seen.faults)
}

/// What `page` or the nearest above it in the tree of pages has at `key`.
fn inherited<'a>(document: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut node = page;
    for _ in 0..64 {
        if let Some(found) = value(document, node, key) {
            return Some(found);
        }
        node = value(document, node, b"Parent")?.as_dict().ok()?;
    }
    None
}

fn four(document: &Document, object: &Object) -> Option<[f64; 4]> {
    let Object::Array(list) = follow(document, object)? else { return None };
    let numbers: Vec<f64> =
        list.iter().filter_map(|number| follow(document, number)?.as_float().ok().map(f64::from)).collect();
    numbers.try_into().ok()
}

fn six(document: &Document, object: &Object) -> Option<Matrix> {
    let Object::Array(list) = follow(document, object)? else { return None };
    let numbers: Vec<f64> =
        list.iter().filter_map(|number| follow(document, number)?.as_float().ok().map(f64::from)).collect();
    numbers.try_into().ok().map(Matrix)
}

struct Painter<'a> {
    document: &'a Document,
    seen: Seen,
    /// The fonts that were read, by the place of their dictionaries.
    fonts: HashMap<*const Dictionary, Rc<Font>>,
}

impl<'a> Painter<'a> {
    fn draw(
        &mut self,
        content: &[u8],
        resources: &[&'a Dictionary],
        state: State,
        depth: usize,
    ) -> Result<(), Unusable> {
        let operations = Content::decode_strict(content).map_err(|_| Unusable::Damaged(None))?.operations;
        let mut drawing = Drawing::new(state, depth);
        for operation in &operations {
            self.operate(operation, &mut drawing, resources)?;
        }
        Ok(())
    }

    fn operate(
        &mut self,
        operation: &Operation,
        drawing: &mut Drawing,
        resources: &[&'a Dictionary],
    ) -> Result<(), Unusable> {
        let numbers = numbers(operation);
        let operator = operation.operator.as_str();
        let done = drawing.make_path(operator, &numbers)
            || drawing.keep(operator)?
            || drawing.place_text(operator, &numbers)
            || self.choose(operator, operation, &numbers, drawing, resources);
        if done {
            return Ok(());
        }
        match operator {
            "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "n" => self.paint_path(operator, drawing),
            "sh" => {
                let everywhere = Region::rectangle([-FAR, -FAR, FAR, FAR], Matrix::UNCHANGED);
                let (state, mix) = (&drawing.state, drawing.state.mix(drawing.state.fill));
                self.seen.paint(everywhere, state.clip.clone(), None, mix);
            }
            "BI" => self.paint_picture(drawing),
            "Do" => return self.draw_object(operation, drawing, resources),
            "Tj" | "'" | "\"" | "TJ" => self.show(operator, operation, &numbers, drawing),
            _ => {}
        }
        Ok(())
    }

    /// Operators that set colours, fonts and other things from the resources.
    fn choose(
        &mut self,
        operator: &str,
        operation: &Operation,
        numbers: &[f64],
        drawing: &mut Drawing,
        resources: &[&'a Dictionary],
    ) -> bool {
        let name = operation.operands.iter().find_map(|operand| operand.as_name().ok()).unwrap_or_default();
        let state = &mut drawing.state;
        let ink = if operator.starts_with(|first: char| first.is_ascii_uppercase()) {
            &mut state.stroke
        } else {
            &mut state.fill
        };
        let set = |ink: &mut Ink, space: Space, colour: Colour| (ink.space, ink.colour) = (space, colour);
        match operator {
            "g" | "G" => set(ink, Space::Grey, Space::Grey.colour(numbers)),
            "rg" | "RG" => set(ink, Space::Rgb, Space::Rgb.colour(numbers)),
            "k" | "K" => set(ink, Space::Cmyk, Space::Cmyk.colour(numbers)),
            "cs" | "CS" => {
                let space = Space::named(self.document, resources, name);
                set(ink, space, space.first());
            }
            "sc" | "scn" | "SC" | "SCN" => ink.colour = if name.is_empty() { ink.space.colour(numbers) } else { None },
            "Tf" => {
                state.font = self.resource(resources, b"Font", name).and_then(|font| self.font(font));
                state.size = numbers.first().copied().unwrap_or_default();
            }
            "gs" => {
                if let Some(Object::Dictionary(settings)) = self.resource(resources, b"ExtGState", name) {
                    self.set_all(settings, state);
                }
            }
            _ => return false,
        }
        true
    }

    fn resource(&self, resources: &[&'a Dictionary], kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        resources.iter().find_map(|resources| {
            let Some(Object::Dictionary(all)) = value(self.document, resources, kind) else { return None };
            value(self.document, all, name)
        })
    }

    fn font(&mut self, font: &'a Object) -> Option<Rc<Font>> {
        let dictionary = font.as_dict().ok()?;
        let document = self.document;
        let known = self.fonts.entry(std::ptr::from_ref(dictionary));
        Some(Rc::clone(known.or_insert_with(|| Rc::new(Font::new(document, dictionary)))))
    }

    fn set_all(&mut self, settings: &'a Dictionary, state: &mut State) {
        let number =
            |key: &[u8]| value(self.document, settings, key).and_then(|number| number.as_float().ok()).map(f64::from);
        state.line_width = number(b"LW").unwrap_or(state.line_width);
        state.fill.alpha = number(b"ca").unwrap_or(state.fill.alpha);
        state.stroke.alpha = number(b"CA").unwrap_or(state.stroke.alpha);
        match value(self.document, settings, b"BM") {
            Some(Object::Name(mode)) => state.is_normal = matches!(mode.as_slice(), b"Normal" | b"Compatible"),
            Some(Object::Array(_)) => state.is_normal = false,
            _ => {}
        }
        if let Some(Object::Array(font)) = value(self.document, settings, b"Font")
            && let [font, size] = font.as_slice()
        {
            state.font = follow(self.document, font).and_then(|font| self.font(font));
            state.size = size.as_float().map_or(state.size, f64::from);
        }
    }

    fn paint_path(&mut self, operator: &str, drawing: &mut Drawing) {
        if matches!(operator, "s" | "b" | "b*") {
            drawing.path.close();
        }
        let rule = if operator.ends_with('*') { Rule::EvenOdd } else { Rule::NonZero };
        let state = &drawing.state;
        if !matches!(operator, "S" | "s" | "n") {
            let region = drawing.path.region(rule);
            self.seen.paint(region, state.clip.clone(), state.fill.colour, state.mix(state.fill));
        }
        if matches!(operator, "S" | "s" | "B" | "B*" | "b" | "b*")
            && let Some(region) = drawing.path.stroke(state.line_width * state.matrix.scale())
        {
            self.seen.paint(region, state.clip.clone(), state.stroke.colour, state.mix(state.stroke));
        }
        if let Some(rule) = drawing.clips.take() {
            drawing.state.limit(drawing.path.region(rule));
        }
        drawing.path = Path::default();
    }

    fn paint_picture(&mut self, drawing: &Drawing) {
        let state = &drawing.state;
        let region = Region::rectangle([0.0, 0.0, 1.0, 1.0], state.matrix);
        self.seen.paint(region, state.clip.clone(), None, state.mix(state.fill));
    }

    fn draw_object(
        &mut self,
        operation: &Operation,
        drawing: &Drawing,
        resources: &[&'a Dictionary],
    ) -> Result<(), Unusable> {
        let name = operation.operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let Some(Object::Stream(object)) = self.resource(resources, b"XObject", name) else { return Ok(()) };
        if value(self.document, &object.dict, b"Subtype").and_then(|kind| kind.as_name().ok()) != Some(b"Form") {
            self.paint_picture(drawing);
            return Ok(());
        }
        if drawing.depth >= MOST_FORMS {
            return Err(Unusable::TooMuch);
        }
        let mut state = drawing.state.clone();
        if let Some(matrix) = object.dict.get(b"Matrix").ok().and_then(|matrix| six(self.document, matrix)) {
            state.matrix = matrix.then(state.matrix);
        }
        if let Some(shown) = object.dict.get(b"BBox").ok().and_then(|shown| four(self.document, shown)) {
            state.limit(Region::rectangle(shown, state.matrix));
        }
        let own = value(self.document, &object.dict, b"Resources").and_then(|own| own.as_dict().ok());
        let resources: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
        let content = object.get_plain_content_with_limit(MOST_BYTES).map_err(|_| Unusable::Damaged(None))?;
        self.draw(&content, &resources, state, drawing.depth + 1)
    }

    fn show(&mut self, operator: &str, operation: &Operation, numbers: &[f64], drawing: &mut Drawing) {
        if matches!(operator, "'" | "\"") {
            if let ("\"", [word, letter]) = (operator, numbers) {
                (drawing.state.word_space, drawing.state.letter_space) = (*word, *letter);
            }
            drawing.state.next_line(0.0, -drawing.state.leading);
        }
        let list = match operation.operands.last() {
            Some(Object::Array(list)) => list.as_slice(),
            Some(text @ Object::String(..)) => std::slice::from_ref(text),
            _ => return,
        };
        for item in list {
            match item {
                Object::String(text, _) => self.write(text, &mut drawing.state),
                number => {
                    let back = number.as_float().map_or(0.0, f64::from) / 1000.0;
                    let length = -back * drawing.state.size * drawing.state.stretch;
                    drawing.state.advance(length);
                }
            }
        }
    }

    fn write(&mut self, text: &[u8], state: &mut State) {
        let Some(font) = state.font.clone() else {
            // Without its font nobody can say where the text stands.
            self.seen.faults.insert(Fault::InvisibleText);
            return;
        };
        for letter in font.letters(text) {
            let width = letter.width * state.size * state.stretch;
            if letter.is_seen {
                self.write_letter(width, state);
            }
            let word = if letter.is_word_end { state.word_space } else { 0.0 };
            state.advance(width + (state.letter_space + word) * state.stretch);
        }
    }

    fn write_letter(&mut self, width: f64, state: &State) {
        let place = state.text.then(state.matrix);
        let point = |height: f64| place.apply(width / 2.0, state.rise + height * state.size);
        let (low, high) = (point(0.1), point(0.45));
        let height = (high.x - low.x).hypot(high.y - low.y) / 0.35;
        let (ink, is_drawn) = match state.mode {
            0 | 2 | 4 | 6 => (state.fill, true),
            1 | 5 => (state.stroke, true),
            _ => (state.fill, false),
        };
        if !is_drawn || height < LOWEST {
            self.seen.faults.insert(Fault::InvisibleText);
            return;
        }
        let mix: Mix = state.mix(ink);
        self.seen.write(Letter { low, high }, state.clip.as_ref(), ink.colour, mix);
    }
}

fn numbers(operation: &Operation) -> Vec<f64> {
    operation.operands.iter().filter_map(|operand| operand.as_float().ok().map(f64::from)).collect()
}
