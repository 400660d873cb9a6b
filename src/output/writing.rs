//! A site that is written while it is made: what the old site has too is carried over, all else goes to a stage beside it, and the manifest is
//! drawn up on the way. Knows files as they come, in any order and from any thread; nobody sees one before the last is stored.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::cache::{Cache, MadeOf, Whole};
use super::disk::{Disk, RealDisk};
use super::failure::WriteError;
use super::lock::Lock;
use super::manifest::{Hash, MANIFEST, Manifest};
use super::old::Before;
use super::plan::{MARKER, MARKER_TEXT, refuse_files_as_folders};
use super::spare::{self, Spare};
use super::stage::Stage;
use super::target::Target;
use super::write::{Options, Written, put};
use super::{last, leftovers};
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::fold::path_key;
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;

/// A site on its way to a folder, which nobody else writes to meanwhile. Dropped before it is finished, it leaves everything as it was.
pub struct Writing<'d> {
    disk: &'d dyn Disk,
    target: Target,
    before: Before,
    state: Mutex<State>,
    stage: Mutex<Option<Arc<Stage<'d>>>>,
    program: Option<Fingerprint>,
    spare_from: usize,
    /// What the build before noted.
    cache: Cache,
    _lock: Lock,
}

/// What is known of the files that came so far.
#[derive(Default)]
struct State {
    /// Their paths, by what they are on systems that tell fewer letters apart.
    paths: BTreeMap<String, String>,
    manifest: BTreeMap<String, Hash>,
    /// Those that the old site has too.
    same: BTreeSet<String>,
    /// Of what they were made, by the fingerprints of their paths.
    made_of: BTreeMap<Fingerprint, (MadeOf, Hash)>,
    /// What ended the writing; whatever comes after it is let go.
    failure: Option<WriteError>,
}

impl Writing<'static> {
    /// Begins to make `target` hold a new site. Nothing is written before a file comes that the old site does not have.
    ///
    /// # Errors
    /// When `target` holds anything that is not a site of ours, is a place where none may be, another build does not let go of it,
    /// or the disk refuses.
    pub fn begin(target: &Path, options: &Options) -> Result<Self, WriteError> {
        Self::begin_on(&RealDisk, target, options)
    }
}

impl<'d> Writing<'d> {
    pub(super) fn begin_on(disk: &'d dyn Disk, target: &Path, options: &Options) -> Result<Self, WriteError> {
        let target = Target::check(target, options)?;
        fs::create_dir_all(&target.parent).map_err(WriteError::disk("create", &target.parent))?;
        let lock = Lock::take(&target, options.wait)?;
        leftovers::clear(disk, &target)?;
        let before = Before::look(&target)?;
        if !before.exists {
            // Who has removed a site wants it gone.
            spare::remove(disk, &target)?;
        }
        let state = Mutex::new(State { paths: own_paths(), ..State::default() });
        let Options { program, spare_from, .. } = *options;
        let cache = program.map(|program| Cache::read(&target.cache(), program)).unwrap_or_default();
        Ok(Self { disk, target, before, state, stage: Mutex::default(), program, spare_from, cache, _lock: lock })
    }

    /// How many pages the site has that stands at the target, when it was made of what has this key, every byte of it is as it was written, and
    /// `is_clean` says so of each of its files.
    pub fn stands(&self, key: Fingerprint, is_clean: impl Fn(&OutputFile) -> bool + Sync) -> Option<(usize, Written)> {
        let whole = self.cache.site.filter(|whole| whole.key == key)?;
        let manifest = self.before.listed(whole.manifest)?;
        let files: Vec<(&str, Hash)> = manifest.files().collect();
        let is_good = |(name, hash): &(&str, Hash)| {
            let bytes = self.before.read(name, *hash);
            let route = Route::file(name).ok();
            let file = bytes.zip(route).map(|(bytes, route)| OutputFile {
                media_type: MediaType::of_file_name(name),
                route,
                bytes,
            });
            *name == MARKER || file.is_some_and(|file| is_clean(&file))
        };
        let is_whole = files.par_iter().all(is_good) && self.before.has(MARKER, MARKER_TEXT.as_bytes());
        is_whole.then(|| (whole.pages, Written { written: 0, unchanged: files.len() - 1, removed: 0 }))
    }

    /// The file at `route`, when the build before made it of what has this key and every byte is as it was written. It is then part of the
    /// new site.
    pub fn keep(&self, route: &Route, made_of: MadeOf) -> Option<OutputFile> {
        self.kept(route, |before| (before.key == made_of.key).then_some(made_of))
    }

    /// As [`Self::keep`], when all that that follows from has this fingerprint.
    pub fn keep_from(&self, route: &Route, inputs: Fingerprint) -> Option<OutputFile> {
        self.kept(route, |before| (before.inputs == Some(inputs)).then_some(before))
    }

