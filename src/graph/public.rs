//! What may be published. Knows nothing else: there is no way from here to a draft, an embargoed page or a withheld name.

use std::sync::Arc;

use super::bind::PartId;
use super::derived::Derivation;
use super::entity::{EntityId, StatementId};
use super::index::Index;
use crate::document::Document;
use crate::document::body::Body;
use crate::document::front_matter::{Common, Fields, Text};
use crate::document::kind::Kind;
use crate::document::mention::{MentionId, Place};
use crate::document::parse::Settings;
use crate::document::statement::Relation;
use crate::foundation::date::{Edtf, Moment};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::language::Language;
use crate::foundation::slug::Slug;
use crate::foundation::span::{Span, Spanned};
use crate::source::tree::SourcePath;

/// The part of a site that may be published. Every output is made from it.
#[derive(Debug, Clone)]
pub struct PublicSite {
    /// The configuration that decided how documents were read: the site's language and roles.
    pub settings: Settings,
    pub(super) entities: Vec<Option<Arc<PublicEntity>>>,
    pub(super) index: Index,
    /// The notes in the place of pages that were withdrawn, in the order of their paths.
    pub withdrawals: Vec<Withdrawal>,
    pub(super) derived: Arc<Derivation>,
}

/// A note in the place of a page that was withdrawn: all that may be known of that page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// The kind of the page, which decides its address.
    pub kind: Kind,
    /// The id in its address.
    pub slug: Slug,
    /// When it was withdrawn.
    pub date: Spanned<Edtf>,
    /// Why, in the author's words.
    pub reason: Option<String>,
    /// The language of the note, when it is not the site's.
    pub language: Option<Language>,
}

/// A published document.
#[derive(Debug, Clone)]
pub struct PublicEntity {
    /// Its id.
    pub id: EntityId,
    pub(super) document: Arc<Document>,
    pub(super) links: Vec<Link>,
    pub(super) files: Vec<Option<SourcePath>>,
    /// Whether the title is a label, as the person is not named.
    pub is_unnamed: bool,
    /// Whether it has a page; without one it is text only.
    pub has_page: bool,
    /// Whether facts about it are gathered from other pages.
    pub is_gathered: bool,
    /// Why it is seen in a preview alone; nothing for what is published, and so for all that a site for publication has.
    pub held: Option<Held>,
}

/// Why a document is seen in a preview alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Held {
    /// It is a draft.
    Draft,
    /// It is not to be published before this moment.
    Embargoed(Moment),
}

/// Where a link of a published document leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Link {
    /// To something published.
    To {
        /// The entity.
        entity: EntityId,
        /// The part of its page.
        part: Option<PartId>,
    },
    /// To something that is not published. Only the kind of thing is known, for a phrase such as "a person not named here".
    Unpublished(Kind),
}

impl PublicSite {
    /// The published entity with this id.
    #[must_use]
    pub fn get(&self, id: EntityId) -> Option<&PublicEntity> {
        self.entities.get(id.index())?.as_deref()
    }

    /// All published entities, in the order of their addresses.
    pub fn entities(&self) -> impl Iterator<Item = &PublicEntity> {
        self.entities.iter().flatten().map(Arc::as_ref)
    }

    /// The published entities of one kind, in the order of their addresses.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &PublicEntity> {
        self.entities().filter(move |entity| entity.kind() == kind)
    }

    /// How many ids there are; a list that holds one value for each [`EntityId`] has this length.
    #[must_use]
    pub fn id_count(&self) -> usize {
        self.entities.len()
    }

    /// The mentions of `id` on other published pages.
    #[must_use]
    pub fn backlinks(&self, id: EntityId) -> &[(EntityId, MentionId)] {
        self.index.backlinks.of(id)
    }

    /// The published statements that `id` made.
    #[must_use]
    pub fn spoken(&self, id: EntityId) -> &[StatementId] {
        self.index.spoken.of(id)
    }

    /// The published statements about `id`.
    #[must_use]
    pub fn about(&self, id: EntityId) -> &[StatementId] {
        self.index.about.of(id)
    }

    /// The published statements that rest on the source `id`.
    #[must_use]
    pub fn reported(&self, id: EntityId) -> &[StatementId] {
        self.index.reported.of(id)
    }

    /// The published statements that relate to `id`, and what each does to it.
    #[must_use]
    pub fn related(&self, id: StatementId) -> &[(Relation, StatementId)] {
        self.index.related.get(&id).map(Vec::as_slice).unwrap_or_default()
    }
}

impl PublicEntity {
    /// Whether its words are those of a translation.
    #[must_use]
    pub fn is_translation(&self) -> bool {
        self.document.is_translation
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.document.kind
    }

    /// Its id in addresses.
    #[must_use]
    pub fn slug(&self) -> &Slug {
        &self.document.id.value
    }

    /// Its title, or the label of a person who is not named.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.document.title.value
    }

    /// Where its title is written.
    #[must_use]
    pub fn title_span(&self) -> Span {
        self.document.title.span
    }

    /// The keys that every kind has.
    #[must_use]
    pub fn common(&self) -> &Common {
        &self.document.common
    }

    /// Its other names, for readers. Those of a person who is not named serve links alone.
    #[must_use]
    pub fn other_names(&self) -> &[Text] {
        if self.is_unnamed { &[] } else { &self.document.common.aliases }
    }

    /// Addresses of the same thing elsewhere, for readers. They would tell who a person is who is not named.
    #[must_use]
    pub fn elsewhere(&self) -> &[Text] {
        if self.is_unnamed { &[] } else { &self.document.common.same_as }
    }

    /// The keys of its kind.
    #[must_use]
    pub fn fields(&self) -> &Fields {
        &self.document.fields
    }

    /// Its text.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.document.body
    }

    /// Of what its own page shows, and a page that embeds it.
    #[must_use]
    pub fn inside(&self) -> Fingerprint {
        self.document.inside()
    }

    /// The path of its file below the root.
    #[must_use]
    pub fn path(&self) -> &SourcePath {
        &self.document.path
    }

    /// The language of its text, given the site's.
    #[must_use]
    pub fn language<'a>(&'a self, site: &'a Language) -> &'a Language {
        self.document.common.lang.as_ref().map_or(site, |lang| &lang.value)
    }

    /// The language of its corrections, its replies and the basis of its date, given the site's: on a translated page that of the main file.
    #[must_use]
    pub fn language_of_record<'a>(&'a self, site: &'a Language) -> &'a Language {
        self.document.common.main_lang.as_ref().unwrap_or_else(|| self.language(site))
    }

    /// Where a mention leads; nothing for one with an error.
    #[must_use]
    pub fn link(&self, mention: MentionId) -> Option<&Link> {
        self.links.get(mention.index())
    }

    /// Where all mentions lead, in their order.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The label that the author gave a mention.
    #[must_use]
    pub fn label(&self, mention: MentionId) -> Option<&str> {
        self.document.mention(mention)?.label.as_deref()
    }

    /// Where a mention stands.
    #[must_use]
    pub fn place(&self, mention: MentionId) -> Option<Place> {
        Some(self.document.mention(mention)?.place)
    }

    /// The stored copy of a source, whether or not it may be published.
    #[must_use]
    pub fn stored_copy(&self) -> Option<&SourcePath> {
        self.files.get(self.document.body.files.len())?.as_ref()
    }

    /// The files it uses: those of its body in their order, then the stored copy of a source.
    #[must_use]
    pub fn files(&self) -> &[Option<SourcePath>] {
        &self.files
    }
}
