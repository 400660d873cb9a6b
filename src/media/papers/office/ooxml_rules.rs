//! What elements of Office Open XML say that readers do not see (ISO/IEC 29500-1). Knows elements and attributes, not the parts in which they stand.

use roxmltree::Node;

use super::super::finding::Fault;
use super::text::{attribute, is_local_path, is_on, is_switched_on, is_web_address, is_white};

/// Elements of tracked changes (17.13.5).
const CHANGES: [&str; 24] = [
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "moveFromRangeStart",
    "moveToRangeStart",
    "delText",
    "delInstrText",
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "tblGridChange",
    "tblPrExChange",
    "tcPrChange",
    "trPrChange",
    "numberingChange",
    "cellIns",
    "cellDel",
    "cellMerge",
    "customXmlInsRangeStart",
    "customXmlDelRangeStart",
    "customXmlMoveFromRangeStart",
    "customXmlMoveToRangeStart",
];
/// Fields that fetch what they show.
const FETCHING: [&str; 7] = ["INCLUDEPICTURE", "INCLUDETEXT", "DDE", "DDEAUTO", "LINK", "DATABASE", "RD"];

/// What is wrong with an element.
pub fn element_faults(node: Node, is_style: bool) -> impl Iterator<Item = Fault> {
    let name = node.tag_name().name();
    let is_text = node.tag_name().namespace().is_some_and(|namespace| namespace.contains("wordprocessingml"));
    [
        by_name(node, name, is_text),
        (is_text && !is_style).then(|| hidden_text(node, name)).flatten(),
        hidden_part(node, name),
        names_somebody(node).then_some(Fault::Properties),
        node.attributes().any(|attribute| is_local_path(attribute.value())).then_some(Fault::LocalPath),
    ]
    .into_iter()
    .flatten()
}

fn by_name(node: Node, name: &str, is_text: bool) -> Option<Fault> {
    match name {
        _ if is_text && CHANGES.contains(&name) => Some(Fault::TrackedChanges),
        "commentReference" | "commentRangeStart" | "legacyDrawing" => Some(Fault::Comment),
        "object" | "oleObject" | "oleObj" | "oleObjects" | "control" | "controls" | "altChunk" | "OLEObject" => {
            Some(Fault::Attachment)
        }
        "docVar" => Some(Fault::Properties),
        "mailMerge" | "attachedTemplate" | "externalReference" | "webPublishItem" => Some(Fault::Outside),
        "instrText" => {
            let field = node.text().unwrap_or_default().split_whitespace().next().unwrap_or_default();
            FETCHING.contains(&field).then_some(Fault::Outside)
        }
        _ => None,
    }
}

/// Text of a run that is hidden, white on white, or too small to be seen.
fn hidden_text(node: Node, name: &str) -> Option<Fault> {
    match name {
        "vanish" | "specVanish" if is_switched_on(node) => Some(Fault::HiddenText),
        "sz" if attribute(node, "val").and_then(|size| size.parse().ok()).is_some_and(|size: u32| size <= 2) => {
            Some(Fault::HiddenText)
        }
        "color" => {
            let is_pale = attribute(node, "val").is_some_and(is_white)
                || attribute(node, "themeColor").is_some_and(|colour| matches!(colour, "background1" | "light1"));
            (is_pale && !is_shaded(node)).then_some(Fault::PaleText)
        }
        _ => None,
    }
}

/// Whether anything around the run gives it a colour behind the text.
fn is_shaded(node: Node) -> bool {
    let properties = node.ancestors().flat_map(|around| {
        let own = around.children().filter(|child| child.tag_name().name().ends_with("Pr"));
        own.flat_map(|properties| properties.children()).chain(around.children())
    });
    let mut behind = properties.filter(|child| matches!(child.tag_name().name(), "shd" | "highlight"));
    let is_seen = |colour: &str| !is_white(colour) && !matches!(colour, "auto" | "clear" | "none" | "white");
    behind.any(|shade| {
        let named = if shade.tag_name().name() == "shd" { "fill" } else { "val" };
        attribute(shade, named).is_some_and(is_seen) || attribute(shade, "themeFill").is_some()
    }) || node.ancestors().any(|around| matches!(around.tag_name().name(), "txbxContent" | "tblStylePr"))
}

/// Sheets, slides, rows, shapes and parts of pictures that are hidden.
fn hidden_part(node: Node, name: &str) -> Option<Fault> {
    let fault = match name {
        "sheet" if attribute(node, "state").is_some_and(|state| state != "visible") => Fault::HiddenSheet,
        "row" | "col" if is_on(node, "hidden") => Fault::HiddenCells,
        "numFmt" if attribute(node, "formatCode").is_some_and(|code| code.trim() == ";;;") => Fault::HiddenCells,
        "sld" if attribute(node, "show").is_some_and(|show| matches!(show, "0" | "false")) => Fault::HiddenSlide,
        "cNvPr" | "docPr" if is_on(node, "hidden") => Fault::HiddenObject,
        "srcRect" if ["l", "t", "r", "b"].iter().any(|side| attribute(node, side).is_some_and(|cut| cut != "0")) => {
            Fault::CroppedPicture
        }
        "absPath" => Fault::LocalPath,
        _ => return None,
    };
    Some(fault)
}

fn names_somebody(node: Node) -> bool {
    ["author", "initials", "userName", "userId", "lastModifiedBy"]
        .iter()
        .any(|name| attribute(node, name).is_some_and(|value| !value.trim().is_empty()))
}

/// What is wrong with a relation to another part or to an address.
pub fn relation_fault(node: Node) -> Option<Fault> {
    if attribute(node, "TargetMode") != Some("External") {
        return None;
    }
    let target = attribute(node, "Target").unwrap_or_default();
    let is_link = attribute(node, "Type").is_some_and(|kind| kind.ends_with("/hyperlink"));
    (!is_link || !is_web_address(target)).then_some(Fault::Outside)
}
