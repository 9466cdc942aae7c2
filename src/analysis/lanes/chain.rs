//! Which column and lane everything passes through, and in which order from top to bottom.
//!
//! An edge that skips columns gets a passing place in each of them, chosen so that it changes
//! lanes seldom and avoids crowded cells. The order inside a cell is then improved until no
//! swap of two neighbours would save a crossing.

use std::collections::BTreeMap;

use crate::base::order::InOrder;

use super::Sketch;
use super::inscribe::label_width;

/// An account, or a place kept free for an edge to pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) column: usize,
    pub(super) lane: usize,
    /// False for a passing place.
    pub(super) is_node: bool,
}

/// An edge with everything it touches, from its beginning to its end.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    pub(super) edge: usize,
    /// Indices of items; two for an edge inside one column.
    pub(super) items: Vec<usize>,
    pub(super) back: bool,
    /// Width of the label; 0 if there is none.
    pub(super) label: i32,
}

/// All items (first the accounts, in the sketch's order) and all chains.
#[derive(Clone, Debug, Default)]
pub(super) struct Weave {
    pub(super) items: Vec<Item>,
    pub(super) chains: Vec<Chain>,
    pub(super) columns: usize,
    pub(super) lanes: usize,
    /// The items of each column from top to bottom.
    pub(super) order: Vec<Vec<usize>>,
}

/// Cost of a lane change, of each lane crossed, and of each account in a cell. Passing edges cost
/// nothing to each other, so that alike edges take alike ways.
const TURN: i32 = 5;
const STEP: i32 = 2;
const CROWD: i32 = 4;

impl Weave {
    /// Columns, passing places and order for the sketch.
    pub(super) fn of(sketch: &Sketch) -> Self {
        let mut phases: Vec<usize> = sketch.nodes.iter().map(|node| node.phase).collect();
        phases.sort_unstable();
        phases.dedup();
        let lanes = sketch.lanes.len().max(1);
        let items = sketch
            .nodes
            .iter()
            .map(|node| Item {
                column: phases.binary_search(&node.phase).unwrap_or_default(),
                lane: node.lane.min(lanes - 1),
                is_node: true,
            })
            .collect();
        let mut weave = Self {
            items,
            columns: phases.len(),
            lanes,
            ..Self::default()
        };
        let mut crowd = BTreeMap::new();
        for item in &weave.items {
            *crowd.entry((item.column, item.lane)).or_insert(0) += CROWD;
        }
        for (edge, line) in sketch.edges.iter().enumerate() {
            let (Some(from), Some(to)) = (weave.item(line.from), weave.item(line.to)) else {
                continue;
            };
            if line.from >= sketch.nodes.len() || line.to >= sketch.nodes.len() {
                continue;
            }
            let mut chain = vec![line.from];
            for (column, lane) in passing(from, to, lanes, &crowd) {
                chain.push(weave.items.len());
                weave.items.push(Item {
                    column,
                    lane,
                    is_node: false,
                });
            }
            chain.push(line.to);
            let label = label_width(&line.label);
            weave.chains.push(Chain {
                edge,
                items: chain,
                back: line.back,
                label,
            });
        }
        weave.put_in_order();
        weave
    }

    pub(super) fn item(&self, index: usize) -> Option<Item> {
        self.items.get(index).copied()
    }

    /// The items of one column from top to bottom.
    pub(super) fn column(&self, column: usize) -> &[usize] {
        self.order.get(column).map_or(&[], Vec::as_slice)
    }

    /// Pairs of items that an edge joins across one gap, as (gap's left column, left, right).
    fn joints(&self) -> Vec<(usize, usize, usize)> {
        let mut joints = Vec::new();
        for chain in &self.chains {
            for pair in chain.items.windows(2) {
                let &[one, other] = pair else { continue };
                let (Some(first), Some(second)) = (self.item(one), self.item(other)) else {
                    continue;
                };
                if first.column < second.column {
                    joints.push((first.column, one, other));
                } else if second.column < first.column {
                    joints.push((second.column, other, one));
                }
            }
        }
        joints
    }

    fn put_in_order(&mut self) {
        let mut order = vec![Vec::new(); self.columns];
        for (index, item) in self.items.iter().enumerate() {
            if let Some(column) = order.get_mut(item.column) {
                column.push(index);
            }
        }
        for column in &mut order {
            column.order_by_key(|&index| self.item(index).map(|item| item.lane));
        }
        self.order = order;
        let joints = self.joints();
        let mut best = (self.crossings(&joints), self.order.clone());
        for round in 0..8 {
            let forward = round % 2 == 0;
            for step in 0..self.columns {
                let column = if forward {
                    step
                } else {
                    self.columns - 1 - step
                };
                self.sort_by_neighbours(column, forward, &joints);
            }
            self.swap_neighbours(&joints);
            let crossings = self.crossings(&joints);
            if crossings < best.0 {
                best = (crossings, self.order.clone());
            }
        }
        self.order = best.1;
    }

