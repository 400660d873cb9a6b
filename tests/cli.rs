//! The program as a person or another program runs it: words in, both streams and the exit code out.
#![allow(clippy::disallowed_methods, reason = "tests start the program and make folders of their own")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The program, to be run in `folder` with no words yet and nothing of this machine's settings.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dossier"));
    command.current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

/// What a run printed and how it ended.
#[derive(Debug, PartialEq, Eq)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run_in(folder: &Path, words: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Ran {
    ran(program(folder).args(words).output().unwrap())
}

fn run(words: &[&str]) -> Ran {
    run_in(Path::new("."), words)
}

fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn help_says_what_the_commands_do() {
    let expected = "\
Make a website of people, hearings and statements from a folder of Markdown files

Usage: dossier [OPTIONS] <COMMAND>

Commands:
  init         Begin a new site: a folder with a sample case that builds at once
  new          Write a new file for a person, a hearing, a source, ...
  build        Make the finished site
  serve        Show the site in the browser while you write
  check        Look for mistakes and write nothing
  rename       Give something another name, with every link to it
  suggest      Find names without a link, misspelt names and what else a writer may want to look at
  list         List what exists: kind, id, title and whether it is published
  publish      Publish the finished site to a folder, after showing what appears, changes and
               disappears
  lock         Write down what is published, so that nothing vanishes silently
  explain      Explain an error or warning, a page, or what a name means
  schema       Print the keys of front matter as JSON Schema, for editors
  completions  Print the file with which your shell completes commands
  help         Print this message or the help of the given subcommand(s)

Options:
  -h, --help     Print help
  -V, --version  Print version

Options for every command:
  -r, --root <DIR>       The folder of the site [default: the nearest folder above with a
                         `dossier.toml`]
  -q, --quiet            Say nothing but what is wrong
  -v, --verbose          Say more about what is being done
      --format <FORMAT>  How errors, warnings and lists are printed: human, short, json or github
                         [default: human]
      --color <WHEN>     Whether to print in colour: auto (on a terminal, unless NO_COLOR is set),
                         always or never [default: auto]

Examples:
  dossier init my-site      begin a new site in the folder `my-site`
  dossier serve --open      see the site in the browser while you write
  dossier build             make the finished site in the folder `public`

`dossier help COMMAND` tells more about a command.
";
    assert_eq!(run(&["--help"]), Ran { code: Some(0), out: expected.into(), err: String::new() });
    assert_eq!(run(&["help"]).out, expected);
    // Without a command there is nothing to do: the help is an answer to wrong usage.
    assert_eq!(run(&[]), Ran { code: Some(2), out: String::new(), err: expected.into() });
}

#[test]
fn every_command_has_a_help_with_examples() {
    for command in [
        "init",
        "new",
        "build",
        "serve",
        "check",
        "suggest",
        "list",
        "publish",
        "lock",
        "explain",
        "schema",
        "completions",
    ] {
        let help = run(&["help", command]);
        assert_eq!(help.code, Some(0), "{command}");
        assert!(help.out.contains("\nExamples:\n  dossier "), "{}", help.out);
    }
}

