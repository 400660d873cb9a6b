//! `dossier.toml`, typed. Knows the keys of a site's configuration and their defaults; unknown keys are errors.

mod base_url;
mod citations;
mod parse;
mod roles;
mod values;

pub use base_url::BaseUrl;
pub use citations::{CITATION_STYLES, CitationStyle};
pub use parse::parse;
pub use roles::{BUILT_IN_ROLES, FRONT_MATTER_KEYS};

use crate::foundation::language::Language;
use crate::foundation::route::LinkStyle;
use crate::foundation::span::Spanned;

/// A site's configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// `title`: the name of the site.
    pub title: String,
    /// `description`: what the site is, in one sentence.
    pub description: String,
    /// `base_url`: where it will stand; without it there are no feeds and no sitemap, which need full addresses.
    pub base_url: Option<BaseUrl>,
    /// `language`: the language of pages that name none.
    pub language: Language,
    /// `theme`: a folder below `themes/`; without it the built-in theme.
    pub theme: Option<Spanned<String>>,
    /// `theme_grants`: whether `safe` is among them, and the theme's templates may print values as HTML.
    pub theme_may_use_safe: bool,
    /// `links`: `files` (default) or `folders`.
    pub links: LinkStyle,
    /// `[roles]`: further role keys of hearings and cases with their headings, in the order of the file.
    pub roles: Vec<(String, String)>,
    /// `[citations]`, `style`: how the entries of lists of sources are written.
    pub citation_style: CitationStyle,
    /// `[extra]`: the site's own values for its own templates.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: String::new(),
            description: String::new(),
            base_url: None,
            language: Language::english(),
            theme: None,
            theme_may_use_safe: false,
            links: LinkStyle::default(),
            roles: Vec::new(),
            citation_style: CitationStyle::default(),
            extra: serde_json::Map::new(),
        }
    }
}
