//! The Atom feed of the site: dossiers and hearings whose date is exact to the day. Knows RFC 4287; other dates stay out, as a feed cannot say that they are uncertain. Of a date that the authors worked out it says so, and from what.

use super::context::Context;
use super::dates;
use super::hearings;
use super::planner::Planner;
use super::views::FeedLink;
use super::words;
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::foundation::date::Day;
use crate::foundation::html::{escape, push_format};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::graph::public::{PublicEntity, PublicSite};
use crate::source::config::{BaseUrl, Config};

/// How many entries a feed holds.
const LONGEST: usize = 50;
/// The file's name.
const NAME: &str = "feed.xml";

/// The links to the feed, for every page: none when there is no feed.
pub(super) fn links(site: &PublicSite, config: &Config) -> Vec<FeedLink> {
    let has_feed = config.base_url.is_some() && entries(site).next().is_some();
    has_feed.then(|| FeedLink { path: NAME.to_owned(), title: config.title.clone() }).into_iter().collect()
}

/// The feed; nothing without a base address, as its links must be full, and nothing without an entry, as a feed must have a date.
pub(super) fn file(planner: &Planner<'_>) -> Option<OutputFile> {
    let base = planner.config.base_url.as_ref()?;
    let route = Route::file(NAME).ok()?;
    let page = Context::new(planner, route.clone(), &planner.config.language)?;
    let mut entries: Vec<(Day, &PublicEntity)> = entries(planner.site).collect();
    entries.sort_by(|(a, left), (b, right)| b.cmp(a).then_with(|| left.path().cmp(right.path())));
    let newest = entries.iter().filter_map(|(_, entity)| last_change(entity)).max()?;
    let mut xml = head(planner, base, &route, newest);
    for (day, entity) in entries.iter().take(LONGEST) {
        xml.push_str(&entry(&page, base, *day, entity));
    }
    xml.push_str("</feed>\n");
    Some(OutputFile { route, media_type: MediaType::ATOM, bytes: xml.into_bytes().into() })
}

/// What a feed can hold, with its day.
fn entries(site: &PublicSite) -> impl Iterator<Item = (Day, &PublicEntity)> {
    let of_feed = |kind| site.of_kind(kind).filter(|entity| entity.has_page && !entity.common().noindex);
    [Kind::Dossier, Kind::Hearing].into_iter().flat_map(of_feed).filter_map(|entity| Some((exact_day(entity)?, entity)))
}

fn exact_day(entity: &PublicEntity) -> Option<Day> {
    dates::for_sorting(entity.fields())?.exact_day()
}

fn last_change(entity: &PublicEntity) -> Option<Day> {
    let updated = match entity.fields() {
        Fields::Dossier(dossier) => dossier.updated.as_ref().and_then(|date| date.value.exact_day()),
        _ => None,
    };
    updated.max(exact_day(entity))
}

fn head(planner: &Planner<'_>, base: &BaseUrl, route: &Route, newest: Day) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let title = escape(&planner.config.title);
    push_format(
        &mut xml,
        format_args!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <id>{id}</id>\n<title>{title}</title>\n<updated>{newest}T00:00:00Z</updated>\n\
         <author><name>{title}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{id}\"/>\n",
            language = planner.config.language,
            id = escape(base.as_str()),
            own = escape(&base.join(route)),
        ),
    );
    if !planner.config.description.is_empty() {
        push_format(&mut xml, format_args!("<subtitle>{}</subtitle>\n", escape(&planner.config.description)));
    }
    xml
}

fn entry(page: &Context<'_>, base: &BaseUrl, day: Day, entity: &PublicEntity) -> String {
    let Some(route) = page.planner.route(entity.id) else { return String::new() };
    let address = escape(&base.join(route));
    let changed = last_change(entity).unwrap_or(day);
    let basis = dates::resolved(entity.fields()).map(|resolved| words::worked_out(&resolved.basis.value));
    let summary = [Some(hearings::summary(page, entity)), basis].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let summary = summary.trim();
    let mut xml = format!(
        "<entry>\n<id>{address}</id>\n<title>{}</title>\n<published>{day}T00:00:00Z</published>\n\
         <updated>{changed}T00:00:00Z</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n",
        escape(entity.title())
    );
    if !summary.is_empty() {
        push_format(&mut xml, format_args!("<summary>{}</summary>\n", escape(summary)));
    }
    xml.push_str("</entry>\n");
    xml
}
