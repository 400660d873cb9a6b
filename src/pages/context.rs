//! The page that is being planned: its language, its address, and what both do to references and statements. Knows one page at a time.

use std::sync::Arc;

use super::Page;
use super::linked;
use super::places;
use super::planner::{Planner, Tongue};
use super::statements;
use super::text;
use super::views::{
    Breadcrumb, CardView, Content, DateView, FeedLink, HeldView, PageView, Ref, Reference, StatementView, Thing, View,
};
use crate::document::mention::{FieldKey, MentionId, Place};
use crate::foundation::date::Edtf;
use crate::foundation::language::Language;
use crate::foundation::route::Route;
use crate::foundation::span::Spanned;
use crate::graph::bind::PartId;
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::public::{Held, Link, PublicEntity};

/// A page that is being planned.
pub(super) struct Context<'a> {
    /// What all pages share.
    pub planner: &'a Planner<'a>,
    /// What depends on the page's language.
    pub tongue: &'a Tongue<'a>,
    /// The page's address.
    pub route: Route,
    /// What stands before addresses in its links.
    pub root: Arc<str>,
}

/// What a page is called and where it belongs.
pub(super) struct Shell {
    /// The title.
    pub title: String,
    /// For search engines; may be empty.
    pub description: String,
    /// The section of the navigation; empty for none.
    pub section: &'static str,
    /// The steps between the home page and this page.
    pub way: Vec<Breadcrumb>,
    /// Search engines are asked to stay away.
    pub noindex: bool,
}

/// What a page says elsewhere, and what belongs to it alone.
#[derive(Default)]
pub(super) struct Elsewhere {
    /// Machines are told nothing of the page, not even the way to it.
    pub is_kept: bool,
    /// What the page is about.
    pub thing: Option<Thing>,
    /// Its picture for previews.
    pub card: Option<CardView>,
    /// Its own feed.
    pub feed: Option<FeedLink>,
    /// Its own calendar.
    pub calendar: Option<FeedLink>,
    /// Why it is seen in a preview alone.
    pub held: Option<HeldView>,
}

impl<'a> Context<'a> {
    /// A page at `route` in `language`.
    pub(super) fn new(planner: &'a Planner<'a>, route: Route, language: &Language) -> Option<Self> {
        let root: Arc<str> = route.to_root().into();
        Some(Self { planner, tongue: planner.tongue(language)?, route, root })
    }

    /// The page with `content`, of which nothing is told elsewhere but the way to it.
    pub(super) fn finish(self, shell: Shell, content: Content) -> Page {
        self.finish_with(shell, content, Elsewhere::default())
    }

    /// The page with `content`, and what is told of it elsewhere.
    pub(super) fn finish_with(self, shell: Shell, content: Content, elsewhere: Elsewhere) -> Page {
        let planner = self.planner;
        let home = Breadcrumb {
            path: Some(planner.own(Route::home()).path(planner.links())),
            title: planner.site_title().to_owned(),
        };
        let here = Breadcrumb { path: None, title: shell.title.clone() };
        let is_home = self.route == planner.own(Route::home());
        let breadcrumbs =
            if is_home { Vec::new() } else { std::iter::once(home).chain(shell.way).chain([here]).collect() };
        let is_kept = elsewhere.is_kept || shell.noindex;
        let linked_data = if is_kept { None } else { linked::data(&self, &breadcrumbs, elsewhere.thing) };
        let page = PageView {
            address: self.route.address(),
            root: self.root,
            canonical: planner.canonical(&self.route),
            title: shell.title,
            description: shell.description,
            language: self.tongue.language.to_string(),
            direction: self.tongue.language.direction(),
            section: shell.section.to_owned(),
            breadcrumbs,
            noindex: shell.noindex,
            feeds: planner.feeds.clone(),
            held: elsewhere.held,
            languages: Vec::new(),
            own_feed: elsewhere.feed,
            calendar: planner.calendar.clone(),
            own_calendar: elsewhere.calendar,
            locale: self.tongue.locale.clone(),
            linked_data,
            card: elsewhere.card,
        };
        let view = View { site: Arc::clone(&self.tongue.shared), page, content };
        Page { route: self.route, view: Arc::new(view) }
    }

    /// The page with `content` that belongs to `entity`: where that is seen in a preview alone, so is this.
    pub(super) fn finish_of(self, shell: Shell, content: Content, entity: Option<&PublicEntity>) -> Page {
        let held = entity.and_then(|entity| self.held(entity));
        self.finish_with(shell, content, Elsewhere { held, ..Elsewhere::default() })
    }

