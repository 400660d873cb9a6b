//! The folder that is kept beside a large site: what it holds, that the next site is made of it, and that nothing of it is trusted.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, symlink};
use std::path::Path;

use super::faults::{Bench, Faulty, finished, new_site, old_site, older_site, site, whole};
use crate::output::publish::Held;
use crate::output::spare::WORTH;
use crate::output::write::{Written, write, write_on};

/// The numbers that the disk has given to what stands below `folder`, files and folders, by path.
fn numbers(folder: &Path) -> BTreeMap<String, u64> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    entries.map(|entry| (name(entry.path()), entry.metadata().unwrap().ino())).collect()
}

fn names(folder: &Path) -> Vec<String> {
    numbers(folder).into_keys().filter(|name| !name.is_empty()).collect()
}

/// A bench with the folder of the older site beside the old one.
fn bench() -> Bench {
    let bench = Bench::with_spares();
    for files in [older_site(), old_site()] {
        bench.write(&files).unwrap();
    }
    bench
}

#[test]
fn what_is_kept_is_what_both_sites_have() {
    let bench = bench();
    let kept = [
        ".dossier-site",
        "about",
        "about/index.html",
        "dossier.css",
        "index.html",
        "people",
        "people/withdrawn",
        "people/withdrawn/index.html",
    ];
    assert_eq!(names(&bench.spare()), kept);
    let (site, spare) = (numbers(&bench.target()), numbers(&bench.spare()));
    assert!(kept[1..].iter().all(|name| bench.spare().join(name).is_dir() || site[*name] == spare[*name]));

    // A page that is withdrawn leaves both.
    bench.write(&new_site()).unwrap();
    assert_eq!(
        names(&bench.spare()),
        [
            ".dossier-site",
            "about",
            "about/index.html",
            "dossier.css",
            "feed.xml",
            "people",
            "people/kurt",
            "people/kurt/index.html"
        ]
    );
}

#[test]
fn the_next_site_is_made_of_it() {
    let bench = bench();
    let before = [numbers(&bench.target()), numbers(&bench.spare())];
    let disk = Faulty::sound();
    write_on(&disk, &new_site(), &bench.target(), &bench.options).unwrap();
    assert_eq!(whole(&bench.target()), finished(&new_site()));
    let after = [numbers(&bench.target()), numbers(&bench.spare())];
    // The two folders have changed places, with the folders in them.
    for folder in ["", "about"] {
        assert_eq!([after[0][folder], after[1][folder]], [before[1][folder], before[0][folder]], "{folder}");
    }
    // What stays is the file that it was.
    for file in ["about/index.html", "dossier.css", "people/kurt/index.html", "feed.xml"] {
        assert_eq!([after[0][file], after[1][file]], [before[0][file]; 2], "{file}");
    }
}

/// A large site in which one page changes: neither a folder nor a second name is made for what stays.
#[test]
fn the_steps_of_a_build_follow_what_changes() {
    let steps = |pages: usize| {
        let bench = Bench::with_spares();
        let page = |number: usize| (format!("people/{number}/"), "somebody".to_owned());
        let mut files: Vec<(String, String)> = (0..pages).map(page).collect();
        let mut last = 0;
        for edit in 0..4 {
            files[edit].1 = format!("edit {edit}");
            let files: Vec<_> = files.iter().map(|(route, text)| (route.as_str(), text.as_str())).collect();
            let disk = Faulty::sound();
            write_on(&disk, &site(&files), &bench.target(), &bench.options).unwrap();
            last = disk.done.into_inner();
        }
        last
    };
    assert_eq!(steps(100), steps(200));
    assert!(steps(100) < 30, "{}", steps(100));
}

/// What somebody does to the folder that is kept.
type Change = fn(&Path);

