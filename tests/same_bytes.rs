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
    let folder = tempfile::tempdir().unwrap();
    for source in &sources {
        let target = folder.path().join(source.strip_prefix(sample).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(source, target).unwrap();
    }
    let mut program = Command::new(env!("CARGO_BIN_EXE_dossier"));
    program.current_dir(folder.path()).env_clear().envs(environment.iter().copied());
    let ran = program.args(["build", "--quiet"]).args(words).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    fs::read_to_string(folder.path().join("public/manifest.txt")).unwrap()
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
