//! The objects of a PDF: scripts, attachments, layers, metadata, annotations. Knows names of entries; what is drawn on a page it does not know.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::super::finding::{Fault, Finding};
use super::reach::Reach;
use super::{images, is_something, value};

/// Actions that run a program, send something, play something or lead to a file.
const ACTIONS: [&[u8]; 15] = [
    b"Launch",
    b"SubmitForm",
    b"ResetForm",
    b"ImportData",
    b"Hide",
    b"Named",
    b"Sound",
    b"Movie",
    b"Rendition",
    b"RichMediaExecute",
    b"GoTo3DView",
    b"GoToR",
    b"GoToE",
    b"SetOCGState",
    b"Trans",
];

/// What is found in all objects of `document`.
pub fn look_into(document: &Document, reach: &Reach, found: &mut Vec<Finding>) {
    for (id, object) in &document.objects {
        let page = reach.page(*id);
        if let Object::Stream(stream) = object {
            if images::tells(stream) {
                found.push(Finding::new(Fault::PhotoMetadata).on(page));
            }
            if stream.dict.has_type(b"Metadata") && !stream.content.is_empty() {
                found.push(Finding::new(Fault::Xmp).on(page));
            }
        }
        let mut todo = vec![object];
        while let Some(object) = todo.pop() {
            let dictionary = match object {
                Object::Array(list) => {
                    todo.extend(list);
                    continue;
                }
                Object::Dictionary(dictionary) => dictionary,
                Object::Stream(stream) => &stream.dict,
                _ => continue,
            };
            found.extend(faults(document, dictionary).into_iter().map(|fault| Finding::new(fault).on(page)));
            todo.extend(dictionary.iter().map(|(_, value)| value));
        }
    }
    if let Ok(catalog) = document.catalog() {
        found.extend(of_catalog(document, catalog).map(Finding::new));
    }
}

/// What any dictionary may say.
fn faults(document: &Document, dictionary: &Dictionary) -> Vec<Fault> {
    let has = |key: &[u8]| dictionary.get(key).is_ok_and(|object| is_something(document, object));
    let name = |key: &[u8]| value(document, dictionary, key).and_then(|object| object.as_name().ok());
    let mut faults = Vec::new();
    if has(b"JS") || name(b"S") == Some(b"JavaScript") || has(b"JavaScript") {
        faults.push(Fault::Script);
    }
    if has(b"AA")
        || name(b"S").is_some_and(|action| ACTIONS.contains(&action))
        || leads_into_a_computer(document, dictionary)
    {
        faults.push(Fault::Action);
    }
    let is_file = dictionary.has_type(b"EmbeddedFile") || dictionary.has_type(b"Filespec");
    if is_file || has(b"EF") || has(b"EmbeddedFiles") || has(b"AF") || has(b"Collection") {
        faults.push(Fault::Attachment);
    }
    if dictionary.has_type(b"OCG") || has(b"OCGs") || has(b"OCProperties") {
        faults.push(Fault::Layers);
    }
    if dictionary.has_type(b"Sig") || has(b"ByteRange") {
        faults.push(Fault::Signature);
    }
    if has(b"PieceInfo") || has(b"OPI") || has(b"Alternates") {
        faults.push(Fault::PrivateData);
    }
    if has(b"Thumb") {
        faults.push(Fault::Thumbnail);
    }
    if has(b"XFA") {
        faults.push(Fault::Form);
    }
    faults
}

/// Whether a link leads to something that is not a page of the web, an address of mail or a telephone.
fn leads_into_a_computer(document: &Document, dictionary: &Dictionary) -> bool {
    let Some(Object::String(address, _)) = value(document, dictionary, b"URI") else { return false };
    let address = String::from_utf8_lossy(address).trim().to_ascii_lowercase();
    // A catalog has an entry of the same name, which is a dictionary.
    !["http:", "https:", "mailto:", "tel:", "#"].iter().any(|scheme| address.starts_with(scheme))
}

fn of_catalog<'a>(document: &'a Document, catalog: &'a Dictionary) -> impl Iterator<Item = Fault> + 'a {
    let opens = matches!(value(document, catalog, b"OpenAction"), Some(Object::Dictionary(action))
        if value(document, action, b"S").and_then(|name| name.as_name().ok()) != Some(b"GoTo"));
    let form = match value(document, catalog, b"AcroForm") {
        Some(Object::Dictionary(form)) => form.get(b"Fields").is_ok_and(|fields| is_something(document, fields)),
        _ => false,
    };
    [(opens, Fault::Action), (form, Fault::Form)].into_iter().filter_map(|(is_there, fault)| is_there.then_some(fault))
}

/// What is attached to `page`: only links are part of what is published.
pub fn annotations(document: &Document, page: ObjectId, number: u32) -> Vec<Finding> {
    let list = document.get_dictionary(page).ok().and_then(|page| value(document, page, b"Annots"));
    let Some(Object::Array(list)) = list else { return Vec::new() };
    let faults = list.iter().filter_map(|object| match document.dereference(object) {
        Ok((_, Object::Dictionary(annotation))) => annotation_fault(document, annotation),
        Ok((_, Object::Null)) => None,
        _ => Some(Fault::Comment),
    });
    faults.map(|fault| Finding::new(fault).on(Some(number))).collect()
}

fn annotation_fault(document: &Document, annotation: &Dictionary) -> Option<Fault> {
    let kind = value(document, annotation, b"Subtype").and_then(|name| name.as_name().ok());
    match kind {
        Some(b"Link") => {
            let speaks = [&b"Contents"[..], b"T", b"AP", b"RC", b"Subj"];
            let is_spoken =
                speaks.iter().any(|key| annotation.get(key).is_ok_and(|object| is_something(document, object)));
            is_spoken.then_some(Fault::Comment)
        }
        Some(b"Widget") => Some(Fault::Form),
        Some(b"Redact") => Some(Fault::PendingRedaction),
        Some(b"FileAttachment" | b"Sound" | b"Movie" | b"Screen" | b"3D" | b"RichMedia") => Some(Fault::Attachment),
        _ => Some(Fault::Comment),
    }
}
