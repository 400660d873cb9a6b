//! The whole site: entities, who mentions whom, and what may be published. Knows no addresses and no HTML.

pub mod bind;
mod checks;
mod citations;
mod embeds;
pub mod entity;
pub mod files;
mod kinds;
pub mod lineage;
pub mod public;
pub mod publish;
pub mod registry;
pub mod resolve;
mod standing;
pub mod support;

pub use publish::publish;
pub use resolve::{Site, resolve};
