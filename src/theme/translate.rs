//! The function `t`, with which templates write the texts of the interface. Knows how a template's values become parts of a message;
//! not what any message says.

use std::sync::Arc;

use tera::{Error, Function, Kwargs, State, TeraResult, Value};

use crate::messages::{Catalogue, MessageFault, Part, Value as Plain};

/// The name of the function in templates.
pub(super) const NAME: &str = "t";
/// The value that names the message.
const KEY: &str = "key";
/// The value that stands where there is no such message.
const DEFAULT: &str = "default";

/// `{{ t(key="count-hearings", count=row.count) }}`: the message of the page's language as HTML. Texts are escaped; what a template
/// has made, such as `<ref … />`, stands as it is.
pub(super) struct Translate(pub Arc<Catalogue>);

impl Function<TeraResult<Value>> for Translate {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
        let key: &str = kwargs.must_get(KEY)?;
        let values: Vec<(&str, &Value)> =
            kwargs.iter().filter_map(|(name, value)| Some((name.as_str()?, value))).collect();
        let parts: Vec<(&str, Part<'_>)> = values
            .iter()
            .filter(|(name, _)| *name != KEY && *name != DEFAULT)
            .map(|(name, value)| part(name, value).map(|part| (*name, part)))
            .collect::<TeraResult<_>>()?;
        match self.0.html(key, &parts) {
            Ok(html) => Ok(Value::safe_string(&html)),
            Err(fault) => {
                let default =
                    values.iter().find(|(name, _)| *name == DEFAULT && matches!(fault, MessageFault::Unknown(_)));
                default.map(|(_, default)| (*default).clone()).ok_or_else(|| Error::message(fault))
            }
        }
    }

    fn is_safe(&self) -> bool {
        false
    }
}

fn part<'a>(name: &str, value: &'a Value) -> TeraResult<Part<'a>> {
    match (value.as_str(), value.as_u64()) {
        (Some(html), _) if value.is_safe() => Ok(Part::Html(html)),
        (Some(text), _) => Ok(Part::Value(Plain::Text(text))),
        (None, Some(number)) => Ok(Part::Value(Plain::Number(number))),
        (None, None) => {
            Err(Error::message(format!("`{name}` is neither text nor a whole number, and no message can show it")))
        }
    }
}

/// What the function is before a language is chosen: a name that templates may use.
pub(super) fn no_language(_: Kwargs, _: &State) -> TeraResult<Value> {
    Err(Error::message("there are no texts in any language"))
}
