//! `dossier suggest` in the texts of translations: names that they have, names that the main file has, and nothing told twice.

use super::folder::Folder;

const CONFIG: (&str, &str) = ("dossier.toml", "title = \"Records\"\nlanguages = [\"tr\", \"ku\"]\n");
const NOTES: (&str, &str) = ("content/notes.md", "---\ntitle: Notes\n---\nNothing.\n");
const ADA: (&str, &str) =
    ("content/people/ada.md", "---\nname: Ada Kaya\naliases: [A. Kaya]\n---\nShe mentions nobody.\n");

/// A site with these files, with `notes.md` and its Turkish translation, which begins in line 4.
fn site(files: &[(&str, &str)], page: &str) -> Folder {
    let page = format!("---\ntitle: Notlar\n---\n{page}");
    Folder::with([CONFIG, NOTES, ("content/notes.tr.md", page.as_str())].into_iter().chain(files.iter().copied()))
}

fn said(files: &[(&str, &str)], page: &str) -> String {
    site(files, page).run(&["suggest", "-q"])
}

/// The files that `--fix --yes` changes, as they are then.
fn fixed(folder: &Folder) -> Vec<(String, String)> {
    let before = folder.texts();
    assert_eq!(folder.run(&["suggest", "--fix", "--yes", "-q"]), "exit 0\n");
    folder.texts().into_iter().filter(|(path, text)| before.get(path) != Some(text)).collect()
}

#[test]
fn names_are_found_in_both_languages_and_linked_in_that_file_alone() {
    let files = [
        ADA,
        (
            "content/people/ada.tr.md",
            "---\nname: Ada Kayalı\naliases: [Kaya Ada]\n---\nO, Bahri Ün’ü ve Ada Kaya'yı anlatıyor.\n",
        ),
        ("content/people/bahri.md", "---\nname: Bahri Ün\n---\n"),
        ("content/organisations/paper.md", "---\nname: Morning Post\n---\n"),
        ("content/organisations/paper.tr.md", "---\nname: Sabah Postası\n---\n"),
        ("content/more.md", "---\ntitle: More\n---\nSabah Postası means nothing here, nor Ada Kayalı.\n"),
    ];
    let page = "dün Ada Kayalı'nın evi, Ada Kaya’yı,\r\n**Ada** Kayalı, ADA KAYALI, A. Kaya, Kaya Ada, Bahri Ün'ü,\nSabah Postası’nda, Morning\nPost.\n";
    let folder = site(&files, page);
    assert_eq!(
        folder.run(&["suggest", "-q"]),
        "\
content/notes.tr.md:4:5: suggestion[unlinked-mention]: `Ada Kayalı` is named here without a link (write `[[Ada Kayalı]]`)
content/notes.tr.md:4:25: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kayalı|Ada Kaya]]`)
content/notes.tr.md:5:3: suggestion[unlinked-mention]: `Ada Kayalı` is named here without a link (write `[[Ada Kayalı|**Ada** Kayalı]]`)
content/notes.tr.md:5:17: suggestion[unlinked-mention]: `ADA KAYALI` is named here without a link (write `[[Ada Kayalı|ADA KAYALI]]`)
content/notes.tr.md:5:29: suggestion[unlinked-mention]: `A. Kaya` is named here without a link (write `[[Ada Kayalı|A. Kaya]]`)
content/notes.tr.md:5:38: suggestion[unlinked-mention]: `Kaya Ada` is named here without a link (write `[[Ada Kayalı|Kaya Ada]]`)
content/notes.tr.md:5:48: suggestion[unlinked-mention]: `Bahri Ün` is named here without a link (write `[[Bahri Ün]]`)
content/notes.tr.md:6:1: suggestion[unlinked-mention]: `Sabah Postası` is named here without a link (write `[[Sabah Postası]]`)
content/notes.tr.md:6:20: suggestion[unlinked-mention]: `Morning Post` is named here without a link (put it into brackets, and behind them `(organisations/paper.md)`: the name goes over the end of a line)
content/people/ada.tr.md:5:4: suggestion[unlinked-mention]: `Bahri Ün` is named here without a link (write `[[Bahri Ün]]`)
exit 0
"
    );
    let notes = "---\ntitle: Notlar\n---\n\
                 dün [[Ada Kayalı]]'nın evi, [[Ada Kayalı|Ada Kaya]]’yı,\r\n[[Ada Kayalı|**Ada** Kayalı]], [[Ada Kayalı|ADA KAYALI]], \
                 [[Ada Kayalı|A. Kaya]], [[Ada Kayalı|Kaya Ada]], [[Bahri Ün]]'ü,\n[[Sabah Postası]]’nda, [Morning\nPost](organisations/paper.md).\n";
    let ada = "---\nname: Ada Kayalı\naliases: [Kaya Ada]\n---\nO, [[Bahri Ün]]’ü ve Ada Kaya'yı anlatıyor.\n";
    assert_eq!(
        fixed(&folder),
        [("content/notes.tr.md", notes), ("content/people/ada.tr.md", ada)]
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
    );
    assert_eq!(folder.run(&["suggest", "-q"]), "exit 0\n");
    assert!(folder.run(&["check", "--strict", "-q"]).ends_with("exit 0\n"));
}

#[test]
fn a_name_that_two_have_in_a_language_is_linked_in_no_text_of_it() {
    // In Turkish Cem has the name that Ada has in English; a link to `Ada Kaya` would be one to two.
    let files = [
        ADA,
        ("content/people/cem.md", "---\nname: Jem Stone\nnot_same_as: \"[[people/ada]]\"\n---\n"),
        ("content/people/cem.tr.md", "---\nname: Ada Kaya\n---\n"),
        ("content/more.md", "---\ntitle: More\n---\nhere Ada Kaya is one.\n"),
    ];
    let folder = site(&files, "dün Ada Kaya'yı ve Jem Stone'u gördük.\n");
    assert_eq!(
        folder.run(&["suggest", "-q"]),
        "\
content/more.md:4:6: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[Ada Kaya]]`)
content/notes.tr.md:4:5: suggestion[shared-name]: `Ada Kaya` can mean 2 things (say which one: [[people/ada|Ada Kaya]] or [[people/cem|Ada Kaya]])
content/notes.tr.md:4:20: suggestion[unlinked-mention]: `Jem Stone` is named here without a link (write `[[people/cem|Jem Stone]]`)
exit 0
"
    );
    let changed = [
        ("content/more.md", "---\ntitle: More\n---\nhere [[Ada Kaya]] is one.\n"),
        ("content/notes.tr.md", "---\ntitle: Notlar\n---\ndün Ada Kaya'yı ve [[people/cem|Jem Stone]]'u gördük.\n"),
    ];
    assert_eq!(fixed(&folder), changed.map(|(path, text)| (path.to_owned(), text.to_owned())));
}

