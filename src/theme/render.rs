//! One page to its bytes. Knows the page and the theme, nothing else, so equal pages give equal bytes.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use tera::Context;

use super::engine::Engine;
use super::layers::BUILTIN;
use super::limits::{Collector, Limits, NoAnswer, within};
use super::lint::deepest_loop;
use super::{Theme, diagnose};
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::span::Span;
use crate::pages::Page;
use crate::pages::views::View;

/// Why a page could not be rendered.
enum Failure {
    Template(tera::Error),
    TooMuch,
    NoAnswer(NoAnswer),
}

impl Theme {
    /// The page as it is written, served and published.
    ///
    /// # Errors
    /// What went wrong in a template, with its place there and the page's address.
    pub fn render(&self, page: &Page) -> Result<OutputFile, Vec<Diagnostic>> {
        let view = Arc::clone(&page.view);
        let limits = self.limits;
        let name = page.view.content.template();
        let printed = if self.given_up.has(name) {
            Err(Failure::NoAnswer(NoAnswer::TimeIsOver))
        } else if self.engine.is_foreign {
            let engine = Arc::clone(&self.engine);
            let job = move |is_given_up| print(&engine, &view, limits, is_given_up);
            within(limits.time, job).unwrap_or_else(|none| Err(Failure::NoAnswer(none)))
        } else {
            print(&self.engine, &view, limits, Arc::default())
        };
        match printed {
            Ok(bytes) => Ok(OutputFile { route: page.route.clone(), media_type: MediaType::HTML, bytes: bytes.into() }),
            Err(failure) => {
                if matches!(failure, Failure::NoAnswer(NoAnswer::TimeIsOver)) {
                    self.given_up.add(name);
                }
                Err(vec![self.explain(page, &failure).on_page(page.route.address())])
            }
        }
    }

    /// The loops nested deepest in the templates of the site and its theme, where a page that does not end most likely is; `start` where there are none.
    fn longest_loop(&self, start: Span) -> Span {
        let foreign = self.engine.templates.iter().filter(|(name, _)| !name.starts_with(BUILTIN));
        let loops = foreign.filter_map(|(_, template)| deepest_loop(template));
        // Of equally deep ones the first of the page's own template is named.
        let place = |span: &Span| (span.file != start.file, *span);
        loops
            .max_by(|(one, a), (other, b)| one.cmp(other).then_with(|| place(b).cmp(&place(a))))
            .map_or(start, |(_, span)| span)
    }

    fn explain(&self, page: &Page, failure: &Failure) -> Diagnostic {
        let templates = &self.engine.templates;
        let name = page.view.content.template();
        let start = diagnose::start_of(templates, name);
        let no_answer = match failure {
            Failure::Template(error) => return diagnose::rendering(templates, name, error),
            Failure::TooMuch => {
                let message =
                    format!("the template `{name}` prints more than {} for one page", in_megabytes(self.limits.bytes));
                return limit(self.longest_loop(start), message, "look for a loop that prints again and again");
            }
            Failure::NoAnswer(no_answer) => no_answer,
        };
        match no_answer {
            NoAnswer::TimeIsOver => limit(
                self.longest_loop(start),
                format!("the template `{name}` was not done after {} seconds", self.limits.time.as_secs_f32()),
                "look for loops inside loops; what a page needs stands in its view",
            ),
            NoAnswer::NoThread => limit(
                start,
                format!("the system gave no thread for the template `{name}`"),
                "close other programs, or build with fewer threads",
            ),
            NoAnswer::Broken => {
                Diagnostic::new(Code::TemplateFailed, start, format!("the template `{name}` broke off"))
                    .help("simplify what you changed last in this template or its parts")
            }
        }
    }
}

fn limit(span: Span, message: String, help: &str) -> Diagnostic {
    Diagnostic::new(Code::TemplateLimit, span, message).help(help)
}

fn in_megabytes(bytes: usize) -> String {
    if bytes >= 1 << 20 { format!("{} MB", bytes >> 20) } else { format!("{bytes} bytes") }
}

fn print(engine: &Engine, view: &View, limits: Limits, is_given_up: Arc<AtomicBool>) -> Result<Vec<u8>, Failure> {
    let context = Context::from_serialize(view).map_err(Failure::Template)?;
    let mut out = Collector::new(limits.bytes, is_given_up);
    match engine.render_to(view.content.template(), &view.page.language, &context, &mut out) {
        Ok(()) => Ok(out.into_bytes()),
        Err(_) if out.is_full() => Err(Failure::TooMuch),
        Err(error) => Err(Failure::Template(error)),
    }
}
