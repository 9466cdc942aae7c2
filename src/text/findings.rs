//! The words of risk hints: what every rule is called and why it matters, what was found, what could not be
//! judged, and what each rule leans on. They hint and never judge.

mod en;
mod fixes;
mod sources;
pub mod told;
mod zh;

pub use fixes::{ChangeText, ToldFix, change_lines, fix};

use crate::analysis::rules::Source;
use crate::analysis::view::{FactNeeded, Finding, RuleId, Severity};

use super::Lang;
use super::fields::severity;

/// Words of a rule.
#[derive(Debug)]
pub struct RuleWords {
    /// What it is called.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// How to clear it.
    pub clear: &'static str,
}

/// Words of risk hints.
#[derive(Debug)]
pub struct FindingsText {
    /// What all of this is, and is not.
    pub disclaimer: &'static str,
    /// Words of a rule.
    pub rule: fn(RuleId) -> &'static RuleWords,
    /// How grave.
    pub severity: fn(Severity) -> &'static str,
    /// What a rule leans on: title, number, place, date, status.
    pub source: fn(&Source) -> String,
    /// A fact that a scenario cannot express.
    pub fact: fn(FactNeeded) -> &'static str,
    /// A rule that was not judged: code, title, needs.
    pub not_judged: fn(&str, &str, &str) -> String,
    /// Heading of a finding: severity, code, title.
    pub found: fn(&str, &str, &str) -> String,
    /// Whom it is about, and whose money.
    pub parties: fn(&str, &[&str]) -> String,
    /// Where the money lay.
    pub accounts: fn(&str) -> String,
    /// How the money went: from, to, amount.
    pub step: fn(Option<&str>, &str, &str) -> String,
    /// The money went the way that a finding before has told: its code.
    pub same_way: fn(&str) -> String,
    /// What the rule measures.
    pub measured: fn(RuleId) -> &'static str,
    /// What the rule measures, and how much.
    pub amount: fn(RuleId, &str) -> String,
    /// The most held: amount, since when, for how long in all.
    pub held: fn(&str, &str, &str) -> String,
    /// A stay without a break: how long, from when, until when.
    pub stay: fn(&str, &str, &str) -> String,
    /// The longest such stay.
    pub longest: fn(&str) -> String,
    /// Natural days from payment to settlement.
    pub days: fn(u32) -> String,
    /// The events: how many, first, last, the first few numbers.
    pub evidence: fn(u32, &str, &str, &str) -> String,
    /// Where it was agreed.
    pub paths: fn(&str) -> String,
    /// Why it matters.
    pub why: fn(&str) -> String,
    /// How to clear it.
    pub clear: fn(&str) -> String,
    /// A source line.
    pub leans_on: fn(&str) -> String,
    /// Rules that found nothing: their codes.
    pub nothing_found: fn(&str) -> String,
    /// So many findings.
    pub score: fn(usize) -> String,
    /// Fixes, and what they do.
    pub change: &'static ChangeText,
}

/// The finding among those before that tells the same way of the money, so that it need not be told again.
pub fn told_before(earlier: &[&Finding], one: &Finding) -> Option<RuleId> {
    let mut earlier = earlier.iter();
    let same = earlier.find(|other| !one.path.is_empty() && other.path == one.path);
    same.map(|other| other.rule)
}

impl Lang {
    /// Words of risk hints. They stand beside the other words, so that a shell without hints does not carry them.
    pub fn findings(self) -> &'static FindingsText {
        match self {
            Lang::ZhCn => &ZH_CN,
            Lang::En => &EN,
        }
    }
}

