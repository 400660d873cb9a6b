//! Random numbers that are the same on every machine and in every year. Knows no floats and no clock.

/// `SplitMix64`, as published by Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The numbers of `seed` for the thing with this number: each thing has its own, whatever is made before it.
    pub fn of(seed: u64, number: usize) -> Self {
        let mut random = Self(seed ^ (number as u64).wrapping_mul(0xA24B_AED4_963E_E407));
        random.number();
        random
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.number() % (end as u64)).unwrap()
    }

    /// A number from `first` to `last`, both included.
    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    /// True in `percent` of 100 cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `choices`.
    pub fn pick<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len())]
    }
}

/// Ranks of which the first are drawn far more often than the last: the weight of rank k is 1/k.
#[derive(Debug, Clone)]
pub struct Zipf {
    sums: Vec<u64>,
}

impl Zipf {
    /// `count` ranks, of which there is at least one.
    pub fn new(count: usize) -> Self {
        let mut sum = 0;
        let weight = |rank: u64| 1_000_000_000 / rank;
        let sums = (1..=count as u64).map(|rank| {
            sum += weight(rank);
            sum
        });
        Self { sums: sums.collect() }
    }

    /// A rank, from 0.
    pub fn draw(&self, random: &mut Random) -> usize {
        let total = self.sums.last().copied().unwrap();
        let at = random.number() % total;
        self.sums.partition_point(|sum| *sum <= at)
    }

    /// `count` different ranks, or all when there are fewer, in the order in which they were drawn.
    pub fn draw_different(&self, random: &mut Random, count: usize) -> Vec<usize> {
        let mut drawn = Vec::new();
        while drawn.len() < count.min(self.sums.len()) {
            let rank = self.draw(random);
            if !drawn.contains(&rank) {
                drawn.push(rank);
            }
        }
        drawn
    }
}
