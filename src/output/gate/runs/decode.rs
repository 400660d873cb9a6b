//! Digits to bytes: base64 in both of its alphabets, and hexadecimal. Knows values of digits, not where words begin.

const NONE: u8 = 0xff;

/// Whether `byte` is a digit of base64.
pub const fn is_digit(byte: u8) -> bool {
    DIGITS[byte as usize] != NONE
}

/// Puts the bytes of `word`, all of whose letters are digits of base64, at the end of `out`.
pub fn push_base64(word: &[u8], out: &mut Vec<u8>) {
    let value = |digit: &u8| u32::from(DIGITS[usize::from(*digit)]);
    let (groups, rest) = word.as_chunks::<4>();
    for [one, two, three, four] in groups {
        let bits = value(one) << 18 | value(two) << 12 | value(three) << 6 | value(four);
        let [_, bytes @ ..] = bits.to_be_bytes();
        out.extend_from_slice(&bytes);
    }
    if rest.len() > 1 {
        let bits = rest.iter().fold(0, |bits, digit| bits << 6 | value(digit)) << (6 * (4 - rest.len()));
        let [_, bytes @ ..] = bits.to_be_bytes();
        out.extend_from_slice(bytes.get(..rest.len() - 1).unwrap_or_default());
    }
}

/// Puts the bytes of `digits`, all of which are hexadecimal, at the end of `out`; a last one alone is left out.
pub fn push_hex(digits: &[u8], out: &mut Vec<u8>) {
    let value = |digit: u8| if digit.is_ascii_digit() { digit - b'0' } else { (digit | 0x20) - b'a' + 10 };
    let (pairs, _) = digits.as_chunks::<2>();
    out.extend(pairs.iter().map(|[one, two]| value(*one) << 4 | value(*two)));
}

const DIGITS: [u8; 256] = {
    let mut table = [NONE; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        table[byte as usize] = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => NONE,
        };
        byte += 1;
    }
    table
};
