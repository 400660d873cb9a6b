//! Inputs of the numbered list of bad inputs, each tried whole on the program itself: the number stands in the name of the test.
#![allow(clippy::disallowed_methods, reason = "tests make folders of their own and run the program")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod configuration;
mod front_matter;
mod limits;
mod links;
mod markdown;
mod site;
