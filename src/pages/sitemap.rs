//! The sitemap: every page that search engines may know, with the day of its last change where its author says one. Source:
//! sitemaps.org, protocol 0.9.

use std::collections::BTreeMap;

use super::Page;
use super::dates;
use super::planner::Planner;
use crate::foundation::date::Day;
use crate::foundation::html::{escape, push_format};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::source::config::BaseUrl;

/// The most addresses that one sitemap may hold.
const LONGEST: usize = 50_000;

/// A page or a part of the sitemap: its full address, and the day of its last change.
type Entry = (String, Option<Day>);

/// The days on which the pages of `planner` last changed, as far as their authors say so.
pub(super) fn changes(planner: &Planner<'_>) -> BTreeMap<Route, Day> {
    let made = planner.site.entities().filter(|entity| planner.makes(entity));
    made.filter_map(|entity| Some((planner.route(entity.id)?.clone(), dates::last_change(entity)?))).collect()
}

/// The sitemap of `pages`, with their last changes; several files and their index for more pages than one may hold.
pub(super) fn files(base: &BaseUrl, pages: &[Page], changes: &BTreeMap<Route, Day>) -> Vec<OutputFile> {
    let listed = pages.iter().filter(|page| !page.view.page.noindex);
    let mut entries: Vec<Entry> =
        listed.map(|page| (base.join(&page.route), changes.get(&page.route).copied())).collect();
    entries.sort();
    if entries.len() <= LONGEST {
        return sitemap("sitemap.xml", "urlset", "url", &entries).into_iter().collect();
    }
    let parts: Vec<OutputFile> = entries
        .chunks(LONGEST)
        .zip(1..)
        .filter_map(|(entries, number)| sitemap(&format!("sitemap-{number}.xml"), "urlset", "url", entries))
        .collect();
    let entries: Vec<Entry> = parts.iter().map(|part| (base.join(&part.route), None)).collect();
    sitemap("sitemap.xml", "sitemapindex", "sitemap", &entries).into_iter().chain(parts).collect()
}

fn sitemap(name: &str, list: &str, item: &str, entries: &[Entry]) -> Option<OutputFile> {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{list} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    );
    for (address, change) in entries {
        push_format(&mut xml, format_args!("<{item}><loc>{}</loc>", escape(address)));
        if let Some(day) = change {
            push_format(&mut xml, format_args!("<lastmod>{day}</lastmod>"));
        }
        push_format(&mut xml, format_args!("</{item}>\n"));
    }
    push_format(&mut xml, format_args!("</{list}>\n"));
    Some(OutputFile { route: Route::file(name).ok()?, media_type: MediaType::XML, bytes: xml.into_bytes().into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitemap_names_every_address_once_and_escaped() {
        let entries = [("https://a.example/?a&b".into(), None), ("https://a.example/c".into(), Day::new(2021, 3, 1))];
        let file = sitemap("sitemap.xml", "urlset", "url", &entries).unwrap();
        assert_eq!(
            std::str::from_utf8(&file.bytes).unwrap(),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
             <url><loc>https://a.example/?a&amp;b</loc></url>\n\
             <url><loc>https://a.example/c</loc><lastmod>2021-03-01</lastmod></url>\n</urlset>\n"
        );
    }
}
