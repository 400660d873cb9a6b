//! What can be typed behind `dossier publish`. Knows words, not what they do.

use clap::Args;

use super::ClockArgs;

/// `dossier publish`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier publish --dry-run         what would appear, change and disappear
  dossier publish                   show it, ask, and publish
  dossier publish mirror --yes      to the folder of [publish.mirror], without asking
  dossier publish --rollback        back to the release before the last one

The folder stands in dossier.toml:

  [publish.web]
  folder = \"/srv/www/site\"

It is on this computer or mounted on it. Services and other computers are not reached from here: let
another program upload the folder. Drafts are never published; a warning is enough to refuse. The
site is put in its place in one step; then dossier.lock is written. Whether git holds all changes
is not looked at. The chapter on publishing in the manual tells more.")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that is typed or not")]
pub struct PublishArgs {
    /// The folder: its name in dossier.toml; may be left out where there is only one
    #[arg(value_name = "TARGET")]
    pub target: Option<String>,
    /// Show what would happen, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Do not ask; for scripts
    #[arg(short, long, conflicts_with = "dry_run")]
    pub yes: bool,
    /// Publish over what somebody changed by hand in the folder
    #[arg(long)]
    pub overwrite_changes: bool,
    /// Let this page or statement disappear, which was published from a state of the site that is not here
    #[arg(long, value_name = "ADDRESS", conflicts_with = "rollback")]
    pub remove: Vec<String>,
    /// Let this page or statement come back, which was withdrawn
    #[arg(long, value_name = "ADDRESS")]
    pub bring_back: Vec<String>,
    /// Remove the earlier releases that are kept beside the folder
    #[arg(long, conflicts_with = "rollback")]
    pub forget: bool,
    /// Go back to an earlier release: the last one, or the Nth before the one that stands
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "1", value_parser = steps)]
    pub rollback: Option<usize>,
    /// The clock.
    #[command(flatten)]
    pub clock: ClockArgs,
}

fn steps(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| {
        "not a number from 1; write the name of the folder before it: dossier publish web --rollback".into()
    })
}
