//! All files that the new site will hold, with the marker and the manifest. Knows that no two of them may be one file; knows no disk.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::failure::WriteError;
use super::manifest::{Hash, MANIFEST, Manifest};
use crate::foundation::fold::path_key;
use crate::foundation::output_file::{Bytes, OutputFile};

/// The file by which a folder is known as ours.
pub const MARKER: &str = ".dossier-site";
/// What stands in it.
pub const MARKER_TEXT: &str = "This folder was made by dossier. The next build replaces everything in it.\n";

/// The new site.
#[derive(Debug)]
pub struct Plan {
    /// Every file by its path below the target.
    pub files: BTreeMap<String, Bytes>,
    /// The hash of every file but the manifest itself.
    pub manifest: Manifest,
}

impl Plan {
    /// The site of `files`.
    ///
    /// # Errors
    /// When two files have one path on some system, or a file has the path of a folder of another.
    pub fn of(files: &[OutputFile]) -> Result<Self, WriteError> {
        let mut keys: BTreeMap<String, String> = BTreeMap::new();
        let marker: Bytes = MARKER_TEXT.as_bytes().into();
        let mut all = vec![(MARKER.to_owned(), marker)];
        all.extend(files.iter().map(|file| (file.route.output_path(), file.bytes.clone())));
        let own = [MANIFEST.to_owned()];
        for path in own.iter().chain(all.iter().map(|(path, _)| path)) {
            if let Some(first) = keys.insert(path_key(path), path.clone()) {
                return Err(WriteError::Collision { first, second: path.clone() });
            }
        }
        refuse_files_as_folders(&keys)?;
        let hashes: Vec<(String, Hash)> = all.par_iter().map(|(path, bytes)| (path.clone(), Hash::of(bytes))).collect();
        let manifest: Manifest = hashes.into_iter().collect();
        all.push((MANIFEST.to_owned(), manifest.to_string().into_bytes().into()));
        Ok(Self { files: all.into_iter().collect(), manifest })
    }
}

/// Nothing, where no file has the path of a folder of another and each folder has one spelling; `files` are paths by their keys.
///
/// # Errors
/// When it is not so.
pub(super) fn refuse_files_as_folders(files: &BTreeMap<String, String>) -> Result<(), WriteError> {
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for path in files.values() {
        for (end, _) in path.match_indices('/') {
            let folder = path.get(..end).unwrap_or_default();
            let key = path_key(folder);
            if let Some(file) = files.get(&key) {
                return Err(WriteError::Collision { first: file.clone(), second: path.clone() });
            }
            match known.insert(key, folder) {
                Some(other) if other != folder => {
                    return Err(WriteError::Collision { first: other.to_owned(), second: folder.to_owned() });
                }
                _ => {}
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::foundation::output_file::MediaType;
    use crate::foundation::route::Route;

    fn plan(routes: &[&str]) -> Result<Vec<String>, String> {
        let files: Vec<OutputFile> = routes
            .iter()
            .map(|route| OutputFile {
                route: Route::file(route).or_else(|_| Route::parse(route)).unwrap(),
                media_type: MediaType::HTML,
                bytes: route.as_bytes().into(),
            })
            .collect();
        let plan = Plan::of(&files).map_err(|error| error.to_string())?;
        Ok(plan.files.into_keys().collect())
    }

    #[test]
    fn marker_and_manifest_are_added() {
        assert_eq!(
            plan(&["a/b/c.html", "a/d.html", "/"]).unwrap(),
            [".dossier-site", "a/b/c.html", "a/d.html", "index.html", "manifest.txt"]
        );
    }

    #[test]
    fn two_files_that_are_one_on_some_system_are_refused() {
        for (routes, first, second) in [
            (["a/index.html", "a/"], "a/index.html", "a/index.html"),
            (["a/Kurt.html", "a/kurt.html"], "a/Kurt.html", "a/kurt.html"),
            (["a/İ.html", "a/i.html"], "a/İ.html", "a/i.html"),
            (["a/x", "a/x/y.html"], "a/x", "a/x/y.html"),
            (["a/x/y.html", "a/X"], "a/X", "a/x/y.html"),
            (["People/x.html", "people/y.html"], "People", "people"),
            (["Manifest.txt", "b"], "manifest.txt", "Manifest.txt"),
            ([".dossier-site", "b"], ".dossier-site", ".dossier-site"),
        ] {
            let message =
                format!("`{first}` and `{second}` cannot both be in the site: on some systems they are one file");
            assert_eq!(plan(&routes), Err(message), "{routes:?}");
        }
    }

    proptest! {
        /// D 49, 50: whatever addresses a site has, either it is refused or no two of its files and folders are one on any system.
        #[test]
        fn no_two_paths_of_a_site_are_one(routes in prop::collection::vec("(/?[aAİiıßsS\u{301}e.]{1,3}){1,3}/?", 1..6)) {
            let files: Vec<OutputFile> = routes
                .iter()
                .flat_map(|route| [Route::parse(route), Route::file(route)])
                .flatten()
                .map(|route| OutputFile { route, media_type: MediaType::HTML, bytes: b"x".as_slice().into() })
                .collect();
            if let Ok(plan) = Plan::of(&files) {
                prop_assert_eq!(plan.files.len(), files.len() + 2);
                let folders: BTreeSet<&str> =
                    plan.files.keys().flat_map(|path| path.match_indices('/').filter_map(|(end, _)| path.get(..end))).collect();
                let paths = plan.files.keys().map(String::as_str).chain(folders.iter().copied());
                let keys: BTreeSet<String> = paths.map(path_key).collect();
                prop_assert_eq!(keys.len(), plan.files.len() + folders.len());
            }
        }
    }
}
