//! The theme that comes with the program, compiled in. Knows its list of files; a test compares the list with the folder.

use std::sync::Arc;

macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        /// The templates, by name.
        pub(super) const TEMPLATES: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../themes/default/templates/", $name))),)+
        ];
    };
}

templates! {
    "404.html",
    "all-pages.html",
    "base.html",
    "calendar.html",
    "case.html",
    "changes.html",
    "corrections.html",
    "data.html",
    "document.html",
    "dossier.html",
    "event.html",
    "hearing.html",
    "home.html",
    "index.html",
    "map.html",
    "network.html",
    "not-named.html",
    "organisation.html",
    "page.html",
    "parts/about.html",
    "parts/body.html",
    "parts/breadcrumbs.html",
    "parts/cards.html",
    "parts/changes.html",
    "parts/cite.html",
    "parts/counts.html",
    "parts/course.html",
    "parts/facts.html",
    "parts/find.html",
    "parts/footer.html",
    "parts/groups.html",
    "parts/head.html",
    "parts/header.html",
    "parts/heading.html",
    "parts/held.html",
    "parts/language-switch.html",
    "parts/languages.html",
    "parts/law.html",
    "parts/lineage.html",
    "parts/links.html",
    "parts/map.html",
    "parts/navigation.html",
    "parts/network.html",
    "parts/overviews.html",
    "parts/paging.html",
    "parts/policy.html",
    "parts/record.html",
    "parts/rest.html",
    "parts/rests-on.html",
    "parts/rows.html",
    "parts/site-links.html",
    "parts/statement.html",
    "parts/subscribe.html",
    "parts/tables.html",
    "person.html",
    "place.html",
    "redirect.html",
    "rest.html",
    "search.html",
    "source.html",
    "text.html",
    "timeline.html",
    "withdrawn.html",
    "words/dates.html",
    "words/kinds.html",
    "words/law.html",
    "words/search.html",
    "words/statements.html",
    "words/things.html",
}

macro_rules! styles {
    ($($name:literal),+ $(,)?) => {
        /// The parts of the style sheet, by name, in the order in which they follow each other.
        pub(super) const STYLES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../themes/default/css/", $name)))),+];
    };
}

styles! { "tokens.css", "type.css", "layout.css", "shell.css", "parts.css", "statements.css", "search.css", "notes.css", "pictures.css", "print.css" }

macro_rules! scripts {
    ($($name:literal),+ $(,)?) => {
        /// The parts of the script, in the order in which they follow each other.
        #[cfg(test)]
        pub(super) const SCRIPTS: &[&str] = &[$($name),+];

        /// The whole script. It is no module, as browsers load none from a folder on a disk; nothing of it can be reached from outside.
        const SCRIPT: &str = concat!(
            "(() => {\n'use strict';\n",
            $(include_str!(concat!("../../themes/default/js/", $name)),)+
            "})();\n"
        );
    };
}

scripts! {
    "fold.js",
    "words.js",
    "files.js",
    "marked.js",
    "jump.js",
    "find.js",
    "facets.js",
    "results.js",
    "search.js",
    "start.js",
    "cards.js",
}

/// The files of the program that pages use and that are the same in every theme, with their addresses below the root.
pub(super) fn assets() -> impl Iterator<Item = (&'static str, Arc<[u8]>)> {
    std::iter::once(("assets/dossier.js", Arc::from(SCRIPT.as_bytes())))
}

/// The text of the built-in template at `path`, a path as diagnostics name it: `builtin/person.html`.
#[must_use]
pub fn builtin_template(path: &str) -> Option<&'static str> {
    let name = path.strip_prefix("builtin/")?;
    TEMPLATES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The paths that [`builtin_template`] knows.
pub fn builtin_paths() -> impl Iterator<Item = String> {
    TEMPLATES.iter().map(|(name, _)| format!("builtin/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::route::Route;

    /// The files below a folder of the built-in theme, by path.
    #[allow(clippy::disallowed_methods, reason = "a test that compares with the folder")]
    fn folder(name: &str) -> Vec<String> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default").join(name);
        let mut paths: Vec<String> = walkdir::WalkDir::new(&root)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"))
            .collect();
        paths.sort();
        paths
    }

    #[test]
    fn the_lists_hold_every_file_of_the_folder() {
        let names: Vec<&str> = TEMPLATES.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, folder("templates"));
        let mut styles: Vec<&str> = STYLES.iter().map(|(name, _)| *name).collect();
        styles.sort_unstable();
        assert_eq!(styles, folder("css"));
        let mut scripts = SCRIPTS.to_vec();
        scripts.sort_unstable();
        assert_eq!(scripts, folder("js"));
    }

    #[test]
    fn every_address_of_a_file_can_be_read() {
        for (path, bytes) in assets() {
            assert!(Route::file(path).is_ok() && !bytes.is_empty(), "{path}");
        }
    }

    #[test]
    fn the_text_of_a_built_in_template_is_found_by_its_path() {
        assert!(builtin_paths().all(|path| builtin_template(&path).is_some()));
        assert_eq!(builtin_template("person.html"), None);
        assert_eq!(builtin_template("builtin/none.html"), None);
    }
}
