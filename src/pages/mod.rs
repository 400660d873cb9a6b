//! Which pages exist, and all that each template may know. Knows the public site only; makes no HTML of its own but for running text.

mod backlinks;
mod calendar;
mod cards;
mod changes;
mod citations;
mod context;
mod continued;
mod corrections;
mod counts;
mod data;
mod dates;
mod edition;
mod exposure;
mod facts;
mod feeds;
mod hearings;
mod hover;
mod kinds;
mod lineage;
mod linked;
mod listing;
pub mod lock;
mod map;
pub mod named;
mod network;
mod paging;
mod places;
mod plan;
mod planner;
mod rest;
mod rests_on;
mod routes;
mod search;
mod short_form;
mod sitemap;
mod sorting;
mod statements;
mod tags;
mod text;
mod timeline;
mod used;
pub mod views;
mod words;

use std::sync::Arc;

use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::media::card::Card;
use crate::source::tree::SourcePath;
pub use citations::Library;
pub use places::beginning;
pub use plan::{Translated, plan};
pub use routes::of_entity as route_of;
pub use routes::of_narrower;
pub use short_form::ShortForm;
pub use used::{UsedFiles, UsedPicture, used};
use views::View;

/// A page that has all it needs to be rendered.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its address.
    pub route: Route,
    /// All that its template may know; the template follows from the view's content.
    pub view: Arc<View>,
}

/// All of a site before rendering.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pages {
    /// The pages, by address.
    pub pages: Vec<Page>,
    /// The files that need no template: feeds, the sitemap.
    pub files: Vec<OutputFile>,
    /// The pictures of pages for previews elsewhere, with their addresses; they are yet to be drawn.
    pub cards: Vec<(Route, Card)>,
    /// The images and attachments that published pages use, with their addresses.
    pub attachments: Vec<(Route, SourcePath)>,
}
