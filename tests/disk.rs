//! Reading a site from a disk: what is taken, what is left alone, what is refused. The inputs are those of list D of the safety plan.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make the folders that they read, and stop at once"
)]

use std::fs;
use std::io::Write as _;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use dossier::foundation::diagnostic::Checked;
use dossier::source::source_map::SourceMap;
use dossier::source::tree::{Content, SourceTree};
use dossier::source::{Limits, find_root, load, read};
use tempfile::TempDir;

/// A folder with these files in it.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn read_all(root: &Path) -> Checked<SourceTree> {
    let checked = read(root, &Limits::default()).unwrap();
    let map = SourceMap::of_tree(&checked.value);
    for diagnostic in &checked.diagnostics {
        assert!(map.location(diagnostic.span).is_some(), "the place can be shown: {diagnostic:?}");
    }
    checked
}

/// Each problem as `code: message`.
fn problems(checked: &Checked<SourceTree>) -> Vec<String> {
    checked.diagnostics.iter().map(|found| format!("{}: {}", found.code.name(), found.message)).collect()
}

/// Each file as `path kind`.
fn listing(tree: &SourceTree) -> Vec<String> {
    tree.files()
        .map(|file| match &file.content {
            Content::Text(text) => format!("{} text {text:?}", file.path),
            Content::Bytes(bytes) => format!("{} bytes {}", file.path, bytes.len()),
            Content::OnDisk { len } => format!("{} on disk {len}", file.path),
            Content::Aside { len, .. } => format!("{} aside {len}", file.path),
            Content::Unreadable => format!("{} unreadable", file.path),
        })
        .collect()
}

#[test]
fn the_folders_of_a_site_are_read_and_nothing_beside_them() {
    let site = folder(&[
        ("dossier.toml", b"title = 'x'"),
        ("dossier.lock", b""),
        ("protected.txt", b"a name"),
        ("README.md", b"not a page"),
        ("public/index.html", b"<p>"),
        ("content/people/kurt.md", b"\xEF\xBB\xBFKurt"),
        ("content/people/kurt.jpg", b"\xFF\xD8\xFF"),
        ("static/robots.txt", b"User-agent: *"),
        ("templates/person.html", b"<h1>"),
        ("themes/night/theme.toml", b""),
        ("themes/night/templates/page.html", b"<p>"),
        ("themes/night/static/site.css", b"p{}"),
    ]);
    let checked = read_all(site.path());
    assert_eq!(problems(&checked), [""; 0]);
    assert_eq!(
        listing(&checked.value),
        [
            "content/people/kurt.jpg on disk 3",
            "content/people/kurt.md text \"Kurt\"",
            "dossier.lock text \"\"",
            "dossier.toml text \"title = 'x'\"",
            "static/robots.txt bytes 13",
            "templates/person.html text \"<h1>\"",
            "themes/night/static/site.css bytes 3",
            "themes/night/templates/page.html text \"<p>\"",
            "themes/night/theme.toml text \"\"",
        ]
    );
}

#[test]
fn an_attachment_is_loaded_when_it_is_used_and_must_still_be_the_same_size() {
    let site = folder(&[("content/photo.jpg", b"\xFF\xD8\xFF")]);
    let tree = read_all(site.path()).value;
    let photo = tree.get("content/photo.jpg").unwrap();
    assert_eq!(&*load(site.path(), photo).unwrap(), b"\xFF\xD8\xFF");

    fs::write(site.path().join("content/photo.jpg"), "much longer").unwrap();
    assert_eq!(
        load(site.path(), photo).unwrap_err().to_string(),
        "`content/photo.jpg` cannot be read: it has grown while the site was built; build again"
    );

    fs::remove_file(site.path().join("content/photo.jpg")).unwrap();
    symlink("/etc/passwd", site.path().join("content/photo.jpg")).unwrap();
    assert_eq!(
        load(site.path(), photo).unwrap_err().to_string(),
        "`content/photo.jpg` cannot be read: it is a symbolic link to `/etc/passwd`"
    );
}

