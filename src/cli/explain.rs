//! `explain`, printed. Knows how a page on a code, the list of codes and what is said of a page or a name look on a terminal.

use anyhow::bail;
use serde_json::json;

use super::Exit;
use super::args::{Common, ExplainArgs};
use super::list::{json as lines, table};
use super::progress::Progress;
use super::report::Format;
use super::shell::Shell;
use super::site;
use crate::command::explain::{
    Answer, By, Explanation, FileReport, InLanguage, LinkFrom, Meaning, PageReport, Parts, Problem, Several,
    Translation, Unknown, all, explain, is_from_a_report, look_up,
};
use crate::pipeline::Options;

/// Prints the page on one code, what a word of the site means, or the list of all codes.
pub fn run(args: &ExplainArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let is_json = shell.format == Format::Json;
    let Some(word) = &args.word else {
        let codes = all();
        let rows: Vec<[&str; 3]> =
            codes.iter().map(|code| [code.name, code.severity, code.sentence.as_str()]).collect();
        shell.result(&if is_json { lines(&codes)? } else { table(["CODE", "IS", "MEANS"], &rows) });
        return Ok(Exit::Clean);
    };
    match explain(word) {
        Explanation::Page(page) if is_json => {
            shell.result(&lines(&[json!({"means": "code", "text": page})])?);
            Ok(Exit::Clean)
        }
        Explanation::Page(page) => {
            shell.result(page);
            Ok(Exit::Clean)
        }
        Explanation::Unknown(near) => match site::root(common) {
            Ok(root) if !is_from_a_report(word) => {
                let progress = Progress::begin("Reading the site", shell);
                let answer = look_up(&root, word, &Options::at(site::now(&args.clock)?));
                drop(progress);
                of_site(&answer?, near, shell)
            }
            Err(error) if common.root.is_some() => Err(error),
            root => {
                let hint = match near {
                    Some(name) => format!("did you mean `{name}`?"),
                    None => "`dossier explain` lists them all".to_owned(),
                };
                let elsewhere = if root.is_err() && !is_from_a_report(word) {
                    "; pages and names are looked for in the folder of a site"
                } else {
                    ""
                };
                shell.failure(&format!("there is no code `{word}`; {hint}{elsewhere}"));
                Ok(Exit::Failed)
            }
        },
    }
}

fn of_site(answer: &Answer, near: Option<&str>, shell: &mut Shell) -> anyhow::Result<Exit> {
    let text = match &answer.meaning {
        meaning if shell.format == Format::Json => lines(&[meaning])?,
        Meaning::Page(page) => of_page(page),
        Meaning::Several(several) => of_several(several),
        Meaning::File(file) => of_file(file),
        Meaning::Nothing(_) => String::new(),
    };
    if !answer.may_print(&text) {
        bail!("what there is to say holds a name of `protected.txt`, and is not printed");
    }
    shell.result(&text);
    let Meaning::Nothing(unknown) = &answer.meaning else { return Ok(Exit::Clean) };
    shell.flush();
    let failure = of_nothing(unknown, near);
    if !answer.may_print(&failure) {
        bail!("nothing in this site is called so");
    }
    shell.failure(&failure);
    Ok(Exit::Failed)
}

fn of_page(page: &PageReport) -> String {
    let mut text = format!("{} {}\n\n", page.kind, page.title);
    if !page.by.is_empty() {
        text.push_str(&fact("asked for", &format!("`{}`, {}", page.asked, by(&page.by))));
    }
    if let Some(part) = &page.part {
        let found = match part.found {
            Parts::None => "which is not there",
            Parts::One => "which is there",
            Parts::Several => "which is the name of several headings",
        };
        text.push_str(&fact("part", &format!("`{}`, {found}", part.name)));
    }
    text.push_str(&fact("file", &page.file));
    let kind = match (page.kind_is_written, page.kind.folder()) {
        (true, _) => "by `kind` in its front matter",
        (false, Some(_)) => "by its folder",
        (false, None) => "as neither `kind` nor its folder says what it is",
    };
    text.push_str(&fact("kind", &format!("{}, {kind}", page.kind)));
    let id = if page.id_is_written { "by `id` in its front matter" } else { "by the name of its file" };
    text.push_str(&fact("id", &format!("{}, {id}", page.id)));
    text.push_str(&fact("address", page.address.as_deref().unwrap_or("none")));
    text.push_str(&fact("template", &format!("{}, {}", page.template_file, layer(&page.template_file))));
    text.push_str(&fact("state", page.state.name()));
    section(
        &mut text,
        "Kept back:",
        page.kept.iter().map(|kept| format!("{}: {}\n    {}", kept.at, kept.fact, kept.help)),
    );
    section(&mut text, "In other languages:", page.languages.iter().map(in_language));
    section(&mut text, "Wrong in its file:", page.problems.iter().map(problem));
    if page.errors > 0 {
        let errors = if page.errors == 1 { "an error".to_owned() } else { format!("{} errors", page.errors) };
        section(
            &mut text,
            &format!(
                "The site has {errors}, and nothing is published before that is corrected: `dossier check` tells all."
            ),
            std::iter::empty(),
        );
    }
    let links: Vec<String> = page.links.iter().map(link).collect();
    let heading = if links.is_empty() { "No other page links to it." } else { "Linked from:" };
    section(&mut text, heading, links.into_iter());
    text
}

