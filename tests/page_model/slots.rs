//! The line of a slot, where the next revision may go, what becomes of what was left in haste, and how addresses and
//! half-typed texts are written down.

use std::rc::Rc;

use super::ui::place::{self, Place};
use super::ui::typed::Typed;
use super::ui::work::{self, Head, Held, Landing};

fn head(revision: u32, begun: u32, by: &str, text: &str) -> Head {
    Head {
        revision,
        begun,
        by: by.to_owned(),
        at: "1538319600000".to_owned(),
        title: ("国庆\t2018".to_owned(), "National Day".to_owned()),
        ..Head::of(text)
    }
}

fn kept(revision: u32, by: &str, text: &str) -> Held {
    Held::Work(head(revision, revision.saturating_sub(1), by, text))
}

#[test]
fn a_line_is_read_as_it_was_written() {
    let written = head(7, 6, "tab", "{}");
    let Held::Work(read) = work::held(Some(&written.line())) else {
        panic!("unreadable: {}", written.line());
    };
    assert_eq!(read.title.0, "国庆 2018", "a line has no tab in a title");
    assert_eq!((read.revision, read.begun, read.bytes), (7, 6, 2));
    assert!(read.describes("{}") && !read.describes("{ }"));
}

#[test]
fn a_slot_of_the_first_page_is_still_read() {
    let text = "{\"format\":1}";
    let sum = work::checksum(text);
    let piece = format!("daycut-work/1\t3\t1538319600000\t{sum:016x}\t国庆\tDay\n{text}");
    let (held, read) = work::in_one_piece(&piece);
    let Held::Work(head) = held else {
        panic!("unreadable")
    };
    assert_eq!(
        (head.revision, head.begun, head.bytes, read),
        (3, 0, text.len(), text)
    );
}

#[test]
fn what_cannot_be_read_is_told_apart() {
    let whole = format!("{}\n{{}}", head(1, 0, "tab", "{}").line());
    assert!(matches!(work::in_one_piece(&whole).0, Held::Work(_)));
    let cut = whole.trim_end_matches('}');
    let cases = [
        (cut, Held::Damaged),
        ("", Held::Damaged),
        ("daycut-work/2\t1", Held::Damaged),
        ("daycut-work/3\twhatever it says\n{}", Held::Newer),
        ("daycut-work/x\t1", Held::Damaged),
        ("something else", Held::Damaged),
    ];
    for (piece, held) in cases {
        assert_eq!(work::in_one_piece(piece).0, held, "{piece}");
    }
    assert_eq!(work::held(None), Held::Nothing);
}

#[test]
fn a_revision_goes_into_the_older_slot_and_only_onto_what_it_began_from() {
    use Held::{Damaged, Newer, Nothing};
    use work::Place::{Same, Slot, Taken};
    let next = head(6, 5, "tab", "six");
    let cases = [
        ("nothing is there", [Nothing, Nothing], Slot(0)),
        (
            "the first is there",
            [kept(5, "tab", "five"), Nothing],
            Slot(1),
        ),
        (
            "two are there",
            [kept(5, "tab", "five"), kept(4, "tab", "four")],
            Slot(1),
        ),
        (
            "the other way round",
            [kept(4, "tab", "four"), kept(5, "tab", "five")],
            Slot(0),
        ),
        (
            "it is there already",
            [kept(6, "tab", "six"), Nothing],
            Same,
        ),
        (
            "another of the same number",
            [kept(6, "other", "sechs"), Nothing],
            Taken,
        ),
        (
            "a later one",
            [kept(7, "other", "seven"), kept(5, "tab", "five")],
            Taken,
        ),
        (
            "an earlier one than it began from",
            [kept(3, "other", "three"), Nothing],
            Taken,
        ),
        (
            "one of its own hand that it did not hear of",
            [kept(4, "tab", "four"), Nothing],
            Slot(1),
        ),
        (
            "one of a later page",
            [kept(5, "tab", "five"), Newer],
            Taken,
        ),
        ("a damaged one", [Damaged, kept(5, "tab", "five")], Taken),
    ];
    for (case, slots, place) in cases {
        assert_eq!(work::place(&slots, &next), place, "{case}");
    }
}

