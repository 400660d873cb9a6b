//! Stored copies on the disk: hashed piece by piece, read whole only when a quote is looked for in them. Knows files and limits, not what is quoted.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256 as Hasher};

use super::super::open::Root;
use super::super::single;
use super::super::tree::{Content, SourceFile};
use super::format::Format;
use super::text::CopyText;
use super::{Copies, InMemory, LOOK_INTO, MOST_BYTES, READ_PDF, Sha256, Unread, child};
use crate::media::papers::{self, Unusable};

/// How much is read at once for a hash, in bytes.
const PIECE: usize = 1 << 16;

/// The copies below a site's root.
#[derive(Debug)]
pub struct OnDisk {
    root: Option<Root>,
    /// The program that reads PDFs and looks into documents when it is called with the words for it.
    program: Option<PathBuf>,
}

impl OnDisk {
    /// The copies below `root`; `program`, this program's own file, is started to read a PDF or to look into a document. Without it none is.
    #[must_use]
    pub fn new(root: &Path, program: Option<&Path>) -> Self {
        Self { root: Root::open(root).ok(), program: program.map(Path::to_owned) }
    }

    fn pdf(&self, bytes: Vec<u8>) -> Result<CopyText, Unread> {
        let program = self.program.as_deref().ok_or(Unread::NoReader)?;
        let printed = child::output(program, &[READ_PDF], bytes, child::TIME)?;
        pages(&printed)
    }
}

#[cfg(feature = "pdf")]
fn pages(printed: &[u8]) -> Result<CopyText, Unread> {
    use super::pdf::Reading;
    match serde_json::from_slice(printed) {
        Ok(Reading::Pages(pages)) => CopyText::of_pages(&pages),
        Ok(Reading::Encrypted) => Err(Unread::Encrypted),
        Ok(Reading::Damaged) => Err(Unread::Damaged),
        Err(_) => Err(Unread::TooMuch),
    }
}

#[cfg(not(feature = "pdf"))]
fn pages(_: &[u8]) -> Result<CopyText, Unread> {
    Err(Unread::NoReader)
}

/// The end of `name`, with its point: the process need not know more.
fn ending(name: &str) -> &str {
    name.rfind('.').and_then(|at| name.get(at..)).unwrap_or_default()
}

impl Copies for OnDisk {
    fn hash(&self, file: &SourceFile) -> Option<Sha256> {
        match &file.content {
            Content::Bytes(_) => InMemory.hash(file),
            Content::Unreadable => None,
            Content::Text(_) | Content::Aside { .. } | Content::OnDisk { .. } => {
                let mut file = self.root.as_ref()?.file(file.path.as_str()).ok()?;
                let mut hasher = Hasher::new();
                let mut piece = vec![0; PIECE];
                loop {
                    let length = file.read(&mut piece).ok()?;
                    if length == 0 {
                        return Some(Sha256::finish(hasher));
                    }
                    hasher.update(piece.get(..length)?);
                }
            }
        }
    }

    fn text(&self, file: &SourceFile, expected: &Sha256) -> Result<CopyText, Unread> {
        let format = Format::of(&file.path).ok_or(Unread::OtherFormat)?;
        if matches!(file.content, Content::OnDisk { len } | Content::Aside { len, .. } if len > MOST_BYTES) {
            return Err(Unread::TooLarge);
        }
        let root = self.root.as_ref().ok_or(Unread::NotThere)?;
        let bytes = single::bytes(root, file.path.as_str(), MOST_BYTES).map_err(|_| Unread::NotThere)?;
        if Sha256::of(&bytes) != *expected {
            return Err(Unread::NotThere);
        }
        if format == Format::Pdf { self.pdf(bytes) } else { format.read(&bytes) }
    }

    fn look_into(&self, name: &str, bytes: &[u8]) -> papers::Report {
        let Some(program) = self.program.as_deref() else { return InMemory.look_into(name, bytes) };
        if bytes.len() > papers::MOST_BYTES {
            return Err(Unusable::TooLarge);
        }
        // Whatever ends the process, a crash or a limit, the file is to blame.
        let printed = child::output(program, &[LOOK_INTO, ending(name)], bytes.to_vec(), child::TIME);
        let printed = printed.map_err(|_| Unusable::TooMuch)?;
        serde_json::from_slice(&printed).unwrap_or(Err(Unusable::TooMuch))
    }

    fn bytes(&self, file: &SourceFile) -> Option<Arc<[u8]>> {
        match file.content {
            Content::OnDisk { len } => single::bytes(self.root.as_ref()?, file.path.as_str(), len).ok().map(Arc::from),
            Content::Aside { was, .. } => {
                let text = super::super::aside::text(self.root.as_ref()?, &file.path, was)?;
                Some(text.as_bytes().into())
            }
            Content::Text(_) | Content::Bytes(_) | Content::Unreadable => InMemory.bytes(file),
        }
    }
}
