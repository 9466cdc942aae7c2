//! Where one looks: the cursor and its passing of time, the chosen account, the picture, and the engine's answers
//! about them.

use daycut::facade::view::Series;

use crate::ui::facts::Msg;
use crate::ui::model::Model;
use crate::ui::shared::Shared;

/// Id of the tab that compares with the pinned run.
pub const COMPARE: &str = "compare";

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
        Msg::Pinned(pinned, show) => {
            model.pinned = Some(pinned);
            if show {
                model.tab = COMPARE;
                model.dock_folded = Some(false);
            }
        }
        Msg::Unpinned => {
            model.pinned = None;
            if model.tab == COMPARE {
                model.tab = "balances";
            }
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
