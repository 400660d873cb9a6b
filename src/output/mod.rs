//! The only writer of the disk: finished files to a folder that is replaced in one step. Knows paths and bytes, not what is in them.

#![allow(
    clippy::disallowed_methods,
    reason = "this module is the one that writes the disk, and looks at what it replaces"
)]

mod cache;
pub mod create;
mod disk;
mod drift;
pub mod failure;
pub mod gate;
mod last;
mod leftovers;
mod lock;
pub mod manifest;
mod old;
mod plan;
pub mod publish;
mod record;
mod replace;
mod shelf;
mod spare;
mod stage;
mod swap;
mod target;
#[cfg(test)]
mod tests;
pub mod write;
pub mod writing;

pub use cache::{MadeOf, program_in};
pub use create::{create_folder, create_new};
pub use drift::Drift;
pub use failure::WriteError;
pub use last::last_build;
pub use manifest::{Hash, Manifest};
pub use plan::MARKER;
pub use publish::{Held, Place, Ready, Standing};
pub use record::Record;
pub use replace::{move_file, replace_file};
pub use write::{Options, Written, write};
pub use writing::Writing;
