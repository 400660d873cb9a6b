//! Writing a site to a disk: what is replaced, what is refused, and what anybody sees meanwhile. Refused targets are list H 76 of the safety plan.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make the folders that they read, and stop at once"
)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use dossier::foundation::output_file::{MediaType, OutputFile};
use dossier::foundation::route::Route;
use dossier::output::{Manifest, Options, WriteError, Written, create_folder, create_new, write};
use tempfile::TempDir;

fn site(files: &[(&str, &str)]) -> Vec<OutputFile> {
    let file = |(route, text): &(&str, &str)| OutputFile {
        route: Route::parse(route).unwrap(),
        media_type: MediaType::HTML,
        bytes: text.as_bytes().into(),
    };
    files.iter().map(file).collect()
}

/// A project with a file of content.
fn project() -> (TempDir, Options) {
    let folder = tempfile::tempdir().unwrap();
    for name in ["content/people", "static", "templates", "themes"] {
        fs::create_dir_all(folder.path().join(name)).unwrap();
    }
    fs::write(folder.path().join("content/people/kurt.md"), "Kurt").unwrap();
    let options = Options { wait: Duration::ZERO, ..Options::for_site(folder.path()) };
    (folder, options)
}

/// Every file below `folder` with its text.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    let files =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| !entry.file_type().is_dir());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read_to_string(entry.path()).unwrap_or_default())
        })
        .collect()
}

fn counts(written: usize, unchanged: usize, removed: usize) -> Written {
    Written { written, unchanged, removed }
}

#[test]
fn a_site_is_its_files_a_marker_and_a_manifest() {
    let (project, options) = project();
    let target = project.path().join("build/public");
    let files = site(&[("/", "home"), ("people/kurt/", "Kurt"), ("feed.xml", "<feed/>")]);
    assert_eq!(write(&files, &target, &options).unwrap(), counts(3, 0, 0));

    let mut tree = tree(&target);
    let manifest = Manifest::parse(&tree.remove("manifest.txt").unwrap()).unwrap();
    let listed: Vec<&str> = manifest.files().map(|(path, _)| path).collect();
    assert_eq!(listed, [".dossier-site", "feed.xml", "index.html", "people/kurt/index.html"]);
    tree.remove(".dossier-site").unwrap();
    let expected = [("feed.xml", "<feed/>"), ("index.html", "home"), ("people/kurt/index.html", "Kurt")];
    assert_eq!(tree, expected.map(|(path, text)| (path.to_owned(), text.to_owned())).into());

    let beside: Vec<_> =
        fs::read_dir(project.path().join("build")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["public"], "no lock and no stage stay behind");
}

#[test]
fn the_manifest_is_one_that_sha256sum_checks() {
    let (project, options) = project();
    let target = project.path().join("public");
    write(&site(&[("/", "home"), ("files/Balı 1.txt", "text")]), &target, &options).unwrap();
    let check =
        Command::new("sha256sum").args(["--check", "--strict", "manifest.txt"]).current_dir(&target).output().unwrap();
    assert!(check.status.success(), "{check:?}");
    assert_eq!(String::from_utf8(check.stdout).unwrap().lines().count(), 3);
}

#[test]
fn a_rebuild_writes_what_changed_carries_over_the_rest_and_removes_what_is_gone() {
    let (project, options) = project();
    let target = project.path().join("public");
    write(&site(&[("/", "home"), ("people/kurt/", "Kurt"), ("people/gone/", "a name")]), &target, &options).unwrap();
    let inode = |path: &str| fs::metadata(target.join(path)).unwrap().ino();
    let before = inode("people/kurt/index.html");

    let files = site(&[("/", "home, changed"), ("people/kurt/", "Kurt"), ("cases/ankara/", "case")]);
    assert_eq!(write(&files, &target, &options).unwrap(), counts(2, 1, 1));
    assert_eq!(inode("people/kurt/index.html"), before, "the same file, not a copy");
    assert!(!target.join("people/gone").exists());
    assert!(!format!("{:?}", tree(project.path())).contains("a name"), "what is gone is nowhere");

    let fresh = project.path().join("fresh");
    write(&files, &fresh, &options).unwrap();
    assert_eq!(tree(&target), tree(&fresh), "a warm build is a clean build");
}

