//! What is wrong in one body, as it is found. Knows how many problems are worth listing, not what they are.

use crate::foundation::diagnostic::{Code, Diagnostic};

/// More than this many problems in one file are one problem.
const MOST: usize = 1000;

/// The problems found so far.
#[derive(Debug, Default)]
pub(super) struct Problems {
    list: Vec<Diagnostic>,
}

impl Problems {
    /// Adds a problem, as long as there are not too many.
    pub(super) fn add(&mut self, problem: Diagnostic) {
        if self.list.len() < MOST {
            self.list.push(problem);
        } else if self.list.len() == MOST {
            let message = format!("this file has more than {MOST} problems; the others are not listed");
            self.list.push(
                Diagnostic::new(Code::LimitExceeded, problem.span, message).help("mend the ones above, then try again"),
            );
        }
    }

    /// All problems, in the order of the text; one that was found twice is listed once.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.list.sort_by_key(|problem| problem.span.start);
        self.list.dedup();
        self.list
    }
}
