//! The text of `dossier.toml` to a [`Config`], with every problem of one run. Knows keys and their rules, not what the values are for.

use toml::de::DeTable;

use super::citations::citations;
use super::editor::serve;
use super::languages::{languages, translations};
use super::machines;
use super::publish::publish;
use super::roles::roles;
use super::values::{Entry, Problems, in_order};
use super::{BaseUrl, Config};
use crate::foundation::diagnostic::{Checked, Diagnostic};
use crate::foundation::language::Language;
use crate::foundation::nearest::did_you_mean;
use crate::foundation::route::{LinkStyle, Route};
use crate::foundation::span::{LineIndex, Spanned};
use crate::source::tree::SourceFile;

/// The keys of the configuration.
const KEYS: [&str; 17] = [
    "title",
    "description",
    "base_url",
    "language",
    "languages",
    "translations",
    "theme",
    "theme_grants",
    "links",
    "cards",
    "tag_authority",
    "roles",
    "citations",
    "publish",
    "serve",
    "format",
    "extra",
];

/// The newest form of a site that this program reads. A site without `format` has the first.
const FORMAT: i64 = 1;

/// Reads `dossier.toml`. With errors, the values that could be read stand beside defaults. A file without text gives
/// the defaults and no further diagnostic: reading it has said why.
pub fn parse(file: &SourceFile) -> Checked<Config> {
    let Some(text) = file.as_text() else { return Checked::clean(Config::default()) };
    let mut problems = Problems::new(file.id);
    let mut config = Config::default();
    let (table, errors) = DeTable::parse_recoverable(text);
    for entry in in_order(table.get_ref()) {
        take(&mut config, entry, &mut problems);
    }
    let main = config.language.clone();
    config.languages.retain(|language| *language != main);
    if errors.is_empty() && !table.get_ref().contains_key("title") {
        problems.add(0..0, "`title` is missing", "write: title = \"The name of your site\"");
    }
    let mut syntax = Problems::new(file.id);
    for error in errors {
        let message = format!("this is not TOML: {}", error.message().lines().next().unwrap_or_default());
        let help = "write one `key = \"value\"` on a line, with text in straight quotes";
        syntax.add(error.span().unwrap_or(0..0), message, help);
    }
    Checked::new(config, merge(text, syntax.found, problems.found))
}

/// What a broken line seems to hold is no news: only the break in it is reported.
fn merge(text: &str, syntax: Vec<Diagnostic>, values: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let lines = LineIndex::new(text);
    let line = |found: &Diagnostic| lines.place(text, found.span.range().start).line;
    let mut broken: Vec<usize> = syntax.iter().map(line).collect();
    broken.sort_unstable();
    let mut all = syntax;
    all.extend(values.into_iter().filter(|found| broken.binary_search(&line(found)).is_err()));
    all.sort_by_key(|found| (found.span.start, found.span.end));
    all
}

