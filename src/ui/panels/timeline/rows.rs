//! The rows of the axis: days, a band a book, payments and marks, the balance line.

use std::fmt::Write as _;

use daycut::facade::lanes::{fit, text_width};
use daycut::facade::view::{BookRow, DayRow, EventRow, Series, Snapshot, Summary, Timeline};
use daycut::facade::{AccountingDate, Lang, WallClock, words};
use yew::prelude::*;

use super::axis::{BOOK, Frame, Mark, mark_of};
use super::series_title;
use crate::ui::widgets::time_scale::DAY;

const SMALL: i32 = 11;
const NAME: i32 = 12;

pub fn px(value: i32) -> AttrValue {
    AttrValue::from(value.to_string())
}

fn label(x: i32, y: i32, class: &'static str, text: String) -> Html {
    html! { <text x={px(x)} y={px(y)} {class}>{text}</text> }
}

/// Names at the left of the rows; for the balance also its amounts at the cursor.
pub fn names(
    lang: Lang,
    summary: &Summary,
    snapshot: Option<&Snapshot>,
    series: Option<&Series>,
    frame: &Frame,
) -> Html {
    let text = lang.text();
    let room = frame.left.saturating_sub(20);
    let narrow = frame.left < 120;
    let book = |place: usize, row: &BookRow| {
        let keeper = words::party_name(row.keeper, summary, lang);
        let y = frame.book(place).saturating_add(13);
        let cut = (text.lanes.cut_at)(&words::clock(row.cut_off));
        let taken = if narrow {
            0
        } else {
            text_width(&cut, SMALL).saturating_add(8)
        };
        html! {
            <g key={place}>
                {label(12, y, "axis-name", fit(keeper, NAME, room.saturating_sub(taken)))}
                if !narrow {
                    {label(frame.left.saturating_sub(8), y, "axis-note is-end", cut)}
                }
            </g>
        }
    };
    let balance = series.map(|series| {
        let row = snapshot.and_then(|shot| shot.balances.get(series.account.index()));
        let top = frame.balance;
        let amounts = row.map(|row| (row.current.grouped(), row.previous_day.grouped()));
        html! {<>
            {label(12, top.saturating_add(13), "axis-name", fit(&series_title(series, summary, lang), NAME, room))}
            if let Some((current, previous)) = amounts {
                if !narrow {
                    {label(12, top.saturating_add(28), "axis-note", text.lanes.current.to_owned())}
                    {label(12, top.saturating_add(42), "axis-note", text.lanes.previous_day.to_owned())}
                }
                {label(frame.left.saturating_sub(8), top.saturating_add(28), "axis-name is-end", current)}
                {label(frame.left.saturating_sub(8), top.saturating_add(42), "axis-note is-end", previous)}
            }
        </>}
    });
    html! {<>
        for (place, row) in summary.books.iter().enumerate() { {book(place, row)} }
        {label(12, frame.events.saturating_add(19), "axis-name", text.timeline.events.to_owned())}
        if !narrow {
            {label(frame.left.saturating_sub(8), frame.events.saturating_add(19), "axis-note is-end", text.timeline.events_legend.to_owned())}
        }
        {balance}
    </>}
}

/// Shaded days off, day borders, dates as far as there is room, clock marks when a day is wide.
pub fn days(lang: Lang, timeline: &Timeline, frame: &Frame) -> Html {
    let wide = frame.scale.pixels(DAY);
    let every = if wide >= 18 {
        1
    } else {
        20_i32
            .checked_div(wide.max(1))
            .unwrap_or(20)
            .saturating_add(1)
    };
    let clock = frame.scale.clock_step(56).filter(|_| wide >= 150);
    let marks = clock
        .map(|step| frame.scale.clock_marks(step))
        .unwrap_or_default();
    html! {<>
        for (place, row) in timeline.days.iter().enumerate() {
            {day(lang, row, frame, i32::try_from(place).unwrap_or(0).checked_rem(every) == Some(0))}
        }
        for at in marks { {clock_mark(at, frame)} }
    </>}
}

fn day(lang: Lang, row: &DayRow, frame: &Frame, labelled: bool) -> Html {
    let from = WallClock::of_millis(i64::from(row.date.days()).saturating_mul(DAY));
    let until = WallClock::of_millis(from.millis().saturating_add(DAY));
    let (x, end) = (frame.scale.x(from), frame.scale.x(until));
    if end < 0 || x > frame.plot {
        return Html::default();
    }
    let off = row.working == Some(false);
    let wide = end.saturating_sub(x);
    let tone = if off {
        "axis-day is-off"
    } else if row.made_up {
        "axis-day is-made-up"
    } else {
        "axis-day"
    };
    html! {
        <g key={row.date.days()}>
            if off {
                <rect class="axis-off" x={px(x)} y="0" width={px(wide)} height={px(frame.height)} />
            }
            <line class="axis-border" x1={px(x)} x2={px(x)} y1="0" y2={px(frame.height)} />
            if labelled {
                {label(x.max(0).saturating_add(4), 15, tone, day_label(lang, row, wide.max(if labelled && wide < 18 { 20 } else { 0 })))}
            }
        </g>
    }
}

