//! The quotation marks of languages. Knows which marks replace the straight ones that authors type, not where a quotation begins.

use crate::foundation::language::Language;

/// The quotation marks of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct QuotationMarks {
    /// What stands for `"` before and after.
    pub(super) double: [&'static str; 2],
    /// What stands for `'` before and after.
    pub(super) single: [&'static str; 2],
}

/// The apostrophe, in every language.
pub(super) const APOSTROPHE: &str = "’";

const fn marks(double: [&'static str; 2], single: [&'static str; 2]) -> QuotationMarks {
    QuotationMarks { double, single }
}

/// The marks of `language`. Source: CLDR, "delimiters"; Arabic as newspapers print it.
pub(super) fn quotation_marks(language: &Language) -> QuotationMarks {
    let guillemets = marks(["«", "»"], ["‹", "›"]);
    let low = marks(["„", "“"], ["‚", "‘"]);
    match language.base() {
        "de" if language.as_str() == "de-CH" => guillemets,
        "de" | "cs" | "sk" | "sl" | "is" | "et" | "lt" | "ka" | "sq" => low,
        "pl" | "hu" | "hr" => marks(["„", "”"], ["»", "«"]),
        "ro" | "bg" => marks(["„", "”"], ["«", "»"]),
        "fr" | "hy" => marks(["«", "»"], ["«", "»"]),
        "ru" | "uk" | "be" => marks(["«", "»"], ["„", "“"]),
        "es" | "it" | "el" | "ca" => marks(["«", "»"], ["“", "”"]),
        "nb" | "nn" | "no" => marks(["«", "»"], ["‘", "’"]),
        "sv" | "fi" | "he" => marks(["”", "”"], ["’", "’"]),
        _ if language.direction() == "rtl" => guillemets,
        _ => marks(["“", "”"], ["‘", "’"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_marks() {
        let double = |tag| quotation_marks(&Language::parse(tag).unwrap()).double.concat();
        let tags = ["en", "tr", "ku", "de", "de-CH", "fr", "ar", "ckb", "fa", "ku-Arab", "ru", "sv"];
        let found: Vec<_> = tags.iter().map(|tag| format!("{tag} {}", double(tag))).collect();
        assert_eq!(
            found.join(", "),
            "en “”, tr “”, ku “”, de „“, de-CH «», fr «», ar «», ckb «», fa «», ku-Arab «», ru «», sv ””"
        );
    }
}
