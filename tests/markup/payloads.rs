//! The hostile texts. Knows how `payloads.txt` is written.

/// The texts, each with a word of its own before and behind it, so that it can be found again.
pub fn payloads() -> Vec<String> {
    let lines = include_str!("payloads.txt").lines().filter(|line| !line.starts_with("# "));
    let text = lines.collect::<Vec<_>>().join("\n");
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    blocks.map(unescaped).collect()
}

fn unescaped(block: &str) -> String {
    let mut out = String::new();
    let mut rest = block;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let (letter, behind) = match after.as_bytes().first() {
            Some(b'n') => ("\n".to_owned(), &after[1..]),
            Some(b't') => ("\t".to_owned(), &after[1..]),
            Some(b'0') => ("\u{fffd}".to_owned(), &after[1..]),
            Some(b'u') if after.starts_with("u{") => {
                let (digits, behind) = after[2..].split_once('}').unwrap();
                (char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap().to_string(), behind)
            }
            _ => ("\\".to_owned(), after),
        };
        out.push_str(&letter);
        rest = behind;
    }
    out + rest
}

#[test]
fn there_are_enough_of_them_and_none_stands_twice() {
    let all = payloads();
    assert!(all.len() >= 100, "{}", all.len());
    let once: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(once.len(), all.len());
    assert!(all.contains(&"java\tscript:alert(1)".to_owned()) && all.contains(&"\u{1}javascript:alert(1)".to_owned()));
    assert!(all.contains(&"\\\" onmouseover=\\\"alert(1)".to_owned()));
}
