//! Reads pages as a browser does. Knows HTML, not what must be in it.

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::Value;

/// A page that has been read.
pub struct Page {
    /// The text of each script element that names no file, with its type.
    pub scripts: Vec<(String, String)>,
    /// `content` of each `<meta>`, by its `property` or `name`.
    pub meta: Vec<(String, String)>,
}

pub fn page(html: &str) -> Page {
    let document = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html).document;
    let mut page = Page { scripts: Vec::new(), meta: Vec::new() };
    walk(&document, &mut page);
    page
}

impl Page {
    /// The structured data; there is one block at most.
    pub fn linked(&self) -> Option<Value> {
        assert!(self.scripts.iter().all(|(form, _)| form == "application/ld+json") && self.scripts.len() <= 1);
        self.scripts.first().map(|(_, text)| serde_json::from_str(text).unwrap())
    }

    /// The thing of this type in the structured data.
    pub fn thing(&self, form: &str) -> Option<Value> {
        let graph = self.linked()?["@graph"].take();
        graph.as_array().unwrap().iter().find(|thing| thing["@type"] == form).cloned()
    }

    pub fn meta(&self, name: &str) -> Option<&str> {
        self.meta.iter().find(|(own, _)| own == name).map(|(_, content)| content.as_str())
    }
}

fn walk(node: &Handle, page: &mut Page) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attrs = attrs.borrow();
        let get = |wanted: &str| {
            attrs.iter().find(|attribute| &*attribute.name.local == wanted).map(|attribute| attribute.value.to_string())
        };
        match &*name.local {
            // A file of the theme holds nothing that an author wrote.
            "script" if get("src").is_some() => {}
            "script" => page.scripts.push((get("type").unwrap_or_default(), text_of(node))),
            "meta" => {
                if let Some(name) = get("property").or_else(|| get("name")) {
                    page.meta.push((name, get("content").unwrap_or_default()));
                }
            }
            _ => {}
        }
    }
    for child in node.children.borrow().iter() {
        walk(child, page);
    }
}

fn text_of(node: &Handle) -> String {
    let children = node.children.borrow();
    let texts = children.iter().filter_map(|child| match &child.data {
        NodeData::Text { contents } => Some(contents.borrow().to_string()),
        _ => None,
    });
    texts.collect()
}
