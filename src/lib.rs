#![doc = include_str!("ARCHITECTURE.md")]

pub mod document;
pub mod foundation;
pub mod graph;
pub mod pages;
pub mod source;
pub mod theme;
