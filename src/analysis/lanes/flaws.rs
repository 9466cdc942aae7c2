//! Proof-reading of a finished picture: finds everything that covers something else.
//!
//! It looks at the picture only and knows nothing of how it was made, so that it can judge any
//! layout. A good picture has no flaws.

use super::inscribe::LABEL_HEIGHT;
use super::scene::{EdgePath, LabelBox, Point, Rect, Scene, Segment, TextLine};
use super::text_width::text_width;

/// Something that a reader could misread. Numbers are places in the scene's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// The labels of two edges cover each other.
    LabelOnLabel(usize, usize),
    /// The label of this edge covers this node.
    LabelOnNode(usize, usize),
    /// The label of this edge covers the name of this lane.
    LabelOnHeading(usize, usize),
    /// The label of the first edge lies on the second edge.
    LabelOnEdge(usize, usize),
    /// The label of this edge does not lie on it.
    LabelAstray(usize),
    /// This edge runs through this node.
    EdgeThroughNode(usize, usize),
    /// This edge runs through the name of this lane.
    EdgeThroughHeading(usize, usize),
    /// This edge does not begin or end at the border of its node.
    EdgeLoose(usize),
    /// Two nodes cover each other.
    NodeOnNode(usize, usize),
    /// This node covers the name of this lane.
    NodeOnHeading(usize, usize),
    /// This node lies in no lane, or across two.
    NodeAstray(usize),
    /// The text of this node is wider or higher than its box.
    NodeTextOutside(usize),
    /// The text of this edge's label is wider than the pill.
    LabelTextOutside(usize),
    /// This edge or its label leaves the paper.
    EdgeOffPaper(usize),
    /// This node leaves the paper.
    NodeOffPaper(usize),
    /// This lane or its name leaves the paper.
    LaneOffPaper(usize),
}

/// Width of the line of an edge, the widest any painter uses.
const STROKE: i32 = 3;
/// Curves are looked at in this many straight pieces, in fractions of a pixel.
const PIECES: i32 = 24;
const FINE: i32 = 64;

/// All flaws of the scene, in a fixed order.
#[must_use]
pub fn flaws(scene: &Scene) -> Vec<Flaw> {
    let traces: Vec<Trace> = scene.edges.iter().map(Trace::of).collect();
    let mut found = Vec::new();
    judge_labels(scene, &traces, &mut found);
    judge_edges(scene, &traces, &mut found);
    judge_nodes(scene, &mut found);
    judge_paper(scene, &traces, &mut found);
    found.sort_unstable();
    found
}

/// An edge as short straight pieces in fractions of a pixel.
struct Trace {
    pieces: Vec<(Point, Point)>,
}

impl Trace {
    fn of(edge: &EdgePath) -> Self {
        let mut points = vec![fine(edge.start)];
        let mut at = edge.start;
        for segment in &edge.segments {
            match *segment {
                Segment::Line { to } => points.push(fine(to)),
                Segment::Curve { leave, arrive, to } => {
                    points.extend((1..=PIECES).map(|step| cubic([at, leave, arrive, to], step)));
                }
            }
            at = segment.end();
        }
        let [tip, left, right] = edge.head.map(fine);
        let shaft = points.iter().copied().zip(points.iter().copied().skip(1));
        let mut pieces: Vec<(Point, Point)> = shaft.collect();
        let root = points.last().copied().unwrap_or(tip);
        pieces.extend([(root, tip), (tip, left), (left, right), (right, tip)]);
        Self { pieces }
    }

    /// True if the line, in its full width, touches the inside of the rectangle.
    fn touches(&self, area: Rect) -> bool {
        self.meets(area, FINE * STROKE / 2)
    }

    /// True if a piece comes nearer to the rectangle than `margin` fractions of a pixel.
    fn meets(&self, area: Rect, margin: i32) -> bool {
        let low = Point {
            x: area.x * FINE - margin,
            y: area.y * FINE - margin,
        };
        let high = Point {
            x: area.right() * FINE + margin,
            y: area.bottom() * FINE + margin,
        };
        self.pieces
            .iter()
            .any(|&(from, to)| piece_meets(from, to, low, high))
    }
}

