//! What the preview shows at this moment. Knows the files of the last good build and what is wrong since then.

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::sync::{Semaphore, watch};

use super::problems::Problems;
use crate::foundation::diagnostic::Diagnostic;
use crate::foundation::output_file::OutputFile;
use crate::pipeline::Live;

/// How many browser tabs can wait for changes at once.
const EVENT_STREAMS: usize = 100;

/// The files of a site by their paths below the output folder: `people/kurt/index.html`.
#[derive(Debug, Clone)]
pub struct Files(Arc<Source>);

#[derive(Debug)]
enum Source {
    /// They are all there.
    Whole(BTreeMap<String, OutputFile>),
    /// Each is made when it is asked for.
    Live(Box<Live>, Explain),
}

/// From what is wrong with a page to what browsers draw.
struct Explain(Box<Words>);

type Words = dyn Fn(&[Diagnostic]) -> Problems + Send + Sync;

impl fmt::Debug for Explain {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Explain")
    }
}

impl Files {
    /// The files of `live`; `explain` puts into words what is wrong with a page.
    pub fn live(live: Live, explain: impl Fn(&[Diagnostic]) -> Problems + Send + Sync + 'static) -> Self {
        Self(Arc::new(Source::Live(Box::new(live), Explain(Box::new(explain)))))
    }

    /// The file at `path`.
    ///
    /// # Errors
    /// What is wrong with the page.
    pub fn get(&self, path: &str) -> Result<Option<OutputFile>, Problems> {
        match &*self.0 {
            Source::Whole(files) => Ok(files.get(path).cloned()),
            Source::Live(live, explain) => live.file(path).map_err(|found| explain.0(&found)),
        }
    }

    /// Whether the files are known to be the same.
    fn are(&self, other: &Self) -> bool {
        match (&*self.0, &*other.0) {
            (Source::Whole(one), Source::Whole(other)) => one == other,
            (Source::Live(one, _), Source::Live(other, _)) => one.is_same(other),
            _ => false,
        }
    }
}

impl FromIterator<OutputFile> for Files {
    fn from_iter<I: IntoIterator<Item = OutputFile>>(files: I) -> Self {
        Self(Arc::new(Source::Whole(files.into_iter().map(|file| (file.route.output_path(), file)).collect())))
    }
}

/// What a build gave.
#[derive(Debug, Clone)]
pub enum Built {
    /// A whole site, with what its author may want to look at.
    Site(Files, Problems),
    /// Errors; the last good site stays under them.
    Broken(Problems),
}

/// What browsers are shown.
#[derive(Debug)]
pub struct Shown {
    /// Changes whenever a file of the site does, and never repeats, not even after a restart of the program on the same port.
    pub version: String,
    /// The last good site; nothing when there was none yet.
    pub files: Option<Arc<Files>>,
    /// What is wrong with the text as it is now.
    pub problems: Arc<Problems>,
}

/// The state that the requests share.
#[derive(Debug)]
pub struct Preview {
    /// The address that the server listens on.
    pub address: SocketAddr,
    /// Nothing before the first build has ended.
    shown: watch::Sender<Option<Arc<Shown>>>,
    /// One permit for each waiting browser tab.
    pub streams: Arc<Semaphore>,
}

impl Preview {
    /// A preview that shows nothing yet.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, shown: watch::Sender::new(None), streams: Arc::new(Semaphore::new(EVENT_STREAMS)) }
    }

    /// Takes in what the `number`th build gave.
    pub fn show(&self, built: Built, number: u64) {
        // What was shown until now goes only after what is new is shown.
        let mut before = None;
        self.shown.send_modify(|shown| {
            let last = shown.as_deref();
            let last_files = last.and_then(|last| last.files.clone());
            let (files, problems) = match built {
                Built::Site(files, problems) if last_files.as_deref().is_some_and(|last| last.are(&files)) => {
                    (last_files, problems)
                }
                Built::Site(files, problems) => (Some(Arc::new(files)), problems),
                Built::Broken(problems) => (last_files, problems),
            };
            let same = last.filter(|last| match (&last.files, &files) {
                (Some(old), Some(new)) => Arc::ptr_eq(old, new),
                // Without a site the problems are the page.
                (None, None) => *last.problems == problems,
                _ => false,
            });
            let version = same.map_or_else(|| format!("{}-{number}", std::process::id()), |same| same.version.clone());
            before = shown.replace(Arc::new(Shown { version, files, problems: Arc::new(problems) }));
        });
    }

    /// What is shown now, as soon as the first build has ended.
    pub async fn shown(&self) -> Option<Arc<Shown>> {
        self.subscribe().wait_for(Option::is_some).await.ok().and_then(|shown| shown.clone())
    }

    /// What is shown now and after each change.
    pub fn subscribe(&self) -> watch::Receiver<Option<Arc<Shown>>> {
        self.shown.subscribe()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foundation::output_file::MediaType;
    use crate::foundation::route::Route;

    fn site(words: &str) -> Built {
        let page = OutputFile { route: Route::home(), media_type: MediaType::HTML, bytes: words.as_bytes().into() };
        Built::Site(std::iter::once(page).collect(), Problems::default())
    }

    /// Shows one build after the other; the version, whether there is a site, and the number of errors after each.
    fn shown(builds: impl IntoIterator<Item = Built>) -> Vec<(String, bool, usize)> {
        let preview = Preview::new(SocketAddr::from(([127, 0, 0, 1], 1)));
        let show = |(number, built)| {
            preview.show(built, number);
            let shown = preview.shown.borrow().clone().unwrap();
            let version = shown.version.rsplit('-').next().unwrap().to_owned();
            (version, shown.files.is_some(), shown.problems.errors)
        };
        (0..).zip(builds).map(show).collect()
    }

    #[test]
    fn the_version_changes_with_the_files_and_the_last_good_site_stays() {
        let broken = || Built::Broken(Problems::failure("wrong"));
        let found = shown([site("a"), site("a"), broken(), site("a"), site("b")]);
        let expected = [("0", true, 0), ("0", true, 0), ("0", true, 1), ("0", true, 0), ("4", true, 0)];
        assert_eq!(found, expected.map(|(version, is_there, errors)| (version.to_owned(), is_there, errors)));
    }

    #[test]
    fn without_a_site_the_version_changes_with_the_errors() {
        let broken = |words: &str| Built::Broken(Problems::failure(words));
        let found = shown([broken("a"), broken("a"), broken("b"), site("a")]);
        let expected = [("0", false, 1), ("0", false, 1), ("2", false, 1), ("3", true, 0)];
        assert_eq!(found, expected.map(|(version, is_there, errors)| (version.to_owned(), is_there, errors)));
    }
}
