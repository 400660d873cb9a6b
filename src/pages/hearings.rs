//! Hearings of cases, and who had which role in them. Knows their order and the rows that lists of them show.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::context::Context;
use super::dates;
use super::text;
use super::views::{CaseRoleView, HearingRow, Ref, RoleGroup, StandingView};
use super::words;
use crate::document::front_matter::{Fields, HearingFields, Party, Roles};
use crate::document::kind::Kind;
use crate::document::mention::{FieldKey, MentionId, Place, StatementRole};
use crate::foundation::date::Placement;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity, PublicSite};

/// The fields of a hearing.
pub(super) fn fields(entity: &PublicEntity) -> Option<&HearingFields> {
    match entity.fields() {
        Fields::Hearing(hearing) => Some(hearing),
        _ => None,
    }
}

/// The case of a hearing.
pub(super) fn case_of(entity: &PublicEntity) -> Option<EntityId> {
    match entity.link(fields(entity)?.case?)? {
        Link::To { entity, .. } => Some(*entity),
        Link::Unpublished(_) => None,
    }
}

/// The hearings of a case, oldest first. When all have a number, the numbers decide, as a hearing whose year is
/// not stated still has its place among them; else the dates, undated ones last.
pub(super) fn of_case(site: &PublicSite, case: EntityId) -> Vec<&PublicEntity> {
    let mut ids: Vec<EntityId> = site.backlinks(case).iter().map(|(from, _)| *from).collect();
    ids.dedup();
    let mut hearings: Vec<_> =
        ids.into_iter().filter_map(|id| site.get(id)).filter(|entity| case_of(entity) == Some(case)).collect();
    let numbered = hearings.iter().all(|hearing| number(hearing).is_some());
    hearings.sort_by(|a, b| if numbered { by_number(a, b) } else { by_date(a, b) });
    hearings
}

/// The hearings before and after each hearing of a case.
pub(super) type Neighbours = BTreeMap<EntityId, [Option<EntityId>; 2]>;

/// The neighbours of all hearings. A hearing's page asks for two of its case; making the list of all for each would be a list for
/// every hearing.
pub(super) fn neighbours(site: &PublicSite) -> Neighbours {
    let of_case = |case: &PublicEntity| {
        let hearings: Vec<EntityId> = of_case(site, case.id).into_iter().map(|hearing| hearing.id).collect();
        let before = std::iter::once(None).chain(hearings.iter().copied().map(Some));
        let after = hearings.iter().copied().skip(1).map(Some).chain([None]);
        let around: Vec<_> = before.zip(after).map(|(before, after)| [before, after]).collect();
        hearings.into_iter().zip(around).collect::<Vec<_>>()
    };
    site.of_kind(Kind::Case).flat_map(of_case).collect()
}

/// Oldest first, undated last, then by number and address.
pub(super) fn by_date(a: &PublicEntity, b: &PublicEntity) -> Ordering {
    dates::place(a.fields()).cmp(&dates::place(b.fields())).then_with(|| by_number(a, b))
}

fn by_number(a: &PublicEntity, b: &PublicEntity) -> Ordering {
    number(a)
        .cmp(&number(b))
        .then_with(|| dates::place(a.fields()).cmp(&dates::place(b.fields())))
        .then_with(|| a.id.cmp(&b.id))
}

/// The number as it sorts: its figures by value, the text between them as it is.
fn number(entity: &PublicEntity) -> Option<Vec<(u64, String)>> {
    let text = &fields(entity)?.number.as_ref()?.value;
    let mut parts = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let (figure, after) = rest.split_at(digits);
        let words = after.find(|letter: char| letter.is_ascii_digit()).unwrap_or(after.len());
        let (between, next) = after.split_at(words);
        parts.push((figure.parse().unwrap_or(u64::MAX), between.to_owned()));
        rest = next;
    }
    parts.first().is_some_and(|(figure, _)| *figure != u64::MAX).then_some(parts)
}

/// A row of a list of hearings.
pub(super) fn row(page: &Context<'_>, hearing: &PublicEntity, roles: Vec<String>) -> Option<HearingRow> {
    let fields = fields(hearing)?;
    Some(HearingRow {
        hearing: page.reference(hearing.id)?,
        case: page.one(hearing, fields.case),
        number: fields.number.as_ref().map(|number| number.value.clone()),
        date: page.dated(hearing),
        status: fields.status.value.name(),
        summary: summary(page, hearing),
        statements: hearing.body().statements.len(),
        roles,
    })
}

/// One or two sentences on a document: its summary, else its first paragraph when that is short.
pub(super) fn summary(page: &Context<'_>, entity: &PublicEntity) -> String {
    match &entity.common().summary {
        Some(summary) => summary.value.clone(),
        None => Some(text::plain(page.planner, entity, &entity.body().lead))
            .filter(|lead| lead.chars().count() <= 300)
            .unwrap_or_default(),
    }
}