#[test]
fn when_nothing_changed_nothing_is_touched() {
    let (project, options) = project();
    let target = project.path().join("public");
    let files = site(&[("/", "home"), ("people/kurt/", "Kurt")]);
    write(&files, &target, &options).unwrap();
    let state = |path: &Path| {
        let metadata = fs::metadata(path).unwrap();
        (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
    };
    let states = || {
        walkdir::WalkDir::new(&target)
            .sort_by_file_name()
            .into_iter()
            .map(|entry| state(entry.unwrap().path()))
            .collect::<Vec<_>>()
    };
    let before = states();
    assert_eq!(write(&files, &target, &options).unwrap(), counts(0, 2, 0));
    assert_eq!(states(), before);
}

#[test]
fn a_file_that_somebody_changed_or_damaged_is_put_right() {
    let (project, options) = project();
    let target = project.path().join("public");
    let files = site(&[("/", "home"), ("people/kurt/", "Kurt"), ("cases/ankara/", "case")]);
    write(&files, &target, &options).unwrap();
    let good = tree(&target);

    fs::write(target.join("index.html"), "hXme").unwrap();
    fs::remove_file(target.join("people/kurt/index.html")).unwrap();
    symlink("/etc/passwd", target.join("people/kurt/index.html")).unwrap();
    assert_eq!(write(&files, &target, &options).unwrap(), counts(2, 1, 0));
    assert_eq!(tree(&target), good);

    for damage in ["manifest.txt", "people/kurt/index.html"] {
        fs::write(target.join(damage), "damaged").unwrap();
        write(&files, &target, &options).unwrap();
        assert_eq!(tree(&target), good, "{damage}");
    }
}

/// H 76: refused, and not a byte is changed.
/// Input H76.
#[test]
fn a_target_that_is_not_ours_is_refused_and_nothing_is_deleted() {
    let (project, mut options) = project();
    let root = project.path();
    fs::create_dir_all(root.join("home/user/documents")).unwrap();
    fs::create_dir_all(root.join("pictures")).unwrap();
    fs::write(root.join("pictures/photo.jpg"), "photo").unwrap();
    fs::write(root.join("file"), "a file").unwrap();
    fs::create_dir_all(root.join("fake")).unwrap();
    fs::write(root.join("fake/.dossier-site"), "something else").unwrap();
    symlink("pictures", root.join("link")).unwrap();
    symlink("nowhere", root.join("dangling")).unwrap();
    options.root = root.join("project");
    options.home = Some(root.join("home/user"));
    fs::create_dir_all(options.root.join("content/people")).unwrap();
    fs::create_dir_all(options.root.join("static")).unwrap();
    symlink(&options.root, root.join("way")).unwrap();
    let before = tree(root);

    let real = root.canonicalize().unwrap();
    let files = site(&[("/", "home")]);
    let refusal = |target: PathBuf| {
        let message = write(&files, &target, &options).unwrap_err().to_string();
        message.replace(&format!("{}/", real.display()), "").replace(&format!("{}/", root.display()), "")
    };
    let holds = |target: &str, why: &str| format!("no site can be written to `{target}`: it {why}");
    for (target, message) in [
        ("project", holds("project", "holds the sources of the site")),
        ("project/", holds("project", "holds the sources of the site")),
        ("project/content/..", holds("project/content/..", "holds the sources of the site")),
        ("way", holds("way", "is a symbolic link")),
        ("way/", holds("way", "is a symbolic link")),
        ("way/content", holds("way/content", "is in `content/`, which holds sources of the site")),
        ("project/content", holds("project/content", "is in `content/`, which holds sources of the site")),
        ("project/content/people", holds("project/content/people", "is in `content/`, which holds sources of the site")),
        ("project/static/new", holds("project/static/new", "is in `static/`, which holds sources of the site")),
        ("project/none/../x", holds("project/none/../x", "has `..` in it")),
        ("home/user", holds("home/user", "holds your home folder")),
        ("home", holds("home", "holds your home folder")),
        ("file", holds("file", "is not a folder")),
        ("link", holds("link", "is a symbolic link")),
        ("dangling", holds("dangling", "is a symbolic link")),
        ("pictures", "`pictures` is not empty and was not made by this program, so nothing in it is replaced; name another folder, or empty it yourself".into()),
        ("fake", "`fake` is not empty and was not made by this program, so nothing in it is replaced; name another folder, or empty it yourself".into()),
    ] {
        assert_eq!(refusal(root.join(target)), message, "{target}");
    }
    assert_eq!(refusal(root.to_owned()), holds(&root.display().to_string(), "holds the sources of the site"));
    assert_eq!(refusal("/".into()), holds("/", "is the root of the disk"));
    assert_eq!(
        refusal("/proc".into()),
        holds("/proc", "is the top of another disk, and cannot be replaced in one step; name a folder inside it")
    );
    assert_eq!(tree(root), before);
}

#[test]
fn files_of_the_user_in_our_folder_are_not_lost() {
    let (project, options) = project();
    let target = project.path().join("public");
    write(&site(&[("/", "home")]), &target, &options).unwrap();
    fs::create_dir(target.join("notes")).unwrap();
    fs::write(target.join("notes/mine.txt"), "mine").unwrap();
    fs::write(target.join(".DS_Store"), "made by the system").unwrap();
    let before = tree(&target);
    let error = write(&site(&[("/", "changed")]), &target, &options).unwrap_err();
    assert!(matches!(&error, WriteError::Foreign { files, .. } if files == &["notes/mine.txt"]), "{error:?}");
    assert_eq!(tree(&target), before);

    fs::remove_file(target.join("notes/mine.txt")).unwrap();
    assert_eq!(write(&site(&[("/", "changed")]), &target, &options).unwrap(), counts(1, 0, 0));
    assert!(!target.join(".DS_Store").exists());
}

#[test]
fn an_empty_folder_is_a_good_target() {
    let (project, options) = project();
    let target = project.path().join("public");
    fs::create_dir(&target).unwrap();
    assert_eq!(write(&site(&[("/", "home")]), &target, &options).unwrap(), counts(1, 0, 0));
}

#[test]
fn what_killed_builds_left_is_cleared_and_what_others_left_is_not() {
    let (project, options) = project();
    let root = project.path();
    let files = site(&[("/", "home")]);
    write(&files, &root.join("public"), &options).unwrap();
    write(&files, &root.join(".public.stage-4711"), &options).unwrap();
    fs::create_dir(root.join(".public.stage-4712")).unwrap();
    fs::create_dir(root.join(".public.stage-4713")).unwrap();
    fs::write(root.join(".public.stage-4713/mine.txt"), "mine").unwrap();
    fs::create_dir(root.join(".public.stage-mine")).unwrap();
    fs::write(root.join(".public.lock"), "4711").unwrap();
    assert_eq!(write(&files, &root.join("public"), &options).unwrap(), counts(0, 1, 0));
    let mut names: Vec<_> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(
        names,
        [".public.stage-4713", ".public.stage-mine", "content", "public", "static", "templates", "themes"]
    );
}

/// J 90: the second build waits, or says who holds the site.
#[test]
fn two_builds_of_one_site_do_not_meet() {
    let (project, mut options) = project();
    let target = project.path().join("public");
    let files = site(&[("/", "home")]);
    write(&files, &target, &options).unwrap();

    let mut held = fs::File::create(project.path().join(".public.lock")).unwrap();
    std::io::Write::write_all(&mut held, b"4711").unwrap();
    held.lock().unwrap();
    let error = write(&files, &target, &options).unwrap_err();
    let shown = target.canonicalize().unwrap();
    assert_eq!(
        error.to_string(),
        format!(
            "another build or publication (process 4711) is writing `{}`; wait for it or end it, then try again (if none is running, on no computer that shares this disk, delete `{}`)",
            shown.display(),
            shown.with_file_name(".public.lock").display()
        )
    );

    options.wait = Duration::from_mins(1);
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| write(&files, &target, &options));
        std::thread::sleep(Duration::from_millis(200));
        assert!(!waiting.is_finished());
        drop(held);
        assert_eq!(waiting.join().unwrap().unwrap(), counts(0, 1, 0));
    });
}

