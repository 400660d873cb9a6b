//! The names of one document before and after: title, id, file name and paths. Knows which of them follows which, not where links stand.

use crate::command::refusal::Refusal;
use crate::document::Document;
use crate::document::mention::Target;
use crate::foundation::fold::{FoldKey, nfc};
use crate::foundation::slug::Slug;

/// What a document is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// Its title.
    pub(super) title: String,
    /// Its id.
    pub(super) id: Slug,
    /// Its file name without the ending.
    pub(super) stem: String,
}

/// The names of a document before and after.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) old: Names,
    pub(super) new: Names,
    /// Each name by which it can be linked, before and after.
    pairs: Vec<(String, String)>,
    aliases: Vec<String>,
}

/// Which of its names someone means.
enum Meant {
    Title,
    File,
    Id,
}

impl Change {
    /// What is called otherwise when `document`, which `old` names, is to be called `new`. A file name and an id that were made
    /// of the title follow it.
    ///
    /// # Errors
    /// When `old` is one of its aliases, `new` cannot be a name or an address, or nothing would change.
    pub(super) fn of(document: &Document, old: &Target, new: &str) -> Result<Self, Refusal> {
        let new = nfc(new.trim());
        let old_names = Names {
            title: document.title.value.clone(),
            id: document.id.value.clone(),
            stem: nfc(document.path.stem()),
        };
        let new_names = match meant(document, &old_names, &old.name)? {
            Meant::Title => by_title(document, &old_names, checked(&new)?)?,
            Meant::File => by_file(document, &old_names, checked(in_folder(document, &new)?)?)?,
            Meant::Id => Names { id: id_of(&new)?, ..old_names.clone() },
        };
        if new_names == old_names {
            return Err(Refusal(format!("{} is called `{new}` already", document.path)));
        }
        let aliases = document.common.aliases.iter().map(|alias| nfc(&alias.value)).collect();
        Ok(Self { pairs: pairs(document, &old_names, &new_names), old: old_names, new: new_names, aliases })
    }

    /// What stands in the place of `name` in a link; nothing when it stays.
    pub(super) fn renamed(&self, name: &str) -> Option<&str> {
        let exact = nfc(name);
        if self.aliases.contains(&exact) {
            return None;
        }
        let key = FoldKey::of(name);
        let pair = self.pairs.iter().find(|(old, _)| *old == exact);
        let (old, new) = pair.or_else(|| self.pairs.iter().find(|(old, _)| FoldKey::of(old) == key))?;
        (old != new).then_some(new)
    }

    /// What stands in the place of `name` in a citation, which knows ids and file names only.
    pub(super) fn cited(&self, name: &str) -> Option<&str> {
        let forms = [(&self.old.stem, &self.new.stem)];
        let exact = nfc(name);
        let (old_id, new_id) = (self.old.id.as_str(), self.new.id.as_str());
        if exact == old_id {
            return (old_id != new_id).then_some(new_id);
        }
        let key = FoldKey::of(name);
        match forms.iter().find(|(old, _)| FoldKey::of(old) == key) {
            Some((old, new)) => (old != new).then_some(new.as_str()),
            None => (FoldKey::of(old_id) == key && old_id != new_id).then_some(new_id),
        }
    }
}

/// Every name by which `document` can be linked but its aliases, before and after.
fn pairs(document: &Document, old: &Names, new: &Names) -> Vec<(String, String)> {
    let mut pairs = vec![
        (nfc(&old.title), nfc(&new.title)),
        (old.stem.clone(), new.stem.clone()),
        (old.id.to_string(), new.id.to_string()),
    ];
    let folders = nfc(document.path.below("content").unwrap_or(document.path.as_str()));
    let folders = folders.rsplit_once('/').map_or("", |(folders, _)| folders);
    let starts = folders.match_indices('/').map(|(at, _)| at + 1);
    for start in std::iter::once(0).chain(starts).filter(|_| !folders.is_empty()) {
        let folder = folders.get(start..).unwrap_or_default();
        pairs.push((format!("{folder}/{}", old.stem), format!("{folder}/{}", new.stem)));
    }
    if let Some(folder) = document.kind.folder() {
        pairs.push((format!("{folder}/{}", old.id), format!("{folder}/{}", new.id)));
    }
    pairs
}

