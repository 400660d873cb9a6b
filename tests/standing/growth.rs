//! The work of deriving grows as the record does: counted in steps, not in time. `benches/statements.rs` has the times.

#[path = "../../benches/record/mod.rs"]
mod made;

use std::fmt::Write as _;

use dossier::foundation::date::Moment;
use dossier::graph::derived::Steps;
use dossier::graph::publish;
use dossier::pipeline::{Options, Pipeline};
use dossier::source::tree::{SourceFile, SourceTree};
use made::{Record, STATEMENTS};

fn steps(tree: &SourceTree) -> Steps {
    let options = Options::at(Moment::parse("2026-01-01T00:00+00:00").unwrap());
    let analysis = Pipeline::default().analyse(tree, &options);
    assert_eq!(analysis.diagnostics, []);
    let public = publish(&analysis.value.site, &analysis.value.settings, options.audience);
    public.value.derivation().steps()
}

#[test]
fn twice_the_record_is_twice_the_work() {
    let [once, twice, four] = [48, 96, 192].map(|hearings| steps(&Record { hearings }.tree()));
    for (less, more) in [(once, twice), (twice, four)] {
        assert_eq!(more.sources, 2 * less.sources);
        assert_eq!(more.retellings, 2 * less.retellings);
        assert_eq!(more.statements, 2 * less.statements);
        assert_eq!(more.relations, 2 * less.relations);
        // How many speak for themselves again differs a little from size to size.
        assert!(more.total() <= 2 * less.total() + less.total() / 5, "{less:?} {more:?}");
    }
}

#[test]
fn each_source_is_visited_once_however_many_statements_rest_on_it() {
    let record = Record { hearings: 64 };
    let found = steps(&record.tree());
    assert_eq!(found.sources, record.sources());
    assert_eq!(found.statements, record.hearings * STATEMENTS);
    // Four of five statements relate to another, and each relation is looked at from both ends.
    assert_eq!(found.relations, 2 * record.hearings * STATEMENTS * 4 / 5);
}

/// A chain of `count` sources, each retelling the next, and a statement on each of them.
fn chain(count: usize) -> SourceTree {
    let mut tree = SourceTree::from_texts([("dossier.toml", "title = \"Record\"\n")]);
    let mut hearing = "---\ntitle: One\n---\n\n".to_owned();
    for number in 0..count {
        let next = if number + 1 < count { format!("derived_from: \"[[r{}]]\"\n", number + 1) } else { String::new() };
        let text = format!("---\ntitle: Report {number}\n{next}---\n");
        tree.insert(SourceFile::text(&format!("content/sources/r{number}.md"), &text));
        write!(
            hearing,
            "> [!act] unattributed ^s{number}\n> status: reported\n> via: [[r{number}]]\n>\n> Something.\n\n"
        )
        .unwrap();
    }
    tree.insert(SourceFile::text("content/hearings/one.md", &hearing));
    tree
}

#[test]
fn a_chain_costs_its_length_even_where_a_statement_rests_on_each_link() {
    let found = steps(&chain(1_000));
    let expected =
        Steps { sources: 1_000, retellings: 999, origins: 0, statements: 1_000, relations: 0, carried: 1_000 };
    assert_eq!(found, expected);
}
