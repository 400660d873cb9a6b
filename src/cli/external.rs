//! `check --external`, printed. Knows what someone who waits wants to see, and how the run ends.

use std::time::{Duration, Instant};

use super::Exit;
use super::args::{CheckArgs, Common};
use super::outcome::report;
use super::progress::Progress;
use super::shell::Shell;
use super::site;
use crate::command::build::Outcome;
use crate::command::external::{Asked, Limits, check};
use crate::graph::publish::Audience;
use crate::pipeline::Options;

/// How often someone who waits is told how far it is.
const PAUSE: Duration = Duration::from_secs(5);

/// Checks the site, then asks its outside links.
pub fn run(args: &CheckArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let root = site::root(common)?;
    let audience = Audience { drafts: false, now: site::now(&args.clock)? };
    let options = Options { base_url: None, audience, program: site::program() };
    let progress = Progress::begin("Asking outside links", shell);
    let mut told = Instant::now();
    let outcome = check(&root, &options, &Limits::default(), &mut |done, all| {
        if told.elapsed() > PAUSE && done < all {
            told = Instant::now();
            shell.note(&format!("{done} of {all} outside links asked"));
        }
    });
    drop(progress);
    let Outcome { sources, diagnostics, value } = outcome?;
    let exit = report(shell, &diagnostics, &sources, args.strict);
    match value {
        Some(asked) => shell.note(&summary(asked)),
        None => shell.note("no outside link was asked: the site has errors"),
    }
    Ok(exit)
}

/// "12 outside links asked at 3 hosts; 2 lead to no page".
fn summary(asked: Asked) -> String {
    let counted = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let dead = match asked.dead {
        0 => "all lead to a page".to_owned(),
        1 => "1 leads to no page".to_owned(),
        count => format!("{count} lead to no page"),
    };
    format!("{} asked at {}; {dead}", counted(asked.addresses, "outside link"), counted(asked.hosts, "host"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts() {
        let said = |addresses, hosts, dead| summary(Asked { addresses, hosts, dead });
        assert_eq!(said(12, 3, 2), "12 outside links asked at 3 hosts; 2 lead to no page");
        assert_eq!(said(1, 1, 1), "1 outside link asked at 1 host; 1 leads to no page");
        assert_eq!(said(0, 0, 0), "0 outside links asked at 0 hosts; all lead to a page");
    }
}
