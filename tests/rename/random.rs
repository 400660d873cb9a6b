//! C 42: on random sites, what is written after a renaming is what an author would have written with the new name from the start.

use std::collections::BTreeMap;

use dossier::command::rename::{Request, plan, write};
use dossier::foundation::date::Moment;
use dossier::pipeline::Options;
use proptest::prelude::*;

use super::folder::Folder;

/// What a person of the site is called.
#[derive(Debug, Clone)]
struct Called {
    title: String,
    stem: String,
}

/// A piece of a text: words, or a link in one of the forms to one of the people.
type Piece = (usize, usize);

/// `TITLE` and `STEM` are the names of the target; what holds neither is no link.
const FORMS: &[&str] = &[
    "[[TITLE]]",
    "[[TITLE|words]]",
    "[[STEM]]",
    "[[people/STEM]]",
    "[[people/STEM.md|words]]",
    "[[person:TITLE]]",
    "[[TITLE#Part]]",
    "[[STEM#^b1|words]]",
    "[words](people/STEM.md)",
    "[words](<people/STEM.md#^b1>)",
    "*[[TITLE]]*",
    "“[[TITLE]]”",
    "words",
    "Names ",
    "`[[code]]`",
    "a\tb",
    "\n\n",
    "  \n",
    "%%remark%% ",
    "![[TITLE#Part]]\n\n",
];

fn person(called: &Called, redirect: &str) -> String {
    format!("---\nname: \"{}\"\n{redirect}---\n\n## Part\n\nWords. ^b1\n", called.title)
}

fn page(people: &[Called], fields: &[usize], pieces: &[Piece], line_end: &str) -> String {
    let links: Vec<String> = fields.iter().map(|one| format!("\"[[{}]]\"", people[*one].title)).collect();
    let mut text = format!("---\ntitle: Page\nkind: dossier\npeople: [{}]\n---\n", links.join(" , "));
    for (form, one) in pieces {
        let piece = FORMS[*form].replace("TITLE", &people[*one].title).replace("STEM", &people[*one].stem);
        // An embed stands alone.
        text += if piece.starts_with('!') { "\n\n" } else { " " };
        text += &piece;
    }
    text.replace('\n', line_end)
}

fn site(
    people: &[Called],
    pages: &[(Vec<usize>, Vec<Piece>, bool)],
    redirect: Option<(usize, &str)>,
) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([("dossier.toml".to_owned(), "title = \"Records\"\n".to_owned())]);
    for (number, called) in people.iter().enumerate() {
        let redirect = redirect
            .filter(|(at, _)| *at == number)
            .map_or(String::new(), |(_, old)| format!("redirect_from: {old}\n"));
        files.insert(format!("content/people/{}.md", called.stem), person(called, &redirect));
    }
    for (number, (fields, pieces, is_windows)) in pages.iter().enumerate() {
        let text = page(people, fields, pieces, if *is_windows { "\r\n" } else { "\n" });
        files.insert(format!("content/page-{number}.md"), text);
    }
    files
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn c42_only_links_change_and_all_lead_where_they_led(
        pages in prop::collection::vec(
            (prop::collection::vec(0..4_usize, 0..3), prop::collection::vec((0..FORMS.len(), 0..4_usize), 0..25), any::<bool>()),
            1..4,
        ),
        which in 0..4_usize,
        by_title in any::<bool>(),
    ) {
        let people: Vec<Called> = ["Ari Ün", "Mert Öz", "Şule Ak", "İnci Al"]
            .iter()
            .enumerate()
            .map(|(number, title)| Called { title: (*title).to_owned(), stem: format!("p{number}-x") })
            .collect();
        let before = site(&people, &pages, None);
        let folder = Folder::with(before.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let mut renamed = people.clone();
        let (old, new) = if by_title {
            renamed[which].title = "Yeni Ad".to_owned();
            (people[which].title.clone(), "Yeni Ad".to_owned())
        } else {
            renamed[which].stem = "another-file".to_owned();
            (people[which].stem.clone(), "another-file".to_owned())
        };
        let request = Request { old, new, may_redirect: true };
        let options = Options::at(Moment::parse("2026-01-01T00:00:00Z").unwrap());
        let outcome = plan(folder.path(), &request, &options).unwrap();
        prop_assert!(outcome.diagnostics.is_empty(), "{:#?}", outcome.diagnostics);
        write(folder.path(), &outcome.value.unwrap()).unwrap();
        let redirect = format!("/people/{}/", people[which].stem);
        let expected = site(&renamed, &pages, (!by_title).then_some((which, redirect.as_str())));
        prop_assert_eq!(folder.texts(), expected);
    }
}
