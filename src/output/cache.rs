//! What a build notes beside its site for the next one: of what each file was made. Knows keys and hashes, no names and no bytes; may be
//! deleted at any time, and is ignored when a byte of it is not as it was written or another program wrote it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use super::manifest::Hash;
use crate::foundation::fingerprint::Fingerprint;

/// The form of the notes that this program writes and reads.
const FORM: &str = "dossier-cache 3";

/// Of what a file was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeOf {
    /// Of all that its bytes are made of.
    pub key: Fingerprint,
    /// Of all that that follows from, where this is known before the file is planned.
    pub inputs: Option<Fingerprint>,
    /// Whether search engines are asked to leave the file alone, for who lists pages without making them.
    pub is_unlisted: bool,
}

impl MadeOf {
    /// Of what a file is made that is made together with others of what has the fingerprint `inputs`.
    #[must_use]
    pub const fn together(inputs: Fingerprint) -> Self {
        Self { key: inputs, inputs: Some(inputs), is_unlisted: false }
    }
}

impl From<Fingerprint> for MadeOf {
    fn from(key: Fingerprint) -> Self {
        Self { key, inputs: None, is_unlisted: false }
    }
}

/// Of what a site was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cache {
    /// The whole site; nothing where it is not known of what it was made.
    pub site: Option<Whole>,
    /// Of what each file was made, and its hash, by the fingerprint of its path.
    pub files: BTreeMap<Fingerprint, (MadeOf, Hash)>,
}

/// Of what a whole site was made, and what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole {
    /// Of what.
    pub key: Fingerprint,
    /// How many pages it has.
    pub pages: usize,
    /// The hash of its manifest.
    pub manifest: Hash,
}

impl Cache {
    /// Reads the notes at `path` that `program` wrote; none when there are none that can be trusted.
    pub fn read(path: &Path, program: Fingerprint) -> Self {
        let is_file = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        let text = is_file.then(|| fs::read_to_string(path).ok()).flatten();
        text.and_then(|text| Self::parse(&text, program)).unwrap_or_default()
    }

    /// Writes the notes to `path`, in the place of whatever is there. Where that cannot be done, the next build makes all files anew.
    pub fn write(&self, path: &Path, program: Fingerprint) {
        let _ = fs::remove_file(path);
        // Never through a link, and not into a file of somebody else.
        let written = fs::File::create_new(path).and_then(|mut file| file.write_all(self.print(program).as_bytes()));
        if written.is_err() {
            let _ = fs::remove_file(path);
        }
    }

    fn parse(text: &str, program: Fingerprint) -> Option<Self> {
        let (head, body) = text.split_once('\n')?;
        let head = head.strip_prefix(FORM)?.strip_prefix(' ')?;
        (Hash::parse(head)? == Hash::of(body.as_bytes())).then_some(())?;
        let mut lines = body.lines();
        (Fingerprint::parse(lines.next()?)? == program).then_some(())?;
        let site = match lines.next()? {
            "" => None,
            line => {
                let mut words = line.split(' ');
                let key = Fingerprint::parse(words.next()?)?;
                Some(Whole { key, pages: words.next()?.parse().ok()?, manifest: Hash::parse(words.next()?)? })
            }
        };
        let file = |line: &str| {
            let mut words = line.split(' ');
            let path = Fingerprint::parse(words.next()?)?;
            let (key, hash) = (Fingerprint::parse(words.next()?)?, Hash::parse(words.next()?)?);
            let is_unlisted = match words.next()? {
                "0" => false,
                "1" => true,
                _ => return None,
            };
            let inputs = words.next().map(|word| Fingerprint::parse(word).ok_or(())).transpose().ok()?;
            Some((path, (MadeOf { key, inputs, is_unlisted }, hash)))
        };
        let files = lines.map(file).collect::<Option<_>>()?;
        Some(Self { site, files })
    }

    fn print(&self, program: Fingerprint) -> String {
        let site =
            self.site.map(|Whole { key, pages, manifest }| format!("{key} {pages} {manifest}")).unwrap_or_default();
        let files = self.files.iter().map(|(path, (MadeOf { key, inputs, is_unlisted }, hash))| {
            let inputs = inputs.map(|inputs| format!(" {inputs}")).unwrap_or_default();
            let unlisted = u8::from(*is_unlisted);
            format!("{path} {key} {hash} {unlisted}{inputs}\n")
        });
        let body = format!("{program}\n{site}\n{}", files.collect::<String>());
        format!("{FORM} {}\n{body}", Hash::of(body.as_bytes()))
    }
}

/// What tells the program in the file at `path` from others; nothing where it cannot be read.
#[must_use]
pub fn program_in(path: &Path) -> Option<Fingerprint> {
    fs::read(path).ok().map(|bytes| Fingerprint::of(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_read_as_they_were_written_and_no_others() {
        let program = Fingerprint::of("program");
        let file = |name: &str| {
            let (key, inputs) =
                (Fingerprint::of(&(name, "key")), (name == "b").then(|| Fingerprint::of(&(name, "inputs"))));
            let made_of = MadeOf { key, inputs, is_unlisted: inputs.is_some() };
            (Fingerprint::of(name), (made_of, Hash::of(name.as_bytes())))
        };
        let site = Whole { key: Fingerprint::of("site"), pages: 12, manifest: Hash::of(b"manifest") };
        let whole = Cache { site: Some(site), files: ["a", "b"].map(file).into() };
        for cache in [whole.clone(), Cache { site: None, ..whole.clone() }, Cache::default()] {
            assert_eq!(Cache::parse(&cache.print(program), program), Some(cache.clone()));
            assert_eq!(Cache::parse(&cache.print(program), Fingerprint::of("another")), None);
        }
        let text = whole.print(program);
        for end in 0..text.len() {
            assert_eq!(Cache::parse(&text[..end], program), None, "{end}");
        }
        for at in 0..text.len() {
            let mut changed = text.clone().into_bytes();
            changed[at] ^= 1;
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(Cache::parse(&changed, program), None, "{at}");
        }
    }

    #[test]
    fn a_link_is_not_followed_and_what_it_leads_to_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join(".public.cache"), folder.path().join("other"));
        let program = Fingerprint::of("program");
        let cache = Cache { site: None, files: [(program, (program.into(), Hash::of(b"page")))].into() };
        fs::write(&other, cache.print(program)).unwrap();
        std::os::unix::fs::symlink(&other, &path).unwrap();
        assert_eq!(Cache::read(&path, program), Cache::default());
        Cache::default().write(&path, program);
        assert_eq!(fs::read_to_string(&other).unwrap(), cache.print(program));
        assert!(path.symlink_metadata().unwrap().is_file());
        cache.write(&path, program);
        assert_eq!(Cache::read(&path, program), cache);
    }
}
