//! What is put into a message: names, numbers, and pieces of HTML. Knows no message.

/// A value in a message that becomes text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    /// A name, a title, a word of somebody else.
    Text(&'a str),
    /// A number, written as the language writes it; choices go by its plural form.
    Number(u64),
}

/// A value in a message that becomes HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// Text; it is escaped.
    Value(Value<'a>),
    /// HTML that a template has made, in which every value is escaped already.
    Html(&'a str),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl<'a, T: Into<Value<'a>>> From<T> for Part<'a> {
    fn from(value: T) -> Self {
        Self::Value(value.into())
    }
}
