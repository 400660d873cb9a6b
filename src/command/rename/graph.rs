//! Where every link of a site leads, by the paths of the files, so that a site can be compared with itself after a renaming.

use std::collections::BTreeMap;

use crate::foundation::span::Span;
use crate::graph::Site;
use crate::graph::bind::{Binding, PartId};
use crate::source::tree::SourcePath;

/// Where one link leads.
type Leads = Option<(String, Option<PartId>)>;

/// The links of each document in their order, and the files that it uses.
#[derive(Debug, PartialEq)]
pub(super) struct Links(BTreeMap<String, (Vec<Leads>, Vec<Option<SourcePath>>)>);

/// The links of `site`, in which the file `from` counts as `to`.
pub(super) fn links(site: &Site, from: &str, to: &str) -> Links {
    let path = |path: &SourcePath| if path.as_str() == from { to.to_owned() } else { path.to_string() };
    let leads = |binding: &Binding| match binding {
        Binding::Entity { entity, part } => {
            site.registry.get(*entity).map(|entity| (path(&entity.document.path), part.clone()))
        }
        Binding::Nothing => None,
    };
    let of_document = |entity: &crate::graph::entity::Entity| {
        let (bindings, files) = (site.bindings(entity.id), site.files(entity.id).to_vec());
        (path(&entity.document.path), (bindings.iter().map(leads).collect(), files))
    };
    Links(site.registry.entities().map(of_document).collect())
}

/// The first link of `now`, whose links are `after`, that does not lead where it led in `before`.
pub(super) fn first_difference(before: &Links, after: &Links, now: &Site) -> Option<Span> {
    now.registry.entities().find_map(|entity| {
        let path = entity.document.path.as_str();
        let (old, new) = (before.0.get(path), after.0.get(path));
        if old == new {
            return None;
        }
        let none = Vec::new();
        let (old, new) = (old.map_or(&none, |(links, _)| links), new.map_or(&none, |(links, _)| links));
        let at = old.iter().zip(new).position(|(old, new)| old != new);
        let mention = at.and_then(|at| entity.document.mentions.get(at));
        Some(mention.map_or_else(|| Span::start_of(entity.document.file), |mention| mention.span))
    })
}
