//! The one place where drafts, embargoes and all that is withheld are taken out. Knows the clock that it is given.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::bind::Binding;
use super::derived::derive;
use super::entity::Entity;
use super::index::{Changed, Entities, Index};
use super::public::{Held, Link, PublicEntity, PublicSite, Withdrawal};
use super::resolve::{Bound, Site};
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::document::mention::{Mention, Place};
use crate::document::parse::Settings;
use crate::foundation::date::Moment;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::fold::FoldKey;
use crate::source::tree::SourcePath;

/// Who may see what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Audience {
    /// Drafts and embargoed documents are shown: for a preview, never for publication.
    pub drafts: bool,
    /// The moment that embargoes are compared with.
    pub now: Moment,
}

/// Whether a document is published, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is published.
    Published,
    /// `draft: true`.
    Draft,
    /// `publish_after` is yet to come.
    Embargoed,
    /// It was withdrawn: only a note stands in its place.
    Withdrawn,
}

/// What is not published, for looking whether it is. It is never printed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct TakenOut {
    /// The names and other names of people whose pages are not published, but for those that someone published has as well.
    pub names: Vec<String>,
    /// The paths of all documents that are not published.
    pub documents: BTreeSet<SourcePath>,
}

impl TakenOut {
    /// Adds what is not published in another language.
    pub fn add(&mut self, other: Self) {
        self.names.extend(other.names.into_iter().filter(|name| !self.names.contains(name)).collect::<Vec<_>>());
        self.documents.extend(other.documents);
    }
}

impl std::fmt::Debug for TakenOut {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "TakenOut({} names, {} documents)", self.names.len(), self.documents.len())
    }
}

/// What `audience` may not see of `site`.
#[must_use]
pub fn taken_out(site: &Site, audience: Audience) -> TakenOut {
    let is_out = |entity: &&Entity| !audience.drafts && state(entity, audience.now) != State::Published;
    let documents: BTreeSet<SourcePath> =
        site.registry.entities().filter(is_out).map(|entity| entity.document.path.clone()).collect();
    if documents.is_empty() {
        return TakenOut::default();
    }
    let (out, published): (Vec<&Entity>, Vec<&Entity>) = site.registry.entities().partition(is_out);
    let public: BTreeSet<FoldKey> = published.into_iter().flat_map(names).map(FoldKey::of).collect();
    // What stands in the place of a page that was withdrawn has no name but that of its file, which its address gives.
    let is_named = |entity: &&Entity| entity.kind() == Kind::Person && entity.document.common.withdrawn.is_none();
    let people = out.into_iter().filter(is_named);
    let hidden = people.flat_map(names).filter(|name| !public.contains(&FoldKey::of(name)));
    TakenOut { names: hidden.map(str::to_owned).collect(), documents }
}

/// The names of an entity that has a name: a label is none.
fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    let title = (!entity.document.is_unnamed()).then_some(entity.document.title.value.as_str());
    title.into_iter().chain(entity.document.common.aliases.iter().map(|alias| alias.value.as_str()))
}

/// How many documents carry an embargo, and how many of them it holds back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Embargoes {
    /// Documents with `publish_after`.
    pub carried: usize,
    /// Those among them that are not published for that reason alone.
    pub held_back: usize,
}

/// The embargoes of `site` at `now`.
#[must_use]
pub fn embargoes(site: &Site, now: Moment) -> Embargoes {
    let entities = || site.registry.entities();
    Embargoes {
        carried: entities().filter(|entity| entity.document.common.publish_after.is_some()).count(),
        held_back: entities().filter(|entity| state(entity, now) == State::Embargoed).count(),
    }
}

/// The state of `entity` at `now`.
#[must_use]
pub fn state(entity: &Entity, now: Moment) -> State {
    let common = &entity.document.common;
    let is_embargoed = common.publish_after.as_ref().is_some_and(|moment| moment.value > now);
    match (common.withdrawn.is_some(), common.draft, is_embargoed) {
        (true, ..) => State::Withdrawn,
        (false, true, _) => State::Draft,
        (false, false, true) => State::Embargoed,
        (false, false, false) => State::Published,
    }
}

