//! All that pages are made from: read, linked, and looked into. Knows no pages.

use super::carried::Ready;
use crate::foundation::diagnostic::Checked;
use crate::graph::public::PublicSite;
use crate::graph::publish::{Embargoes, TakenOut};
use crate::messages::Messages;
use crate::pages::lock::Locked;
use crate::pages::{self, Library, Plan, Translated, UsedFiles};
use crate::source::config::Config;
use crate::theme::Theme;

/// What a build knows before it plans.
pub(super) struct Material {
    /// The configuration, with the options' base address.
    pub config: Config,
    /// All that may be seen.
    pub public: PublicSite,
    /// The same in further languages.
    pub translated: Vec<Translated>,
    /// The texts of the interface.
    pub messages: Messages,
    /// The theme; nothing when it cannot be used.
    pub theme: Option<Theme>,
    /// What the author committed as published.
    pub locked: Option<Locked>,
    /// The files that pages use.
    pub used: UsedFiles,
    /// These files as they are published.
    pub ready: Ready,
    /// What must stand in no file of the site.
    pub taken_out: TakenOut,
    /// What embargoes hold back.
    pub embargoes: Embargoes,
    /// How many files were parsed anew.
    pub parsed: usize,
}

impl Material {
    /// Plans the pages; `library` holds what was written for the build before.
    pub fn plan(&self, library: &mut Library) -> Checked<Plan<'_>> {
        let Self { public, translated, config, messages, locked, used, .. } = self;
        pages::plan(public, translated, config, messages, locked.as_ref(), used, library)
    }
}
