//! What is found in a document beside what its readers see, and why one cannot be looked into. Knows the words for it, not the file's name.

use serde::{Deserialize, Serialize};

/// One thing in a document that readers do not see and others can find.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Finding {
    /// What it is.
    pub fault: Fault,
    /// The page, from 1, where it belongs to one.
    pub page: Option<u32>,
    /// The part of the file or the names of the properties, never what stands in them.
    pub detail: Option<String>,
}

impl Finding {
    /// A finding that belongs to no page.
    #[must_use]
    pub const fn new(fault: Fault) -> Self {
        Self { fault, page: None, detail: None }
    }

    /// The same on `page`.
    #[must_use]
    pub fn on(self, page: Option<u32>) -> Self {
        Self { page, ..self }
    }

    /// The same in this part.
    #[must_use]
    pub fn of(self, detail: &str) -> Self {
        Self { detail: Some(detail.escape_debug().to_string()), ..self }
    }
}

/// Why a document cannot be looked into.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unusable {
    /// The bytes are not what the name says.
    OtherFormat,
    /// A format in which nothing is looked for.
    Unknown,
    /// A script, which nothing of a site's content may be.
    Script,
    /// It ends too early, or something in it cannot be read.
    Damaged(Option<u32>),
    /// A password protects it, be it an empty one.
    Encrypted,
    /// More than [`super::MOST_BYTES`], packed or unpacked.
    TooLarge,
    /// It could not be read in the time and memory that there are.
    TooMuch,
    /// Nothing here reads it.
    NoReader,
}

/// The kinds of things that are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Fault {
    /// Properties that say who made it, for whom and about what.
    Properties,
    /// An XMP packet.
    Xmp,
    /// What a program keeps for itself, such as the drawing that the page was made from.
    PrivateData,
    /// A small picture of the page as it once was.
    Thumbnail,
    /// JavaScript, or a macro.
    Script,
    /// Something that happens by itself, or leads to a file of a computer.
    Action,
    /// Another file inside.
    Attachment,
    /// A comment, a note, a mark.
    Comment,
    /// A field of a form.
    Form,
    /// The name and certificate of who signed.
    Signature,
    /// A redaction that was marked and not carried out.
    PendingRedaction,
    /// Layers that readers can switch on and off.
    Layers,
    /// An earlier state of the file.
    EarlierRevision,
    /// Pieces that no page uses any more.
    Leftovers,
    /// Text below a filled shape or a picture.
    CoveredText,
    /// Text that is drawn so that nobody sees it.
    InvisibleText,
    /// Text in the colour of what is behind it.
    PaleText,
    /// Text outside of what is shown.
    TextOutside,
    /// What a camera or an editor wrote into a picture.
    PhotoMetadata,
    /// A picture of which a part is not shown.
    CroppedPicture,
    /// A picture or a recording in a format that is not looked into.
    UncheckedPicture,
    /// Tracked changes.
    TrackedChanges,
    /// Text that is marked as hidden.
    HiddenText,
    /// A sheet that is hidden.
    HiddenSheet,
    /// Rows, columns or cells that are hidden.
    HiddenCells,
    /// A slide that is hidden.
    HiddenSlide,
    /// A shape that is hidden.
    HiddenObject,
    /// The speaker's notes.
    Notes,
    /// An address outside of the file that is opened with it.
    Outside,
    /// The path of a file on a computer, which has an account's name in it.
    LocalPath,
    /// A part that is not known here.
    UnknownPart,
}

/// What is to be done with a document from which metadata is to be taken.
const CLEAN: &str = "clean a copy with Dangerzone, or with mat2 and, for a PDF, then `qpdf IN OUT`";
/// What is to be done where words themselves are in the way.
const REDACT: &str =
    "whoever copies the page's text can read it: make pictures of the pages with Dangerzone, and look at each";
/// What is to be done with what an office program can take out.
const INSPECT: &str = "take it out in the office program and save a copy, or publish a PDF";

