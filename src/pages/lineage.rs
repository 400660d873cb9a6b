//! What the page of a source shows of other pages: what it retells, who retells it, and what cites it. Knows no more than is published.

use super::context::Context;
use super::counts;
use super::hearings;
use super::kinds::withheld;
use super::rest::{self, Part};
use super::views::{BranchView, CitedView, CountCitation, LineageView, MoreView, Ref, WithheldCitation};
use crate::document::front_matter::Fields;
use crate::document::mention::{FieldKey, MentionId, Place, StatementRole};
use crate::graph::entity::EntityId;
use crate::graph::lineage::{Branch, Course, Direction};
use crate::graph::public::{Link, PublicEntity};

/// The tree of sources that begins at `source`.
pub(super) fn tree(page: &Context<'_>, source: &PublicEntity, direction: Direction) -> LineageView {
    let lineage = page.planner.site.lineage(source.id, direction);
    let references = |ids: &[EntityId]| ids.iter().filter_map(|id| page.reference(*id)).collect();
    LineageView {
        branches: branches(page, &lineage.branches),
        more: (lineage.hidden > 0).then(|| MoreView {
            count: lineage.hidden,
            open: references(&lineage.open),
            ends: references(&lineage.ends),
        }),
    }
}

/// Never deeper than the levels of the tree.
fn branches(page: &Context<'_>, list: &[Branch]) -> Vec<BranchView> {
    let view = |branch: &Branch| {
        let (course, next) = match &branch.course {
            Course::Whole(next) => ("whole", next.as_slice()),
            Course::Above => ("above", [].as_slice()),
            Course::Circle => ("circle", [].as_slice()),
            Course::Further => ("further", [].as_slice()),
        };
        Some(BranchView {
            source: page.reference(branch.source)?,
            seen: page.planner.site.is_seen(branch.source),
            course,
            branches: branches(page, next),
        })
    };
    list.iter().filter_map(view).collect()
}

/// What cites `source`.
pub(super) fn cited(page: &Context<'_>, source: &PublicEntity) -> CitedView {
    let site = page.planner.site;
    let mut cited =
        CitedView { statements: rest::first_statements(page, source, Part::Reported), ..CitedView::default() };
    let mut last = None;
    for (from, mention) in site.backlinks(source.id) {
        let Some(from) = site.get(*from) else { continue };
        match from.place(*mention) {
            Some(
                Place::Field(FieldKey::Named("sources"))
                | Place::Citation { .. }
                | Place::Statement { role: StatementRole::Cited, .. },
            ) if last.replace(from.id) != Some(from.id) => {
                cited.pages.extend(listed(page, from));
            }
            Some(Place::Field(FieldKey::Named("source"))) => one(page, from, *mention, &mut cited),
            _ => {}
        }
    }
    cited
}

/// A page that has the source among its own or cites it in its text; of a person about whom facts are not gathered nothing is listed.
fn listed(page: &Context<'_>, from: &PublicEntity) -> Option<Ref> {
    from.is_gathered.then(|| page.reference(from.id)).flatten()
}

/// The one thing on the page `from` for which `mention` names the source.
fn one(page: &Context<'_>, from: &PublicEntity, mention: MentionId, cited: &mut CitedView) {
    match from.fields() {
        Fields::Case(fields) => {
            let party = fields.parties.iter().find(|party| party.source == mention);
            let is_gathered = |who: MentionId| match from.link(who) {
                Some(Link::To { entity, .. }) => page.planner.site.get(*entity).is_some_and(|who| who.is_gathered),
                _ => false,
            };
            let party = party.filter(|party| is_gathered(party.who));
            cited.standings.extend(party.and_then(|party| hearings::standing(page, from, party)));
        }
        Fields::Person(fields) if from.is_gathered => {
            let person = page.reference(from.id).zip(withheld(page, from, fields));
            cited.withheld.extend(person.map(|(person, withheld)| WithheldCitation { person, withheld }));
        }
        Fields::Event(fields) => {
            let count = fields.counts.iter().find(|count| count.source == mention);
            cited.counts.extend(count.and_then(|count| {
                Some(CountCitation {
                    event: page.reference(from.id)?,
                    what: count.what.value.clone(),
                    count: counts::one(page, from, count),
                })
            }));
        }
        _ => {}
    }
}