/// As much of `09-29 周六 班` as has room.
fn day_label(lang: Lang, row: &DayRow, wide: i32) -> String {
    let text = lang.text().timeline;
    let date = row.date.to_string();
    let date = words::short_date(&date);
    let day = date.get(3..).unwrap_or(date);
    let tag = if row.made_up {
        text.made_up
    } else if row.working == Some(false) {
        text.off
    } else {
        ""
    };
    let spaced = |parts: &[&str]| {
        let said: Vec<&str> = parts
            .iter()
            .copied()
            .filter(|part| !part.is_empty())
            .collect();
        said.join(" ")
    };
    let choices = [
        spaced(&[date, text.weekday(row.date), tag]),
        spaced(&[date, tag]),
        date.to_owned(),
        spaced(&[day, tag]),
        day.to_owned(),
    ];
    let room = wide.saturating_sub(6);
    choices
        .into_iter()
        .find(|choice| text_width(choice, SMALL) <= room)
        .unwrap_or_else(|| {
            if wide >= 14 {
                day.to_owned()
            } else {
                String::new()
            }
        })
}

fn clock_mark(at: WallClock, frame: &Frame) -> Html {
    let x = frame.scale.x(at);
    let midnight = WallClock::of_millis(i64::from(at.day().days()).saturating_mul(DAY));
    let date_ends = frame.scale.x(midnight).max(0).saturating_add(100);
    let time = words::clock(at.time());
    html! {
        <g key={at.millis().to_string()}>
            <line class="axis-tick" x1={px(x)} x2={px(x)} y1="18" y2={px(frame.events)} />
            if x > date_ends {
                {label(x, 15, "axis-note is-middle", time)}
            }
        </g>
    }
}

/// One band a book, cut where the book cuts its day, each piece with its accounting date.
pub fn books(lang: Lang, summary: &Summary, timeline: &Timeline, frame: &Frame) -> Html {
    html! {<>
        for place in 0..summary.books.len() {
            {book(lang, place, summary, timeline, frame)}
        }
    </>}
}

fn book(lang: Lang, place: usize, summary: &Summary, timeline: &Timeline, frame: &Frame) -> Html {
    let cuts: Vec<&EventRow> = timeline
        .cuts
        .iter()
        .filter(|cut| cut.book.is_some_and(|book| book.index() == place))
        .collect();
    let y = frame.book(place);
    let mut pieces = Vec::new();
    let mut from = timeline.from;
    for cut in &cuts {
        if let Some(date) = cut.closes {
            pieces.push(piece(date, (from, cut.at), y, frame));
        }
        from = cut.at;
    }
    if let Some(date) = cuts.last().and_then(|cut| cut.closes) {
        let next = AccountingDate::of_days(date.days().saturating_add(1));
        pieces.push(piece(next, (from, timeline.until), y, frame));
    }
    let flag = summary
        .books
        .get(place)
        .map(|row| (lang.text().lanes.cut_at)(&words::clock(row.cut_off)));
    let flagged = frame.scale.pixels(DAY) >= 170;
    let nexts = cuts
        .iter()
        .skip(1)
        .map(|cut| cut.at)
        .chain([timeline.until]);
    let roomy = |at: WallClock, after: WallClock| {
        let end = frame.scale.x(after).min(frame.plot);
        end.saturating_sub(frame.scale.x(at)) >= 130
    };
    html! {
        <g key={place} class="axis-book">
            {pieces.into_iter().collect::<Html>()}
            for (cut, after) in cuts.iter().zip(nexts) {
                {cut_line(cut, y, frame, flag.as_deref().filter(|_| flagged && roomy(cut.at, after)))}
            }
        </g>
    }
}

