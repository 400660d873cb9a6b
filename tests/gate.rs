//! The leak gate tried on itself: two hundred names in every form, every notation and every place. All must be found, or a site
//! that holds one would be published.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::io::Write as _;

use dossier::foundation::output_file::{MediaType, OutputFile};
use dossier::foundation::route::Route;
use dossier::output::gate::{Fault, Gate, Hit};
use flate2::Compression;
use flate2::read::{DeflateEncoder, GzEncoder, ZlibEncoder};
use icu_casemap::CaseMapper;
use icu_normalizer::DecomposingNormalizer;

const GIVEN: [&str; 20] = [
    "Ayşe Nur",
    "İlhami",
    "Işık",
    "Çağla",
    "Özgür",
    "Ümit",
    "Şêrko",
    "Êzîdî",
    "Xecê",
    "Ğazi",
    "Mehmet Ali",
    "Ûsiv",
    "Ada",
    "Sırrı",
    "Gökçe",
    "Dîlan",
    "Jîyan",
    "Zoë",
    "Łukasz",
    "Иван",
];
const SURNAMES: [&str; 10] =
    ["Balı", "Kurt", "Yılmazoğlu", "Öz", "Şahin", "Çelik", "İnce-Işık", "Weiß", "Demirtaş", "كردی"];

fn names() -> Vec<String> {
    GIVEN.iter().flat_map(|given| SURNAMES.iter().map(move |surname| format!("{given} {surname}"))).collect()
}

/// The forms in which a name is written.
fn forms(name: &str) -> Vec<(&'static str, String)> {
    let turkish = "tr".parse().unwrap();
    let root = "und".parse().unwrap();
    let cases = CaseMapper::new();
    let (given, surname) = name.rsplit_once(' ').unwrap();
    let folded = dossier::foundation::fold::FoldKey::of(name).as_str().to_owned();
    vec![
        ("as written", name.to_owned()),
        ("upper case", cases.uppercase_to_string(name, &root).into_owned()),
        ("Turkish upper case", cases.uppercase_to_string(name, &turkish).into_owned()),
        ("lower case", cases.lowercase_to_string(name, &root).into_owned()),
        ("Turkish lower case", cases.lowercase_to_string(name, &turkish).into_owned()),
        ("decomposed", DecomposingNormalizer::new_nfd().normalize(name).into_owned()),
        ("folded", folded.clone()),
        ("slug", folded.replace(' ', "-")),
        ("underscores", folded.replace(' ', "_")),
        ("surname first", format!("{surname}, {given}")),
        ("backwards", name.chars().rev().collect()),
        ("with an ending", format!("{name}’nın")),
        ("over two lines", name.replace(' ', "\r\n ")),
        ("hard spaces", name.replace(' ', "\u{a0}")),
    ]
}

