//! What a PDF must not have beside its pages.

use dossier::media::papers::{Fault, Kind, Unusable, look_into};

use super::made::{Pdf, WORDS, stream};

/// What is found, each with its page and its detail.
fn found(bytes: &[u8]) -> Vec<(Fault, Option<u32>, Option<String>)> {
    let report = look_into(Kind::Pdf, bytes).unwrap();
    report.into_iter().map(|finding| (finding.fault, finding.page, finding.detail)).collect()
}

/// What is found, without details.
fn faults(pdf: &Pdf) -> Vec<(Fault, Option<u32>)> {
    found(&pdf.bytes()).into_iter().map(|(fault, page, _)| (fault, page)).collect()
}

#[test]
fn f65_a_pdf_of_pages_and_nothing_else_is_published() {
    assert_eq!(faults(&Pdf::of(&[WORDS, WORDS])), []);
    let link = "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://records.example/)>>>>]";
    assert_eq!(faults(&Pdf::second(WORDS).page(link)), [], "a link");
    let made = Pdf::of(&[WORDS]).more("<</Producer(A program 1.0)/CreationDate(D:20260101)/Author()>>");
    assert_eq!(faults(&made.trailer("/Info 4 0 R")), [], "the program and the time");
}

#[test]
fn f65_author_title_and_keys_of_ones_own_are_refused_by_name_and_never_by_value() {
    let properties =
        "<</Author(Deniz Kaya)/Title(Statement of Deniz Kaya)/Case#20file(12)/Creator(C:\\\\Users\\\\deniz)>>";
    let pdf = Pdf::of(&[WORDS]).more(properties).trailer("/Info 4 0 R");
    let property = |key: &str| (Fault::Properties, None, Some(key.to_owned()));
    assert_eq!(
        found(&pdf.bytes()),
        [property("Author"), property("Case file"), property("Creator"), property("Title")]
    );
}

#[test]
fn f65_an_xmp_packet_is_refused_also_one_of_a_page() {
    let xmp = stream("/Type/Metadata/Subtype/XML", "<x:xmpmeta/>");
    assert_eq!(faults(&Pdf::of(&[WORDS]).more(&xmp).catalog("/Metadata 4 0 R")), [(Fault::Xmp, None)]);
    assert_eq!(faults(&Pdf::second(WORDS).more(&xmp).page("/Metadata 4 0 R")), [(Fault::Xmp, Some(2))]);
}

#[test]
fn f65_javascript_and_actions_are_refused() {
    let script = "<</S/JavaScript/JS(app.alert\\(1\\))>>";
    let opened = Pdf::of(&[WORDS]).more(script).catalog("/OpenAction 4 0 R");
    assert_eq!(faults(&opened), [(Fault::Script, None), (Fault::Action, None)]);
    let named = Pdf::of(&[WORDS]).more(script).catalog("/Names<</JavaScript<</Names[(a) 4 0 R]>>>>");
    assert_eq!(faults(&named), [(Fault::Script, None)]);
    let page = Pdf::second(WORDS).more("<</O<</S/Launch/F(a.exe)>>>>").page("/AA 4 0 R");
    assert_eq!(faults(&page), [(Fault::Action, Some(2))]);
    let path = "/Annots[<</Subtype/Link/A<</S/URI/URI(file:///C:/Users/deniz/a.pdf)>>>>]";
    assert_eq!(faults(&Pdf::second(WORDS).page(path)), [(Fault::Action, Some(2))]);
}

#[test]
fn f65_an_attachment_is_refused() {
    let file = stream("/Type/EmbeddedFile", "words");
    let named = "/Names<</EmbeddedFiles<</Names[(a.txt) 5 0 R]>>>>";
    let pdf = Pdf::of(&[WORDS]).more(&file).more("<</Type/Filespec/F(a.txt)/EF<</F 4 0 R>>>>").catalog(named);
    assert_eq!(faults(&pdf), [(Fault::Attachment, None)]);
    let pinned = Pdf::second(WORDS).page("/Annots[<</Subtype/FileAttachment>>]");
    assert_eq!(faults(&pinned), [(Fault::Attachment, Some(2))]);
}

#[test]
fn f65_annotations_are_refused_with_their_page() {
    for (annotation, fault) in [
        ("<</Subtype/Text/Contents(Ask Deniz Kaya)>>", Fault::Comment),
        ("<</Subtype/Highlight/T(Deniz Kaya)>>", Fault::Comment),
        ("<</Subtype/Square/IC[0 0 0]>>", Fault::Comment),
        ("<</Subtype/Link/Contents(Ask Deniz Kaya)>>", Fault::Comment),
        ("<</Subtype/Widget/FT/Tx/V(Deniz Kaya)>>", Fault::Form),
        ("<</Subtype/Redact/QuadPoints[0 0 9 0 9 9 0 9]>>", Fault::PendingRedaction),
    ] {
        let pdf = Pdf::second(WORDS).more(annotation).page("/Annots[4 0 R]");
        assert_eq!(faults(&pdf), [(fault, Some(2))], "{annotation}");
    }
}

