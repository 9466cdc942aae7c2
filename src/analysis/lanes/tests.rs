//! The pictures of the cases we teach with, and random ones, must have no flaw.

mod paper;
mod pictures;
mod proof_reading;
mod random;

use super::{Scene, Shape, Sketch, flaws, layout};

const SHAPES: [Shape; 2] = [Shape::Wide, Shape::Tall];

fn assert_flawless(sketch: &Sketch) {
    for shape in SHAPES {
        let scene = layout(sketch, shape);
        assert_eq!(flaws(&scene), vec![], "{shape:?} {sketch:?}");
    }
}

#[test]
fn the_pictures_we_teach_with_have_no_flaw() {
    for (_, sketch) in pictures::all() {
        assert_flawless(&sketch);
    }
}

#[test]
fn the_same_sketch_always_gives_the_same_picture() {
    for (name, sketch) in pictures::all() {
        for shape in SHAPES {
            assert_eq!(layout(&sketch, shape), layout(&sketch, shape), "{name}");
        }
    }
}

#[test]
fn a_picture_survives_the_way_to_the_page() {
    for (name, sketch) in pictures::all() {
        let scene = layout(&sketch, Shape::Wide);
        let text = serde_json::to_string(&scene).unwrap();
        assert_eq!(
            serde_json::from_str::<Scene>(&text).unwrap(),
            scene,
            "{name}"
        );
    }
}

#[test]
fn a_phone_sees_a_direct_merchant_without_scrolling_sideways() {
    let named = pictures::all()
        .into_iter()
        .find(|(name, _)| *name == "direct");
    let (_, sketch) = named.unwrap();
    assert_eq!(layout(&sketch, Shape::Tall).width, 390);
}

#[test]
fn money_between_two_accounts_of_one_row_runs_straight() {
    let named = pictures::all()
        .into_iter()
        .find(|(name, _)| *name == "direct");
    let (_, sketch) = named.unwrap();
    let scene = layout(&sketch, Shape::Wide);
    let settlement = &scene.edges[2];
    let heights: Vec<i32> = settlement
        .segments
        .iter()
        .map(|piece| piece.end().y)
        .collect();
    assert!(
        heights.iter().all(|y| *y == settlement.start.y),
        "{heights:?}"
    );
}

#[test]
fn a_sketch_with_mistakes_is_drawn_as_far_as_it_makes_sense() {
    let (_, mut sketch) = pictures::all().remove(0);
    sketch.edges[0].to = 99;
    sketch.nodes[4].lane = 99;
    assert_flawless(&sketch);
    for shape in SHAPES {
        let scene = layout(&sketch, shape);
        assert_eq!(
            scene.edges.first().map(|edge| edge.edge),
            Some(1),
            "the lost edge is left out"
        );
        assert_eq!(scene.nodes.len(), sketch.nodes.len());
    }
    assert_flawless(&Sketch::default());
    assert_flawless(&Sketch {
        nodes: sketch.nodes,
        ..Sketch::default()
    });
    assert_flawless(&Sketch {
        lanes: sketch.lanes,
        ..Sketch::default()
    });
}
