//! What a renaming would change, checked before anything is written: one thing is meant, the site has no errors, and afterwards
//! every link leads where it led.

use std::path::Path;

use super::names::{Change, is_written};
use super::{Request, diff, front, graph, links, moved};
use crate::command::build::{Outcome, outcome};
use crate::command::refusal::Refusal;
use crate::document::mention::Target;
use crate::document::mention_text::parse_target;
use crate::foundation::diagnostic::{Code, Diagnostic, Severity};
use crate::foundation::route::Route;
use crate::graph::bind::Binding;
use crate::graph::entity::Entity;
use crate::graph::registry::Registry;
use crate::graph::{Site, publish};
use crate::pages::lock::{self, Address};
use crate::pages::route_of;
use crate::pipeline::{self, Options, Pipeline};
use crate::source::copies::OnDisk;
use crate::source::tree::{SourceFile, SourceTree};
use crate::source::{self, Limits};

/// What is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The files that change; the renamed one is the first.
    pub(super) changes: Vec<FileChange>,
    /// How many links are written anew.
    pub links: usize,
    /// The old address and the new one, where they differ.
    pub moved: Option<(String, String)>,
    /// Whether the old address leads to the new one.
    pub redirects: bool,
    /// Whether the old address is in the lock.
    pub was_published: bool,
}

/// A file before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileChange {
    pub(super) path: String,
    /// Where it is afterwards.
    pub(super) to: String,
    pub(super) old: Vec<u8>,
    pub(super) new: Vec<u8>,
}

impl Planned {
    /// The path of the renamed file, and where it is afterwards.
    #[must_use]
    pub fn file(&self) -> Option<(&str, &str)> {
        self.changes.first().map(|change| (change.path.as_str(), change.to.as_str()))
    }

    /// How many files change beside the renamed one and the lock.
    #[must_use]
    pub fn other_files(&self) -> usize {
        self.changes.iter().skip(1).filter(|change| change.path != lock::NAME).count()
    }

    /// All changes as a patch.
    #[must_use]
    pub fn patch(&self) -> String {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        self.changes
            .iter()
            .map(|change| diff::patch(&change.path, &change.to, &text(&change.old), &text(&change.new)))
            .collect()
    }
}

/// The site before a renaming.
struct Before<'a> {
    tree: &'a SourceTree,
    site: &'a Site,
    entity: &'a Entity,
    change: Change,
    from: Route,
    to: Route,
    redirects: bool,
}

/// Plans the renaming that `request` asks for in the site at `root`. There is no plan when the site has errors or would have any.
///
/// # Errors
/// When the folder cannot be read; with a [`Refusal`] when the name is unknown or ambiguous, or a link cannot be written anew.
pub fn plan(root: &Path, request: &Request, options: &Options) -> anyhow::Result<Outcome<Planned>> {
    let mut diagnostics = Vec::new();
    let tree = source::read(root, &Limits::default())?.collect_into(&mut diagnostics);
    let mut pipeline = Pipeline::default();
    let copies = OnDisk::new(root, options.program.as_deref());
    diagnostics.extend(pipeline.check(&tree, options, &copies));
    diagnostics.retain(|found| found.severity() == Severity::Error);
    if !diagnostics.is_empty() {
        return Ok(outcome(&tree, diagnostics, false, empty()));
    }
    let analysis = pipeline.analyse(&tree, options).value;
    let entity = find(&request.old, &analysis.site.registry)?;
    let old = target(&request.old)?;
    let document = &entity.document;
    let change = Change::of(document, &old, &request.new)?;
    let (from, to) = (route_of(document.kind, &change.old.id), route_of(document.kind, &change.new.id));
    let locked = pipeline::locked(&tree).value;
    let address = Address::of_page(from.clone());
    let public = publish(&analysis.site, &analysis.settings, options.audience).value;
    // An address that nobody knows must not become known by this.
    let was_published = match &locked {
        Some(locked) => locked.lock.entries.contains_key(&address),
        None => public.get(entity.id).is_some_and(|entity| entity.has_page),
    };
    let redirects = from != to && request.may_redirect && was_published;
    let before = Before { tree: &tree, site: &analysis.site, entity, change, from, to, redirects };
    let (mut after, links) = before.after()?;
    if let Some(locked) = locked.filter(|_| before.redirects) {
        let (was, now) = (pipeline.published(&tree, options), pipeline.published(&after, options));
        let text = lock::print(&moved::lock(&locked.lock, &was, &now, &before.from, &before.to));
        let written = tree.get(lock::NAME).and_then(SourceFile::as_text).is_some_and(|text| text.contains("\r\n"));
        after.insert(SourceFile::text(lock::NAME, &if written { text.replace('\n', "\r\n") } else { text }));
    }
    let wrong = before.wrong(&mut pipeline, &after, options, &copies, request)?;
    if !wrong.is_empty() {
        return Ok(outcome(&after, wrong, false, empty()));
    }
    let moved = (before.from != before.to).then(|| (before.from.to_string(), before.to.to_string()));
    let changes = before.changes(root, &after)?;
    Ok(outcome(&tree, Vec::new(), false, Planned { changes, links, moved, redirects, was_published }))
}

