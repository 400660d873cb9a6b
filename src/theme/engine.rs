//! Tera, made ready: filters, layers, escaping. Knows how a template is looked for; not what any template says.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

use tera::Tera;

use super::layers::{BUILTIN, THEME, Templates};
use super::translate::{self, Translate};
use super::{diagnose, filters};
use crate::foundation::diagnostic::Diagnostic;
use crate::foundation::language::Language;
use crate::messages::{Catalogue, Messages};

/// The templates, read and connected.
pub(super) struct Engine {
    /// What renders, by the language of the texts of the interface.
    by_language: BTreeMap<Language, Tera>,
    /// Which texts a page's language has.
    messages: Messages,
    /// The texts, for the places of what goes wrong.
    pub templates: Templates,
    /// Whether a site or a theme brought templates. Those of the program are known to end.
    pub is_foreign: bool,
}

impl Engine {
    /// Reads `templates`, whose texts are those of `messages`.
    ///
    /// # Errors
    /// What is wrong with them, as far as one run can tell.
    pub fn new(templates: Templates, messages: &Messages) -> Result<Self, Vec<Diagnostic>> {
        let mut tera = empty();
        match tera.add_raw_templates(templates.iter().map(|(name, template)| (name, &*template.text))) {
            Ok(()) => {
                let is_foreign = !templates.are_builtin();
                let by_language = in_each_language(&tera, messages);
                Ok(Self { by_language, messages: messages.clone(), is_foreign, templates })
            }
            Err(error) => Err(diagnose::loading(&templates, &error)),
        }
    }

    /// Renders `template` into `out`, with the texts for a page in `language`.
    pub fn render_to(
        &self,
        template: &str,
        language: &str,
        context: &tera::Context,
        out: impl Write,
    ) -> tera::TeraResult<()> {
        let language = Language::parse(language).unwrap_or_else(|_| Language::english());
        let tera = self.by_language.get(self.messages.of(&language).language());
        let tera = tera.ok_or_else(|| tera::Error::message("the interface has no language"))?;
        tera.render_to(template, context, out)
    }
}

/// The same templates once for each language of `messages`.
fn in_each_language(tera: &Tera, messages: &Messages) -> BTreeMap<Language, Tera> {
    let speaking = |catalogue: &Arc<Catalogue>| {
        let mut own = tera.clone();
        own.register_function(translate::NAME, Translate(Arc::clone(catalogue)));
        (catalogue.language().clone(), own)
    };
    messages.catalogues().map(speaking).collect()
}

/// Tera with our filters, function and layers, without templates; its texts are in no language.
pub(super) fn empty() -> Tera {
    let mut tera = Tera::new();
    // Every name ends with the empty suffix: whatever a template is called, its output is HTML.
    tera.autoescape_on([""]);
    filters::register(&mut tera);
    tera.register_function(translate::NAME, translate::no_language);
    // It fails only when there are templates already.
    drop(tera.set_fallback_prefixes([THEME, BUILTIN]));
    tera
}
