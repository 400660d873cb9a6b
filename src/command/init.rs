//! A new site: the files it begins with and what to do next. Knows an invented case that shows every part of the model.

mod obsidian;
mod settings;

use std::path::Path;

use anyhow::{Context, bail};

use super::new_file::NewFile;
use crate::foundation::language::Language;
use crate::output;
use crate::source;
use crate::source::config::BaseUrl;

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
    "themes/broadsheet/css/notes.css"
    "themes/broadsheet/css/paper.css"
    "themes/broadsheet/css/shell.css"
    "themes/broadsheet/css/tokens.css"
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

/// What a new site is to be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Begin {
    /// Its title; without one it has that of the invented case.
    pub title: Option<String>,
    /// The language of its pages; English without one.
    pub language: Option<Language>,
    /// Where it will stand.
    pub base_url: Option<BaseUrl>,
    /// A theme to change, besides the one in the program.
    pub theme: Option<OwnTheme>,
    /// It is a vault of Obsidian too.
    pub is_vault: bool,
    /// It has settings alone, and no invented case.
    pub is_empty: bool,
}

/// The files of a site as `begin` wants it, by path. The site builds without a warning.
#[must_use]
pub fn files(begin: &Begin) -> Vec<NewFile> {
    let new = |(path, text): &(&str, &str)| NewFile { path: (*path).into(), text: (*text).into() };
    let mut files: Vec<NewFile> =
        FILES.iter().filter(|(path, _)| !begin.is_empty || !path.starts_with("content/")).map(new).collect();
    for file in &mut files {
        if file.path == "dossier.toml" {
            file.text = settings::filled(&file.text, begin);
        } else if let (Some(language), Some("md")) = (&begin.language, file.path.rsplit('.').next()) {
            // The invented case is in English.
            if *language != Language::english() {
                file.text = file.text.replacen("---\n", "---\nlang: en\n", 1);
            }
        }
    }
    files.extend(begin.theme.iter().flat_map(|theme| theme.files()).map(new));
    files
}

/// Refuses a folder that holds anything.
///
/// # Errors
/// When it does, or cannot be read; a folder that does not exist is empty.
pub fn refuse_full(folder: &Path) -> anyhow::Result<()> {
    let present = source::names_in(folder)?;
    let Some(first) = present.first() else { return Ok(()) };
    let others = match present.len() - 1 {
        0 => String::new(),
        1 => " and one other file or folder".into(),
        count => format!(" and {count} other files and folders"),
    };
    bail!(
        "the folder {} is not empty: it holds `{first}`{others}; choose a new folder, for example: dossier init my-site",
        folder.display()
    )
}

/// Writes the files of a new site into `folder`, which is made if it is missing.
///
/// # Errors
/// When the folder holds anything, or the disk refuses.
pub fn create(folder: &Path, begin: &Begin) -> anyhow::Result<Vec<NewFile>> {
    refuse_full(folder)?;
    let mut files = files(begin);
    if begin.is_vault {
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
pub fn next_steps(folder: &str, begin: &Begin) -> String {
    let enter = if folder == "." { String::new() } else { format!("  cd {}\n", quoted(folder)) };
    let (what, case) = if begin.is_empty {
        ("Add its first files:", "dossier new case \"Its title\"")
    } else {
        (
            "The case in it is invented. Read its files in `content/`, replace them with yours, and add new ones:",
            "dossier new hearing --case \"Harbour fire case\"",
        )
    };
    format!(
        "The site is ready. See it in the browser and change it as you look:\n\n\
         {enter}  dossier serve --open\n\n\
         {what}\n\n  \
         dossier new person \"First and last name\"\n  \
         {case}\n\n\
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
    use crate::foundation::date::Moment;
    use crate::pipeline::{Options, Pipeline};
    use crate::source::tree::SourceTree;

    #[test]
    fn every_file_of_the_folder_is_in_the_list() {
        let mut found = Vec::new();
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/command/init/site"), "", &mut found);
        found.sort();
        let listed: Vec<String> = files(&Begin::default()).into_iter().map(|file| file.path).collect();
        assert_eq!(listed, found);
    }

    #[test]
    fn a_theme_is_copied_whole_and_named_in_the_settings() {
        let mut found = Vec::new();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/broadsheet");
        walk(&folder, "themes/broadsheet/", &mut found);
        found.sort();
        let files = files(&Begin { theme: Some(OwnTheme::Broadsheet), ..Begin::default() });
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
    fn a_site_has_the_title_language_and_address_that_were_asked_for() {
        let begin = Begin {
            title: Some("The \"quay\"".into()),
            language: Language::parse("tr").ok(),
            base_url: BaseUrl::parse("https://example.org/").ok(),
            ..Begin::default()
        };
        let files = files(&begin);
        let text = |path: &str| files.iter().find(|file| file.path == path).unwrap().text.as_str();
        for line in ["title = \"The \\\"quay\\\"\"\n", "language = \"tr\"\n", "\nbase_url = \"https://example.org/\"\n"]
        {
            assert!(text("dossier.toml").contains(line), "{line}");
        }
        assert!(text("content/people/ines-tarvald.md").starts_with("---\nlang: en\n"));
    }

    #[test]
    fn every_site_that_can_be_begun_builds_without_a_warning() {
        let options = Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap());
        for number in [0_u8, 3, 5, 8, 14, 15] {
            let has = |bit: u8| number & bit > 0;
            let begin = Begin {
                title: has(1).then(|| "A title \\ \"in quotes\"".into()),
                language: if has(1) { Language::parse("ar").ok() } else { None },
                base_url: if has(2) { BaseUrl::parse("https://example.org/a/").ok() } else { None },
                theme: has(4).then_some(OwnTheme::Broadsheet),
                is_vault: false,
                is_empty: has(8),
            };
            let files = files(&begin);
            let tree = SourceTree::from_texts(files.iter().map(|file| (file.path.as_str(), file.text.as_str())));
            assert_eq!(Pipeline::default().build(&tree, &options).diagnostics, [], "{begin:?}");
        }
    }

    #[test]
    fn the_sample_shows_every_standing_and_someone_who_is_not_named() {
        let all: String = files(&Begin::default()).into_iter().map(|file| file.text).collect();
        for part in ["status: reported", "status: alleged", "status: established", "status: retracted", "withheld:"] {
            assert!(all.contains(&format!("> {part}")) || all.contains(&format!("\n{part}")), "{part}");
        }
    }

    #[test]
    fn the_folder_is_one_word_of_the_shell() {
        assert!(next_steps("my site", &Begin::default()).contains("  cd 'my site'\n"));
        assert!(next_steps("it's", &Begin::default()).contains("  cd 'it'\\''s'\n"));
        assert!(!next_steps(".", &Begin::default()).contains("cd "));
    }
}
