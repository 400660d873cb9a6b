//! `rename`: another name for something, and every link to it. Knows the order of looking, checking and writing, and that nothing
//! is written unless the site would then be linked as it is now; prints nothing.

mod address;
mod diff;
mod front;
mod graph;
mod links;
mod moved;
mod names;
mod plan;
mod write;

pub use plan::{Planned, plan};
pub use write::write;

/// What someone wants to be called otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// How it is called now: its title, id, file name, path or `kind:name`.
    pub old: String,
    /// How it is to be called.
    pub new: String,
    /// Whether its old address may lead to the new one.
    pub may_redirect: bool,
}
