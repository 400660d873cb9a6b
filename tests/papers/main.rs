//! PDFs, office files and other files that pages lead to: what in them refuses a site, each fault made here by code. The numbers
//! are those of the list of bad inputs.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make folders of their own and run the program"
)]

#[cfg(feature = "pdf")]
mod drawn;
#[cfg(feature = "pdf")]
mod made;
mod odf;
mod ooxml;
mod packed;
#[cfg(feature = "pdf")]
mod pdf;
mod program;
