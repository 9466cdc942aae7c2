//! Sketches nobody would draw by hand: crowded cells, parallel edges, edges within a column.

use proptest::prelude::*;

use super::super::place::spread;
use super::super::{Sketch, SketchEdge, SketchLane, SketchNode, SketchRow};
use super::assert_flawless;

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[一-龥]{1,14}",
        "[A-Za-z0-9 .,%→①]{1,40}",
        "[①-⑨] [一-龥]{2,4} [0-9]{1,6}\\.[0-9]{2}",
    ]
}

fn nodes(lanes: usize, phases: usize) -> impl Strategy<Value = Vec<SketchNode>> {
    let row = (words(), words()).prop_map(|(label, value)| SketchRow { label, value });
    let node = (
        0..lanes,
        0..phases,
        words(),
        words(),
        prop::collection::vec(row, 0..4),
    )
        .prop_map(|(lane, phase, title, chip, rows)| SketchNode {
            lane,
            phase,
            title,
            chip,
            rows,
        });
    prop::collection::vec(node, 2..=24)
}

fn edges(nodes: usize) -> impl Strategy<Value = Vec<SketchEdge>> {
    let edge = (0..nodes, 0..nodes, words(), any::<bool>()).prop_map(|(from, to, label, back)| {
        SketchEdge {
            from,
            to,
            label,
            back,
        }
    });
    prop::collection::vec(edge, 0..=40)
}

/// Sketches with up to so many lanes and stages.
fn sketch(lanes: usize, phases: usize) -> impl Strategy<Value = Sketch> {
    (1..=lanes).prop_flat_map(move |count| {
        let lane = (words(), words()).prop_map(|(title, subtitle)| SketchLane { title, subtitle });
        let lanes = prop::collection::vec(lane, count);
        (lanes, nodes(count, phases)).prop_flat_map(|(lanes, nodes)| {
            let edges = edges(nodes.len());
            (Just(lanes), Just(nodes), edges).prop_map(|(lanes, nodes, edges)| Sketch {
                lanes,
                nodes,
                edges,
            })
        })
    })
}

proptest! {
    #[test]
    fn no_lanes_sketch_has_a_flaw(sketch in sketch(8, 5)) {
        assert_flawless(&sketch);
    }

    #[test]
    fn no_crowded_lanes_sketch_has_a_flaw(sketch in sketch(2, 3)) {
        assert_flawless(&sketch);
    }

    #[test]
    fn things_in_a_row_keep_order_distance_and_room(
        things in prop::collection::vec((-500..500_i32, 0..40_i32), 0..20),
        low in -100..100_i32,
    ) {
        let (wishes, apart): (Vec<i32>, Vec<i32>) = things.into_iter().unzip();
        let high = low + apart.iter().skip(1).sum::<i32>();
        let places = spread(&wishes, &apart, low, high + 100);
        prop_assert_eq!(places.len(), wishes.len());
        for (pair, apart) in places.windows(2).zip(apart.iter().skip(1)) {
            prop_assert!(pair[1] - pair[0] >= *apart);
        }
        prop_assert!(places.iter().all(|place| (low..=high + 100).contains(place)));
    }
}
