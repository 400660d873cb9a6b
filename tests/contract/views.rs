//! The views as a theme sees them: types, fields and what they are, read from the sources.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use syn::{Attribute, Expr, Fields, GenericArgument, Item, Lit, Meta, PathArguments, Type};

use super::path;

/// Where the types of views stand.
const FOLDER: &str = "src/pages/views";
/// Types that stand elsewhere and are values of fields.
const ELSEWHERE: &[&str] = &["src/document/kind.rs"];
/// The types that the page begins with.
const FIRST: &[&str] = &["View", "SiteView", "PageView", "Content"];
/// Data for machines: a template prints it whole.
const WHOLE: &str = "linked.rs";

/// A type that a template can meet.
struct View {
    about: String,
    shape: Shape,
}

enum Shape {
    /// Its fields: name, type, what it is.
    Fields(Vec<(String, String, String)>),
    /// Its values or forms: the name in templates, the type of what it holds, what it is.
    Variants(Vec<(String, String, String)>),
    /// It is printed whole.
    Opaque,
}

fn doc(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// Whether serde is told `word` about this.
fn serde_says(attributes: &[Attribute], word: &str) -> bool {
    let mut found = false;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // An argument of another form is none of the words asked for.
        drop(attribute.parse_nested_meta(|meta| {
            found |= meta.path.is_ident(word);
            Ok(())
        }));
    }
    found
}

/// Whether values of this type go to templates by their fields.
fn is_serialized(attributes: &[Attribute]) -> bool {
    let mut found = false;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        drop(attribute.parse_nested_meta(|meta| {
            found |= meta.path.is_ident("Serialize");
            Ok(())
        }));
    }
    found
}

/// A type in the words of somebody who writes templates.
fn words(of: &Type) -> String {
    let inner = |arguments: &PathArguments, at: usize| match arguments {
        PathArguments::AngleBracketed(list) => match list.args.iter().nth(at) {
            Some(GenericArgument::Type(inner)) => words(inner),
            other => panic!("a type with an argument that no template is known to get: {}", other.is_some()),
        },
        _ => panic!("a type without its argument"),
    };
    match of {
        Type::Reference(reference) => words(&reference.elem),
        Type::Array(array) => format!("list of {}", words(&array.elem)),
        Type::Path(named) => {
            let last = named.path.segments.last().unwrap();
            match last.ident.to_string().as_str() {
                "String" | "str" | "ShortForm" => "text".into(),
                "bool" => "true or false".into(),
                "usize" | "u8" | "u32" | "u64" | "i32" | "f64" => "number".into(),
                "Option" => format!("{}, or nothing", inner(&last.arguments, 0)),
                "Vec" => format!("list of {}", inner(&last.arguments, 0)),
                "Arc" | "CardWords" | "Box" => inner(&last.arguments, 0),
                "Map" => "values by name, as the author wrote them".into(),
                "Ref" => "[`Reference`](#reference)".into(),
                other => format!("[`{other}`](#{})", other.to_lowercase()),
            }
        }
        Type::Tuple(tuple) => format!("pair of {}", tuple.elems.iter().map(words).collect::<Vec<_>>().join(" and ")),
        _ => panic!("a type that no template is known to get"),
    }
}

/// `NotNamed` as templates write it: `not_named`.
fn snake_case(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

fn rows(of: &Fields) -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    for field in of {
        let Some(name) = &field.ident else { continue };
        let (name, about) = (name.to_string(), doc(&field.attrs));
        let is_flat = serde_says(&field.attrs, "flatten");
        let name = if is_flat { "…".to_owned() } else { name.trim_start_matches("r#").to_owned() };
        let kind = if is_flat { format!("the fields of {}", words(&field.ty)) } else { words(&field.ty) };
        all.push((name, kind, about));
    }
    all
}

