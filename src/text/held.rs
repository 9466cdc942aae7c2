//! The words of others' money: who holds it, whose it is, the most, how long.

use crate::base::date::WallClock;

use super::durations::{self, measured};
use super::timeline::short_date;

/// Words of others' money.
#[derive(Debug)]
pub struct HeldText {
    /// Heading: whose hands.
    pub heading: fn(&str) -> String,
    /// Heading of what one account holds of it.
    pub clock: &'static str,
    /// At the cursor.
    pub now: &'static str,
    /// What of it lies at channels.
    pub at_channel: &'static str,
    /// What of it lies at banks.
    pub at_bank: &'static str,
    /// One beneficiary's part: whose.
    pub of: fn(&str) -> String,
    /// Owed and nowhere to be found.
    pub uncovered: &'static str,
    /// The most over the whole run.
    pub maximum: &'static str,
    /// Since when it was the most.
    pub since: fn(WallClock) -> String,
    /// How long anything was held.
    pub time: &'static str,
    /// The longest stay without a break.
    pub longest: &'static str,
    /// From when, until when.
    pub between: fn(WallClock, WallClock) -> String,
    /// A time in milliseconds.
    pub duration: fn(u64) -> String,
    /// Amount × time.
    pub product: &'static str,
    /// Its unit behind a figure.
    pub yuan_hours: fn(&str) -> String,
    /// How many people's money over the run.
    pub beneficiaries: &'static str,
    /// Days that ended with something held.
    pub day_ends: &'static str,
    /// So many days of so many.
    pub days: fn(usize, usize) -> String,
}

/// 中文.
pub static ZH_CN: HeldText = HeldText {
    heading: |holder| format!("{holder}的代持资金（他人资金）"),
    clock: "停留时钟（这个账户里别人的钱）",
    now: "现在",
    at_channel: "其中在渠道",
    at_bank: "其中在银行",
    of: |beneficiary| format!("属于{beneficiary}"),
    uncovered: "欠着但已经没有的",
    maximum: "最多时",
    since: |at| format!("从 {} 起", shown(at)),
    time: "累计停留",
    longest: "最长连续停留",
    between: |from, until| format!("{} 至 {}", shown(from), shown(until)),
    duration: |millis| measured(millis, durations::ZH),
    product: "金额×时长",
    yuan_hours: |figure| format!("{figure} 元·小时"),
    beneficiaries: "涉及几方",
    day_ends: "日终还有余额",
    days: |left, all| format!("{left} 天（共 {all} 天）"),
};

/// English.
pub static EN: HeldText = HeldText {
    heading: |holder| format!("Others' money held by {holder}"),
    clock: "Residence clock (others' money in this account)",
    now: "Now",
    at_channel: "of it at channels",
    at_bank: "of it at banks",
    of: |beneficiary| format!("belongs to {beneficiary}"),
    uncovered: "Owed, but gone",
    maximum: "At most",
    since: |at| format!("from {}", shown(at)),
    time: "Time held",
    longest: "Longest stay",
    between: |from, until| format!("{} to {}", shown(from), shown(until)),
    duration: |millis| measured(millis, durations::EN),
    product: "Amount × time",
    yuan_hours: |figure| format!("{figure} yuan·hours"),
    beneficiaries: "Whose, how many",
    day_ends: "Days ending with some",
    days: |left, all| format!("{left} of {all}"),
};

fn shown(at: WallClock) -> String {
    let at = at.to_string();
    short_date(&at).replacen('T', " ", 1)
}
