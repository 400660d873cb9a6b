//! An entry of a list of sources without a style: who, what, where, when. Knows what stands for a style that would leave something out.

use super::facts::Facts;
use crate::foundation::html::escape_into;

/// The entry as HTML: the authors, the title, the publisher and the date, the address.
pub(super) fn entry(facts: &Facts) -> String {
    let mut html = String::new();
    if !facts.authors.is_empty() {
        sentence(&mut html, &facts.authors.join(", "));
    }
    html.push_str("<cite>");
    escape_into(&mut html, &facts.title);
    html.push_str("</cite>. ");
    let date = facts.published.as_ref().map(|published| published.words.as_str());
    let place: Vec<&str> = facts.publisher.as_deref().into_iter().chain(date).collect();
    if !place.is_empty() {
        sentence(&mut html, &place.join(", "));
    }
    if let Some(url) = &facts.url {
        link(&mut html, url);
    }
    html.trim_end().to_owned()
}

fn sentence(html: &mut String, text: &str) {
    escape_into(html, text);
    html.push_str(if text.ends_with('.') { " " } else { ". " });
}

/// A link to an address that the front matter allows, which shows the address.
pub(super) fn link(html: &mut String, url: &str) {
    html.push_str("<a href=\"");
    escape_into(html, url);
    html.push_str("\" class=\"external\" rel=\"noopener noreferrer\">");
    escape_into(html, url);
    html.push_str("</a>");
}

#[cfg(test)]
mod tests {
    use super::super::facts::Published;
    use super::*;

    #[test]
    fn an_entry_says_who_what_where_and_when_and_all_of_it_is_text() {
        let facts = Facts {
            form: None,
            title: "<script>alert(1)</script>".into(),
            authors: vec!["Ayşe Yılmaz".into(), "B. C.".into()],
            publisher: Some("A & B".into()),
            published: Some(Published { words: "about June 2015".into(), calendar: None }),
            url: Some("https://example.org/?a=1&b=\"x".into()),
            accessed: None,
        };
        assert_eq!(
            entry(&facts),
            "Ayşe Yılmaz, B. C. <cite>&lt;script&gt;alert(1)&lt;/script&gt;</cite>. A &amp; B, about June 2015. \
             <a href=\"https://example.org/?a=1&amp;b=&quot;x\" class=\"external\" rel=\"noopener noreferrer\">\
             https://example.org/?a=1&amp;b=&quot;x</a>"
        );
        let bare = Facts {
            authors: Vec::new(),
            publisher: None,
            published: None,
            url: None,
            title: "Minutes".into(),
            ..facts
        };
        assert_eq!(entry(&bare), "<cite>Minutes</cite>.");
    }
}
