//! Pictures of pages for previews, drawn or remembered. Knows which were drawn for the last build, not what stands on them.

use std::sync::Arc;

use super::memo::Memo;
use crate::foundation::fingerprint::Fingerprint;
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::media::card::{Artist, Card};

/// The pictures of the last build.
#[derive(Default)]
pub struct CardMemo(Memo<Option<Arc<[u8]>>>);

impl CardMemo {
    /// The files of `cards`.
    pub fn draw(&mut self, cards: &[(Route, Card)]) -> Vec<OutputFile> {
        let Some(artist) = (!cards.is_empty()).then(Artist::new).flatten() else { return Vec::new() };
        let (drawn, _) =
            self.0.remember(cards, |(_, card)| Fingerprint::of(card), |(_, card)| artist.draw(card).map(Arc::from));
        let file = |(route, bytes): (&Route, &Option<Arc<[u8]>>)| {
            let bytes = bytes.as_ref().map(Arc::clone)?;
            Some(OutputFile { route: route.clone(), media_type: MediaType::PNG, bytes })
        };
        cards.iter().zip(&drawn).filter_map(|((route, _), bytes)| file((route, bytes))).collect()
    }
}

/// The file of one card; nothing where none can be drawn.
pub fn draw(route: &Route, card: &Card) -> Option<OutputFile> {
    CardMemo::default().draw(&[(route.clone(), card.clone())]).pop()
}
