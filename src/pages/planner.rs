//! What all builders of pages share: addresses, references, dates in words. Knows the public site and its configuration; each page adds its language and address.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::citations::Citations;
use super::dates;
use super::edition::Edition;
use super::exposure::Kept;
use super::hearings::{self, Neighbours};
use super::lock::Withdrawn;
use super::opened::Opened;
use super::references::{self, Addressed, References};
use super::sorting::Alphabet;
use super::tags::Tags;
use super::text;
use super::used::UsedFiles;
use super::views::{DateView, FeedLink, HoverCard, NavigationLink, Numbered, Ref, ResolvedView, SiteView, TextWords};
use super::words;
use super::{calendar, data, feeds, hover, map, network, routes, search};
use crate::document::Settings;
use crate::document::body::{CALLOUTS, Fragment};
use crate::document::kind::Kind;
use crate::document::mention::RoleKey;
use crate::foundation::date::{DateWords, Edtf};
use crate::foundation::language::Language;
use crate::foundation::route::{LinkStyle, Route};
use crate::graph::entity::EntityId;
use crate::graph::public::{PublicEntity, PublicSite};
use crate::media::card::Artist;
use crate::messages::{Catalogue, Messages, Value};
use crate::source::config::Config;

/// What is the same for all pages.
pub(super) struct Planner<'a> {
    /// All that may be published.
    pub site: &'a PublicSite,
    /// The site's configuration.
    pub config: &'a Config,
    /// The texts of the interface.
    pub messages: &'a Messages,
    /// In which language of the site.
    pub edition: Edition<'a>,
    /// What was withdrawn without a note at its address.
    pub withdrawn: &'a [Withdrawn],
    /// The files that pages use.
    pub used: &'a UsedFiles,
    /// What templates get as `site` in the language of the edition.
    pub shared: Arc<SiteView>,
    /// The feeds that every page announces.
    pub feeds: Vec<FeedLink>,
    /// The calendar that every page announces.
    pub calendar: Option<FeedLink>,
    /// Who gives names to entries of feeds and calendars.
    pub tags: Tags,
    /// The people of whom machines are not told.
    pub kept: Kept<'a>,
    /// Who draws pictures for previews, on a site that has them.
    pub artist: Option<Artist>,
    /// What the citations of the site come to.
    pub citations: Citations,
    /// Land and borders, for a site that has a map.
    pub outlines: Option<map::Outlines>,
    addressed: Arc<Addressed<'a>>,
    /// The hearings before and after each hearing, once a page shows them.
    neighbours: OnceLock<Neighbours>,
    opened: Opened,
    anchors: Vec<OnceLock<Vec<String>>>,
    tongues: BTreeMap<Language, Tongue<'a>>,
}

/// What depends on the language of a page.
pub(super) struct Tongue<'a> {
    /// The language.
    pub language: Language,
    /// Its order of names.
    pub alphabet: Alphabet,
    /// The texts of the interface in it.
    pub messages: Arc<Catalogue>,
    /// What every template gets as `site`.
    pub shared: Arc<SiteView>,
    /// Those texts that stand within a running text.
    pub text_words: Arc<TextWords>,
    /// Language and land, as previews elsewhere name languages.
    pub locale: String,
    dates: DateWords,
    references: References<'a>,
}

impl<'a> Planner<'a> {
    pub(super) fn new(
        site: &'a PublicSite,
        config: &'a Config,
        messages: &'a Messages,
        edition: Edition<'a>,
        withdrawn: &'a [Withdrawn],
        used: &'a UsedFiles,
    ) -> Self {
        let route = |index| {
            let entity = site.get(EntityId::at(index)).filter(|entity| entity.has_page)?;
            let route = routes::of_public(entity);
            Some(if entity.is_translation() { edition.own(route) } else { route })
        };
        let routes = (0..site.id_count()).into_par_iter().map(route).collect();
        let mut planner = Self {
            site,
            config,
            messages,
            edition,
            withdrawn,
            used,
            shared: Arc::default(),
            feeds: feeds::links(site, config, edition, messages),
            calendar: calendar::link(site, config, edition, messages.of(edition.language)),
            tags: Tags::of_site(config),
            kept: Kept::of(site),
            artist: (config.cards && config.base_url.is_some()).then(Artist::new).flatten(),
            citations: Citations::default(),
            outlines: map::is_there(site).then(map::Outlines::read),
            addressed: Arc::new(Addressed {
                site,
                routes,
                links: config.links,
                language: &config.language,
                accused: hover::accused(site),
            }),
            neighbours: OnceLock::new(),
            opened: Opened::default(),
            anchors: references::empty(site.id_count()),
            tongues: BTreeMap::new(),
        };
        let of_entities = site.entities().map(|entity| entity.language(&config.language));
        let notes = site.withdrawals.iter().filter_map(|note| note.language.as_ref());
        let mut languages: Vec<&Language> =
            of_entities.chain(notes).chain([&config.language, edition.language]).collect();
        // Most documents are in the language of their neighbours.
        languages.dedup();
        for language in languages {
            if !planner.tongues.contains_key(language) {
                let tongue = planner.tongue_for(language);
                planner.tongues.insert(language.clone(), tongue);
            }
        }
        planner.shared = planner.tongue(edition.language).map(|tongue| Arc::clone(&tongue.shared)).unwrap_or_default();
        planner
    }

