//! The verbs that a person types. Each gives back what is to be said and done; printing belongs to `cli`.

#[cfg(feature = "serve")]
pub mod serve;