#[test]
fn a_surname_that_two_have_in_a_language_is_told_in_its_texts() {
    let files = [
        ADA,
        ("content/people/cem.md", "---\nname: Jem Stone\n---\n"),
        ("content/people/cem.tr.md", "---\nname: Cem Kaya\n---\n"),
        ("content/more.md", "---\ntitle: More\n---\nhere Kaya is one.\n"),
    ];
    assert_eq!(
        said(&files, "dün Kaya’nın evi. Kaya gitti.\n"),
        "content/notes.tr.md:4:5: suggestion[ambiguous-surname]: `Kaya` stands here alone, 2 times on this page, and 2 people have that \
         name (write the full name where it is not clear who is meant: `Ada Kaya`, `Cem Kaya`; nobody is linked by a surname)\nexit 0\n"
    );
    // The surname of the main file is theirs in every language.
    let files = [
        ADA,
        ("content/people/ada.tr.md", "---\nname: Ada Taş\n---\n"),
        ("content/people/cem.md", "---\nname: Jem Kaya\n---\n"),
    ];
    assert_eq!(
        said(&files, "dün Kaya gitti.\n"),
        "content/notes.tr.md:4:5: suggestion[ambiguous-surname]: `Kaya` stands here alone, and 2 people have that name (write the full \
         name where it is not clear who is meant: `Ada Taş`, `Jem Kaya`; nobody is linked by a surname)\nexit 0\n"
    );
}

#[test]
fn misspelt_names_are_told_by_the_names_of_the_language() {
    let files = [ADA, ("content/people/ada.tr.md", "---\nname: İlhami Balı\n---\n")];
    let page = "o Ilhami Bali, sonra Ada Kaja'yı.\n";
    let folder = site(&files, page);
    assert_eq!(
        folder.run(&["suggest", "-q"]),
        "\
content/notes.tr.md:4:3: suggestion[misspelt-name]: `Ilhami Bali` is spelt almost like `İlhami Balı` (if it is meant, write `[[İlhami Balı]]`; a spelling that is in use belongs into `aliases`)
content/notes.tr.md:4:22: suggestion[misspelt-name]: `Ada Kaja` is spelt almost like `İlhami Balı` (if it is meant, write `[[İlhami Balı]]`; a spelling that is in use belongs into `aliases`)
exit 0
"
    );
    assert_eq!(fixed(&folder), []);
}

