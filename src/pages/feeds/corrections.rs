//! The Atom feed of corrections and replies whose date is exact to the day. The id of an entry is made of its
//! page, its date and its words, so that it stays when others come before or after it.

use super::atom::{self, Entry, Head};
use crate::document::front_matter::Text;
use crate::foundation::date::{Day, Edtf};
use crate::foundation::html::push_format;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::foundation::span::Spanned;
use crate::graph::public::{PublicEntity, PublicSite};
use crate::messages::Catalogue;
use crate::pages::corrections::{corrections, is_kept_from_search, replies};
use crate::pages::lock::Digest;
use crate::pages::planner::Planner;
use crate::pages::routes;
use crate::pages::tags::Tags;
use crate::pages::views::FeedLink;
use crate::source::config::Config;

/// The file's name.
const NAME: &str = "corrections.xml";

/// The link to the feed, for every page; none when there is no feed.
pub(super) fn link(site: &PublicSite, config: &Config, messages: &Catalogue) -> Option<FeedLink> {
    let has_feed = config.base_url.is_some() && has_entries(site);
    has_feed.then(|| FeedLink { path: NAME.to_owned(), title: title(&config.title, messages) })
}

/// The feed; nothing without a base address, as its links must be full, and nothing without an entry, as a feed must have a date.
pub(super) fn file(planner: &Planner<'_>) -> Option<OutputFile> {
    let base = planner.config.base_url.as_ref()?;
    let route = Route::file(NAME).ok()?;
    let entries = entries(planner.site, planner.site_messages());
    let page = routes::of_corrections(1).unwrap_or_else(Route::home);
    let head = Head {
        id: planner.tags.of("corrections"),
        title: title(planner.site_title(), planner.site_messages()),
        subtitle: String::new(),
        page: base.join(&page),
        language: planner.config.language.clone(),
        updated: entries.first()?.day,
    };
    let entries =
        entries.iter().filter_map(|told| Some(told.entry(&planner.tags, &base.join(planner.route(told.from.id)?))));
    Some(atom::file(route, &head, entries, base, &planner.shared))
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
    /// Its words as the authors wrote them: no text of the interface is among them, which may change.
    words: Digest,
    title: String,
    text: String,
}

/// Whether there is an entry.
fn has_entries(site: &PublicSite) -> bool {
    corrections(site).iter().any(|(from, correction)| day(from, &correction.date).is_some())
        || replies(site).iter().any(|(from, reply)| day(from, &reply.date).is_some())
}

/// The day under which what has this date on the page of `from` is an entry; nothing for what is none.
fn day(from: &PublicEntity, date: &Spanned<Edtf>) -> Option<Day> {
    date.value.exact_day().filter(|_| !is_kept_from_search(from))
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
        let day = day(from, &correction.date)?;
        let own = |part: &Option<Text>| part.as_ref().map_or_else(String::new, |part| part.value.clone());
        let (was, now) = (own(&correction.was), own(&correction.now));
        let words = Digest::of([day.to_string().as_str(), &correction.what.value, &was, &now]);
        Some(Told { day, from, anchor: "corrections", words, title, text })
    });
    let replies = replies(site).into_iter().filter_map(|(from, reply)| {
        let title = messages.text("feed-reply", &[("who", (&reply.from.value).into()), ("page", from.title().into())]);
        let text = reply.text.value.clone();
        let day = day(from, &reply.date)?;
        let words = Digest::of([day.to_string().as_str(), &reply.from.value, &text]);
        Some(Told { day, from, anchor: "replies", words, title, text })
    });
    let mut entries: Vec<_> = corrections.chain(replies).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.day));
    entries
}

impl Told<'_> {
    /// The entry on the page at `address`.
    fn entry(&self, tags: &Tags, address: &str) -> Entry {
        Entry {
            id: tags.of_part(self.from, self.anchor, self.words),
            title: self.title.clone(),
            address: format!("{address}#{}", self.anchor),
            published: self.day,
            updated: self.day,
            summary: self.text.clone(),
        }
    }
}
