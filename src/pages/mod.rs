//! Which pages exist, and all that each template may know. Knows the public site only; makes no HTML of its own but for running text.

mod backlinks;
mod blocks;
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
mod demand;
mod edition;
mod embeds;
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
mod opened;
mod paging;
mod places;
mod plan;
mod planner;
mod references;
mod rest;
mod rests_on;
mod routes;
mod search;
mod sections;
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

use crate::foundation::route::Route;
pub use citations::Library;
pub use demand::{Demand, Found};
pub use places::beginning;
pub use plan::{Away, Plan, Planned, Translated, Whole, plan};
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
