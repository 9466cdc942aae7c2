//! The buttons that move through time, and the readout: when it is, what happened, which date each book has.

use daycut::facade::view::{EventRow, Snapshot, Summary, Timeline};
use daycut::facade::{Lang, WallClock, words};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{cut_after, cut_before};
use crate::ui::shared::Shared;

const SPEEDS: [u32; 4] = [1, 3, 10, 40];

#[derive(Properties, PartialEq)]
pub struct TransportProps {
    pub lang: Lang,
    pub summary: Shared<Summary>,
    pub timeline: Shared<Timeline>,
    pub snapshot: Option<Shared<Snapshot>>,
    pub happened: Option<EventRow>,
    pub event: u32,
    pub playing: bool,
    pub speed: u32,
    pub at: WallClock,
    pub zoomed: bool,
    pub on_seek: Callback<u32>,
    pub on_play: Callback<bool>,
    pub on_speed: Callback<u32>,
    pub on_zoom: Callback<Option<(bool, WallClock)>>,
}

#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let text = props.lang.text().timeline;
    let (event, last) = (props.event, props.summary.events);
    let seek = |to: u32| props.on_seek.reform(move |_: MouseEvent| to);
    let zoom = |step: Option<bool>| {
        let at = props.at;
        let on_zoom = props.on_zoom.clone();
        Callback::from(move |_: MouseEvent| on_zoom.emit(step.map(|closer| (closer, at))))
    };
    let (at_first, at_last) = (event == 0, event >= last);
    let before = cut_before(&props.timeline, event);
    let after = cut_after(&props.timeline, event, last);
    html! {
        <div class="time-bar">
            <div class="time-buttons" role="group" aria-label={text.heading}>
                {button(text.first, ICON_FIRST, at_first, seek(0))}
                {button(text.previous_cut, ICON_CUT_BEFORE, at_first, seek(before))}
                {button(text.previous_event, ICON_BEFORE, at_first, seek(event.saturating_sub(1)))}
                <PlayButton lang={props.lang} playing={props.playing} disabled={props.summary.events == 0} on_play={props.on_play.clone()} />
                {button(text.next_event, ICON_AFTER, at_last, seek(event.saturating_add(1).min(last)))}
                {button(text.next_cut, ICON_CUT_AFTER, at_last, seek(after))}
                {button(text.last, ICON_LAST, at_last, seek(last))}
                <SpeedChoice lang={props.lang} speed={props.speed} on_speed={props.on_speed.clone()} />
            </div>
            <Readout lang={props.lang} summary={props.summary.clone()} snapshot={props.snapshot.clone()}
                happened={props.happened.clone()} {event} at={props.at} quiet={props.playing} />
            <div class="btn-group time-zoom">
                {button(text.zoom_out, ICON_MINUS, !props.zoomed, zoom(Some(false)))}
                <button type="button" class="btn btn-small" disabled={!props.zoomed} onclick={zoom(None)}>{text.whole_run}</button>
                {button(text.zoom_in, ICON_PLUS, false, zoom(Some(true)))}
            </div>
        </div>
    }
}

const ICON_FIRST: &str = "M3 3h2v10H3zM13 3v10L6 8z";
const ICON_LAST: &str = "M11 3h2v10h-2zM3 3l7 5-7 5z";
const ICON_BEFORE: &str = "M11 3v10L4 8z";
const ICON_AFTER: &str = "M5 3l7 5-7 5z";
const ICON_CUT_BEFORE: &str = "M12 4v8L7 8zM3 2h1.5v2.4H3zM3 6h1.5v4H3zM3 11.6h1.5V14H3z";
const ICON_CUT_AFTER: &str =
    "M4 4l5 4-5 4zM11.5 2H13v2.4h-1.5zM11.5 6H13v4h-1.5zM11.5 11.6H13V14h-1.5z";
