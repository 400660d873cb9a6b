//! Where the time of a build went: a watch, and its tables. Knows the clock of the person who waits; nothing of a site depends on
//! what it says.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::list::table;
use crate::foundation::route::Route;
use crate::pipeline::{Stage, Watch};

/// A watch that remembers.
pub struct Stopwatch {
    began: Instant,
    seen: Mutex<Seen>,
}

/// What was measured.
#[derive(Default)]
struct Seen {
    /// When each stage began.
    stages: Vec<(Stage, Duration)>,
    templates: BTreeMap<&'static str, Pages>,
}

/// The pages of one template.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pages {
    count: usize,
    total: Duration,
    longest: Duration,
    at: String,
}

impl Stopwatch {
    /// Runs from now.
    #[must_use]
    pub fn start() -> Self {
        Self { began: Instant::now(), seen: Mutex::default() }
    }

    /// Both tables, as of now.
    #[must_use]
    pub fn tables(&self) -> String {
        let end = self.now();
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let (stages, templates) = (stages(&seen.stages, end), templates(&seen.templates));
        if templates.is_empty() { stages } else { format!("{stages}\n{templates}") }
    }
}

impl Watch for Stopwatch {
    fn now(&self) -> Duration {
        self.began.elapsed()
    }

    fn begins(&self, stage: Stage) {
        let now = self.now();
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).stages.push((stage, now));
    }

    fn rendered(&self, template: &'static str, route: &Route, time: Duration) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let address = route.address();
        match seen.templates.get_mut(template) {
            Some(pages) => {
                pages.count += 1;
                pages.total += time;
                if (time, &pages.at) > (pages.longest, &address) {
                    (pages.longest, pages.at) = (time, address);
                }
            }
            None => {
                seen.templates.insert(template, Pages { count: 1, total: time, longest: time, at: address });
            }
        }
    }
}

/// How long each stage took, the longest first, and the sum below them. A stage ended when the next began.
fn stages(began: &[(Stage, Duration)], end: Duration) -> String {
    let ends = began.iter().skip(1).map(|(_, began)| *began).chain([end]);
    let mut sums: BTreeMap<Stage, Duration> = BTreeMap::new();
    for ((stage, began), end) in began.iter().zip(ends) {
        *sums.entry(*stage).or_default() += end.saturating_sub(*began);
    }
    let total: Duration = sums.values().sum();
    let mut rows: Vec<(&str, Duration)> = sums.iter().map(|(stage, time)| (stage.name(), *time)).collect();
    rows.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    if !rows.is_empty() {
        rows.push(("total", total));
    }
    let share = |time: Duration| {
        let share = if total.is_zero() { 0.0 } else { time.as_secs_f64() / total.as_secs_f64() };
        format!("{:>4.0} %", share * 100.0)
    };
    let cells: Vec<[String; 3]> =
        rows.into_iter().map(|(name, time)| [name.to_owned(), seconds(time), share(time)]).collect();
    lines(["STAGE", "     TIME", " SHARE"], &cells)
}

/// The templates, the one that took longest first. Their times are those of all processor cores together.
fn templates(templates: &BTreeMap<&'static str, Pages>) -> String {
    let mut rows: Vec<(&&str, &Pages)> = templates.iter().collect();
    rows.sort_by_key(|(_, pages)| std::cmp::Reverse(pages.total));
    let cells: Vec<[String; 5]> = rows
        .into_iter()
        .map(|(name, pages)| {
            [
                (*name).to_owned(),
                format!("{:>5}", pages.count),
                seconds(pages.total),
                seconds(pages.longest),
                pages.at.clone(),
            ]
        })
        .collect();
    lines(["TEMPLATE", "PAGES", "    TOTAL", "  LONGEST", "AT"], &cells)
}

/// Digits below digits.
fn seconds(time: Duration) -> String {
    format!("{:>7.3} s", time.as_secs_f64())
}

fn lines<const N: usize>(headings: [&str; N], cells: &[[String; N]]) -> String {
    let rows: Vec<[&str; N]> = cells.iter().map(|row| std::array::from_fn(|at| row[at].as_str())).collect();
    table(headings, &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn a_stage_ends_when_the_next_begins_and_its_parts_are_added() {
        let began = [(Stage::Read, ms(0)), (Stage::Files, ms(20)), (Stage::Render, ms(30)), (Stage::Files, ms(330))];
        let expected = "\
STAGE        TIME   SHARE
render    0.300 s    75 %
files     0.080 s    20 %
read      0.020 s     5 %
total     0.400 s   100 %
";
        assert_eq!(stages(&began, ms(400)), expected);
        assert_eq!(stages(&[], ms(5)), "");
    }

    #[test]
    fn templates_stand_with_their_pages_and_the_longest_of_these() {
        let watch = Stopwatch::start();
        for (template, route, time) in [
            ("page.html", "about", 2),
            ("person.html", "people/a", 7),
            ("person.html", "people/b", 1004),
            ("person.html", "people/c", 9),
        ] {
            watch.rendered(template, &Route::parse(route).unwrap(), ms(time));
        }
        let expected = "\
TEMPLATE     PAGES      TOTAL    LONGEST  AT
person.html      3    1.020 s    1.004 s  /people/b/
page.html        1    0.002 s    0.002 s  /about/
";
        assert_eq!(watch.tables(), format!("\n{expected}"));
    }
}
