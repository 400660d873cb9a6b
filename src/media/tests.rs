//! Pictures with secrets in them, made here, and what is left of them. The numbers are those of the list of bad inputs.

use std::time::{Duration, Instant};

use super::*;

/// What is looked for in clean pictures.
const SECRET: &[u8] = b"Deniz Kaya, 41.0082N 28.9784E";
/// An Exif block (TIFF, big-endian) that says: turn a quarter to the right.
const EXIF: &[u8] = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

fn cleaned(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    clean(Format::of_name(name).unwrap(), &Arc::from(bytes), Origin::Content).map(|bytes| bytes.to_vec())
}

/// The length of the secret in one byte.
fn length() -> [u8; 1] {
    [u8::try_from(SECRET.len()).unwrap()]
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    memchr::memmem::find(bytes, word).is_some()
}

/// Cleans a picture that holds the secret; cleaning what is clean changes nothing.
#[track_caller]
fn without_secret(name: &str, bytes: &[u8]) -> Vec<u8> {
    assert!(holds(bytes, SECRET), "the secret is in the picture");
    let clean = cleaned(name, bytes).unwrap();
    for word in [SECRET, b"Exif", b"EXIF", b"XMP", b"ICC", b"Photoshop", b"Adobe P"] {
        assert!(!holds(&clean, word), "{}", String::from_utf8_lossy(word));
    }
    assert_eq!(cleaned(name, &clean).unwrap(), clean);
    clean
}

/// Pixels of a picture in which every corner is another.
fn pixels(width: u16, height: u16) -> Vec<u8> {
    let column = |y: u16, x: u16| [if x < width / 2 { 230 } else { 20 }, if y < height / 2 { 230 } else { 20 }, 128];
    (0..height).flat_map(|y| (0..width).flat_map(move |x| column(y, x))).collect()
}

fn jpeg(is_progressive: bool) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut out, 90);
    encoder.set_progressive(is_progressive);
    encoder.encode(&pixels(32, 16), 32, 16, jpeg_encoder::ColorType::Rgb).unwrap();
    out
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], data].concat()
}

/// `picture` with these segments behind its beginning.
fn with_segments(picture: &[u8], segments: &[Vec<u8>]) -> Vec<u8> {
    [&picture[..2], &segments.concat(), &picture[2..]].concat()
}

fn png_chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [&name, data].concat();
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    let mut sum = flate2::Crc::new();
    sum.update(&named);
    [&length, &named[..], &sum.sum().to_be_bytes()].concat()
}

fn png_file(width: u32, height: u32, colour: ::png::ColorType, data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut out, width, height);
    encoder.set_color(colour);
    if colour == ::png::ColorType::Indexed {
        encoder.set_palette(vec![0, 0, 0, 250, 250, 250]);
        encoder.set_trns(vec![0]);
    }
    encoder.write_header().unwrap().write_image_data(data).unwrap();
    out
}

/// `picture` with these chunks behind its header and before its end.
fn with_chunks(picture: &[u8], early: &[Vec<u8>], late: &[Vec<u8>]) -> Vec<u8> {
    let (head, end) = (33, picture.len() - 12);
    [&picture[..head], &early.concat(), &picture[head..end], &late.concat(), &picture[end..]].concat()
}

