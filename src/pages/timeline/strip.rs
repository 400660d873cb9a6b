//! The years of a timeline as a strip: how much happened in each. An illustration; the years and their entries stand beside it.

use crate::pages::views::{StripBar, StripView, StripYear};

const WIDTH: i32 = 640;
/// The height of the tallest bar.
const TALL: i32 = 40;
/// The most years for which a strip says anything.
const MOST: i32 = 160;

/// The strip of years and how many entries each has, in their order; nothing for fewer than two years.
pub(super) fn of(years: &[(i32, usize)]) -> Option<StripView> {
    let ((first, _), (last, _)) = (*years.first()?, *years.last()?);
    let span = last.checked_sub(first)?.checked_add(1)?;
    if !(2..=MOST).contains(&span) {
        return None;
    }
    let most = years.iter().map(|(_, count)| *count).max()?;
    let left = |year: i32| (year - first) * WIDTH / span;
    let bars = years.iter().map(|(year, count)| {
        let height = i32::try_from((count * 40).div_ceil(most)).unwrap_or(TALL).clamp(3, TALL);
        StripBar { x: left(*year) + 1, y: TALL - height, width: (left(year + 1) - left(*year) - 2).max(2), height }
    });
    let step = [1, 2, 5, 10, 20, 50].into_iter().find(|step| span / step <= 12).unwrap_or(50);
    let ticks = (first..=last).filter(|year| year.rem_euclid(step) == 0);
    Some(StripView {
        width: WIDTH,
        height: TALL + 18,
        bars: bars.collect(),
        years: ticks
            .map(|year| StripYear {
                year: year.to_string(),
                x: i32::midpoint(left(year), left(year + 1)),
                y: TALL + 14,
            })
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_year_has_its_bar_and_the_fullest_the_tallest() {
        let strip = of(&[(2015, 4), (2017, 1), (2018, 2)]).unwrap();
        let bars: Vec<_> = strip.bars.iter().map(|bar| (bar.x, bar.width, bar.height)).collect();
        assert_eq!(bars, [(1, 158, 40), (321, 158, 10), (481, 158, 20)]);
        let years: Vec<_> = strip.years.iter().map(|year| year.year.as_str()).collect();
        assert_eq!(years, ["2015", "2016", "2017", "2018"]);
    }

    #[test]
    fn one_year_and_a_thousand_have_none() {
        assert_eq!(of(&[(2015, 4)]), None);
        assert_eq!(of(&[(1015, 4), (2015, 1)]), None);
        assert_eq!(of(&[]), None);
    }
}
