//! The theme as sites use it: every template with views that are full and views that are bare, hostile templates, layers,
//! colours, and pages to look at.

#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names of files that the program writes")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod broadsheet;
mod colours;
mod complete;
mod hostile;
mod layers;
mod preview;
mod samples;
mod sound;
mod weight;
mod whole;