const fn empty() -> Planned {
    Planned { changes: Vec::new(), links: 0, moved: None, redirects: false, was_published: false }
}

/// What is written between the brackets of a link that `typed` would be.
fn target(typed: &str) -> Result<Target, Refusal> {
    let typed = typed.trim().strip_prefix("content/").unwrap_or(typed.trim());
    match parse_target(typed) {
        Ok((target, None)) if target.part.is_none() => Ok(target),
        _ => Err(Refusal(format!("`{typed}` is no name of a page"))),
    }
}

/// The one thing that `typed` means.
fn find<'a>(typed: &str, registry: &'a Registry) -> Result<&'a Entity, Refusal> {
    let target = target(typed)?;
    let entities = registry.candidates(&target.name).into_iter().filter_map(|found| registry.get(found.entity));
    let fitting: Vec<&Entity> = entities.filter(|one| target.kind.is_none_or(|kind| one.kind() == kind)).collect();
    let shown = |names: Vec<String>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match fitting.as_slice() {
        [one] => Ok(one),
        [] => {
            let near = registry.nearest(&target.name, 3);
            let help = if near.is_empty() { String::new() } else { format!("; did you mean {}?", shown(near)) };
            Err(Refusal(format!("nothing in this site is called `{typed}`{help}")))
        }
        several => {
            let names = several.iter().map(|entity| registry.unambiguous_name(entity.id)).collect();
            Err(Refusal(format!("`{typed}` can mean {} things; say which one: {}", several.len(), shown(names))))
        }
    }
}

