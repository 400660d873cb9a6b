//! The table of legal standing: who, in which case, at which stage, as of when, according to whom. Knows that a stage never
//! stands without its case, its date and its source.

use serde::Serialize;

use super::parts::{self, Named, When, cells, yes};
use super::table::Record;
use crate::document::front_matter::{Fields, Party};
use crate::document::kind::Kind;
use crate::graph::public::{Link, PublicEntity};
use crate::pages::planner::Planner;

/// The standing of one party of one case.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct StandingRecord {
    who: Named,
    case: Named,
    role: Option<String>,
    #[cfg_attr(test, schemars(schema_with = "super::schema::stage"))]
    stage: &'static str,
    presumed_innocent: bool,
    as_of: When,
    source: Named,
}

/// The records, by case and in the order of its parties.
pub(super) fn records<'a>(planner: &'a Planner<'_>) -> impl Iterator<Item = StandingRecord> + 'a {
    let cases = parts::in_order(planner).into_iter().filter(|entity| entity.kind() == Kind::Case);
    cases.flat_map(|case| of_case(planner, case))
}

fn of_case<'a>(planner: &'a Planner<'_>, case: &'a PublicEntity) -> impl Iterator<Item = StandingRecord> + 'a {
    let parties = match case.fields() {
        Fields::Case(fields) => fields.parties.as_slice(),
        _ => &[],
    };
    parties.iter().filter_map(|party| record(planner, case, party))
}

/// Of somebody who is not published there is no record. A source that is not published is still named as one.
fn record(planner: &Planner<'_>, case: &PublicEntity, party: &Party) -> Option<StandingRecord> {
    matches!(case.link(party.who), Some(Link::To { .. })).then(|| StandingRecord {
        who: parts::mentioned(planner, case, party.who),
        case: parts::entity(case, case),
        role: party.role.as_ref().and_then(|role| planner.role_key(role.value)).map(str::to_owned),
        stage: party.stage.value.name(),
        presumed_innocent: party.stage.value.is_accused(),
        as_of: When::of(&party.as_of.value),
        source: parts::mentioned(planner, case, party.source),
    })
}

impl Record<11> for StandingRecord {
    const COLUMNS: [&'static str; 11] = [
        "who_id",
        "who_name",
        "case_id",
        "case_name",
        "role",
        "stage",
        "presumed_innocent",
        "as_of_edtf",
        "as_of_date",
        "source_id",
        "source_name",
    ];

    fn cells(self) -> [String; 11] {
        let [who_id, who_name] = cells(Some(self.who));
        let [case_id, case_name] = cells(Some(self.case));
        let [as_of_edtf, as_of_date] = When::cells(Some(self.as_of));
        let [source_id, source_name] = cells(Some(self.source));
        let (stage, presumed_innocent) = (self.stage.to_owned(), yes(self.presumed_innocent));
        let role = self.role.unwrap_or_default();
        [
            who_id,
            who_name,
            case_id,
            case_name,
            role,
            stage,
            presumed_innocent,
            as_of_edtf,
            as_of_date,
            source_id,
            source_name,
        ]
    }
}
