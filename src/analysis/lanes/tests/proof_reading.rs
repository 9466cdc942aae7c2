//! The proof-reader must see every kind of flaw; otherwise an empty list proves nothing.

use super::super::{Flaw, Point, Rect, Scene, Segment, Shape, flaws, layout};
use super::pictures;

/// The direct merchant: nodes 0 (above), 1 and 2; edges 0 → 1, 1 → 0, 1 → 2.
fn direct() -> Scene {
    let named = pictures::all()
        .into_iter()
        .find(|(name, _)| *name == "direct");
    let scene = layout(&named.unwrap().1, Shape::Wide);
    assert_eq!(flaws(&scene), vec![]);
    scene
}

#[track_caller]
fn sees(flaw: Flaw, spoil: impl Fn(&mut Scene)) {
    let mut scene = direct();
    spoil(&mut scene);
    let found = flaws(&scene);
    assert!(found.contains(&flaw), "{flaw:?} not in {found:?}");
}

fn move_label(scene: &mut Scene, edge: usize, to: Rect) {
    if let Some(label) = &mut scene.edges[edge].label {
        label.area.x = to.x;
        label.area.y = to.y;
    }
}

fn label_area(scene: &Scene, edge: usize) -> Rect {
    scene.edges[edge].label.as_ref().unwrap().area
}

#[test]
fn labels_that_cover_something() {
    sees(Flaw::LabelOnLabel(0, 1), |scene| {
        let place = label_area(scene, 1);
        move_label(scene, 0, place);
    });
    sees(Flaw::LabelOnEdge(0, 1), |scene| {
        let place = label_area(scene, 1);
        move_label(
            scene,
            0,
            Rect {
                y: place.y - 10,
                ..place
            },
        );
    });
    sees(Flaw::LabelOnNode(2, 1), |scene| {
        let place = scene.nodes[1].area;
        move_label(scene, 2, place);
    });
    sees(Flaw::LabelOnHeading(2, 0), |scene| {
        let place = scene.lanes[0].heading;
        move_label(scene, 2, place);
    });
    sees(Flaw::LabelAstray(2), |scene| {
        let place = label_area(scene, 2);
        move_label(
            scene,
            2,
            Rect {
                y: place.y + 40,
                ..place
            },
        );
    });
}

#[test]
fn a_label_beside_a_line_is_fine_but_not_on_its_edge() {
    // The stroke has a width: a label that begins on the line's own pixel row touches it.
    sees(Flaw::LabelOnEdge(0, 2), |scene| {
        let y = scene.edges[2].start.y;
        let place = label_area(scene, 2);
        move_label(scene, 0, Rect { y: y + 1, ..place });
    });
    let mut scene = direct();
    let (y, place) = (scene.edges[2].start.y, label_area(&scene, 2));
    move_label(&mut scene, 0, Rect { y: y + 2, ..place });
    assert!(!flaws(&scene).contains(&Flaw::LabelOnEdge(0, 2)));
}

#[test]
fn edges_that_go_wrong() {
    sees(Flaw::EdgeThroughNode(0, 2), |scene| {
        let area = scene.nodes[2].area;
        scene.edges[0].segments.push(Segment::Line {
            to: Point {
                x: area.x,
                y: area.y,
            },
        });
        let to = Point {
            x: area.right(),
            y: area.bottom(),
        };
        scene.edges[0].segments.push(Segment::Line { to });
    });
    sees(Flaw::EdgeThroughNode(0, 0), |scene| {
        let area = scene.nodes[0].area;
        scene.edges[0].start = Point {
            x: area.x,
            y: scene.edges[0].start.y,
        };
    });
    sees(Flaw::EdgeThroughNode(2, 0), |scene| {
        // Only the belly of the curve reaches the box.
        let area = scene.nodes[0].area;
        let (x, y) = (area.x + 40, area.bottom() + 20);
        let high = Point {
            x: x + 20,
            y: y - 60,
        };
        scene.edges[2]
            .segments
            .push(Segment::Line { to: Point { x, y } });
        let to = Point { x: x + 40, y };
        scene.edges[2].segments.push(Segment::Curve {
            leave: high,
            arrive: high,
            to,
        });
    });
    sees(Flaw::EdgeThroughHeading(1, 1), |scene| {
        let place = scene.lanes[1].heading;
        let to = Point {
            x: place.x,
            y: place.middle(),
        };
        scene.edges[1].segments.push(Segment::Line { to });
    });
    sees(Flaw::EdgeLoose(1), |scene| scene.edges[1].start.x += 1);
    sees(Flaw::EdgeLoose(1), |scene| scene.edges[1].head[0].x += 1);
    sees(Flaw::EdgeOffPaper(1), |scene| {
        scene.edges[1].segments.push(Segment::Line {
            to: Point { x: 0, y: 50 },
        });
    });
}

#[test]
fn boxes_that_lie_wrong() {
    sees(Flaw::NodeOnNode(1, 2), |scene| {
        scene.nodes[1].area = scene.nodes[2].area
    });
    sees(Flaw::NodeOnHeading(1, 1), |scene| {
        scene.nodes[1].area = scene.lanes[1].heading
    });
    sees(Flaw::NodeAstray(1), |scene| scene.nodes[1].area.y -= 40);
    sees(Flaw::NodeOffPaper(2), |scene| scene.nodes[2].area.x += 40);
    sees(Flaw::LaneOffPaper(1), |scene| {
        scene.lanes[1].area.height += 1
    });
}

#[test]
fn words_that_do_not_fit() {
    let long = "一二三四五六七八九十一二三四五六七八九十";
    sees(Flaw::NodeTextOutside(0), |scene| {
        long.clone_into(&mut scene.nodes[0].title.text)
    });
    sees(Flaw::NodeTextOutside(0), |scene| {
        long.clone_into(&mut scene.nodes[0].rows[1].value.text);
    });
    sees(Flaw::LabelTextOutside(2), |scene| {
        if let Some(label) = &mut scene.edges[2].label {
            long.clone_into(&mut label.line.text);
        }
    });
}
