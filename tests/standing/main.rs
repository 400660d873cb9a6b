//! What follows from statements, in the words that readers get: on which origins a statement rests, who denies whom, who is at
//! odds with whom, who has not replied.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod between;
mod carried;
mod growth;
mod people;
mod record;
