//! `check --external`: whether the outside links of a site still lead somewhere. Knows the order of building, asking and telling;
//! only addresses that a reader of the public site would find are ever asked, and nothing is written.

mod ask;
mod guard;
mod links;
mod relative;
mod tell;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::mpsc::channel;
use std::time::Duration;

use super::build::{Outcome, in_memory, is_refused, outcome};
use super::leaks;
use crate::foundation::diagnostic::Checked;
use crate::pipeline::{Options, Pipeline};
use crate::source::protected::Protected;
use ask::{Answer, Client};
use links::{Link, links};

/// How others are asked.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How long one address may take, with all to which it leads on.
    pub patience: Duration,
    /// How often an address may lead on to another.
    pub redirects: u32,
    /// How many hosts are asked at once; one host is asked one thing at a time.
    pub hosts: usize,
    /// Whether this computer itself may be asked: for tests alone, whose servers stand there.
    pub allow_loopback: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self { patience: Duration::from_secs(15), redirects: 5, hosts: 8, allow_loopback: false }
    }
}

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// How many addresses.
    pub addresses: usize,
    /// At how many hosts.
    pub hosts: usize,
    /// How many do not lead to a page.
    pub dead: usize,
}

/// Asks the outside addresses of the public site in `root`; `each` hears how many are done and how many there are. With errors in
/// the site none is asked.
///
/// # Errors
/// When the folder cannot be read.
pub fn check(
    root: &Path,
    options: &Options,
    limits: &Limits,
    each: &mut dyn FnMut(usize, usize),
) -> anyhow::Result<Outcome<Asked>> {
    let (tree, built) = in_memory(root, &mut Pipeline::default(), options)?;
    let Checked { value: built, mut diagnostics } = built;
    let nothing = Asked { addresses: 0, hosts: 0, dead: 0 };
    if !is_refused(&diagnostics, false) {
        diagnostics.extend(leaks::find(&built, &tree, &Protected::read(root)?)?);
    }
    if is_refused(&diagnostics, false) {
        return Ok(outcome(&tree, diagnostics, false, nothing));
    }
    let links = links(&built.files);
    let answers = ask_all(&links, limits, each);
    let hosts = links.iter().map(|link| link.host.as_str()).collect::<std::collections::BTreeSet<_>>().len();
    let found = tell::diagnostics(&links, &answers, &tree, &built.taken_out);
    let dead = answers.values().filter(|answer| !answer.is_good()).count();
    Ok(outcome(&tree, found, false, Asked { addresses: links.len(), hosts, dead }))
}

/// The answers by address. Each thread takes one host at a time.
fn ask_all(links: &[Link], limits: &Limits, each: &mut dyn FnMut(usize, usize)) -> BTreeMap<String, Answer> {
    let mut hosts: BTreeMap<&str, Vec<&Link>> = BTreeMap::new();
    for link in links {
        hosts.entry(&link.host).or_default().push(link);
    }
    let threads = limits.hosts.min(hosts.len());
    let waiting = Mutex::new(hosts.into_values());
    let next = || waiting.lock().map_or(None, |mut waiting| waiting.next());
    let mut answers = BTreeMap::new();
    std::thread::scope(|scope| {
        let (done, finished) = channel();
        for _ in 0..threads {
            let done = done.clone();
            scope.spawn(move || {
                let client = Client::new(limits);
                while let Some(links) = next() {
                    for link in links {
                        // A closed channel means that nobody waits for the answer any more.
                        let _ = done.send((link.address.clone(), client.ask(&link.address)));
                    }
                }
            });
        }
        drop(done);
        for (address, answer) in finished {
            answers.insert(address, answer);
            each(answers.len(), links.len());
        }
    });
    answers
}
