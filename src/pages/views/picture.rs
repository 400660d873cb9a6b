//! Files within a running text, and the element of a picture. Knows sizes and addresses, not what a picture shows.

use crate::foundation::html::{escape, escape_into, push_format};

/// A file that a text uses.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct FileView {
    /// Its address below the root; empty where it is not published.
    pub path: String,
    /// What is known of it as a picture.
    pub picture: Option<PictureView>,
}

/// How large a picture is, and its narrower copies.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PictureView {
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is, in pixels.
    pub height: u32,
    /// Its copies in WebP, the narrowest first.
    pub narrower: Vec<NarrowerView>,
}

/// A copy of a picture with fewer pixels or bytes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct NarrowerView {
    /// How wide it is, in pixels.
    pub width: u32,
    /// Its address below the root.
    pub path: String,
}

/// How wide the column of the text is at most, as style sheets say it.
const COLUMN: &str = "44rem";

/// Writes the picture `file`, which shows `alt`, as wide as `asked` says in pixels. Browsers know its size before they have it, fetch
/// it when it comes near, and take the copy that suffices.
pub(super) fn write(file: &FileView, alt: &str, asked: Option<u32>, root: &str, out: &mut String) {
    let narrower = file.picture.as_ref().map(|picture| picture.narrower.as_slice()).unwrap_or_default();
    if !narrower.is_empty() {
        out.push_str("<picture><source type=\"image/webp\" srcset=\"");
        for (index, copy) in narrower.iter().enumerate() {
            let separator = if index > 0 { ", " } else { "" };
            // A space or a comma would end the address.
            let path = escape(&copy.path).replace(',', "%2C");
            push_format(out, format_args!("{separator}{}{path} {}w", escape(root), copy.width));
        }
        let sizes = match asked {
            Some(width) => format!("(min-width: {width}px) {width}px, 100vw"),
            None => format!("(min-width: {COLUMN}) {COLUMN}, 100vw"),
        };
        push_format(out, format_args!("\" sizes=\"{sizes}\">"));
    }
    out.push_str("<img src=\"");
    escape_into(out, root);
    escape_into(out, &file.path);
    out.push_str("\" alt=\"");
    escape_into(out, alt);
    out.push_str("\" loading=\"lazy\" decoding=\"async\"");
    match (asked, &file.picture) {
        (Some(width), Some(own)) if own.width > 0 => {
            let height = (u64::from(own.height) * u64::from(width) + u64::from(own.width) / 2) / u64::from(own.width);
            push_format(out, format_args!(" width=\"{width}\" height=\"{}\"", height.max(1)));
        }
        (Some(width), _) => push_format(out, format_args!(" width=\"{width}\"")),
        (None, Some(own)) => push_format(out, format_args!(" width=\"{}\" height=\"{}\"", own.width, own.height)),
        (None, None) => {}
    }
    out.push('>');
    if !narrower.is_empty() {
        out.push_str("</picture>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(file: &FileView, asked: Option<u32>) -> String {
        let mut out = String::new();
        write(file, "A \"quay\"", asked, "../", &mut out);
        out
    }

    #[test]
    fn a_photograph_has_its_size_and_its_copies() {
        let copy = |width: u32| NarrowerView { width, path: format!("files/a,b.jpg.{width}.webp") };
        let picture = PictureView { width: 1600, height: 900, narrower: vec![copy(480), copy(960)] };
        let file = FileView { path: "files/a,b.jpg".into(), picture: Some(picture) };
        assert_eq!(
            html(&file, None),
            "<picture><source type=\"image/webp\" srcset=\"../files/a%2Cb.jpg.480.webp 480w, ../files/a%2Cb.jpg.960.webp 960w\" \
             sizes=\"(min-width: 44rem) 44rem, 100vw\"><img src=\"../files/a,b.jpg\" alt=\"A &quot;quay&quot;\" loading=\"lazy\" \
             decoding=\"async\" width=\"1600\" height=\"900\"></picture>"
        );
        let asked = html(&file, Some(300));
        assert!(
            asked.contains("sizes=\"(min-width: 300px) 300px, 100vw\"")
                && asked.contains("width=\"300\" height=\"169\""),
            "{asked}"
        );
    }

    #[test]
    fn a_drawing_has_the_width_that_it_is_given() {
        let file = FileView { path: "files/plan.svg".into(), picture: None };
        let start = "<img src=\"../files/plan.svg\" alt=\"A &quot;quay&quot;\" loading=\"lazy\" decoding=\"async\"";
        assert_eq!(html(&file, None), format!("{start}>"));
        assert_eq!(html(&file, Some(300)), format!("{start} width=\"300\">"));
    }
}