/// A 19: encodings. All problems are found in one run, and what can be read is read.
/// Input A19.
#[test]
fn text_that_is_not_utf8_is_named_with_its_byte() {
    let site = folder(&[
        ("content/bom.md", b"\xEF\xBB\xBFgood"),
        ("content/latin5.md", b"title: \xDDlhami Bal\xFD"),
        ("content/zero.md", b"a\0b and so on"),
        ("content/overlong.md", b"..\xC0\xAF"),
        ("content/surrogate.md", b"\xED\xA0\x80"),
        ("content/utf16.md", b"\xFF\xFEt\0"),
        ("dossier.toml", b"title = '\xFD'"),
        ("templates/page.html", b"\xFE"),
    ]);
    let checked = read_all(site.path());
    assert_eq!(
        problems(&checked),
        [
            "not-utf8: `content/latin5.md` is not readable as text: byte 7 (line 1) is not UTF-8; it looks like ISO-8859-9 or Windows-1254 (Turkish)",
            "not-utf8: `content/overlong.md` is not readable as text: byte 2 (line 1) is not UTF-8; it has a character in more bytes than are allowed",
            "not-utf8: `content/surrogate.md` is not readable as text: byte 0 (line 1) is not UTF-8; it has half of a UTF-16 pair, as some converters leave it",
            "not-utf8: `content/utf16.md` is not readable as text: byte 0 (line 1) is not UTF-8; it looks like UTF-16",
            "not-utf8: `content/zero.md` is not readable as text: byte 1 (line 1) is not UTF-8; it has zero bytes, so it is no text or is damaged",
            "not-utf8: `dossier.toml` is not readable as text: byte 9 (line 1) is not UTF-8; it looks like ISO-8859-9 or Windows-1254 (Turkish)",
            "not-utf8: `templates/page.html` is not readable as text: byte 0 (line 1) is not UTF-8; it looks like ISO-8859-9 or Windows-1254 (Turkish)",
        ]
    );
    assert!(checked.diagnostics.iter().all(|found| found.help == "save it as UTF-8 in your editor"));
    assert_eq!(checked.value.get("content/bom.md").unwrap().as_text().unwrap().as_ref(), "good");
}

/// D 46: links of every kind; a marker outside is in nothing that was read.
/// Input D46.
#[test]
fn no_symbolic_link_is_followed() {
    let outside = folder(&[("secret.md", b"MARKER"), ("deep/secret.md", b"MARKER")]);
    let site = folder(&[("content/people/kurt.md", b"Kurt")]);
    let root = site.path();
    symlink(outside.path().join("secret.md"), root.join("content/people/outside.md")).unwrap();
    symlink(outside.path(), root.join("content/folder")).unwrap();
    symlink("..", root.join("content/parent")).unwrap();
    symlink("loop.md", root.join("content/loop.md")).unwrap();
    symlink("nothing", root.join("content/dangling.md")).unwrap();
    symlink("kurt.md", root.join("content/people/inside.md")).unwrap();
    symlink(outside.path(), root.join("templates")).unwrap();
    symlink(outside.path().join("secret.md"), root.join("dossier.toml")).unwrap();
    symlink("user@host.123", root.join("content/.#kurt.md")).unwrap();

    let checked = read_all(root);
    let at = |path: &str| outside.path().join(path).display().to_string();
    assert_eq!(
        problems(&checked),
        [
            "symbolic-link: `content/dangling.md` cannot be used: it is a symbolic link to `nothing`".to_owned(),
            format!(
                "symbolic-link: `content/folder` cannot be used: it is a symbolic link to `{}`",
                outside.path().display()
            ),
            "symbolic-link: `content/loop.md` cannot be used: it is a symbolic link to `loop.md`".to_owned(),
            "symbolic-link: `content/parent` cannot be used: it is a symbolic link to `..`".to_owned(),
            "symbolic-link: `content/people/inside.md` cannot be used: it is a symbolic link to `kurt.md`".to_owned(),
            format!(
                "symbolic-link: `content/people/outside.md` cannot be used: it is a symbolic link to `{}`",
                at("secret.md")
            ),
            format!("symbolic-link: `dossier.toml` cannot be used: it is a symbolic link to `{}`", at("secret.md")),
            format!(
                "symbolic-link: `templates` cannot be used: it is a symbolic link to `{}`",
                outside.path().display()
            ),
        ]
    );
    assert!(!format!("{:?}", checked.value).contains("MARKER"));
    assert_eq!(checked.value.get("content/people/kurt.md").unwrap().as_text().unwrap().as_ref(), "Kurt");
}

