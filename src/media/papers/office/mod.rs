//! Office files: ZIP archives of XML (ISO/IEC 29500 and ISO/IEC 26300). Knows which parts such a file may have; what stands in them the two formats know.

mod container;
mod odf;
mod odf_rules;
mod ooxml;
mod ooxml_rules;
mod parts;
mod text;

use super::finding::{Fault, Finding, Unusable};
use super::kind::Office;
use super::photo::{self, Photo};
use container::Part;

/// Looks into the office file in `bytes`.
pub fn look_into(format: Office, bytes: &[u8]) -> super::Report {
    let (parts, mut found) = container::unpack(bytes)?;
    match format {
        Office::Docx | Office::Xlsx | Office::Pptx => ooxml::look_into(format, &parts, &mut found)?,
        Office::Odt | Office::Ods | Office::Odp => odf::look_into(format, &parts, &mut found)?,
    }
    Ok(found)
}

/// What is wrong with a picture among the parts.
fn picture_fault(part: &Part) -> Option<Finding> {
    let fault = match photo::look_at(&part.bytes) {
        Photo::Clean => return None,
        Photo::Tells => Fault::PhotoMetadata,
        Photo::Unknown => Fault::UncheckedPicture,
    };
    Some(Finding::new(fault).of(&part.name))
}

/// The XML in a part, read without document types, within limits.
fn xml(part: &Part) -> Result<roxmltree::Document<'_>, Unusable> {
    let text = std::str::from_utf8(&part.bytes).map_err(|_| Unusable::Damaged(None))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = roxmltree::ParsingOptions { nodes_limit: 20_000_000, ..roxmltree::ParsingOptions::default() };
    roxmltree::Document::parse_with_options(text, options).map_err(|_| Unusable::Damaged(None))
}
