//! A file of the search: a script that hands one value to the theme's own. Knows that scripts are loaded from a folder on a disk
//! too, where nothing else can be fetched; and that JSON is a value of the language as it is.

use serde::Serialize;

use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;

/// What the theme's script is called by.
const CALL: &str = "dossierSearch";

/// `search/{name}.js` with one value.
pub(super) fn value(name: &str, value: &impl Serialize) -> Option<OutputFile> {
    let json = serde_json::to_string(value).ok()?;
    file(name, &json)
}

/// `search/{folder}/{number}.js` with a list, an item a line.
pub(super) fn list(folder: &str, number: usize, items: &[impl Serialize]) -> Option<OutputFile> {
    let lines: Vec<String> = items.iter().map(serde_json::to_string).collect::<Result<_, _>>().ok()?;
    file(&format!("{folder}/{number}"), &format!("[\n{}\n]", lines.join(",\n")))
}

fn file(name: &str, json: &str) -> Option<OutputFile> {
    let route = Route::file(&format!("search/{name}.js")).ok()?;
    let media_type = MediaType::of_file_name("x.js");
    Some(OutputFile { route, media_type, bytes: format!("{CALL}(\"{name}\", {json})\n").into_bytes().into() })
}