/// D 46: while another program swaps a folder for a link again and again, nothing outside is ever read.
#[test]
fn a_link_that_is_put_there_during_the_walk_leads_nowhere() {
    let outside = folder(&[("kurt.md", b"MARKER")]);
    let site = folder(&[("content/people/kurt.md", b"Kurt")]);
    let content = site.path().join("content");
    symlink(outside.path(), content.join("trap")).unwrap();
    let stop = std::sync::atomic::AtomicBool::new(false);
    let mut seen = [0; 2];
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                rustix::fs::renameat_with(
                    rustix::fs::CWD,
                    content.join("people"),
                    rustix::fs::CWD,
                    content.join("trap"),
                    rustix::fs::RenameFlags::EXCHANGE,
                )
                .unwrap();
            }
        });
        for _ in 0..500 {
            let checked = read(site.path(), &Limits::default()).unwrap();
            assert!(!format!("{:?}", checked.value).contains("MARKER"));
            seen[usize::from(checked.value.get("content/people/kurt.md").is_some())] += 1;
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    assert!(seen[0] > 0 && seen[1] > 0, "both states were met: {seen:?}");
}

/// D 47: what is there and is not a regular file is never passed over in silence, and is never waited for.
/// Input D47.
#[test]
fn pipes_sockets_and_folders_in_the_place_of_files_are_named() {
    let site = folder(&[("content/people/kurt.md", b"Kurt"), ("dossier.toml/x", b""), ("static", b"a file")]);
    let people = site.path().join("content/people");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        people.join("pipe.md"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
        0,
    )
    .unwrap();
    let _socket = UnixListener::bind(people.join("socket.md")).unwrap();
    assert_eq!(
        problems(&read_all(site.path())),
        [
            "unreadable-file: `content/people/pipe.md` cannot be read: it is a pipe, not a regular file",
            "unreadable-file: `content/people/socket.md` cannot be read: it is a socket, not a regular file",
            "unreadable-file: `dossier.toml` cannot be read: it is a folder, not a regular file",
            "unreadable-file: `static` cannot be read: it is a file, and the site has a folder of that name",
        ]
    );
}

/// D 47: a hard link is read like any file, as nothing tells it from one that was meant; but it is told.
#[test]
fn a_hard_link_to_a_file_outside_is_told() {
    let outside = folder(&[("private.md", b"words")]);
    let site = folder(&[("content/people/kurt.md", b"Kurt"), ("content/photo.jpg", b"x")]);
    let at = |path: &str| site.path().join(path);
    fs::hard_link(at("content/photo.jpg"), at("content/people/photo.jpg")).unwrap();
    assert_eq!(problems(&read_all(site.path())), [""; 0], "both names are in the site");
    fs::hard_link(outside.path().join("private.md"), at("content/people/other.md")).unwrap();
    let checked = read_all(site.path());
    assert_eq!(
        problems(&checked),
        ["hard-link: `content/people/other.md` is a hard link: the same file has another name outside the site"]
    );
    assert!(!checked.has_errors());
}

/// Runs the test called `name` once more as an ordinary user when this process is the system's administrator, who may read everything.
fn as_ordinary_user(name: &str, test: impl FnOnce()) {
    let mark = "DOSSIER_TEST_AS_USER";
    if std::env::var_os(mark).is_some() || !is_administrator() {
        return test();
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .env(mark, "1")
        .uid(40_123)
        .gid(40_123)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "the test ran as an ordinary user");
}

fn is_administrator() -> bool {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::set_permissions(file.path(), fs::Permissions::from_mode(0o000)).unwrap();
    fs::File::open(file.path()).is_ok()
}

