//! Which parts an office file may have, and what each is. Knows names of parts (ISO/IEC 29500-1, ISO/IEC 26300-3), not what stands in them.

use super::super::finding::Fault;
use super::super::kind::Office;

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// XML that is looked into.
    Xml,
    /// A picture.
    Picture,
    /// A font, or numbers on the layout: no words.
    Plain,
    /// Something that may not be there.
    Wrong(Fault),
}

/// What the part `name` of an Office Open XML file is.
pub fn of_ooxml(format: Office, name: &str) -> Role {
    let name = name.to_ascii_lowercase();
    if let Some(fault) = wrong(&name) {
        return Role::Wrong(fault);
    }
    if matches!(name.as_str(), "[content_types].xml" | "docprops/core.xml" | "docprops/app.xml")
        || name.rsplit_once('/').is_some_and(|(folder, file)| folder.ends_with("_rels") && ending(file) == "rels")
    {
        return Role::Xml;
    }
    let top = match format {
        Office::Xlsx => "xl",
        Office::Pptx => "ppt",
        _ => "word",
    };
    let Some(inner) = name.strip_prefix(top).and_then(|inner| inner.strip_prefix('/')) else {
        return Role::Wrong(Fault::UnknownPart);
    };
    let (folder, file) = inner.rsplit_once('/').unwrap_or(("", inner));
    match folder {
        "media" => Role::Picture,
        "fonts" if matches!(ending(file), "odttf" | "fntdata") => Role::Plain,
        "" | "theme" | "charts" | "diagrams" | "drawings" | "worksheets" | "chartsheets" | "tables" | "slides"
        | "slidelayouts" | "slidemasters" | "notesmasters" | "handoutmasters"
            if ending(file) == "xml" && is_known(folder, file) =>
        {
            Role::Xml
        }
        _ => Role::Wrong(Fault::UnknownPart),
    }
}

fn ending(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Parts of which it is known what they hold.
fn wrong(name: &str) -> Option<Fault> {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["vba", "macro", "activex", "ctrlprops", "customui"]) {
        Some(Fault::Script)
    } else if has(&["comment", "people.xml", "/persons/", "authors.xml", "vmldrawing"]) {
        Some(Fault::Comment)
    } else if has(&["thumbnail"]) {
        Some(Fault::Thumbnail)
    } else if has(&["embeddings/", "oleobject", "afchunk"]) {
        Some(Fault::Attachment)
    } else if has(&["notesslides/"]) {
        Some(Fault::Notes)
    } else if has(&["changesinfos/", "revisioninfo", "/revisions/"]) {
        Some(Fault::TrackedChanges)
    } else if has(&["externallinks/", "connections.xml", "querytables/"]) {
        Some(Fault::Outside)
    } else if has(&["pivotcache", "pivottables", "slicer", "timeline", "glossary/"]) {
        Some(Fault::HiddenCells)
    } else if has(&["_xmlsignatures/"]) {
        Some(Fault::Signature)
    } else if has(&[
        "customxml/",
        "printersettings",
        "customproperty",
        "docprops/custom.xml",
        "/tags/",
        "webextensions/",
    ]) {
        Some(Fault::Properties)
    } else {
        None
    }
}

/// The names that office programs give to their parts, without numbers.
fn is_known(folder: &str, file: &str) -> bool {
    let stem = file.trim_end_matches(".xml").trim_end_matches(|letter: char| letter.is_ascii_digit());
    match folder {
        "" => matches!(
            stem,
            "document"
                | "styles"
                | "styleswitheffects"
                | "settings"
                | "websettings"
                | "fonttable"
                | "numbering"
                | "footnotes"
                | "endnotes"
                | "header"
                | "footer"
                | "workbook"
                | "sharedstrings"
                | "calcchain"
                | "metadata"
                | "presentation"
                | "presprops"
                | "viewprops"
                | "tablestyles"
        ),
        "theme" => matches!(stem, "theme" | "themeoverride"),
        "charts" => matches!(stem, "chart" | "chartex" | "style" | "colors"),
        "diagrams" => matches!(stem, "data" | "layout" | "quickstyle" | "colors" | "drawing"),
        "drawings" => stem == "drawing",
        "worksheets" | "chartsheets" => stem == "sheet",
        "tables" => stem == "table",
        "slides" => stem == "slide",
        "slidelayouts" => stem == "slidelayout",
        "slidemasters" => stem == "slidemaster",
        "notesmasters" => stem == "notesmaster",
        "handoutmasters" => stem == "handoutmaster",
        _ => false,
    }
}

/// What the part `name` of an `OpenDocument` file is.
pub fn of_odf(name: &str, is_empty: bool) -> Role {
    match name {
        "content.xml" | "styles.xml" | "meta.xml" | "settings.xml" | "META-INF/manifest.xml" => return Role::Xml,
        "mimetype" | "layout-cache" | "manifest.rdf" => return Role::Plain,
        _ => {}
    }
    let folder = name.split_once('/').map_or("", |(folder, _)| folder);
    match folder {
        "Pictures" => Role::Picture,
        "Fonts" => Role::Plain,
        "Configurations2" if is_empty => Role::Plain,
        "Thumbnails" => Role::Wrong(Fault::Thumbnail),
        "Basic" | "Scripts" | "Dialogs" | "Configurations2" => Role::Wrong(Fault::Script),
        "META-INF" => Role::Wrong(Fault::Signature),
        "Versions" => Role::Wrong(Fault::EarlierRevision),
        _ if name == "VersionList.xml" => Role::Wrong(Fault::EarlierRevision),
        _ if folder.starts_with("Object") => Role::Wrong(Fault::Attachment),
        _ => Role::Wrong(Fault::UnknownPart),
    }
}
