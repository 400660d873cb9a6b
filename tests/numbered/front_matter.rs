//! Group A: YAML and front matter.

use super::site::{Site, says};

#[test]
fn a11_words_that_yaml_takes_for_values_stay_names() {
    let names = ["No", "Yes", "null", "~", "1.10", "on"];
    let texts: Vec<(String, String)> = names
        .iter()
        .enumerate()
        .map(|(at, name)| (format!("content/people/p{at}.md"), format!("---\nname: {name}\n---\n")))
        .collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let site = Site::with(&files);
    assert_eq!(site.build(), ["exit 0"]);
    for (at, name) in names.iter().enumerate() {
        let page = site.page(format!("people/p{at}/index.html"));
        assert!(page.contains(&format!("<h1 dir=\"auto\">{name}</h1>")), "{name}: {page}");
    }
}

#[test]
fn a24_front_matter_in_json() {
    let text = "---\n{\"name\": \"Some One\", \"aliases\": [\"Some\"]}\n---\nWords.\n";
    let site = Site::with(&[("content/people/x.md", text)]);
    assert_eq!(site.build(), ["exit 0"]);
    assert!(site.page("people/x/index.html").contains("<h1 dir=\"auto\">Some One</h1>"));
}

#[test]
fn a06_a_colon_in_a_value_wants_quotes() {
    says(
        &[("content/people/x.md", "---\nname: Kurt: \"emir\" dedi\n---\n")],
        &[
            "content/people/x.md:2:11: error[invalid-yaml]: a second colon stands in this value (put the value in quotes: 'Kurt: \"emir\" dedi')",
            "exit 1",
        ],
    );
}

#[test]
fn a07_a_link_without_quotes_is_read_with_a_warning() {
    says(
        &[("content/hearings/h.md", "---\ntitle: First\ndate: 2025-02-03\njudges: [[Good Person]]\n---\n")],
        &[
            "content/hearings/h.md:4:9: warning[unquoted-link]: this link stands without quotes, and other programs read it as a list (write \"[[Good Person]]\" in quotes)",
            "exit 0",
        ],
    );
}

#[test]
fn a09_an_unknown_key_is_told_with_the_nearest_one() {
    says(
        &[("content/about.md", "---\ntitel: About\n---\n")],
        &["content/about.md:2:1: error[unknown-key]: a page has no key `titel` (did you mean `title`?)", "exit 1"],
    );
}

#[test]
fn a14_an_embargo_without_a_zone_is_refused() {
    says(
        &[
            ("content/people/x.md", "---\nname: Someone\npublish_after: 2026-11-23T07:00\n---\n"),
            ("content/people/y.md", "---\nname: Another\npublish_after: 2026-11-23\n---\n"),
        ],
        &[
            "content/people/x.md:3:16: error[invalid-date]: the zone is missing: the same clock time is another moment in every zone (add the offset or the zone: 2026-11-23T07:00+03:00 or 2026-11-23T07:00[Europe/Istanbul])",
            "content/people/y.md:3:16: error[invalid-date]: the time of day and its zone are missing (say at what time: 2026-11-23T06:00+03:00 or 2026-11-23T06:00[Europe/Istanbul])",
            "exit 1",
        ],
    );
}

#[test]
fn a17_tags_and_merge_keys_are_refused() {
    says(
        &[
            ("content/people/x.md", "---\nname: Someone\nsummary: !!python/object x\n---\n"),
            ("content/people/y.md", "---\nname: Another\nsummary: !foo x\n---\n"),
            ("content/people/z.md", "---\nname: Third\n<<: {draft: true}\n---\n"),
        ],
        &[
            "content/people/x.md:3:10: error[invalid-yaml]: `!` at the beginning of a value has a meaning of its own, which is not used here (put the value in quotes: \"!!python/object x\")",
            "content/people/y.md:3:10: error[invalid-yaml]: `!` at the beginning of a value has a meaning of its own, which is not used here (put the value in quotes: \"!foo x\")",
            "content/people/z.md:3:1: error[invalid-yaml]: `<<` takes keys over from elsewhere, which is not possible here (write the keys out)",
            "exit 1",
        ],
    );
}

#[test]
fn a18_two_documents_in_one_front_matter() {
    says(
        &[("content/people/x.md", "---\nname: Someone\n...\nsummary: x\n---\n")],
        &[
            "content/people/x.md:3:1: error[invalid-yaml]: `...` does not end front matter here (write `---` in its place)",
            "exit 1",
        ],
    );
}

#[test]
fn a21_a_list_in_the_place_of_one_value_and_the_reverse() {
    says(
        &[
            ("content/people/x.md", "---\nname: Someone\nid: [a, b]\n---\n"),
            ("content/hearings/h.md", "---\ntitle: First\nstatus: {a: b}\n---\n"),
        ],
        &[
            "content/hearings/h.md:3:9: error[invalid-value]: `status` takes one value, and this is a group of keys (put it in quotes: \"{a: b}\")",
            "content/people/x.md:3:5: error[invalid-value]: `id` takes one value, and this is a list (write `id: a`, not `id: [a, ...]`)",
            "exit 1",
        ],
    );
}

#[test]
fn a22_a_link_to_the_wrong_kind() {
    says(
        &[("content/cases/c.md", "---\ntitle: Case\ncourt: \"[[Good Person]]\"\n---\n")],
        &[
            "content/cases/c.md:3:11: error[wrong-kind]: `Good Person` is a person, and here only an organisation can stand",
            "exit 1",
        ],
    );
}

#[test]
fn a25_front_matter_in_toml() {
    says(
        &[("content/people/x.md", "+++\nname = \"Someone\"\n+++\n")],
        &[
            "content/people/x.md:1:1: error[missing-front-matter]: front matter between two `+++` (TOML) is not read here (use `---` in place of both `+++`, and `key: value` in place of `key = value`)",
            "exit 1",
        ],
    );
}

#[test]
fn a23_cases_and_hearings_that_cannot_follow_each_other() {
    says(
        &[
            ("content/cases/c.md", "---\ntitle: Case\nsplit_from: \"[[d]]\"\n---\n"),
            ("content/cases/d.md", "---\ntitle: Other\nsplit_from: \"[[c]]\"\n---\n"),
            (
                "content/hearings/a.md",
                "---\ntitle: First\ncase: \"[[c]]\"\nnumber: 1\ndate: 2025-02-03\nnext: 2025-01-01\n---\n",
            ),
            ("content/hearings/b.md", "---\ntitle: Second\ncase: \"[[c]]\"\nnumber: 1\ndate: 2025-03-03\n---\n"),
        ],
        &[
            "content/cases/c.md:3:16: error[case-cycle]: this case would come from itself: `split_from` leads in a circle (take out the one that is not meant: the later case has `split_from`, the first has none)",
            "content/cases/d.md:3:16: error[case-cycle]: this case would come from itself: `split_from` leads in a circle (take out the one that is not meant: the later case has `split_from`, the first has none)",
            "content/hearings/a.md:6:7: error[invalid-date]: the next hearing cannot be earlier than this one (correct one of the two dates)",
            "content/hearings/b.md:4:9: error[duplicate-number]: two hearings of this case have the number `1` (correct one of the numbers; write days of one hearing as \"6, day 1\" and \"6, day 2\")",
            "exit 1",
        ],
    );
}
