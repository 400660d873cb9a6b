//! Which things have a word, and where: written from the first on as the files have it, as a large site has more of these than of anything
//! else. Knows numbers, not what they stand for.

use super::numbers;

/// Where a thing has a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Places(u8);

impl Places {
    /// Where it stands out.
    pub(super) const HEAD: Self = Self(8);
    /// In the text.
    pub(super) const TEXT: Self = Self(16);

    const IN_NAME: u8 = 1;
    const FIRST: u8 = 2;
    const LAST: u8 = 4;

    /// In a name, of which it may be the first and the last word.
    pub(super) const fn in_name(is_first: bool, is_last: bool) -> Self {
        let first = if is_first { Self::FIRST } else { 0 };
        let last = if is_last { Self::LAST } else { 0 };
        Self(Self::IN_NAME | first | last)
    }

    const fn has(self, places: u8) -> bool {
        self.0 & places > 0
    }
}

/// The things that have a word, by rising numbers.
#[derive(Debug, Default)]
pub(super) struct Uses {
    count: usize,
    /// The last thing, of which there may be more to say.
    last: Option<(usize, Places)>,
    /// Each with whether the word is the first and the last of a name.
    names: List<4>,
    /// Each with whether the word stands out.
    texts: List<2>,
}

impl Uses {
    /// The thing with this number, than which none before is higher, has the word at `places`.
    pub(super) fn push(&mut self, number: usize, places: Places) {
        match &mut self.last {
            Some((last, known)) if *last == number => known.0 |= places.0,
            _ => {
                self.write_last();
                self.last = Some((number, places));
                self.count += 1;
            }
        }
    }

    /// What `more` has, whose numbers are higher.
    pub(super) fn append(&mut self, mut more: Self) {
        self.write_last();
        more.write_last();
        self.count += more.count;
        self.names.append(&more.names);
        self.texts.append(&more.texts);
    }

    /// How many there are, those that are called by the word, and those in whose text it stands.
    pub(super) fn written(mut self) -> (usize, String, String) {
        self.write_last();
        (self.count, self.names.signs, self.texts.signs)
    }

    fn write_last(&mut self) {
        let Some((number, places)) = self.last.take() else { return };
        if places.has(Places::IN_NAME) {
            let edges = usize::from(places.has(Places::FIRST)) + 2 * usize::from(places.has(Places::LAST));
            self.names.push(number, edges);
        }
        if places.has(Places::HEAD.0 | Places::TEXT.0) {
            self.texts.push(number, places.has(Places::HEAD.0).into());
        }
    }
}

/// Rising numbers, each by its distance from the one before, and with one of `SORTS` small numbers beside it.
#[derive(Debug, Default)]
struct List<const SORTS: usize> {
    signs: String,
    /// The least number that may come next.
    next: usize,
}

impl<const SORTS: usize> List<SORTS> {
    fn push(&mut self, number: usize, beside: usize) {
        numbers::push(&mut self.signs, (number - self.next) * SORTS + beside);
        self.next = number + 1;
    }

    fn append(&mut self, more: &Self) {
        let Some((first, rest)) = numbers::split_first(&more.signs) else { return };
        numbers::push(&mut self.signs, first - self.next * SORTS);
        self.signs.push_str(rest);
        self.next = more.next;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(uses: &[(usize, Places)]) -> Uses {
        let mut all = Uses::default();
        for (number, places) in uses {
            all.push(*number, *places);
        }
        all
    }

    #[test]
    fn numbers_stand_with_what_each_is() {
        let first = Places::in_name(true, false);
        let uses = of(&[(0, Places::TEXT), (0, Places::HEAD), (3, Places::TEXT), (3, first), (1_000, first)]);
        let (count, names, texts) = uses.written();
        assert_eq!(count, 3);
        // 3 and the first word, then 996 further and the first word; 0 and it stands out, then 2 further and it does not.
        assert_eq!(numbers::read(&names), [3 * 4 + 1, 996 * 4 + 1]);
        assert_eq!(numbers::read(&texts), [1, 2 * 2]);
    }

    proptest! {
        #[test]
        fn parts_that_follow_each_other_are_as_one(
            steps in prop::collection::vec((0_usize..500, 1_u8..32), 0..40),
            cuts in prop::collection::vec(0_usize..40, 0..4),
        ) {
            let mut at = 0;
            let rising = steps.into_iter().map(|(step, places)| {
                at += step + 1;
                (at, Places(places))
            });
            let uses: Vec<(usize, Places)> = rising.collect();
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(uses.len())).collect();
            cuts.extend([0, uses.len()]);
            cuts.sort_unstable();
            let mut all = Uses::default();
            cuts.windows(2).for_each(|ends| all.append(of(&uses[ends[0]..ends[1]])));
            prop_assert_eq!(all.written(), of(&uses).written());
        }
    }
}
