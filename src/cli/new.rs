//! `new`, printed. Knows what someone is asked who wants a new file, and what they do with it.

use anyhow::bail;

use super::Exit;
use super::args::{ClockArgs, Common, NewArgs};
use super::ask::{Person, ask, ask_whether, ask_yes};
use super::shell::Shell;
use super::site;
use super::typed;
use crate::command::new::{Known, Request, checked_name, has_date};
use crate::document::kind::Kind;
use crate::pipeline::Options;

/// Writes one new file and says where it is. At a terminal, what was not typed is asked for.
pub fn run(args: &NewArgs, common: &Common, shell: &mut Shell) -> anyhow::Result<Exit> {
    let root = site::root(common)?;
    let now = site::now(&ClockArgs { now: None })?;
    let known = Known::read(&root, &Options::at(now))?;
    let is_whole = args.kind.is_some() && (args.name.is_some() || args.case.is_some());
    let request = if !is_whole && shell.can_ask() { questions(args, &known, shell)? } else { typed(args)? };
    let planned = known.write(&root, &request)?;
    for warning in &planned.warnings {
        shell.warning(warning);
    }
    shell.result(&planned.file.path);
    shell.result("\n");
    shell.flush();
    shell.note("It is a draft until you take the line `draft: true` away; `dossier serve --drafts` shows it.");
    Ok(Exit::Clean)
}

/// What was typed, when it is enough.
fn typed(args: &NewArgs) -> anyhow::Result<Request> {
    let Some(kind) = args.kind else {
        bail!(
            "say what is new, and its name: dossier new person \"First and last name\" (`dossier help new` lists the kinds)"
        );
    };
    if args.name.is_none() && args.case.is_none() {
        let or = if kind == Kind::Hearing { ", or name its case with `--case`" } else { "" };
        bail!("a name is missing: write it after the kind, as in: dossier new {kind} \"Its name\"{or}");
    }
    Ok(Request {
        name: args.name.clone(),
        case: args.case.clone(),
        date: args.date.clone(),
        lang: args.lang.clone(),
        number: args.number,
        copies_nothing: args.fresh,
        ..Request::of(kind)
    })
}

fn questions(args: &NewArgs, known: &Known, person: &mut dyn Person) -> anyhow::Result<Request> {
    person.tell("A new file. Enter alone takes what stands in brackets; nothing is written before the last answer.");
    let kind = if let Some(kind) = args.kind {
        kind
    } else {
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        ask(person, &format!("What is it: {}", kinds.join(", ")), "", typed::kind)?
    };
    let mut request = Request { lang: args.lang.clone(), case: args.case.clone(), ..Request::of(kind) };
    if kind == Kind::Hearing && request.case.is_none() {
        request.case = case(known, person)?;
    }
    let next = request.case.as_deref().map(|case| known.next(case)).transpose()?;
    if let Some(next) = &next {
        request.number = match args.number {
            Some(number) => Some(number),
            None => Some(ask(person, "Its number", &next.number.to_string(), typed::number)?),
        };
        request.copies_nothing = args.fresh;
        if let (Some(previous), false) = (&next.previous, args.fresh) {
            request.copies_nothing = !ask_yes(person, &format!("With the court and the people of {previous}"), true)?;
        }
    }
    request.name = match &args.name {
        Some(name) => Some(name.clone()),
        // The next of its case has a title already.
        None if next.is_some() => None,
        None => Some(ask(person, &format!("The {} of the {kind}", name_of(kind)), "", checked_name)?),
    };
    request.date = match &args.date {
        Some(date) => Some(date.clone()),
        None if has_date(kind) => {
            let default = next.as_ref().and_then(|next| next.date.clone());
            let question = "Its date, as YYYY-MM-DD or less exact: 2019-05, ~2019";
            let date = ask_whether(person, question, default.as_deref(), typed::date)?;
            request.is_undated = date.is_none();
            date
        }
        None => None,
    };
    Ok(request)
}

const fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Person | Kind::Organisation | Kind::Place => "name",
        Kind::Dossier | Kind::Case | Kind::Hearing | Kind::Event | Kind::Source | Kind::Page => "title",
    }
}

