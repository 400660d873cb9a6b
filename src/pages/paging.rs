//! Lists that go over several pages. Knows their addresses: the first has that of the list, the others a number below it.

use super::planner::Planner;
use super::views::PagingView;
use crate::foundation::route::Route;

/// The addresses of one list, in the language of the edition.
pub(super) struct Paging {
    base: String,
}

impl Paging {
    /// The list at `base`, an address without slashes at its ends.
    pub(super) const fn new(base: String) -> Self {
        Self { base }
    }

    /// The address of page `number`, from 1.
    pub(super) fn route(&self, planner: &Planner<'_>, number: usize) -> Option<Route> {
        let route = match number {
            1 => Route::parse(&self.base),
            _ => Route::parse(&format!("{}/{number}", self.base)),
        };
        Some(planner.own(route.ok()?))
    }

    /// The same below the root, as links have it.
    pub(super) fn path(&self, planner: &Planner<'_>, number: usize) -> String {
        self.route(planner, number).map(|route| route.path(planner.links())).unwrap_or_default()
    }

    /// Where page `number` of `count` stands.
    pub(super) fn view(&self, planner: &Planner<'_>, number: usize, count: usize) -> PagingView {
        let path = |number| Some(self.path(planner, number));
        PagingView {
            number,
            count,
            before: (number > 1).then(|| path(number - 1)).flatten(),
            after: (number < count).then(|| path(number + 1)).flatten(),
        }
    }
}

/// `list` in parts of `longest`; one empty part where there is nothing.
pub(super) fn parts<T>(list: &[T], longest: usize) -> Vec<&[T]> {
    if list.is_empty() { vec![list] } else { list.chunks(longest.max(1)).collect() }
}
