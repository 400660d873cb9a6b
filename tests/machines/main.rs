//! What machines read: structured data, feeds, calendars, pictures for previews, data. Each is read back by a library that is not
//! ours, and each rule on people is shown by whole sites.
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names of files that the program writes")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calendars;
mod cards;
mod feeds;
mod linked;
mod people;
mod read;
mod schema;
mod site;
