//! `publish --rollback`: an earlier release in the place of the one that stands. Knows that what was withdrawn since does not come back unasked, and
//! that the content need not be without fault for it; `dossier.lock` stays, as what was published has been published.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::Context;

use super::difference::{Difference, Documents, differences};
use super::{Chosen, Name, Wish, choose, files_of, gone, new_names, none, refused};
use crate::command::build::{Outcome, searched};
use crate::command::leaks;
use crate::command::refusal::Refusal;
use crate::graph::publish::taken_out;
use crate::output::{self, Held, Place};
use crate::pages::lock::{Address, Lock};
use crate::pipeline::{self, Built, Options, Pipeline};
use crate::source::protected::Protected;

/// A release that would be gone back to.
#[derive(Debug)]
pub struct Return {
    /// The name of the folder in `dossier.toml`.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// The release.
    pub number: u64,
    /// The release that stands, when it is one.
    pub live: Option<u64>,
    /// How the files differ from those that stand.
    pub differences: Vec<Difference>,
    /// Names of people that do not stand there now.
    pub names: Vec<Name>,
    /// Why it must not be gone back to; each a sentence.
    pub refusals: Vec<String>,
    held: Option<Held>,
}

/// Looks at the release that is `steps` before the one that stands. There is nothing to go back to when it holds a name that must not be published.
///
/// # Errors
/// When the site cannot be read, no folder is meant, or so many releases are not kept; or when a byte of the release is not what was published.
pub fn plan(
    writing: &output::Options,
    wish: &Wish,
    steps: usize,
    options: &Options,
) -> anyhow::Result<Outcome<Return>> {
    let root = &writing.root;
    let Chosen { tree, config, destination, .. } = match choose(root, wish.name.as_deref())? {
        Ok(chosen) => chosen,
        Err(wrong) => return Ok(none(*wrong)),
    };
    let folder = root.join(&destination.folder);
    let held = (!wish.is_dry).then(|| Held::open(&folder, writing)).transpose().context("nothing was changed")?;
    let looked = match &held {
        Some(_) => None,
        None => Some(Place::look(&folder, writing)?),
    };
    let place = held.as_ref().map(Held::place).or(looked.as_ref()).context("the folder was not looked at")?;
    let number = earlier(place, steps)?;
    let record = place.record(number).context("the release has no note")?;
    let (manifest, files) = place.release(number).context("nothing was changed")?;

    let analysis = Pipeline::default().analyse(&tree, options).value;
    let mut out = taken_out(&analysis.site, options.audience);
    for (_, site) in &analysis.translated {
        out.add(taken_out(site, options.audience));
    }
    let protected = Protected::read(root)?;
    let diagnostics = leaks::find(&Built { files, taken_out: out, ..Built::default() }, &tree, &protected)?;

    let standing = place.last();
    let standing_lock = standing.map(gone::lock_of).transpose()?;
    let own = pipeline::locked(&tree).value.map(|locked| locked.lock);
    let now: Vec<&Lock> = standing_lock.iter().chain(&own).collect();
    let names: BTreeSet<Name> = standing.map(|record| record.names.clone()).unwrap_or_default();
    let withdrawn: Vec<Address> = gone::withdrawn_since(record, &now, &names)?
        .into_iter()
        .filter(|address| !wish.bring_back.contains(address))
        .collect();
    let mut refusals = refused::by_hand(place, wish.may_overwrite);
    if !withdrawn.is_empty() {
        refusals.push(format!(
            "release {number} would bring back what has been withdrawn since, or a name that is no longer given; if it is meant to come \
             back, name each with --bring-back:{}",
            refused::addresses(&withdrawn)
        ));
    }
    let then = gone::lock_of(record)?;
    let documents = Documents { locks: standing_lock.iter().chain([&then]).collect(), languages: &config.languages };
    let found = Return {
        name: destination.name,
        folder: place.folder().to_owned(),
        number,
        live: place.live(),
        differences: differences(&files_of(place), &manifest, &documents),
        names: new_names(record, standing),
        refusals,
        held,
    };
    Ok(searched(&tree, &protected, diagnostics, false, found))
}

/// Goes back to the release. `dossier.lock` is left as it is.
///
/// # Errors
/// When it was a look only or is refused, or the disk refuses.
pub fn go_back(found: &mut Return) -> anyhow::Result<()> {
    anyhow::ensure!(found.refusals.is_empty(), "a refused release is not gone back to");
    let held = found.held.as_mut().context("only a look was taken")?;
    held.go_back(found.number).context("the release was not gone back to")
}

/// The release that is `steps` before the one that stands.
fn earlier(place: &Place, steps: usize) -> Result<u64, Refusal> {
    let earlier = place.earlier();
    steps.checked_sub(1).and_then(|at| earlier.get(at)).copied().ok_or_else(|| {
        let folder = place.folder().display();
        let numbers: Vec<String> = earlier.iter().map(u64::to_string).collect();
        Refusal(match numbers.as_slice() {
            [] => format!("no earlier release of `{folder}` is kept, so there is nothing to go back to"),
            [only] => {
                format!("one earlier release of `{folder}` is kept, release {only}; `--rollback` goes back to it")
            }
            all => format!("{} earlier releases of `{folder}` are kept: {}", all.len(), all.join(", ")),
        })
    })
}
