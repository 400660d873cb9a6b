//! The whole build in order. Knows the stages and what is remembered between two builds; each stage knows the rest.

mod cards;
mod carried;
mod copies;
mod live;
mod material;
mod memo;
mod themes;
mod translations;
mod watch;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::document::kind::Kind;
use crate::document::{self, Document, Settings, translated};
use crate::foundation::date::Moment;
use crate::foundation::diagnostic::{Checked, Diagnostic};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::language::Language;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::graph::files::Files;
use crate::graph::public::PublicEntity;
use crate::graph::publish::{Audience, Embargoes, TakenOut, embargoes, taken_out};
use crate::graph::{self, Site};
use crate::media::card::Card;
use crate::pages::lock::{self, Lock, Locked};
use crate::pages::named::{self, Named};
use crate::pages::{self, Library, Page, Plan, Planned, Translated, Whole};
use crate::source::config::{self, BaseUrl, Config};
use crate::source::copies::{Copies, InMemory};
use crate::source::tree::{SourceFile, SourcePath, SourceTree};
use crate::theme::Theme;
use cards::CardMemo;
use carried::CarriedMemo;
use copies::CopyMemo;
use material::Material;
use memo::Memo;
use themes::ThemeMemo;

pub use live::Live;
pub use watch::{Stage, Unwatched, Watch};

/// What a build is asked for, beside its sources.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// In the place of the configuration's base address.
    pub base_url: Option<BaseUrl>,
    /// Who will see the site.
    pub audience: Audience,
    /// This program's own file, which is started to read a stored copy that is a PDF and to look into documents; without it none is
    /// read, and none is published.
    pub program: Option<PathBuf>,
}

impl Options {
    /// A site for publication at `now`.
    #[must_use]
    pub const fn at(now: Moment) -> Self {
        Self { base_url: None, audience: Audience { drafts: false, now }, program: None }
    }
}

/// A page's file or what is wrong with it, and the picture that is to be drawn for it.
type Rendered = (Result<OutputFile, Vec<Diagnostic>>, Option<(Route, Card)>);

/// A build's memory: what has been parsed and rendered before and may come again.
#[derive(Default)]
pub struct Pipeline {
    parsed: Memo<Checked<Option<Arc<Document>>>>,
    translated: Memo<Checked<Option<Arc<Document>>>>,
    copies: CopyMemo,
    /// The entries of lists of sources.
    library: Library,
    rendered: Memo<Option<Rendered>>,
    carried: CarriedMemo,
    cards: CardMemo,
    themes: ThemeMemo,
}

/// All that is known of a site before pages are planned, drafts and all.
pub struct Analysis {
    /// The configuration, with the options' base address.
    pub config: Config,
    /// What decides how files are read.
    pub settings: Settings,
    /// The site.
    pub site: Site,
    /// The site in its further languages.
    pub translated: Vec<(Language, Site)>,
    /// How many files were parsed anew.
    pub parsed: usize,
}

/// A site that is ready to be written.
#[derive(Debug, Clone, Default)]
pub struct Built {
    /// The finished files, by address.
    pub files: Vec<OutputFile>,
    /// Which of them are images and attachments, and of which files they were made.
    pub attachments: Vec<(Route, SourcePath)>,
    /// The kinds of the published documents, in the order of their addresses.
    pub kinds: Vec<Kind>,
    /// Whether the site's base address is known.
    pub has_address: bool,
    /// What must stand in no file of the site.
    pub taken_out: TakenOut,
    /// What embargoes hold back.
    pub embargoes: Embargoes,
    /// The people who are named, with their pages.
    pub names: BTreeSet<Named>,
    /// What was done.
    pub counts: Counts,
}

/// What a build did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Files that were parsed anew.
    pub parsed: usize,
    /// Pages of the site.
    pub pages: usize,
    /// Pages that were rendered anew.
    pub rendered: usize,
}

impl Pipeline {
    /// Builds the site of `tree`, with the stored copies that the tree holds in memory. With errors among the diagnostics the
    /// files are not fit for publication.
    pub fn build(&mut self, tree: &SourceTree, options: &Options) -> Checked<Built> {
        self.build_with(tree, options, &InMemory)
    }

    /// As [`Self::build`], with the stored copies that `copies` gives.
    pub fn build_with(&mut self, tree: &SourceTree, options: &Options, copies: &dyn Copies) -> Checked<Built> {
        self.build_watched(tree, options, copies, &Unwatched)
    }

