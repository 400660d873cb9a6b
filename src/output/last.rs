//! When a site was last built: the time of change of its marker, which is in no byte of the site. Knows the marker, not what the time is for.

use std::path::Path;
use std::time::UNIX_EPOCH;

use rustix::fs::{AtFlags, CWD, Timespec, Timestamps, UTIME_NOW, utimensat};

use super::leftovers::is_ours;
use super::plan::MARKER;

/// The moment of the last build of the site at `target`, in seconds since 1970, by the clock of that time; nothing when no site of
/// ours is there.
#[must_use]
pub fn last_build(target: &Path) -> Option<i64> {
    if !is_ours(target) {
        return None;
    }
    let changed = target.join(MARKER).symlink_metadata().ok()?.modified().ok()?;
    i64::try_from(changed.duration_since(UNIX_EPOCH).ok()?.as_secs()).ok()
}

/// Notes that the site at `target` is built now. Where the disk does not keep it, the last build is one that is longer ago.
pub(super) fn note(target: &Path) {
    let now = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
    let times = Timestamps { last_access: now, last_modification: now };
    let _ = utimensat(CWD, target.join(MARKER), &times, AtFlags::SYMLINK_NOFOLLOW);
}
