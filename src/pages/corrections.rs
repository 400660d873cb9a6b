//! The pages on what was corrected, who replied and what was withdrawn on the whole site, and the notes in the places of
//! pages that were withdrawn. Of a withdrawal they know the date and no more.

use std::ops::Range;

use super::Page;
use super::context::{Context, Shell};
use super::dates;
use super::lock::Thing;
use super::planner::Planner;
use super::routes::{self, Taken};
use super::views::{
    Breadcrumb, Content, CorrectionView, CorrectionsView, ReplyView, SiteCorrection, SiteReply, WithdrawalView,
    WithdrawnView,
};
use crate::document::front_matter::{Correction, Reply};
use crate::foundation::date::Edtf;
use crate::foundation::diagnostic::Diagnostic;
use crate::graph::public::{PublicEntity, PublicSite, Withdrawal};

/// How many corrections, withdrawals and replies one page of the list holds.
const LONGEST: usize = 100;

/// All corrections of pages that readers can open, newest first; those of one day in the order of the pages' paths.
pub(super) fn corrections(site: &PublicSite) -> Vec<(&PublicEntity, &Correction)> {
    let mut all: Vec<_> = with_page(site)
        .flat_map(|entity| entity.common().corrections.iter().map(move |correction| (entity, correction)))
        .collect();
    all.sort_by_key(|(_, correction)| dates::newest_first(correction.date.value.placement()));
    all
}

/// All replies on pages that readers can open, in the same order.
pub(super) fn replies(site: &PublicSite) -> Vec<(&PublicEntity, &Reply)> {
    let mut all: Vec<_> =
        with_page(site).flat_map(|entity| entity.common().replies.iter().map(move |reply| (entity, reply))).collect();
    all.sort_by_key(|(_, reply)| dates::newest_first(reply.date.value.placement()));
    all
}

fn with_page(site: &PublicSite) -> impl Iterator<Item = &PublicEntity> {
    site.entities().filter(|entity| entity.has_page)
}

/// A correction as a page shows it.
pub(super) fn correction_view(page: &Context<'_>, from: &PublicEntity, correction: &Correction) -> CorrectionView {
    CorrectionView {
        date: page.tongue.date(&correction.date.value),
        what: correction.what.value.clone(),
        was: correction.was.as_ref().map(|text| text.value.clone()),
        now: correction.now.as_ref().map(|text| text.value.clone()),
        language: language_of_record(page, from),
    }
}

/// A reply as a page shows it.
pub(super) fn reply_view(page: &Context<'_>, from: &PublicEntity, reply: &Reply) -> ReplyView {
    ReplyView {
        from: reply.from.value.clone(),
        date: page.tongue.date(&reply.date.value),
        text: reply.text.value.clone(),
        language: language_of_record(page, from),
    }
}

/// The language of corrections and replies of `from`, where it is not that of `page`.
fn language_of_record(page: &Context<'_>, from: &PublicEntity) -> Option<String> {
    let own = from.language_of_record(&page.planner.config.language);
    (*own != page.tongue.language).then(|| own.to_string())
}

/// Whether search engines are asked to stay away from the page of `entity`, and so from what is quoted of it.
pub(super) fn is_kept_from_search(entity: &PublicEntity) -> bool {
    entity.common().noindex || entity.is_unnamed
}

/// The pages of the list; one that says so when nothing was ever corrected, as the footer of every page leads there.
pub(super) fn pages(planner: &Planner<'_>) -> Vec<Page> {
    let list = List::new(planner);
    (1..=list.count()).filter_map(|number| list.page(planner, number)).collect()
}

/// All that the list holds: corrections first, then withdrawals, then replies.
struct List<'a> {
    corrections: Vec<(&'a PublicEntity, &'a Correction)>,
    withdrawals: Vec<(Thing, &'a Edtf)>,
    replies: Vec<(&'a PublicEntity, &'a Reply)>,
}

impl<'a> List<'a> {
    fn new(planner: &Planner<'a>) -> Self {
        let notes = planner.site.withdrawals.iter().map(|note| (Thing::Page, &note.date.value));
        let others = planner.withdrawn.iter().map(|withdrawn| (withdrawn.what, &withdrawn.date));
        let mut withdrawals: Vec<_> = notes.chain(others).collect();
        // The order says nothing of what was withdrawn: equal days stand together by what they are.
        withdrawals
            .sort_by_cached_key(|(thing, date)| (dates::newest_first(date.placement()), date.to_string(), *thing));
        Self { corrections: corrections(planner.site), withdrawals, replies: replies(planner.site) }
    }

    fn len(&self) -> usize {
        self.corrections.len() + self.withdrawals.len() + self.replies.len()
    }

    fn count(&self) -> usize {
        self.len().div_ceil(LONGEST).max(1)
    }

