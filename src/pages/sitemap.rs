//! The sitemap: every page that search engines may know, with the day of its last change where its author says one. Source:
//! sitemaps.org, protocol 0.9.

use std::collections::BTreeMap;

use super::dates;
use super::edition::Connections;
use super::planner::Planner;
use crate::foundation::date::Day;
use crate::foundation::html::{escape, push_format};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::source::config::BaseUrl;

/// The most addresses that one sitemap may hold.
const LONGEST: usize = 50_000;
/// The most bytes that the entries of one sitemap may have: a page in many languages names them all. The protocol has 50 MB, of
/// 1,048,576 bytes each, with what stands around the entries.
const HEAVIEST: usize = 50_000_000;

/// A page or a part of the sitemap.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// The full address.
    address: String,
    /// The day of the last change.
    change: Option<Day>,
    /// The same page in all languages that have it, this one too, with their tags; empty for a page in one language.
    languages: Vec<(String, String)>,
}

impl Entry {
    fn of(base: &BaseUrl, route: &Route, changes: &BTreeMap<Route, Day>, connections: &Connections) -> Self {
        let languages = connections.addresses(route);
        Self {
            address: base.join(route),
            change: changes.get(route).copied(),
            languages: if languages.len() > 1 { languages } else { Vec::new() },
        }
    }

    fn xml(&self, item: &str) -> String {
        let mut xml = format!("<{item}><loc>{}</loc>", escape(&self.address));
        if let Some(day) = self.change {
            push_format(&mut xml, format_args!("<lastmod>{day}</lastmod>"));
        }
        for (language, address) in &self.languages {
            let address = escape(address);
            push_format(
                &mut xml,
                format_args!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\"/>"),
            );
        }
        push_format(&mut xml, format_args!("</{item}>\n"));
        xml
    }
}

/// The days on which the pages of `planner` last changed, as far as their authors say so.
pub(super) fn changes(planner: &Planner<'_>) -> BTreeMap<Route, Day> {
    let made = planner.site.entities().filter(|entity| planner.makes(entity));
    made.filter_map(|entity| Some((planner.route(entity.id)?.clone(), dates::last_change(entity)?))).collect()
}

/// The sitemap of the pages at `listed`, with their last changes; several files and their index for more pages than one may hold.
pub(super) fn files<'p>(
    base: &BaseUrl,
    listed: impl Iterator<Item = &'p Route>,
    changes: &BTreeMap<Route, Day>,
    connections: &Connections,
) -> Vec<OutputFile> {
    let mut entries: Vec<Entry> = listed.map(|route| Entry::of(base, route, changes, connections)).collect();
    entries.sort();
    let parts = parts(&entries, LONGEST, HEAVIEST);
    if parts.len() <= 1 {
        return sitemap("sitemap.xml", "urlset", "url", &entries).into_iter().collect();
    }
    let parts: Vec<OutputFile> = parts
        .into_iter()
        .zip(1..)
        .filter_map(|(entries, number)| sitemap(&format!("sitemap-{number}.xml"), "urlset", "url", entries))
        .collect();
    let entries: Vec<Entry> =
        parts.iter().map(|part| Entry { address: base.join(&part.route), ..Entry::default() }).collect();
    sitemap("sitemap.xml", "sitemapindex", "sitemap", &entries).into_iter().chain(parts).collect()
}

/// The entries of each file: at most `longest`, of `heaviest` bytes together unless one alone is heavier.
fn parts(entries: &[Entry], longest: usize, heaviest: usize) -> Vec<&[Entry]> {
    let own = |entry: &Entry| entry.xml("url").len();
    let (mut count, mut weight) = (1, entries.first().map_or(0, own));
    let fits = |_: &Entry, next: &Entry| {
        let next = own(next);
        let fits = count < longest && weight + next <= heaviest;
        (count, weight) = if fits { (count + 1, weight + next) } else { (1, next) };
        fits
    };
    entries.chunk_by(fits).collect()
}

fn sitemap(name: &str, list: &str, item: &str, entries: &[Entry]) -> Option<OutputFile> {
    let has_languages = entries.iter().any(|entry| !entry.languages.is_empty());
    let xhtml = if has_languages { " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" } else { "" };
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{list} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{xhtml}>\n"
    );
    xml.extend(entries.iter().map(|entry| entry.xml(item)));
    push_format(&mut xml, format_args!("</{list}>\n"));
    Some(OutputFile { route: Route::file(name).ok()?, media_type: MediaType::XML, bytes: xml.into_bytes().into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(address: &str) -> Entry {
        Entry { address: address.into(), ..Entry::default() }
    }

    fn text(entries: &[Entry]) -> String {
        let file = sitemap("sitemap.xml", "urlset", "url", entries).unwrap();
        std::str::from_utf8(&file.bytes).unwrap().to_owned()
    }

    #[test]
    fn a_sitemap_names_every_address_once_and_escaped() {
        let changed = Entry { change: Day::new(2021, 3, 1), ..entry("https://a.example/c") };
        assert_eq!(
            text(&[entry("https://a.example/?a&b"), changed]),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
             <url><loc>https://a.example/?a&amp;b</loc></url>\n\
             <url><loc>https://a.example/c</loc><lastmod>2021-03-01</lastmod></url>\n</urlset>\n"
        );
    }

    #[test]
    fn a_file_ends_where_it_would_be_too_long_or_too_heavy() {
        let one = entry("https://a.example/1").xml("url").len();
        let entries: Vec<Entry> = (1..=7).map(|number| entry(&format!("https://a.example/{number}"))).collect();
        let lengths = |longest, heaviest| {
            let parts = parts(&entries, longest, heaviest);
            parts.iter().map(|part| part.len()).collect::<Vec<_>>()
        };
        assert_eq!(lengths(7, 7 * one), [7]);
        assert_eq!(lengths(3, 7 * one), [3, 3, 1]);
        assert_eq!(lengths(7, 2 * one), [2, 2, 2, 1]);
        assert_eq!(lengths(7, one - 1), [1; 7]);
        assert!(parts(&[], 7, one).is_empty());
    }

    #[test]
    fn a_page_in_several_languages_names_them_all() {
        let languages = [("en", "https://a.example/c"), ("tr", "https://a.example/tr/c")];
        let languages = languages.map(|(tag, address)| (tag.to_owned(), address.to_owned())).into();
        let text = text(&[Entry { languages, ..entry("https://a.example/c") }]);
        assert!(text.contains("0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">"), "{text}");
        assert!(
            text.contains(
                "<loc>https://a.example/c</loc><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://a.example/c\"/>\
                 <xhtml:link rel=\"alternate\" hreflang=\"tr\" href=\"https://a.example/tr/c\"/></url>"
            ),
            "{text}"
        );
    }
}
