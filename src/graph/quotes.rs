//! Verbatim quotes against the stored copies of their sources. Knows which statement rests on which copy; how a quote is found is known in [`super::passage`].

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::copies::{self, StoredCopies};
use super::entity::Entity;
use super::passage::{Nearest, Passages, Quote};
use super::resolve::Site;
use crate::document::said::Said;
use crate::document::statement::Statement;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Spanned;
use crate::source::tree::SourcePath;

/// Checks the stored copies of `site` and looks for the verbatim quotes of its statements in them. What a copy says is told to
/// the author alone: it enters diagnostics and nothing else.
#[must_use]
pub fn check(site: &Site, copies: &StoredCopies) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    copies::check(site, copies, &mut diagnostics);
    let entities = site.registry.slots().par_iter().flatten();
    diagnostics.par_extend(entities.flat_map_iter(|entity| of_entity(site, entity, copies)));
    diagnostics
}

fn of_entity<'a>(
    site: &'a Site,
    entity: &'a Entity,
    copies: &'a StoredCopies,
) -> impl Iterator<Item = Diagnostic> + 'a {
    entity.document.body.statements.iter().filter(|statement| !statement.quotes.is_empty()).flat_map(move |statement| {
        let texts = texts(site, entity, statement, copies);
        let quotes = if texts.is_empty() { &[] } else { statement.quotes.as_slice() };
        quotes.iter().filter_map(|quote| look_for(quote, &texts)).collect::<Vec<_>>()
    })
}

/// The copies of the sources of a statement that have a text, each once.
fn texts<'a>(
    site: &'a Site,
    entity: &Entity,
    statement: &Statement,
    copies: &'a StoredCopies,
) -> Vec<(&'a SourcePath, &'a Passages)> {
    let sources = statement.via.iter().filter_map(|via| site.target(entity.id, *via));
    let paths: BTreeSet<&SourcePath> =
        sources.filter_map(|source| site.stored_copy(source)).map(|(_, _, path)| path).collect();
    let text = |path: &'a SourcePath| Some((path, copies.get(path)?.text.as_deref()?.as_ref().ok()?));
    paths.into_iter().filter_map(text).collect()
}

fn look_for(quote: &Spanned<Said<String>>, texts: &[(&SourcePath, &Passages)]) -> Option<Diagnostic> {
    let wanted = Quote::of(quote.value.unshown());
    let mut nearest: Option<(&SourcePath, Nearest)> = None;
    for (path, passages) in texts {
        let near = passages.find(&wanted).err()?;
        if let Some(near) = near
            && nearest.as_ref().is_none_or(|(_, best)| near.score > best.score)
        {
            nearest = Some((path, near));
        }
    }
    let message = match texts {
        [] => return None,
        [(path, _)] => format!("this quote does not stand in the stored copy `{path}`"),
        several => format!("this quote stands in none of the {} stored copies of its sources", several.len()),
    };
    let help = match &nearest {
        Some((path, near)) => told(near, (texts.len() > 1).then_some(*path)),
        None => "nothing there comes near; correct the quote, or name the source that it is from in `via`".to_owned(),
    };
    Some(Diagnostic::new(Code::QuoteNotFound, quote.span, message).help(help))
}

/// What comes nearest, in which of several copies, and what to do.
fn told(near: &Nearest, path: Option<&SourcePath>) -> String {
    let Nearest { text, unit, number, same_words, .. } = near;
    let (unit, of) = (unit.name(), path.map_or_else(String::new, |path| format!(" of `{path}`")));
    if *same_words {
        return format!(
            "{unit} {number}{of} has these words: {text}\n\
             look at signs, capitals and accents, and at the order of the parts; […] stands for what is left out"
        );
    }
    format!(
        "{unit} {number}{of} comes nearest: {text}\n\
         write the words as they stand there, or […] for what is left out"
    )
}
