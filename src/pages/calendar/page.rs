//! The page of hearings to come, by month. Knows that those without an exact day stand apart.

use crate::document::kind::Kind;
use crate::foundation::date::Edtf;
use crate::foundation::route::Route;
use crate::graph::public::PublicEntity;
use crate::pages::Page;
use crate::pages::context::{Context, Shell};
use crate::pages::dates;
use crate::pages::hearings;
use crate::pages::planner::Planner;
use crate::pages::routes;
use crate::pages::views::{Breadcrumb, CalendarMonth, CalendarView, Content};
use crate::pages::words;

/// The address of the page.
pub(in crate::pages) fn route() -> Option<Route> {
    Route::parse("hearings/calendar").ok()
}

/// The page; nothing on a site without hearings. Where none is scheduled it says so.
pub(in crate::pages) fn page(planner: &Planner<'_>) -> Option<Page> {
    planner.site.of_kind(Kind::Hearing).next()?;
    let page = Context::new(planner, planner.own(route()?), planner.edition.language)?;
    let mut scheduled: Vec<&PublicEntity> = planner
        .site
        .of_kind(Kind::Hearing)
        .filter(|hearing| hearing.has_page && hearings::is_scheduled(hearing))
        .collect();
    scheduled.sort_by(|a, b| hearings::by_date(a, b));
    let view = CalendarView {
        count: scheduled.len(),
        months: months(&page, &scheduled),
        undated: rows(&page, scheduled.iter().copied().filter(|hearing| month(hearing).is_none())),
    };
    let shell = Shell {
        title: page.tongue.say("calendar-title", &[]),
        description: String::new(),
        section: "hearings",
        way: way(&page),
        noindex: false,
    };
    Some(page.finish(shell, Content::Calendar(view)))
}

fn way(page: &Context<'_>) -> Vec<Breadcrumb> {
    let path = routes::of_index(Kind::Hearing).map(|route| page.planner.own(route).path(page.planner.links()));
    vec![Breadcrumb { path, title: page.tongue.say(words::plural(Kind::Hearing), &[]) }]
}

fn months(page: &Context<'_>, hearings: &[&PublicEntity]) -> Vec<CalendarMonth> {
    let mut months: Vec<CalendarMonth> = Vec::new();
    for hearing in hearings {
        let Some(month) = month(hearing) else { continue };
        let row = hearings::row(page, hearing, Vec::new());
        if let Some(last) = months.last_mut().filter(|last| last.month == month) {
            last.hearings.extend(row);
        } else {
            let words = Edtf::parse(&month).map_or_else(|_| month.clone(), |date| page.tongue.date(&date).words);
            months.push(CalendarMonth { words, month, hearings: row.into_iter().collect() });
        }
    }
    months
}

/// The month in which a hearing begins: `2021-03`.
fn month(hearing: &PublicEntity) -> Option<String> {
    let (first, _) = dates::for_sorting(hearing.fields())?.exact_days()?;
    Some(format!("{:04}-{:02}", first.year(), first.month()))
}

fn rows<'a>(
    page: &Context<'_>,
    hearings: impl Iterator<Item = &'a PublicEntity>,
) -> Vec<crate::pages::views::HearingRow> {
    hearings.filter_map(|hearing| hearings::row(page, hearing, Vec::new())).collect()
}
