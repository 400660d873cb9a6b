//! Pictures on the program itself: what of them is published, in the build and in the preview's memory alike, and what refuses a
//! site. The numbers are those of the list of bad inputs.
#![allow(
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make folders of their own and run the program"
)]

use std::fs;
use std::process::{Command, Stdio};

use dossier::command::build::in_memory;
use dossier::foundation::date::Moment;
use dossier::media;
use dossier::pipeline::{Options, Pipeline};
use tempfile::TempDir;

const SECRET: &[u8] = b"Deniz Kaya";

fn site(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in [("dossier.toml", &b"title = \"Records\"\n"[..])].iter().chain(files) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// What `dossier build --strict` prints in short form, and its exit code as the last line.
fn build(folder: &TempDir) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(["build", "--strict", "--format", "short", "--quiet"])
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap();
    format!("{}exit {}\n", String::from_utf8(run.stderr).unwrap(), run.status.code().unwrap())
}

/// A PNG of one pixel with the secret in a text chunk, or with these sides in its header.
fn png(sides: Option<u32>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, 1, 1);
    encoder.add_text_chunk("Author".into(), String::from_utf8(SECRET.to_vec()).unwrap()).unwrap();
    encoder.write_header().unwrap().write_image_data(&[7]).unwrap();
    if let Some(side) = sides {
        let header = [b"IHDR", &side.to_be_bytes()[..], &side.to_be_bytes(), &out[24..29]].concat();
        let mut sum = flate2::Crc::new();
        sum.update(&header);
        out.splice(12..33, [&header[..], &sum.sum().to_be_bytes()].concat());
    }
    out
}

fn holds_secret(bytes: &[u8]) -> bool {
    bytes.windows(SECRET.len()).any(|window| window == SECRET)
}

const PAGE: (&str, &[u8]) = ("content/about.md", b"---\ntitle: About\n---\n![The gate](gate.png)\n");

#[test]
fn f63_pictures_of_pages_and_of_the_site_are_clean_in_build_and_preview() {
    let gate = png(None);
    assert!(holds_secret(&gate));
    let folder = site(&[PAGE, ("content/gate.png", &gate), ("static/logo.png", &gate)]);
    assert_eq!(build(&folder), "exit 0\n");
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let mut pipeline = Pipeline::default();
    let (_, shown) = in_memory(folder.path(), &mut pipeline, &options).unwrap();
    let (_, again) = in_memory(folder.path(), &mut pipeline, &options).unwrap();
    assert_eq!(shown.value.files, again.value.files);
    for path in ["files/gate.png", "logo.png"] {
        let written = fs::read(folder.path().join("public").join(path)).unwrap();
        assert!(!holds_secret(&written), "{path}");
        let shown = shown.value.files.iter().find(|file| file.route.output_path() == path).unwrap();
        assert_eq!(*shown.bytes, *written, "{path}");
    }
    assert_eq!(fs::read(folder.path().join("content/gate.png")).unwrap(), gate, "the author's file stays");
}

#[test]
fn f61_a_bomb_in_content_or_static_refuses_the_site_at_once() {
    let bomb = png(Some(50_000));
    let folder = site(&[PAGE, ("content/gate.png", &bomb), ("static/logo.png", &bomb)]);
    let reason = "it has more than 100 million pixels (make it smaller in an image editor, or an animation shorter, and save it again)";
    assert_eq!(
        build(&folder),
        format!(
            "content/gate.png:1:1: error[unusable-picture]: `content/gate.png` cannot be published: {reason}\n\
             static/logo.png:1:1: error[unusable-picture]: `static/logo.png` cannot be published: {reason}\nexit 1\n"
        )
    );
    assert!(!folder.path().join("public").exists());
}

#[test]
fn d53_what_systems_editors_and_keepers_of_keys_leave_behind_is_not_copied_from_static_or_themes() {
    let mut files: Vec<(String, &[u8])> = Vec::new();
    for folder in ["static", "themes/night/static", "content"] {
        for name in [".git/config", ".obsidian/app.json", ".DS_Store", "Thumbs.db", "a.css~", ".a.css.swp", "#a.css#"] {
            files.push((format!("{folder}/{name}"), SECRET));
        }
    }
    files.push(("themes/night/templates/base.html~".into(), SECRET));
    files.push(("static/a.css".into(), b"a {}"));
    files.push(("themes/night/static/night.css".into(), b"a {}"));
    let borrowed: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (path.as_str(), *bytes)).collect();
    let folder = site(&borrowed);
    fs::write(folder.path().join("dossier.toml"), "title = \"Records\"\ntheme = \"night\"\n").unwrap();
    assert_eq!(build(&folder), "exit 0\n");
    assert!(folder.path().join("public/a.css").exists());
    let manifest = fs::read_to_string(folder.path().join("public/manifest.txt")).unwrap();
    for line in manifest.lines() {
        for word in [".git", ".obsidian", ".DS_Store", "humbs", "~", ".swp", "#"] {
            assert!(!line.contains(word), "{line}");
        }
    }
    fs::write(folder.path().join("static/.env"), SECRET).unwrap();
    let said = build(&folder);
    assert!(said.starts_with("static/.env:1:1: warning[secret-file]: ") && said.ends_with("exit 1\n"), "{said}");
}

