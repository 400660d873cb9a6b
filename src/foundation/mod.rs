//! Words that every stage speaks.
pub mod date;
