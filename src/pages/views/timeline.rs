//! Timelines: years with what happened in them, what has no known year, and the ways to other timelines.

use serde::Serialize;

use super::parts::{CaseLink, PagingView, Ref, TimelineEntry};

/// A page of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineView {
    /// Whose timeline it is; nothing for that of the site.
    pub of: Option<Ref>,
    /// The years, oldest first.
    pub years: Vec<TimelineYear>,
    /// What has no known year.
    pub undated: Vec<TimelineEntry>,
    /// How much happened in each year, as an illustration.
    pub strip: Option<StripView>,
    /// The pages of the years; empty where all stand on one page.
    pub by_year: Vec<TimelineYearLink>,
    /// The timelines of the cases, on the first page of the site's.
    pub by_case: Vec<CaseLink>,
    /// Where this page stands among those of the same year.
    pub paging: PagingView,
}

/// One year of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineYear {
    /// The year.
    pub year: String,
    /// What happened, oldest first.
    pub entries: Vec<TimelineEntry>,
}

/// The way to a year of this timeline.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TimelineYearLink {
    /// The year; empty for what has no known year.
    pub year: String,
    /// The address below the root.
    pub path: String,
    /// How many entries it has.
    pub count: usize,
    /// Whether it is this page or one that goes on from it.
    pub is_here: bool,
}

/// The first entries of a timeline, on the page of what it is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CourseView {
    /// What happened, oldest first.
    pub entries: Vec<TimelineEntry>,
    /// What has no known year.
    pub undated: Vec<TimelineEntry>,
    /// How many there are in all.
    pub total: usize,
    /// The address of the whole timeline below the root, where it has a page.
    pub all: Option<String>,
}

/// Years side by side, each with a bar. Lengths are whole units of its own width and height.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StripView {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// A bar for each year in which something happened.
    pub bars: Vec<StripBar>,
    /// Some of the years.
    pub years: Vec<StripYear>,
}

/// A bar of a strip.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StripBar {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

/// A year below a strip.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StripYear {
    /// The year.
    pub year: String,
    /// The middle of its text.
    pub x: i32,
    /// The foot of its text.
    pub y: i32,
}
