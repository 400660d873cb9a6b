//! The oracles, for the targets of cargo-fuzz.

pub mod oracles;
