//! The file of a PDF as a whole: earlier revisions, pieces that nothing leads to, properties. Knows offsets and tables, not pages.

use std::collections::BTreeSet;

use lopdf::xref::XrefEntry;
use lopdf::{Document, Object, Stream};

use super::super::MOST_UNPACKED;
use super::super::finding::{Fault, Finding, Unusable};
use super::reach::Reach;
use super::{is_something, value};

/// Properties that name no person: when the file was made, and with which program.
const HARMLESS: [&[u8]; 6] = [b"Producer", b"Creator", b"CreationDate", b"ModDate", b"Trapped", b"PTEX.Fullbanner"];

/// What is found in the file of `document`.
pub fn look_into(document: &Document, bytes: &[u8], reach: &Reach) -> Result<Vec<Finding>, Unusable> {
    let mut found = Vec::new();
    if is_updated(document, bytes) {
        found.push(Finding::new(Fault::EarlierRevision));
    }
    if let Some(Object::Dictionary(properties)) = value(document, &document.trailer, b"Info") {
        let telling = properties.iter().filter(|(key, value)| {
            let is_named = HARMLESS.contains(&key.as_slice()) && !has_path(value);
            !is_named && is_something(document, value)
        });
        found.extend(telling.map(|(key, _)| Finding::new(Fault::Properties).of(&String::from_utf8_lossy(key))));
    }
    if has_leftovers(document, bytes, reach)? {
        found.push(Finding::new(Fault::Leftovers));
    }
    Ok(found)
}

/// Whether the name of a program is the path of a file.
fn has_path(value: &Object) -> bool {
    matches!(value, Object::String(text, _) if text.contains(&b'\\') || text.windows(2).any(|two| two == b":/"))
}

/// Whether the file was added to after it was made, or goes on behind its end.
fn is_updated(document: &Document, bytes: &[u8]) -> bool {
    let end = memchr::memmem::rfind(bytes, b"%%EOF").map_or(0, |at| at + 5);
    let behind = bytes.get(end..).unwrap_or_default();
    let is_stale = document.linearization.as_ref().is_some_and(|linear| {
        usize::try_from(linear.file_length).is_ok_and(|length| length.abs_diff(bytes.len()) > behind.len())
    });
    let marks = memchr::memmem::find_iter(bytes, b"%%EOF").count();
    let expected = if document.linearization.is_some() { 2 } else { 1 };
    document.revision_count() > 1
        || is_stale
        || (marks > expected && document.xref_section_count > expected)
        || behind.iter().any(|byte| !byte.is_ascii_whitespace() && *byte != 0)
}

/// Whether there are objects that nothing leads to, or that are in the file and not in its table.
fn has_leftovers(document: &Document, bytes: &[u8], reach: &Reach) -> Result<bool, Unusable> {
    let mut starts = BTreeSet::new();
    for (number, entry) in &document.reference_table.entries {
        match entry {
            XrefEntry::Normal { offset, generation } => {
                // An object of the table that is not there was not understood: it may hold anything.
                if !document.has_object((*number, *generation)) {
                    return Err(Unusable::Damaged(None));
                }
                starts.insert(behind_space(bytes, usize::try_from(*offset).unwrap_or(usize::MAX)));
            }
            XrefEntry::Compressed { .. } => {
                if !document.has_object((*number, 0)) {
                    return Err(Unusable::Damaged(None));
                }
            }
            XrefEntry::Free | XrefEntry::UnusableFree => {}
        }
    }
    let is_alone = document.objects.iter().any(|(id, object)| {
        let is_told = document.linearization.as_ref().is_some_and(|linear| linear.id == *id);
        !reach.has(*id) && !is_told && !is_of_the_file(document, *id, object, bytes)
    });
    if is_alone || headers(bytes).any(|start| !starts.contains(&start)) {
        return Ok(true);
    }
    for (id, object) in &document.objects {
        if let Object::Stream(stream) = object
            && stream.dict.has_type(b"ObjStm")
            && has_shadow(document, id.0, stream)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether the object is one that only the file itself needs: tables, packed objects, hints.
fn is_of_the_file(document: &Document, id: lopdf::ObjectId, object: &Object, bytes: &[u8]) -> bool {
    let Object::Stream(stream) = object else { return object.is_null() };
    let is_hint = || {
        let Some(XrefEntry::Normal { offset, .. }) = document.reference_table.get(id.0) else { return false };
        let start = behind_space(bytes, usize::try_from(*offset).unwrap_or(usize::MAX)) as u64;
        document.linearization.as_ref().is_some_and(|linear| linear.hint_streams.iter().any(|(at, _)| *at == start))
    };
    stream.dict.has_type(b"XRef") || stream.dict.has_type(b"ObjStm") || is_hint()
}

/// Whether a stream of packed objects holds one that the table looks for elsewhere.
fn has_shadow(document: &Document, container: u32, stream: &Stream) -> Result<bool, Unusable> {
    let most = usize::try_from(MOST_UNPACKED).unwrap_or(usize::MAX);
    let content = stream.get_plain_content_with_limit(most).map_err(|_| Unusable::Damaged(None))?;
    let first = stream.dict.get(b"First").and_then(Object::as_i64).ok().and_then(|first| usize::try_from(first).ok());
    let head = first.and_then(|first| content.get(..first)).ok_or(Unusable::Damaged(None))?;
    let head = std::str::from_utf8(head).map_err(|_| Unusable::Damaged(None))?;
    let numbers: Vec<Option<u32>> = head.split_ascii_whitespace().map(|number| number.parse().ok()).collect();
    Ok(numbers.chunks(2).any(|pair| match pair {
        [Some(number), Some(_)] => !matches!(
            document.reference_table.get(*number),
            Some(XrefEntry::Compressed { container: own, .. }) if *own == container
        ),
        _ => true,
    }))
}

fn behind_space(bytes: &[u8], start: usize) -> usize {
    let space = bytes.get(start..).unwrap_or_default().iter().take_while(|byte| is_space(**byte)).count();
    start.saturating_add(space)
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

/// Where `12 0 obj` stands at the beginning of a line.
fn headers(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    memchr::memmem::find_iter(bytes, b" obj").filter_map(|at| {
        let before = bytes.get(..at)?;
        let generation = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let before = before.get(..before.len() - generation)?.strip_suffix(b" ")?;
        let number = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let start = before.len() - number;
        let is_line = start == 0 || matches!(bytes.get(start - 1), Some(b'\n' | b'\r'));
        (generation > 0 && number > 0 && is_line).then_some(start)
    })
}
