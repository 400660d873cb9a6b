//! `[publish.NAME]`: the folders that a site is published to. Knows what may be written there, not what stands in these folders.

use std::path::PathBuf;

use super::values::{Entry, Problems};
use crate::foundation::nearest::did_you_mean;

/// How many earlier releases are kept where nothing else is written.
const KEEP: usize = 5;
/// The most that can be kept.
const MOST: usize = 100;

/// A folder that the site is published to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// What it is called.
    pub name: String,
    /// `folder`: where it is; seen from the root of the site when it does not begin with `/`.
    pub folder: PathBuf,
    /// `keep`: how many earlier releases are kept beside it.
    pub keep: usize,
}

/// The tables `[publish.NAME]`, in the order of the file.
pub(super) fn publish(entry: Entry<'_, '_>, problems: &mut Problems) -> Vec<Destination> {
    let mut all = Vec::new();
    for (key, value) in problems.table(entry) {
        let name = key.get_ref().as_ref();
        if value.get_ref().as_table().is_none() {
            let message = format!("`{name}` stands in `publish` itself, and every folder to publish to has a name");
            problems.add(key.span(), message, "write a line with [publish.web], and the keys of this folder below it");
            continue;
        }
        if !is_name(name) {
            let message = format!("`{name}` cannot be the name of a folder to publish to");
            problems.add(key.span(), message, "use the letters a to z, digits and -, such as web or onion-mirror");
        }
        all.extend(destination((key, value), problems));
    }
    all
}

fn is_name(name: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !name.is_empty() && !name.starts_with('-') && name.bytes().all(is_sign)
}

fn destination(table: Entry<'_, '_>, problems: &mut Problems) -> Option<Destination> {
    let name = table.0.get_ref().to_string();
    let (mut folder, mut keep) = (None, KEEP);
    let entries = problems.table(table);
    let has_folder = entries.iter().any(|(key, _)| key.get_ref() == "folder");
    for (key, value) in entries {
        match key.get_ref().as_ref() {
            "folder" => folder = self::folder((key, value), problems),
            "keep" => keep = self::keep((key, value), problems).unwrap_or(keep),
            other => {
                let message = format!("`{other}` is not a key of `publish.{name}`");
                problems.add(key.span(), message, did_you_mean(other, &["folder", "keep"]));
            }
        }
    }
    if !has_folder {
        let message = format!("`publish.{name}` names no folder");
        problems.add(table.0.span(), message, "write below it: folder = \"/srv/www/site\"");
    }
    Some(Destination { name, folder: folder?, keep })
}

fn folder(entry: Entry<'_, '_>, problems: &mut Problems) -> Option<PathBuf> {
    let text = problems.text(entry)?;
    let fault = if text.chars().any(char::is_control) {
        Some(("a sign that cannot be seen is in it", "write the path of a folder, such as /srv/www/site"))
    } else if is_elsewhere(text) {
        Some((
            "a site is published to folders only",
            "write the path of a folder, such as /srv/www/site; another program can upload what stands there",
        ))
    } else if text == "~" || text.starts_with("~/") {
        Some(("`~` is not read here", "write the path whole, from the first /"))
    } else {
        None
    };
    if let Some((why, help)) = fault {
        let message = format!("`{}` cannot be published to: {why}", text.escape_debug());
        problems.add(entry.1.span(), message, help);
        return None;
    }
    Some(PathBuf::from(text))
}

/// Whether this is an address or `host:path`, as other programs write them.
fn is_elsewhere(text: &str) -> bool {
    let first = text.split('/').next().unwrap_or_default();
    first.contains(':') || first.contains('@')
}

fn keep(entry: Entry<'_, '_>, problems: &mut Problems) -> Option<usize> {
    let number =
        entry.1.get_ref().as_integer().and_then(|number| usize::from_str_radix(number.as_str(), number.radix()).ok());
    let number = number.filter(|number| *number <= MOST);
    if number.is_none() {
        let message = format!("`keep` is a whole number from 0 to {MOST}");
        problems.add(entry.1.span(), message, "write how many earlier releases are kept: keep = 5");
    }
    number
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use crate::source::source_map::SourceMap;
    use crate::source::tree::{SourceFile, SourceTree};

    /// The folders, and each problem as `line:column: message (help)`.
    fn read(text: &str) -> (Vec<Destination>, Vec<String>) {
        let text = format!("title = \"x\"\n{text}");
        let map = SourceMap::of_tree(&SourceTree::from_texts([("dossier.toml", text.as_str())]));
        let checked = parse(&SourceFile::text("dossier.toml", &text));
        let said = checked.diagnostics.iter().map(|found| {
            let start = map.location(found.span).unwrap().start;
            format!("{}:{}: {} ({})", start.line, start.column, found.message, found.help)
        });
        (checked.value.publish, said.collect())
    }

    #[test]
    fn folders_have_names_and_keep_five_releases_unless_told_otherwise() {
        let (found, said) =
            read("[publish.web]\nfolder = \"/srv/www\"\n[publish.mirror-2]\nkeep = 0\nfolder = \"../m\"\n");
        assert_eq!(said, [""; 0]);
        let destination =
            |name: &str, folder: &str, keep| Destination { name: name.into(), folder: folder.into(), keep };
        assert_eq!(found, [destination("web", "/srv/www", 5), destination("mirror-2", "../m", 0)]);
    }

    #[test]
    fn what_is_no_folder_is_told_at_its_place() {
        let (_, said) = read(concat!(
            "[publish]\nfolder = \"/srv/www\"\n",
            "[publish.Web]\nfolder = \"/srv/www\"\n",
            "[publish.a]\n",
            "[publish.b]\nfolder = \"s3://bucket\"\nkeep = -1\n",
            "[publish.c]\nfolder = \"me@host:/srv\"\nkeep = 101\n",
            "[publish.d]\nfolder = \"~/www\"\nfoldr = \"x\"\n",
        ));
        let only = "a site is published to folders only (write the path of a folder, such as /srv/www/site; another program can upload what stands there)";
        assert_eq!(
            said,
            [
                "3:1: `folder` stands in `publish` itself, and every folder to publish to has a name (write a line with [publish.web], and the keys of this folder below it)".to_owned(),
                "4:10: `Web` cannot be the name of a folder to publish to (use the letters a to z, digits and -, such as web or onion-mirror)".to_owned(),
                "6:10: `publish.a` names no folder (write below it: folder = \"/srv/www/site\")".to_owned(),
                format!("8:10: `s3://bucket` cannot be published to: {only}"),
                "9:8: `keep` is a whole number from 0 to 100 (write how many earlier releases are kept: keep = 5)".to_owned(),
                format!("11:10: `me@host:/srv` cannot be published to: {only}"),
                "12:8: `keep` is a whole number from 0 to 100 (write how many earlier releases are kept: keep = 5)".to_owned(),
                "14:10: `~/www` cannot be published to: `~` is not read here (write the path whole, from the first /)".to_owned(),
                "15:1: `foldr` is not a key of `publish.d` (did you mean `folder`?)".to_owned(),
            ]
        );
    }
}