/// 中文.
static ZH_CN: FindingsText = FindingsText {
    disclaimer: "以下为根据沙盘账目得出的疑似风险提示，不构成合规意见或法律意见。依据按现行规则列出，沙盘的日期更早时只作对照。",
    rule: zh::words,
    severity: |grave| severity(Lang::ZhCn, grave),
    source: sources::zh,
    fact: fact_zh,
    not_judged: |code, title, needs| format!("{code} {title}：未判断，还需要：{needs}"),
    found: |severity, code, title| format!("【{severity}】{code} 疑似：{title}"),
    parties: |subject, others| match others {
        [] => format!("涉及：{subject}"),
        _ => format!("涉及：{subject}；相关方：{}", others.join("、")),
    },
    accounts: |accounts| format!("账户：{accounts}"),
    step: |from, to, amount| format!("{} → {to}：{amount}", from.unwrap_or("付款人")),
    same_way: |code| format!("资金路径：与 {code} 相同"),
    measured: measured_zh,
    amount: |rule, amount| format!("{}：{amount}", measured_zh(rule)),
    held: |most, since, time| {
        format!("代持资金（他人资金）：最多 {most}（{since} 起），累计 {time}")
    },
    stay: |time, from, until| format!("{time}（{from} 至 {until}）"),
    longest: |stay| format!("最长连续停留：{stay}"),
    days: |days| format!("从付款到结算最长 {days} 个自然日"),
    evidence: |count, first, last, numbers| {
        format!("依据：{count} 个事件，{first} 至 {last}，编号 {numbers}")
    },
    paths: |paths| format!("对应设置：{paths}"),
    why: |why| format!("为什么：{why}"),
    clear: |clear| format!("整改建议：{clear}"),
    leans_on: |source| format!("来源：{source}"),
    nothing_found: |codes| format!("已判断，未发现：{codes}"),
    score: |count| format!("风险提示 {count} 条"),
    change: &fixes::ZH_CN,
};

/// English.
static EN: FindingsText = FindingsText {
    disclaimer: "What follows are hints at suspected risks, drawn from the books of the scenario. They are no opinion on compliance and no legal advice. They lean on the rules in force today, even where a scenario is set earlier.",
    rule: en::words,
    severity: |grave| severity(Lang::En, grave),
    source: sources::en,
    fact: fact_en,
    not_judged: |code, title, needs| format!("{code} {title}: not judged, needs {needs}"),
    found: |severity, code, title| format!("[{severity}] {code} suspected: {title}"),
    parties: |subject, others| match others {
        [] => format!("about {subject}"),
        _ => format!("about {subject}; with part in it: {}", others.join(", ")),
    },
    accounts: |accounts| format!("accounts: {accounts}"),
    step: |from, to, amount| format!("{} → {to}: {amount}", from.unwrap_or("payers")),
    same_way: |code| format!("the money went the way told under {code}"),
    measured: measured_en,
    amount: |rule, amount| format!("{}: {amount}", measured_en(rule)),
    held: |most, since, time| {
        format!("others' money held: at most {most} (from {since}), for {time} in all")
    },
    stay: |time, from, until| format!("{time} ({from} to {until})"),
    longest: |stay| format!("the longest stay without a break: {stay}"),
    days: |days| format!("up to {days} natural days from payment to settlement"),
    evidence: |count, first, last, numbers| {
        format!("evidence: {count} events from {first} to {last}, numbers {numbers}")
    },
    paths: |paths| format!("in the scenario: {paths}"),
    why: |why| format!("why: {why}"),
    clear: |clear| format!("to clear it: {clear}"),
    leans_on: |source| format!("source: {source}"),
    nothing_found: |codes| format!("judged, nothing found: {codes}"),
    score: |count| format!("{count} risk hints"),
    change: &fixes::EN,
};

