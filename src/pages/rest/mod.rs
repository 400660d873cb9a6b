//! Lists that are too long for the page of what they belong to: the first stand there, all of them on pages of their own.
//! Knows how many make a page, so that no page grows with the site.

mod items;
mod of_statement;
mod part;

use std::sync::Arc;

use rayon::prelude::*;

use super::Page;
use super::backlinks::{self, Naming};
use super::context::{Context, Shell};
use super::corrections::is_kept_from_search;
use super::hearings;
use super::kinds;
use super::paging::{Paging, parts};
use super::planner::Planner;
use super::statements::named;
use super::timeline;
use super::views::{
    Breadcrumb, Content, HearingRow, RestLink, RestView, RoleGroup, StandingView, StatementView, TimelineEntry,
};
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::graph::entity::StatementId;
use crate::graph::public::PublicEntity;
use items::{Member, by_kind, by_party, concerned, denials, each_named, in_roles, members};
pub(super) use items::{aliases, corrections, disagreements, first_named, own_statements, replies};
pub(super) use of_statement::links as links_of_statement;
use part::PARTS;
pub(super) use part::Part;

/// Of `list`, what stands on the page of what it belongs to.
pub(super) fn first<T>(part: Part, mut list: Vec<T>) -> Vec<T> {
    list.truncate(part.first());
    list
}

/// Of the parties of a case, who stands on its page: each with all that is known of them.
pub(super) fn first_parties(parties: Vec<StandingView>) -> Vec<StandingView> {
    if parties.len() <= Part::Parties.first() {
        return parties;
    }
    first(Part::Parties, by_party(parties)).concat()
}

/// Of those with a role, who stands on the page.
pub(super) fn first_participants(groups: Vec<RoleGroup>) -> Vec<RoleGroup> {
    in_roles(&first(Part::Participants, members(groups)))
}

/// Those with a role in a case or at a hearing.
fn participants(page: &Context<'_>, entity: &PublicEntity) -> Vec<Member> {
    match entity.fields() {
        Fields::Case(fields) => members(hearings::role_groups(page, entity, &fields.roles)),
        Fields::Hearing(fields) => members(hearings::role_groups(page, entity, &fields.roles)),
        _ => Vec::new(),
    }
}

/// The ways to the lists of `entity` of which its page has the first alone.
pub(super) fn links(planner: &Planner<'_>, entity: &PublicEntity) -> Vec<RestLink> {
    links_of(planner, entity, &PARTS)
}

/// The ways to those of `parts` of which the page of `entity` has the first alone.
pub(super) fn links_of(planner: &Planner<'_>, entity: &PublicEntity, parts: &[Part]) -> Vec<RestLink> {
    let long = parts.iter().map(|part| (*part, count(planner, entity, *part)));
    let link = |(part, count): (Part, usize)| RestLink {
        part: part.name(),
        path: paging(entity, part).path(planner, 1),
        count,
    };
    long.filter(|(part, count)| *count > part.first()).map(link).collect()
}

fn paging(entity: &PublicEntity, part: Part) -> Paging {
    let folder = entity.kind().folder().unwrap_or("pages");
    Paging::new(format!("index/{folder}/{}/{}", entity.slug(), part.name()))
}

/// At least as many as the list has: so many mentions lead to it that only then it can be long.
fn count(planner: &Planner<'_>, entity: &PublicEntity, part: Part) -> usize {
    let site = planner.site;
    let most = match part {
        Part::SaidBy => site.spoken(entity.id).len(),
        Part::SaidAbout => site.about(entity.id).len(),
        Part::Reported => site.reported(entity.id).len(),
        Part::Hearings | Part::Happened | Part::NamedOn => site.backlinks(entity.id).len(),
        Part::Said if entity.kind() == Kind::Hearing => entity.body().statements.len(),
        Part::Disagreements | Part::Denials => {
            let relations = |id: StatementId| {
                let own = site.statement(id).map_or(0, |(_, statement)| statement.relations.len());
                own + site.related(id).len()
            };
            concerned(planner, entity).into_iter().map(relations).sum()
        }
        Part::Named if entity.kind() == Kind::Dossier => entity.links().len(),
        // The lists of statements are counted with these.
        Part::Said | Part::Named | Part::Related | Part::Origins => 0,
        Part::Aliases => entity.other_names().len(),
        Part::Corrections => entity.common().corrections.len(),
        Part::Replies => entity.common().replies.len(),
        Part::Parties => match entity.fields() {
            Fields::Case(fields) => fields.parties.len(),
            _ => 0,
        },
        Part::Participants => match entity.fields() {
            Fields::Case(fields) => fields.roles.values().map(Vec::len).sum(),
            Fields::Hearing(fields) => fields.roles.values().map(Vec::len).sum(),
            _ => 0,
        },
    };
    if most <= part.first() {
        return 0;
    }
    let Some(page) = page_of(planner, entity, planner.route(entity.id).cloned()) else { return 0 };
    match part {
        Part::SaidBy | Part::SaidAbout | Part::Reported => statements(&page, entity, part).len(),
        Part::Hearings => hearing_rows(&page, entity).len(),
        Part::Happened => happened(&page, entity).len(),
        Part::Parties => by_party(hearings::parties(&page, entity)).len(),
        Part::Participants => participants(&page, entity).len(),
        Part::Said | Part::Aliases | Part::Corrections | Part::Replies | Part::Related | Part::Origins => most,
        Part::Disagreements => disagreements(&page, entity).len(),
        Part::Denials => denials(&page, entity).len(),
        Part::Named => each_named(kinds::named(&page, entity)).len(),
        // Of a source it depends on what each of them says; of others each page counts.
        Part::NamedOn if entity.kind() == Kind::Source => named_on(&page, entity).len(),
        Part::NamedOn => backlinks::count(site, entity),
    }
}

