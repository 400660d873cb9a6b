//! What must hold of any input, one oracle a module. Each takes the bytes of the fuzzer and panics when the program breaks its word.
//! `tests/fuzz_corpus.rs` runs the same oracles over the committed corpus.

mod drawing;
mod edtf;
mod fold_key;
mod front_matter;
mod html;
mod markdown;
mod paths;
mod picture;
mod places;
mod small_site;
mod statement;
mod whole_site;
mod wikilink;

/// An oracle: it panics when its promise does not hold of these bytes.
pub type Oracle = fn(&[u8]);

/// Every oracle, by the name of its target and of its folder in `corpus/`.
pub const ALL: [(&str, Oracle); 10] = [
    ("drawing", drawing::check),
    ("edtf", edtf::check),
    ("fold_key", fold_key::check),
    ("front_matter", front_matter::check),
    ("markdown", markdown::check),
    ("paths", paths::check),
    ("picture", picture::check),
    ("statement", statement::check),
    ("whole_site", whole_site::check),
    ("wikilink", wikilink::check),
];

/// Runs the oracle of the target `name`.
///
/// # Panics
/// When its promise does not hold, or when nothing has this name.
pub fn run(name: &str, bytes: &[u8]) {
    let oracle = ALL.iter().find(|(known, _)| *known == name);
    let (_, check) = oracle.unwrap_or_else(|| panic!("no target is called {name}"));
    check(bytes);
}
