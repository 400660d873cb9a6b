//! Numbers as signs: small ones take one. Knows that no letter may come about, as letters in a row could look like a name.

/// The last sign of a number.
const LAST: &[u8; 26] = b"!#$()*+,-./:;>?@[]^_{|}~'`";
/// The signs before the last: digits from 0.
const BEFORE: usize = 8;

/// Appends `number`. Source: Brisaboa and others, "(S,C)-dense coding", 2003: all numbers of fewer signs come before those of more.
pub(super) fn push(out: &mut String, mut number: usize) {
    let mut behind = 0;
    let mut count = LAST.len();
    while number >= count {
        number -= count;
        count *= BEFORE;
        behind += 1;
    }
    let last = LAST.get(number % LAST.len()).copied().unwrap_or(b'!');
    let mut rest = number / LAST.len();
    let start = out.len();
    for _ in 0..behind {
        out.insert(start, char::from(b'0' + u8::try_from(rest % BEFORE).unwrap_or(0)));
        rest /= BEFORE;
    }
    out.push(char::from(last));
}

/// The first number of `text`, as the script reads it, and what follows it; nothing where no number ends.
pub(super) fn split_first(text: &str) -> Option<(usize, &str)> {
    let (mut number, mut offset, mut count) = (0, 0, LAST.len());
    for (at, sign) in text.bytes().enumerate() {
        if let Some(last) = LAST.iter().position(|last| *last == sign) {
            return Some((offset + number * LAST.len() + last, text.get(at + 1..)?));
        }
        number = number * BEFORE + usize::from(sign.checked_sub(b'0')?);
        offset += count;
        count *= BEFORE;
    }
    None
}

/// All numbers of `text`.
#[cfg(test)]
pub(super) fn read(mut text: &str) -> Vec<usize> {
    let mut numbers = Vec::new();
    while let Some((number, rest)) = split_first(text) {
        numbers.push(number);
        text = rest;
    }
    assert_eq!(text, "");
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_back_and_small_ones_are_short() {
        let numbers: Vec<usize> = (0..5_000).chain([233, 234, 100_000, 16_777_216]).collect();
        let mut text = String::new();
        for number in &numbers {
            push(&mut text, *number);
        }
        assert_eq!(read(&text), numbers);
        let length = |number| {
            let mut text = String::new();
            push(&mut text, number);
            text.len()
        };
        assert_eq!([0, 25, 26, 233, 234, 1897, 1898].map(length), [1, 1, 2, 2, 3, 3, 4]);
    }

    #[test]
    fn no_letter_comes_about() {
        let mut text = String::new();
        (0..3_000).for_each(|number| push(&mut text, number));
        assert!(
            !text.contains(|sign: char| sign.is_alphabetic() || matches!(sign, '"' | '\\' | '<' | '&' | '%' | '='))
        );
    }
}
