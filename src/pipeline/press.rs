//! What makes pages and pictures into files. Knows the theme and where files go, and what failed; what the sink has is not made again.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::cards::Easel;
use super::sink::Sink;
use super::watch::Watch;
use crate::foundation::diagnostic::Diagnostic;
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::route::Route;
use crate::media::card::Card;
use crate::output::MadeOf;
use crate::pages::Page;
use crate::theme::Theme;

/// What makes pages and pictures into files.
pub(super) struct Press<'a> {
    /// Without a theme there is no page.
    pub theme: Option<&'a Theme>,
    pub easel: Easel,
    pub sink: &'a dyn Sink,
    pub watch: &'a dyn Watch,
    pub done: Mutex<Done>,
}

/// What was done so far.
#[derive(Default)]
pub(super) struct Done {
    pub rendered: usize,
    pub failures: Vec<Diagnostic>,
}

impl Press<'_> {
    /// Of what a page is made that is made of what has the fingerprint `inputs`, and of the theme; nothing where no page is made.
    pub(super) fn inputs(&self, inputs: Fingerprint) -> Option<Fingerprint> {
        self.theme.map(|theme| Fingerprint::of(&(theme.fingerprint(), inputs)))
    }

    /// Renders `page`, which is made of what has the fingerprint `inputs` where that is known, unless the sink has it.
    pub(super) fn page(&self, page: &Page, inputs: Option<Fingerprint>) {
        let Some(theme) = self.theme else { return };
        let key = Fingerprint::of(&(theme.fingerprint(), &page.route, &page.view));
        let made_of = MadeOf { key, inputs, is_unlisted: page.view.page.noindex };
        if self.sink.has(&page.route, made_of) {
            return;
        }
        let began = self.watch.now();
        let file = theme.render(page).and_then(|file| theme.checked(page, file));
        self.watch.rendered(page.view.content.template(), &page.route, self.watch.now().saturating_sub(began));
        let failures = file.map(|file| self.sink.take(Some(made_of), file)).err().unwrap_or_default();
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.rendered += 1;
        done.failures.extend(failures);
    }

    /// As [`Self::card`], for each of `cards`.
    pub(super) fn cards(&self, cards: impl IntoIterator<Item = (Route, Card)>) {
        for card in cards {
            self.card(&card);
        }
    }

    /// Draws a picture, unless the sink has it.
    pub(super) fn card(&self, (route, card): &(Route, Card)) {
        let made_of = MadeOf::from(Fingerprint::of(&("card", route, card)));
        if !self.sink.has(route, made_of)
            && let Some(file) = self.easel.draw(route, card)
        {
            self.sink.take(Some(made_of), file);
        }
    }
}

/// A fault in a template fails on many pages: it is reported for the first of them, with the number of the others.
pub(super) fn each_once(mut failures: Vec<Diagnostic>) -> Vec<Diagnostic> {
    failures.par_sort_by(|a, b| (a.span, a.code, &a.message, &a.page).cmp(&(b.span, b.code, &b.message, &b.page)));
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    for failure in failures {
        match kept.last_mut() {
            Some((first, others))
                if (first.span, first.code, &first.message) == (failure.span, failure.code, &failure.message) =>
            {
                *others += 1;
            }
            _ => kept.push((failure, 0)),
        }
    }
    kept.into_iter()
        .map(|(mut failure, others)| {
            if let (Some(page), true) = (&mut failure.page, others > 0) {
                let plural = if others == 1 { "page" } else { "pages" };
                *page = format!("{page} and {others} other {plural}");
            }
            failure
        })
        .collect()
}