/// A photograph of this size: a sky, and grain that no format can leave out.
fn photograph(width: u16, height: u16) -> Vec<u8> {
    let (mut pixels, mut state) = (Vec::new(), 7_u32);
    for y in 0..u32::from(height) {
        for x in 0..u32::from(width) {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grain = state >> 28;
            pixels.extend(
                [x * 200 / u32::from(width) + grain, y * 200 / u32::from(height) + grain, 90 + grain]
                    .map(|part| part as u8),
            );
        }
    }
    let mut out = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut out, 92);
    encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    out
}

/// The names, sizes and weights of the copies of a picture.
fn copies(folder: &TempDir, name: &str) -> Vec<(String, (u32, u32), usize)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder.path().join("public/files")).unwrap() {
        let own = entry.unwrap().file_name().into_string().unwrap();
        if own != name && own.starts_with(name) {
            let bytes = fs::read(folder.path().join("public/files").join(&own)).unwrap();
            let size = media::size(media::Format::WebP, &bytes).unwrap();
            found.push((own, size, bytes.len()));
        }
    }
    found.sort_by_key(|(_, (width, _), _)| *width);
    found
}

#[test]
fn a_photograph_has_lighter_copies_and_says_how_large_it_is() {
    let photo = photograph(1600, 900);
    let folder = site(&[("content/gate.png", &png(None)), ("content/quay.jpg", &photo), (
        "content/about.md",
        b"---\ntitle: About\n---\n![The quay](quay.jpg)\n\n![[quay.jpg|The quay, small|300]]\n\n![The gate](gate.png)\n",
    )]);
    assert_eq!(build(&folder), "exit 0\n");
    let page = fs::read_to_string(folder.path().join("public/about/index.html")).unwrap();
    let source = |sizes: &str| {
        format!(
            "<picture><source type=\"image/webp\" srcset=\"../files/quay.jpg.480.webp 480w, ../files/quay.jpg.960.webp 960w, \
         ../files/quay.jpg.1440.webp 1440w\" sizes=\"{sizes}, 100vw\"><img src=\"../files/quay.jpg\" alt=\""
        )
    };
    for expected in [
        source("(min-width: 44rem) 44rem")
            + "The quay\" loading=\"lazy\" decoding=\"async\" width=\"1600\" height=\"900\"></picture>",
        source("(min-width: 300px) 300px")
            + "The quay, small\" loading=\"lazy\" decoding=\"async\" width=\"300\" height=\"169\"></picture>",
        "<img src=\"../files/gate.png\" alt=\"The gate\" loading=\"lazy\" decoding=\"async\" width=\"1\" height=\"1\">"
            .to_owned(),
    ] {
        assert!(page.contains(&expected), "{expected}\n{page}");
    }
    let found = copies(&folder, "quay.jpg");
    let sizes: Vec<(&str, (u32, u32))> = found.iter().map(|(name, size, _)| (name.as_str(), *size)).collect();
    assert_eq!(
        sizes,
        [("quay.jpg.480.webp", (480, 270)), ("quay.jpg.960.webp", (960, 540)), ("quay.jpg.1440.webp", (1440, 810))]
    );
    for (name, _, bytes) in &found {
        assert!(*bytes <= 120_000 && *bytes < photo.len(), "{name}: {bytes} bytes");
    }
    assert!(fs::read(folder.path().join("public/files/quay.jpg")).unwrap().len() <= photo.len());
}

#[test]
fn a_copy_of_a_photograph_holds_nothing_but_the_picture() {
    let mut photo = photograph(640, 480);
    // A comment behind the first marker.
    let comment = [&b"\xFF\xFE"[..], &u16::try_from(SECRET.len() + 2).unwrap().to_be_bytes(), SECRET].concat();
    photo.splice(2..2, comment);
    assert!(holds_secret(&photo));
    let folder =
        site(&[("content/quay.jpg", &photo), ("content/about.md", b"---\ntitle: About\n---\n![The quay](quay.jpg)\n")]);
    assert_eq!(build(&folder), "exit 0\n");
    assert_eq!(copies(&folder, "quay.jpg").len(), 2);
    for entry in fs::read_dir(folder.path().join("public/files")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        assert!(!holds_secret(&bytes), "{}", path.display());
        for chunk in [&b"EXIF"[..], b"XMP ", b"ICCP"] {
            assert!(!bytes.windows(4).any(|window| window == chunk), "{}", path.display());
        }
    }
}

#[test]
fn a_picture_that_is_light_as_it_is_has_no_copies_and_equal_sources_give_equal_bytes() {
    let light = photograph(200, 100);
    assert_eq!(media::narrower(media::Format::Jpeg, &light), []);
    let photo = photograph(1000, 700);
    let (once, again) = (media::narrower(media::Format::Jpeg, &photo), media::narrower(media::Format::Jpeg, &photo));
    assert_eq!(once.iter().map(|copy| copy.width).collect::<Vec<_>>(), [480, 960, 1000]);
    assert_eq!(once, again);
}