    /// A height for each item, as if cells were equally high; good enough to compare.
    fn heights(&self) -> BTreeMap<usize, i64> {
        let mut cells: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        for item in &self.items {
            *cells.entry((item.column, item.lane)).or_insert(0) += 1;
        }
        let mut heights = BTreeMap::new();
        let mut seen: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        for &index in self.order.iter().flatten() {
            let Some(item) = self.item(index) else {
                continue;
            };
            let cell = (item.column, item.lane);
            let place = seen.entry(cell).or_insert(0);
            let count = cells.get(&cell).copied().unwrap_or(1).max(1);
            let lane = i64::try_from(item.lane).unwrap_or_default();
            heights.insert(index, lane * 100_000 + (2 * *place + 1) * 50_000 / count);
            *place += 1;
        }
        heights
    }

    fn sort_by_neighbours(
        &mut self,
        column: usize,
        forward: bool,
        joints: &[(usize, usize, usize)],
    ) {
        let heights = self.heights();
        let mut pulls: BTreeMap<usize, (i64, i64)> = BTreeMap::new();
        for &(_, left, right) in joints {
            let (item, neighbour) = if forward {
                (right, left)
            } else {
                (left, right)
            };
            let pull = pulls.entry(item).or_insert((0, 0));
            pull.0 += heights.get(&neighbour).copied().unwrap_or_default();
            pull.1 += 1;
        }
        let items = &self.items;
        if let Some(order) = self.order.get_mut(column) {
            order.order_by_key(|index| {
                let lane = items.get(*index).map(|item| item.lane);
                let own = heights.get(index).copied().unwrap_or_default();
                let pull = pulls
                    .get(index)
                    .map_or(own, |(sum, count)| sum / (*count).max(1));
                (lane, pull)
            });
        }
    }

    /// Swaps neighbours of one cell wherever that saves crossings.
    fn swap_neighbours(&mut self, joints: &[(usize, usize, usize)]) {
        let mut now = self.crossings(joints);
        for _ in 0..4 {
            let before = now;
            for column in 0..self.columns {
                for place in 1..self.column(column).len() {
                    if !self.swap(column, place) {
                        continue;
                    }
                    let then = self.crossings(joints);
                    if then < now {
                        now = then;
                    } else {
                        self.swap(column, place);
                    }
                }
            }
            if now == before {
                break;
            }
        }
    }

    /// Swaps the item at `place` with the one above; refuses across lanes.
    fn swap(&mut self, column: usize, place: usize) -> bool {
        let items = &self.items;
        let Some(pair) = self
            .order
            .get_mut(column)
            .and_then(|o| o.get_mut(place - 1..=place))
        else {
            return false;
        };
        let &mut [above, below] = pair else {
            return false;
        };
        let same = items.get(above).map(|i| i.lane) == items.get(below).map(|i| i.lane);
        if same {
            pair.reverse();
        }
        same
    }

    /// How many pairs of edges cross.
    fn crossings(&self, joints: &[(usize, usize, usize)]) -> usize {
        let mut places: Vec<usize> = vec![0; self.items.len()];
        for order in &self.order {
            for (place, &index) in order.iter().enumerate() {
                if let Some(slot) = places.get_mut(index) {
                    *slot = place;
                }
            }
        }
        let place = |index: usize| places.get(index).copied().unwrap_or_default();
        let ends: Vec<(usize, usize, usize)> = joints
            .iter()
            .map(|&(gap, left, right)| (gap, place(left), place(right)))
            .collect();
        let mut count = 0;
        for (index, one) in ends.iter().enumerate() {
            for other in ends.iter().skip(index + 1).filter(|other| other.0 == one.0) {
                let crossed =
                    (one.1 < other.1 && one.2 > other.2) || (one.1 > other.1 && one.2 < other.2);
                count += usize::from(crossed);
            }
        }
        count
    }
}

/// The cells an edge passes between its ends: few lane changes, little crowd.
fn passing(
    from: Item,
    to: Item,
    lanes: usize,
    crowd: &BTreeMap<(usize, usize), i32>,
) -> Vec<(usize, usize)> {
    let columns: Vec<usize> = if from.column < to.column {
        (from.column + 1..to.column).collect()
    } else {
        (to.column + 1..from.column).rev().collect()
    };
    let change = |one: usize, other: usize| {
        let steps = i32::try_from(one.abs_diff(other)).unwrap_or(i32::MAX / 4);
        if steps == 0 { 0 } else { TURN + STEP * steps }
    };
    // Cheapest way to each lane of the column reached so far, with the lanes taken.
    let mut ways: Vec<(i32, Vec<usize>)> = vec![(0, Vec::new())];
    let mut reached = vec![from.lane];
    for &column in &columns {
        let next: Vec<(i32, Vec<usize>)> = (0..lanes)
            .filter_map(|lane| {
                let crowd = crowd.get(&(column, lane)).copied().unwrap_or_default();
                let (cost, way) = reached
                    .iter()
                    .zip(&ways)
                    .map(|(&before, (cost, way))| (cost + change(before, lane) + crowd, way))
                    .min_by_key(|(cost, _)| *cost)?;
                let mut way = way.clone();
                way.push(lane);
                Some((cost, way))
            })
            .collect();
        reached = (0..lanes).collect();
        ways = next;
    }
    let best = reached
        .iter()
        .zip(&ways)
        .min_by_key(|(lane, (cost, _))| cost + change(**lane, to.lane))
        .map(|(_, (_, way))| way.clone())
        .unwrap_or_default();
    columns.into_iter().zip(best).collect()
}
