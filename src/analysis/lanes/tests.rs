//! The pictures of the cases we teach with, and random ones, must have no flaw.

mod pictures;
mod random;

use super::svg::{Ink, svg};
use super::{Shape, Sketch, flaws, layout};

fn assert_flawless(sketch: &Sketch) {
    for shape in [Shape::Wide, Shape::Tall] {
        let scene = layout(sketch, shape);
        assert_eq!(flaws(&scene), vec![], "{shape:?} {sketch:?}");
    }
}

#[test]
fn the_pictures_we_teach_with_have_no_flaw() {
    for (name, sketch) in pictures::all() {
        for shape in [Shape::Wide, Shape::Tall] {
            let scene = layout(&sketch, shape);
            if let Ok(folder) = std::env::var("DUMP") {
                let ink = Ink {
                    title: name.to_owned(),
                    ..Ink::default()
                };
                std::fs::write(format!("{folder}/{name}-{shape:?}.svg"), svg(&scene, &ink))
                    .unwrap();
            }
            assert_eq!(flaws(&scene), vec![], "{name} {shape:?}");
        }
    }
}
