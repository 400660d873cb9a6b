//! A new site: the files it begins with and what to do next. Knows an invented case that shows every part of the model.

mod obsidian;

use std::path::Path;

use anyhow::{Context, bail};

use super::new_file::NewFile;
use crate::output;
use crate::source;

macro_rules! site {
    ($($path:literal = $file:literal;)+) => {
        const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("init/site/", $file)))),+];
    };
}

site! {
    ".editorconfig" = "editorconfig";
    ".gitignore" = "gitignore";
    "content/about.md" = "content/about.md";
    "content/cases/harbour-fire.md" = "content/cases/harbour-fire.md";
    "content/dossiers/the-fire-in-the-harbour.md" = "content/dossiers/the-fire-in-the-harbour.md";
    "content/events/warehouse-fire.md" = "content/events/warehouse-fire.md";
    "content/hearings/harbour-fire-1.md" = "content/hearings/harbour-fire-1.md";
    "content/hearings/harbour-fire-2.md" = "content/hearings/harbour-fire-2.md";
    "content/organisations/vellmark-courier.md" = "content/organisations/vellmark-courier.md";
    "content/organisations/vellmark-district-court.md" = "content/organisations/vellmark-district-court.md";
    "content/people/ines-tarvald.md" = "content/people/ines-tarvald.md";
    "content/people/jonas-kellin.md" = "content/people/jonas-kellin.md";
    "content/people/watchman-1.md" = "content/people/watchman-1.md";
    "content/places/vellmark.md" = "content/places/vellmark.md";
    "content/sources/courier-report-of-may-15.md" = "content/sources/courier-report-of-may-15.md";
    "content/sources/harbour-log.md" = "content/sources/harbour-log.md";
    "content/sources/minutes-of-the-second-hearing.md" = "content/sources/minutes-of-the-second-hearing.md";
    "dossier.toml" = "dossier.toml";
}

macro_rules! theme {
    ($($path:literal)+) => {
        /// The second theme of the project, as a site holds it.
        const BROADSHEET: &[(&str, &str)] = &[$(($path, include_str!(concat!("../../", $path)))),+];
    };
}

theme! {
    "themes/broadsheet/README.md"
    "themes/broadsheet/static/assets/dossier.css"
    "themes/broadsheet/templates/base.html"
    "themes/broadsheet/templates/case.html"
    "themes/broadsheet/templates/document.html"
    "themes/broadsheet/templates/dossier.html"
    "themes/broadsheet/templates/event.html"
    "themes/broadsheet/templates/hearing.html"
    "themes/broadsheet/templates/home.html"
    "themes/broadsheet/templates/organisation.html"
    "themes/broadsheet/templates/page.html"
    "themes/broadsheet/templates/parts/footer.html"
    "themes/broadsheet/templates/parts/header.html"
    "themes/broadsheet/templates/parts/statement.html"
    "themes/broadsheet/templates/person.html"
    "themes/broadsheet/templates/place.html"
    "themes/broadsheet/templates/source.html"
    "themes/broadsheet/theme.toml"
}

/// A theme that a new site can begin with, besides the one in the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnTheme {
    /// A newspaper.
    Broadsheet,
}

impl OwnTheme {
    /// Its name in `dossier.toml`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Broadsheet => "broadsheet",
        }
    }

    const fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Broadsheet => BROADSHEET,
        }
    }
}

/// The line of the settings behind which the theme is named.
const LANGUAGE: &str = "language = \"en\"\n";

/// The files of a new site, by path, with a copy of `theme` to change. The site builds without a warning.
#[must_use]
pub fn files(theme: Option<OwnTheme>) -> Vec<NewFile> {
    let new = |(path, text): &(&str, &str)| NewFile { path: (*path).into(), text: (*text).into() };
    let mut files: Vec<NewFile> = FILES.iter().map(new).collect();
    let Some(theme) = theme else { return files };
    if let Some(settings) = files.iter_mut().find(|file| file.path == "dossier.toml") {
        let chosen = format!(
            "{LANGUAGE}\n# How the site looks: the folder `themes/{0}`, yours to change. Without this line the built-in theme is used.\ntheme = \"{0}\"\n",
            theme.name()
        );
        settings.text = settings.text.replacen(LANGUAGE, &chosen, 1);
    }
    files.extend(theme.files().iter().map(new));
    files
}

