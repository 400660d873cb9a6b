//! I 85: the preview in a storm of changes, at a change of branches, and where the system watches no more folders: it stays alive
//! and never shows an old page for long.
#![cfg(all(unix, feature = "serve"))]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make folders of their own and run the program"
)]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_mins(1);

/// A running preview of a site in a folder.
struct Preview {
    folder: TempDir,
    child: Child,
    port: u16,
}

impl Preview {
    /// Starts behind a line of the shell, which must end in `exec "$0" "$@"`; what it says of itself goes to the file `said`.
    fn start(line: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "dossier.toml", "title = \"Records\"\n");
        write(folder.path(), "content/people/kurt.md", "---\nname: Kurt\n---\nFirst words.\n");
        let said = fs::File::create(folder.path().join("said")).unwrap();
        let mut child = Command::new("sh")
            .args(["-c", line, env!("CARGO_BIN_EXE_dossier"), "serve", "--port", "0"])
            .current_dir(folder.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(said)
            .spawn()
            .unwrap();
        let mut url = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut url).unwrap();
        let port = url.trim().trim_end_matches('/').rsplit(':').next().unwrap_or_default().parse().unwrap_or(0);
        Self { folder, child, port }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Waits until the page holds these words, with no change of any file in between.
    #[track_caller]
    fn shows(&self, path: &str, words: &str) {
        let began = Instant::now();
        while !self.get(path).contains(words) {
            assert!(began.elapsed() < PATIENCE, "{path} does not show `{words}`: {}", self.get(path));
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn said(&self) -> String {
        fs::read_to_string(self.path().join("said")).unwrap()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn person(words: &str) -> String {
    format!("---\nname: Kurt\n---\n{words}\n")
}

#[test]
fn i85_ten_thousand_changes_a_second_and_the_last_is_shown() {
    let preview = Preview::start("exec \"$0\" \"$@\"");
    preview.shows("/people/kurt/", "First words");
    let (is_over, changes) = (AtomicBool::new(false), AtomicUsize::new(0));
    let began = Instant::now();
    thread::scope(|scope| {
        for number in 0..3 {
            let (preview, is_over, changes) = (&preview, &is_over, &changes);
            scope.spawn(move || {
                // Made, written, renamed and removed: five events for each turn.
                let file = preview.path().join(format!("content/storm-{number}.jpg"));
                while !is_over.load(Ordering::Relaxed) {
                    fs::write(&file, "x").unwrap();
                    fs::rename(&file, file.with_extension("png")).unwrap();
                    fs::remove_file(file.with_extension("png")).unwrap();
                    changes.fetch_add(5, Ordering::Relaxed);
                }
            });
        }
        while changes.load(Ordering::Relaxed) < 20_000 && began.elapsed() < PATIENCE {
            assert!(preview.get("/people/kurt/").starts_with("HTTP/1.1 200"), "it answers in the storm");
        }
        is_over.store(true, Ordering::Relaxed);
    });
    write(preview.path(), "content/people/kurt.md", &person("Last words."));
    preview.shows("/people/kurt/", "Last words");
    thread::sleep(Duration::from_millis(500));
    assert!(preview.get("/people/kurt/").contains("Last words"), "and it stays");
}

#[test]
fn i85_a_change_of_branches_and_folders_with_other_names() {
    let preview = Preview::start("exec \"$0\" \"$@\"");
    preview.shows("/people/kurt/", "First words");
    // The other branch has two thousand files more, and other words.
    for number in 0..2_000 {
        let text = format!("---\nname: Person {number}\n---\nWords.\n");
        write(preview.path(), &format!("other/people/p{number}.md"), &text);
    }
    write(preview.path(), "other/people/kurt.md", &person("Words of the branch."));
    fs::rename(preview.path().join("content"), preview.path().join("main")).unwrap();
    fs::rename(preview.path().join("other"), preview.path().join("content")).unwrap();
    preview.shows("/people/kurt/", "Words of the branch");
    preview.shows("/people/p1999/", "Person 1999");
    // What is watched is the folder that stands there now.
    write(preview.path(), "content/people/kurt.md", &person("Changed on the branch."));
    preview.shows("/people/kurt/", "Changed on the branch");
    // A folder inside gets another name, and a file in it is changed then.
    fs::create_dir(preview.path().join("content/more")).unwrap();
    fs::rename(preview.path().join("content/people"), preview.path().join("content/more/people")).unwrap();
    preview.shows("/people/kurt/", "Changed on the branch");
    write(preview.path(), "content/more/people/kurt.md", &person("Changed in the moved folder."));
    preview.shows("/people/kurt/", "Changed in the moved folder");
    // And back, one file at a time as git does it.
    fs::remove_dir_all(preview.path().join("content")).unwrap();
    write(preview.path(), "content/people/kurt.md", &person("Back again."));
    preview.shows("/people/kurt/", "Back again");
    assert!(preview.get("/people/p1999/").starts_with("HTTP/1.1 404"));
}

#[test]
fn i85_what_editors_leave_beside_a_file_is_no_page_and_no_error() {
    let preview = Preview::start("exec \"$0\" \"$@\"");
    preview.shows("/people/kurt/", "First words");
    let people = preview.path().join("content/people");
    // As vim saves: a try whether the folder can be written to, a copy, the new text under the old name, the copy away.
    fs::write(people.join(".kurt.md.swp"), "b0VIM 9.1").unwrap();
    fs::write(people.join("4913"), "").unwrap();
    fs::remove_file(people.join("4913")).unwrap();
    fs::rename(people.join("kurt.md"), people.join("kurt.md~")).unwrap();
    fs::write(people.join("kurt.md"), person("Written in vim.")).unwrap();
    preview.shows("/people/kurt/", "Written in vim");
    // The copy stays with some settings, and is no page; nor is what Emacs, LibreOffice and syncing programs keep.
    std::os::unix::fs::symlink("someone@somewhere.1:2", people.join(".#kurt.md")).unwrap();
    for (name, text) in [
        ("#kurt.md#", person("Unsaved in Emacs.")),
        (".~lock.kurt.md#", ",someone,,;".to_owned()),
        (".syncthing.kurt.md.tmp", person("Half of it")),
        ("4913", String::new()),
    ] {
        fs::write(people.join(name), text).unwrap();
    }
    fs::write(people.join("kurt.md.new"), person("Saved at once.")).unwrap();
    fs::rename(people.join("kurt.md.new"), people.join("kurt.md")).unwrap();
    preview.shows("/people/kurt/", "Saved at once");
    thread::sleep(Duration::from_millis(500));
    assert!(preview.get("/people/kurt/").contains("Saved at once"), "and it stays");
    assert!(!preview.said().contains("error"), "{}", preview.said());
    for name in [".kurt.md.swp", "4913", "kurt.md~", ".%23kurt.md", "%23kurt.md%23", ".~lock.kurt.md%23"] {
        assert!(preview.get(&format!("/people/{name}")).starts_with("HTTP/1.1 404"), "{name}");
    }
}

#[test]
fn i85_a_file_that_is_saved_in_halves_is_shown_whole_in_the_end() {
    let preview = Preview::start("exec \"$0\" \"$@\"");
    preview.shows("/people/kurt/", "First words");
    let text = format!("---\nname: Kurt\naliases: [\"K.\"]\n---\n{}Last words.\n", "Words. ".repeat(10_000));
    // Cut within the front matter, within the body, and at once after it was emptied.
    for cut in [0, 20, 30_000] {
        fs::write(preview.path().join("content/people/kurt.md"), &text.as_bytes()[..cut]).unwrap();
        // Long enough for a build of what is there, which may be an error: the page before it stays.
        thread::sleep(Duration::from_millis(300));
        assert!(preview.get("/people/kurt/").starts_with("HTTP/1.1 200"), "cut at {cut}");
    }
    write(preview.path(), "content/people/kurt.md", &text);
    preview.shows("/people/kurt/", "Last words.");
}

#[test]
fn i84_after_a_sleep_of_the_computer_what_changed_meanwhile_is_shown() {
    let preview = Preview::start("exec \"$0\" \"$@\"");
    preview.shows("/people/kurt/", "First words");
    let signal = |name: &str| {
        let process = preview.child.id().to_string();
        assert!(Command::new("kill").args([name, &process]).status().unwrap().success());
    };
    signal("-STOP");
    write(preview.path(), "content/people/kurt.md", &person("Written meanwhile."));
    thread::sleep(Duration::from_millis(300));
    signal("-CONT");
    preview.shows("/people/kurt/", "Written meanwhile");
}

/// Behind this line the system watches so many folders and no more; in a space of its own, so that no other program is concerned.
fn limited(watches: u32) -> String {
    let write = format!("echo {watches} > /proc/sys/user/max_inotify_watches");
    format!("exec unshare --user --map-root-user sh -c '{write} && exec \"$0\" \"$@\"' \"$0\" \"$@\"")
}

fn can_be_limited() -> bool {
    let line = "unshare --user --map-root-user sh -c 'echo 4 > /proc/sys/user/max_inotify_watches'";
    Command::new("sh").args(["-c", line]).stderr(Stdio::null()).status().unwrap().success()
}

#[test]
fn i85_where_no_folder_can_be_watched_the_files_are_compared() {
    // Only Linux has such spaces, and not every system lets its users make one.
    if !can_be_limited() {
        return;
    }
    // Neither without folders that may be watched nor without anyone who may watch.
    for (line, why) in [
        (limited(0), "the system watches no more folders"),
        (limited(0).replace("watches", "instances"), "Too many open files"),
    ] {
        let preview = Preview::start(&line);
        preview.shows("/people/kurt/", "First words");
        let said = preview.said();
        assert!(said.contains(&format!("changes are looked for once a second: {why}")), "{said}");
        write(preview.path(), "content/people/kurt.md", &person("Later words."));
        preview.shows("/people/kurt/", "Later words");
    }
}

#[test]
fn i85_where_folders_become_too_many_later_the_files_are_compared_from_then_on() {
    if !can_be_limited() {
        return;
    }
    // Enough for the root, `content` and `content/people`.
    let preview = Preview::start(&limited(4));
    preview.shows("/people/kurt/", "First words");
    assert!(!preview.said().contains("once a second"), "{}", preview.said());
    for number in 0..6 {
        write(
            preview.path(),
            &format!("content/part-{number}/people/p{number}.md"),
            &format!("---\nname: Person {number}\n---\nFirst.\n"),
        );
    }
    preview.shows("/people/p5/", "First.");
    write(preview.path(), "content/part-5/people/p5.md", "---\nname: Person 5\n---\nSecond.\n");
    preview.shows("/people/p5/", "Second.");
    assert!(preview.said().contains("once a second"), "{}", preview.said());
    write(preview.path(), "content/part-5/people/p5.md", "---\nname: Person 5\n---\nThird.\n");
    preview.shows("/people/p5/", "Third.");
}
