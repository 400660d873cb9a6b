//! What a page or a drawing makes a browser fetch or run, tag by tag. Knows elements and attributes. Source: WHATWG HTML, and W3C Content Security Policy Level 3.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use super::plain::{self, Part, Tag};
use super::{Finding, css};
use crate::foundation::diagnostic::Code;
use crate::foundation::html::{ADDRESS_ATTRIBUTES, ADDRESS_LISTS, AddressKind, address_kind};

/// Elements that bring another document into the page, play media or are no longer part of HTML; the policy lets none of them load.
const BLOCKED: &[&str] = &[
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "portal",
    "fencedframe",
    "audio",
    "video",
    "track",
    "base",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
];
/// Relations of `<link>` that only name an address.
const NAMING: &[&str] = &[
    "canonical",
    "alternate",
    "author",
    "license",
    "next",
    "prev",
    "help",
    "bookmark",
    "shortlink",
    "self",
    "me",
    "up",
    "first",
    "last",
    "index",
    "search",
    "privacy-policy",
    "terms-of-service",
    "external",
    "nofollow",
    "noopener",
    "noreferrer",
];
/// Relations of `<link>` that load what the policy lets load from the site.
const LOADING: &[&str] =
    &["stylesheet", "icon", "shortcut", "apple-touch-icon", "mask-icon", "preload", "modulepreload"];
/// Attributes of drawings that hold style.
const STYLING: &[&str] =
    &["fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker-start", "marker-mid", "marker-end", "marker"];

/// Attributes of which a page has most, and that make browsers fetch and run nothing: none of the others is one of them.
const NOTHING: &[&str] = &["class", "id", "dir", "role", "datetime", "interestfor"];

/// What kind of file the tags stand in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// A page: the policy lets no style and no script stand in it.
    Page,
    /// A drawing: it may bring its own style.
    Drawing,
    /// A page that somebody else made and that was saved: it may bring its own style, and no script.
    Saved,
}

/// All that is wrong with `html`, and the bytes at which a `<meta>` with a policy stands before all that loads.
pub(super) fn read(html: &str, within: Within, policy: &str) -> (Vec<Finding>, bool) {
    if within == Within::Page && is_plainly_clean(html, policy) {
        return (Vec::new(), true);
    }
    read_as_browsers(html, within, policy)
}

/// Whether nothing is wrong with a plain page, which is known without the slower reading.
pub(super) fn is_plainly_clean(html: &str, policy: &str) -> bool {
    let mut reader = Reader::new(Within::Page, policy);
    let is_plain = plain::read(html, |part| match part {
        Part::Start(tag) => {
            reader.start(tag);
            reader.last.clear();
            reader.last.push_str(&tag.name);
        }
        Part::End => reader.last.clear(),
        Part::Text(text) => reader.text(text.as_bytes()),
    });
    is_plain.is_some() && reader.has_policy && reader.found.is_empty()
}

/// As [`read`], by the rules that browsers have for pages of any kind.
pub(super) fn read_as_browsers(html: &str, within: Within, policy: &str) -> (Vec<Finding>, bool) {
    let mut reader = Reader::new(within, policy);
    reader.run(html, within != Within::Drawing);
    // Browsers read what stands in these in two ways; both must be harmless.
    let is_twofold = within != Within::Drawing && ["<svg", "<math", "<noscript"].iter().any(|tag| holds(html, tag));
    if is_twofold {
        let mut second = Reader::new(within, policy);
        second.run(html, false);
        reader.found.extend(second.found);
        reader.found.sort_by(|a, b| (a.at, &a.message).cmp(&(b.at, &b.message)));
        reader.found.dedup();
    }
    (reader.found, reader.has_policy)
}

/// A name without what stands before its last colon.
fn local(name: &str) -> &str {
    let colon = name.bytes().rposition(|byte| byte == b':');
    colon.and_then(|at| name.get(at + 1..)).unwrap_or(name)
}

fn holds(html: &str, tag: &str) -> bool {
    html.match_indices('<').any(|(at, _)| {
        html.as_bytes().get(at..at + tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
    })
}

struct Reader<'p> {
    within: Within,
    policy: &'p str,
    tag: Tag<'static>,
    /// The last start tag, whose text comes next.
    last: String,
    found: Vec<Finding>,
    has_policy: bool,
    /// Whether something has come before which a policy must stand.
    is_past_head: bool,
}

