//! `explain`, printed. Knows how a page on a code and the list of codes look on a terminal.

use super::Exit;
use super::args::ExplainArgs;
use super::list::table;
use super::shell::Shell;
use crate::command::explain::{Explanation, all, explain};

/// Prints the page on one code, or the list of all.
pub fn run(args: &ExplainArgs, shell: &mut Shell) -> Exit {
    let Some(word) = &args.code else {
        let codes = all();
        let rows: Vec<[&str; 3]> =
            codes.iter().map(|code| [code.name, code.severity, code.sentence.as_str()]).collect();
        shell.result(&table(["CODE", "IS", "MEANS"], &rows));
        return Exit::Clean;
    };
    match explain(word) {
        Explanation::Page(page) => {
            shell.result(page);
            Exit::Clean
        }
        Explanation::Unknown(near) => {
            let hint = match near {
                Some(name) => format!("did you mean `{name}`?"),
                None => "`dossier explain` lists them all".to_owned(),
            };
            shell.failure(&format!("there is no code `{word}`; {hint}"));
            Exit::Failed
        }
    }
}
