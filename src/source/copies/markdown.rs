//! The words of a stored copy in Markdown, with its lines. Knows Markdown as web clippers write it, and nothing of documents of the site.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::html;
use super::lines::Lines;
use super::text::{CopyText, Unit};

/// The text of `markdown`: front matter, addresses of links and marks are left out.
pub(super) fn text(markdown: &str) -> CopyText {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut copy = CopyText::new(Unit::Line);
    let mut lines = Lines::new(markdown, 1);
    let mut in_front_matter = false;
    let mut html_block: Option<(usize, String)> = None;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        let line = lines.at(range.start);
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => in_front_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_front_matter = false,
            Event::Start(Tag::HtmlBlock) => html_block = Some((line, String::new())),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some((first, block)) = html_block.take() {
                    copy = html::add(&block, first, copy);
                }
            }
            Event::Html(part) | Event::Text(part) if html_block.is_some() => {
                if let Some((_, block)) = &mut html_block {
                    block.push_str(&part);
                }
            }
            Event::InlineHtml(tag) if tag.starts_with("<br") => copy.push(line, " "),
            Event::Text(words) | Event::Code(words) if !in_front_matter => copy.push_lines(line, &words),
            Event::SoftBreak | Event::HardBreak => copy.push(line, "\n"),
            Event::Start(tag) if !is_inline(&tag) => copy.push(line, "\n"),
            Event::End(end) if !is_inline_end(end) => copy.push(line, "\n"),
            _ => {}
        }
    }
    copy
}

const fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

const fn is_inline_end(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_without_marks_and_front_matter() {
        let text = text(
            "---\ntitle: no\n---\n# Harbour\n\nThe **g**ate [was *open*](https://no.example) all\nnight; \\*[[page|nobody]] came.\n\n\
             <div class=\"no\">In a\nblock</div>\n\n- one\n- two<br>three\n\n| a | b |\n|---|---|\n| c | end |\n",
        );
        let words: Vec<&str> = text.as_str().split_whitespace().collect();
        assert_eq!(
            words.join(" "),
            "Harbour The gate was open all night; *nobody came. In a block one two three a b c end"
        );
        let line = |word: &str| text.number(text.as_str().find(word).unwrap());
        assert_eq!([line("Harbour"), line("night"), line("block"), line("two"), line("end")], [4, 7, 10, 13, 17]);
    }
}
