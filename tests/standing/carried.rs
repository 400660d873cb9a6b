//! On which origins a statement rests, and what corroborates it.

use super::record::{add_hearing, put, says, site, statement};
use dossier::source::tree::SourceTree;

/// What the hearing says on a statement by Ada with these sources.
fn rests(change: impl FnOnce(&mut SourceTree), via: &str) -> Vec<String> {
    let mut tree = site(&statement("[[Ada]]", "s1", &["status: reported", &format!("via: {via}")]));
    change(&mut tree);
    says(&tree, "support")
}

/// The same where nothing of the record is changed.
fn plainly(via: &str) -> Vec<String> {
    rests(|_| {}, via)
}

#[test]
fn a_paper_that_retells_an_agency_rests_on_it() {
    assert_eq!(plainly("[[Daily]]"), ["Rests on one origin: Agency (not seen)."]);
}

#[test]
fn two_papers_that_retell_one_agency_are_one_origin() {
    assert_eq!(
        plainly("[[Daily]], [[Weekly]]"),
        ["Both reports retell Agency, which was not seen. These reports are one origin."]
    );
}

#[test]
fn a_paper_and_the_agency_that_it_retells_are_one_origin() {
    assert_eq!(
        plainly("[[Daily]], [[Agency]]"),
        ["Daily retells Agency, which was not seen. These reports are one origin."]
    );
}

#[test]
fn a_source_that_was_not_seen_is_said_to_be_so() {
    assert_eq!(plainly("[[Agency]]"), ["Its origin, Agency, was not seen."]);
}

#[test]
fn one_report_of_its_own_says_nothing_more() {
    assert_eq!(plainly("[[Monthly]]"), [""; 0]);
}

#[test]
fn two_reports_of_their_own_are_two_origins() {
    assert_eq!(plainly("[[Monthly]], [[Yearly]]"), ["Corroborated by independent origins: Monthly, Yearly."]);
    assert_eq!(plainly("[[Daily]], [[Monthly]]"), ["Corroborated by independent origins: Agency (not seen), Monthly."]);
}

#[test]
fn origins_that_nobody_has_seen_may_be_one() {
    let wire = |tree: &mut SourceTree| put(tree, "sources/wire", "title: Wire\nseen: false\n");
    assert_eq!(
        rests(wire, "[[Daily]], [[Wire]]"),
        ["Rests on 2 origins of which none was seen: Agency (not seen), Wire (not seen). \
             Whether they are independent of each other is not known."]
    );
    assert_eq!(
        rests(wire, "[[Daily]], [[Wire]], [[Monthly]]"),
        ["Corroborated by independent origins: Agency (not seen), Wire (not seen), Monthly. \
             The 2 that were not seen count as one."]
    );
}

#[test]
fn a_source_that_was_not_seen_and_is_known_to_retell_another_is_no_origin() {
    let unseen = |tree: &mut SourceTree| {
        put(tree, "sources/agency", "title: Agency\nseen: false\nderived_from: \"[[Monthly]]\"\n");
    };
    assert_eq!(rests(unseen, "[[Daily]]"), ["Rests on one origin: Monthly."]);
    assert_eq!(
        rests(unseen, "[[Daily]], [[Weekly]], [[Monthly]]"),
        ["Daily, Weekly retell Monthly. These reports are one origin."]
    );
}

#[test]
fn a_report_that_retells_two_rests_on_both() {
    let digest = |tree: &mut SourceTree| {
        put(tree, "sources/digest", "title: Digest\nderived_from: [\"[[Daily]]\", \"[[Monthly]]\"]\n");
    };
    assert_eq!(rests(digest, "[[Digest]]"), ["Corroborated by independent origins: Agency (not seen), Monthly."]);
}