fn measured_zh(rule: RuleId) -> &'static str {
    match rule {
        RuleId::PassesOnOthersMoney | RuleId::BatchPayoutToSellers => "付给商户合计",
        RuleId::OneNumberForManySellers => "收款合计",
        RuleId::DecidesWhenOthersArePaid => "代持资金，最多",
        RuleId::PoolLeftAtDayEnd => "日终资金池，最大",
        RuleId::MallUnifiedCashier => "付给商户合计",
        RuleId::SellerNotOnboarded => "收款合计",
        RuleId::AccountNameDiffers | RuleId::PaidToThirdPerson => "结算合计",
        RuleId::PayerSeesAnotherName => "收款合计",
        RuleId::PoolSpent | RuleId::PaidBeforeArrival => "动用商户的钱",
        RuleId::ShellSubMerchant => "转付给第三方合计",
        RuleId::SplitAboveLimit => "分给接收方合计",
        RuleId::RefundFromAnothersMoney => "动用别的商户的钱",
        RuleId::SettledTooLate => "迟结算合计",
        RuleId::CommissionNotSeparated => "佣金合计",
        _ => "金额",
    }
}

fn measured_en(rule: RuleId) -> &'static str {
    match rule {
        RuleId::PassesOnOthersMoney | RuleId::BatchPayoutToSellers => "paid to sellers in all",
        RuleId::OneNumberForManySellers => "collected in all",
        RuleId::DecidesWhenOthersArePaid => "others' money held, at most",
        RuleId::PoolLeftAtDayEnd => "pool at the end of a day, at most",
        RuleId::MallUnifiedCashier => "paid to sellers in all",
        RuleId::SellerNotOnboarded => "collected in all",
        RuleId::AccountNameDiffers | RuleId::PaidToThirdPerson => "settled in all",
        RuleId::PayerSeesAnotherName => "collected in all",
        RuleId::PoolSpent | RuleId::PaidBeforeArrival => "taken from sellers",
        RuleId::ShellSubMerchant => "paid onward in all",
        RuleId::SplitAboveLimit => "split off in all",
        RuleId::RefundFromAnothersMoney => "taken from other sellers",
        RuleId::SettledTooLate => "settled late in all",
        RuleId::CommissionNotSeparated => "commission in all",
        _ => "amount",
    }
}

fn fact_zh(fact: FactNeeded) -> &'static str {
    match fact {
        FactNeeded::StoredValue => "用户余额的充值、消费和提现",
        FactNeeded::Onboarding => "商户是否完成进件",
        FactNeeded::NameOnAccount => "商户的法定名称和账户户名",
        FactNeeded::SplitEvidence => "机构用来核对分账的订单资料",
        FactNeeded::ShownName => "付款人看到的商户名称",
        FactNeeded::ReceiverRole => "分账接收方与交易的关系",
        FactNeeded::InternalAccounts => "银行内部户",
        FactNeeded::CustodyRights => "存管账户和转出权限",
        FactNeeded::ClearingLinks => "支付机构与银行之间的清算路径",
        FactNeeded::ReserveUse => "备付金的用途",
        FactNeeded::AcquiringDuties => "由谁审核商户、订立合同、处理差错",
        FactNeeded::PayerIdentity => "付款人是谁",
        FactNeeded::PhysicalMall => "是否实体商场",
    }
}

fn fact_en(fact: FactNeeded) -> &'static str {
    match fact {
        FactNeeded::StoredValue => "top-ups, spending and withdrawals of users' balances",
        FactNeeded::Onboarding => "whether a merchant was onboarded",
        FactNeeded::NameOnAccount => "the merchant's legal name and the name on the account",
        FactNeeded::SplitEvidence => "the order data with which a split can be verified",
        FactNeeded::ShownName => "the name that the payer sees",
        FactNeeded::ReceiverRole => "what a receiver has to do with the deal",
        FactNeeded::InternalAccounts => "internal accounts of banks",
        FactNeeded::CustodyRights => "custody accounts and who may transfer out of them",
        FactNeeded::ClearingLinks => "how payment institutions and banks clear",
        FactNeeded::ReserveUse => "what the reserve is used for",
        FactNeeded::AcquiringDuties => "who examines, signs and handles disputes",
        FactNeeded::PayerIdentity => "who the payers are",
        FactNeeded::PhysicalMall => "whether the platform is a physical mall",
    }
}
