//! `publish`: a site to one of the folders of `dossier.toml`, and then `dossier.lock`. Knows what must be said before anything is sent, and what refuses
//! it; prints nothing.

mod choose;
mod difference;
mod gone;
mod refused;
pub mod rollback;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context;

pub use difference::{Difference, What};
pub use gone::Name;

use super::build::{Outcome, is_refused, outcome, searched};
use super::{clock, leaks, lock};
use crate::foundation::diagnostic::{Checked, Diagnostic, has_errors};
use crate::graph::publish::Embargoes;
use crate::output::{self, Held, Manifest, Place, Ready, Record, Written};
use crate::pages::lock::{Address, Lock};
use crate::pipeline::{self, Options, Pipeline, Stage, Watch};
use crate::source::config::{self, Config, Destination};
use crate::source::copies::OnDisk;
use crate::source::protected::Protected;
use crate::source::tree::SourceTree;
use crate::source::{self, Limits};
use difference::Documents;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// The name of the folder in `dossier.toml`; none where there is only one.
    pub name: Option<String>,
    /// Whether to look only.
    pub is_dry: bool,
    /// Whether what was changed by hand may be overwritten.
    pub may_overwrite: bool,
    /// Pages of another state that may disappear.
    pub remove: Vec<Address>,
    /// What was withdrawn and may come back.
    pub bring_back: Vec<Address>,
    /// Whether earlier releases are removed.
    pub forget: bool,
    /// Where the moment comes from.
    pub clock: Clock,
}

/// Where the moment of a publication comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// This computer, whose clock may have been set back.
    #[default]
    OfComputer,
    /// Somebody typed it.
    Typed,
}

/// What would be published, and how it differs from what stands.
#[derive(Debug)]
pub struct Publication {
    /// The name of the folder in `dossier.toml`.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// The number of the release.
    pub number: u64,
    /// The number of the release that stands, when it is one.
    pub live: Option<u64>,
    /// How the files differ.
    pub differences: Vec<Difference>,
    /// Names of people that appear for the first time.
    pub names: Vec<Name>,
    /// Why it must not be published; each a sentence.
    pub refusals: Vec<String>,
    /// What embargoes hold back.
    pub embargoes: Embargoes,
    /// The lock that is written afterwards.
    pub lock: lock::Planned,
    published: Lock,
    ready: Ready,
    record: Record,
    keep: usize,
    /// Nothing where only a look is taken.
    held: Option<Held>,
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The release that stands now.
    pub number: u64,
    /// The files that were written.
    pub written: Written,
    /// Earlier releases that are kept and hold what was withdrawn since.
    pub still: Vec<u64>,
    /// The folder in which they are.
    pub shelf: PathBuf,
    /// Whether git keeps the folder, and with it what was published before.
    pub is_in_git: bool,
}

/// The site and the folder that is meant.
struct Chosen {
    tree: SourceTree,
    config: Config,
    destination: Destination,
    diagnostics: Vec<Diagnostic>,
}

