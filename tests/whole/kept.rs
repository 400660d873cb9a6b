//! L 105: what is kept between two builds, the marker, the manifest and the lock, is damaged, cut off, of another site or another
//! version. Knows what may be lost (nothing) and what the next build makes of it.

use std::fs;

use super::bench::Bench;

const MANIFEST: &str = "public/manifest.txt";
const MARKER: &str = "public/.dossier-site";

#[test]
fn l105_a_manifest_that_cannot_be_read_is_ignored_and_the_site_is_made_anew() {
    let bench = Bench::in_memory(10);
    let good = fs::read(bench.path().join(MANIFEST)).unwrap();
    let older = [b"dossier-manifest 0\n".as_slice(), &good].concat();
    let mut flipped = good.clone();
    flipped[3] ^= 0x80;
    // In the middle of a hash.
    let middle = good[..good.len() / 2].iter().rposition(|byte| *byte == b'\n').unwrap() + 10;
    for (turn, damaged) in
        [b"".as_slice(), b"\0\0\0\0", b"no manifest\n", &good[..middle], &older, &flipped, b"\xff\xfe"]
            .into_iter()
            .enumerate()
    {
        fs::write(bench.path().join(MANIFEST), damaged).unwrap();
        bench.is_put_in_order_by((turn + 1) % 2);
    }
    fs::remove_file(bench.path().join(MANIFEST)).unwrap();
    bench.is_put_in_order_by(0);
    fs::create_dir(bench.path().join("aside")).unwrap();
    fs::rename(bench.path().join(MANIFEST), bench.path().join("aside/manifest.txt")).unwrap();
    fs::create_dir(bench.path().join(MANIFEST)).unwrap();
    fs::remove_dir_all(bench.path().join("aside")).unwrap();
    bench.is_put_in_order_by(1);
}

/// A manifest of ours that does not list all that stands there: whose the rest is is not known, so nothing is lost.
#[test]
fn l105_a_manifest_protects_what_it_does_not_list() {
    let bench = Bench::in_memory(10);
    let good = fs::read_to_string(bench.path().join(MANIFEST)).unwrap();
    let lines: Vec<&str> = good.split_inclusive('\n').collect();
    let foreign = format!("{}  index.html\n", "0".repeat(64));
    fs::write(bench.path().join(MANIFEST), foreign).unwrap();
    bench.is_put_in_order_by(1);
    bench.is_put_in_order_by(0);
    for other in [lines[..lines.len() / 2].concat(), lines[..3].concat()] {
        fs::write(bench.path().join(MANIFEST), &other).unwrap();
        let before = bench.site();
        let ended = bench.program(1).output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(2), "{said}");
        assert!(said.contains("holds files that are not part of the site and would be lost: `"), "{said}");
        assert_eq!(bench.site(), before);
        // The site that stands is made anew, as all of its files are those of the new one.
        bench.is_put_in_order_by(0);
    }
}

/// Without a marker that is ours the folder is somebody else's, whatever else stands in it.
#[test]
fn l105_a_marker_that_is_not_ours_protects_the_folder() {
    let bench = Bench::in_memory(10);
    let good = fs::read(bench.path().join(MARKER)).unwrap();
    for other in [b"".as_slice(), b"This folder was made by another program.\n", &good[..good.len() - 1], b"\0\0\0"] {
        fs::write(bench.path().join(MARKER), other).unwrap();
        let before = bench.site();
        let ended = bench.program(1).output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(2), "{said}");
        assert!(said.contains("was not made by this program, so nothing in it is replaced"), "{said}");
        assert_eq!(bench.site(), before);
    }
    fs::write(bench.path().join(MARKER), &good).unwrap();
    bench.is_put_in_order_by(1);
}

/// What stands beside the site under our names, whatever is in it, holds no build up and changes no byte of the site.
#[test]
fn l105_what_older_builds_left_beside_the_site_is_cleared_or_left_alone() {
    let bench = Bench::in_memory(10);
    let marker = fs::read(bench.path().join(MARKER)).unwrap();
    for (turn, (name, text)) in [
        (".public.stage-1", marker.as_slice()),
        (".public.old-2", &marker),
        (".public.stage-3", b""),
        (".public.stage-4", &marker[..10]),
        (".public.old-5", &[0; 20]),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = bench.path().join(name);
        fs::create_dir_all(folder.join("people/x")).unwrap();
        fs::write(folder.join("people/x/index.html"), "an older page").unwrap();
        fs::write(folder.join(".dossier-site"), text).unwrap();
        bench.is_put_in_order_by((turn + 1) % 2);
    }
    let foreign = bench.path().join(".public.stage-6");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("mine.txt"), "not yours").unwrap();
    bench.build(1);
    assert_eq!((bench.edition(), bench.beside()), (1, vec![".public.stage-6".to_owned()]));
    assert_eq!(fs::read_to_string(foreign.join("mine.txt")).unwrap(), "not yours");
}
