//! `dossier.toml`, typed. Knows the keys of a site's configuration and their defaults; unknown keys are errors.

mod base_url;
mod citations;
mod editor;
mod languages;
mod machines;
mod parse;
mod publish;
mod roles;
mod values;

pub use base_url::BaseUrl;
pub use citations::{CITATION_STYLES, CitationStyle};
pub use editor::Editor;
pub use parse::parse;
pub use publish::Destination;
pub use roles::{BUILT_IN_ROLES, FRONT_MATTER_KEYS};

use std::collections::BTreeMap;

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
    /// `languages`: further languages, in which pages with a translation stand below the language's tag.
    pub languages: Vec<Language>,
    /// `[translations.XX]`: the site's title and description in these languages.
    pub translations: BTreeMap<Language, SiteWords>,
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
    /// `cards`: whether pages have pictures for previews elsewhere; `false` where nothing is written.
    pub cards: bool,
    /// `tag_authority`: who gives names to entries of feeds and calendars, and since when: `example.org,2026`. Without it the
    /// host of the base address.
    pub tag_authority: Option<String>,
    /// `[publish.NAME]`: the folders that the site is published to, in the order of the file.
    pub publish: Vec<Destination>,
    /// `[serve]`, `editor`: where the preview opens files. No page knows of it.
    pub editor: Editor,
    /// `[extra]`: the site's own values for its own templates.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// What a site says of itself in one language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct SiteWords {
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
}

impl Config {
    /// The name of the site in `language`.
    #[must_use]
    pub fn title_in(&self, language: &Language) -> &str {
        let own = self.translations.get(language).and_then(|words| words.title.as_deref());
        own.unwrap_or(&self.title)
    }

    /// What the site is, in `language`.
    #[must_use]
    pub fn description_in(&self, language: &Language) -> &str {
        let own = self.translations.get(language).and_then(|words| words.description.as_deref());
        own.unwrap_or(&self.description)
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: String::new(),
            description: String::new(),
            base_url: None,
            language: Language::english(),
            languages: Vec::new(),
            translations: BTreeMap::new(),
            theme: None,
            theme_may_use_safe: false,
            links: LinkStyle::default(),
            roles: Vec::new(),
            citation_style: CitationStyle::default(),
            cards: false,
            tag_authority: None,
            publish: Vec::new(),
            editor: Editor::None,
            extra: serde_json::Map::new(),
        }
    }
}
