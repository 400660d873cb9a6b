//! Bad input, tried one by one on the program itself: what it prints in short form, and that it ends with 1, writes nothing
//! and reads nothing outside. What is harmless ends with 0.
#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make folders of their own and run the program"
)]

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A site with one good page, and room for bad ones.
struct Site(TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.file("dossier.toml", "title = \"Records\"\nbase_url = \"https://records.example/\"\n");
        site.file("content/people/good.md", "---\nname: Good Person\n---\nWords.\n");
        site
    }

    fn with(files: &[(&str, &str)]) -> Self {
        let site = Self::new();
        for (path, text) in files {
            site.file(path, text);
        }
        site
    }

    fn file(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// What `dossier build` prints in short form, and its exit code as the last line. With errors nothing is written.
    fn build(&self) -> String {
        let folder = self.0.path();
        let run = Command::new(env!("CARGO_BIN_EXE_dossier"))
            .args(["build", "--format", "short", "--quiet"])
            .current_dir(folder)
            .env_clear()
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let mut said = String::from_utf8(run.stderr).unwrap();
        let code = run.status.code().unwrap();
        assert_eq!(folder.join("public").exists(), code == 0, "{said}");
        writeln!(said, "exit {code}").unwrap();
        said
    }
}

/// Asserts what is said about a site with these files.
#[track_caller]
fn says(files: &[(&str, &str)], expected: &[&str]) {
    said(&Site::with(files).build(), expected);
}

/// Asserts what has been said.
#[track_caller]
fn said(text: &str, expected: &[&str]) {
    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
}

/// Asserts that a site with these files is built without a word.
#[track_caller]
fn is_built(files: &[(&str, &str)]) {
    says(files, &["exit 0"]);
}

const PERSON: &str = "content/people/x.md";

/// Input A20.
#[test]
fn marks_and_line_ends_of_windows_are_read() {
    is_built(&[(PERSON, "\u{feff}---\nname: Someone Else\n---\n")]);
    is_built(&[(PERSON, "---\r\nname: Someone Else\r\n---\r\nWords.\r\n")]);
}

/// Input A19.
#[test]
fn other_encodings_are_named() {
    let site = Site::new();
    site.file(PERSON, b"\xff\xfe-\0-\0-\0");
    site.file("content/people/y.md", b"---\nname: Bal\xfd\n---\n");
    said(
        &site.build(),
        &[
            "content/people/x.md:1:1: error[not-utf8]: `content/people/x.md` is not readable as text: byte 0 (line 1) is not UTF-8; it looks like UTF-16 (save it as UTF-8 in your editor)",
            "content/people/y.md:1:1: error[not-utf8]: `content/people/y.md` is not readable as text: byte 13 (line 2) is not UTF-8; it looks like ISO-8859-9 or Windows-1254 (Turkish) (save it as UTF-8 in your editor)",
            "exit 1",
        ],
    );
}

/// Inputs A1, A2, A3.
#[test]
fn front_matter_that_is_none() {
    says(
        &[(PERSON, "")],
        &[
            "content/people/x.md:1:1: error[missing-front-matter]: the file is empty (begin the file with a line `---`, then keys such as `kind: page` and `title: ...`, then again a line `---`)",
            "exit 1",
        ],
    );
    says(
        &[(PERSON, "Words.\n")],
        &[
            "content/people/x.md:1:1: error[missing-front-matter]: the file has no front matter (begin the file with a line `---`, then keys such as `kind: page` and `title: ...`, then again a line `---`)",
            "exit 1",
        ],
    );
    says(
        &[(PERSON, "---\nname: Someone\n")],
        &[
            "content/people/x.md:1:1: error[missing-front-matter]: the front matter that begins here does not end (write `---` on a line of its own below the last key)",
            "exit 1",
        ],
    );
}

/// Inputs A5, A8, A15.
#[test]
fn yaml_that_cannot_be_meant() {
    says(
        &[(PERSON, "---\nname: Someone\nwithheld:\n\thow: unknown\n---\n")],
        &["content/people/x.md:4:1: error[invalid-yaml]: a tab cannot indent here (use spaces)", "exit 1"],
    );
    says(
        &[(PERSON, "---\nname: Someone\nname: Another\n---\n")],
        &["content/people/x.md:3:1: error[duplicate-key]: `name` stands twice (keep one of the two lines)", "exit 1"],
    );
    says(
        &[(PERSON, "---\nname: &a [x]\nextra: {b: [*a, *a]}\n---\n")],
        &[
            "content/people/x.md:2:7: error[invalid-yaml]: `&` at the beginning of a value has a meaning of its own, which is not used here (put the value in quotes: \"&a [x]\")",
            "content/people/x.md:2:10: error[invalid-value]: `name` takes one value, and this is a list (write `name: x`, not `name: [x, ...]`)",
            "content/people/x.md:3:13: error[invalid-yaml]: `*` at the beginning of a value has a meaning of its own, which is not used here (put the value in quotes: \"*a, *a]}\")",
            "exit 1",
        ],
    );
    let deep = format!("---\nname: Someone\nextra: {}{}\n---\n", "[".repeat(5_000), "]".repeat(5_000));
    says(
        &[(PERSON, &deep)],
        &[
            "content/people/x.md:3:40: error[limit-exceeded]: lists and groups of keys stand in one another too often (use at most 32 levels)",
            "exit 1",
        ],
    );
}

