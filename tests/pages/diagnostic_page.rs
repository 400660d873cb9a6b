//! A page on one code: its examples, each with the files of a site and what the program says. Knows fences of Markdown and nothing of the program.

use std::ops::Range;

/// A page on one code.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// Its examples, in order.
    pub examples: Vec<Example>,
}

/// A site and what is said about it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// The line above it.
    pub heading: String,
    /// The files of the site.
    pub files: Vec<File>,
    /// What the page expects, without the line end at its end.
    pub output: String,
    /// Where that stands in the page.
    place: Range<usize>,
}

/// A file of an example's site.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the root of the site.
    pub path: String,
    /// What is in it.
    pub content: String,
    /// Whether the program gets it as bytes and not as text.
    pub is_bytes: bool,
}

/// A block between two fences.
struct Block<'a> {
    info: &'a str,
    content: &'a str,
    place: Range<usize>,
}

impl Page {
    /// Reads a page.
    ///
    /// # Panics
    /// When an example has no output, or a block in one says neither a path nor `output`: the page is wrong.
    pub fn read(text: &str) -> Self {
        let starts: Vec<usize> = text.match_indices("\n## Example").map(|(at, _)| at + 1).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        Self { examples: starts.iter().zip(ends).map(|(start, end)| example(text, *start..end)).collect() }
    }

    /// The page with `outputs` in the place of what it expects.
    pub fn with_outputs(&self, text: &str, outputs: &[String]) -> String {
        let mut new = String::with_capacity(text.len());
        let mut done = 0;
        for (example, output) in self.examples.iter().zip(outputs) {
            new.push_str(&text[done..example.place.start]);
            new.push_str(output);
            if !output.is_empty() {
                new.push('\n');
            }
            done = example.place.end;
        }
        new + &text[done..]
    }
}

fn example(text: &str, range: Range<usize>) -> Example {
    let section = &text[range.clone()];
    let heading = section.lines().next().unwrap_or_default().to_owned();
    let mut example = Example { heading, ..Example::default() };
    let mut has_output = false;
    for block in blocks(section) {
        match block.info.split(' ').collect::<Vec<_>>().as_slice() {
            ["text", "output"] => {
                block.content.trim_end().clone_into(&mut example.output);
                example.place = range.start + block.place.start..range.start + block.place.end;
                has_output = true;
            }
            ["bytes", path] => example.files.push(file(path, block.content, true)),
            [_, "escaped", path] => example.files.push(file(path, &unescaped(block.content), false)),
            [_, path] => example.files.push(file(path, block.content, false)),
            _ => panic!("{}: a block `{}` that is neither a file nor output", example.heading, block.info),
        }
    }
    assert!(has_output, "{}: no block `text output`", example.heading);
    example
}

fn file(path: &str, content: &str, is_bytes: bool) -> File {
    File { path: path.to_owned(), content: content.to_owned(), is_bytes }
}

/// The fenced blocks of a section. A fence ends at a line with as many backticks and nothing else.
fn blocks(section: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, &str, usize)> = None;
    let mut at = 0;
    for line in section.split_inclusive('\n') {
        let trimmed = line.trim_end();
        let marks = trimmed.len() - trimmed.trim_start_matches('`').len();
        match open {
            Some((fence, info, start)) if trimmed == fence => {
                blocks.push(Block { info, content: &section[start..at], place: start..at });
                open = None;
            }
            None if marks >= 3 => open = Some((&trimmed[..marks], &trimmed[marks..], at + line.len())),
            _ => {}
        }
        at += line.len();
    }
    assert!(open.is_none(), "a block without end in\n{section}");
    blocks
}

/// The text with `\u{…}` as the character that it names.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_once('}').expect("`\\u{` has its `}`");
        let code = u32::from_str_radix(digits, 16).expect("hexadecimal digits");
        out.push(char::from_u32(code).expect("a character"));
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# a\n\n## Example: one\n\n````md escaped content/a.md\n```\n\\u{202E}x\n```\n````\n\n\
        ```bytes content/b.png\nbytes\n```\n\n```text output\nold\n```\n\n## Example without fault\n\n```text output\n```\n";

    #[test]
    fn a_page_is_read_and_written_with_new_outputs() {
        let page = Page::read(TEXT);
        let [one, two] = page.examples.as_slice() else { panic!("two examples") };
        assert_eq!(
            one.files,
            [file("content/a.md", "```\n\u{202E}x\n```\n", false), file("content/b.png", "bytes\n", true),]
        );
        assert_eq!([one.output.as_str(), two.output.as_str()], ["old", ""]);
        let new = page.with_outputs(TEXT, &["new\nwords".to_owned(), "more".to_owned()]);
        assert_eq!(
            new,
            TEXT.replace("old\n", "new\nwords\n").replace("```text output\n```\n", "```text output\nmore\n```\n")
        );
        assert_eq!(page.with_outputs(TEXT, &["old".to_owned(), String::new()]), TEXT);
    }
}
