//! Office files made from texts: archives of named parts.

use std::io::{Cursor, Write as _};

use dossier::media::papers::{Fault, Kind, Office, Unusable, look_into};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these parts, the first not packed.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (number, (name, bytes)) in parts.iter().enumerate() {
        let method = if number == 0 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What is found, each with its part.
pub fn found(format: Office, bytes: &[u8]) -> Vec<(Fault, String)> {
    let report = look_into(Kind::Office(format), bytes).unwrap();
    report.into_iter().map(|finding| (finding.fault, finding.detail.unwrap_or_default())).collect()
}

/// The parts that every DOCX of these tests has, with `body` as its text.
fn docx(body: &str) -> Vec<(&'static str, Vec<u8>)> {
    super::ooxml::text(body)
}

fn borrowed<'a>(parts: &'a [(&'static str, Vec<u8>)]) -> Vec<(&'a str, &'a [u8])> {
    parts.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect()
}

#[test]
fn f61_a_bomb_in_an_office_file_is_refused_before_it_is_unpacked_whole() {
    let zeros = vec![0; 90 << 20];
    let mut parts = docx("");
    for name in ["word/media/a.png", "word/media/b.png", "word/media/c.png"] {
        parts.push((name, zeros.clone()));
    }
    let bomb = archive(&borrowed(&parts));
    assert!(bomb.len() < 1 << 20);
    assert_eq!(look_into(Kind::Office(Office::Docx), &bomb), Err(Unusable::TooLarge));
}

#[test]
fn f61_an_archive_in_an_office_file_is_refused_whatever_its_name() {
    let inner = archive(&[("a.txt", b"words")]);
    let mut parts = docx("");
    parts.push(("word/media/image1.png", inner));
    let found = found(Office::Docx, &archive(&borrowed(&parts)));
    assert!(found.contains(&(Fault::Attachment, "word/media/image1.png".to_owned())), "{found:?}");
}

#[test]
fn f62_what_is_no_archive_or_is_damaged_or_of_another_format_is_refused_as_such() {
    let whole = archive(&borrowed(&docx("")));
    let refused = |format, bytes: &[u8]| look_into(Kind::Office(format), bytes).unwrap_err();
    assert_eq!(refused(Office::Docx, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Unusable::OtherFormat, "an old office file");
    assert_eq!(refused(Office::Docx, &whole[..whole.len() / 2]), Unusable::Damaged(None));
    assert_eq!(refused(Office::Xlsx, &whole), Unusable::OtherFormat);
    assert_eq!(refused(Office::Odt, &whole), Unusable::OtherFormat);
    let broken = archive(&[("word/document.xml", b"<w:document")]);
    assert_eq!(refused(Office::Docx, &broken), Unusable::Damaged(None));
    let entities = archive(&[("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]);
    assert_eq!(refused(Office::Docx, &entities), Unusable::Damaged(None));
    let outside = archive(&[("word/document.xml", b"<a/>"), ("../a.xml", b"<a/>")]);
    assert_eq!(refused(Office::Docx, &outside), Unusable::Damaged(None));
}

#[test]
fn f62_bytes_between_the_parts_of_an_archive_are_refused() {
    let whole = archive(&borrowed(&docx("")));
    let mut commented = ZipWriter::new_append(Cursor::new(whole)).unwrap();
    commented.set_comment("Deniz Kaya").unwrap();
    let commented = commented.finish().unwrap().into_inner();
    assert_eq!(found(Office::Docx, &commented), [(Fault::Leftovers, "a comment on the archive".to_owned())]);
    // A part that was deleted from the directory alone.
    let mut parts = docx("");
    parts.insert(1, ("word/comments.xml", b"<a>Deniz Kaya was the one who told us all of it</a>".to_vec()));
    let whole = archive(&borrowed(&parts));
    let place = whole.windows(17).rposition(|name| name == b"word/comments.xml").unwrap() - 46;
    let mut without = whole[..place].to_vec();
    without.extend(&whole[place + 46 + 17..]);
    let end = without.len() - 22;
    for at in [8, 10] {
        without[end + at] -= 1;
    }
    let size = u32::from_le_bytes(without[end + 12..end + 16].try_into().unwrap()) - 63;
    without[end + 12..end + 16].copy_from_slice(&size.to_le_bytes());
    assert_eq!(found(Office::Docx, &without), [(Fault::Leftovers, "between the parts of the archive".to_owned())]);
}
