//! Sites of any size for measuring. The same seed gives the same bytes; every name is different and every link leads
//! somewhere, so that such a site is built without a word.

mod dossier;
mod entities;
mod random;
mod words;

use random::{Random, Zipf};

/// A site of a certain size that does not exist yet.
#[derive(Debug, Clone)]
pub struct Corpus {
    seed: u64,
    sizes: Sizes,
    people: Zipf,
}

/// How many there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Narratives of 400 to 1,200 words.
    pub dossiers: usize,
    /// People; the first are named far more often than the last. One in 50 is not named.
    pub people: usize,
    /// Hearings, each with 3 to 12 statements.
    pub hearings: usize,
    /// Organisations.
    pub organisations: usize,
    /// Places.
    pub places: usize,
    /// Cases, of up to 10 hearings.
    pub cases: usize,
    /// Sources; one in three retells another.
    pub sources: usize,
}

impl Sizes {
    /// The sizes of a site with `dossiers` dossiers.
    pub const fn of(dossiers: usize) -> Self {
        let hearings = dossiers / 10 + 5;
        Self {
            dossiers,
            people: dossiers / 5 + 20,
            hearings,
            organisations: dossiers / 20 + 5,
            places: dossiers / 20 + 5,
            cases: hearings.div_ceil(10),
            sources: dossiers / 50 + 3,
        }
    }
}

/// What makes the numbers of one file different from those of another.
#[derive(Debug, Clone, Copy)]
enum Stream {
    Dossier = 1,
    Hearing = 2,
    Person = 3,
    Other = 4,
}

impl Corpus {
    /// The site with `dossiers` dossiers that `seed` gives.
    pub fn new(dossiers: usize, seed: u64) -> Self {
        let sizes = Sizes::of(dossiers);
        Self { seed, sizes, people: Zipf::new(sizes.people) }
    }

    /// All files by path and content, made one after the other.
    pub fn files(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let Sizes { dossiers, people, hearings, organisations, places, cases, sources } = self.sizes;
        std::iter::once(("dossier.toml".to_owned(), entities::SETTINGS.to_owned()))
            .chain((0..dossiers).map(|number| (Self::dossier_path(number), self.dossier(number))))
            .chain((0..people).map(|number| (format!("content/people/p{number:06}.md"), self.person(number))))
            .chain((0..hearings).map(|number| (format!("content/hearings/h{number:06}.md"), self.hearing(number))))
            .chain((0..organisations).map(|at| (format!("content/organisations/o{at:06}.md"), self.organisation(at))))
            .chain((0..places).map(|number| (format!("content/places/l{number:06}.md"), self.place(number))))
            .chain((0..cases).map(|number| (format!("content/cases/c{number:06}.md"), self.case(number))))
            .chain((0..sources).map(|number| (format!("content/sources/s{number:06}.md"), self.source(number))))
    }

    /// The path of the dossier with this number.
    pub fn dossier_path(number: usize) -> String {
        format!("content/dossiers/d{number:06}.md")
    }

    fn random(&self, stream: Stream, number: usize) -> Random {
        Random::of(self.seed.wrapping_add(stream as u64), number)
    }
}
