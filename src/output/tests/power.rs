//! J 89: the power goes. What a build does to a disk is recorded; of what was not stored yet, the disk may hold any part: each
//! folder what was done to it up to some step, each file its bytes, a half of them or none. Whatever it holds, the old or the new
//! site is there, and the next build puts all in order.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use super::faults::{Bench, Files, finished, new_site, old_site, older_site, whole};
use super::image::{Image, Node, Step};
use crate::output::disk::{Disk, RealDisk};
use crate::output::leftovers;
use crate::output::target::Target;
use crate::output::write::write_on;

/// What was done, and up to where it is stored for sure.
#[derive(Debug, Default)]
struct Record {
    /// The disk as programs see it.
    seen: Image,
    steps: Vec<Step>,
    /// For each point at which the power may go: how many steps were done, and which of them are stored.
    points: Vec<(usize, BTreeSet<usize>)>,
    stored: BTreeSet<usize>,
    next: Node,
}

/// For what a disk waits until it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stores {
    /// For all that was done to it.
    Everything,
    /// For the files and folders that it is asked for, each by itself.
    Named,
    /// For nothing, though it says so.
    Nothing,
}

/// The real disk, and a record of what is done to it.
struct Recorder {
    root: PathBuf,
    can_exchange: bool,
    stores: Stores,
    record: Mutex<Record>,
}

impl Recorder {
    /// A disk below `root`, all of which is stored.
    fn new(root: &Path, can_exchange: bool, stores: Stores) -> Self {
        let mut record = Record { next: 1, ..Record::default() };
        take_in(root, 0, &mut record);
        Self { root: root.to_owned(), can_exchange, stores, record: Mutex::new(record) }
    }

    fn names(&self, path: &Path) -> Vec<String> {
        let below = path.strip_prefix(&self.root).unwrap();
        let parts = below.components().map(|part| match part {
            Component::Normal(name) => name.to_str().unwrap().to_owned(),
            _ => panic!("{path:?}"),
        });
        parts.collect()
    }

    /// The folder that holds `path`, and its name there.
    fn place(&self, record: &Record, path: &Path) -> (Node, String) {
        let mut names = self.names(path);
        let name = names.pop().unwrap();
        (names.iter().fold(0, |folder, name| record.seen.folders[&folder][name]), name)
    }

    fn node(&self, record: &Record, path: &Path) -> Node {
        self.names(path).iter().fold(0, |folder, name| record.seen.folders[&folder][name])
    }

    /// Does `act` on the real disk and notes the steps that it is made of.
    fn note(
        &self,
        act: impl FnOnce() -> io::Result<()>,
        steps: impl FnOnce(&mut Record) -> Vec<Step>,
    ) -> io::Result<()> {
        // One at a time, so that the record has the order in which things were done.
        let mut record = self.record.lock().unwrap();
        act()?;
        for step in steps(&mut record) {
            record.seen.apply(&step);
            record.steps.push(step);
            let point = (record.steps.len(), record.stored.clone());
            record.points.push(point);
        }
        Ok(())
    }
}

/// Takes what stands at `path` into the record, as stored.
fn take_in(path: &Path, node: Node, record: &mut Record) {
    record.seen.folders.insert(node, BTreeMap::new());
    for entry in fs::read_dir(path).unwrap().map(Result::unwrap) {
        let child = record.next;
        record.next += 1;
        let name = entry.file_name().into_string().unwrap();
        record.seen.folders.get_mut(&node).unwrap().insert(name, child);
        if entry.file_type().unwrap().is_dir() {
            take_in(&entry.path(), child, record);
        } else {
            record.seen.files.insert(child, fs::read(entry.path()).unwrap());
        }
    }
}

