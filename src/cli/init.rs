//! `init`, printed. Knows what someone is asked who begins, and what they want to see afterwards.

use super::Exit;
use super::args::{InitArgs, ThemeName};
use super::ask::{Person, ask, ask_whether, ask_yes};
use super::shell::Shell;
use super::typed::{base_url, language, title};
use crate::command::init::{Begin, OwnTheme, create, next_steps, refuse_full};
use crate::foundation::nearest::did_you_mean;

/// Makes a new site and lists its files. At a terminal, what no flag says is asked for.
pub fn run(args: &InitArgs, shell: &mut Shell) -> anyhow::Result<Exit> {
    let mut begin = Begin {
        title: args.title.clone(),
        language: args.lang.clone(),
        base_url: args.base_url.clone(),
        theme: own_theme(args.theme.unwrap_or_default()),
        is_vault: args.obsidian,
        is_empty: args.empty,
    };
    refuse_full(&args.dir)?;
    if shell.can_ask() && !args.yes {
        questions(&mut begin, args, shell)?;
    }
    let files = create(&args.dir, &begin)?;
    for file in &files {
        shell.result(&file.path);
        shell.result("\n");
    }
    shell.flush();
    shell.note(&format!("\n{}", next_steps(&args.dir.to_string_lossy(), &begin)));
    Ok(Exit::Clean)
}

const fn own_theme(name: ThemeName) -> Option<OwnTheme> {
    match name {
        ThemeName::BuiltIn => None,
        ThemeName::Broadsheet => Some(OwnTheme::Broadsheet),
    }
}

fn questions(begin: &mut Begin, args: &InitArgs, person: &mut dyn Person) -> anyhow::Result<()> {
    person.tell("A new site. Enter alone takes what stands in brackets; nothing is written before the last answer.");
    if begin.title.is_none() {
        begin.title = Some(ask(person, "Its title", "My site", title)?);
    }
    if begin.language.is_none() {
        begin.language = Some(ask(person, "The language of its pages: en, tr, ku, ar, ...", "en", language)?);
    }
    if begin.base_url.is_none() {
        let question = "The address where it will stand, such as https://example.org/";
        begin.base_url = ask_whether(person, question, None, base_url)?;
    }
    if args.theme.is_none() {
        let theme = |typed: &str| match typed {
            "built-in" => Ok(None),
            "broadsheet" => Ok(Some(OwnTheme::Broadsheet)),
            _ => Err(format!("no such theme; {}", did_you_mean(typed, &["built-in", "broadsheet"]))),
        };
        begin.theme = ask(person, "How it looks: built-in, or broadsheet to change yourself", "built-in", theme)?;
    }
    if !args.empty {
        begin.is_empty = !ask_yes(person, "With an invented case to learn from", true)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::ask::Scripted;
    use super::*;
    use crate::foundation::language::Language;
    use crate::source::config::BaseUrl;

    #[test]
    fn what_no_flag_says_is_asked_for() {
        let mut person = Scripted::new(&[
            "  ",
            "türkçe",
            "tr",
            "example.org",
            "https://example.org",
            "broadshet",
            "broadsheet",
            "n",
        ]);
        let args = InitArgs::default();
        let mut begin = Begin::default();
        questions(&mut begin, &args, &mut person).unwrap();
        let expected = Begin {
            title: Some("My site".into()),
            language: Language::parse("tr").ok(),
            base_url: BaseUrl::parse("https://example.org/").ok(),
            theme: Some(OwnTheme::Broadsheet),
            is_vault: false,
            is_empty: true,
        };
        assert_eq!(begin, expected);
        let shown = "\
A new site. Enter alone takes what stands in brackets; nothing is written before the last answer.
Its title [My site]:   
The language of its pages: en, tr, ku, ar, ... [en]: türkçe
  not a language; use a short form such as tr, ku, ar or en-GB
The language of its pages: en, tr, ku, ar, ... [en]: tr
The address where it will stand, such as https://example.org/ [none]: example.org
  it does not begin with https:// or http://
The address where it will stand, such as https://example.org/ [none]: https://example.org
How it looks: built-in, or broadsheet to change yourself [built-in]: broadshet
  no such theme; did you mean `broadsheet`?
How it looks: built-in, or broadsheet to change yourself [built-in]: broadsheet
With an invented case to learn from [yes]: n
";
        assert_eq!(person.shown, shown);
    }

    #[test]
    fn flags_are_answers() {
        let args = InitArgs { theme: Some(ThemeName::BuiltIn), empty: true, ..InitArgs::default() };
        let mut begin = Begin {
            title: Some("Record".into()),
            language: Some(Language::english()),
            base_url: BaseUrl::parse("https://example.org/").ok(),
            is_empty: true,
            ..Begin::default()
        };
        let before = begin.clone();
        let mut person = Scripted::new(&[]);
        questions(&mut begin, &args, &mut person).unwrap();
        assert_eq!((begin, person.shown.lines().count()), (before, 1));
    }
}
