//! What happens between two columns: which edges pass there, and where they leave and enter the
//! boxes. On which height each crosses the gap is decided in `tracks`.
//!
//! Gap g lies left of column g. An edge inside one column dips into the gap beside it and
//! turns back.

use std::collections::BTreeMap;

use crate::base::order::InOrder;

use super::chain::Weave;
use super::inscribe::LABEL_HEIGHT;
use super::place::spread;
use super::rows::Rows;
use super::tracks::place_tracks;

/// How an edge passes a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// From the left column to the right one, or the other way.
    Across,
    /// Out of the left column and back into it.
    FromLeft,
    /// Out of the right column and back into it.
    FromRight,
}

/// One edge in one gap.
#[derive(Clone, Debug)]
pub(super) struct Crossing {
    /// Index of the chain.
    pub(super) chain: usize,
    pub(super) gap: usize,
    pub(super) turn: Turn,
    /// Left end, or the beginning of an edge that turns back.
    pub(super) first: End,
    /// Right end, or the end of an edge that turns back.
    pub(super) second: End,
    /// Width of the label shown here; 0 if none is.
    pub(super) label: i32,
    /// Height on which it crosses the band.
    pub(super) track: i32,
}

/// Where an edge meets a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) item: usize,
    pub(super) y: i32,
}

/// Radius of the bend with which an edge turns back inside the band.
pub(super) const BEND: i32 = 12;
/// Free height between labels, and between a label and a foreign edge or an edge and another.
const LABEL_GAP: i32 = 6;
const LINE_GAP: i32 = 8;
/// Keeps edges away from the corners of a box.
const CORNER: i32 = 8;
/// Least distance of two ports, if need be at the price of higher boxes.
const PORT_PITCH_MIN: i32 = 8;
/// Free height above the first and below the last track.
pub(super) const TRACK_BORDER: i32 = 6;

impl Crossing {
    /// Half of the height it needs in the band.
    pub(super) fn half(&self) -> i32 {
        if self.turn != Turn::Across {
            return BEND + LABEL_GAP / 2;
        }
        if self.label > 0 {
            (LABEL_HEIGHT + LABEL_GAP) / 2
        } else {
            LINE_GAP / 2
        }
    }

    /// On which side of their items the two ends are: true for the right side.
    fn sides(&self) -> (bool, bool) {
        match self.turn {
            Turn::Across => (true, false),
            Turn::FromLeft => (true, true),
            Turn::FromRight => (false, false),
        }
    }
}

/// All crossings of the weave, each label in the gap on its way that it widens least, then in the least crowded.
pub(super) fn crossings(weave: &Weave) -> Vec<Crossing> {
    let mut labels: BTreeMap<usize, usize> = BTreeMap::new();
    let mut widths: BTreeMap<usize, i32> = BTreeMap::new();
    let mut crossings = Vec::new();
    let mut chains: Vec<_> = weave.chains.iter().enumerate().collect();
    chains.order_by_key(|(_, chain)| chain.items.len());
    for (index, chain) in chains {
        let hops: Vec<Crossing> = chain
            .items
            .windows(2)
            .filter_map(|pair| hop(weave, index, pair))
            .collect();
        // Edges between neighbours come first and have no choice; what they need is there for the long ones.
        let cost = |gap: &usize| {
            let width = widths.get(gap).copied().unwrap_or_default();
            let crowd = labels.get(gap).copied().unwrap_or_default();
            ((chain.label - width).max(0), crowd)
        };
        let shown = hops
            .iter()
            .map(|hop| hop.gap)
            .enumerate()
            .min_by_key(|(step, gap)| (cost(gap), *step));
        for (step, mut hop) in hops.into_iter().enumerate() {
            if chain.label > 0 && shown.is_some_and(|(best, _)| best == step) {
                hop.label = chain.label;
                // Long edges do not evade each other, so that alike labels stand in a column.
                *labels.entry(hop.gap).or_insert(0) += usize::from(chain.items.len() == 2);
                let width = widths.entry(hop.gap).or_insert(0);
                *width = (*width).max(hop.label);
            }
            crossings.push(hop);
        }
    }
    crossings
}

fn hop(weave: &Weave, chain: usize, pair: &[usize]) -> Option<Crossing> {
    let &[one, other] = pair else { return None };
    let from = weave.item(one)?.column;
    let to = weave.item(other)?.column;
    // There on the right, back on the left: the two make a round and do not cross.
    let is_back = weave.chains.get(chain)?.back;
    let (gap, turn, first, second) = if from < to {
        (to, Turn::Across, one, other)
    } else if to < from {
        (from, Turn::Across, other, one)
    } else if from == 0 || (from + 1 < weave.columns && !is_back) {
        (from + 1, Turn::FromLeft, one, other)
    } else {
        (from, Turn::FromRight, one, other)
    };
    let first = End { item: first, y: 0 };
    let second = End { item: second, y: 0 };
    Some(Crossing {
        chain,
        gap,
        turn,
        first,
        second,
        label: 0,
        track: 0,
    })
}

/// The height boxes need at least, so that their ports do not touch.
pub(super) fn height_for_ports(crossings: &[Crossing]) -> i32 {
    let most = groups(crossings)
        .values()
        .map(Vec::len)
        .max()
        .unwrap_or_default();
    let pitches = i32::try_from(most.saturating_sub(1)).unwrap_or_default();
    2 * CORNER + pitches * PORT_PITCH_MIN
}

/// The height the fullest band needs.
pub(super) fn height_for_tracks(crossings: &[Crossing]) -> i32 {
    let mut needs: BTreeMap<usize, i32> = BTreeMap::new();
    for crossing in crossings {
        *needs.entry(crossing.gap).or_insert(2 * TRACK_BORDER) += 2 * crossing.half();
    }
    needs.values().copied().max().unwrap_or_default()
}