    fn tongue_for(&self, language: &Language) -> Tongue<'a> {
        Tongue {
            language: language.clone(),
            messages: Arc::clone(self.messages.of(language)),
            shared: Arc::new(shared(self, self.messages.of(language))),
            text_words: Arc::new(text_words(self.messages.of(language))),
            alphabet: Alphabet::new(language),
            locale: language.with_land(),
            dates: DateWords::new(language.as_str()),
            references: References::new(Arc::clone(&self.addressed), language),
        }
    }

    /// The tongue of `language`; that of the site for a language that no document has.
    pub(super) fn tongue(&self, language: &Language) -> Option<&Tongue<'a>> {
        self.tongues.get(language).or_else(|| self.tongues.get(self.edition.language))
    }

    /// Whether the page of `entity` is one of this edition: in another language only what is translated is.
    pub(super) fn makes(&self, entity: &PublicEntity) -> bool {
        entity.is_translation() || self.edition.is_main
    }

    /// The address of an entity's page; nothing for one without a page.
    pub(super) fn route(&self, id: EntityId) -> Option<&Route> {
        self.addressed.route(id)
    }

    /// The entity whose page is at `route`.
    pub(super) fn at(&self, route: &Route) -> Option<&PublicEntity> {
        self.site.get(self.addressed.at(route)?)
    }

    /// Whether `id` is accused in a case.
    pub(super) fn is_accused(&self, id: EntityId) -> bool {
        self.addressed.accused.contains(&id)
    }

    /// The hearings of its case before and after the hearing `id`.
    pub(super) fn neighbours(&self, id: EntityId) -> [Option<EntityId>; 2] {
        self.neighbours.get_or_init(|| hearings::neighbours(self.site)).get(&id).copied().unwrap_or_default()
    }

    /// The anchors of an entity's headings, in their order.
    pub(super) fn anchors(&self, id: EntityId) -> &[String] {
        let made = || self.site.get(id).map_or_else(Vec::new, |entity| text::anchors(self, entity));
        self.anchors.get(id.index()).map(|anchors| anchors.get_or_init(made).as_slice()).unwrap_or_default()
    }

    /// The whole text of `entity`.
    pub(super) fn text(&self, entity: &PublicEntity) -> Fragment {
        self.opened.text(entity)
    }

    /// Whether a text was opened for anything that was made.
    #[cfg(test)]
    pub(super) fn has_opened_a_text(&self) -> bool {
        !self.opened.is_empty()
    }

    /// How links are written.
    pub(super) const fn links(&self) -> LinkStyle {
        self.config.links
    }

    /// The texts for what is of no single document: lists, feeds and tables.
    pub(super) fn site_messages(&self) -> &Catalogue {
        self.messages.of(self.edition.language)
    }

    /// The texts in the language of `entity`.
    pub(super) fn messages_of(&self, entity: &PublicEntity) -> &Catalogue {
        self.messages.of(entity.language(&self.config.language))
    }

    /// The word for a role in front matter and data.
    pub(super) fn role_key(&self, role: crate::document::mention::RoleKey) -> Option<&'a str> {
        self.site.settings.roles.get(usize::from(role.0)).map(|role| role.key.as_str())
    }

    /// Where the page or file at `route` stands in the language of the edition.
    pub(super) fn own(&self, route: Route) -> Route {
        self.edition.own(route)
    }

    /// The name of the site in the language of the edition.
    pub(super) fn site_title(&self) -> &str {
        self.config.title_in(self.edition.language)
    }

    /// The full address of `route`, when the site's base address is known.
    pub(super) fn canonical(&self, route: &Route) -> Option<String> {
        self.config.base_url.as_ref().map(|base| base.join(route))
    }
}

