//! Texts that were unpacked for a page, as long as the next page may want them again: the parts of a long text are pages one after the
//! other. Knows no more than the last few.

use std::sync::{Mutex, PoisonError};

use crate::document::body::Fragment;
use crate::graph::entity::EntityId;
use crate::graph::public::PublicEntity;

/// How many texts are kept.
const KEPT: usize = 8;

/// The texts that were wanted last, the latest first.
#[derive(Default)]
pub(super) struct Opened(Mutex<Vec<(EntityId, Fragment)>>);

impl Opened {
    /// The whole text of `entity`.
    pub(super) fn text(&self, entity: &PublicEntity) -> Fragment {
        if let Some(text) = self.again(entity.id) {
            return text;
        }
        let text = entity.body().content.open();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.truncate(KEPT - 1);
        kept.insert(0, (entity.id, text.clone()));
        text
    }

    /// Whether there was none yet.
    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    fn again(&self, id: EntityId) -> Option<Fragment> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(known, _)| *known == id)?;
        kept.get_mut(..=at)?.rotate_right(1);
        kept.first().map(|(_, text)| text.clone())
    }
}