/// D 47: files and folders without the right to read them.
#[test]
fn what_may_not_be_read_is_named() {
    as_ordinary_user("what_may_not_be_read_is_named", || {
        let site = folder(&[
            ("content/closed/kurt.md", b"Kurt"),
            ("content/open/closed.md", b"x"),
            ("content/open/closed.jpg", b"x"),
            ("content/open/kurt.md", b"Kurt"),
        ]);
        let close = |path: &str, mode| {
            fs::set_permissions(site.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
        };
        for path in ["content/closed", "content/open/closed.md", "content/open/closed.jpg"] {
            close(path, 0o000);
        }
        let checked = read_all(site.path());
        close("content/closed", 0o700);
        assert_eq!(
            problems(&checked),
            [
                "unreadable-file: `content/closed` cannot be read: its permissions do not allow it",
                "unreadable-file: `content/open/closed.jpg` cannot be read: its permissions do not allow it",
                "unreadable-file: `content/open/closed.md` cannot be read: its permissions do not allow it",
            ]
        );
        assert!(checked.value.get("content/open/kurt.md").unwrap().as_text().is_some());
    });
}

/// D 48: names.
/// Input D48.
#[test]
fn names_that_cannot_be_addresses_are_refused_and_shown_safely() {
    let long = format!("content/{}.md", "a".repeat(120));
    let names = [
        "content/CON/kurt.md",
        "content/COM¹.md",
        "content/a\tb.md",
        "content/back\\slash.md",
        "content/dot.",
        "content/good name, with 'quotes' & ünïcode ☂.md",
        "content/line\nbreak.md",
        "content/nul.md",
        "content/space ",
        "content/turn\u{202e}dm.md",
        "content/zero\u{200b}width.md",
        "content/👩\u{200d}⚖️.md",
        &long,
    ];
    let site = folder(&names.map(|name| (name, &b"x"[..])));
    let bad = site.path().join("content").join(std::ffi::OsStr::from_bytes(b"bal\xFD.md"));
    fs::write(bad, "x").unwrap();
    let checked = read_all(site.path());
    let found: Vec<String> = checked.diagnostics.iter().map(|found| found.message.clone()).collect();
    let is_in = |name: &str, reason: &str| {
        let message = format!("the name of `content/{name}` cannot become a web address: {reason}");
        assert!(found.contains(&message), "{message}\n{found:#?}");
    };
    is_in("CON", "Windows keeps one of its names for a device");
    is_in("COM¹.md", "Windows keeps one of its names for a device");
    is_in("a\\u{9}b.md", "`\\t` cannot stand in it");
    is_in("back\\slash.md", "`\\\\` cannot stand in it");
    is_in("dot.", "a part ends in a dot, or begins or ends in a space");
    is_in("line\\u{a}break.md", "`\\n` cannot stand in it");
    is_in("nul.md", "Windows keeps one of its names for a device");
    is_in("space ", "a part ends in a dot, or begins or ends in a space");
    is_in("turn\\u{202e}dm.md", "`\\u{202e}` cannot stand in it");
    is_in("zero\\u{200b}width.md", "`\\u{200b}` cannot stand in it");
    is_in("👩\\u{200d}⚖️.md", "`\\u{200d}` cannot stand in it");
    is_in("bal\u{fffd}.md", "it is not UTF-8");
    assert_eq!(found.len(), 13, "{found:#?}");
    assert!(checked.value.get("content/CON/kurt.md").is_some(), "what is in it is still checked");
}

/// D 48: a path that the system's calls do not take. Also for the system's administrator this is an error and not a silence.
#[test]
fn a_folder_too_deep_for_the_system_is_named() {
    let site = folder(&[("content/kurt.md", b"Kurt")]);
    let mut folder = rustix::fs::open(
        site.path().join("content"),
        rustix::fs::OFlags::RDONLY | rustix::fs::OFlags::DIRECTORY,
        rustix::fs::Mode::empty(),
    )
    .unwrap();
    let name = "d".repeat(90);
    for _ in 0..50 {
        rustix::fs::mkdirat(&folder, &name, rustix::fs::Mode::RWXU).unwrap();
        folder = rustix::fs::openat(&folder, &name, rustix::fs::OFlags::RDONLY, rustix::fs::Mode::empty()).unwrap();
    }
    let codes: Vec<_> = read_all(site.path()).diagnostics.iter().map(|found| found.code.name()).collect();
    assert!(codes.contains(&"unreadable-file"), "{codes:?}");
}

/// D 49: twins, on every platform.
/// Input D49.
#[test]
fn paths_that_differ_only_in_case_or_form_collide() {
    let site = folder(&[
        ("content/People/a.md", b"a"),
        ("content/people/b.md", b"b"),
        ("content/people/İlhami.md", b"a"),
        ("content/people/ilhami.md", b"b"),
        ("content/people/Ays\u{327}e.md", b"a"),
        ("content/people/Ayşe.md", b"b"),
        ("content/people/Strasse.jpg", b"a"),
        ("content/people/straße.jpg", b"b"),
        ("content/people/kurt.md", b"a"),
        ("content/people/kürt.md", b"b"),
    ]);
    let checked = read_all(site.path());
    assert_eq!(
        problems(&checked),
        [
            "paths-collide: `content/people` and `content/People` are one file on systems that ignore case",
            "paths-collide: two files are called `content/people/Ayşe.md`, once with composed and once with decomposed letters",
            "paths-collide: `content/people/straße.jpg` and `content/people/Strasse.jpg` are one file on systems that ignore case",
            "paths-collide: `content/people/İlhami.md` and `content/people/ilhami.md` are one file on systems that ignore case",
        ]
    );
    let map = SourceMap::of_tree(&checked.value);
    assert!(checked.diagnostics.iter().all(|found| map.location(found.labels[0].span).is_some()));
}

/// D 53: what systems, editors and other programs keep in the same folders.
/// Input D53.
#[test]
fn hidden_files_are_left_alone_and_secrets_are_left_out_with_a_warning() {
    let site = folder(&[
        ("content/.git/config", b"x"),
        ("content/.obsidian/app.json", b"x"),
        ("content/.DS_Store", b"\0"),
        ("content/Thumbs.db", b"\0"),
        ("content/.env", b"TOKEN=1"),
        ("content/id_rsa", b"KEY"),
        ("content/server.pem", b"KEY"),
        ("content/kurt.md~", b"x"),
        ("content/.kurt.md.swp", b"x"),
        ("content/#kurt.md#", b"x"),
        ("content/kurt.md", b"Kurt"),
        ("static/node_modules/x/index.js", b"x"),
        ("static/site.key", b"KEY"),
    ]);
    let checked = read_all(site.path());
    assert_eq!(
        listing(&checked.value),
        [
            "content/.env unreadable",
            "content/id_rsa unreadable",
            "content/kurt.md text \"Kurt\"",
            "content/server.pem unreadable",
            "static/site.key unreadable",
        ]
    );
    assert!(!checked.has_errors());
    assert_eq!(
        problems(&checked),
        ["content/.env", "content/id_rsa", "content/server.pem", "static/site.key"].map(|path| format!(
            "secret-file: `{path}` is left out: it looks like a key or a password, so it is not read"
        ))
    );
}

#[test]
fn files_above_the_limit_are_named_and_not_read() {
    let site =
        folder(&[("content/long.md", b"123456"), ("content/video.mp4", b"12345678901"), ("content/ok.md", b"12345")]);
    let limits = Limits { text: 5, lock: 7, asset: 10 };
    let checked = read(site.path(), &limits).unwrap();
    assert_eq!(
        problems(&checked),
        [
            "file-too-large: `content/long.md` is too large: it has 6 bytes, and at most 5 bytes are allowed",
            "file-too-large: `content/video.mp4` is too large: it has 11 bytes, and at most 10 bytes are allowed",
        ]
    );
    // The lock has a limit of its own, as it grows with the site.
    for (text, problem) in [
        (&b"1234567"[..], None),
        (
            b"12345678",
            Some("file-too-large: `dossier.lock` is too large: it has 8 bytes, and at most 7 bytes are allowed"),
        ),
    ] {
        let site = folder(&[("dossier.lock", text)]);
        assert_eq!(problems(&read(site.path(), &limits).unwrap()), Vec::from_iter(problem));
    }
}

#[test]
fn a_root_that_is_no_folder_is_an_error_of_the_machine() {
    let site = folder(&[("file", b"")]);
    let message = |name: &str| read(&site.path().join(name), &Limits::default()).unwrap_err().to_string();
    assert!(message("none").ends_with("none` cannot be opened: it does not exist"));
    assert!(message("file").ends_with("file` cannot be opened: it is not a folder"));
}

#[test]
fn the_root_is_the_nearest_folder_above_with_a_configuration() {
    let site = folder(&[("dossier.toml", b""), ("content/people/kurt.md", b""), ("content/x/dossier.toml", b"")]);
    assert_eq!(find_root(&site.path().join("content/people")).as_deref(), Some(site.path()));
    assert_eq!(find_root(site.path()).as_deref(), Some(site.path()));
    assert_eq!(find_root(&site.path().join("content/x")), Some(site.path().join("content/x")));
    assert_eq!(find_root(Path::new("/nowhere/at/all")), None);
}

/// The same folders give the same tree and the same diagnostics in the same order, with any number of threads.
#[test]
fn reading_is_deterministic() {
    let files: Vec<(String, Vec<u8>)> = (0..300)
        .map(|number| {
            (format!("content/{}/{number}.md", number % 7), vec![if number % 5 == 0 { 0xFD } else { b'a' }; 50])
        })
        .collect();
    let site = folder(&files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect::<Vec<_>>());
    let with_threads = |count| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build().unwrap();
        pool.install(|| read_all(site.path()))
    };
    let first = with_threads(1);
    assert_eq!(first.diagnostics.len(), 60);
    for count in [2, 8] {
        assert_eq!(with_threads(count), first);
    }
}

