//! Office Open XML (ISO/IEC 29500): DOCX, XLSX, PPTX. Knows in which part which rules hold.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::super::finding::{Fault, Finding, Unusable};
use super::super::kind::Office;
use super::container::Part;
use super::ooxml_rules::{element_faults, relation_fault};
use super::parts::{Role, of_ooxml};
use super::text::{attribute, is_switched_on};
use super::{picture_fault, xml};

/// Properties that name no person: when the file was made, with which program, and how long it is.
const HARMLESS: [&str; 27] = [
    "created",
    "modified",
    "lastPrinted",
    "revision",
    "version",
    "language",
    "Application",
    "AppVersion",
    "TotalTime",
    "Pages",
    "Words",
    "Characters",
    "CharactersWithSpaces",
    "Lines",
    "Paragraphs",
    "Slides",
    "Notes",
    "HiddenSlides",
    "MMClips",
    "DocSecurity",
    "ScaleCrop",
    "LinksUpToDate",
    "SharedDoc",
    "HyperlinksChanged",
    "HeadingPairs",
    "TitlesOfParts",
    "PresentationFormat",
];
/// The part with the styles of a text.
const STYLES: &str = "word/styles.xml";
/// Names of templates that come with the program.
const TEMPLATES: [&str; 4] = ["Normal", "Normal.dotm", "Normal.dot", "Office Theme"];

/// Looks into the parts of a file in `format`.
pub fn look_into(format: Office, parts: &[Part], found: &mut Vec<Finding>) -> Result<(), Unusable> {
    let main = match format {
        Office::Xlsx => "xl/workbook.xml",
        Office::Pptx => "ppt/presentation.xml",
        _ => "word/document.xml",
    };
    if !parts.iter().any(|part| part.name == main) {
        return Err(Unusable::OtherFormat);
    }
    let hidden = hidden_styles(parts)?;
    for part in parts {
        match of_ooxml(format, &part.name) {
            Role::Xml => look_into_xml(part, &hidden, found)?,
            Role::Picture => found.extend(picture_fault(part)),
            Role::Plain => {}
            Role::Wrong(fault) => found.push(Finding::new(fault).of(&part.name)),
        }
    }
    Ok(())
}

fn look_into_xml(part: &Part, hidden: &BTreeSet<String>, found: &mut Vec<Finding>) -> Result<(), Unusable> {
    let document = xml(part)?;
    let root = document.root_element();
    let name = part.name.to_ascii_lowercase();
    if name.starts_with("docprops/") && !name.contains("_rels/") {
        found.extend(properties(root));
        return Ok(());
    }
    let is_styles = name == STYLES || name == "word/styleswitheffects.xml";
    for node in root.descendants().filter(Node::is_element) {
        let faults = relation_fault(node).into_iter().chain(element_faults(node, is_styles));
        found.extend(faults.map(|fault| Finding::new(fault).of(&part.name)));
        let has_style = matches!(node.tag_name().name(), "pStyle" | "rStyle" | "tblStyle");
        if has_style && attribute(node, "val").is_some_and(|style| hidden.contains(style)) {
            found.push(Finding::new(Fault::HiddenText).of(&part.name));
        }
    }
    Ok(())
}

/// The styles of a text that hide what has them.
fn hidden_styles(parts: &[Part]) -> Result<BTreeSet<String>, Unusable> {
    let Some(part) = parts.iter().find(|part| part.name.eq_ignore_ascii_case(STYLES)) else {
        return Ok(BTreeSet::new());
    };
    let document = xml(part)?;
    let styles = document.root_element().descendants().filter(|node| node.tag_name().name() == "style");
    let hiding = styles
        .filter(|style| style.descendants().any(|node| node.tag_name().name() == "vanish" && is_switched_on(node)));
    Ok(hiding.filter_map(|style| attribute(style, "styleId").map(str::to_owned)).collect())
}

fn properties(root: Node) -> Vec<Finding> {
    let telling = root.children().filter(Node::is_element).filter(|node| {
        let name = node.tag_name().name();
        let text = node.text().unwrap_or_default().trim();
        let is_template = name == "Template" && TEMPLATES.contains(&text);
        !HARMLESS.contains(&name) && !is_template && super::text::has_text(*node)
    });
    telling.map(|node| Finding::new(Fault::Properties).of(node.tag_name().name())).collect()
}
