//! The one place where drafts, embargoes and all that is withheld are taken out. Knows the clock that it is given.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::bind::Binding;
use super::derived::{Derivation, derive, target};
use super::entity::{Entity, StatementId};
use super::lineage::Retelling;
use super::public::{Held, Index, Link, PublicEntity, PublicSite, Withdrawal};
use super::resolve::Site;
use crate::document::front_matter::Fields;
use crate::document::kind::Kind;
use crate::document::mention::{Mention, MentionId, Place};
use crate::document::parse::Settings;
use crate::document::statement::Speaker;
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
        site.registry.entities().iter().filter(is_out).map(|entity| entity.document.path.clone()).collect();
    if documents.is_empty() {
        return TakenOut::default();
    }
    let (out, published): (Vec<&Entity>, Vec<&Entity>) = site.registry.entities().iter().partition(is_out);
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
    let entities = site.registry.entities();
    Embargoes {
        carried: entities.iter().filter(|entity| entity.document.common.publish_after.is_some()).count(),
        held_back: entities.iter().filter(|entity| state(entity, now) == State::Embargoed).count(),
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
    let visible: Vec<bool> = site
        .registry
        .entities()
        .iter()
        .map(|entity| match state(entity, audience.now) {
            State::Published => true,
            State::Draft | State::Embargoed => audience.drafts,
            State::Withdrawn => false,
        })
        .collect();
    let mut diagnostics = Vec::new();
    let entities: Vec<_> = site
        .registry
        .entities()
        .iter()
        .map(|entity| {
            is_visible(&visible, entity).then(|| {
                let held = held(entity, audience.now);
                PublicEntity { held, ..public_entity(site, entity, &visible, &mut diagnostics) }
            })
        })
        .collect();
    let index = index(&entities);
    let withdrawals = site.registry.entities().iter().filter_map(withdrawal).collect();
    let mut public =
        PublicSite { settings: settings.clone(), entities, index, withdrawals, derived: Derivation::default() };
    public.derived = derive(&public);
    Checked::new(public, diagnostics)
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
    let bindings = site.bindings.get(entity.id.index()).map(Vec::as_slice).unwrap_or_default();
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
        files: site.files.get(entity.id.index()).cloned().unwrap_or_default(),
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

fn index(entities: &[Option<PublicEntity>]) -> Index {
    let statements = || vec![Vec::new(); entities.len()];
    let mut index = Index {
        backlinks: vec![Vec::new(); entities.len()],
        spoken: statements(),
        about: statements(),
        reported: statements(),
        retelling: Retelling::of(entities),
        ..Index::default()
    };
    for from in entities.iter().flatten() {
        index_links(from, &mut index);
        index_statements(from, &mut index);
    }
    index
}

fn index_links(from: &PublicEntity, index: &mut Index) {
    for (mention, link) in mention_ids(from).zip(&from.links) {
        if let Link::To { entity, .. } = link
            && *entity != from.id
            && let Some(list) = index.backlinks.get_mut(entity.index())
        {
            list.push((from.id, mention));
        }
    }
}

fn mention_ids(entity: &PublicEntity) -> impl Iterator<Item = MentionId> {
    (0..entity.links.len()).map(MentionId::at)
}

fn index_statements(from: &PublicEntity, index: &mut Index) {
    for (number, statement) in from.document.body.statements.iter().enumerate() {
        let id = StatementId { entity: from.id, index: u32::try_from(number).unwrap_or(u32::MAX) };
        let push = |lists: &mut Vec<Vec<StatementId>>, mention: MentionId| {
            if let Some(Link::To { entity, .. }) = from.link(mention)
                && let Some(list) = lists.get_mut(entity.index())
                && list.last() != Some(&id)
            {
                list.push(id);
            }
        };
        if let Speaker::Mention(speaker) = statement.speaker {
            push(&mut index.spoken, speaker);
        }
        for about in &statement.about {
            push(&mut index.about, *about);
        }
        for via in &statement.via {
            push(&mut index.reported, *via);
        }
        for (relation, mention) in &statement.relations {
            if let Some(other) = target(from, *mention) {
                let relations = index.related.entry(other).or_default();
                if relations.last() != Some(&(*relation, id)) {
                    relations.push((*relation, id));
                }
            }
        }
    }
}
