//! The drawn axis: where its rows are, and what lies under a pointer.

use daycut::facade::view::{EventRow, Series, Snapshot, Summary, Timeline};
use daycut::facade::{EventKind, Lang, WallClock};
use yew::prelude::*;

use super::{balance, rows};
use crate::ui::shared::Shared;
use crate::ui::widgets::time_scale::TimeScale;

/// Height of the row of days.
pub const DAYS: i32 = 21;
/// Height of a book's row.
pub const BOOK: i32 = 18;
/// Height of the row of marks and payments.
pub const EVENTS: i32 = 30;
/// Height of the balance line.
pub const BALANCE: i32 = 48;

/// Where everything on the axis is, in pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    /// Width of the whole.
    pub width: i32,
    /// Room at the left for the rows' names.
    pub left: i32,
    /// Room at the right.
    pub right: i32,
    /// Width of the axis itself.
    pub plot: i32,
    /// Top of the first book's row.
    pub books: i32,
    /// Top of the row of marks.
    pub events: i32,
    /// Top of the balance line.
    pub balance: i32,
    /// Height of the whole.
    pub height: i32,
    /// Moments on the axis, counted from its left end.
    pub scale: TimeScale,
}

/// What lies under a pointer.
pub struct Hit<'a> {
    /// The event to go to.
    pub event: u32,
    /// The mark or cut itself.
    pub row: &'a EventRow,
}

impl Frame {
    /// Rows for so many books on so many pixels.
    pub fn new(
        width: i32,
        shown: (WallClock, WallClock),
        books: usize,
        with_balance: bool,
    ) -> Frame {
        let (left, right) = if width < 600 { (84, 8) } else { (180, 16) };
        let plot = width.saturating_sub(left).saturating_sub(right).max(100);
        let books = BOOK.saturating_mul(i32::try_from(books).unwrap_or(0));
        let events = DAYS.saturating_add(books);
        let balance = events.saturating_add(EVENTS);
        let more = if with_balance { BALANCE } else { 0 };
        Frame {
            width,
            left,
            right,
            plot,
            books: DAYS,
            events,
            balance,
            height: balance.saturating_add(more).saturating_add(4),
            scale: TimeScale::new(shown.0, shown.1, plot),
        }
    }

    /// Top of a book's row.
    pub fn book(&self, place: usize) -> i32 {
        let place = i32::try_from(place).unwrap_or(0);
        self.books.saturating_add(BOOK.saturating_mul(place))
    }

    /// The mark or day cut under a pointer, if one is near.
    pub fn hit<'a>(&self, timeline: &'a Timeline, x: i32, y: i32) -> Option<Hit<'a>> {
        let near = |row: &&EventRow| self.scale.x(row.at).abs_diff(x) <= 6;
        let row = if y >= self.books && y < self.events {
            let book = u32::try_from(y.saturating_sub(self.books).checked_div(BOOK)?).ok()?;
            let mut cuts = timeline.cuts.iter();
            cuts.find(|cut| cut.book.is_some_and(|row| row.0 == book) && near(cut))?
        } else if y >= self.events && y < self.balance {
            let marks = timeline
                .marks
                .iter()
                .filter(|row| mark_of(row.kind).is_some());
            marks
                .filter(near)
                .min_by_key(|row| self.scale.x(row.at).abs_diff(x))?
        } else {
            return None;
        };
        Some(Hit {
            event: row.event,
            row,
        })
    }
}

/// What stands on the row of events besides payments.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Money arrived at a payee.
    Arrived,
    /// Money that was due did not leave.
    PutOff,
    /// Money went back.
    Returned,
    /// A payee paid in the gap of a refund.
    ToppedUp,
    /// A refund was refused.
    Refused,
}

/// The mark of an event, if it gets one.
pub fn mark_of(kind: EventKind) -> Option<Mark> {
    match kind {
        EventKind::PayoutSucceeded | EventKind::Transferred => Some(Mark::Arrived),
        EventKind::PayoutDeferred | EventKind::TransferDeferred => Some(Mark::PutOff),
        EventKind::Refunded | EventKind::ShareReturned => Some(Mark::Returned),
        EventKind::ToppedUp => Some(Mark::ToppedUp),
        EventKind::RefundRefused | EventKind::OutflowRefused => Some(Mark::Refused),
        EventKind::Opened
        | EventKind::DayCut
        | EventKind::Captured
        | EventKind::Notified
        | EventKind::Split
        | EventKind::Unfrozen
        | EventKind::Settled
        | EventKind::SettledByPlatform
        | EventKind::OutflowPaid
        | EventKind::PayoutSent => None,
    }
}

#[derive(Properties, PartialEq)]
pub struct AxisProps {
    pub lang: Lang,
    pub summary: Shared<Summary>,
    pub timeline: Shared<Timeline>,
    pub snapshot: Option<Shared<Snapshot>>,
    pub series: Option<Shared<Series>>,
    pub frame: Frame,
    /// The cursor's pixel, counted from the left end of the axis.
    pub cursor: i32,
    pub at: WallClock,
}

#[component]
pub fn Axis(props: &AxisProps) -> Html {
    let frame = props.frame;
    let text = props.lang.text().timeline;
    let still = (
        props.lang,
        props.summary.clone(),
        props.timeline.clone(),
        props.series.clone(),
        frame,
    );
    // Everything but the cursor and the rows' names stays as it is while the cursor moves.
    let drawn = use_memo(still, |(lang, summary, timeline, series, frame)| {
        html! {<>
            {rows::days(*lang, timeline, frame)}
            {rows::books(*lang, summary, timeline, frame)}
            {rows::density(timeline, frame)}
            {rows::marks(timeline, frame)}
            if let Some(series) = series {
                {balance::balance(series, summary, timeline, frame)}
            }
        </>}
    });
    let label = (text.described)(props.timeline.days.len(), props.summary.events);
    html! {
        <svg class="axis" viewBox={format!("0 0 {} {}", frame.width, frame.height)} height={frame.height.to_string()} role="img" aria-label={label}>
            <g aria-hidden="true">
                {rows::names(props.lang, &props.summary, props.snapshot.as_deref(), props.series.as_deref(), &frame)}
                <svg x={frame.left.to_string()} y="0" width={frame.plot.to_string()} height={frame.height.to_string()} class="axis-plot">
                    {(*drawn).clone()}
                </svg>
                {cursor(&frame, props.cursor)}
            </g>
        </svg>
    }
}

fn cursor(frame: &Frame, x: i32) -> Html {
    if x < 0 || x > frame.plot {
        return Html::default();
    }
    let x = frame.left.saturating_add(x);
    let (west, east) = (x.saturating_sub(5), x.saturating_add(5));
    html! {
        <g class="axis-cursor">
            <line x1={x.to_string()} x2={x.to_string()} y1="4" y2={frame.height.to_string()} />
            <polygon points={format!("{west},0 {east},0 {east},6 {x},11 {west},6")} />
        </g>
    }
}
