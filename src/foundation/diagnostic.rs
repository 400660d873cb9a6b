//! What is wrong with an author's text, as plain data. Knows codes, places and words; printing is done in `cli`.

use super::span::{FileId, Span};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; with `--strict` it is not.
    Warning,
    /// Nothing is wrong; the author may want to know.
    Suggestion,
}

impl Severity {
    /// The word that stands in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Suggestion => "suggestion",
        }
    }
}

/// A further place that explains a diagnostic, such as the other file with the same id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there.
    pub text: String,
}

/// One thing that is wrong: what, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule speaks; its name is public and stable.
    pub code: Code,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The words to underline.
    pub span: Span,
    /// Other places that matter.
    pub labels: Vec<Label>,
    /// What to do, in the imperative; empty when the message says it all.
    pub help: String,
    /// The page that was being made, where the fault is in a template.
    pub page: Option<String>,
}

impl Diagnostic {
    /// A diagnostic with neither labels nor help.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span, labels: Vec::new(), help: String::new(), page: None }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// The files that it points into.
    pub fn files(&self) -> impl Iterator<Item = FileId> {
        std::iter::once(self.span).chain(self.labels.iter().map(|label| label.span)).map(|span| span.file)
    }

    /// Names the page that was being made.
    #[must_use]
    pub fn on_page(mut self, page: impl Into<String>) -> Self {
        self.page = Some(page.into());
        self
    }

    /// The severity of its code.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// A value that is always there, and all that was wrong on the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Checked<T> {
    /// What could be made of the input.
    pub value: T,
    /// What was wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with nothing wrong.
    pub const fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// A value and what was wrong.
    pub const fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// Gives the value and moves what was wrong into `all`.
    pub fn collect_into(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }

    /// Gives the value and moves into `all` what is not there yet.
    pub fn collect_new_into(self, all: &mut Vec<Diagnostic>) -> T {
        for diagnostic in self.diagnostics {
            if !all.contains(&diagnostic) {
                all.push(diagnostic);
            }
        }
        self.value
    }

    /// Whether an error, not only a warning, is among what was wrong.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        has_errors(&self.diagnostics)
    }
}

/// Whether an error, not only a warning, is among `diagnostics`.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal $severity:ident;)+) => {
        /// The rules that can speak. The kebab-case name is public and stable; the page on it is what `dossier explain` prints.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every code, in the order of their declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The public name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How bad it is when this rule speaks.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// The user's page on this code: what it means, what to do, and examples that are also its tests.
            #[must_use]
            pub const fn page(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!("../../tests/diagnostics/", $name, ".md")),)+ }
            }
        }
    };
}