#[test]
fn what_is_no_text_is_told_once_whatever_the_languages() {
    let statement = |words: &str| {
        format!(
            "> [!testimony] [[Ada Kaya]] ^s1\n> status: alleged\n>\n> {words}\n\n> [!testimony] [[Ada Kaya]] ^s2\n> status: alleged\n> via: \
             [[report]]\n>\n> {words}\n"
        )
    };
    let english = format!("---\ntitle: Words\n---\n{}", statement("Yes."));
    let [turkish, kurmanci] = ["Evet.", "Erê."].map(|yes| format!("---\ntitle: Gotin {yes}\n---\n{}", statement(yes)));
    let files = [
        ADA,
        ("content/people/ada.tr.md", "---\nname: Ada Kaya\n---\n"),
        ("content/people/bahri.md", "---\nname: Bahri Ünal\n---\n"),
        ("content/people/bahry.md", "---\nname: Bahry Ünal\n---\n"),
        ("content/people/bahry.tr.md", "---\nname: Bahry Ünal\n---\n"),
        ("content/people/bahry.ku.md", "---\nname: Bahry Ünal\n---\n"),
        ("content/people/jane.md", "---\nname: Jane Stone\n---\n"),
        ("content/people/jane.tr.md", "---\nname: Adam Taşlı\n---\n"),
        ("content/people/john.md", "---\nname: John Mason\n---\n"),
        ("content/people/john.tr.md", "---\nname: Adam Taşl\n---\n"),
        ("content/people/john.ku.md", "---\nname: Adam Taşl\n---\n"),
        ("content/sources/report.md", "---\ntitle: A report\ntype: notes\n---\n"),
        ("content/cases/harbour.md", "---\ntitle: Harbour case\n---\n"),
        ("content/cases/harbour.tr.md", "---\ntitle: Liman davası\n---\n"),
        ("content/hearings/h1.md", "---\ntitle: First day\ncase: \"[[Harbour case]]\"\ndate: 2019-01-07\n---\n"),
        ("content/hearings/h1.tr.md", "---\ntitle: Birinci gün\n---\n"),
        ("content/words.md", english.as_str()),
        ("content/words.tr.md", turkish.as_str()),
        ("content/words.ku.md", kurmanci.as_str()),
    ];
    let help = |file| {
        format!(
            "(if they are one, make one page of the two, with the other spelling among its aliases; if they are two, write `not_same_as: \
             \"[[people/{file}]]\"`)"
        )
    };
    assert_eq!(
        site(&files, "").run(&["suggest", "-q", "--now", "2020-01-01T00:00:00Z"]),
        format!(
            "\
content/hearings/h1.md:4:7: suggestion[no-next-hearing]: this hearing was held, and nothing is known of the next one (write `next:` with the date that the court set, or begin the next hearing with `dossier new hearing`; if the case has ended, say so by the `stage` of its parties)
content/people/bahry.md:2:7: suggestion[near-duplicate]: `Bahry Ünal` and `Bahri Ünal` have almost one name {}
content/people/john.tr.md:2:7: suggestion[near-duplicate]: `Adam Taşl` and `Adam Taşlı` have almost one name {}
content/words.md:4:30: suggestion[statement-without-source]: the statement `^s1` names no source (add a line `via: [[source]]`: where it is known from)
exit 0
",
            help("bahri"),
            help("jane")
        )
    );
}

#[test]
fn a_statement_that_names_its_source_in_the_main_file_alone_is_told() {
    let page = |words: &str| {
        format!("---\ntitle: Words\n---\n> [!testimony] [[Ada Kaya]] ^s1\n> status: alleged\n>\n> {words}\n")
    };
    let report = ("content/sources/report.md", "---\ntitle: A report\ntype: notes\n---\n");
    let said = |english: &str, turkish: &str| {
        let (english, turkish) = (page(english), page(turkish));
        said(&[ADA, report, ("content/words.md", english.as_str()), ("content/words.tr.md", turkish.as_str())], "")
    };
    assert_eq!(
        said("Yes. [@report]", "Evet."),
        "content/words.tr.md:4:30: suggestion[statement-without-source]: the statement `^s1` names no source, and its main file does (cite \
         it in these words too: `[@report]`)\nexit 0\n"
    );
    assert_eq!(said("Yes. [@report]", "Evet. [@report]"), "exit 0\n");
    assert_eq!(
        said("Yes.", "Evet. [@report]"),
        "content/words.md:4:30: suggestion[statement-without-source]: the statement `^s1` names no source (add a line `via: \
         [[source]]`: where it is known from)\nexit 0\n"
    );
}

