//! SVG 1.1 and 2: elements and attributes that draw, from a list, are written anew; anything that acts, loads or tells is refused or left out.

use std::fmt::Write as _;

use roxmltree::{Document, Node, ParsingOptions};

use super::fault::Fault;
use super::format::Format;
use super::svg_words::{ATTRIBUTES, ELEMENTS, has};

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
/// How deeply elements may stand in one another.
const MOST_DEPTH: usize = 64;
/// The most elements, attributes and texts of one drawing.
const MOST_NODES: u32 = 500_000;

/// Elements that are not seen in a picture on a page, and can tell who made it.
const TELLING: [&str; 3] = ["metadata", "title", "desc"];

/// The drawing in `bytes` alone.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::Damaged)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| unreadable(&error))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        return Err(Fault::OtherFormat { named: Format::Svg, found: None });
    }
    let mut out = String::with_capacity(text.len());
    element(root, 0, &mut out)?;
    out.push('\n');
    Ok(out.into_bytes())
}

fn unreadable(error: &roxmltree::Error) -> Fault {
    let line = usize::try_from(error.pos().row).unwrap_or(1);
    let what = match error {
        roxmltree::Error::DtdDetected => "a document type (`<!DOCTYPE`)".to_owned(),
        roxmltree::Error::UnknownEntityReference(name, _) => format!("the entity `&{name};`"),
        roxmltree::Error::NodesLimitReached => "so large a number of elements".to_owned(),
        _ => "what is no XML".to_owned(),
    };
    Fault::Drawing { what, line }
}

fn refused(node: Node, what: String) -> Fault {
    let line = node.document().text_pos_at(node.range().start).row;
    Fault::Drawing { what, line: usize::try_from(line).unwrap_or(1) }
}

fn element(node: Node, depth: usize, out: &mut String) -> Result<(), Fault> {
    let name = node.tag_name().name();
    // What editors keep for themselves stands in namespaces of their own.
    if node.tag_name().namespace() != Some(SVG) || TELLING.contains(&name) {
        return Ok(());
    }
    if !has(ELEMENTS, name) {
        return Err(refused(node, format!("the element `<{name}>`")));
    }
    if depth >= MOST_DEPTH {
        return Err(refused(node, format!("the element `<{name}>` inside of so many others")));
    }
    out.push('<');
    out.push_str(name);
    if depth == 0 {
        // Writing to a text cannot fail.
        let _ = write!(out, " xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\"");
    }
    attributes(node, out)?;
    out.push('>');
    for child in node.children() {
        if child.is_element() {
            element(child, depth + 1, out)?;
        } else if let Some(text) = child.text().filter(|_| child.is_text()) {
            if name == "style" {
                let style = style(text).map_err(|what| refused(node, format!("{what} in the element `<style>`")))?;
                escape(&style, out);
            } else {
                escape(text, out);
            }
        }
    }
    let _ = write!(out, "</{name}>");
    Ok(())
}

fn attributes(node: Node, out: &mut String) -> Result<(), Fault> {
    let element = node.tag_name().name();
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        let is_xlink = attribute.namespace() == Some(XLINK);
        if name.to_ascii_lowercase().starts_with("on") && attribute.namespace().is_none() {
            return Err(refused(node, format!("the attribute `{name}` of the element `<{element}>`")));
        }
        if name == "href" && (is_xlink || attribute.namespace().is_none()) && !value.trim().starts_with('#') {
            return Err(refused(
                node,
                format!("the address in `{name}` of the element `<{element}>`, which leads out of the file,"),
            ));
        }
        let is_ours = attribute.namespace().is_none() && has(ATTRIBUTES, name);
        if !(is_ours || is_xlink && name == "href") {
            continue;
        }
        let value =
            style(value).map_err(|what| refused(node, format!("{what} in `{name}` of the element `<{element}>`")))?;
        let _ = write!(out, " {}{name}=\"", if is_xlink { "xlink:" } else { "" });
        escape(&value, out);
        out.push('"');
    }
    Ok(())
}

/// `text`, CSS or the value of an attribute, without comments.
///
/// # Errors
/// Names what loads something or could hide that it does.
fn style(text: &str) -> Result<String, String> {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        kept.push(' ');
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lower = kept.to_ascii_lowercase();
    for (sign, what) in [
        ("@", "a rule that begins with `@`"),
        ("\\", "a backslash"),
        ("image(", "`image()`"),
        ("image-set(", "`image-set()`"),
        ("src(", "`src()`"),
        ("expression(", "`expression()`"),
        ("javascript:", "`javascript:`"),
        ("-moz-binding", "`-moz-binding`"),
    ] {
        if lower.contains(sign) {
            return Err(what.to_owned());
        }
    }
    let leads_out = |after: &str| !after.trim_start().trim_start_matches(['"', '\'']).starts_with('#');
    if lower.split("url(").skip(1).any(leads_out) {
        return Err("`url()` with an address outside of the file".to_owned());
    }
    Ok(kept)
}

fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            letter if letter.is_control() => {
                let _ = write!(out, "&#{};", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    /// What is written of a drawing with these elements, without its first and last tag.
    fn drawn(elements: &str) -> String {
        let clean = clean(format!("{HEAD}>{elements}</svg>").as_bytes()).unwrap();
        let text = String::from_utf8(clean).unwrap();
        text.strip_prefix(&format!("{HEAD}>")).unwrap().strip_suffix("</svg>\n").unwrap().to_owned()
    }

    /// What is said of a drawing with these lines, the first of which is the second of the file.
    fn said(lines: &str) -> String {
        match clean(format!("{HEAD}>\n{lines}\n</svg>").as_bytes()) {
            Err(Fault::Drawing { what, line }) => format!("{line}: {what}"),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn f64_what_draws_stays() {
        let drawing = "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"red\"></stop></linearGradient></defs>\n\
                       <style>.b { fill: url(#a) }</style><g class=\"b\" transform=\"rotate(3)\"><path d=\"M0 0h1\"></path></g>\
                       <use xlink:href=\"#a\"></use><text x=\"1\">Çağlayan &lt; &amp;</text>";
        assert_eq!(drawn(drawing), drawing);
        let clean = clean(format!("\u{feff}<?xml version=\"1.0\"?>{HEAD} viewBox=\"0 0 1 1\"/>").as_bytes()).unwrap();
        assert_eq!(String::from_utf8(clean).unwrap(), format!("{HEAD} viewBox=\"0 0 1 1\"></svg>\n"));
    }

    #[test]
    fn f64_what_tells_who_drew_is_left_out() {
        let told = "<!-- by Deniz --><title>Deniz</title><metadata><a xmlns=\"urn:x\">Deniz</a></metadata>\
                    <e:view xmlns:e=\"http://www.inkscape.org/\" e:path=\"/home/deniz\"><e:x/></e:view><?editor Deniz?>\
                    <rect e:label=\"Deniz\" xmlns:e=\"http://www.inkscape.org/\" data-name=\"Deniz\" width=\"1\"/>\
                    <style>/* Deniz */a{}</style><desc>Deniz</desc>";
        assert_eq!(drawn(told), "<rect width=\"1\"></rect><style> a{}</style>");
    }

    #[test]
    fn f64_what_acts_or_loads_is_refused_by_name_and_line() {
        for (lines, expected) in [
            ("<script>alert(1)</script>", "2: the element `<script>`"),
            ("<g>\n<foreignObject/></g>", "3: the element `<foreignObject>`"),
            ("<s:script xmlns:s='http://www.w3.org/2000/svg'/>", "2: the element `<script>`"),
            ("<image href='#a'/>", "2: the element `<image>`"),
            ("<a href='https://example.org/'/>", "2: the element `<a>`"),
            ("<set attributeName='href' to='x'/>", "2: the element `<set>`"),
            ("<animate attributeName='xlink:href'/>", "2: the element `<animate>`"),
            ("<feImage/>", "2: the element `<feImage>`"),
            ("<g onload='x'/>", "2: the attribute `onload` of the element `<g>`"),
            ("<g OnClick='x'/>", "2: the attribute `OnClick` of the element `<g>`"),
            (
                "<use href='https://example.org/#a'/>",
                "2: the address in `href` of the element `<use>`, which leads out of the file,",
            ),
            (
                "<use xlink:href='javascript:x'/>",
                "2: the address in `href` of the element `<use>`, which leads out of the file,",
            ),
            (
                "<use xlink:href='data:x'/>",
                "2: the address in `href` of the element `<use>`, which leads out of the file,",
            ),
            ("<style>@import 'x'</style>", "2: a rule that begins with `@` in the element `<style>`"),
            (
                "<style>a { fill: URL( 'https://example.org/' ) }</style>",
                "2: `url()` with an address outside of the file in the element `<style>`",
            ),
            ("<style>a { fill: \\75rl(x) }</style>", "2: a backslash in the element `<style>`"),
            (
                "<style>a { fill: u&#x72;l(x) }</style>",
                "2: `url()` with an address outside of the file in the element `<style>`",
            ),
            (
                "<g style='fill: url(//x)'/>",
                "2: `url()` with an address outside of the file in `style` of the element `<g>`",
            ),
            (
                "<g fill='url(x.svg#a)'/>",
                "2: `url()` with an address outside of the file in `fill` of the element `<g>`",
            ),
            ("<g>", "3: what is no XML"),
            ("<g>&a;</g>", "2: the entity `&a;`"),
        ] {
            assert_eq!(said(lines), expected, "{lines}");
        }
        assert_eq!(
            said(&format!("{}{}", "<g>".repeat(64), "</g>".repeat(64))),
            "2: the element `<g>` inside of so many others"
        );
    }

    #[test]
    fn f61_entities_and_endless_nesting_are_refused_at_once() {
        let bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&b;</svg>";
        let what = "a document type (`<!DOCTYPE`)".to_owned();
        assert_eq!(clean(bomb.as_bytes()), Err(Fault::Drawing { what, line: 1 }));
        assert!(clean(format!("{HEAD}>{}", "<g>".repeat(1_000_000)).as_bytes()).is_err());
    }
}