impl Disk for Recorder {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.note(
            || RealDisk.create_folder(path),
            |record| {
                let (folder, name) = self.place(record, path);
                record.next += 1;
                record.seen.folders.insert(record.next, BTreeMap::new());
                vec![Step::Name { folder, name, node: record.next }]
            },
        )
    }

    fn create_private_folder(&self, path: &Path) -> io::Result<()> {
        self.create_folder(path)
    }

    fn create_file(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.note(
            || RealDisk.create_file(path, bytes),
            |record| {
                let (folder, name) = self.place(record, path);
                record.next += 1;
                let node = record.next;
                record.seen.files.insert(node, Vec::new());
                vec![Step::Name { folder, name, node }, Step::Fill { node, bytes: bytes.to_vec() }]
            },
        )
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.note(
            || RealDisk.link(from, to),
            |record| {
                let (folder, name) = self.place(record, to);
                vec![Step::Name { folder, name, node: self.node(record, from) }]
            },
        )
    }

    fn store(&self, _top: &Path, paths: &[PathBuf]) -> io::Result<()> {
        match self.stores {
            Stores::Everything => {
                let mut record = self.record.lock().unwrap();
                record.stored = (0..record.steps.len()).collect();
                Ok(())
            }
            Stores::Named => paths.iter().try_for_each(|path| self.store_folder(path)),
            Stores::Nothing => Ok(()),
        }
    }

    fn store_folder(&self, path: &Path) -> io::Result<()> {
        if self.stores == Stores::Nothing {
            return Ok(());
        }
        let mut record = self.record.lock().unwrap();
        let node = self.node(&record, path);
        let of_node: Vec<usize> =
            record.steps.iter().enumerate().filter(|(_, step)| step.subject() == node).map(|(at, _)| at).collect();
        record.stored.extend(of_node);
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.note(
            || RealDisk.rename(from, to),
            |record| {
                let ((folder, from), (other, to)) = (self.place(record, from), self.place(record, to));
                assert_eq!(folder, other, "a name stays in its folder");
                vec![Step::Rename { folder, from, to }]
            },
        )
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if !self.can_exchange {
            return Err(io::ErrorKind::Unsupported.into());
        }
        self.note(
            || RealDisk.exchange(one, other),
            |record| {
                let ((folder, one), (_, other)) = (self.place(record, one), self.place(record, other));
                vec![Step::Swap { folder, one, other }]
            },
        )
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.note(|| RealDisk.remove_file(path), |record| self.forget(record, path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.note(|| RealDisk.remove_folder(path), |record| self.forget(record, path))
    }
}

impl Recorder {
    fn forget(&self, record: &Record, path: &Path) -> Vec<Step> {
        let (folder, name) = self.place(record, path);
        vec![Step::Forget { folder, name }]
    }
}

/// Numbers that look random and are the same in every run. Source: Marsaglia, "Xorshift RNGs", 2003.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        for shift in [13_i32, -7, 17] {
            self.0 ^= if shift > 0 { self.0 << shift } else { self.0 >> -shift };
        }
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

/// How much of what is not stored a disk holds.
#[derive(Debug, Clone, Copy)]
enum Kept {
    Nothing,
    Names,
    All,
    Some,
}

/// What a disk may hold when the power goes after `done` steps of which `stored` are stored. What is done to one folder is kept in
/// its order, as file systems do it; between folders and files there is none.
fn image(
    before: &Image,
    steps: &[Step],
    (done, stored): (usize, &BTreeSet<usize>),
    kept: Kept,
    random: &mut Random,
) -> Image {
    let is_file = |node| steps.iter().any(|step| matches!(step, Step::Fill { node: filled, .. } if *filled == node));
    let mut image = before.clone();
    // For each file or folder, how many of the steps that are not stored are kept.
    let mut left: BTreeMap<Node, usize> = BTreeMap::new();
    for (at, step) in steps.iter().enumerate().take(done) {
        if stored.contains(&at) {
            image.apply(step);
            continue;
        }
        let many = left.entry(step.subject()).or_insert_with(|| match kept {
            Kept::Nothing => 0,
            Kept::All => usize::MAX,
            Kept::Names => {
                if matches!(step, Step::Fill { .. }) {
                    0
                } else {
                    usize::MAX
                }
            }
            Kept::Some => random.below(12),
        });
        let is_kept = *many > 0;
        *many = many.saturating_sub(1);
        match step {
            Step::Name { node, .. } if is_kept => {
                image.apply(step);
                // A file whose bytes are not stored is empty, or full of zeros.
                if is_file(*node) {
                    image.files.entry(*node).or_default();
                }
            }
            Step::Fill { node, bytes } if is_kept && *many % 3 == 1 => {
                let half = bytes.len() / 2;
                image
                    .apply(&Step::Fill { node: *node, bytes: [&bytes[..half], &vec![0; bytes.len() - half]].concat() });
            }
            step if is_kept => image.apply(step),
            _ => {}
        }
    }
    image
}

