//! The home page: what comes next, what is new, what there is.

use super::{counts, item};
use crate::document::kind::Kind;
use crate::foundation::route::Route;
use crate::graph::public::PublicEntity;
use crate::media::card::Card;
use crate::pages::Page;
use crate::pages::cards;
use crate::pages::changes;
use crate::pages::context::{Context, Elsewhere, Shell};
use crate::pages::hearings;
use crate::pages::paging::Paging;
use crate::pages::planner::Planner;
use crate::pages::views::{Content, HearingRow, HomeView, IndexItem};

/// The home page, with the picture that is to be drawn for it.
pub(in crate::pages) fn page(planner: &Planner<'_>) -> Option<(Page, Option<(Route, Card)>)> {
    let page = Context::new(planner, planner.own(Route::home()), planner.edition.language)?;
    let (mut scheduled, mut held): (Vec<_>, Vec<_>) =
        item::listed(planner, Kind::Hearing).partition(|hearing| hearings::is_scheduled(hearing));
    scheduled.sort_by(|a, b| hearings::by_date(a, b));
    held.sort_by(|a, b| item::newest_first(&page.tongue.alphabet, a, b));
    let view = HomeView {
        scheduled: rows(&page, &scheduled, 5),
        hearings: rows(&page, &held, 10),
        dossiers: items(&page, Kind::Dossier, 10),
        cases: items(&page, Kind::Case, 20),
        changes: changes::latest(&page),
        all_changes: Paging::new("changes".to_owned()).path(planner, 1),
        counts: counts(planner),
    };
    let shell = Shell {
        title: planner.site_title().to_owned(),
        description: page.tongue.shared.description.clone(),
        section: "",
        way: Vec::new(),
        noindex: false,
    };
    let card = cards::of_home(&page)
        .and_then(|card| cards::view(planner, &page.route, &card).map(|(route, view)| ((route, card), view)));
    let (card, picture) = card.unzip();
    let elsewhere = Elsewhere { card: picture, ..Elsewhere::default() };
    Some((page.finish_with(shell, Content::Home(view), elsewhere), card))
}

fn rows(page: &Context<'_>, hearings: &[&PublicEntity], most: usize) -> Vec<HearingRow> {
    hearings.iter().take(most).filter_map(|hearing| hearings::row(page, hearing, Vec::new())).collect()
}

fn items(page: &Context<'_>, kind: Kind, most: usize) -> Vec<IndexItem> {
    let mut entities: Vec<_> = item::listed(page.planner, kind).collect();
    let alphabet = &page.tongue.alphabet;
    match kind {
        Kind::Case => entities.sort_by(|a, b| item::by_name(alphabet, a, b)),
        _ => entities.sort_by(|a, b| item::newest_first(alphabet, a, b)),
    }
    entities.into_iter().take(most).filter_map(|entity| item::row(page, entity)).collect()
}
