//! Networks of relations: of the site, of each case, of each person or thing. Knows that the table is the page and the drawing
//! an illustration of it, and how much of both one page holds.

mod drawing;
mod layout;
mod relations;

use rayon::prelude::*;

use super::Page;
use super::context::{Context, Shell};
use super::dates;
use super::paging::{Paging, parts};
use super::planner::Planner;
use super::short_form::ShortForm;
use super::statements;
use super::views::{
    Breadcrumb, CaseLink, Content, DateView, NetworkView, Ref, Reference, RelationRow, RelationsView, SaidThere,
};
use super::words;
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::document::mention::MentionId;
use crate::foundation::date::Placement;
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::public::{PublicEntity, PublicSite};
use relations::{Carried, Relation, What};

/// How many relations stand on the page of what they are of.
const SHORT: usize = 40;
/// How many rows a page of a network has.
const LONG: usize = 100;
/// How many pages and sources one row names.
const NAMED: usize = 3;

/// The section [`NavigationLink`](super::views::NavigationLink)s name.
const SECTION: &str = "network";

/// Whether the site has any relation, and so a network.
pub(super) fn is_there(site: &PublicSite) -> bool {
    let has = |page: &PublicEntity| {
        let mut relations = relations::Relations::default();
        relations.add_facts(site, page);
        relations.add_statements(site, page);
        !relations.finish().is_empty()
    };
    site.entities().any(has)
}

/// The relations of `entity`, for its own page; nothing where there are none, and for kinds that have no network of their own.
pub(super) fn section(page: &Context<'_>, entity: &PublicEntity) -> Option<RelationsView> {
    let relations = of(page.planner, entity)?;
    let shown = relations.iter().take(SHORT);
    let all = (relations.len() > SHORT).then(|| Some(paging(entity)?.path(page.planner, 1))).flatten();
    Some(RelationsView {
        drawing: drawing::of(page, &relations, Some(entity.id)),
        has_accused: has_accused(page.planner, &relations),
        rows: shown.filter_map(|relation| row(page, relation, Some(entity.id))).collect(),
        total: relations.len(),
        all,
    })
}

/// Whether one of those who are related is accused in a case: a role such as that of a defendant is no verdict.
fn has_accused(planner: &Planner<'_>, relations: &[Relation]) -> bool {
    relations.iter().flat_map(|relation| [relation.from, relation.to]).any(|end| planner.is_accused(end))
}

fn of(planner: &Planner<'_>, entity: &PublicEntity) -> Option<Vec<Relation>> {
    let has_own = matches!(entity.kind(), Kind::Person | Kind::Organisation | Kind::Place | Kind::Event);
    let order = |ids: &mut [StatementId]| ids.sort_by_cached_key(|id| statements::order(planner.site, *id));
    let relations = if has_own { relations::of_entity(planner.site, entity, order) } else { Vec::new() };
    (!relations.is_empty()).then_some(relations)
}

/// The address of the network of a case below the root; nothing for a case without relations.
pub(super) fn path_of_case(planner: &Planner<'_>, case: &PublicEntity) -> Option<String> {
    if relations::of_case(planner.site, case).is_empty() {
        return None;
    }
    Some(paging(case)?.path(planner, 1))
}

/// Gives away the pages: the site's network, those of its cases, and those of whoever has more relations than fit on their own page.
pub(super) fn pages(planner: &Planner<'_>, give: &(dyn Fn(Page) + Sync)) {
    let entities: Vec<&PublicEntity> = planner.site.entities().filter(|entity| entity.has_page).collect();
    let of_entities = entities.par_iter().flat_map_iter(|entity| {
        let found = match entity.kind() {
            Kind::Case => Some(relations::of_case(planner.site, entity)).filter(|found| !found.is_empty()),
            _ => of(planner, entity).filter(|found| found.len() > SHORT),
        };
        found.map_or_else(Vec::new, |found| network(planner, Some(entity), &found, Vec::new()))
    });
    of_entities.for_each(give);
    of_site(planner).into_iter().for_each(give);
}

/// A site with more people and things than a drawing holds has a network for each case alone.
fn of_site(planner: &Planner<'_>) -> Vec<Page> {
    let relations = relations::of_site(planner.site);
    if relations.is_empty() {
        return Vec::new();
    }
    let mut ends: Vec<EntityId> = relations.iter().flat_map(|relation| [relation.from, relation.to]).collect();
    ends.sort_unstable();
    ends.dedup();
    let cases = planner.site.of_kind(Kind::Case).filter_map(|case| {
        let count = relations::of_case(planner.site, case).len();
        let tongue = planner.tongue(planner.edition.language)?;
        let path = paging(case)?.path(planner, 1);
        (count > 0).then_some(CaseLink { case: tongue.reference(case.id)?.clone(), path, count })
    });
    let cases: Vec<CaseLink> = cases.collect();
    let is_split = ends.len() > drawing::MOST && !cases.is_empty();
    network(planner, None, if is_split { &[] } else { &relations }, cases)
}

