//! `OpenDocument` (ISO/IEC 26300): ODT, ODS, ODP. Knows in which part which rules hold.

use roxmltree::Node;

use super::super::finding::{Fault, Finding, Unusable};
use super::super::kind::Office;
use super::container::Part;
use super::odf_rules::{element_faults, has_colour_behind, is_pale_style};
use super::parts::{Role, of_odf};
use super::text::{attribute, has_text};
use super::{picture_fault, xml};

/// Properties that name no person: when the file was made, with which program, and how long it is.
const HARMLESS: [&str; 9] = [
    "generator",
    "creation-date",
    "date",
    "print-date",
    "editing-cycles",
    "editing-duration",
    "document-statistic",
    "language",
    "hyperlink-behaviour",
];
/// Settings that name a printer or a data source.
const TELLING: [&str; 6] = [
    "PrinterName",
    "PrinterSetup",
    "CurrentDatabaseDataSource",
    "CurrentDatabaseCommand",
    "RedlineProtectionKey",
    "EmbedDataSource",
];

/// Looks into the parts of a file in `format`.
pub fn look_into(format: Office, parts: &[Part], found: &mut Vec<Finding>) -> Result<(), Unusable> {
    let named: &[u8] = match format {
        Office::Ods => b"application/vnd.oasis.opendocument.spreadsheet",
        Office::Odp => b"application/vnd.oasis.opendocument.presentation",
        _ => b"application/vnd.oasis.opendocument.text",
    };
    let part = |name: &str| parts.iter().find(|part| part.name == name);
    if part("mimetype").is_none_or(|part| part.bytes.trim_ascii() != named) || part("content.xml").is_none() {
        return Err(Unusable::OtherFormat);
    }
    if let Some(manifest) = part("META-INF/manifest.xml")
        && xml(manifest)?.descendants().any(|node| node.tag_name().name() == "encryption-data")
    {
        return Err(Unusable::Encrypted);
    }
    for part in parts {
        match of_odf(&part.name, part.bytes.is_empty()) {
            Role::Xml => look_into_xml(part, found)?,
            Role::Picture => found.extend(picture_fault(part)),
            Role::Plain => {}
            Role::Wrong(fault) => found.push(Finding::new(fault).of(&part.name)),
        }
    }
    Ok(())
}

fn look_into_xml(part: &Part, found: &mut Vec<Finding>) -> Result<(), Unusable> {
    let document = xml(part)?;
    let root = document.root_element();
    match part.name.as_str() {
        "meta.xml" => found.extend(properties(root)),
        "settings.xml" => found.extend(settings(root)),
        "content.xml" | "styles.xml" => {
            let is_coloured = has_colour_behind(root);
            for node in root.descendants().filter(Node::is_element) {
                let is_pale = !is_coloured && is_pale_style(node);
                let faults = element_faults(node).into_iter().chain(is_pale.then_some(Fault::PaleText));
                found.extend(faults.map(|fault| Finding::new(fault).of(&part.name)));
            }
        }
        _ => {}
    }
    Ok(())
}

fn properties(root: Node) -> Vec<Finding> {
    let all = root.descendants().filter(|node| node.tag_name().name() == "meta" && node.parent() == Some(root));
    let telling = all.flat_map(|meta| meta.children()).filter(Node::is_element).filter(|node| {
        let names_template = node.tag_name().name() == "template" || node.tag_name().name() == "auto-reload";
        !HARMLESS.contains(&node.tag_name().name()) && (names_template || has_text(*node))
    });
    telling.map(|node| Finding::new(Fault::Properties).of(node.tag_name().name())).collect()
}

fn settings(root: Node) -> Vec<Finding> {
    let telling = root.descendants().filter_map(|node| {
        let name = attribute(node, "name").filter(|name| TELLING.contains(name))?;
        has_text(node).then(|| Finding::new(Fault::Properties).of(name))
    });
    telling.collect()
}
