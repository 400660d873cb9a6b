//! Plain text and running text of a document as a reader may see it. Knows how mentions are called: by label, by title, or by a phrase where nothing may be said.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::blocks::Writer;
use super::citations;
use super::context::Context;
use super::hover;
use super::places;
use super::planner::Planner;
use super::routes;
use super::views::{
    BodyView, ContentsItem, FileView, Holes, NarrowerView, PictureView, Ref, RichText, SentencePiece, TextPartLink,
};
use super::words;
use crate::document::body::{Body, Chunk, Fragment, Heading};
use crate::document::mention::MentionId;
use crate::document::plain::{Piece, Plain};
use crate::foundation::slug::Slug;
use crate::graph::bind::PartId;
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
pub(super) fn holes(
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
    let text = page.planner.text(entity);
    let range = part.map_or(0..text.0.len(), |part| part.range.clone());
    let mut pieces = vec![text.0.get(range.clone()).unwrap_or_default()];
    // What stands again at the head of a part is the reader's as well: its links, its sources.
    pieces.extend(part.iter().flat_map(|part| [&*part.before.0, &*part.notes.0]).filter(|piece| !piece.is_empty()));
    let (cards, of_mentions) = hover::on(page, entity, &pieces);
    let holes = &holes(page, entity, &pieces, of_mentions);
    let writer = Writer { page, from: entity, holes, room: None };
    let own = writer.blocks(&text, range);
    let blocks = match part {
        None => own,
        Some(part) => {
            let [before, after, notes] = [&part.before, &part.after, &part.notes].map(|piece| writer.whole(piece));
            [before, own, after, notes].concat()
        }
    };
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
