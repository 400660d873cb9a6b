//! A disk that fails at one chosen step, and the proof that the old or the new site is whole whichever step it is.
//! It does not wait for anything to be stored: that changes nothing that can be seen.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rustix::io::Errno;
use tempfile::TempDir;

use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::output::disk::{Disk, RealDisk};
use crate::output::failure::WriteError;
use crate::output::leftovers;
use crate::output::target::Target;
use crate::output::write::{Options, Written, write_on};
use crate::source::failure::in_words;

/// What happens at the chosen step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The step fails and those after it do not.
    Error(Errno),
    /// The disk is full at this step: of a file, half is written.
    Short,
    /// The disk is full from this step on: of files, half is written; what needs no room is still done.
    Full,
    /// The process dies: neither this step nor any after it is done.
    Death,
}

/// Whether a step needs room on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Needs {
    Room,
    Nothing,
}

/// The real disk, with a fault and with the gaps of lesser file systems.
#[derive(Debug)]
pub(super) struct Faulty {
    pub(super) step: usize,
    pub(super) fault: Fault,
    pub(super) can_exchange: bool,
    pub(super) can_link: bool,
    pub(super) done: AtomicUsize,
}

impl Faulty {
    /// A disk that does all that the real one does.
    pub(super) fn sound() -> Self {
        Self::at(usize::MAX, Fault::Death)
    }

    pub(super) fn at(step: usize, fault: Fault) -> Self {
        Self { step, fault, can_exchange: true, can_link: true, done: AtomicUsize::new(0) }
    }

    fn step(&self, needs: Needs) -> io::Result<()> {
        let step = self.done.fetch_add(1, Ordering::SeqCst);
        match self.fault {
            Fault::Error(errno) if step == self.step => Err(errno.into()),
            Fault::Short if step == self.step => Err(Errno::NOSPC.into()),
            Fault::Full if step >= self.step && needs == Needs::Room => Err(Errno::NOSPC.into()),
            Fault::Death if step >= self.step => Err(Errno::IO.into()),
            _ => Ok(()),
        }
    }

    /// What the system says at the chosen step; nothing where the process dies.
    fn errno(&self) -> Option<Errno> {
        match self.fault {
            Fault::Error(errno) => Some(errno),
            Fault::Short | Fault::Full => Some(Errno::NOSPC),
            Fault::Death => None,
        }
    }
}

impl Disk for Faulty {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step(Needs::Room)?;
        RealDisk.create_folder(path)
    }

    fn create_private_folder(&self, path: &Path) -> io::Result<()> {
        self.step(Needs::Room)?;
        RealDisk.create_private_folder(path)
    }

    fn create_file(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step(Needs::Room) {
            if matches!(self.fault, Fault::Short | Fault::Full) {
                RealDisk.create_file(path, &bytes[..bytes.len() / 2])?;
            }
            return Err(error);
        }
        RealDisk.create_file(path, bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(Needs::Room)?;
        if self.can_link { RealDisk.link(from, to) } else { Err(Errno::PERM.into()) }
    }

    fn store(&self, _top: &Path, _paths: &[PathBuf]) -> io::Result<()> {
        self.step(Needs::Room)
    }

    fn store_folder(&self, _path: &Path) -> io::Result<()> {
        self.step(Needs::Nothing)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(Needs::Nothing)?;
        RealDisk.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step(Needs::Nothing)?;
        if self.can_exchange { RealDisk.exchange(one, other) } else { Err(io::ErrorKind::Unsupported.into()) }
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step(Needs::Nothing)?;
        RealDisk.remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step(Needs::Nothing)?;
        RealDisk.remove_folder(path)
    }
}

pub(super) fn site(files: &[(&str, &str)]) -> Vec<OutputFile> {
    let file = |(route, text): &(&str, &str)| OutputFile {
        route: Route::parse(route).unwrap(),
        media_type: MediaType::HTML,
        bytes: text.as_bytes().into(),
    };
    files.iter().map(file).collect()
}

/// What stands in all three sites.
const ALWAYS: [(&str, &str); 2] = [("about/", "about"), ("dossier.css", "p {}")];

pub(super) fn older_site() -> Vec<OutputFile> {
    let others =
        [("/", "home"), ("people/kurt/", "Kurt, as he was"), ("people/withdrawn/", "a name"), ("cases", "a page")];
    site(&[ALWAYS.as_slice(), &others].concat())
}

pub(super) fn old_site() -> Vec<OutputFile> {
    let others = [("/", "home"), ("people/kurt/", "Kurt"), ("people/withdrawn/", "a name"), ("feed.xml", "<feed/>")];
    site(&[ALWAYS.as_slice(), &others].concat())
}

pub(super) fn new_site() -> Vec<OutputFile> {
    let others =
        [("/", "home, changed"), ("people/kurt/", "Kurt"), ("cases/ankara/", "the case"), ("feed.xml", "<feed/>")];
    site(&[ALWAYS.as_slice(), &others].concat())
}

