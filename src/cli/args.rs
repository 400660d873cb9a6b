//! What can be typed: commands, flags, defaults and their help texts. Knows words, not what they do.

mod begin;
mod publish;

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub use super::suggest::SuggestArgs;
pub use begin::{InitArgs, NewArgs, ThemeName};
pub use publish::PublishArgs;

use super::report::Format;
use super::typed::{base_url, editor, interface, kind, moment};
use crate::document::kind::Kind;
use crate::foundation::date::Moment;
use crate::source::config::{BaseUrl, Editor};

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Make a website of people, hearings and statements from a folder of Markdown files
#[derive(Debug, Parser)]
#[command(name = "dossier", version, styles = STYLES, max_term_width = 100, arg_required_else_help = true, after_help = "\
Examples:
  dossier init my-site      begin a new site in the folder `my-site`
  dossier serve --open      see the site in the browser while you write
  dossier build             make the finished site in the folder `public`

`dossier help COMMAND` tells more about a command.")]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options for every command")]
pub struct Common {
    /// The folder of the site [default: the nearest folder above with a `dossier.toml`]
    #[arg(short, long, global = true, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Say nothing but what is wrong
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more about what is being done
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// How errors, warnings and lists are printed: human, short, json or github
    #[arg(long, global = true, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Format,
    /// Whether to print in colour.
    #[arg(help = "Whether to print in colour: auto (on a terminal, unless NO_COLOR is set), always or never")]
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN", hide_possible_values = true)]
    pub color: Color,
}

/// Whether to print in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Also into files and pipes.
    Always,
    /// Not at all.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin a new site: a folder with a sample case that builds at once
    Init(InitArgs),
    /// Write a new file for a person, a hearing, a source, ...
    New(NewArgs),
    /// Make the finished site
    Build(BuildArgs),
    /// Show the site in the browser while you write
    #[cfg(feature = "serve")]
    Serve(ServeArgs),
    /// Look for mistakes and write nothing
    Check(CheckArgs),
    /// Give something another name, with every link to it
    Rename(RenameArgs),
    /// Find names without a link, misspelt names and what else a writer may want to look at
    Suggest(SuggestArgs),
    /// List what exists: kind, id, title and whether it is published
    List(ListArgs),
    /// Publish the finished site to a folder, after showing what appears, changes and disappears
    Publish(PublishArgs),
    /// Write down what is published, so that nothing vanishes silently
    Lock(LockArgs),
    /// Explain an error or warning, a page, or what a name means
    Explain(ExplainArgs),
    /// Print the keys of front matter as JSON Schema, for editors
    Schema(SchemaArgs),
    /// Print the file with which your shell completes commands
    Completions(CompletionsArgs),
}

/// What `build`, `check`, `list`, `lock`, `publish` and `explain` share.
#[derive(Debug, Args)]
pub struct ClockArgs {
    /// The moment that embargoes (`publish_after`) are compared with [default: now]
    #[arg(long, value_parser = moment, value_name = "TIME")]
    pub now: Option<Moment>,
}

/// `dossier build`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier build
  dossier build --base-url https://example.org/hearings/
  dossier build --strict -o /srv/www/hearings

The site stands in the output folder when everything is right; with errors, the folder stays as it
was. A folder that another program has filled is never replaced.")]
pub struct BuildArgs {
    /// The folder for the finished site [default: `public` in the folder of the site]
    #[arg(short, long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,
    /// The address where the site will stand, in place of `base_url` in dossier.toml
    #[arg(short = 'u', long, value_parser = base_url, value_name = "URL")]
    pub base_url: Option<BaseUrl>,
    /// Also build what is marked as a draft or embargoed; never publish the result
    #[arg(long)]
    pub drafts: bool,
    /// Do not build when there are warnings
    #[arg(long)]
    pub strict: bool,
    /// The clock.
    #[command(flatten)]
    pub clock: ClockArgs,
    /// Print where the time went, by stage and by template
    #[arg(long)]
    pub timings: bool,
    /// How many processor cores to use [default: all]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
}

/// `dossier serve`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier serve --open
  dossier serve -p 8000 --drafts

The preview can be seen on this computer only. Ctrl-C ends it.")]
pub struct ServeArgs {
    /// The port; 0 takes any that is free
    #[arg(short, long, default_value_t = 1111, value_name = "PORT")]
    pub port: u16,
    /// The address of this computer to listen on; only addresses that other computers cannot reach
    #[arg(short, long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_parser = interface, value_name = "IP")]
    pub interface: IpAddr,
    /// Open the browser
    #[arg(short = 'O', long)]
    pub open: bool,
    /// Also show what is marked as a draft or embargoed, under a bar that says so
    #[arg(long)]
    pub drafts: bool,
    /// The editor that the places of errors are opened in: vscode, zed, ..., an address with {path}, or none [default: `editor` below
    /// `[serve]` in dossier.toml]
    #[arg(long, value_parser = editor, value_name = "EDITOR")]
    pub editor: Option<Editor>,
}