/// While two programs build different sites into one folder again and again, every page that a reader opens is one of theirs, whole.
#[test]
fn a_reader_never_sees_a_page_that_is_not_whole() {
    let (project, mut options) = project();
    options.wait = Duration::from_mins(2);
    let target = project.path().join("public");
    let sites =
        ["a", "b"].map(|letter| site(&[("/", &letter.repeat(100_000)), ("people/kurt/", &letter.repeat(200_000))]));
    write(&sites[0], &target, &options).unwrap();
    let stop = AtomicBool::new(false);
    let (mut seen, mut misses) = ([0; 2], 0);
    std::thread::scope(|scope| {
        let writers = sites.each_ref().map(|files| {
            let (target, options) = (&target, &options);
            scope.spawn(move || {
                for _ in 0..100 {
                    write(files, target, options).unwrap();
                }
            })
        });
        scope.spawn(|| {
            for writer in writers {
                writer.join().unwrap();
            }
            stop.store(true, Ordering::Relaxed);
        });
        while !stop.load(Ordering::Relaxed) {
            for (page, len) in [("index.html", 100_000), ("people/kurt/index.html", 200_000)] {
                // Between finding the folder and opening the file, the folder may have been replaced and removed.
                let Ok(text) = fs::read_to_string(target.join(page)) else {
                    misses += 1;
                    continue;
                };
                let first = text.chars().next().unwrap();
                assert_eq!(text, first.to_string().repeat(len));
                seen[usize::from(first == 'b')] += 1;
            }
        }
    });
    assert!(seen[0] > 0 && seen[1] > 0, "both sites were seen: {seen:?}");
    assert!(misses * 20 < seen[0] + seen[1], "{misses} of {seen:?}");
}