fn meant(document: &Document, names: &Names, old: &str) -> Result<Meant, Refusal> {
    let (exact, key) = (nfc(old), FoldKey::of(old));
    let name = exact.rsplit_once('/').map_or(exact.as_str(), |(_, name)| name);
    let has_title = is_written(document.title.span);
    let tests: [(bool, Meant); 6] = [
        (has_title && nfc(&names.title) == exact, Meant::Title),
        (names.stem == name, Meant::File),
        (names.id.as_str() == name, Meant::Id),
        (has_title && FoldKey::of(&names.title) == key, Meant::Title),
        (FoldKey::of(&names.stem) == FoldKey::of(name), Meant::File),
        (FoldKey::of(names.id.as_str()) == FoldKey::of(name), Meant::Id),
    ];
    let path = &document.path;
    match tests.into_iter().find_map(|(is_it, meant)| is_it.then_some(meant)) {
        // An id that is not written is made of the file name.
        Some(Meant::Id) if !is_written(document.id.span) => Ok(Meant::File),
        Some(meant) => Ok(meant),
        None => Err(Refusal(format!(
            "`{old}` is an alias of {path}: change it there, or name the page by its title or its file (`{}`)",
            names.stem
        ))),
    }
}

fn by_title(document: &Document, old: &Names, new: &str) -> Result<Names, Refusal> {
    let slug = Slug::of_name(&old.title).ok();
    let made_of_title = |text: &str| slug.as_ref().is_some_and(|slug| slug.as_str() == text);
    let stem = if old.stem == nfc(&old.title) {
        new.to_owned()
    } else if made_of_title(&old.stem) {
        id_of(new)?.to_string()
    } else {
        old.stem.clone()
    };
    let id = if !is_written(document.id.span) {
        id_of(&stem)?
    } else if made_of_title(old.id.as_str()) {
        id_of(new)?
    } else {
        old.id.clone()
    };
    Ok(Names { title: new.to_owned(), id, stem })
}

fn by_file(document: &Document, old: &Names, new: &str) -> Result<Names, Refusal> {
    let follows = !is_written(document.id.span) || Slug::of_name(&old.stem).is_ok_and(|slug| slug == old.id);
    let id = if follows { id_of(new)? } else { old.id.clone() };
    let title = if is_written(document.title.span) { old.title.clone() } else { new.to_owned() };
    Ok(Names { title, id, stem: new.to_owned() })
}

/// Whether a value with this place stands in the file; those that are made of the file name stand at its start.
pub(super) const fn is_written(span: crate::foundation::span::Span) -> bool {
    span.end > 0
}

/// `new` without the folder of `document` and without the ending.
fn in_folder<'a>(document: &Document, new: &'a str) -> Result<&'a str, Refusal> {
    let name = new.strip_suffix(".md").unwrap_or(new);
    let Some((folder, name)) = name.rsplit_once('/') else { return Ok(name) };
    let folder = folder.strip_prefix("content/").unwrap_or(folder);
    if document.path.folder().strip_prefix("content/") == Some(folder) {
        return Ok(name);
    }
    Err(Refusal(format!("{} stays in its folder: write the new name without one", document.path)))
}

fn checked(new: &str) -> Result<&str, Refusal> {
    let forbidden = |letter: &char| {
        crate::foundation::route::is_unseen(*letter) || matches!(letter, '[' | ']' | '|' | '#' | '^' | '\\')
    };
    match new.chars().find(forbidden) {
        Some(letter) => Err(Refusal(format!("`{}` cannot stand in a name that is linked", letter.escape_debug()))),
        None if new.is_empty() => Err(Refusal("the new name is empty".into())),
        None => Ok(new),
    }
}

fn id_of(name: &str) -> Result<Slug, Refusal> {
    Slug::parse(name)
        .or_else(|_| Slug::of_name(name))
        .map_err(|error| Refusal(format!("no address can be made of `{name}`: {error}")))
}
