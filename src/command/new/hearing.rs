//! The next hearing of a case. Knows how hearings are counted, and what one takes over from the one before it; links stay as they were written.

use std::fmt::Write as _;

use super::slug_of;
use super::template::{Values, quoted};
use crate::command::refusal::Refusal;
use crate::document::front_matter::{Fields, HearingFields, Roles};
use crate::document::kind::Kind;
use crate::document::mention::{Mention, MentionId, Part};
use crate::document::{Document, Settings};
use crate::foundation::slug::Slug;
use crate::graph::entity::Entity;
use crate::graph::registry::Registry;

/// What is known about a hearing before it has a file.
#[derive(Debug)]
pub struct Next {
    /// Its title, when none was given.
    pub title: String,
    /// Its id, when no title was given.
    pub slug: Result<Slug, Refusal>,
    /// The date that was set at the last hearing.
    pub date: Option<String>,
    /// Its number.
    pub number: u32,
    /// The file of the last hearing.
    pub previous: Option<String>,
    case: String,
    court: Option<String>,
    roles: Vec<(String, Vec<String>)>,
}

impl Next {
    /// Neither the court nor the people are taken over.
    pub fn forget_people(&mut self) {
        self.court = None;
        self.roles = Vec::new();
    }
}

/// The hearing with this `number` or else after all that `registry` has for the case with the name `case`.
///
/// # Errors
/// When no case has this name, or several have.
pub fn next(case: &str, registry: &Registry, settings: &Settings, wanted: Option<u32>) -> Result<Next, Refusal> {
    let case = find_case(case, registry)?;
    let hearings = registry.entities().filter_map(|entity| hearing_of(entity, case, registry));
    // Of two with one number the later path counts; `check` reports them.
    let last = hearings.max_by_key(|(_, fields)| number(fields));
    let new_number =
        wanted.unwrap_or_else(|| last.and_then(|(_, fields)| number(fields)).unwrap_or(0).saturating_add(1));
    let Fields::Case(case_fields) = &case.document.fields else {
        return Err(Refusal(format!("{} is not a case", case.document.path)));
    };
    let (from, court, roles) = match last {
        Some((document, fields)) => (document, fields.court, &fields.roles),
        None => (case.document.as_ref(), case_fields.court, &case_fields.roles),
    };
    let court = match (court, case_fields.court) {
        (Some(court), _) => link(from, court),
        (None, court) => court.and_then(|court| link(&case.document, court)),
    };
    Ok(Next {
        title: format!("{}, hearing {new_number}", case.document.title.value),
        slug: slug(case, last.map(|(document, fields)| (document, number(fields))), new_number),
        date: last.and_then(|(_, fields)| Some(fields.next.as_ref()?.value.to_string())),
        case: format!("[[{}]]", linkable_name(case, registry)),
        number: new_number,
        previous: last.map(|(document, _)| document.path.to_string()),
        court,
        roles: copied(from, roles, settings),
    })
}

/// Sets what a hearing's text has beyond that of other kinds; without `next`, notes on what could stand there.
pub fn fill(values: &mut Values, next: Option<&Next>) {
    let Some(next) = next else {
        values.set("case", "# case: \"[[Title of the case]]\"".into());
        values.set("number", "# number: \"1\"                     # in quotes; also \"6, day 2\"".into());
        values.set("court", "# court: \"[[Name of the court]]\"".into());
        values.set("roles", ROLES.into());
        return;
    };
    values.set("case", format!("case: {}", quoted(&next.case)));
    let origin = match &next.previous {
        Some(path) => format!("the one before is {path}"),
        None => "the first of this case".into(),
    };
    values.set("number", format!("{:<36}# {origin}", format!("number: \"{}\"", next.number)));
    values.set(
        "court",
        match &next.court {
            Some(court) => format!("court: {}", quoted(court)),
            None => "# court: \"[[Name of the court]]\"".into(),
        },
    );
    let mut roles = String::from(if next.roles.is_empty() { ROLES } else { COPIED });
    for (key, links) in &next.roles {
        let links: Vec<String> = links.iter().map(|link| quoted(link)).collect();
        // Writing to a String cannot fail.
        let _ = write!(roles, "\n{key}: [{}]", links.join(", "));
    }
    values.set("roles", roles);
}

