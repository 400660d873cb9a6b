//! What comes after what: a case after the one it was separated from, a hearing before the next one. Knows only what cannot be.

use super::bind::Binding;
use super::entity::Entity;
use super::resolve::Site;
use crate::document::front_matter::Fields;
use crate::document::mention::MentionId;
use crate::foundation::diagnostic::{Code, Diagnostic};

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for entity in site.registry.entities() {
        diagnostics.extend(next_is_earlier(entity));
        diagnostics.extend(descends_from_itself(site, entity));
    }
}

/// A hearing whose next one is wholly before it.
fn next_is_earlier(entity: &Entity) -> Option<Diagnostic> {
    let Fields::Hearing(hearing) = &entity.document.fields else { return None };
    let (date, next) = (hearing.date.as_ref()?, hearing.next.as_ref()?);
    let (earliest, latest) = (date.value.earliest()?, next.value.latest()?);
    (latest < earliest).then(|| {
        Diagnostic::new(Code::InvalidDate, next.span, "the next hearing cannot be earlier than this one")
            .label(date.span, "this hearing")
            .help("correct one of the two dates")
    })
}

/// A case that was separated from itself, or by way of others from itself.
fn descends_from_itself(site: &Site, case: &Entity) -> Option<Diagnostic> {
    let (first, mut next) = split_from(site, case)?;
    // A way longer than there are documents has come back to a case without coming back to this one.
    for _ in site.registry.entities() {
        if next.id == case.id {
            let span = case.document.mentions.get(first.index())?.span;
            return Some(
                Diagnostic::new(
                    Code::CaseCycle,
                    span,
                    "this case would come from itself: `split_from` leads in a circle",
                )
                .help("take out the one that is not meant: the later case has `split_from`, the first has none"),
            );
        }
        next = split_from(site, next)?.1;
    }
    None
}

/// The case that `case` was separated from, and where that is written.
fn split_from<'a>(site: &'a Site, case: &Entity) -> Option<(MentionId, &'a Entity)> {
    let Fields::Case(fields) = &case.document.fields else { return None };
    let mention = fields.split_from?;
    let Binding::Entity { entity, .. } = site.bindings(case.id).get(mention.index())? else { return None };
    Some((mention, site.registry.get(*entity)?))
}
