//! Atom feeds (RFC 4287) as files. Knows their form, not what they tell.

use super::views::SiteView;
use crate::foundation::date::Day;
use crate::foundation::html::{escape, push_format};
use crate::foundation::output_file::{MediaType, OutputFile};
use crate::foundation::route::Route;
use crate::source::config::BaseUrl;

/// The most entries that a feed holds.
const LONGEST: usize = 50;

/// What a feed says of itself; plain text.
pub(super) struct Head {
    /// Its name for ever.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about; may be empty.
    pub subtitle: String,
    /// The full address of the page that says the same.
    pub page: String,
    /// The day of its last change.
    pub updated: Day,
}

/// One entry; plain text.
pub(super) struct Entry {
    /// Its name for ever.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The full address of what it is about.
    pub address: String,
    /// The day of what it tells.
    pub published: Day,
    /// The day on which that last changed.
    pub updated: Day,
    /// What it tells; may be empty.
    pub summary: String,
}

/// The feed at `route` with the first of `entries`, in their order.
pub(super) fn file(
    route: Route,
    head: &Head,
    entries: impl Iterator<Item = Entry>,
    base: &BaseUrl,
    site: &SiteView,
) -> OutputFile {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    push_format(
        &mut xml,
        format_args!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
             <id>{id}</id>\n<title>{title}</title>\n<updated>{updated}T00:00:00Z</updated>\n\
             <author><name>{author}</name></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
            language = site.language,
            id = escape(&head.id),
            title = escape(&head.title),
            updated = head.updated,
            author = escape(&site.title),
            own = escape(&base.join(&route)),
            page = escape(&head.page),
        ),
    );
    if !head.subtitle.is_empty() {
        push_format(&mut xml, format_args!("<subtitle>{}</subtitle>\n", escape(&head.subtitle)));
    }
    entries.take(LONGEST).for_each(|entry| entry.push(&mut xml));
    xml.push_str("</feed>\n");
    OutputFile { route, media_type: MediaType::ATOM, bytes: xml.into_bytes().into() }
}

impl Entry {
    fn push(&self, xml: &mut String) {
        push_format(
            xml,
            format_args!(
                "<entry>\n<id>{id}</id>\n<title>{title}</title>\n<published>{published}T00:00:00Z</published>\n\
                 <updated>{updated}T00:00:00Z</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n",
                id = escape(&self.id),
                title = escape(&self.title),
                published = self.published,
                updated = self.updated,
                address = escape(&self.address),
            ),
        );
        if !self.summary.is_empty() {
            push_format(xml, format_args!("<summary>{}</summary>\n", escape(&self.summary)));
        }
        xml.push_str("</entry>\n");
    }
}
