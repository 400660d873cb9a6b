//! `dossier rename`: another name for something, every link to it in every form, and no other byte. The number is that of the
//! list of bad inputs.
#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make folders of their own and run the program"
)]

mod folder;
mod forms;
mod locked;
mod random;
mod refused;