#[test]
fn three_broken_files_are_reported_at_once() {
    says(
        &[
            ("content/people/a.md", "---\nnamme: A\n---\n"),
            ("content/people/b.md", "---\nname: B\ndraft: yes\n---\n"),
            ("content/people/c.md", "no front matter\n"),
        ],
        &[
            "content/people/a.md:2:1: error[unknown-key]: a person has no key `namme` (did you mean `name`?)",
            "content/people/b.md:3:8: error[invalid-value]: `draft` is neither true nor false (write true or false, without quotes)",
            "content/people/c.md:1:1: error[missing-front-matter]: the file has no front matter (begin the file with a line `---`, then keys such as `kind: page` and `title: ...`, then again a line `---`)",
            "exit 1",
        ],
    );
}

/// Input A12.
#[test]
fn a_draft_is_never_published_by_a_slip() {
    says(
        &[(PERSON, "---\nname: Someone\ndrafft: true\n---\n")],
        &[
            "content/people/x.md:3:1: error[unknown-key]: a person has no key `drafft` (did you mean `draft`?)",
            "exit 1",
        ],
    );
    says(
        &[(PERSON, "---\nname: Someone\ndraft: yes\n---\n")],
        &[
            "content/people/x.md:3:8: error[invalid-value]: `draft` is neither true nor false (write true or false, without quotes)",
            "exit 1",
        ],
    );
}

/// Input A10.
#[test]
fn text_stays_text() {
    let site = Site::with(&[
        ("content/people/no.md", "---\nname: No\n---\n"),
        ("content/cases/c.md", "---\ntitle: The case\n---\n"),
        ("content/hearings/h.md", "---\ntitle: A hearing\ncase: \"[[The case]]\"\nnumber: 012\n---\n"),
    ]);
    assert_eq!(site.build(), "exit 0\n");
    let page = |path: &str| fs::read_to_string(site.0.path().join("public").join(path)).unwrap();
    assert!(page("people/no/index.html").contains(">No</h1>"));
    assert!(page("hearings/h/index.html").contains("012"));
}

/// Input A13.
#[test]
fn dates_that_are_none() {
    says(
        &[("content/events/e.md", "---\ntitle: An event\ndate: 2024-13-45\n---\n")],
        &["content/events/e.md:3:12: error[invalid-date]: there is no month 13 (months are 01 to 12)", "exit 1"],
    );
}

/// Input D45.
#[test]
fn ids_and_addresses_stay_inside() {
    says(
        &[(PERSON, "---\nname: Someone\nid: ../../x\n---\n")],
        &[
            "content/people/x.md:3:5: error[invalid-id]: `../../x` cannot be an id: `.` cannot stand in it (write `x`: small letters a to z, digits and single hyphens)",
            "exit 1",
        ],
    );
    says(
        &[(PERSON, "---\nname: Someone\nredirect_from: [\"../../x\"]\n---\n")],
        &[
            "content/people/x.md:3:18: error[invalid-path]: `../../x` cannot be an address of this site: `.` and `..` would lead out of the site (write the earlier address as it stood below the root of the site: /people/kurt/)",
            "exit 1",
        ],
    );
    let site = Site::with(&[(PERSON, "---\nname: Someone\nid: ../../x\nredirect_from: [\"../../y\"]\n---\n")]);
    site.build();
    let above = site.0.path().parent().unwrap();
    assert!(!above.join("x").exists() && !above.join("y").exists());
}

