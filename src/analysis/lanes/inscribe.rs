//! What is written inside a box, and how large the box must be for it.

use super::scene::{ChipBox, LabelBox, LaneBox, NodeBox, Rect, RowBox, TextLine};
use super::text_width::{fit, fit_with_amount, text_width};
use super::{Sketch, SketchLane, SketchNode};

/// Least and greatest width of an account's box; balances may widen it a little more, because
/// they are never shortened before the words are.
const NODE_WIDTHS: (i32, i32) = (150, 190);
const NODE_WIDTH_FOR_ROWS: i32 = 216;
/// Space between the border of an account's box and its text.
const PAD: i32 = 10;
const TITLE: i32 = 13;
const CHIP: i32 = 11;
const ROW: i32 = 12;
const VALUE: i32 = 13;
const TITLE_LINE: i32 = 20;
const CHIP_LINE: i32 = 20;
const CHIP_HEIGHT: i32 = 16;
const ROW_LINE: i32 = 18;
/// Least space between the name of a balance and its amount.
const ROW_GAP: i32 = 12;
const LANE_TITLE: i32 = 14;
const LANE_SUBTITLE: i32 = 12;
const LABEL: i32 = 12;
/// Height of the pill on an edge.
pub(super) const LABEL_HEIGHT: i32 = 22;
const LABEL_PAD: i32 = 10;
/// No pill gets wider than this; longer words are shortened.
const LABEL_WIDTH_MAX: i32 = 240;

/// The height all boxes of the sketch have, so that rows of boxes look like rows.
pub(super) fn node_height(sketch: &Sketch) -> i32 {
    sketch.nodes.iter().map(height_of).max().unwrap_or_default()
}

fn height_of(node: &SketchNode) -> i32 {
    let chip = if node.chip.is_empty() { 0 } else { CHIP_LINE };
    let rows: i32 = node.rows.iter().map(|_| ROW_LINE).sum();
    let rows = if rows > 0 { rows + 2 } else { 0 };
    7 + TITLE_LINE + chip + rows + 7
}

/// The width the box of this account wants, within the limits all boxes keep.
pub(super) fn node_width(node: &SketchNode) -> i32 {
    let title = text_width(&node.title, TITLE);
    let chip = text_width(&node.chip, CHIP) + 12;
    let rows = node
        .rows
        .iter()
        .map(|row| text_width(&row.label, ROW) + ROW_GAP + text_width(&row.value, VALUE))
        .max()
        .unwrap_or_default();
    let (least, greatest) = NODE_WIDTHS;
    let words = (title.max(chip) + 2 * PAD).clamp(least, greatest);
    words.max((rows + 2 * PAD).min(NODE_WIDTH_FOR_ROWS))
}

/// The account's box with its lines of text, in `area`.
pub(super) fn node_box(node: &SketchNode, area: Rect) -> NodeBox {
    let room = area.width - 2 * PAD;
    let left = area.x + PAD;
    // A box without tag or with fewer rows than the others keeps its text in the middle.
    let mut y = area.y + 7 + (area.height - height_of(node)) / 2;
    let title = line(&node.title, left, y + 15, TITLE, room);
    y += TITLE_LINE;
    let chip = (!node.chip.is_empty()).then(|| {
        let text = line(&node.chip, left + 6, y + 13, CHIP, room - 12);
        let width = text_width(&text.text, CHIP) + 12;
        let tag = Rect {
            x: left,
            y: y + 1,
            width,
            height: CHIP_HEIGHT,
        };
        y += CHIP_LINE;
        ChipBox {
            area: tag,
            line: text,
        }
    });
    y += 2;
    let mut rows = Vec::with_capacity(node.rows.len());
    for row in &node.rows {
        let value_room = room.min(text_width(&row.value, VALUE));
        let label_room = (room - value_room - ROW_GAP).max(0);
        rows.push(RowBox {
            label: line(&row.label, left, y + 13, ROW, label_room),
            value: line(&row.value, left + room, y + 13, VALUE, room),
        });
        y += ROW_LINE;
    }
    NodeBox {
        area,
        title,
        chip,
        rows,
    }
}

/// The width of the column in which the lanes' names stand.
pub(super) fn heading_width(lanes: &[SketchLane]) -> i32 {
    lanes
        .iter()
        .map(|lane| {
            text_width(&lane.title, LANE_TITLE).max(text_width(&lane.subtitle, LANE_SUBTITLE))
        })
        .max()
        .unwrap_or_default()
        .clamp(64, 150)
}

/// A lane whose name stands at its left, in the middle of its height.
pub(super) fn lane_beside(lane: &SketchLane, area: Rect, x: i32, width: i32) -> LaneBox {
    let lines = if lane.subtitle.is_empty() { 20 } else { 40 };
    let heading = Rect {
        x,
        y: area.middle() - lines / 2,
        width,
        height: lines,
    };
    LaneBox {
        area,
        heading,
        title: line(&lane.title, x, heading.y + 15, LANE_TITLE, width),
        subtitle: line(&lane.subtitle, x, heading.y + 34, LANE_SUBTITLE, width),
    }
}

/// A lane whose name stands above its accounts, on one line.
pub(super) fn lane_above(lane: &SketchLane, area: Rect, x: i32, width: i32) -> LaneBox {
    let title = line(&lane.title, x, area.y + 21, LANE_TITLE, width);
    let taken = text_width(&title.text, LANE_TITLE) + 8;
    let room = width - taken;
    let subtitle = if room < 24 {
        ""
    } else {
        lane.subtitle.as_str()
    };
    let subtitle = line(subtitle, x + taken, area.y + 21, LANE_SUBTITLE, room.max(0));
    let heading = Rect {
        x,
        y: area.y + 6,
        width,
        height: 20,
    };
    LaneBox {
        area,
        heading,
        title,
        subtitle,
    }
}

/// Width of the pill these words need; 0 for no words.
pub(super) fn label_width(text: &str) -> i32 {
    if text.is_empty() {
        return 0;
    }
    (text_width(text, LABEL) + 2 * LABEL_PAD).min(LABEL_WIDTH_MAX)
}

/// The pill with these words, its left end and middle height given; none for no words.
pub(super) fn label_box(text: &str, x: i32, middle: i32) -> Option<LabelBox> {
    let width = label_width(text);
    let room = width - 2 * LABEL_PAD;
    (width > 0).then(|| LabelBox {
        area: Rect {
            x,
            y: middle - LABEL_HEIGHT / 2,
            width,
            height: LABEL_HEIGHT,
        },
        line: TextLine {
            text: fit_with_amount(text, LABEL, room),
            x: x + width / 2,
            baseline: middle + 4,
            size: LABEL,
            room,
        },
    })
}

fn line(text: &str, x: i32, baseline: i32, size: i32, room: i32) -> TextLine {
    TextLine {
        text: fit(text, size, room),
        x,
        baseline,
        size,
        room,
    }
}
