//! Where in a text the words are that need a look. Knows what cannot be bytes in letters, by blocks; most blocks of a text have
//! nothing else.

use std::borrow::Cow;

use super::decode::is_digit;
use super::{LINE, SHORTEST_BASE64, SHORTEST_HEX};

/// How many bytes are looked at together.
const BLOCK: usize = 64;
/// How far the pairs and runs that begin in a block reach.
const REACH: usize = BLOCK + 16;

/// The words of a text, those left out that stand in blocks without a mixed pair, without eight hexadecimal digits and without a
/// line that ends with a digit, which may go on in the next.
pub struct Scan<'a> {
    text: &'a [u8],
    /// The end of the last word.
    at: usize,
    /// The end of the last block.
    block: usize,
}

impl<'a> Scan<'a> {
    pub const fn new(text: &'a [u8]) -> Self {
        Self { text, at: 0, block: 0 }
    }

    /// Goes to the first word of the next block that has one.
    fn skip(&mut self) -> Option<()> {
        let mut start = self.at.max(self.block);
        loop {
            let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
            if needs_a_look(rest) {
                self.block = start + BLOCK;
                self.at = word_start(self.text, start, self.at);
                return Some(());
            }
            start += BLOCK;
        }
    }

    /// The length of the word that begins at `at`.
    fn length(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.iter().position(|byte| !is_digit(*byte)).unwrap_or(rest.len())
    }

    /// A word that goes on over several lines.
    fn lines(&mut self) -> Cow<'a, [u8]> {
        let mut word = Vec::new();
        loop {
            let end = self.at + self.length(self.at);
            let line = self.text.get(self.at..end).unwrap_or_default();
            word.extend_from_slice(line);
            self.at = end;
            let after = self.text.get(end..).unwrap_or_default();
            let ending = if after.starts_with(b"\r\n") { 2 } else { usize::from(after.starts_with(b"\n")) };
            let goes_on = ending > 0 && after.get(ending).is_some_and(|next| is_digit(*next));
            if line.len() < LINE || !goes_on {
                return Cow::Owned(word);
            }
            self.at += ending;
        }
    }
}

impl<'a> Iterator for Scan<'a> {
    type Item = Cow<'a, [u8]>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.text.get(self.at..self.block.min(self.text.len()));
            let Some(gap) = rest.and_then(|rest| rest.iter().position(|byte| is_digit(*byte))) else {
                self.skip()?;
                continue;
            };
            self.at += gap;
            let length = self.length(self.at);
            if length >= LINE {
                return Some(self.lines());
            }
            let word = self.text.get(self.at..self.at + length);
            self.at += length;
            if let Some(word) = word.filter(|word| word.len() >= SHORTEST_BASE64) {
                return Some(Cow::Borrowed(word));
            }
        }
    }
}

/// Whether a mixed pair or eight hexadecimal digits begin in the first block of `text`, or a line ends there with a digit.
fn needs_a_look(text: &[u8]) -> bool {
    if let Some(block) = text.first_chunk::<REACH>() {
        return block_needs_a_look(block);
    }
    let mut block = [0; REACH];
    block.iter_mut().zip(text).for_each(|(place, byte)| *place = *byte);
    block_needs_a_look(&block)
}

/// All places are looked at alike and without branches, which processors do many at a time.
fn block_needs_a_look(block: &[u8; REACH]) -> bool {
    // A pair is mixed when what the first is as the one before meets what the second is as the one behind: a letter or digit
    // before a capital, a digit before a letter, a letter before a digit; so is the end of a line that has a digit before it.
    let (mut before, mut behind, mut hex) = ([0; REACH], [0; REACH], [0; REACH]);
    for at in 0..REACH {
        let byte = block[at];
        let letter = u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
        let digit = u8::from(byte.wrapping_sub(b'0') < 10);
        // `+`, `-` and `/` are odd, what stands between them is even.
        let sign = u8::from(byte.wrapping_sub(b'+') < 5) & byte | u8::from(byte == b'_');
        let ending = u8::from(byte == b'\n') | u8::from(byte == b'\r');
        before[at] = (letter * 13) | (digit * 11) | (sign * 8);
        behind[at] = u8::from(byte.wrapping_sub(b'A') < 26) | (letter * 2) | (digit * 4) | (ending * 8);
        hex[at] = digit | u8::from((byte | 0x20).wrapping_sub(b'a') < 6);
    }
    for reach in [1, 2, 4] {
        for at in 0..REACH - SHORTEST_HEX {
            hex[at] &= hex[at + reach];
        }
    }
    (0..BLOCK).fold(0, |any, at| any | before[at] & behind[at + 1] | hex[at]) != 0
}

/// Where the word begins that stands at `at`, on an earlier line when it goes on from there; not before `floor`.
fn word_start(text: &[u8], at: usize, floor: usize) -> usize {
    let run_start = |end: usize| {
        let before = text.get(floor..end).unwrap_or_default();
        end - before.iter().rev().take_while(|byte| is_digit(**byte)).count()
    };
    let mut start = run_start(at);
    while let Some(end) = text.get(floor..start).and_then(|before| {
        let before = before.strip_suffix(b"\n")?;
        Some(floor + before.strip_suffix(b"\r").unwrap_or(before).len())
    }) {
        let earlier = run_start(end);
        if end - earlier < LINE {
            break;
        }
        start = earlier;
    }
    start
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// All words of `text`, one letter after the other.
    fn all(text: &[u8]) -> Vec<Vec<u8>> {
        let mut scan = Scan { text, at: 0, block: text.len() };
        std::iter::from_fn(|| scan.next()).map(Cow::into_owned).collect()
    }

    #[test]
    fn what_begins_on_one_line_and_goes_on_in_the_next_is_not_skipped() {
        let line = "g".repeat(LINE - 3);
        for (end, start) in [("aaa", "aaaaa"), ("ggg", "AAAAAA"), ("gg+", "1ggggg")] {
            for before in 0..BLOCK {
                let text = format!("{}{line}{end}\r\n{start} ", " ".repeat(before));
                let found: Vec<_> = Scan::new(text.as_bytes()).map(Cow::into_owned).collect();
                assert_eq!(found, [format!("{line}{end}{start}").into_bytes()], "{before}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_word_is_skipped_that_needs_a_look(
            text in "((a{0,70}|[0-9a-f]{0,12}|[A-Za-z0-9/+]{0,70}|[a-z]{50,80})(\n|\r\n| |<b>|)){0,12}"
        ) {
            let needs = |word: &Vec<u8>| super::super::is_like_base64(word) || super::super::hex_digits(word).next().is_some();
            let expected: Vec<_> = all(text.as_bytes()).into_iter().filter(needs).collect();
            let found: Vec<_> = Scan::new(text.as_bytes()).map(Cow::into_owned).filter(needs).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
