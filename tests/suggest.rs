//! `dossier suggest`: what a writer is told, and what `--fix` writes. Whole sites in, whole output out.
#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests make folders of their own and run the program"
)]

#[path = "rename/folder.rs"]
mod folder;
#[path = "suggest/random.rs"]
mod random;
#[path = "suggest/translations.rs"]
mod translations;

use folder::Folder;

const CONFIG: (&str, &str) = ("dossier.toml", "title = \"Records\"\n");
const ADA: (&str, &str) = ("content/people/ada-kaya.md", "---\nname: Ada Kaya\naliases: [A. Kaya]\n---\n");
const ILHAMI: (&str, &str) = ("content/people/ilhami-bali.md", "---\nname: İlhami Balı\n---\n");
const KURT: (&str, &str) = ("content/people/kurt.md", "---\nname: Muhammed Kasım Kurt\n---\n");
const SIRIN: (&str, &str) = ("content/people/sirin.md", "---\nname: Şêrîn Dîlan Çiçek\n---\n");

/// A site with these people and one page, which begins in line 4.
fn site(people: &[(&str, &str)], page: &str) -> Folder {
    let page = format!("---\ntitle: Notes\n---\n{page}");
    Folder::with([CONFIG, ("content/notes.md", page.as_str())].into_iter().chain(people.iter().copied()))
}

/// What is said about it, without the path of the page.
fn said(people: &[(&str, &str)], page: &str) -> String {
    site(people, page).run(&["suggest", "-q"]).replace("content/notes.md:", "")
}

/// The page after `--fix --yes`.
fn fixed(people: &[(&str, &str)], page: &str) -> String {
    let folder = site(people, page);
    let said = folder.run(&["suggest", "--fix", "--yes", "-q"]);
    assert_eq!(said, "exit 0\n");
    folder.texts()["content/notes.md"].strip_prefix("---\ntitle: Notes\n---\n").unwrap().to_owned()
}

#[test]
fn every_unlinked_name_is_told_with_the_link_to_write() {
    let page = "dün İlhami Balı’yı ve Kasım'ı gördü; sonra Muhammed Kasım Kurt'un\n\
                evi, İLHAMİ BALI, Şêrîn Dîlan Çiçek, A. Kaya, **Ada** Kaya, _Ada Kaya_ ve Ada\nKaya.\n";
    assert_eq!(
        said(&[ADA, ILHAMI, KURT, SIRIN], page),
        "\
4:5: suggestion[unlinked-mention]: `İlhami Balı` is named here without a link (write `[[İlhami Balı]]`)
4:44: suggestion[unlinked-mention]: `Muhammed Kasım Kurt` is named here without a link (write `[[Muhammed Kasım Kurt]]`)
5:6: suggestion[unlinked-mention]: `İLHAMİ BALI` is named here without a link (write `[[İlhami Balı|İLHAMİ BALI]]`)
5:19: suggestion[unlinked-mention]: `Şêrîn Dîlan Çiçek` is named here without a link (write `[[Şêrîn Dîlan Çiçek]]`)
5:38: suggestion[unlinked-mention]: `A. Kaya` is named here without a link (write `[[Ada Kaya|A. Kaya]]`)
5:49: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kaya|**Ada** Kaya]]`)
5:62: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kaya]]`)
5:75: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (put it into brackets, and behind them `(people/ada-kaya.md)`: the name goes over the end of a line)
exit 0
"
    );
    assert_eq!(
        fixed(&[ADA, ILHAMI, KURT, SIRIN], page),
        "dün [[İlhami Balı]]’yı ve Kasım'ı gördü; sonra [[Muhammed Kasım Kurt]]'un\n\
         evi, [[İlhami Balı|İLHAMİ BALI]], [[Şêrîn Dîlan Çiçek]], [[Ada Kaya|A. Kaya]], [[Ada Kaya|**Ada** Kaya]], \
         _[[Ada Kaya]]_ ve [Ada\nKaya](people/ada-kaya.md).\n"
    );
}

