//! Finished HTML as a browser reads it: which elements, attributes and addresses are in the tree. Knows our words, not how they came there.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// The elements of running text.
const IN_TEXT: &str = "html p em strong del code pre span mark br hr img picture source input label a ul ol li dl dt dd blockquote aside details \
    summary table thead tbody tr th td div figure figcaption section h2 h3 h4 h5 h6 sup sub";

/// The attributes of running text.
const ON_TEXT: &str = "href src srcset sizes class alt title loading decoding width height start scope type rel id tabindex role aria-label \
    aria-labelledby aria-hidden dir lang disabled checked open datetime interestfor";

/// The elements of whole pages beside those.
const IN_PAGES: &str = "head title meta link script body header nav main footer h1 time caption small b i bdi article address \
    abbr cite q s ins noscript form button svg";

/// The attributes of whole pages beside those.
const ON_PAGES: &str = "charset name content http-equiv property hreflang media aria-current aria-describedby colspan \
    rowspan headers for value defer";

/// A tree that a browser makes.
pub struct Tree {
    dom: RcDom,
}

impl Tree {
    /// Of a part of a page. The page must be well made: a browser has nothing to mend.
    pub fn of_fragment(html: &str) -> Self {
        let context = QualName::new(None, ns!(html), local_name!("div"));
        let parser = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false);
        let dom = parser.one(html);
        assert!(dom.errors.borrow().is_empty(), "{:?} in {html}", dom.errors.borrow());
        Self { dom }
    }

    /// Of a whole page, as well made.
    pub fn of_page(html: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        assert!(dom.errors.borrow().is_empty(), "{:?} in {html}", dom.errors.borrow());
        Self { dom }
    }

    /// The elements, each with its attributes, in order.
    pub fn elements(&self) -> Vec<Element> {
        let mut all = Vec::new();
        collect(&self.dom.document, &mut all);
        all
    }
}

/// An element.
#[derive(Debug)]
pub struct Element {
    /// Its name; with its namespace when it is not one of HTML.
    pub name: String,
    /// Names and values.
    pub attributes: Vec<(String, String)>,
    /// The text directly in it.
    pub text: String,
}

impl Element {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

fn collect(node: &Handle, all: &mut Vec<Element>) {
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            let local = name.local.to_string();
            let name = if name.ns == ns!(html) { local } else { format!("{}:{local}", name.ns) };
            let attributes =
                attrs.borrow().iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
            all.push(Element { name, attributes, text: own_text(node) });
        }
        NodeData::Comment { contents } => panic!("a comment: {contents}"),
        NodeData::ProcessingInstruction { target, .. } => panic!("an instruction: {target}"),
        NodeData::Document | NodeData::Doctype { .. } | NodeData::Text { .. } => {}
    }
    node.children.borrow().iter().for_each(|child| collect(child, all));
}

fn own_text(node: &Handle) -> String {
    let text = |child: &Handle| match &child.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => String::new(),
    };
    node.children.borrow().iter().map(text).collect()
}

/// Running text holds only our elements and attributes, and leads nowhere that it may not.
pub fn check_text(html: &str) {
    for element in Tree::of_fragment(html).elements() {
        assert!(has(IN_TEXT, &element.name), "{element:?} in {html}");
        for (name, value) in &element.attributes {
            assert!(has(ON_TEXT, name), "{name}={value:?} in {html}");
            check_address(&element.name, name, value, html);
        }
    }
}

/// A page holds only our elements and attributes, runs nothing but files of ours, and leads nowhere that it may not.
pub fn check_page(tree: &Tree, html: &str) {
    for element in tree.elements() {
        assert!(has(IN_TEXT, &element.name) || has(IN_PAGES, &element.name), "{element:?} in {html}");
        let is_data = element.get("type") == Some("application/ld+json");
        assert!(element.name != "script" || is_data || element.text.is_empty(), "{element:?} in {html}");
        for (name, value) in &element.attributes {
            let is_ours = has(ON_TEXT, name) || has(ON_PAGES, name) || name.starts_with("data-");
            assert!(is_ours, "{name}={value:?} in {html}");
            check_address(&element.name, name, value, html);
        }
    }
}

/// What is loaded is of this site; what is followed has a scheme that may be.
fn check_address(element: &str, attribute: &str, value: &str, html: &str) {
    if attribute == "srcset" {
        let addresses = value.split(',').filter_map(|part| part.split_ascii_whitespace().next());
        return addresses.for_each(|address| check_address(element, "src", address, html));
    }
    if !matches!(attribute, "href" | "src") {
        return;
    }
    let scheme = scheme(value);
    let is_followed = element == "a" || element == "link";
    let may = match scheme.as_deref() {
        None => true,
        Some("http" | "https" | "mailto" | "tel") => is_followed,
        Some(_) => false,
    };
    assert!(may, "{attribute}={value:?} of <{element}> in {html}");
    let seen = seen(value).replace('\\', "/");
    assert!(is_followed || !seen.starts_with("//"), "{attribute}={value:?} of <{element}> in {html}");
}

/// What a browser takes away before it reads an address. Source: WHATWG URL, "basic URL parser", 1 to 3.
fn seen(address: &str) -> String {
    let inner = address.trim_matches(|letter: char| letter <= ' ');
    inner.chars().filter(|letter| !matches!(letter, '\t' | '\n' | '\r')).collect()
}

/// The scheme that a browser sees. Source: WHATWG URL, "scheme start state" and "scheme state".
pub fn scheme(address: &str) -> Option<String> {
    let seen = seen(address);
    let (scheme, _) = seen.split_once(':')?;
    let mut letters = scheme.chars();
    let is_scheme = letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

fn has(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}
