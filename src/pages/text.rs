//! Plain text and running text of a document as a reader may see it. Knows how mentions are called: by label, by title, or by a phrase where nothing may be said.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::citations;
use super::context::Context;
use super::hover;
use super::places;
use super::planner::Planner;
use super::routes;
use super::views::{
    Block, BodyView, ContentsItem, EmbedView, FileView, Holes, NarrowerView, PictureView, Ref, RichText, SentencePiece,
    StatementView, TextPartLink,
};
use super::words;
use crate::document::body::{Body, Chunk, Fragment, Heading};
use crate::document::mention::MentionId;
use crate::document::plain::{Piece, Plain};
use crate::foundation::slug::Slug;
use crate::graph::bind::PartId;
use crate::graph::entity::StatementId;
use crate::graph::public::{Link, PublicEntity};
use crate::source::tree::SourcePath;

/// How a mention is called in running text.
pub(super) fn called(planner: &Planner<'_>, from: &PublicEntity, mention: MentionId) -> String {
    if let Some(label) = from.label(mention) {
        return label.to_owned();
    }
    match from.link(mention) {
        Some(Link::To { entity, part }) => {
            let title = planner.site.get(*entity).map(PublicEntity::title).unwrap_or_default();
            match part {
                Some(PartId::Heading(index)) if *entity == from.id => heading_text(planner, from, *index),
                _ => title.to_owned(),
            }
        }
        Some(Link::Unpublished(kind)) => words::not_named(*kind, planner.messages_of(from)),
        None => String::new(),
    }
}

fn heading_text(planner: &Planner<'_>, entity: &PublicEntity, index: u32) -> String {
    let heading = entity.body().headings.get(index as usize);
    heading.map_or_else(String::new, |heading| heading.text.show(|mention| label_or_title(planner, entity, mention)))
}

/// As [`called`], for headings: a link to a heading inside a heading shows the page, so that this ends.
fn label_or_title(planner: &Planner<'_>, from: &PublicEntity, mention: MentionId) -> String {
    match (from.label(mention), from.link(mention)) {
        (Some(label), _) => label.to_owned(),
        (None, Some(Link::To { entity, .. })) => {
            planner.site.get(*entity).map(PublicEntity::title).unwrap_or_default().to_owned()
        }
        (None, Some(Link::Unpublished(kind))) => words::not_named(*kind, planner.messages_of(from)),
        (None, None) => String::new(),
    }
}

/// Plain text of `from` as one string.
pub(super) fn plain(planner: &Planner<'_>, from: &PublicEntity, text: &Plain) -> String {
    text.show(|mention| called(planner, from, mention)).trim().to_owned()
}

/// `text`, or its beginning with a sign that it goes on.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let start: String = text.chars().take(longest).collect();
    let end = start.rfind(char::is_whitespace).unwrap_or(start.len());
    format!("{}…", start.get(..end).unwrap_or(&start).trim_end())
}

/// A sentence of `from` with `marked` marked.
pub(super) fn sentence(
    planner: &Planner<'_>,
    from: &PublicEntity,
    text: &Plain,
    marked: MentionId,
) -> Vec<SentencePiece> {
    let pieces = text.0.iter().map(|piece| match piece {
        Piece::Text(text) => SentencePiece { text: text.clone(), marked: false },
        Piece::Mention(mention) => SentencePiece { text: called(planner, from, *mention), marked: *mention == marked },
    });
    let mut joined: Vec<SentencePiece> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if !last.marked && !piece.marked => last.text.push_str(&piece.text),
            _ => joined.push(piece),
        }
    }
    joined
}

/// The anchors of the headings of `entity`, each once on its page.
pub(super) fn anchors(planner: &Planner<'_>, entity: &PublicEntity) -> Vec<String> {
    let stems = entity.body().headings.iter().map(|heading| {
        let text: String =
            heading.text.show(|mention| label_or_title(planner, entity, mention)).chars().take(60).collect();
        Slug::of_name(&text).map_or_else(|_| "h-section".to_owned(), |slug| format!("h-{slug}"))
    });
    each_once(stems)
}