fn fine(point: Point) -> Point {
    Point {
        x: point.x * FINE,
        y: point.y * FINE,
    }
}

/// The point of a cubic curve after `step` of its pieces.
fn cubic(points: [Point; 4], step: i32) -> Point {
    let mix = |one: i64, other: i64| {
        let step = i64::from(step);
        (one * (i64::from(PIECES) - step) + other * step) / i64::from(PIECES)
    };
    let axis = |[a, b, c, d]: [i32; 4]| {
        // Extra digits inside, so that three divisions do not shift the point.
        let [a, b, c, d] = [a, b, c, d].map(|value| i64::from(value) * i64::from(FINE) * 256);
        let (ab, bc, cd) = (mix(a, b), mix(b, c), mix(c, d));
        let middle = mix(mix(ab, bc), mix(bc, cd));
        i32::try_from(middle / 256).unwrap_or_default()
    };
    Point {
        x: axis(points.map(|point| point.x)),
        y: axis(points.map(|point| point.y)),
    }
}

/// True if the straight piece has a point strictly inside the rectangle from `low` to `high`.
fn piece_meets(from: Point, to: Point, low: Point, high: Point) -> bool {
    let is_beside = from.x.max(to.x) <= low.x
        || from.x.min(to.x) >= high.x
        || from.y.max(to.y) <= low.y
        || from.y.min(to.y) >= high.y;
    if is_beside {
        return false;
    }
    let side = |x: i32, y: i32| {
        let (dx, dy) = (i64::from(to.x - from.x), i64::from(to.y - from.y));
        (dx * i64::from(y - from.y) - dy * i64::from(x - from.x)).signum()
    };
    let corners = [
        side(low.x, low.y),
        side(high.x, low.y),
        side(low.x, high.y),
        side(high.x, high.y),
    ];
    corners.iter().any(|&corner| corner > 0) && corners.iter().any(|&corner| corner < 0)
}

fn shrunk(area: Rect, by: i32) -> Rect {
    Rect {
        x: area.x + by,
        y: area.y + by,
        width: area.width - 2 * by,
        height: area.height - 2 * by,
    }
}

fn judge_labels(scene: &Scene, traces: &[Trace], found: &mut Vec<Flaw>) {
    let labels: Vec<(usize, &LabelBox)> = scene
        .edges
        .iter()
        .enumerate()
        .filter_map(|(index, edge)| Some((index, edge.label.as_ref()?)))
        .collect();
    for (place, &(index, label)) in labels.iter().enumerate() {
        let area = label.area;
        for (other, second) in labels.iter().skip(place + 1) {
            if area.overlaps(&second.area) {
                found.push(Flaw::LabelOnLabel(index, *other));
            }
        }
        for (node, second) in scene.nodes.iter().enumerate() {
            if area.overlaps(&second.area) {
                found.push(Flaw::LabelOnNode(index, node));
            }
        }
        for (lane, second) in scene.lanes.iter().enumerate() {
            if area.overlaps(&second.heading) {
                found.push(Flaw::LabelOnHeading(index, lane));
            }
        }
        for (other, trace) in traces.iter().enumerate() {
            if other != index && trace.touches(area) {
                found.push(Flaw::LabelOnEdge(index, other));
            }
            if other == index && !trace.meets(area, -FINE) {
                found.push(Flaw::LabelAstray(index));
            }
        }
        let fits = text_width(&label.line.text, label.line.size) <= area.width
            && area.height >= LABEL_HEIGHT.min(label.line.size + 4);
        if !fits {
            found.push(Flaw::LabelTextOutside(index));
        }
    }
}

