//! The words of comparing two scenarios: A, B, and B less A. The sign says which way, never the colour alone.

mod headlines;
pub mod tables;

pub use headlines::headlines;

use crate::analysis::view::{FeeKind, PartyBalances};
use crate::scenario::difference::ChangeKind;

use super::Lang;

/// Words of a comparison.
#[derive(Debug)]
pub struct CompareText {
    /// What this is.
    pub heading: &'static str,
    /// One side: its letter, title, first and last day, number of events.
    pub side: fn(&str, &str, &str, &str, u32) -> String,
    /// What a difference is.
    pub difference_is: &'static str,
    /// Both are the same document.
    pub same: &'static str,
    /// A part in which nothing differs.
    pub no_difference: &'static str,
    /// Column of the difference.
    pub difference: &'static str,
    /// What matters most.
    pub headlines: &'static str,
    /// Risk hints in A and B, and how many of them are grave.
    pub headline_findings: fn([usize; 2], [usize; 2]) -> String,
    /// Others' money in the hands of somebody: the most in A and B, yuan-days in A and B.
    pub headline_held: fn(&str, [String; 2], [String; 2]) -> String,
    /// Whose money waits longer: yuan-days in A and B, difference, difference of the cost.
    pub headline_transit: fn(&str, [String; 2], &str, Option<&str>) -> String,
    /// Nobody bears more or less.
    pub headline_fees_same: &'static str,
    /// Who bears another fee or share: in A and B, difference.
    pub headline_fees: fn(&str, &str, [String; 2], &str) -> String,
    /// Sums over the whole run.
    pub totals: &'static str,
    /// All payments.
    pub paid_in: &'static str,
    /// All refunds.
    pub refunded: &'static str,
    /// Channel fees.
    pub fees_total: &'static str,
    /// Payouts of channels.
    pub paid_out: &'static str,
    /// Refunds refused.
    pub refused_count: &'static str,
    /// Risk hints.
    pub findings_count: &'static str,
    /// When how much arrives at the bank.
    pub arrivals: &'static str,
    /// Everything arrives on the same days.
    pub arrivals_same: fn(&str) -> String,
    /// The widest gap: owner, day, so far in A, in B, difference.
    pub arrivals_most: fn(&str, &str, &str, &str, &str) -> String,
    /// Column: a natural day.
    pub date: &'static str,
    /// Column: what arrives on the day, of a side.
    pub arrived: fn(&str) -> String,
    /// Column: what has arrived so far, of a side.
    pub so_far: fn(&str) -> String,
    /// Column: difference of what has arrived so far.
    pub so_far_difference: &'static str,
    /// Money on its way.
    pub transit: &'static str,
    /// What that is, in yuan-days.
    pub transit_is: &'static str,
    /// By which rate its cost is counted: per cent a year.
    pub costs_by: fn(&str) -> String,
    /// No rate was given.
    pub costs_nothing: &'static str,
    /// Column: whose money.
    pub owner: &'static str,
    /// Column: yuan-days of a side.
    pub yuan_days: fn(&str) -> String,
    /// Column: cost, of a side.
    pub cost: fn(&str) -> String,
    /// Others' money in a party's hands.
    pub held: &'static str,
    /// Column: who holds.
    pub holder: &'static str,
    /// Column: the most of a side.
    pub most: fn(&str) -> String,
    /// Fees and who bears them.
    pub fees: &'static str,
    /// A fee or share.
    pub fee_kind: fn(FeeKind) -> &'static str,
    /// Column: what.
    pub what: &'static str,
    /// Column: who bears it.
    pub bearer: &'static str,
    /// Column: who gets it.
    pub to: &'static str,
    /// Risk hints.
    pub findings: &'static str,
    /// A hint is in A, in B.
    pub found_in: fn(bool, bool) -> &'static str,
    /// What was refused or put off.
    pub refused: &'static str,
    /// Column: how often, of a side.
    pub times: fn(&str) -> String,
    /// Balances at the end of each day.
    pub balances: &'static str,
    /// One party's: its name.
    pub balances_of: fn(&str) -> String,
    /// In its accounts at banks.
    pub at_banks: &'static str,
    /// On its way to it.
    pub in_transit: &'static str,
    /// Others' money in its hands.
    pub holds: &'static str,
    /// Parties of which nothing differs at any day's end: their names.
    pub parties_same: fn(&str) -> String,
    /// Accounts that differ most.
    pub accounts: &'static str,
    /// Column: an account.
    pub account: &'static str,
    /// Column: the day's end at which it differs most.
    pub most_on: &'static str,
    /// So many more rows that are not shown.
    pub more: fn(usize) -> String,
    /// Where the documents differ.
    pub document: &'static str,
    /// So many places.
    pub places: fn(u32) -> String,
    /// How a place differs.
    pub change: fn(ChangeKind) -> &'static str,
    /// A place that leaves something out.
    pub left_out: &'static str,
}

