//! The library behind the `dossier` command: sources in, a site out.
pub mod foundation;