impl<'p> Reader<'p> {
    fn new(within: Within, policy: &'p str) -> Self {
        let (tag, last) = (Tag::default(), String::new());
        Self { within, policy, tag, last, found: Vec::new(), has_policy: false, is_past_head: false }
    }

    fn run(&mut self, html: &str, switches: bool) {
        let callback = |event: CallbackEvent<'_>, span: Span<usize>| -> Option<std::convert::Infallible> {
            if matches!(event, CallbackEvent::CloseStartTag { .. }) {
                self.as_written(html, span.end);
            }
            self.event(&event, span);
            None
        };
        let mut emitter = CallbackEmitter::new(callback);
        emitter.naively_switch_states(switches);
        // Reading from memory cannot fail.
        let _ = Tokenizer::new_with_emitter(html, emitter).finish();
    }

    /// Looks at the start tag that ends at `end` as it is written: without scripts, browsers read what stands in `<noscript>`
    /// to the first `</noscript`, also when that is in quotes.
    fn as_written(&mut self, html: &str, end: usize) {
        if html.get(self.tag.at..end).is_some_and(|tag| holds(tag, "</noscript")) {
            self.blocked(self.tag.at, "`</noscript` within an attribute", "write `&lt;` in the place of `<`");
        }
    }

    fn event(&mut self, event: &CallbackEvent<'_>, span: Span<usize>) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag { name: text(name).to_ascii_lowercase().into(), at: span.start, attributes: Vec::new() };
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.attributes.push((text(name).to_ascii_lowercase().into(), "".into(), span.start));
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some((_, last, _)) = self.tag.attributes.last_mut() {
                    *last = text(value).into();
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                let tag = std::mem::take(&mut self.tag);
                self.start(&tag);
                self.last = tag.name.into_owned();
            }
            CallbackEvent::EndTag { .. } => self.last.clear(),
            CallbackEvent::String { value } => {
                self.text(value);
                if self.within != Within::Page && self.last == "style" {
                    self.style(&text(value), span.start);
                }
            }
            CallbackEvent::Comment { value } if value.starts_with(b"?xml-stylesheet") => {
                let what = "a drawing that names a style sheet of its own".to_owned();
                self.blocked(span.start, &what, "take the line <?xml-stylesheet …?> out");
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn text(&mut self, text: &[u8]) {
        self.is_past_head = self.is_past_head || (self.last != "title" && !text.trim_ascii().is_empty());
    }

    fn start(&mut self, tag: &Tag<'_>) {
        self.head(tag);
        let name = local(&tag.name);
        if BLOCKED.contains(&name) {
            let help = "take it out; a link can lead to what it shows";
            self.blocked(tag.at, &format!("<{name}>, which the policy of the pages lets load nothing"), help);
        }
        match name {
            "style" if self.within == Within::Page => {
                self.blocked(tag.at, "style in the page itself", "write it into a style sheet in `static/`");
            }
            "script" => self.script(tag),
            _ => {}
        }
        for (attribute, value, at) in &tag.attributes {
            self.attribute(tag, name, attribute, value, *at);
        }
    }

    fn head(&mut self, tag: &Tag<'_>) {
        if tag.name == "meta" {
            let is_policy =
                tag.get("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("content-security-policy"));
            self.has_policy |= is_policy && !self.is_past_head && tag.get("content") == Some(self.policy);
        } else if !matches!(tag.name.as_ref(), "html" | "head" | "title") {
            self.is_past_head = true;
        }
    }

    fn script(&mut self, tag: &Tag<'_>) {
        let is_data = tag.get("type").is_some_and(|kind| {
            ["application/ld+json", "application/json"].iter().any(|data| kind.trim().eq_ignore_ascii_case(data))
        });
        if self.within == Within::Drawing {
            self.blocked(tag.at, "a script in a drawing", "take it out");
        } else if self.within == Within::Saved && !is_data {
            self.blocked(tag.at, "a script in a saved page", "save the page without scripts, or as text");
        } else if tag.get("src").is_none() && !is_data {
            let help = "write it into a file in `static/` and name that: <script src=\"…\" defer></script>";
            self.blocked(tag.at, "a script in the page itself", help);
        }
    }

    fn attribute(&mut self, tag: &Tag<'_>, element: &str, attribute: &str, value: &str, at: usize) {
        let local = local(attribute);
        if NOTHING.contains(&local) {
            return;
        }
        if local.starts_with("on") && local.len() > 2 {
            self.blocked(
                at,
                &format!("the script in `{attribute}`"),
                "take it out; a script in a file can listen instead",
            );
        } else if local == "srcdoc" {
            self.blocked(at, "a page in `srcdoc`", "take it out");
        } else if local == "style" && self.within == Within::Page {
            self.blocked(at, "style in the page itself", "use a class, and a style sheet in `static/`");
        } else if local == "style" || STYLING.contains(&local) {
            self.style(value, at);
        } else if ADDRESS_ATTRIBUTES.contains(&local) {
            let only_names = self.only_names(tag, element, local);
            for one in if local == "ping" { value.split_ascii_whitespace().collect() } else { vec![value] } {
                self.address(element, local, one, only_names, at);
            }
        } else if ADDRESS_LISTS.contains(&local) {
            for one in value.split(',').filter_map(|one| one.split_ascii_whitespace().next()) {
                self.address(element, local, one, false, at);
            }
        } else if element == "meta" && local == "content" {
            self.refresh(tag, value, at);
        } else if matches!(element, "set" | "animate") && matches!(local, "to" | "from" | "values" | "by") {
            for one in value.split(';') {
                self.address(element, local, one, false, at);
            }
        }
    }

    /// Whether the address leads somewhere only when a reader follows it, or is never asked for.
    fn only_names(&mut self, tag: &Tag<'_>, element: &str, attribute: &str) -> bool {
        match (element, attribute) {
            ("a" | "area", "href") | (_, "cite" | "longdesc" | "profile") => true,
            ("link", "href") => {
                let relations = tag.get("rel").unwrap_or_default().to_ascii_lowercase();
                let mut relations = relations.split_ascii_whitespace().peekable();
                let mut loads = relations.peek().is_none();
                for relation in relations.filter(|relation| !NAMING.contains(relation)) {
                    loads = true;
                    if !LOADING.contains(&relation) {
                        let what = format!(
                            "<link rel=\"{}\">, which the policy of the pages lets load nothing",
                            relation.escape_debug()
                        );
                        self.blocked(tag.at, &what, "take it out");
                    }
                }
                !loads
            }
            _ => false,
        }
    }

    fn address(&mut self, element: &str, attribute: &str, address: &str, only_names: bool, at: usize) {
        let shown = || format!("`{}` in `{attribute}` of <{element}>", address.trim().escape_debug());
        match address_kind(address) {
            AddressKind::Refused => {
                let help = "only relative addresses load; links may also begin with http, https, mailto and tel";
                self.blocked(at, &shown(), help);
            }
            AddressKind::External if !only_names => self.foreign(at, &shown(), address),
            AddressKind::External | AddressKind::Local => {}
        }
    }

    fn refresh(&mut self, tag: &Tag<'_>, value: &str, at: usize) {
        if tag.get("http-equiv").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("refresh")) {
            let rest = value.split_once([';', ',']).map_or("", |(_, rest)| rest).trim_start();
            let rest = rest.split_once('=').map_or(rest, |(_, rest)| rest);
            self.address("meta", "content", rest.trim().trim_start_matches(['"', '\'']), false, at);
        }
    }

    fn style(&mut self, css: &str, at: usize) {
        for (within, address) in css::addresses(css) {
            if address_kind(&address) != AddressKind::Local {
                self.foreign(at + within, &format!("`{}` in a style", address.escape_debug()), &address);
            }
        }
    }

    fn foreign(&mut self, at: usize, what: &str, address: &str) {
        let message = format!("a reader's browser would fetch something from outside the site: {what}");
        let help = "put the file into `static/` and name it there; only links that readers follow may lead outside";
        let address = Some(address.trim().to_owned());
        self.found.push(Finding { code: Code::ForeignAddress, at, address, message, help });
    }

    fn blocked(&mut self, at: usize, what: &str, help: &'static str) {
        let message = format!("browsers refuse {what}");
        self.found.push(Finding { code: Code::BlockedContent, at, address: None, message, help });
    }
}
