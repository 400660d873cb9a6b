//! Random edits of a folder, as people, editors and other programs make them. Knows files and how they are saved; not what becomes of
//! them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The edits that are still to come: the same seed gives the same ones.
pub struct Script {
    root: PathBuf,
    random: u64,
    /// The files as they were at first.
    first: BTreeMap<String, Vec<u8>>,
    number: usize,
}

impl Script {
    pub fn new(root: &Path, seed: u64) -> Self {
        Self { root: root.to_owned(), random: seed, first: files(root), number: 0 }
    }

    /// Makes an edit and says what it was.
    pub fn next(&mut self) -> String {
        self.number += 1;
        match self.below(22) {
            0..=2 => self.change("a longer body", |text| format!("{text}\nOne more sentence.\n")),
            3 => self.change("another title", |text| with_title(text, "Another title")),
            4 => self.change("another title, the old one an alias", |text| {
                let old = title(text).unwrap_or("Title").to_owned();
                with_title(text, "Another name").replacen("---\n", &format!("---\naliases: [\"{old}\"]\n"), 1)
            }),
            5 => self.change("a draft, or none any more", |text| {
                if text.contains("draft: true\n") {
                    text.replacen("draft: true\n", "", 1)
                } else {
                    text.replacen("---\n", "---\ndraft: true\n", 1)
                }
            }),
            6 => self.change("broken front matter", |text| text.replacen("---\n", "---\ntitel: x\n", 1)),
            7 => self.change("a link to nothing", |text| format!("{text}\nSee [[Nobody at all]].\n")),
            8 => self.change("raw HTML, which is a warning", |text| format!("{text}\nSome <b>bold</b> words.\n")),
            9 => self.add(),
            10 => self.take(),
            11 => self.rename_file(),
            12 => self.rename_folder(),
            13 => self.save_by_rename(),
            14 => self.save_in_halves(),
            15 => self.configure(),
            16 => self.theme(),
            17 => self.litter(),
            18 => {
                self.write("static/notes.txt", format!("Notes, edit {}.\n", self.number).as_bytes());
                "static/notes.txt".to_owned()
            }
            _ => self.check_out(),
        }
    }

