//! The diagram for a phone held upright: accounts in one column, lane under lane in the order of
//! the stages; every edge leaves to the right, shows its label beside the account it leaves,
//! runs up or down along the right border and comes back.
//!
//! Reading it needs no sideways scrolling as long as not too many edges run side by side.

use std::cmp::Reverse;

use crate::base::order::InOrder;

use super::inscribe::{
    LABEL_HEIGHT, label_box, label_width, lane_above, node_box, node_height, node_width,
};
use super::pen::{Pen, STUB};
use super::place::spread;
use super::scene::{EdgePath, Point, Rect, Scene};
use super::turns::{Step, slots};
use super::{Sketch, SketchLane};

/// Least width of the paper: a phone.
const PAPER: i32 = 390;
const MARGIN: i32 = 10;
/// Height of the line with the lane's name.
const HEADING: i32 = 32;
/// Free height around an account.
const NODE_GAP: i32 = 16;
const LANE_PAD: i32 = 6;
/// How far a change of height beside a box reaches to the left and right of its x.
const REACH: i32 = 9;
/// Distance of two edges that run side by side, and radius of their corners.
const TRACK: i32 = 7;
const CORNER: i32 = 10;
/// Half of the height an end needs beside the boxes, with and without label.
const LABEL_HALF: i32 = LABEL_HEIGHT / 2 + 3;
const PLAIN_HALF: i32 = 7;
/// Least distance of two ports, where the box is high enough.
const PORT_PITCH: i32 = 12;
/// Keeps edges away from the corners of a box.
const BOX_CORNER: i32 = 8;

/// One end of an edge at an account.
#[derive(Clone, Copy, Debug)]
struct End {
    edge: usize,
    node: usize,
    is_start: bool,
    half: i32,
    /// Height at the box, and beside it where the label is.
    port: i32,
    rung: i32,
    /// Where it changes from the one to the other.
    step: Option<i32>,
}

/// Places everything of the sketch.
pub(super) fn layout(sketch: &Sketch) -> Scene {
    let height = (node_height(sketch) + 1) / 2 * 2;
    let mut places = vec![0; sketch.nodes.len()];
    let order = reading_order(sketch);
    for (place, &node) in order.iter().enumerate() {
        if let Some(slot) = places.get_mut(node) {
            *slot = place;
        }
    }
    let mut ends = ends_in_order(sketch, &order, &places);
    let (lanes, middles) = stack(sketch, &order, &mut ends, height);
    let box_width = sketch
        .nodes
        .iter()
        .map(node_width)
        .max()
        .unwrap_or_default();
    let zone_left = MARGIN + box_width + STUB;
    let zone_width = place_steps(&mut ends, zone_left);
    let band = zone_left + zone_width + 2;
    let widest = sketch
        .edges
        .iter()
        .map(|edge| label_width(&edge.label))
        .max();
    let tracks_left = band + widest.unwrap_or_default() + 2;
    let (tracks, count) = tracks(sketch, &ends);
    let width = (tracks_left + CORNER + count * TRACK + MARGIN).max(PAPER);
    let paper = lanes
        .last()
        .map(|&(y, height)| y + height)
        .unwrap_or_default();
    let fallback = SketchLane::default();
    let lanes = lanes
        .iter()
        .enumerate()
        .map(|(index, &(y, height))| {
            let lane = sketch.lanes.get(index).unwrap_or(&fallback);
            let area = Rect {
                x: 0,
                y,
                width,
                height,
            };
            lane_above(lane, area, MARGIN, tracks_left - MARGIN)
        })
        .collect();
    let nodes = sketch
        .nodes
        .iter()
        .zip(&middles)
        .map(|(node, middle)| {
            let y = middle - height / 2;
            node_box(
                node,
                Rect {
                    x: MARGIN,
                    y,
                    width: box_width,
                    height,
                },
            )
        })
        .collect();
    let geometry = Geometry {
        border: MARGIN + box_width,
        band,
        tracks_left,
    };
    let edges = sketch
        .edges
        .iter()
        .enumerate()
        .filter_map(|(edge, _)| {
            let track = tracks.iter().find(|(index, _)| *index == edge)?.1;
            geometry.edge(sketch, edge, &ends, track)
        })
        .collect();
    Scene {
        width,
        height: paper,
        lanes,
        nodes,
        edges,
    }
}