#[test]
fn the_four_formats_are_those_of_the_other_commands() {
    let folder = site(&[ADA], "we saw Ada Kaya.\n");
    let run = |format: &str| folder.run_behind(&format!("exec \"$0\" suggest --format {format} # \"$@\""), &[]);
    assert_eq!(
        run("human"),
        "\
content/notes.md:4:8: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link
  |
4 | we saw Ada Kaya.
  |        ^^^^^^^^
help: write `[[Ada Kaya]]`

1 suggestion
exit 0
"
    );
    assert_eq!(
        run("short"),
        "content/notes.md:4:8: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kaya]]`)\n1 suggestion\nexit 0\n"
    );
    assert_eq!(
        run("json"),
        "{\"code\":\"unlinked-mention\",\"severity\":\"suggestion\",\"message\":\"`Ada Kaya` is named here without a link\",\
         \"path\":\"content/notes.md\",\"line\":4,\"column\":8,\"end_line\":4,\"end_column\":16,\"labels\":[],\
         \"help\":\"write `[[Ada Kaya]]`\"}\nexit 0\n"
    );
    assert_eq!(
        run("github"),
        "::notice file=content/notes.md,line=4,col=8,endLine=4,endColumn=16,title=unlinked-mention::`Ada Kaya` is named here \
         without a link%0Awrite `[[Ada Kaya]]`\nexit 0\n"
    );
}

#[test]
fn a_name_of_two_is_told_and_never_linked() {
    let second = (
        "content/people/ada-2.md",
        "---\nname: Ada Kaya\nnot_same_as: \"[[people/ada-kaya]]\"\n---\nAda Kaya is not Ada Kaya.\n",
    );
    let page = "we saw Ada Kaya.\n";
    assert_eq!(
        said(&[ADA, second], page),
        "4:8: suggestion[shared-name]: `Ada Kaya` can mean 2 things (say which one: [[people/ada-2|Ada Kaya]] or \
         [[people/ada-kaya|Ada Kaya]])\nexit 0\n"
    );
    assert_eq!(fixed(&[ADA, second], page), page);
    // An alias that two have, and one whose letters differ only in accents.
    let third = ("content/people/aye.md", "---\nname: Aye Kaya\naliases: [Â. Kaya]\n---\n");
    let page = "we saw A. Kaya.\n";
    assert_eq!(
        said(&[ADA, third], page).lines().next().unwrap(),
        "4:8: suggestion[shared-name]: `A. Kaya` can mean 2 things (say which one: [[people/ada-kaya|A. Kaya]] or \
         [[people/aye|A. Kaya]])"
    );
    assert_eq!(fixed(&[ADA, third], page), page);
}

#[test]
fn misspelt_names_are_told() {
    let page = "o İlhami Bali, Ilhami Balı ve Muhammet Kasım Kurt; sonra Muhamed Kasim Kurt'un, Serin Dilan Cicek, Ada Kaja, \
                Adam Kayan, Ada Demir ve İlhami Balıkçıoğlu.\n";
    assert_eq!(
        said(&[ADA, ILHAMI, KURT, SIRIN], page),
        "\
4:3: suggestion[misspelt-name]: `İlhami Bali` is spelt almost like `İlhami Balı` (if it is meant, write `[[İlhami Balı]]`; a spelling that is in use belongs into `aliases`)
4:16: suggestion[misspelt-name]: `Ilhami Balı` is spelt almost like `İlhami Balı` (if it is meant, write `[[İlhami Balı]]`; a spelling that is in use belongs into `aliases`)
4:31: suggestion[misspelt-name]: `Muhammet Kasım Kurt` is spelt almost like `Muhammed Kasım Kurt` (if it is meant, write `[[Muhammed Kasım Kurt]]`; a spelling that is in use belongs into `aliases`)
4:58: suggestion[misspelt-name]: `Muhamed Kasim Kurt` is spelt almost like `Muhammed Kasım Kurt` (if it is meant, write `[[Muhammed Kasım Kurt]]`; a spelling that is in use belongs into `aliases`)
4:81: suggestion[misspelt-name]: `Serin Dilan Cicek` is spelt almost like `Şêrîn Dîlan Çiçek` (if it is meant, write `[[Şêrîn Dîlan Çiçek]]`; a spelling that is in use belongs into `aliases`)
4:100: suggestion[misspelt-name]: `Ada Kaja` is spelt almost like `Ada Kaya` (if it is meant, write `[[Ada Kaya]]`; a spelling that is in use belongs into `aliases`)
exit 0
"
    );
    assert_eq!(fixed(&[ADA, ILHAMI, KURT, SIRIN], page), page);
}

