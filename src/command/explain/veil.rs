//! What may be shown of a text: nothing that holds a name of `protected.txt`, and no letter that cannot be seen. Knows the list,
//! not what texts are about.

use crate::foundation::route::is_unseen;
use crate::output::gate::Gate;
use crate::source::protected::Protected;

/// What stands in the place of what is not shown.
const HIDDEN: &str = "…";

/// A veil over the protected names.
pub(super) struct Veil(Option<Gate>);

impl std::fmt::Debug for Veil {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Veil")
    }
}

impl Veil {
    /// The veil over the names of `protected`.
    ///
    /// # Errors
    /// When there are more names than the program can hold.
    pub(super) fn of(protected: &Protected) -> anyhow::Result<Self> {
        let names: Vec<&str> = protected.names().map(|(_, name)| name).collect();
        Ok(Self((!names.is_empty()).then(|| Gate::new(names)).transpose()?))
    }

    /// Whether no protected name stands in `text`, in any spelling.
    pub(super) fn is_clean(&self, text: &str) -> bool {
        self.0.as_ref().is_none_or(|gate| gate.names_in(text.as_bytes()).is_empty())
    }

    /// `text` on one line; nothing of it where it holds a name.
    pub(super) fn text(&self, text: &str) -> String {
        if !self.is_clean(text) {
            return HIDDEN.to_owned();
        }
        text.chars().map(|letter| if letter.is_control() || is_unseen(letter) { '\u{fffd}' } else { letter }).collect()
    }

    /// `path` without the parts that hold a name.
    pub(super) fn path(&self, path: &str) -> String {
        let parts: Vec<String> = path.split('/').map(|part| self.text(part)).collect();
        self.text(&parts.join("/"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_protected_name_is_shown_in_no_spelling() {
        let veil = Veil::of(&Protected::parse("Ada Kurt\n")).unwrap();
        assert_eq!(veil.text("said by ADA  KURT"), "…");
        assert_eq!(veil.path("content/people/ada-kurt.md"), "content/people/…");
        assert_eq!(veil.path("content/ada/kurt.md"), "…");
        assert_eq!(veil.text("Ada\u{7}Mert"), "Ada\u{fffd}Mert");
        assert_eq!(Veil::of(&Protected::default()).unwrap().text("Ada Kurt"), "Ada Kurt");
    }
}