/// Input D49.
#[test]
fn two_things_with_one_id_are_never_one() {
    let person = |name: &str, id: &str| format!("---\nname: {name}\nid: {id}\n---\n");
    says(
        &[("content/people/a.md", &person("A", "same")), ("content/people/b.md", &person("B", "same"))],
        &[
            "content/people/b.md:3:5: error[duplicate-id]: two documents of the kind person have the id `same`: content/people/a.md and content/people/b.md (give one of them an `id:` of its own in the front matter; if they are the same, make them one file)",
            "exit 1",
        ],
    );
    says(
        &[("content/people/Foo.md", "---\nname: A\n---\n"), ("content/people/foo.md", "---\nname: B\n---\n")],
        &[
            "content/people/foo.md:1:1: error[paths-collide]: `content/people/foo.md` and `content/people/Foo.md` are one file on systems that ignore case (rename one of them so that they differ in more than that)",
            "content/people/foo.md:1:1: error[duplicate-id]: two documents of the kind person have the id `foo`: content/people/Foo.md and content/people/foo.md (give one of them an `id:` of its own in the front matter; if they are the same, make them one file)",
            "exit 1",
        ],
    );
    says(
        &[("content/people/\u{e9}.md", "---\nname: A\n---\n"), ("content/people/e\u{301}.md", "---\nname: B\n---\n")],
        &[
            "content/people/é.md:1:1: error[paths-collide]: two files are called `content/people/é.md`, once with composed and once with decomposed letters (rename one of them so that they differ in more than that)",
            "content/people/é.md:1:1: error[duplicate-id]: two documents of the kind person have the id `e`: content/people/e\u{301}.md and content/people/é.md (give one of them an `id:` of its own in the front matter; if they are the same, make them one file)",
            "exit 1",
        ],
    );
    says(
        &[("content/people/Kürt.md", "---\nname: Kürt\n---\n"), ("content/people/Kurt.md", "---\nname: Kurt\n---\n")],
        &[
            "content/people/Kürt.md:1:1: error[duplicate-id]: two documents of the kind person have the id `kurt`: content/people/Kurt.md and content/people/Kürt.md (give one of them an `id:` of its own in the front matter; if they are the same, make them one file)",
            "exit 1",
        ],
    );
}

/// Input D48.
#[test]
fn file_names_that_cannot_be_addresses() {
    says(
        &[("content/people/con.md", "---\nname: Someone\n---\n")],
        &[
            "content/people/con.md:1:1: error[unusable-file-name]: the name of `content/people/con.md` cannot become a web address: Windows keeps one of its names for a device (rename it with letters, digits, spaces and hyphens)",
            "content/people/con.md:1:1: error[invalid-id]: no id can be made of the file name `con`: Windows keeps this name for a device (write one in the front matter, in lower-case letters, digits and hyphens: `id: p-17`)",
            "exit 1",
        ],
    );
    says(
        &[("content/people/---.md", "---\nname: Someone\n---\n")],
        &[
            "content/people/---.md:1:1: error[invalid-id]: no id can be made of the file name `---`: none of its characters can stand in a web address (write one in the front matter, in lower-case letters, digits and hyphens: `id: p-17`)",
            "exit 1",
        ],
    );
    let long = format!("content/people/{}.md", "x".repeat(240));
    says(
        &[(&long, "---\nname: Someone\n---\n")],
        &[
            "content/people/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.md:1:1: error[unusable-file-name]: the name of `content/people/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.md` cannot become a web address: a part is longer than 100 bytes or the whole longer than 240 (rename it with letters, digits, spaces and hyphens)",
            "content/people/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.md:1:1: error[invalid-id]: no id can be made of the file name `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`: it is longer than 100 characters (write one in the front matter, in lower-case letters, digits and hyphens: `id: p-17`)",
            "exit 1",
        ],
    );
    let site = Site::new();
    fs::write(site.0.path().join("content/people").join(OsStr::from_bytes(b"bal\xfd.md")), "---\nname: A\n---\n")
        .unwrap();
    said(
        &site.build(),
        &[
            "content/people/bal�.md:1:1: error[unusable-file-name]: the name of `content/people/bal�.md` cannot become a web address: it is not UTF-8 (rename it with letters, digits, spaces and hyphens)",
            "exit 1",
        ],
    );
}

/// Input D46.
#[test]
fn symbolic_links_are_refused_by_name_and_nothing_behind_them_is_read() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.md"), "---\nname: Outside Secret\n---\n").unwrap();
    let site = Site::new();
    let people = site.0.path().join("content/people");
    symlink("loop.md", people.join("loop.md")).unwrap();
    symlink("nowhere.md", people.join("dangling.md")).unwrap();
    symlink(Path::new("good.md"), people.join("inside.md")).unwrap();
    symlink(outside.path(), people.join("outside")).unwrap();
    let text = site.build().replace(outside.path().to_str().unwrap(), "/outside");
    assert!(!text.contains("Secret"));
    said(
        &text,
        &[
            "content/people/dangling.md:1:1: error[symbolic-link]: `content/people/dangling.md` cannot be used: it is a symbolic link to `nowhere.md` (put a copy of the file or folder in its place; links could lead out of the site)",
            "content/people/inside.md:1:1: error[symbolic-link]: `content/people/inside.md` cannot be used: it is a symbolic link to `good.md` (put a copy of the file or folder in its place; links could lead out of the site)",
            "content/people/loop.md:1:1: error[symbolic-link]: `content/people/loop.md` cannot be used: it is a symbolic link to `loop.md` (put a copy of the file or folder in its place; links could lead out of the site)",
            "content/people/outside:1:1: error[symbolic-link]: `content/people/outside` cannot be used: it is a symbolic link to `/outside` (put a copy of the file or folder in its place; links could lead out of the site)",
            "exit 1",
        ],
    );
}