    /// As [`Self::build_with`]; `watch` is told where the time goes.
    pub fn build_watched(
        &mut self,
        tree: &SourceTree,
        options: &Options,
        copies: &dyn Copies,
        watch: &dyn Watch,
    ) -> Checked<Built> {
        let mut diagnostics = Vec::new();
        let material = self.prepare(tree, options, copies, watch).collect_into(&mut diagnostics);
        watch.begins(Stage::Plan);
        let plan = material.plan(&mut self.library).collect_into(&mut diagnostics);
        let whole = plan.whole();
        watch.begins(Stage::Render);
        let theme = material.theme.as_ref();
        let rendered = theme.map(|theme| self.render(&plan, &whole, theme, watch).collect_into(&mut diagnostics));
        let (mut built, cards) = rendered.unwrap_or_default();
        watch.begins(Stage::Files);
        built.files.extend(whole.files);
        built.files.extend(self.carried(&material, &plan, tree).collect_into(&mut diagnostics));
        built.files.extend(self.cards.draw(&[whole.cards, cards].concat()));
        built.files.par_sort_by(|a, b| a.route.cmp(&b.route));
        built.attachments = plan.attachments;
        watch.begins(Stage::Publish);
        let Material { config, public, translated, taken_out, embargoes, .. } = &material;
        built.counts.parsed = material.parsed;
        built.kinds = public.entities().map(PublicEntity::kind).collect();
        built.taken_out = taken_out.clone();
        built.embargoes = *embargoes;
        built.names = named::in_languages(std::iter::once(public).chain(translated.iter().map(|other| &other.site)));
        built.has_address = config.base_url.is_some();
        Checked::new(built, diagnostics)
    }

    /// The site of `tree`, whose pages are made when they are asked for; nothing without a theme. What is wrong with a page shows
    /// only when it is made.
    pub fn live(&mut self, tree: &SourceTree, options: &Options, copies: &dyn Copies) -> Checked<Option<Live>> {
        let mut diagnostics = Vec::new();
        let material = self.prepare(tree, options, copies, &Unwatched).collect_into(&mut diagnostics);
        let live = Live::new(material, self, tree).collect_into(&mut diagnostics);
        Checked::new(live, diagnostics)
    }

    /// Everything before the pages.
    fn prepare(
        &mut self,
        tree: &SourceTree,
        options: &Options,
        copies: &dyn Copies,
        watch: &dyn Watch,
    ) -> Checked<Material> {
        let mut diagnostics = Vec::new();
        let analysis = self.analyse_watched(tree, options, watch).collect_into(&mut diagnostics);
        watch.begins(Stage::Copies);
        let stored = self.copies.stored(&analysis.site, tree, copies);
        diagnostics.extend(graph::quotes::check(&analysis.site, &stored));
        watch.begins(Stage::Theme);
        let (messages, theme) = self.themes.read(tree, &analysis.config).collect_into(&mut diagnostics);
        watch.begins(Stage::Publish);
        let public =
            graph::publish(&analysis.site, &analysis.settings, options.audience).collect_into(&mut diagnostics);
        let locked = locked(tree).collect_into(&mut diagnostics);
        let translated: Vec<Translated> = analysis
            .translated
            .iter()
            .map(|(language, site)| {
                let site =
                    graph::publish(site, &analysis.settings, options.audience).collect_new_into(&mut diagnostics);
                Translated { language: language.clone(), site }
            })
            .collect();
        let mut taken_out = taken_out(&analysis.site, options.audience);
        for (_, site) in &analysis.translated {
            taken_out.add(graph::publish::taken_out(site, options.audience));
        }
        let embargoes = embargoes(&analysis.site, options.audience.now);
        watch.begins(Stage::Files);
        let sites = std::iter::once(&public).chain(translated.iter().map(|other| &other.site));
        let mut used = pages::used(sites).collect_into(&mut diagnostics);
        let ready = self.carried.ready(&used.paths, tree, copies).collect_into(&mut diagnostics);
        ready.describe(&mut used);
        let Analysis { config, parsed, .. } = analysis;
        let material =
            Material { config, public, translated, messages, theme, locked, used, ready, taken_out, embargoes, parsed };
        Checked::new(material, diagnostics)
    }

    /// The files that are carried over: those of the theme and those that pages use.
    fn carried(&mut self, material: &Material, plan: &Plan<'_>, tree: &SourceTree) -> Checked<Vec<OutputFile>> {
        let assets = material.theme.as_ref().map(Theme::assets).unwrap_or_default();
        self.carried.carry(assets, &plan.attachments, &material.ready, tree)
    }

    /// The lock of `tree` as it would be now, after withdrawals. Errors are those of a build, and not given again.
    pub fn published(&mut self, tree: &SourceTree, options: &Options) -> Lock {
        let analysis = self.analyse(tree, options).value;
        let public = graph::publish(&analysis.site, &analysis.settings, options.audience).value;
        lock::published(&public)
    }

    /// Reads and links all documents of `tree`.
    pub fn analyse(&mut self, tree: &SourceTree, options: &Options) -> Checked<Analysis> {
        self.analyse_watched(tree, options, &Unwatched)
    }

