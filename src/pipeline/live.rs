//! A site of which each file is made when it is asked for. Knows the same stages as a build, so its bytes are those of a build.

use std::collections::HashMap;
use std::sync::Arc;

use self_cell::self_cell;

use super::cards::Easel;
use super::material::Material;
use crate::foundation::diagnostic::{Checked, Diagnostic};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::output_file::OutputFile;
use crate::pages::{Demand, Found, Plan};
use crate::source::tree::SourceTree;

self_cell!(
    /// A plan together with what it is made from.
    struct Planned {
        owner: Material,
        #[not_covariant]
        dependent: Plan,
    }
);

/// A site in memory, without its pages.
pub struct Live {
    planned: Planned,
    demand: Demand,
    easel: Easel,
    /// What is carried over, by paths below the output folder.
    carried: HashMap<String, OutputFile>,
    tree: Arc<SourceTree>,
}

impl Live {
    /// The site of `material`, which was made from `tree`; nothing without a theme.
    pub(super) fn new(
        material: Material,
        pipeline: &mut super::Pipeline,
        tree: &Arc<SourceTree>,
    ) -> Checked<Option<Self>> {
        let mut diagnostics = Vec::new();
        let planned =
            Planned::new(material, |material| material.plan(&mut pipeline.library).collect_into(&mut diagnostics));
        let carried = planned
            .with_dependent(|material, plan| pipeline.carried(material, plan, tree))
            .collect_into(&mut diagnostics);
        let carried = carried.into_iter().map(|file| (file.route.output_path(), file)).collect();
        let has_theme = planned.borrow_owner().theme.is_some();
        let live = has_theme.then(|| Self {
            planned,
            demand: Demand::default(),
            easel: Easel::default(),
            carried,
            tree: Arc::clone(tree),
        });
        Checked::new(live, diagnostics)
    }

    /// The file at `path` below the output folder, as a build would write it; nothing where it would write none.
    ///
    /// # Errors
    /// What is wrong with the page.
    pub fn file(&self, path: &str) -> Result<Option<OutputFile>, Vec<Diagnostic>> {
        if let Some(file) = self.carried.get(path) {
            return Ok(Some(file.clone()));
        }
        let found = self.planned.with_dependent(|_, plan| self.demand.find(plan, path));
        match (found, &self.planned.borrow_owner().theme) {
            (Some(Found::Page(page)), Some(theme)) => {
                theme.render(&page).and_then(|file| theme.checked(&page, file)).map(Some)
            }
            (Some(Found::File(file)), _) => Ok(Some(file)),
            (Some(Found::Card(route, card)), _) => Ok(self.easel.draw(&route, &card)),
            _ => Ok(None),
        }
    }

    /// Whether both sites have the same files with the same bytes.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.planned.borrow_owner().is_same(&self.tree, other.planned.borrow_owner(), &other.tree)
    }

    /// The fingerprint of templates of the site or its theme, which can fail on any page; nothing for those of the program, which
    /// do not.
    #[must_use]
    pub fn foreign_templates(&self) -> Option<Fingerprint> {
        let theme = self.planned.borrow_owner().theme.as_ref()?;
        theme.is_foreign().then(|| theme.fingerprint())
    }
}

impl std::fmt::Debug for Live {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Live({} files carried over)", self.carried.len())
    }
}