/// Input G69.
#[test]
fn templates_that_do_not_end_or_name_what_is_not_there() {
    says(
        &[("templates/person.html", "{% include \"person.html\" %}")],
        &[
            "templates/person.html:1:13: error[template-syntax]: a template includes itself: person.html → person.html (take one of these includes out)",
            "exit 1",
        ],
    );
    says(
        &[("templates/person.html", "{{ person.titel }}")],
        &[
            "templates/person.html:1:11: error[template-failed]: there is no field `titel` here (while making /people/good/) (did you mean `title`?)",
            "exit 1",
        ],
    );
    // Prints so seldom that the time is over before there is too much, however fast the machine is.
    let loops = "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% for c in range(end=100000) %}{% endfor %}x{% endfor %}{% endfor %}";
    says(
        &[("templates/person.html", loops)],
        &[
            "templates/person.html:1:4: error[template-limit]: the template `person.html` was not done after 2 seconds (while making /people/good/) (look for loops inside loops; what a page needs stands in its view)",
            "exit 1",
        ],
    );
}

/// Input B26.
#[test]
fn no_address_runs_a_script() {
    let urls = "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java&#115;cript:alert(1)) <javascript:alert(1)>\n\n\
                ![d](javascript:alert(1)) [e]\n\n[e]: vbscript:x\n\n[f](data:text/html,x)\n";
    says(
        &[("content/about.md", &format!("---\ntitle: About\n---\n{urls}"))],
        &[
            "content/about.md:4:5: error[unsafe-url]: this address has a scheme that is not allowed in links (use https, http, mailto or tel)",
            "content/about.md:4:30: error[unsafe-url]: this address has a scheme that is not allowed in links (use https, http, mailto or tel)",
            "content/about.md:4:55: error[unsafe-url]: this address has a scheme that is not allowed in links (use https, http, mailto or tel)",
            "content/about.md:4:82: error[unsafe-url]: this address has a scheme that is not allowed in links (use https, http, mailto or tel)",
            "content/about.md:6:6: error[unsafe-url]: this address has a scheme that is not allowed in links (use https, http, mailto or tel)",
            "content/about.md:6:27: error[unsafe-url]: this address has a scheme that is not allowed in links (use https, http, mailto or tel)",
            "content/about.md:10:5: error[unsafe-url]: this address has a scheme that is not allowed in links (use https, http, mailto or tel)",
            "exit 1",
        ],
    );
    says(
        &[("content/sources/s.md", "---\ntitle: A source\nurl: javascript:alert(1)\n---\n")],
        &[
            "content/sources/s.md:3:6: error[unsafe-url]: `javascript:alert(1)` is not a web address (write the whole address, beginning with https:// or http://)",
            "exit 1",
        ],
    );
}

#[test]
fn scripts_in_names_are_text() {
    let site = Site::with(&[(
        PERSON,
        "---\nname: \"<script>alert(1)</script>\"\naliases: [\"\\\"><img src=x onerror=alert(1)>\"]\nid: x\n---\n",
    )]);
    assert_eq!(site.build(), "exit 0\n");
    for path in ["people/x/index.html", "people/index.html", "sitemap.xml"] {
        let page = fs::read_to_string(site.0.path().join("public").join(path)).unwrap();
        // The theme's own: its file, and what search engines are told, which is data.
        let own = [
            "<script src=\"../../assets/dossier.js\" defer>",
            "<script src=\"../assets/dossier.js\" defer>",
            "<script type=\"application/ld+json\">",
        ];
        let page = own.iter().fold(page, |page, tag| page.replacen(tag, "", 1));
        assert!(!page.contains("<script") && !page.contains("<img"), "{path}");
    }
}

#[test]
fn a_site_without_content_is_built() {
    let site = Site(tempfile::tempdir().unwrap());
    site.file("dossier.toml", "title = \"Empty\"\n");
    assert_eq!(site.build(), "exit 0\n");
}

/// Input F67.
#[test]
fn a_picture_without_words_for_those_who_cannot_see_it_is_an_error() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";
    let page = |body: &str| format!("---\ntitle: Gate\n---\n{body}\n");
    says(
        &[("content/gate.svg", drawing), ("content/gate.md", &page("![[gate.svg]]"))],
        &[
            "content/gate.md:4:4: error[missing-alt-text]: this picture has no description for those who cannot see it (say what it shows: `![description](file.jpg)` or `![[file.jpg|description]]`)",
            "exit 1",
        ],
    );
    is_built(&[("content/gate.svg", drawing), ("content/gate.md", &page("![[gate.svg|The gate of the harbour]]"))]);
}
