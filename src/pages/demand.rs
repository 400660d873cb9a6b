//! What stands at one address, made when somebody asks for it. Knows where to look, and keeps the sections that were made; nothing is
//! rendered here.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::planner::Planner;
use super::sections::{self, Made};
use super::{Page, Plan, Whole, kinds};
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::media::card::Card;

/// What a plan has at an address.
pub enum Found {
    /// A page, to be rendered.
    Page(Page),
    /// A file that needs no template.
    File(OutputFile),
    /// A picture, to be drawn.
    Card(Route, Card),
}

/// What was made of one plan so far.
#[derive(Default)]
pub struct Demand {
    sections: [OnceLock<Made>; sections::ALL.len()],
    /// Everything, for what can be known in no other way.
    whole: OnceLock<Whole>,
    cards: OnceLock<Vec<(Route, Card)>>,
}

impl Demand {
    /// What `plan`, which must be the same each time, has at `path` below the output folder; nothing for what is carried over.
    pub fn find(&self, plan: &Plan<'_>, path: &str) -> Option<Found> {
        if path.starts_with("cards/") {
            let cards = self.cards.get_or_init(|| self.cards(plan));
            let (route, card) = cards.iter().find(|(route, _)| route.output_path() == path)?;
            return Some(Found::Card(route.clone(), card.clone()));
        }
        // Pages of several languages name one another, so all must be known before one is made.
        if !plan.config.languages.is_empty() || path.starts_with("sitemap") {
            return self.in_whole(plan, path);
        }
        entity(plan, path).or_else(|| self.section(plan, path))
    }

    fn in_whole(&self, plan: &Plan<'_>, path: &str) -> Option<Found> {
        let whole = self.whole(plan);
        let file = || whole.files.iter().find(|file| file.route.output_path() == path).cloned().map(Found::File);
        let planned = whole.pages.iter().find(|page| page.route.output_path() == path);
        let page = planned.and_then(|planned| plan.page(whole, planned));
        page.map(|(page, _)| Found::Page(page)).or_else(file)
    }

    fn whole(&self, plan: &Plan<'_>) -> &Whole {
        self.whole.get_or_init(|| plan.whole())
    }

    fn cards(&self, plan: &Plan<'_>) -> Vec<(Route, Card)> {
        let whole = self.whole(plan);
        let of_pages = whole.pages.par_iter().filter_map(|planned| plan.page(whole, planned)?.1);
        whole.cards.par_iter().cloned().chain(of_pages).collect()
    }

    fn section(&self, plan: &Plan<'_>, path: &str) -> Option<Found> {
        let planner = plan.editions.first()?;
        let page_of =
            |pages: &[Page]| pages.iter().find(|page| page.route.output_path() == path).cloned().map(Found::Page);
        let of_section = |(section, made): (&sections::Section, &OnceLock<Made>)| {
            let made = (section.may_have)(path).then(|| made.get_or_init(|| whole(section, planner)))?;
            let file = || made.files.iter().find(|file| file.route.output_path() == path).cloned().map(Found::File);
            page_of(&made.pages).or_else(file)
        };
        page_of(&plan.fixed).or_else(|| sections::ALL.iter().zip(&self.sections).find_map(of_section))
    }
}

/// All of a section, kept.
fn whole(section: &sections::Section, planner: &Planner<'_>) -> Made {
    let (mut made, pages, files) = sections::with_given(|give| (section.make)(planner, give));
    made.pages.extend(pages);
    made.files.extend(files);
    made
}

/// The page of an entity.
fn entity(plan: &Plan<'_>, path: &str) -> Option<Found> {
    let route = Route::parse(path.strip_suffix("/index.html")?).ok()?;
    let planner = plan.editions.first()?;
    kinds::page(planner, planner.at(&route)?).map(|(page, _)| Found::Page(page))
}
