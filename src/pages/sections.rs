//! The pages and files that tell of many documents at once, section by section. Knows which sections there are, not what stands in them.

use super::planner::Planner;
use super::{
    Page, calendar, changes, continued, corrections, data, feeds, listing, map, network, rest, search, timeline,
};
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::media::card::Card;

/// What a section is made of.
#[derive(Default)]
pub(super) struct Made {
    /// Pages to be rendered.
    pub pages: Vec<Page>,
    /// Files that need no template.
    pub files: Vec<OutputFile>,
    /// Pictures that are to be drawn.
    pub cards: Vec<(Route, Card)>,
}

/// All sections of a site in one of its languages; those with the most work come first.
pub(super) const ALL: [for<'p, 'a> fn(&'p Planner<'a>) -> Made; 13] = [
    |planner| Made { files: search::files(planner), ..Made::default() },
    |planner| Made {
        files: if planner.edition.is_main { data::files(planner) } else { Vec::new() },
        ..Made::default()
    },
    |planner| Made { pages: rest::pages(planner), ..Made::default() },
    |planner| Made { pages: continued::pages(planner), ..Made::default() },
    |planner| Made { pages: network::pages(planner), ..Made::default() },
    |planner| Made { files: feeds::files(planner), ..Made::default() },
    |planner| Made { pages: timeline::pages(planner), ..Made::default() },
    |planner| Made { pages: listing::pages(planner), ..Made::default() },
    |planner| Made { pages: changes::pages(planner), ..Made::default() },
    |planner| Made { pages: map::pages(planner), ..Made::default() },
    |planner| Made { pages: corrections::pages(planner), ..Made::default() },
    |planner| {
        let pages = calendar::page(planner).into_iter().chain(search::pages(planner)).collect();
        Made { pages, files: calendar::files(planner), ..Made::default() }
    },
    |planner| {
        let (pages, cards): (Vec<_>, Vec<_>) = listing::home(planner).into_iter().unzip();
        Made { pages, cards: cards.into_iter().flatten().collect(), ..Made::default() }
    },
];
