//! `dossier build --timings`: the shape of what it prints, and that every page is counted at its template. The figures are those of
//! a machine on one day, so none is looked at.
#![allow(clippy::disallowed_methods, reason = "tests start the program and make folders of their own")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};

const STAGES: [&str; 11] =
    ["copies", "files", "gate", "parse", "plan", "publish", "read", "render", "resolve", "theme", "write"];

/// A line of a table as its words.
fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

fn is_time(number: &str, unit: &str) -> bool {
    let digits = number.split_once('.').is_some_and(|(whole, part)| {
        part.len() == 3 && whole.chars().chain(part.chars()).all(|letter| letter.is_ascii_digit())
    });
    digits && unit == "s"
}

#[test]
fn every_stage_is_timed_and_every_page_counted_at_its_template() {
    let site = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("dossier.toml", "title = \"Records\"\n"),
        ("content/people/ada.md", "---\nname: Ada Mert\nredirect_from: /people/a-m/\n---\n"),
        ("content/people/veli.md", "---\nname: Veli Can\n---\n"),
        ("content/people/draft.md", "---\nname: Nobody yet\ndraft: true\n---\n"),
        ("content/places/quay.md", "---\nname: Quay\n---\n"),
        ("content/about.md", "---\ntitle: About\n---\n\n[[Ada Mert]].\n"),
    ] {
        let path = site.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
        let ran = command.arg("build").args(words).current_dir(site.path()).env_clear().stdin(Stdio::null()).output();
        let ran = ran.unwrap();
        let [out, err] = [ran.stdout, ran.stderr].map(|stream| String::from_utf8(stream).unwrap());
        assert_eq!((ran.status.code(), out.as_str()), (Some(0), ""), "{err}");
        err
    };
    let said = run(&["--timings"]);
    let (stages, rest) = said.split_once("\n\n").unwrap();
    let (templates, rest) = rest.split_once("\n\n").unwrap();
    assert!(rest.starts_with("The site is ready: "), "{said}");

    let mut lines = stages.lines();
    assert_eq!(lines.next().map(words), Some(vec!["STAGE", "TIME", "SHARE"]));
    let rows: Vec<Vec<&str>> = lines.map(words).collect();
    assert!(rows.iter().all(|row| row.len() == 5 && is_time(row[1], row[2]) && row[4] == "%"), "{stages}");
    let (total, rows) = rows.split_last().unwrap();
    assert_eq!((total[0], total[3]), ("total", "100"));
    let times: Vec<f64> = rows.iter().map(|row| row[1].parse().unwrap()).collect();
    assert!(times.is_sorted_by(|first, second| first >= second), "{stages}");
    let mut names: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    names.sort_unstable();
    assert_eq!(names, STAGES);

    let mut lines = templates.lines();
    assert_eq!(lines.next().map(words), Some(vec!["TEMPLATE", "PAGES", "TOTAL", "LONGEST", "AT"]));
    let rows: Vec<Vec<&str>> = lines.map(words).collect();
    assert!(rows.iter().all(|row| row.len() == 7 && is_time(row[2], row[3]) && is_time(row[4], row[5])), "{templates}");
    let totals: Vec<f64> = rows.iter().map(|row| row[2].parse().unwrap()).collect();
    assert!(totals.is_sorted_by(|first, second| first >= second), "{templates}");
    let counts: BTreeMap<&str, usize> = rows.iter().map(|row| (row[0], row[1].parse().unwrap())).collect();
    for (template, count) in
        [("person.html", 2), ("place.html", 1), ("page.html", 1), ("home.html", 1), ("redirect.html", 1)]
    {
        assert_eq!(counts.get(template), Some(&count), "{template}: {templates}");
    }
    // Every page that was written was made by one of these templates, and each names one that was.
    let written = |path: &str| site.path().join("public").join(path.trim_start_matches('/'));
    let pages = walkdir::WalkDir::new(site.path().join("public")).into_iter().map(Result::unwrap);
    let pages = pages.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "html")).count();
    assert_eq!(counts.values().sum::<usize>(), pages, "{templates}");
    for row in &rows {
        let path = if row[6].ends_with('/') { format!("{}index.html", row[6]) } else { row[6].to_owned() };
        assert!(written(&path).is_file(), "{path}");
    }

    assert!(!run(&[]).contains("STAGE") && run(&["--timings", "--quiet"]).is_empty());
}
