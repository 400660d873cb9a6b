//! Pictures of pages for previews, drawn. Knows that the letters are read once for all of them, not what stands on them.

use std::sync::OnceLock;

use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::media::card::{Artist, Card};

/// Draws one picture after another.
#[derive(Default)]
pub struct Easel(OnceLock<Option<Artist>>);

impl Easel {
    /// The file of one picture; nothing where none can be drawn.
    pub fn draw(&self, route: &Route, card: &Card) -> Option<OutputFile> {
        let artist = self.0.get_or_init(Artist::new).as_ref()?;
        let bytes = artist.draw(card)?.into();
        Some(OutputFile { route: route.clone(), media_type: MediaType::PNG, bytes })
    }
}