/// The pixels of a PNG with eight bits for each colour, with width and height.
fn png_pixels(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = ::png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(::png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    pixels.truncate(frame.buffer_size());
    (frame.width, frame.height, pixels)
}

fn jpeg_pixels(bytes: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut decoder = zune_jpeg::JpegDecoder::new(zune_jpeg::zune_core::bytestream::ZCursor::new(bytes));
    let pixels = decoder.decode().unwrap();
    let (width, height) = decoder.dimensions().unwrap();
    (width, height, pixels)
}

#[test]
fn f63_a_jpeg_loses_all_but_its_picture_and_no_pixel() {
    for picture in [jpeg(false), jpeg(true)] {
        let told = with_segments(
            &picture,
            &[
                segment(0xE0, &[b"JFXX\0\x10", SECRET].concat()),
                segment(0xE1, &[b"Exif\0\0II*\0", SECRET].concat()),
                segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>", SECRET].concat()),
                segment(0xE2, &[b"ICC_PROFILE\0\x01\x01", SECRET].concat()),
                segment(0xED, &[b"Photoshop 3.0\08BIM", SECRET].concat()),
                segment(0xFE, SECRET),
            ],
        );
        let clean = without_secret("a.jpg", &told);
        assert_eq!(jpeg_pixels(&clean), jpeg_pixels(&picture));
        let behind = [&picture[..], b"%PDF-1.7 <html>", SECRET, b"PK\x03\x04"].concat();
        assert_eq!(without_secret("a.jpeg", &behind), clean);
    }
}

/// What a decoder passes over within a segment that it needs could be anything.
#[test]
fn f63_a_jpeg_with_more_in_its_tables_than_tables_is_refused() {
    let picture = jpeg(false);
    for marker in [0xDB, 0xC4, 0xDD] {
        let told = with_segments(&picture, &[segment(marker, SECRET)]);
        assert_eq!(cleaned("a.jpg", &told), Err(Fault::Damaged), "{marker:X}");
    }
}

#[test]
fn f63_a_jpeg_is_turned_as_the_camera_was_held() {
    let told = with_segments(&jpeg(false), &[segment(0xE1, &[EXIF, SECRET].concat())]);
    assert!(holds(&told, SECRET));
    let clean = cleaned("a.jpg", &told).unwrap();
    assert!(!holds(&clean, SECRET) && !holds(&clean, b"Exif"));
    assert_eq!(cleaned("a.jpg", &clean).unwrap(), clean);
    let (width, height, pixels) = jpeg_pixels(&clean);
    assert_eq!((width, height), (16, 32));
    // The lower left corner, light in the first colour and dark in the second, is now at the top on the left.
    assert!(pixels[0] > 180 && pixels[1] < 80, "{:?}", &pixels[..3]);
}

#[test]
fn f63_jpegs_of_all_ways_to_store_colours_stay_and_can_be_turned() {
    use jpeg_encoder::ColorType;
    for (colours, samples) in [
        (ColorType::Luma, 1),
        (ColorType::Rgb, 3),
        (ColorType::Ycbcr, 3),
        (ColorType::Cmyk, 4),
        (ColorType::CmykAsYcck, 4),
    ] {
        let mut picture = Vec::new();
        let data = vec![200; 32 * 16 * samples];
        jpeg_encoder::Encoder::new(&mut picture, 90).encode(&data, 32, 16, colours).unwrap();
        let told = with_segments(&picture, &[segment(0xFE, SECRET)]);
        assert_eq!(jpeg_pixels(&without_secret("a.jpg", &told)), jpeg_pixels(&picture), "{colours:?}");
        let held = with_segments(&picture, &[segment(0xE1, EXIF)]);
        let (width, height, _) = jpeg_pixels(&cleaned("a.jpg", &held).unwrap());
        assert_eq!((width, height), (16, 32), "{colours:?}");
    }
}

#[test]
fn f63_a_png_loses_all_but_its_picture_and_no_pixel() {
    let texts = [
        png_chunk(*b"tEXt", &[b"Author\0", SECRET].concat()),
        png_chunk(*b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", SECRET].concat()),
        png_chunk(*b"eXIf", &[b"II*\0", SECRET].concat()),
        png_chunk(*b"prVt", SECRET),
    ];
    let rgb = png_file(32, 16, ::png::ColorType::Rgb, &pixels(32, 16));
    let indexed = png_file(3, 2, ::png::ColorType::Indexed, &[0, 1, 0, 1, 0, 1]);
    for picture in [rgb, indexed] {
        let told = [with_chunks(&picture, &texts, &texts[..1]), SECRET.to_vec()].concat();
        let clean = without_secret("a.png", &told);
        assert_eq!(png_pixels(&clean), png_pixels(&picture));
    }
}

#[test]
fn f63_a_png_is_turned_as_the_camera_was_held() {
    let picture = png_file(2, 1, ::png::ColorType::Rgb, &[1, 2, 3, 4, 5, 6]);
    let told = with_chunks(&picture, &[], &[png_chunk(*b"eXIf", &EXIF[6..])]);
    assert_eq!(png_pixels(&cleaned("a.png", &told).unwrap()), (1, 2, vec![1, 2, 3, 4, 5, 6]));
}

fn animation(frames: u16) -> Vec<u8> {
    let mut encoder = ::gif::Encoder::new(Vec::new(), 2, 2, &[0, 0, 0, 250, 250, 250]).unwrap();
    encoder.set_repeat(::gif::Repeat::Infinite).unwrap();
    for number in 0..frames {
        let mut frame = ::gif::Frame::from_indexed_pixels(2, 2, vec![0, 1, 1, u8::from(number % 2 == 1)], Some(0));
        frame.delay = 7;
        encoder.write_frame(&frame).unwrap();
    }
    encoder.into_inner().unwrap()
}

/// The times and pixels of all frames.
fn frames(bytes: &[u8]) -> Vec<(u16, Vec<u8>)> {
    let mut decoder = ::gif::DecodeOptions::new().read_info(bytes).unwrap();
    let mut frames = Vec::new();
    while let Some(frame) = decoder.read_next_frame().unwrap() {
        frames.push((frame.delay, frame.buffer.to_vec()));
    }
    frames
}

#[test]
fn f63_a_gif_loses_comments_and_what_programs_left_and_stays_an_animation() {
    let picture = animation(3);
    let told = [
        &picture[..picture.len() - 1],
        &[b"\x21\xFE", &length()[..], SECRET, b"\0"].concat(),
        &[b"\x21\xFF\x0BXMP DataXMP", &length()[..], SECRET, b"\0"].concat(),
        b";PK\x03\x04",
        SECRET,
    ]
    .concat();
    let clean = without_secret("a.gif", &told);
    assert_eq!(frames(&clean), frames(&picture));
    assert!(holds(&clean, b"NETSCAPE2.0"));
}

fn webp_chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_le_bytes();
    [&name[..], &length, data, &[0][..data.len() % 2]].concat()
}

fn webp(chunks: &[Vec<u8>]) -> Vec<u8> {
    webp_chunk(*b"RIFF", &[b"WEBP".to_vec(), chunks.concat()].concat())
}

/// The one chunk of a WebP without loss.
fn webp_picture() -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = image_webp::WebPEncoder::new(&mut out);
    encoder.encode(&pixels(32, 16), 32, 16, image_webp::ColorType::Rgb8).unwrap();
    out[12..].to_vec()
}