/// Who has which role, as listed in the front matter; roles with nobody to show are left out.
pub(super) fn role_groups(page: &Context<'_>, entity: &PublicEntity, roles: &Roles) -> Vec<RoleGroup> {
    let groups = roles.iter().filter_map(|(role, members)| {
        let settings = page.planner.site.settings.roles.get(usize::from(role.0))?;
        let members = page.list(entity, members);
        Some(RoleGroup {
            key: settings.key.clone(),
            title: page.tongue.role(&page.planner.site.settings, *role),
            members,
        })
    });
    groups.filter(|group| !group.members.is_empty()).collect()
}

/// The roles of `id` on the pages of one kind, in the order of the pages' addresses.
fn roles_on(page: &Context<'_>, id: EntityId, kind: Kind) -> Vec<(EntityId, Vec<String>)> {
    let mut by_page: BTreeMap<EntityId, Vec<String>> = BTreeMap::new();
    for (from, mention) in page.planner.site.backlinks(id) {
        let Some(from) = page.planner.site.get(*from).filter(|from| from.kind() == kind) else { continue };
        let role = match from.place(*mention) {
            Some(Place::Field(FieldKey::Role(role))) => page.tongue.role(&page.planner.site.settings, role),
            Some(Place::Field(FieldKey::Named("court"))) => page.tongue.say(words::field("court"), &[]),
            Some(Place::Statement { role: StatementRole::Speaker, .. }) => page.tongue.say("field-spoke", &[]),
            _ => continue,
        };
        let roles = by_page.entry(from.id).or_default();
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    by_page.into_iter().collect()
}

/// The hearings at which an entity had a role or spoke, newest first, undated last.
pub(super) fn attended(page: &Context<'_>, entity: &PublicEntity) -> Vec<HearingRow> {
    if !entity.is_gathered {
        return Vec::new();
    }
    let mut rows: Vec<_> = roles_on(page, entity.id, Kind::Hearing)
        .into_iter()
        .filter_map(|(id, roles)| Some((page.planner.site.get(id)?, roles)))
        .collect();
    let key = |hearing: &PublicEntity| dates::newest_first(dates::place(hearing.fields()));
    rows.sort_by(|(a, _), (b, _)| key(a).cmp(&key(b)).then_with(|| by_number(b, a)));
    rows.into_iter().filter_map(|(hearing, roles)| row(page, hearing, roles)).collect()
}

/// The roles of an entity in cases, in the order of the cases' addresses.
pub(super) fn cases(page: &Context<'_>, entity: &PublicEntity) -> Vec<CaseRoleView> {
    if !entity.is_gathered {
        return Vec::new();
    }
    let roles = roles_on(page, entity.id, Kind::Case);
    roles.into_iter().filter_map(|(case, roles)| Some(CaseRoleView { case: page.reference(case)?, roles })).collect()
}

/// The standing of the parties of a case. Of somebody who is not published nothing is shown.
pub(super) fn parties(page: &Context<'_>, case: &PublicEntity) -> Vec<StandingView> {
    let Fields::Case(fields) = case.fields() else { return Vec::new() };
    fields.parties.iter().filter_map(|party| standing(page, case, party)).collect()
}

/// The standing of an entity in all cases, in the order of the cases' addresses.
pub(super) fn standings(page: &Context<'_>, entity: &PublicEntity) -> Vec<StandingView> {
    let cases = page.planner.site.backlinks(entity.id).iter().filter_map(|(from, mention)| {
        let case = page.planner.site.get(*from)?;
        let Fields::Case(fields) = case.fields() else { return None };
        let party = fields.parties.iter().find(|party| party.who == *mention)?;
        standing(page, case, party)
    });
    cases.collect()
}

/// The standing of one party; nothing where the party is not published.
pub(super) fn standing(page: &Context<'_>, case: &PublicEntity, party: &Party) -> Option<StandingView> {
    Some(StandingView {
        who: page.published(case, party.who)?,
        case: page.reference(case.id)?,
        role: party.role.as_ref().map(|role| page.tongue.role(&page.planner.site.settings, role.value)),
        stage: party.stage.value.name(),
        accused: party.stage.value.is_accused(),
        as_of: page.tongue.date(&party.as_of.value),
        source: source(page, case, party.source),
    })
}

/// A source that is not published is still named as one: a standing never stands without.
fn source(page: &Context<'_>, from: &PublicEntity, mention: MentionId) -> Ref {
    page.link(from, mention)
}

/// Whether a hearing is yet to come.
pub(super) fn is_scheduled(entity: &PublicEntity) -> bool {
    fields(entity)
        .is_some_and(|hearing| hearing.status.value == crate::document::front_matter::HearingStatus::Scheduled)
}

/// Whether it has a place on a timeline.
pub(super) fn is_dated(entity: &PublicEntity) -> bool {
    dates::place(entity.fields()) != Placement::Undated
}
