//! The whole build in order. Knows the stages and what is remembered between two builds; each stage knows the rest.

mod ahead;
mod cards;
mod carried;
mod copies;
mod live;
mod material;
mod memo;
mod parsed;
mod press;
mod sink;
mod themes;
mod translations;
mod watch;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::document::kind::Kind;
use crate::document::{Document, Settings, translated};
use crate::foundation::date::Moment;
use crate::foundation::diagnostic::{Checked, Diagnostic};
use crate::foundation::language::Language;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::graph::files::Files;
use crate::graph::publish::{Audience, Embargoes, TakenOut, embargoes, taken_out};
use crate::graph::{self, Site};
use crate::output::MadeOf;
use crate::pages::lock::{self, Lock, Locked};
use crate::pages::named::Named;
use crate::pages::{self, Away, Library, Plan, Translated};
use crate::source::config::{self, BaseUrl, Config};
use crate::source::copies::{Copies, InMemory};
use crate::source::tree::{SourceFile, SourcePath, SourceTree};
use crate::theme::Theme;
use cards::Easel;
use carried::CarriedMemo;
use copies::CopyMemo;
use memo::Memo;
use parsed::Parsed;
use press::{Done, Press, each_once};
use sink::Collected;
use themes::ThemeMemo;

pub use ahead::Ahead;
pub use live::Live;
pub use material::Material;
pub use sink::{Nowhere, Sink};
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

/// A build's memory: what has been parsed and rendered before and may come again.
#[derive(Default)]
pub struct Pipeline {
    parsed: Parsed,
    /// What was linked before; nothing where there is no next time.
    linked: Option<graph::Memory>,
    translated: Memo<Checked<Option<Arc<Document>>>>,
    copies: CopyMemo,
    /// The entries of lists of sources.
    library: Library,
    made: Collected,
    carried: CarriedMemo,
    themes: ThemeMemo,
}