/// D 51: files that change while the site is read. Those that are replaced are the old or the new ones; one that is written over
/// again and again is whole or an error, and the next read has what was written last.
#[test]
fn files_that_change_while_they_are_read_are_whole_or_an_error() {
    let texts = ["A", "B"].map(|letter| letter.repeat(4_000));
    let folder = folder(&[("content/replaced.md", texts[0].as_bytes()), ("content/written.md", texts[0].as_bytes())]);
    let content = folder.path().join("content");
    let is_over = AtomicBool::new(false);
    let mut good = [0, 0];
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for turn in 0.. {
                let text = &texts[turn % 2];
                fs::write(folder.path().join("new"), text).unwrap();
                fs::rename(folder.path().join("new"), content.join("replaced.md")).unwrap();
                // As many bytes over those that stand, in one go.
                let mut file = fs::OpenOptions::new().write(true).open(content.join("written.md")).unwrap();
                file.write_all(text.as_bytes()).unwrap();
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
            }
        });
        for _ in 0..200 {
            let read = read(folder.path(), &Limits::default()).unwrap();
            for (number, name) in ["content/replaced.md", "content/written.md"].into_iter().enumerate() {
                if let Some(text) = read.value.get(name).unwrap().as_text() {
                    assert!(texts.iter().any(|whole| **whole == **text), "{name} is mixed");
                    good[number] += 1;
                } else {
                    let said = format!("`{name}` cannot be read: it was changed while it was read");
                    assert!(read.diagnostics.iter().any(|found| found.message == said), "{:?}", read.diagnostics);
                }
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert!(good[0] > 0, "a file that is replaced can be read");
    for (text, name) in [(&texts[0], "written.md"), (&texts[1], "replaced.md")] {
        fs::write(content.join(name), text).unwrap();
        let read = read_all(folder.path());
        assert_eq!(problems(&read), [""; 0]);
        assert_eq!(**read.value.get(&format!("content/{name}")).unwrap().as_text().unwrap(), **text);
    }
}
