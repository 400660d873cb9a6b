//! Where the parts of a text stand: on which page a heading, a block or a statement is, and at which address. Nothing else makes such
//! an address.

use super::planner::Planner;
use super::views::PagingView;
use crate::document::body;
use crate::foundation::route::Route;
use crate::graph::bind::PartId;
use crate::graph::public::PublicEntity;

/// The address of part `number`, from 1, of the text of `entity`: the first stands on its page, the others in the program's own folder.
pub(super) fn route(planner: &Planner<'_>, entity: &PublicEntity, number: usize) -> Option<Route> {
    let own = planner.route(entity.id)?;
    if number <= 1 {
        return Some(own.clone());
    }
    let folder = entity.kind().folder().unwrap_or("pages");
    let route = Route::parse(&format!("index/{folder}/{}/text/{number}", entity.slug())).ok()?;
    Some(if entity.is_translation() { planner.own(route) } else { route })
}

/// The address of the page on which the text begins that goes on at `here`; nothing where no part of a text stands.
#[must_use]
pub fn beginning(here: &Route) -> Option<Route> {
    let address = here.address();
    let (below, number) = address.strip_prefix("/index/")?.split_once("/text/")?;
    number.trim_end_matches('/').parse::<usize>().ok()?;
    Route::parse(below.strip_prefix("pages/").unwrap_or(below)).ok()
}

/// The same below the root, as links have it; empty for what has no page.
pub(super) fn path(planner: &Planner<'_>, entity: &PublicEntity, number: usize) -> String {
    route(planner, entity, number).map(|route| route.path(planner.links())).unwrap_or_default()
}

/// Where part `number` stands among the others; nothing where there is only one.
pub(super) fn paging(planner: &Planner<'_>, entity: &PublicEntity, number: usize) -> Option<PagingView> {
    let count = entity.body().parts.count();
    (count > 1).then(|| PagingView {
        number,
        count,
        before: (number > 1).then(|| path(planner, entity, number - 1)),
        after: (number < count).then(|| path(planner, entity, number + 1)),
    })
}

/// A place in a text.
pub(super) struct Place {
    /// The number of the part, from 1.
    pub number: usize,
    /// The anchor there, without `#`.
    pub anchor: String,
}

/// Where `part` of `entity` stands.
pub(super) fn of(planner: &Planner<'_>, entity: &PublicEntity, part: &PartId) -> Option<Place> {
    let body = entity.body();
    match part {
        PartId::Heading(index) => {
            let anchor = planner.anchors(entity.id).get(*index as usize)?.clone();
            Some(Place { number: body.parts.of_heading(*index as usize), anchor })
        }
        PartId::Block(id) => Some(block(entity, id)),
        PartId::Statement(index) => Some(block(entity, &body.statements.get(*index as usize)?.id.value)),
    }
}

/// Where the block or statement with this id stands.
pub(super) fn block(entity: &PublicEntity, id: &str) -> Place {
    let anchor = body::anchor(id);
    Place { number: entity.body().parts.of_anchor(&anchor), anchor }
}

impl Place {
    /// The address below the root, with the anchor.
    pub(super) fn path(&self, planner: &Planner<'_>, entity: &PublicEntity) -> String {
        format!("{}#{}", path(planner, entity, self.number), self.anchor)
    }
}
