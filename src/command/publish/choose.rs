//! Which of the folders of `dossier.toml` is meant. Knows names.

use crate::command::refusal::Refusal;
use crate::foundation::nearest::did_you_mean;
use crate::source::config::Destination;

const HOW: &str = "write into dossier.toml, for example:\n\n  [publish.web]\n  folder = \"/srv/www/site\"\n\n`dossier help publish` tells more";

/// The folder that is called `typed`; without a name, the only one.
///
/// # Errors
/// When there is none, or several and no name.
pub fn destination(all: &[Destination], typed: Option<&str>) -> Result<Destination, Refusal> {
    let names: Vec<&str> = all.iter().map(|destination| destination.name.as_str()).collect();
    match (all, typed) {
        ([], _) => Err(Refusal(format!("dossier.toml names no folder to publish to; {HOW}"))),
        ([only], None) => Ok(only.clone()),
        (_, None) => Err(Refusal(format!(
            "dossier.toml names {} folders to publish to; say which: dossier publish {}",
            names.len(),
            names.join(" | ")
        ))),
        (_, Some(typed)) => {
            all.iter().find(|destination| destination.name == typed).cloned().ok_or_else(|| {
                Refusal(format!("dossier.toml has no [publish.{typed}]; {}", did_you_mean(typed, &names)))
            })
        }
    }
}
