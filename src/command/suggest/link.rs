//! How a name becomes a link without another letter of the page changing. Knows the forms of links and what stands around a name,
//! not whose name it is.

use std::ops::Range;

use rayon::prelude::*;

use crate::document::body::page_address;
use crate::document::body::prose::Prose;
use crate::document::mention_text::parse_target;
use crate::foundation::date::Moment;
use crate::foundation::diagnostic::Diagnostic;
use crate::graph::Site;
use crate::graph::entity::{Entity, EntityId};
use crate::graph::publish::{self, State};

/// Writes links to the entities of a site.
pub(super) struct Linker<'a> {
    site: &'a Site,
    built: &'a Site,
    now: Moment,
    /// For each entity the shortest name in which a link leads to it and to nothing else.
    names: Vec<String>,
}

impl<'a> Linker<'a> {
    /// Links that lead to one and the same in `site` and in `built`, as the site is published at `now`.
    pub(super) fn new(site: &'a Site, built: &'a Site, now: Moment) -> Self {
        let name =
            |slot: &Option<Entity>| slot.as_ref().map_or_else(String::new, |entity| shortest_name(site, built, entity));
        let names = site.registry.slots().par_iter().map(name).collect();
        Self { site, built, now, names }
    }

    /// The bytes of the page `from`, whose file is `text`, in whose place the link to `to` stands, and the link: for the name at
    /// `range` of `block`. Nothing where only a person can write it.
    pub(super) fn write(
        &self,
        from: &Entity,
        text: &str,
        block: &Prose,
        range: Range<usize>,
        to: EntityId,
    ) -> Option<(Range<usize>, String)> {
        let range = with_emphases(text, block, block.in_file(range))?;
        let (before, words, after) = (text.get(..range.start)?, text.get(range.clone())?, text.get(range.end..)?);
        // Beside these a bracket would mean something else.
        if before.ends_with(['[', '!', '\\', ']']) || after.starts_with([']', '(', '[', '{']) {
            return None;
        }
        if words.contains(['[', ']', '|', '\\', '<', '`', '%', '&']) {
            return None;
        }
        let link = if words.contains(['\n', '\r']) {
            format!("[{words}]({})", self.address(from, to)?)
        } else {
            let entity = self.site.registry.get(to)?;
            let (name, title) = (self.name(to), &entity.document.title.value);
            // A page that is not published is called by its label alone, and in a quote a link without one is a gap.
            let is_shown = publish::state(entity, self.now) == State::Published && !block.is_verbatim;
            let is_kept = !words.contains(['\'', '"']) && !words.contains("--") && !words.contains("...");
            if words == name && words == title && is_shown && is_kept {
                format!("[[{words}]]")
            } else {
                format!("[[{name}{}{words}]]", if block.is_cell { "\\|" } else { "|" })
            }
        };
        Some((range, link))
    }

    /// The shortest name in which a link leads to `to` and to nothing else.
    pub(super) fn name(&self, to: EntityId) -> &str {
        self.names.get(to.index()).map_or("", String::as_str)
    }

    /// The name in which a link leads to `to` in any case.
    pub(super) fn unambiguous(&self, to: EntityId) -> String {
        self.site.registry.unambiguous_name(to)
    }

    /// The titles of up to `most` entities.
    pub(super) fn listed(&self, entities: &[EntityId], most: usize) -> String {
        let title = |one: &EntityId| Some(format!("`{}`", self.site.registry.get(*one)?.document.title.value));
        let titles: Vec<String> = entities.iter().take(most).filter_map(title).collect();
        let others = entities.len().saturating_sub(most);
        let more = if others == 0 { String::new() } else { format!(" and {others} more") };
        format!("{}{more}", titles.join(", "))
    }

    /// `diagnostic` with the place of each entity's title.
    pub(super) fn labelled(&self, diagnostic: Diagnostic, entities: &[EntityId]) -> Diagnostic {
        let entities = entities.iter().filter_map(|one| self.site.registry.get(*one));
        entities.fold(diagnostic, |diagnostic, entity| {
            let label = format!("{} `{}`", entity.kind().with_article(), entity.document.title.value);
            diagnostic.label(entity.document.title.span, label)
        })
    }

    /// The address of the file of `to`, seen from the page `from`: a link in brackets cannot go over the end of a line.
    fn address(&self, from: &Entity, to: EntityId) -> Option<String> {
        let below = |entity: &Entity| entity.document.path.below("content").map(str::to_owned);
        let (own, other) = (below(from)?, below(self.site.registry.get(to)?)?);
        let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
        let (own_parts, other_parts): (Vec<&str>, Vec<&str>) =
            (folder.split('/').filter(|part| !part.is_empty()).collect(), other.split('/').collect());
        let shared = own_parts.iter().zip(&other_parts).take_while(|(one, other)| one == other).count();
        let up = std::iter::repeat_n("..", own_parts.len() - shared);
        let address: Vec<&str> = up.chain(other_parts.into_iter().skip(shared)).collect();
        let address = address.join("/");
        let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '.' | '-' | '_');
        let target = page_address(&address, folder).filter(|_| address.chars().all(is_plain))?;
        let leads =
            |site: &Site| matches!(site.registry.candidates(&target.name).as_slice(), [one] if one.entity == to);
        (leads(self.site) && leads(self.built)).then_some(address)
    }
}

fn shortest_name(site: &Site, built: &Site, to: &Entity) -> String {
    let title = &to.document.title.value;
    let is_plain = parse_target(title).is_ok_and(|(target, label)| {
        label.is_none() && target.kind.is_none() && target.part.is_none() && *target.name == **title
    });
    let leads = |site: &Site| matches!(site.registry.candidates(title).as_slice(), [one] if one.entity == to.id && one.is_exact);
    // Both are one site but where translations are drafts.
    let is_alone = leads(site) && (std::ptr::eq(site, built) || leads(built));
    if is_plain && is_alone { title.clone() } else { site.registry.unambiguous_name(to.id) }
}

/// `range` with the signs of each emphasis that begins and ends with the name; nothing where one goes over its edge.
fn with_emphases(text: &str, block: &Prose, range: Range<usize>) -> Option<Range<usize>> {
    let is_signs =
        |range: Range<usize>| text.get(range).is_some_and(|text| text.chars().all(|sign| "*_~".contains(sign)));
    let mut range = range;
    // The outermost comes first, and each can only make the name longer: as many rounds as emphases are enough.
    for _ in 0..=block.emphases.len() {
        let before = range.clone();
        for emphasis in &block.emphases {
            let begins_with = emphasis.start < range.start && is_signs(emphasis.start..range.start);
            let ends_with = emphasis.end > range.end && is_signs(range.end..emphasis.end);
            if begins_with && emphasis.end < range.end {
                range.start = emphasis.start;
            }
            if ends_with && emphasis.start > range.start {
                range.end = emphasis.end;
            }
        }
        if before == range {
            break;
        }
    }
    let is_crossed = block.emphases.iter().any(|emphasis| {
        let overlaps = emphasis.start < range.end && range.start < emphasis.end;
        let is_inside = range.start <= emphasis.start && emphasis.end <= range.end;
        let is_around = emphasis.start <= range.start && range.end <= emphasis.end;
        overlaps && !is_inside && !is_around
    });
    (!is_crossed).then_some(range)
}
