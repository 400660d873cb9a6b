//! PDFs (ISO 32000-2). Knows in which order a file is looked into; objects and pages each know their own rules.

mod colour;
mod drawing;
mod file;
mod font;
mod geometry;
mod images;
mod objects;
mod painter;
mod reach;
mod seen;
mod state;

use lopdf::{Document, Error, LoadOptions, Object};

use super::finding::{Finding, Unusable};
use super::{MOST_UNPACKED, Report};
use reach::Reach;

/// Looks into the PDF in `bytes`. It can end the process, by a stack that overflows.
pub fn look_into(bytes: &[u8]) -> Report {
    let document = load(bytes)?;
    let reach = Reach::of(&document);
    let mut found = file::look_into(&document, bytes, &reach)?;
    objects::look_into(&document, &reach, &mut found);
    for (number, page) in document.get_pages() {
        found.extend(page_faults(&document, number, page)?);
    }
    Ok(found)
}

fn page_faults(document: &Document, number: u32, page: lopdf::ObjectId) -> Report {
    let mut found = objects::annotations(document, page, number);
    let faults = painter::look_at(document, page).map_err(|unusable| match unusable {
        Unusable::Damaged(_) => Unusable::Damaged(Some(number)),
        other => other,
    })?;
    found.extend(faults.into_iter().map(|fault| Finding::new(fault).on(Some(number))));
    Ok(found)
}

/// The document, as its own tables say; one that has to be repaired could be read in another way by others.
fn load(bytes: &[u8]) -> Result<Document, Unusable> {
    let options = LoadOptions { max_decompressed_size: usize::try_from(MOST_UNPACKED).ok(), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => Unusable::Encrypted,
        Error::Decompress(_) => Unusable::TooMuch,
        _ => Unusable::Damaged(None),
    })?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Unusable::Encrypted);
    }
    if document.xref_recovery.is_some() || document.get_pages().is_empty() {
        return Err(Unusable::Damaged(None));
    }
    Ok(document)
}

/// What `object` is, behind its references.
fn follow<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Object> {
    document.dereference(object).ok().map(|(_, object)| object)
}

/// What stands at `key`, behind its references; nothing for `null`.
fn value<'a>(document: &'a Document, dictionary: &'a lopdf::Dictionary, key: &[u8]) -> Option<&'a Object> {
    follow(document, dictionary.get(key).ok()?).filter(|object| !object.is_null())
}

/// Whether `object` holds something: a text with letters, a list or dictionary with entries, anything else but `null`.
fn is_something(document: &Document, object: &Object) -> bool {
    match follow(document, object) {
        None | Some(Object::Null) => false,
        Some(Object::String(text, _)) => {
            text.iter().any(|byte| !matches!(byte, 0 | b' ' | b'\t' | b'\r' | b'\n' | 0xFE | 0xFF))
        }
        Some(Object::Array(list)) => !list.is_empty(),
        Some(Object::Dictionary(dictionary)) => !dictionary.is_empty(),
        Some(_) => true,
    }
}
