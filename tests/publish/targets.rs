//! Which folder is meant, and which folders are never published to.

use std::fs;

use super::desk::{CONFIG, Desk, ended};

/// A site whose only folder to publish to is `folder`.
fn desk_with(folder: &str) -> Desk {
    let desk = Desk::new();
    desk.write("dossier.toml", &CONFIG.replace("../www", folder));
    desk
}

#[test]
fn without_a_folder_in_dossier_toml_it_says_how_one_is_written() {
    let desk = Desk::new();
    desk.write("dossier.toml", CONFIG.split("[publish").next().unwrap());
    let said = "\
error: dossier.toml names no folder to publish to; write into dossier.toml, for example:

  [publish.web]
  folder = \"/srv/www/site\"

`dossier help publish` tells more
";
    for words in [&["publish", "-y"][..], &["publish", "web", "-y"], &["publish", "--rollback"]] {
        assert_eq!(desk.run(words), ended(2, "", said));
    }
}

#[test]
fn of_several_folders_one_is_named() {
    let desk = Desk::new();
    desk.write("dossier.toml", &format!("{CONFIG}[publish.mirror]\nfolder = \"../m\"\nkeep = 0\n"));
    let which = "error: dossier.toml names 2 folders to publish to; say which: dossier publish web | mirror\n";
    assert_eq!(desk.run(&["publish", "-y"]), ended(2, "", which));
    let near = "error: dossier.toml has no [publish.mirorr]; did you mean `mirror`?\n";
    assert_eq!(desk.run(&["publish", "mirorr", "-y"]), ended(2, "", near));
    let far = "error: dossier.toml has no [publish.x]; use one of: web, mirror\n";
    assert_eq!(desk.run(&["publish", "x", "-y"]), ended(2, "", far));

    for (turn, name) in ["web", "mirror", "web", "mirror"].into_iter().enumerate() {
        desk.write("content/about.md", &format!("---\ntitle: About\n---\nWords {}.\n", turn / 2));
        assert_eq!(desk.run(&["publish", name, "-y", "-q"]).code, Some(0));
    }
    assert_eq!(desk.files("www"), desk.files("m"));
    assert_eq!(desk.names(), [".m.releases", ".www.releases", "m", "site", "www"]);
    let kept = |folder| {
        fs::read_dir(desk.path().join(folder)).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir())
    };
    assert_eq!((kept(".www.releases").count(), kept(".m.releases").count()), (1, 0), "keep = 0 keeps none");
}

#[test]
fn what_is_wrong_in_dossier_toml_is_told_at_its_place() {
    let desk = desk_with("me@host:/srv/www");
    let said = "\
dossier.toml:5:10: error[invalid-config]: `me@host:/srv/www` cannot be published to: a site is published to folders only (write the path of a folder, such as /srv/www/site; another program can upload what stands there)
1 error
nothing was published
";
    let ran = desk.run(&["publish", "-y", "--format", "short"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.err, said);
}

#[test]
fn sources_homes_and_folders_of_others_are_never_published_to() {
    for (folder, words) in [
        (".", "it holds the sources of the site"),
        ("..", "it holds the sources of the site"),
        ("content", "it is in `content/`, which holds sources of the site"),
        ("content/people/new", "it is in `content/`, which holds sources of the site"),
        ("static", "it is in `static/`, which holds sources of the site"),
        ("/", "it is the root of the disk"),
        ("../home", "it holds your home folder"),
        ("../file", "it is not a folder"),
        ("../link", "it is a symbolic link"),
        ("../others", "is not empty and was not made by this program, so nothing in it is replaced"),
        (
            "../missing/www",
            "cannot be published to, as `/missing` is not there; connect the disk or share that holds it",
        ),
    ] {
        let desk = desk_with(folder);
        desk.put("home/me/letter.txt", "Dear");
        desk.put("file", "text");
        desk.put("others/index.html", "theirs");
        std::os::unix::fs::symlink(desk.path().join("others"), desk.path().join("link")).unwrap();
        let before = desk.everything();
        for words_typed in [&["publish", "-y"][..], &["publish", "--dry-run"], &["publish", "--rollback", "-y"]] {
            let mut program = desk.program(words_typed);
            program.env("HOME", desk.path().join("home/me"));
            let ran = desk.ran(program);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{folder}: {}", ran.err);
            assert!(ran.err.contains(words), "{folder}: {}", ran.err);
        }
        assert_eq!(desk.everything(), before, "{folder}");
    }
}

/// The releases that are kept are for their owner's eyes, and no part of a site or of a repository around them.
#[test]
fn kept_releases_are_neither_served_nor_committed() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::published();
    let shelf = desk.path().join(".www.releases");
    assert_eq!(fs::metadata(&shelf).unwrap().permissions().mode() & 0o777, 0o700);
    assert!(fs::read_to_string(shelf.join(".gitignore")).unwrap().ends_with("\n*\n"));
    assert_eq!(fs::read_to_string(shelf.join(".htaccess")).unwrap(), "Require all denied\n");
}
