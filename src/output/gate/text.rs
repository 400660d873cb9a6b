//! Bytes as text that a reader or a machine may see in them: without tags, with entities and escapes undone, whatever their
//! encoding. Knows notations, not names.

use super::letters::{Alphabet, Letters, encode, is_odd};

/// The longest entity that is undone, with `&` and `;`.
const LONGEST_ENTITY: usize = 34;
/// As many bytes are encoded together.
const WINDOW: usize = 1 << 14;

/// What else may be in the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each stands for itself, and each asks for another look")]
pub struct Traces {
    /// Entities that give entities or tags.
    pub nested_entities: bool,
    /// Tags in the values of attributes.
    pub nested_tags: bool,
    /// A percent sign or a backslash.
    pub escapes: bool,
    /// A zero byte, as UTF-16 has for letters of Latin scripts.
    pub zeros: bool,
    /// Another byte that no text in UTF-8 has, as UTF-16 has for letters of most other scripts.
    pub odd: bool,
    /// Bytes that are not UTF-8.
    pub foreign: bool,
    /// Bytes in quoted-printable.
    pub quoted_printable: bool,
}

impl Traces {
    /// Whether the bytes are not text in UTF-8.
    pub const fn is_binary(self) -> bool {
        self.zeros || self.foreign
    }
}

/// Puts the text of `bytes` at the end of `text`, and what stands in tags at the end of `tags`. Bytes that are not UTF-8 are
/// taken for Windows-1254, which is Latin-1 with the letters of Turkish.
/// `codes` is memory that is used again.
pub fn read(bytes: &[u8], alphabet: &Alphabet, codes: &mut Vec<u8>, text: &mut Letters, tags: &mut Letters) -> Traces {
    codes.clear();
    let mut reader = Reader { bytes, codes, window: 0, alphabet, at: 0, traces: Traces::default() };
    while reader.at < bytes.len() {
        text.gap();
        reader.run(text, Within::Text);
        tags.gap();
        reader.run(tags, Within::Tag);
    }
    reader.traces
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Text,
    Tag,
}

struct Reader<'a> {
    bytes: &'a [u8],
    /// The codes of the bytes from `window` on.
    codes: &'a mut Vec<u8>,
    window: usize,
    alphabet: &'a Alphabet,
    at: usize,
    traces: Traces,
}

impl Reader<'_> {
    fn next_window(&mut self) {
        self.window = self.at;
        let before = self.at.checked_sub(1).and_then(|at| self.bytes.get(at)).unwrap_or(&b' ');
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        encode(*before, rest.get(..WINDOW).unwrap_or(rest), self.codes);
    }

    /// Reads as far as the text, or the tag, goes.
    fn run(&mut self, out: &mut Letters, within: Within) {
        let mut continues = false;
        loop {
            let codes = self.codes.get(self.at - self.window..).unwrap_or_default();
            let read = out.plain(codes, continues);
            self.at += read;
            if read == codes.len() {
                if self.at >= self.bytes.len() {
                    return;
                }
                continues = read > 0;
                self.next_window();
                continue;
            }
            continues = false;
            let Some(&byte) = self.bytes.get(self.at) else { return };
            match byte {
                b'<' if opens_tag(self.bytes.get(self.at + 1)) => {
                    if within == Within::Text {
                        self.at += 1;
                        return;
                    }
                    self.traces.nested_tags = true;
                    out.gap();
                }
                b'>' if within == Within::Tag => {
                    self.at += 1;
                    return;
                }
                b'&' | 0x80.. => {
                    self.at += self.other(out);
                    continue;
                }
                _ => {
                    self.traces.zeros |= byte == 0;
                    self.traces.odd |= is_odd(byte);
                    self.traces.escapes |= matches!(byte, b'%' | b'\\');
                    out.gap();
                }
            }
            self.at += 1;
        }
    }

    /// An entity or a letter beyond ASCII, of which the length is given back.
    fn other(&mut self, out: &mut Letters) -> usize {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.first() != Some(&b'&') {
            let (letter, length) = beyond_ascii(rest);
            self.traces.foreign |= length == 1;
            self.alphabet.push(letter, out);
            return length;
        }
        let Some((letter, length)) = entity(rest) else {
            out.gap();
            return 1;
        };
        self.alphabet.push(letter, out);
        self.traces.nested_entities |=
            letter == '<' || letter == '&' && matches!(rest.get(length), Some(b'#' | b'a'..=b'z' | b'A'..=b'Z'));
        length
    }
}

