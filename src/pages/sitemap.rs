//! The sitemap: every page that search engines may know. Source: sitemaps.org, protocol 0.9.

use super::Page;
use crate::foundation::html::{escape, push_format};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::source::config::BaseUrl;

/// The most addresses that one sitemap may hold.
const LONGEST: usize = 50_000;

/// The sitemap of `pages`; several files and their index for more pages than one may hold.
pub(super) fn files(base: &BaseUrl, pages: &[Page]) -> Vec<OutputFile> {
    let mut addresses: Vec<String> =
        pages.iter().filter(|page| !page.view.page.noindex).map(|page| base.join(&page.route)).collect();
    addresses.sort();
    if addresses.len() <= LONGEST {
        return sitemap("sitemap.xml", "urlset", "url", &addresses).into_iter().collect();
    }
    let parts: Vec<OutputFile> = addresses
        .chunks(LONGEST)
        .zip(1..)
        .filter_map(|(addresses, number)| sitemap(&format!("sitemap-{number}.xml"), "urlset", "url", addresses))
        .collect();
    let addresses: Vec<String> = parts.iter().map(|part| base.join(&part.route)).collect();
    sitemap("sitemap.xml", "sitemapindex", "sitemap", &addresses).into_iter().chain(parts).collect()
}

fn sitemap(name: &str, list: &str, item: &str, addresses: &[String]) -> Option<OutputFile> {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{list} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    );
    for address in addresses {
        push_format(&mut xml, format_args!("<{item}><loc>{}</loc></{item}>\n", escape(address)));
    }
    push_format(&mut xml, format_args!("</{list}>\n"));
    Some(OutputFile { route: Route::file(name).ok()?, media_type: MediaType::XML, bytes: xml.into_bytes().into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitemap_names_every_address_once_and_escaped() {
        let file = sitemap("sitemap.xml", "urlset", "url", &["https://a.example/?a&b".into()]).unwrap();
        assert_eq!(
            std::str::from_utf8(&file.bytes).unwrap(),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
             <url><loc>https://a.example/?a&amp;b</loc></url>\n</urlset>\n"
        );
    }
}