const ROLES: &str = "\
# Who was there. More keys: prosecutors, complainants, victims, lawyers, experts, officials, observers.
# judges: [\"[[First and last name]]\"]
# defendants: [\"[[First and last name]]\"]
# witnesses: [\"[[First and last name]]\"]";
const COPIED: &str = "# Taken over from the file named above; change what was different.";

fn find_case<'a>(name: &str, registry: &'a Registry) -> Result<&'a Entity, Refusal> {
    let cases: Vec<&Entity> = registry
        .candidates(name)
        .into_iter()
        .filter_map(|candidate| registry.get(candidate.entity))
        .filter(|entity| entity.kind() == Kind::Case)
        .collect();
    match cases.as_slice() {
        [case] => Ok(case),
        [] => Err(Refusal(no_such_case(name, registry))),
        several => {
            let paths: Vec<&str> = several.iter().map(|case| case.document.path.as_str()).collect();
            Err(Refusal(format!(
                "several cases are called `{name}`: {}; use the id of one, its file name",
                paths.join(", ")
            )))
        }
    }
}

fn no_such_case(name: &str, registry: &Registry) -> String {
    let titles: Vec<&str> = registry
        .entities()
        .filter(|entity| entity.kind() == Kind::Case)
        .map(|entity| entity.document.title.value.as_str())
        .collect();
    if titles.is_empty() {
        return format!("there is no case `{name}`, nor any other; begin with: dossier new case {}", quoted(name));
    }
    let near = crate::foundation::nearest::nearest(name, titles.iter().copied(), 3);
    let shown = if near.is_empty() { titles } else { near };
    format!("there is no case `{name}`; there is: {}", shown.join(", "))
}

/// The document and fields of `entity`, when it is a hearing of `case` and of no other.
fn hearing_of<'a>(entity: &'a Entity, case: &Entity, registry: &Registry) -> Option<(&'a Document, &'a HearingFields)> {
    let Fields::Hearing(fields) = &entity.document.fields else { return None };
    let target = &entity.document.mention(fields.case?)?.target;
    let mut cases = registry
        .candidates(&target.name)
        .into_iter()
        .filter(|candidate| registry.get(candidate.entity).is_some_and(|entity| entity.kind() == Kind::Case));
    let is_its_case = cases.next().is_some_and(|found| found.entity == case.id) && cases.next().is_none();
    is_its_case.then_some((entity.document.as_ref(), fields))
}

/// The number that a hearing's number begins with: 6 of "6, day 2".
fn number(fields: &HearingFields) -> Option<u32> {
    let text = fields.number.as_ref()?.value.trim();
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end)?.parse().ok()
}

/// The last hearing's id with the new number, if its id ends in its number; else the case's id with it.
fn slug(case: &Entity, last: Option<(&Document, Option<u32>)>, count: u32) -> Result<Slug, Refusal> {
    let row = last.and_then(|(document, number)| {
        document.id.value.as_str().strip_suffix(&format!("-{}", number?)).map(str::to_owned)
    });
    slug_of(&format!("{}-{count}", row.unwrap_or_else(|| case.slug().to_string())))
}

/// The title, if it leads to the case alone.
pub fn linkable_name(case: &Entity, registry: &Registry) -> String {
    let title = &case.document.title.value;
    let is_clear = registry.candidates(title).len() == 1 && !title.contains(['[', ']', '|', '#', '^', ':']);
    if is_clear { title.clone() } else { registry.unambiguous_name(case.id) }
}

fn copied(from: &Document, roles: &Roles, settings: &Settings) -> Vec<(String, Vec<String>)> {
    roles
        .iter()
        .filter_map(|(role, mentions)| {
            let key = settings.roles.get(usize::from(role.0))?.key.clone();
            let links: Vec<String> = mentions.iter().filter_map(|mention| link(from, *mention)).collect();
            (!links.is_empty()).then_some((key, links))
        })
        .collect()
}

fn link(document: &Document, mention: MentionId) -> Option<String> {
    document.mention(mention).map(written)
}

/// A mention as a wikilink.
fn written(mention: &Mention) -> String {
    let target = &mention.target;
    let kind = target.kind.map(|kind| format!("{kind}:")).unwrap_or_default();
    let part = match target.part.as_deref() {
        None => String::new(),
        Some(Part::Heading(heading)) => format!("#{heading}"),
        Some(Part::Block(id)) => format!("#^{id}"),
    };
    let label = mention.label.as_ref().map(|label| format!("|{label}")).unwrap_or_default();
    format!("[[{kind}{}{part}{label}]]", target.name)
}
