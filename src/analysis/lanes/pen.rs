//! Drawing one edge: level runs and soft steps from left to right, turned round at the end if
//! the money runs from right to left.

use super::scene::{Point, Segment};

/// Length of an arrow head, and half its width.
pub(super) const HEAD: i32 = 9;
const BARB: i32 = 5;
/// Level run at every box: the arrow head and a little of its shaft.
pub(super) const STUB: i32 = 14;

/// An edge being drawn.
#[derive(Clone, Debug)]
pub(super) struct Pen {
    start: Point,
    at: Point,
    segments: Vec<Segment>,
}

impl Pen {
    pub(super) fn down(x: i32, y: i32) -> Self {
        let start = Point { x, y };
        Self {
            start,
            at: start,
            segments: Vec::new(),
        }
    }

    /// A straight run; nothing if the pen is there already.
    pub(super) fn line(&mut self, x: i32, y: i32) {
        let to = Point { x, y };
        if to == self.at {
            return;
        }
        self.segments.push(Segment::Line { to });
        self.at = to;
    }

    pub(super) fn curve(&mut self, leave: Point, arrive: Point, to: Point) {
        self.segments.push(Segment::Curve { leave, arrive, to });
        self.at = to;
    }

    /// A step to height `y` around `x`, entered and left level, `ahead` in direction (1 to the
    /// right, -1 to the left) and reaching `reach` to both sides.
    pub(super) fn step(&mut self, x: i32, y: i32, ahead: i32, reach: i32) {
        let (from, rise) = (self.at.y, y - self.at.y);
        if rise == 0 {
            return;
        }
        let end = Point {
            x: x + ahead * reach,
            y,
        };
        self.line(x - ahead * reach, from);
        if rise.abs() <= 2 * reach {
            self.curve(Point { x, y: from }, Point { x, y }, end);
            return;
        }
        let down = rise.signum() * reach;
        self.bend(Point { x, y: from }, Point { x, y: from + down });
        self.line(x, y - down);
        self.bend(Point { x, y }, end);
    }

    /// A quarter of a circle around the corner.
    pub(super) fn bend(&mut self, corner: Point, to: Point) {
        let soft = |from: i32, to: i32| from + (to - from) * 14 / 25;
        let leave = Point {
            x: soft(self.at.x, corner.x),
            y: soft(self.at.y, corner.y),
        };
        let arrive = Point {
            x: soft(to.x, corner.x),
            y: soft(to.y, corner.y),
        };
        self.curve(leave, arrive, to);
    }

    /// The same line drawn from its end to its beginning.
    fn reversed(&self) -> Self {
        let mut pen = Self::down(self.at.x, self.at.y);
        let mut befores = vec![self.start];
        befores.extend(self.segments.iter().map(Segment::end));
        for (segment, before) in self.segments.iter().zip(&befores).rev() {
            pen.segments.push(match *segment {
                Segment::Line { .. } => Segment::Line { to: *before },
                Segment::Curve { leave, arrive, .. } => Segment::Curve {
                    leave: arrive,
                    arrive: leave,
                    to: *before,
                },
            });
        }
        pen.at = self.start;
        pen
    }

    /// Beginning, line and arrow head; `backwards` if the head belongs to where the pen began.
    pub(super) fn finish(self, backwards: bool) -> (Point, Vec<Segment>, [Point; 3]) {
        let mut pen = if backwards { self.reversed() } else { self };
        let tip = pen.at;
        let before = pen
            .segments
            .len()
            .checked_sub(2)
            .and_then(|index| pen.segments.get(index))
            .map_or(pen.start, Segment::end);
        let ahead = (tip.x - before.x).signum();
        let root = tip.x - ahead * HEAD;
        // The shaft ends inside the head, so that it does not blunt the tip.
        if let Some(Segment::Line { to }) = pen.segments.last_mut() {
            to.x = root + ahead;
        }
        let head = [
            tip,
            Point {
                x: root,
                y: tip.y - BARB,
            },
            Point {
                x: root,
                y: tip.y + BARB,
            },
        ];
        (pen.start, pen.segments, head)
    }
}