const ICON_PLAY: &str = "M4 2.5l9.5 5.5L4 13.5z";
const ICON_PAUSE: &str = "M4 3h3v10H4zM9 3h3v10H9z";
const ICON_PLUS: &str = "M7.2 3h1.6v4.2H13v1.6H8.8V13H7.2V8.8H3V7.2h4.2z";
const ICON_MINUS: &str = "M3 7.2h10v1.6H3z";

fn icon(path: &'static str) -> Html {
    html! { <svg viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}

fn button(
    name: &'static str,
    path: &'static str,
    disabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button type="button" class="btn btn-icon btn-small" aria-label={name} title={name} {disabled} {onclick}>{icon(path)}</button>
    }
}

#[derive(Properties, PartialEq)]
struct PlayButtonProps {
    lang: Lang,
    playing: bool,
    disabled: bool,
    on_play: Callback<bool>,
}

#[component]
fn PlayButton(props: &PlayButtonProps) -> Html {
    let text = props.lang.text().timeline;
    let (name, path) = if props.playing {
        (text.pause, ICON_PAUSE)
    } else {
        (text.play, ICON_PLAY)
    };
    let wanted = !props.playing;
    let onclick = props.on_play.reform(move |_: MouseEvent| wanted);
    html! {
        <button type="button" class="btn btn-small btn-primary" aria-label={name} disabled={props.disabled} {onclick}>
            {icon(path)}<span class="time-play">{name}</span>
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct SpeedChoiceProps {
    lang: Lang,
    speed: u32,
    on_speed: Callback<u32>,
}

#[component]
fn SpeedChoice(props: &SpeedChoiceProps) -> Html {
    let onchange = props.on_speed.reform(|event: Event| {
        let choice: Option<HtmlSelectElement> = event.target_dyn_into();
        choice
            .and_then(|choice| choice.value().parse().ok())
            .unwrap_or(1)
    });
    html! {
        <select class="select time-speed" aria-label={props.lang.text().timeline.speed} {onchange}>
            for speed in SPEEDS {
                <option value={speed.to_string()} selected={speed == props.speed}>{format!("{speed}×")}</option>
            }
        </select>
    }
}

#[derive(Properties, PartialEq)]
struct ReadoutProps {
    lang: Lang,
    summary: Shared<Summary>,
    snapshot: Option<Shared<Snapshot>>,
    happened: Option<EventRow>,
    event: u32,
    at: WallClock,
    /// Whether to say nothing aloud, because it plays.
    quiet: bool,
}

#[component]
fn Readout(props: &ReadoutProps) -> Html {
    let text = props.lang.text().timeline;
    let today = props.at.day();
    let told = props.happened.as_ref().filter(|_| props.event > 0);
    let told = told.map_or_else(
        || {
            if props.event == 0 {
                text.nothing_yet.to_owned()
            } else {
                String::new()
            }
        },
        |row| happening(props.lang, &props.summary, row),
    );
    let hint = props
        .happened
        .as_ref()
        .map(|row| (props.lang.text().accounts.event_hint)(row.kind));
    let dates = props
        .snapshot
        .as_ref()
        .map(|snapshot| snapshot.dates.clone())
        .unwrap_or_default();
    html! {
        <div class="time-readout" aria-live={if props.quiet { "off" } else { "polite" }}>
            <strong class="time-moment">{text.moment(props.at)}</strong>
            <span class="time-event"><span class="muted">{(text.event_of)(props.event, props.summary.events)}</span>{" "}<bdi title={hint}>{told}</bdi></span>
            <span class="time-dates">
                <span class="muted">{text.dates}</span>
                for (book, date) in props.summary.books.iter().zip(dates) {
                    <span class={classes!("chip", (date.civil() != today).then_some("chip-accent"))}>
                        <bdi>{words::party_name(book.keeper, &props.summary, props.lang).to_owned()}</bdi>{" "}
                        <b>{words::short_date(&date.to_string()).to_owned()}</b>
                    </span>
                }
            </span>
        </div>
    }
}

/// What happened, in a few words: `支付 O4 60.00`.
pub fn happening(lang: Lang, summary: &Summary, row: &EventRow) -> String {
    words::happening(row, summary, lang)
}
