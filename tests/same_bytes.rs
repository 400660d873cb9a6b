//! The same sources give the same bytes: whatever the time zone, the language of the system, the number of threads, the
//! folder, and the order in which the files came to the disk. The manifest holds the hash of every file, so it is compared.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make folders of their own and run the program"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, UNIX_EPOCH};

use tempfile::TempDir;

/// The paths of all files below `folder`, in the order of the disk.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Copies the sample into a new folder, its files in the order that `order` gives them, and builds it there.
fn manifest(order: impl Fn(&mut Vec<PathBuf>), environment: &[(&str, &str)], words: &[&str]) -> String {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = files(&sample.join("content"));
    sources.push(sample.join("dossier.toml"));
    order(&mut sources);
    let folder = copied(sample, &sources);
    let mut program = Command::new(env!("CARGO_BIN_EXE_dossier"));
    program.current_dir(folder.path()).env_clear().envs(environment.iter().copied());
    built(program.args(["build", "--quiet"]).args(words), folder.path())
}

/// The files of the sample, copied into a new folder one after the other.
fn copied(sample: &Path, sources: &[PathBuf]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for source in sources {
        let target = folder.path().join(source.strip_prefix(sample).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(source, target).unwrap();
    }
    folder
}

/// The manifest of the site in `folder` that `program` builds.
fn built(program: &mut Command, folder: &Path) -> String {
    let ran = program.output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    fs::read_to_string(folder.join("public/manifest.txt")).unwrap()
}

/// Input L103.
#[test]
fn nothing_of_the_surroundings_is_in_the_site() {
    let plain = manifest(|sources| sources.sort(), &[], &[]);
    assert!(plain.lines().count() > 40, "{plain}");
    assert_eq!(manifest(|sources| sources.sort_by(|a, b| b.cmp(a)), &[], &[]), plain, "files in another order");
    assert_eq!(manifest(|_| {}, &[], &["-j", "1"]), plain, "one thread");
    assert_eq!(manifest(|_| {}, &[], &["-j", "7"]), plain, "seven threads");
    for (key, value) in [
        ("TZ", "Pacific/Apia"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "ku_TR"),
        ("HOME", "/nonexistent"),
        ("USER", "somebody"),
        ("SOURCE_DATE_EPOCH", "1"),
    ] {
        assert_eq!(manifest(|_| {}, &[(key, value)], &[]), plain, "{key}={value}");
    }
}

/// D 52, J 93, L 103: who builds, from where, with which rights for new files, and what the disk says of times.
#[test]
fn nothing_of_the_user_the_place_and_the_clock_is_in_the_site() {
    let plain = manifest(|sources| sources.sort(), &[], &[]);
    let sample = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = files(&sample.join("content"));
    sources.push(sample.join("dossier.toml"));
    let folder = copied(sample, &sources);
    let program = env!("CARGO_BIN_EXE_dossier");
    let rebuilt = |command: &mut Command| {
        let _ = fs::remove_dir_all(folder.path().join("public"));
        built(command.env_clear(), folder.path())
    };
    let root = folder.path().to_str().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    for place in [Path::new("/"), elsewhere.path(), &folder.path().join("content/people")] {
        assert_eq!(
            rebuilt(Command::new(program).current_dir(place).args(["build", "-q", "-r", root])),
            plain,
            "{place:?}"
        );
    }
    for mask in ["000", "022", "077"] {
        let line = format!("umask {mask}; exec \"$0\" build -q -r \"$1\"");
        assert_eq!(rebuilt(Command::new("sh").args(["-c", &line, program, root])), plain, "umask {mask}");
    }
    for seconds in [1, 4_102_444_800, 7_258_118_400] {
        for path in files(folder.path()) {
            let file = fs::File::options().write(true).open(path).unwrap();
            file.set_modified(UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
        }
        assert_eq!(rebuilt(Command::new(program).current_dir(root).args(["build", "-q"])), plain, "times of {seconds}");
    }
    for now in ["1969-07-20T20:17:00Z", "2038-01-19T03:14:08Z", "2106-02-07T06:28:16Z", "2016-12-31T23:59:59Z"] {
        assert_eq!(
            rebuilt(Command::new(program).current_dir(root).args(["build", "-q", "--now", now])),
            plain,
            "{now}"
        );
    }
}
