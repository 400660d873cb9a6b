//! What the sample site says by itself: nobody wrote these sentences into `content/`; they follow from what stands there.
//! One test for each page, one sentence for each fact.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::path::Path;

use dossier::foundation::date::Moment;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::{self, Limits};

/// The pages of the sample by their addresses, each as the lines that a reader sees.
struct Sample(BTreeMap<String, Vec<String>>);

impl Sample {
    fn build() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let tree = source::read(root, &Limits::default()).unwrap();
        assert_eq!(tree.diagnostics, []);
        let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
        let built = Pipeline::default().build(&tree.value, &options);
        assert_eq!(built.diagnostics, []);
        let pages = built.value.files.iter().filter(|file| file.route.to_string().ends_with('/'));
        Self(pages.map(|file| (file.route.to_string(), lines(std::str::from_utf8(&file.bytes).unwrap()))).collect())
    }

    /// The lines of the page at `address`.
    fn page(&self, address: &str) -> &[String] {
        self.0.get(address).unwrap_or_else(|| panic!("no page at {address}"))
    }

    /// The lines of a page between one and another.
    fn between(&self, address: &str, start: &str, end: &str) -> Vec<&str> {
        let lines = self.page(address).iter().map(String::as_str);
        let from = lines.skip_while(|line| *line != start).skip(1);
        from.take_while(|line| *line != end).collect()
    }

    fn says(&self, address: &str, sentence: &str) {
        assert!(self.page(address).iter().any(|line| line == sentence), "{address} does not say: {sentence}");
    }

    fn count(&self, address: &str, sentence: &str) -> usize {
        self.page(address).iter().filter(|line| *line == sentence).count()
    }
}

/// What stands in `<main>`, one line for each block, without markup and empty lines.
fn lines(html: &str) -> Vec<String> {
    let main = html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).map_or("", |(main, _)| main);
    let mut text = String::new();
    for part in main.replace('\n', " ").split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        let is_inline = matches!(name, "a" | "span" | "strong" | "em" | "b" | "i" | "time" | "bdi" | "mark" | "del");
        text.push_str(if is_inline { "" } else { "\n" });
        text.push_str(words);
    }
    let plain = text.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&");
    let lines = plain.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

#[test]
fn on_the_hearing() {
    let sample = Sample::build();
    let hearing = "/hearings/ankara-12/";
    sample.says(
        hearing,
        "All 15 statements here rest on one source, Duvar English report. \
         Its origin, Mezopotamya Agency report, was not seen.",
    );
    sample.says(
        hearing,
        "Muhammed Kasım Kurt is at odds with their own words: \
         statement 9 (reported) contradicts statement 5 (reported).",
    );
    sample.says(
        hearing,
        "Two accounts of İlhami Balı, ISIS: statement 12 (Muhammed Kasım Kurt, alleged) \
         contradicts statement 11 (not attributed by its source, alleged).",
    );
    sample.says(hearing, "That one statement contradicts another is the judgement of the editors.");
}

#[test]
fn on_the_statements() {
    let sample = Sample::build();
    let hearing = "/hearings/ankara-12/";
    assert_eq!(sample.count(hearing, "Rests on one origin: Mezopotamya Agency report (not seen)."), 15);
    // In the table and in the text.
    for sentence in [
        "Contradicted by statement 9 of the same speaker, in the editors’ judgement",
        "Contradicts statement 5 of the same speaker, in the editors’ judgement",
        "Contradicted by statement 12 by Muhammed Kasım Kurt, in the editors’ judgement",
        "Contradicts statement 11, not attributed by its source, in the editors’ judgement",
    ] {
        assert_eq!(sample.count(hearing, sentence), 2, "{sentence}");
    }
    sample.says(
        hearing,
        "No reply is on file of İlhami Balı, the head of the local security intelligence office, a lieutenant, \
         a sergeant from Gaziantep, a second sergeant.",
    );
    sample.says(hearing, "No reply is on file of Assistant interior minister, Governor of Kilis.");
    sample.says(hearing, "No reply is on file of Turkish intelligence services.");
    let said = sample.page(hearing).iter().filter(|line| line.starts_with("No reply is on file of "));
    assert_eq!(said.count(), 7, "one for each statement that alleges something: s1, s3, s10, s11, s12, s13, s15");
}

