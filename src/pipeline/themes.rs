//! The theme and the texts of the interface, read once for as long as their files stay the same. Knows which files these are, not what is in
//! them.

use crate::foundation::diagnostic::Checked;
use crate::foundation::fingerprint::Fingerprint;
use crate::messages::Messages;
use crate::source::config::Config;
use crate::source::tree::{Content, SourceFile, SourceTree};
use crate::theme::Theme;

/// The folders from which themes and texts are read.
const FOLDERS: [&str; 4] = ["messages", "static", "templates", "themes"];

/// What was read for the last build.
#[derive(Default)]
pub struct ThemeMemo(Option<(Fingerprint, Checked<Dress>)>);

/// The texts of the interface, and the theme where it can be used.
type Dress = (Messages, Option<Theme>);

impl ThemeMemo {
    /// The texts and the theme of `tree`, whose configuration is `config`.
    pub fn read(&mut self, tree: &SourceTree, config: &Config) -> Checked<Dress> {
        let key = key(tree);
        if let Some((known, read)) = &self.0
            && *known == key
        {
            let Checked { value: (messages, theme), diagnostics } = read.clone();
            return Checked::new((messages, theme.map(Theme::tried_anew)), diagnostics);
        }
        let mut diagnostics = Vec::new();
        let messages = Messages::load(tree, config).collect_into(&mut diagnostics);
        let theme = Theme::load(tree, config, &messages).collect_into(&mut diagnostics);
        let read = Checked::new((messages, theme), diagnostics);
        self.0 = Some((key, read.clone()));
        read
    }
}

/// Of all files that decide what is read.
fn key(tree: &SourceTree) -> Fingerprint {
    let of_file = |file: &SourceFile| match &file.content {
        Content::Text(text) => Fingerprint::of(&(&file.path, "text", text.as_bytes())),
        Content::Aside { was, .. } => Fingerprint::of(&(&file.path, "aside", was)),
        Content::Bytes(bytes) => Fingerprint::of(&(&file.path, "bytes", bytes)),
        Content::OnDisk { len } => Fingerprint::of(&(&file.path, "on disk", len)),
        Content::Unreadable => Fingerprint::of(&(&file.path, "unreadable")),
    };
    let files = FOLDERS.iter().flat_map(|folder| tree.below(folder)).chain(tree.get("dossier.toml"));
    let files: Vec<Fingerprint> = files.map(of_file).collect();
    Fingerprint::of(&files)
}