fn page_of<'a>(
    planner: &'a Planner<'a>,
    entity: &PublicEntity,
    route: Option<crate::foundation::route::Route>,
) -> Option<Context<'a>> {
    Context::new(planner, route?, entity.language(&planner.config.language))
}

/// Gives away the pages of all lists that are too long.
pub(super) fn pages(planner: &Planner<'_>, give: &(dyn Fn(Page) + Sync)) {
    let entities: Vec<&PublicEntity> = planner.site.entities().filter(|entity| entity.has_page).collect();
    entities.par_iter().for_each(|entity| {
        let lists = Lists { planner, entity, give };
        let long = PARTS.into_iter().filter(|part| count(planner, entity, *part) > part.first());
        long.for_each(|part| of_part(&lists, part));
        of_statement::pages(&lists);
    });
}

fn of_part(lists: &Lists<'_>, part: Part) {
    let Lists { planner, entity, .. } = *lists;
    let Some(own) = page_of(planner, entity, planner.route(entity.id).cloned()) else { return };
    match part {
        Part::SaidBy | Part::SaidAbout | Part::Reported => {
            let all = statements(&own, entity, part);
            lists.each(part, &all, |page, ids, view| RestView { statements: page.statements(ids), ..view });
        }
        Part::Hearings => {
            let all = hearing_rows(&own, entity);
            lists.each(part, &all, |_, rows, view| RestView { hearings: rows.to_vec(), ..view });
        }
        Part::Happened => {
            let all = happened(&own, entity);
            lists.each(part, &all, |_, events, view| RestView { events: events.to_vec(), ..view });
        }
        Part::Parties => {
            let all = by_party(hearings::parties(&own, entity));
            lists.each(part, &all, |_, parties, view| RestView { parties: parties.concat(), ..view });
        }
        Part::Participants => {
            let all = participants(&own, entity);
            lists.each(part, &all, |_, members, view| RestView { roles: in_roles(members), ..view });
        }
        Part::Said => {
            let all: Vec<_> = own_statements(entity).collect();
            lists.each(part, &all, |page, ids, view| RestView { statements: page.statements(ids), ..view });
        }
        Part::Disagreements => {
            let all = disagreements(&own, entity);
            lists.each(part, &all, |_, list, view| RestView { disagreements: list.to_vec(), ..view });
        }
        Part::Denials => {
            let all = denials(&own, entity);
            lists.each(part, &all, |_, list, view| RestView { denials: list.to_vec(), ..view });
        }
        Part::Aliases => {
            let all = aliases(entity);
            lists.each(part, &all, |_, names, view| RestView { aliases: names.to_vec(), ..view });
        }
        // They are made for each statement by itself.
        Part::Related | Part::Origins => {}
        Part::Named => {
            let all = each_named(kinds::named(&own, entity));
            lists.each(part, &all, |_, named, view| RestView { named: by_kind(named), ..view });
        }
        Part::Corrections => {
            let all = corrections(&own, entity);
            lists.each(part, &all, |_, list, view| RestView { corrections: list.to_vec(), ..view });
        }
        Part::Replies => {
            let all = replies(&own, entity);
            lists.each(part, &all, |_, list, view| RestView { replies: list.to_vec(), ..view });
        }
        Part::NamedOn => {
            let all = named_on(&own, entity);
            lists.each(part, &all, |page, namings, view| RestView {
                backlinks: backlinks::groups(page, namings),
                ..view
            });
        }
    }
}

/// The lists of one thing, and where their pages go: one by one, as a site has few things with very many.
struct Lists<'a> {
    planner: &'a Planner<'a>,
    entity: &'a PublicEntity,
    give: &'a (dyn Fn(Page) + Sync),
}

/// Of what a list is.
struct Listed {
    /// The statement on the page, where it is a list of a statement.
    statement: Option<StatementId>,
    part: Part,
    paging: Paging,
    /// How many there are in all.
    total: usize,
}

