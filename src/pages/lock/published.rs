//! The published site to the lock that lists it. Knows which texts count: what a reader reads on the page, and not how it looks.

use rayon::prelude::*;

use super::known::Known;
use super::{Address, Digest, Entry, Lock};
use crate::document::body::{Chunk, Fragment, anchor};
use crate::document::mention::MentionId;
use crate::document::statement::{Speaker, Statement};
use crate::foundation::html::escape_into;
use crate::graph::public::{Link, PublicEntity, PublicSite};
use crate::pages::routes;

/// The lock of `site` as it is now. Withdrawals that an older lock holds are not in it.
#[must_use]
pub fn published(site: &PublicSite) -> Lock {
    let known = Known::now(site);
    let notes = site.withdrawals.iter().map(|note| {
        let route = routes::of_entity(note.kind, &note.slug);
        (Address::of_page(route), Entry::Note { date: note.date.value.clone() })
    });
    let entities: Vec<&PublicEntity> = site.entities().filter(|entity| entity.has_page).collect();
    let redirects = entities.iter().flat_map(|entity| {
        entity.common().redirect_from.iter().map(|earlier| (Address::of_page(earlier.value.clone()), Entry::Redirect))
    });
    let pages: Vec<Vec<(Address, Entry)>> = entities.par_iter().map(|entity| of_page(&known, entity)).collect();
    // Where two things have one address the build fails; until then the page is listed.
    let entries = notes.chain(redirects).chain(pages.into_iter().flatten()).collect();
    Lock { entries, withdrawn: Vec::new() }
}

/// The page of `entity` and the statements on it.
fn of_page(known: &Known<'_>, entity: &PublicEntity) -> Vec<(Address, Entry)> {
    let Some(route) = known.route(entity.id) else { return Vec::new() };
    let page = Entry::Page {
        kind: entity.kind(),
        corrections: entity.common().corrections.len(),
        text: page_digest(known, entity),
    };
    let statements = entity.body().statements.iter().map(|statement| {
        let address = Address::of_statement(route.clone(), anchor(&statement.id.value));
        let text = statement_digest(known, entity, statement);
        (address, Entry::Statement { status: statement.status.value, text })
    });
    std::iter::once((Address::of_page(route.clone()), page)).chain(statements).collect()
}

/// The hash of a page's title, summary and running text. Its statements have hashes of their own.
fn page_digest(known: &Known<'_>, entity: &PublicEntity) -> Digest {
    let summary = entity.common().summary.as_ref().map_or("", |summary| &summary.value);
    Digest::of([entity.title(), summary, &words(known, entity, &entity.body().content.open())])
}

/// The hash of who said what about whom. The standing has a field of its own in the lock.
pub(super) fn statement_digest(known: &Known<'_>, from: &PublicEntity, statement: &Statement) -> Digest {
    let called =
        |mention: MentionId| format!("{} {}", known.target(from, mention), from.label(mention).unwrap_or_default());
    let speaker = match statement.speaker {
        Speaker::Mention(mention) => called(mention),
        Speaker::Unattributed => String::new(),
    };
    // Whoever is shown neither by name nor by label is not in the hash either.
    let is_shown =
        |mention: &&MentionId| matches!(from.link(**mention), Some(Link::To { .. })) || from.label(**mention).is_some();
    let mut about: Vec<String> = statement.about.iter().filter(is_shown).map(|mention| called(*mention)).collect();
    // In which order they are named says nothing.
    about.sort();
    let words = words(known, from, statement.words.unshown());
    // A statement without translation has the hash that it had before there were translations.
    let translation =
        statement.translation.as_ref().map(|translation| ["translation", translation.text.unshown().as_str()]);
    let fields = [speaker.as_str(), words.as_str()].into_iter().chain(about.iter().map(String::as_str));
    Digest::of(fields.chain(translation.into_iter().flatten()))
}

/// A run of HTML as text. A link is its words and where it leads, a citation its sources and the places in them; marks of footnotes are left out, as their numbers
/// change with what stands above.
fn words(known: &Known<'_>, from: &PublicEntity, fragment: &Fragment) -> String {
    let mut html = String::new();
    for chunk in fragment.0.iter() {
        match chunk {
            Chunk::Html(part) => html.push_str(part),
            Chunk::Link { mention, label } => {
                html.push_str(label.as_deref().unwrap_or_default());
                push_target(&mut html, &known.target(from, *mention));
            }
            Chunk::Citation(index) => {
                let citation = from.body().citations.get(*index as usize);
                for cited in citation.map(|citation| citation.sources.as_slice()).unwrap_or_default() {
                    push_target(&mut html, &known.target(from, cited.mention));
                    if let (Some(Link::To { .. }), Some(place)) = (from.link(cited.mention), &cited.locator) {
                        escape_into(&mut html, place);
                    }
                }
            }
            Chunk::Embed(mention) => push_target(&mut html, &known.target(from, *mention)),
            Chunk::Statement(index) => {
                let statement = from.body().statements.get(*index as usize);
                push_target(&mut html, statement.map_or("", |statement| &statement.id.value));
            }
            Chunk::NoteStart(_) => html.push_str("<li>"),
            Chunk::NoteBack { .. } => html.push_str(" ↩\u{fe0e}"),
            Chunk::Break
            | Chunk::HolderStart(_)
            | Chunk::HolderEnd
            | Chunk::NoteEnd
            | Chunk::FootnoteMark { .. }
            | Chunk::FootnotesStart
            | Chunk::FootnotesEnd
            | Chunk::Label(_)
            | Chunk::FileAddress(_)
            | Chunk::Picture(_)
            | Chunk::HeadingStart(_)
            | Chunk::HeadingEnd(_)
            | Chunk::Anchor(_) => {}
        }
    }
    text_of(&html)
}

fn push_target(html: &mut String, address: &str) {
    html.push_str(" [");
    escape_into(html, address);
    html.push_str("] ");
}

/// Tags that stand inside a word or a line; at every other tag a new line begins.
const INLINE: [&str; 18] = [
    "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "span", "strong", "sub",
    "sup",
];

/// The text in HTML of ours: every tag ends in a `>`, and none holds one.
fn text_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut parts = html.split('<');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (tag, words) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !INLINE.contains(&name) {
            text.push(' ');
        }
        text.push_str(words);
    }
    let unescaped = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    unescaped.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_read_as_a_reader_reads_it() {
        for (html, text) in [
            ("<p>He said &lt;no&gt; &amp;amp; left.</p>", " He said <no> &amp; left. "),
            ("<p>re<em class=\"x\">tired</em></p><p>Two<br>lines</p>", " retired  Two lines "),
            ("a<img src=\"x\" alt=\"&lt;\">b", "a b"),
        ] {
            assert_eq!(text_of(html), text);
        }
    }
}
