//! What elements of `OpenDocument` say that readers do not see (ISO/IEC 26300-1). Knows elements and attributes, not the parts in which they stand.

use roxmltree::Node;

use super::super::finding::Fault;
use super::text::{attribute, has_text, is_local_path, is_web_address, is_white};

/// What is wrong with an element.
pub fn element_faults(node: Node) -> Vec<Fault> {
    let name = node.tag_name().name();
    let is_style = node.tag_name().namespace().is_some_and(|namespace| namespace.contains("style"));
    let found = [
        by_name(node, name),
        hidden(node, name, is_style),
        is_cropped(node).then_some(Fault::CroppedPicture),
        leads_away(node, name).then_some(Fault::Outside),
        node.attributes().any(|attribute| is_local_path(attribute.value())).then_some(Fault::LocalPath),
    ];
    found.into_iter().flatten().collect()
}

fn by_name(node: Node, name: &str) -> Option<Fault> {
    match name {
        "annotation" | "annotation-end" => Some(Fault::Comment),
        "tracked-changes" if node.children().any(|child| child.is_element()) => Some(Fault::TrackedChanges),
        "change" | "change-start" | "change-end" => Some(Fault::TrackedChanges),
        "hidden-text" | "hidden-paragraph" => Some(Fault::HiddenText),
        "object" | "object-ole" | "plugin" | "applet" | "floating-frame" => Some(Fault::Attachment),
        "event-listener" | "script" => Some(Fault::Script),
        "dde-source" | "dde-connection-decl" | "cell-range-source" | "table-source" => Some(Fault::Outside),
        "notes" if node.tag_name().namespace().is_some_and(|namespace| namespace.contains("presentation")) => {
            has_text(node).then_some(Fault::Notes)
        }
        _ => None,
    }
}

fn hidden(node: Node, name: &str, is_style: bool) -> Option<Fault> {
    let says = |key: &str, values: &[&str]| attribute(node, key).is_some_and(|value| values.contains(&value));
    let fault = match name {
        "text-properties" if is_style && says("display", &["none", "condition"]) => Fault::HiddenText,
        "section" if says("display", &["none", "condition"]) => Fault::HiddenText,
        "table-properties" if is_style && says("display", &["false"]) => Fault::HiddenSheet,
        "table-row" | "table-column" if says("visibility", &["collapse", "filter"]) => Fault::HiddenCells,
        "drawing-page-properties" if says("visibility", &["hidden"]) => Fault::HiddenSlide,
        _ if says("display", &["none"]) && !is_style => Fault::HiddenObject,
        _ => return None,
    };
    Some(fault)
}

/// `fo:clip="rect(0cm, 1cm, 0cm, 0cm)"` with a length that is not zero.
fn is_cropped(node: Node) -> bool {
    attribute(node, "clip")
        .is_some_and(|clip| clip.contains("rect") && clip.contains(|letter| matches!(letter, '1'..='9')))
}

/// Whether the element shows or opens something that is not inside.
fn leads_away(node: Node, name: &str) -> bool {
    let Some(address) = attribute(node, "href") else { return false };
    let address = address.trim();
    let is_inside =
        address.is_empty() || (!address.contains(':') && !address.starts_with('/') && !address.starts_with(".."));
    if name == "a" { !is_web_address(address) } else { !is_inside }
}

/// Whether anything in the file has a colour behind its text.
pub fn has_colour_behind(root: Node) -> bool {
    let is_seen = |colour: &str| !is_white(colour) && colour != "transparent";
    root.descendants().any(|node| {
        attribute(node, "background-color").is_some_and(is_seen) || attribute(node, "fill-color").is_some_and(is_seen)
    })
}

/// Whether a style makes its text white, or too small to be seen.
pub fn is_pale_style(node: Node) -> bool {
    node.tag_name().name() == "text-properties"
        && (attribute(node, "color").is_some_and(is_white)
            || attribute(node, "font-size").is_some_and(|size| matches!(size, "0pt" | "0.1pt" | "1pt")))
}