/// The notations of a text, as the bytes of a whole file.
fn notations(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let each = |format: &dyn Fn(char) -> String| text.chars().map(format).collect::<String>().into_bytes();
    let percent = |text: &str| {
        text.bytes().fold(String::new(), |mut all, byte| {
            write!(all, "%{byte:02X}").unwrap();
            all
        })
    };
    let units = |unit: &dyn Fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let middle = text.char_indices().nth(2).map_or(0, |(at, _)| at);
    let (head, tail) = text.split_at(middle);
    let escaped = text.encode_utf16().fold(String::new(), |mut all, unit| {
        write!(all, "\\u{unit:04x}").unwrap();
        all
    });
    let hex = text.bytes().fold(String::new(), |mut all, byte| {
        write!(all, "{byte:02x}").unwrap();
        all
    });
    vec![
        ("plain", text.as_bytes().to_vec()),
        ("decimal entities", each(&|letter| format!("&#{};", letter as u32))),
        ("hexadecimal entities", each(&|letter| format!("&#x{:X};", letter as u32))),
        (
            "named entities",
            html_escape::encode_text(text)
                .replace('ş', "&scedil;")
                .replace('ç', "&ccedil;")
                .replace('ı', "&imath;")
                .into_bytes(),
        ),
        ("entities twice", each(&|letter| format!("&amp;#{};", letter as u32))),
        ("percent", percent(text).into_bytes()),
        ("percent twice", percent(text).replace('%', "%25").into_bytes()),
        ("escapes of JSON", escaped.clone().into_bytes()),
        ("escapes of JSON twice", escaped.replace('\\', "\\\\").into_bytes()),
        ("escapes of CSS", each(&|letter| format!("\\{:x} ", letter as u32))),
        ("quoted-printable", percent(text).replace('%', "=").into_bytes()),
        ("UTF-16, little end first", units(&u16::to_le_bytes)),
        ("UTF-16, big end first", units(&u16::to_be_bytes)),
        ("base64", base64(text.as_bytes())),
        ("base64, one on", base64(format!(" {text}").as_bytes())),
        ("base64, two on", base64(format!("  {text}").as_bytes())),
        ("hexadecimal", hex.into_bytes()),
        ("split by tags", format!("{head}<b>{tail}</b>").into_bytes()),
        ("split by a comment", format!("{head}<!-- x -->{tail}").into_bytes()),
        ("soft hyphen", format!("{head}\u{ad}{tail}").into_bytes()),
        ("soft hyphen as an entity", format!("{head}&shy;{tail}").into_bytes()),
        ("no width", format!("{head}\u{200b}{tail}").into_bytes()),
        ("joiner", format!("{head}\u{2060}{tail}").into_bytes()),
        ("gzip", packed(GzEncoder::new(text.as_bytes(), Compression::default()))),
        ("zip", zip(text.as_bytes())),
        ("PNG, text", png(*b"tEXt", &[b"Author\0", text.as_bytes()].concat())),
        ("PNG, packed text", png(*b"zTXt", &[b"Author\0\0".to_vec(), zlib(text.as_bytes())].concat())),
        (
            "PNG, packed international text",
            png(*b"iTXt", &[b"Author\0\x01\0tr\0\0".to_vec(), zlib(text.as_bytes())].concat()),
        ),
        ("JPEG, comment", [b"\xff\xd8\xff\xfe\x00\x40", text.as_bytes(), b"\xff\xd9"].concat()),
        (
            "JPEG, EXIF in UTF-16",
            [b"\xff\xd8\xff\xe1\x00\x40Exif\0\0MM\0*".to_vec(), units(&u16::to_le_bytes)].concat(),
        ),
        ("WebP, XMP", [b"RIFF\0\0\0\0WEBPXMP \0\0\0\0<dc:creator>", text.as_bytes()].concat()),
        (
            "PDF, metadata",
            [b"%PDF-1.7\n1 0 obj <</Author (\xfe\xff".to_vec(), units(&u16::to_be_bytes), b")>>".to_vec()].concat(),
        ),
        ("PDF, hexadecimal", pdf(format!("BT <{}> Tj ET", hex_of(&units(&u16::to_be_bytes))).as_bytes())),
        ("PDF, packed page", pdf(format!("BT [({head}) -20 ({tail})] TJ ET").as_bytes())),
    ]
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    bytes
        .chunks(3)
        .flat_map(|group| {
            let bits = group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
            (0..=group.len()).map(move |at| LETTERS[(bits >> (18 - 6 * at) & 63) as usize])
        })
        .collect()
}

fn hex_of(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut all, byte| {
        write!(all, "{byte:02X}").unwrap();
        all
    })
}

fn packed(mut packer: impl std::io::Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    packer.read_to_end(&mut bytes).unwrap();
    bytes
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    packed(ZlibEncoder::new(bytes, Compression::default()))
}

fn zip(bytes: &[u8]) -> Vec<u8> {
    let mut file = b"PK\x03\x04\x14\0\0\0\x08\0".to_vec();
    file.extend([0; 16]);
    file.extend(1_u16.to_le_bytes());
    file.extend([0, 0, b'a']);
    file.extend(packed(DeflateEncoder::new(bytes, Compression::default())));
    file
}

fn png(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\0IHDR\0\0\0\0".to_vec();
    file.write_all(&u32::try_from(data.len()).unwrap().to_be_bytes()).unwrap();
    file.write_all(&kind).unwrap();
    file.write_all(data).unwrap();
    file.write_all(&[0; 4]).unwrap();
    file
}

fn pdf(page: &[u8]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n2 0 obj <</Filter /FlateDecode>> stream\r\n".to_vec();
    file.extend(zlib(page));
    file.extend(b"\nendstream endobj");
    file
}