/// Takes out of `site` all that `audience` may not see. An embed of something taken out is an error.
pub fn publish(site: &Site, settings: &Settings, audience: Audience) -> Checked<PublicSite> {
    Press::new(site, audience).publish(settings, None)
}

/// What was published before, of a site with the same entities.
pub(super) struct Before<'a> {
    /// What is published.
    pub site: &'a PublicSite,
    /// What each document used.
    pub bound: &'a [Arc<Bound>],
}

/// What makes a site public.
pub(super) struct Press<'a> {
    site: &'a Site,
    audience: Audience,
    /// For each entity whether it is seen.
    pub visible: Vec<bool>,
}

impl<'a> Press<'a> {
    pub(super) fn new(site: &'a Site, audience: Audience) -> Self {
        let is_visible = |entity: &Entity| match state(entity, audience.now) {
            State::Published => true,
            State::Draft | State::Embargoed => audience.drafts,
            State::Withdrawn => false,
        };
        Self {
            site,
            audience,
            visible: site.registry.slots().iter().map(|slot| slot.as_ref().is_some_and(is_visible)).collect(),
        }
    }

    /// The public site; of what is published `before`, when the same entities were seen then, what still holds is taken over.
    pub(super) fn publish(&self, settings: &Settings, before: Option<&Before<'_>>) -> Checked<PublicSite> {
        let mut diagnostics = Vec::new();
        let one = |slot: &Option<Entity>| {
            let entity = slot.as_ref().filter(|entity| is_visible(&self.visible, entity))?;
            let known = before.and_then(|before| before.holding(self, entity));
            Some(known.map_or_else(|| self.entity(entity), Checked::clean))
        };
        let entities: Vec<Option<Checked<Arc<PublicEntity>>>> =
            self.site.registry.slots().par_iter().map(one).collect();
        let entities: Vec<_> =
            entities.into_iter().map(|entity| entity.map(|entity| entity.collect_into(&mut diagnostics))).collect();
        let withdrawals = self.site.registry.entities().filter_map(withdrawal).collect();
        let replaced = before.map(|before| (before.site, before.replaced(&entities)));
        let index = match &replaced {
            Some((before, pages)) if pages.len() * MOST_REPLACED <= entities.iter().flatten().count() => {
                before.index.replaced(pages, &entities)
            }
            _ => Index::of(&entities),
        };
        let derived = replaced.filter(|(_, pages)| pages.iter().all(follows_the_same));
        let derived = derived.map(|(before, _)| Arc::clone(&before.derived));
        let mut public = PublicSite {
            settings: settings.clone(),
            entities,
            index,
            withdrawals,
            derived: derived.clone().unwrap_or_default(),
        };
        if derived.is_none() {
            public.derived = Arc::new(derive(&public));
        }
        Checked::new(public, diagnostics)
    }

    fn entity(&self, entity: &Entity) -> Checked<Arc<PublicEntity>> {
        let mut diagnostics = Vec::new();
        let public = public_entity(self.site, entity, &self.visible, &mut diagnostics);
        Checked::new(Arc::new(PublicEntity { held: held(entity, self.audience.now), ..public }), diagnostics)
    }
}

/// Where more than one of so many pages is another, everything is entered anew.
const MOST_REPLACED: usize = 8;

impl Before<'_> {
    /// The published `entity`, where it is the same as before: the same document that uses the same.
    fn holding(&self, press: &Press<'_>, entity: &Entity) -> Option<Arc<PublicEntity>> {
        let known = self.site.entities.get(entity.id.index())?.as_ref()?;
        let bound = self.bound.get(entity.id.index()).zip(press.site.bound.get(entity.id.index()));
        let is_same = Arc::ptr_eq(&known.document, &entity.document)
            && bound.is_some_and(|(old, new)| Arc::ptr_eq(old, new))
            && known.held == held(entity, press.audience.now);
        is_same.then(|| Arc::clone(known))
    }

    /// The pages among `entities` that are others than before.
    fn replaced<'p>(&'p self, entities: &'p Entities) -> Vec<Changed<'p>> {
        let pairs = self.site.entities.iter().zip(entities);
        let is_other = |(old, new): &(&Option<Arc<PublicEntity>>, &Option<Arc<PublicEntity>>)| {
            old.as_ref().map(Arc::as_ptr) != new.as_ref().map(Arc::as_ptr)
        };
        pairs.filter(is_other).map(|(old, new)| Changed { old: old.as_deref(), new: new.as_deref() }).collect()
    }
}

