//! Finished pages, checked before anyone sees them. Knows what was found in a page's bytes, and looks for the template it came from.

use super::layers::BUILTIN;
use super::{Theme, diagnose, outside};
use crate::foundation::diagnostic::Diagnostic;
use crate::foundation::output_file::OutputFile;
use crate::foundation::span::Span;
use crate::pages::Page;

impl Theme {
    /// The page as it may be published: nothing in `file`, which was rendered from `page`, makes a reader's browser fetch something
    /// from outside the site, and the page carries the policy that holds browsers to it.
    ///
    /// # Errors
    /// What must not stand in the page, at the template that holds the address, else at the page's template; with the page and
    /// the place in its file.
    pub fn checked(&self, page: &Page, file: OutputFile) -> Result<OutputFile, Vec<Diagnostic>> {
        let found = outside::in_page(&file);
        if found.is_empty() {
            return Ok(file);
        }
        let name = page.view.content.template();
        let diagnostics = found.into_iter().map(|found| {
            let span = found.address.as_deref().and_then(|address| self.written(address));
            let span = span.unwrap_or_else(|| diagnose::start_of(&self.engine.templates, name));
            let place = outside::place(&file.bytes, found.at);
            let page = format!("{} ({}, {place})", file.route.address(), file.route.output_path());
            Diagnostic::new(found.code, span, found.message).help(found.help).on_page(page)
        });
        Err(diagnostics.collect())
    }

    /// Where a template of the site or of its theme has `address`.
    fn written(&self, address: &str) -> Option<Span> {
        let foreign = self.engine.templates.iter().filter(|(name, _)| !name.starts_with(BUILTIN));
        let places = foreign.filter_map(|(_, template)| {
            let at = template.text.find(address).filter(|_| !address.is_empty())?;
            Some(Span::new(template.file, at..at + address.len()))
        });
        places.min()
    }
}
