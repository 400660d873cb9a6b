//! What an author writes never becomes markup of its own: hostile texts in every position, through the whole build, and the pages
//! read as a browser reads them. The numbers are those of the list of bad inputs.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod break_outs;
mod clobbering;
mod mutation;
mod oracle;
mod payloads;
mod site;
