//! Questions at a terminal, one line each. Knows defaults and that a wrong answer is asked for again; not what is asked.

use std::fmt::Display;

use anyhow::bail;

/// Whoever answers.
pub trait Person {
    /// The line that was typed after `question`; nothing when there will be no more.
    fn line(&mut self, question: &str) -> Option<String>;
    /// Tells something on a line of its own.
    fn tell(&mut self, text: &str);
}

/// What `person` answers to `question`, as `read` understands it; an empty line is `default`. What cannot be understood is asked for
/// again, after the reason.
///
/// # Errors
/// When there are no more answers.
pub fn ask<T, E: Display>(
    person: &mut dyn Person,
    question: &str,
    default: &str,
    read: impl Fn(&str) -> Result<T, E>,
) -> anyhow::Result<T> {
    let question = if default.is_empty() { format!("{question}: ") } else { format!("{question} [{default}]: ") };
    loop {
        let Some(line) = person.line(&question) else {
            bail!("the questions were not answered, so nothing was written")
        };
        let typed = line.trim();
        match read(if typed.is_empty() { default } else { typed }) {
            Ok(value) => return Ok(value),
            Err(reason) => person.tell(&format!("  {reason}")),
        }
    }
}

/// The same for what may stay open: `none` is nothing.
///
/// # Errors
/// As for [`ask`].
pub fn ask_whether<T, E: Display>(
    person: &mut dyn Person,
    question: &str,
    default: Option<&str>,
    read: impl Fn(&str) -> Result<T, E>,
) -> anyhow::Result<Option<T>> {
    ask(
        person,
        question,
        default.unwrap_or("none"),
        |typed| if typed == "none" { Ok(None) } else { read(typed).map(Some) },
    )
}

/// Yes or no.
///
/// # Errors
/// As for [`ask`].
pub fn ask_yes(person: &mut dyn Person, question: &str, default: bool) -> anyhow::Result<bool> {
    let default = if default { "yes" } else { "no" };
    ask(person, question, default, |typed| match typed.to_lowercase().as_str() {
        "y" | "yes" => Ok(true),
        "n" | "no" => Ok(false),
        _ => Err("yes or no?"),
    })
}

/// Someone whose answers are known from the start, and all that is shown to them with what they type.
#[cfg(test)]
pub struct Scripted {
    answers: std::slice::Iter<'static, &'static str>,
    /// The terminal as it looks in the end.
    pub shown: String,
}

#[cfg(test)]
impl Scripted {
    pub fn new(answers: &'static [&'static str]) -> Self {
        Self { answers: answers.iter(), shown: String::new() }
    }
}

#[cfg(test)]
impl Person for Scripted {
    fn line(&mut self, question: &str) -> Option<String> {
        self.shown.push_str(question);
        let answer = self.answers.next()?;
        self.shown.push_str(answer);
        self.shown.push('\n');
        Some(format!("{answer}\n"))
    }

    fn tell(&mut self, text: &str) {
        self.shown.push_str(text);
        self.shown.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_answer_is_asked_for_again_and_an_empty_one_is_the_default() {
        let mut person = Scripted::new(&["twelve", " 13 ", "", "maybe", "Yes", "", "none"]);
        let number = |person: &mut Scripted| ask(person, "How many", "7", str::parse::<u8>);
        assert_eq!(number(&mut person).unwrap(), 13);
        assert_eq!(number(&mut person).unwrap(), 7);
        assert!(ask_yes(&mut person, "Sure", false).unwrap());
        assert_eq!(ask_whether(&mut person, "Age", None, str::parse::<u8>).unwrap(), None);
        assert_eq!(ask_whether(&mut person, "Age", Some("3"), str::parse::<u8>).unwrap(), None);
        let end = number(&mut person).unwrap_err().to_string();
        assert_eq!(end, "the questions were not answered, so nothing was written");
        let shown = "\
How many [7]: twelve
  invalid digit found in string
How many [7]:  13 
How many [7]: 
Sure [no]: maybe
  yes or no?
Sure [no]: Yes
Age [none]: 
Age [3]: none
How many [7]: ";
        assert_eq!(person.shown, shown);
    }
}
