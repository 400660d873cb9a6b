//! Words on the pages of a PDF that readers do not see.

use dossier::media::papers::{Fault, Kind, look_into};

use super::made::{Pdf, WORDS, stream};

/// What is found on the pages.
fn faults(pdf: &Pdf) -> Vec<(Fault, u32)> {
    let report = look_into(Kind::Pdf, &pdf.bytes()).unwrap();
    report.into_iter().map(|finding| (finding.fault, finding.page.unwrap())).collect()
}

/// What is found on a second page that is drawn so, and on no other.
fn on_page(content: &str) -> Vec<Fault> {
    let found = faults(&Pdf::second(content));
    assert!(found.iter().all(|(_, page)| *page == 2), "{found:?}");
    found.into_iter().map(|(fault, _)| fault).collect()
}

#[test]
fn f65_text_under_a_black_box_is_refused_with_its_page() {
    assert_eq!(faults(&Pdf::second(&format!("{WORDS} 0 g 70 695 60 15 re f"))), [(Fault::CoveredText, 2)]);
    for cover in [
        "1 g 70 695 60 15 re f",
        "0 0 0 rg 70 695 m 130 695 l 130 712 l 70 712 l h f",
        "q 1 0 0 1 70 695 cm 0 0 60 15 re f* Q",
        "q 60 0 0 15 70 695 cm 0 0 1 1 re B Q",
        "14 w 70 703 m 130 703 l S",
        "q 2 0 0 2 0 0 cm 7 w 35 351.5 m 65 351.5 l S Q",
        "q 60 0 0 15 70 695 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q",
    ] {
        assert_eq!(on_page(&format!("{WORDS} {cover}")), [Fault::CoveredText], "{cover}");
    }
}

#[test]
fn f65_boxes_that_leave_the_words_to_be_seen_are_no_fault() {
    for page in [
        format!("0.9 g 70 695 160 15 re f 0 g {WORDS}"),
        format!("{WORDS} 70 600 200 15 re f"),
        format!("{WORDS} 1 w 70 703 m 200 703 l S 72 698 120 0.6 re f"),
        format!("{WORDS} 70 695 160 15 re S"),
        format!("{WORDS} q 0 0 1 1 re W n 70 695 160 15 re f Q"),
        format!("{WORDS} 0 0 595 842 re 60 690 300 40 re f*"),
        "q 0 0 1 RG 0 0 0.5 rg 0 0 595 842 re f 1 g BT /F1 12 Tf 72 700 Td (White on blue) Tj ET Q".to_owned(),
        "BT /F1 12 Tf 72 700 Td [(The) -250 (gate)] TJ 0 -14 TD (was) Tj T* (open) Tj ET".to_owned(),
    ] {
        assert_eq!(on_page(&page), [], "{page}");
    }
}

#[test]
fn f65_a_marker_that_lets_the_words_through_is_no_fault_and_a_dark_one_is() {
    let marked = |settings: &str, colour: &str| {
        let page = format!("{WORDS} /M gs {colour} rg 70 695 160 15 re f");
        let resources = "/Resources<</Font<</F1 3 0 R>>/ExtGState<</M 4 0 R>>>>";
        faults(&Pdf::second(&page).more(settings).page(resources))
    };
    assert_eq!(marked("<</ca 0.4>>", "1 1 0"), []);
    assert_eq!(marked("<</BM/Multiply>>", "1 1 0"), []);
    assert_eq!(marked("<</BM/Multiply>>", "0 0 0"), [(Fault::CoveredText, 2)]);
    assert_eq!(marked("<</ca 0.95>>", "0 0 0"), [(Fault::CoveredText, 2)]);
}

#[test]
fn f65_text_under_a_picture_or_a_form_is_refused() {
    let covered = |object: &str| {
        let page = format!("{WORDS} q 60 0 0 15 70 695 cm /O Do Q");
        faults(&Pdf::second(&page).more(object).page("/Resources<</Font<</F1 3 0 R>>/XObject<</O 4 0 R>>>>"))
    };
    let picture = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8";
    assert_eq!(covered(&stream(picture, "a")), [(Fault::CoveredText, 2)]);
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 1 1]";
    assert_eq!(covered(&stream(form, "0 0 1 1 re f")), [(Fault::CoveredText, 2)]);
    assert_eq!(covered(&stream("/Type/XObject/Subtype/Form/BBox[0 0 0.01 1]", "0 0 1 1 re f")), []);
}

