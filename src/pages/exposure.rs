//! Which people machines are not told of. Knows the rule and what it follows from; a person about whom one reason holds has no
//! structured data and no picture for previews, as search engines and networks keep both for years.

use std::collections::HashMap;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::references;
use crate::document::front_matter::{Fields, PersonFields, Stage};
use crate::document::kind::Kind;
use crate::document::mention::{FieldKey, MentionId, Place, RoleKey};
use crate::document::statement::{Form, Status};
use crate::foundation::fold::FoldKey;
use crate::graph::entity::{EntityId, StatementId};
use crate::graph::public::{PublicEntity, PublicSite};

/// The roles of those who are at a hearing by their office or their trade. Whoever has another role, one of the site's own
/// among them, may be accused, harmed or a witness.
const BY_OFFICE: [&str; 6] = ["judges", "prosecutors", "lawyers", "experts", "officials", "observers"];

/// Why machines are not told of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Reason {
    /// The person is not named.
    NotNamed,
    /// Search engines are asked to stay away.
    NotIndexed,
    /// Facts about the person are not gathered.
    NotGathered,
    /// A party to a case: a suspect, or further, whatever came of it.
    Party,
    /// At a hearing or in a case, in a role that is not an office or a trade.
    Role,
    /// Gave testimony.
    Testimony,
    /// Somebody alleges something about the person.
    Alleged,
}

/// The people of a site of whom machines are not told.
pub(super) struct Kept<'a> {
    site: &'a PublicSite,
    /// For each entity, once it was asked for.
    reasons: Vec<OnceLock<Option<Reason>>>,
    /// The people who have a name, once a name was asked for.
    named: OnceLock<HashMap<FoldKey, Vec<EntityId>>>,
}

impl<'a> Kept<'a> {
    pub(super) fn of(site: &'a PublicSite) -> Self {
        Self { site, reasons: references::empty(site.id_count()), named: OnceLock::new() }
    }

    /// Whether machines are not told of `id`.
    pub(super) fn has(&self, id: EntityId) -> bool {
        let made = || reason(self.site, self.site.get(id)?);
        self.reasons.get(id.index()).is_some_and(|known| known.get_or_init(made).is_some())
    }

    /// Whether `name` is that of somebody of whom machines are not told.
    pub(super) fn has_name(&self, name: &str) -> bool {
        let named = self.named.get_or_init(|| named(self.site)).get(&FoldKey::of(name));
        named.is_some_and(|people| people.iter().any(|person| self.has(*person)))
    }
}

/// The people of `site` by their names.
fn named(site: &PublicSite) -> HashMap<FoldKey, Vec<EntityId>> {
    let people: Vec<&PublicEntity> = site.of_kind(Kind::Person).collect();
    let names = |person: &&PublicEntity| -> Vec<(FoldKey, EntityId)> {
        let others = person.other_names().iter().map(|name| name.value.as_str());
        std::iter::once(person.title()).chain(others).map(|name| (FoldKey::of(name), person.id)).collect()
    };
    let names: Vec<Vec<(FoldKey, EntityId)>> = people.par_iter().map(names).collect();
    let mut by_name: HashMap<FoldKey, Vec<EntityId>> = HashMap::with_capacity(people.len());
    for (name, person) in names.into_iter().flatten() {
        by_name.entry(name).or_default().push(person);
    }
    by_name
}

/// The first reason why machines are not told of `entity`; nothing where there is none, and for what is not a person.
pub(super) fn reason(site: &PublicSite, entity: &PublicEntity) -> Option<Reason> {
    let Fields::Person(fields) = entity.fields() else { return None };
    by_own_page(entity, fields).or_else(|| by_other_pages(site, entity)).or_else(|| by_statements(site, entity))
}

fn by_own_page(entity: &PublicEntity, fields: &PersonFields) -> Option<Reason> {
    if entity.is_unnamed || fields.withheld.is_some() {
        Some(Reason::NotNamed)
    } else if entity.common().noindex {
        Some(Reason::NotIndexed)
    } else {
        (!entity.is_gathered).then_some(Reason::NotGathered)
    }
}

fn by_other_pages(site: &PublicSite, person: &PublicEntity) -> Option<Reason> {
    let reasons = site.backlinks(person.id).iter().filter_map(|(from, mention)| {
        let from = site.get(*from)?;
        match from.place(*mention)? {
            Place::Field(FieldKey::Role(role)) => by_role(site, role),
            Place::Field(_) => by_standing(site, from, *mention),
            _ => None,
        }
    });
    reasons.min()
}

fn by_role(site: &PublicSite, role: RoleKey) -> Option<Reason> {
    let key = site.settings.roles.get(usize::from(role.0)).map(|role| role.key.as_str());
    (!key.is_some_and(|key| BY_OFFICE.contains(&key))).then_some(Reason::Role)
}

fn by_standing(site: &PublicSite, case: &PublicEntity, mention: MentionId) -> Option<Reason> {
    let Fields::Case(fields) = case.fields() else { return None };
    let party = fields.parties.iter().find(|party| party.who == mention)?;
    if party.stage.value >= Stage::Suspect {
        return Some(Reason::Party);
    }
    party.role.as_ref().and_then(|role| by_role(site, role.value))
}

fn by_statements(site: &PublicSite, person: &PublicEntity) -> Option<Reason> {
    let statement = |id: &StatementId| site.get(id.entity)?.body().statements.get(id.index as usize);
    let has_testified =
        site.spoken(person.id).iter().filter_map(statement).any(|one| one.form.value == Form::Testimony);
    // What was taken back has been said of the person all the same.
    let is_alleged = |status| matches!(status, Status::Alleged | Status::Retracted);
    let is_accused = || site.about(person.id).iter().filter_map(statement).any(|one| is_alleged(one.status.value));
    has_testified.then_some(Reason::Testimony).or_else(|| is_accused().then_some(Reason::Alleged))
}
