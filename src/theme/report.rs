//! Reading what Tera prints about an error. Tera keeps the places of includes, and of names that nothing has, to itself; they stand only in
//! its printed report, so this is the one place that knows how such a report looks.

/// A place in a template as Tera prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// What is wrong or stands there.
    pub text: String,
    /// The full name of the template.
    pub template: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// How many characters are underlined.
    pub width: usize,
}

/// The errors of a report of one or more, without their notes.
pub(super) fn errors(report: &str) -> Vec<Entry> {
    report.split("\n\n").filter_map(error).collect()
}

/// The notes of a report: from where a template was called, innermost first.
pub(super) fn notes(report: &str) -> Vec<Entry> {
    report.split("\n\n").filter_map(note).collect()
}

fn error(part: &str) -> Option<Entry> {
    let (text, rest) = part.strip_prefix("error: ")?.split_once('\n')?;
    let (place, drawing) = rest.trim_start().strip_prefix("--> ")?.split_once('\n')?;
    entry(text, place, drawing)
}

fn note(part: &str) -> Option<Entry> {
    let (head, drawing) = part.strip_prefix("note: ")?.split_once('\n')?;
    let (text, place) = match head.strip_prefix("called from ") {
        Some(place) => ("called from", place),
        None => head.rsplit_once(' ')?,
    };
    entry(text, place, drawing)
}

fn entry(text: &str, place: &str, drawing: &str) -> Option<Entry> {
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    let template = parts.next()?.to_owned();
    let underline = drawing.lines().last().unwrap_or_default();
    let width = underline.chars().rev().take_while(|letter| *letter == '^').count();
    Some(Entry { text: text.to_owned(), template, line, column, width })
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    use super::*;

    fn entry(text: &str, template: &str, line: usize, column: usize, width: usize) -> Entry {
        Entry { text: text.into(), template: template.into(), line, column, width }
    }

    #[test]
    fn every_unknown_name_is_found_in_the_report() {
        let mut tera = Tera::new();
        let error = tera
            .add_raw_templates([("b.html", "İ {{ x | no }}\n{{ y | nor }}"), ("a b.html", "{{ <none /> }}")])
            .unwrap_err();
        assert_eq!(
            errors(&error.to_string()),
            [
                entry("Unknown component `none`", "a b.html", 1, 4, 8),
                entry("Unknown filter `no`", "b.html", 1, 10, 2),
                entry("Unknown filter `nor`", "b.html", 2, 8, 3),
            ]
        );
    }

    #[test]
    fn the_way_to_an_included_template_is_found_in_the_report() {
        let mut tera = Tera::new();
        tera.add_raw_templates([("a", "\n {% include 'b' %}"), ("b", "{% include 'c' %}"), ("c", "{{ d }}")]).unwrap();
        let error = tera.render("a", &Context::new()).unwrap_err();
        assert_eq!(
            notes(&error.to_string()),
            [entry("called from", "b", 1, 12, 3), entry("called from", "a", 2, 13, 3)]
        );
    }
}