#[test]
fn papers_that_retell_each_other_are_one_origin() {
    let circle = |tree: &mut SourceTree| {
        put(tree, "sources/monthly", "title: Monthly\nderived_from: \"[[Yearly]]\"\n");
        put(tree, "sources/yearly", "title: Yearly\nderived_from: \"[[Monthly]]\"\n");
        put(tree, "sources/digest", "title: Digest\nderived_from: \"[[Yearly]]\"\n");
        put(tree, "sources/self", "title: Self\nderived_from: \"[[Self]]\"\n");
    };
    assert_eq!(rests(circle, "[[Monthly]]"), [""; 0]);
    assert_eq!(rests(circle, "[[Monthly]], [[Yearly]]"), ["Yearly retells Monthly. These reports are one origin."]);
    assert_eq!(rests(circle, "[[Monthly]], [[Digest]]"), ["Digest retells Monthly. These reports are one origin."]);
    assert_eq!(rests(circle, "[[Digest]]"), ["Rests on one origin: Monthly."]);
    assert_eq!(rests(circle, "[[Self]]"), [""; 0]);
}

#[test]
fn a_circle_that_somebody_stands_behind_is_no_origin() {
    let circle = |tree: &mut SourceTree| {
        put(tree, "sources/weekly", "title: Weekly\nderived_from: \"[[Daily]]\"\n");
        put(tree, "sources/daily", "title: Daily\nderived_from: [\"[[Weekly]]\", \"[[Agency]]\"]\n");
    };
    assert_eq!(
        rests(circle, "[[Daily]], [[Weekly]]"),
        ["Both reports retell Agency, which was not seen. These reports are one origin."]
    );
}

#[test]
fn another_who_says_the_same_on_another_report_corroborates_both() {
    let first = statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]]"]);
    let second = statement("[[Bora]]", "s2", &["status: reported", "via: [[Monthly]]", "repeats: [[#^s1]]"]);
    let both = [
        "Corroborated by independent origins: Agency (not seen); and through statement 2 (Bora, reported), Monthly.",
        "Corroborated by independent origins: Monthly; and through statement 1 (Ada, reported), Agency (not seen).",
    ];
    assert_eq!(says(&site(&(first + &second)), "support"), both);
    let first = statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]]", "repeats: [[#^s2]]"]);
    let tree = site(&(first + &second));
    assert_eq!(says(&tree, "support"), both, "what both say of each other is one fact");
    let once = ["Repeats statement 2 by Bora", "Repeats statement 1 by Ada"];
    assert_eq!(says(&tree, "relations")[..2], once, "in the table of the hearing");
}

#[test]
fn who_supports_is_not_supported_by_that() {
    let first = statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]]"]);
    let second = statement("[[Bora]]", "s2", &["status: reported", "via: [[Monthly]]", "supports: [[#^s1]]"]);
    assert_eq!(
        says(&site(&(first + &second)), "support"),
        ["Corroborated by independent origins: Agency (not seen); and through statement 2 (Bora, reported), Monthly."]
    );
}

#[test]
fn others_who_rest_on_the_same_origin_add_nothing() {
    let first = statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]]"]);
    let second = statement("[[Bora]]", "s2", &["status: reported", "via: [[Weekly]]", "supports: [[#^s1]]"]);
    assert_eq!(
        says(&site(&(first + &second)), "support"),
        ["Rests on one origin: Agency (not seen).", "Rests on one origin: Agency (not seen)."]
    );
}

#[test]
fn what_has_no_source_of_its_own_can_be_carried_by_two_others() {
    let alone = statement("[[Ada]]", "s1", &["status: alleged"]);
    let second = statement("[[Bora]]", "s2", &["status: reported", "via: [[Monthly]]", "supports: [[#^s1]]"]);
    let third = statement("unattributed", "s3", &["status: alleged", "via: [[Yearly]]", "supports: [[#^s1]]"]);
    assert_eq!(says(&site(&(alone.clone() + &second)), "support"), [""; 0]);
    assert_eq!(
        says(&site(&(alone + &second + &third)), "support"),
        ["Corroborated by independent origins: through statement 2 (Bora, reported), Monthly; \
             and through statement 3 (not attributed by its source, alleged), Yearly."]
    );
}