    fn analyse_watched(&mut self, tree: &SourceTree, options: &Options, watch: &dyn Watch) -> Checked<Analysis> {
        watch.begins(Stage::Parse);
        let mut diagnostics = Vec::new();
        let mut config = tree
            .get("dossier.toml")
            .map(config::parse)
            .map_or_else(Config::default, |read| read.collect_into(&mut diagnostics));
        config.base_url = options.base_url.clone().or(config.base_url);
        let settings = Settings::new(config.language.clone(), &config.roles);
        let (markdown, others): (Vec<_>, Vec<_>) = tree.below("content").partition(|file| is_markdown(file));
        let (translations, markdown) = translations::among(markdown, tree, &config).collect_into(&mut diagnostics);
        let (read, parsed) =
            self.parsed.remember(&markdown, |file| key(file, &settings), |file| parse(file, &settings));
        let documents: Vec<_> = read.iter().filter_map(|checked| checked.value.clone()).collect();
        let copies = graph::copies::markdown_copies(&documents, markdown.iter().map(|file| file.path.clone()));
        let documents: Vec<_> = documents.into_iter().filter(|document| !copies.contains(&document.path)).collect();
        let of_documents = markdown.iter().zip(&read).filter(|(file, _)| !copies.contains(&file.path));
        diagnostics.extend(of_documents.flat_map(|(_, checked)| checked.diagnostics.iter().cloned()));
        watch.begins(Stage::Resolve);
        let files = Files::new(others.into_iter().map(|file| file.path.clone()).chain(copies));
        let site = graph::resolve(&documents, &files).collect_into(&mut diagnostics);
        watch.begins(Stage::Parse);
        let (told, parsed_too) = self.translated.remember(
            &translations,
            |pair| translated::key(pair.main, pair.own, &pair.language, &settings, options.audience.drafts),
            |pair| pair.parse(&settings, options.audience.drafts),
        );
        watch.begins(Stage::Resolve);
        diagnostics.extend(told.iter().flat_map(|checked| checked.diagnostics.iter().cloned()));
        let translated = translations::sites(&config, &site, &documents, &translations, &told, &files);
        let translated = translated.collect_into(&mut diagnostics);
        Checked::new(Analysis { config, settings, site, translated, parsed: parsed + parsed_too }, diagnostics)
    }

    /// The files of all pages, with the pictures that are to be drawn.
    fn render(
        &mut self,
        plan: &Plan<'_>,
        whole: &Whole,
        theme: &Theme,
        watch: &dyn Watch,
    ) -> Checked<(Built, Vec<(Route, Card)>)> {
        let make = |planned: &Planned| plan.page(whole, planned);
        let key = |made: &Option<(Page, Option<(Route, Card)>)>| {
            Fingerprint::of(&(theme.fingerprint(), made.as_ref().map(|(page, card)| (&page.route, &page.view, card))))
        };
        let render = |made: &Option<(Page, Option<(Route, Card)>)>| {
            let (page, card) = made.as_ref()?;
            let began = watch.now();
            let file = theme.render(page).and_then(|file| theme.checked(page, file));
            watch.rendered(page.view.content.template(), &page.route, watch.now().saturating_sub(began));
            Some((file, card.clone()))
        };
        let (results, rendered) = self.rendered.remember_made(&whole.pages, make, key, render);
        let mut failures = Vec::new();
        let mut files = Vec::new();
        let mut cards = Vec::new();
        for (result, card) in results.iter().filter_map(|result| result.as_ref().as_ref()) {
            cards.extend(card.clone());
            match result {
                Ok(file) => files.push(file.clone()),
                Err(diagnostics) => failures.extend(diagnostics.iter().cloned()),
            }
        }
        let counts = Counts { pages: whole.pages.len(), rendered, ..Counts::default() };
        Checked::new((Built { files, counts, ..Built::default() }, cards), each_once(failures))
    }
}

/// What the author committed as published; nothing where there is no lock, or one that cannot be read.
pub fn locked(tree: &SourceTree) -> Checked<Option<Locked>> {
    let file = tree.get(lock::NAME).and_then(|file| Some((file.id, file.as_text()?)));
    file.map_or(Checked::clean(None), |(id, text)| lock::read(id, text))
}

fn is_markdown(file: &SourceFile) -> bool {
    file.as_text().is_some() && file.path.as_str().to_ascii_lowercase().ends_with(".md")
}

fn key(file: &SourceFile, settings: &Settings) -> Fingerprint {
    document::parse::key(&file.path, file.as_text().map_or("", |text| text), settings)
}

fn parse(file: &SourceFile, settings: &Settings) -> Checked<Option<Arc<Document>>> {
    let text = file.as_text().map_or("", |text| text);
    let Checked { value, diagnostics } = document::parse(&file.path, text, settings);
    Checked::new(value.map(Arc::new), diagnostics)
}

/// A fault in a template fails on many pages: it is reported for the first of them, with the number of the others.
fn each_once(mut failures: Vec<Diagnostic>) -> Vec<Diagnostic> {
    failures.par_sort_by(|a, b| (a.span, a.code, &a.message, &a.page).cmp(&(b.span, b.code, &b.message, &b.page)));
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    for failure in failures {
        match kept.last_mut() {
            Some((first, others))
                if (first.span, first.code, &first.message) == (failure.span, failure.code, &failure.message) =>
            {
                *others += 1;
            }
            _ => kept.push((failure, 0)),
        }
    }
    kept.into_iter()
        .map(|(mut failure, others)| {
            if let (Some(page), true) = (&mut failure.page, others > 0) {
                let plural = if others == 1 { "page" } else { "pages" };
                *page = format!("{page} and {others} other {plural}");
            }
            failure
        })
        .collect()
}
