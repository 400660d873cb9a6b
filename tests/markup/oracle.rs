//! What a browser makes of a page: its elements, attributes and addresses. Knows HTML as html5ever reads it, with scripts switched
//! on and off, and what of it an author's text can be.

use std::collections::BTreeSet;

use html5ever::serialize::{SerializeOpts, serialize};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom, SerializableHandle};

/// Elements and attributes that the site's own markup has around harmless words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowed {
    marks: BTreeSet<(String, String)>,
    /// The addresses of the theme's own scripts, styles and forms, seen from the root.
    loads: BTreeSet<(String, String)>,
}

/// What Markdown makes, with the attributes that this program gives to it.
const MARKDOWN: &[(&str, &[&str])] = &[
    ("p", &["id", "class", "dir", "lang"]),
    ("a", &["href", "title", "class", "rel", "id", "dir", "aria-label"]),
    ("img", &["src", "alt", "title", "loading", "decoding", "width", "height"]),
    ("source", &["type", "srcset", "sizes"]),
    ("picture", &[]),
    ("code", &["class"]),
    ("span", &["class", "id", "dir", "lang"]),
    ("blockquote", &["class", "lang", "dir", "id"]),
    ("aside", &["class", "id"]),
    ("details", &["class", "open", "id"]),
    ("div", &["class", "tabindex", "role", "aria-label", "id", "dir"]),
    ("section", &["class", "aria-labelledby", "aria-label", "id"]),
    ("ol", &["start", "id", "class"]),
    ("li", &["id", "class", "value"]),
    ("td", &["class", "id"]),
    ("th", &["class", "scope", "id"]),
    ("input", &["type", "disabled", "checked"]),
    ("sup", &["class", "id"]),
    ("figure", &["class", "id"]),
    ("pre", &["id", "class"]),
    ("ul", &["id", "class"]),
    ("dl", &["id", "class"]),
    ("table", &["id", "class"]),
    ("h1", &["id", "class", "dir"]),
    ("h2", &["id", "class", "dir"]),
    ("h3", &["id", "class", "dir"]),
    ("h4", &["id", "class", "dir"]),
    ("h5", &["id", "class", "dir"]),
    ("h6", &["id", "class", "dir"]),
];

/// Elements of Markdown without attributes.
const PLAIN: &[&str] =
    &["em", "strong", "del", "mark", "br", "hr", "label", "summary", "figcaption", "dt", "dd", "thead", "tbody", "tr"];

/// Elements whose addresses a browser fetches or sends something to.
const LOADING: &[&str] = &["script", "link", "form", "button", "meta"];

impl Allowed {
    /// Takes in what stands on `html`, a page with harmless words.
    pub fn learn(&mut self, html: &str) {
        for element in elements(html) {
            assert_eq!(element.namespace, "http://www.w3.org/1999/xhtml", "{html}");
            self.marks.insert((element.name.clone(), String::new()));
            for (name, value) in element.attributes {
                if LOADING.contains(&element.name.as_str()) {
                    self.loads.insert((element.name.clone(), from_root(&value)));
                }
                self.marks.insert((element.name.clone(), name));
            }
        }
        for (element, attributes) in MARKDOWN {
            let marks = attributes.iter().chain(&[""]).map(|name| ((*element).to_owned(), (*name).to_owned()));
            self.marks.extend(marks);
        }
        self.marks.extend(PLAIN.iter().map(|element| ((*element).to_owned(), String::new())));
    }

    /// What a browser would make of `html` that the site's own markup and Markdown do not have.
    pub fn faults(&self, html: &str) -> Vec<String> {
        let mut faults = Vec::new();
        // Without scripts only what stands in this element is read otherwise.
        let readings: &[bool] = if html.to_ascii_lowercase().contains("<noscript") { &[true, false] } else { &[true] };
        for scripting in readings {
            let document = parsed(html, *scripting);
            for element in elements_of(&document) {
                self.check(&element, &mut faults);
            }
            let (first, second) =
                (tree(&document), tree(&parsed(&written_again(document.clone(), *scripting), *scripting)));
            if let Some((one, other)) = first.iter().zip(&second).find(|(one, other)| one != other) {
                faults.push(format!("it reads otherwise when it is written again: {one} <> {other}"));
            }
        }
        faults
    }

    fn check(&self, element: &Element, faults: &mut Vec<String>) {
        let Element { namespace, name, attributes, text: inside } = element;
        let mark = |attribute: &str| (name.clone(), attribute.to_owned());
        if namespace != "http://www.w3.org/1999/xhtml" || !self.marks.contains(&mark("")) {
            faults.push(format!("<{name}>"));
        }
        if name == "script" && !inside.trim().is_empty() && !is_data(element) {
            faults.push(format!("a script: {inside}"));
        }
        for (attribute, value) in attributes {
            let is_handler =
                attribute.starts_with("on") || matches!(attribute.as_str(), "style" | "srcdoc" | "formaction");
            if is_handler || !self.marks.contains(&mark(attribute)) {
                faults.push(format!("<{name} {attribute}>"));
            }
            let is_ours = self.loads.contains(&(name.clone(), from_root(value))) || loads_nothing(element);
            if LOADING.contains(&name.as_str()) && !is_ours {
                faults.push(format!("<{name} {attribute}={value:?}>"));
            }
            if matches!(attribute.as_str(), "href" | "src" | "srcset" | "action" | "poster" | "data" | "cite")
                && !is_address(value)
            {
                faults.push(format!("<{name} {attribute}={value:?}>"));
            }
            if attribute == "src" && has_host(value) {
                faults.push(format!("<{name} {attribute}={value:?}> fetches"));
            }
        }
    }
}