impl Tongue<'_> {
    /// The message `key` as plain text: a title, a word in a table.
    pub(super) fn say(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.messages.text(key, values)
    }

    /// The title of a page of a list: the first has that of the list.
    pub(super) fn numbered(&self, title: String, number: usize) -> String {
        if number == 1 {
            return title;
        }
        self.say("page-number", &[("title", title.as_str().into()), ("number", number.into())])
    }

    /// The shared reference to `id`.
    pub(super) fn reference(&self, id: EntityId) -> Option<&Ref> {
        self.references.get(id)
    }

    /// The shared card of `id`.
    pub(super) fn card(&self, id: EntityId) -> Option<&Arc<HoverCard>> {
        self.references.card(id)
    }

    /// The heading of a role: a built-in one is in the language, another as the site's configuration has it.
    pub(super) fn role(&self, settings: &Settings, role: RoleKey) -> String {
        let Some(role) = settings.roles.get(usize::from(role.0)) else { return String::new() };
        self.messages.find(&format!("role-{}", role.key)).unwrap_or_else(|| role.title.clone())
    }

    /// A date, ready to be shown.
    pub(super) fn date(&self, date: &Edtf) -> DateView {
        DateView { edtf: date.to_string(), words: self.dates.words(date), iso: date.iso_attribute(), resolved: None }
    }

    /// The date under which `entity` stands: as its source gives it, with what the authors worked out and from what. `site` is the
    /// language of documents that name none.
    pub(super) fn dated(&self, entity: &PublicEntity, site: &Language) -> Option<DateView> {
        let fields = entity.fields();
        let resolved = dates::resolved(fields).map(|resolved| {
            let language = entity.language_of_record(site);
            Box::new(ResolvedView {
                date: self.date(&resolved.date.value),
                basis: resolved.basis.value.clone(),
                language: (*language != self.language).then(|| language.to_string()),
            })
        });
        let stated = dates::of(fields).map(|date| self.date(&date.value));
        let unstated =
            || DateView { edtf: String::new(), words: self.say("date-not-stated", &[]), iso: None, resolved: None };
        let date = if resolved.is_some() { Some(stated.unwrap_or_else(unstated)) } else { stated };
        date.map(|date| DateView { resolved, ..date })
    }
}

fn text_words(messages: &Catalogue) -> TextWords {
    let numbers = [("number", Numbered::NUMBER.into()), ("time", Numbered::TIME.into())];
    let numbered = |key| Numbered(messages.text(key, &numbers));
    TextWords {
        notes: messages.text("notes-title", &[]),
        note: numbered("note-label"),
        cited: numbered("cited-label"),
        back: numbered("note-back"),
        back_again: numbered("note-back-again"),
        table: messages.text("table-label", &[]),
        callouts: CALLOUTS.iter().map(|class| (*class, messages.text(&format!("callout-{class}"), &[]))).collect(),
        source: messages.text("source-mark", &[]),
    }
}

/// The pages that show the site as a whole.
fn overviews(planner: &Planner<'_>, messages: &Catalogue) -> Vec<NavigationLink> {
    let Planner { site, config, .. } = planner;
    let all = [("network", "network-title", network::is_there(site)), ("map", "map-title", map::is_there(site))];
    let link = |(section, title, is_there): (&str, &str, bool)| {
        let route = planner.own(Route::parse(section).ok().filter(|_| is_there)?);
        let title = messages.text(title, &[]);
        Some(NavigationLink { path: route.path(config.links), title, section: section.to_owned() })
    };
    all.into_iter().filter_map(link).collect()
}

fn shared(planner: &Planner<'_>, messages: &Catalogue) -> SiteView {
    let Planner { site, config, edition, .. } = planner;
    let path = |route: Route| planner.own(route).path(config.links);
    let sections = Kind::ALL.into_iter().filter(|kind| site.of_kind(*kind).next().is_some()).filter_map(|kind| {
        let route = routes::of_index(kind)?;
        Some((kind.folder()?, words::plural(kind), route))
    });
    let own = [("timeline", "timeline-title"), ("not-named", "not-named-title")]
        .into_iter()
        .filter_map(|(section, title)| Some((section, title, Route::parse(section).ok()?)));
    let pages = site.of_kind(Kind::Page).filter_map(|page| {
        Some(NavigationLink {
            path: planner.route(page.id)?.path(config.links),
            title: page.title().to_owned(),
            section: page.slug().to_string(),
        })
    });
    SiteView {
        title: planner.site_title().to_owned(),
        description: config.description_in(edition.language).to_owned(),
        language: edition.language.to_string(),
        navigation: sections
            .chain(own)
            .map(|(section, title, route)| NavigationLink {
                path: path(route),
                title: messages.text(title, &[]),
                section: section.to_owned(),
            })
            .collect(),
        pages: pages.collect(),
        home: path(Route::home()),
        search: search::route(planner).map(|route| route.path(config.links)).unwrap_or_default(),
        corrections: routes::of_corrections(1).map_or_else(String::new, path),
        data: data::route().map(|route| route.path(config.links)).unwrap_or_default(),
        calendar: calendar::page_route()
            .filter(|_| site.of_kind(Kind::Hearing).next().is_some())
            .map(path)
            .unwrap_or_default(),
        overviews: overviews(planner, messages),
        extra: config.extra.clone(),
    }
}
