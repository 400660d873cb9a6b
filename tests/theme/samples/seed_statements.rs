//! The fifteen statements of the sample site, in our words.

use std::sync::Arc;

use dossier::pages::views::*;

use super::rich;
use super::seed::*;

struct Line {
    form: &'static str,
    status: &'static str,
    speaker: Option<Ref>,
    about: Vec<Ref>,
    relations: Vec<(&'static str, bool, usize)>,
    summary: &'static str,
    quote: &'static str,
}

fn lines() -> Vec<Line> {
    let line = |form, status, speaker: Option<Ref>, about: Vec<Ref>, summary| Line {
        form,
        status,
        speaker,
        about,
        relations: Vec::new(),
        summary,
        quote: "",
    };
    let said = |status, about, summary| line("testimony", status, Some(kurt()), about, summary);
    let told = |status, about, summary| line("background", status, None, about, summary);
    vec![
        Line {
            quote: "I personally spoke to …",
            ..said(
                "alleged",
                vec![bali(), officer(), lieutenant(), sergeant(1), sergeant(2)],
                "Says that he telephoned Balı before the attack, and that the head of the local security intelligence office, a lieutenant and two sergeants were present.",
            )
        },
        said(
            "reported",
            vec![bali(), soldier()],
            "Says that he did not know Balı; the contact was about a soldier held in Syria.",
        ),
        said(
            "alleged",
            vec![minister(), governor()],
            "Says that officials, the assistant interior minister and the governor of Kilis among them, asked him to make contact.",
        ),
        said("reported", vec![kurt()], "Says that he was arrested for the call and spent five months in prison."),
        Line {
            relations: vec![("contradicts", true, 9)],
            ..said("reported", vec![sergeant(1)], "Says that he knows who one of the sergeants is, from Gaziantep.")
        },
        line(
            "ruling",
            "reported",
            Some(court()),
            vec![kurt(), sergeant(1)],
            "Twice kept the witness from naming the sergeant when the lawyers asked.",
        ),
        line("ruling", "reported", Some(judge()), vec![kurt()], "Told the witness that he need not give the name."),
        line(
            "act",
            "reported",
            Some(families()),
            vec![court()],
            "Protested, and asked the court why the killers were being protected.",
        ),
        Line {
            relations: vec![("contradicts", false, 5)],
            ..said("reported", vec![sergeant(1)], "Said after a while that he had forgotten the name.")
        },
        line(
            "submission",
            "alleged",
            Some(lawyers()),
            vec![officer(), lieutenant(), sergeant(1), sergeant(2)],
            "Say that the officials are in the case file already, in recordings of telephone calls.",
        ),
        Line {
            relations: vec![("contradicts", true, 12)],
            ..told("alleged", vec![bali(), isis()], "Balı is regarded as the group’s “emir” for Turkey.")
        },
        Line {
            relations: vec![("contradicts", false, 11)],
            ..said("alleged", vec![bali(), isis()], "Calls Balı the group’s border emir.")
        },
        told("alleged", vec![attack(), isis()], "The attack is blamed on the group."),
        told(
            "reported",
            vec![attack(), hdp()],
            "Most of the dead were supporters of the party at a peace rally before the election.",
        ),
        told(
            "alleged",
            vec![services(), attack()],
            "It had been claimed before that the services knew of the attack in advance and did not act.",
        ),
    ]
}

fn speaker_of(number: usize) -> Option<Ref> {
    if number == 11 { None } else { Some(kurt()) }
}

/// All of them, as they stand on the hearing's page.
pub fn statements() -> Vec<Arc<StatementView>> {
    let path = |number: usize| format!("hearings/ankara-12/index.html#s{number}");
    let view = |(at, line): (usize, Line)| {
        let number = at + 1;
        let relation = |(relation, inverse, other): &(&'static str, bool, usize)| RelationView {
            relation,
            inverse: *inverse,
            same_speaker: line.speaker.is_some() && line.speaker == speaker_of(*other),
            other: StatementRef {
                number: *other,
                path: path(*other),
                status: if *other > 10 { "alleged" } else { "reported" },
                speaker: speaker_of(*other),
                page: hearing(),
                same_page: true,
            },
        };
        let quote = if line.quote.is_empty() {
            String::new()
        } else {
            format!("<blockquote><p>{}</p></blockquote>", line.quote)
        };
        Arc::new(StatementView {
            anchor: format!("s{number}"),
            path: path(number),
            number,
            page: hearing(),
            page_date: Some(hearing_date()),
            form: line.form,
            status: line.status,
            speaker: line.speaker.clone(),
            about: line.about,
            via: vec![duvar()],
            date: None,
            relations: line.relations.iter().map(relation).collect(),
            support: None,
            rest: Vec::new(),
            unanswered: Vec::new(),
            summary: line.summary.to_owned().into(),
            words: rich(&format!("<p>{}</p>{quote}", line.summary)).into(),
            translation: None,
        })
    };
    lines().into_iter().enumerate().map(view).collect()
}
