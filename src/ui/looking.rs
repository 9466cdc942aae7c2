//! Where one looks: the cursor and its passing of time, the chosen account, the picture, and the engine's answers
//! about them.

use daycut::facade::view::Series;

use crate::ui::draft::Origin;
use crate::ui::facts::{Msg, Pinned, Route, Saving, Screen};
use crate::ui::model::Model;
use crate::ui::shared::Shared;

/// Messages about where one looks.
pub fn looked(model: &mut Model, msg: Msg) {
    let events = model
        .results
        .as_ref()
        .map_or(0, |results| results.told.summary.events);
    match msg {
        Msg::CursorMoved(event) => model.cursor = event.min(events),
        Msg::Ticked if model.playing => {
            model.cursor = model.cursor.saturating_add(1).min(events);
            model.playing = model.cursor < events;
        }
        Msg::PlayToggled(playing) => {
            if playing && model.cursor >= events {
                model.cursor = 0;
            }
            model.playing = playing && events > 0;
        }
        Msg::SpeedPicked(speed) => model.speed = speed,
        Msg::AccountChosen(account) => {
            model.selected = account;
            if let Some(results) = &mut model.results {
                let still = |series: &Shared<Series>| Some(series.account) == account;
                results.series = results.series.take().filter(still);
            }
        }
        Msg::ViewPicked(view) => model.view = view,
        Msg::MomentArrived(run, view, moment) if view == model.view => {
            if let Some(results) = model.results.as_mut().filter(|results| results.run == run) {
                results.take_moment(view, moment);
            }
        }
        Msg::Pinned(pinned, show) => was_pinned(model, pinned, show),
        Msg::Unpinned => {
            model.pinned = None;
            if let Some(results) = &mut model.results {
                results.compared = None;
            }
        }
        Msg::ComparedArrived(run, event, rows) if model.pinned.is_some() => {
            if let Some(results) = model.results.as_mut().filter(|results| results.run == run) {
                results.compared = Some((event, rows));
            }
        }
        Msg::ClocksArrived(run, event, clocks) => {
            if let Some(results) = model.results.as_mut().filter(|results| results.run == run) {
                results.clocks = Some((event, clocks));
            }
        }
        Msg::SeriesArrived(run, series) => {
            let chosen = model.selected == Some(series.account);
            if let Some(results) = model
                .results
                .as_mut()
                .filter(|results| chosen && results.run == run)
            {
                results.series = Some(series);
            }
        }
        _ => {}
    }
}

/// What is compared is worked on: an item of the gallery becomes the visitor's own, so that it is found again. A link is
/// found again by its address, and stays somebody else's until it is changed.
fn was_pinned(model: &mut Model, pinned: Pinned, show: bool) {
    model.pinned = Some(pinned);
    let draft = model.draft.as_mut();
    if let Some(draft) =
        draft.filter(|draft| matches!(draft.origin, Origin::Gallery(_) | Origin::Lesson(_)))
    {
        draft.origin = Origin::Copy;
        model.saving = Saving::Pending;
    }
    if show {
        model.route = Route::Compare;
        model.presenting = None;
        model.screen = Screen::Picture;
    }
}
