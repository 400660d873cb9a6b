//! Trees of sources, what cites a source, and what sources count, with every field set.

use dossier::document::kind::Kind;
use dossier::pages::views::*;

use super::filled::*;
use super::{date, to};

fn source(id: &str, title: &str) -> Ref {
    to(Kind::Source, &format!("sources/{id}/"), title)
}

fn branch(id: &str, title: &str, seen: bool, course: &'static str, branches: Vec<BranchView>) -> BranchView {
    BranchView { source: source(id, title), seen, course, branches }
}

/// Every course that a branch can take.
pub fn retells() -> LineageView {
    let wire =
        branch("wire", "Harbour wire", true, "whole", vec![branch("minutes-2", "Minutes", true, "above", vec![])]);
    let note = branch("note", "A note", true, "whole", vec![branch("daily", "Daily report", false, "circle", vec![])]);
    let minutes = branch("minutes-2", "Minutes of the second hearing", true, "whole", vec![]);
    LineageView {
        branches: vec![minutes, wire, note, branch("chain", "A long chain", false, "further", vec![])],
        more: Some(MoreView {
            count: 4992,
            open: vec![source("chain", "A long chain")],
            ends: vec![source("first", "The first report")],
        }),
    }
}

pub fn retold_by() -> LineageView {
    let more = MoreView { count: 2, open: vec![source("gate", "Gate")], ends: vec![source("pier", "Pier")] };
    LineageView { branches: vec![branch("weekly", "Weekly digest", true, "whole", vec![])], more: Some(more) }
}

fn number(bound: &'static str, number: &str, most: Option<&str>) -> CountView {
    let amount = AmountView { bound, number: number.into(), most: most.map(Into::into) };
    CountView {
        amount: Some(amount),
        date: None,
        as_said: Some(format!("some {number}, it was said")),
        source: report(),
    }
}

/// Every form of a number, and two days.
pub fn counts() -> Vec<CountGroup> {
    let bounds = ["exactly", "about", "more-than", "at-least", "less-than", "at-most"];
    let mut numbers: Vec<_> =
        bounds.into_iter().zip(11..).map(|(bound, n)| number(bound, &n.to_string(), None)).collect();
    numbers.push(number("between", "20", Some("30")));
    let day = |text: &str, words: &str, source| CountView {
        amount: None,
        date: Some(date(text, words, Some(text))),
        as_said: Some(format!("on {words}")),
        source,
    };
    let dates = vec![day("2021-05-03", "3 May 2021", report()), day("2021-05-04", "4 May 2021", minutes())];
    let group = |what: &str, dates, counts| CountGroup {
        what: what.into(),
        dates,
        counts,
        agreement: if dates { "different" } else { "compatible" },
        one_source: !dates,
    };
    vec![group("wounded", false, numbers), group("the day", true, dates)]
}

pub fn cited() -> CitedView {
    CitedView {
        statements: statements(),
        standings: vec![standing()],
        withheld: vec![WithheldCitation { person: guard(), withheld: withheld() }],
        counts: vec![CountCitation {
            event: to(Kind::Event, "events/fire/", "Fire at the harbour"),
            what: "wounded".into(),
            count: number("between", "20", Some("30")),
        }],
        pages: vec![case_ref()],
    }
}
