//! The counting of days to a due date, told as one would count on a calendar.

use crate::analysis::view::{BatchWhy, DayRow};
use crate::base::date::CivilDate;
use crate::domain::cycle::NonWorkingTrade;

use super::timeline::short_date;

/// A day of the year: `10-08`.
pub(super) fn day(date: CivilDate) -> String {
    let text = date.to_string();
    short_date(&text).to_owned()
}

/// Days in a row that are alike.
fn spans(days: &[DayRow]) -> Vec<(CivilDate, CivilDate, Option<bool>, bool)> {
    let mut spans: Vec<(CivilDate, CivilDate, Option<bool>, bool)> = Vec::new();
    for row in days {
        match spans.last_mut() {
            // Working days are counted one by one, others pass together.
            Some((_, last, working, _)) if *working == row.working && row.working != Some(true) => {
                *last = row.date;
            }
            _ => spans.push((row.date, row.date, row.working, row.made_up)),
        }
    }
    spans
}

pub(super) fn batch_zh(batch: &BatchWhy) -> String {
    let mut counted = Vec::new();
    let mut number = 0_u32;
    for (first, last, working, made_up) in spans(&batch.counted) {
        let days = if first == last {
            day(first)
        } else {
            format!("{} 至 {}", day(first), day(last))
        };
        counted.push(match (working, made_up) {
            (Some(true), _) => {
                number = number.saturating_add(1);
                let made_up = if made_up { "调休上班，" } else { "" };
                format!("{days} {made_up}第 {number} 个工作日")
            }
            (Some(false), _) => format!("{days} 休"),
            (None, _) => format!("按自然日数到 {}", day(last)),
        });
    }
    if counted.is_empty() {
        counted.push("当日".to_owned());
    }
    let trade = match batch.trade {
        NonWorkingTrade::AsIs => "",
        NonWorkingTrade::NextWorkingDay => "（非工作日的交易算作下一工作日）",
    };
    format!(
        "会计日 {} 的批次，{}{trade}：{} → 应结 {}；{} 笔，待付 {}",
        day(batch.date.civil()),
        batch.cycle,
        counted.join("，"),
        day(batch.due),
        batch.items,
        batch.unpaid.grouped()
    )
}

pub(super) fn batch_en(batch: &BatchWhy) -> String {
    let mut counted = Vec::new();
    let mut number = 0_u32;
    for (first, last, working, made_up) in spans(&batch.counted) {
        let days = if first == last {
            day(first)
        } else {
            format!("{}…{}", day(first), day(last))
        };
        counted.push(match (working, made_up) {
            (Some(true), _) => {
                number = number.saturating_add(1);
                let made_up = if made_up { "a make-up workday, " } else { "" };
                format!("{days} {made_up}working day {number}")
            }
            (Some(false), _) => format!("{days} off"),
            (None, _) => format!("natural days counted to {}", day(last)),
        });
    }
    if counted.is_empty() {
        counted.push("the same day".to_owned());
    }
    let trade = match batch.trade {
        NonWorkingTrade::AsIs => "",
        NonWorkingTrade::NextWorkingDay => " (a trade on a day off counts as the next working day)",
    };
    let items = if batch.items == 1 { "item" } else { "items" };
    format!(
        "batch of {}, {}{trade}: {} → due {}; {} {items}, {} to pay",
        day(batch.date.civil()),
        batch.cycle,
        counted.join(", "),
        day(batch.due),
        batch.items,
        batch.unpaid.grouped()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::calendar::Calendar;
    use crate::base::date::AccountingDate;
    use crate::base::id::BatchId;
    use crate::base::money::Money;

    fn batch(date: &str, due: &str, cycle: &str, calendar: Option<&Calendar>) -> BatchWhy {
        let date = AccountingDate::parse(date).unwrap();
        let due = CivilDate::parse(due).unwrap();
        let mut counted = Vec::new();
        let mut day = date.civil().next();
        while day <= due {
            counted.push(DayRow {
                date: day,
                working: calendar.map(|calendar| calendar.is_working(day).unwrap()),
                made_up: calendar.is_some_and(|calendar| calendar.is_made_up(day)),
            });
            day = day.next();
        }
        BatchWhy {
            batch: BatchId(0),
            date,
            cycle: cycle.to_owned(),
            trade: NonWorkingTrade::AsIs,
            calendar: "cn".to_owned(),
            counted,
            due,
            unpaid: Money::parse("95.23").unwrap(),
            items: 2,
        }
    }

    #[test]
    fn the_counting_of_days_is_told_as_one_would_count() {
        let cn = Calendar::cn();
        let national_day = batch("2018-09-30", "2018-10-08", "T+1", Some(&cn));
        assert_eq!(
            batch_zh(&national_day),
            "会计日 09-30 的批次，T+1：10-01 至 10-07 休，10-08 第 1 个工作日 → 应结 10-08；2 笔，待付 95.23"
        );
        assert_eq!(
            batch_en(&national_day),
            "batch of 09-30, T+1: 10-01…10-07 off, 10-08 working day 1 → due 10-08; 2 items, 95.23 to pay"
        );
        let saturday = batch("2018-09-28", "2018-09-29", "T+1", Some(&cn));
        assert!(batch_zh(&saturday).contains("09-29 调休上班，第 1 个工作日"));
        let natural = batch("2018-09-30", "2018-10-01", "D+1", None);
        assert!(batch_en(&natural).contains("D+1: natural days counted to 10-01 → due 10-01"));
        let same_day = batch("2018-09-30", "2018-09-30", "T+0", Some(&cn));
        assert!(batch_zh(&same_day).contains("当日 → 应结 09-30"));
    }
}