impl Fault {
    /// What it is, as the end of a sentence that names the file, and what to do.
    pub(super) const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Properties => ("its properties still say who made it or what it is", CLEAN),
            Self::Xmp => ("it holds an XMP packet, which says who made it, when and with what", CLEAN),
            Self::PrivateData => ("it holds what a program keeps for itself and no reader sees", CLEAN),
            Self::Thumbnail => (
                "it holds a small picture of the page, perhaps from before it was changed",
                "save a copy without preview picture, a setting in the properties of the file, or clean a copy with Dangerzone",
            ),
            Self::Script => {
                ("it holds a script or macro", "save it without scripts and macros, or clean a copy with Dangerzone")
            }
            Self::Action => (
                "it does something by itself, or leads to a file of a computer",
                "take buttons, links to files and actions on opening out, or clean a copy with Dangerzone",
            ),
            Self::Attachment => (
                "another file is inside of it",
                "take the file out; if it is to be published, put it beside this one with a source page of its own",
            ),
            Self::Comment => ("it holds a comment, a note or a mark", "delete all comments and marks and save a copy"),
            Self::Form => ("it holds fields of a form", "print it into a new PDF, so that the fields become text"),
            Self::Signature => (
                "it is signed digitally, and the signature names who signed",
                "print it into a new PDF; keep the signed file as evidence, unpublished",
            ),
            Self::PendingRedaction => (
                "a redaction is marked and was never carried out",
                "apply the redaction in the program that marked it, save a copy, and look whether the text can still be copied",
            ),
            Self::Layers => (
                "it has layers, which every reader can switch on and off",
                "print it into a new PDF with what is to be seen, or clean a copy with Dangerzone",
            ),
            Self::EarlierRevision => (
                "an earlier state of the file is still in it",
                "print it into a new PDF, or clean a copy with Dangerzone; saving over the old file is not enough",
            ),
            Self::Leftovers => (
                "pieces are in it that nothing shows any more, such as deleted text",
                "save it as a new file: `qpdf IN OUT` leaves such pieces out",
            ),
            Self::CoveredText => ("text stands below a filled shape or a picture", REDACT),
            Self::InvisibleText => ("text is in it that is drawn so that nobody sees it", REDACT),
            Self::PaleText => ("text is in it that has the colour of what is behind it", REDACT),
            Self::TextOutside => ("text stands outside of what is shown of the page", REDACT),
            Self::PhotoMetadata => (
                "a picture in it still holds what a camera or an editor wrote beside it",
                "clean the pictures before you put them in, or clean a copy with Dangerzone",
            ),
            Self::CroppedPicture => (
                "a picture in it is cropped, and what was cut off is still there",
                "crop the picture in an image editor and put it in again",
            ),
            Self::UncheckedPicture => (
                "a picture or recording in it has a format that is not looked into",
                "save the picture as JPEG or PNG and put it in again; publish a recording beside the file",
            ),
            Self::TrackedChanges => (
                "changes are tracked in it, with who made them and what was deleted",
                "accept or reject all changes, switch tracking off and save a copy",
            ),
            Self::HiddenText => ("text in it is hidden", INSPECT),
            Self::HiddenSheet => {
                ("a sheet in it is hidden", "show the sheet, delete it if it is not to be read, and save a copy")
            }
            Self::HiddenCells => (
                "rows, columns or cells in it are hidden",
                "show them, delete those that are not to be read, and save a copy",
            ),
            Self::HiddenSlide => {
                ("a slide in it is hidden", "show the slide, delete it if it is not to be seen, and save a copy")
            }
            Self::HiddenObject => ("a shape or picture in it is hidden", INSPECT),
            Self::Notes => ("it holds the speaker's notes", INSPECT),
            Self::Outside => (
                "opening it fetches something from elsewhere, or it names a file that is not inside",
                "put the file in itself, or take it out; only links to web pages may lead outside",
            ),
            Self::LocalPath => ("it names the path of a file on somebody's computer", CLEAN),
            Self::UnknownPart => (
                "a part of it is of a kind that is not known here",
                "save it anew with the office program in this format, or publish a PDF",
            ),
        }
    }
}

impl Unusable {
    /// Why, as the end of a sentence that names the file, and what to do.
    pub(super) fn words(&self) -> (String, &'static str) {
        let (reason, help) = match self {
            Self::OtherFormat => (
                "its bytes are not what its name says",
                "give it the ending that fits, or save it again in the format of its name",
            ),
            Self::Unknown => (
                "it has an old or uncommon office format, in which nothing hidden is looked for",
                "save it as DOCX, XLSX, PPTX, ODT, ODS or ODP, or as a PDF",
            ),
            Self::Script => ("it is a script", "scripts belong into `static/`; show code in a page, between ```"),
            Self::Damaged(None) => (
                "it is damaged, or something in it cannot be read",
                "take the file from where it came from, or save it as a new file: `qpdf IN OUT` does that for a PDF",
            ),
            Self::Damaged(Some(page)) => {
                return (
                    format!("page {page} of it cannot be read to its end"),
                    "take the file from where it came from, or print it into a new PDF",
                );
            }
            Self::Encrypted => (
                "a password protects it, or forbids to change it, so that nothing can be looked for",
                "save a copy without protection: `qpdf --decrypt IN OUT` for a PDF",
            ),
            Self::TooLarge => ("it has more than 64 MB, or 256 MB unpacked", "publish it in parts"),
            Self::TooMuch => (
                "it broke the program that looks into it, or took too much time or memory",
                "print it into a new PDF, or clean a copy with Dangerzone; do not open it on a computer that matters",
            ),
            Self::NoReader => (
                "nothing here can look into it: this program was made without a reader for it",
                "build the site with a program that has the feature `pdf`",
            ),
        };
        (reason.to_owned(), help)
    }
}
