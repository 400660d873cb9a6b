//! Earlier addresses of pages. Knows that each leads to one present page and takes no address of another.

use crate::foundation::diagnostic::Diagnostic;
use crate::foundation::route::Route;
use crate::graph::public::PublicEntity;
use crate::pages::Page;
use crate::pages::context::{Context, Shell};
use crate::pages::planner::Planner;
use crate::pages::routes::Taken;
use crate::pages::views::{Content, RedirectView};

/// A page at every earlier address of every published page.
pub(in crate::pages) fn redirects(
    planner: &Planner<'_>,
    taken: &mut Taken,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Page> {
    let mut pages = Vec::new();
    for entity in planner.site.entities().filter(|entity| entity.has_page) {
        for route in &entity.common().redirect_from {
            if taken.take(&route.value, route.span, diagnostics) {
                pages.extend(page(planner, entity, route.value.clone()));
            }
        }
    }
    pages
}

fn page(planner: &Planner<'_>, entity: &PublicEntity, route: Route) -> Option<Page> {
    let present = planner.route(entity.id).and_then(|route| planner.canonical(route));
    let page = Context::new(planner, route, entity.language(&planner.config.language))?;
    let target = page.reference(entity.id)?;
    let shell = Shell {
        title: entity.title().to_owned(),
        description: String::new(),
        section: "",
        way: Vec::new(),
        noindex: true,
    };
    Some(page.finish(shell, Content::Redirect(RedirectView { target, canonical: present })))
}
