//! What DOCX, XLSX and PPTX must not have beside what is seen.

use dossier::media::papers::{Fault, Office};

use super::packed::{archive, found};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SLIDE: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

/// The parts of a DOCX with this body.
pub fn text(body: &str) -> Vec<(&'static str, Vec<u8>)> {
    let document = format!("<w:document xmlns:w=\"{WORD}\" xmlns:a=\"urn:a\"><w:body>{body}</w:body></w:document>");
    vec![
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("_rels/.rels", b"<Relationships/>".to_vec()),
        ("word/document.xml", document.into_bytes()),
    ]
}

/// What is found in a DOCX with this body and these parts.
fn docx(body: &str, more: &[(&'static str, &str)]) -> Vec<(Fault, String)> {
    let mut parts = text(body);
    parts.extend(more.iter().map(|(name, bytes)| (*name, bytes.as_bytes().to_vec())));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    found(Office::Docx, &archive(&parts))
}

/// The faults in the body of a DOCX.
fn in_body(body: &str) -> Vec<Fault> {
    docx(body, &[]).into_iter().map(|(fault, _)| fault).collect()
}

/// What is found in an XLSX with this workbook, sheet and parts.
fn xlsx(workbook: &str, sheet: &str, more: &[(&'static str, &str)]) -> Vec<(Fault, String)> {
    let workbook = format!("<workbook xmlns=\"{SHEET}\">{workbook}</workbook>");
    let sheet = format!("<worksheet xmlns=\"{SHEET}\">{sheet}</worksheet>");
    let mut parts =
        vec![("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", &workbook), ("xl/worksheets/sheet1.xml", &sheet)];
    parts.extend(more);
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (*name, bytes.as_bytes())).collect();
    found(Office::Xlsx, &archive(&parts))
}

/// What is found in a PPTX with this slide and these parts.
fn pptx(slide: &str, more: &[(&'static str, &str)]) -> Vec<(Fault, String)> {
    let slide = slide.replace("<p:sld", &format!("<p:sld xmlns:p=\"{SLIDE}\""));
    let mut parts =
        vec![("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<a/>"), ("ppt/slides/slide1.xml", &slide)];
    parts.extend(more);
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (*name, bytes.as_bytes())).collect();
    found(Office::Pptx, &archive(&parts))
}

#[test]
fn f66_a_file_of_words_and_nothing_else_is_published() {
    let core = "<c:core xmlns:c='urn:c'><c:created>2026-01-01</c:created><c:creator> </c:creator></c:core>";
    let app =
        "<Properties><Application>A program</Application><Pages>1</Pages><Template>Normal.dotm</Template></Properties>";
    let link = "<Relationships><Relationship Type='urn:r/hyperlink' Target='https://records.example/' TargetMode='External'/></Relationships>";
    let more = [("docProps/core.xml", core), ("docProps/app.xml", app), ("word/_rels/document.xml.rels", link)];
    assert_eq!(docx("<w:p><w:r><w:t>The gate was open.</w:t></w:r></w:p>", &more), []);
    assert_eq!(xlsx("<sheets><sheet name='A'/></sheets>", "<row><c/></row>", &[]), []);
    assert_eq!(pptx("<p:sld/>", &[]), []);
}

#[test]
fn f66_author_last_editor_company_and_properties_of_ones_own_are_refused_by_name() {
    let core = "<c:core xmlns:c='urn:c'><c:creator>Deniz Kaya</c:creator><c:lastModifiedBy>Deniz Kaya</c:lastModifiedBy></c:core>";
    let app = "<Properties><Company>Kaya and Sons</Company><Template>C:\\Users\\deniz\\a.dotx</Template></Properties>";
    let more = [("docProps/core.xml", core), ("docProps/app.xml", app), ("docProps/custom.xml", "<a/>")];
    let property = |name: &str| (Fault::Properties, name.to_owned());
    assert_eq!(
        docx("", &more),
        ["Company", "Template", "creator", "docProps/custom.xml", "lastModifiedBy"].map(property)
    );
}

#[test]
fn f66_comments_and_those_who_wrote_them_are_refused() {
    let found = docx("<w:p><w:commentReference/></w:p>", &[("word/comments.xml", "<a/>"), ("word/people.xml", "<a/>")]);
    let comment = |part: &str| (Fault::Comment, part.to_owned());
    assert_eq!(found, ["word/comments.xml", "word/document.xml", "word/people.xml"].map(comment));
    let threads = [("xl/threadedComments/threadedComment1.xml", "<a/>"), ("xl/comments1.xml", "<a/>")];
    assert_eq!(xlsx("", "", &threads).len(), 2);
}

#[test]
fn f66_tracked_changes_are_refused() {
    for change in [
        "<w:p><w:ins w:id='1'><w:r/></w:ins></w:p>",
        "<w:p><w:del><w:r><w:delText>Deniz Kaya</w:delText></w:r></w:del></w:p>",
        "<w:p><w:pPr><w:pPrChange/></w:pPr></w:p>",
        "<w:p><w:moveFrom/></w:p>",
    ] {
        assert_eq!(in_body(change), [Fault::TrackedChanges], "{change}");
    }
    assert_eq!(in_body("<a:ins/>"), [], "an element of another language");
    assert_eq!(in_body("<w:p w:author='Deniz Kaya'/>"), [Fault::Properties]);
    let history = pptx("<p:sld/>", &[("ppt/changesInfos/changesInfo1.xml", "<a/>")]);
    assert_eq!(history, [(Fault::TrackedChanges, "ppt/changesInfos/changesInfo1.xml".to_owned())]);
}

#[test]
fn f66_hidden_and_white_text_is_refused() {
    let run = |properties: &str| format!("<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>Deniz Kaya</w:t></w:r></w:p>");
    assert_eq!(in_body(&run("<w:vanish/>")), [Fault::HiddenText]);
    assert_eq!(in_body(&run("<w:vanish w:val='0'/>")), []);
    assert_eq!(in_body(&run("<w:sz w:val='1'/>")), [Fault::HiddenText]);
    assert_eq!(in_body(&run("<w:color w:val='FFFFFF'/>")), [Fault::PaleText]);
    assert_eq!(in_body(&run("<w:color w:val='FFFFFF'/><w:shd w:fill='000080'/>")), []);
    let cell = "<w:tc><w:tcPr><w:shd w:fill='000080'/></w:tcPr>";
    assert_eq!(in_body(&format!("{cell}{}</w:tc>", run("<w:color w:val='FFFFFF'/>"))), [], "in a dark cell");
    let styles =
        format!("<w:styles xmlns:w='{WORD}'><w:style w:styleId='Gone'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>");
    assert_eq!(docx(&run(""), &[("word/styles.xml", &styles)]), [], "a style that nothing has");
    let used = docx(&run("<w:rStyle w:val='Gone'/>"), &[("word/styles.xml", &styles)]);
    assert_eq!(used, [(Fault::HiddenText, "word/document.xml".to_owned())]);
}

#[test]
fn f66_hidden_sheets_rows_slides_shapes_and_notes_are_refused() {
    let faults = |found: Vec<(Fault, String)>| found.into_iter().map(|(fault, _)| fault).collect::<Vec<_>>();
    assert_eq!(faults(xlsx("<sheets><sheet state='hidden'/></sheets>", "", &[])), [Fault::HiddenSheet]);
    assert_eq!(faults(xlsx("<sheets><sheet state='veryHidden'/></sheets>", "", &[])), [Fault::HiddenSheet]);
    assert_eq!(faults(xlsx("", "<row hidden='1'/>", &[])), [Fault::HiddenCells]);
    assert_eq!(faults(xlsx("", "<cols><col hidden='1'/></cols>", &[])), [Fault::HiddenCells]);
    assert_eq!(faults(xlsx("", "", &[("xl/styles.xml", "<a><numFmt formatCode=';;;'/></a>")])), [Fault::HiddenCells]);
    assert_eq!(faults(xlsx("", "", &[("xl/pivotCache/pivotCacheRecords1.xml", "<a/>")])), [Fault::HiddenCells]);
    assert_eq!(faults(xlsx("<absPath url='C:\\Users\\deniz\\'/>", "", &[])), [Fault::LocalPath]);
    assert_eq!(faults(pptx("<p:sld show='0'/>", &[])), [Fault::HiddenSlide]);
    assert_eq!(faults(pptx("<p:sld><p:cNvPr hidden='1'/></p:sld>", &[])), [Fault::HiddenObject]);
    assert_eq!(faults(pptx("<p:sld/>", &[("ppt/notesSlides/notesSlide1.xml", "<a/>")])), [Fault::Notes]);
}

#[test]
fn f66_files_macros_thumbnails_and_unknown_parts_are_refused() {
    for (part, fault) in [
        ("word/embeddings/oleObject1.bin", Fault::Attachment),
        ("word/vbaProject.bin", Fault::Script),
        ("docProps/thumbnail.jpeg", Fault::Thumbnail),
        ("customXml/item1.xml", Fault::Properties),
        ("word/printerSettings/printerSettings1.bin", Fault::Properties),
        ("word/glossary/document.xml", Fault::HiddenCells),
        ("word/secret.xml", Fault::UnknownPart),
        ("xl/workbook.xml", Fault::UnknownPart),
    ] {
        assert_eq!(docx("", &[(part, "<a/>")]), [(fault, part.to_owned())], "{part}");
    }
}

#[test]
fn f66_pictures_with_metadata_cropped_or_of_an_unknown_format_are_refused() {
    let picture = |bytes: &str| docx("", &[("word/media/image1.gif", bytes)]);
    let fault = |fault| vec![(fault, "word/media/image1.gif".to_owned())];
    assert_eq!(picture("GIF89a"), []);
    assert_eq!(picture("GIF89a!\u{7f}"), []);
    assert_eq!(picture("\u{1}\0\0\0EMF"), fault(Fault::UncheckedPicture));
    assert_eq!(in_body("<a:srcRect l='10000'/>"), [Fault::CroppedPicture]);
    assert_eq!(in_body("<a:srcRect/>"), []);
}

#[test]
fn f66_what_is_fetched_when_the_file_is_opened_is_refused() {
    let related = |relation: &str| {
        docx(
            "",
            &[("word/_rels/document.xml.rels", &format!("<Relationships><Relationship {relation}/></Relationships>"))],
        )
    };
    for relation in [
        "Type='urn:r/image' Target='https://tracker.example/a.png' TargetMode='External'",
        "Type='urn:r/attachedTemplate' Target='https://a.example/a.dotm' TargetMode='External'",
        "Type='urn:r/hyperlink' Target='smb://server/a' TargetMode='External'",
    ] {
        assert_eq!(related(relation), [(Fault::Outside, "word/_rels/document.xml.rels".to_owned())], "{relation}");
    }
    assert_eq!(
        in_body("<w:instrText> INCLUDEPICTURE \"https://tracker.example/a.png\"</w:instrText>"),
        [Fault::Outside]
    );
}
