//! The sitemap: every page that search engines may know, with the day of its last change where its author says one. Source:
//! sitemaps.org, protocol 0.9.

use std::collections::BTreeMap;

use super::Page;
use super::dates;
use super::planner::Planner;
use super::views::Content;
use crate::foundation::date::Day;
use crate::foundation::html::{escape, push_format};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::source::config::BaseUrl;

/// The most addresses that one sitemap may hold.
const LONGEST: usize = 50_000;

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
    fn of(base: &BaseUrl, page: &Page, changes: &BTreeMap<Route, Day>) -> Self {
        // The further parts of a text are those of one language.
        let is_part = matches!(page.view.content, Content::Text(_));
        let there = page.view.page.languages.iter().filter(|other| other.exists && !is_part);
        let languages: Vec<_> =
            there.filter_map(|other| Some((other.language.clone(), other.address.clone()?))).collect();
        Self {
            address: base.join(&page.route),
            change: changes.get(&page.route).copied(),
            languages: if languages.len() > 1 { languages } else { Vec::new() },
        }
    }
}

/// The days on which the pages of `planner` last changed, as far as their authors say so.
pub(super) fn changes(planner: &Planner<'_>) -> BTreeMap<Route, Day> {
    let made = planner.site.entities().filter(|entity| planner.makes(entity));
    made.filter_map(|entity| Some((planner.route(entity.id)?.clone(), dates::last_change(entity)?))).collect()
}

/// The sitemap of `pages`, with their last changes; several files and their index for more pages than one may hold.
pub(super) fn files(base: &BaseUrl, pages: &[Page], changes: &BTreeMap<Route, Day>) -> Vec<OutputFile> {
    let listed = pages.iter().filter(|page| !page.view.page.noindex);
    let mut entries: Vec<Entry> = listed.map(|page| Entry::of(base, page, changes)).collect();
    entries.sort();
    if entries.len() <= LONGEST {
        return sitemap("sitemap.xml", "urlset", "url", &entries).into_iter().collect();
    }
    let parts: Vec<OutputFile> = entries
        .chunks(LONGEST)
        .zip(1..)
        .filter_map(|(entries, number)| sitemap(&format!("sitemap-{number}.xml"), "urlset", "url", entries))
        .collect();
    let entries: Vec<Entry> =
        parts.iter().map(|part| Entry { address: base.join(&part.route), ..Entry::default() }).collect();
    sitemap("sitemap.xml", "sitemapindex", "sitemap", &entries).into_iter().chain(parts).collect()
}

fn sitemap(name: &str, list: &str, item: &str, entries: &[Entry]) -> Option<OutputFile> {
    let has_languages = entries.iter().any(|entry| !entry.languages.is_empty());
    let xhtml = if has_languages { " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" } else { "" };
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{list} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{xhtml}>\n"
    );
    for Entry { address, change, languages } in entries {
        push_format(&mut xml, format_args!("<{item}><loc>{}</loc>", escape(address)));
        if let Some(day) = change {
            push_format(&mut xml, format_args!("<lastmod>{day}</lastmod>"));
        }
        for (language, address) in languages {
            let address = escape(address);
            push_format(
                &mut xml,
                format_args!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\"/>"),
            );
        }
        push_format(&mut xml, format_args!("</{item}>\n"));
    }
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
