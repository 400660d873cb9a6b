//! What the program is built from: `deny.toml` is held against every package of `Cargo.lock`, for every system, without a network.
//! cargo-deny reads the same file in `tests/run --long`, where it looks for advisories as well.
#![allow(clippy::disallowed_methods, reason = "a test that reads the project from the disk and asks cargo")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;
use spdx::{Expression, ParseMode};

/// The rules, as cargo-deny reads them.
#[derive(Deserialize)]
struct Rules {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licenses {
    allow: BTreeSet<String>,
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Bans {
    skip: Vec<Named>,
    deny: Vec<Named>,
}

/// A package, with its version behind an `@` where only that one is meant.
#[derive(Deserialize)]
struct Named {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

/// A package of `Cargo.lock`, or of what cargo tells of it.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    source: Option<String>,
    license: Option<String>,
}

#[test]
fn every_package_keeps_the_rules() {
    let rules = rules(&read("deny.toml"));
    let lock: Lock = toml::from_str(&read("Cargo.lock")).unwrap();
    assert!(lock.package.len() > 100);
    assert_eq!(packages(&rules, &lock.package), [""; 0]);
}

/// Only packages that this system needs have been fetched, and only what has been fetched can tell its licence.
#[test]
fn every_licence_is_allowed() {
    let rules = rules(&read("deny.toml"));
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--offline", "--format-version", "1", "--filter-platform", &host()])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let lock: Metadata = serde_json::from_slice(&told.stdout).unwrap();
    assert!(lock.packages.len() > 100);
    assert_eq!(licences(&rules, &lock.packages), [""; 0]);
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[test]
fn planted_packages_are_found() {
    let rules = rules(
        "[licenses]\nallow = [\"MIT\", \"ISC\"]\nexceptions = [{ crate = \"free\", allow = [\"CC0-1.0\"] }]\n\
         [bans]\nskip = [{ crate = \"old@0.1.0\", reason = \"slow\" }, { crate = \"gone@1.0.0\", reason = \"slow\" }]\n\
         deny = [{ crate = \"spy\", reason = \"it tells\" }]\n\
         [sources]\nallow-registry = [\"https://example.org/index\"]\n",
    );
    let package = |name: &str, version: &str, source: Option<&str>, license: Option<&str>| Package {
        name: name.to_owned(),
        version: version.to_owned(),
        source: source.map(str::to_owned),
        license: license.map(str::to_owned),
    };
    let good = Some("registry+https://example.org/index");
    let all = [
        package("own", "1.0.0", None, Some("MIT")),
        package("old", "0.1.0", good, Some("GPL-3.0-only OR MIT")),
        package("old", "0.2.0", good, Some("MIT/Apache-2.0")),
        package("two", "1.0.0", good, Some("MIT AND GPL-3.0-only")),
        package("two", "2.0.0", good, None),
        package("free", "1.0.0", good, Some("CC0-1.0")),
        package("unfree", "1.0.0", good, Some("CC0-1.0")),
        package("spy", "1.0.0", Some("git+https://example.org/spy"), Some("MIT")),
    ];
    assert_eq!(
        packages(&rules, &all),
        [
            "spy 1.0.0 is refused: it tells",
            "spy 1.0.0 comes from git+https://example.org/spy",
            "two is there in several versions: 1.0.0, 2.0.0",
            "deny.toml skips gone@1.0.0, which is not there",
        ]
    );
    assert_eq!(
        licences(&rules, &all),
        [
            "two 1.0.0 has the licence MIT AND GPL-3.0-only",
            "two 2.0.0 names no licence",
            "unfree 1.0.0 has the licence CC0-1.0",
            "deny.toml allows ISC, which no package wants",
        ]
    );
}

/// What is refused, where it comes from, and what is there twice.
fn packages(rules: &Rules, all: &[Package]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let skipped = |package: &Package| rules.bans.skip.iter().any(|skip| is_meant(&skip.name, package));
    for package in all {
        let Package { name, version, source, .. } = package;
        for denied in rules.bans.deny.iter().filter(|denied| is_meant(&denied.name, package)) {
            faults.push(format!("{name} {version} is refused: {}", denied.reason));
        }
        let registry = source.as_deref().map(|source| source.strip_prefix("registry+").unwrap_or(source));
        if let Some(from) = registry.filter(|from| !rules.sources.allow_registry.contains(*from)) {
            faults.push(format!("{name} {version} comes from {from}"));
        }
        if !skipped(package) {
            versions.entry(name).or_default().push(version);
        }
    }
    let several = versions.iter().filter(|(_, versions)| versions.len() > 1);
    faults.extend(several.map(|(name, all)| format!("{name} is there in several versions: {}", all.join(", "))));
    let unused = rules.bans.skip.iter().filter(|skip| !all.iter().any(|package| is_meant(&skip.name, package)));
    faults.extend(unused.map(|skip| format!("deny.toml skips {}, which is not there", skip.name)));
    faults
}

fn is_meant(named: &str, package: &Package) -> bool {
    match named.split_once('@') {
        Some((name, version)) => name == package.name && version == package.version,
        None => named == package.name,
    }
}

/// Licences that are not allowed, and allowed ones that nobody wants.
fn licences(rules: &Rules, all: &[Package]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for Package { name, version, license, .. } in all {
        let exception = rules.licenses.exceptions.iter().find(|exception| exception.name == *name);
        let Some(license) = license else {
            // Somebody has read the file that it has in the place of a name.
            if exception.is_none() {
                faults.push(format!("{name} {version} names no licence"));
            }
            continue;
        };
        let expression = Expression::parse_mode(license, ParseMode::LAX).unwrap();
        wanted.extend(expression.requirements().map(|wanted| wanted.req.license.to_string()));
        let is_allowed = |wanted: &str| {
            rules.licenses.allow.contains(wanted) || exception.is_some_and(|exception| exception.allow.contains(wanted))
        };
        if !expression.evaluate(|wanted| is_allowed(&wanted.license.to_string())) {
            faults.push(format!("{name} {version} has the licence {license}"));
        }
    }
    let unused = rules.licenses.allow.iter().filter(|allowed| !wanted.contains(*allowed));
    faults.extend(unused.map(|allowed| format!("deny.toml allows {allowed}, which no package wants")));
    faults
}

fn rules(text: &str) -> Rules {
    let rules: Rules = toml::from_str(text).unwrap();
    let reasons = rules.bans.skip.iter().chain(&rules.bans.deny).map(|named| &named.reason);
    reasons.for_each(|reason| assert!(!reason.is_empty()));
    rules
}

/// The system that this was built for.
fn host() -> String {
    let told = Command::new("rustc").arg("-vV").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    told.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// The folder of `Cargo.toml`.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
