//! The pages of timelines. Knows when one page is enough, and when each year gets its own.

use rayon::prelude::*;

use super::{entry, of, sorted, strip};
use crate::document::kind::Kind;
use crate::foundation::date::Edtf;
use crate::graph::public::PublicEntity;
use crate::pages::Page;
use crate::pages::context::{Context, Shell};
use crate::pages::corrections::is_kept_from_search;
use crate::pages::dates;
use crate::pages::paging::{Paging, parts};
use crate::pages::planner::Planner;
use crate::pages::views::{Breadcrumb, CaseLink, Content, TimelineView, TimelineYear, TimelineYearLink};

/// The section of the navigation.
const SECTION: &str = "timeline";
/// How many entries one page holds; a timeline with more has a page for each year.
const LONGEST: usize = 100;
/// To how many cases the timeline of the site leads.
const CASES: usize = 100;

/// The timeline of the site, those of its cases, and those of people and organisations whose own page does not hold it.
pub(in crate::pages) fn pages(planner: &Planner<'_>) -> Vec<Page> {
    let entities: Vec<&PublicEntity> = planner.site.entities().filter(|entity| entity.has_page).collect();
    let of_entities = entities.par_iter().flat_map_iter(|entity| {
        let all = of(planner.site, entity);
        let is_long = all.len() > super::SHORT;
        let has_own = if entity.kind() == Kind::Case { !all.is_empty() } else { is_long };
        if has_own { Timeline::new(planner, Some(entity), all).pages() } else { Vec::new() }
    });
    let mut pages: Vec<Page> = of_entities.collect();
    let stands_on_it = |entity: &&PublicEntity| match entity.kind() {
        Kind::Event | Kind::Hearing => true,
        Kind::Case => dates::of(entity.fields()).is_some(),
        _ => false,
    };
    pages.extend(Timeline::new(planner, None, planner.site.entities().filter(stands_on_it).collect()).pages());
    pages
}

/// The address of the timeline of `entity` below the root.
pub(in crate::pages) fn path(planner: &Planner<'_>, entity: &PublicEntity) -> Option<String> {
    Some(Paging::new(base(Some(entity))?).path(planner, 1))
}

fn base(of: Option<&PublicEntity>) -> Option<String> {
    match of {
        None => Some(SECTION.to_owned()),
        Some(of) => Some(format!("{SECTION}/{}/{}", of.kind().folder()?, of.slug())),
    }
}

/// One timeline.
struct Timeline<'a> {
    planner: &'a Planner<'a>,
    of: Option<&'a PublicEntity>,
    /// By year, oldest first.
    years: Vec<(i32, Vec<&'a PublicEntity>)>,
    undated: Vec<&'a PublicEntity>,
}

/// What one page of it shows.
struct Part<'a> {
    base: String,
    number: usize,
    count: usize,
    years: Vec<(i32, &'a [&'a PublicEntity])>,
    undated: &'a [&'a PublicEntity],
    /// What it is called beside the timeline itself: a year.
    year: String,
}

impl<'a> Timeline<'a> {
    fn new(planner: &'a Planner<'a>, of: Option<&'a PublicEntity>, all: Vec<&'a PublicEntity>) -> Self {
        let (dated, undated) = sorted(all.into_iter());
        let mut years: Vec<(i32, Vec<&PublicEntity>)> = Vec::new();
        for entity in dated {
            let Some(year) = dates::for_sorting(entity.fields()).and_then(Edtf::year).map(i32::from) else { continue };
            match years.last_mut().filter(|(last, _)| *last == year) {
                Some((_, entities)) => entities.push(entity),
                None => years.push((year, vec![entity])),
            }
        }
        Self { planner, of, years, undated }
    }

    fn len(&self) -> usize {
        self.years.iter().map(|(_, entities)| entities.len()).sum::<usize>() + self.undated.len()
    }

    fn pages(&self) -> Vec<Page> {
        let Some(base) = base(self.of) else { return Vec::new() };
        let whole =
            |years, undated| Part { base: base.clone(), number: 1, count: 1, years, undated, year: String::new() };
        if self.len() <= LONGEST {
            let years = self.years.iter().map(|(year, entities)| (*year, entities.as_slice())).collect();
            return self.page(&whole(years, &self.undated)).into_iter().collect();
        }
        let mut pages: Vec<Page> = self.page(&whole(Vec::new(), &[])).into_iter().collect();
        for (year, entities) in &self.years {
            let parts = parts(entities, LONGEST);
            let count = parts.len();
            pages.extend(parts.into_iter().enumerate().filter_map(|(at, part)| {
                let (base, number) = (format!("{base}/{year}"), at + 1);
                self.page(&Part {
                    base,
                    number,
                    count,
                    years: vec![(*year, part)],
                    undated: &[],
                    year: year.to_string(),
                })
            }));
        }
        let parts = if self.undated.is_empty() { Vec::new() } else { parts(&self.undated, LONGEST) };
        let count = parts.len();
        pages.extend(parts.into_iter().enumerate().filter_map(|(at, undated)| {
            let (base, number) = (format!("{base}/undated"), at + 1);
            self.page(&Part { base, number, count, years: Vec::new(), undated, year: String::new() })
        }));
        pages
    }

