//! Rows as a table for people or as lines of JSON for programs. Knows widths, not what the rows are about.

use serde::Serialize;

/// A table with a line of headings; nothing when there are no rows. The last column is not padded, so it is the place for texts whose width depends on the terminal.
#[must_use]
pub fn table<const N: usize>(headings: [&str; N], rows: &[[&str; N]]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let lines = || std::iter::once(&headings).chain(rows);
    let widths: [usize; N] = std::array::from_fn(|column| {
        lines().filter_map(|cells| cells.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    });
    let mut table = String::new();
    for cells in lines() {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(widths) {
            line.extend(cell.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.chars().count()) + 2));
        }
        table.push_str(line.trim_end());
        table.push('\n');
    }
    table
}

/// One JSON object a line.
///
/// # Errors
/// When a row cannot be written as JSON.
pub fn json(rows: &[impl Serialize]) -> serde_json::Result<String> {
    let mut lines = String::new();
    for row in rows {
        lines.push_str(&serde_json::to_string(row)?);
        lines.push('\n');
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_see_a_table() {
        let rows = [
            ["person", "published", "ilhami-bali", "İlhami Balı"],
            ["hearing", "draft", "h-1", "First\nhearing"],
            ["page", "draft", "x", ""],
        ];
        let expected = "\
KIND     STATE      ID           TITLE
person   published  ilhami-bali  İlhami Balı
hearing  draft      h-1          First hearing
page     draft      x
";
        assert_eq!(table(["KIND", "STATE", "ID", "TITLE"], &rows), expected);
        assert_eq!(table(["KIND"], &[]), "");
    }

    #[test]
    fn programs_see_one_object_a_line() {
        #[derive(Serialize)]
        struct Row {
            id: &'static str,
            title: &'static str,
        }
        let rows = [Row { id: "h-1", title: "First\n\"hearing\"" }, Row { id: "h-2", title: "İ" }];
        let expected = "{\"id\":\"h-1\",\"title\":\"First\\n\\\"hearing\\\"\"}\n{\"id\":\"h-2\",\"title\":\"İ\"}\n";
        assert_eq!(json(&rows).unwrap(), expected);
    }
}
