//! Where in HTML a place of a template stands: between tags, in a tag, in the value of an attribute. Knows how HTML is read, letter by letter, not Tera. Source: WHATWG HTML, "Tokenization".

use crate::foundation::html::{ADDRESS_ATTRIBUTES, ADDRESS_LISTS, AddressKind, address_kind};

/// Elements whose text is not read as HTML, and cannot hold values.
const RAW: &[&str] = &["script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"];
/// Elements whose text is words alone.
const WORDS: &[&str] = &["title", "textarea"];

/// A kind of place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// Between tags.
    Text,
    /// In the text of `<title>` or `<textarea>`.
    Words,
    /// In the text of an element that is not read as HTML.
    Raw,
    /// In a comment, or in `<!…>`.
    Comment(&'static str),
    /// In the name of a tag.
    Name,
    /// In a tag, outside of values.
    Tag,
    /// In the name of an attribute.
    Attribute,
    /// Behind `=`.
    Equals,
    /// In a value without quotes.
    Bare,
    /// In a value between these quotes.
    Value(char),
}

/// A place, and what has been written so far of the element, the attribute and the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Context {
    pub place: Place,
    /// The element of the last start tag.
    pub element: String,
    /// The attribute.
    pub attribute: String,
    /// The value of the attribute as far as it stands in the template.
    pub value: String,
    /// Whether what stands in the value already decides where an address leads.
    pub is_decided: bool,
    /// Whether the element is a script that holds data alone.
    pub is_data: bool,
}

impl Context {
    /// Between tags.
    pub fn new() -> Self {
        Self {
            place: Place::Text,
            element: String::new(),
            attribute: String::new(),
            value: String::new(),
            is_decided: false,
            is_data: false,
        }
    }

    /// Whether two branches that end in these go on in the same way.
    pub fn goes_on_as(&self, other: &Self) -> bool {
        let place = |context: &Self| match &context.place {
            Place::Attribute | Place::Name => Place::Tag,
            place => place.clone(),
        };
        let matters = |context: &Self| match context.place {
            Place::Value(_) | Place::Bare | Place::Equals => (context.element.clone(), context.attribute.clone()),
            Place::Text | Place::Comment(_) => Default::default(),
            _ => (context.element.clone(), String::new()),
        };
        place(self) == place(other) && matters(self) == matters(other)
    }

    /// Reads on over `text`.
    pub fn read(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let taken = self.step(rest).max(1);
            let taken = (taken..=rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
            rest = rest.get(taken..).unwrap_or_default();
        }
    }

