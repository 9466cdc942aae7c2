//! The balance line of the chosen account under the axis.

use std::fmt::Write as _;

use daycut::facade::Money;
use daycut::facade::view::{EventRow, Series, Summary, Timeline};
use yew::prelude::*;

use super::axis::{BALANCE, EVENTS, Frame};
use super::rows::px;

/// The chosen account's balance as a step line, the previous-day balance dashed, with the cuts of its book.
pub fn balance(series: &Series, summary: &Summary, timeline: &Timeline, frame: &Frame) -> Html {
    let values = || {
        series
            .current
            .iter()
            .chain(&series.previous_day)
            .map(|value| value.minor())
    };
    let high = values().max().unwrap_or(0).max(0);
    let low = values().min().unwrap_or(0).min(0);
    // A balance that is always zero runs along the bottom.
    let high = high.max(low.saturating_add(1));
    let span = high.saturating_sub(low);
    let room = i64::from(BALANCE.saturating_sub(10));
    let y = |value: Money| {
        let above = high.saturating_sub(value.minor());
        let down = i128::from(above)
            .saturating_mul(i128::from(room))
            .checked_div(i128::from(span));
        let down = down.and_then(|down| i32::try_from(down).ok()).unwrap_or(0);
        frame.balance.saturating_add(4).saturating_add(down)
    };
    let line = |values: &[Money]| {
        let mut path = String::new();
        for (place, (at, value)) in series.at.iter().zip(values).enumerate() {
            let (x, y) = (frame.scale.x(*at), y(*value));
            // Writing to a string cannot fail.
            let _ = if place == 0 {
                write!(path, "M{x} {y}")
            } else {
                write!(path, "H{x}V{y}")
            };
        }
        let _ = write!(path, "H{}", frame.scale.x(timeline.until));
        path
    };
    let book = summary
        .accounts
        .get(series.account.index())
        .map(|row| row.book);
    let zero = px(y(Money::ZERO));
    html! {
        <g class="axis-balance">
            for cut in timeline.cuts.iter().filter(|cut| cut.book.is_some() && cut.book == book) {
                {balance_cut(cut, frame)}
            }
            <line class="axis-zero" x1="0" x2={px(frame.plot)} y1={zero.clone()} y2={zero} />
            <path class="axis-previous" d={line(&series.previous_day)} />
            <path class="axis-current" d={line(&series.current)} />
        </g>
    }
}

fn balance_cut(cut: &EventRow, frame: &Frame) -> Html {
    let x = px(frame.scale.x(cut.at));
    html! {
        <line key={cut.event} class="axis-cut is-faint" x1={x.clone()} x2={x} y1={px(frame.events.saturating_add(EVENTS))} y2={px(frame.height)} />
    }
}