/// Whether from both follows the same for all statements of the site.
fn follows_the_same(page: &Changed<'_>) -> bool {
    let (Some(old), Some(new)) = (page.old, page.new) else {
        // Whatever leads to one that came or went is another page, too.
        let says_nothing = |page: &PublicEntity| page.body().statements.is_empty() && page.kind() != Kind::Source;
        return page.old.into_iter().chain(page.new).all(says_nothing);
    };
    let (was, is) = (&old.document, &new.document);
    was.kind == is.kind
        && was.id.value == is.id.value
        && was.body.statements == is.body.statements
        && old.links == new.links
        && was.fields == is.fields
        && was.common == is.common
}

/// The note in the place of `entity`, when it was withdrawn.
fn withdrawal(entity: &Entity) -> Option<Withdrawal> {
    let document = &entity.document;
    let withdrawn = document.common.withdrawn.as_ref()?;
    Some(Withdrawal {
        kind: document.kind,
        slug: document.id.value.clone(),
        date: withdrawn.date.clone(),
        reason: withdrawn.reason.as_ref().map(|reason| reason.value.clone()),
        language: document.common.lang.as_ref().map(|lang| lang.value.clone()),
    })
}

fn is_visible(visible: &[bool], entity: &Entity) -> bool {
    visible.get(entity.id.index()).copied().unwrap_or(false)
}

fn public_entity(site: &Site, entity: &Entity, visible: &[bool], diagnostics: &mut Vec<Diagnostic>) -> PublicEntity {
    let document = &entity.document;
    let bindings = site.bindings(entity.id);
    let links = document
        .mentions
        .iter()
        .zip(bindings)
        .map(|(mention, binding)| public_link(site, mention, binding, visible, diagnostics))
        .collect();
    let (is_unnamed, has_page, is_gathered) = match &document.fields {
        Fields::Person(person) => (person.label.is_some(), !person.no_page, !person.no_aggregate),
        _ => (false, true, true),
    };
    PublicEntity {
        id: entity.id,
        document: Arc::clone(document),
        links,
        files: site.files(entity.id).to_vec(),
        is_unnamed,
        has_page,
        is_gathered,
        held: None,
    }
}

/// Why `entity`, which is visible, is so in a preview alone.
fn held(entity: &Entity, now: Moment) -> Option<Held> {
    let moment = entity.document.common.publish_after.as_ref().map(|moment| moment.value);
    match state(entity, now) {
        State::Draft => Some(Held::Draft),
        State::Embargoed => moment.map(Held::Embargoed),
        State::Published | State::Withdrawn => None,
    }
}

fn public_link(
    site: &Site,
    mention: &Mention,
    binding: &Binding,
    visible: &[bool],
    diagnostics: &mut Vec<Diagnostic>,
) -> Link {
    let Binding::Entity { entity, part } = binding else {
        // The build fails on the diagnostic of this link; until then nothing is known of its target.
        return Link::Unpublished(mention.target.kind.unwrap_or(Kind::Page));
    };
    let target = site.registry.get(*entity);
    match target {
        Some(target) if is_visible(visible, target) => Link::To { entity: *entity, part: part.clone() },
        _ => {
            if mention.place == Place::Embed {
                diagnostics.push(
                    Diagnostic::new(
                        Code::EmbedOfUnpublished,
                        mention.span,
                        "this shows a part of a page that is not published",
                    )
                    .help("take the embed out, or publish the page"),
                );
            }
            Link::Unpublished(target.map_or(Kind::Page, Entity::kind))
        }
    }
}
