//! Drawings: what is published is clean, read as a browser reads it, and stays as it is when it is cleaned again.

use std::sync::Arc;

use dossier::media::{Format, Origin, clean};
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use xml5ever::driver::{XmlParseOpts, parse_document};

use super::html::scheme;

/// Elements that act, load or tell.
const NEVER: &str = "script foreignobject iframe image feimage audio video a animate set animatemotion animatetransform \
    metadata title desc style-sheet handler listener use-foreign object embed link";

const SVG: &str = "http://www.w3.org/2000/svg";

/// The bytes are a drawing, or the elements of one.
pub fn check(bytes: &[u8]) {
    whole(bytes);
    let head = b"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";
    whole(&[head, bytes, b"</svg>"].concat());
}

fn whole(bytes: &[u8]) {
    let Ok(cleaned) = clean(Format::Svg, &Arc::from(bytes), Origin::Content) else { return };
    assert_eq!(clean(Format::Svg, &cleaned, Origin::Content).as_ref(), Ok(&cleaned), "cleaned twice is cleaned once");
    let Ok(text) = std::str::from_utf8(&cleaned) else { panic!("a drawing that is no text") };
    let dom = parse_document(RcDom::default(), XmlParseOpts::default()).one(text);
    node(&dom.document, text);
}

fn node(handle: &Handle, text: &str) {
    match &handle.data {
        NodeData::Element { name, attrs, .. } => {
            assert_eq!(&*name.ns, SVG, "<{}> in {text}", name.local);
            let small = name.local.to_ascii_lowercase();
            assert!(!NEVER.split_ascii_whitespace().any(|never| never == small.as_ref()), "<{}> in {text}", name.local);
            for attribute in attrs.borrow().iter() {
                attribute_value(&attribute.name.local, &attribute.value, text);
            }
            if &*small == "style" {
                handle.children.borrow().iter().for_each(|child| style(child, text));
            }
        }
        NodeData::Comment { .. } | NodeData::ProcessingInstruction { .. } | NodeData::Doctype { .. } => {
            panic!("something beside the drawing: {text}")
        }
        NodeData::Document | NodeData::Text { .. } => {}
    }
    handle.children.borrow().iter().for_each(|child| node(child, text));
}

fn attribute_value(name: &str, value: &str, text: &str) {
    assert!(!name.to_ascii_lowercase().starts_with("on"), "{name} in {text}");
    if name == "href" {
        assert!(value.trim().starts_with('#') && scheme(value).is_none(), "{value:?} in {text}");
    }
    loads_nothing(value, text);
}

fn style(handle: &Handle, text: &str) {
    if let NodeData::Text { contents } = &handle.data {
        loads_nothing(&contents.borrow(), text);
    }
}

/// CSS without a rule that loads, an escape that hides one, or an address outside of the drawing.
fn loads_nothing(css: &str, text: &str) {
    let small = css.to_ascii_lowercase();
    let signs = ["@", "\\", "image(", "image-set(", "src(", "expression(", "javascript:", "/*"];
    assert!(!signs.iter().any(|sign| small.contains(sign)), "{css:?} in {text}");
    for address in small.split("url(").skip(1) {
        let inner = address.trim_start().trim_start_matches(['"', '\'']);
        assert!(inner.starts_with('#'), "{css:?} in {text}");
    }
}
