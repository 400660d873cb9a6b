//! The program `dossier`: hands the command line to [`dossier::cli`].

use std::process::ExitCode;

#[cfg(feature = "allocator")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(clippy::disallowed_methods, reason = "the words are handed on to `cli`")]
fn main() -> ExitCode {
    dossier::cli::run(std::env::args_os())
}
