//! Text widths, the row of things that keep their distance, and the SVG file.

use super::super::place::spread;
use super::super::svg::{EdgeInk, Ink, NodeInk, Tone, svg};
use super::super::{Shape, fit, fit_with_amount, layout, text_width};
use super::pictures;

#[test]
fn a_chinese_character_is_as_wide_as_the_font_is_high() {
    assert_eq!(text_width("待结算", 12), 36);
    assert_eq!(text_width("①→…", 10), 30);
    assert_eq!(text_width("0.00", 100), 218);
    assert_eq!(text_width("", 12), 0);
}

#[test]
fn a_long_text_is_shortened_to_its_room() {
    assert_eq!(fit("咖啡店", 10, 30), "咖啡店");
    assert_eq!(fit("咖啡店银行户", 10, 35), "咖啡…");
    assert_eq!(fit("a b", 10, 17), "a b");
    assert_eq!(fit("咖啡店", 10, 9), "");
}

#[test]
fn a_label_loses_words_before_it_loses_its_amount() {
    assert_eq!(fit_with_amount("结算给咖啡店 1.00", 10, 62), "结算… 1.00");
    assert_eq!(fit_with_amount("结算 1.00", 10, 30), "1.00");
    assert_eq!(fit_with_amount("结算给咖啡店", 10, 35), "结算…");
}

#[test]
fn things_in_a_row_stay_where_they_wish_unless_they_meet() {
    assert_eq!(spread(&[10, 50, 90], &[0, 20, 20], 0, 100), [10, 50, 90]);
    assert_eq!(spread(&[50, 50, 90], &[0, 20, 20], 0, 100), [30, 50, 90]);
    assert_eq!(spread(&[50, 40, 30], &[0, 20, 20], 0, 100), [20, 40, 60]);
    assert_eq!(spread(&[95, 99], &[0, 20], 0, 100), [79, 99]);
    assert_eq!(spread(&[], &[], 0, 100), Vec::<i32>::new());
}

#[test]
fn the_file_shows_the_amounts_of_the_moment_and_escapes_words() {
    let (_, sketch) = pictures::all().remove(0);
    let scene = layout(&sketch, Shape::Wide);
    let ink = Ink {
        title: "A & B <\u{1}\"'>".to_owned(),
        nodes: vec![NodeInk {
            tone: Tone::Risk,
            values: vec!["-99.00".to_owned()],
        }],
        edges: vec![EdgeInk {
            tone: Tone::Faint,
            label: "① <付>".to_owned(),
        }],
    };
    let file = svg(&scene, &ink);
    assert!(file.contains("<title>A &amp; B &lt;\u{fffd}&quot;&#39;&gt;</title>"));
    assert!(file.contains(">-99.00</text>"));
    assert!(!file.contains(">-300.00</text>"));
    assert!(file.contains(">① &lt;付&gt;</text>"));
    assert!(file.contains("class=\"dc-node dc-risk\""));
    assert!(file.contains("class=\"dc-edge dc-faint\""));
    assert!(file.contains("class=\"dc-edge dc-back\""));
    assert!(file.contains("role=\"img\""));
}

#[test]
fn a_line_starts_and_its_head_ends_at_the_boxes() {
    let (_, sketch) = pictures::all().remove(0);
    let scene = layout(&sketch, Shape::Wide);
    let pay = &scene.edges[0];
    let (from, to) = (scene.nodes[0].area, scene.nodes[1].area);
    assert!(pay.svg_path().starts_with(&format!("M{} ", from.right())));
    assert!(pay.svg_head().starts_with(&format!("{},", to.x)));
}
