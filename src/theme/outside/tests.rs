//! What a finished file must not have, and what it may. G 72.

use proptest::prelude::*;

use super::html::{is_plainly_clean, read_as_browsers};
use super::*;
use crate::foundation::route::Route;

fn file(name: &str, text: &str) -> OutputFile {
    let route = Route::file(name).unwrap();
    OutputFile { route, media_type: MediaType::of_file_name(name), bytes: text.as_bytes().into() }
}

fn codes(name: &str, text: &str) -> Vec<&'static str> {
    let mut codes: Vec<&str> = in_file(&file(name, text)).iter().map(|found| found.code.name()).collect();
    codes.dedup();
    codes
}

#[test]
fn g72_whatever_a_browser_would_fetch_from_outside_is_found() {
    for html in [
        "<script src=https://x.example/a.js></script>",
        "<script src='&#104;ttps://x.example/a.js'></script>",
        "<script src=\"ht\ntps://x.example/a.js\"></script>",
        "<SCRIPT SRC=//x.example/a.js></SCRIPT>",
        "<script src='/\\x.example/a.js'></script>",
        "<link rel=stylesheet href=https://x.example/a.css>",
        "<link rel='alternate stylesheet' href=https://x.example/a.css>",
        "<link rel=icon href=https://x.example/a.png>",
        "<link href=https://x.example/>",
        "<link rel=preload as=font href=https://x.example/a.woff2>",
        "<img src=https://x.example/pixel.gif>",
        "<img srcset='a.png 1x, https://x.example/b.png 2x'>",
        "<picture><source srcset=//x.example/b.png></picture>",
        "<input type=image src=https://x.example/a>",
        "<form action=https://x.example/a></form>",
        "<button formaction=https://x.example/a>",
        "<a href=/ ping='/a https://x.example/a'>a</a>",
        "<meta http-equiv=Refresh content='0;URL=https://x.example/'>",
        "<meta http-equiv=refresh content=\"3, 'https://x.example/'\">",
        "<body background=https://x.example/a>",
        "<svg><image xlink:href=https://x.example/a /></svg>",
        "<svg><use href=https://x.example/a /></svg>",
        "<svg><rect fill='url(https://x.example/a)'/></svg>",
        "<svg><title><img src=https://x.example/a></title></svg>",
        "<noscript><img src=https://x.example/a></noscript>",
    ] {
        assert_eq!(codes("a.html", html), ["foreign-address"], "{html}");
    }
}

#[test]
fn g72_what_the_policy_refuses_is_found() {
    for html in [
        "<script>alert(1)</script>",
        "<script type=module>alert(1)</script>",
        "<script type=importmap>{}</script>",
        "<script type=speculationrules>{}</script>",
        "<script type='application/ld+json; charset=utf-8'>{}</script>",
        "<script type=module type=application/ld+json>alert(1)</script>",
        "<script language=application/ld+json>alert(1)</script>",
        "<p onclick=alert(1)>",
        "<svg/onload=alert(1)>",
        "<p style='color: red'>",
        "<style>p { color: red }</style>",
        "<svg><style><p></style></svg>",
        "<iframe srcdoc='<p>'></iframe>",
        "<object data=a.pdf></object>",
        "<base href=/>",
        "<video src=a.mp4></video>",
        "<link rel=preconnect href=/>",
        "<link rel=dns-prefetch href=a>",
        "<link rel=manifest href=a.json>",
        "<a href=javascript:alert(1)>a</a>",
        "<a href='jav&#x09;ascript&colon;alert(1)'>a</a>",
        "<img src=data:image/png;base64,AAAA>",
        "<form action=javascript:alert(1)></form>",
        "<noscript><p title='</noscript><script src=a>'></noscript>",
        "<svg><set attributeName=href to=javascript:alert(1) /></svg>",
    ] {
        assert_eq!(codes("a.html", html), ["blocked-content"], "{html}");
    }
}

#[test]
fn g72_links_that_readers_follow_and_files_of_the_site_are_no_fault() {
    for html in [
        "<a href='https://x.example/' rel=external>a</a> <a href=mailto:a@x.example>b</a> <a href=tel:+1>c</a>",
        "<link rel=canonical href=https://x.example/> <link rel='alternate' type=application/atom+xml href=feed.xml>",
        "<link rel=stylesheet href=../assets/dossier.css> <script src=../a.js defer></script>",
        "<img src=../files/a.png srcset='a.png 1x, b.png 2x' alt='onload=x style=y'>",
        "<noscript><p title='&lt;/noscript><script src=a>'></p></noscript>",
        "<blockquote cite=https://x.example/><p>&lt;script src=https://x.example&gt;</blockquote>",
        "<meta property=og:url content=https://x.example/> <meta http-equiv=refresh content='0; url=./a/index.html'>",
        "<script type=application/ld+json>{\"@context\":\"https://schema.org\"}</script>",
        "<!-- <script src=https://x.example> --><textarea><img src=https://x.example/a></textarea>",
        "<svg xmlns='http://www.w3.org/2000/svg'><a href='https://x.example/'><rect fill='url(#g)'/></a></svg>",
    ] {
        assert_eq!(in_file(&file("a.html", html)), [], "{html}");
    }
}

