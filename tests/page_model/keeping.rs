//! What is kept and when, as the page's model knows it: links, copies, other tabs, storage that refuses.

use std::rc::Rc;

use super::ui::draft::Origin;
use super::ui::facts::{Elsewhere, Msg, Notice, Saving, Shelf};
use super::ui::place::Place;
use super::{after, cycle, draft, open, start};

fn link() -> Origin {
    Origin::Link(Rc::from("t1.abc"))
}

#[test]
fn a_link_is_looked_at_until_the_first_change() {
    let model = after(&start(), [Msg::Opened(draft(link()))]);
    let looked = model.draft.as_ref().unwrap();
    assert_eq!((model.saving, looked.is_kept()), (Saving::Nothing, false));
    assert_eq!(looked.place(), Some(Place::Link(Rc::from("t1.abc"))));

    let changed = after(&model, [cycle(&model, "D+1")]);
    let own = changed.draft.as_ref().unwrap();
    assert_eq!((changed.saving, own.is_kept()), (Saving::Pending, true));
    assert_eq!(own.place(), Some(Place::Work(Rc::from("d1"))));
    assert_eq!(own.from, looked.from, "it is known where it came from");
    let back = after(&changed, [Msg::Undone]);
    assert_eq!(
        back.saving,
        Saving::Pending,
        "taking it back is a change too"
    );
}

#[test]
fn an_older_write_does_not_count_and_a_refused_one_is_told() {
    let model = after(&start(), [Msg::Opened(draft(Origin::Own))]);
    let changed = after(&model, [cycle(&model, "D+1")]);
    let late = after(&changed, [Msg::WorkSaved(Rc::from("d1"), 0)]);
    assert_eq!(late.saving, Saving::Pending);
    let refused = after(&changed, [Msg::SaveRefused]);
    assert_eq!(refused.saving, Saving::Refused);
    let kept = after(&refused, [Msg::WorkSaved(Rc::from("d1"), 1)]);
    assert_eq!(kept.saving, Saving::Saved);
}

#[test]
fn when_another_tab_was_ahead_the_work_goes_under_another_name_and_that_is_told_until_it_is_read() {
    let model = after(&start(), [Msg::Opened(draft(Origin::Own))]);
    let changed = after(
        &model,
        [Msg::WorkAhead(Rc::from("d1")), cycle(&model, "D+1")],
    );
    assert_eq!(changed.elsewhere, Elsewhere::Ahead);
    let renamed = after(&changed, [Msg::WorkRenamed(Rc::from("d1"), Rc::from("d2"))]);
    let own = renamed.draft.as_ref().unwrap();
    assert_eq!(own.place(), Some(Place::Work(Rc::from("d2"))));
    assert_eq!(renamed.saving, Saving::Pending);
    assert_eq!(renamed.elsewhere, Elsewhere::Nothing);
    assert_eq!(renamed.notice, Some(Notice::KeptAsCopy));
}

#[test]
fn other_tabs_matter_only_where_they_have_the_same_work() {
    let looked = open();
    let told = after(&looked, [Msg::WorkAhead(Rc::from("d1"))]);
    assert_eq!(told.elsewhere, Elsewhere::Nothing, "it is only looked at");
    let model = after(&start(), [Msg::Opened(draft(Origin::Own))]);
    let open_there = after(&model, [Msg::WorkOpenElsewhere(Rc::from("d1"))]);
    assert_eq!(open_there.elsewhere, Elsewhere::Open);
    let ahead = after(&open_there, [Msg::WorkAhead(Rc::from("d1"))]);
    let still = after(&ahead, [Msg::WorkOpenElsewhere(Rc::from("d1"))]);
    assert_eq!(still.elsewhere, Elsewhere::Ahead);
    let again = after(&ahead, [Msg::Opened(draft(Origin::Own))]);
    assert_eq!(
        again.elsewhere,
        Elsewhere::Nothing,
        "the newer one was opened"
    );
}

#[test]
fn a_work_that_storage_has_lost_is_written_again() {
    let model = after(&start(), [Msg::Opened(draft(Origin::Own))]);
    assert_eq!(model.saving, Saving::Saved);
    let cleared = after(&model, [Msg::WorkCleared(Rc::from("d1"))]);
    assert_eq!(cleared.saving, Saving::Pending);
    let other = after(&model, [Msg::WorkCleared(Rc::from("d9"))]);
    assert_eq!(other.saving, Saving::Saved);
}

#[test]
fn what_is_in_storage_is_known_with_its_size() {
    let shelf = Shelf {
        room: Some((3, 9)),
        ..Shelf::default()
    };
    let model = after(&start(), [Msg::WorksListed(shelf.clone())]);
    assert_eq!(model.shelf, shelf);
}
