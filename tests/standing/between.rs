//! Who contradicts whom, who is at odds with their own words, who denies what: on the statement, the hearing, the case, and the
//! pages of those concerned.

use super::record::{add_hearing, follows, page, page_says, says, site, statement};

/// An account of Can by this speaker, with one line more.
fn account(speaker: &str, id: &str, line: &str) -> String {
    statement(speaker, id, &["about: [[Can]]", "status: alleged", line])
}

/// An account that nothing more is said of.
fn plain(speaker: &str, id: &str) -> String {
    statement(speaker, id, &["about: [[Can]]", "status: alleged"])
}

const JUDGEMENT: &str = "That one statement contradicts another is the judgement of the editors.";

#[test]
fn contradictions_are_told_on_the_hearing_once() {
    let text = plain("[[Ada]]", "s1")
        + &account("[[Ada]]", "s2", "contradicts: [[#^s1]]")
        + &account("unattributed", "s3", "contradicts: [[#^s2]]");
    assert_eq!(
        says(&site(&text), "disagreements"),
        ["Ada is at odds with their own words: statement 2 (alleged) contradicts statement 1 (alleged). \
          Two accounts of Can: statement 3 (not attributed by its source, alleged) contradicts statement 2 (Ada, alleged)."]
    );
}

#[test]
fn a_contradiction_is_marked_as_the_judgement_of_the_editors_wherever_it_shows() {
    let mut tree = site(&(plain("[[Ada]]", "s1") + &account("[[Bora]]", "s2", "contradicts: [[#^s1]]")));
    assert_eq!(
        says(&tree, "relations"),
        [
            "Contradicted by statement 2 by Bora, in the editors’ judgement",
            "Contradicts statement 1 by Ada, in the editors’ judgement",
        ]
        .repeat(2),
        "in the table and in the text"
    );
    add_hearing(&mut tree, "two", "", &account("[[Derya]]", "s1", "contradicts: [[one#^s1]]"));
    let addresses = ["/hearings/one/", "/hearings/two/", "/cases/fire/", "/people/ada/", "/people/can/"];
    for address in addresses {
        let html = page(&tree, address);
        let said = page_says(&tree, address, "disagreements");
        assert_eq!(said.len(), 1, "{address}");
        assert!(html.contains(JUDGEMENT), "{address}");
    }
}

#[test]
fn what_is_written_on_both_sides_is_one_contradiction() {
    let text = account("[[Ada]]", "s1", "contradicts: [[#^s2]]") + &account("[[Bora]]", "s2", "contradicts: [[#^s1]]");
    let tree = site(&text);
    assert_eq!(
        says(&tree, "disagreements"),
        ["Two accounts of Can: statement 2 (Bora, alleged) contradicts statement 1 (Ada, alleged)."]
    );
    assert_eq!(
        says(&tree, "relations")[..2],
        [
            "Contradicts statement 2 by Bora, in the editors’ judgement",
            "Contradicts statement 1 by Ada, in the editors’ judgement"
        ]
    );
}

#[test]
fn who_contradicts_across_hearings_is_told_on_both_and_on_the_case() {
    let mut tree = site(&plain("[[Ada]]", "s1"));
    add_hearing(&mut tree, "two", "", &account("[[Bora]]", "s1", "contradicts: [[one#^s1]]"));
    assert_eq!(
        says(&tree, "disagreements"),
        ["Two accounts of Can: statement 1 (Bora, alleged) on Hearing two contradicts statement 1 (Ada, alleged)."]
    );
    assert_eq!(
        page_says(&tree, "/hearings/two/", "disagreements"),
        ["Two accounts of Can: statement 1 (Bora, alleged) contradicts statement 1 (Ada, alleged) on Hearing one."]
    );
    assert_eq!(
        page_says(&tree, "/cases/fire/", "disagreements"),
        [
            "Two accounts of Can: statement 1 (Bora, alleged) on Hearing two contradicts statement 1 (Ada, alleged) on Hearing one."
        ]
    );
}

#[test]
fn a_speaker_under_a_label_is_the_same_speaker() {
    let text = plain("[[Ada]]", "s1") + &account("[[Ada|the neighbour]]", "s2", "contradicts: [[#^s1]]");
    assert_eq!(
        says(&site(&text), "disagreements"),
        ["Ada is at odds with their own words: statement 2 (alleged) contradicts statement 1 (alleged)."]
    );
}