fn webp_pixels(bytes: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(bytes)).unwrap();
    let mut pixels = vec![0; decoder.output_buffer_size().unwrap()];
    decoder.read_image(&mut pixels).unwrap();
    (decoder.dimensions(), pixels)
}

/// The features of a file of 32 times 16 pixels with colour profile, Exif and XMP.
const VP8X: [u8; 10] = [0b0010_1100, 0, 0, 0, 31, 0, 0, 15, 0, 0];

#[test]
fn f63_a_webp_loses_all_but_its_picture_and_no_longer_announces_it() {
    let told = webp(&[
        webp_chunk(*b"VP8X", &VP8X),
        webp_chunk(*b"ICCP", SECRET),
        webp_picture(),
        webp_chunk(*b"EXIF", &[b"II*\0", SECRET].concat()),
        webp_chunk(*b"XMP ", SECRET),
        webp_chunk(*b"abcd", SECRET),
    ]);
    let clean = without_secret("a.webp", &[told, SECRET.to_vec()].concat());
    assert_eq!(clean[20], 0);
    assert_eq!(webp_pixels(&clean), webp_pixels(&webp(&[webp_picture()])));
}

#[test]
fn f63_a_webp_animation_loses_what_stands_between_and_inside_of_its_frames() {
    let head = [0, 0, 0, 0, 0, 0, 31, 0, 0, 15, 0, 0, 70, 0, 0, 0];
    let frame = |beside: &[u8]| webp_chunk(*b"ANMF", &[&head[..], &webp_picture(), beside].concat());
    let features = |features: u8| webp_chunk(*b"VP8X", &[&[features], &VP8X[1..]].concat());
    let start = webp_chunk(*b"ANIM", &[0; 6]);
    let secret = webp_chunk(*b"abcd", SECRET);
    let told = webp(&[features(0b0000_1110), start.clone(), frame(&secret), secret.clone(), frame(&[]), secret]);
    let plain = webp(&[features(0b0000_0010), start, frame(&[]), frame(&[])]);
    assert_eq!(without_secret("a.webp", &told), plain);
}

#[test]
fn f63_a_webp_is_turned_as_the_camera_was_held() {
    let told = webp(&[webp_chunk(*b"VP8X", &VP8X), webp_picture(), webp_chunk(*b"EXIF", EXIF)]);
    let (size, pixels) = webp_pixels(&cleaned("a.webp", &told).unwrap());
    assert_eq!((size, &pixels[..3]), ((16, 32), &[230, 20, 128][..]));
}

