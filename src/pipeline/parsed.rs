//! The documents of the last round. Knows that the same text at the same path, read in the same way, is the same document, and so need not be
//! parsed again.

use std::cmp::Ordering;
use std::sync::Arc;

use rayon::prelude::*;

use crate::document::mention::Names;
use crate::document::{self, Document, Settings};
use crate::foundation::diagnostic::{Checked, Code, Diagnostic};
use crate::foundation::span::Span;
use crate::source::tree::{Content, SourceFile, SourcePath};

/// What the text of a file comes to.
pub(super) type Read = Arc<Checked<Option<Arc<Document>>>>;

/// What was read in the last round.
#[derive(Default)]
pub(super) struct Parsed {
    settings: Option<Settings>,
    /// In the order of the paths.
    files: Vec<Known>,
}

/// A file that was read.
pub(super) struct Known {
    pub path: SourcePath,
    pub content: Content,
    pub read: Read,
    /// Whether that was in this round.
    pub is_new: bool,
}

impl Parsed {
    /// `files` that were read in this round already.
    pub(super) fn new(settings: Settings, mut files: Vec<Known>) -> Self {
        files.par_sort_by(|one, other| one.path.cmp(&other.path));
        Self { settings: Some(settings), files }
    }

    /// What each of `files`, which stand in the order of their paths, comes to, and how many were parsed. What this round does not use
    /// is forgotten.
    pub(super) fn remember(&mut self, files: &[&SourceFile], settings: &Settings) -> (Vec<Read>, usize) {
        if self.settings.as_ref() != Some(settings) {
            *self = Self { settings: Some(settings.clone()), files: Vec::new() };
        }
        let known = std::mem::take(&mut self.files);
        let names = Names::default();
        let one = |(file, known): (&SourceFile, Option<Known>)| {
            let new = || Known {
                path: file.path.clone(),
                content: file.content.clone(),
                read: file.as_text().map_or_else(|| gone(file), |text| read(file, text, settings, &names)),
                is_new: true,
            };
            known.filter(|known| known.content == file.content).unwrap_or_else(new)
        };
        self.files = beside(files, known).into_par_iter().map(one).collect();
        let parsed = self.files.iter().filter(|known| known.is_new).count();
        for known in &mut self.files {
            known.is_new = false;
        }
        (self.files.iter().map(|known| Arc::clone(&known.read)).collect(), parsed)
    }
}

/// Of a file whose text is not there, and was not read in this way.
fn gone(file: &SourceFile) -> Read {
    let message = format!("`{}` cannot be read: it has gone or changed while the site was built", file.path);
    let diagnostic = Diagnostic::new(Code::UnreadableFile, Span::start_of(file.id), message)
        .help("build again when nothing writes to the file");
    Arc::new(Checked::new(None, vec![diagnostic]))
}

/// What `text`, that of `file`, comes to.
pub(super) fn read(file: &SourceFile, text: &str, settings: &Settings, names: &Names) -> Read {
    let Checked { value, diagnostics } = document::parse(&file.path, text, settings);
    let shared = value.map(|mut document| {
        document.share_names(names);
        Arc::new(document)
    });
    Arc::new(Checked::new(shared, diagnostics))
}

/// Each of `files` with what is `known` of its path; both stand in the order of the paths.
fn beside<'a>(files: &[&'a SourceFile], known: Vec<Known>) -> Vec<(&'a SourceFile, Option<Known>)> {
    let mut known = known.into_iter().peekable();
    let mut of = |file: &SourceFile| {
        loop {
            match known.peek()?.path.cmp(&file.path) {
                Ordering::Less => _ = known.next(),
                Ordering::Equal => return known.next(),
                Ordering::Greater => return None,
            }
        }
    };
    files.iter().map(|file| (*file, of(file))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::language::Language;

    fn settings() -> Settings {
        Settings::new(Language::parse("tr").unwrap(), &[])
    }

    /// Reads `files`; their paths with the titles that were read, and how many were parsed.
    fn round(parsed: &mut Parsed, files: &[(&str, &str)], settings: &Settings) -> (Vec<String>, usize) {
        let files: Vec<SourceFile> = files.iter().map(|(path, text)| SourceFile::text(path, text)).collect();
        let (read, count) = parsed.remember(&files.iter().collect::<Vec<_>>(), settings);
        let told = read.iter().map(|read| {
            let document = read.value.as_ref().unwrap();
            format!("{} {}", document.path, document.title.value)
        });
        (told.collect(), count)
    }

    #[test]
    fn only_what_is_new_is_parsed() {
        let mut parsed = Parsed::default();
        let [a, b, c] = ["A", "B", "C"].map(|title| format!("---\ntitle: {title}\n---\n"));
        let (one, two, three) = ("content/people/1.md", "content/people/2.md", "content/people/3.md");
        let first = round(&mut parsed, &[(one, &a), (three, &b)], &settings());
        assert_eq!(first, (vec![format!("{one} A"), format!("{three} B")], 2));
        let same = round(&mut parsed, &[(one, &a), (three, &b)], &settings());
        assert_eq!(same, (vec![format!("{one} A"), format!("{three} B")], 0));
        let edited = round(&mut parsed, &[(one, &a), (two, &c), (three, &c)], &settings());
        assert_eq!(edited, (vec![format!("{one} A"), format!("{two} C"), format!("{three} C")], 2));
        let less = round(&mut parsed, &[(three, &c)], &settings());
        assert_eq!(less, (vec![format!("{three} C")], 0));
        // It was forgotten.
        assert_eq!(round(&mut parsed, &[(one, &a), (three, &c)], &settings()).1, 1);
    }

    #[test]
    fn what_was_read_ahead_is_not_parsed_again_and_a_text_that_is_gone_is_told() {
        let path = SourcePath::new("content/people/1.md");
        let mut file = SourceFile::text(path.as_str(), "---\ntitle: A\n---\n");
        let known = Known {
            path,
            read: read(&file, file.as_text().unwrap(), &settings(), &Names::default()),
            content: {
                file.put_aside();
                file.content.clone()
            },
            is_new: true,
        };
        let mut parsed = Parsed::new(settings(), vec![known]);
        let (documents, count) = parsed.remember(&[&file], &settings());
        assert_eq!((documents[0].value.as_ref().unwrap().title.value.as_str(), count), ("A", 1));
        assert_eq!(parsed.remember(&[&file], &settings()).1, 0);

        let english = Settings::new(Language::parse("en").unwrap(), &[]);
        let (documents, _) = parsed.remember(&[&file], &english);
        assert_eq!(documents[0].value, None);
        let said: Vec<&str> = documents[0].diagnostics.iter().map(|found| found.message.as_str()).collect();
        let expected = "`content/people/1.md` cannot be read: it has gone or changed while the site was built";
        assert_eq!(said, [expected]);
    }

    #[test]
    fn other_settings_read_otherwise() {
        let mut parsed = Parsed::default();
        let files = [("content/people/1.md", "---\ntitle: A\n---\n")];
        assert_eq!(round(&mut parsed, &files, &settings()).1, 1);
        let english = Settings::new(Language::parse("en").unwrap(), &[]);
        assert_eq!(round(&mut parsed, &files, &english).1, 1);
        assert_eq!(round(&mut parsed, &files, &english).1, 0);
    }
}
