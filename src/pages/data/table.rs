//! A table as JSON and as CSV. Knows how both are written, and that a cell of a spreadsheet must not be taken for a formula;
//! knows nothing of what is in it.

use std::borrow::Cow;
use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;

/// The form of the JSON files. It grows when a field goes or changes its meaning, not when one is added.
const FORMAT: u32 = 1;

/// A row of a table with `N` columns.
pub(super) trait Record<const N: usize>: Serialize {
    /// The names of the columns in CSV.
    const COLUMNS: [&'static str; N];

    /// The cells, in the order of the columns.
    fn cells(self) -> [String; N];
}

/// A whole table in JSON.
#[derive(Serialize)]
struct Whole<'a, R> {
    format: u32,
    table: &'a str,
    records: R,
}

/// The records that a function makes, each of which goes when it is written.
struct Records<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Records<F> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// Gives away `data/{name}.json` and `data/{name}.csv`, one after the other: a table of a large site is larger than all else that is made at
/// once. `records` makes the records anew for each.
pub(super) fn files<R: Record<N>, const N: usize, I: Iterator<Item = R>>(
    name: &str,
    records: impl Fn() -> I,
    give: &dyn Fn(OutputFile),
) {
    let file = |ending: &str, media_type, bytes: Option<Vec<u8>>| {
        if let (Ok(route), Some(bytes)) = (Route::file(&format!("data/{name}.{ending}")), bytes) {
            give(OutputFile { route, media_type, bytes: bytes.into() });
        }
    };
    file("json", MediaType::JSON, json(name, &records));
    file("csv", MediaType::CSV, csv(&records));
}

/// Nothing cannot happen: every key is text, and memory takes every byte.
fn json<I: Iterator<Item: Serialize>>(table: &str, records: impl Fn() -> I) -> Option<Vec<u8>> {
    in_one_piece(|mut out| {
        let whole = Whole { format: FORMAT, table, records: Records(&records) };
        whole.serialize(&mut Serializer::with_formatter(&mut out, Lines::default())).ok()?;
        out.write_all(b"\n").ok()
    })
}

/// Nothing cannot happen: every row has as many cells as there are columns.
fn csv<R: Record<N>, const N: usize, I: Iterator<Item = R>>(records: impl Fn() -> I) -> Option<Vec<u8>> {
    in_one_piece(|out| {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(R::COLUMNS).ok()?;
        for record in records() {
            writer.write_record(record.cells().iter().map(|cell| harmless(cell).into_owned())).ok()?;
        }
        writer.flush().ok()
    })
}

/// What `write` writes, in a piece of memory that never has to grow: a table can be larger than all else in memory, and is there twice while
/// it moves to a larger place. So it is written once for its length alone.
fn in_one_piece(write: impl Fn(&mut dyn io::Write) -> Option<()>) -> Option<Vec<u8>> {
    let mut length = Length(0);
    write(&mut length)?;
    let mut bytes = Vec::with_capacity(length.0);
    write(&mut bytes)?;
    Some(bytes)
}

/// How much was written.
struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        self.0 += more.len();
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// `cell` with an apostrophe before it where a spreadsheet would read a formula. White space in front does not hide one.
fn harmless(cell: &str) -> Cow<'_, str> {
    let is_formula = cell.trim_start_matches([' ', '\n']).starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// JSON with a line for each record, so that a difference between two days shows the records that differ.
#[derive(Default)]
struct Lines {
    depth: usize,
}

/// The list of records stands in the object of the whole.
const RECORDS: usize = 2;

impl Formatter for Lines {
    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth -= 1;
        out.write_all(b"}")
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"[")
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(match (self.depth == RECORDS, first) {
            (true, true) => b"\n",
            (true, false) => b",\n",
            (false, true) => b"",
            (false, false) => b",",
        })
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        let is_records = self.depth == RECORDS;
        self.depth -= 1;
        out.write_all(if is_records { b"\n]" } else { b"]" })
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    #[derive(Clone, Serialize)]
    struct Pair {
        name: &'static str,
        list: Vec<u32>,
    }

    impl Record<2> for Pair {
        const COLUMNS: [&'static str; 2] = ["name", "list"];

        fn cells(self) -> [String; 2] {
            [self.name.to_owned(), format!("{:?}", self.list)]
        }
    }

    fn texts(records: &[Pair]) -> Vec<(String, String)> {
        let given: RefCell<Vec<(String, String)>> = RefCell::default();
        let give = |file: OutputFile| {
            let text = String::from_utf8(file.bytes.to_vec()).unwrap();
            given.borrow_mut().push((file.route.to_string(), text));
        };
        files("pairs", || records.iter().cloned(), &give);
        given.into_inner()
    }

    #[test]
    fn a_table_is_a_line_for_each_record() {
        let records = vec![Pair { name: "Ada, \"A\"", list: vec![1, 2] }, Pair { name: "Çınar", list: Vec::new() }];
        assert_eq!(
            texts(&records),
            [
                (
                    "/data/pairs.json".to_owned(),
                    "{\"format\":1,\"table\":\"pairs\",\"records\":[\n\
                     {\"name\":\"Ada, \\\"A\\\"\",\"list\":[1,2]},\n\
                     {\"name\":\"Çınar\",\"list\":[]}\n]}\n"
                        .to_owned()
                ),
                ("/data/pairs.csv".to_owned(), "name,list\n\"Ada, \"\"A\"\"\",\"[1, 2]\"\nÇınar,[]\n".to_owned()),
            ]
        );
    }

    #[test]
    fn a_table_without_records_still_names_its_columns() {
        let both = texts(&[]);
        assert_eq!(both[0].1, "{\"format\":1,\"table\":\"pairs\",\"records\":[\n]}\n");
        assert_eq!(both[1].1, "name,list\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for words in ["", "Ada", "1-2", "'=1", "a@b"] {
            assert_eq!(harmless(words), words);
        }
    }
}