#[test]
fn f62_a_file_that_is_not_what_its_name_says_is_refused() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    for (name, bytes, found) in [
        ("a.png", &svg[..], Some(Format::Svg)),
        ("a.png", &jpeg(false), Some(Format::Jpeg)),
        ("a.jpg", b"%PDF-1.7\n<html>", None),
        ("a.gif", b"PK\x03\x04", None),
        ("a.webp", b"", None),
        ("a.svg", &animation(1), Some(Format::Gif)),
        ("a.svg", b"<html><body>", None),
    ] {
        let named = Format::of_name(name).unwrap();
        assert_eq!(cleaned(name, bytes), Err(Fault::OtherFormat { named, found }), "{name}");
    }
}

#[test]
fn f63_formats_that_are_not_published_are_refused_by_name_and_by_bytes() {
    for (name, bytes, format) in [
        ("a.heic", &b"\0\0\0\x18ftypheic"[..], Format::Heif),
        ("a.jpg", b"\0\0\0\x18ftypheic", Format::Heif),
        ("a.avif", b"\0\0\0\x18ftypavif", Format::Avif),
        ("a.tif", b"II*\0", Format::Tiff),
        ("a.png", b"MM\0*", Format::Tiff),
        ("a.bmp", b"BM", Format::Bmp),
        ("a.tiff", b"anything", Format::Tiff),
    ] {
        assert_eq!(cleaned(name, bytes), Err(Fault::Refused(format)), "{name}");
    }
}

#[test]
fn f62_a_picture_that_ends_too_early_is_refused_wherever_it_was_cut() {
    let picture = png_file(32, 16, ::png::ColorType::Rgb, &pixels(32, 16));
    for (name, whole) in
        [("a.jpg", jpeg(false)), ("b.jpg", jpeg(true)), ("a.png", picture), ("a.webp", webp(&[webp_picture()]))]
    {
        assert!(cleaned(name, &whole).is_ok(), "{name}");
        for end in 0..whole.len() {
            assert!(cleaned(name, &whole[..end]).is_err(), "{name} cut at {end} of {}", whole.len());
        }
    }
    let whole = animation(2);
    for end in 0..whole.len() - 1 {
        // What is cut behind a whole frame is that frame; it is written anew and ends as it should.
        if let Ok(clean) = cleaned("a.gif", &whole[..end]) {
            assert!(frames(&whole).starts_with(&frames(&clean)), "cut at {end}");
        }
    }
}

#[test]
fn f62_bytes_that_were_changed_never_bring_the_program_down() {
    let picture = png_file(32, 16, ::png::ColorType::Rgb, &pixels(32, 16));
    for (name, whole) in
        [("a.jpg", jpeg(true)), ("a.png", picture), ("a.gif", animation(2)), ("a.webp", webp(&[webp_picture()]))]
    {
        for at in 0..whole.len() {
            for flipped in [0xFF, 0x01, 0x80] {
                let mut bytes = whole.clone();
                bytes[at] ^= flipped;
                // Either outcome is right; what matters is that there is one.
                let _ = cleaned(name, &bytes);
            }
        }
    }
}

#[test]
fn f61_pictures_that_unpack_to_too_much_are_refused_at_once() {
    let began = Instant::now();
    let side = 50_000_u32.to_be_bytes();
    let header = png_chunk(*b"IHDR", &[&side[..], &side, &[8, 2, 0, 0, 0]].concat());
    let small = png_file(1, 1, ::png::ColorType::Rgb, &[0; 3]);
    assert_eq!(cleaned("a.png", &[&small[..8], &header, &small[33..]].concat()), Err(Fault::ManyPixels));

    let mut wide = jpeg(false);
    let frame = memchr::memmem::find(&wide, b"\xFF\xC0").unwrap();
    wide[frame + 5..frame + 9].copy_from_slice(&[0xFF; 4]);
    assert_eq!(cleaned("a.jpg", &wide), Err(Fault::ManyPixels));

    let one = animation(2);
    let picture = memchr::memmem::find(&one, b"\x21\xF9").unwrap();
    let next = picture + 2 + memchr::memmem::find(&one[picture + 2..], b"\x21\xF9").unwrap();
    let many = [&one[..picture], &one[picture..next].repeat(1_000_000), b";"].concat();
    assert_eq!(cleaned("a.gif", &many), Err(Fault::ManyFrames));

    let features = [0, 0, 0, 0, 0xFF, 0xFF, 0, 0xFF, 0xFF, 0];
    let vast = webp(&[webp_chunk(*b"VP8X", &features), webp_picture()]);
    assert!(cleaned("a.webp", &vast).is_err());
    assert_eq!(cleaned("a.jpg", &vec![0; MOST_BYTES + 1]), Err(Fault::ManyBytes));
    assert!(began.elapsed() < Duration::from_secs(20), "two seconds each, with room for a busy machine");
}
