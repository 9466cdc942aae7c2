//! The finished picture: boxes, lines and text positions in whole pixels, without colours.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// Everything that is drawn, and how large the paper is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// Width of the paper.
    pub width: i32,
    /// Height of the paper.
    pub height: i32,
    /// One for each lane of the sketch, in its order.
    pub lanes: Vec<LaneBox>,
    /// One for each node of the sketch, in its order.
    pub nodes: Vec<NodeBox>,
    /// One for each drawable edge of the sketch, in its order.
    pub edges: Vec<EdgePath>,
}

/// A place on the paper; x grows to the right, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Distance from the left border.
    pub x: i32,
    /// Distance from the upper border.
    pub y: i32,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rect {
    /// Left border.
    pub x: i32,
    /// Upper border.
    pub y: i32,
    /// Extent to the right.
    pub width: i32,
    /// Extent downwards.
    pub height: i32,
}

impl Rect {
    /// The first x to the right of the rectangle.
    #[must_use]
    pub fn right(&self) -> i32 {
        self.x + self.width
    }

    /// The first y below the rectangle.
    #[must_use]
    pub fn bottom(&self) -> i32 {
        self.y + self.height
    }

    /// The middle of its height.
    #[must_use]
    pub fn middle(&self) -> i32 {
        self.y + self.height / 2
    }

    /// True if the two share more than a border.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// True if `inner` lies within it.
    #[must_use]
    pub fn holds(&self, inner: &Self) -> bool {
        self.x <= inner.x
            && self.y <= inner.y
            && inner.right() <= self.right()
            && inner.bottom() <= self.bottom()
    }
}

/// A line of text: where it is anchored and how large it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextLine {
    /// The text, shortened if it would not fit.
    pub text: String,
    /// Left end, middle or right end, as the owner of the line says.
    pub x: i32,
    /// Height on which the letters stand.
    pub baseline: i32,
    /// Font size in pixels.
    pub size: i32,
    /// Room the text may take; a later text of the same line should be fitted to it.
    pub room: i32,
}

/// A participant's strip.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaneBox {
    /// The whole strip.
    pub area: Rect,
    /// The place of its name, kept free of everything else.
    pub heading: Rect,
    /// The name, anchored at its left end.
    pub title: TextLine,
    /// The explanation, anchored at its left end; its text may be empty.
    pub subtitle: TextLine,
}

/// An account's box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeBox {
    /// The border.
    pub area: Rect,
    /// The name, anchored at its left end.
    pub title: TextLine,
    /// Who keeps the account, if the sketch says so.
    pub chip: Option<ChipBox>,
    /// The balances.
    pub rows: Vec<RowBox>,
}

/// Half the width of the sign at the corner of an account's box.
const MARK_HALF: i32 = 9;

impl NodeBox {
    /// An octagon on the upper left corner, as the `points` attribute of an SVG polygon.
    #[must_use]
    pub fn svg_mark(&self) -> String {
        let (near, far) = (MARK_HALF * 2 / 5, MARK_HALF);
        let corners = [
            (-near, -far),
            (near, -far),
            (far, -near),
            (far, near),
            (near, far),
            (-near, far),
            (-far, near),
            (-far, -near),
        ];
        let point = |(x, y): (i32, i32)| format!("{},{}", self.area.x + x, self.area.y + y);
        corners.map(point).join(" ")
    }
}

/// The small tag that names the keeper of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChipBox {
    /// The border of the tag.
    pub area: Rect,
    /// Its text, anchored at its left end.
    pub line: TextLine,
}

/// One balance of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowBox {
    /// Which balance, anchored at its left end.
    pub label: TextLine,
    /// The amount, anchored at its right end.
    pub value: TextLine,
}

/// A piece of an edge, continuing where the piece before it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Segment {
    /// Straight.
    Line {
        /// Its end.
        to: Point,
    },
    /// A cubic Bézier curve.
    Curve {
        /// Where it points at its beginning.
        leave: Point,
        /// Where it comes from at its end.
        arrive: Point,
        /// Its end.
        to: Point,
    },
}

impl Segment {
    /// Where the piece ends.
    #[must_use]
    pub fn end(&self) -> Point {
        match *self {
            Self::Line { to } | Self::Curve { to, .. } => to,
        }
    }
}

/// A way money takes, as a line with an arrow head and a label.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EdgePath {
    /// Index of the edge in the sketch.
    pub edge: usize,
    /// Index of the account it leaves.
    pub from: usize,
    /// Index of the account it reaches.
    pub to: usize,
    /// Drawn dashed: money on its way back.
    pub back: bool,
    /// On the border of the account it leaves.
    pub start: Point,
    /// The line, from the start to the root of the arrow head.
    pub segments: Vec<Segment>,
    /// The arrow head: its tip on the border of the account it reaches, then its two barbs.
    pub head: [Point; 3],
    /// The label, unless the sketch's is empty.
    pub label: Option<LabelBox>,
}

/// The pill on an edge.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelBox {
    /// The border of the pill.
    pub area: Rect,
    /// Its text, anchored in its middle.
    pub line: TextLine,
}

impl EdgePath {
    /// The line as the `d` attribute of an SVG path.
    #[must_use]
    pub fn svg_path(&self) -> String {
        let mut path = format!("M{} {}", self.start.x, self.start.y);
        for segment in &self.segments {
            // Writing to a string cannot fail.
            let _ = match segment {
                Segment::Line { to } => write!(path, "L{} {}", to.x, to.y),
                Segment::Curve { leave, arrive, to } => write!(
                    path,
                    "C{} {} {} {} {} {}",
                    leave.x, leave.y, arrive.x, arrive.y, to.x, to.y
                ),
            };
        }
        path
    }

    /// The arrow head as the `points` attribute of an SVG polygon.
    #[must_use]
    pub fn svg_head(&self) -> String {
        let [tip, left, right] = self.head;
        format!(
            "{},{} {},{} {},{}",
            tip.x, tip.y, left.x, left.y, right.x, right.y
        )
    }
}
