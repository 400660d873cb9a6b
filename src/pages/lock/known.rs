//! What everything is called in a lock: by its present address, or by the address under which an older lock knows it.
//! So a page that moved, and all that names it, is compared as if it had stayed.

use super::{Address, Entry, Lock};
use crate::document::mention::MentionId;
use crate::foundation::route::Route;
use crate::graph::entity::EntityId;
use crate::graph::public::{Link, PublicEntity, PublicSite};
use crate::pages::routes;

/// The addresses of all entities that have a page.
pub(super) struct Known<'a> {
    site: &'a PublicSite,
    routes: Vec<Option<Route>>,
}

impl<'a> Known<'a> {
    /// By their present addresses.
    pub(super) fn now(site: &'a PublicSite) -> Self {
        Self::by(site, routes::of_public)
    }

    /// By the addresses under which `lock` knows them.
    pub(super) fn to(lock: &Lock, site: &'a PublicSite) -> Self {
        let is_page =
            |route: &Route| matches!(lock.entries.get(&Address::of_page(route.clone())), Some(Entry::Page { .. }));
        Self::by(site, |entity| {
            let now = routes::of_public(entity);
            if is_page(&now) {
                return now;
            }
            let earlier = entity.common().redirect_from.iter().map(|route| &route.value);
            earlier.into_iter().find(|route| is_page(route)).cloned().unwrap_or(now)
        })
    }

    fn by(site: &'a PublicSite, route: impl Fn(&PublicEntity) -> Route) -> Self {
        let mut routes = vec![None; site.id_count()];
        for entity in site.entities().filter(|entity| entity.has_page) {
            if let Some(slot) = routes.get_mut(entity.id.index()) {
                *slot = Some(route(entity));
            }
        }
        Self { site, routes }
    }

    /// The published site.
    pub(super) const fn site(&self) -> &'a PublicSite {
        self.site
    }

    /// The address of the page of `id`; nothing for what has none.
    pub(super) fn route(&self, id: EntityId) -> Option<&Route> {
        self.routes.get(id.index())?.as_ref()
    }

    /// Where a mention leads, so that another target is another text. Of what is not published only what readers are told
    /// counts: its kind, and with a label not even that. What has no page is the words that readers see.
    pub(super) fn target(&self, from: &PublicEntity, mention: MentionId) -> String {
        match from.link(mention) {
            Some(Link::To { entity, .. }) => self.route(*entity).map_or_else(
                || self.site.get(*entity).map(PublicEntity::title).unwrap_or_default().to_owned(),
                Route::address,
            ),
            Some(Link::Unpublished(kind)) if from.label(mention).is_none() => kind.name().to_owned(),
            Some(Link::Unpublished(_)) | None => String::new(),
        }
    }
}