#[test]
fn f65_layers_forms_signatures_private_data_and_thumbnails_are_refused() {
    let layers =
        Pdf::of(&[WORDS]).more("<</Type/OCG/Name(Names)>>").catalog("/OCProperties<</OCGs[4 0 R]/D<</OFF[4 0 R]>>>>");
    assert_eq!(faults(&layers), [(Fault::Layers, None)]);
    let used = Pdf::second(WORDS).more("<</Type/OCG/Name(Names)>>").catalog("/OCProperties<</OCGs[4 0 R]/D<<>>>>");
    let used = used.page("/Resources<</Font<</F1 3 0 R>>/Properties<</L 4 0 R>>>>");
    assert_eq!(faults(&used), [(Fault::Layers, None), (Fault::Layers, Some(2))], "with its page");
    let form = Pdf::of(&[WORDS]).more("<</FT/Tx/V(Deniz Kaya)>>").catalog("/AcroForm<</Fields[4 0 R]>>");
    assert_eq!(faults(&form), [(Fault::Form, None)]);
    let signed = Pdf::of(&[WORDS]).more("<</Type/Sig/Name(Deniz Kaya)>>").catalog("/Perms<</DocMDP 4 0 R>>");
    assert_eq!(faults(&signed), [(Fault::Signature, None)]);
    let private = Pdf::second(WORDS).page("/PieceInfo<</Drawing<</Private(words)>>>>");
    assert_eq!(faults(&private), [(Fault::PrivateData, Some(2))]);
    let small = Pdf::second(WORDS).more(&stream("/Width 1/Height 1", "a")).page("/Thumb 4 0 R");
    assert_eq!(faults(&small), [(Fault::Thumbnail, Some(2))]);
}

#[test]
fn f65_an_earlier_revision_is_refused() {
    let pdf = Pdf::of(&["BT /F1 12 Tf 72 700 Td (Deniz Kaya was there.) Tj ET"]);
    let updated = pdf.updated(5, &stream("", "BT /F1 12 Tf 72 700 Td (A witness was there.) Tj ET"));
    let faults: Vec<Fault> = found(&updated).into_iter().map(|(fault, _, _)| fault).collect();
    assert_eq!(faults, [Fault::EarlierRevision, Fault::Leftovers]);
    let mut behind = pdf.bytes();
    behind.extend(b"<html>words</html>");
    assert_eq!(found(&behind), [(Fault::EarlierRevision, None, None)], "what goes on behind the end");
}

#[test]
fn f65_what_no_page_shows_any_more_is_refused() {
    let deleted = stream("", "BT /F1 12 Tf 72 700 Td (Deniz Kaya was there.) Tj ET");
    assert_eq!(faults(&Pdf::of(&[WORDS]).more(&deleted)), [(Fault::Leftovers, None)]);
    let text = String::from_utf8(Pdf::of(&[WORDS]).bytes()).unwrap();
    let (table, rest) = text.split_at(text.find("xref\n").unwrap());
    let hidden = "99 0 obj\n(Deniz Kaya)\nendobj\n";
    let rest =
        rest.replace(&format!("startxref\n{}", table.len()), &format!("startxref\n{}", table.len() + hidden.len()));
    assert_eq!(
        found(format!("{table}{hidden}{rest}").as_bytes()),
        [(Fault::Leftovers, None, None)],
        "not in the table"
    );
}

#[test]
fn f63_a_photograph_in_a_pdf_keeps_its_metadata_and_is_refused_with_its_page() {
    let photo = |segment: &str| {
        let data = format!("\u{7f}D{segment}\u{7f}ZZ\u{7f}Y");
        stream(
            "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode",
            &data,
        )
    };
    // Bytes above 127 are put in afterwards: the tests write text.
    let jpeg = |segment: &str| {
        let pdf =
            Pdf::second("q 9 0 0 9 0 0 cm /P Do Q").more(&photo(segment)).page("/Resources<</XObject<</P 4 0 R>>>>");
        let mut bytes = pdf.bytes();
        let start = bytes.windows(2).position(|two| two == b"\x7fD").unwrap();
        let end = bytes.windows(2).rposition(|two| two == b"\x7fY").unwrap() + 2;
        for at in start..end {
            bytes[at] = match bytes[at] {
                0x7F => 0xFF,
                b'D' => 0xD8,
                b'Y' => 0xD9,
                b'Z' if bytes[at - 1] == 0xFF => 0xDA,
                b'E' if bytes[at - 1] == 0xFF => 0xE1,
                other => other,
            };
        }
        bytes
    };
    assert_eq!(found(&jpeg("")), []);
    assert_eq!(found(&jpeg("\u{7f}E\0\u{7}words")), [(Fault::PhotoMetadata, Some(2), None)]);
}

#[test]
fn f62_what_is_no_pdf_or_is_broken_is_refused_as_such() {
    let whole = Pdf::of(&[WORDS]).bytes();
    let refused = |bytes: &[u8]| look_into(Kind::Pdf, bytes).unwrap_err();
    assert_eq!(refused(b"<html><!--\n%PDF-1.7"), Unusable::OtherFormat, "a page that is a PDF as well");
    assert_eq!(refused(b"PK\x03\x04"), Unusable::OtherFormat);
    for end in [9, whole.len() / 3, whole.len() / 2, whole.len() - 20] {
        assert_eq!(refused(&whole[..end]), Unusable::Damaged(None), "cut after {end} bytes");
    }
    let unclosed = Pdf::second("BT /F1 12 Tf 72 700 Td (The gate").bytes();
    assert_eq!(refused(&unclosed), Unusable::Damaged(Some(2)), "a page that breaks off");
    let locked = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pdf/password.pdf")).unwrap();
    assert_eq!(refused(&locked), Unusable::Encrypted);
}