#[test]
fn f65_a_form_that_draws_itself_is_refused_and_ends() {
    let form = stream("/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</O 4 0 R>>>>", "/O Do /O Do");
    let pdf = Pdf::second("/O Do").more(&form).page("/Resources<</XObject<</O 4 0 R>>>>");
    assert_eq!(look_into(Kind::Pdf, &pdf.bytes()), Err(dossier::media::papers::Unusable::TooMuch));
}

#[test]
fn f65_invisible_text_is_refused() {
    for page in [
        "BT /F1 12 Tf 3 Tr 72 700 Td (Deniz Kaya) Tj ET",
        "BT /F1 12 Tf 7 Tr 72 700 Td (Deniz Kaya) Tj ET",
        "BT /F1 0.5 Tf 72 700 Td (Deniz Kaya) Tj ET",
        "BT /F1 12 Tf 0.01 0 0 0.01 72 700 Tm (Deniz Kaya) Tj ET",
        "BT /Missing 12 Tf 72 700 Td (Deniz Kaya) Tj ET",
    ] {
        assert_eq!(on_page(page), [Fault::InvisibleText], "{page}");
    }
    let through = Pdf::second("/N gs BT /F1 12 Tf 72 700 Td (Deniz Kaya) Tj ET").more("<</ca 0>>");
    let through = through.page("/Resources<</Font<</F1 3 0 R>>/ExtGState<</N 4 0 R>>>>");
    assert_eq!(faults(&through), [(Fault::InvisibleText, 2)]);
}

#[test]
fn f65_text_in_the_colour_of_what_is_behind_it_is_refused() {
    let words = "BT /F1 12 Tf 72 700 Td (Deniz Kaya) Tj ET";
    for before in ["1 g", "1 1 1 rg", "0 0 0 0 k", "/DeviceRGB cs 1 1 1 sc", "0.98 g", "0 0 595 842 re f"] {
        assert_eq!(on_page(&format!("{before} {words}")), [Fault::PaleText], "{before}");
    }
    assert_eq!(on_page(&format!("1 0 0 rg 0 0 595 842 re f {words}")), [Fault::PaleText], "red on red");
    assert_eq!(on_page(&format!("0.6 g {words}")), []);
}

#[test]
fn f65_text_outside_of_the_page_is_refused() {
    assert_eq!(on_page("BT /F1 12 Tf 700 700 Td (Deniz Kaya) Tj ET"), [Fault::TextOutside]);
    assert_eq!(on_page("0 0 50 50 re W n BT /F1 12 Tf 72 700 Td (Deniz Kaya) Tj ET"), [Fault::TextOutside]);
    assert_eq!(faults(&Pdf::second(WORDS).page("/CropBox[0 0 595 600]")), [(Fault::TextOutside, 2)]);
}

#[test]
fn f65_the_place_of_words_follows_from_the_widths_of_their_font() {
    let wide = "<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 65/Widths[2000 100]/Encoding/WinAnsiEncoding>>";
    let composite = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</W[65[2000 100]]>>]>>";
    for (font, text) in [(wide, "(AB)"), (composite, "<00410042>")] {
        // The first letter is 20 wide, the second 1: it begins at 92.
        let page = |left: f64| format!("BT /F2 10 Tf 72 700 Td {text} Tj ET {left} 698 1 10 re f");
        let pdf = |left| Pdf::second(&page(left)).more(font).page("/Resources<</Font<</F2 4 0 R>>>>");
        assert_eq!(faults(&pdf(92.0)), [(Fault::CoveredText, 2)], "{font}");
        assert_eq!(faults(&pdf(84.0)), [], "{font}");
    }
}

#[test]
fn f65_spaces_are_no_words() {
    assert_eq!(on_page("BT /F1 12 Tf 72 700 Td (   ) Tj ET 0 0 595 842 re f"), []);
    assert_eq!(on_page("BT /F1 12 Tf 3 Tr 72 700 Td ( ) Tj ET"), []);
}