    /// Reads one part of `rest`, and gives how long it is.
    fn step(&mut self, rest: &str) -> usize {
        let first = rest.chars().next().unwrap_or_default();
        match self.place {
            Place::Text => self.text(rest),
            Place::Words | Place::Raw => self.until_end_tag(rest),
            Place::Comment(end) => match rest.find(end) {
                Some(at) => self.go(Place::Text, at + end.len()),
                None => rest.len(),
            },
            Place::Name => {
                let length = rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '>'));
                self.element += &rest.get(..length.unwrap_or(rest.len())).unwrap_or_default().to_ascii_lowercase();
                match length {
                    Some(0) => self.go(Place::Tag, 0) + self.step(rest),
                    Some(length) => self.go(Place::Tag, length),
                    None => rest.len(),
                }
            }
            Place::Tag | Place::Bare if first == '>' => self.end_of_tag(),
            Place::Tag if first.is_whitespace() || first == '/' => first.len_utf8(),
            Place::Tag => {
                self.attribute = first.to_ascii_lowercase().to_string();
                self.go(Place::Attribute, first.len_utf8())
            }
            Place::Attribute => match first {
                '=' => self.go(Place::Equals, 1),
                '>' => self.end_of_tag(),
                '/' => self.go(Place::Tag, 1),
                _ if first.is_whitespace() => self.after_name(rest),
                _ => {
                    self.attribute.push(first.to_ascii_lowercase());
                    first.len_utf8()
                }
            },
            Place::Equals => {
                self.value.clear();
                self.is_decided = false;
                match first {
                    '"' | '\'' => self.go(Place::Value(first), 1),
                    '>' => self.end_of_tag(),
                    _ if first.is_whitespace() => first.len_utf8(),
                    _ => self.go(Place::Bare, first.len_utf8()),
                }
            }
            Place::Bare if first.is_whitespace() => self.go(Place::Tag, 1),
            Place::Bare => first.len_utf8(),
            Place::Value(quote) => self.in_value(rest, quote),
        }
    }

    fn go(&mut self, place: Place, taken: usize) -> usize {
        self.place = place;
        taken
    }

    fn text(&mut self, rest: &str) -> usize {
        let Some(at) = rest.find('<') else { return rest.len() };
        let tag = rest.get(at + 1..).unwrap_or_default();
        let is_name = |text: &str| text.is_empty() || text.starts_with(|letter: char| letter.is_ascii_alphabetic());
        self.is_data = false;
        if tag.starts_with("!--") {
            return self.go(Place::Comment("-->"), at + 4);
        }
        if tag.starts_with(['!', '?']) {
            return self.go(Place::Comment(">"), at + 2);
        }
        if tag.strip_prefix('/').is_some_and(is_name) {
            self.element = "/".into();
            return self.go(Place::Name, at + 2);
        }
        if is_name(tag) {
            self.element.clear();
            return self.go(Place::Name, at + 1);
        }
        at + 1
    }

    fn until_end_tag(&mut self, rest: &str) -> usize {
        let end = format!("</{}", self.element);
        let found = rest.match_indices("</").find(|(at, _)| {
            rest.as_bytes().get(*at..at + end.len()).is_some_and(|start| start.eq_ignore_ascii_case(end.as_bytes()))
        });
        match found {
            Some((at, _)) => {
                self.element = "/".into();
                self.go(Place::Name, at + 2)
            }
            None => rest.len(),
        }
    }

    fn after_name(&mut self, rest: &str) -> usize {
        let space = rest.len() - rest.trim_start().len();
        let place = if rest.trim_start().starts_with('=') { Place::Attribute } else { Place::Tag };
        self.go(place, space)
    }

    fn end_of_tag(&mut self) -> usize {
        let element = self.element.as_str();
        let place = if RAW.contains(&element) {
            Place::Raw
        } else if WORDS.contains(&element) {
            Place::Words
        } else {
            Place::Text
        };
        self.go(place, 1)
    }

    fn in_value(&mut self, rest: &str, quote: char) -> usize {
        let end = rest.find(quote);
        let written = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        self.value += written;
        self.is_decided = self.is_decided || decides(self.address());
        if ADDRESS_LISTS.contains(&self.attribute.as_str())
            && let Some((_, next)) = written.rsplit_once(',')
        {
            next.clone_into(&mut self.value);
            self.is_decided = decides(next);
        }
        let Some(end) = end else { return rest.len() };
        if self.element == "script" && self.attribute == "type" {
            self.is_data = ["application/ld+json", "application/json"].contains(&self.value.trim());
        }
        self.go(Place::Tag, end + 1)
    }

    /// The part of the value that is an address.
    fn address(&self) -> &str {
        if self.attribute != "content" {
            return &self.value;
        }
        let at = self.value.to_ascii_lowercase().rfind("url=").map_or(0, |at| at + 4);
        self.value.get(at..).unwrap_or_default()
    }

    /// Whether the value is an address, or a page to go to.
    pub fn is_address(&self) -> bool {
        let name = self.attribute.rsplit(':').next().unwrap_or_default();
        let is_refresh =
            self.element == "meta" && name == "content" && self.value.to_ascii_lowercase().contains("url=");
        let is_animation =
            matches!(self.element.as_str(), "set" | "animate") && matches!(name, "to" | "from" | "values" | "by");
        ADDRESS_ATTRIBUTES.contains(&name) || ADDRESS_LISTS.contains(&name) || is_refresh || is_animation
    }
}

/// Whether whatever stands behind `written` cannot make another scheme of it.
fn decides(written: &str) -> bool {
    let decoded = html_escape::decode_html_entities(written);
    let sign = decoded.find([':', '/', '?', '#', '\\']).and_then(|at| decoded.get(at..)?.chars().next());
    match sign {
        Some(':') => address_kind(&decoded) != AddressKind::Refused,
        Some(_) => true,
        None => false,
    }
}
