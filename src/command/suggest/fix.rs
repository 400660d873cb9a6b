//! Accepted links to changed files. Knows that between the links no byte changes, and that nothing is written unless every link leads
//! where it was said to lead.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::readings::Readings;
use super::{Link, Look};
use crate::command::refusal::Refusal;
use crate::document::mention::{Mention, Target};
use crate::foundation::diagnostic::{Checked, has_errors};
use crate::graph::Site;
use crate::graph::bind::{Binding, PartId};
use crate::graph::entity::{Entity, EntityId};
use crate::output;
use crate::pipeline::Options;
use crate::source;
use crate::source::tree::{SourceFile, SourcePath, SourceTree};

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// How many links.
    pub links: usize,
    /// Into how many files.
    pub files: usize,
    /// How many were accepted and not written, as something else of the page would have changed.
    pub left: usize,
}

/// The edits of one file, in order.
type Edits<'a> = BTreeMap<usize, &'a Link>;
/// The entity and the part of its page to which a link leads, by names that are the same in every reading of a site.
type Leads = (Option<String>, Option<PartId>);

/// Writes the `accepted` links into the site at `root`, of which `look` was made.
///
/// # Errors
/// When a file was changed since, the disk refuses, or the site would have errors; then nothing is written, or the failure says what
/// was.
pub fn write(root: &Path, look: &Look, accepted: &[&Link], options: &Options) -> anyhow::Result<Written> {
    let mut by_file: BTreeMap<&SourcePath, Edits<'_>> = BTreeMap::new();
    for link in accepted {
        by_file.entry(&link.path).or_default().insert(link.range.start, link);
    }
    let after = with_links(&look.tree, &by_file);
    let Checked { value: readings, diagnostics } = Readings::of(&after, options);
    if has_errors(&diagnostics) {
        bail!(Refusal("with these links the site would have errors, so nothing was written".to_owned()));
    }
    let (old_pages, new_pages) = (look.readings.pages(), readings.pages());
    let (kept, left): (BTreeMap<_, _>, BTreeMap<_, _>) = by_file.into_iter().partition(|(path, edits)| {
        let file = look.tree.get(path.as_str()).map(|file| file.id);
        let read = file.and_then(|file| old_pages.get(&file).zip(new_pages.get(&file)));
        read.is_some_and(|(old, new)| {
            let mut both = old.iter().zip(new);
            old.len() == new.len() && both.all(|(old, new)| leads_as_said(*old, *new, edits))
        })
    });
    let mut changes = Vec::with_capacity(kept.len());
    for (path, edits) in &kept {
        let Some(file) = look.tree.get(path.as_str()) else { continue };
        let Some(text) = file.as_text() else { continue };
        let old = source::raw(root, file)?;
        let mark = old.get(..old.len() - text.len()).unwrap_or_default();
        let new = [mark, with_edits(text, edits).0.as_bytes()].concat();
        changes.push((path.as_str(), new));
    }
    for (number, (path, new)) in changes.iter().enumerate() {
        output::replace_file(&root.join(path), new).with_context(|| {
            format!("{number} of {} files have their links, the others are as they were", changes.len())
        })?;
    }
    let count = |files: &BTreeMap<&SourcePath, Edits<'_>>| files.values().map(BTreeMap::len).sum();
    Ok(Written { links: count(&kept), files: kept.len(), left: count(&left) })
}

fn with_links(tree: &SourceTree, by_file: &BTreeMap<&SourcePath, Edits<'_>>) -> SourceTree {
    let mut after = tree.clone();
    for (path, edits) in by_file {
        if let Some(text) = tree.get(path.as_str()).and_then(SourceFile::as_text) {
            after.insert(SourceFile::text(path.as_str(), &with_edits(text, edits).0));
        }
    }
    after
}

/// `text` with its links, and where these stand in it.
fn with_edits<'a>(text: &str, edits: &Edits<'a>) -> (String, Vec<(Range<usize>, &'a Link)>) {
    let mut out = String::with_capacity(text.len() + 40 * edits.len());
    let mut places = Vec::with_capacity(edits.len());
    let mut from = 0;
    for link in edits.values() {
        out.push_str(text.get(from..link.range.start).unwrap_or_default());
        let start = out.len();
        out.push_str(&link.new);
        places.push((start..out.len(), *link));
        from = link.range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    (out, places)
}

/// Whether a page says afterwards what it said before, with all its links, and with each new one to whom it is to lead.
fn leads_as_said((before, old): (&Site, &Entity), (after, new): (&Site, &Entity), edits: &Edits<'_>) -> bool {
    let mut places = Vec::with_capacity(edits.len());
    let mut grown = 0;
    for link in edits.values() {
        let start = link.range.start + grown;
        places.push((start..start + link.new.len(), *link));
        grown += link.new.len() - link.range.len();
    }
    let is_new = |mention: &Mention| {
        let at = mention.span.range();
        // The front matter of a translation is that of another file.
        let is_here = mention.span.file == new.document.file;
        places.iter().position(|(place, _)| is_here && place.start <= at.start && at.end <= place.end)
    };
    let mut seen = vec![0_usize; places.len()];
    let mut kept = Vec::new();
    for (mention, (target, part)) in targets(after, new) {
        match is_new(mention) {
            Some(place) => {
                let is_meant = places
                    .get(place)
                    .is_some_and(|(_, link)| Some(address(before, link.entity)) == target && part.is_none());
                if let (true, Some(count)) = (is_meant, seen.get_mut(place)) {
                    *count += 1;
                } else {
                    return false;
                }
            }
            None => kept.push((&mention.target, target, part)),
        }
    }
    let was: Vec<(&Target, Option<String>, Option<PartId>)> =
        targets(before, old).into_iter().map(|(mention, (target, part))| (&mention.target, target, part)).collect();
    let (body, body_now) = (&old.document.body, &new.document.body);
    seen.iter().all(|count| *count == 1)
        && kept == was
        && body.words == body_now.words
        && body.headings.len() == body_now.headings.len()
        && body.statements.len() == body_now.statements.len()
        && body.citations.len() == body_now.citations.len()
}

/// The mentions of a page and where they lead.
fn targets<'a>(site: &Site, page: &'a Entity) -> Vec<(&'a Mention, Leads)> {
    let bindings = site.bindings(page.id);
    let leads = |binding: &Binding| match binding {
        Binding::Entity { entity, part } => (Some(address(site, *entity)), part.clone()),
        Binding::Nothing => (None, None),
    };
    page.document.mentions.iter().zip(bindings.iter().map(leads)).collect()
}

fn address(site: &Site, entity: EntityId) -> String {
    site.registry.unambiguous_name(entity)
}
