//! What follows from the record for a person or organisation, as their own page says it.

use super::record::{add_hearing, follows, page, put, says, site, statement};

#[test]
fn who_has_not_replied_to_an_allegation_is_named_and_who_has_is_not() {
    let about = "about: [[Ada]], [[Bora]], [[Can]]";
    let tree = site(&statement("[[Ada]]", "s1", &[about, "status: alleged", "via: [[Monthly]]"]));
    assert_eq!(says(&tree, "support"), ["No reply is on file of Bora."]);
    assert_eq!(
        follows(&tree, "/people/bora/"),
        ["1 statement by others alleges something about Bora. No reply is on file."]
    );
    assert_eq!(follows(&tree, "/people/can/"), [""; 0], "a reply is on file");
    assert_eq!(follows(&tree, "/people/ada/"), [""; 0], "these are her own words");
}

#[test]
fn what_is_reported_or_retracted_asks_for_no_reply() {
    for status in ["reported", "retracted"] {
        let status = format!("status: {status}");
        let tree = site(&statement("[[Ada]]", "s1", &["about: [[Bora]]", &status, "via: [[Monthly]]"]));
        assert_eq!(says(&tree, "support"), [""; 0]);
        assert_eq!(follows(&tree, "/people/bora/"), [""; 0]);
    }
}

#[test]
fn a_reply_on_file_ends_what_is_unanswered() {
    let alleged = statement("[[Ada]]", "s1", &["about: [[Bora]]", "status: alleged"]);
    let mut tree = site(&alleged);
    assert_eq!(says(&tree, "support"), ["No reply is on file of Bora."]);
    put(&mut tree, "people/bora", "name: Bora\nreplies:\n  - {from: Counsel, date: 2021-02-03, text: He was away.}\n");
    assert_eq!(says(&tree, "support"), [""; 0]);
    assert_eq!(follows(&tree, "/people/bora/"), [""; 0]);
}

#[test]
fn who_denies_a_statement_in_their_own_words_has_answered_that_one() {
    let text = statement("[[Ada]]", "s1", &["about: [[Bora]]", "status: alleged"])
        + &statement("unattributed", "s2", &["about: [[Bora]]", "status: alleged"])
        + &statement("[[Bora]]", "s3", &["status: reported", "via: [[Monthly]]", "denies: [[#^s1]]"]);
    let tree = site(&text);
    assert_eq!(says(&tree, "support"), ["No reply is on file of Bora."], "to the second");
    assert_eq!(
        follows(&tree, "/people/bora/"),
        [
            "Of 2 statements by others that allege something about Bora, 1 has no reply on file.",
            "Denied: statement 1 (Ada, alleged), by statement 3 (Bora, reported) on Hearing one.",
        ]
    );
}

#[test]
fn organisations_are_asked_for_a_reply_and_places_are_not() {
    let text = statement("[[Ada]]", "s1", &["about: [[The mill]], [[The gate]]", "status: alleged"]);
    let mut tree = site(&text);
    put(&mut tree, "organisations/mill", "name: The mill\n");
    put(&mut tree, "places/gate", "name: The gate\n");
    assert_eq!(says(&tree, "support"), ["No reply is on file of The mill."]);
    assert_eq!(
        follows(&tree, "/organisations/mill/"),
        ["1 statement by others alleges something about The mill. No reply is on file."]
    );
}

#[test]
fn a_page_tells_own_words_at_odds_other_accounts_and_denials() {
    let mut tree = site(
        &(statement("[[Ada]]", "s1", &["about: [[Bora]]", "status: alleged"])
            + &statement("[[Bora]]", "s2", &["about: [[Derya]]", "status: reported", "via: [[Monthly]]"])
            + &statement("[[Derya]]", "s3", &["status: reported", "via: [[Monthly]]", "denies: [[#^s2]]"])),
    );
    add_hearing(
        &mut tree,
        "two",
        "",
        &(statement(
            "[[Bora]]",
            "s1",
            &["about: [[Derya]]", "status: reported", "via: [[Monthly]]", "contradicts: [[one#^s2]]"],
        ) + &statement("unattributed", "s2", &["about: [[Bora]]", "status: alleged", "contradicts: [[one#^s1]]"])),
    );
    assert_eq!(
        follows(&tree, "/people/bora/"),
        [
            "2 statements by others allege something about Bora. No reply is on file.",
            "Denied: statement 2 (Bora, reported), by statement 3 (Derya, reported) on Hearing one.",
            "Bora is at odds with their own words: statement 1 (reported) on Hearing two \
             contradicts statement 2 (reported) on Hearing one.",
            "Two accounts of Bora: statement 2 (not attributed by its source, alleged) on Hearing two \
             contradicts statement 1 (Ada, alleged) on Hearing one.",
            "That one statement contradicts another is the judgement of the editors.",
        ]
    );
    assert_eq!(
        follows(&tree, "/people/derya/"),
        [
            "Denied: statement 2 (Bora, reported), by statement 3 (Derya, reported) on Hearing one.",
            "Bora is at odds with their own words: statement 1 (reported) on Hearing two \
             contradicts statement 2 (reported) on Hearing one.",
            "That one statement contradicts another is the judgement of the editors.",
        ]
    );
}

#[test]
fn about_a_person_for_whom_facts_are_not_gathered_a_page_tells_only_what_stands_on_it() {
    let text = statement("[[Ada]]", "s1", &["about: [[p-1]]", "status: alleged"])
        + &statement("[[Can]]", "s2", &["about: [[p-1]]", "status: alleged", "contradicts: [[#^s1]]"]);
    let mut tree = site(&text);
    let withheld = "id: p-1\nlabel: a guard\nwithheld: {how: by-us, why: safety}\n";
    put(&mut tree, "people/p-1", withheld);
    assert_eq!(follows(&tree, "/people/p-1/").len(), 3);
    put(&mut tree, "people/p-1", &format!("{withheld}aggregate: false\n"));
    assert_eq!(follows(&tree, "/people/p-1/"), [""; 0]);
    assert!(!page(&tree, "/people/p-1/").contains("hearings/one/"));
}
