//! The words of expectations: what was expected, what came out, where to look.

/// Words of expectations.
#[derive(Debug)]
pub struct ExpectationsText {
    /// The tab.
    pub heading: &'static str,
    /// Whether it holds.
    pub result: &'static str,
    /// It holds.
    pub holds: &'static str,
    /// It does not.
    pub fails: &'static str,
    /// What is looked at.
    pub subject: &'static str,
    /// Moment.
    pub moment: &'static str,
    /// Expected value.
    pub expected: &'static str,
    /// What came out.
    pub actual: &'static str,
    /// So many of so many hold.
    pub score: fn(usize, usize) -> String,
    /// None written.
    pub none: &'static str,
    /// A current balance: account.
    pub balance: fn(&str) -> String,
    /// A previous-day balance: account.
    pub balance_previous: fn(&str) -> String,
    /// What payouts brought: account.
    pub arrival: fn(&str) -> String,
    /// Fees of a channel: name.
    pub total_fee: fn(&str) -> String,
    /// Refused refunds.
    pub refused: &'static str,
    /// What reached a party's deposits: name.
    pub inflow: fn(&str) -> String,
    /// Commission: name.
    pub commission: fn(&str) -> String,
    /// The most of others' money: name of the holder.
    pub held: fn(&str) -> String,
    /// Findings: the least severity in words.
    pub findings: fn(&str) -> String,
    /// From a day to a day.
    pub from_to: fn(&str, &str) -> String,
    /// A count of things.
    pub count: fn(u32) -> String,
    /// By the end of a day.
    pub end_of: fn(&str) -> String,
    /// The whole run.
    pub whole_run: &'static str,
    /// Moves the cursor there.
    pub go: &'static str,
}

/// 中文.
pub static ZH_CN: ExpectationsText = ExpectationsText {
    heading: "预期核对",
    result: "结果",
    holds: "成立",
    fails: "不成立",
    subject: "看什么",
    moment: "时刻",
    expected: "预期",
    actual: "实际",
    score: |held, all| format!("{held}/{all} 成立"),
    none: "这个沙盘没有预期核对。",
    balance: |account| format!("{account} 当前余额"),
    balance_previous: |account| format!("{account} 上日余额"),
    arrival: |account| format!("{account} 累计到账"),
    total_fee: |channel| format!("{channel} 手续费合计"),
    refused: "被拒的退款",
    inflow: |party| format!("{party} 到账合计"),
    commission: |party| format!("{party} 佣金合计"),
    held: |party| format!("{party} 代持资金最多时"),
    findings: |severity| format!("{severity}及以上的风险提示"),
    from_to: |from, to| format!("{from} 至 {to}"),
    count: |count| format!("{count} 笔"),
    end_of: |date| format!("{date} 日终"),
    whole_run: "全程",
    go: "转到这一刻",
};

/// English.
pub static EN: ExpectationsText = ExpectationsText {
    heading: "Expectations",
    result: "Result",
    holds: "Holds",
    fails: "Fails",
    subject: "Subject",
    moment: "Moment",
    expected: "Expected",
    actual: "Actual",
    score: |held, all| format!("{held}/{all} hold"),
    none: "This scenario has no expectations.",
    balance: |account| format!("{account}, current balance"),
    balance_previous: |account| format!("{account}, previous-day balance"),
    arrival: |account| format!("{account}, arrived so far"),
    total_fee: |channel| format!("{channel}, total fees"),
    refused: "Refused refunds",
    inflow: |party| format!("{party}, all that arrived"),
    commission: |party| format!("{party}, commission"),
    held: |party| format!("{party}, most of others' money held"),
    findings: |severity| format!("Findings, {severity} or graver"),
    from_to: |from, to| format!("{from} to {to}"),
    count: |count| count.to_string(),
    end_of: |date| format!("end of {date}"),
    whole_run: "whole run",
    go: "Go to this moment",
};