    /// Keeps all files that the build before made together of what has the fingerprint `inputs`; `look` sees each. Their addresses, each with
    /// whether search engines are asked to leave it alone. Nothing, and none is kept, when it made none, or a byte of one is not as it was
    /// written.
    pub fn keep_all(&self, inputs: Fingerprint, look: impl Fn(&OutputFile) + Sync) -> Option<Vec<(Route, bool)>> {
        let is_one = |(_, (made_of, _)): &(&Fingerprint, &(MadeOf, Hash))| made_of.inputs == Some(inputs);
        let made: BTreeMap<_, _> = self.cache.files.iter().filter(is_one).collect();
        let names = self.before.names().filter_map(|name| Some((name, *made.get(&Fingerprint::of(name))?)));
        let names: Vec<(&str, &(MadeOf, Hash))> = names.collect();
        if made.is_empty() || names.len() != made.len() {
            return None;
        }
        let read = |(name, (made_of, hash)): &(&str, &(MadeOf, Hash))| {
            let bytes = self.before.read(name, *hash)?;
            let file = OutputFile { route: Route::parse(name).ok()?, media_type: MediaType::of_file_name(name), bytes };
            look(&file);
            Some((file.route, made_of.is_unlisted))
        };
        let kept: Vec<(Route, bool)> = names.par_iter().map(read).collect::<Option<_>>()?;
        for (name, (made_of, hash)) in names {
            self.note(self.reserve(name).map(|_| self.enter(name, *hash, true, Some(*made_of))));
        }
        Some(kept)
    }

    /// The file at `route`, when `now` knows of what it is made now, from what it was made of before.
    fn kept(&self, route: &Route, now: impl Fn(MadeOf) -> Option<MadeOf>) -> Option<OutputFile> {
        let path = route.output_path();
        let (before, hash) = self.cache.files.get(&Fingerprint::of(&path))?;
        let made_of = now(*before)?;
        let bytes = self.before.read(&path, *hash)?;
        let file = OutputFile { route: route.clone(), media_type: MediaType::of_file_name(&path), bytes };
        self.note(self.reserve(&path).map(|_| self.enter(&path, *hash, true, Some(made_of))));
        Some(file)
    }

    /// Takes the next file, with what it was made of where that is known. What goes wrong is told by [`Self::finish`].
    pub fn take(&self, file: &OutputFile, made_of: Option<MadeOf>) {
        let path = file.route.output_path();
        let put = |is_wanted| if is_wanted { self.put(&path, &file.bytes, made_of) } else { Ok(()) };
        self.note(self.reserve(&path).and_then(put));
    }

    fn note(&self, done: Result<(), WriteError>) {
        if let Err(failure) = done {
            self.state().failure.get_or_insert(failure);
        }
    }

    /// Whether the file at `path` is still wanted; from here on none other may have its place.
    fn reserve(&self, path: &str) -> Result<bool, WriteError> {
        let mut state = self.state();
        match state.paths.insert(path_key(path), path.to_owned()) {
            Some(first) => Err(WriteError::Collision { first, second: path.to_owned() }),
            None => Ok(state.failure.is_none()),
        }
    }

    fn put(&self, path: &str, bytes: &[u8], made_of: Option<MadeOf>) -> Result<(), WriteError> {
        let is_same = self.before.has(path, bytes);
        if !is_same {
            let Some(stage) = self.stage() else { return Ok(()) };
            stage.add(path, bytes)?;
        }
        self.enter(path, Hash::of(bytes), is_same, made_of);
        Ok(())
    }

    fn enter(&self, path: &str, hash: Hash, is_same: bool, made_of: Option<MadeOf>) {
        let mut state = self.state();
        state.manifest.insert(path.to_owned(), hash);
        if is_same {
            state.same.insert(path.to_owned());
        }
        if let Some(made_of) = made_of {
            state.made_of.insert(Fingerprint::of(path), (made_of, hash));
        }
    }

    /// Puts the new site in the place of the old one, in one step. When they are the same, nothing is written. `site` is of what all of it was
    /// made, and how many pages it has.
    ///
    /// # Errors
    /// When two files are one on some system, something stands at the target that no build put there, or the disk refused at any time.
    /// The old site then stands untouched, but for [`WriteError::NotConfirmed`] and [`WriteError::OldRemains`].
    pub fn finish(self, site: Option<(Fingerprint, usize)>) -> Result<Written, WriteError> {
        let State { paths, mut manifest, same, made_of, failure } = std::mem::take(&mut *self.state());
        refuse_files_as_folders(&paths)?;
        failure.map_or(Ok(()), Err)?;
        self.before.refuse_foreign(|name| same.contains(name))?;
        let written = manifest.len() - same.len();
        let removed = self.before.without(|name| name == MANIFEST || name == MARKER || manifest.contains_key(name));
        manifest.insert(MARKER.to_owned(), Hash::of(MARKER_TEXT.as_bytes()));
        let text = manifest.iter().map(|(path, hash)| (path.clone(), *hash)).collect::<Manifest>().to_string();
        let is_framed = self.before.has(MARKER, MARKER_TEXT.as_bytes()) && self.before.has(MANIFEST, text.as_bytes());
        if written > 0 || removed > 0 || !is_framed {
            let mut is_shared = false;
            let make = || {
                let made = self.complete(&manifest, &same, &text)?;
                is_shared = made.is_shared();
                Ok(made.path().to_owned())
            };
            let replaced = put(self.disk, &self.target, self.before.exists, make);
            // What stands where the stage was is the old site now, or was put away already.
            *self.stage.lock().unwrap_or_else(PoisonError::into_inner) = None;
            if let Some(path) = replaced? {
                let is_kept = is_shared && same.len() >= self.spare_from;
                self.put_away(&path, is_kept.then_some(&same))
                    .map_err(|cause| WriteError::OldRemains { path, cause })?;
            }
            last::note(&self.target.path);
        }
        let site = site.map(|(key, pages)| Whole { key, pages, manifest: Hash::of(text.as_bytes()) });
        let cache = Cache { site, files: made_of };
        if let Some(program) = self.program.filter(|_| cache != self.cache) {
            cache.write(&self.target.cache(), program);
        }
        Ok(Written { written, unchanged: same.len(), removed })
    }