/// `dossier check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier check
  dossier check --strict --format github     in an automatic check on GitHub")]
pub struct CheckArgs {
    /// Also look at what is marked as a draft or embargoed as if it were published
    #[arg(long)]
    pub drafts: bool,
    /// Also ask whether the outside links of the public site lead to a page
    #[cfg(feature = "external")]
    #[arg(long, conflicts_with = "drafts")]
    pub external: bool,
    /// Take warnings for errors
    #[arg(long)]
    pub strict: bool,
    /// The clock.
    #[command(flatten)]
    pub clock: ClockArgs,
}

/// `dossier rename`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier rename \"İlhami Balı\" \"İlhami Bali\"      the title, and the file and address made of it
  dossier rename ilhami-bali i-bali                the file and the address; the title stays
  dossier rename person:Kurt \"M. K. Kurt\" --dry-run

All links are written anew, wherever they stand, and lead where they led; nothing else changes. When the
site has errors, or would have them, nothing is written.")]
pub struct RenameArgs {
    /// How it is called now: its title, id, file name or path, or `kind:name`
    #[arg(value_name = "OLD")]
    pub old: String,
    /// How it is to be called
    #[arg(value_name = "NEW")]
    pub new: String,
    /// Show what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Do not let the old address lead to the new one: for a name that must go
    #[arg(long)]
    pub no_redirect: bool,
    /// The moment that embargoes (`publish_after`) are compared with [default: now]
    #[arg(long, value_parser = moment, value_name = "TIME")]
    pub now: Option<Moment>,
}

/// `dossier list`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier list
  dossier list --format json | jq -r 'select(.state == \"draft\").path'

The state is one of published, draft, embargoed, withheld, withdrawn. The list shows what is not published,
so it is for your eyes only.")]
pub struct ListArgs {
    /// The clock.
    #[command(flatten)]
    pub clock: ClockArgs,
}

/// `dossier lock`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier lock                                when the site has been published
  dossier lock --check                        in an automatic check: is dossier.lock up to date?
  dossier lock --withdraw /people/p-17/       a page must go, and its address with it
  dossier lock --withdraw '/hearings/h-1/#s3' one statement must go

The file dossier.lock lists every published page and statement with a hash. Commit it: a build then
fails when something that was published is gone. Of what is withdrawn only the day remains.")]
pub struct LockArgs {
    /// Write nothing; fail when dossier.lock is out of date
    #[arg(long, conflicts_with = "withdraw")]
    pub check: bool,
    /// Take a page or statement that is no longer published out of the lock, with all that names it
    #[arg(long, value_name = "ADDRESS")]
    pub withdraw: Vec<String>,
    /// The clock.
    #[command(flatten)]
    pub clock: ClockArgs,
}

/// `dossier explain`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier explain                     the list of all codes
  dossier explain ambiguous-name      what it means, what to do, and an example
  dossier explain content/people/kurt.md
                                      a page: whether it is published, and why; who links to it
  dossier explain /people/kurt/       the same by its address
  dossier explain \"[[Kurt]]\"          what a link or a name can mean

What is not published is shown as well, so it is for your eyes only. A name in protected.txt is never
shown.")]
pub struct ExplainArgs {
    /// The code that stands in brackets after `error` or `warning`; or a page, by its file or address; or a link or
    /// name
    #[arg(value_name = "CODE|PAGE|NAME")]
    pub word: Option<String>,
    /// The clock.
    #[command(flatten)]
    pub clock: ClockArgs,
}

/// `dossier schema`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier schema person > person.schema.json
  dossier schema > dossier.schema.json       all kinds in one

An editor that is given the schema completes the keys of front matter and underlines a wrong one. In the
folder of a site its own roles are in it. Whether a link leads anywhere `dossier check` tells.")]
pub struct SchemaArgs {
    /// The kind: dossier, case, hearing, person, organisation, place, event, source or page [default: all]
    #[arg(value_parser = kind, value_name = "KIND")]
    pub kind: Option<Kind>,
}

/// `dossier completions`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  dossier completions bash > ~/.local/share/bash-completion/completions/dossier
  dossier completions fish > ~/.config/fish/completions/dossier.fish
  dossier completions zsh > ~/.zfunc/_dossier")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL", action = ArgAction::Set)]
    pub shell: Shell,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_description_of_the_command_line_holds_together() {
        Cli::command().debug_assert();
    }
}
