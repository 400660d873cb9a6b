//! What the pages of a site weigh as they travel. Knows files and their bytes, not what is on the pages.

use std::cmp::Reverse;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

/// What a page may weigh, packed.
pub const MOST: usize = 30 * 1024;

/// The pages of a site on the scales.
pub struct Weights {
    /// The heaviest page: its bytes, packed as well as gzip can, and its address below the root.
    pub heaviest: (usize, String),
    /// How many pages weigh more than [`MOST`].
    pub over: usize,
}

/// Weighs all pages below `folder`.
pub fn weigh(folder: &Path) -> Weights {
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    let pages: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending == "html")).collect();
    let weights: Vec<(usize, String)> = pages
        .par_iter()
        .map(|path| {
            let below = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            (packed(&fs::read(path).unwrap()), below.trim_end_matches("index.html").to_owned())
        })
        .collect();
    let over = weights.iter().filter(|(bytes, _)| *bytes > MOST).count();
    let heaviest = weights.into_iter().max_by_key(|(bytes, address)| (*bytes, Reverse(address.clone())));
    Weights { heaviest: heaviest.unwrap(), over }
}

fn packed(bytes: &[u8]) -> usize {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap().len()
}
