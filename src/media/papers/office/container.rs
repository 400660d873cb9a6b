//! The archive of an office file, unpacked within limits. Knows ZIP (APPNOTE 6.3) and that nothing may stand between its parts; what the parts are it does not know.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use zip::{CompressionMethod, ZipArchive};

use super::super::MOST_UNPACKED;
use super::super::finding::{Fault, Finding, Unusable};

/// The most parts of one file.
const MOST_PARTS: usize = 20_000;
/// The most bytes that may follow a part to say how long it was.
const MOST_BEHIND: u64 = 24;

/// The first bytes of archives, of older office files and of PDFs: files in a file.
const FILES: [&[u8]; 9] =
    [b"PK\x03\x04", b"Rar!", b"7z\xBC\xAF", b"\x1F\x8B", b"BZh", b"\xFD7zXZ", b"\xD0\xCF\x11\xE0", b"%PDF-", b"MSCF"];

/// One part.
pub struct Part {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The parts of the archive in `bytes`, and what is found in the archive itself.
pub fn unpack(bytes: &[u8]) -> Result<(Vec<Part>, Vec<Finding>), Unusable> {
    let damaged = |_| Unusable::Damaged(None);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Unusable::TooLarge);
    }
    let mut found = Vec::new();
    if !archive.comment().is_empty() {
        found.push(Finding::new(Fault::Leftovers).of("a comment on the archive"));
    }
    let (mut parts, mut places, mut names) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(damaged)?;
        if entry.encrypted() {
            return Err(Unusable::Encrypted);
        }
        let is_known = matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
        let name = entry.name().map_err(damaged)?.into_owned();
        let is_inside = !name.starts_with('/') && !name.contains('\\') && !name.split('/').any(|step| step == "..");
        let start = entry.data_start().ok_or(Unusable::Damaged(None))?;
        if !is_known || !is_inside || entry.is_symlink() || !names.insert(name.to_ascii_lowercase()) {
            return Err(Unusable::Damaged(None));
        }
        places.push((entry.header_start(), start.saturating_add(entry.compressed_size())));
        let is_folder = entry.is_dir();
        drop(entry);
        if is_folder {
            continue;
        }
        let mut part = Vec::new();
        archive
            .by_index(index)
            .map_err(damaged)?
            .take(left + 1)
            .read_to_end(&mut part)
            .map_err(|_| Unusable::Damaged(None))?;
        left = left.checked_sub(part.len() as u64).ok_or(Unusable::TooLarge)?;
        if FILES.iter().any(|first| part.starts_with(first)) {
            found.push(Finding::new(Fault::Attachment).of(&name));
        }
        parts.push(Part { name, bytes: part });
    }
    if !is_filled(places, archive.central_directory_start()) {
        found.push(Finding::new(Fault::Leftovers).of("between the parts of the archive"));
    }
    Ok((parts, found))
}

/// Whether the parts fill the archive, from its beginning up to its directory.
fn is_filled(mut places: Vec<(u64, u64)>, directory: u64) -> bool {
    places.sort_unstable();
    let ends = places.iter().map(|(_, end)| *end);
    let mut next = places.iter().map(|(start, _)| *start).skip(1).chain([directory]);
    places.first().is_none_or(|(start, _)| *start == 0)
        && ends.into_iter().all(|end| next.next().is_some_and(|start| (end..=end + MOST_BEHIND).contains(&start)))
}
