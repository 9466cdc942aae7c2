//! Heights: how high each lane is and where in it each account and each passing edge lies.
//!
//! An account wishes to lie level with its neighbours of the same lane, so that edges between
//! them are straight; without such a neighbour it lies in the middle of its lane.

use super::chain::{Item, Weave};
use super::place::spread;

/// Free height around an account, half above and half below.
const NODE_GAP: i32 = 20;
/// Height kept for a passing edge, and the height two of them keep if there is room, so that both
/// may carry a label beside the column.
const PASS: i32 = 18;
const PASS_APART: i32 = 28;
/// Free height at the borders of a lane, besides half a node gap.
const LANE_PAD: i32 = 8;
/// Height of a lane in which nothing lies.
const EMPTY_LANE: i32 = 40;

/// Where everything lies.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    /// Upper border and height of each lane.
    pub(super) lanes: Vec<(i32, i32)>,
    /// Middle of each item.
    pub(super) middles: Vec<i32>,
}

impl Rows {
    /// Heights for a weave whose accounts are `node_height` high, at least `height_min` in all.
    pub(super) fn of(weave: &Weave, node_height: i32, height_min: i32) -> Self {
        let size = |item: Item| {
            if item.is_node {
                node_height + NODE_GAP
            } else {
                PASS
            }
        };
        let mut rows = Self {
            lanes: Vec::new(),
            middles: vec![0; weave.items.len()],
        };
        let mut top = 0;
        for height in lane_heights(weave, size, height_min) {
            rows.lanes.push((top, height));
            top += height;
        }
        // Two rounds from each side settle all ordinary pictures; more changes nothing there.
        for round in 0..6 {
            for step in 0..weave.columns {
                let column = if round % 2 == 1 {
                    step
                } else {
                    weave.columns - 1 - step
                };
                let wishes = if round == 0 {
                    Vec::new()
                } else {
                    rows.wishes(weave, column, round % 2 == 1)
                };
                rows.settle(weave, column, &wishes, size);
            }
        }
        rows
    }

    /// Moves each passing place level with the first of the heights told by `neighbours` for which
    /// there is room.
    pub(super) fn straighten(
        &mut self,
        weave: &Weave,
        node_height: i32,
        neighbours: impl Fn(usize) -> Vec<i32>,
    ) {
        let half = |item: Item| {
            if item.is_node {
                (node_height + NODE_GAP) / 2
            } else {
                PASS_APART - PASS / 2
            }
        };
        for column in 0..weave.columns {
            let order = weave.column(column);
            for (place, &index) in order.iter().enumerate() {
                let Some(item) = weave.item(index).filter(|item| !item.is_node) else {
                    continue;
                };
                let beside = |place: Option<usize>| {
                    let index = place.and_then(|place| order.get(place)).copied()?;
                    let other = weave.item(index)?;
                    (other.lane == item.lane).then(|| (self.middle(index), half(other)))
                };
                let (top, height) = self.lanes.get(item.lane).copied().unwrap_or_default();
                let low = beside(place.checked_sub(1)).map_or(top, |(y, half)| y + half);
                let high = beside(place.checked_add(1)).map_or(top + height, |(y, half)| y - half);
                let free = low + PASS / 2..=high - PASS / 2;
                let level = neighbours(index).into_iter().find(|y| free.contains(y));
                if let (Some(level), Some(slot)) = (level, self.middles.get_mut(index)) {
                    *slot = level;
                }
            }
        }
    }

    /// Height of all lanes together.
    pub(super) fn height(&self) -> i32 {
        self.lanes.iter().map(|(_, height)| height).sum()
    }

    pub(super) fn middle(&self, item: usize) -> i32 {
        self.middles.get(item).copied().unwrap_or_default()
    }

