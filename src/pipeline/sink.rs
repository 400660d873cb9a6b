//! Where finished files go, one by one, as they are made. Knows files and keys, not how they are made.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::output::MadeOf;

/// Takes the files of a site, in any order and from any thread.
pub trait Sink: Sync {
    /// Of all that the pages of this site are made of together, for those who know it from an earlier build.
    fn shape(&self) -> Option<Fingerprint> {
        None
    }

    /// Whether the file at `route` that is made of this is there from an earlier build. It is then part of the site, and is not made again.
    fn has(&self, route: &Route, made_of: MadeOf) -> bool;

    /// As [`Self::has`], by what all that follows from alone.
    fn has_from(&self, _: &Route, _: Fingerprint) -> bool {
        false
    }

    /// As [`Self::has_from`], for all files that were made together of what has the fingerprint `inputs`: all of them are there, or it is as
    /// if none were. Their addresses, each with whether search engines are asked to leave it alone.
    fn has_all(&self, _: Fingerprint) -> Option<Vec<(Route, bool)>> {
        None
    }

    /// Takes a file, with what it was made of where that is known.
    fn take(&self, made_of: Option<MadeOf>, file: OutputFile);
}

/// Lets every file go: for those who only want to know what is wrong.
#[derive(Debug, Clone, Copy)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn has(&self, _: &Route, _: MadeOf) -> bool {
        false
    }

    fn take(&self, _: Option<MadeOf>, _: OutputFile) {}
}

/// Keeps every file in memory, and those of one build for the next.
#[derive(Default)]
pub struct Collected {
    known: HashMap<Fingerprint, OutputFile>,
    taken: Mutex<Vec<(Option<Fingerprint>, OutputFile)>>,
}

impl Collected {
    /// The files that came since the last call, by address.
    pub fn files(&mut self) -> Vec<OutputFile> {
        let mut taken = std::mem::take(self.taken.get_mut().unwrap_or_else(PoisonError::into_inner));
        taken.sort_by(|(_, a), (_, b)| a.route.cmp(&b.route));
        self.known = taken.iter().filter_map(|(key, file)| Some(((*key)?, file.clone()))).collect();
        taken.into_iter().map(|(_, file)| file).collect()
    }

    fn push(&self, key: Option<Fingerprint>, file: OutputFile) {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).push((key, file));
    }
}

impl Sink for Collected {
    fn has(&self, route: &Route, made_of: MadeOf) -> bool {
        let known = self.known.get(&made_of.key).filter(|file| file.route == *route);
        known.inspect(|file| self.push(Some(made_of.key), (*file).clone())).is_some()
    }

    fn take(&self, made_of: Option<MadeOf>, file: OutputFile) {
        self.push(made_of.map(|made_of| made_of.key), file);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::output_file::MediaType;

    #[test]
    fn what_was_made_for_the_last_build_is_there_and_nothing_older() {
        let (a, b) = (Route::parse("/a/").unwrap(), Route::parse("/b/").unwrap());
        let file =
            |route: &Route| OutputFile { route: route.clone(), media_type: MediaType::HTML, bytes: b"x"[..].into() };
        let key = MadeOf::from(Fingerprint::of("a"));
        let mut collected = Collected::default();
        assert!(!collected.has(&a, key));
        collected.take(None, file(&b));
        collected.take(Some(key), file(&a));
        assert_eq!(collected.files(), [file(&a), file(&b)]);
        assert!(collected.has(&a, key) && !collected.has(&b, key) && !collected.has(&a, Fingerprint::of("b").into()));
        assert_eq!(collected.files(), [file(&a)]);
        assert_eq!(collected.files(), []);
        assert!(!collected.has(&a, key));
    }
}