#[test]
fn the_version_is_one_line() {
    let expected = format!("dossier {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(run(&["--version"]), Ran { code: Some(0), out: expected, err: String::new() });
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_right() {
    for (words, part) in [
        (vec!["biuld"], "a similar subcommand exists: 'build'"),
        (vec!["build", "--drafs"], "a similar argument exists: '--drafts'"),
        (vec!["build", "--base-url", "example.org"], "it does not begin with https:// or http://"),
        (vec!["build", "--threads", "0"], "0 is not in 1.."),
        (vec!["build", "--now", "yesterday"], "invalid value 'yesterday' for '--now <TIME>'"),
        (vec!["new", "persn", "x"], "no such kind; did you mean `person`?"),
        (vec!["new"], "say what is new, and its name: dossier new person"),
        (vec!["new", "person"], "a name is missing: write it after the kind, as in: dossier new person"),
        (vec!["new", "hearing", "x", "--number", "0"], "not a number from 1"),
        (vec!["init", "x", "--title", " "], "not a title; write a few words"),
        (vec!["new", "event", "x", "--date", "2019-02-30"], "invalid value '2019-02-30' for '--date <DATE>'"),
        (vec!["new", "page", "x", "--lang", "türkçe"], "not a language; use a short form such as tr, ku, ar or en-GB"),
        (vec!["completions", "tcsh"], "[possible values: bash, elvish, fish, powershell, zsh]"),
        (vec!["explain", "-q", "-v"], "cannot be used with"),
    ] {
        let ran = run(&words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{words:?}");
        assert!(ran.err.starts_with("error: ") && ran.err.contains(part), "{words:?}: {}", ran.err);
    }
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = run(&["completions", shell]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{shell}");
        assert!(ran.out.contains("dossier") && ran.out.contains("completions"), "{shell}");
    }
}

#[test]
fn a_code_is_explained() {
    let page = fs::read_to_string("tests/diagnostics/unknown-key.md").unwrap();
    assert_eq!(run(&["explain", "unknown-key"]), Ran { code: Some(0), out: page.clone(), err: String::new() });
    assert_eq!(run(&["explain", "error[unknown-key]:"]).out, page);
    let err = "error: there is no code `error[unkown-key]`; did you mean `unknown-key`?\n".into();
    assert_eq!(run(&["explain", "error[unkown-key]"]), Ran { code: Some(2), out: String::new(), err });
    let err = "error: there is no code `warning[xyz]`; `dossier explain` lists them all\n".into();
    assert_eq!(run(&["explain", "warning[xyz]"]), Ran { code: Some(2), out: String::new(), err });
}

#[test]
fn other_programs_get_failures_as_json() {
    let ran = run(&["explain", "error[xyz]", "--format", "json"]);
    let expected = r#"{"code":null,"severity":"error","message":"there is no code `error[xyz]`; `dossier explain` lists them all","path":null,"line":null,"column":null,"end_line":null,"end_column":null,"labels":[],"help":""}"#;
    assert_eq!(ran, Ran { code: Some(2), out: String::new(), err: format!("{expected}\n") });
}

#[test]
fn all_codes_are_listed_with_their_first_sentence() {
    let ran = run(&["explain"]);
    let mut lines = ran.out.lines();
    assert!(lines.next().unwrap().starts_with("CODE "));
    let codes: Vec<&str> = lines.map(|line| line.split(' ').next().unwrap()).collect();
    let mut pages: Vec<String> = fs::read_dir("tests/diagnostics")
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    pages.sort();
    assert_eq!(codes, pages);
}

#[test]
fn a_new_site_is_made_in_a_new_folder() {
    let folder = tempfile::tempdir().unwrap();
    let ran = run_in(folder.path(), ["init", "my site"]);
    let listed = "\
.editorconfig
.gitignore
content/about.md
content/cases/harbour-fire.md
content/dossiers/the-fire-in-the-harbour.md
content/events/warehouse-fire.md
content/hearings/harbour-fire-1.md
content/hearings/harbour-fire-2.md
content/organisations/vellmark-courier.md
content/organisations/vellmark-district-court.md
content/people/ines-tarvald.md
content/people/jonas-kellin.md
content/people/watchman-1.md
content/places/vellmark.md
content/sources/courier-report-of-may-15.md
content/sources/harbour-log.md
content/sources/minutes-of-the-second-hearing.md
dossier.toml
";
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), listed));
    assert!(ran.err.contains("\n  cd 'my site'\n  dossier serve --open\n"), "{}", ran.err);
    for path in listed.lines() {
        assert!(folder.path().join("my site").join(path).is_file(), "{path}");
    }
    let ignored = fs::read_to_string(folder.path().join("my site/.gitignore")).unwrap();
    assert!(ignored.contains("\n/protected.txt\n") && ignored.contains("\n/public/\n"), "{ignored}");
}

