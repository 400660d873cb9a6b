//! The YAML library. No other module knows it. Its events are taken, not its typed values, so that text stays text, every value has its bytes, and one run shows all that is wrong.

use serde_yaml::granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span as Place, options};

use super::builder::{Builder, DEEPEST, Style};
use super::fault::{Fault, Wrong};
use crate::foundation::span::Span;

/// Reads the builder's bytes into it.
///
/// # Errors
/// The first place where the text is no YAML, or goes beyond a limit; what stood before it is in the builder.
pub(super) fn feed(builder: &mut Builder<'_>) -> Result<(), Fault> {
    let options = options! {
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        disallow_directives: true,
        block_scalar_eof_without_line_feed: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let text = builder.text.get(builder.bytes.clone()).unwrap_or_default();
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, place) = event.map_err(|error| fault(builder, &error))?;
        let span = span(builder, &place);
        take(builder, &event, &place, span)?;
        builder.pass(span);
    }
    Ok(())
}

fn take(builder: &mut Builder<'_>, event: &Event<'_>, place: &Place, at: Span) -> Result<(), Fault> {
    let tag = place.tag_span().map(|tag| span(builder, &tag));
    if let Some(tag) = tag {
        builder.refuse_mark('!', tag);
    }
    match event {
        Event::SequenceStart(..) => builder.open_list(at),
        Event::MappingStart(..) => builder.open_map(at),
        Event::SequenceEnd | Event::MappingEnd => builder.close(at),
        Event::Scalar(..) if tag.is_some() => builder.broken(at),
        Event::Scalar(value, style, ..) => builder.scalar(value, style_of(*style), at),
        Event::Anchor(..) => {
            builder.refuse_mark('&', at);
            Ok(())
        }
        Event::Alias(..) | Event::UnresolvedAlias(..) => {
            builder.refuse_mark('*', at);
            builder.broken(at)
        }
        Event::DocumentStart(true, _) => Err(Fault { wrong: Wrong::SecondDocument, at: at.start as usize }),
        _ => Ok(()),
    }
}

const fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
    }
}

fn span(builder: &Builder<'_>, place: &Place) -> Span {
    let range = place.byte_range().unwrap_or(0..0);
    let start = builder.bytes.start + range.start;
    Span::new(builder.file, start..(builder.bytes.start + range.end).max(start))
}

fn fault(builder: &Builder<'_>, error: &ScanError) -> Fault {
    let at = builder.bytes.start + error.marker().byte_offset().unwrap_or(0);
    Fault { wrong: wrong(error.kind()), at: at.min(builder.bytes.end) }
}

/// The library's many complaints, as far as people need them told apart.
fn wrong(kind: &ErrorKind) -> Wrong {
    use ErrorKind as E;
    match kind {
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::InvalidMappingValueWhitespace => Wrong::Colon,
        E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::ExpectedBlockMappingKey
        | E::UnexpectedEofBlockMapping
        | E::ExpectedBlockSequenceEntry
        | E::ExpectedDocumentStart
        | E::MappingKeyNotAllowed => Wrong::NotAKey,
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart => Wrong::Tab,
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar | E::InvalidQuotedScalarIndent => Wrong::OpenQuote,
        E::InvalidTrailingDoubleQuotedScalar | E::InvalidTrailingSingleQuotedScalar => Wrong::AfterQuote,
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => Wrong::Escape,
        E::UnclosedFlowCollection { .. }
        | E::MismatchedFlowCollectionEnd { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping => Wrong::OpenBracket,
        E::MisplacedFlowCollectionEnd => Wrong::StrayBracket,
        E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::BlockEntryInFlowCollection
        | E::PlainScalarStartsWithDashFlowIndicator
        | E::FlowMappingValueAdjacentCollection => Wrong::InBrackets,
        E::UnexpectedCharacter { character } => Wrong::Character(*character),
        E::DirectiveDisallowed => Wrong::Character('%'),
        E::BomInsideDocument => Wrong::Character('\u{feff}'),
        E::BlockSequenceEntryNotAllowed | E::InvalidBlockEntryWhitespace => Wrong::Hyphen,
        E::ZeroBlockScalarIndent | E::InvalidBlockScalarHeader | E::InvalidBlockScalarIndent => Wrong::BlockMark,
        E::RecursionLimitExceeded => Wrong::TooDeep,
        E::MissingAnchorOrAliasName => Wrong::Character('*'),
        E::ExpectedTagBang
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::UndeclaredTagHandle
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8 => Wrong::Character('!'),
        _ => Wrong::Other,
    }
}
