//! Which site is meant, and what time it is. Knows the working folder and the clock, which nothing else asks for.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, bail};

use super::args::{ClockArgs, Common};
use crate::foundation::date::Moment;
use crate::source::find_root;

const NO_FOLDER: &str = "the working folder cannot be found; it may have been deleted";

/// The root of the site: the folder that was typed, else the nearest one above with a `dossier.toml`. Absolute.
///
/// # Errors
/// When there is none.
#[expect(clippy::disallowed_methods, reason = "only the command line knows the working folder")]
pub fn root(options: &Common) -> anyhow::Result<PathBuf> {
    match &options.root {
        Some(typed) => {
            let root = absolute(typed)?;
            if find_root(&root).as_deref() != Some(root.as_path()) {
                bail!("{} holds no `dossier.toml`, so it is not the folder of a site", typed.display());
            }
            Ok(root)
        }
        None => match find_root(&std::env::current_dir().context(NO_FOLDER)?) {
            Some(root) => Ok(root),
            None => bail!(
                "there is no `dossier.toml` in this folder or one above it; go into the folder of a site, name it with `--root DIR`, \
                 or begin one with `dossier init`"
            ),
        },
    }
}

/// `typed` as an absolute path, seen from the working folder.
///
/// # Errors
/// When the working folder is gone.
#[expect(clippy::disallowed_methods, reason = "only the command line knows the working folder")]
pub fn absolute(typed: &Path) -> anyhow::Result<PathBuf> {
    std::path::absolute(typed).context(NO_FOLDER)
}

/// `path` as one would type it: from the working folder when it is below, with control characters written out.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "only the command line knows the working folder")]
pub fn shown(path: &Path) -> String {
    let below = std::env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    let text = below.as_deref().unwrap_or(path).display().to_string();
    text.chars().fold(String::with_capacity(text.len()), |mut shown, letter| {
        if letter.is_control() {
            shown.extend(letter.escape_default());
        } else {
            shown.push(letter);
        }
        shown
    })
}

/// This program's own file, when the system names it.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "only the command line reads its surroundings")]
pub fn program() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// The user's home folder, when the system names one.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "only the command line reads the environment")]
pub fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute())
}

/// The time since 1970 by this computer's clock; nothing when it shows an earlier one.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "only the command line reads the clock")]
pub fn since_1970() -> Option<Duration> {
    SystemTime::now().duration_since(UNIX_EPOCH).ok()
}

/// The moment that embargoes are compared with: the one that was typed, else now.
///
/// # Errors
/// When the computer's clock cannot be right.
pub fn now(clock: &ClockArgs) -> anyhow::Result<Moment> {
    if let Some(typed) = clock.now {
        return Ok(typed);
    }
    since_1970().and_then(|duration| Moment::from_unix(i64::try_from(duration.as_secs()).ok()?)).context(
        "this computer's clock is wrong, so embargoes cannot be kept; set it right or give the time with `--now`",
    )
}
