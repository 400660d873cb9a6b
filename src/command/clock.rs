//! The clock of this computer against the last build: a clock that was set back holds back pages that were published already, or
//! tells that it was wrong when they were. Knows two moments; prints nothing.

use std::path::Path;

use crate::foundation::date::Moment;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::{FileId, Span};
use crate::output;

/// How far two clocks may differ, such as that of a disk in the network and that of this computer.
const TOLERANCE: i64 = 5 * 60;

/// What is wrong when the site at `target` was built later than `now`.
#[must_use]
pub fn set_back(target: &Path, now: Moment) -> Option<Diagnostic> {
    let last = output::last_build(target)?;
    let limit = Moment::from_unix(last - TOLERANCE)?;
    let last = Moment::from_unix(last)?;
    (now < limit).then(|| {
        let message = format!("this computer's clock says {now}, and the site was last built at {last}");
        Diagnostic::new(Code::ClockSetBack, Span::start_of(FileId::of_path("dossier.toml")), message).help(
            "set the clock right; if it was wrong at the last build, look through what that build published, and give the time with \
             `--now` once",
        )
    })
}
