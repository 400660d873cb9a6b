//! Whose texts a page shows: that of its document, those that this embeds, and what they embed in turn. Knows no more than that.

use std::collections::BTreeSet;

use crate::document::mention::{MentionId, Place};
use crate::foundation::fingerprint::Fingerprint;
use crate::graph::public::{Link, PublicEntity, PublicSite};

/// The most documents that are followed.
const MOST: usize = 64;

/// Of the texts that the page of `entity` can show; nothing where these are very many.
pub(super) fn texts(site: &PublicSite, entity: &PublicEntity) -> Option<Vec<Fingerprint>> {
    let mut seen = BTreeSet::from([entity.id]);
    let mut open = vec![entity];
    let mut texts = Vec::new();
    while let Some(entity) = open.pop() {
        texts.push(entity.inside());
        let embedded = entity.links().iter().enumerate().filter_map(|(index, link)| match link {
            Link::To { entity: target, .. } if entity.place(MentionId::at(index)) == Some(Place::Embed) => {
                Some(*target)
            }
            _ => None,
        });
        for target in embedded {
            if seen.insert(target) {
                open.extend(site.get(target));
            }
        }
        if seen.len() > MOST {
            return None;
        }
    }
    Some(texts)
}