#[test]
fn neither_the_same_voice_nor_what_is_retracted_corroborates() {
    let first = statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]]"]);
    let again = statement("[[Ada|she]]", "s2", &["status: reported", "via: [[Monthly]]", "repeats: [[#^s1]]"]);
    let retracted = statement("[[Bora]]", "s3", &["status: retracted", "via: [[Monthly]]", "supports: [[#^s1]]"]);
    assert_eq!(says(&site(&(first + &again + &retracted)), "support"), ["Rests on one origin: Agency (not seen)."]);
}

#[test]
fn of_two_speakers_who_are_not_published_nobody_knows_whether_they_are_one() {
    let first = statement("[[Eren]]", "s1", &["status: reported", "via: [[Daily]]"]);
    let again = statement("[[Filiz|a clerk]]", "s2", &["status: reported", "via: [[Monthly]]", "repeats: [[#^s1]]"]);
    let mut tree = site(&(first + &again));
    put(&mut tree, "people/eren", "name: Eren\ndraft: true\n");
    put(&mut tree, "people/filiz", "name: Filiz\ndraft: true\n");
    assert_eq!(says(&tree, "support"), ["Rests on one origin: Agency (not seen)."]);
    put(&mut tree, "people/filiz", "name: Filiz\n");
    assert_eq!(says(&tree, "support").len(), 2);
}

#[test]
fn what_is_retracted_is_carried_by_nothing() {
    let retracted = statement("[[Ada]]", "s1", &["status: retracted", "via: [[Monthly]], [[Yearly]]"]);
    let other = statement("[[Bora]]", "s2", &["status: reported", "via: [[Daily]]", "supports: [[#^s1]]"]);
    let tree = site(&(retracted + &other));
    assert_eq!(says(&tree, "support"), ["Rests on one origin: Agency (not seen)."], "that of the second");
    assert_eq!(says(&tree, "relations")[1], "Supports statement 1 by Ada, which was retracted");
}

#[test]
fn of_an_origin_that_is_not_published_nothing_is_said() {
    let draft = |tree: &mut SourceTree| put(tree, "sources/agency", "title: Agency\ndraft: true\n");
    assert_eq!(rests(draft, "[[Daily]], [[Monthly]]"), [""; 0]);
    assert_eq!(rests(draft, "[[Monthly]], [[Yearly]]"), ["Corroborated by independent origins: Monthly, Yearly."]);
}

#[test]
fn somebody_at_a_hearing_that_is_not_published_supports_nobody() {
    let mut tree = site(&statement("[[Ada]]", "s1", &["status: reported", "via: [[Daily]]"]));
    let other = statement("[[Bora]]", "s1", &["status: reported", "via: [[Monthly]]", "supports: [[one#^s1]]"]);
    add_hearing(&mut tree, "two", "draft: true\n", &other);
    assert_eq!(says(&tree, "support"), ["Rests on one origin: Agency (not seen)."]);
    assert_eq!(says(&tree, "relations"), [""; 0]);
    add_hearing(&mut tree, "two", "", &other);
    assert_eq!(
        says(&tree, "support"),
        ["Corroborated by independent origins: Agency (not seen); \
             and through statement 1 (Bora, reported) on Hearing two, Monthly."]
    );
}

#[test]
fn a_chain_of_retelling_can_be_very_long() {
    let chain = |tree: &mut SourceTree| {
        for number in 0..3_000 {
            let lines = format!("title: Source {number}\nderived_from: \"[[source-{}]]\"\n", number + 1);
            put(tree, &format!("sources/source-{number}"), &lines);
        }
        put(tree, "sources/source-3000", "title: The first source\n");
    };
    assert_eq!(rests(chain, "[[source-0]]"), ["Rests on one origin: The first source."]);
}
