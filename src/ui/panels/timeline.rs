//! One time axis for the whole run: days, every book's day cuts, what happened, and the cursor.

mod axis;
mod balance;
mod rows;
mod transport;

use daycut::facade::view::{EventRow, Series, Snapshot, Summary, Timeline};
use daycut::facade::{AccountId, Lang, WallClock, words};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use self::axis::{Axis, Frame, Hit};
use self::transport::Transport;
use crate::ui::effects::screen::use_resizes;
use crate::ui::effects::timer::Timer;
use crate::ui::shared::Shared;
use crate::ui::widgets::time_scale::TimeScale;

/// The time axis with its cursor.
#[derive(Properties, PartialEq)]
pub struct TimelinePanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// Days, cuts and marks.
    pub timeline: Option<Shared<Timeline>>,
    /// Balances and dates at the cursor.
    pub snapshot: Option<Shared<Snapshot>>,
    /// The event that the cursor stands on.
    pub happened: Option<EventRow>,
    /// Balance of the chosen account over time.
    pub series: Option<Shared<Series>>,
    /// The cursor: so many events have happened.
    pub event: u32,
    /// Whether it plays.
    pub playing: bool,
    /// Events a second.
    pub speed: u32,
    /// Goes to an event.
    pub on_seek: Callback<u32>,
    /// Goes to the last event at or before a moment.
    pub on_seek_moment: Callback<WallClock>,
    /// Plays or stops.
    pub on_play: Callback<bool>,
    /// Sets the speed.
    pub on_speed: Callback<u32>,
}

type Ends = (WallClock, WallClock);

/// The time axis with its cursor.
#[component]
pub fn TimelinePanel(props: &TimelinePanelProps) -> Html {
    let text = props.lang.text().timeline;
    let window = use_state_eq(|| None::<Ends>);
    let Some(timeline) = &props.timeline else {
        return html! {
            <section class="panel time" aria-label={text.heading}><p class="empty">{text.empty}</p></section>
        };
    };
    let ends = (timeline.from, timeline.until);
    let at = props
        .snapshot
        .as_ref()
        .map_or(timeline.from, |snapshot| snapshot.at);
    let shown = (*window).unwrap_or(ends);
    {
        let window = window.clone();
        use_effect_with(timeline.clone(), move |_| window.set(None));
    }
    {
        let window = window.clone();
        use_effect_with((at, props.event), move |(at, _)| {
            let scale = TimeScale::new(shown.0, shown.1, 1000);
            if window.is_some() && !scale.holds(*at) {
                window.set(Some(scale.moved_to_hold(*at, ends)));
            }
        });
    }
    let on_zoom = {
        let window = window.clone();
        Callback::from(move |step: Option<(bool, WallClock)>| {
            window.set(step.and_then(|(closer, middle)| zoomed(shown, closer, middle, ends)));
        })
    };
    html! {
        <section class="panel time" aria-label={text.heading}>
            <Transport lang={props.lang} summary={props.summary.clone()} timeline={timeline.clone()}
                snapshot={props.snapshot.clone()} happened={props.happened.clone()} event={props.event}
                playing={props.playing} speed={props.speed} on_seek={props.on_seek.clone()}
                on_play={props.on_play.clone()} on_speed={props.on_speed.clone()}
                on_zoom={on_zoom.clone()} zoomed={window.is_some()} {at} />
            <Plot lang={props.lang} summary={props.summary.clone()} timeline={timeline.clone()}
                snapshot={props.snapshot.clone()} series={props.series.clone()} event={props.event} {at} {shown}
                on_seek={props.on_seek.clone()} on_seek_moment={props.on_seek_moment.clone()} {on_zoom} />
        </section>
    }
}

/// The next closer or wider stretch; `None` when it is the whole run.
fn zoomed(shown: Ends, closer: bool, middle: WallClock, ends: Ends) -> Option<Ends> {
    let scale = TimeScale::new(shown.0, shown.1, 1000);
    let middle = if scale.holds(middle) {
        middle
    } else {
        scale.at(500)
    };
    let (numerator, denominator) = if closer { (1, 2) } else { (2, 1) };
    Some(scale.zoomed(numerator, denominator, middle, ends)).filter(|next| *next != ends)
}

#[derive(Properties, PartialEq)]
struct PlotProps {
    lang: Lang,
    summary: Shared<Summary>,
    timeline: Shared<Timeline>,
    snapshot: Option<Shared<Snapshot>>,
    series: Option<Shared<Series>>,
    event: u32,
    at: WallClock,
    shown: Ends,
    on_seek: Callback<u32>,
    on_seek_moment: Callback<WallClock>,
    on_zoom: Callback<Option<(bool, WallClock)>>,
}

