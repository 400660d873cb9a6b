//! All that pages are made from: read, linked, and looked into. Knows no pages.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::carried::Ready;
use super::{Built, Counts};
use crate::document::Document;
use crate::foundation::diagnostic::Checked;
use crate::foundation::fingerprint::Fingerprint;
use crate::graph::entity::EntityId;
use crate::graph::public::{Held, PublicEntity, PublicSite};
use crate::graph::publish::{Embargoes, TakenOut};
use crate::messages::Messages;
use crate::pages::lock::Locked;
use crate::pages::named;
use crate::pages::{self, Library, Plan, Translated, UsedFiles};
use crate::source::config::{BaseUrl, Config};
use crate::source::tree::{Content, SourceFile, SourcePath, SourceTree};
use crate::theme::Theme;

/// What a build knows before it plans.
pub struct Material {
    /// The configuration, with the options' base address.
    pub(super) config: Config,
    /// What was read, without translations.
    pub(super) documents: Vec<Arc<Document>>,
    /// All that may be seen.
    pub(super) public: Arc<PublicSite>,
    /// The same in further languages.
    pub(super) translated: Vec<Translated>,
    /// The texts of the interface.
    pub(super) messages: Messages,
    /// The theme; nothing when it cannot be used.
    pub(super) theme: Option<Theme>,
    /// What the author committed as published.
    pub(super) locked: Option<Locked>,
    /// The files that pages use.
    pub(super) used: UsedFiles,
    /// These files as they are published.
    pub(super) ready: Ready,
    /// What must stand in no file of the site.
    pub(super) taken_out: TakenOut,
    /// What embargoes hold back.
    pub(super) embargoes: Embargoes,
    /// How many files were parsed anew.
    pub(super) parsed: usize,
}

impl Material {
    /// What must stand in no file of the site.
    #[must_use]
    pub const fn taken_out(&self) -> &TakenOut {
        &self.taken_out
    }

    /// Of all that the files of the site are made from, when `tree` is what this was made from: two sites of one program with one
    /// fingerprint have the same files with the same bytes.
    #[must_use]
    pub fn fingerprint(&self, tree: &SourceTree) -> Fingerprint {
        self.with_files(tree.files())
    }

    /// Of all that the pages of the site are made from, but for what [`Document::inside`] is of, when `tree` is what this was made from.
    #[must_use]
    pub fn shape(&self, tree: &SourceTree) -> Fingerprint {
        let documents: HashSet<&SourcePath> = self.documents.iter().map(|document| &document.path).collect();
        let others = self.with_files(tree.files().filter(|file| !documents.contains(&file.path)));
        let faces: Vec<Fingerprint> = self.documents.par_iter().map(|document| document.face()).collect();
        Fingerprint::of(&(others, faces))
    }

    fn with_files<'a>(&self, files: impl Iterator<Item = &'a SourceFile>) -> Fingerprint {
        let files: Vec<&SourceFile> = files.collect();
        let of_file = |file: &&SourceFile| match &file.content {
            Content::Text(text) => Fingerprint::of(&(&file.path, Fingerprint::of(&**text))),
            Content::Aside { was, .. } => Fingerprint::of(&(&file.path, was)),
            Content::Bytes(bytes) => Fingerprint::of(&(&file.path, bytes)),
            // Those that pages use are told apart by their hashes.
            Content::OnDisk { .. } | Content::Unreadable => Fingerprint::of(&file.path),
        };
        let files: Vec<Fingerprint> = files.par_iter().map(of_file).collect();
        let visible: Vec<Vec<_>> = self.sites().map(|site| visible(site).collect()).collect();
        let base = self.config.base_url.as_ref().map(BaseUrl::as_str);
        Fingerprint::of(&(files, &self.used.hashes, visible, base))
    }

    /// Whether the site that this was made for, from `tree`, has the same files with the same bytes as that of `other`, from `others`, of the
    /// same program.
    pub(super) fn is_same(&self, tree: &SourceTree, other: &Self, others: &SourceTree) -> bool {
        let (own, theirs) = (self.sites(), other.sites());
        tree == others
            && self.used.hashes == other.used.hashes
            && self.config.base_url == other.config.base_url
            && own
                .map(|site| visible(site).collect::<Vec<_>>())
                .eq(theirs.map(|site| visible(site).collect::<Vec<_>>()))
    }

    /// The site in all its languages, its own first.
    fn sites(&self) -> impl Iterator<Item = &PublicSite> {
        std::iter::once(&*self.public).chain(self.translated.iter().map(|other| &other.site))
    }

    /// What is known of the finished site before any page of it is.
    pub(super) fn built(&self) -> Built {
        let Self { config, public, taken_out, embargoes, parsed, .. } = self;
        Built {
            files: Vec::new(),
            attachments: Vec::new(),
            kinds: public.entities().map(PublicEntity::kind).collect(),
            has_address: config.base_url.is_some(),
            taken_out: taken_out.clone(),
            embargoes: *embargoes,
            names: named::in_languages(self.sites()),
            counts: Counts { parsed: *parsed, ..Counts::default() },
            planned: 0,
        }
    }

    /// The site when it stands already, with so many pages.
    #[must_use]
    pub fn standing(&self, pages: usize) -> Built {
        let built = self.built();
        Built { counts: Counts { pages, ..built.counts }, ..built }
    }

    /// Plans the pages; `library` holds what was written for the build before.
    pub(super) fn plan(&self, library: &mut Library) -> Checked<Plan<'_>> {
        let Self { public, translated, config, messages, locked, used, .. } = self;
        pages::plan(public, translated, config, messages, locked.as_ref(), used, library)
    }
}

/// What of `site` is seen, and what of that in a preview alone.
fn visible(site: &PublicSite) -> impl Iterator<Item = (EntityId, Option<Held>)> {
    site.entities().map(|entity| (entity.id, entity.held))
}