fn take(config: &mut Config, entry: Entry<'_, '_>, problems: &mut Problems) {
    match entry.0.get_ref().as_ref() {
        "title" => set(&mut config.title, problems.text(entry).map(str::to_owned)),
        "description" => set(&mut config.description, problems.text(entry).map(str::to_owned)),
        "base_url" => config.base_url = base_url(entry, problems),
        "language" => set(&mut config.language, language(entry, problems)),
        "languages" => config.languages = languages(entry, problems),
        "translations" => config.translations = translations(entry, problems),
        "theme" => config.theme = theme(entry, problems),
        "theme_grants" => config.theme_may_use_safe = theme_grants(entry, problems),
        "links" => set(&mut config.links, links(entry, problems)),
        "cards" => config.cards = machines::cards(entry, problems),
        "tag_authority" => config.tag_authority = machines::tag_authority(entry, problems),
        "roles" => config.roles = roles(entry, problems),
        "citations" => config.citation_style = citations(entry, problems),
        "publish" => config.publish = publish(entry, problems),
        "serve" => config.editor = serve(entry, problems),
        "format" => format(entry, problems),
        "extra" => {
            let entries = problems.table(entry);
            config.extra = problems.json_object(&entries);
        }
        other => problems.add(
            entry.0.span(),
            format!("`{other}` is not a key of the configuration"),
            did_you_mean(other, &KEYS),
        ),
    }
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn base_url(entry: Entry<'_, '_>, problems: &mut Problems) -> Option<BaseUrl> {
    let text = problems.text(entry)?;
    BaseUrl::parse(text)
        .map_err(|reason| {
            let help = "write the address of the site, such as https://example.org/dossier/";
            problems.add(entry.1.span(), format!("`{text}` cannot be the address of a site: {reason}"), help);
        })
        .ok()
}

fn language(entry: Entry<'_, '_>, problems: &mut Problems) -> Option<Language> {
    let text = problems.text(entry)?;
    super::languages::tag(text, entry.1.span(), problems)
}

/// A site in a newer form may mean something else by the same words, and so is not read on a guess.
fn format(entry: Entry<'_, '_>, problems: &mut Problems) {
    let number =
        entry.1.get_ref().as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
    match number {
        Some(1..=FORMAT) => {}
        Some(number) if number > FORMAT => problems.add(
            entry.1.span(),
            format!("this site is written in format {number}, and this program reads format {FORMAT}"),
            "use a newer version of dossier; nothing was read or changed",
        ),
        _ => {
            problems.add(
                entry.1.span(),
                "`format` is a whole number from 1",
                "write: format = 1, or take the line out",
            );
        }
    }
}

fn theme(entry: Entry<'_, '_>, problems: &mut Problems) -> Option<Spanned<String>> {
    let name = problems.text(entry)?;
    if name.contains('/') || name.starts_with('.') || Route::file(name).is_err() {
        let help = "write the name of a folder in themes/, without a path";
        problems.add(entry.1.span(), format!("`{name}` is not the name of a theme's folder"), help);
        return None;
    }
    Some(problems.spanned(name.to_owned(), entry.1.span()))
}

/// Whether the list grants `safe`, the only thing that can be granted.
fn theme_grants(entry: Entry<'_, '_>, problems: &mut Problems) -> bool {
    let help = "write: theme_grants = [\"safe\"], when you trust the theme to print values as HTML";
    let Some(grants) = entry.1.get_ref().as_array() else {
        problems.add(entry.1.span(), "`theme_grants` is not a list", help);
        return false;
    };
    let mut grants_safe = false;
    for grant in grants {
        let is_safe = grant.get_ref().as_str() == Some("safe");
        grants_safe |= is_safe;
        if !is_safe {
            problems.add(grant.span(), "this cannot be granted to a theme", help);
        }
    }
    grants_safe
}

fn links(entry: Entry<'_, '_>, problems: &mut Problems) -> Option<LinkStyle> {
    match problems.text(entry)? {
        "files" => Some(LinkStyle::Files),
        "folders" => Some(LinkStyle::Folders),
        other => {
            let message = format!("`{other}` is not a way to write links");
            problems.add(entry.1.span(), message, did_you_mean(other, &["files", "folders"]));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::foundation::span::{FileId, Span};
    use crate::source::config::{CitationStyle, Editor, SiteWords};
    use crate::source::source_map::SourceMap;
    use crate::source::tree::{SourceFile, SourceTree};

    fn read(text: &str) -> Checked<Config> {
        parse(&SourceFile::text("dossier.toml", text))
    }

    /// Each problem as `line:column-column: message (help)`.
    fn problems(text: &str) -> Vec<String> {
        let map = SourceMap::of_tree(&SourceTree::from_texts([("dossier.toml", text)]));
        let checked = read(text);
        let show = |found: &Diagnostic| {
            let place = map.location(found.span).unwrap();
            let (start, end) = (place.start, place.end);
            format!("{}:{}-{}: {} ({})", start.line, start.column, end.column, found.message, found.help)
        };
        checked.diagnostics.iter().map(show).collect()
    }

    #[test]
    fn every_key_is_read() {
        let text = r#"
            title = "Ankara"
            description = " The hearings. "
            base_url = "https://example.org/dossier"
            language = "tr"
            theme = "night"
            theme_grants = ["safe"]
            format = 1
            links = "folders"
            tag_authority = "example.org,2027-03"
            languages = ["tr", "en", "ku", "en"]
            [roles]
            translators = "Translators"
            bar_observers = "Observers of the bar"
            [citations]
            style = "american-psychological-association"
            [serve]
            editor = "zed"
            [translations.en]
            description = "The hearings, in English."
            [extra]
            contact = "a@example.org"
            count = 0x10
            share = 0.5
            open = true
            since = 2015-10-10
            list = [1, { a = "b" }]
        "#;
        let checked = read(text);
        assert_eq!(problems(text), [""; 0]);
        assert_eq!(
            checked.value,
            Config {
                title: "Ankara".into(),
                description: "The hearings.".into(),
                base_url: BaseUrl::parse("https://example.org/dossier/").ok(),
                language: Language::parse("tr").unwrap(),
                languages: ["en", "ku"].map(|tag| Language::parse(tag).unwrap()).into(),
                translations: [(
                    Language::english(),
                    SiteWords { title: None, description: Some("The hearings, in English.".into()) }
                )]
                .into(),
                theme: Some(Spanned::new("night".into(), Span::start_of(FileId::of_path("dossier.toml")))),
                theme_may_use_safe: true,
                links: LinkStyle::Folders,
                roles: vec![
                    ("translators".into(), "Translators".into()),
                    ("bar_observers".into(), "Observers of the bar".into())
                ],
                citation_style: CitationStyle::named("american-psychological-association").unwrap(),
                cards: false,
                tag_authority: Some("example.org,2027-03".into()),
                publish: Vec::new(),
                editor: Editor::parse("zed").unwrap(),
                extra: serde_json::from_str(
                    r#"{"contact":"a@example.org","count":16,"share":0.5,"open":true,"since":"2015-10-10","list":[1,{"a":"b"}]}"#
                )
                .unwrap(),
            }
        );
    }

    /// H 75, 77, 78: all that is wrong is said in one run, each at its place.
    #[test]
    fn all_problems_are_found_in_one_run() {
        let text = concat!(
            "titel = \"x\"\n",
            "description = 12\n",
            "base_url = \"javascript:x\"\n",
            "language = \"türkçe\"\n",
            "theme = \"../outside\"\n",
            "links = \"folder\"\n",
            "extra = []\n",
            "citations = { style = \"modern-language-asociation\", color = 1 }\n",
            "serve = { editor = \"vscod\", port = 1 }\n",
            "[roles]\n",
            "judges = \"Judges\"\n",
            "status = \"Status\"\n",
            "\"Übersetzer\" = \"T\"\n",
            "translators = \"\"\n",
        );
        assert_eq!(
            problems(text),
            [
                "1:1-1: `title` is missing (write: title = \"The name of your site\")",
                "1:1-6: `titel` is not a key of the configuration (did you mean `title`?)",
                "2:15-17: `description` is a number, and text is expected (write: description = \"…\")",
                "3:12-26: `javascript:x` cannot be the address of a site: it does not begin with https:// or http:// (write the address of the site, such as https://example.org/dossier/)",
                "4:12-20: `türkçe` is not a language tag (use a tag of BCP 47, such as en, tr, ku or en-GB)",
                "5:9-21: `../outside` is not the name of a theme's folder (write the name of a folder in themes/, without a path)",
                "6:9-17: `folder` is not a way to write links (did you mean `folders`?)",
                "7:9-11: `extra` is a list, and a table is expected (write a line with [extra], and its keys below it)",
                "8:23-51: `modern-language-asociation` is not the name of a citation style (did you mean `modern-language-association`?)",
                "8:53-58: `color` is not a key of `citations` (write: style = \"…\")",
                "9:20-27: `vscod` is not an editor that is known (did you mean `vscode`?)",
                "9:29-33: `port` is not a key of `serve` (write: editor = \"…\")",
                "11:1-7: the role `judges` is built in (take the line out, or use another key)",
                "12:1-7: `status` is a key of front matter and cannot be a role (use another key, such as a plural)",
                "13:1-13: `Übersetzer` cannot be a role key (use the letters a to z and _, such as bar_observers)",
                "14:15-17: `translators` is empty (write something, or take the line out)",
            ]
        );
    }

    #[test]
    fn a_broken_line_is_one_problem_and_the_others_are_still_read() {
        let text = "title = “Ankara”\nlinks = \"sideways\"\nlanguage = \"tr\"\nlanguage = \"ku\"\n";
        let found = problems(text);
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found[0].starts_with("1:9") && found[0].contains("this is not TOML"), "{found:#?}");
        assert!(found[1].starts_with("2:9-19: `sideways` is not a way to write links"), "{found:#?}");
        assert!(found[2].starts_with("4:1") && found[2].contains("duplicate key"), "{found:#?}");
        assert_eq!(read(text).value.language.as_str(), "tr");
    }

    #[test]
    fn an_empty_file_lacks_a_title_and_an_unreadable_one_says_nothing_more() {
        assert_eq!(problems(""), ["1:1-1: `title` is missing (write: title = \"The name of your site\")"]);
        assert_eq!(problems("title = ' '"), ["1:9-12: `title` is empty (write something, or take the line out)"]);
        assert_eq!(parse(&SourceFile::unreadable("dossier.toml")), Checked::clean(Config::default()));
    }

    #[test]
    fn numbers_that_json_cannot_hold_are_refused() {
        let found = problems("title = 'x'\n[extra]\na = nan\nb = 99999999999999999999\nc = -5\n");
        assert_eq!(
            found,
            [
                "3:5-8: this number cannot be used (write it in quotes, as text, or as a smaller number)",
                "4:5-25: this number cannot be used (write it in quotes, as text, or as a smaller number)",
            ]
        );
    }

    #[test]
    fn no_depth_overflows_the_stack() {
        for text in
            ["[".repeat(100_000), format!("extra = {}", "[".repeat(100_000)), format!("a{} = 1", ".a".repeat(50_000))]
        {
            assert!(read(&text).has_errors());
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*|([a-z_]{1,9}|[\\[\\]{}=.,\"'#\\n -]|title|roles|extra|\\[roles\\]|0x|1e9|inf|2015-10-10){0,40}") {
            let checked = read(&text);
            for found in &checked.diagnostics {
                prop_assert!(text.get(found.span.range()).is_some(), "{found:?}");
            }
        }

        #[test]
        fn no_cut_of_a_good_file_makes_it_panic(cut in 0usize..200) {
            let whole = "title = \"Ankara\"\nbase_url = \"https://örnek.example/\"\n[roles]\ntranslators = \"T\"\n[extra]\na = [1, {b = 'ş'}]\n";
            let text = &whole[..whole.floor_char_boundary(cut)];
            let checked = read(text);
            prop_assert!(checked.diagnostics.iter().all(|found| text.get(found.span.range()).is_some()));
        }
    }
}