    /// Why `entity` is seen in a preview alone.
    pub(super) fn held(&self, entity: &PublicEntity) -> Option<HeldView> {
        entity.held.map(|held| match held {
            Held::Draft => HeldView { until: String::new(), time: String::new() },
            Held::Embargoed(moment) => {
                let day = moment
                    .day()
                    .and_then(|day| Edtf::parse(&day.to_string()).ok())
                    .map(|day| self.tongue.date(&day).words);
                HeldView { until: day.unwrap_or_else(|| moment.to_string()), time: moment.clock() }
            }
        })
    }

    /// The shared reference to a published entity.
    pub(super) fn reference(&self, id: EntityId) -> Option<Ref> {
        self.tongue.reference(id).map(Arc::clone)
    }

    /// The reference for a mention of `from`: by its label where it has one, with the anchor of the part it names.
    /// What is not published is text without an address.
    pub(super) fn link(&self, from: &PublicEntity, mention: MentionId) -> Ref {
        let label = from.label(mention);
        match from.link(mention) {
            Some(Link::To { entity, part: None }) if label.is_none() => self.reference(*entity).unwrap_or_default(),
            Some(Link::To { entity, part }) => {
                let shared = self.reference(*entity).unwrap_or_default();
                let path = match (&shared.path, part.as_ref().and_then(|part| self.place(*entity, part))) {
                    (Some(_), Some(place)) => Some(place),
                    (path, _) => path.clone(),
                };
                let title = text::called(self.planner, from, mention);
                Arc::new(Reference { path, title, ..(*shared).clone() })
            }
            _ => Arc::new(Reference { title: text::called(self.planner, from, mention), ..Reference::default() }),
        }
    }

    fn place(&self, entity: EntityId, part: &PartId) -> Option<String> {
        let entity = self.planner.site.get(entity)?;
        Some(places::of(self.planner, entity, part)?.path(self.planner, entity))
    }

    /// The references for a list of the front matter: what is not published is left out.
    pub(super) fn list(&self, from: &PublicEntity, mentions: &[MentionId]) -> Vec<Ref> {
        mentions.iter().filter_map(|mention| self.published(from, *mention)).collect()
    }

    /// The reference for a key of the front matter; nothing for what is not published.
    pub(super) fn published(&self, from: &PublicEntity, mention: MentionId) -> Option<Ref> {
        matches!(from.link(mention), Some(Link::To { .. })).then(|| self.link(from, mention))
    }

    /// The same for an optional key.
    pub(super) fn one(&self, from: &PublicEntity, mention: Option<MentionId>) -> Option<Ref> {
        mention.and_then(|mention| self.published(from, mention))
    }

    /// A date of the front matter.
    pub(super) fn date(&self, date: Option<&Spanned<Edtf>>) -> Option<DateView> {
        date.map(|date| self.tongue.date(&date.value))
    }

    /// The date under which a document stands.
    pub(super) fn dated(&self, entity: &PublicEntity) -> Option<DateView> {
        self.tongue.dated(entity, &self.planner.config.language)
    }

    /// A statement as this page shows it.
    pub(super) fn statement(&self, id: StatementId) -> Option<Arc<StatementView>> {
        statements::view(self, id).map(Arc::new)
    }

    /// Statements as this page shows them beside its text.
    pub(super) fn statements(&self, ids: &[StatementId]) -> Vec<Arc<StatementView>> {
        ids.iter().filter_map(|id| self.statement(*id)).map(StatementView::embedded).collect()
    }

    /// Statements in the order of the pages' dates and of the text.
    pub(super) fn in_order(&self, ids: impl Iterator<Item = StatementId>) -> Vec<StatementId> {
        let mut ids: Vec<StatementId> = ids.collect();
        ids.sort_by_cached_key(|id| statements::order(self.planner.site, *id));
        ids
    }

    /// The published pages that name `id` in the front-matter key `key`, in the order of their addresses.
    pub(super) fn named_in(&self, id: EntityId, key: &'static str) -> impl Iterator<Item = &'a PublicEntity> {
        let site = self.planner.site;
        let mut last = None;
        site.backlinks(id).iter().filter_map(move |(from, mention)| {
            let entity = site.get(*from)?;
            let is_key = entity.place(*mention) == Some(Place::Field(FieldKey::Named(key)));
            (is_key && last.replace(*from) != Some(*from)).then_some(entity)
        })
    }
}