fn judge_edges(scene: &Scene, traces: &[Trace], found: &mut Vec<Flaw>) {
    for (index, (edge, trace)) in scene.edges.iter().zip(traces).enumerate() {
        for (node, second) in scene.nodes.iter().enumerate() {
            // At its own ends the line and the head may touch the border, nothing more.
            let is_end = node == edge.from || node == edge.to;
            let runs_through = if is_end {
                trace.meets(shrunk(second.area, 1), 0)
            } else {
                trace.touches(second.area)
            };
            if runs_through {
                found.push(Flaw::EdgeThroughNode(index, node));
            }
        }
        for (lane, second) in scene.lanes.iter().enumerate() {
            if trace.touches(second.heading) {
                found.push(Flaw::EdgeThroughHeading(index, lane));
            }
        }
        let [tip, ..] = edge.head;
        if !is_attached(scene, edge.from, edge.start) || !is_attached(scene, edge.to, tip) {
            found.push(Flaw::EdgeLoose(index));
        }
    }
}

/// True if the point is on the left or right border of the node.
fn is_attached(scene: &Scene, node: usize, point: Point) -> bool {
    scene.nodes.get(node).is_some_and(|node| {
        let area = node.area;
        (point.x == area.x || point.x == area.right())
            && area.y < point.y
            && point.y < area.bottom()
    })
}

fn judge_nodes(scene: &Scene, found: &mut Vec<Flaw>) {
    for (index, node) in scene.nodes.iter().enumerate() {
        for (other, second) in scene.nodes.iter().enumerate().skip(index + 1) {
            if node.area.overlaps(&second.area) {
                found.push(Flaw::NodeOnNode(index, other));
            }
        }
        for (lane, second) in scene.lanes.iter().enumerate() {
            if node.area.overlaps(&second.heading) {
                found.push(Flaw::NodeOnHeading(index, lane));
            }
        }
        if !scene.lanes.iter().any(|lane| lane.area.holds(&node.area)) {
            found.push(Flaw::NodeAstray(index));
        }
        let width = |line: &TextLine| text_width(&line.text, line.size);
        let (left, right) = (node.area.x, node.area.right());
        let title = &node.title;
        let mut fits = left < title.x && title.x + width(title) < right;
        fits &= node.area.y < title.baseline - title.size;
        fits &= node.chip.as_ref().is_none_or(|chip| {
            node.area.holds(&chip.area) && chip.line.x + width(&chip.line) < chip.area.right()
        });
        fits &= node.rows.iter().all(|row| {
            left < row.label.x
                && row.label.x + width(&row.label) <= row.value.x - width(&row.value)
                && row.value.x < right
                && row.value.baseline < node.area.bottom()
        });
        if !fits {
            found.push(Flaw::NodeTextOutside(index));
        }
    }
}

fn judge_paper(scene: &Scene, traces: &[Trace], found: &mut Vec<Flaw>) {
    let paper = Rect {
        x: 0,
        y: 0,
        width: scene.width,
        height: scene.height,
    };
    let margin = FINE * STROKE / 2;
    let is_inside = |point: Point| {
        (margin..=scene.width * FINE - margin).contains(&point.x)
            && (margin..=scene.height * FINE - margin).contains(&point.y)
    };
    for (index, (edge, trace)) in scene.edges.iter().zip(traces).enumerate() {
        let label_fits = edge
            .label
            .as_ref()
            .is_none_or(|label| paper.holds(&label.area));
        let line_fits = trace
            .pieces
            .iter()
            .all(|(from, to)| is_inside(*from) && is_inside(*to));
        if !label_fits || !line_fits {
            found.push(Flaw::EdgeOffPaper(index));
        }
    }
    for (index, node) in scene.nodes.iter().enumerate() {
        if !paper.holds(&node.area) {
            found.push(Flaw::NodeOffPaper(index));
        }
    }
    for (index, lane) in scene.lanes.iter().enumerate() {
        if !paper.holds(&lane.area) || !lane.area.holds(&lane.heading) {
            found.push(Flaw::LaneOffPaper(index));
        }
    }
}
