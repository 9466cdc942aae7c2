//! Pinning a result: where one stands afterwards, that the pair can be found again, and that letting go keeps the place.

use std::rc::Rc;

use super::ui::draft::Origin;
use super::ui::facts::{Msg, Pinned, Route, Saving};
use super::ui::model::Model;
use super::ui::shared::Shared;
use super::{after, draft, open, scenario, start};

fn pinned(model: &Rc<Model>, show: bool) -> Rc<Model> {
    let pinned = Pinned::of(Shared::new(scenario()));
    after(model, [Msg::Pinned(pinned, show)])
}

#[test]
fn what_is_compared_becomes_ones_own_so_that_it_is_found_again() {
    let model = pinned(&open(), false);
    let draft = model.draft.as_ref().unwrap();
    assert_eq!((&draft.origin, draft.is_kept()), (&Origin::Copy, true));
    assert_eq!((model.route, model.saving), (Route::Play, Saving::Pending));
}

#[test]
fn what_is_kept_already_stays_as_it_is() {
    let saved = after(&start(), [Msg::Opened(draft(Origin::Own))]);
    let model = pinned(&saved, false);
    assert_eq!(model.draft, saved.draft);
    assert_eq!(model.saving, Saving::Saved);
}

#[test]
fn a_pair_opens_in_the_comparison_and_letting_go_stays_there() {
    let model = pinned(&open(), true);
    assert_eq!(model.route, Route::Compare);
    let bare = after(&model, [Msg::Unpinned]);
    assert_eq!((bare.route, bare.pinned.is_none()), (Route::Compare, true));
}

#[test]
fn going_to_the_picture_and_back_keeps_what_is_pinned() {
    let model = pinned(&open(), true);
    let model = after(
        &model,
        [Msg::Routed(Route::Play), Msg::Routed(Route::Compare)],
    );
    assert!(model.pinned.is_some() && model.route == Route::Compare);
    let other = after(&model, [Msg::Opened(draft(Origin::Own))]);
    assert!(other.pinned.is_none(), "another scenario begins without A");
    assert_eq!(other.route, Route::Play);
}