#[test]
fn a_lone_surname_of_two_is_told_once_a_page() {
    let veli = ("content/people/veli.md", "---\nname: Veli Kaya\n---\nKaya denies it.\n");
    let page = "then Kaya’nın evi. Kaya left. Hasan Kaya and Kaya-Demir came.\n\nKurt said so.\n";
    assert_eq!(
        said(&[ADA, veli, KURT], page),
        "4:6: suggestion[ambiguous-surname]: `Kaya` stands here alone, 2 times on this page, and 2 people have that name (write the \
         full name where it is not clear who is meant: `Ada Kaya`, `Veli Kaya`; nobody is linked by a surname)\nexit 0\n"
    );
    assert_eq!(fixed(&[ADA, veli, KURT], page), page);
}

#[test]
fn a_surname_is_no_name_even_where_a_place_has_it() {
    let place = ("content/places/kaya.md", "---\nname: Kaya\n---\n");
    assert_eq!(said(&[ADA, place], "then Kaya left for Kaya.\n"), "exit 0\n");
    let alias = ("content/people/memo.md", "---\nname: Mehmet Ün\naliases: [Memo, the fugitive]\n---\n");
    assert_eq!(said(&[alias], "then Memo left. The fugitive, the fugitive and Memo.\n"), "exit 0\n");
}

#[test]
fn where_somebody_else_may_be_meant_nothing_is_written_without_a_question() {
    let place = ("content/places/ankara.md", "---\nname: Ankara\n---\n");
    let page = "Hasan Ada Kaya, Ada Kaya Demir, M. Ada Kaya and we in Ankara. Dr. Ada Kaya, Ada Kaya’nın Evi\n";
    assert_eq!(
        said(&[ADA, place], page),
        "\
4:7: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kaya]]`; a word beside it may belong to the name, so look first)
4:17: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kaya]]`; a word beside it may belong to the name, so look first)
4:36: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kaya]]`; a word beside it may belong to the name, so look first)
4:55: suggestion[unlinked-mention]: `Ankara` is named here without a link (write `[[Ankara]]`; one word alone can mean something else, so look first)
4:67: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kaya]]`)
4:77: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kaya]]`)
exit 0
"
    );
    assert_eq!(
        fixed(&[ADA, place], page),
        "Hasan Ada Kaya, Ada Kaya Demir, M. Ada Kaya and we in Ankara. Dr. [[Ada Kaya]], [[Ada Kaya]]’nın Evi\n"
    );
}

#[test]
fn nothing_is_looked_for_where_no_link_can_be() {
    let page = "# Ada Kaya\n\n[[Ada Kaya|Ada Kaya]] [Ada Kaya](https://example.org) `Ada Kaya` %%Ada Kaya%% https://example.org/Ada Kaya\n\n\
                > [!testimony] [[Ada Kaya]] ^s1\n> status: alleged\n> via: [[Report by Ada Kaya]]\n>\n> Yes.\n\n\
                ```\nAda Kaya\n```\n";
    let source = ("content/sources/report.md", "---\ntitle: Report by Ada Kaya\ntype: notes\n---\n");
    let unnamed = ("content/people/w.md", "---\nid: w-1\nlabel: Sergeant One\nwithheld: {how: unknown}\n---\n");
    let page = format!("{page}\nthe Sergeant One spoke.\n");
    assert_eq!(said(&[ADA, source, unnamed], &page), "exit 0\n");
}