/// Writes the files of a new site into `folder`, which is made if it is missing, with a copy of `theme` and, when it is to be a
/// vault of Obsidian too, with what that reads.
///
/// # Errors
/// When the folder holds anything, or the disk refuses.
pub fn create(folder: &Path, theme: Option<OwnTheme>, is_vault: bool) -> anyhow::Result<Vec<NewFile>> {
    let present = source::names_in(folder)?;
    if let Some(first) = present.first() {
        let others = match present.len() - 1 {
            0 => String::new(),
            1 => " and one other file or folder".into(),
            count => format!(" and {count} other files and folders"),
        };
        bail!(
            "the folder {} is not empty: it holds `{first}`{others}; choose a new folder, for example: dossier init my-site",
            folder.display()
        );
    }
    let mut files = files(theme);
    if is_vault {
        if let Some(ignored) = files.iter_mut().find(|file| file.path == ".gitignore") {
            ignored.text.push_str(obsidian::IGNORED);
        }
        files.extend(obsidian::files()?);
    }
    output::create_folder(folder)?;
    for file in &files {
        file.write(folder).context("the site was begun and is not whole; delete the folder before you try again")?;
    }
    Ok(files)
}

/// What to do after the files were written into `folder`, a path as the person typed it.
#[must_use]
pub fn next_steps(folder: &str) -> String {
    let enter = if folder == "." { String::new() } else { format!("  cd {}\n", quoted(folder)) };
    format!(
        "The site is ready. See it in the browser and change it as you look:\n\n\
         {enter}  dossier serve --open\n\n\
         The case in it is invented. Read its files in `content/`, replace them with yours, and add new ones:\n\n  \
         dossier new person \"First and last name\"\n  \
         dossier new hearing --case \"Harbour fire case\"\n\n\
         `dossier build` then makes the finished site in the folder `public`.\n"
    )
}

/// `text` as one word of a shell.
fn quoted(text: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./\\:".contains(letter);
    if !text.starts_with('-') && text.chars().all(is_plain) {
        text.into()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_of_the_folder_is_in_the_list() {
        let mut found = Vec::new();
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/command/init/site"), "", &mut found);
        found.sort();
        let listed: Vec<String> = files(None).into_iter().map(|file| file.path).collect();
        assert_eq!(listed, found);
    }

    #[test]
    fn a_theme_is_copied_whole_and_named_in_the_settings() {
        let mut found = Vec::new();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/broadsheet");
        walk(&folder, "themes/broadsheet/", &mut found);
        found.sort();
        let files = files(Some(OwnTheme::Broadsheet));
        let themes: Vec<&String> =
            files.iter().map(|file| &file.path).filter(|path| path.starts_with("themes/")).collect();
        assert_eq!(themes, found.iter().collect::<Vec<_>>());
        let settings = files.iter().find(|file| file.path == "dossier.toml").unwrap();
        assert!(settings.text.contains("\ntheme = \"broadsheet\"\n"), "{}", settings.text);
    }

    #[allow(clippy::disallowed_methods, reason = "the test looks at the folder that the list is made from")]
    fn walk(folder: &Path, prefix: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            let dot = if matches!(name.as_str(), "gitignore" | "editorconfig") { "." } else { "" };
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{prefix}{name}/"), found);
            } else {
                found.push(format!("{prefix}{dot}{name}"));
            }
        }
    }

    #[test]
    fn the_sample_shows_every_standing_and_someone_who_is_not_named() {
        let all: String = files(None).into_iter().map(|file| file.text).collect();
        for part in ["status: reported", "status: alleged", "status: established", "status: retracted", "withheld:"] {
            assert!(all.contains(&format!("> {part}")) || all.contains(&format!("\n{part}")), "{part}");
        }
    }

    #[test]
    fn the_folder_is_one_word_of_the_shell() {
        assert!(next_steps("my site").contains("  cd 'my site'\n"));
        assert!(next_steps("it's").contains("  cd 'it'\\''s'\n"));
        assert!(!next_steps(".").contains("cd "));
    }
}