/// The pages of one network.
fn network(
    planner: &Planner<'_>,
    of: Option<&PublicEntity>,
    relations: &[Relation],
    cases: Vec<CaseLink>,
) -> Vec<Page> {
    let Some(paging) = of.map_or_else(|| Some(Paging::new(SECTION.to_owned())), paging) else { return Vec::new() };
    let parts = parts(relations, LONG);
    let count = parts.len();
    let mut cases = Some(cases);
    let page = |(number, rows): (usize, &[Relation])| {
        let language = of.map_or(planner.edition.language, |of| of.language(&planner.config.language));
        let page = Context::new(planner, paging.route(planner, number)?, language)?;
        let center = of.filter(|of| of.kind() != Kind::Case).map(|of| of.id);
        let view = NetworkView {
            of: of.and_then(|of| page.reference(of.id)),
            relations: RelationsView {
                drawing: if number == 1 { drawing::of(&page, relations, center) } else { None },
                has_accused: has_accused(planner, rows),
                rows: rows.iter().filter_map(|relation| row(&page, relation, None)).collect(),
                total: relations.len(),
                all: None,
            },
            cases: cases.take().unwrap_or_default(),
            paging: paging.view(planner, number, count),
        };
        let title = match of {
            None => page.tongue.say("network-title", &[]),
            Some(of) => page.tongue.say("network-of", &[("title", of.title().into())]),
        };
        let shell = Shell {
            title: page.tongue.numbered(title, number),
            description: String::new(),
            section: SECTION,
            way: of.map_or_else(Vec::new, |of| way(&page, of)),
            // A network of one who is kept from search engines is kept from them as well.
            noindex: of.is_some_and(super::corrections::is_kept_from_search),
        };
        Some(page.finish_of(shell, Content::Network(view), of))
    };
    parts.into_iter().enumerate().map(|(at, rows)| (at + 1, rows)).filter_map(page).collect()
}

fn paging(entity: &PublicEntity) -> Option<Paging> {
    Some(Paging::new(format!("{SECTION}/{}/{}", entity.kind().folder()?, entity.slug())))
}

/// The steps above a network of something: the site's network, and the thing itself.
fn way(page: &Context<'_>, of: &PublicEntity) -> Vec<Breadcrumb> {
    let site = Paging::new(SECTION.to_owned()).path(page.planner, 1);
    let own = page.planner.route(of.id).map(|route| route.path(page.planner.links()));
    vec![
        Breadcrumb { path: Some(site), title: page.tongue.say("network-title", &[]) },
        Breadcrumb { path: own, title: of.title().to_owned() },
    ]
}

/// A row of the table; on the page of `itself` its own name is no link.
fn row(page: &Context<'_>, relation: &Relation, itself: Option<EntityId>) -> Option<RelationRow> {
    let end = |id: EntityId| {
        let reference = page.reference(id)?;
        let is_self = itself == Some(id);
        Some(if is_self { Ref::new(Reference { path: None, ..(*reference).clone() }) } else { reference })
    };
    let (from, to) = (end(relation.from)?, end(relation.to)?);
    let blank = RelationRow {
        from,
        relation: page.tongue.say("relation-spoke-about", &[]),
        to,
        standing: relation.standing(),
        said: None,
        on: Vec::new(),
        more_on: 0,
        sources: Vec::new(),
        since: None,
        until: None,
    };
    match &relation.carried {
        Carried::Statement(id, _) => said(page, blank, *id),
        Carried::Facts { what, on } => Some(recorded(page, blank, *what, on)),
    }
}

fn said(page: &Context<'_>, row: RelationRow, id: StatementId) -> Option<RelationRow> {
    let (from, statement) = page.planner.site.statement(id)?;
    let said = SaidThere {
        path: statements::path(page.planner, from, statement),
        number: id.index as usize + 1,
        words: ShortForm::of(page.planner, &page.tongue.messages, from, statement),
    };
    Some(RelationRow {
        said: Some(said),
        on: page.reference(from.id).into_iter().collect(),
        sources: statement.via.iter().take(NAMED).map(|via| page.link(from, *via)).collect(),
        since: page.dated(from),
        ..row
    })
}

fn recorded(page: &Context<'_>, row: RelationRow, what: What, on: &[(EntityId, MentionId)]) -> RelationRow {
    let site = page.planner.site;
    let pages: Vec<&PublicEntity> = on.iter().filter_map(|(id, _)| site.get(*id)).collect();
    let relation = match what {
        What::Role(role) => page.tongue.role(&site.settings, role),
        What::Party => page.tongue.say(words::field("who"), &[]),
        What::Key(key) => page.tongue.say(words::field(key), &[]),
    };
    let party = on.iter().filter(|_| what == What::Party).find_map(|(id, who)| {
        let case = site.get(*id)?;
        let Fields::Case(fields) = case.fields() else { return None };
        Some((case, fields.parties.iter().find(|party| party.who == *who)?))
    });
    if let Some((case, party)) = party {
        let since = Some(page.tongue.date(&party.as_of.value));
        return RelationRow { relation, sources: vec![page.link(case, party.source)], since, ..row };
    }
    let mut sources: Vec<Ref> = Vec::new();
    for source in pages.iter().flat_map(|from| page.list(from, &from.common().sources)) {
        if sources.len() < NAMED && !sources.contains(&source) {
            sources.push(source);
        }
    }
    let (since, until) = span(page, &pages);
    RelationRow {
        relation,
        on: pages.iter().take(NAMED).filter_map(|from| page.reference(from.id)).collect(),
        more_on: pages.len().saturating_sub(NAMED),
        sources,
        since,
        until,
        ..row
    }
}

/// The first and the last date of pages.
fn span(page: &Context<'_>, pages: &[&PublicEntity]) -> (Option<DateView>, Option<DateView>) {
    let mut dated: Vec<&PublicEntity> =
        pages.iter().copied().filter(|from| dates::place(from.fields()) != Placement::Undated).collect();
    dated.sort_by_key(|from| dates::place(from.fields()));
    let view = |from: Option<&&PublicEntity>| from.and_then(|from| page.dated(from));
    let (since, until) = (view(dated.first()), view(dated.last()));
    let until = if since == until { None } else { until };
    (since, until)
}