/// A script element that holds data alone, which no browser runs: JSON in which no `<` stands.
fn is_data(element: &Element) -> bool {
    let has_type = element.attributes == [("type".to_owned(), "application/ld+json".to_owned())];
    has_type && !element.text.contains('<') && serde_json::from_str::<serde_json::Value>(&element.text).is_ok()
}

/// A `<meta name=description>` or a link to the page's own address, which hold an author's words and load nothing.
fn loads_nothing(element: &Element) -> bool {
    let get =
        |wanted: &str| element.attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    match element.name.as_str() {
        "meta" => match get("http-equiv") {
            None => true,
            // A page that has moved leads to another page of the site.
            Some(kind) => {
                kind == "refresh" && get("content").and_then(|to| to.strip_prefix("0; url=")).is_some_and(is_inside)
            }
        },
        "link" => matches!(get("rel"), Some("canonical" | "alternate" | "prev" | "next")),
        _ => false,
    }
}

/// `address` without the way up to the root.
fn from_root(address: &str) -> String {
    address.trim_start_matches("../").trim_start_matches("./").to_owned()
}

/// As a browser trims an address. Source: WHATWG URL, "basic URL parser".
fn trimmed(address: &str) -> String {
    let inner = address.trim_matches(|letter: char| letter <= ' ');
    inner.chars().filter(|letter| !matches!(letter, '\t' | '\n' | '\r')).collect()
}

fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

fn is_address(address: &str) -> bool {
    match scheme(&trimmed(address)).as_deref() {
        None => !has_host(address),
        Some(scheme) => ["http", "https", "mailto", "tel"].contains(&scheme),
    }
}

fn is_inside(address: &str) -> bool {
    address.starts_with('.') && is_address(address) && !has_host(address) && !address.contains(';')
}

fn has_host(address: &str) -> bool {
    let address = trimmed(address).replace('\\', "/");
    address.starts_with("//") || scheme(&address).is_some()
}

/// An element of a page.
pub struct Element {
    namespace: String,
    pub name: String,
    pub attributes: Vec<(String, String)>,
    text: String,
}

/// The elements of a page in their order.
pub fn elements(html: &str) -> Vec<Element> {
    elements_of(&parsed(html, true))
}

fn elements_of(document: &Handle) -> Vec<Element> {
    let mut found = Vec::new();
    walk(document, &mut |node| {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attributes = attrs.borrow();
            found.push(Element {
                namespace: name.ns.to_string(),
                name: name.local.to_string(),
                attributes: attributes.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect(),
                text: own_text(node),
            });
        }
    });
    found
}

fn own_text(node: &Handle) -> String {
    let children = node.children.borrow();
    children
        .iter()
        .filter_map(|child| match &child.data {
            NodeData::Text { contents } => Some(contents.borrow().to_string()),
            _ => None,
        })
        .collect()
}

fn walk(node: &Handle, seen: &mut impl FnMut(&Handle)) {
    seen(node);
    if let NodeData::Element { template_contents, .. } = &node.data
        && let Some(contents) = &*template_contents.borrow()
    {
        walk(contents, seen);
    }
    for child in &*node.children.borrow() {
        walk(child, seen);
    }
}

fn parsed(html: &str, scripting: bool) -> Handle {
    let mut options = ParseOpts::default();
    options.tree_builder.scripting_enabled = scripting;
    parse_document(RcDom::default(), options).one(html).document
}

/// The page as a browser writes it when it is asked for its HTML.
fn written_again(document: Handle, scripting: bool) -> String {
    let mut out = Vec::new();
    let options = SerializeOpts { scripting_enabled: scripting, ..SerializeOpts::default() };
    serialize(&mut out, &SerializableHandle::from(document), options).unwrap();
    String::from_utf8(out).unwrap()
}

/// The tree of a page as lines: elements with attributes, texts, comments.
fn tree(document: &Handle) -> Vec<String> {
    let mut lines = Vec::new();
    walk(document, &mut |node| {
        lines.push(match &node.data {
            NodeData::Text { contents } => format!("text {:?}", &contents.borrow()[..]),
            NodeData::Comment { contents } => format!("comment {:?}", &contents[..]),
            NodeData::Element { name, attrs, .. } => {
                let attributes: Vec<String> =
                    attrs.borrow().iter().map(|a| format!("{}={:?}", a.name.local, &a.value[..])).collect();
                format!("{}:{} {attributes:?}", name.ns, name.local)
            }
            _ => "other".to_owned(),
        });
    });
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The oracle finds each of these, so that its silence says something.
    #[test]
    fn planted_faults_are_found() {
        let page = |inside: &str| {
            format!("<!doctype html><html><head><title>x</title></head><body><main>{inside}</main></body></html>")
        };
        let mut allowed = Allowed::default();
        allowed.learn(&page("<p class=\"x\">words</p>"));
        assert_eq!(allowed.faults(&page("<p>other <em>words</em></p>")), [""; 0]);
        for planted in [
            "<script>x</script>",
            "<p onclick=\"x\">",
            "<p style=\"x\">",
            "<svg><a></a></svg>",
            "<a href=\"javascript:x\">",
            "<a href=\" java\tscript:x\">",
            "<a href=\"//evil.example/\">",
            "<a href=\"\\\\evil.example/\">",
            "<img src=\"https://evil.example/\">",
            "<base href=\"/\">",
            "<iframe></iframe>",
            "<noscript><p title=\"</noscript><img src=x>\"></noscript>",
        ] {
            assert_ne!(allowed.faults(&page(planted)), [""; 0], "{planted}");
        }
    }
}
