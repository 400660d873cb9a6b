//! A date that was worked out must fit what its source says. Knows the two dates; from what the one follows is the author's to say.

use super::reader::Reader;
use super::{Fields, Resolved};
use crate::foundation::date::Edtf;
use crate::foundation::diagnostic::Code;
use crate::foundation::span::Spanned;

/// Reports a date that was worked out and stands in no year, is not needed, or is none of those that `date` allows.
pub(super) fn check(fields: &Fields, reader: &mut Reader<'_>) {
    let (date, resolved) = match fields {
        Fields::Hearing(hearing) => (&hearing.date, &hearing.resolved),
        Fields::Event(event) => (&event.date, &event.resolved),
        _ => return,
    };
    if let Some(resolved) = resolved
        && let Some((message, help)) = fault(date.as_ref(), resolved)
    {
        reader.report(Code::InvalidValue, resolved.date.span, message, help);
    }
}

fn fault(date: Option<&Spanned<Edtf>>, resolved: &Resolved) -> Option<(String, String)> {
    let worked_out = &resolved.date.value;
    if worked_out.undated().is_some() {
        return Some((
            "a date that was worked out needs its year".into(),
            "write the whole date, 2015-11-01, or take `resolved` out".into(),
        ));
    }
    let date = &date?.value;
    if date.exact_day().is_some() {
        return Some((
            "`date` is exact to the day, and leaves nothing to be worked out".into(),
            "take `resolved` out; or write after `date` no more than the source says: XXXX-11-01 where it does not state the year"
                .into(),
        ));
    }
    (!date.can_mean(worked_out)).then(|| {
        (
            format!("this date cannot have been worked out from `date`, which says {}", date.words("en")),
            "correct one of the two".into(),
        )
    })
}