    fn page(&self, planner: &Planner<'_>, number: usize) -> Option<Page> {
        let page = Context::new(planner, planner.own(routes::of_corrections(number)?), planner.edition.language)?;
        let here = (number - 1) * LONGEST..number * LONGEST;
        let withdrawals_at = self.corrections.len();
        let replies_at = withdrawals_at + self.withdrawals.len();
        let corrections = part(&self.corrections, &here, 0);
        let replies = part(&self.replies, &here, replies_at);
        let mut quoted = corrections.iter().map(|(entity, _)| *entity).chain(replies.iter().map(|(entity, _)| *entity));
        let noindex = quoted.any(is_kept_from_search);
        let path = |number| routes::of_corrections(number).map(|route| planner.own(route).path(planner.links()));
        let begin = |at: usize, count: usize| {
            let other = at / LONGEST + 1;
            (count > 0 && other != number).then(|| path(other)).flatten()
        };
        let view = CorrectionsView {
            corrections: corrections
                .iter()
                .filter_map(|(from, correction)| site_correction(&page, from, correction))
                .collect(),
            withdrawals: part(&self.withdrawals, &here, withdrawals_at)
                .iter()
                .map(|(what, date)| WithdrawalView { what: what.name(), date: page.tongue.date(date) })
                .collect(),
            replies: replies.iter().filter_map(|(from, reply)| site_reply(&page, from, reply)).collect(),
            correction_count: self.corrections.len(),
            withdrawal_count: self.withdrawals.len(),
            reply_count: self.replies.len(),
            number,
            count: self.count(),
            newer: (number > 1).then(|| path(number - 1)).flatten(),
            older: (number < self.count()).then(|| path(number + 1)).flatten(),
            withdrawals_begin: begin(withdrawals_at, self.withdrawals.len()),
            replies_begin: begin(replies_at, self.replies.len()),
        };
        let first = Breadcrumb { path: path(1), title: page.tongue.say("corrections-title", &[]) };
        let shell = Shell {
            title: if number == 1 {
                page.tongue.say("corrections-title", &[])
            } else {
                page.tongue.say("corrections-title-page", &[("number", number.into())])
            },
            description: String::new(),
            section: "corrections",
            way: if number == 1 { Vec::new() } else { vec![first] },
            noindex,
        };
        Some(page.finish(shell, Content::Corrections(view)))
    }
}

/// The part of `items` on the page that holds `here` of a list in which they begin at `start`.
fn part<'a, T>(items: &'a [T], here: &Range<usize>, start: usize) -> &'a [T] {
    let at = |place: usize| place.saturating_sub(start).min(items.len());
    items.get(at(here.start)..at(here.end)).unwrap_or_default()
}

fn site_correction(page: &Context<'_>, from: &PublicEntity, correction: &Correction) -> Option<SiteCorrection> {
    Some(SiteCorrection { page: page.reference(from.id)?, correction: correction_view(page, from, correction) })
}

fn site_reply(page: &Context<'_>, from: &PublicEntity, reply: &Reply) -> Option<SiteReply> {
    Some(SiteReply { page: page.reference(from.id)?, reply: reply_view(page, from, reply) })
}

/// A note at the address of every page that was withdrawn.
pub(super) fn notes(planner: &Planner<'_>, taken: &mut Taken, diagnostics: &mut Vec<Diagnostic>) -> Vec<Page> {
    let mut pages = Vec::new();
    for withdrawal in &planner.site.withdrawals {
        let route = routes::of_entity(withdrawal.kind, &withdrawal.slug);
        if taken.take(&route, withdrawal.date.span, diagnostics) {
            pages.extend(note(planner, withdrawal));
        }
    }
    pages
}

fn note(planner: &Planner<'_>, withdrawal: &Withdrawal) -> Option<Page> {
    let route = routes::of_entity(withdrawal.kind, &withdrawal.slug);
    let language = withdrawal.language.as_ref().unwrap_or(&planner.config.language);
    let page = Context::new(planner, route, language)?;
    let view = WithdrawnView {
        date: page.tongue.date(&withdrawal.date.value),
        reason: withdrawal.reason.clone().unwrap_or_default(),
    };
    let shell = Shell {
        title: page.tongue.say("withdrawn-title", &[]),
        description: String::new(),
        section: "",
        way: Vec::new(),
        noindex: true,
    };
    Some(page.finish(shell, Content::Withdrawn(view)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_the_list_holds_its_part_of_each_section() {
        let (corrections, replies) = ([1, 2, 3, 4, 5], [6, 7]);
        let pages: Vec<_> = (0..4)
            .map(|page| page * 2..page * 2 + 2)
            .map(|here| (part(&corrections, &here, 0), part(&replies, &here, 5)))
            .collect();
        let none: &[i32] = &[];
        let expected: Vec<(&[i32], &[i32])> = vec![(&[1, 2], none), (&[3, 4], none), (&[5], &[6]), (none, &[7])];
        assert_eq!(pages, expected);
    }
}