/// A build of the new site in the `bench`, and what is on the disk at each moment at which the power may go.
fn images(disk: impl FnOnce(&Path) -> Recorder, bench: &Bench, random: &mut Random) -> Vec<Image> {
    let disk = disk(&bench.folder.path().canonicalize().unwrap());
    let before = disk.record.lock().unwrap().seen.clone();
    write_on(&disk, &new_site(), &bench.target(), &bench.options).unwrap();
    let record = disk.record.into_inner().unwrap();
    assert!(record.points.len() > 15, "{}", record.points.len());
    let mut images = Vec::new();
    for (done, stored) in &record.points {
        let many = [Kept::Nothing, Kept::Names, Kept::All].into_iter().chain(std::iter::repeat_n(Kept::Some, 12));
        images.extend(many.map(|kept| image(&before, &record.steps, (*done, stored), kept, random)));
    }
    images
}

#[test]
fn j89_when_the_power_goes_the_old_or_the_new_site_is_there() {
    let ends = [finished(&old_site()), finished(&new_site())];
    let mut random = Random(89);
    let (mut states, mut seen) = (0, [0, 0]);
    // Before, whether every site has a spare, and whether folders can be exchanged.
    let cases = [
        (vec![old_site()], Bench::new as fn() -> Bench, true),
        (vec![old_site()], Bench::new, false),
        (vec![], Bench::new, true),
        (vec![older_site(), old_site()], Bench::with_spares, true),
        (vec![older_site(), old_site()], Bench::with_spares, false),
    ];
    for ((before, bench, can_exchange), stores) in
        cases.iter().flat_map(|case| [(case, Stores::Everything), (case, Stores::Named)])
    {
        let (has_old, bench) = (!before.is_empty(), bench());
        for files in before {
            bench.write(files).unwrap();
        }
        let spare_from = bench.options.spare_from;
        for image in images(|root| Recorder::new(root, *can_exchange, stores), &bench, &mut random) {
            let (mut bench, now) = after_the_cut(&image, has_old);
            bench.options.spare_from = spare_from;
            bench.assert_spare_holds_nothing_else(&image);
            let is_old = if has_old { now == ends[0] } else { now.is_none() };
            assert!(is_old || now == ends[1], "{image:?}");
            let built = bench.write(&new_site());
            assert!(built.is_ok(), "{built:?}: {image:?}");
            assert_eq!(whole(&bench.target()), ends[1], "{image:?}");
            bench.assert_in_order(&image);
            seen[usize::from(!is_old)] += 1;
            states += 1;
        }
    }
    assert!(states > 1_000 && seen[0] > 100 && seen[1] > 100, "{states} {seen:?}");
}

/// The same on a disk that says that it has stored what it has not: there, sites are lost, so the test above would find a build
/// that does not wait.
#[test]
fn j89_a_disk_that_stores_nothing_loses_sites() {
    let ends = [finished(&old_site()), finished(&new_site())];
    let lying = |root: &Path| Recorder::new(root, true, Stores::Nothing);
    let bench = Bench::new();
    bench.write(&old_site()).unwrap();
    let images = images(lying, &bench, &mut Random(89));
    let lost = images.iter().filter(|image| !ends.contains(&after_the_cut(image, true).1)).count();
    assert!(lost > 10, "{lost} of {}", images.len());
}

/// A folder with what a disk holds after the power has come back, and the site in it as the next build finds it.
fn after_the_cut(image: &Image, has_old: bool) -> (Bench, Files) {
    let bench = Bench::new();
    image.write(0, bench.folder.path());
    let mut now = whole(&bench.target());
    if now.is_none() && has_old {
        let target = Target::check(&bench.target(), &bench.options).unwrap();
        leftovers::clear(&RealDisk, &target).unwrap();
        now = whole(&bench.target());
    }
    (bench, now)
}
