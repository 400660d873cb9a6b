//! Releases on a disk that fails at one chosen step: whichever it is, one of the two releases stands whole, the earlier ones are whole, and the next
//! publication puts all in order.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rustix::io::Errno;

use super::faults::{Bench, Fault, Faulty, Files, new_site, old_site, site, whole};
use crate::foundation::output_file::OutputFile;
use crate::output::disk::{Disk, RealDisk};
use crate::output::failure::WriteError;
use crate::output::leftovers;
use crate::output::publish::{Held, Ready};
use crate::output::record::Record;
use crate::output::target::Target;

fn first_site() -> Vec<OutputFile> {
    site(&[("/", "the first"), ("people/kurt/", "Kurt")])
}

fn open(disk: &dyn Disk, bench: &Bench) -> Result<Held, WriteError> {
    Held::open_on(disk, &bench.target(), &bench.options)
}

fn publish(disk: &dyn Disk, bench: &Bench, files: &[OutputFile]) -> Result<(), WriteError> {
    let ready = Ready::new(files)?;
    let record = Record { manifest: ready.hash(), names: [].into(), lock: String::new() };
    open(disk, bench)?.send_on(disk, &ready, &record, 5).map(|_| ())
}

fn go_back(disk: &dyn Disk, bench: &Bench, number: u64) -> Result<(), WriteError> {
    open(disk, bench)?.go_back_on(disk, number)
}

/// What stands; where a killed publication had moved it away, what the next one finds.
fn standing(bench: &Bench) -> Files {
    let now = whole(&bench.target());
    if now.is_some() {
        return now;
    }
    let target = Target::check(&bench.target(), &bench.options).unwrap();
    leftovers::bring_back(&RealDisk, &target).unwrap();
    whole(&bench.target())
}

/// The releases that are kept, and every other name among them.
fn shelf(bench: &Bench) -> (BTreeMap<String, Files>, Vec<String>) {
    let mut kept = BTreeMap::new();
    let mut others = Vec::new();
    for entry in fs::read_dir(bench.folder.path().join(".public.releases")).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            kept.insert(name, whole(&entry.path()));
        } else {
            others.push(name);
        }
    }
    others.sort();
    (kept, others)
}

/// The three releases as they are when nothing goes wrong.
fn releases() -> [Files; 3] {
    [first_site(), old_site(), new_site()].map(|files| {
        let bench = Bench::new();
        publish(&RealDisk, &bench, &files).unwrap();
        whole(&bench.target())
    })
}

/// As many of the releases as `count` are published.
fn bench_with(count: usize) -> Bench {
    let bench = Bench::new();
    for files in [first_site(), old_site(), new_site()].iter().take(count) {
        publish(&Faulty::sound(), &bench, files).unwrap();
    }
    bench
}

fn faults() -> Vec<Fault> {
    vec![Fault::Error(Errno::IO), Fault::Short, Fault::Full, Fault::Death]
}

/// Whether the faulty step was reached.
fn reached(disk: &Faulty) -> bool {
    disk.done.load(Ordering::SeqCst) > disk.step
}

/// K 99: a publication that fails or dies at any step; then the next one, and after it the way back to each earlier release.
#[test]
fn whichever_step_of_a_publication_fails_a_whole_release_stands_and_the_others_are_kept() {
    let [first, second, third] = releases();
    let mut steps = 0;
    for can_exchange in [true, false] {
        for fault in faults() {
            for step in 0.. {
                let bench = bench_with(2);
                let disk = Faulty { can_exchange, ..Faulty::at(step, fault) };
                let result = publish(&disk, &bench, &new_site());
                let now = standing(&bench);
                assert!(now == second || now == third, "{disk:?} {result:?}");
                assert!(result.is_err() || now == third, "{disk:?}");

                publish(&RealDisk, &bench, &new_site()).unwrap();
                assert_eq!(standing(&bench), third, "{disk:?}");
                let (kept, others) = shelf(&bench);
                assert_eq!(
                    kept,
                    [("1".to_owned(), first.clone()), ("2".to_owned(), second.clone())].into(),
                    "{disk:?}"
                );
                assert_eq!(others, [".gitignore", ".htaccess", "1.json", "2.json", "3.json"], "{disk:?}");
                assert_eq!(bench.names(), [".public.releases", "content", "public"], "{disk:?}");
                go_back(&RealDisk, &bench, 2).unwrap();
                assert_eq!(standing(&bench), second, "{disk:?}");
                if !reached(&disk) {
                    assert!(step > 15, "a publication has many steps: {step}");
                    break;
                }
                steps += 1;
            }
        }
    }
    assert!(steps > 150, "{steps}");
}

