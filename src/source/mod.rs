//! The only reader of the disk: folders to a [`tree::SourceTree`], `dossier.toml` to a [`config::Config`]. Knows files, not what documents mean.

pub mod config;
pub mod tree;