    fn page(&self, part: &Part<'_>) -> Option<Page> {
        let planner = self.planner;
        let language = self.of.map_or(planner.edition.language, |of| of.language(&planner.config.language));
        let paging = Paging::new(part.base.clone());
        let page = Context::new(planner, paging.route(planner, part.number)?, language)?;
        let is_first = Some(&part.base) == base(self.of).as_ref();
        let counts: Vec<(i32, usize)> = self.years.iter().map(|(year, entities)| (*year, entities.len())).collect();
        let entries = |list: &[&PublicEntity]| list.iter().filter_map(|entity| entry(&page, entity)).collect();
        let years = part.years.iter();
        let view = TimelineView {
            of: self.of.and_then(|of| page.reference(of.id)),
            years: years.map(|(year, list)| TimelineYear { year: year.to_string(), entries: entries(list) }).collect(),
            undated: entries(part.undated),
            strip: if is_first { strip::of(&counts) } else { None },
            by_year: self.by_year(part),
            by_case: if is_first && self.of.is_none() { self.by_case(&page) } else { Vec::new() },
            paging: paging.view(planner, part.number, part.count),
        };
        let whole = match self.of {
            None => page.tongue.say("timeline-title", &[]),
            Some(of) => page.tongue.say("timeline-of", &[("title", of.title().into())]),
        };
        let undated = page.tongue.say("timeline-no-year", &[]);
        let year = if part.year.is_empty() { &undated } else { &part.year };
        let title = if is_first {
            whole
        } else {
            page.tongue.say("page-part", &[("title", whole.as_str().into()), ("part", year.as_str().into())])
        };
        let shell = Shell {
            title: page.tongue.numbered(title, part.number),
            description: String::new(),
            section: SECTION,
            way: self.way(&page, is_first),
            noindex: self.of.is_some_and(is_kept_from_search),
        };
        Some(page.finish_of(shell, Content::Timeline(view), self.of))
    }

    /// The pages of the years; none where all stand on one page.
    fn by_year(&self, here: &Part<'_>) -> Vec<TimelineYearLink> {
        let Some(base) = base(self.of).filter(|_| self.len() > LONGEST) else { return Vec::new() };
        let link = |name: &str, year: String, count: usize| {
            let own = format!("{base}/{name}");
            let is_here = own == here.base;
            TimelineYearLink { year, path: Paging::new(own).path(self.planner, 1), count, is_here }
        };
        let years = self.years.iter().map(|(year, entities)| link(&year.to_string(), year.to_string(), entities.len()));
        let undated = (!self.undated.is_empty()).then(|| link("undated", String::new(), self.undated.len()));
        years.chain(undated).collect()
    }

    /// The timelines of the cases, from A to Z.
    fn by_case(&self, page: &Context<'_>) -> Vec<CaseLink> {
        let mut cases: Vec<&PublicEntity> = self.planner.site.of_kind(Kind::Case).collect();
        cases.sort_by(|a, b| page.tongue.alphabet.compare(a.title(), b.title()).then_with(|| a.id.cmp(&b.id)));
        let link = |case: &PublicEntity| {
            let count = of(self.planner.site, case).len();
            let path = path(self.planner, case).filter(|_| count > 0)?;
            Some(CaseLink { case: page.reference(case.id)?, path, count })
        };
        cases.into_iter().filter_map(link).take(CASES).collect()
    }

    fn way(&self, page: &Context<'_>, is_first: bool) -> Vec<Breadcrumb> {
        let crumb = |of: Option<&PublicEntity>, title: String| {
            Some(Breadcrumb { path: Some(Paging::new(base(of)?).path(self.planner, 1)), title })
        };
        let site = crumb(None, page.tongue.say("timeline-title", &[])).filter(|_| self.of.is_some() || !is_first);
        let thing = self.of.map(|of| Breadcrumb {
            path: self.planner.route(of.id).map(|route| route.path(page.planner.links())),
            title: of.title().to_owned(),
        });
        site.into_iter().chain(thing).collect()
    }
}
