//! Sites that are all of one thing, as somebody's archive may be: nothing is lost, and no page grows with the site. In these tests
//! they are small; with `DOSSIER_LONG=1` they have the sizes that their names say.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use crate::shapes::{self, CONFIG, Files};
use crate::work::{alone, built_files};

/// What a page may weigh, packed.
const MOST: usize = 30_000;

fn size(long: usize, short: usize) -> usize {
    if std::env::var_os("DOSSIER_LONG").is_some() { long } else { short }
}

struct Site(BTreeMap<String, Vec<u8>>);

impl Site {
    fn of(config: &str, mut files: Files) -> Self {
        files.push(("dossier.toml".into(), config.into()));
        Self(built_files(&files))
    }

    /// The addresses of the pages below `folder`.
    fn pages<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a String, &'a Vec<u8>)> {
        self.0.iter().filter(move |(path, _)| path.starts_with(folder) && path.ends_with("/index.html"))
    }

    /// Every `PREFIX` with the word behind it on the pages below `folder`, each once.
    fn links(&self, folder: &str, prefix: &str) -> BTreeSet<String> {
        let mut links = BTreeSet::new();
        for (_, page) in self.pages(folder) {
            let text = std::str::from_utf8(page).unwrap();
            let after = text.split(prefix).skip(1);
            links.extend(after.map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>()));
        }
        links
    }

    /// The pages that are too heavy, with what they weigh packed. What is under the limit as it is need not be packed.
    fn heavy(&self) -> Vec<(&String, usize)> {
        let packed = |page: &Vec<u8>| {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
            packer.write_all(page).unwrap();
            packer.finish().unwrap().len()
        };
        let large = self.pages("").filter(|(_, page)| page.len() > MOST);
        large.map(|(path, page)| (path, packed(page))).filter(|(_, size)| *size > MOST).collect()
    }
}

#[test]
fn one_person_on_50_000_pages() {
    let _alone = alone();
    let count = size(50_000, 400);
    let site = Site::of(CONFIG, shapes::mentions(count));
    assert_eq!(site.heavy(), []);
    // Her page has the first 40, and the list of all goes over pages of 80.
    assert_eq!(site.links("people/p0/", "dossiers/d").len(), 40);
    let lists = site.pages("index/people/p0/named-on/").count();
    assert_eq!(lists, count.div_ceil(80));
    let named_on = site.links("index/people/p0/named-on/", "href=\"../../../../dossiers/d").len()
        + site.links("index/people/p0/named-on/", "href=\"../../../../../dossiers/d").len();
    assert_eq!(named_on, count);
}

#[test]
fn one_person_with_5_000_aliases() {
    let _alone = alone();
    let count = size(5_000, 400);
    let site = Site::of(CONFIG, shapes::aliases(count));
    assert_eq!(site.heavy(), []);
    // Each of them is a link to her.
    let text = site.pages("").filter(|(path, _)| path.contains("dossiers/night/"));
    let linked = text.map(|(_, page)| std::str::from_utf8(page).unwrap().matches(" Kestrel</a>").count());
    assert!(linked.sum::<usize>() >= count);
}

#[test]
fn a_folder_of_50_000_files() {
    let _alone = alone();
    let count = size(50_000, 400);
    let site = Site::of(CONFIG, shapes::folder(count));
    assert_eq!(site.heavy(), []);
    assert_eq!(site.pages("people/p").count(), count);
    let listed = site.links("index/people/m/", "/people/p");
    assert_eq!(listed.len(), count);
}

#[test]
fn a_case_of_2_000_hearings() {
    let _alone = alone();
    let count = size(2_000, 200);
    let site = Site::of(CONFIG, shapes::hearings(count));
    assert_eq!(site.heavy(), []);
    assert_eq!(site.pages("hearings/h").count(), count);
    // The page of the case has the first of them, and leads to all.
    assert!(site.links("cases/fire/", "hearings/h").len() < 100);
    assert!(site.links("cases/fire/", "index/cases/fire/").contains("hearings"));
    assert_eq!(site.links("index/cases/fire/hearings/", "hearings/h").len(), count);
    // Each leads to the next, so that all can be read in turn.
    let page = |number: usize| String::from_utf8(site.0[&format!("hearings/h{number}/index.html")].clone()).unwrap();
    for number in [0, 1, count / 2, count - 2] {
        let (here, next) = (page(number), page(number + 1));
        assert!(here.contains(&format!("<br><a href=\"../../hearings/h{}/index.html\"", number + 1)), "{here}");
        assert!(next.contains(&format!("<br><a href=\"../../hearings/h{number}/index.html\"")), "{next}");
    }
}

#[test]
fn one_page_in_200_languages() {
    let _alone = alone();
    let count = size(200, 8);
    let (line, files) = shapes::languages(count);
    let site = Site::of(&format!("{CONFIG}{line}"), files);
    assert_eq!(site.heavy(), []);
    let versions: Vec<_> = site.0.keys().filter(|path| path.ends_with("about/index.html")).collect();
    assert_eq!(versions.len(), count + 1);
    for path in versions {
        let page = std::str::from_utf8(&site.0[path]).unwrap();
        // Itself, all others, and the one for readers of none of them.
        assert_eq!(page.matches("rel=\"alternate\" hreflang=").count(), count + 2, "{path}");
    }
}