impl Lang {
    /// Words of a comparison. They stand beside the other words, so that a shell without it does not carry them.
    pub fn compare(self) -> &'static CompareText {
        match self {
            Lang::ZhCn => &ZH_CN,
            Lang::En => &EN,
        }
    }
}

/// 中文.
static ZH_CN: CompareText = CompareText {
    heading: "对比",
    side: |letter, title, from, until, events| {
        format!("{letter}：{title}（{from} 至 {until}，{events} 个事件）")
    },
    difference_is: "差额都是 B − A，单位元；日终指自然日 24:00，两边用同一个时钟。",
    same: "两个沙盘一模一样，没有任何差额。",
    no_difference: "没有不同",
    difference: "B − A",
    headlines: "主要差异",
    headline_findings: |[a, b], [high_a, high_b]| {
        format!("风险提示：A {a} 条，B {b} 条；其中高危 A {high_a} 条，B {high_b} 条")
    },
    headline_held: |holder, [a, b], [days_a, days_b]| {
        format!("{holder}代持资金：最多时 A {a}，B {b}；全程 A {days_a}，B {days_b} 元·天")
    },
    headline_transit: |owner, [a, b], difference, cost| {
        let cost = cost.map(|cost| format!("，资金成本差 {cost}"));
        let cost = cost.unwrap_or_default();
        format!("{owner}的钱在路上：A {a}，B {b} 元·天，差 {difference}{cost}")
    },
    headline_fees_same: "手续费和分账：两边一样，承担的人也一样",
    headline_fees: |bearer, kind, [a, b], difference| {
        format!("{bearer}承担的{kind}：A {a}，B {b}，差 {difference}")
    },
    totals: "全程合计",
    paid_in: "收款",
    refunded: "退款",
    fees_total: "渠道手续费",
    paid_out: "渠道出款",
    refused_count: "退款被拒（笔）",
    findings_count: "风险提示（条）",
    arrivals: "到账：哪天有多少钱进了谁的银行账户",
    arrivals_same: |owner| format!("{owner}：每天到账都一样"),
    arrivals_most: |owner, date, a, b, difference| {
        format!("{owner}：差得最多的是 {date} 日终，累计到账 A {a}，B {b}，差 {difference}")
    },
    date: "日期",
    arrived: |side| format!("当天 {side}"),
    so_far: |side| format!("累计 {side}"),
    so_far_difference: "累计差额",
    transit: "在途资金：谁的钱在路上压了多少",
    transit_is: "从付款成功算起，到进入自己的银行账户为止，在渠道和代收平台手里的金额×时长，单位元·天。",
    costs_by: |percent| {
        format!("资金成本按年利率 {percent}%、单利、一年 365 天计算，四舍五入到分。")
    },
    costs_nothing: "没有给年利率，所以不算资金成本。",
    owner: "谁的钱",
    yuan_days: |side| format!("元·天 {side}"),
    cost: |side| format!("成本 {side}"),
    held: "代持资金（他人资金）",
    holder: "谁拿着",
    most: |side| format!("最多时 {side}"),
    fees: "手续费和分账：谁承担",
    fee_kind: |kind| match kind {
        FeeKind::ChannelFee => "手续费",
        FeeKind::Share => "分账或佣金",
    },
    what: "项目",
    bearer: "谁承担",
    to: "给谁",
    findings: "风险提示",
    found_in: |a, b| match (a, b) {
        (true, true) => "两边都有",
        (true, false) => "只在 A",
        (false, true) => "只在 B",
        (false, false) => "两边都没有",
    },
    refused: "被拒和推迟",
    times: |side| format!("次数 {side}"),
    balances: "每天日终的余额",
    balances_of: |party| format!("{party}："),
    at_banks: "银行存款",
    in_transit: "在途资金",
    holds: "代持资金",
    parties_same: |parties| format!("每天都一样：{parties}"),
    accounts: "差得最多的账户",
    account: "账户",
    most_on: "哪天日终",
    more: |rows| format!("还有 {rows} 行没有列出，--json 里有"),
    document: "两份沙盘哪里写得不同",
    places: |places| format!("{places} 处"),
    change: |kind| match kind {
        ChangeKind::Changed => "改",
        ChangeKind::OnlyA => "只在 A",
        ChangeKind::OnlyB => "只在 B",
        ChangeKind::Order => "次序",
    },
    left_out: "（没写）",
};

