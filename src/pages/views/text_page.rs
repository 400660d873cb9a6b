//! The further parts of a text that is too long for one page.

use serde::Serialize;

use super::parts::Ref;
use super::rich::BodyView;

/// A part of a long text after the first.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub struct TextView {
    /// Whose text it is.
    pub of: Ref,
    /// The part.
    pub body: BodyView,
    /// Whether it is the text on an accused person: the page must print the presumption of innocence.
    pub accused: bool,
}
