//! Pages that show parts of other pages. Knows which embeds would not end, or would grow beyond measure; those are cut, so that every later stage ends.
//!
//! Parts of a page count as their page, as embeds of embeds would not end either way.

use std::sync::Arc;

use super::bind::{Binding, PartId};
use super::entity::EntityId;
use super::resolve::Site;
use crate::document::mention::Place;
use crate::foundation::diagnostic::{Code, Diagnostic};

/// The most embeds on one page, those inside embeds included.
const MOST: usize = 200;
/// How deep embeds may stand inside each other.
const DEEPEST: usize = 16;

/// An embed: the page that shows, the index of the mention there, and the page that is shown.
#[derive(Clone, Copy)]
struct Embed {
    from: EntityId,
    mention: usize,
    target: EntityId,
}

/// What is known of a page while the pages are walked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    /// How many embeds it has, and how deep they stand.
    Done {
        count: usize,
        depth: usize,
    },
}

/// Reports the embeds that cannot be shown, and takes them out of the bindings.
pub(super) fn check(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let mut walk = Walk { marks: vec![Mark::New; site.registry.id_count()], cut: Vec::new(), diagnostics };
    for entity in site.registry.entities().filter(|entity| has_embeds(site, entity.id)) {
        walk.from(site, entity.id);
    }
    for Embed { from, mention, .. } in walk.cut {
        if let Some(bound) = site.bound.get_mut(from.index())
            && let Some(binding) = Arc::make_mut(bound).bindings.get_mut(mention)
        {
            *binding = Binding::Nothing;
        }
    }
}

fn has_embeds(site: &Site, page: EntityId) -> bool {
    site.bound.get(page.index()).is_some_and(|bound| bound.has_embeds)
}

fn embeds(site: &Site, from: EntityId) -> Vec<Embed> {
    let Some(entity) = site.registry.get(from).filter(|_| has_embeds(site, from)) else { return Vec::new() };
    let bindings = site.bindings(from);
    let mentions = entity.document.mentions.iter().zip(bindings).enumerate();
    mentions
        .filter(|(_, (mention, _))| mention.place == Place::Embed)
        .filter_map(|(index, (_, binding))| match binding {
            // A statement holds no embeds, so showing one ends there.
            Binding::Entity { part: Some(PartId::Statement(_)), .. } | Binding::Nothing => None,
            Binding::Entity { entity, .. } => Some(Embed { from, mention: index, target: *entity }),
        })
        .collect()
}

struct Walk<'a> {
    marks: Vec<Mark>,
    cut: Vec<Embed>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// A page on the way down: its embeds, the next of them, and what is known of those before.
struct Step {
    page: EntityId,
    embeds: Vec<Embed>,
    next: usize,
    count: usize,
    depth: usize,
}

impl Walk<'_> {
    /// Depth first without recursion: chains of embeds can be as long as the site is large.
    fn from(&mut self, site: &Site, start: EntityId) {
        if self.mark(start) != Mark::New {
            return;
        }
        let mut way = vec![self.open(site, start)];
        while let Some(step) = way.last_mut() {
            let Some(embed) = step.embeds.get(step.next).copied() else {
                let done = Mark::Done { count: step.count, depth: step.depth };
                let page = step.page;
                self.set(page, done);
                way.pop();
                continue;
            };
            match self.mark(embed.target) {
                Mark::New => {
                    let below = self.open(site, embed.target);
                    way.push(below);
                    continue;
                }
                Mark::Open => self.cycle(site, embed),
                Mark::Done { count, depth } if step.count + count + 1 > MOST || depth + 1 > DEEPEST => {
                    self.too_many(site, embed);
                }
                Mark::Done { count, depth } => {
                    step.count += count + 1;
                    step.depth = step.depth.max(depth + 1);
                }
            }
            step.next += 1;
        }
    }

    fn open(&mut self, site: &Site, page: EntityId) -> Step {
        self.set(page, Mark::Open);
        Step { page, embeds: embeds(site, page), next: 0, count: 0, depth: 0 }
    }

    fn mark(&self, page: EntityId) -> Mark {
        self.marks.get(page.index()).copied().unwrap_or(Mark::Done { count: 0, depth: 0 })
    }

    fn set(&mut self, page: EntityId, mark: Mark) {
        if let Some(slot) = self.marks.get_mut(page.index()) {
            *slot = mark;
        }
    }

    fn cycle(&mut self, site: &Site, embed: Embed) {
        let message = if embed.target == embed.from {
            "a page cannot show itself".to_owned()
        } else {
            let path =
                site.registry.get(embed.target).map_or_else(String::new, |entity| entity.document.path.to_string());
            format!("{path} shows this page in turn, and so on without end")
        };
        self.report(site, embed, Code::EmbedCycle, message);
    }

    fn too_many(&mut self, site: &Site, embed: Embed) {
        let message = format!(
            "with this, the page shows more than {MOST} parts of other pages, or parts inside parts more than {DEEPEST} deep"
        );
        self.report(site, embed, Code::LimitExceeded, message);
    }

    fn report(&mut self, site: &Site, embed: Embed, code: Code, message: String) {
        let mentions = site.registry.get(embed.from).map(|entity| &entity.document.mentions);
        if let Some(mention) = mentions.and_then(|mentions| mentions.get(embed.mention)) {
            let diagnostic = Diagnostic::new(code, mention.span, message);
            self.diagnostics.push(diagnostic.help("link instead: take the `!` away"));
        }
        self.cut.push(embed);
    }
}
