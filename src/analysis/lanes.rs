//! The lane diagram: who holds the money, drawn as one row a participant and one column a stage.
//!
//! This module only measures and places; every word and amount comes from the caller, and
//! every position is a whole pixel, so the page, the command line and the reports draw the same
//! picture. It decides no colours ([`svg`] does) and knows no accounts.
//!
//! Why nothing ever covers anything, in one paragraph: between two columns lies a gap, and in
//! the middle of the gap a *band*. Inside the band every edge runs level on a height of its
//! own, far enough from its neighbours for a label; edges bend only left and right of the band,
//! where no label is; past a column they run level in a place reserved among the nodes.

#![expect(clippy::arithmetic_side_effects, reason = "pixels, not money")]

mod chain;
mod flaws;
mod gap;
mod inscribe;
mod pen;
mod place;
mod rows;
mod scene;
pub mod svg;
mod tall;
#[cfg(test)]
mod tests;
mod text_width;
mod tracks;
mod turns;
mod wide;

use serde::{Deserialize, Serialize};

pub use flaws::{Flaw, flaws};
pub use scene::{
    ChipBox, EdgePath, LabelBox, LaneBox, NodeBox, Point, Rect, RowBox, Scene, Segment, TextLine,
};
pub use text_width::{fit, fit_with_amount, text_width};

/// What is to be drawn: participants, accounts and the ways money takes between them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    /// Participants, from top to bottom.
    pub lanes: Vec<SketchLane>,
    /// Accounts, each in one lane.
    pub nodes: Vec<SketchNode>,
    /// Ways between two accounts.
    pub edges: Vec<SketchEdge>,
}

/// A participant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SketchLane {
    /// The participant's name.
    pub title: String,
    /// What it is, in a few words; may be empty.
    pub subtitle: String,
}

/// An account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SketchNode {
    /// Index of its lane; too large an index means the last lane.
    pub lane: usize,
    /// Stage of the business: 0 payers, 1 pending at the channel, 2 fee and split, 3 settlement,
    /// 4 bank. Stages without any account take no room.
    pub phase: usize,
    /// The account's name.
    pub title: String,
    /// Who keeps the account and when that book cuts its day; may be empty.
    pub chip: String,
    /// Balances shown in the box.
    pub rows: Vec<SketchRow>,
}

/// One balance of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SketchRow {
    /// Which balance, e.g. 当前.
    pub label: String,
    /// The widest amount it will ever show, e.g. 12,345.67.
    pub value: String,
}

/// A way money takes from one account to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SketchEdge {
    /// Index of the account the money leaves.
    pub from: usize,
    /// Index of the account the money reaches.
    pub to: usize,
    /// The widest words it will ever show; may be empty.
    pub label: String,
    /// True for money on its way back (refund, top-up, returned payout): drawn dashed.
    pub back: bool,
}

/// For which kind of screen the diagram is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Lanes are rows, stages are columns: desktop, projector, paper.
    Wide,
    /// One column of accounts, lane under lane, edges beside them: a phone held upright.
    Tall,
}

/// Places everything of the sketch. Edges that name a missing account are left out.
#[must_use]
pub fn layout(sketch: &Sketch, shape: Shape) -> Scene {
    match shape {
        Shape::Wide => wide::layout(sketch),
        Shape::Tall => tall::layout(sketch),
    }
}