/// Reads the site in `root` and finds the folder that is called `name`; or what is wrong with `dossier.toml`.
fn choose(root: &Path, name: Option<&str>) -> anyhow::Result<Result<Chosen, Box<Outcome<()>>>> {
    let mut diagnostics = Vec::new();
    let tree = source::read(root, &Limits::default())?.collect_into(&mut diagnostics);
    let file = tree.get("dossier.toml");
    let read = file.map_or_else(|| Checked::clean(Config::default()), config::parse);
    match choose::destination(&read.value.publish, name) {
        Ok(destination) => Ok(Ok(Chosen { tree, config: read.value, destination, diagnostics })),
        Err(_) if has_errors(&read.diagnostics) => Ok(Err(Box::new(outcome(&tree, read.diagnostics, true, ())))),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Builds the site whose root `writing` names, and compares it with what stands in the folder that `wish` names. There is no publication when
/// the site has errors or warnings. Unless it is dry, the folder is held until the publication is dropped.
///
/// # Errors
/// When the site cannot be read, no folder is meant, or it cannot be published to.
pub fn plan(
    writing: &output::Options,
    wish: &Wish,
    options: &Options,
    watch: &dyn Watch,
) -> anyhow::Result<Outcome<Publication>> {
    let root = &writing.root;
    watch.begins(Stage::Read);
    let Chosen { tree, config, destination, mut diagnostics } = match choose(root, wish.name.as_deref())? {
        Ok(chosen) => chosen,
        Err(wrong) => return Ok(Outcome { sources: wrong.sources, diagnostics: wrong.diagnostics, value: None }),
    };
    let folder = root.join(&destination.folder);
    if wish.clock == Clock::OfComputer {
        diagnostics.extend(clock::set_back(&folder, options.audience.now));
    }
    let mut pipeline = Pipeline::default();
    let copies = OnDisk::new(root, options.program.as_deref());
    let built = pipeline.build_watched(&tree, options, &copies, watch).collect_into(&mut diagnostics);
    if is_refused(&diagnostics, true) {
        return Ok(none(outcome(&tree, diagnostics, true, ())));
    }
    watch.begins(Stage::Gate);
    let protected = Protected::read(root)?;
    diagnostics.extend(leaks::find(&built, &tree, &protected)?);
    if is_refused(&diagnostics, true) {
        return Ok(none(searched(&tree, &protected, diagnostics, true, ())));
    }
    let old = pipeline::locked(&tree).value.unwrap_or_default().lock;
    let mut new = pipeline.published(&tree, options);
    new.withdrawn.clone_from(&old.withdrawn);
    new.sort_withdrawn();
    let lock = lock::planned(&tree, &old, &new);

    watch.begins(Stage::Write);
    let ready = Ready::new(&built.files)?;
    let held = (!wish.is_dry).then(|| Held::open(&folder, writing)).transpose().context("nothing was published")?;
    let looked = match &held {
        Some(_) => None,
        None => Some(Place::look(&folder, writing).context("nothing would be published")?),
    };
    let place = held.as_ref().map(Held::place).or(looked.as_ref()).context("the folder was not looked at")?;
    let record = Record {
        manifest: ready.hash(),
        names: built.names.iter().map(|named| (named.page.address(), named.name.clone())).collect(),
        lock: lock.text.clone(),
    };
    let standing = place.last();
    let standing_lock = standing.map(gone::lock_of).transpose()?;
    let mut refusals = refused::by_hand(place, wish.may_overwrite);
    refusals.extend(standing_lock.iter().flat_map(|standing| refused::by_state(standing, &old, &new, wish)));
    let documents = Documents { locks: standing_lock.iter().chain([&new]).collect(), languages: &config.languages };
    let publication = Publication {
        name: destination.name,
        folder: place.folder().to_owned(),
        number: place.next(),
        live: place.live(),
        differences: difference::differences(&files_of(place), ready.manifest(), &documents),
        names: new_names(&record, standing),
        refusals,
        embargoes: built.embargoes,
        lock,
        published: new,
        ready,
        record,
        keep: if wish.forget { 0 } else { destination.keep },
        held,
    };
    Ok(outcome(&tree, diagnostics, true, publication))
}

/// Sends the site, and then writes `dossier.lock` into `root` where it is out of date.
///
/// # Errors
/// When the publication is a dry one or is refused, or the disk refuses.
pub fn send(root: &Path, publication: &mut Publication) -> anyhow::Result<Sent> {
    anyhow::ensure!(publication.refusals.is_empty(), "a refused publication is not sent");
    let Publication { held, ready, record, keep, lock, published, .. } = publication;
    let held = held.as_mut().context("a dry publication is not sent")?;
    let written = held.send(ready, record, *keep).context("the site was not published")?;
    if lock.is_outdated {
        lock::write(root, lock).context("the site is published, but not yet written down; run the command again")?;
    }
    let place = held.place();
    let mut still = Vec::new();
    for number in place.earlier() {
        let Some(kept) = place.record(number) else { continue };
        if !gone::withdrawn_since(kept, &[published], &record.names)?.is_empty() {
            still.push(number);
        }
    }
    let number = place.live().context("the release is not known")?;
    Ok(Sent { number, written, still, shelf: place.shelf().to_owned(), is_in_git: place.is_in_git() })
}

fn none<T>(found: Outcome<()>) -> Outcome<T> {
    Outcome { sources: found.sources, diagnostics: found.diagnostics, value: None }
}

/// The names in `new` that do not stand in `standing`.
fn new_names(new: &Record, standing: Option<&Record>) -> Vec<Name> {
    let known: BTreeSet<&str> =
        standing.iter().flat_map(|record| &record.names).map(|(_, name)| name.as_str()).collect();
    new.names.iter().filter(|(_, name)| !known.contains(name.as_str())).cloned().collect()
}

/// The files that stand.
fn files_of(place: &Place) -> Manifest {
    place.standing().manifest.clone().unwrap_or_default()
}