/// `stems` in their order, those that came before with a number behind them.
fn each_once(stems: impl Iterator<Item = String>) -> Vec<String> {
    let mut taken = HashSet::new();
    // Where to go on counting, so that many equal headings do not count from the start each time.
    let mut numbers: HashMap<String, usize> = HashMap::new();
    stems
        .map(|stem| {
            let number = numbers.entry(stem.clone()).or_insert(0);
            loop {
                *number += 1;
                let anchor = if *number == 1 { stem.clone() } else { format!("{stem}-{number}") };
                if taken.insert(anchor.clone()) {
                    return anchor;
                }
            }
        })
        .collect()
}

/// What fills the holes of these pieces of the text of `from` on a page.
fn holes(
    page: &Context<'_>,
    from: &PublicEntity,
    pieces: &[&[Chunk]],
    cards: BTreeMap<MentionId, usize>,
) -> Arc<Holes> {
    let planner = page.planner;
    Arc::new(Holes {
        links: pieces.iter().flat_map(|chunks| links(page, from, chunks)).collect(),
        cards,
        citations: pieces.iter().flat_map(|chunks| citations::marks(page, from, chunks)).collect(),
        anchors: planner.anchors(from.id).to_vec(),
        levels: from.body().headings.iter().map(|heading| heading.level).collect(),
        files: files(page, from),
        words: Arc::clone(&page.tongue.text_words),
    })
}

/// What fills the holes in one fragment of `from`: only its own mentions, so that the view of a statement changes only with them.
pub(super) fn holes_of_fragment(page: &Context<'_>, from: &PublicEntity, fragment: &Fragment) -> Arc<Holes> {
    let links = links(page, from, &fragment.0);
    let citations = citations::marks(page, from, &fragment.0);
    Arc::new(Holes {
        links,
        citations,
        files: files(page, from),
        words: Arc::clone(&page.tongue.text_words),
        ..Holes::default()
    })
}

/// Where the links in a piece of the text of `from` lead.
fn links(page: &Context<'_>, from: &PublicEntity, chunks: &[Chunk]) -> BTreeMap<MentionId, Ref> {
    let mentions = chunks.iter().filter_map(|chunk| match chunk {
        Chunk::Link { mention, .. } => Some(*mention),
        _ => None,
    });
    mentions.map(|mention| (mention, page.link(from, mention))).collect()
}

fn files(page: &Context<'_>, from: &PublicEntity) -> Vec<FileView> {
    let links = page.planner.links();
    let view = |path: &Option<SourcePath>| {
        let Some((path, route)) = path.as_ref().and_then(|path| Some((path, routes::of_file(path)?))) else {
            return FileView::default();
        };
        let picture = page.planner.used.pictures.get(path).map(|picture| PictureView {
            width: picture.width,
            height: picture.height,
            narrower: picture
                .narrower
                .iter()
                .filter_map(|width| {
                    Some(NarrowerView { width: *width, path: routes::of_narrower(&route, *width)?.path(links) })
                })
                .collect(),
        });
        FileView { path: route.path(links), picture }
    };
    from.files().iter().map(view).collect()
}