#[test]
fn on_the_page_of_the_man_who_was_telephoned() {
    let sample = Sample::build();
    let bali = "/people/ilhami-bali/";
    let legal_status = sample.between(bali, "Legal status", "What follows from the record");
    assert_eq!(legal_status.first(), Some(&"No legal status recorded here."));
    assert_eq!(
        sample.between(bali, "What follows from the record", "Said by this person"),
        [
            "3 statements by others allege something about İlhami Balı. No reply is on file.",
            "Two accounts of İlhami Balı, ISIS: statement 12 (Muhammed Kasım Kurt, alleged) \
             contradicts statement 11 (not attributed by its source, alleged) on 12th hearing.",
            "That one statement contradicts another is the judgement of the editors.",
        ]
    );
    assert_eq!(
        sample.between(bali, "Said by this person", "Said about this person"),
        ["Nothing said by this person is recorded here."]
    );
}

#[test]
fn on_the_page_of_the_witness() {
    let sample = Sample::build();
    assert_eq!(
        sample.between("/people/muhammed-kasim-kurt/", "What follows from the record", "Said by this person"),
        [
            "Muhammed Kasım Kurt is at odds with their own words: \
             statement 9 (reported) contradicts statement 5 (reported) on 12th hearing.",
            "Two accounts of İlhami Balı, ISIS: statement 12 (Muhammed Kasım Kurt, alleged) \
             contradicts statement 11 (not attributed by its source, alleged) on 12th hearing.",
            "That one statement contradicts another is the judgement of the editors.",
        ]
    );
}

#[test]
fn on_the_case() {
    let sample = Sample::build();
    assert_eq!(
        sample.between("/cases/ankara-massacre/", "Where accounts differ", "People by role"),
        [
            "Muhammed Kasım Kurt is at odds with their own words: \
             statement 9 (reported) contradicts statement 5 (reported) on 12th hearing.",
            "Two accounts of İlhami Balı, ISIS: statement 12 (Muhammed Kasım Kurt, alleged) \
             contradicts statement 11 (not attributed by its source, alleged) on 12th hearing.",
            "That one statement contradicts another is the judgement of the editors.",
        ]
    );
}

#[test]
fn on_the_pages_of_those_about_whom_something_is_alleged() {
    let sample = Sample::build();
    for (address, sentence) in [
        ("/people/lieutenant-1/", "2 statements by others allege something about a lieutenant. No reply is on file."),
        (
            "/people/sergeant-1/",
            "2 statements by others allege something about a sergeant from Gaziantep. No reply is on file.",
        ),
        (
            "/organisations/governor-of-kilis/",
            "1 statement by others alleges something about Governor of Kilis. No reply is on file.",
        ),
        (
            "/organisations/turkish-intelligence-services/",
            "1 statement by others alleges something about Turkish intelligence services. No reply is on file.",
        ),
        ("/organisations/isis/", "3 statements by others allege something about ISIS. No reply is on file."),
    ] {
        sample.says(address, sentence);
    }
}

#[test]
fn on_who_is_not_named() {
    let sample = Sample::build();
    let lines: Vec<&str> = sample.page("/not-named/").iter().map(String::as_str).collect();
    let reasons: Vec<[&str; 2]> = lines
        .windows(2)
        .filter(|pair| pair[1].starts_with("The name was not said."))
        .map(|pair| [pair[0], pair[1]])
        .collect();
    assert_eq!(
        reasons,
        [
            ["the head of the local security intelligence office", "The name was not said."],
            ["a lieutenant", "The name was not said."],
            ["the presiding judge", "The name was not said."],
            ["a sergeant from Gaziantep", "The name was not said. A court kept it from being said."],
            ["a second sergeant", "The name was not said."],
            ["a Turkish soldier held hostage in Syria", "The name was not said."],
        ]
    );
}

#[test]
fn on_the_timeline() {
    let sample = Sample::build();
    let timeline = sample.page("/timeline/");
    let start = timeline.iter().rposition(|line| line == "2015").unwrap();
    let shown: Vec<&str> = timeline[start..]
        .iter()
        .map(String::as_str)
        .filter(|line| !line.starts_with("A ") && !line.starts_with("The election"))
        .collect();
    assert_eq!(
        shown,
        [
            "2015",
            "10 October 2015",
            "Attack outside Ankara's central railway station",
            "1 November, year not stated",
            "National election of Nov. 1",
            "worked out by the authors as 1 November 2015: The report gives \"Nov. 1\" without a year, in the sentence after it dates \
             the attack to Oct. 10, 2015, and says that the rally came before the election.",
            "No known year",
            "These stand in no year. Beside each it says why.",
            "on or before 3 September, year not stated",
            "12th hearing",
            "The year is not stated.",
            "Timelines of the cases",
            "2015 Ankara massacre case 2",
        ]
    );
}
