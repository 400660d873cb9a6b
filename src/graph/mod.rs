//! The whole site: entities, who mentions whom, and what may be published. Knows no addresses and no HTML.

pub mod again;
pub mod bind;
mod checks;
mod citations;
pub mod copies;
pub mod derived;
mod embeds;
pub mod entity;
pub mod facts;
pub mod files;
mod index;
mod kinds;
pub mod lineage;
mod origins;
mod parts;
pub mod passage;
pub mod public;
pub mod publish;
pub mod quotes;
pub mod registry;
pub mod resolve;
mod standing;
mod succession;
pub mod support;
pub mod translations;

pub use again::Memory;
pub use publish::publish;
pub use resolve::{Site, resolve};