#[test]
fn what_somebody_has_changed_in_it_is_no_part_of_the_next_site() {
    let changes: [(&str, Change); 9] = [
        ("other bytes", |spare| {
            fs::remove_file(spare.join("dossier.css")).unwrap();
            fs::write(spare.join("dossier.css"), "q {}").unwrap();
        }),
        ("other bytes, in the file of the site too", |spare| fs::write(spare.join("dossier.css"), "q {}").unwrap()),
        ("a file", |spare| fs::write(spare.join("people/notes.txt"), "a name").unwrap()),
        ("a folder", |spare| fs::create_dir_all(spare.join("empty/in/empty")).unwrap()),
        ("a file of the system", |spare| fs::write(spare.join("people/.DS_Store"), "kurt").unwrap()),
        ("a link", |spare| symlink("/etc/hostname", spare.join("link")).unwrap()),
        ("a link in the place of a folder", |spare| {
            fs::remove_dir_all(spare.join("about")).unwrap();
            symlink("/etc", spare.join("about")).unwrap();
        }),
        ("a file in the place of a folder that comes", |spare| fs::write(spare.join("cases"), "a page").unwrap()),
        ("a folder in the place of a file that comes", |spare| fs::create_dir_all(spare.join("feed.xml/x")).unwrap()),
    ];
    for (what, change) in changes {
        let bench = bench();
        change(&bench.spare());
        bench.write(&new_site()).unwrap();
        assert_eq!(whole(&bench.target()), finished(&new_site()), "{what}");
        bench.assert_in_order(what);
    }
}

#[test]
fn a_folder_of_that_name_that_is_not_ours_is_left_alone() {
    let bench = Bench::with_spares();
    fs::create_dir(bench.spare()).unwrap();
    fs::write(bench.spare().join("diary.txt"), "mine").unwrap();
    for files in [older_site(), old_site(), new_site()] {
        bench.write(&files).unwrap();
        assert_eq!(names(&bench.spare()), ["diary.txt"]);
        assert_eq!(bench.names(), [".public.spare", "content", "public"]);
    }
    assert_eq!(whole(&bench.target()), finished(&new_site()));
}

#[test]
fn it_goes_with_the_site() {
    // The site is removed by hand.
    let gone = bench();
    fs::remove_dir_all(gone.target()).unwrap();
    gone.write(&new_site()).unwrap();
    assert_eq!(gone.names(), ["content", "public"]);

    // The folder is published to.
    let published = bench();
    Held::open(&published.target(), &published.options).unwrap();
    assert_eq!(published.names(), ["content", "public"]);

    // The site has become small, or another.
    let mut small = bench();
    small.options.spare_from = WORTH;
    small.write(&new_site()).unwrap();
    assert_eq!(small.names(), ["content", "public"]);
    let other = bench();
    other.write(&site(&[("x/", "x"), ("y/", "y")])).unwrap();
    assert_eq!(names(&other.spare()), [".dossier-site"]);
}

#[test]
fn none_is_kept_of_a_small_site_nor_where_files_cannot_be_shared() {
    let small = Bench::new();
    let unshared = Bench::with_spares();
    for files in [older_site(), old_site(), new_site()] {
        write(&files, &small.target(), &small.options).unwrap();
        let disk = Faulty { can_link: false, ..Faulty::sound() };
        write_on(&disk, &files, &unshared.target(), &unshared.options).unwrap();
    }
    assert_eq!(small.names(), ["content", "public"]);
    assert_eq!(unshared.names(), ["content", "public"]);
}

/// Files of the system tell the names of the others, also of those that are gone.
#[test]
fn what_the_system_has_added_is_not_kept() {
    let bench = Bench::with_spares();
    bench.write(&old_site()).unwrap();
    fs::write(bench.target().join("people/.DS_Store"), "kurt withdrawn").unwrap();
    bench.write(&new_site()).unwrap();
    bench.assert_in_order("");
    assert!(!bench.spare().join("people/.DS_Store").exists());
    assert_eq!(bench.write(&new_site()).unwrap(), Written { written: 0, unchanged: 6, removed: 0 });
}
