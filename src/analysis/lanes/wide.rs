//! The diagram for wide screens: one row a participant, one column a stage.

use crate::base::order::InOrder;

use super::chain::{Chain, Weave};
use super::gap::{BEND, Crossing, Turn, connect, crossings, height_for_ports, height_for_tracks};
use super::inscribe::{
    heading_width, label_box, label_width, lane_beside, node_box, node_height, node_width,
};
use super::pen::{Pen, STUB};
use super::rows::Rows;
use super::scene::{EdgePath, NodeBox, Point, Rect, Scene};
use super::turns::{Step, slots};
use super::{Sketch, SketchLane};

/// Free width at the left and right border and beside the lanes' names.
const MARGIN: i32 = 16;
/// How far a change of height reaches to the left and right of its x.
const REACH: i32 = 15;
/// Distance of two edges that change height side by side.
const SLOT: i32 = 8;
/// Free width between the steps and the labels.
const BAND_PAD: i32 = 4;
/// A gap without any edge.
const EMPTY_GAP: i32 = 24;

/// Widths within one gap.
#[derive(Clone, Debug, Default)]
struct Gap {
    /// Left border of the gap, of its band, right border of the band and of the gap.
    left: i32,
    band_left: i32,
    band_right: i32,
    right: i32,
    /// For each crossing (by index) the x of its step left of the band and right of it.
    steps: Vec<GapStep>,
}

/// Where one crossing changes height.
#[derive(Clone, Copy, Debug)]
struct GapStep {
    crossing: usize,
    /// True for the step at the second end.
    second: bool,
    /// None if it runs level.
    x: Option<i32>,
}

/// Places everything of the sketch.
pub(super) fn layout(sketch: &Sketch) -> Scene {
    let weave = Weave::of(sketch);
    let mut crossings = crossings(&weave);
    let height = node_height(sketch).max(height_for_ports(&crossings));
    let height = (height + 1) / 2 * 2;
    let rows = Rows::of(&weave, height, height_for_tracks(&crossings));
    connect(&mut crossings, &weave, &rows, height);

    let heading = heading_width(&sketch.lanes);
    let mut x = MARGIN + heading + MARGIN;
    let mut columns = Vec::with_capacity(weave.columns);
    let mut gaps = Vec::with_capacity(weave.columns + 1);
    for column in 0..=weave.columns {
        let gap = gap(
            column,
            x,
            column == 0 || column == weave.columns,
            &crossings,
        );
        x = gap.right;
        gaps.push(gap);
        if column < weave.columns {
            let width = column_width(sketch, &weave, column);
            columns.push((x, width));
            x += width;
        }
    }
    let width = x + MARGIN;
    let nodes = nodes(sketch, &weave, &rows, &columns, height);
    let edges = weave
        .chains
        .iter()
        .enumerate()
        .map(|(index, chain)| edge(sketch, index, chain, &weave, &crossings, &gaps))
        .collect();
    let mut edges: Vec<EdgePath> = edges;
    edges.order_by_key(|edge| edge.edge);
    let fallback = SketchLane::default();
    let lanes = rows
        .lanes
        .iter()
        .enumerate()
        .map(|(index, &(y, height))| {
            let lane = sketch.lanes.get(index).unwrap_or(&fallback);
            lane_beside(
                lane,
                Rect {
                    x: 0,
                    y,
                    width,
                    height,
                },
                MARGIN,
                heading,
            )
        })
        .collect();
    Scene {
        width,
        height: rows.height(),
        lanes,
        nodes,
        edges,
    }
}

fn column_width(sketch: &Sketch, weave: &Weave, column: usize) -> i32 {
    let in_column =
        |(index, _): &(usize, _)| weave.item(*index).is_some_and(|item| item.column == column);
    let nodes = sketch.nodes.iter().enumerate().filter(in_column);
    nodes
        .map(|(_, node)| node_width(node))
        .max()
        .unwrap_or_default()
}