/// Runs the test called `name` once more as an ordinary user when this process is the system's administrator, who may write everywhere.
fn as_ordinary_user(name: &str, test: impl FnOnce()) {
    let mark = "DOSSIER_TEST_AS_USER";
    if std::env::var_os(mark).is_some() || !is_administrator() {
        return test();
    }
    let mut command = Command::new(std::env::current_exe().unwrap());
    let output = command.args(["--exact", name]).env(mark, "1").uid(40_123).gid(40_123).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "the test ran as an ordinary user");
}

fn is_administrator() -> bool {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::set_permissions(file.path(), fs::Permissions::from_mode(0o000)).unwrap();
    fs::File::open(file.path()).is_ok()
}

/// J 88: without the right to write, the old site stands.
#[test]
fn without_permission_the_old_site_stands() {
    as_ordinary_user("without_permission_the_old_site_stands", || {
        let (project, options) = project();
        let target = project.path().join("public");
        write(&site(&[("/", "home")]), &target, &options).unwrap();
        let before = tree(&target);
        let close = |mode| fs::set_permissions(project.path(), fs::Permissions::from_mode(mode)).unwrap();
        close(0o500);
        let error = write(&site(&[("/", "changed")]), &target, &options).unwrap_err().to_string();
        close(0o700);
        let lock = project.path().canonicalize().unwrap().join(".public.lock");
        assert_eq!(error, format!("cannot create `{}`: its permissions do not allow it", lock.display()));
        assert_eq!(tree(&target), before);
    });
}

/// J 88: a disk that is really full, as far as this system can make one: a size limit for every file of a process.
#[test]
fn a_file_that_cannot_be_written_whole_leaves_the_old_site() {
    let mark = "DOSSIER_TEST_TARGET";
    if let Some(root) = std::env::var_os(mark) {
        let root = PathBuf::from(root);
        let options = Options { wait: Duration::ZERO, ..Options::for_site(&root) };
        let error = write(&site(&[("/", &"x".repeat(3_000_000))]), &root.join("public"), &options).unwrap_err();
        assert!(error.to_string().ends_with("it is larger than this disk allows"), "{error}");
        return;
    }
    let (project, options) = project();
    let target = project.path().join("public");
    write(&site(&[("/", "home")]), &target, &options).unwrap();
    let before = tree(project.path());
    let output = Command::new("sh")
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 1024; exec \"$0\" --exact a_file_that_cannot_be_written_whole_leaves_the_old_site",
        ])
        .arg(std::env::current_exe().unwrap())
        .env(mark, project.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(tree(project.path()), before, "the old site, and nothing beside it");
}

#[test]
fn new_files_and_folders_never_replace_anything() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("content/people/kurt.md");
    create_folder(path.parent().unwrap()).unwrap();
    create_folder(path.parent().unwrap()).unwrap();
    create_new(&path, b"Kurt").unwrap();
    let error = create_new(&path, b"other").unwrap_err();
    assert_eq!(error.to_string(), format!("`{}` exists already; nothing is written over it", path.display()));
    symlink(folder.path().join("elsewhere"), folder.path().join("link")).unwrap();
    assert!(matches!(create_new(&folder.path().join("link"), b"x"), Err(WriteError::Exists { .. })));
    assert!(create_folder(&path).unwrap_err().to_string().starts_with("cannot create"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "Kurt");
    assert!(!folder.path().join("elsewhere").exists());
}
