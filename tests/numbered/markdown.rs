//! Group B: Markdown.

use super::site::says;

#[test]
fn b27_tags_are_shown_as_text() {
    says(
        &[(
            "content/about.md",
            "---\ntitle: About\n---\n<script>alert(1)</script>\n\nA <img src=x onerror=alert(1)> b\n\n<!-- unclosed\n",
        )],
        &[
            "content/about.md:4:1: warning[raw-html]: HTML is not used here; it is shown as text (write Markdown; put `<` into code, or a backslash before it, to show it without this warning)",
            "content/about.md:6:3: warning[raw-html]: HTML is not used here; it is shown as text (write Markdown; put `<` into code, or a backslash before it, to show it without this warning)",
            "content/about.md:8:1: error[invalid-comment]: an HTML comment would be shown to every reader (write the comment between two `%%`; these are left out of the site)",
            "exit 1",
        ],
    );
}

#[test]
fn b33_a_comment_that_does_not_end() {
    says(
        &[("content/about.md", "---\ntitle: About\n---\nWords %%not for readers.\n")],
        &[
            "content/about.md:4:7: error[invalid-comment]: a comment begins here and does not end (write `%%` where it ends; for two percent signs that are to be read, write `\\%\\%`)",
            "exit 1",
        ],
    );
}

#[test]
fn b34_letters_that_nobody_sees() {
    says(
        &[("content/people/x.md", "---\nname: \"Some\u{200b}one\"\n---\nWo\u{202e}rds.\n")],
        &[
            "content/people/x.md:2:12: error[invisible-character]: a character that cannot be seen stands in this name: U+200B (zero width space) (delete it and type the word again)",
            "content/people/x.md:4:3: error[invisible-character]: a character that cannot be seen stands here: U+202E (direction mark) (delete it, and type the words beside it again if they came from another program)",
            "exit 1",
        ],
    );
}

#[test]
fn b35_footnotes_that_lead_nowhere() {
    says(
        &[(
            "content/about.md",
            "---\ntitle: About\n---\nOne[^1] two[^2].\n\n[^2]: A.\n\n[^2]: B.\n\n[^3]: Never used.\n",
        )],
        &[
            "content/about.md:4:4: error[invalid-footnote]: this footnote has no text (write its text on a line of its own: `[^1]: …`; for brackets that are to be read, write `\\[^`)",
            "content/about.md:8:1: error[invalid-footnote]: the footnote `[^2]` has two texts (give one of them another name)",
            "content/about.md:10:1: error[invalid-footnote]: nothing in the text leads to this footnote, so its text would be lost (put its mark where it belongs, or delete it)",
            "exit 1",
        ],
    );
}

#[test]
fn b36_statements_without_speaker_or_with_one_id() {
    says(
        &[(
            "content/about.md",
            "---\ntitle: About\n---\n> [!testimony]\n> status: alleged\n>\n> Words.\n\n> [!testimony] [[good]] ^s1\n> status: alleged\n>\n> Words.\n\n> [!testimony] [[good]] ^s1\n> status: alleged\n>\n> Others.\n",
        )],
        &[
            "content/about.md:4:3: error[invalid-statement]: this statement has no id (end the line with one that is not used yet, such as `^s1`: it is the statement's permanent address)",
            "content/about.md:4:3: error[invalid-statement]: this statement has no speaker (write who said it after the marker, as [[name]], or `unattributed` where the source does not say)",
            "content/about.md:14:26: error[duplicate-block-id]: `^s1` stands twice in this document (give one of them another id; keep the one that has been published)",
            "exit 1",
        ],
    );
}

#[test]
fn b32_embeds_that_do_not_end_or_are_not_published() {
    says(
        &[
            ("content/about.md", "---\ntitle: About\n---\n![[about]]\n\n![[draft]]\n\n![[a]]\n"),
            ("content/draft.md", "---\ntitle: Draft\ndraft: true\n---\nWords.\n"),
            ("content/a.md", "---\ntitle: A\n---\n![[b]]\n"),
            ("content/b.md", "---\ntitle: B\n---\n![[a]]\n"),
        ],
        &[
            "content/about.md:4:4: error[embed-cycle]: a page cannot show itself (link instead: take the `!` away)",
            "content/about.md:6:4: error[embed-of-unpublished]: this shows a part of a page that is not published (take the embed out, or publish the page)",
            "content/b.md:4:4: error[embed-cycle]: content/a.md shows this page in turn, and so on without end (link instead: take the `!` away)",
            "exit 1",
        ],
    );
}
