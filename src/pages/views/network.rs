//! Networks of relations: a table, and a drawing of the same. Knows who stands in which relation to whom, and what carries it;
//! no words of a statement but its short form.

use serde::Serialize;

use super::parts::{CaseLink, DateView, PagingView, Ref, SaidThere};

/// A page of a network: of the site, of a case, or of something with more relations than its own page shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NetworkView {
    /// Whose network it is; nothing for that of the site.
    pub of: Option<Ref>,
    /// The relations on this page.
    pub relations: RelationsView,
    /// The networks of the cases, on the first page of the site's.
    pub cases: Vec<CaseLink>,
    /// Where this page stands among those of the same network.
    pub paging: PagingView,
}

/// Relations as a table, with a drawing where that helps.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RelationsView {
    /// The drawing; nothing where there is too little to draw.
    pub drawing: Option<DrawingView>,
    /// The rows of the table.
    pub rows: Vec<RelationRow>,
    /// Whether somebody among them is accused in a case: the page must print the presumption of innocence.
    pub has_accused: bool,
    /// How many there are in all.
    pub total: usize,
    /// The address below the root of the page that has all of them, where these are not all.
    pub all: Option<String>,
}

/// One relation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RelationRow {
    /// Who or what has it.
    pub from: Ref,
    /// What it is: a role, a key of the facts, or that somebody spoke about the other.
    pub relation: String,
    /// To whom or what.
    pub to: Ref,
    /// What carries it: `recorded` for a role or fact, else the standing of the statement.
    pub standing: &'static str,
    /// The statement that carries it.
    pub said: Option<SaidThere>,
    /// The pages whose facts say so, three at most.
    pub on: Vec<Ref>,
    /// How many further pages say so.
    pub more_on: usize,
    /// Where it is known from, three at most.
    pub sources: Vec<Ref>,
    /// The first date.
    pub since: Option<DateView>,
    /// The last date, where it is another.
    pub until: Option<DateView>,
}

/// A drawing of relations. Lengths are whole units of its own width and height.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DrawingView {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// The lines.
    pub edges: Vec<EdgeView>,
    /// The boxes, which stand before the lines.
    pub nodes: Vec<NodeView>,
    /// The standings of its lines, each once.
    pub standings: Vec<&'static str>,
    /// How many people and things of the table it does not show.
    pub left_out: usize,
}

/// A line of a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct EdgeView {
    /// As [`RelationRow::standing`].
    pub standing: &'static str,
    /// Where it begins.
    pub x1: i32,
    /// Where it begins.
    pub y1: i32,
    /// Where it ends.
    pub x2: i32,
    /// Where it ends.
    pub y2: i32,
}

/// A box of a drawing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct NodeView {
    /// Who or what.
    pub item: Ref,
    /// The title, shortened where it is long.
    pub label: String,
    /// Whether the drawing is about it.
    pub is_center: bool,
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// The middle of its text.
    pub text_x: i32,
    /// The foot of its text.
    pub text_y: i32,
}