fn opens_tag(next: Option<&u8>) -> bool {
    matches!(next, Some(b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!' | b'?'))
}

/// The first character of `bytes`, which begins beyond ASCII, and its length.
fn beyond_ascii(bytes: &[u8]) -> (char, usize) {
    let length = match bytes.first() {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => 1,
    };
    let whole = bytes.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok());
    match whole.and_then(|text| text.chars().next()) {
        Some(letter) => (letter, length),
        None => (bytes.first().map_or(' ', |byte| windows_1254(*byte)), 1),
    }
}

/// Latin-1 but for the six letters of Turkish.
const fn windows_1254(byte: u8) -> char {
    match byte {
        0xd0 => 'Ğ',
        0xdd => 'İ',
        0xde => 'Ş',
        0xf0 => 'ğ',
        0xfd => 'ı',
        0xfe => 'ş',
        // Markers of pictures begin with it.
        0xff => ' ',
        other => other as char,
    }
}

/// The character of the entity with which `bytes` begin, and the length of its notation. The semicolon may be missing behind a number.
fn entity(bytes: &[u8]) -> Option<(char, usize)> {
    let window = bytes.get(..bytes.len().min(LONGEST_ENTITY))?;
    let length = |end: usize| end + usize::from(window.get(end) == Some(&b';'));
    let run = |from: usize, belongs: fn(&u8) -> bool| {
        let rest = window.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|byte| belongs(byte)).count()
    };
    let number = |from: usize, end: usize, base: u32| {
        let digits = std::str::from_utf8(window.get(from..end)?).ok()?;
        char::from_u32(u32::from_str_radix(digits, base).ok()?)
    };
    match (window.get(1)?, window.get(2)) {
        (b'#', Some(b'x' | b'X')) => {
            let end = run(3, u8::is_ascii_hexdigit);
            Some((number(3, end, 16)?, length(end)))
        }
        (b'#', _) => {
            let end = run(2, u8::is_ascii_digit);
            Some((number(2, end, 10)?, length(end)))
        }
        _ => {
            let end = run(1, u8::is_ascii_alphanumeric);
            let whole = std::str::from_utf8(window.get(..=end)?).ok().filter(|whole| whole.ends_with(';'))?;
            let decoded = html_escape::decode_html_entities(whole);
            (decoded != whole).then(|| decoded.chars().next()).flatten().map(|letter| (letter, end + 1))
        }
    }
}

/// `bytes` with every entity undone once, for those that give entities.
pub fn without_entities(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let found = (byte == b'&').then(|| entity(bytes.get(at..).unwrap_or_default())).flatten();
        if let Some((letter, length)) = found {
            push(letter, &mut out);
            at += length;
        } else {
            out.push(byte);
            at += 1;
        }
    }
    out
}

/// `bytes` with the values of attributes put outside their tags, for those that hold tags.
pub fn without_quotes(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|byte| if matches!(byte, b'"' | b'\'' | b'=') { b'>' } else { *byte }).collect()
}

/// `bytes` with comments opened, for those that hold tags.
pub fn without_comments(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().map(|byte| if matches!(byte, b'!' | b'?') { b' ' } else { *byte }).collect()
}

/// Puts `bytes`, taken for UTF-16 that begins at `from`, at the end of `text`.
pub fn read_utf16(bytes: &[u8], from: usize, is_big: bool, alphabet: &Alphabet, text: &mut Letters) {
    let units = bytes.get(from..).unwrap_or_default().chunks_exact(2).map(|pair| match *pair {
        [one, two] if is_big => u16::from_be_bytes([one, two]),
        [one, two] => u16::from_le_bytes([one, two]),
        _ => 0,
    });
    for letter in char::decode_utf16(units) {
        alphabet.push(letter.unwrap_or(' '), text);
    }
}

/// Puts `letter` at the end of `out`.
pub fn push(letter: char, out: &mut Vec<u8>) {
    out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_both(bytes: &[u8]) -> (String, String, Traces) {
        let (mut text, mut tags) = (Letters::default(), Letters::default());
        let traces = read(bytes, &Alphabet::new(), &mut Vec::new(), &mut text, &mut tags);
        let letters = |letters: Letters| std::str::from_utf8(letters.as_bytes()).unwrap().to_lowercase();
        (letters(text), letters(tags), traces)
    }

    #[test]
    fn text_and_tags_are_read_apart() {
        let (text, tags, traces) =
            read_both(b"<p title=\"Bal&#x131;\">Kur</p><b>t</b> 1 < 2 &amp;scedil; A&Scedil;&shy;K");
        assert_eq!((text.as_str(), tags.as_str()), ("kurt12scedilask", "ptitlebalipbb"));
        assert_eq!(traces, Traces { nested_entities: true, ..Traces::default() });
    }

    /// Bytes are encoded by windows; where one ends must not be seen.
    #[test]
    fn words_are_the_same_wherever_a_window_ends() {
        for text in
            ["camelCase", "small LETTERS", "&scedil;A b", "şAb", "a&#x131;B", "x<b>Yz</b>", "a1B2", "s\u{327}Ab"]
        {
            let letters = |before: usize| {
                let bytes = [".".repeat(before).as_bytes(), text.as_bytes()].concat();
                let (mut letters, mut tags) = (Letters::default(), Letters::default());
                read(&bytes, &Alphabet::new(), &mut Vec::new(), &mut letters, &mut tags);
                [letters, tags].map(|letters| String::from_utf8(letters.as_bytes().to_vec()).unwrap())
            };
            for before in WINDOW - text.len()..=WINDOW {
                assert_eq!(letters(before), letters(0), "{text} {before}");
            }
        }
    }

    #[test]
    fn old_encodings_and_utf_16_are_read() {
        assert_eq!(read_both(b"I\xfe\xfdk \xddlhami").0, "isikilhami");
        for (is_big, from) in [(true, 0), (false, 1)] {
            let mut bytes = vec![0xff; from];
            bytes.extend(
                "Işık".encode_utf16().flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }),
            );
            let mut text = Letters::default();
            read_utf16(&bytes, from, is_big, &Alphabet::new(), &mut text);
            assert_eq!(text.as_bytes(), b"Isik");
        }
    }
}
