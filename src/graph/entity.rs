//! Entities: what the documents are about. Knows that each has one id; holding an [`EntityId`] means that the entity exists.

use std::sync::Arc;

use crate::document::Document;
use crate::document::kind::Kind;
use crate::foundation::slug::Slug;

/// An entity of one site. Only [`super::registry::Registry`] makes ids; they are not stable from build to build and are never printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(u32);

impl EntityId {
    /// The id at `index` in lists that hold one value for each entity.
    #[must_use]
    pub fn at(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The index in lists that hold one value for each entity.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What one document is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its id.
    pub id: EntityId,
    /// The document.
    pub document: Arc<Document>,
}

impl Entity {
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.document.kind
    }

    /// Its id in addresses, unique among those of its kind.
    #[must_use]
    pub fn slug(&self) -> &Slug {
        &self.document.id.value
    }
}

/// A statement of one site: the document that holds it, and its index there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId {
    /// The entity on whose page it stands.
    pub entity: EntityId,
    /// The index in [`crate::document::body::Body::statements`].
    pub index: u32,
}