/// Accounts by lane, then by stage, then as the sketch has them.
fn reading_order(sketch: &Sketch) -> Vec<usize> {
    let last = sketch.lanes.len().saturating_sub(1);
    let mut order: Vec<usize> = (0..sketch.nodes.len()).collect();
    order.order_by_key(|&index| {
        sketch
            .nodes
            .get(index)
            .map(|node| (node.lane.min(last), node.phase))
    });
    order
}

/// All ends, account by account, from above to below: first what comes from above, the nearest
/// uppermost, then what goes below, the nearest lowest. So nested edges do not cross.
fn ends_in_order(sketch: &Sketch, order: &[usize], places: &[usize]) -> Vec<End> {
    let place = |node: usize| places.get(node).copied().unwrap_or_default();
    let mut ends = Vec::new();
    for &node in order {
        let mut here = Vec::new();
        for (edge, line) in sketch.edges.iter().enumerate() {
            if line.from >= places.len() || line.to >= places.len() {
                continue;
            }
            for (own, other, is_start) in [(line.from, line.to, true), (line.to, line.from, false)]
            {
                if own != node {
                    continue;
                }
                let half = if is_start && !line.label.is_empty() {
                    LABEL_HALF
                } else {
                    PLAIN_HALF
                };
                let end = End {
                    edge,
                    node,
                    is_start,
                    half,
                    port: 0,
                    rung: 0,
                    step: None,
                };
                here.push((rank(place(own), place(other), edge), end));
            }
        }
        here.order_by_key(|(rank, end)| (*rank, Reverse(end.is_start)));
        ends.extend(here.into_iter().map(|(_, end)| end));
    }
    ends
}

/// Sorts an end among the others of its account. Edges between the same two accounts nest, too:
/// their order at the upper account is reversed at the lower one.
fn rank(own: usize, other: usize, edge: usize) -> (bool, i64, i64) {
    let far = i64::try_from(other.abs_diff(own)).unwrap_or(i64::MAX);
    let edge = i64::try_from(edge).unwrap_or(i64::MAX);
    if other < own {
        (false, far, -edge)
    } else {
        (true, -far, edge)
    }
}

/// Stacks lanes and accounts; gives every end its two heights. Returns upper border and height
/// of the lanes and the middle of each account.
fn stack(
    sketch: &Sketch,
    order: &[usize],
    ends: &mut [End],
    height: i32,
) -> (Vec<(i32, i32)>, Vec<i32>) {
    let last = sketch.lanes.len().saturating_sub(1);
    let mut middles = vec![0; sketch.nodes.len()];
    let mut lanes = Vec::new();
    let mut y = 0;
    for lane in 0..=last {
        let top = y;
        y += HEADING;
        for &node in order {
            if sketch
                .nodes
                .get(node)
                .is_none_or(|node| node.lane.min(last) != lane)
            {
                continue;
            }
            let mut here: Vec<&mut End> = ends.iter_mut().filter(|end| end.node == node).collect();
            let beside: i32 = here.iter().map(|end| 2 * end.half).sum();
            let room = height.max(beside) / 2 * 2 + 2;
            let middle = y + room / 2;
            place_ends(&mut here, middle, height, (y, y + room));
            if let Some(slot) = middles.get_mut(node) {
                *slot = middle;
            }
            y += room + NODE_GAP;
        }
        y += LANE_PAD - if y > top + HEADING { NODE_GAP / 2 } else { 0 };
        lanes.push((top, y - top));
    }
    (lanes, middles)
}

