//! One new file for something that has none yet. Knows what each kind is asked for, and what a hearing takes over from the one before it.

mod hearing;
mod template;

use std::path::Path;
use std::sync::Arc;

use super::new_file::NewFile;
use super::refusal::Refusal;
use crate::document::Settings;
use crate::document::kind::Kind;
use crate::foundation::date::Edtf;
use crate::foundation::language::Language;
use crate::foundation::slug::Slug;
use crate::graph::registry::Registry;
use crate::pipeline::{Options, Pipeline};
use crate::source::tree::SourceTree;
use crate::source::{self, Limits};
use template::Values;

pub(super) use template::yaml_text;

/// What someone wants a file for.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What it is.
    pub kind: Kind,
    /// Its name or title; a hearing of a case needs none.
    pub name: Option<String>,
    /// The case of a hearing, by any of its names.
    pub case: Option<String>,
    /// Its date.
    pub date: Option<Edtf>,
    /// The language of its text.
    pub lang: Option<Language>,
    /// The number of a hearing of a case, when it is not the next one.
    pub number: Option<u32>,
    /// A hearing of a case has neither the court nor the people of the last one.
    pub copies_nothing: bool,
    /// Without a date, it does not have the one either that was set at the last hearing.
    pub is_undated: bool,
}

impl Request {
    /// A file of `kind`, of which nothing more is said.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        Self {
            kind,
            name: None,
            case: None,
            date: None,
            lang: None,
            number: None,
            copies_nothing: false,
            is_undated: false,
        }
    }
}

/// The file, and what the person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The file.
    pub file: NewFile,
    /// Others that have the name already, each a sentence.
    pub warnings: Vec<String>,
}

/// What is there already: names, cases, hearings.
pub struct Known {
    registry: Arc<Registry>,
    settings: Settings,
}

/// The hearing that would be the next of its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// Its number.
    pub number: u32,
    /// The date that was set at the last hearing.
    pub date: Option<String>,
    /// The file of the last hearing.
    pub previous: Option<String>,
}

impl Known {
    /// Reads the site at `root`.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn read(root: &Path, options: &Options) -> anyhow::Result<Self> {
        Ok(Self::of(&source::read(root, &Limits::default())?.value, options))
    }

    /// What is in `tree`.
    #[must_use]
    pub fn of(tree: &SourceTree, options: &Options) -> Self {
        // What is wrong with other files is not asked for here; a file that cannot be read is not overwritten either.
        let analysis = Pipeline::default().analyse(tree, options).value;
        Self { registry: analysis.site.registry, settings: analysis.settings }
    }

    /// The names by which the cases can be told apart, in the order of their addresses.
    #[must_use]
    pub fn cases(&self) -> Vec<String> {
        let cases = self.registry.entities().filter(|entity| entity.kind() == Kind::Case);
        cases.map(|case| hearing::linkable_name(case, &self.registry)).collect()
    }

    /// The hearing that would be the next of the case with the name `case`.
    ///
    /// # Errors
    /// When no case has this name, or several have.
    pub fn next(&self, case: &str) -> Result<Coming, Refusal> {
        let next = hearing::next(case, &self.registry, &self.settings, None)?;
        Ok(Coming { number: next.number, date: next.date, previous: next.previous })
    }

    /// Plans the file that `request` asks for.
    ///
    /// # Errors
    /// As for [`plan`].
    pub fn plan(&self, request: &Request) -> Result<Planned, Refusal> {
        plan(request, &self.registry, &self.settings)
    }

    /// Writes the file that `request` asks for into the site at `root`.
    ///
    /// # Errors
    /// As for [`plan`]; or when the file cannot be written.
    pub fn write(&self, root: &Path, request: &Request) -> anyhow::Result<Planned> {
        let planned = self.plan(request)?;
        planned.file.write(root)?;
        Ok(planned)
    }
}