/// Every type of the views, by name.
fn all() -> BTreeMap<String, View> {
    let mut files: Vec<_> = fs::read_dir(path(FOLDER)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.extend(ELSEWHERE.iter().map(|name| path(name)));
    files.sort();
    let mut views = BTreeMap::new();
    for file in files {
        let is_whole = file.ends_with(WHOLE);
        for item in syn::parse_file(&fs::read_to_string(&file).unwrap()).unwrap().items {
            match item {
                Item::Struct(item) if item.generics.params.is_empty() => {
                    let is_by_fields = is_serialized(&item.attrs) && !is_whole;
                    let shape = if is_by_fields { Shape::Fields(rows(&item.fields)) } else { Shape::Opaque };
                    views.insert(item.ident.to_string(), View { about: doc(&item.attrs), shape });
                }
                Item::Enum(item) => {
                    let variants = item.variants.iter().map(|variant| {
                        let held = match &variant.fields {
                            Fields::Unnamed(held) => words(&held.unnamed.first().unwrap().ty),
                            Fields::Unit | Fields::Named(_) => String::new(),
                        };
                        (snake_case(&variant.ident.to_string()), held, doc(&variant.attrs))
                    });
                    let shape = if is_whole { Shape::Opaque } else { Shape::Variants(variants.collect()) };
                    views.insert(item.ident.to_string(), View { about: doc(&item.attrs), shape });
                }
                _ => {}
            }
        }
    }
    reachable(views)
}

/// The types that a template can come to.
fn reachable(mut views: BTreeMap<String, View>) -> BTreeMap<String, View> {
    let mut found = BTreeMap::new();
    let mut left = vec!["View".to_owned()];
    while let Some(name) = left.pop() {
        let Some(view) = views.remove(&name) else { continue };
        if let Shape::Fields(rows) | Shape::Variants(rows) = &view.shape {
            for (_, kind, _) in rows {
                left.extend(kind.split("[`").skip(1).filter_map(|rest| Some(rest.split_once('`')?.0.to_owned())));
            }
        }
        found.insert(name, view);
    }
    found
}

/// The tables of the page: first what every template gets, then every type by name.
pub fn tables() -> String {
    let views = all();
    let mut out = String::new();
    let first = FIRST.iter().map(|name| (*name).to_owned());
    let others = views.keys().filter(|name| !FIRST.contains(&name.as_str())).cloned();
    for name in first.chain(others) {
        let View { about, shape } = &views[&name];
        write!(out, "## {name}\n\n{about}\n\n").unwrap();
        match shape {
            Shape::Opaque => {}
            Shape::Fields(rows) => {
                out.push_str("| field | type | what |\n|---|---|---|\n");
                for (name, kind, about) in rows {
                    writeln!(out, "| `{name}` | {kind} | {about} |").unwrap();
                }
                out.push('\n');
            }
            Shape::Variants(rows) => {
                out.push_str("| name | holds | what |\n|---|---|---|\n");
                for (name, held, about) in rows {
                    writeln!(out, "| `{name}` | {held} | {about} |").unwrap();
                }
                out.push('\n');
            }
        }
    }
    out
}

/// Every field, as `Type.field: type`.
fn lines_of(name: &str, view: &View) -> Vec<String> {
    match &view.shape {
        Shape::Opaque => vec![format!("{name}: printed whole")],
        Shape::Fields(rows) | Shape::Variants(rows) => {
            rows.iter().map(|(field, kind, _)| format!("{name}.{field}: {}", plain(kind))).collect()
        }
    }
}

/// A type without its link.
fn plain(kind: &str) -> String {
    let mut out = String::new();
    let mut rest = kind;
    while let Some((before, after)) = rest.split_once("[`") {
        let (name, after) = after.split_once('`').unwrap();
        out.push_str(before);
        out.push_str(name);
        rest = after.split_once(')').unwrap().1;
    }
    out.push_str(rest);
    out
}

/// Every field of every type.
pub fn fields() -> Vec<String> {
    all().iter().flat_map(|(name, view)| lines_of(name, view)).collect()
}

/// What has no doc comment.
pub fn undocumented() -> Vec<String> {
    let mut found = Vec::new();
    for (name, view) in all() {
        if view.about.is_empty() {
            found.push(name.clone());
        }
        if let Shape::Fields(rows) | Shape::Variants(rows) = view.shape {
            found.extend(
                rows.into_iter().filter(|(.., about)| about.is_empty()).map(|(field, ..)| format!("{name}.{field}")),
            );
        }
    }
    found
}