fn place_ends(here: &mut [&mut End], middle: i32, height: i32, (low, high): (i32, i32)) {
    let mut above = 0;
    let apart: Vec<i32> = here
        .iter()
        .map(|end| {
            let both = above + end.half;
            above = end.half;
            both
        })
        .collect();
    let total: i32 = apart.iter().skip(1).sum();
    let reach = height / 2 - BOX_CORNER;
    let mut wish = middle - total / 2;
    let mut wishes = Vec::new();
    for (index, apart) in apart.iter().enumerate() {
        wish += if index > 0 { *apart } else { 0 };
        wishes.push(wish);
    }
    let first = here.first().map(|end| end.half).unwrap_or_default();
    let last = here.last().map(|end| end.half).unwrap_or_default();
    let rungs = spread(&wishes, &apart, low + first, high - last);
    // Where the box is too low for all of them, the outer ones move together.
    let pitches = i32::try_from(here.len().saturating_sub(1)).unwrap_or_default();
    let pitch = PORT_PITCH.min(2 * reach / pitches.max(1));
    let pitches = vec![pitch; here.len()];
    let ports = spread(&rungs, &pitches, middle - reach, middle + reach);
    for ((end, rung), port) in here.iter_mut().zip(rungs).zip(ports) {
        end.rung = rung;
        end.port = port;
    }
}

/// Gives each end that is not level the x of its step; returns the width they take.
fn place_steps(ends: &mut [End], left: i32) -> i32 {
    let heights: Vec<Step> = ends
        .iter()
        .map(|end| Step {
            from: end.port,
            to: end.rung,
        })
        .collect();
    let (slots, count) = slots(&heights);
    for (end, slot) in ends.iter_mut().zip(slots) {
        end.step = slot.map(|slot| left + REACH + slot * TRACK);
    }
    if count == 0 {
        0
    } else {
        2 * REACH + (count - 1) * TRACK
    }
}

/// The track of each edge along the right border, short edges inside; and how many there are.
fn tracks(sketch: &Sketch, ends: &[End]) -> (Vec<(usize, i32)>, i32) {
    let mut spans: Vec<(usize, i32, i32)> = Vec::new();
    for edge in 0..sketch.edges.len() {
        let mut rungs = ends
            .iter()
            .filter(|end| end.edge == edge)
            .map(|end| end.rung);
        if let (Some(one), Some(other)) = (rungs.next(), rungs.next()) {
            spans.push((edge, one.min(other), one.max(other)));
        }
    }
    spans.order_by_key(|(edge, low, high)| (high - low, *edge));
    let mut placed: Vec<(i32, i32, i32)> = Vec::new();
    let mut tracks = Vec::new();
    for (edge, low, high) in spans {
        let mut track = 0;
        while placed
            .iter()
            .any(|&(taken, from, to)| taken == track && low <= to + TRACK && from <= high + TRACK)
        {
            track += 1;
        }
        placed.push((track, low, high));
        tracks.push((edge, track));
    }
    let count = placed
        .iter()
        .map(|(track, ..)| track + 1)
        .max()
        .unwrap_or_default();
    (tracks, count)
}

/// The x of everything the edges touch.
struct Geometry {
    border: i32,
    band: i32,
    tracks_left: i32,
}

impl Geometry {
    fn edge(&self, sketch: &Sketch, edge: usize, ends: &[End], track: i32) -> Option<EdgePath> {
        let of_edge = |is_start: bool| {
            ends.iter()
                .find(|end| end.edge == edge && end.is_start == is_start)
        };
        let (start, end) = (of_edge(true)?, of_edge(false)?);
        let line = sketch.edges.get(edge)?;
        let x = self.tracks_left + CORNER + track * TRACK;
        let mut pen = Pen::down(self.border, start.port);
        if let Some(step) = start.step {
            pen.step(step, start.rung, 1, REACH);
        }
        let rise = end.rung - start.rung;
        let corner = rise.signum() * CORNER.min(rise.abs() / 2);
        pen.line(x - CORNER, start.rung);
        let turn = Point { x, y: start.rung };
        pen.bend(
            turn,
            Point {
                x,
                y: start.rung + corner,
            },
        );
        pen.line(x, end.rung - corner);
        pen.bend(
            Point { x, y: end.rung },
            Point {
                x: x - CORNER,
                y: end.rung,
            },
        );
        if let Some(step) = end.step {
            pen.step(step, end.port, -1, REACH);
        }
        pen.line(self.border, end.port);
        let (from, segments, head) = pen.finish(false);
        Some(EdgePath {
            edge,
            from: line.from,
            to: line.to,
            back: line.back,
            start: from,
            segments,
            head,
            label: label_box(&line.label, self.band, start.rung),
        })
    }
}
