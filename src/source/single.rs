//! One file to its bytes, whole: no more than allowed, and the same from the first byte to the last. Knows lengths and times of change, not contents.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::os::unix::fs::MetadataExt as _;

use super::fault::Fault;
use super::open::Root;

/// What tells that a file was written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    len: u64,
    /// Seconds and nanoseconds of the last change, by the clock of the disk: only compared with itself. It is the change that no
    /// program can set back, unlike the time of the last writing.
    changed: (i64, i64),
}

/// A file that can be asked whether it was written to, and read again.
trait Opened: Read {
    fn state(&self) -> io::Result<State>;
    /// Goes back to the first byte.
    fn rewind(&mut self) -> io::Result<()>;
}

/// The most bytes that are read twice. Systems note the time of a change in steps of some milliseconds, so that a file which is
/// written over while it is read can look as if it had not changed.
const READ_TWICE: u64 = 4 << 20;

impl Opened for File {
    fn state(&self) -> io::Result<State> {
        let metadata = self.metadata()?;
        Ok(State { len: metadata.len(), changed: (metadata.ctime(), metadata.ctime_nsec()) })
    }

    fn rewind(&mut self) -> io::Result<()> {
        Seek::rewind(self)
    }
}

/// The bytes of the file at `path`, at most `limit`. A file that is written to meanwhile is read once more.
///
/// # Errors
/// As [`Root::file`]; also when it is too large, or is written to again.
pub fn bytes(root: &Root, path: &str, limit: u64) -> Result<Vec<u8>, Fault> {
    match attempt(root.file(path)?, limit) {
        Err(Fault::Changed) => attempt(root.file(path)?, limit),
        other => other,
    }
}

/// The length of the file at `path`, which must be one that can be opened.
///
/// # Errors
/// As [`Root::file`]; also when it is longer than `limit`.
pub fn len(root: &Root, path: &str, limit: u64) -> Result<u64, Fault> {
    let len = root.file(path)?.state().map_err(Fault::Machine)?.len;
    if len > limit { Err(Fault::TooLarge { len, limit }) } else { Ok(len) }
}

fn attempt(mut file: impl Opened, limit: u64) -> Result<Vec<u8>, Fault> {
    let before = file.state().map_err(Fault::Machine)?;
    if before.len > limit {
        return Err(Fault::TooLarge { len: before.len, limit });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(before.len).unwrap_or(0));
    file.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(Fault::Machine)?;
    let is_same = before.len > READ_TWICE || reads_again(&mut file, &bytes).map_err(Fault::Machine)?;
    let after = file.state().map_err(Fault::Machine)?;
    if is_same && before == after && bytes.len() as u64 == before.len { Ok(bytes) } else { Err(Fault::Changed) }
}

/// Whether the file holds these bytes still, and no others.
fn reads_again(file: &mut impl Opened, bytes: &[u8]) -> io::Result<bool> {
    file.rewind()?;
    // One byte more than the file had, so that one that has grown is told from it.
    let mut piece = vec![0; bytes.len().saturating_add(1).min(64 * 1024)];
    let mut rest = bytes;
    loop {
        let count = file.read(&mut piece)?;
        let (now, before) = (piece.get(..count), rest.get(..count));
        if count == 0 || now != before {
            return Ok(count == 0 && rest.is_empty());
        }
        rest = rest.get(count..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A file whose length is another one each time it is asked.
    struct Busy<'a> {
        bytes: &'a [u8],
        again: &'a [u8],
        lens: &'a [u64],
        asked: Cell<usize>,
    }

    impl Read for Busy<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.bytes.read(buffer)
        }
    }

    impl Opened for Busy<'_> {
        fn state(&self) -> io::Result<State> {
            let len = self.lens[self.asked.get()];
            self.asked.set(self.asked.get() + 1);
            Ok(State { len, changed: (0, 0) })
        }

        fn rewind(&mut self) -> io::Result<()> {
            self.bytes = self.again;
            Ok(())
        }
    }

    fn read(bytes: &[u8], lens: &[u64]) -> String {
        read_twice(bytes, bytes, lens)
    }

    fn read_twice(bytes: &[u8], again: &[u8], lens: &[u64]) -> String {
        match attempt(Busy { bytes, again, lens, asked: Cell::new(0) }, 8) {
            Ok(bytes) => String::from_utf8(bytes).unwrap(),
            Err(fault) => fault.reason(),
        }
    }

    /// A file whose disk fails after the first bytes.
    struct Damaged<'a>(&'a [u8]);

    impl Read for Damaged<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() { Err(rustix::io::Errno::IO.into()) } else { self.0.read(buffer) }
        }
    }

    impl Opened for Damaged<'_> {
        fn state(&self) -> io::Result<State> {
            Ok(State { len: 8, changed: (0, 0) })
        }

        fn rewind(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// J 95.
    #[test]
    fn a_file_whose_disk_fails_in_the_middle_is_not_taken_for_a_shorter_one() {
        assert_eq!(attempt(Damaged(b"kurt"), 8).unwrap_err().reason(), "the disk fails at it");
    }

    /// D 51: written over with as many other bytes, within the same tick of the disk's clock.
    #[test]
    fn bytes_that_are_others_at_the_second_look_are_not_taken() {
        for again in [&b"kara"[..], b"kur", b"kurt!", b""] {
            assert_eq!(read_twice(b"kurt", again, &[4, 4]), "it was changed while it was read", "{again:?}");
        }
        assert_eq!(read_twice(b"kurt", b"kurt", &[4, 4]), "kurt");
        assert_eq!(read_twice(b"", b"", &[0, 0]), "");
    }

    #[test]
    fn a_file_is_read_whole_or_not_at_all() {
        assert_eq!(read(b"kurt", &[4, 4]), "kurt");
        assert_eq!(read(b"kurt", &[4, 6]), "it was changed while it was read");
        assert_eq!(read(b"kur", &[4, 4]), "it was changed while it was read");
        assert_eq!(read(b"kurt and more", &[4, 4]), "it was changed while it was read");
        assert_eq!(read(b"kurt and more", &[13, 13]), "it has 13 bytes, and at most 8 bytes are allowed");
    }
}