#[test]
fn a_new_site_can_begin_with_a_copy_of_a_theme_and_builds_without_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let ran = run_in(folder.path(), ["init", "paper", "--theme", "broadsheet"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("themes/broadsheet/templates/base.html\n"), "{}", ran.out);
    let site = folder.path().join("paper");
    assert_eq!(
        run_in(&site, ["build", "--strict", "-q"]),
        Ran { code: Some(0), out: String::new(), err: String::new() }
    );
    assert!(fs::read_to_string(site.join("public/index.html")).unwrap().contains("<header class=\"nameplate\">"));
    let unknown = run_in(folder.path(), ["init", "other", "--theme", "broadshet"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.err.contains("a similar value exists: 'broadsheet'"), "{}", unknown.err);
}

#[test]
fn a_new_site_is_made_in_an_empty_folder_and_in_no_other() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run_in(folder.path(), ["init", "--quiet"]).err, "");
    let text = folder.path().join("content/about.md");
    fs::write(&text, "mine").unwrap();
    let ran = run_in(folder.path(), ["init"]);
    let err = "error: the folder . is not empty: it holds `.editorconfig` and 3 other files and folders; \
               choose a new folder, for example: dossier init my-site\n";
    assert_eq!(ran, Ran { code: Some(2), out: String::new(), err: err.into() });
    assert_eq!(fs::read_to_string(&text).unwrap(), "mine");
    let ran = run_in(folder.path(), ["init", "dossier.toml"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (Some(2), "error: the folder `dossier.toml` cannot be opened: it is not a folder\n")
    );
}

#[test]
fn h79_the_surroundings_change_nothing() {
    let plain = run(&["explain"]);
    for (key, value) in
        [("LANG", "tr_TR.UTF-8"), ("LC_ALL", "C"), ("TZ", "Pacific/Apia"), ("TMPDIR", "/nonexistent"), ("TERM", "dumb")]
    {
        assert_eq!(
            ran(program(Path::new(".")).env(key, value).arg("explain").output().unwrap()),
            plain,
            "{key}={value}"
        );
    }
}

#[test]
fn colours_go_to_terminals_only_unless_they_are_wanted() {
    assert_eq!(run(&["explain", "xyz"]).err.matches('\u{1b}').count(), 0);
    let coloured = run(&["explain", "xyz", "--color", "always"]).err;
    assert!(coloured.starts_with("\u{1b}[1m\u{1b}[91merror\u{1b}[0m: there is no code"), "{coloured:?}");
    let wanted =
        program(Path::new(".")).args(["explain", "xyz", "--color", "never"]).env("CLICOLOR_FORCE", "1").output();
    assert_eq!(ran(wanted.unwrap()).err.matches('\u{1b}').count(), 0);
}

#[test]
#[cfg(unix)]
fn h79_a_closed_pipe_is_no_panic() {
    // The reading end is closed before the program has started to write.
    for words in [vec!["explain"], vec!["--help"], vec!["completions", "bash"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let ran = ran(program(Path::new(".")).args(&words).stdout(writer).output().unwrap());
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{words:?}");
    }
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let ran = ran(program(Path::new(".")).args(["explain", "xyz"]).stderr(writer).output().unwrap());
    assert_eq!(ran.code, Some(2));
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_could_not_be_written_is_a_failure() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ran = ran(program(Path::new(".")).arg("explain").stdout(full).output().unwrap());
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.err, "error: the result could not be written: the disk is full\n");
}

/// A new site in a folder of its own.
fn new_site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run_in(folder.path(), ["init", "-q"]).code, Some(0));
    folder
}

