//! The pages and files that tell of many documents at once, section by section. Knows which sections there are, not what stands in them.

use std::sync::{Mutex, PoisonError};

use super::planner::Planner;
use super::{
    Page, calendar, changes, continued, corrections, data, feeds, listing, map, network, rest, search, timeline,
};
use crate::document::kind::Kind;
use crate::foundation::output_file::OutputFile;
use crate::foundation::route::Route;
use crate::media::card::Card;

/// What a section is made of.
#[derive(Default)]
pub(super) struct Made {
    /// Pages to be rendered.
    pub pages: Vec<Page>,
    /// Files that need no template.
    pub files: Vec<OutputFile>,
    /// Pictures that are to be drawn.
    pub cards: Vec<(Route, Card)>,
}

/// Where goes what is too much to be kept beside all else.
#[derive(Clone, Copy)]
pub(super) struct Give<'g> {
    pub page: &'g (dyn Fn(Page) + Sync),
    pub file: &'g (dyn Fn(OutputFile) + Sync),
}

/// What `make` comes to, and the pages and files that it gave away.
pub(super) fn with_given<T>(make: impl FnOnce(Give<'_>) -> T) -> (T, Vec<Page>, Vec<OutputFile>) {
    let (pages, files): (Mutex<Vec<Page>>, Mutex<Vec<OutputFile>>) = Default::default();
    let page = |page| pages.lock().unwrap_or_else(PoisonError::into_inner).push(page);
    let file = |file| files.lock().unwrap_or_else(PoisonError::into_inner).push(file);
    let rest = make(Give { page: &page, file: &file });
    let all = (pages.into_inner(), files.into_inner());
    (rest, all.0.unwrap_or_else(PoisonError::into_inner), all.1.unwrap_or_else(PoisonError::into_inner))
}

/// What stands in a section. It decides what an edit of a text can change: see [`super::Plan::inputs`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// Texts of documents, whole or in parts.
    Texts,
    /// None of them; it makes pages alone, and no picture is drawn for one.
    FactsOnPages,
    /// None of them; it makes files alone.
    FactsInFiles,
}

