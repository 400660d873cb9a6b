//! A document as a thing of <https://schema.org>. Knows which kind of thing each document is.

use super::{address, document, named, texts};
use crate::document::front_matter::{
    EventFields, Fields, HearingFields, HearingStatus, OrganisationFields, PlaceFields,
};
use crate::foundation::date::Edtf;
use crate::foundation::fold::FoldKey;
use crate::foundation::span::Spanned;
use crate::graph::public::PublicEntity;
use crate::pages::context::Context;
use crate::pages::hearings;
use crate::pages::kinds::shown_coordinates;
use crate::pages::rest::{Part, first};
use crate::pages::views::{Coordinates, Event, Organization, Person, Place, Thing};

/// Words of authors for what is part of a state; others may be, and are not told to be.
const OF_STATE: [&str; 12] = [
    "court",
    "government",
    "government agency",
    "ministry",
    "municipality",
    "office",
    "parliament",
    "police",
    "prosecution service",
    "public body",
    "state agency",
    "state services",
];

/// What machines are told of `entity` beside the way to its page; nothing where there is no word for it. The caller knows whether
/// they are told of it at all.
pub(in crate::pages) fn thing(page: &Context<'_>, entity: &PublicEntity) -> Option<Thing> {
    let url = address(page, entity.id)?;
    Some(match entity.fields() {
        Fields::Dossier(fields) => Thing::Report(document::report(page, entity, url, fields)),
        Fields::Hearing(fields) => Thing::Event(hearing(page, entity, url, fields)),
        Fields::Event(fields) => Thing::Event(event(page, entity, url, fields)),
        Fields::Organisation(fields) => organisation(page, entity, url, fields),
        Fields::Place(fields) => Thing::Place(place(page, entity, url, fields)),
        Fields::Source(fields) => document::source(page, entity, url, fields),
        Fields::Person(_) => {
            let name = entity.title().to_owned();
            Thing::Person(Person { name, url, same_as: texts(entity.elsewhere()) })
        }
        Fields::Case(_) | Fields::Page => return None,
    })
}

fn hearing(page: &Context<'_>, entity: &PublicEntity, url: String, fields: &HearingFields) -> Event {
    let case = hearings::case_of(entity).and_then(|case| page.planner.site.get(case));
    let of_case = |form| match case.map(|case| (case, case.fields())) {
        Some((case, Fields::Case(fields))) => named(page, case, fields.court?, form),
        _ => None,
    };
    let court = |form| fields.court.and_then(|court| named(page, entity, court, form)).or_else(|| of_case(form));
    let (start_date, end_date) = days(fields.date.as_ref());
    Event {
        name: entity.title().to_owned(),
        url,
        description: summary(entity),
        start_date,
        end_date,
        event_status: match fields.status.value {
            HearingStatus::Scheduled => Some("https://schema.org/EventScheduled"),
            HearingStatus::Cancelled => Some("https://schema.org/EventCancelled"),
            HearingStatus::Held | HearingStatus::Adjourned => None,
        },
        location: fields.place.and_then(|place| named(page, entity, place, "Place")).or_else(|| court("Courthouse")),
        super_event: fields.case.and_then(|case| named(page, entity, case, "Event")),
        organizer: court("GovernmentOrganization"),
    }
}

fn event(page: &Context<'_>, entity: &PublicEntity, url: String, fields: &EventFields) -> Event {
    let (start_date, end_date) = days(fields.date.as_ref());
    Event {
        name: entity.title().to_owned(),
        url,
        description: summary(entity),
        start_date,
        end_date,
        event_status: None,
        location: fields.place.and_then(|place| named(page, entity, place, "Place")),
        super_event: None,
        organizer: None,
    }
}

/// The first day, and the last where there are several. A date that the authors worked out is not among them: here nothing can
/// stand beside it that says so.
fn days(date: Option<&Spanned<Edtf>>) -> (Option<String>, Option<String>) {
    let Some((first, last)) = date.and_then(|date| date.value.exact_days()) else { return (None, None) };
    (Some(first.to_string()), (first != last).then(|| last.to_string()))
}

fn organisation(page: &Context<'_>, entity: &PublicEntity, url: String, fields: &OrganisationFields) -> Thing {
    let is_of_state = fields.form.as_ref().is_some_and(|form| {
        let form = FoldKey::of(&form.value);
        OF_STATE.iter().any(|word| FoldKey::of(word) == form)
    });
    let organisation = Organization {
        name: entity.title().to_owned(),
        url,
        alternate_name: first(Part::Aliases, texts(entity.other_names())),
        location: fields.place.and_then(|place| named(page, entity, place, "Place")),
        same_as: texts(entity.elsewhere()),
    };
    if is_of_state { Thing::GovernmentOrganization(organisation) } else { Thing::Organization(organisation) }
}

fn place(page: &Context<'_>, entity: &PublicEntity, url: String, fields: &PlaceFields) -> Place {
    let geo = shown_coordinates(fields).map(|((latitude, longitude), _)| Coordinates {
        form: "GeoCoordinates",
        latitude,
        longitude,
    });
    Place {
        name: entity.title().to_owned(),
        url,
        alternate_name: first(Part::Aliases, texts(entity.other_names())),
        geo,
        contained_in_place: fields.within.and_then(|within| named(page, entity, within, "Place")),
        same_as: texts(entity.elsewhere()),
    }
}

/// One or two sentences of the authors.
pub(super) fn summary(entity: &PublicEntity) -> String {
    entity.common().summary.as_ref().map_or_else(String::new, |summary| summary.value.clone())
}