#[test]
fn what_was_left_in_haste_lands_once_and_beside_what_is_not_its_past() {
    use Held::{Damaged, Nothing};
    use Landing::{Beside, Known, Next};
    let waiting = head(6, 5, "tab", "six");
    let cases = [
        ("storage was cleared", [Nothing, Nothing], Next),
        ("it goes on", [kept(5, "other", "five"), Nothing], Next),
        (
            "its own hand was slower",
            [kept(4, "tab", "four"), Nothing],
            Next,
        ),
        (
            "it arrived",
            [kept(6, "tab", "six"), kept(5, "tab", "five")],
            Known,
        ),
        (
            "its own hand went on",
            [kept(8, "tab", "eight"), Nothing],
            Known,
        ),
        (
            "it arrived and another went on",
            [kept(6, "tab", "six"), kept(7, "other", "seven")],
            Known,
        ),
        (
            "another hand went on",
            [kept(6, "other", "sechs"), Nothing],
            Beside,
        ),
        (
            "another hand is behind",
            [kept(4, "other", "four"), Nothing],
            Beside,
        ),
        (
            "what is there is damaged",
            [Damaged, kept(5, "tab", "five")],
            Beside,
        ),
    ];
    for (case, slots, landing) in cases {
        assert_eq!(work::landing(&slots, &waiting), landing, "{case}");
    }
    // A text that was taken back to is another revision, though storage has had the same before.
    let undone = head(6, 5, "tab", "four");
    let slots = [kept(5, "tab", "five"), kept(4, "tab", "four")];
    assert_eq!(work::landing(&slots, &undone), Next);
    // The first page did not say what a revision began from.
    let old = head(3, 0, "", "three");
    assert_eq!(work::landing(&[Nothing, Nothing], &old), Next);
    assert_eq!(
        work::landing(&[kept(2, "tab", "two"), Nothing], &old),
        Beside
    );
}

#[test]
fn no_rhythm_of_changes_keeps_them_from_being_written_in_time() {
    let (pause, most) = (400, 1_200);
    for rhythm in [30, 100, 399, 400, 500, 800, 2_000] {
        let (mut first, mut due) = (None, u64::MAX);
        for now in (0..20_000).step_by(usize::try_from(rhythm).unwrap_or(1)) {
            if now >= due {
                first = None;
            }
            let began = *first.get_or_insert(now);
            due = now + work::wait(now, began, pause, most);
            assert!(
                due - began <= most,
                "a change each {rhythm} ms waits {}",
                due - began
            );
        }
    }
}

#[test]
fn addresses_are_read_as_they_are_written() {
    let places = [
        Place::Last,
        Place::Work(Rc::from("lx2k9abc")),
        Place::Item(Rc::from("mall-pooled")),
        Place::Link(Rc::from("t1.Ab_c-d")),
    ];
    for place in places {
        for (compares, page) in [(false, place::PLAY), (true, place::COMPARE)] {
            let hash = place.hash(compares);
            let rest = hash.strip_prefix(page).unwrap();
            assert_eq!(Place::read(rest), place, "{hash}");
        }
    }
    assert_eq!(place::sign("#t1.abc"), place::sign("s=t1.abc"));
    assert_ne!(place::sign("t1.abc"), place::sign("t1.abd"));
}

#[test]
fn what_is_typed_comes_back_only_where_the_value_is_still_the_same() {
    let mut typed = Typed::default();
    assert!(typed.typed("field-title", "旧名", "第一行\n\t\\t新"));
    assert!(typed.typed("field-rate", "0.60", "0.5"));
    assert!(!typed.typed("field-rate", "0.60", "0.5"));
    let read = Typed::read(&typed.written());
    assert_eq!(read, typed);
    assert_eq!(read.of("field-title", "旧名"), Some("第一行\n\t\\t新"));
    assert_eq!(read.of("field-rate", "0.38"), None);
    assert!(
        typed.typed("field-rate", "0.60", "0.60"),
        "typed back to what it was"
    );
    assert!(typed.taken("field-title") && typed.is_empty());
    assert!(Typed::read("nonsense").is_empty());
}
