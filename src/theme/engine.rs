//! Tera, made ready: filters, layers, escaping. Knows how a template is looked for; not what any template says.

use std::io::Write;

use tera::Tera;

use super::layers::{BUILTIN, THEME, Templates};
use super::{diagnose, filters};
use crate::foundation::diagnostic::Diagnostic;

/// The templates, read and connected.
pub(super) struct Engine {
    /// What renders.
    pub tera: Tera,
    /// The texts, for the places of what goes wrong.
    pub templates: Templates,
    /// Whether a site or a theme brought templates. Those of the program are known to end.
    pub is_foreign: bool,
}

impl Engine {
    /// Reads `templates`.
    ///
    /// # Errors
    /// What is wrong with them, as far as one run can tell.
    pub fn new(templates: Templates) -> Result<Self, Vec<Diagnostic>> {
        let mut tera = empty();
        match tera.add_raw_templates(templates.iter().map(|(name, template)| (name, &*template.text))) {
            Ok(()) => Ok(Self { tera, is_foreign: !templates.are_builtin(), templates }),
            Err(error) => Err(diagnose::loading(&templates, &error)),
        }
    }

    /// Renders `template` into `out`.
    pub fn render_to(&self, template: &str, context: &tera::Context, out: impl Write) -> tera::TeraResult<()> {
        self.tera.render_to(template, context, out)
    }
}

/// Tera with our filters and layers, without templates.
pub(super) fn empty() -> Tera {
    let mut tera = Tera::new();
    // Every name ends with the empty suffix: whatever a template is called, its output is HTML.
    tera.autoescape_on([""]);
    filters::register(&mut tera);
    // It fails only when there are templates already.
    drop(tera.set_fallback_prefixes([THEME, BUILTIN]));
    tera
}
