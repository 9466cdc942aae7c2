//! Sketches nobody would draw by hand: crowded cells, parallel edges, edges within a column.

use proptest::prelude::*;

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

fn nodes(lanes: usize) -> impl Strategy<Value = Vec<SketchNode>> {
    let row = (words(), words()).prop_map(|(label, value)| SketchRow { label, value });
    let node = (
        0..lanes,
        0..5_usize,
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

fn sketch() -> impl Strategy<Value = Sketch> {
    (2..=8_usize).prop_flat_map(|count| {
        let lane = (words(), words()).prop_map(|(title, subtitle)| SketchLane { title, subtitle });
        let lanes = prop::collection::vec(lane, count);
        (lanes, nodes(count)).prop_flat_map(|(lanes, nodes)| {
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
    fn no_lanes_sketch_has_a_flaw(sketch in sketch()) {
        assert_flawless(&sketch);
    }
}