codes! {
    /// A file that cannot be read, or is not a regular file.
    UnreadableFile = "unreadable-file" Error;
    /// A symbolic link in the site's folders.
    SymbolicLink = "symbolic-link" Error;
    /// A file of the site that has another name outside it.
    HardLink = "hard-link" Warning;
    /// Text that is not UTF-8.
    NotUtf8 = "not-utf8" Error;
    /// A file or folder name that cannot become a web address on every system.
    UnusableFileName = "unusable-file-name" Error;
    /// A file that looks like a key or a password; it is not read.
    SecretFile = "secret-file" Warning;
    /// A file above the size limit.
    FileTooLarge = "file-too-large" Error;
    /// Two paths that are one path on a system that ignores case or Unicode form.
    PathsCollide = "paths-collide" Error;
    /// A clock that is earlier than the last build.
    ClockSetBack = "clock-set-back" Error;
    /// `dossier.toml` that is not TOML, or whose values do not fit.
    InvalidConfig = "invalid-config" Error;
    /// A key that this kind of document does not have.
    UnknownKey = "unknown-key" Error;
    /// A key that stands twice.
    DuplicateKey = "duplicate-key" Error;
    /// A document without front matter, or with front matter that does not end.
    MissingFrontMatter = "missing-front-matter" Error;
    /// Front matter that is not YAML as it is accepted here.
    InvalidYaml = "invalid-yaml" Error;
    /// A value of the wrong shape or outside the allowed words.
    InvalidValue = "invalid-value" Error;
    /// A required key that is not there.
    MissingKey = "missing-key" Error;
    /// A date that is not EDTF or not in the calendar.
    InvalidDate = "invalid-date" Error;
    /// An id or slug that cannot be a web address.
    InvalidId = "invalid-id" Error;
    /// A path that leaves the site or cannot be a web address.
    InvalidPath = "invalid-path" Error;
    /// Two documents of one kind with one id.
    DuplicateId = "duplicate-id" Error;
    /// Two pages, redirects or files with one address.
    AddressTaken = "address-taken" Error;
    /// A link whose wikilink text cannot be read.
    InvalidLink = "invalid-link" Error;
    /// A citation that cannot be read.
    InvalidCitation = "invalid-citation" Error;
    /// A wikilink in front matter without quotes.
    UnquotedLink = "unquoted-link" Warning;
    /// A link to a name that nothing has.
    UnknownName = "unknown-name" Error;
    /// A link to a name that several things have.
    AmbiguousName = "ambiguous-name" Error;
    /// A link to a kind that cannot stand there.
    WrongKind = "wrong-kind" Error;
    /// A link written in other letters than the name it leads to.
    InexactName = "inexact-name" Warning;
    /// A link to a heading, block or statement that is not on its page.
    UnknownPart = "unknown-part" Error;
    /// Embeds that lead back to where they stand.
    EmbedCycle = "embed-cycle" Error;
    /// An embed of something that is not published.
    EmbedOfUnpublished = "embed-of-unpublished" Error;
    /// An image or attachment that is not among the site's files.
    UnknownFile = "unknown-file" Error;
    /// A picture that is damaged, too large, of a format that is not published, or not what its name says.
    UnusablePicture = "unusable-picture" Error;
    /// An SVG with something in it that acts, loads or is not known to draw.
    UnsafeDrawing = "unsafe-drawing" Error;
    /// A document that is published or linked to, and of which no source says that it was cleaned.
    UncleanedDocument = "uncleaned-document" Error;
    /// A PDF or office file with something in it beside what its readers see.
    HiddenContent = "hidden-content" Error;
    /// A file that cannot be looked into, or is not what its name says.
    UnusableDocument = "unusable-document" Error;
    /// An image without a description for those who cannot see it.
    MissingAltText = "missing-alt-text" Error;
    /// A point of a dossier in short that says nowhere what it rests on.
    PointWithoutSource = "point-without-source" Warning;
    /// A statement whose head cannot be read, or without id, speaker or words.
    InvalidStatement = "invalid-statement" Error;
    /// A statement without its standing, or with one that is none of the four.
    MissingStatus = "missing-status" Error;
    /// A reported statement without the source that reports it.
    MissingVia = "missing-via" Error;
    /// An established statement that rests on neither a judgment nor a record.
    EstablishedWithoutRecord = "established-without-record" Error;
    /// A statement that stands in relation to itself.
    SelfRelation = "self-relation" Error;
    /// Statements that correct each other in a circle.
    CorrectionCycle = "correction-cycle" Error;
    /// Cases that were separated from each other in a circle.
    CaseCycle = "case-cycle" Error;
    /// Two statements or blocks of one document with one id.
    DuplicateBlockId = "duplicate-block-id" Error;
    /// A verbatim quote that the stored copies of its sources do not hold.
    QuoteNotFound = "quote-not-found" Warning;
    /// A stored copy that is not the file that was stored.
    ChangedCopy = "changed-copy" Error;
    /// A stored copy without the hash that would show a change.
    MissingHash = "missing-hash" Warning;
    /// A stored copy whose text cannot be read, so that no quote is looked for in it.
    UnreadCopy = "unread-copy" Warning;
    /// HTML in Markdown; it is shown as text.
    RawHtml = "raw-html" Warning;
    /// A link with a scheme that can run code or is not known.
    UnsafeUrl = "unsafe-url" Error;
    /// An outside link that leads to no page, as far as `check --external` could find out.
    DeadLink = "dead-link" Warning;
    /// A comment that does not end, or stands in code.
    InvalidComment = "invalid-comment" Error;
    /// A document that is too deep, too long or has too many links.
    LimitExceeded = "limit-exceeded" Error;
    /// A paragraph, statement or other block that is too long for one page and can be divided nowhere.
    HeavyBlock = "heavy-block" Warning;
    /// A translation that says something else than its main file may, or that belongs to no main file.
    InvalidTranslation = "invalid-translation" Error;
    /// A footnote without its text, or a text without its footnote.
    InvalidFootnote = "invalid-footnote" Error;
    /// A character that cannot be seen or turns the direction of reading.
    InvisibleCharacter = "invisible-character" Error;
    /// A feature of Obsidian that is not supported.
    UnsupportedSyntax = "unsupported-syntax" Warning;
    /// Two people whose names are the same when letters and accents are made equal.
    Namesakes = "namesakes" Error;
    /// Two hearings of one case with one number.
    DuplicateNumber = "duplicate-number" Error;
    /// The file of a page that was withdrawn, with something of that page still in it.
    WithdrawalWithContent = "withdrawal-with-content" Error;
    /// A `dossier.lock` that cannot be read.
    InvalidLock = "invalid-lock" Error;
    /// A page that was published and is no longer there.
    VanishedPage = "vanished-page" Error;
    /// A statement that was published and is no longer there.
    VanishedStatement = "vanished-statement" Error;
    /// A statement that says something else than was published, without a correction.
    ChangedStatement = "changed-statement" Warning;
    /// A name that must not be published stands in the finished site.
    ProtectedName = "protected-name" Error;
    /// A line of the list of protected names that cannot be looked for.
    InvalidProtectedList = "invalid-protected-list" Error;
    /// A file of the finished site that cannot be searched for protected names.
    UnsearchableFile = "unsearchable-file" Error;
    /// A template that cannot be read.
    TemplateSyntax = "template-syntax" Error;
    /// A template that fails on a page.
    TemplateFailed = "template-failed" Error;
    /// A template that runs too long or prints too much.
    TemplateLimit = "template-limit" Error;
    /// A theme or template that does not exist.
    UnknownTheme = "unknown-theme" Error;
    /// A theme for another version of what templates are given.
    ThemeVersion = "theme-version" Error;
    /// A theme that shows some kinds of documents and leaves others to the program.
    IncompleteTheme = "incomplete-theme" Warning;
    /// A message of the interface that cannot be read, or that has other values than the English one.
    InvalidMessage = "invalid-message" Error;
    /// A message that the interface does not have.
    UnknownMessage = "unknown-message" Warning;
    /// A language of the site's own for the interface that does not have every message.
    MissingMessage = "missing-message" Warning;
    /// A value in a template where it could become code, or an address that is not checked.
    UnsafeTemplate = "unsafe-template" Error;
    /// A finished file from which a reader's browser would fetch something from outside the site.
    ForeignAddress = "foreign-address" Error;
    /// Something in a finished file that the policy of the pages refuses.
    BlockedContent = "blocked-content" Error;
    /// A finished page without the policy that holds browsers to the site.
    MissingPolicy = "missing-policy" Error;
    /// A name in the text that is no link.
    UnlinkedMention = "unlinked-mention" Suggestion;
    /// A full name in the text that several things have.
    SharedName = "shared-name" Suggestion;
    /// A name in the text that is spelt almost like one that is known.
    MisspeltName = "misspelt-name" Suggestion;
    /// A surname alone in the text that several people have.
    AmbiguousSurname = "ambiguous-surname" Suggestion;
    /// Two people whose names are almost the same.
    NearDuplicate = "near-duplicate" Suggestion;
    /// A statement that names no source.
    StatementWithoutSource = "statement-without-source" Suggestion;
    /// The last hearing of a case that goes on, which is past.
    NoNextHearing = "no-next-hearing" Suggestion;
}

impl Code {
    /// Whether the line at fault holds what nobody may read over a shoulder: it is named and not shown.
    #[must_use]
    pub const fn hides_line(self) -> bool {
        matches!(self, Self::ProtectedName | Self::InvalidProtectedList | Self::UnsearchableFile)
    }

    /// The code with this public name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}