#[test]
fn of_two_that_nobody_is_said_to_have_made_nobody_is_at_odds_with_themselves() {
    let text = plain("unattributed", "s1") + &account("unattributed", "s2", "contradicts: [[#^s1]]");
    assert_eq!(
        says(&site(&text), "disagreements"),
        ["Two accounts of Can: statement 2 (not attributed by its source, alleged) \
          contradicts statement 1 (not attributed by its source, alleged)."]
    );
}

#[test]
fn what_is_retracted_contradicts_nothing_and_is_contradicted_by_nothing() {
    for (first, second) in [("retracted", "alleged"), ("alleged", "retracted")] {
        let text = statement("[[Ada]]", "s1", &["about: [[Can]]", &format!("status: {first}"), "via: [[Monthly]]"])
            + &statement(
                "[[Bora]]",
                "s2",
                &["about: [[Can]]", &format!("status: {second}"), "contradicts: [[#^s1]]", "denies: [[#^s1]]"],
            );
        let tree = site(&text);
        assert_eq!(says(&tree, "disagreements"), [""; 0]);
        assert_eq!(page_says(&tree, "/cases/fire/", "disagreements"), [""; 0]);
        assert_eq!(follows(&tree, "/people/ada/"), [""; 0]);
        assert_eq!(follows(&tree, "/people/can/"), [""; 0]);
    }
}

#[test]
fn what_its_author_wrote_on_a_retracted_statement_is_not_dropped() {
    let text = statement("[[Ada]]", "s1", &["about: [[Can]]", "status: retracted", "via: [[Monthly]]"])
        + &account("[[Bora]]", "s2", "contradicts: [[#^s1]]");
    assert_eq!(
        says(&site(&text), "relations")[..2],
        [
            "Contradicted by statement 2 by Bora, in the editors’ judgement",
            "Contradicts statement 1 by Ada, which was retracted, in the editors’ judgement"
        ]
    );
}

#[test]
fn a_statement_at_a_hearing_that_is_not_published_contradicts_and_denies_nothing() {
    let mut tree = site(&plain("[[Ada]]", "s1"));
    let text = account("[[Bora]]", "s1", "contradicts: [[one#^s1]]")
        + &account("[[Can]]", "s2", "denies: [[one#^s1]]")
        + &account("[[Ada]]", "s3", "contradicts: [[one#^s1]]");
    let without: Vec<String> = EVERYWHERE.iter().map(|address| page(&tree, address)).collect();
    add_hearing(&mut tree, "two", "draft: true\n", &text);
    let with: Vec<String> = EVERYWHERE.iter().map(|address| page(&tree, address)).collect();
    assert_eq!(with, without, "not a byte tells that there is a second hearing");
    add_hearing(&mut tree, "two", "", &text);
    assert_eq!(page_says(&tree, "/hearings/one/", "disagreements").len(), 1);
}

const EVERYWHERE: [&str; 6] =
    ["/hearings/one/", "/cases/fire/", "/people/ada/", "/people/bora/", "/people/can/", "/hearings/"];

#[test]
fn a_published_statement_that_contradicts_one_that_is_not_says_nothing_of_it() {
    let mut tree = site(&account("[[Ada]]", "s1", "contradicts: [[two#^s1]]"));
    add_hearing(&mut tree, "two", "draft: true\n", &plain("[[Bora]]", "s1"));
    assert_eq!(says(&tree, "disagreements"), [""; 0]);
    assert_eq!(says(&tree, "relations"), [""; 0]);
    assert_eq!(follows(&tree, "/people/can/"), [""; 0]);
}

#[test]
fn a_denial_names_who_denies_and_where() {
    let text = plain("[[Ada]]", "s1")
        + &account("[[Can]]", "s2", "denies: [[#^s1]]")
        + &account("unattributed", "s3", "denies: [[#^s1]]")
        + &account("[[Ada]]", "s4", "denies: [[#^s1]]");
    assert_eq!(
        says(&site(&text), "relations")[0],
        "Denied by Can in statement 2 Denied by statement 3, not attributed by its source \
         Denied by the same speaker in statement 4"
    );
}