/// Part `number`, from 1, of the text of `entity`: all of it where it is not cut.
pub(super) fn body(page: &Context<'_>, entity: &PublicEntity, number: usize) -> BodyView {
    let body = entity.body();
    let part = body.parts.get(number);
    let range = part.map_or(0..body.content.0.len(), |part| part.range.clone());
    let notes = part.map(|part| &part.notes).filter(|notes| !notes.0.is_empty());
    let mut pieces = vec![body.content.0.get(range.clone()).unwrap_or_default()];
    pieces.extend(notes.map(|notes| &*notes.0));
    let (cards, of_mentions) = hover::on(page, entity, &pieces);
    let holes = &holes(page, entity, &pieces, of_mentions);
    let writer = Writer { page, from: entity, holes, embedded: false };
    let mut blocks = writer.blocks(&body.content, range);
    if let Some(notes) = notes {
        blocks.extend(writer.blocks(notes, 0..notes.0.len()));
    }
    BodyView {
        blocks,
        contents: contents(page, entity, number),
        cited: citations::list(page, entity, part.map(|_| pieces.as_slice())),
        cards,
        minutes: if number == 1 { minutes(body) } else { 0 },
        paging: places::paging(page.planner, entity, number),
        parts: if number == 1 { parts(page, entity) } else { Vec::new() },
    }
}

/// The most headings in a table of contents.
const MOST_HEADINGS: usize = 120;

/// The headings: on the page of the first part those of all parts, as far as a page holds them; on the others their own.
fn contents(page: &Context<'_>, entity: &PublicEntity, number: usize) -> Vec<ContentsItem> {
    let body = entity.body();
    let place = |index: usize| places::of(page.planner, entity, &PartId::Heading(u32::try_from(index).ok()?));
    let item = |(index, heading): (usize, &Heading)| {
        let place = place(index)?;
        Some(ContentsItem {
            level: heading.level,
            text: plain(page.planner, entity, &heading.text),
            path: (place.number != number).then(|| place.path(page.planner, entity)),
            anchor: place.anchor,
        })
    };
    let deepest = |level: u8| {
        let is_listed = move |(index, heading): &(usize, &Heading)| {
            heading.is_section && heading.level <= level && (number == 1 || body.parts.of_heading(*index) == number)
        };
        body.headings.iter().enumerate().filter(is_listed)
    };
    // The table of a long text may be too long itself; its parts are listed by themselves.
    let fits = |level: &u8| body.parts.count() == 1 || deepest(*level).count() <= MOST_HEADINGS;
    let level = [3, 2].into_iter().find(fits);
    level.map(|level| deepest(level).filter_map(item).collect()).unwrap_or_default()
}

/// The ways to the parts of a text that is cut, each with the first heading in it.
fn parts(page: &Context<'_>, entity: &PublicEntity) -> Vec<TextPartLink> {
    let parts = &entity.body().parts;
    if parts.count() == 1 {
        return Vec::new();
    }
    let mut headings: BTreeMap<usize, &Heading> = BTreeMap::new();
    for (index, heading) in entity.body().headings.iter().enumerate().filter(|(_, heading)| heading.is_section) {
        headings.entry(parts.of_heading(index)).or_insert(heading);
    }
    let heading = |heading: &&Heading| shortened(&plain(page.planner, entity, &heading.text), 60);
    let link = |number: usize| TextPartLink {
        number,
        path: places::path(page.planner, entity, number),
        heading: headings.get(&number).map(heading).unwrap_or_default(),
    };
    (1..=parts.count()).map(link).collect()
}

fn minutes(body: &Body) -> usize {
    body.words.div_ceil(220)
}

/// A fragment of `from` as rich text; `embedded` on another page than its own.
pub(super) fn rich(page: &Context<'_>, fragment: &Fragment, holes: &Arc<Holes>, embedded: bool) -> RichText {
    RichText {
        range: 0..fragment.0.len(),
        fragment: fragment.clone(),
        holes: Arc::clone(holes),
        root: Arc::clone(&page.root),
        embedded,
    }
}

struct Writer<'a> {
    page: &'a Context<'a>,
    from: &'a PublicEntity,
    holes: &'a Arc<Holes>,
    embedded: bool,
}

