//! The words of the time axis, its transport buttons and its readout.

use super::Lang;
use super::lanes::book_name;
use crate::analysis::view::{EventRow, Summary};
use crate::base::date::{CivilDate, WallClock};
use crate::domain::posting::EventKind;

/// Words of the time axis.
#[derive(Debug)]
pub struct TimelineText {
    /// Heading.
    pub heading: &'static str,
    /// Name of the slider that is the cursor.
    pub cursor: &'static str,
    /// To the beginning.
    pub first: &'static str,
    /// To the end.
    pub last: &'static str,
    /// One event back.
    pub previous_event: &'static str,
    /// One event on.
    pub next_event: &'static str,
    /// To the day cut before.
    pub previous_cut: &'static str,
    /// To the day cut after.
    pub next_cut: &'static str,
    /// Play.
    pub play: &'static str,
    /// Stop playing.
    pub pause: &'static str,
    /// How fast it plays.
    pub speed: &'static str,
    /// See the whole run.
    pub whole_run: &'static str,
    /// See less time, larger.
    pub zoom_in: &'static str,
    /// See more time, smaller.
    pub zoom_out: &'static str,
    /// Event n of N.
    pub event_of: fn(u32, u32) -> String,
    /// Before the first event.
    pub nothing_yet: &'static str,
    /// Accounting dates of the books.
    pub dates: &'static str,
    /// A day cut in words: keeper, and the date it closes.
    pub cut_of: fn(&str, &str) -> String,
    /// A day off.
    pub off: &'static str,
    /// A weekend day that is worked.
    pub made_up: &'static str,
    /// Days of the week from Monday.
    pub weekdays: [&'static str; 7],
    /// Name of the row of events.
    pub events: &'static str,
    /// What its bars and its commonest mark are.
    pub events_legend: &'static str,
    /// What the axis shows, in one sentence: days, events.
    pub described: fn(usize, u32) -> String,
    /// Nothing to draw yet.
    pub empty: &'static str,
}

/// 中文.
pub static ZH_CN: TimelineText = TimelineText {
    heading: "时间轴",
    cursor: "当前时刻",
    first: "回到开始",
    last: "到最后",
    previous_event: "上一笔",
    next_event: "下一笔",
    previous_cut: "上一个日切",
    next_cut: "下一个日切",
    play: "播放",
    pause: "暂停",
    speed: "速度",
    whole_run: "全程",
    zoom_in: "放大时间",
    zoom_out: "缩小时间",
    event_of: |event, events| format!("{event} / {events}"),
    nothing_yet: "还没有发生任何事",
    dates: "会计日",
    cut_of: |keeper, closes| format!("{keeper} 日切，结束 {closes}"),
    off: "休",
    made_up: "班",
    weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    events: "事件",
    events_legend: "▮支付 ◆到账",
    described: |days, events| format!("时间轴：{days} 天，{events} 笔事件"),
    empty: "推演之后，这里是整段时间。",
};

/// English.
pub static EN: TimelineText = TimelineText {
    heading: "Timeline",
    cursor: "Present moment",
    first: "To the beginning",
    last: "To the end",
    previous_event: "Previous event",
    next_event: "Next event",
    previous_cut: "Previous day cut",
    next_cut: "Next day cut",
    play: "Play",
    pause: "Pause",
    speed: "Speed",
    whole_run: "Whole run",
    zoom_in: "Zoom in on time",
    zoom_out: "Zoom out of time",
    event_of: |event, events| format!("{event} / {events}"),
    nothing_yet: "Nothing has happened yet",
    dates: "Accounting dates",
    cut_of: |keeper, closes| format!("{keeper} cuts its day, closes {closes}"),
    off: "off",
    made_up: "work",
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    events: "Events",
    events_legend: "▮paid in ◆paid out",
    described: |days, events| format!("Timeline: {days} days, {events} events"),
    empty: "After the run, this is the whole stretch of time.",
};

impl TimelineText {
    /// The day of the week of a date.
    pub fn weekday(&self, date: CivilDate) -> &'static str {
        usize::try_from(date.weekday())
            .ok()
            .and_then(|day| self.weekdays.get(day))
            .copied()
            .unwrap_or_default()
    }

    /// `2018-10-01 周一 22:59:58`, with thousandths only where there are some.
    pub fn moment(&self, at: WallClock) -> String {
        let text = at.to_string();
        let (date, time) = text.split_once('T').unwrap_or((&text, ""));
        format!("{date} {} {time}", self.weekday(at.day()))
    }
}

/// `10-01` of `2018-10-01`.
pub fn short_date(date: &str) -> &str {
    date.get(5..).unwrap_or(date)
}

/// What happened, in a few words: `支付 O4 60.00`.
pub fn happening(row: &EventRow, summary: &Summary, lang: Lang) -> String {
    let text = lang.text();
    if let (EventKind::DayCut, Some(book), Some(closes)) = (row.kind, row.book, row.closes) {
        let closes = closes.to_string();
        return (text.timeline.cut_of)(book_name(book, summary, lang), short_date(&closes));
    }
    let event = (text.accounts.event)(row.kind);
    match row.amount {
        Some(amount) => format!("{event} {} {}", row.cause, amount.grouped()),
        None => format!("{event} {}", row.cause),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_with_its_day_of_the_week() {
        let at = WallClock::parse("2018-10-01T22:59:58").unwrap();
        assert_eq!(ZH_CN.moment(at), "2018-10-01 周一 22:59:58");
        assert_eq!(EN.moment(at), "2018-10-01 Mon 22:59:58");
        assert_eq!(short_date("2018-10-01"), "10-01");
    }
}