#[test]
fn what_could_not_be_read_again_is_left_to_a_person() {
    let page = "a [Ada Kaya] b ![x Ada *Kaya c* d\n";
    assert_eq!(
        said(&[ADA], page),
        "\
4:4: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (link it by hand, to `[[Ada Kaya]]`: the signs around it stand in the way)
4:20: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (link it by hand, to `[[Ada Kaya]]`: the signs around it stand in the way)
exit 0
"
    );
    assert_eq!(fixed(&[ADA], page), page);
}

#[test]
fn people_with_almost_one_name_are_told() {
    let people = [
        ("content/people/a.md", "---\nname: Muhammed Kasım Kurt\n---\n"),
        ("content/people/b.md", "---\nname: Muhammed Kurt\n---\n"),
        ("content/people/c.md", "---\nname: Kurt Kasım Muhammed\n---\n"),
        ("content/people/d.md", "---\nname: Muhamed Kurt\nnot_same_as: \"[[people/a]]\"\n---\n"),
        ("content/people/e.md", "---\nname: Berîvan Kaya\n---\n"),
        ("content/people/f.md", "---\nname: Berîvan Kara\nnot_same_as: \"[[people/e]]\"\n---\n"),
        ("content/people/g.md", "---\nname: Hasan Demir\n---\n"),
    ];
    let help = |file| {
        format!(
            "(if they are one, make one page of the two, with the other spelling among its aliases; if they are two, write `not_same_as: \"[[people/{file}]]\"`)"
        )
    };
    assert_eq!(
        said(&people, ""),
        format!(
            "\
content/people/b.md:2:7: suggestion[near-duplicate]: `Muhammed Kurt` and `Muhammed Kasım Kurt` have almost one name {}
content/people/c.md:2:7: suggestion[near-duplicate]: `Kurt Kasım Muhammed` and `Muhammed Kasım Kurt` have almost one name {}
content/people/d.md:2:7: suggestion[near-duplicate]: `Muhamed Kurt` and `Muhammed Kurt` have almost one name {}
exit 0
",
            help("a"),
            help("a"),
            help("b")
        )
    );
}

#[test]
fn statements_without_source_and_hearings_without_next_are_told() {
    let case = |stage: &str| {
        format!(
            "---\ntitle: Harbour case\nparties:\n  - {{who: \"[[Ada Kaya]]\", stage: {stage}, as_of: 2019-01-01, source: \"[[report]]\"}}\n---\n"
        )
    };
    let hearing = |date: &str, more: &str| {
        format!("---\ntitle: Hearing of {date}\ncase: \"[[Harbour case]]\"\ndate: {date}\n{more}---\n")
    };
    let said = |stage: &str, last: &str| {
        let case = case(stage);
        let (first, second) = (hearing("2019-01-07", ""), hearing("2019-05-14", last));
        let page = "> [!testimony] [[Ada Kaya]] ^s1\n> status: alleged\n>\n> Yes.\n\n> [!testimony] [[Ada Kaya]] ^s2\n> status: alleged\n>\n> \
                    No. [@report]\n\n> [!testimony] [[Ada Kaya]] ^s3\n> status: alleged\n> via: [[report]]\n>\n> No.\n";
        let files = [
            ADA,
            ("content/sources/report.md", "---\ntitle: A report\ntype: notes\n---\n"),
            ("content/cases/harbour.md", case.as_str()),
            ("content/hearings/h1.md", first.as_str()),
            ("content/hearings/h2.md", second.as_str()),
        ];
        site(&files, page).run(&["suggest", "-q", "--now", "2020-01-01T00:00:00Z"])
    };
    let open = "content/hearings/h2.md:4:7: suggestion[no-next-hearing]: this hearing was held, and nothing is known of the next one (write \
                `next:` with the date that the court set, or begin the next hearing with `dossier new hearing`; if the case has ended, say so \
                by the `stage` of its parties)\n";
    let without = "content/notes.md:4:30: suggestion[statement-without-source]: the statement `^s1` names no source (add a line `via: \
                   [[source]]`: where it is known from)\n";
    assert_eq!(said("on-trial", ""), format!("{open}{without}exit 0\n"));
    for (stage, last) in [
        ("on-trial", "next: 2019-09-03\n"),
        ("on-trial", "status: adjourned\n"),
        ("acquitted", ""),
        ("convicted-final", ""),
    ] {
        assert_eq!(said(stage, last), format!("{without}exit 0\n"), "{stage} {last}");
    }
}

