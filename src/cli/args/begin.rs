//! What can be typed to begin: a new site, a new file. Knows words, not what they do.

use std::path::PathBuf;

use clap::Args;

use super::super::typed::{base_url, date, kind, language, number, title};
use crate::document::kind::Kind;
use crate::foundation::date::Edtf;
use crate::foundation::language::Language;
use crate::source::config::BaseUrl;

/// `dossier init`.
#[derive(Debug, Default, Args)]
#[command(after_help = "\
Examples:
  dossier init              here, if the folder is empty
  dossier init my-site      in a new folder
  dossier init my-site --theme broadsheet
                            with a theme to change
  dossier init my-site --obsidian
                            to write in Obsidian: open the folder as a vault

At a terminal, what no flag says is asked for. The sample case is invented: change its files, then
delete them.")]
pub struct InitArgs {
    /// The folder; it is made if it does not exist, and must be empty if it does
    #[arg(default_value = ".", value_name = "DIR")]
    pub dir: PathBuf,
    /// The title of the site
    #[arg(long, value_parser = title, value_name = "TITLE")]
    pub title: Option<String>,
    /// The language of its pages: tr, ku, en-GB, ... [default: en]
    #[arg(long, value_parser = language, value_name = "LANG")]
    pub lang: Option<Language>,
    /// The address where it will stand
    #[arg(short = 'u', long, value_parser = base_url, value_name = "URL")]
    pub base_url: Option<BaseUrl>,
    /// Copy a theme into the site, to use and to change; without this the built-in theme is used
    #[arg(long, value_name = "NAME")]
    pub theme: Option<ThemeName>,
    /// Without the invented case
    #[arg(long)]
    pub empty: bool,
    /// Ask nothing: what no flag says is as it is by default
    #[arg(short, long)]
    pub yes: bool,
    /// Make the folder a vault of Obsidian too: types of properties, and a note to begin with for each kind
    #[arg(long)]
    pub obsidian: bool,
}

/// The themes that `dossier init` can copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum ThemeName {
    /// The one in the program; nothing is copied
    #[default]
    BuiltIn,
    /// A newspaper: a nameplate, ruled columns, one column of text
    Broadsheet,
}

/// `dossier new`.
#[derive(Debug, Default, Args)]
#[command(after_help = "\
Examples:
  dossier new person \"Deniz Aksoy\"
  dossier new source \"Minutes of the first hearing\" --date 2019-05-14
  dossier new hearing --case \"Harbour case\" --date 2019-09-03

A hearing of a case needs no name: it gets the next number, and the court and the people of the
case's last hearing are copied. At a terminal, what is missing is asked for. Nothing is ever
overwritten.")]
pub struct NewArgs {
    /// What it is: dossier, case, hearing, person, organisation, place, event, source or page
    #[arg(value_parser = kind, value_name = "KIND")]
    pub kind: Option<Kind>,
    /// Its name or title; may be left out for a hearing with `--case`
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// The case that a hearing belongs to, by its title, id or file name
    #[arg(long, value_name = "CASE")]
    pub case: Option<String>,
    /// The number of a hearing of a case [default: the next one]
    #[arg(long, requires = "case", value_parser = number, value_name = "N")]
    pub number: Option<u32>,
    /// Copy neither the court nor the people from the case's last hearing
    #[arg(long)]
    pub fresh: bool,
    /// The date, as YYYY-MM-DD; also less exact, such as 2019-05 or ~2019
    #[arg(long, value_parser = date, value_name = "DATE")]
    pub date: Option<Edtf>,
    /// The language of the text, when it is not the site's: tr, ku, en-GB, ...
    #[arg(long, value_parser = language, value_name = "LANG")]
    pub lang: Option<Language>,
}
