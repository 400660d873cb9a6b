//! The only reader of the disk: folders to a [`tree::SourceTree`], `dossier.toml` to a [`config::Config`]. Knows files, not what documents mean.

#![allow(clippy::disallowed_methods, reason = "this module is the one that reads the disk")]

pub mod again;
pub mod aside;
mod collide;
pub mod config;
pub mod copies;
mod decode;
mod discover;
pub mod failure;
mod fault;
mod folder;
mod hard_link;
mod names;
mod open;
pub mod protected;
pub mod read;
mod single;
pub mod source_map;
pub mod tree;
mod walked;

pub use folder::names_in;
pub use read::{Limits, find_root, load, raw, raw_at, read};
pub use walked::Walked;
