//! What ODT, ODS and ODP must not have beside what is seen.

use dossier::media::papers::{Fault, Kind, Office, Unusable, look_into};

use super::packed::{archive, found};

/// The names of the languages in which the tests write.
const NAMES: &str = "xmlns:office='urn:office' xmlns:text='urn:text' xmlns:table='urn:table' xmlns:style='urn:style' \
    xmlns:fo='urn:fo' xmlns:draw='urn:draw' xmlns:xlink='urn:xlink' xmlns:presentation='urn:presentation' \
    xmlns:meta='urn:meta' xmlns:dc='urn:dc' xmlns:config='urn:config'";

fn file(format: Office, content: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let kind = match format {
        Office::Ods => "spreadsheet",
        Office::Odp => "presentation",
        _ => "text",
    };
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!("<office:document-content {NAMES}>{content}</office:document-content>");
    let more: Vec<(&str, String)> = more.iter().map(|(name, text)| (*name, text.replace("NAMES", NAMES))).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("mimetype", mimetype.as_bytes()),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<a/>"),
    ];
    parts.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
    archive(&parts)
}

fn in_content(format: Office, content: &str) -> Vec<Fault> {
    found(format, &file(format, content, &[])).into_iter().map(|(fault, _)| fault).collect()
}

fn with(part: &str, text: &str) -> Vec<(Fault, String)> {
    found(Office::Odt, &file(Office::Odt, "", &[(part, text)]))
}

#[test]
fn f66_a_file_of_words_and_nothing_else_is_published() {
    let words = "<office:body><text:p>The gate was open, <text:a xlink:href='https://records.example/'>there</text:a>.</text:p></office:body>";
    assert_eq!(in_content(Office::Odt, words), []);
    assert_eq!(in_content(Office::Ods, "<table:table/>"), []);
    let meta = "<office:document-meta NAMES><office:meta><meta:generator>A program</meta:generator>\
        <dc:date>2026-01-01</dc:date><dc:title/></office:meta></office:document-meta>";
    assert_eq!(with("meta.xml", meta), []);
    assert_eq!(with("Configurations2/accelerator/current.xml", ""), []);
}

#[test]
fn f66_authors_and_printers_are_refused_by_name() {
    let meta = "<office:document-meta NAMES><office:meta><meta:initial-creator>Deniz Kaya</meta:initial-creator>\
        <dc:creator>Deniz Kaya</dc:creator><meta:user-defined>12</meta:user-defined></office:meta></office:document-meta>";
    let property = |name: &str| (Fault::Properties, name.to_owned());
    assert_eq!(with("meta.xml", meta), ["creator", "initial-creator", "user-defined"].map(property));
    let settings = "<office:document-settings NAMES><config:config-item config:name='PrinterName'>Kaya office</config:config-item></office:document-settings>";
    assert_eq!(with("settings.xml", settings), [property("PrinterName")]);
}

#[test]
fn f66_comments_changes_hidden_text_and_hidden_sheets_are_refused() {
    let odt = |content| in_content(Office::Odt, content);
    assert_eq!(odt("<office:annotation><text:p>Ask Deniz Kaya</text:p></office:annotation>"), [Fault::Comment]);
    assert_eq!(odt("<text:tracked-changes><text:changed-region/></text:tracked-changes>"), [Fault::TrackedChanges]);
    assert_eq!(odt("<text:tracked-changes/>"), []);
    assert_eq!(odt("<text:hidden-text text:string-value='Deniz Kaya'/>"), [Fault::HiddenText]);
    assert_eq!(odt("<text:section text:display='none'/>"), [Fault::HiddenText]);
    assert_eq!(odt("<style:text-properties text:display='none'/>"), [Fault::HiddenText]);
    assert_eq!(odt("<style:text-properties fo:color='#ffffff'/>"), [Fault::PaleText]);
    assert_eq!(odt("<style:text-properties fo:color='#ffffff' fo:background-color='#000080'/>"), []);
    let ods = |content| in_content(Office::Ods, content);
    assert_eq!(ods("<style:table-properties table:display='false'/>"), [Fault::HiddenSheet]);
    assert_eq!(ods("<table:table-row table:visibility='collapse'/>"), [Fault::HiddenCells]);
    assert_eq!(ods("<table:table-column table:visibility='filter'/>"), [Fault::HiddenCells]);
    let odp = |content| in_content(Office::Odp, content);
    assert_eq!(odp("<style:drawing-page-properties presentation:visibility='hidden'/>"), [Fault::HiddenSlide]);
    assert_eq!(odp("<presentation:notes><text:p>Say nothing of Kaya</text:p></presentation:notes>"), [Fault::Notes]);
    assert_eq!(odp("<presentation:notes><text:p/></presentation:notes>"), []);
}

#[test]
fn f66_objects_macros_thumbnails_and_what_is_fetched_are_refused() {
    for (part, fault) in [
        ("Thumbnails/thumbnail.png", Fault::Thumbnail),
        ("Basic/Standard/Module1.xml", Fault::Script),
        ("Configurations2/accelerator/current.xml", Fault::Script),
        ("Object 1/content.xml", Fault::Attachment),
        ("META-INF/documentsignatures.xml", Fault::Signature),
        ("Versions/Version1", Fault::EarlierRevision),
        ("secret.xml", Fault::UnknownPart),
    ] {
        assert_eq!(with(part, "<a/>"), [(fault, part.to_owned())], "{part}");
    }
    let odt = |content| in_content(Office::Odt, content);
    assert_eq!(odt("<draw:object xlink:href='./Object 1'/>"), [Fault::Attachment]);
    assert_eq!(odt("<draw:image xlink:href='https://tracker.example/a.png'/>"), [Fault::Outside]);
    assert_eq!(odt("<draw:image xlink:href='Pictures/a.png'/>"), []);
    assert_eq!(odt("<style:graphic-properties fo:clip='rect(0cm, 2cm, 0cm, 0cm)'/>"), [Fault::CroppedPicture]);
    assert_eq!(odt("<style:graphic-properties fo:clip='rect(0cm, 0cm, 0cm, 0cm)'/>"), []);
}

#[test]
fn f66_a_file_with_a_password_is_refused_as_such() {
    let manifest = ("META-INF/manifest.xml", "<a><encryption-data/></a>");
    let parts: [(&str, &[u8]); 3] = [
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"\x93\x01"),
        (manifest.0, manifest.1.as_bytes()),
    ];
    assert_eq!(look_into(Kind::Office(Office::Odt), &archive(&parts)), Err(Unusable::Encrypted));
}