impl Lists<'_> {
    /// Gives away the pages of one list; `fill` puts the part of `all` that stands on a page into its view.
    fn each<T: Sync>(&self, part: Part, all: &[T], fill: impl Fn(&Context<'_>, &[T], RestView) -> RestView + Sync) {
        let listed = Listed { statement: None, part, paging: paging(self.entity, part), total: all.len() };
        self.give(&listed, all, fill);
    }

    /// The same of any list.
    fn give<T: Sync>(
        &self,
        listed: &Listed,
        all: &[T],
        fill: impl Fn(&Context<'_>, &[T], RestView) -> RestView + Sync,
    ) {
        let parts = parts(all, listed.part.longest());
        parts.par_iter().enumerate().for_each(|(at, items)| {
            if let Some(page) = self.page(listed, (at + 1, parts.len()), |page, view| fill(page, items, view)) {
                (self.give)(page);
            }
        });
    }

    /// The page of this number out of so many.
    fn page(
        &self,
        listed: &Listed,
        (number, count): (usize, usize),
        fill: impl FnOnce(&Context<'_>, RestView) -> RestView,
    ) -> Option<Page> {
        let Self { planner, entity, .. } = *self;
        let Listed { statement, part, paging, total } = listed;
        let page = page_of(planner, entity, paging.route(planner, number))?;
        let view = RestView {
            of: page.reference(entity.id)?,
            statement: statement.and_then(|id| named(&page, id, Some(id.entity))),
            part: part.name(),
            total: *total,
            statements: Vec::new(),
            hearings: Vec::new(),
            events: Vec::new(),
            parties: Vec::new(),
            roles: Vec::new(),
            disagreements: Vec::new(),
            denials: Vec::new(),
            relations: Vec::new(),
            origins: Vec::new(),
            others: Vec::new(),
            named: Vec::new(),
            aliases: Vec::new(),
            corrections: Vec::new(),
            replies: Vec::new(),
            backlinks: Vec::new(),
            paging: paging.view(planner, number, count),
        };
        let view = fill(&page, view);
        let list = page.tongue.say(part.title(), &[]);
        let list = match statement {
            Some(id) => {
                let values = [("list", list.as_str().into()), ("number", (id.index as usize + 1).into())];
                page.tongue.say("rest-of-statement", &values)
            }
            None => list,
        };
        let title = page.tongue.say("page-part", &[("title", list.as_str().into()), ("part", entity.title().into())]);
        let own = planner.route(entity.id).map(|route| route.path(planner.links()));
        let shell = Shell {
            title: page.tongue.numbered(title, number),
            description: String::new(),
            section: entity.kind().folder().unwrap_or_default(),
            way: vec![Breadcrumb { path: own, title: entity.title().to_owned() }],
            noindex: is_kept_from_search(entity),
        };
        Some(page.finish_of(shell, Content::Rest(view), Some(entity)))
    }
}

/// The statements of a list, in the order in which pages show them.
fn statements(page: &Context<'_>, entity: &PublicEntity, part: Part) -> Vec<StatementId> {
    let site = page.planner.site;
    let ids = match (part, entity.kind()) {
        (Part::SaidBy, Kind::Person | Kind::Organisation) => site.spoken(entity.id),
        (Part::SaidAbout, Kind::Person | Kind::Organisation | Kind::Place | Kind::Event) => site.about(entity.id),
        (Part::Reported, Kind::Source) => site.reported(entity.id),
        _ => &[],
    };
    let stands_here = |id: &&StatementId| entity.is_gathered || id.entity == entity.id;
    page.in_order(ids.iter().filter(stands_here).copied())
}

/// The first statements of a list, for the page of what it belongs to.
pub(super) fn first_statements(page: &Context<'_>, entity: &PublicEntity, part: Part) -> Vec<Arc<StatementView>> {
    page.statements(&first(part, statements(page, entity, part)))
}

fn hearing_rows(page: &Context<'_>, entity: &PublicEntity) -> Vec<HearingRow> {
    match entity.kind() {
        Kind::Person | Kind::Organisation => hearings::attended(page, entity),
        Kind::Case => {
            let hearings = hearings::of_case(page.planner.site, entity.id);
            hearings.into_iter().filter_map(|hearing| hearings::row(page, hearing, Vec::new())).collect()
        }
        _ => Vec::new(),
    }
}

/// What happened at a place, oldest first and what has no known year last; of others their timeline tells it.
pub(super) fn happened(page: &Context<'_>, entity: &PublicEntity) -> Vec<TimelineEntry> {
    if entity.kind() != Kind::Place {
        return Vec::new();
    }
    let here = page.named_in(entity.id, "place").filter(|other| matches!(other.kind(), Kind::Event | Kind::Hearing));
    let (mut events, undated) = timeline::entries(page, here);
    events.extend(undated);
    events
}

/// What names `entity`; of a source what does more than cite it, as that stands among what cites it.
pub(super) fn named_on<'a>(page: &Context<'a>, entity: &PublicEntity) -> Vec<Naming<'a>> {
    let mut namings = backlinks::namings(page, entity);
    if entity.kind() == Kind::Source {
        namings.retain(Naming::says_more);
    }
    namings
}