fn nodes(
    sketch: &Sketch,
    weave: &Weave,
    rows: &Rows,
    columns: &[(i32, i32)],
    height: i32,
) -> Vec<NodeBox> {
    let place = |(index, node)| {
        let column = weave
            .item(index)
            .map(|item| item.column)
            .unwrap_or_default();
        let (x, width) = columns.get(column).copied().unwrap_or_default();
        node_box(
            node,
            Rect {
                x,
                y: rows.middle(index) - height / 2,
                width,
                height,
            },
        )
    };
    sketch.nodes.iter().enumerate().map(place).collect()
}

/// Steps of one crossing: at its first end, at its second end; each with its side of the band.
fn steps_of(crossing: &Crossing) -> [(bool, bool, Step); 2] {
    let (first, second, track) = (crossing.first.y, crossing.second.y, crossing.track);
    let (upper, lower) = (track - BEND, track + BEND);
    // Of an edge that turns back, the upper end meets the upper half of the bend.
    let (at_first, at_second) = match crossing.turn {
        Turn::Across => (track, track),
        Turn::FromLeft | Turn::FromRight if first <= second => (upper, lower),
        Turn::FromLeft | Turn::FromRight => (lower, upper),
    };
    let one = Step {
        from: first,
        to: at_first,
    };
    let other = Step {
        from: second,
        to: at_second,
    };
    match crossing.turn {
        Turn::Across => [(false, false, one), (true, true, turned(other))],
        Turn::FromLeft => [(false, false, one), (true, false, other)],
        Turn::FromRight => [(false, true, turned(one)), (true, true, turned(other))],
    }
}

fn turned(step: Step) -> Step {
    Step {
        from: step.to,
        to: step.from,
    }
}

/// Lays out the gap that begins at `left`.
fn gap(index: usize, left: i32, is_outer: bool, crossings: &[Crossing]) -> Gap {
    let mut sides: [Vec<(usize, bool, Step)>; 2] = [Vec::new(), Vec::new()];
    let mut widest = 0;
    let mut is_used = false;
    for (number, crossing) in crossings.iter().enumerate().filter(|(_, c)| c.gap == index) {
        is_used = true;
        let bend = if crossing.turn == Turn::Across {
            0
        } else {
            BEND + 4
        };
        widest = widest.max(bend).max(crossing.label);
        for (second, is_right, step) in steps_of(crossing) {
            let [before, after] = &mut sides;
            let side = if is_right { after } else { before };
            side.push((number, second, step));
        }
    }
    if !is_used {
        let right = left + if is_outer { 0 } else { EMPTY_GAP };
        return Gap {
            left,
            band_left: left,
            band_right: right,
            right,
            steps: Vec::new(),
        };
    }
    let [before, after] = sides;
    let mut steps = Vec::new();
    let band_left = left + STUB + zone(&before, left + STUB, &mut steps) + BAND_PAD;
    let band_right = band_left + widest;
    let zone_left = band_right + BAND_PAD;
    let right = zone_left + zone(&after, zone_left, &mut steps) + STUB;
    Gap {
        left,
        band_left,
        band_right,
        right,
        steps,
    }
}

/// Gives each step its x, the first from `left` on; returns the width they take.
fn zone(side: &[(usize, bool, Step)], left: i32, steps: &mut Vec<GapStep>) -> i32 {
    let heights: Vec<Step> = side.iter().map(|(_, _, step)| *step).collect();
    let (slots, count) = slots(&heights);
    for ((crossing, second, _), slot) in side.iter().zip(slots) {
        let x = slot.map(|slot| left + REACH + slot * SLOT);
        steps.push(GapStep {
            crossing: *crossing,
            second: *second,
            x,
        });
    }
    if count == 0 {
        0
    } else {
        2 * REACH + (count - 1) * SLOT
    }
}

