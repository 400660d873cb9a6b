//! The address of a page or a statement. Knows how it is written: `/hearings/first/` and `/hearings/first/#s1`.

use std::fmt;

use crate::foundation::route::{Route, RouteError};

/// Where a page or a statement stands. Pages sort before the statements on them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The page.
    pub page: Route,
    /// The anchor of a statement on it, without `#`.
    pub anchor: Option<String>,
}

impl Address {
    /// The address of a page.
    #[must_use]
    pub const fn of_page(page: Route) -> Self {
        Self { page, anchor: None }
    }

    /// The address of a statement.
    #[must_use]
    pub const fn of_statement(page: Route, anchor: String) -> Self {
        Self { page, anchor: Some(anchor) }
    }

    /// Reads an address as an author types it: the first and the last `/` may be missing.
    ///
    /// # Errors
    /// When it is no address of a site.
    pub fn parse(text: &str) -> Result<Self, RouteError> {
        let (page, anchor) = text.split_once('#').map_or((text, None), |(page, anchor)| (page, Some(anchor)));
        let is_anchor = |anchor: &str| {
            !anchor.is_empty() && anchor.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
        };
        if anchor.is_some_and(|anchor| !is_anchor(anchor)) {
            return Err(RouteError::Letter('#'));
        }
        Ok(Self { page: Route::parse(page)?, anchor: anchor.map(str::to_owned) })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.anchor {
            Some(anchor) => write!(out, "{}#{anchor}", self.page),
            None => self.page.fmt(out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_is_shown() {
        for (typed, shown) in [
            ("/people/p-1/", "/people/p-1/"),
            ("people/p-1", "/people/p-1/"),
            ("/hearings/first#s1", "/hearings/first/#s1"),
            ("/hearings/first/#b-motion", "/hearings/first/#b-motion"),
        ] {
            let address = Address::parse(typed).unwrap();
            assert_eq!(address.to_string(), shown);
            assert_eq!(Address::parse(shown), Ok(address));
        }
        for typed in ["/people/../p", "/people/#", "/people/p-1/#a b", "/people/p-1/#ı"] {
            assert!(Address::parse(typed).is_err(), "{typed}");
        }
    }
}
