//! People and protection, tried one by one on the program itself: inputs 54 to 60 of the list of bad inputs, whose numbers stand in
//! the names.
#![allow(clippy::disallowed_methods, reason = "tests make folders of their own and run the program")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

/// A site with these files, an address, and a page on which nothing depends.
fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let config = ("dossier.toml", "title = \"Records\"\nbase_url = \"https://records.example/\"\n");
    for (path, text) in [config, ("content/about.md", "---\ntitle: About\n---\nWords.\n")].iter().chain(files) {
        write(&folder, path, text);
    }
    folder
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What a command prints on both streams, without the last line's times, and its exit code as the last line.
fn run(folder: &TempDir, words: &[&str], environment: &[(&str, &str)]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_dossier"))
        .args(words)
        .current_dir(folder.path())
        .env_clear()
        .envs(environment.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let streams = [run.stdout, run.stderr].map(|stream| String::from_utf8(stream).unwrap());
    format!("{}{}exit {}\n", streams[0], streams[1], run.status.code().unwrap())
}

/// Builds at `now` and gives the line on embargoes.
fn build_at(folder: &TempDir, now: &str) -> String {
    let said = run(folder, &["build", "--now", now], &[]);
    assert!(said.ends_with("exit 0\n"), "{said}");
    said.lines().find(|line| line.starts_with("embargoes")).unwrap_or("nothing on embargoes").to_owned()
}

/// The files of the site that hold `text` in their bytes or their path, in capitals or not.
fn holders(folder: &TempDir, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(&folder.path().join("public"), &mut |path| {
        let name = path.strip_prefix(folder.path()).unwrap().to_str().unwrap().to_owned();
        let has = |bytes: &[u8]| bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()));
        if has(name.as_bytes()) || has(&fs::read(path).unwrap()) {
            found.push(name);
        }
    });
    found.sort();
    found
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, visit) } else { visit(&path) }
    }
}

fn errors(files: &[(&str, &str)]) -> String {
    run(&site(files), &["build", "--format", "short", "--quiet"], &[])
}

/// The embargo of a page that is all about one name.
fn under_embargo(until: &str) -> String {
    format!("---\nname: Melodia Quillfeather\npublish_after: {until}\n---\nMore on Quillfeather.\n")
}

const PERSON: &str = "content/people/quillfeather.md";

#[test]
fn e54_two_people_with_one_name_are_told_apart_or_refused() {
    let person = |more: &str| format!("---\nname: Ayşe Kurt\n{more}---\n");
    let first = ("content/people/ayse-kurt-1.md", person(""));
    let second = |more: &str| ("content/people/ayse-kurt-2.md", person(more));
    let (path, text) = second("");
    let said = errors(&[(first.0, &first.1), (path, &text)]);
    assert!(said.contains("error[namesakes]") && said.ends_with("exit 1\n"), "{said}");
    let (path, text) = second("not_same_as: \"[[ayse-kurt-1]]\"\n");
    assert_eq!(errors(&[(first.0, &first.1), (path, &text)]), "exit 0\n");
}

#[test]
fn e56_what_is_withheld_again_is_gone_from_every_file() {
    let named = "---\ntitle: Quillfeather speaks\ndate: 2025-02-03\n---\nOn Quillfeather.\n";
    let folder = site(&[("content/dossiers/quillfeather.md", named)]);
    assert!(run(&folder, &["build", "--quiet"], &[]).ends_with("exit 0\n"));
    assert_ne!(holders(&folder, "quillfeather"), [""; 0]);
    write(&folder, "content/dossiers/quillfeather.md", &named.replace("date", "draft: true\ndate"));
    assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
    assert_eq!(holders(&folder, "quillfeather"), [""; 0]);
    assert!(!folder.path().join("public/dossiers/quillfeather").exists());
    write(&folder, "content/dossiers/quillfeather.md", named);
    assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
    assert_ne!(holders(&folder, "quillfeather"), [""; 0]);
    // A page that was published once leaves a note at its address, and none of its words.
    fs::remove_file(folder.path().join("content/dossiers/quillfeather.md")).unwrap();
    let note = "---\nid: d-1\nwithdrawn: {date: 2025-11-02, reason: At the request of a person.}\n---\n";
    write(&folder, "content/dossiers/quillfeather.md", note);
    assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
    assert_eq!(holders(&folder, "quillfeather"), [""; 0]);
    assert!(folder.path().join("public/dossiers/d-1/index.html").exists());
}