/// English.
static EN: CompareText = CompareText {
    heading: "Compare",
    side: |letter, title, from, until, events| {
        format!("{letter}: {title} ({from} to {until}, {events} events)")
    },
    difference_is: "Every difference is B − A, in yuan; a day ends at 24:00 of the natural day, by one clock for both.",
    same: "Both scenarios are the same; nothing differs.",
    no_difference: "no difference",
    difference: "B − A",
    headlines: "What matters most",
    headline_findings: |[a, b], [high_a, high_b]| {
        format!("Risk hints: A {a}, B {b}; of high risk A {high_a}, B {high_b}")
    },
    headline_held: |holder, [a, b], [days_a, days_b]| {
        format!(
            "Others' money held by {holder}: at most A {a}, B {b}; over the run A {days_a}, B {days_b} yuan-days"
        )
    },
    headline_transit: |owner, [a, b], difference, cost| {
        let cost = cost.map(|cost| format!(", cost {cost}"));
        let cost = cost.unwrap_or_default();
        format!(
            "Money on its way to {owner}: A {a}, B {b} yuan-days, difference {difference}{cost}"
        )
    },
    headline_fees_same: "Fees and shares: the same in both, and borne by the same",
    headline_fees: |bearer, kind, [a, b], difference| {
        format!("{bearer} bears another {kind}: A {a}, B {b}, difference {difference}")
    },
    totals: "The whole run",
    paid_in: "paid in",
    refunded: "refunded",
    fees_total: "channel fees",
    paid_out: "paid out by channels",
    refused_count: "refunds refused (number)",
    findings_count: "risk hints (number)",
    arrivals: "Arrivals: how much reaches whose bank account on which day",
    arrivals_same: |owner| format!("{owner}: the same every day"),
    arrivals_most: |owner, date, a, b, difference| {
        format!(
            "{owner}: widest apart at the end of {date}, arrived so far A {a}, B {b}, difference {difference}"
        )
    },
    date: "date",
    arrived: |side| format!("that day {side}"),
    so_far: |side| format!("so far {side}"),
    so_far_difference: "so far B − A",
    transit: "Money on its way: whose, and how much of it for how long",
    transit_is: "Amount × time in the hands of channels and of platforms that collect, from the payment until the owner's own bank account, in yuan-days.",
    costs_by: |percent| {
        format!(
            "Its cost is simple interest at {percent}% a year of 365 days, rounded half up to the fen."
        )
    },
    costs_nothing: "No rate a year was given, so nothing is said of its cost.",
    owner: "whose",
    yuan_days: |side| format!("yuan-days {side}"),
    cost: |side| format!("cost {side}"),
    held: "Others' money held",
    holder: "holder",
    most: |side| format!("at most {side}"),
    fees: "Fees and shares: who bears them",
    fee_kind: |kind| match kind {
        FeeKind::ChannelFee => "fee",
        FeeKind::Share => "share or commission",
    },
    what: "what",
    bearer: "borne by",
    to: "goes to",
    findings: "Risk hints",
    found_in: |a, b| match (a, b) {
        (true, true) => "in both",
        (true, false) => "only in A",
        (false, true) => "only in B",
        (false, false) => "in neither",
    },
    refused: "Refused and put off",
    times: |side| format!("times {side}"),
    balances: "Balances at the end of each day",
    balances_of: |party| format!("{party}:"),
    at_banks: "at banks",
    in_transit: "on its way",
    holds: "others' money held",
    parties_same: |parties| format!("the same every day: {parties}"),
    accounts: "Accounts that differ most",
    account: "account",
    most_on: "at the end of",
    more: |rows| format!("{rows} more rows are not listed; --json has them"),
    document: "Where the two scenarios are written differently",
    places: |places| match places {
        1 => "1 place".to_owned(),
        places => format!("{places} places"),
    },
    change: |kind| match kind {
        ChangeKind::Changed => "changed",
        ChangeKind::OnlyA => "only in A",
        ChangeKind::OnlyB => "only in B",
        ChangeKind::Order => "order",
    },
    left_out: "(left out)",
};

/// An amount with its sign in front, also when it is more: `+1,234.50`, `−0.10`, `0.00`.
pub fn signed(difference: crate::base::money::Money) -> String {
    let grouped = difference.grouped();
    match grouped.strip_prefix('-') {
        Some(digits) => format!("−{digits}"),
        None if difference.is_zero() => grouped,
        None => format!("+{grouped}"),
    }
}

/// A count with its sign in front.
pub fn signed_count(difference: i64) -> String {
    match difference {
        0 => "0".to_owned(),
        less if less < 0 => format!("−{}", less.unsigned_abs()),
        more => format!("+{more}"),
    }
}

/// Yuan-days with their sign in front.
pub fn signed_days(difference: crate::base::amount_time::AmountTimeChange) -> String {
    let size = difference.size().yuan_days();
    match () {
        () if difference.is_zero() => size,
        () if difference.is_negative() => format!("−{size}"),
        () => format!("+{size}"),
    }
}

/// Whether a party has the same at the end of a day in both.
pub fn is_same_day(balances: &PartyBalances) -> bool {
    let PartyBalances {
        at_banks,
        in_transit,
        holds,
    } = balances;
    at_banks.is_same() && in_transit.is_same() && holds.is_same()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::money::Money;

    #[test]
    fn a_difference_always_shows_its_sign() {
        let shown = |fen| signed(Money::of_minor(fen).unwrap());
        assert_eq!(
            [shown(123_450), shown(-10), shown(0)],
            ["+1,234.50", "−0.10", "0.00"]
        );
        assert_eq!(
            [signed_count(2), signed_count(-2), signed_count(0)],
            ["+2", "−2", "0"]
        );
    }
}