/// The ends on each side of each item, as (crossing, is the second end).
fn groups(crossings: &[Crossing]) -> BTreeMap<(usize, bool), Vec<(usize, bool)>> {
    let mut groups: BTreeMap<(usize, bool), Vec<(usize, bool)>> = BTreeMap::new();
    for (index, crossing) in crossings.iter().enumerate() {
        let (first, second) = crossing.sides();
        groups
            .entry((crossing.first.item, first))
            .or_default()
            .push((index, false));
        groups
            .entry((crossing.second.item, second))
            .or_default()
            .push((index, true));
    }
    groups
}

/// Gives every crossing its two ends and its track.
pub(super) fn connect(crossings: &mut [Crossing], weave: &Weave, rows: &Rows, node_height: i32) {
    let mut rows = rows.clone();
    read_middles(crossings, &rows);
    let groups = groups(crossings);
    let sorted: Vec<(usize, Vec<(usize, bool)>)> = groups
        .iter()
        .filter(|((item, _), _)| weave.item(*item).is_some_and(|item| item.is_node))
        .map(|((item, _), ends)| (*item, by_other_end(ends, crossings, weave)))
        .collect();
    let degrees: BTreeMap<(usize, bool), usize> = groups
        .iter()
        .map(|(side, ends)| (*side, ends.len()))
        .collect();
    // Ports and passing places follow each other until they lie level.
    for _ in 0..4 {
        for (item, ends) in &sorted {
            place_ports(rows.middle(*item), node_height, ends, crossings);
        }
        rows.straighten(weave, node_height, |pass| {
            neighbours(crossings, &degrees, pass)
        });
        for crossing in &mut *crossings {
            for end in [&mut crossing.first, &mut crossing.second] {
                if weave.item(end.item).is_some_and(|item| !item.is_node) {
                    end.y = rows.middle(end.item);
                }
            }
        }
    }
    let gaps = crossings
        .iter()
        .map(|crossing| crossing.gap)
        .max()
        .unwrap_or_default();
    for gap in 0..=gaps {
        place_tracks(gap, crossings, &degrees, rows.height());
    }
}

fn read_middles(crossings: &mut [Crossing], rows: &Rows) {
    for crossing in crossings {
        crossing.first.y = rows.middle(crossing.first.item);
        crossing.second.y = rows.middle(crossing.second.item);
    }
}

/// Heights that would make the edge through a passing place straight, the best first: those of
/// its two ports, that of the busier side before the other because it has less room to move,
/// then those of the places it comes from and goes to.
fn neighbours(
    crossings: &[Crossing],
    degrees: &BTreeMap<(usize, bool), usize>,
    pass: usize,
) -> Vec<i32> {
    let left = crossings
        .iter()
        .find(|crossing| crossing.second.item == pass);
    let right = crossings
        .iter()
        .find(|crossing| crossing.first.item == pass);
    let (Some(left), Some(right)) = (left, right) else {
        return Vec::new();
    };
    let chain = crossings
        .iter()
        .filter(|crossing| crossing.chain == left.chain);
    let begin = chain
        .clone()
        .min_by_key(|crossing| crossing.gap)
        .unwrap_or(left)
        .first;
    let end = chain
        .max_by_key(|crossing| crossing.gap)
        .unwrap_or(right)
        .second;
    let is_begin_busier = degrees.get(&(begin.item, true)) > degrees.get(&(end.item, false));
    let ports = if is_begin_busier {
        [begin.y, end.y]
    } else {
        [end.y, begin.y]
    };
    ports
        .into_iter()
        .chain([left.first.y, right.second.y])
        .collect()
}

fn end_of(crossings: &[Crossing], (index, second): (usize, bool)) -> Option<(End, End)> {
    let crossing = crossings.get(index)?;
    Some(if second {
        (crossing.second, crossing.first)
    } else {
        (crossing.first, crossing.second)
    })
}

/// Ends in the order in which their edges come in from above to below.
fn by_other_end(
    ends: &[(usize, bool)],
    crossings: &[Crossing],
    weave: &Weave,
) -> Vec<(usize, bool)> {
    let mut sorted = ends.to_vec();
    sorted.order_by_key(|&(index, second)| {
        let other = end_of(crossings, (index, second)).map(|(_, other)| other.y);
        let chain = crossings.get(index).map(|crossing| crossing.chain);
        let back = chain
            .and_then(|chain| weave.chains.get(chain))
            .map(|chain| chain.back);
        (other, back, chain, second)
    });
    sorted
}

/// Spreads the ports of one side of a box whose middle is given.
fn place_ports(middle: i32, node_height: i32, ends: &[(usize, bool)], crossings: &mut [Crossing]) {
    let reach = node_height / 2 - CORNER;
    let (low, high) = (middle - reach, middle + reach);
    let pitches = i32::try_from(ends.len().saturating_sub(1)).unwrap_or_default();
    let pitch = (LABEL_HEIGHT + LABEL_GAP).min((high - low) / pitches.max(1));
    let wishes: Vec<i32> = ends
        .iter()
        .filter_map(|&end| end_of(crossings, end))
        .enumerate()
        .map(|(place, (_, other))| {
            let place = i32::try_from(place).unwrap_or_default();
            let even = middle + place * pitch - pitches * pitch / 2;
            if (low..=high).contains(&other.y) {
                other.y
            } else {
                even
            }
        })
        .collect();
    let places = spread(&wishes, &vec![pitch; ends.len()], low, high);
    for (&(index, second), y) in ends.iter().zip(places) {
        if let Some(crossing) = crossings.get_mut(index) {
            let end = if second {
                &mut crossing.second
            } else {
                &mut crossing.first
            };
            end.y = y;
        }
    }
}