/// One of the cases that there are, by its number in a list or by any of its names.
fn case(known: &Known, person: &mut dyn Person) -> anyhow::Result<Option<String>> {
    let cases = known.cases();
    if cases.is_empty() {
        return Ok(None);
    }
    for (at, case) in cases.iter().enumerate() {
        person.tell(&format!("  {} {case}", at + 1));
    }
    let default = if cases.len() == 1 { Some("1") } else { None };
    ask_whether(person, "Its case, by the number or the name", default, |typed| {
        let listed = typed.parse::<usize>().ok().and_then(|number| cases.get(number.checked_sub(1)?));
        let name = listed.map_or(typed, String::as_str);
        known.next(name).map(|_| name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::super::ask::Scripted;
    use super::*;
    use crate::command::init;
    use crate::foundation::date::{Edtf, Moment};
    use crate::source::tree::{SourceFile, SourceTree};

    /// The invented case of a new site, with another case.
    fn known() -> Known {
        let files = init::files(&init::Begin::default());
        let mut tree: SourceTree = files.iter().map(|file| SourceFile::text(&file.path, &file.text)).collect();
        tree.insert(SourceFile::text("content/cases/quay.md", "---\ntitle: Quay case\n---\n"));
        Known::of(&tree, &Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap()))
    }

    #[test]
    fn a_hearing_is_asked_for_its_case_and_takes_over_from_the_last_one() {
        let known = known();
        let mut person = Scripted::new(&["hering", "hearing", "3", "Harbor", "1", "", "", "2020-13", "~2020-02"]);
        let request = questions(&NewArgs::default(), &known, &mut person).unwrap();
        let shown = "\
A new file. Enter alone takes what stands in brackets; nothing is written before the last answer.
What is it: dossier, case, hearing, person, organisation, place, event, source, page: hering
  no such kind; did you mean `hearing`?
What is it: dossier, case, hearing, person, organisation, place, event, source, page: hearing
  1 Harbour fire case
  2 Quay case
Its case, by the number or the name [none]: 3
  there is no case `3`; there is: Harbour fire case, Quay case
Its case, by the number or the name [none]: Harbor
  there is no case `Harbor`; there is: Harbour fire case
Its case, by the number or the name [none]: 1
Its number [3]: 
With the court and the people of content/hearings/harbour-fire-2.md [yes]: 
Its date, as YYYY-MM-DD or less exact: 2019-05, ~2019 [2020-01]: 2020-13
";
        assert!(person.shown.starts_with(shown), "{}", person.shown);
        let file = known.plan(&request).unwrap().file;
        assert_eq!(file.path, "content/hearings/harbour-fire-3.md");
        for line in
            ["number: \"3\" ", "date: \"2020-02~\"\n", "court: \"[[Vellmark District Court]]\"\n", "\nwitnesses: ["]
        {
            assert!(file.text.contains(line), "{line}: {}", file.text);
        }
    }

    #[test]
    fn what_is_taken_over_can_be_refused() {
        let known = known();
        let args = NewArgs { kind: Some(Kind::Hearing), ..NewArgs::default() };
        let mut person = Scripted::new(&["Harbour fire case", "7", "no", "none"]);
        let request = questions(&args, &known, &mut person).unwrap();
        let file = known.plan(&request).unwrap().file;
        assert_eq!(file.path, "content/hearings/harbour-fire-7.md");
        for line in
            ["number: \"7\" ", "\n# date: ", "\n# court: ", "\n# witnesses: [", "case: \"[[Harbour fire case]]\"\n"]
        {
            assert!(file.text.contains(line), "{line}: {}", file.text);
        }
    }

    #[test]
    fn what_was_typed_is_not_asked_for() {
        let known = known();
        let source = NewArgs { kind: Some(Kind::Source), date: Edtf::parse("2019").ok(), ..NewArgs::default() };
        let mut person = Scripted::new(&["", "Minutes\u{7}", "Minutes of the third hearing"]);
        let request = questions(&source, &known, &mut person).unwrap();
        let shown = "\
A new file. Enter alone takes what stands in brackets; nothing is written before the last answer.
The title of the source: 
  the name is empty
The title of the source: Minutes\u{7}
  the name has a character that cannot be seen: \\u{7}
The title of the source: Minutes of the third hearing
";
        assert_eq!(person.shown, shown);
        assert_eq!(
            request,
            Request {
                name: Some("Minutes of the third hearing".into()),
                date: source.date,
                ..Request::of(Kind::Source)
            }
        );
        let person_args = NewArgs { kind: Some(Kind::Person), ..NewArgs::default() };
        let end = questions(&person_args, &known, &mut Scripted::new(&[])).unwrap_err().to_string();
        assert_eq!(end, "the questions were not answered, so nothing was written");
    }

    #[test]
    fn without_a_terminal_the_missing_flag_is_named() {
        let refused = |kind| typed(&NewArgs { kind, ..NewArgs::default() }).unwrap_err().to_string();
        assert_eq!(
            refused(None),
            "say what is new, and its name: dossier new person \"First and last name\" (`dossier help new` lists the kinds)"
        );
        assert_eq!(
            refused(Some(Kind::Hearing)),
            "a name is missing: write it after the kind, as in: dossier new hearing \"Its name\", or name its case with `--case`"
        );
    }
}
