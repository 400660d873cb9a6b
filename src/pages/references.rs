//! References to entities and the cards beside them: one of each for a language, which all pages share. Knows titles and addresses; makes each when
//! it is first asked for, so that a page costs what it names.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::hover;
use super::views::{HoverCard, Ref, Reference};
use crate::foundation::language::Language;
use crate::foundation::route::{LinkStyle, Route};
use crate::graph::entity::EntityId;
use crate::graph::public::{PublicEntity, PublicSite};

/// What references to the entities of a site say in every language.
pub(super) struct Addressed<'a> {
    /// All that may be published.
    pub site: &'a PublicSite,
    /// The address of each entity; nothing for one without a page.
    pub routes: Vec<Option<Route>>,
    /// How links are written.
    pub links: LinkStyle,
    /// The language of documents that name none.
    pub language: &'a Language,
    /// Who is accused in a case.
    pub accused: BTreeSet<EntityId>,
}

/// The references of one language.
pub(super) struct References<'a> {
    to: Arc<Addressed<'a>>,
    language: Language,
    made: Vec<OnceLock<Option<Ref>>>,
    cards: Vec<OnceLock<Option<Arc<HoverCard>>>>,
}

impl<'a> References<'a> {
    /// Those of pages in `language`.
    pub(super) fn new(to: Arc<Addressed<'a>>, language: &Language) -> Self {
        let count = to.site.id_count();
        Self { to, language: language.clone(), made: empty(count), cards: empty(count) }
    }

    /// The reference to `id`.
    pub(super) fn get(&self, id: EntityId) -> Option<&Ref> {
        let made = || self.to.site.get(id).map(|entity| Arc::new(self.reference(entity)));
        self.made.get(id.index())?.get_or_init(made).as_ref()
    }

    /// The card of `id`; nothing for one without a page.
    pub(super) fn card(&self, id: EntityId) -> Option<&Arc<HoverCard>> {
        let made = || hover::of(self.to.site.get(id)?, self.get(id)?, self.to.accused.contains(&id));
        self.cards.get(id.index())?.get_or_init(made).as_ref()
    }

    fn reference(&self, entity: &PublicEntity) -> Reference {
        let own = entity.language(self.to.language);
        Reference {
            kind: Some(entity.kind()),
            path: self.to.route(entity.id).map(|route| route.path(self.to.links)),
            title: entity.title().to_owned(),
            language: (*own != self.language).then(|| own.to_string()),
            unnamed: entity.is_unnamed,
        }
    }
}

impl Addressed<'_> {
    /// The entity whose page is at `route`, on a site in one language: there entities stand in the order of their addresses.
    pub(super) fn at(&self, route: &Route) -> Option<EntityId> {
        let (mut from, mut to) = (0, self.routes.len());
        while from < to {
            let middle = from + (to - from) / 2;
            let mut rest = self.routes.get(middle..to)?.iter().zip(middle..);
            let Some((own, place)) = rest.find_map(|(own, place)| Some((own.as_ref()?, place))) else {
                to = middle;
                continue;
            };
            match own.cmp(route) {
                Ordering::Equal => return Some(EntityId::at(place)),
                Ordering::Less => from = place + 1,
                Ordering::Greater => to = middle,
            }
        }
        None
    }

    /// The address of an entity's page; nothing for one without a page.
    pub(super) fn route(&self, id: EntityId) -> Option<&Route> {
        self.routes.get(id.index())?.as_ref()
    }
}

/// Places for `count` values that are yet to be made.
pub(super) fn empty<T>(count: usize) -> Vec<OnceLock<T>> {
    std::iter::repeat_with(OnceLock::new).take(count).collect()
}