#[test]
fn e57_a_person_who_is_deleted_while_linked_is_an_error() {
    let folder = site(&[
        (PERSON, "---\nname: Melodia Quillfeather\n---\n"),
        ("content/one.md", "---\ntitle: One\n---\n[[Melodia Quillfeather]]\n"),
    ]);
    assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
    let before = fs::read(folder.path().join("public/manifest.txt")).unwrap();
    fs::remove_file(folder.path().join(PERSON)).unwrap();
    let said = run(&folder, &["build", "--format", "short", "--quiet"], &[]);
    assert!(said.starts_with("content/one.md:4:3: error[unknown-name]: ") && said.ends_with("exit 1\n"), "{said}");
    assert_eq!(fs::read(folder.path().join("public/manifest.txt")).unwrap(), before);
}

/// The time of change of the marker is the moment of the last build.
#[test]
fn e58_a_clock_before_the_last_build_is_an_error() {
    let folder = site(&[("content/about.md", "---\ntitle: About\n---\nWords.\n")]);
    assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
    let last_built = |ahead: u64| {
        let marker = fs::File::options().write(true).open(folder.path().join("public/.dossier-site")).unwrap();
        marker.set_modified(SystemTime::now() + Duration::from_secs(ahead)).unwrap();
    };
    let manifest = || fs::read(folder.path().join("public/manifest.txt")).unwrap();
    let before = manifest();
    last_built(365 * 24 * 3_600);
    write(&folder, "content/about.md", "---\ntitle: About\n---\nOther words.\n");
    let said = run(&folder, &["build", "--format", "short", "--quiet"], &[]);
    assert!(said.starts_with("dossier.toml:1:1: error[clock-set-back]: this computer's clock says 2"), "{said}");
    assert!(said.contains(", and the site was last built at 2") && said.ends_with("exit 1\n"), "{said}");
    assert_eq!(manifest(), before);
    assert_eq!(run(&folder, &["check", "--quiet"], &[]), "exit 0\n");
    // A time that is given is taken as it is, and the clock counts again afterwards.
    assert_eq!(run(&folder, &["build", "--quiet", "--now", "2026-01-01T00:00:00Z"], &[]), "exit 0\n");
    assert_ne!(manifest(), before);
    assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
    // Two clocks that differ by some minutes are nobody's fault; so is a last build that is long ago.
    last_built(4 * 60);
    assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
    last_built(10 * 60);
    assert!(run(&folder, &["build", "--quiet"], &[]).ends_with("exit 1\n"));
}

#[test]
fn e58_an_embargo_ends_at_its_second() {
    let folder = site(&[(PERSON, &under_embargo("2026-11-23T07:00:00+03:00"))]);
    assert_eq!(
        build_at(&folder, "2026-11-23T03:59:59Z"),
        "embargoes compared with 2026-11-23T03:59:59Z: 1 page held back"
    );
    assert_eq!(holders(&folder, "quillfeather"), [""; 0]);
    for now in ["2026-11-23T04:00:00Z", "2026-11-22T20:00:00-08:00", "2026-11-23T04:00:01Z"] {
        assert!(build_at(&folder, now).ends_with("Z: no page held back"));
        assert_ne!(holders(&folder, "quillfeather"), [""; 0], "{now}");
    }
    assert_eq!(
        build_at(&folder, "2026-11-23T06:59:59+03:00"),
        "embargoes compared with 2026-11-23T03:59:59Z: 1 page held back"
    );
    assert_eq!(holders(&folder, "quillfeather"), [""; 0]);
}

#[test]
fn e58_the_zone_of_the_machine_changes_no_embargo() {
    let folder = site(&[(PERSON, &under_embargo("2026-11-23T07:00:00+03:00"))]);
    for zone in ["UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Nowhere/At_All"] {
        let said = run(&folder, &["build", "--now", "2026-11-23T03:59:59Z"], &[("TZ", zone)]);
        assert!(said.contains("embargoes compared with 2026-11-23T03:59:59Z: 1 page held back\n"), "{zone}: {said}");
        assert_eq!(holders(&folder, "quillfeather"), [""; 0], "{zone}");
    }
}