impl Before<'_> {
    /// The path of the renamed file afterwards.
    fn new_path(&self) -> String {
        let path = &self.entity.document.path;
        if self.change.old.stem == self.change.new.stem {
            return path.to_string();
        }
        format!("{}/{}.md", path.folder(), self.change.new.stem)
    }

    /// The site afterwards, and how many links were written anew.
    fn after(&self) -> Result<(SourceTree, usize), Refusal> {
        let mut after = self.tree.clone();
        let mut count = 0;
        let path = self.new_path();
        if path != self.entity.document.path.as_str() && self.tree.get(&path).is_some() {
            return Err(Refusal(format!("{path} is there already")));
        }
        let all = self.site.registry.entities().map(|entity| (entity, self.site.bindings(entity.id)));
        for (entity, bindings) in all {
            let document = &entity.document;
            let Some(text) = self.tree.get(document.path.as_str()).and_then(SourceFile::as_text) else { continue };
            let mut edits = links::Edits::new();
            for (mention, binding) in document.mentions.iter().zip(bindings) {
                let leads_there = matches!(binding, Binding::Entity { entity, .. } if *entity == self.entity.id);
                if leads_there && !links::edit(document, text, mention, &self.change, &mut edits) {
                    return Err(by_hand(document, text, mention.span.range().start, "this link"));
                }
            }
            count += edits.len();
            if entity.id == self.entity.id {
                self.own_edits(text, &mut edits)?;
                after.remove(document.path.as_str());
                after.insert(SourceFile::text(&path, &links::apply(text, &edits)));
            } else if !edits.is_empty() {
                after.insert(SourceFile::text(document.path.as_str(), &links::apply(text, &edits)));
            }
        }
        Ok((after, count))
    }

    fn own_edits(&self, text: &str, edits: &mut links::Edits) -> Result<(), Refusal> {
        let document = &self.entity.document;
        let Change { old, new, .. } = &self.change;
        let title = (document.title.span, old.title.as_str(), new.title.as_str(), "the title");
        let id = (document.id.span, old.id.as_str(), new.id.as_str(), "the id");
        for (span, old, new, what) in [title, id] {
            if old != new && is_written(span) && !front::value(text, span, old, new, edits) {
                return Err(by_hand(document, text, span.range().start, what));
            }
        }
        if self.redirects {
            front::redirect(document, text, &self.from, &self.to, edits);
        }
        Ok(())
    }

    /// What would be wrong afterwards.
    fn wrong(
        &self,
        pipeline: &mut Pipeline,
        after: &SourceTree,
        options: &Options,
        copies: &OnDisk,
        request: &Request,
    ) -> anyhow::Result<Vec<Diagnostic>> {
        let mut wrong = pipeline.check(after, options, copies);
        let vanishes = |found: &Diagnostic| matches!(found.code, Code::VanishedPage | Code::VanishedStatement);
        wrong.retain(|found| found.severity() == Severity::Error && (request.may_redirect || !vanishes(found)));
        if !wrong.is_empty() {
            return Ok(wrong);
        }
        let site = pipeline.analyse(after, options).value.site;
        let (path, new_path) = (self.entity.document.path.as_str(), self.new_path());
        let (was, now) = (graph::links(self.site, path, &new_path), graph::links(&site, path, &new_path));
        if was != now {
            let at = graph::first_difference(&was, &now, &site);
            let file = at.and_then(|at| after.files().find(|file| file.id == at.file));
            let place = file.map_or_else(String::new, |file| format!(" (one of them in {})", file.path));
            anyhow::bail!(Refusal(format!("with this name some links would lead elsewhere{place}; choose another")));
        }
        Ok(wrong)
    }

    /// The files that differ between the trees, as bytes.
    fn changes(&self, root: &Path, after: &SourceTree) -> anyhow::Result<Vec<FileChange>> {
        let (own, own_new) = (self.entity.document.path.as_str(), self.new_path());
        let mut changes = Vec::new();
        for file in self.tree.files() {
            let path = file.path.as_str();
            let to = if path == own { own_new.as_str() } else { path };
            let (Some(old), Some(new)) = (file.as_text(), after.get(to).and_then(SourceFile::as_text)) else {
                continue;
            };
            if old == new && path == to {
                continue;
            }
            let bytes = source::raw(root, file)?;
            let mark = bytes.len() - old.len();
            let new = [bytes.get(..mark).unwrap_or_default(), new.as_bytes()].concat();
            let change = FileChange { path: path.to_owned(), to: to.to_owned(), old: bytes, new };
            let at = if path == own { 0 } else { changes.len() };
            changes.insert(at, change);
        }
        Ok(changes)
    }
}

fn by_hand(document: &crate::document::Document, text: &str, at: usize, what: &str) -> Refusal {
    let line = text.get(..at).unwrap_or_default().lines().count().max(1);
    Refusal(format!(
        "{what} is written in a way that only a person can change: {}:{line}; write it plainly, then rename",
        document.path
    ))
}