fn piece(date: AccountingDate, span: (WallClock, WallClock), y: i32, frame: &Frame) -> Html {
    let x = frame.scale.x(span.0).max(-2);
    let end = frame.scale.x(span.1).min(frame.plot.saturating_add(2));
    let wide = end.saturating_sub(x);
    if wide <= 0 {
        return Html::default();
    }
    let class = if date.days().checked_rem(2) == Some(0) {
        "axis-piece"
    } else {
        "axis-piece is-odd"
    };
    let text = date.to_string();
    let text = words::short_date(&text);
    let short = text.get(3..).unwrap_or(text);
    let said = [text, short]
        .into_iter()
        .find(|said| text_width(said, SMALL).saturating_add(4) <= wide);
    let middle = x.saturating_add(wide.checked_div(2).unwrap_or(0));
    html! {
        <g key={date.days()}>
            <rect {class} x={px(x)} y={px(y.saturating_add(2))} width={px(wide)} height={px(BOOK.saturating_sub(4))} />
            if let Some(said) = said {
                {label(middle, y.saturating_add(13), "axis-date is-middle", said.to_owned())}
            }
        </g>
    }
}

fn cut_line(cut: &EventRow, y: i32, frame: &Frame, flag: Option<&str>) -> Html {
    let x = frame.scale.x(cut.at);
    if x < 0 || x > frame.plot {
        return Html::default();
    }
    html! {
        <g key={cut.event}>
            <line class="axis-cut" x1={px(x)} x2={px(x)} y1={px(y)} y2={px(y.saturating_add(BOOK))} />
            if let Some(flag) = flag {
                {label(x.saturating_add(4), y.saturating_add(14), "axis-note", flag.to_owned())}
            }
        </g>
    }
}

/// Payments counted in equal slices, as bars standing on the bottom of their row.
pub fn density(timeline: &Timeline, frame: &Frame) -> Html {
    let most = timeline.density.iter().copied().max().unwrap_or(0).max(1);
    let slices = i64::try_from(timeline.density.len()).unwrap_or(1).max(1);
    let start = timeline.from.millis();
    let span = timeline.until.millis().saturating_sub(start);
    let bottom = frame.balance.saturating_sub(2);
    let border = |place: i64| {
        let past = span.saturating_mul(place).checked_div(slices).unwrap_or(0);
        frame
            .scale
            .x(WallClock::of_millis(start.saturating_add(past)))
    };
    let mut path = String::new();
    for (count, place) in timeline.density.iter().zip(0_i64..) {
        let (x, end) = (border(place), border(place.saturating_add(1)));
        if *count == 0 || end < 0 || x > frame.plot {
            continue;
        }
        let high = count
            .saturating_mul(12)
            .checked_div(most)
            .unwrap_or(0)
            .saturating_add(2);
        let wide = end.saturating_sub(x).saturating_sub(1).clamp(3, 14);
        // Writing to a string cannot fail.
        let _ = write!(path, "M{x} {bottom}v-{high}h{wide}v{high}z");
    }
    html! { <path class="axis-density" d={path} /> }
}

/// Refunds, refusals, top-ups and payouts; of the same kind one is enough where they would hide one
/// another, others step aside.
pub fn marks(timeline: &Timeline, frame: &Frame) -> Html {
    let mut drawn: Vec<(i32, Mark, u32)> = Vec::new();
    for row in &timeline.marks {
        let Some(mark) = mark_of(row.kind) else {
            continue;
        };
        let at = frame.scale.x(row.at);
        let hidden = drawn.iter().rev().take(8);
        let hidden = hidden.filter(|(_, other, _)| *other == mark);
        if !(0..=frame.plot).contains(&at) || hidden.into_iter().any(|(x, ..)| x.abs_diff(at) < 14)
        {
            continue;
        }
        let free = drawn.last().map_or(at, |(x, ..)| x.saturating_add(12));
        drawn.push((at.max(free), mark, row.event));
    }
    let y = frame.events.saturating_add(8);
    html! {<>
        for (x, mark, event) in drawn {
            <path key={event} class={classes!("axis-mark", mark_class(mark))} d={mark_path(mark, x, y)} />
        }
    </>}
}

fn mark_class(mark: Mark) -> &'static str {
    match mark {
        Mark::Arrived => "is-out",
        Mark::PutOff | Mark::Returned | Mark::ToppedUp => "is-back",
        Mark::Refused => "is-bad",
    }
}

/// A filled diamond for money that arrived, a hollow one for money put off, a turned arrow for a
/// refund, a cross for a refusal, a triangle for a top-up.
fn mark_path(mark: Mark, x: i32, y: i32) -> String {
    match mark {
        Mark::Arrived => format!("M{x} {y}m0-5l5 5-5 5-5-5z"),
        Mark::PutOff => format!("M{x} {y}m0-4l4 4-4 4-4-4z"),
        Mark::Returned => format!("M{x} {y}m5 4v-3a3 3 0 0 0-3-3h-6m3-3l-3 3 3 3"),
        Mark::ToppedUp => format!("M{x} {y}m-4.5 4h9l-4.5-8z"),
        Mark::Refused => format!("M{x} {y}m-4-4l8 8m0-8l-8 8"),
    }
}
