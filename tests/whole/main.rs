//! The finished site is the old one or the new one, whole, whatever happens to the program while it writes: list J of the safety plan, on the program itself.
#![cfg(unix)]
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make folders of their own, run the program and print what they met"
)]

mod bench;
mod kept;
mod kills;
mod scarce;
mod together;
