//! The theme: three layers of templates and files, and pages turned into bytes by them. Knows the page it is given and nothing else of the site.
//!
//! A template is looked for in the site's `templates/`, then in `themes/NAME/templates/`, then among those compiled into
//! the program. `theme/person.html` and `builtin/person.html` name the template of one layer. A part that a page includes is
//! looked for in the same way, so a site can replace a single part.

mod assets;
mod builtin;
mod diagnose;
mod engine;
mod filters;
mod finished;
mod headers;
mod kinds;
mod layers;
mod limits;
mod lint;
mod outside;
mod render;
mod report;
mod translate;
mod version;
mod wording;

use std::sync::Arc;

use crate::foundation::diagnostic::{Checked, has_errors};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::output_file::OutputFile;
use crate::messages::Messages;
use crate::source::config::Config;
use crate::source::tree::SourceTree;

pub use assets::saved_page_fault;
pub use builtin::{builtin_paths, builtin_template};
pub use kinds::template as template_of;
pub use layers::file_of as file_of_template;
pub use limits::Limits;
pub use version::API_VERSION;

use engine::Engine;
use limits::GivenUp;

/// A theme that can render: its templates have been read and fit together.
#[derive(Clone)]
pub struct Theme {
    engine: Arc<Engine>,
    assets: Vec<OutputFile>,
    fingerprint: Fingerprint,
    limits: Limits,
    given_up: GivenUp,
}

impl Theme {
    /// Reads the layers of `tree`; the texts of the interface are those of `messages`. There is no theme when a template or a file of the theme is wrong; the diagnostics then
    /// name every place, in the templates (`templates/person.html`, `builtin/person.html`) or in `dossier.toml`.
    pub fn load(tree: &SourceTree, config: &Config, messages: &Messages) -> Checked<Option<Self>> {
        let mut diagnostics = Vec::new();
        let theme = layers::theme_folder(tree, config).collect_into(&mut diagnostics);
        let is_known = diagnostics.is_empty();
        let templates = layers::templates(tree, theme.as_deref()).collect_into(&mut diagnostics);
        let assets = assets::collect(tree, theme.as_deref()).collect_into(&mut diagnostics);
        let fingerprint = Fingerprint::of(&(templates.fingerprint(), messages.fingerprint()));
        if let Some(theme) = theme.as_deref() {
            diagnostics.extend(version::check(tree, theme));
        }
        let engine = match Engine::new(templates, messages) {
            Ok(engine) => {
                diagnostics.extend(lint::check(&engine.templates, config.theme_may_use_safe));
                diagnostics.extend(kinds::missing(&engine.templates, config.theme.as_ref()));
                Some(engine)
            }
            // Without its theme, a site's templates miss what they build upon: only the missing theme is worth telling.
            Err(found) => {
                diagnostics.extend(found.into_iter().filter(|_| is_known));
                None
            }
        };
        let value = engine.filter(|_| !has_errors(&diagnostics)).map(|engine| Self {
            engine: Arc::new(engine),
            assets,
            fingerprint,
            limits: Limits::default(),
            given_up: GivenUp::default(),
        });
        Checked::new(value, diagnostics)
    }

    /// The same theme with other limits.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Style sheets and files of all layers, by address; a higher layer's file stands in the place of a lower one's.
    #[must_use]
    pub fn assets(&self) -> Vec<OutputFile> {
        self.assets.clone()
    }

    /// The same theme, for a run in which templates that were given up get another chance.
    #[must_use]
    pub fn tried_anew(self) -> Self {
        Self { given_up: GivenUp::default(), ..self }
    }

    /// Whether a site or a theme brought templates, which can fail on any page.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.engine.is_foreign
    }

    /// Two themes with one fingerprint turn equal views into equal bytes. Assets are not in it: no page depends on what is in them.
    #[must_use]
    pub const fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}
