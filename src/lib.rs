//! Dossiers from Markdown to static HTML: the stages of a build, in the order in which they use one another.
//!
#![doc = include_str!("ARCHITECTURE.md")]

pub mod cli;
pub mod command;
pub mod document;
pub mod foundation;
pub mod graph;
pub mod media;
pub mod messages;
pub mod output;
pub mod pages;
pub mod pipeline;
pub mod source;
pub mod theme;