impl Gap {
    fn step(&self, crossing: usize, second: bool) -> Option<i32> {
        self.steps
            .iter()
            .find(|step| step.crossing == crossing && step.second == second)
            .and_then(|step| step.x)
    }
}

/// Draws one edge.
fn edge(
    sketch: &Sketch,
    index: usize,
    chain: &Chain,
    weave: &Weave,
    crossings: &[Crossing],
    gaps: &[Gap],
) -> EdgePath {
    let mut hops: Vec<(usize, &Crossing)> = crossings
        .iter()
        .enumerate()
        .filter(|(_, c)| c.chain == index)
        .collect();
    hops.order_by_key(|(_, crossing)| crossing.gap);
    let from = chain.items.first().copied().unwrap_or_default();
    let to = chain.items.last().copied().unwrap_or_default();
    let column = |item: usize| weave.item(item).map(|item| item.column);
    let text = sketch
        .edges
        .get(chain.edge)
        .map_or("", |edge| edge.label.as_str());
    let mut pen: Option<Pen> = None;
    let mut label = None;
    for (number, crossing) in hops {
        let Some(gap) = gaps.get(crossing.gap) else {
            continue;
        };
        let first = gap.step(number, false);
        let second = gap.step(number, true);
        let x = if crossing.turn == Turn::FromRight {
            gap.right
        } else {
            gap.left
        };
        let pen = pen.get_or_insert_with(|| Pen::down(x, crossing.first.y));
        match crossing.turn {
            Turn::Across => across(pen, gap, crossing, first, second),
            Turn::FromLeft => turn_back(pen, (gap.left, gap.band_left, 1), crossing, first, second),
            Turn::FromRight => {
                turn_back(
                    pen,
                    (gap.right, gap.band_right, -1),
                    crossing,
                    first,
                    second,
                );
            }
        }
        if crossing.label > 0 {
            let width = label_width(text);
            let x = match crossing.turn {
                Turn::Across => (gap.band_left + gap.band_right - width) / 2,
                Turn::FromLeft => gap.band_left + 3,
                Turn::FromRight => gap.band_right - 3 - width,
            };
            label = label_box(text, x, crossing.track);
        }
    }
    let backwards = column(to) < column(from);
    let (start, segments, head) = pen.unwrap_or_else(|| Pen::down(0, 0)).finish(backwards);
    EdgePath {
        edge: chain.edge,
        from,
        to,
        back: chain.back,
        start,
        segments,
        head,
        label,
    }
}

/// From the left column to the right one.
fn across(pen: &mut Pen, gap: &Gap, crossing: &Crossing, first: Option<i32>, second: Option<i32>) {
    pen.line(gap.left, crossing.first.y);
    if let Some(x) = first {
        pen.step(x, crossing.track, 1, REACH);
    }
    if let Some(x) = second {
        pen.step(x, crossing.second.y, 1, REACH);
    }
    pen.line(gap.right, crossing.second.y);
}

/// Out of a column, round a bend in the band and back; `ahead` is the way to the band.
fn turn_back(
    pen: &mut Pen,
    (border, band, ahead): (i32, i32, i32),
    crossing: &Crossing,
    first: Option<i32>,
    second: Option<i32>,
) {
    let down = if crossing.first.y <= crossing.second.y {
        BEND
    } else {
        -BEND
    };
    let track = crossing.track;
    if let Some(x) = first {
        pen.step(x, track - down, ahead, REACH);
    }
    let tip = band + ahead * BEND;
    pen.line(band, track - down);
    pen.bend(
        Point {
            x: tip,
            y: track - down,
        },
        Point { x: tip, y: track },
    );
    pen.bend(
        Point {
            x: tip,
            y: track + down,
        },
        Point {
            x: band,
            y: track + down,
        },
    );
    if let Some(x) = second {
        pen.step(x, crossing.second.y, -ahead, REACH);
    }
    pen.line(border, crossing.second.y);
}
