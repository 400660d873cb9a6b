//! Group H: the configuration.

use super::site::{Site, says};

#[test]
fn h75_configuration_that_cannot_be_meant() {
    says(
        &[("dossier.toml", "title = \n")],
        &[
            "dossier.toml:1:9: error[invalid-config]: this is not TOML: string values must be quoted, expected literal string (write one `key = \"value\"` on a line, with text in straight quotes)",
            "exit 1",
        ],
    );
    says(
        &[("dossier.toml", "titel = \"x\"\n")],
        &[
            "dossier.toml:1:1: error[invalid-config]: `title` is missing (write: title = \"The name of your site\")",
            "dossier.toml:1:1: error[invalid-config]: `titel` is not a key of the configuration (did you mean `title`?)",
            "exit 1",
        ],
    );
    says(
        &[("dossier.toml", "title = 3\n")],
        &[
            "dossier.toml:1:9: error[invalid-config]: `title` is a number, and text is expected (write: title = \"…\")",
            "exit 1",
        ],
    );
    says(
        &[("dossier.toml", "")],
        &[
            "dossier.toml:1:1: error[invalid-config]: `title` is missing (write: title = \"The name of your site\")",
            "exit 1",
        ],
    );
}

#[test]
fn h77_base_addresses() {
    says(
        &[("dossier.toml", "title = \"x\"\nbase_url = \"records.example\"\n")],
        &[
            "dossier.toml:2:12: error[invalid-config]: `records.example` cannot be the address of a site: it does not begin with https:// or http:// (write the address of the site, such as https://example.org/dossier/)",
            "exit 1",
        ],
    );
    says(
        &[("dossier.toml", "title = \"x\"\nbase_url = \"https://records.example/?q=1\"\n")],
        &[
            "dossier.toml:2:12: error[invalid-config]: `https://records.example/?q=1` cannot be the address of a site: it has a query or a fragment (write the address of the site, such as https://example.org/dossier/)",
            "exit 1",
        ],
    );
    says(
        &[("dossier.toml", "title = \"x\"\nbase_url = \"javascript:alert(1)\"\n")],
        &[
            "dossier.toml:2:12: error[invalid-config]: `javascript:alert(1)` cannot be the address of a site: it does not begin with https:// or http:// (write the address of the site, such as https://example.org/dossier/)",
            "exit 1",
        ],
    );
    says(&[("dossier.toml", "title = \"x\"\nbase_url = \"https://records.example/a/b/\"\n")], &["exit 0"]);
}

#[test]
fn h78_languages_that_are_none() {
    says(
        &[("dossier.toml", "title = \"x\"\nlanguage = \"not a tag\"\n")],
        &[
            "dossier.toml:2:12: error[invalid-config]: `not a tag` is not a language tag (use a tag of BCP 47, such as en, tr, ku or en-GB)",
            "exit 1",
        ],
    );
    says(
        &[("dossier.toml", "title = \"x\"\nlanguage = \"en\"\nlanguage = \"tr\"\n")],
        &[
            "dossier.toml:3:1: error[invalid-config]: this is not TOML: duplicate key (write one `key = \"value\"` on a line, with text in straight quotes)",
            "exit 1",
        ],
    );
    says(
        &[("content/people/x.md", "---\nname: Someone\nlang: q!\n---\n")],
        &[
            "content/people/x.md:3:7: error[invalid-value]: `q!` is not the tag of a language (write a tag such as tr, ku, ar or en-GB)",
            "exit 1",
        ],
    );
}

/// The sources of a site in an older or newer form are never written anew by a command that was not asked to.
#[test]
fn l106_a_site_in_a_newer_form_is_told_and_no_source_is_changed() {
    let newer = "title = \"x\"\nformat = 2\n";
    let page = ("content/about.md", "---\ntitle: About\n---\nWords.  \n");
    says(
        &[("dossier.toml", newer), page],
        &[
            "dossier.toml:2:10: error[invalid-config]: this site is written in format 2, and this program reads format 1 (use a newer version of dossier; nothing was read or changed)",
            "exit 1",
        ],
    );
    for wrong in ["0", "-1", "\"1\"", "1.0", "99999999999999999999"] {
        let config = format!("title = \"x\"\nformat = {wrong}\n");
        let said = Site::with(&[("dossier.toml", &config)]).build();
        assert!(said[0].starts_with("dossier.toml:2:10: error[invalid-config]: "), "{wrong}: {said:?}");
        assert_eq!(said.last().unwrap(), "exit 1");
    }
    for config in ["title = \"x\"\n", "title = \"x\"\nformat = 1\n", newer] {
        let site = Site::with(&[("dossier.toml", config), page]);
        let before = site.sources();
        for words in
            [&["build"][..], &["check"], &["list"], &["lock"], &["lock", "--check"], &["rename", "about", "about"]]
        {
            site.run(words);
        }
        let mut after = site.sources();
        // The list of what is published is written when it is asked for.
        after.remove(std::path::Path::new("dossier.lock"));
        assert_eq!(after, before);
    }
}
