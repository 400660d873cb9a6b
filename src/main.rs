//! The program `dossier`: hands the command line to [`dossier::cli`].

fn main() {}
