//! PDFs made from a few words each. Knows how a PDF is put together, and makes exactly what it is told.

use std::fmt::Write as _;

/// A PDF before it is written.
#[derive(Default, Clone)]
pub struct Pdf {
    /// More entries of the catalog.
    pub catalog: String,
    /// More entries of the trailer.
    pub trailer: String,
    /// For each page what draws it, and more entries of the page.
    pub pages: Vec<(String, String)>,
    /// Further objects: the first is object 4, the next 5, ...
    pub more: Vec<String>,
}

/// A page with one line of text that is seen.
pub const WORDS: &str = "BT /F1 12 Tf 72 700 Td (The gate was open.) Tj ET";

impl Pdf {
    /// A PDF of these pages and nothing else.
    pub fn of(pages: &[&str]) -> Self {
        Self { pages: pages.iter().map(|page| ((*page).to_owned(), String::new())).collect(), ..Self::default() }
    }

    /// As [`Self::of`], with a first page that is in order.
    pub fn second(page: &str) -> Self {
        Self::of(&[WORDS, page])
    }

    pub fn catalog(self, entries: &str) -> Self {
        Self { catalog: entries.to_owned(), ..self }
    }

    pub fn trailer(self, entries: &str) -> Self {
        Self { trailer: entries.to_owned(), ..self }
    }

    pub fn more(mut self, object: &str) -> Self {
        self.more.push(object.to_owned());
        self
    }

    /// More entries of the last page.
    pub fn page(mut self, entries: &str) -> Self {
        self.pages.last_mut().unwrap().1.push_str(entries);
        self
    }

    /// The objects, from 1.
    fn objects(&self) -> Vec<String> {
        let first = 4 + self.more.len();
        let kids: Vec<String> = (0..self.pages.len()).map(|page| format!("{} 0 R", first + 2 * page)).collect();
        let mut objects = vec![
            format!("<</Type/Catalog/Pages 2 0 R{}>>", self.catalog),
            format!("<</Type/Pages/Kids[{}]/Count {}/MediaBox[0 0 595 842]>>", kids.join(" "), kids.len()),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        ];
        objects.extend(self.more.iter().cloned());
        for (number, (content, entries)) in self.pages.iter().enumerate() {
            let resources = if entries.contains("/Resources") { "" } else { "/Resources<</Font<</F1 3 0 R>>>>" };
            let content_number = first + 2 * number + 1;
            objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {content_number} 0 R{resources}{entries}>>"));
            objects.push(stream("", content));
        }
        objects
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut out = String::from("%PDF-1.7\n");
        let mut places = Vec::new();
        for (number, object) in (1..).zip(self.objects()) {
            places.push(out.len());
            let _ = write!(out, "{number} 0 obj\n{object}\nendobj\n");
        }
        let table = out.len();
        let _ = write!(out, "xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
        for place in &places {
            let _ = writeln!(out, "{place:010} 00000 n ");
        }
        let _ = write!(
            out,
            "trailer\n<</Size {}/Root 1 0 R{}>>\nstartxref\n{table}\n%%EOF\n",
            places.len() + 1,
            self.trailer
        );
        out.into_bytes()
    }

    /// The file after a program changed object `number` and wrote the change behind the end.
    pub fn updated(&self, number: usize, object: &str) -> Vec<u8> {
        let mut out = String::from_utf8(self.bytes()).unwrap();
        let before = out.rfind("startxref\n").map(|at| out[at + 10..].lines().next().unwrap().to_owned()).unwrap();
        let place = out.len();
        let _ = write!(out, "{number} 0 obj\n{object}\nendobj\n");
        let table = out.len();
        let size = self.objects().len() + 1;
        let _ = write!(
            out,
            "xref\n{number} 1\n{place:010} 00000 n \ntrailer\n<</Size {size}/Root 1 0 R/Prev {before}>>\nstartxref\n{table}\n%%EOF\n"
        );
        out.into_bytes()
    }
}

/// A stream with these entries, not packed.
pub fn stream(entries: &str, content: &str) -> String {
    format!("<</Length {}{entries}>>\nstream\n{content}\nendstream", content.len())
}