    /// For each item the height it would like: that of the nearest accounts of its lane it is
    /// joined to, on the side we come from or, if there are none, on the other.
    fn wishes(&self, weave: &Weave, column: usize, from_left: bool) -> Vec<(usize, i32)> {
        let mut wishes = Vec::new();
        for &index in weave.column(column) {
            let Some(item) = weave.item(index) else {
                continue;
            };
            let mut joined: Vec<(bool, usize, i32)> = weave
                .chains
                .iter()
                .filter(|chain| chain.items.contains(&index))
                .flat_map(|chain| [chain.items.first(), chain.items.last()])
                .flatten()
                .filter_map(|&end| Some((end, weave.item(end)?)))
                .filter(|(_, end)| end.lane == item.lane && end.column != column)
                .map(|(end, place)| {
                    let is_far = (place.column < column) != from_left;
                    (is_far, place.column.abs_diff(column), self.middle(end))
                })
                .collect();
            joined.sort_unstable();
            let nearest = joined
                .first()
                .map(|&(is_far, distance, _)| (is_far, distance));
            joined.retain(|&(is_far, distance, _)| Some((is_far, distance)) == nearest);
            if let Ok(count @ 1..) = i32::try_from(joined.len()) {
                let sum: i32 = joined.iter().map(|(_, _, middle)| middle).sum();
                wishes.push((index, sum / count));
            }
        }
        wishes
    }

    /// Places the items of one column, lane by lane.
    fn settle(
        &mut self,
        weave: &Weave,
        column: usize,
        wishes: &[(usize, i32)],
        size: impl Fn(Item) -> i32,
    ) {
        for (lane, &(top, height)) in self.lanes.clone().iter().enumerate() {
            let cell: Vec<(usize, i32)> = weave
                .column(column)
                .iter()
                .filter_map(|&index| Some((index, weave.item(index)?)))
                .filter(|(_, item)| item.lane == lane)
                .map(|(index, item)| (index, size(item)))
                .collect();
            let (Some(first), Some(last)) = (cell.first(), cell.last()) else {
                continue;
            };
            let low = top + LANE_PAD + first.1 / 2;
            let high = top + height - LANE_PAD - last.1 / 2;
            let sum: i32 = cell.iter().map(|(_, size)| size).sum();
            let mut packed = top + (height - sum) / 2;
            let (mut wished, mut apart, mut above) = (Vec::new(), Vec::new(), 0);
            for &(index, size) in &cell {
                let wish = wishes.iter().find(|(item, _)| *item == index);
                wished.push(wish.map_or(packed + size / 2, |(_, wish)| *wish));
                apart.push((above + size + 1) / 2);
                packed += size;
                above = size;
            }
            for (&(index, _), middle) in cell.iter().zip(spread(&wished, &apart, low, high)) {
                if let Some(slot) = self.middles.get_mut(index) {
                    *slot = middle;
                }
            }
        }
    }
}

/// Each lane is as high as its fullest cell; what is missing to the least height is shared.
fn lane_heights(weave: &Weave, size: impl Fn(Item) -> i32, height_min: i32) -> Vec<i32> {
    let mut heights = vec![EMPTY_LANE; weave.lanes];
    for column in 0..weave.columns {
        let mut cells = vec![0; weave.lanes];
        for item in weave
            .column(column)
            .iter()
            .filter_map(|&index| weave.item(index))
        {
            if let Some(cell) = cells.get_mut(item.lane) {
                *cell += size(item) + 1;
            }
        }
        for (height, cell) in heights.iter_mut().zip(cells) {
            *height = (*height).max(cell);
        }
    }
    for height in &mut heights {
        // Even heights keep middles on whole pixels.
        *height = (*height + 2 * LANE_PAD + 1) / 2 * 2;
    }
    let missing = height_min - heights.iter().sum::<i32>();
    if let (1.., Ok(lanes @ 1..)) = (missing, i32::try_from(heights.len())) {
        let more = (missing + lanes - 1) / lanes;
        for height in &mut heights {
            *height += (more + 1) / 2 * 2;
        }
    }
    heights
}
