//! The front matter of one file, from its first line to typed values. Knows which kind it is of and which key goes where; the values are read elsewhere.

use super::keys::{BESIDE_WITHDRAWN, has_roles, keys, own_keys};
use super::node::Entry;
use super::person::check_name;
use super::reader::{Reader, enumerated, shortened};
use super::records::role_key;
use super::resolved;
use super::split::split;
use super::tree::{Tree, read_tree};
use super::{
    CaseFields, Common, DossierFields, EventFields, Fields, HearingFields, HearingStatus, OrganisationFields,
    PersonFields, PlaceFields, Roles, SourceFields, Text,
};
use crate::document::kind::Kind;
use crate::document::mention::{FieldKey, MentionTable};
use crate::document::parse::Settings;
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::nearest::{did_you_mean, nearest};
use crate::foundation::slug::Slug;
use crate::foundation::span::{FileId, Span, Spanned};

/// What the front matter of one file says. What could not be read has its default value.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontMatter {
    /// What the document is about: `kind`, else its folder's, else a page.
    pub kind: Kind,
    /// `title` or `name`.
    pub title: Option<Text>,
    /// `id`.
    pub id: Option<Spanned<Slug>>,
    /// The keys that every kind has.
    pub common: Common,
    /// The keys of its kind.
    pub fields: Fields,
    /// The first byte of the body.
    pub body_start: usize,
}

/// Reads the front matter of `text`, a file in the folder of `folder_kind`. Links are added to `mentions` in the order
/// of the text. All that is wrong is reported, in the order of the text.
pub fn read(
    file: FileId,
    text: &str,
    folder_kind: Option<Kind>,
    settings: &Settings,
    mentions: &mut MentionTable,
) -> Checked<FrontMatter> {
    let mut reader = Reader { file, source: text, settings, mentions, diagnostics: Vec::new() };
    let parts = split(file, text).collect_into(&mut reader.diagnostics);
    let tree = read_tree(file, text, parts.yaml).collect_into(&mut reader.diagnostics);
    let mut form = Form::new(folder_kind, &tree, &mut reader);
    for entry in &tree.entries {
        form.take(entry, &mut reader);
    }
    if form.common.withdrawn.is_some() {
        refuse_beside_withdrawn(&tree, &mut reader);
    } else if !tree.has_gaps {
        form.check(&mut reader);
    }
    let mut diagnostics = reader.diagnostics;
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    let Form { kind, title, id, common, fields, .. } = form;
    let title = title.map(|(title, _)| title);
    Checked::new(FrontMatter { kind, title, id, common, fields, body_start: parts.body }, diagnostics)
}

/// Front matter while its keys come in.
struct Form {
    kind: Kind,
    /// Whether the kind is what the author meant: not where a word for it could not be read.
    is_kind_known: bool,
    /// Whether neither `kind` nor the folder says what it is.
    is_plain: bool,
    /// With the key under which it stands.
    title: Option<(Text, Entry)>,
    id: Option<Spanned<Slug>>,
    common: Common,
    fields: Fields,
    withheld: Option<Span>,
    label: Option<Span>,
}

impl Form {
    fn new(folder_kind: Option<Kind>, tree: &Tree, reader: &mut Reader<'_>) -> Self {
        let written =
            tree.entries.iter().find(|entry| entry.key.value == "kind").filter(|entry| !entry.node.is_blank());
        let words = Kind::ALL.map(Kind::name);
        let named = written.map(|entry| reader.word(entry, Kind::named, &words));
        let kind = match named {
            Some(Some(kind)) => kind.value,
            _ => folder_kind.unwrap_or(Kind::Page),
        };
        Self {
            kind,
            is_kind_known: named != Some(None),
            is_plain: named.is_none() && folder_kind.is_none(),
            title: None,
            id: None,
            common: Common::default(),
            fields: empty_fields(kind, reader.file),
            withheld: None,
            label: None,
        }
    }

    fn take(&mut self, entry: &Entry, reader: &mut Reader<'_>) {
        let known = keys(self.kind).find(|key| key.name == entry.key.value);
        match known.map(|key| key.name) {
            Some("kind") => {}
            Some("title" | "name") => self.take_title(entry, reader),
            Some("id") => self.id = reader.id(entry),
            Some(key) => {
                let _ = self.common.read(key, entry, reader) || self.take_own(key, entry, reader);
            }
            None => {
                if !self.take_role(entry, reader) {
                    self.unknown(entry, reader);
                }
            }
        }
    }

    fn take_title(&mut self, entry: &Entry, reader: &mut Reader<'_>) {
        if let Some((_, first)) = &self.title {
            let (first, second) = (&first.key, &entry.key);
            let message = format!("`{}` and `{}` say the same", first.value, second.value);
            let wrong = Diagnostic::new(Code::DuplicateKey, second.span, message);
            reader.diagnostics.push(wrong.label(first.span, "the first one").help("keep one of the two lines"));
        } else {
            self.title = reader.name(entry).map(|title| (title, entry.clone()));
        }
    }

