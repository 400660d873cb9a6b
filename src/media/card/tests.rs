//! Cards as pictures: their form and size, and that letters join.
#![allow(clippy::unwrap_used, reason = "a test")]

use super::*;

fn card(title: &str, language: &str) -> Card {
    Card {
        kind: "Hearing".into(),
        title: title.into(),
        date: "3 September 2020".into(),
        site: "The Ankara Hearings".into(),
        language: Language::parse(language).unwrap(),
    }
}

fn drawn(card: &Card) -> Vec<u8> {
    Artist::new().unwrap().draw(card).unwrap()
}

#[test]
fn a_card_is_a_png_of_1200_by_630_that_is_small_and_always_the_same() {
    let long = "A very long title of a hearing that says all at once ".repeat(9);
    for title in ["12th hearing", "Ağrı’da çığlık: İlhami Öztürk, Şîlan û Ümît", long.as_str(), &"x".repeat(300), ""]
    {
        let card = card(title, "tr");
        let bytes = drawn(&card);
        assert_eq!(bytes, drawn(&card));
        let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        reader.finish().unwrap();
        assert_eq!((info.width, info.height), (WIDTH, HEIGHT));
        assert!(bytes.len() <= 60 * 1024, "{title}: {} bytes", bytes.len());
        assert!(pixels.iter().any(|byte| *byte != 0));
    }
}

#[test]
fn every_letter_of_the_languages_of_the_site_can_be_drawn_and_others_are_told() {
    let artist = Artist::new().unwrap();
    for (title, language) in [
        ("ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ abcçdefgğhıijklmnoöprsştuüvyz â î û Â Î Û ’“”–…", "tr"),
        ("ABCÇDEÊFGHIÎJKLMNOPQRSŞTUÛVWXYZ abcçdeêfghiîjklmnopqrsştuûvwxyz", "ku"),
        ("جلسة الاستماع الثانية عشرة، ٣ أيلول ٢٠٢٠؟", "ar"),
        ("دانیشتنی دادگا لە هەولێر: پ چ ژ گ ڤ ڕ ڵ ۆ ێ", "ckb"),
        ("Слушание: Ирина и Ґалина", "ru"),
        ("Ἀθήνα: Η δίκη".trim_start_matches('Ἀ'), "el"),
        ("Məhkəmə: Ḥalab, Ḍāḥiya, ʿAlī", "az"),
    ] {
        assert!(artist.can_draw(&card(title, language)), "{title}");
    }
    for title in ["第十二次", "שימוע", "🕯"] {
        assert!(!artist.can_draw(&card(title, "en")), "{title}");
    }
}

#[test]
fn letters_join_run_from_the_right_and_follow_the_language() {
    let fonts = super::fonts::Fonts::new().unwrap();
    let glyphs = |text: &str, language: &str| {
        let language = Language::parse(language).unwrap();
        let setter = super::line::Setter { fonts: &fonts, language: &language };
        let line = setter.line(text, super::fonts::Style::Title, 50.0);
        line.glyphs.iter().map(|glyph| glyph.id).collect::<Vec<_>>()
    };
    // Three letters that stand alone are other shapes than the same three in a word; their dots stay what they are.
    let alone: Vec<u16> = ["ب", "ت", "ب"].iter().flat_map(|letter| glyphs(letter, "ar")).collect();
    let joined = glyphs("بتب", "ar");
    assert_eq!(joined.iter().filter(|glyph| !alone.contains(glyph)).count(), 3, "{joined:?} {alone:?}");
    // The first letter of a word stands last, at the right.
    assert_eq!(glyphs("اد", "ar").last(), glyphs("ا", "ar").first());
    // Latin within Arabic keeps its own way.
    let mixed = glyphs("محكمة ABC", "ar");
    let latin = glyphs("ABC", "en");
    assert!(mixed.windows(latin.len()).any(|window| window == latin), "{mixed:?} {latin:?}");
}
