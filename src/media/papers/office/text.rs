//! Small questions to the XML of office files: names, values, paths. Knows no format.

use roxmltree::Node;

/// The value of the attribute whose name ends in `name`, in any namespace.
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// Whether the attribute says yes.
pub fn is_on(node: Node, name: &str) -> bool {
    attribute(node, name).is_some_and(|value| matches!(value, "1" | "true" | "on"))
}

/// Whether an element that is a switch, such as `<w:vanish/>`, is on: it is where nothing else is said.
pub fn is_switched_on(node: Node) -> bool {
    attribute(node, "val").is_none_or(|value| !matches!(value, "0" | "false" | "off" | "none"))
}

/// Whether text is written inside of `node`.
pub fn has_text(node: Node) -> bool {
    node.descendants().any(|inner| inner.is_text() && inner.text().is_some_and(|text| !text.trim().is_empty()))
}

/// Whether `value` is the path of a file on a computer.
pub fn is_local_path(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    lower.starts_with("file:")
        || lower.contains(":\\")
        || lower.starts_with("\\\\")
        || ["/users/", "/home/", "/volumes/"].iter().any(|folder| lower.contains(folder) && !lower.contains("://"))
}

/// Whether a link leads to a page of the web, a mailbox, a telephone or within the file.
pub fn is_web_address(address: &str) -> bool {
    let lower = address.trim().to_ascii_lowercase();
    ["http:", "https:", "mailto:", "tel:", "#"].iter().any(|scheme| lower.starts_with(scheme))
}

/// Whether `colour`, six digits with or without `#`, is white.
pub fn is_white(colour: &str) -> bool {
    matches!(colour.trim_start_matches('#').to_ascii_lowercase().as_str(), "ffffff" | "ffffffff" | "fefefe")
}