/// The files of a site; nothing when there is none.
pub(super) type Files = Option<BTreeMap<PathBuf, Vec<u8>>>;

/// Every file below `folder` with its bytes; nothing when it is not there.
pub(super) fn whole(folder: &Path) -> Files {
    folder.is_dir().then(|| {
        let entries =
            walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
        entries
            .map(|entry| (entry.path().strip_prefix(folder).unwrap().to_owned(), fs::read(entry.path()).unwrap()))
            .collect()
    })
}

/// A folder in which a site with sources can be built, and what both sites look like when nothing goes wrong.
pub(super) struct Bench {
    pub(super) folder: TempDir,
    pub(super) options: Options,
}

impl Bench {
    pub(super) fn new() -> Self {
        // In memory where the system has such a folder: hundreds of sites are made and removed.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        let options = Options { wait: Duration::ZERO, ..Options::for_site(folder.path()) };
        Self { folder, options }
    }

    /// A folder in which every site, however small, has the folder of the one before beside it.
    pub(super) fn with_spares() -> Self {
        let mut bench = Self::new();
        bench.options.spare_from = 0;
        bench
    }

    pub(super) fn target(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    pub(super) fn spare(&self) -> PathBuf {
        self.folder.path().join(".public.spare")
    }

    /// The folder that is kept for the next build holds nothing that the site does not hold.
    pub(super) fn assert_spare_holds_nothing_else(&self, why: impl std::fmt::Debug) {
        let (site, spare) = (whole(&self.target()).unwrap_or_default(), whole(&self.spare()).unwrap_or_default());
        let other: Vec<_> = spare.iter().filter(|(path, bytes)| site.get(*path) != Some(bytes)).collect();
        assert!(other.is_empty(), "{other:?} {why:?}");
    }

    /// Only the site and what is kept for the next build are there.
    pub(super) fn assert_in_order(&self, why: impl std::fmt::Debug) {
        let names = self.names();
        let names: Vec<&str> = names.iter().map(String::as_str).filter(|name| *name != ".public.spare").collect();
        assert_eq!(names, ["content", "public"], "{why:?}");
        self.assert_spare_holds_nothing_else(why);
    }

    pub(super) fn write(&self, files: &[OutputFile]) -> Result<Written, WriteError> {
        write_on(&Faulty::sound(), files, &self.target(), &self.options)
    }

    pub(super) fn names(&self) -> Vec<String> {
        let names =
            fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

pub(super) fn finished(files: &[OutputFile]) -> Files {
    let bench = Bench::new();
    bench.write(files).unwrap();
    whole(&bench.target())
}

/// Lets a build over the last of the sites `before` fail where `disk` does; gives whether that step was reached. `ends` are the whole old and new
/// site.
fn try_fault(bench: &Bench, disk: &Faulty, before: &[Vec<OutputFile>], (old, new): &(Files, Files)) -> bool {
    for files in before {
        bench.write(files).unwrap();
    }
    let result = write_on(disk, &new_site(), &bench.target(), &bench.options);
    let reached = disk.done.load(Ordering::SeqCst) > disk.step;

    let mut now = whole(&bench.target());
    if disk.fault == Fault::Death && !disk.can_exchange && now.is_none() {
        let target = Target::check(&bench.target(), &bench.options).unwrap();
        leftovers::clear(&RealDisk, &target).unwrap();
        now = whole(&bench.target());
    }
    match &result {
        Ok(_) | Err(WriteError::NotConfirmed { .. } | WriteError::OldRemains { .. }) => {
            assert_eq!(&now, new, "{disk:?}");
        }
        Err(_) => assert_eq!(&now, old, "{disk:?} {result:?}"),
    }
    if let (Err(error), Some(errno)) = (&result, disk.errno()) {
        let (said, words) = (error.to_string(), in_words(&errno.into()));
        assert!(said.contains(&words), "{disk:?}: {said}");
    }
    let most = if bench.options.spare_from == 0 { 4 } else { 3 };
    assert!(bench.names().len() <= most, "at most one stage is left over: {:?}", bench.names());
    bench.assert_spare_holds_nothing_else(disk);

    bench.write(&new_site()).unwrap();
    assert_eq!(&whole(&bench.target()), new, "{disk:?}");
    bench.assert_in_order(disk);
    reached
}

/// J 87, 88: the fault at every step of a first build and of a rebuild, on file systems with and without exchange and links.
#[test]
fn whichever_step_fails_the_old_or_the_new_site_is_whole() {
    let errors = [
        Errno::IO,
        Errno::NOSPC,
        Errno::DQUOT,
        Errno::ACCESS,
        Errno::ROFS,
        Errno::MFILE,
        Errno::INTR,
        Errno::NOENT,
        Errno::EXIST,
    ];
    let faults = errors.map(Fault::Error).into_iter().chain([Fault::Short, Fault::Full, Fault::Death]);
    let befores = [vec![], vec![old_site()], vec![older_site(), old_site()]];
    let mut steps = 0;
    for (before, bench) in befores.iter().zip([Bench::new, Bench::new, Bench::with_spares]) {
        let ends = (before.last().and_then(|files| finished(files)), finished(&new_site()));
        for (can_exchange, can_link) in [(true, true), (true, false), (false, true), (false, false)] {
            for fault in faults.clone() {
                let mut step = 0;
                let disk = |step| Faulty { can_exchange, can_link, ..Faulty::at(step, fault) };
                while try_fault(&bench(), &disk(step), before, &ends) {
                    step += 1;
                }
                assert!(step > 10, "a build has many steps");
                steps += step;
            }
        }
    }
    assert!(steps > 2_500, "{steps}");
}

#[test]
fn what_failed_first_is_told_and_not_what_follows_from_it() {
    // Files come from all threads at once, and only the first that needs the stage makes it.
    let names: Vec<String> = (0..64).map(|number| format!("people/{number}/")).collect();
    let files = site(&names.iter().map(|name| (name.as_str(), "somebody")).collect::<Vec<_>>());
    for _ in 0..400 {
        let bench = Bench::new();
        let disk = Faulty::at(1, Fault::Short);
        let failed = write_on(&disk, &files, &bench.target(), &bench.options).unwrap_err();
        assert!(failed.to_string().contains(&in_words(&Errno::NOSPC.into())), "{failed}");
        // A folder and the half of a marker: nobody tries again.
        assert_eq!(disk.done.load(Ordering::SeqCst), 2);
    }
}

/// J 87: the build after a killed one is killed too, at every step of both; the third finds the old or the new site and puts all in order.
#[test]
fn two_deaths_one_after_the_other_leave_a_whole_site() {
    let ends = [finished(&old_site()), finished(&new_site())];
    let mut pairs = 0;
    for (can_exchange, bench) in [(true, Bench::new as fn() -> Bench), (false, Bench::new), (true, Bench::with_spares)]
    {
        for first in 0.. {
            let mut second = 0;
            while try_two_deaths(&bench(), &ends, can_exchange, [first, second]) {
                second += 1;
            }
            // A first build that came to its end leaves the second nothing to do.
            if second == 0 {
                break;
            }
            pairs += second;
        }
    }
    assert!(pairs > 500, "{pairs}");
}

/// Whether the second build was killed before its end.
fn try_two_deaths(bench: &Bench, ends: &[Files; 2], can_exchange: bool, steps: [usize; 2]) -> bool {
    for files in [older_site(), old_site()] {
        bench.write(&files).unwrap();
    }
    let disks = steps.map(|step| Faulty { can_exchange, ..Faulty::at(step, Fault::Death) });
    let results = disks.each_ref().map(|disk| write_on(disk, &new_site(), &bench.target(), &bench.options));
    let mut now = whole(&bench.target());
    if now.is_none() && !can_exchange {
        let target = Target::check(&bench.target(), &bench.options).unwrap();
        leftovers::clear(&RealDisk, &target).unwrap();
        now = whole(&bench.target());
    }
    assert!(ends.contains(&now), "{disks:?}");
    bench.assert_spare_holds_nothing_else(&disks);
    bench.write(&new_site()).unwrap();
    assert_eq!(whole(&bench.target()), ends[1], "{disks:?}");
    bench.assert_in_order(&disks);
    results[1].is_err()
}

/// A removal that is cut off at any step is taken up again: nothing that was withdrawn stays on the disk.
#[test]
fn a_removal_that_was_cut_off_is_taken_up_by_a_build_with_nothing_to_do() {
    let mut step = 0;
    loop {
        let bench = Bench::new();
        bench.write(&old_site()).unwrap();
        let disk = Faulty::at(step, Fault::Death);
        if write_on(&disk, &new_site(), &bench.target(), &bench.options).is_ok() {
            break;
        }
        bench.write(&new_site()).unwrap();
        assert_eq!(bench.write(&new_site()).unwrap(), Written { written: 0, unchanged: 6, removed: 0 });
        assert_eq!(bench.names(), ["content", "public"], "{step}");
        step += 1;
    }
    assert!(step > 10);
}

#[test]
fn what_the_disk_says_is_told_in_words() {
    let bench = Bench::new();
    bench.write(&old_site()).unwrap();
    let disk = Faulty::at(0, Fault::Error(Errno::NOSPC));
    let error = write_on(&disk, &new_site(), &bench.target(), &bench.options).unwrap_err().to_string();
    let stage = bench.folder.path().canonicalize().unwrap().join(format!(".public.stage-{}", std::process::id()));
    assert_eq!(error, format!("cannot create `{}`: the disk is full", stage.display()));
}
