//! The calendars of hearings: a file for the site and for each case, and the page of those to come. Knows that a calendar holds
//! only days that are beyond doubt, and that "to come" is what the authors say is scheduled, never what a clock says.

mod ical;
mod page;

use ical::Event;

use super::context::Context;
use super::corrections::is_kept_from_search;
use super::dates;
use super::edition::Edition;
use super::hearings;
use super::planner::Planner;
use super::views::FeedLink;
use super::words;
use crate::document::front_matter::HearingStatus;
use crate::document::kind::Kind;
use crate::foundation::date::Day;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::graph::public::{PublicEntity, PublicSite};
use crate::messages::Catalogue;
use crate::source::config::Config;

pub(super) use page::{page, route as page_route};

/// The file's name.
const NAME: &str = "calendar.ics";

/// The link to the calendar of the site, for every page. Without the base address of the site there is none, as the names of
/// events must be unique in the world.
pub(super) fn link(site: &PublicSite, config: &Config, edition: Edition<'_>, messages: &Catalogue) -> Option<FeedLink> {
    let has_calendar = config.base_url.is_some() && site.of_kind(Kind::Hearing).any(|hearing| days(hearing).is_some());
    let route = Route::file(NAME).ok().filter(|_| has_calendar).map(|route| edition.own(route))?;
    let title = words::all_hearings(config.title_in(edition.language), messages);
    Some(FeedLink { path: route.path(config.links), title })
}

/// The link to the calendar of a case, for its own page.
pub(super) fn own_link(page: &Context<'_>, entity: &PublicEntity) -> Option<FeedLink> {
    let planner = page.planner;
    planner.config.base_url.as_ref()?;
    let has_calendar = entity.kind() == Kind::Case
        && !is_kept_from_search(entity)
        && hearings::of_case(planner.site, entity.id).into_iter().any(|hearing| days(hearing).is_some());
    let route = own_route(planner, entity)?;
    let title = words::all_hearings(entity.title(), &page.tongue.messages);
    has_calendar.then(|| FeedLink { path: route.path(planner.links()), title })
}

/// All calendars.
pub(super) fn files(planner: &Planner<'_>) -> Vec<OutputFile> {
    if planner.config.base_url.is_none() {
        return Vec::new();
    }
    let mut hearings: Vec<&PublicEntity> = planner.site.of_kind(Kind::Hearing).collect();
    hearings.sort_by(|a, b| hearings::by_date(a, b));
    let title = words::all_hearings(planner.site_title(), planner.site_messages());
    let of_site =
        Route::file(NAME).ok().and_then(|route| ical::file(planner.own(route), &title, &events(planner, hearings)));
    let cases = planner.site.of_kind(Kind::Case).filter(|case| !is_kept_from_search(case));
    let of_cases = cases.filter_map(|case| {
        let events = events(planner, hearings::of_case(planner.site, case.id));
        let messages = planner.messages.of(case.language(&planner.config.language));
        ical::file(own_route(planner, case)?, &words::all_hearings(case.title(), messages), &events)
    });
    of_site.into_iter().chain(of_cases).collect()
}

fn own_route(planner: &Planner<'_>, case: &PublicEntity) -> Option<Route> {
    let page = planner.route(case.id).filter(|_| planner.makes(case))?.address();
    Route::file(&format!("{}{NAME}", page.trim_start_matches('/'))).ok()
}

fn events(planner: &Planner<'_>, hearings: Vec<&PublicEntity>) -> Vec<Event> {
    hearings.into_iter().filter_map(|hearing| event(planner, hearing)).collect()
}

/// The days of a hearing that a calendar can hold.
fn days(hearing: &PublicEntity) -> Option<(Day, Day)> {
    let is_shown = hearing.has_page && !is_kept_from_search(hearing);
    dates::for_sorting(hearing.fields()).filter(|_| is_shown)?.exact_days()
}

fn event(planner: &Planner<'_>, hearing: &PublicEntity) -> Option<Event> {
    let days = days(hearing)?;
    let fields = hearings::fields(hearing)?;
    let language = hearing.language(&planner.config.language);
    let route = planner.route(hearing.id)?;
    let page = Context::new(planner, route.clone(), language)?;
    let title = |mention| page.one(hearing, mention).map(|target| target.title.clone());
    let status = fields.status.value;
    let basis = dates::resolved(hearing.fields())
        .map(|resolved| page.tongue.say("feed-worked-out", &[("basis", (&resolved.basis.value).into())]));
    let said = [Some(words::session(status, &page.tongue.messages)), Some(hearings::summary(&page, hearing)), basis];
    let said: Vec<String> = said.into_iter().flatten().filter(|words| !words.is_empty()).collect();
    let case = title(fields.case).map_or_else(String::new, |case| format!(" ({case})"));
    Some(Event {
        uid: planner.tags.calendar_name(hearing),
        days,
        changed: dates::last_change(hearing).map_or(days.0, |change| change.max(days.0)),
        summary: format!("{}{case}", hearing.title()),
        description: said.join("\n"),
        location: title(fields.place).or_else(|| title(fields.court)).unwrap_or_default(),
        url: planner.canonical(route)?,
        is_cancelled: status == HearingStatus::Cancelled,
        language: language.clone(),
    })
}