#[test]
fn a_new_site_builds_without_a_warning() {
    let site = new_site();
    let ran = run_in(site.path(), ["build", "--strict", "--now", "2030-01-01T00:00:00Z"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    let lines: Vec<&str> = ran.err.lines().collect();
    let made = "1 dossier, 1 case, 2 hearings, 3 people, 2 organisations, 1 place, 1 event, 3 sources, 1 page; ";
    assert_eq!((lines.len(), lines[0]), (2, "The site is ready: open public/index.html"), "{}", ran.err);
    assert!(lines[1].starts_with(made), "{}", ran.err);
    assert!(site.path().join("public/index.html").is_file());
    let again = run_in(site.path(), ["check", "--strict", "--now", "2030-01-01T00:00:00Z"]);
    assert_eq!((again.code, again.err.lines().count()), (Some(0), 1), "{}", again.err);
}

#[test]
fn errors_end_with_1_and_leave_the_old_site_as_it_was() {
    let site = new_site();
    assert_eq!(run_in(site.path(), ["build", "-q"]).code, Some(0));
    let home = fs::read(site.path().join("public/index.html")).unwrap();
    fs::write(site.path().join("content/people/x.md"), "---\nname: X\ndrafft: true\n---\n").unwrap();
    let ran = run_in(&site.path().join("content/people"), ["build", "--format", "short"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.starts_with("content/people/x.md:3:1: error[unknown-key]: "), "{}", ran.err);
    assert!(ran.err.ends_with("1 error\n"), "{}", ran.err);
    assert_eq!(fs::read(site.path().join("public/index.html")).unwrap(), home);
}

#[test]
fn a_folder_that_is_no_site_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let ran = run_in(folder.path(), ["build"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.starts_with("error: there is no `dossier.toml` in this folder or one above it"), "{}", ran.err);
    let ran = run_in(folder.path(), ["check", "--root", "."]);
    assert_eq!(ran.err, "error: . holds no `dossier.toml`, so it is not the folder of a site\n");
}

#[test]
fn the_list_shows_what_is_not_published() {
    let site = new_site();
    assert_eq!(run_in(site.path(), ["new", "person", "Ayşe Deniz"]).out, "content/people/ayse-deniz.md\n");
    let ran = run_in(site.path(), ["list", "--now", "2030-01-01T00:00:00Z"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let line = |id: &str| {
        let found = ran.out.lines().find(|line| line.split_whitespace().nth(2) == Some(id)).unwrap();
        found.split_whitespace().take(2).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(line("ayse-deniz"), "person draft");
    assert_eq!(line("watchman-1"), "person withheld");
    assert_eq!(line("harbour-fire-2"), "hearing published");
    let json = run_in(site.path(), ["list", "--format", "json"]).out;
    let row = r#"{"kind":"person","id":"ayse-deniz","title":"Ayşe Deniz","state":"draft","path":"content/people/ayse-deniz.md"}"#;
    assert!(json.lines().any(|line| line == row), "{json}");
}

#[test]
fn the_next_hearing_of_a_case_is_written_once() {
    let site = new_site();
    let words = ["new", "hearing", "--case", "harbour fire case"];
    assert_eq!(run_in(site.path(), words).out, "content/hearings/harbour-fire-3.md\n");
    let text = fs::read_to_string(site.path().join("content/hearings/harbour-fire-3.md")).unwrap();
    for line in ["case: \"[[Harbour fire case]]\"\n", "\ndate: 2020-01\n", "\nwitnesses: [\"[[watchman-1]]\"]\n"] {
        assert!(text.contains(line), "{text}");
    }
    assert_eq!(run_in(site.path(), words).out, "content/hearings/harbour-fire-4.md\n");
    let ran = run_in(site.path(), ["new", "person", "Ines Tarvald"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.starts_with("error: content/people/ines-tarvald.md is there already"), "{}", ran.err);
    // The new files are drafts and hold together: the site still builds without a warning.
    assert_eq!(run_in(site.path(), ["build", "--strict", "-q"]).err, "");
}
