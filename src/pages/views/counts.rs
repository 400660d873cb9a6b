//! The numbers and dates that sources give, side by side. Knows no sum, no mean and no choice between them.

use serde::Serialize;

use super::parts::{DateView, Ref};

/// What sources say about one thing that can be counted, or dated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CountGroup {
    /// What is counted, in the author's words: "killed".
    pub what: String,
    /// Whether these are dates, not numbers.
    pub dates: bool,
    /// What each source says, in the author's order.
    pub counts: Vec<CountView>,
    /// `same`; `compatible` where they differ and can all be true at once, which is said of numbers alone, and not where
    /// one is only about right; else `different`.
    pub agreement: &'static str,
    /// Whether one source says all of them.
    pub one_source: bool,
}

/// What one source says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CountView {
    /// The number; nothing for a date.
    pub amount: Option<AmountView>,
    /// The date; nothing for a number.
    pub date: Option<DateView>,
    /// How the source says it, verbatim.
    pub as_said: Option<String>,
    /// Who says so.
    pub source: Ref,
}

/// A number and what it bounds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AmountView {
    /// `exactly`, `about`, `more-than`, `at-least`, `less-than`, `at-most` or `between`.
    pub bound: &'static str,
    /// The number; between two, the smaller.
    pub number: String,
    /// Between two, the greater.
    pub most: Option<String>,
}
