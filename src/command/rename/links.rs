//! The places at which a link names its target, and what stands there after a renaming. Knows wikilinks, citations and Markdown
//! links as they are written, not what they lead to.

use std::collections::BTreeMap;
use std::ops::Range;

use super::address;
use super::front::Quote;
use super::names::Change;
use crate::document::Document;
use crate::document::mention::{Mention, Place, StatementRole};
use crate::document::mention_text::{name_range, parse_target};

/// What stands in the place of which bytes of one text; no two overlap.
pub(super) type Edits = BTreeMap<usize, (Range<usize>, String)>;

/// Adds to `edits` what `mention` of `document`, whose file is `text`, needs so that it names its target as before. False when
/// that cannot be said, and a person has to look at it.
pub(super) fn edit(document: &Document, text: &str, mention: &Mention, change: &Change, edits: &mut Edits) -> bool {
    let name = &mention.target.name;
    let new = if is_citation(mention) { change.cited(name) } else { change.renamed(name) };
    let (Some(new), false) = (new, name.is_empty()) else { return true };
    let range = mention.span.range();
    let Some(written) = text.get(range.clone()) else { return false };
    if is_citation(mention) {
        let bare = written.strip_suffix(".md").unwrap_or(written);
        return bare == &**name && add(edits, range.start..range.start + bare.len(), new.to_owned());
    }
    let before = text.get(..range.start).unwrap_or_default();
    if before.ends_with("[[") {
        let is_read = parse_target(written).is_ok_and(|(target, _)| target == mention.target);
        return match name_range(written) {
            Some(inner) if is_read => {
                let place = range.start + inner.start..range.start + inner.end;
                let quote = match mention.place {
                    Place::Field(_) => Quote::before(text, range.start - "[[".len()),
                    _ => Quote::None,
                };
                add(edits, place, quote.write(new))
            }
            _ => false,
        };
    }
    if let Place::Field(_) = mention.place {
        return escaped(text, range, mention, new).is_some_and(|(range, written)| add(edits, range, written));
    }
    let found = address::of_link(text, range, document, mention);
    !found.is_empty() && found.into_iter().all(|(place, old)| add(edits, place, address::written_like(&old, new)))
}

fn add(edits: &mut Edits, range: Range<usize>, new: String) -> bool {
    edits.insert(range.start, (range, new));
    true
}

fn is_citation(mention: &Mention) -> bool {
    matches!(mention.place, Place::Citation { .. } | Place::Statement { role: StatementRole::Cited, .. })
}

/// The whole value of front matter at `range`, in whose quotes something of a link is escaped, with the name `new`.
fn escaped(text: &str, range: Range<usize>, mention: &Mention, new: &str) -> Option<(Range<usize>, String)> {
    let (quote, range) = Quote::around(text, range);
    let value = quote.read(text.get(range.clone())?).filter(|_| quote != Quote::None)?;
    let inner = value.strip_prefix("[[")?.strip_suffix("]]")?;
    let name = name_range(inner)?;
    let is_read = parse_target(inner).is_ok_and(|(target, _)| target == mention.target);
    let link = format!("[[{}{new}{}]]", inner.get(..name.start)?, inner.get(name.end..)?);
    is_read.then(|| (range, quote.write(&link)))
}

/// `text` with its edits.
pub(super) fn apply(text: &str, edits: &Edits) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (range, new) in edits.values() {
        out.push_str(text.get(from..range.start).unwrap_or_default());
        out.push_str(new);
        from = range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}