#[test]
fn g72_style_sheets_and_drawings_are_read_as_well() {
    assert_eq!(codes("a.css", "@import 'https://x.example/a.css';"), ["foreign-address"]);
    assert_eq!(codes("a.css", "p { background: url(data:image/png;base64,A) }"), ["foreign-address"]);
    assert_eq!(codes("a.css", "p { background: url(img/a.png) }"), [""; 0]);
    assert_eq!(codes("a.svg", "<svg><style>p{fill:url(https://x.example)}</style></svg>"), ["foreign-address"]);
    assert_eq!(codes("a.svg", "<svg><style>p{fill:red}</style><path style='fill:blue'/></svg>"), [""; 0]);
    assert_eq!(codes("a.svg", "<?xml-stylesheet href='https://x.example'?><svg/>"), ["blocked-content"]);
    assert_eq!(codes("a.svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"), ["blocked-content"]);
    assert_eq!(codes("a.svg", "<svg><script href='a.js'/></svg>"), ["blocked-content"]);
    assert_eq!(codes("a.js", "fetch('https://x.example')"), [""; 0]);
}

#[test]
fn a_page_carries_the_policy_before_all_that_loads() {
    let policy = format!("<meta http-equiv=\"content-security-policy\" content=\"{POLICY}\">");
    let lacks = |html: &str| in_page(&file("a.html", html)).iter().any(|found| found.code == Code::MissingPolicy);
    assert!(!lacks(&format!("<!doctype html><html><head><meta charset=utf-8><title>A</title>{policy}</head><body>a")));
    for html in [
        "<!doctype html><title>A</title>".to_owned(),
        format!("<!doctype html><body>{policy}"),
        format!("<!doctype html>words {policy}"),
        format!("<!doctype html><link rel=stylesheet href=a.css>{policy}"),
        format!("<!doctype html><!-- {policy} -->"),
        policy.replace("form-action 'self'; ", ""),
    ] {
        assert!(lacks(&html), "{html}");
    }
}

/// Pieces of pages, whole and broken.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<a href=\"",
    "<a title=\"",
    "\">",
    "\"",
    "'",
    "a/b",
    "https://x.example/",
    "javascript:a",
    "&amp;",
    "&#58;",
    "&colon;",
    "&lt;",
    "<",
    ">",
    " ",
    "\n",
    "\r",
    "=",
    "/",
    "<!--",
    "-->",
    "<title>",
    "</title>",
    "<script src=\"a.js\">",
    "</script>",
    "<style>",
    "</style>",
    "<textarea>",
    "</textarea>",
    "<noscript>",
    "</noscript>",
    "<svg>",
    "</svg>",
    "<![CDATA[",
    "]]>",
    "<img src=\"",
    " onclick=\"a\"",
    "<base href=\"a\">",
    "<link rel=\"stylesheet\" href=\"",
    "<IMG SRC=\"",
    "<p id=a",
    "<meta http-equiv=\"content-security-policy\" content=\"P\">",
    "text",
    "<template>",
    "<math>",
    "<?x",
    "\0",
];

proptest! {
    /// A page that the fast reading finds clean is clean as browsers read it.
    #[test]
    fn the_fast_reading_misses_nothing(picks in prop::collection::vec(0..PIECES.len(), 0..14), has_policy: bool) {
        let policy = if has_policy { "<meta http-equiv=\"content-security-policy\" content=\"P\">" } else { "" };
        let html = picks.iter().filter_map(|pick| PIECES.get(*pick)).fold(policy.to_owned(), |html, piece| html + piece);
        if is_plainly_clean(&html, "P") {
            prop_assert_eq!(read_as_browsers(&html, Within::Page, "P"), (Vec::new(), true), "{}", html);
        }
    }
}

#[test]
fn a_page_of_the_templates_is_read_fast() {
    let page = "<!doctype html>\n<html lang=\"tr\"><head><meta charset=\"utf-8\"><meta http-equiv=\"content-security-policy\" \
         content=\"P\"><title>A &lt;b&gt;</title><link rel=\"stylesheet\" href=\"a.css\"></head><body class=\"x\"><p>Ş \
         <a href=\"https://x.example/?a&amp;b\" rel=\"external\">c</a></p><script src=\"a.js\" defer></script></body></html>\n";
    assert!(is_plainly_clean(page, "P"));
    assert!(!is_plainly_clean(&page.replace("a.css", "//x.example/a.css"), "P"));
    assert!(!is_plainly_clean(&page.replace("<title>", "<title><b>"), "P"));
    assert!(!is_plainly_clean(page, "Q"));
}