/// Plans the file that `request` asks for, in a site that has `registry`.
///
/// # Errors
/// When the request does not fit its kind, names no case or several, or the file is there already.
pub fn plan(request: &Request, registry: &Registry, settings: &Settings) -> Result<Planned, Refusal> {
    check_flags(request)?;
    let mut values = Values::default();
    let mut slug = None;
    let mut title = request.name.as_deref().map(checked_name).transpose()?;
    let mut date = request.date.as_ref().map(Edtf::to_string);
    if request.kind == Kind::Hearing {
        let next = |case| hearing::next(case, registry, settings, request.number);
        let mut next = request.case.as_deref().map(next).transpose()?;
        if let Some(next) = &next {
            if title.is_none() {
                title = Some(next.title.clone());
                slug = Some(next.slug.clone()?);
            }
            date = date.or_else(|| next.date.clone().filter(|_| !request.is_undated));
        }
        if let (Some(next), true) = (&mut next, request.copies_nothing) {
            next.forget_people();
        }
        hearing::fill(&mut values, next.as_ref());
    }
    let title = title.ok_or_else(|| Refusal("a name is missing: write it after the kind".into()))?;
    let slug = match slug {
        Some(slug) => slug,
        None => slug_of(&title)?,
    };
    values.set("name", yaml_text(&title));
    values.set("lang", request.lang.as_ref().map(|lang| format!("lang: {lang}\n")).unwrap_or_default());
    values.set("date", date_line(request.kind, date.as_deref()));
    let path = match request.kind.folder() {
        Some(folder) => format!("content/{folder}/{slug}.md"),
        None => format!("content/{slug}.md"),
    };
    refuse_existing(request.kind, &slug, &path, registry)?;
    let text = values.fill(template::of(request.kind));
    Ok(Planned { file: NewFile { path, text }, warnings: warnings(request.kind, &title, registry) })
}

fn check_flags(request: &Request) -> Result<(), Refusal> {
    let kind = request.kind;
    if request.case.is_some() && kind != Kind::Hearing {
        return Err(Refusal(format!(
            "only a hearing belongs to a case; leave `--case` away for {}",
            kind.with_article()
        )));
    }
    if (request.number.is_some() || request.copies_nothing) && request.case.is_none() {
        return Err(Refusal("`--number` and `--fresh` are for a hearing of a case; name it with `--case`".into()));
    }
    if request.date.is_some() && date_key(kind).is_none() {
        return Err(Refusal(format!("{} has no date; leave `--date` away", kind.with_article())));
    }
    Ok(())
}

const fn date_key(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Dossier | Kind::Case | Kind::Hearing | Kind::Event => Some("date"),
        Kind::Source => Some("published"),
        Kind::Person | Kind::Organisation | Kind::Place | Kind::Page => None,
    }
}

fn date_line(kind: Kind, date: Option<&str>) -> String {
    let key = date_key(kind).unwrap_or("date");
    match date {
        Some(date) => format!("{key}: {}", yaml_text(date)),
        None => format!("{:<36}# less exact is fine: 2019-05, ~2019, 2019-05/2019-06", format!("# {key}: 2019-05-14")),
    }
}

/// Whether a file of `kind` has a date.
#[must_use]
pub const fn has_date(kind: Kind) -> bool {
    date_key(kind).is_some()
}

/// `name` without space around it.
///
/// # Errors
/// When nothing is left, or it has characters that cannot be seen.
pub fn checked_name(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Refusal("the name is empty".into()));
    }
    match name.chars().find(|letter| letter.is_control()) {
        Some(letter) => {
            Err(Refusal(format!("the name has a character that cannot be seen: {}", letter.escape_unicode())))
        }
        None => Ok(name.to_owned()),
    }
}

fn slug_of(title: &str) -> Result<Slug, Refusal> {
    Slug::of_name(title).map_err(|error| {
        Refusal(format!(
            "no web address can be made of `{title}`: {error}; write a file with a name of Latin letters and digits yourself, \
             and put the title into it"
        ))
    })
}

fn refuse_existing(kind: Kind, slug: &Slug, path: &str, registry: &Registry) -> Result<(), Refusal> {
    let same = |other: &&crate::graph::entity::Entity| {
        other.document.path.as_str() == path || (other.kind() == kind && other.slug() == slug)
    };
    match registry.entities().find(same) {
        Some(other) => Err(Refusal(format!(
            "{} is there already, with the id `{slug}`; if you mean another {kind}, add something to the name that tells the two apart",
            other.document.path
        ))),
        None => Ok(()),
    }
}

/// Others whose name is the same when case, accents and apostrophes are taken away.
fn warnings(kind: Kind, title: &str, registry: &Registry) -> Vec<String> {
    let others = registry.candidates(title).into_iter().filter_map(|candidate| registry.get(candidate.entity));
    others
        .map(|other| {
            let path = &other.document.path;
            if other.kind() == kind {
                format!("{path}: an alias? It has this name already; if both are one, delete the new file and add the name to `aliases:` there")
            } else {
                let name = registry.unambiguous_name(other.id);
                format!("{path} has this name too; a link must say which one it means, such as [[{name}]]")
            }
        })
        .collect()
}

#[cfg(test)]
mod tests;
