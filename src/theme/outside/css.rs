//! What a style sheet makes a browser fetch. Knows the tokens of CSS as far as addresses need it. Source: W3C, CSS Syntax Level 3.

/// Functions whose text arguments are addresses.
const FETCHING: &[&str] =
    &["url", "url-prefix", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"];

/// The addresses that `css` fetches, with the bytes at which they begin; escapes are decoded as a browser would.
pub(super) fn addresses(css: &str) -> Vec<(usize, String)> {
    let mut sheet = Sheet { css, at: 0, open: Vec::new(), is_import: false, is_namespace: false, found: Vec::new() };
    while sheet.next().is_some() {}
    sheet.found
}

struct Sheet<'a> {
    css: &'a str,
    at: usize,
    /// For each open bracket, whether texts in it are addresses.
    open: Vec<bool>,
    is_import: bool,
    is_namespace: bool,
    found: Vec<(usize, String)>,
}

impl Sheet<'_> {
    fn rest(&self) -> &str {
        self.css.get(self.at..).unwrap_or_default()
    }

    fn next(&mut self) -> Option<()> {
        let rest = self.rest();
        if rest.starts_with("/*") {
            self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
            return Some(());
        }
        let first = rest.chars().next()?;
        match first {
            '"' | '\'' => self.text(first),
            '@' => {
                self.at += 1;
                let name = self.name();
                self.is_import = name == "import";
                self.is_namespace = name == "namespace";
            }
            ';' | '{' | '}' => {
                self.at += 1;
                (self.is_import, self.is_namespace) = (false, false);
            }
            '(' => self.open_bracket(false),
            ')' => {
                self.at += 1;
                self.open.pop();
            }
            _ if first.is_ascii_alphanumeric() || matches!(first, '\\' | '-' | '_') => self.word(),
            _ => self.at += first.len_utf8(),
        }
        Some(())
    }

    fn open_bracket(&mut self, fetches: bool) {
        self.at += 1;
        let within = self.open.last().copied().unwrap_or(false);
        self.open.push(fetches || within);
    }

    /// A name, and what stands in brackets behind `url`.
    fn word(&mut self) {
        let name = self.name();
        if !self.rest().starts_with('(') {
            return;
        }
        let fetches = FETCHING.contains(&name.as_str());
        self.open_bracket(fetches);
        if name != "url" && name != "url-prefix" {
            return;
        }
        let space = self.rest().len() - self.rest().trim_start().len();
        self.at += space;
        if !self.rest().starts_with(['"', '\'']) {
            let start = self.at;
            let address = self.until(|letter| letter == ')');
            self.add(start, address.trim_end().to_owned());
        }
    }

    fn text(&mut self, quote: char) {
        self.at += 1;
        let start = self.at;
        let text = self.until(|letter| letter == quote || letter == '\n');
        self.at += usize::from(self.rest().starts_with(quote));
        if self.is_import || self.open.last() == Some(&true) {
            self.add(start, text);
        }
    }

    fn add(&mut self, at: usize, address: String) {
        if !self.is_namespace {
            self.found.push((at, address));
        }
    }

    /// A name in small letters; at least one letter is taken.
    fn name(&mut self) -> String {
        let is_end =
            |letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_';
        self.until(is_end).to_ascii_lowercase()
    }

    /// The text up to a letter that ends it, with its escapes decoded.
    fn until(&mut self, is_end: impl Fn(char) -> bool) -> String {
        let mut text = String::new();
        while let Some(letter) = self.rest().chars().next() {
            if letter == '\\' {
                self.at += 1;
                self.escape(&mut text);
            } else if is_end(letter) {
                break;
            } else {
                text.push(letter);
                self.at += letter.len_utf8();
            }
        }
        text
    }

    fn escape(&mut self, text: &mut String) {
        let rest = self.rest();
        let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        if digits > 0 {
            let code = u32::from_str_radix(rest.get(..digits).unwrap_or_default(), 16).unwrap_or_default();
            text.push(char::from_u32(code).filter(|letter| *letter != '\0').unwrap_or(char::REPLACEMENT_CHARACTER));
            let space = rest.get(digits..).and_then(|rest| rest.chars().next()).filter(char::is_ascii_whitespace);
            self.at += digits + usize::from(space.is_some());
        } else if let Some(letter) = rest.chars().next() {
            if letter != '\n' {
                text.push(letter);
            }
            self.at += letter.len_utf8();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(css: &str) -> Vec<String> {
        addresses(css).into_iter().map(|(_, address)| address).collect()
    }

    #[test]
    fn every_way_to_fetch_is_seen() {
        for css in [
            "@import 'https://x.example/a';",
            "@import url(https://x.example/a) print;",
            "@IMPORT/**/\"https://x.example/a\";",
            "@\\69mport 'https://x.example/a';",
            "a { background: url( \"https://x.example/a\" ) }",
            "a { background: u\\72l(h\\74tps://x.example/a ) }",
            "a { background: image-set('https://x.example/a' 1x) }",
            "@font-face { src: url(https://x.example/a) format('woff2') }",
            "a { --x: URL(\"\\68 ttps://x.example/a\") }",
            "a { background: image-set(url('https://x.example/a') 1x",
            "@import 'https://x.example/a",
        ] {
            assert_eq!(found(css), ["https://x.example/a"], "{css}");
        }
    }

    #[test]
    fn what_fetches_nothing_is_passed_over() {
        for css in [
            "/* url(https://x.example) */ a::after { content: 'https://x.example' }",
            "@namespace svg url(http://www.w3.org/2000/svg);",
            "a[href^='https://x.example'] { color: red }",
            "a { content: ' (' attr(href) ')' } b { width: calc(1px + (2px)) }",
            "\\",
            "@",
        ] {
            assert_eq!(found(css), [""; 0], "{css}");
        }
    }
}
