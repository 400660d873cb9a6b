//! B 28: a text in any position stays text: it adds no element and no attribute to what harmless words have there.

use dossier::pipeline::Pipeline;

use super::oracle::Allowed;
use super::site::{POSITIONS, pages};

/// What the site's own markup has around words that do no harm.
pub fn allowed(pipeline: &mut Pipeline) -> Allowed {
    let mut allowed = Allowed::default();
    for words in ["words", "other words", "2025-02-03"] {
        for page in pages(pipeline, words).0 {
            allowed.learn(&page.html);
        }
    }
    allowed
}

/// Texts that leave an attribute, whatever its quotes are, with a mark by which the attribute would be known.
const QUOTES: &[&str] = &[
    "a\" data-out=\"b",
    "a' data-out='b",
    "a` data-out=`b",
    "a data-out=b",
    "a\" data-out",
    "a\"data-out=b ",
    "a\"/data-out=\"b",
    "a\"\tdata-out=\"b",
    "a\" data-out=\"b\" c=\"",
    "a\\\" data-out=\\\"b",
    "a&quot; data-out=&quot;b",
    "a&#34 data-out=&#34b",
    "a&#x00022; data-out=&#x00022;b",
    "a%22 data-out=%22b",
    "a“ data-out=“b",
    "a\"> <i data-out=\"b\">",
    "a'> <i data-out='b'>",
    "a><i data-out=b>",
    "a--><i data-out=b>",
    "a]]><i data-out=b>",
    "a</span><i data-out=b>",
];

#[test]
fn b28_no_text_leaves_its_attribute_in_any_position() {
    let mut pipeline = Pipeline::default();
    let allowed = allowed(&mut pipeline);
    let mut clean = 0;
    for text in QUOTES {
        let (pages, without_errors) = pages(&mut pipeline, text);
        clean += without_errors;
        for page in pages {
            let faults = allowed.faults(&page.html);
            assert!(faults.is_empty(), "{text:?} as {}, {}: {faults:?}", page.position, page.path);
        }
    }
    // Most positions take such a text and show it.
    assert!(clean * 2 > QUOTES.len() * POSITIONS.len(), "{clean} of {}", QUOTES.len() * POSITIONS.len());
}

#[test]
fn b28_what_is_taken_is_shown_letter_by_letter() {
    let text = "a\" data-out='b' <i>&amp;&lt;";
    let shown = "a&quot; data-out=&#39;b&#39; &lt;i&gt;&amp;amp;&amp;lt;";
    let (pages, _) = pages(&mut Pipeline::default(), text);
    for position in ["title of a page", "name of a person", "summary", "alias", "title of the site", "reply"] {
        assert!(pages.iter().any(|page| page.position == position && page.html.contains(shown)), "{position}");
    }
}
