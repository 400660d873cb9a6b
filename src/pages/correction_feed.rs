//! The Atom feed of corrections and replies whose date is exact to the day. The id of an entry is made of its
//! page, its date and its words, so that it stays when others come before or after it.

use super::atom::{self, Entry, Head};
use super::corrections::{corrections, is_kept_from_search, replies};
use super::lock::Digest;
use super::planner::Planner;
use super::routes;
use super::views::FeedLink;
use crate::foundation::date::Day;
use crate::foundation::html::push_format;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::graph::public::{PublicEntity, PublicSite};
use crate::messages::Catalogue;
use crate::source::config::Config;

/// The file's name.
const NAME: &str = "corrections.xml";

/// The link to the feed, for every page; none when there is no feed.
pub(super) fn link(site: &PublicSite, config: &Config, messages: &Catalogue) -> Option<FeedLink> {
    let has_feed = config.base_url.is_some() && !entries(site, messages).is_empty();
    has_feed.then(|| FeedLink { path: NAME.to_owned(), title: title(&config.title, messages) })
}

/// The feed; nothing without a base address, as its links must be full, and nothing without an entry, as a feed must have a date.
pub(super) fn file(planner: &Planner<'_>) -> Option<OutputFile> {
    let base = planner.config.base_url.as_ref()?;
    let route = Route::file(NAME).ok()?;
    let entries = entries(planner.site, planner.site_messages());
    let page = routes::of_corrections(1).unwrap_or_else(Route::home);
    let head = Head {
        id: base.join(&route),
        title: title(planner.site_title(), planner.site_messages()),
        subtitle: String::new(),
        page: base.join(&page),
        updated: entries.first()?.day,
    };
    let entries = entries.iter().filter_map(|told| Some(told.entry(&base.join(planner.route(told.from.id)?))));
    Some(atom::file(route, &head, entries, base, &planner.tongue(planner.edition.language)?.shared))
}

fn title(site: &str, messages: &Catalogue) -> String {
    messages.text("feed-corrections", &[("site", site.into())])
}

/// A correction or reply with an exact day.
struct Told<'a> {
    day: Day,
    from: &'a PublicEntity,
    /// The part of the page where it stands.
    anchor: &'static str,
    title: String,
    text: String,
}

/// All entries, newest first; corrections before replies of the same day.
fn entries<'a>(site: &'a PublicSite, messages: &Catalogue) -> Vec<Told<'a>> {
    let corrections = corrections(site).into_iter().filter_map(|(from, correction)| {
        let mut text = correction.what.value.clone();
        for (key, part) in [("correction-was", &correction.was), ("correction-now", &correction.now)] {
            if let Some(part) = part {
                push_format(&mut text, format_args!("\n{}", messages.text(key, &[("words", (&part.value).into())])));
            }
        }
        let title = messages.text("feed-correction", &[("page", from.title().into())]);
        Some(Told { day: correction.date.value.exact_day()?, from, anchor: "corrections", title, text })
    });
    let replies = replies(site).into_iter().filter_map(|(from, reply)| {
        let title = messages.text("feed-reply", &[("who", (&reply.from.value).into()), ("page", from.title().into())]);
        let text = reply.text.value.clone();
        Some(Told { day: reply.date.value.exact_day()?, from, anchor: "replies", title, text })
    });
    let mut entries: Vec<_> = corrections.chain(replies).filter(|entry| !is_kept_from_search(entry.from)).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.day));
    entries
}

impl Told<'_> {
    /// The entry on the page at `address`.
    fn entry(&self, address: &str) -> Entry {
        let hash = Digest::of([self.day.to_string().as_str(), &self.title, &self.text]);
        Entry {
            id: format!("{address}#{}-{hash}", self.anchor),
            title: self.title.clone(),
            address: format!("{address}#{}", self.anchor),
            published: self.day,
            updated: self.day,
            summary: self.text.clone(),
        }
    }
}
