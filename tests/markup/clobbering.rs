//! B 30: no id or name in a page is one that a script would find in the place of a property of `document`, of a window, of a form
//! or of an element.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use dossier::foundation::date::Moment;
use dossier::foundation::diagnostic::has_errors;
use dossier::foundation::output_file::MediaType;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::SourceTree;

use super::oracle::elements;
use super::site::{POSITIONS, pages};

/// What scripts read from `document`, from a window, from forms and from elements, as far as an id or a name can stand before it.
/// Source: WHATWG HTML and DOM, the attributes and methods of `Document`, `Window`, `HTMLFormElement`, `Element`, `Node`.
const PROPERTIES: &str = "
    URL activeElement adoptNode alinkColor all anchors applets attributes baseURI bgColor body captureEvents characterSet charset
    childElementCount childNodes children clear close compatMode contentType cookie createElement createEvent createRange
    createTextNode currentScript defaultView designMode dir doctype documentElement documentURI domain elementFromPoint embeds
    evaluate execCommand exitFullscreen fgColor firstChild firstElementChild fonts forms fullscreen fullscreenElement
    getElementById getElementsByClassName getElementsByName getElementsByTagName getSelection hasFocus head hidden images
    implementation importNode inputEncoding lastChild lastElementChild lastModified linkColor links location nextSibling nodeName
    nodeType nodeValue onclick onerror onload open ownerDocument parentElement parentNode pictureInPictureElement plugins
    pointerLockElement prerendering previousSibling querySelector querySelectorAll readyState referrer replaceChildren rootElement
    scripts scrollingElement startViewTransition styleSheets textContent timeline title visibilityState vlinkColor write writeln
    alert blur caches clearTimeout clientInformation closed confirm console crypto customElements devicePixelRatio document event
    external fetch find focus frameElement frames getComputedStyle history indexedDB innerHeight innerWidth isSecureContext length
    localStorage locationbar matchMedia menubar moveTo name navigator opener origin outerHeight outerWidth parent performance
    personalbar postMessage print prompt queueMicrotask reportError requestAnimationFrame screen screenX scroll scrollTo scrollX
    scrollbars self sessionStorage setTimeout speechSynthesis status statusbar stop structuredClone toolbar top trustedTypes
    visualViewport window
    acceptCharset action autocomplete checkValidity elements encoding enctype method noValidate relList reportValidity requestSubmit
    reset submit target
    appendChild classList className cloneNode closest contains dataset getAttribute hasAttribute hasChildNodes id innerHTML
    innerText insertBefore insertAdjacentHTML isConnected localName matches namespaceURI normalize outerHTML prefix remove
    removeAttribute removeChild replaceChild replaceWith setAttribute shadowRoot slot style tagName
    constructor hasOwnProperty isPrototypeOf prototype toString valueOf __proto__ __defineGetter__
";

/// The ids and names on a page.
fn names(html: &str) -> Vec<String> {
    let attributes = elements(html).into_iter().flat_map(|element| {
        let is_meta = element.name == "meta";
        element.attributes.into_iter().filter(move |(name, _)| name == "id" || (name == "name" && !is_meta))
    });
    attributes.map(|(_, value)| value).collect()
}

fn properties() -> BTreeSet<&'static str> {
    PROPERTIES.split_whitespace().collect()
}

fn html(tree: &SourceTree) -> Vec<(String, String)> {
    let built = Pipeline::default().build(tree, &Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap()));
    assert!(!has_errors(&built.diagnostics), "{:?}", built.diagnostics.first());
    let pages = built.value.files.into_iter().filter(|file| file.media_type == MediaType::HTML);
    pages.map(|file| (file.route.output_path(), String::from_utf8(file.bytes.to_vec()).unwrap())).collect()
}

#[test]
fn b30_headings_and_blocks_named_like_properties_hide_none_of_them() {
    let properties = properties();
    let mut text = String::from("---\ntitle: location\nid: location\n---\n");
    for property in &properties {
        write!(text, "## {property}\n\nWords").unwrap();
        if property.chars().all(|letter| letter.is_ascii_alphanumeric()) {
            write!(text, " ^{property}").unwrap();
        }
        text += "\n\n";
    }
    let tree = SourceTree::from_texts([
        ("dossier.toml", "title = \"location\"\n"),
        ("content/location.md", text.as_str()),
        ("content/people/cookie.md", "---\nname: cookie\n---\n[[location#domain]] and [[location#^domain]].\n"),
        ("content/people/name.md", "---\nname: currentScript\n---\nWords.\n"),
    ]);
    let pages = html(&tree);
    let mut anchors = 0;
    for (path, html) in &pages {
        for name in names(html) {
            assert!(!properties.contains(name.as_str()), "{path}: {name}");
            anchors += usize::from(name.starts_with("h-") || name.starts_with("b-"));
        }
    }
    assert!(anchors > properties.len(), "{anchors}");
    let linking = &pages.iter().find(|(path, _)| path == "people/cookie/index.html").unwrap().1;
    assert!(linking.contains("location/index.html#h-domain\"") && linking.contains("location/index.html#b-domain\""));
}

#[test]
fn b30_no_position_gives_a_name_to_a_property() {
    let properties = properties();
    let mut pipeline = Pipeline::default();
    for word in ["location", "currentScript", "cookie", "name", "attributes", "submit", "__proto__", "head"] {
        let (pages, _) = pages(&mut pipeline, word);
        assert!(pages.len() > POSITIONS.len(), "{}", pages.len());
        for page in pages {
            let found: Vec<String> =
                names(&page.html).into_iter().filter(|name| properties.contains(name.as_str())).collect();
            assert!(found.is_empty(), "{word} as {}, {}: {found:?}", page.position, page.path);
        }
    }
}

/// Block ids that look like the program's own anchors of citations, footnotes and headings get others.
#[test]
fn b30_no_two_things_on_a_page_have_one_id() {
    let ids = ["cite-1", "citeref-1", "fn-1", "fnref-1", "fnref-1-1", "h-one", "b-x1", "main", "sources-cited", "s1"];
    let mut text = String::from("---\ntitle: About\n---\n## One\n\nWords[^1] [@report] [@report].\n\n[^1]: Note.\n\n");
    for id in ids {
        write!(text, "Words. ^{id}\n\n").unwrap();
    }
    let tree = SourceTree::from_texts([
        ("dossier.toml", "title = \"Records\"\n"),
        ("content/about.md", text.as_str()),
        ("content/sources/report.md", "---\ntitle: Report\n---\n"),
    ]);
    for (path, html) in html(&tree) {
        let mut ids: Vec<String> = elements(&html)
            .into_iter()
            .flat_map(|element| element.attributes)
            .filter(|(name, _)| name == "id")
            .map(|(_, value)| value)
            .collect();
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{path}: {ids:?}");
    }
}