#[test]
fn verbatim_quotes_stay_the_same_in_both_files() {
    let page = |title: &str, words: &str| {
        format!(
            "---\ntitle: {title}\n---\n> [!testimony] [[Ada Kaya]] ^s1\n> status: alleged\n> via: [[report]]\n>\n> {words}\n>\n> > So \
             said Bahri Ün.\n"
        )
    };
    let (english, turkish) = (page("Words", "Bahri Ün said it."), page("Sözler", "Bahri Ün'ün sözü."));
    let folder = site(
        &[
            ADA,
            ("content/people/bahri.md", "---\nname: Bahri Ün\n---\n"),
            ("content/sources/report.md", "---\ntitle: A report\ntype: notes\n---\n"),
            ("content/words.md", &english),
            ("content/words.tr.md", &turkish),
        ],
        "",
    );
    let quoted = |page: &str| page.replace("So said Bahri Ün", "So said [[Bahri Ün|Bahri Ün]]");
    let english = quoted(&english).replace("> Bahri Ün said", "> [[Bahri Ün]] said");
    let turkish = quoted(&turkish).replace("> Bahri Ün'ün", "> [[Bahri Ün]]'ün");
    assert_eq!(fixed(&folder), [("content/words.md".to_owned(), english), ("content/words.tr.md".to_owned(), turkish)]);
    assert!(folder.run(&["check", "--strict", "-q"]).ends_with("exit 0\n"));
}

#[test]
fn translations_that_are_drafts_are_looked_through_and_no_link_needs_their_names() {
    let statement = "> [!testimony] [[Ada Kaya]] ^s1\n> status: alleged\n> via: [[report]]\n>\n> Yes.\n";
    let main = format!("---\ntitle: Words\n---\n{statement}");
    let files = [
        ADA,
        ("content/people/ada.tr.md", "---\nname: Ada Kayalı\ndraft: true\n---\n"),
        ("content/sources/report.md", "---\ntitle: A report\ntype: notes\n---\n"),
        ("content/words.md", main.as_str()),
        // The statement is still to come, of which a build says nothing.
        ("content/words.tr.md", "---\ntitle: Sözler\ndraft: true\n---\nAda Kaya ve [[Ada Kayalı|o]].\n"),
    ];
    let folder = site(&files, "dün Ada Kayalı'nın evi, Ada Kaya.\n");
    assert_eq!(
        folder.run(&["suggest", "-q"]),
        "\
content/notes.tr.md:4:5: suggestion[unlinked-mention]: `Ada Kayalı` is named here without a link (write `[[people/ada|Ada Kayalı]]`)
content/notes.tr.md:4:25: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[people/ada|Ada Kaya]]`)
content/words.tr.md:5:1: suggestion[unlinked-mention]: `Ada Kaya` is named here without a link (write `[[people/ada|Ada Kaya]]`)
exit 0
"
    );
    let changed = [
        (
            "content/notes.tr.md",
            "---\ntitle: Notlar\n---\ndün [[people/ada|Ada Kayalı]]'nın evi, [[people/ada|Ada Kaya]].\n",
        ),
        ("content/words.tr.md", "---\ntitle: Sözler\ndraft: true\n---\n[[people/ada|Ada Kaya]] ve [[Ada Kayalı|o]].\n"),
    ];
    assert_eq!(fixed(&folder), changed.map(|(path, text)| (path.to_owned(), text.to_owned())));
    assert!(folder.run(&["check", "--strict", "-q"]).ends_with("exit 0\n"));
}

#[test]
fn who_is_not_named_is_not_named_in_another_language() {
    let files = [
        (
            "content/people/w.md",
            "---\nid: w-1\nlabel: Sergeant One\naliases: [Bahri Ün]\nwithheld: {how: unknown}\n---\n",
        ),
        ("content/people/w.tr.md", "---\nlabel: Birinci Çavuş\n---\nBahri Ün Birinci Çavuş Sergeant One\n"),
    ];
    assert_eq!(said(&files, "Bahri Ün. Birinci Çavuş. Sergeant One.\n"), "exit 0\n");
}

#[test]
fn front_matter_of_the_main_file_is_no_place_in_the_translation() {
    // The link in the front matter of the main file stands at the bytes at which the name stands in the translation.
    let main = "---\ntitle: A long title\ndate: 2019-01-07\nplace: \"[[Ankara]]\"\n---\n";
    let page = "---\ntitle: Gün\n---\n11111111111111111 2222222222 Ada Kaya geldi.\n";
    let at = |text: &str, word: &str| text.find(word).unwrap();
    assert_eq!(at(main, "[[Ankara"), at(page, "Ada Kaya"));
    let folder = site(
        &[
            ADA,
            ("content/places/ankara.md", "---\nname: Ankara\n---\n"),
            ("content/events/day.md", main),
            ("content/events/day.tr.md", page),
        ],
        "",
    );
    assert_eq!(fixed(&folder), [("content/events/day.tr.md".to_owned(), page.replace("Ada Kaya", "[[Ada Kaya]]"))]);
}