/// A line of the table at the top.
fn fact(name: &str, value: &str) -> String {
    format!("{name:<9}  {value}\n")
}

/// A heading with its lines; without lines only a heading that is a sentence.
fn section(text: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() && heading.ends_with(':') {
        return;
    }
    text.extend(["\n", heading, "\n"]);
    for line in lines {
        text.extend(["  ", line.as_str(), "\n"]);
    }
}

/// Which layer of the theme a template stands in.
fn layer(file: &str) -> String {
    match file.split('/').collect::<Vec<_>>().as_slice() {
        ["builtin", ..] => "built into the program".to_owned(),
        ["themes", name, ..] => format!("of the theme `{name}`"),
        _ => "the site's own".to_owned(),
    }
}

/// "its title, and an alias written in other letters".
fn by(names: &[By]) -> String {
    let words: Vec<String> = names
        .iter()
        .map(|by| {
            let letters = if by.exact { "" } else { ", written in other letters" };
            let language = by.language.as_ref().map_or_else(String::new, |tag| format!(" in texts in {tag}"));
            format!("{}{language}{letters}", by.name.words())
        })
        .collect();
    words.join("; ")
}

fn in_language(language: &InLanguage) -> String {
    let InLanguage { language: tag, file, state, address } = language;
    let state = match (state, address) {
        (Translation::Whole, Some(address)) => format!("stands at {address} when the page is published"),
        (Translation::Whole, None) => "is read".to_owned(),
        (Translation::Draft, _) => "is a draft: take `draft: true` out".to_owned(),
        (Translation::Faulty, _) => "cannot be read: correct its errors".to_owned(),
        (Translation::Missing, _) => "is missing: the page stands in the site's own language only".to_owned(),
    };
    format!("{tag}  {file} {state}")
}

fn problem(problem: &Problem) -> String {
    format!("{}: {}[{}]: {}", problem.at, problem.severity, problem.code, problem.message)
}

fn link(link: &LinkFrom) -> String {
    format!("{}:{}:{}: {} {}, {}", link.file, link.line, link.column, link.kind, link.id, link.state)
}

fn of_several(several: &Several) -> String {
    let mut text = format!("`{}` can mean {} things; none is chosen:\n", several.asked, several.candidates.len());
    for one in &several.candidates {
        text.extend(["\n", one.kind.name(), " ", one.title.as_str(), "\n\n"]);
        for (name, value) in [
            ("asked for", by(&one.by)),
            ("file", one.file.clone()),
            ("id", one.id.clone()),
            ("state", one.state.name().to_owned()),
            ("write", one.write.clone()),
        ] {
            text.push_str(&fact(name, &value));
        }
    }
    text
}

fn of_file(file: &FileReport) -> String {
    let mut text = format!("No page is made of {}.\n", file.file);
    if file.problems.is_empty() {
        text.push_str("\nIt is the stored copy of a source, or in a language that the site does not have.\n");
    }
    section(&mut text, "Wrong in it:", file.problems.iter().map(problem));
    text
}

fn of_nothing(unknown: &Unknown, near: Option<&str>) -> String {
    let Unknown { asked, is_address, nearest } = unknown;
    let near: Vec<String> =
        near.into_iter().chain(nearest.iter().map(String::as_str)).map(|name| format!("`{name}`")).collect();
    let hint = match (near.is_empty(), is_address) {
        (false, _) => format!("did you mean {}?", near.join(", ")),
        (true, true) => "lists and overviews are made by the program, of no single file".to_owned(),
        (true, false) => "`dossier explain` lists the codes, `dossier list` the pages".to_owned(),
    };
    match is_address {
        true => format!("no file gives a page at `{asked}`; {hint}"),
        false => format!("there is no code `{asked}`, and nothing in this site is called so; {hint}"),
    }
}