/// The places where a text can stand in a file.
fn places(text: &str) -> Vec<(&'static str, String)> {
    let filler = "<p>Bir duruşma daha yapıldı, the court adjourned.</p>\n".repeat(2_000);
    vec![
        ("alone", text.to_owned()),
        ("running text", format!("<p>then {text}, who")),
        ("a heading", format!("<h1>{text}</h1>")),
        ("an attribute", format!("<img alt=\"a photo of {text}\" src=x>")),
        ("an attribute without quotes", format!("<a data-x={text}>")),
        ("a comment", format!("<!-- {text} -->")),
        ("a script", format!("<script>var x='{text}'</script>")),
        ("JSON", format!("{{\"name\":\"{text}\"}}")),
        ("CSV", format!("1,{text},2\r\n")),
        ("an address", format!("<a href=\"/people/{text}/index.html\">")),
        ("behind much else", format!("{filler}{text}")),
        ("before much else", format!("{text} {filler}")),
    ]
}

/// Input E55.
#[test]
fn two_hundred_names_are_found_in_every_form_and_notation() {
    let names = names();
    assert_eq!(names.len(), 200);
    let gate = Gate::new(names.iter().map(String::as_str)).unwrap();
    let (mut tried, mut missed) = (0, Vec::new());
    for (index, name) in names.iter().enumerate() {
        for (form, text) in forms(name) {
            for (notation, bytes) in notations(&text) {
                tried += 1;
                if !gate.names_in(&bytes).contains(&index) {
                    missed.push(format!("{name}: {form}, {notation}: {}", String::from_utf8_lossy(&bytes)));
                }
            }
        }
    }
    assert_eq!(tried, 95_200);
    missed.truncate(40);
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// Input E55.
#[test]
fn names_are_found_in_every_place_of_a_file() {
    let gate = Gate::new(["Ayşe Nur Işık"]).unwrap();
    for (form, text) in forms("Ayşe Nur Işık") {
        for (notation, bytes) in notations(&text) {
            let Ok(written) = String::from_utf8(bytes) else { continue };
            if written.contains('\0') || written.starts_with("PK") {
                continue;
            }
            for (place, file) in places(&written) {
                // Comments do not stand in comments: the first end ends both.
                if notation == "split by a comment" && place == "a comment" {
                    continue;
                }
                assert!(!gate.names_in(file.as_bytes()).is_empty(), "{form}, {notation}, {place}: {written}");
            }
        }
    }
}

/// A word in another script than Latin has no zero byte in UTF-16, and in some scripts none that text in UTF-8 has not.
#[test]
fn names_without_a_zero_byte_are_found_in_utf_16() {
    let names = [
        "Мухаммед",
        "Ян",
        "كردی",
        "محمد",
        "ﻣﺤﻤﺪ",
        "Σωκράτης",
        "רחל",
        "Հայկ",
        "თამარ",
        "สมชาย",
        "महेश",
        "ଓଡ଼ିଆ",
        "한국인",
        "中村",
        "李小龙",
        "ひろし",
    ];
    let files = |text: &str| {
        let units = |unit: &dyn Fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let [little, big] = [units(&u16::to_le_bytes), units(&u16::to_be_bytes)];
        let in_letters = |bytes: &[u8]| {
            let on = |from: usize| base64(&[&b"xyz"[..from], bytes].concat());
            [on(0), on(1), on(2), hex_of(bytes).into_bytes(), hex_of(bytes).to_lowercase().into_bytes()]
        };
        let words = [in_letters(&little), in_letters(&big)].concat();
        let pages = words.iter().map(|word| [b"<p data-x=\"", word.as_slice(), b"\">A page</p>"].concat());
        let files: Vec<Vec<u8>> = pages.chain(words.iter().cloned()).chain([little, big]).collect();
        files
    };
    for name in names {
        let gate = Gate::new([name]).unwrap();
        let with_others = Gate::new(["Ayşe Nur Işık", name, "Ada Kurt"]).unwrap();
        for text in [name.to_owned(), name.to_uppercase(), name.chars().rev().collect()] {
            for file in files(&text) {
                assert!(!file.contains(&0), "{name}");
                assert!(gate.names_in(&file).contains(&0), "{text}: {}", String::from_utf8_lossy(&file));
                assert!(with_others.names_in(&file).contains(&1), "{text}: {}", String::from_utf8_lossy(&file));
            }
        }
    }
    let wide: String = "AyseNurIsik".chars().filter_map(|letter| char::from_u32(letter as u32 + 0xfee0)).collect();
    let gate = Gate::new(["Ayşe Nur Işık"]).unwrap();
    for text in [wide.as_str(), "Ayşe Nur Işık", "kışI ruN eşyA"] {
        for file in files(text) {
            assert!(!gate.names_in(&file).is_empty(), "{text}: {}", String::from_utf8_lossy(&file));
        }
    }
    // A short name must be a word, which it is not behind a letter.
    let gate = Gate::new(["Ada Kurt"]).unwrap();
    for text in ["Ada Kurt", "adaKurt", "truK adA"] {
        let words = files(text);
        for file in [&words[0], &words[3], &words[5], &words[8]] {
            assert!(!gate.names_in(file).is_empty(), "{text}: {}", String::from_utf8_lossy(file));
        }
    }
}

#[test]
fn a_packing_in_a_packing_is_looked_through() {
    let gate = Gate::new(["Ayşe Nur Işık"]).unwrap();
    let inner = packed(GzEncoder::new("Ayşe Nur Işık".as_bytes(), Compression::default()));
    let text = format!("data:application/gzip;base64,{}", String::from_utf8(base64(&inner)).unwrap());
    assert_eq!(gate.names_in(text.as_bytes()).len(), 1);
    assert_eq!(gate.names_in(&zip(text.as_bytes())).len(), 1);
}

#[test]
fn a_site_without_the_names_passes() {
    let gate = Gate::new(names().iter().map(String::as_str)).unwrap();
    for text in [
        "<p>Balıkçı Kurtuluş Mahallesi; Ayşe Nur ile Mehmet Ali geldi.</p>",
        "Ümitsiz bir Şahinler maçı",
        "The decade of facades",
        "QmFzZTY0IHdpdGhvdXQgYW55IG5hbWU=",
    ] {
        assert!(gate.names_in(text.as_bytes()).is_empty(), "{text}");
    }
}

/// The search keeps words folded, each apart from the others, and names whole: both are found.
#[test]
fn names_are_found_in_the_files_of_the_search() {
    let tree = dossier::source::tree::SourceTree::from_texts([
        ("dossier.toml", "title = \"Record\"\n"),
        ("content/people/ayse.md", "---\nname: Ayşe Nur Işık\n---\n"),
        ("content/about.md", "---\ntitle: About\n---\n\nŞêrkozade’nin evi. Çağla İnce-Işık.\n"),
    ]);
    let now = dossier::foundation::date::Moment::parse("2026-01-01T00:00+00:00").unwrap();
    let built = dossier::pipeline::Pipeline::default().build(&tree, &dossier::pipeline::Options::at(now)).value;
    let files: Vec<_> =
        built.files.into_iter().filter(|file| file.route.output_path().starts_with("search/")).collect();
    let found = |name: &str| -> Vec<String> {
        let hits = Gate::new([name]).unwrap().search(&files).hits;
        hits.into_iter().map(|hit| files[hit.file].route.output_path()).collect()
    };
    assert_eq!(found("Ayşe Nur Işık"), ["search/cards/0.js", "search/names/0.js"]);
    assert_eq!(found("Şêrkozade"), ["search/cards/0.js", "search/words/0.js"]);
    assert_eq!(found("Çağla Şêrkozade"), [""; 0]);
    let listed = String::from_utf8(
        files.iter().find(|file| file.route.output_path() == "search/words/0.js").unwrap().bytes.to_vec(),
    )
    .unwrap();
    assert!(listed.contains("[\"serkozade\",1,\"\",") && listed.contains("[\"serkozadenin\",1,\"\","), "{listed}");
}

fn file(path: &str, bytes: &[u8]) -> OutputFile {
    OutputFile { route: Route::file(path).unwrap(), media_type: MediaType::HTML, bytes: bytes.into() }
}

fn steps(gate: &Gate, bytes: &[u8]) -> usize {
    gate.search(&[file("a.html", bytes)]).steps
}

/// Steps are counted, not time: bytes and letters that were looked at, compared, undone and unpacked.
#[test]
fn four_times_the_bytes_are_four_times_the_steps() {
    let names = names();
    let gate = Gate::new(names.iter().map(String::as_str)).unwrap();
    for piece in [
        "<p>Bir duruşma daha yapıldı, the court <b>adjourned</b>.</p>\n",
        "<a href=\"../../people/p000123/index.html\">Ayşe Nur K.</a> 2018-12-13\n",
        "Ayşe Nur Mehmet Ali Ada Işık",
        "ıyalı ıyal ılaB truk truK",
        "<a title=\"<b <c\" b='&lt;&amp;lt;'>",
        "&amp;amp;amp;",
        "%25%41%2525\\u0041\\\\",
        "=41=42=\n",
        "QWRhQWRhQWRhQWRh",
        "aGVsbG8gd29ybGQ ZGVhZGJlZWY0MTQyNDM \n",
        "deadbeef0123",
        "a\0b\0",
        "(((\\(<41",
        "aaaaaaaa\n",
    ] {
        let bytes = |times: usize| piece.repeat(times * 4096 / piece.len()).into_bytes();
        let (few, many) = (steps(&gate, &bytes(1)), steps(&gate, &bytes(4)));
        // The ends of words and blocks are some letters more or less.
        assert!(many <= few * 4 + few / 10, "{piece}: {few} and {many}");
    }
    let page = "<p>Bir duruşma daha yapıldı, the court <b>adjourned</b>.</p>\n".repeat(1_000);
    let looked = steps(&gate, page.as_bytes());
    assert!(looked <= page.len() * 3, "each byte is looked at twice and each letter once: {looked} of {}", page.len());
}

/// The hit of one file does not depend on what was searched before it on the same thread.
#[test]
fn a_word_that_stands_for_a_name_is_found_in_every_file() {
    let gate = Gate::new(["Ayşe Nur Işık"]).unwrap();
    let word = String::from_utf8(base64("Ayşe Nur Işık".as_bytes())).unwrap();
    let page = |number: usize| format!("<a href=\"/people/p00{number}/\">{word} p00{number}</a>");
    let files: Vec<OutputFile> =
        (0..200).map(|number| file(&format!("{number}.html"), page(number).as_bytes())).collect();
    let hits = gate.search(&files).hits;
    assert_eq!(hits, (0..200).map(|file| Hit { file, fault: Fault::Inside(0) }).collect::<Vec<_>>());
}

/// Tags that were clean in earlier files are not looked at again; names in tags and between them are found all the same.
#[test]
fn names_are_found_beside_tags_that_are_known() {
    let name = "Ada Kurt";
    let gate = Gate::new([name]).unwrap();
    let coded = String::from_utf8(base64(name.as_bytes())).unwrap();
    let clean = format!("<p class=\"x\">Words <b>and</b> <a href=\"/{}/\">more</a>.</p>\n", "p000123");
    let faults = [
        "<p class=\"x\">A<b>da K</b>urt".to_owned(),
        "<p class=\"x\">truK</p><b>adA</b>".into(),
        "<p class=\"x\">Ada</p>\n<p class=\"x\">Kurt</p>".into(),
        "<a href=\"/p000123/\"></a><a title=\"Ada\"></kurt>".into(),
        "<b></b><kurt><ada></b>".into(),
        format!("<b></b><a href=\"/{coded}/\"></a>"),
        format!("<b>{coded}</b>"),
        "<b></b>&lt;a title=&#65;da-Kurt&gt;".into(),
        "<b></b><a title=\"Ada Kurt\">".into(),
        "<b></b><a title=\"=41=64=61 Kurt\">".into(),
        "\0<b></b><a href=\"xadakurtanother\">".into(),
    ];
    let files: Vec<OutputFile> = (0..400)
        .flat_map(|round| {
            let fault = &faults[round % faults.len()];
            [
                file(&format!("{round}-clean.html"), clean.as_bytes()),
                file(&format!("{round}.html"), format!("{clean}{fault}{clean}").as_bytes()),
            ]
        })
        .collect();
    let hits = gate.search(&files).hits;
    let expected: Vec<_> = (0..400)
        .filter(|round| !faults[round % faults.len()].contains("xadakurt"))
        .map(|round| Hit { file: 2 * round + 1, fault: Fault::Inside(0) })
        .collect();
    assert_eq!(hits, expected);
}

/// What is not text is searched within words too, also in tags that were clean in text.
#[test]
fn known_tags_are_looked_at_again_in_what_is_no_text() {
    let gate = Gate::new(["Ayşe Işık"]).unwrap();
    let page = "<a href=\"xayseisikanother\">Words</a>";
    let mut files: Vec<OutputFile> = (0..100).map(|round| file(&format!("{round}.html"), page.as_bytes())).collect();
    files.extend((100..200).map(|round| file(&format!("{round}.html"), format!("{page}\0").as_bytes())));
    let hits: Vec<usize> = gate.search(&files).hits.into_iter().map(|hit| hit.file).collect();
    assert_eq!(hits, (100..200).collect::<Vec<_>>());
}
