//! A message, ready to be filled: words, values and choices. Knows which part of Fluent messages may use; not the language.

use std::collections::BTreeSet;

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

/// What a message says, in order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Pattern(pub Vec<Piece>);

/// A piece of a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Piece {
    /// Words.
    Words(String),
    /// The value of this name.
    Value(String),
    /// One of several, by the value of this name.
    Choice {
        /// The name.
        by: String,
        /// What stands for which value.
        variants: Vec<(Key, Pattern)>,
        /// What stands for every other.
        otherwise: Pattern,
    },
}

/// For which value a variant stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Key {
    /// For this number.
    Number(u64),
    /// For this text, or for numbers of this plural form.
    Word(String),
}

impl Key {
    /// Whether words chosen by it can say the number without its figures: "two cases" is one word in Arabic.
    fn says_the_number(&self) -> bool {
        match self {
            Self::Number(_) => true,
            Self::Word(word) => matches!(word.as_str(), "zero" | "one" | "two"),
        }
    }
}

/// A part of Fluent that messages do not use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unsupported(pub &'static str);

impl Pattern {
    /// The pattern that `read` stands for.
    pub fn new(read: &ast::Pattern<&str>) -> Result<Self, Unsupported> {
        let piece = |element: &ast::PatternElement<&str>| match element {
            ast::PatternElement::TextElement { value } => Ok(Piece::Words((*value).to_owned())),
            ast::PatternElement::Placeable { expression } => placed(expression),
        };
        read.elements.iter().map(piece).collect::<Result<_, _>>().map(Self)
    }

    /// The names of all values that it uses.
    pub fn used(&self) -> BTreeSet<&str> {
        self.0.iter().flat_map(Piece::used).collect()
    }

    /// The names of the values that it shows, whatever they are.
    pub fn shown(&self) -> BTreeSet<&str> {
        self.0.iter().flat_map(Piece::shown).collect()
    }
}

impl Piece {
    fn used(&self) -> BTreeSet<&str> {
        match self {
            Self::Words(_) => BTreeSet::new(),
            Self::Value(name) => BTreeSet::from([name.as_str()]),
            Self::Choice { by, variants, otherwise } => {
                let all = variants.iter().map(|(_, pattern)| pattern).chain([otherwise]);
                all.flat_map(Pattern::used).chain([by.as_str()]).collect()
            }
        }
    }

    fn shown(&self) -> BTreeSet<&str> {
        match self {
            Self::Words(_) => BTreeSet::new(),
            Self::Value(name) => BTreeSet::from([name.as_str()]),
            Self::Choice { by, variants, otherwise } => {
                let others = variants.iter().map(|(key, pattern)| {
                    let number = key.says_the_number().then_some(by.as_str());
                    pattern.shown().into_iter().chain(number).collect()
                });
                others.fold(otherwise.shown(), |shown: BTreeSet<&str>, other: BTreeSet<&str>| {
                    shown.intersection(&other).copied().collect()
                })
            }
        }
    }
}

fn placed(expression: &ast::Expression<&str>) -> Result<Piece, Unsupported> {
    match expression {
        ast::Expression::Inline(inline) => inlined(inline),
        ast::Expression::Select { selector: ast::InlineExpression::VariableReference { id }, variants } => {
            choice(id.name, variants)
        }
        ast::Expression::Select { .. } => Err(Unsupported("a choice by something that is no value")),
    }
}

fn inlined(inline: &ast::InlineExpression<&str>) -> Result<Piece, Unsupported> {
    match inline {
        ast::InlineExpression::StringLiteral { value } => {
            Ok(Piece::Words(unescape_unicode_to_string(value).into_owned()))
        }
        ast::InlineExpression::NumberLiteral { value } => Ok(Piece::Words((*value).to_owned())),
        ast::InlineExpression::VariableReference { id } => Ok(Piece::Value(id.name.to_owned())),
        ast::InlineExpression::Placeable { expression } => placed(expression),
        ast::InlineExpression::FunctionReference { .. } => Err(Unsupported("a function")),
        ast::InlineExpression::MessageReference { .. } => Err(Unsupported("another message")),
        ast::InlineExpression::TermReference { .. } => Err(Unsupported("a term")),
    }
}

fn choice(by: &str, variants: &[ast::Variant<&str>]) -> Result<Piece, Unsupported> {
    let mut otherwise = None;
    let mut others = Vec::new();
    for variant in variants {
        let pattern = Pattern::new(&variant.value)?;
        if variant.default {
            otherwise = Some(pattern.clone());
        }
        others.push((key(&variant.key)?, pattern));
    }
    let otherwise = otherwise.ok_or(Unsupported("a choice without `*`"))?;
    Ok(Piece::Choice { by: by.to_owned(), variants: others, otherwise })
}

fn key(read: &ast::VariantKey<&str>) -> Result<Key, Unsupported> {
    match read {
        ast::VariantKey::Identifier { name } => Ok(Key::Word((*name).to_owned())),
        ast::VariantKey::NumberLiteral { value } => {
            value.parse().map(Key::Number).map_err(|_| Unsupported("a number that is not whole"))
        }
    }
}