/// On 29 March 2026 the clocks of Berlin went from 2 to 3 o'clock, on 25 October 2026 from 3 back to 2.
#[test]
fn e58_the_clock_of_a_zone_changes_in_summer() {
    let folder = site(&[(PERSON, &under_embargo("2026-03-29T03:00:00[Europe/Berlin]"))]);
    assert!(build_at(&folder, "2026-03-29T00:59:59Z").ends_with("1 page held back"));
    assert!(build_at(&folder, "2026-03-29T01:00:00Z").ends_with("no page held back"));
    for (time, word) in [("2026-03-29T02:30:00[Europe/Berlin]", "gap"), ("2026-10-25T02:30:00[Europe/Berlin]", "twice")]
    {
        let said = errors(&[(PERSON, &under_embargo(time))]);
        assert!(said.starts_with("content/people/quillfeather.md:3:16: error["), "{word}: {said}");
        assert!(said.ends_with("exit 1\n"), "{word}: {said}");
    }
}

#[test]
fn e58_without_a_zone_there_is_no_embargo_and_no_page() {
    let said = errors(&[(PERSON, &under_embargo("2026-11-23T07:00:00"))]);
    assert!(said.starts_with("content/people/quillfeather.md:3:16: error[") && said.ends_with("exit 1\n"), "{said}");
}

#[test]
fn e58_nothing_is_said_of_embargoes_where_there_are_none() {
    assert_eq!(build_at(&site(&[]), "2026-11-23T03:59:59Z"), "nothing on embargoes");
}

#[test]
fn e59_a_page_that_search_engines_may_not_have_is_in_no_sitemap_and_no_feed() {
    let dossier = |more: &str| format!("---\ntitle: Two\ndate: 2025-02-03\n{more}---\nWords.\n");
    let path = "content/dossiers/two.md";
    let other = ("content/dossiers/one.md", "---\ntitle: One\ndate: 2025-02-03\n---\nWords.\n");
    let folder = site(&[other, (path, &dossier(""))]);
    assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
    let read = |file: &str| fs::read_to_string(folder.path().join("public").join(file)).unwrap();
    assert!(read("sitemap.xml").contains("/dossiers/two/") && read("feed.xml").contains("/dossiers/two/"));
    assert!(!read("dossiers/two/index.html").contains("noindex"));
    write(&folder, path, &dossier("noindex: true\n"));
    assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
    assert!(!read("sitemap.xml").contains("/dossiers/two/") && !read("feed.xml").contains("/dossiers/two/"));
    assert!(read("dossiers/two/index.html").contains("noindex"));
}

/// The sitemap, the feed and robots of a person who is not named, such as a minor, without any further key.
#[test]
fn e59_who_is_not_named_is_kept_from_search_engines() {
    let minor = "---\nid: p-17\nlabel: a pupil\nwithheld: {how: by-us, why: minor}\n---\n";
    let folder = site(&[("content/people/p-17.md", minor)]);
    assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
    let read = |file: &str| fs::read_to_string(folder.path().join("public").join(file)).unwrap();
    assert!(!read("sitemap.xml").contains("p-17"));
    assert!(read("people/p-17/index.html").contains("noindex"));
}

#[test]
fn e60_no_count_tells_how_many_are_held_back() {
    let hearing =
        |witnesses: &str| format!("---\ntitle: First\ndate: 2025-02-03\nwitnesses: [{witnesses}]\n---\nWords.\n");
    let person = |name: &str, more: &str| format!("---\nname: {name}\n{more}---\n");
    let (ada, can) = (person("Ada Kestrel", ""), person("Can Plover", ""));
    let hidden = person("Melodia Quillfeather", "draft: true\n");
    let named = [("content/people/ada.md", ada.as_str()), ("content/people/can.md", can.as_str())];
    let three = hearing("\"[[ada]]\", \"[[quillfeather]]\", \"[[can]]\"");
    let two = hearing("\"[[ada]]\", \"[[can]]\"");
    let first = "content/hearings/first.md";
    let whole = [named.as_slice(), &[(PERSON, hidden.as_str()), (first, three.as_str())]].concat();
    let shown = [named.as_slice(), &[(first, two.as_str())]].concat();
    let manifests = [whole, shown].map(|files| {
        let folder = site(&files);
        assert_eq!(run(&folder, &["build", "--quiet"], &[]), "exit 0\n");
        fs::read_to_string(folder.path().join("public/manifest.txt")).unwrap()
    });
    assert_eq!(manifests[0], manifests[1]);
}