/// All that is known of a site before pages are planned, drafts and all.
pub struct Analysis {
    /// The configuration, with the options' base address.
    pub config: Config,
    /// What decides how files are read.
    pub settings: Settings,
    /// What was read, in the order of the paths, without translations.
    pub documents: Vec<Arc<Document>>,
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
    /// The finished files, by address; none where they went elsewhere.
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
    /// How many pages of documents were planned; of the others it was known before that nothing on them is other than it was.
    pub planned: usize,
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
    /// For who builds one site again and again, as it is edited: what an edit leaves as it was is not linked anew.
    #[must_use]
    pub fn for_preview() -> Self {
        Self { linked: Some(graph::Memory::default()), ..Self::default() }
    }

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
        let mut made = std::mem::take(&mut self.made);
        let mut built = self.finish(&material, tree, &made, watch).collect_into(&mut diagnostics);
        built.files = made.files();
        self.made = made;
        Checked::new(built, diagnostics)
    }

    /// Forgets the texts that were read: for who builds once.
    pub fn forget_texts(&mut self) {
        self.parsed = Parsed::default();
        self.translated = Memo::default();
    }

    /// All that is wrong with the site of `tree`, whose files nobody wants.
    pub fn check(&mut self, tree: &SourceTree, options: &Options, copies: &dyn Copies) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let material = self.prepare(tree, options, copies, &Unwatched).collect_into(&mut diagnostics);
        self.finish(&material, tree, &Nowhere, &Unwatched).collect_into(&mut diagnostics);
        diagnostics
    }

    /// Makes the files of the site that `material` was made for, each of which goes to `sink` as soon as it is there.
    pub fn finish(
        &mut self,
        material: &Material,
        tree: &SourceTree,
        sink: &dyn Sink,
        watch: &dyn Watch,
    ) -> Checked<Built> {
        let mut diagnostics = Vec::new();
        watch.begins(Stage::Plan);
        let plan = material.plan(&mut self.library).collect_into(&mut diagnostics);
        let press =
            Press { theme: material.theme.as_ref(), easel: Easel::default(), sink, watch, done: Mutex::default() };
        watch.begins(Stage::Render);
        let shape = sink.shape();
        let whole = plan.stream(&Away {
            page: &|page, together| press.page(page, together),
            file: &|file, together| sink.take(together.map(MadeOf::together), file),
            shape,
            has_all: &|together| sink.has_all(together),
        });
        watch.begins(Stage::Files);
        let carried = self.carried(material, &plan, tree).collect_into(&mut diagnostics);
        carried.into_par_iter().for_each(|file| sink.take(None, file));
        whole.cards.par_iter().for_each(|card| press.card(card));
        watch.begins(Stage::Render);
        let planned_anew = AtomicUsize::new(0);
        whole.pages.par_iter().for_each(|planned| {
            let inputs = shape.and_then(|shape| press.inputs(plan.inputs(planned, shape)?));
            if inputs.is_some_and(|inputs| sink.has_from(&planned.route, inputs)) {
                press.cards(plan.card(planned));
            } else if let Some((page, card)) = plan.page(&whole, planned) {
                planned_anew.fetch_add(planned.is_of_document().into(), Ordering::Relaxed);
                press.cards(card);
                press.page(&page, inputs);
            }
        });
        let Done { rendered, failures } = press.done.into_inner().unwrap_or_else(PoisonError::into_inner);
        diagnostics.extend(each_once(failures));
        watch.begins(Stage::Publish);
        let built = material.built();
        let counts = Counts { pages: whole.pages.len(), rendered, ..built.counts };
        let built = Built { attachments: plan.attachments, counts, planned: planned_anew.into_inner(), ..built };
        Checked::new(built, diagnostics)
    }

    /// The site of `tree`, whose pages are made when they are asked for; nothing without a theme. What is wrong with a page shows
    /// only when it is made.
    pub fn live(&mut self, tree: &Arc<SourceTree>, options: &Options, copies: &dyn Copies) -> Checked<Option<Live>> {
        let mut diagnostics = Vec::new();
        let material = self.prepare(tree, options, copies, &Unwatched).collect_into(&mut diagnostics);
        let live = Live::new(material, self, tree).collect_into(&mut diagnostics);
        Checked::new(live, diagnostics)
    }

    /// Reads, links and looks into all that the pages of `tree` are made from; `watch` is told where the time goes.
    pub fn prepare(
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
        let public = match &mut self.linked {
            Some(linked) => linked.publish(&analysis.site, &analysis.settings, options.audience),
            None => shared(graph::publish(&analysis.site, &analysis.settings, options.audience)),
        };
        let public = public.collect_into(&mut diagnostics);
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
        let sites = std::iter::once(&*public).chain(translated.iter().map(|other| &other.site));
        let mut used = pages::used(sites).collect_into(&mut diagnostics);
        let ready = self.carried.ready(&used.paths, tree, copies).collect_into(&mut diagnostics);
        ready.describe(&mut used);
        let Analysis { config, documents, parsed, .. } = analysis;
        let material = Material {
            config,
            documents,
            public,
            translated,
            messages,
            theme,
            locked,
            used,
            ready,
            taken_out,
            embargoes,
            parsed,
        };
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
        let settings = settings(&config);
        let (markdown, others): (Vec<_>, Vec<_>) = tree.below("content").partition(|file| is_markdown(file));
        let (translations, markdown) = translations::among(markdown, tree, &config).collect_into(&mut diagnostics);
        let (read, parsed) = self.parsed.remember(&markdown, &settings);
        let documents: Vec<_> = read.iter().filter_map(|checked| checked.value.clone()).collect();
        let copies = graph::copies::markdown_copies(&documents, markdown.iter().map(|file| file.path.clone()));
        let documents: Vec<_> = documents.into_iter().filter(|document| !copies.contains(&document.path)).collect();
        let of_documents = markdown.iter().zip(&read).filter(|(file, _)| !copies.contains(&file.path));
        diagnostics.extend(of_documents.flat_map(|(_, checked)| checked.diagnostics.iter().cloned()));
        watch.begins(Stage::Resolve);
        let files = Files::new(others.into_iter().map(|file| file.path.clone()).chain(copies));
        let site = match &mut self.linked {
            Some(linked) => linked.resolve(&documents, files.clone()),
            None => graph::resolve(&documents, &files),
        };
        let site = site.collect_into(&mut diagnostics);
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
        Checked::new(
            Analysis { config, settings, documents, site, translated, parsed: parsed + parsed_too },
            diagnostics,
        )
    }
}

/// What the author committed as published; nothing where there is no lock, or one that cannot be read.
pub fn locked(tree: &SourceTree) -> Checked<Option<Locked>> {
    let file = tree.get(lock::NAME).and_then(|file| Some((file.id, file.as_text()?)));
    file.map_or(Checked::clean(None), |(id, text)| lock::read(id, text))
}

/// What of `config` decides how files are read.
fn settings(config: &Config) -> Settings {
    Settings::new(config.language.clone(), &config.roles)
}

/// Whether a document is read from `file`, where it stands below `content/`.
#[must_use]
pub fn is_markdown(file: &SourceFile) -> bool {
    file.is_text() && file.path.as_str().to_ascii_lowercase().ends_with(".md")
}

fn shared<T>(checked: Checked<T>) -> Checked<Arc<T>> {
    Checked::new(Arc::new(checked.value), checked.diagnostics)
}