#[test]
fn each_link_is_asked_for() {
    let page = "we saw Ada Kaya, A. Kaya, İlhami Balı and İlhami Balı. And A. Kaya, İlhami Balı, Ada Kaya.\n";
    let folder = site(&[ADA, ILHAMI], page);
    let answers = "printf 'n\\nwhat?\\ny\\na\\n\\nn\\nq\\n' | exec \"$0\" \"$@\"";
    let said = folder.run_behind(answers, &["suggest", "--fix"]);
    assert_eq!(said.matches("Write this link? y: yes, n: no, a: all of `").count(), 7);
    assert!(
        said.ends_with(
            "q: stop asking 4 links written, in 1 file\n3 suggestions left: see `dossier suggest`\nexit 0\n"
        ),
        "{said}"
    );
    assert_eq!(
        folder.texts()["content/notes.md"],
        "---\ntitle: Notes\n---\nwe saw Ada Kaya, [[Ada Kaya|A. Kaya]], [[İlhami Balı]] and [[İlhami Balı]]. And A. Kaya, \
         [[İlhami Balı]], Ada Kaya.\n"
    );
}

#[test]
fn nobody_who_answers_is_no() {
    let folder = site(&[ADA], "we saw Ada Kaya.\n");
    assert!(
        folder
            .run(&["suggest", "--fix"])
            .ends_with("0 links written, in 0 files\n1 suggestion left: see `dossier suggest`\nexit 0\n")
    );
    assert_eq!(folder.texts()["content/notes.md"], "---\ntitle: Notes\n---\nwe saw Ada Kaya.\n");
}

#[test]
fn drafts_are_looked_through_and_linked_by_their_words() {
    let draft = ("content/people/ali.md", "---\nname: Ali Veli Ün\ndraft: true\n---\nAda Kaya\n");
    let folder = site(&[ADA, draft], "we saw Ali Veli Ün.\n");
    assert_eq!(folder.run(&["suggest", "--fix", "--yes"]), "2 links written, in 2 files\nexit 0\n");
    let texts = folder.texts();
    assert_eq!(texts["content/notes.md"], "---\ntitle: Notes\n---\nwe saw [[Ali Veli Ün|Ali Veli Ün]].\n");
    assert_eq!(texts["content/people/ali.md"], "---\nname: Ali Veli Ün\ndraft: true\n---\n[[Ada Kaya]]\n");
}

#[test]
fn with_errors_it_tells_what_it_can_and_writes_nothing() {
    let folder = site(&[ADA], "we saw Ada Kaya and [[Nobody]].\n");
    let before = folder.texts();
    let error = "content/notes.md:4:23: error[unknown-name]: nothing in this site is called `Nobody` (write a document for it, or take the \
                 brackets away)\n";
    assert_eq!(
        folder.run(&["suggest", "-q"]),
        format!(
            "content/notes.md:4:8: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kaya]]`)\n{error}exit 1\n"
        )
    );
    assert_eq!(
        folder.run(&["suggest", "--fix", "--yes"]),
        format!("{error}1 error\nno link was written: the site has these errors\nexit 1\n")
    );
    assert_eq!(folder.texts(), before);
}
