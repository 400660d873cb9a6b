//! Names for ever of what feeds and calendars tell: `tag:` addresses (RFC 4151). Knows that they stay when the site moves, when
//! links are written in another way and when a title changes, as they are made of ids alone.

use super::edition::Edition;
use super::lock::Digest;
use crate::foundation::html::percent_encode_into;
use crate::graph::public::PublicEntity;
use crate::source::config::{BaseUrl, Config};

/// The year that stands for "since" where the configuration names none.
const SINCE: &str = "2026";

/// Who gives the names.
#[derive(Debug, Clone, Default)]
pub(super) struct Tags {
    authority: String,
}

impl Tags {
    /// Those of a site: of `tag_authority` in its configuration, else of the host of its address.
    pub(super) fn of_site(config: &Config) -> Self {
        let of_host = || {
            let mut host = String::new();
            percent_encode_into(&mut host, config.base_url.as_ref().map_or("", BaseUrl::host));
            format!("{},{SINCE}", host.to_ascii_lowercase())
        };
        Self { authority: config.tag_authority.clone().unwrap_or_else(of_host) }
    }

    /// The address of what is called `name`.
    pub(super) fn of(&self, name: &str) -> String {
        format!("tag:{}:{name}", self.authority)
    }

    /// What a document is called: its kind and its id.
    pub(super) fn name(entity: &PublicEntity) -> String {
        format!("{}:{}", entity.kind().name(), entity.slug())
    }

    /// `name` in the language of `edition`: what is translated is another text.
    pub(super) fn in_edition(name: &str, edition: Edition<'_>) -> String {
        if edition.is_main { name.to_owned() } else { format!("{name}/{}", edition.language) }
    }

    /// The address of a part of a document that has no id, made of its words.
    pub(super) fn of_part(&self, entity: &PublicEntity, part: &str, words: Digest) -> String {
        self.of(&format!("{}/{part}/{words}", Self::name(entity)))
    }

    /// The name of a document in calendars: it has the form of a mail address and is none.
    pub(super) fn calendar_name(&self, entity: &PublicEntity) -> String {
        let authority = self.authority.split_once(',').map_or(self.authority.as_str(), |(name, _)| name);
        let host = authority.rsplit('@').next().unwrap_or(authority);
        format!("{}-{}@{host}", entity.kind().name(), entity.slug())
    }
}
