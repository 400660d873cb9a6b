//! The Atom feed of corrections and replies whose date is exact to the day. Knows RFC 4287; the id of an entry is made of its
//! page, its date and its words, so that it stays when others come before or after it.

use super::corrections::{corrections, is_kept_from_search, replies};
use super::lock::Digest;
use super::planner::Planner;
use super::routes;
use super::views::FeedLink;
use super::words;
use crate::foundation::date::Day;
use crate::foundation::html::{escape, push_format};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::graph::public::{PublicEntity, PublicSite};
use crate::source::config::{BaseUrl, Config};

/// How many entries the feed holds.
const LONGEST: usize = 50;
/// The file's name.
const NAME: &str = "corrections.xml";

/// The link to the feed, for every page; none when there is no feed.
pub(super) fn link(site: &PublicSite, config: &Config) -> Option<FeedLink> {
    let has_feed = config.base_url.is_some() && !entries(site).is_empty();
    has_feed.then(|| FeedLink { path: NAME.to_owned(), title: title(config) })
}

/// The feed; nothing without a base address, as its links must be full, and nothing without an entry, as a feed must have a date.
pub(super) fn file(planner: &Planner<'_>) -> Option<OutputFile> {
    let base = planner.config.base_url.as_ref()?;
    let route = Route::file(NAME).ok()?;
    let entries = entries(planner.site);
    let newest = entries.first()?.day;
    let mut xml = head(planner, base, &route, newest);
    for entry in entries.iter().take(LONGEST) {
        if let Some(route) = planner.route(entry.from.id) {
            entry.push(&mut xml, &base.join(route));
        }
    }
    xml.push_str("</feed>\n");
    Some(OutputFile { route, media_type: MediaType::ATOM, bytes: xml.into_bytes().into() })
}

fn title(config: &Config) -> String {
    format!("{}: {}", config.title, words::CORRECTIONS)
}

/// A correction or reply with an exact day.
struct Entry<'a> {
    day: Day,
    from: &'a PublicEntity,
    /// The part of the page where it stands.
    anchor: &'static str,
    title: String,
    text: String,
}

/// All entries, newest first; corrections before replies of the same day.
fn entries(site: &PublicSite) -> Vec<Entry<'_>> {
    let corrections = corrections(site).into_iter().filter_map(|(from, correction)| {
        let mut text = correction.what.value.clone();
        for (words, part) in [(words::IT_SAID, &correction.was), (words::IT_SAYS_NOW, &correction.now)] {
            if let Some(part) = part {
                push_format(&mut text, format_args!("\n{words} {}", part.value));
            }
        }
        let title = format!("{}: {}", words::CORRECTED, from.title());
        Some(Entry { day: correction.date.value.exact_day()?, from, anchor: "corrections", title, text })
    });
    let replies = replies(site).into_iter().filter_map(|(from, reply)| {
        let title = format!("{} {}: {}", words::REPLY_FROM, reply.from.value, from.title());
        let text = reply.text.value.clone();
        Some(Entry { day: reply.date.value.exact_day()?, from, anchor: "replies", title, text })
    });
    let mut entries: Vec<_> = corrections.chain(replies).filter(|entry| !is_kept_from_search(entry.from)).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.day));
    entries
}

impl Entry<'_> {
    /// Writes the entry, which stands on the page at `address`.
    fn push(&self, xml: &mut String, address: &str) {
        let hash = Digest::of([self.day.to_string().as_str(), &self.title, &self.text]);
        push_format(
            xml,
            format_args!(
                "<entry>\n<id>{address}#{anchor}-{hash}</id>\n<title>{title}</title>\n<published>{day}T00:00:00Z</published>\n\
                 <updated>{day}T00:00:00Z</updated>\n\
                 <link rel=\"alternate\" type=\"text/html\" href=\"{address}#{anchor}\"/>\n<summary>{text}</summary>\n</entry>\n",
                address = escape(address),
                anchor = self.anchor,
                title = escape(&self.title),
                day = self.day,
                text = escape(&self.text),
            ),
        );
    }
}

fn head(planner: &Planner<'_>, base: &BaseUrl, route: &Route, newest: Day) -> String {
    let page = routes::of_corrections(1).unwrap_or_else(Route::home);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    push_format(
        &mut xml,
        format_args!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
             <id>{own}</id>\n<title>{title}</title>\n<updated>{newest}T00:00:00Z</updated>\n\
             <author><name>{author}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
            language = planner.config.language,
            title = escape(&title(planner.config)),
            author = escape(&planner.config.title),
            own = escape(&base.join(route)),
            page = escape(&base.join(&page)),
        ),
    );
    xml
}