/// A section of the site.
pub(super) struct Section {
    /// Whether what stands at this path below the output folder may be of this section. It is for a site in one language.
    pub may_have: fn(&str) -> bool,
    /// What stands in it.
    pub shows: Shows,
    /// Makes it. What is too large to be kept beside others is given away at once, and is not among what is given back.
    pub make: for<'p, 'a> fn(&'p Planner<'a>, Give<'_>) -> Made,
}

/// All sections of a site in one of its languages; those with the most work come first.
pub(super) const ALL: [Section; 14] = [
    Section {
        may_have: |path| path.starts_with("search/"),
        shows: Shows::Texts,
        make: |planner, give| {
            search::files(planner, give.file);
            Made::default()
        },
    },
    Section {
        may_have: |path| path.starts_with("data/"),
        shows: Shows::FactsInFiles,
        make: |planner, give| {
            if planner.edition.is_main {
                data::files(planner, give.file);
            }
            Made::default()
        },
    },
    Section {
        may_have: |path| path.starts_with("index/"),
        shows: Shows::FactsOnPages,
        make: |planner, give| {
            rest::pages(planner, give.page);
            Made::default()
        },
    },
    Section {
        may_have: |path| path.starts_with("index/"),
        shows: Shows::Texts,
        make: |planner, give| {
            continued::pages(planner, give.page);
            Made::default()
        },
    },
    Section {
        may_have: |path| path.starts_with("network/"),
        shows: Shows::FactsOnPages,
        make: |planner, give| {
            network::pages(planner, give.page);
            Made::default()
        },
    },
    Section {
        may_have: |path| path.rsplit_once('.').is_some_and(|(_, ending)| ending == "xml"),
        shows: Shows::Texts,
        make: |planner, _| Made { files: feeds::files(planner), ..Made::default() },
    },
    Section {
        may_have: |path| path.starts_with("timeline/"),
        shows: Shows::FactsOnPages,
        make: |planner, _| Made { pages: timeline::pages(planner), ..Made::default() },
    },
    Section {
        may_have: |path| path.starts_with("index/") || path.starts_with("not-named/") || is_front_of_kind(path),
        shows: Shows::FactsOnPages,
        make: |planner, _| Made { pages: listing::pages(planner), ..Made::default() },
    },
    Section {
        may_have: |path| path == "404.html",
        shows: Shows::FactsOnPages,
        make: |planner, _| Made { pages: listing::not_found(planner).into_iter().collect(), ..Made::default() },
    },
    Section {
        may_have: |path| path.starts_with("changes/"),
        shows: Shows::FactsOnPages,
        make: |planner, _| Made { pages: changes::pages(planner), ..Made::default() },
    },
    Section {
        may_have: |path| path.starts_with("map/"),
        shows: Shows::FactsOnPages,
        make: |planner, _| Made { pages: map::pages(planner), ..Made::default() },
    },
    Section {
        may_have: |path| path.starts_with("corrections/"),
        shows: Shows::FactsOnPages,
        make: |planner, _| Made { pages: corrections::pages(planner), ..Made::default() },
    },
    Section {
        may_have: |path| {
            ["search/", "index/", "hearings/calendar/"].iter().any(|folder| path.starts_with(folder))
                || path.rsplit_once('.').is_some_and(|(_, ending)| ending == "ics")
        },
        shows: Shows::Texts,
        make: |planner, _| {
            let pages = calendar::page(planner).into_iter().chain(search::pages(planner)).collect();
            Made { pages, files: calendar::files(planner), ..Made::default() }
        },
    },
    Section {
        may_have: |path| path == "index.html",
        shows: Shows::Texts,
        make: |planner, _| {
            let (pages, cards): (Vec<_>, Vec<_>) = listing::home(planner).into_iter().unzip();
            Made { pages, cards: cards.into_iter().flatten().collect(), ..Made::default() }
        },
    },
];

/// Whether the first page of the index of a kind stands there.
fn is_front_of_kind(path: &str) -> bool {
    let folder = path.strip_suffix("/index.html");
    folder.is_some_and(|folder| Kind::ALL.iter().any(|kind| kind.folder() == Some(folder)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::document::{self, Document, Settings};
    use crate::foundation::date::Moment;
    use crate::graph::files::Files;
    use crate::graph::publish::Audience;
    use crate::graph::{publish, resolve};
    use crate::messages::Messages;
    use crate::pages::{Library, plan, used};
    use crate::source::config::Config;
    use crate::source::tree::{SourcePath, SourceTree};

    const HEARING: &str = "---\ntitle: First hearing\ncase: \"[[The case]]\"\ndate: 2018-05-08\nstatus: held\nplace: \"[[Kars]]\"\n\
        judges: [\"[[Ada Ak]]\"]\nwitnesses: [\"[[Kurt Ak]]\"]\ncorrections:\n  - date: 2019-01-01\n    what: The hour\n---\n\
        They met.\n\n> [!testimony] [[Kurt Ak]] ^s1\n> about: [[Ada Ak]]\n> status: alleged\n> via: [[A report]]\n>\n> It was late.\n";

    /// The documents of a site with something in each section.
    fn documents(settings: &Settings) -> Vec<Arc<Document>> {
        let mut files: Vec<(String, String)> = [
            ("people/kurt.md", "---\nname: Kurt Ak\n---\nA witness.\n"),
            ("people/ada.md", "---\nname: Ada Ak\n---\nA judge.\n"),
            ("places/kars.md", "---\nname: Kars\ncoordinates: [40.60, 43.10]\nprecision: locality\n---\nA town.\n"),
            ("sources/report.md", "---\ntitle: A report\ntype: report\n---\nTwelve pages.\n"),
            ("cases/case.md", "---\ntitle: The case\ndefendants: [\"[[Ada Ak]]\"]\n---\nIt is long.\n"),
            ("hearings/first.md", HEARING),
        ]
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .into();
        files.extend((0..320).map(|number| {
            let text = format!(
                "---\ntitle: Dossier {number}\ndate: 2020-01-02\n---\n[[Kurt Ak]] was there.\n\nNobody else.\n"
            );
            (format!("dossiers/{number}.md"), text)
        }));
        files.sort();
        let parse = |(path, text): &(String, String)| {
            let document = document::parse(&SourcePath::new(&format!("content/{path}")), text, settings);
            Arc::new(document.value.unwrap())
        };
        files.iter().map(parse).collect()
    }

    /// What an edit of a text leaves as it is rests on this.
    #[test]
    fn no_text_is_opened_for_a_section_that_shows_none() {
        let config = Config::default();
        let settings = Settings::new(config.language.clone(), &[]);
        let site = resolve(&documents(&settings), &Files::default()).value;
        let audience = Audience { drafts: false, now: Moment::from_unix(1_600_000_000).unwrap() };
        let site = publish(&site, &settings, audience).value;
        let messages = Messages::load(&SourceTree::default(), &config).value;
        let used = used(std::iter::once(&site)).value;
        for section in ALL {
            let plan = plan(&site, &[], &config, &messages, None, &used, &mut Library::default()).value;
            let planner = &plan.editions[0];
            let (made, pages, files) = with_given(|give| (section.make)(planner, give));
            let (pages, files) = ([made.pages, pages].concat(), [made.files, files].concat());
            let names: Vec<_> =
                pages.iter().map(|page| &page.route).chain(files.iter().map(|file| &file.route)).collect();
            let is_right = match section.shows {
                Shows::Texts => true,
                Shows::FactsOnPages => !pages.is_empty() && files.is_empty() && made.cards.is_empty(),
                Shows::FactsInFiles => pages.is_empty() && !files.is_empty() && made.cards.is_empty(),
            };
            assert!(is_right, "{names:?}");
            // In a preview it is looked for in no other section.
            let other = names.iter().find(|route| !(section.may_have)(&route.output_path()));
            assert_eq!(other, None);
            let has_opened = planner.has_opened_a_text();
            // The search shows that it can be seen.
            let is_search = names.iter().any(|route| route.address().starts_with("/search/words/"));
            assert!(section.shows == Shows::Texts || !has_opened, "{names:?}");
            assert!(has_opened || !is_search, "{names:?}");
        }
    }
}
