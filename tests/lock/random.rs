//! Random sites: what was locked is there, and what was taken away is missed.

use std::collections::BTreeSet;

use dossier::foundation::diagnostic::Code;
use dossier::pages::lock;
use proptest::prelude::*;

use super::Files;

/// A page: its statements by number and standing, whether it is a draft, how many corrections it has.
#[derive(Debug, Clone)]
struct Page {
    statements: BTreeSet<(u8, &'static str)>,
    is_draft: bool,
    corrections: usize,
    words: String,
}

fn page() -> impl Strategy<Value = Page> {
    let status = prop::sample::select(vec!["alleged", "retracted"]);
    let statements = prop::collection::btree_map(0..5_u8, status, 0..4);
    (statements, prop::bool::weighted(0.2), 0..3_usize, "[A-Za-zçğıöşü ]{1,20}").prop_map(
        |(statements, is_draft, corrections, words)| Page {
            statements: statements.into_iter().collect(),
            is_draft,
            corrections,
            words,
        },
    )
}

fn text(page: &Page, number: usize) -> String {
    let corrections: String = (1..=page.corrections)
        .fold(String::new(), |list, day| list + &format!("  - {{date: 2025-01-0{day}, what: Slip}}\n"));
    let corrections = if corrections.is_empty() { corrections } else { format!("corrections:\n{corrections}") };
    let head =
        format!("---\ntitle: Page {number}\ndraft: {}\n{corrections}---\n\nOf [[page-0|the first]].\n", page.is_draft);
    page.statements.iter().fold(head, |text, (id, status)| {
        let words = &page.words;
        text + &format!(
            "\n> [!act] unattributed ^s{id}\n> status: {status}\n> about: [[page-0]]\n>\n> It was {words} and [[page-1]].\n"
        )
    })
}

fn site(pages: &[Page]) -> Files {
    pages.iter().enumerate().fold(Files(std::collections::BTreeMap::new()), |site, (number, page)| {
        site.with(&format!("content/events/page-{number}.md"), &text(page, number))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_was_just_locked_is_never_missed(pages in prop::collection::vec(page(), 2..6)) {
        let site = site(&pages);
        prop_assert_eq!(site.lock(), site.lock());
        let before = site.diagnostics();
        prop_assert_eq!(site.clone().locked_as(&site).diagnostics(), before);
        let lock = site.lock();
        let read = lock::read(dossier::foundation::span::FileId::of_path(lock::NAME), &lock);
        prop_assert_eq!(lock::print(&read.value.unwrap().lock), lock);
    }

    #[test]
    fn what_was_taken_away_is_missed(pages in prop::collection::vec(page(), 2..6), which in any::<prop::sample::Index>()) {
        let published = site(&pages);
        let number = which.index(pages.len());
        let mut edited = pages.clone();
        edited[number].is_draft = true;
        let said = site(&edited).locked_as(&published).said();
        let vanished: Vec<_> = said.iter().filter(|(code, _)| *code == Code::VanishedPage).map(|(_, words)| words.clone()).collect();
        let expected = if pages[number].is_draft { Vec::new() } else { vec![format!("page /events/page-{number}/")] };
        prop_assert_eq!(vanished, expected);
        prop_assert!(said.iter().all(|(code, _)| *code != Code::VanishedStatement));
    }

    #[test]
    fn a_statement_that_was_taken_away_is_missed(
        pages in prop::collection::vec(page(), 2..6),
        which in any::<prop::sample::Index>(),
    ) {
        let published = site(&pages);
        let number = which.index(pages.len());
        let mut edited = pages.clone();
        let taken: Vec<u8> = edited[number].statements.iter().map(|(id, _)| *id).collect();
        edited[number].statements.clear();
        let said = site(&edited).locked_as(&published).said();
        let expected: Vec<_> = taken
            .iter()
            .filter(|_| !pages[number].is_draft)
            .map(|id| (Code::VanishedStatement, format!("statement /events/page-{number}/#s{id}")))
            .collect();
        prop_assert_eq!(said, expected);
    }
}