    /// A random number below `end`. Source: Steele, Lea, Flood, `SplitMix64`, 2014.
    fn below(&mut self, end: usize) -> usize {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.random;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((bits ^ (bits >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }

    /// A file of the content, if there is any.
    fn some_page(&mut self) -> Option<String> {
        let pages: Vec<String> = files(&self.root)
            .into_keys()
            .filter(|path| path.starts_with("content/") && path.ends_with(".md") && !path.contains("/."))
            .collect();
        let at = self.below(pages.len().max(1));
        pages.into_iter().nth(at)
    }

    fn change(&mut self, what: &str, edit: impl Fn(&str) -> String) -> String {
        let Some(path) = self.some_page() else { return self.check_out() };
        let text = fs::read_to_string(self.root.join(&path)).unwrap();
        self.write(&path, edit(&text).as_bytes());
        format!("{path}: {what}")
    }

    fn add(&mut self) -> String {
        let (number, folder) = (self.number, ["people", "places", "notes"][self.below(3)]);
        let path = format!("content/{folder}/new-{number}.md");
        let key = if folder == "notes" { "title" } else { "name" };
        self.write(&path, format!("---\n{key}: New {number}\n---\nSee [[Vellmark]].\n").as_bytes());
        format!("{path} is new")
    }

    fn take(&mut self) -> String {
        let Some(path) = self.some_page() else { return self.check_out() };
        fs::remove_file(self.root.join(&path)).unwrap();
        format!("{path} is gone")
    }

    fn rename_file(&mut self) -> String {
        let Some(path) = self.some_page() else { return self.check_out() };
        let other = path.replace(".md", "-renamed.md");
        fs::rename(self.root.join(&path), self.root.join(&other)).unwrap();
        format!("{path} is {other}")
    }

    /// A folder that goes into another one and back.
    fn rename_folder(&mut self) -> String {
        let name = ["events", "places", "people", "sources"][self.below(4)];
        let (plain, deep) = (format!("content/{name}"), format!("content/more/{name}"));
        let (from, to) = if self.root.join(&plain).exists() { (plain, deep) } else { (deep, plain) };
        if !self.root.join(&from).exists() || self.root.join(&to).exists() {
            return self.check_out();
        }
        fs::create_dir_all(self.root.join(&to).parent().unwrap()).unwrap();
        fs::rename(self.root.join(&from), self.root.join(&to)).unwrap();
        // A change in the folder at its new place is seen too.
        self.write(&format!("{to}/late-{}.md", self.number), b"---\nkind: page\ntitle: Late\n---\n");
        format!("{from} is {to}")
    }

    fn save_by_rename(&mut self) -> String {
        let Some(path) = self.some_page() else { return self.check_out() };
        let text = fs::read_to_string(self.root.join(&path)).unwrap();
        let beside = format!("{path}.tmp{}", self.number);
        self.write(&beside, format!("{text}\nSaved at once.\n").as_bytes());
        fs::rename(self.root.join(&beside), self.root.join(&path)).unwrap();
        format!("{path}: saved by a rename")
    }

    fn save_in_halves(&mut self) -> String {
        let Some(path) = self.some_page() else { return self.check_out() };
        let text = format!("{}\nSaved in halves.\n", fs::read_to_string(self.root.join(&path)).unwrap());
        let half = text.floor_char_boundary(text.len() / 2);
        self.write(&path, b"");
        thread::sleep(Duration::from_millis(20));
        self.write(&path, &text.as_bytes()[..half]);
        thread::sleep(Duration::from_millis(60));
        self.write(&path, text.as_bytes());
        format!("{path}: saved in halves")
    }

    fn configure(&mut self) -> String {
        let path = "dossier.toml";
        let text = fs::read_to_string(self.root.join(path)).unwrap();
        let text = match self.below(3) {
            0 if text.contains("links = \"files\"") => text.replace("links = \"files\"", "links = \"folders\""),
            0 => text.replace("links = \"folders\"", "links = \"files\""),
            1 => text.replacen("title = ", "titel = ", 1),
            _ => text.replacen("description = \"", "description = \"Once more: ", 1),
        };
        self.write(path, text.as_bytes());
        path.to_owned()
    }

    fn theme(&mut self) -> String {
        let path = "templates/parts/footer.html";
        let file = self.root.join(path);
        match self.below(3) {
            0 => self.write(path, format!("<footer>Edit {}</footer>\n", self.number).as_bytes()),
            1 => self.write(path, b"<footer>{{ page.nothing_like_this }}</footer>\n"),
            // It may not be there.
            _ => drop(fs::remove_file(file)),
        }
        path.to_owned()
    }

    /// What editors leave beside a file while they have it open.
    fn litter(&mut self) -> String {
        let Some(path) = self.some_page() else { return self.check_out() };
        let (folder, name) = path.rsplit_once('/').unwrap();
        for beside in [format!(".{name}.swp"), "4913".to_owned(), format!("{name}~"), format!("#{name}#")] {
            self.write(&format!("{folder}/{beside}"), b"---\ntitle: Litter\n---\n");
        }
        fs::remove_file(self.root.join(folder).join("4913")).unwrap();
        // Emacs marks a file that is open by a link that leads nowhere.
        let mark = self.root.join(folder).join(format!(".#{name}"));
        let _ = std::os::unix::fs::symlink("someone@somewhere.1", mark);
        format!("litter beside {path}")
    }

    /// Everything as it was at first, as a switch of branches does it: files go, come and change.
    fn check_out(&mut self) -> String {
        let now = files(&self.root);
        for path in now.keys().filter(|path| !self.first.contains_key(*path)) {
            fs::remove_file(self.root.join(path)).unwrap();
        }
        for (path, bytes) in &self.first {
            if now.get(path) != Some(bytes) {
                self.write(path, bytes);
            }
        }
        "everything as it was".to_owned()
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// All files below `root`; links count as files without bytes.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    let path = |path: &Path| path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (path(entry.path()), fs::read(entry.path()).unwrap_or_default())).collect()
}

fn title(text: &str) -> Option<&str> {
    let line = text.lines().find(|line| line.starts_with("title: ") || line.starts_with("name: "))?;
    line.split_once(": ").map(|(_, title)| title.trim_matches('"'))
}

fn with_title(text: &str, title: &str) -> String {
    let is_title = |line: &&str| line.starts_with("title: ") || line.starts_with("name: ");
    let Some(line) = text.lines().find(is_title) else { return text.to_owned() };
    let key = line.split_once(':').map_or("title", |(key, _)| key);
    text.replacen(line, &format!("{key}: {title}"), 1)
}