impl Writer<'_> {
    fn blocks(&self, content: &Fragment, range: Range<usize>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut start = range.start;
        for at in range.clone() {
            let block = match content.0.get(at) {
                Some(Chunk::Statement(index)) => self.statement(*index),
                Some(Chunk::Embed(mention)) => self.embed(*mention),
                _ => continue,
            };
            self.html(content, start..at, &mut blocks);
            blocks.extend(block);
            start = at + 1;
        }
        self.html(content, start..range.end, &mut blocks);
        blocks
    }

    fn html(&self, content: &Fragment, range: Range<usize>, blocks: &mut Vec<Block>) {
        if !range.is_empty() {
            blocks.push(Block::Html(RichText {
                fragment: content.clone(),
                range,
                holes: Arc::clone(self.holes),
                root: Arc::clone(&self.page.root),
                embedded: self.embedded,
            }));
        }
    }

    fn statement(&self, index: u32) -> Option<Block> {
        let id = StatementId { entity: self.from.id, index };
        let statement = self.page.statement(id);
        let statement = if self.embedded { statement.map(StatementView::embedded) } else { statement };
        statement.map(Block::Statement)
    }

    /// A section or statement of another page. What is not published never comes here: an embed of it is an error.
    fn embed(&self, mention: MentionId) -> Option<Block> {
        let Some(Link::To { entity, part }) = self.from.link(mention) else { return None };
        let planner = self.page.planner;
        let target = planner.site.get(*entity)?;
        let content = &target.body().content;
        let holes = holes(self.page, target, &[&content.0], BTreeMap::new());
        let writer = Writer { page: self.page, from: target, holes: &holes, embedded: true };
        let (heading, blocks) = match part {
            Some(PartId::Statement(index)) => (None, writer.statement(*index).into_iter().collect()),
            Some(PartId::Heading(index)) => {
                let heading = target.body().headings.get(*index as usize)?;
                let text = plain(planner, target, &heading.text);
                (Some(text), writer.blocks(content, section(target.body(), *index)))
            }
            _ => (None, writer.blocks(content, 0..before_footnotes(content, content.0.len()))),
        };
        let path = self.page.link(self.from, mention).path.clone()?;
        let from = self.page.reference(*entity)?;
        Some(Block::Embed(EmbedView { from, heading, path, blocks }))
    }
}

/// The chunks below a heading, up to the next of its level or above.
fn section(body: &Body, heading: u32) -> Range<usize> {
    let chunks = &body.content.0;
    let level = body.headings.get(heading as usize).map_or(6, |heading| heading.level);
    let start = chunks.iter().position(|chunk| *chunk == Chunk::HeadingEnd(heading)).map_or(chunks.len(), |at| at + 1);
    let ends = |chunk: &Chunk| match chunk {
        Chunk::HeadingStart(next) => {
            body.headings.get(*next as usize).is_some_and(|next| next.is_section && next.level <= level)
        }
        Chunk::FootnotesStart => true,
        _ => false,
    };
    let end = chunks.iter().skip(start).position(ends).map_or(chunks.len(), |length| start + length);
    start..end
}

fn before_footnotes(content: &Fragment, end: usize) -> usize {
    content.0.iter().take(end).position(|chunk| *chunk == Chunk::FootnotesStart).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(shortened("Işık geldi", 10), "Işık geldi");
        assert_eq!(shortened("Işık geldi ve gitti", 12), "Işık geldi…");
        assert_eq!(shortened("abcdefgh", 4), "abcd…");
    }

    #[test]
    fn equal_headings_are_numbered_and_take_no_name_of_another() {
        let stems = ["h-a", "h-a", "h-a-2", "h-b", "h-a"].map(str::to_owned);
        assert_eq!(each_once(stems.into_iter()), ["h-a", "h-a-2", "h-a-2-2", "h-b", "h-a-3"]);
    }

    #[test]
    fn very_many_equal_headings_end() {
        let anchors = each_once(std::iter::repeat_n("h-a".to_owned(), 200_000));
        assert_eq!(anchors.last().map(String::as_str), Some("h-a-200000"));
    }
}