#[test]
fn whichever_step_of_the_way_back_fails_a_whole_release_stands() {
    let [first, second, third] = releases();
    for can_exchange in [true, false] {
        for fault in faults() {
            for step in 0.. {
                let bench = bench_with(3);
                let disk = Faulty { can_exchange, ..Faulty::at(step, fault) };
                let result = go_back(&disk, &bench, 2);
                let now = standing(&bench);
                assert!(now == second || now == third, "{disk:?} {result:?}");
                assert!(result.is_err() || now == second, "{disk:?}");

                let mut held = open(&RealDisk, &bench).unwrap();
                if held.place().live() == Some(3) {
                    assert_eq!(held.place().earlier(), [2, 1], "{disk:?}");
                    held.go_back(2).unwrap();
                }
                assert_eq!((held.place().live(), held.place().earlier()), (Some(2), vec![1]), "{disk:?}");
                drop(held);
                assert_eq!(standing(&bench), second, "{disk:?}");
                let (kept, others) = shelf(&bench);
                assert_eq!(kept, [("1".to_owned(), first.clone())].into(), "{disk:?}");
                assert_eq!(others, [".gitignore", ".htaccess", "1.json", "2.json"], "{disk:?}");
                assert_eq!(bench.names(), [".public.releases", "content", "public"], "{disk:?}");
                if !reached(&disk) {
                    assert!(step > 5, "the way back has several steps: {step}");
                    break;
                }
            }
        }
    }
}

/// A first publication has nothing to fall back on: nothing stands, or the whole site.
#[test]
fn whichever_step_of_a_first_publication_fails_there_is_nothing_or_a_whole_site() {
    let [first, ..] = releases();
    for fault in faults() {
        for step in 0.. {
            let bench = Bench::new();
            let disk = Faulty::at(step, fault);
            let result = publish(&disk, &bench, &first_site());
            let now = whole(&bench.target());
            assert!(now == first || (now.is_none() && result.is_err()), "{disk:?} {result:?}");
            publish(&RealDisk, &bench, &first_site()).unwrap();
            assert_eq!(whole(&bench.target()), first, "{disk:?}");
            assert_eq!(shelf(&bench).0.len(), 0);
            if !reached(&disk) {
                break;
            }
        }
    }
}

/// A share that takes one file in another way than it says.
struct Unfaithful {
    file: usize,
    made: AtomicUsize,
}

impl Disk for Unfaithful {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.create_folder(path)
    }

    fn create_private_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.create_private_folder(path)
    }

    fn create_file(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let is_chosen =
            path.to_string_lossy().contains("stage-") && self.made.fetch_add(1, Ordering::SeqCst) == self.file;
        let bytes = if is_chosen { &bytes[1..] } else { bytes };
        RealDisk.create_file(path, bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.link(from, to)
    }

    fn store(&self, _top: &Path, _paths: &[PathBuf]) -> io::Result<()> {
        Ok(())
    }

    fn store_folder(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        RealDisk.exchange(one, other)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_folder(path)
    }
}

#[test]
fn what_the_disk_gives_back_is_compared_before_it_is_published() {
    let [_, second, _] = releases();
    for file in 0..new_site().len() + 2 {
        let bench = bench_with(2);
        let error = publish(&Unfaithful { file, made: AtomicUsize::new(0) }, &bench, &new_site()).unwrap_err();
        assert!(matches!(error, WriteError::OtherBytes { .. }), "{error}");
        assert_eq!(whole(&bench.target()), second);
        publish(&RealDisk, &bench, &new_site()).unwrap();
        assert_eq!(bench.names(), [".public.releases", "content", "public"]);
    }
}

#[test]
fn releases_share_no_file_and_as_many_are_kept_as_is_said() {
    let bench = Bench::new();
    let edition = |number: usize| site(&[("/", "same"), ("number/", &number.to_string())]);
    for number in 1..=9 {
        publish(&RealDisk, &bench, &edition(number)).unwrap();
    }
    let kept: Vec<String> = shelf(&bench).0.into_keys().collect();
    assert_eq!(kept, ["4", "5", "6", "7", "8"]);
    fs::write(bench.target().join("index.html"), "changed by hand").unwrap();
    let old = bench.folder.path().join(".public.releases/8/index.html");
    assert_eq!(fs::read_to_string(old).unwrap(), "same");

    let mut held = open(&RealDisk, &bench).unwrap();
    assert_eq!(held.place().standing().drift.changed, ["index.html"]);
    held.go_back(6).unwrap();
    assert_eq!((held.place().live(), held.place().earlier()), (Some(6), vec![5, 4]));
    let ready = Ready::new(&edition(6)).unwrap();
    let record = held.place().record(6).unwrap().clone();
    let written = held.send(&ready, &record, 1).unwrap();
    assert_eq!((written.written, held.place().live(), held.place().earlier()), (0, Some(6), vec![5]));
}

/// A kept release in which a byte is wrong, or a file too many or too few, is told with its files.
#[test]
fn a_release_that_was_damaged_is_told() {
    let bench = bench_with(2);
    let kept = bench.folder.path().join(".public.releases/1");
    let said = || open(&RealDisk, &bench).unwrap().place().release(1).map(|_| ()).map_err(|error| error.to_string());
    assert_eq!(said(), Ok(()));
    fs::write(kept.join("index.html"), "changed").unwrap();
    fs::write(kept.join("more.html"), "more").unwrap();
    fs::remove_file(kept.join("people/kurt/index.html")).unwrap();
    let words =
        "is not what was published, so the site is left as it is: `index.html` `people/kurt/index.html` `more.html`";
    assert!(said().unwrap_err().ends_with(words), "{said:?}", said = said());
    fs::write(kept.join("manifest.txt"), "").unwrap();
    assert!(said().unwrap_err().ends_with("so the site is left as it is: `manifest.txt`"));
}
