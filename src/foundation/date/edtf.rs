//! The grammar of EDTF: one date, an interval, a one-of list. Knows no wrong forms; those are
//! `wrong_forms`.

use super::order::span;
use super::piece::{Fault, Piece};
use super::point::point;
use super::shape::{End, Member, Point, Shape};

/// Reads a whole text.
pub(super) fn value(text: &str) -> Result<Shape, Fault> {
    let piece = Piece::new(text, 0);
    if piece.text.is_empty() {
        return piece.impossible(
            "the date is empty",
            "write a day as 2015-10-10, a month as 2015-10 or a year as 2015, or leave the whole \
             line out",
        );
    }
    if let Some(inside) = piece.without_prefix("[") {
        return match inside.without_suffix("]") {
            Some(inside) => choice(inside),
            None => piece.impossible(
                "the list of dates has no closing bracket",
                "write a list of possible dates as [2015-10-10, 2015-10-11], and a last possible \
                 day as [..2015-10-10]",
            ),
        };
    }
    if piece.text.starts_with('{') {
        return piece.impossible(
            "braces mean that all of these dates hold, and a dossier gives each its own place",
            "write 2015-10-10/2015-10-12 for days in a row, [2015-10-10, 2015-10-12] for one of \
             several days, or one page or statement for each",
        );
    }
    if piece.text.contains('/') {
        return interval(piece);
    }
    if piece.text.contains("..") {
        return bound_without_brackets(piece);
    }
    point(piece).map(Shape::At)
}

fn interval(piece: Piece<'_>) -> Result<Shape, Fault> {
    let mut sides = piece.split("/");
    let (Some(start), Some(end), None) = (sides.next(), sides.next(), sides.next()) else {
        return piece.unreadable();
    };
    let (start, end) = (interval_end(start)?, interval_end(end)?);
    match (start.point(), end.point()) {
        (None, None) => piece.impossible(
            "the interval has neither a start nor an end",
            "leave the whole line out when nothing is known",
        ),
        (Some(from), Some(to)) if backwards(from, to) => piece.impossible(
            format!("the interval ends before it starts: {to} is earlier than {from}"),
            format!("write the earlier date first: {to}/{from}"),
        ),
        _ => Ok(Shape::Interval { start, end }),
    }
}

fn interval_end(piece: Piece<'_>) -> Result<End, Fault> {
    match piece.text {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        _ => point(piece).map(End::Date),
    }
}

/// Whether the second date lies wholly before the first.
fn backwards(from: Point, to: Point) -> bool {
    match (span(from.when), span(to.when)) {
        (Some((first, _)), Some((_, last))) => last < first,
        _ => false,
    }
}

fn bound_without_brackets<T>(piece: Piece<'_>) -> Result<T, Fault> {
    let Ok(shape) = choice(piece) else {
        return piece.unreadable();
    };
    let help = match &shape {
        Shape::OneOf(members) => match members[..] {
            [Member::Between(from, to)] => {
                format!("write {shape} for one date between the two, or {from}/{to} for the whole time")
            }
            _ => format!("write {shape}"),
        },
        _ => format!("write {shape}"),
    };
    piece.impossible("two dots stand in square brackets", help)
}

fn choice(inside: Piece<'_>) -> Result<Shape, Fault> {
    let pieces: Vec<Piece<'_>> = inside.split(",").collect();
    let last = pieces.len() - 1;
    let mut members = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.into_iter().enumerate() {
        members.push(member(piece, index == 0, index == last)?);
    }
    if let [Member::Date(point)] = members[..] {
        return Ok(Shape::At(point));
    }
    Ok(Shape::OneOf(members))
}

fn member(piece: Piece<'_>, is_first: bool, is_last: bool) -> Result<Member, Fault> {
    if piece.text.is_empty() || piece.text == ".." {
        return piece.impossible(
            "a date is missing in the list",
            "write a list of possible dates as [2015-10-10, 2015-10-11], and a last possible day \
             as [..2015-10-10]",
        );
    }
    if let Some(rest) = piece.without_prefix("..") {
        let earlier = Member::OrEarlier(point(rest)?);
        return if is_first {
            Ok(earlier)
        } else {
            piece.impossible(
                "a date with .. before it can only be the first of the list",
                "move it to the front, as in [..2015-10-10, 2015-12-01]",
            )
        };
    }
    if let Some(rest) = piece.without_suffix("..") {
        let later = Member::OrLater(point(rest)?);
        return if is_last {
            Ok(later)
        } else {
            piece.impossible(
                "a date with .. after it can only be the last of the list",
                "move it to the end, as in [2015-10-10, 2015-12-01..]",
            )
        };
    }
    let mut sides = piece.split("..");
    match (sides.next(), sides.next(), sides.next()) {
        (Some(from), Some(to), None) => {
            let (from, to) = (point(from)?, point(to)?);
            if backwards(from, to) {
                return piece.impossible(
                    format!("the span ends before it starts: {to} is earlier than {from}"),
                    format!("write the earlier date first: {to}..{from}"),
                );
            }
            Ok(Member::Between(from, to))
        }
        _ => point(piece).map(Member::Date),
    }
}