/// The drawn axis and, over it, the slider that is the cursor.
#[component]
fn Plot(props: &PlotProps) -> Html {
    let holder = use_node_ref();
    // A new size of the window draws this again, and every drawing measures, once all the others are done:
    // measuring in between would have the browser lay out the page twice.
    let _ = use_resizes();
    let width = use_state_eq(|| 960_i32);
    let held = use_state_eq(|| None::<i32>);
    {
        let (holder, width) = (holder.clone(), width.clone());
        use_effect(move || {
            let timer = Timer::after(0, move || {
                if let Some(element) = holder.cast::<Element>() {
                    width.set(element.client_width().max(240));
                }
            });
            move || drop(timer)
        });
    }
    let frame = Frame::new(
        *width,
        props.shown,
        props.summary.books.len(),
        props.series.is_some(),
    );
    let cursor = held.unwrap_or_else(|| frame.scale.x(props.at));
    let text = props.lang.text().timeline;
    let place = format!("left:{}px;right:{}px", frame.left, frame.right);
    let handlers = Handlers::new(props, frame, &held);
    html! {
        <div class="time-plot" ref={holder}>
            <Axis lang={props.lang} summary={props.summary.clone()} timeline={props.timeline.clone()}
                snapshot={props.snapshot.clone()} series={props.series.clone()} {frame} {cursor} at={props.at} />
            <div class="time-slider" style={place} role="slider" tabindex="0" aria-label={text.cursor}
                aria-valuemin="0" aria-valuemax={props.summary.events.to_string()} aria-valuenow={props.event.to_string()}
                aria-valuetext={text.moment(props.at)}
                onpointerdown={handlers.down} onpointermove={handlers.moved} onpointerup={handlers.up.clone()} onpointercancel={handlers.up}
                onwheel={handlers.wheel} onkeydown={handlers.key}></div>
        </div>
    }
}

struct Handlers {
    down: Callback<PointerEvent>,
    moved: Callback<PointerEvent>,
    up: Callback<PointerEvent>,
    wheel: Callback<WheelEvent>,
    key: Callback<KeyboardEvent>,
}

impl Handlers {
    fn new(props: &PlotProps, frame: Frame, held: &UseStateHandle<Option<i32>>) -> Handlers {
        Handlers {
            down: pressed(props, frame, held),
            moved: dragged(props, frame, held),
            up: {
                let held = held.clone();
                Callback::from(move |_: PointerEvent| held.set(None))
            },
            wheel: {
                let on_zoom = props.on_zoom.clone();
                Callback::from(move |event: WheelEvent| {
                    if event.ctrl_key() || event.meta_key() {
                        event.prevent_default();
                        let closer = event.delta_y().is_sign_negative();
                        on_zoom.emit(Some((closer, frame.scale.at(event.offset_x()))));
                    }
                })
            },
            key: keys(props),
        }
    }
}

fn pressed(
    props: &PlotProps,
    frame: Frame,
    held: &UseStateHandle<Option<i32>>,
) -> Callback<PointerEvent> {
    let (held, timeline) = (held.clone(), props.timeline.clone());
    let (on_seek, on_seek_moment) = (props.on_seek.clone(), props.on_seek_moment.clone());
    Callback::from(move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        if let Some(slider) = event.target_dyn_into::<HtmlElement>() {
            // Without the capture dragging ends at the border; the press itself still counts.
            let _ = slider.set_pointer_capture(event.pointer_id());
            let _ = slider.focus();
        }
        event.prevent_default();
        match frame.hit(&timeline, event.offset_x(), event.offset_y()) {
            Some(Hit { event, .. }) => on_seek.emit(event),
            None => {
                held.set(Some(event.offset_x()));
                on_seek_moment.emit(frame.scale.at(event.offset_x()));
            }
        }
    })
}

fn dragged(
    props: &PlotProps,
    frame: Frame,
    held: &UseStateHandle<Option<i32>>,
) -> Callback<PointerEvent> {
    let (held, timeline) = (held.clone(), props.timeline.clone());
    let (lang, summary) = (props.lang, props.summary.clone());
    let on_seek_moment = props.on_seek_moment.clone();
    Callback::from(move |event: PointerEvent| {
        if held.is_some() {
            let x = event.offset_x().clamp(0, frame.plot);
            held.set(Some(x));
            on_seek_moment.emit(frame.scale.at(x));
            return;
        }
        if let Some(slider) = event.target_dyn_into::<HtmlElement>() {
            let told = frame
                .hit(&timeline, event.offset_x(), event.offset_y())
                .map(|hit| transport::happening(lang, &summary, hit.row))
                .unwrap_or_default();
            slider.set_title(&told);
        }
    })
}

/// Arrow keys step through events, with Shift (or Page keys) through day cuts.
fn keys(props: &PlotProps) -> Callback<KeyboardEvent> {
    let (on_seek, timeline) = (props.on_seek.clone(), props.timeline.clone());
    let (now, last) = (props.event, props.summary.events);
    Callback::from(move |event: KeyboardEvent| {
        let by_cut = event.shift_key();
        let next = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" if !by_cut => Some(now.saturating_sub(1)),
            "ArrowRight" | "ArrowUp" if !by_cut => Some(now.saturating_add(1).min(last)),
            "ArrowLeft" | "ArrowDown" | "PageDown" => Some(cut_before(&timeline, now)),
            "ArrowRight" | "ArrowUp" | "PageUp" => Some(cut_after(&timeline, now, last)),
            "Home" => Some(0),
            "End" => Some(last),
            _ => None,
        };
        if let Some(next) = next {
            event.prevent_default();
            event.stop_propagation();
            on_seek.emit(next);
        }
    })
}

/// The day cut before an event, or the beginning.
fn cut_before(timeline: &Timeline, event: u32) -> u32 {
    let cuts = timeline.cuts.iter().rev().map(|cut| cut.event);
    cuts.into_iter().find(|cut| *cut < event).unwrap_or(0)
}

/// The day cut after an event, or the end.
fn cut_after(timeline: &Timeline, event: u32, last: u32) -> u32 {
    let mut cuts = timeline.cuts.iter().map(|cut| cut.event);
    cuts.find(|cut| *cut > event).unwrap_or(last)
}

/// The account that a series belongs to, by name.
fn series_title(series: &Series, summary: &Summary, lang: Lang) -> String {
    words::account_title(AccountId(series.account.0), summary, lang)
}
