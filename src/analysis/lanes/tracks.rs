//! On which height each edge crosses the band between two columns, where the labels are.

use std::collections::BTreeMap;

use crate::base::order::InOrder;

use super::gap::{Crossing, TRACK_BORDER, Turn};
use super::place::spread;

/// How many pixels of detour a bend is worth.
const BEND_COST: i32 = 30;

impl Crossing {
    /// Heights of its two ends; of an edge that turns back twice the one in the middle.
    fn heights(&self) -> (i32, i32) {
        let (first, second) = (self.first.y, self.second.y);
        if self.turn == Turn::Across {
            return (first, second);
        }
        let middle = (first + second) / 2;
        (middle, middle)
    }

    /// What a reader's eye pays for this track: bends, and going up only to come down again.
    fn cost(&self, track: i32) -> i32 {
        let (first, second) = self.heights();
        let bends = i32::from(track != first) + i32::from(track != second);
        let way = (track - first).abs() + (track - second).abs();
        bends * BEND_COST + way - (first - second).abs()
    }
}

/// With which end of an edge its track would like to be level.
#[derive(Clone, Copy, Debug)]
enum Level {
    First,
    Second,
    /// The end that has fewer companions, so that edges fan out on one side only.
    Lonely,
}

/// Spreads the tracks of one gap. Sorting them by either end, or by both, adds no crossing;
/// of these ways the one with the fewest bends and detours is taken.
pub(super) fn place_tracks(
    gap: usize,
    crossings: &mut [Crossing],
    degrees: &BTreeMap<(usize, bool), usize>,
    height: i32,
) {
    let mut here: Vec<&mut Crossing> = crossings
        .iter_mut()
        .filter(|crossing| crossing.gap == gap)
        .collect();
    let ways = [
        (Level::First, Level::First),
        (Level::Second, Level::Second),
        (Level::Lonely, Level::Lonely),
        (Level::Lonely, Level::First),
        (Level::Lonely, Level::Second),
    ];
    let mut best: Option<(i32, Vec<(usize, i32)>)> = None;
    for (sort, wish) in ways {
        let tracks = tracks(&here, sort, wish, degrees, height);
        let cost = tracks
            .iter()
            .filter_map(|&(index, track)| Some(here.get(index)?.cost(track)))
            .sum();
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, tracks));
        }
    }
    for (index, track) in best.map(|(_, tracks)| tracks).unwrap_or_default() {
        if let Some(crossing) = here.get_mut(index) {
            crossing.track = track;
        }
    }
}

/// Tracks for the crossings of one gap, as (index, track).
fn tracks(
    here: &[&mut Crossing],
    sort: Level,
    wish: Level,
    degrees: &BTreeMap<(usize, bool), usize>,
    height: i32,
) -> Vec<(usize, i32)> {
    let degree = |item: usize, right: bool| degrees.get(&(item, right)).copied();
    let mut sorted: Vec<(usize, &Crossing)> = here
        .iter()
        .enumerate()
        .map(|(index, crossing)| (index, &**crossing))
        .collect();
    sorted.order_by_key(|(_, crossing)| {
        let (first, second) = crossing.heights();
        let key = match sort {
            Level::First => first,
            Level::Second => second,
            Level::Lonely => first + second,
        };
        (key, first + second, crossing.chain)
    });
    let wishes: Vec<i32> = sorted
        .iter()
        .map(|(_, crossing)| {
            let (first, second) = crossing.heights();
            let is_fan = degree(crossing.first.item, true) > degree(crossing.second.item, false);
            match wish {
                Level::First => first,
                Level::Second => second,
                Level::Lonely => {
                    if is_fan {
                        second
                    } else {
                        first
                    }
                }
            }
        })
        .collect();
    let halves: Vec<i32> = sorted.iter().map(|(_, crossing)| crossing.half()).collect();
    let mut above = 0;
    let mut apart = Vec::with_capacity(halves.len());
    for half in &halves {
        apart.push(above + half);
        above = *half;
    }
    let low = TRACK_BORDER + halves.first().copied().unwrap_or_default();
    let high = height - TRACK_BORDER - halves.last().copied().unwrap_or_default();
    let places = spread(&wishes, &apart, low, high);
    sorted.iter().map(|(index, _)| *index).zip(places).collect()
}
