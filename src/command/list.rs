//! What exists, as a table or as lines of JSON. Knows rows, not how a site is read.

use std::fmt::Write as _;

use serde::Serialize;

use crate::document::kind::Kind;

/// One document of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What it is about.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its title, or the label of someone who is not named.
    pub title: String,
    /// Whether readers see it.
    pub state: State,
    /// Its path below the root of the site.
    pub path: String,
}

/// Whether readers see a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is published.
    Published,
    /// `draft: true`.
    Draft,
    /// `publish_after` lies ahead.
    Embargoed,
    /// About someone who is not named.
    Withheld,
}

impl State {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Draft => "draft",
            Self::Embargoed => "embargoed",
            Self::Withheld => "withheld",
        }
    }
}

/// A table with a line of headings; nothing when there are no rows. The title stands last, because its width on a terminal depends on its letters.
#[must_use]
pub fn table(rows: &[Row]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let cells = |row: &Row| [row.kind.name().to_owned(), row.state.name().into(), row.id.clone(), row.path.clone()];
    let lines: Vec<([String; 4], &str)> =
        std::iter::once((["KIND", "STATE", "ID", "PATH"].map(str::to_owned), "TITLE"))
            .chain(rows.iter().map(|row| (cells(row), row.title.as_str())))
            .collect();
    let widths: [usize; 4] = std::array::from_fn(|column| {
        lines.iter().filter_map(|(cells, _)| cells.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    });
    let mut table = String::new();
    for (cells, title) in &lines {
        for (cell, width) in cells.iter().zip(widths) {
            // Writing to a String cannot fail.
            let _ = write!(table, "{}  ", format_args!("{cell:<width$}"));
        }
        table.extend(title.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
        table.push('\n');
    }
    table
}

/// One JSON object a line: `{"kind","id","title","state","path"}`.
#[must_use]
pub fn json(rows: &[Row]) -> String {
    rows.iter().filter_map(|row| serde_json::to_string(row).ok()).fold(String::new(), |all, line| all + &line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        let row = |kind, id: &str, title: &str, state, path: &str| Row {
            kind,
            id: id.into(),
            title: title.into(),
            state,
            path: path.into(),
        };
        vec![
            row(Kind::Person, "ilhami-bali", "İlhami Balı", State::Published, "content/people/ilhami-bali.md"),
            row(Kind::Hearing, "h-1", "First\n\"hearing\"", State::Draft, "content/hearings/h-1.md"),
        ]
    }

    #[test]
    fn people_see_a_table() {
        let expected = "\
KIND     STATE      ID           PATH                           TITLE
person   published  ilhami-bali  content/people/ilhami-bali.md  İlhami Balı
hearing  draft      h-1          content/hearings/h-1.md        First \"hearing\"
";
        assert_eq!(table(&rows()), expected);
        assert_eq!(table(&[]), "");
    }

    #[test]
    fn programs_see_one_object_a_line() {
        let expected = r#"{"kind":"person","id":"ilhami-bali","title":"İlhami Balı","state":"published","path":"content/people/ilhami-bali.md"}
{"kind":"hearing","id":"h-1","title":"First\n\"hearing\"","state":"draft","path":"content/hearings/h-1.md"}
"#;
        assert_eq!(json(&rows()), expected);
    }
}