    /// Makes a folder that holds all of the new site: the one that was kept, where more stays than is new, or else the stage.
    fn complete(
        &self,
        manifest: &BTreeMap<String, Hash>,
        same: &BTreeSet<String>,
        text: &str,
    ) -> Result<Arc<Stage<'d>>, WriteError> {
        let stage = self.begun(&mut self.stage.lock().unwrap_or_else(PoisonError::into_inner))?;
        if let Some(spare) = Spare::take(self.disk, &self.target)? {
            if same.len() >= self.spare_from && same.len() * 2 > manifest.len() {
                // What it does not make in the end is made without it: all of it stands in the stage and the old site.
                if let Ok(renewed) = self.renew(spare, &stage, manifest, same, text) {
                    return Ok(Arc::new(renewed));
                }
            }
            let path = self.target.renewed();
            leftovers::remove(self.disk, &path).map_err(WriteError::disk("remove", &path))?;
        }
        manifest
            .par_iter()
            .filter(|(name, _)| same.contains(*name))
            .try_for_each(|(name, hash)| stage.carry_over(name, &self.target.path.join(name), *hash))?;
        stage.add(MANIFEST, text.as_bytes())?;
        stage.store()?;
        Ok(stage)
    }

    /// Makes the folder that was kept hold all of the new site, of which `stage` has what is new.
    fn renew(
        &self,
        spare: Spare<'d>,
        stage: &Stage<'d>,
        manifest: &BTreeMap<String, Hash>,
        same: &BTreeSet<String>,
        text: &str,
    ) -> Result<Stage<'d>, WriteError> {
        let (renewed, standing) = spare.clear(&self.target.path, same)?;
        let missing = manifest.par_iter().filter(|(name, _)| *name != MARKER && !standing.contains(*name));
        missing.try_for_each(|(name, hash)| {
            if same.contains(name) {
                renewed.carry_over(name, &self.target.path.join(name), *hash)
            } else {
                renewed.take_over(name, &stage.path().join(name), *hash)
            }
        })?;
        renewed.add(MANIFEST, text.as_bytes())?;
        renewed.store()?;
        Ok(renewed)
    }

    /// Keeps the folder `old`, in which the site stood until now, with what is the `same` in the new one, where that is worth it; else removes
    /// it. What of the stage is no part of the new site is removed too.
    fn put_away(&self, old: &Path, same: Option<&BTreeSet<String>>) -> io::Result<()> {
        let stage = self.target.stage();
        if old != stage {
            leftovers::remove_ours(self.disk, &stage)?;
        }
        let kept = same.map(|same| spare::keep(self.disk, &self.target, old, self.before.everything(), same));
        match kept {
            Some(Ok(())) => Ok(()),
            _ => leftovers::remove(self.disk, old),
        }
    }

    /// The stage, which is made when it is first needed; nothing when something has failed by then, or this does: that is noted before
    /// another thread can come upon the half of a stage, and take it for the cause.
    fn stage(&self) -> Option<Arc<Stage<'d>>> {
        let mut stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        if stage.is_none() && self.state().failure.is_none() {
            self.note(self.begun(&mut stage).map(drop));
        }
        stage.clone()
    }

    /// The stage, which is made when there is none.
    fn begun(&self, stage: &mut Option<Arc<Stage<'d>>>) -> Result<Arc<Stage<'d>>, WriteError> {
        if let Some(stage) = stage {
            return Ok(Arc::clone(stage));
        }
        let made = Arc::new(Stage::begin(self.disk, &self.target.stage())?);
        *stage = Some(Arc::clone(&made));
        Ok(made)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Writing<'_> {
    fn drop(&mut self) {
        if self.stage.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
            // What cannot be removed now is removed by the next build.
            let _ = leftovers::remove_ours(self.disk, &self.target.stage());
        }
    }
}

/// The paths of the files that are added to every site.
fn own_paths() -> BTreeMap<String, String> {
    [MARKER, MANIFEST].map(|name| (path_key(name), name.to_owned())).into()
}
