//! Showing the run to others: from moment to moment of the storyboard, each with its account in the light.

use crate::ui::facts::Msg;
use crate::ui::model::Model;

/// Messages about showing the run.
pub fn presented(model: &mut Model, msg: Msg) {
    match msg {
        Msg::PresentToggled(on) => {
            model.presenting = on.then_some(0);
            model.playing = false;
            model.lit = None;
            shown(model, 0);
        }
        Msg::StoryArrived(run, story) => {
            let first = model
                .results
                .as_ref()
                .is_some_and(|results| results.story.is_none());
            if let Some(results) = model.results.as_mut().filter(|results| results.run == run) {
                results.story = Some(story);
                if first {
                    shown(model, 0);
                }
            }
        }
        Msg::StoryStepped(on) => {
            let Some(now) = model.presenting else { return };
            let last = length(model).saturating_sub(1);
            let next = if on {
                now.saturating_add(1).min(last)
            } else {
                now.saturating_sub(1)
            };
            shown(model, next);
        }
        Msg::StoryPicked(place) => shown(model, place),
        _ => {}
    }
}

fn length(model: &Model) -> usize {
    let story = model
        .results
        .as_ref()
        .and_then(|results| results.story.as_ref());
    story.map_or(0, |story| story.len())
}

/// Goes to a moment of the storyboard, where there is one.
fn shown(model: &mut Model, place: usize) {
    if model.presenting.is_none() {
        return;
    }
    let story = model
        .results
        .as_ref()
        .and_then(|results| results.story.as_ref());
    let Some((event, account)) = story
        .and_then(|story| story.get(place))
        .map(|moment| (moment.event, moment.account))
    else {
        return;
    };
    model.presenting = Some(place);
    model.playing = false;
    model.cursor = event;
    // A moment that moves no account leaves the light where it was.
    model.selected = account.or(model.selected);
    model.screen = crate::ui::facts::Screen::Picture;
}