    fn take_own(&mut self, key: &'static str, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        match &mut self.fields {
            Fields::Dossier(fields) => fields.read(key, entry, reader),
            Fields::Case(fields) => fields.read(key, entry, reader),
            Fields::Hearing(fields) => fields.read(key, entry, reader),
            Fields::Person(fields) => {
                match key {
                    "withheld" => self.withheld = Some(entry.key.span),
                    "label" if !entry.node.is_blank() => self.label = Some(entry.key.span),
                    _ => {}
                }
                fields.read(key, entry, reader)
            }
            Fields::Organisation(fields) => fields.read(key, entry, reader),
            Fields::Place(fields) => fields.read(key, entry, reader),
            Fields::Event(fields) => fields.read(key, entry, reader),
            Fields::Source(fields) => fields.read(key, entry, reader),
            Fields::Page => false,
        }
    }

    fn take_role(&mut self, entry: &Entry, reader: &mut Reader<'_>) -> bool {
        let index = reader.settings.roles.iter().position(|role| role.key == entry.key.value);
        let (Some(role), Some(roles)) = (index.and_then(role_key), self.roles()) else { return false };
        let people = reader.links(FieldKey::Role(role), entry);
        roles.insert(role, people);
        true
    }

    const fn roles(&mut self) -> Option<&mut Roles> {
        match &mut self.fields {
            Fields::Case(CaseFields { roles, .. }) | Fields::Hearing(HearingFields { roles, .. }) => Some(roles),
            _ => None,
        }
    }

    fn unknown(&self, entry: &Entry, reader: &mut Reader<'_>) {
        let word = shortened(&entry.key.value);
        let role = reader.settings.roles.iter().any(|role| role.key == entry.key.value);
        let owners: Vec<_> = Kind::ALL
            .into_iter()
            .filter(|kind| (role && has_roles(*kind)) || own_keys(*kind).iter().any(|key| key.name == entry.key.value))
            .collect();
        let is_name = entry.key.value == "name";
        if !self.is_kind_known && (is_name || !owners.is_empty()) {
            return;
        }
        let roles: Vec<_> = reader.settings.roles.iter().map(|role| role.key.as_str()).collect();
        let roles = if has_roles(self.kind) { roles.as_slice() } else { &[] };
        let known: Vec<_> = keys(self.kind).map(|key| key.name).chain(roles.iter().copied()).collect();
        let help = match owners.first() {
            _ if is_name => "write `title`".to_owned(),
            Some(_) => self.other_kind(&word, &owners),
            None if nearest(&word, known.iter().copied(), 1).is_empty() => {
                format!("fields of your own go below `extra`; {} has: {}", self.kind.with_article(), known.join(", "))
            }
            None => did_you_mean(&word, &known),
        };
        let message = format!("{} has no key `{word}`", self.kind.with_article());
        reader.report(Code::UnknownKey, entry.key.span, message, help);
    }

    fn other_kind(&self, word: &str, owners: &[Kind]) -> String {
        let names: Vec<_> = owners.iter().map(|kind| kind.with_article()).collect();
        let belongs = format!("`{word}` belongs to {}", enumerated(&names, "or"));
        if !self.is_plain {
            return format!("{belongs}: take it out here");
        }
        let kinds: Vec<_> = owners.iter().map(|kind| format!("`kind: {kind}`")).collect();
        format!(
            "{belongs}: say what this file is with {}, or move it to the folder of its kind",
            enumerated(&kinds, "or")
        )
    }

    fn check(&self, reader: &mut Reader<'_>) {
        let title = self.title.as_ref().map(|(title, entry)| (title, entry.key.value.as_str()));
        if self.kind == Kind::Person {
            check_name(title, self.withheld, self.label, reader);
        }
        resolved::check(&self.fields, reader);
    }
}

/// Reports what stands beside `withdrawn`: the note names nothing of what it replaces, and neither does its file.
fn refuse_beside_withdrawn(tree: &Tree, reader: &mut Reader<'_>) {
    for entry in tree.entries.iter().filter(|entry| !BESIDE_WITHDRAWN.contains(&entry.key.value.as_str())) {
        let word = shortened(&entry.key.value);
        reader.report(
            Code::WithdrawalWithContent,
            entry.key.span,
            format!("`{word}` stands in the file of a page that was withdrawn"),
            "take it out: beside `withdrawn` only `id`, `kind` and `lang` may stand",
        );
    }
}

fn empty_fields(kind: Kind, file: FileId) -> Fields {
    match kind {
        Kind::Dossier => Fields::Dossier(DossierFields::default()),
        Kind::Case => Fields::Case(CaseFields::default()),
        Kind::Hearing => Fields::Hearing(HearingFields {
            case: None,
            number: None,
            date: None,
            resolved: None,
            status: Spanned::new(HearingStatus::Held, Span::start_of(file)),
            court: None,
            place: None,
            next: None,
            roles: Roles::new(),
        }),
        Kind::Person => Fields::Person(PersonFields::default()),
        Kind::Organisation => Fields::Organisation(OrganisationFields::default()),
        Kind::Place => Fields::Place(PlaceFields::default()),
        Kind::Event => Fields::Event(EventFields::default()),
        Kind::Source => Fields::Source(SourceFields::default()),
        Kind::Page => Fields::Page,
    }
}
