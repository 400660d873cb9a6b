//! Why a picture cannot be published. Knows the words for it, not the file's name.

use super::format::Format;
use crate::foundation::diagnostic::{Code, Diagnostic};
use crate::foundation::span::Span;

/// Why a picture cannot be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// More than [`super::MOST_BYTES`].
    ManyBytes,
    /// More than [`super::MOST_PIXELS`].
    ManyPixels,
    /// An animation of more than [`super::MOST_FRAMES`].
    ManyFrames,
    /// A format that is not published, whatever is in it.
    Refused(Format),
    /// The bytes are not what the file's name says.
    OtherFormat {
        /// What the name says.
        named: Format,
        /// What the bytes are.
        found: Option<Format>,
    },
    /// It ends too early, or something in it cannot be read.
    Damaged,
    /// An animation in a format, or in a position, in which it is not taken.
    Moving,
    /// A drawing with something in it that is not a drawing.
    Drawing {
        /// What is wrong, with the element's name.
        what: String,
        /// The line in the file, from 1.
        line: usize,
    },
}

impl Fault {
    /// The diagnostic on the picture `path`, which is at `span`.
    #[must_use]
    pub fn at(&self, path: &str, span: Span) -> Diagnostic {
        let code = if matches!(self, Self::Drawing { .. }) { Code::UnsafeDrawing } else { Code::UnusablePicture };
        let (reason, help) = self.words();
        Diagnostic::new(code, span, format!("`{path}` cannot be published: {reason}")).help(help)
    }

    fn words(&self) -> (String, &'static str) {
        match self {
            Self::ManyBytes => {
                ("it has more than 64 MB".into(), "make it smaller in an image editor and save it again")
            }
            Self::ManyPixels => (
                "it has more than 100 million pixels".into(),
                "make it smaller in an image editor, or an animation shorter, and save it again",
            ),
            Self::ManyFrames => ("it is an animation of more than 5,000 pictures".into(), "make the animation shorter"),
            Self::Refused(format) => (
                format!(
                    "{} are not shown by every browser, and what is hidden in them is not taken out here",
                    format.plural()
                ),
                "save it as JPEG or PNG",
            ),
            Self::OtherFormat { named, found } => {
                let found = found.map_or("no picture that is known here", Format::with_article);
                (
                    format!("its name says that it is {}, and its bytes are {found}", named.with_article()),
                    "give it the ending that fits, or save the picture again as JPEG or PNG",
                )
            }
            Self::Damaged => (
                "it is damaged; it ends too early, or a part of it cannot be read".into(),
                "take the picture from where it came from, or open it in an image editor and save it again",
            ),
            Self::Moving => (
                "it is an animation of a kind from which nothing can be taken out here".into(),
                "save it as GIF, or one picture of it as PNG",
            ),
            Self::Drawing { what, line } => (
                format!("{what} in line {line} is not allowed in a drawing"),
                "take it out of the file, or save the drawing as PNG",
            ),
        }
    }
}
