//! What accounts, movements, events and parties are called in both languages.
//!
//! One name each, the same on screen, in the picture, in files and on the command line.

use crate::domain::account::{AccountKind, Side};
use crate::domain::posting::{EventKind, Meaning};
use crate::scenario::v1::{Licence, PartyKind};

/// Names of accounts, movements, events and parties.
#[derive(Debug)]
pub struct AccountsText {
    /// The kind of an account as the chart of accounts names it.
    pub chart: fn(AccountKind) -> &'static str,
    /// The kind of an account in as few words as a box has room for.
    pub short: fn(AccountKind) -> &'static str,
    /// A short name with its owner, where the owner matters.
    pub title: fn(AccountKind, &str) -> String,
    /// What a leg means.
    pub meaning: fn(Meaning) -> &'static str,
    /// What happened.
    pub event: fn(EventKind) -> &'static str,
    /// What happened, in a sentence for those who do not know the word.
    pub event_hint: fn(EventKind) -> &'static str,
    /// What a party is.
    pub party_kind: fn(PartyKind) -> &'static str,
    /// What a party is allowed to do.
    pub licence: fn(Licence) -> &'static str,
    /// Debit or credit, as the letter in a column.
    pub side: fn(Side) -> &'static str,
}

/// 中文.
pub static ZH_CN: AccountsText = AccountsText {
    chart: chart_zh,
    short: short_zh,
    title: |kind, owner| titled(kind, short_zh(kind), owner),
    meaning: meaning_zh,
    event: event_zh,
    event_hint: event_hint_zh,
    party_kind: |kind| match kind {
        PartyKind::Merchant => "商户",
        PartyKind::Platform => "平台",
        PartyKind::Channel => "渠道",
        PartyKind::Bank => "银行",
    },
    licence: |licence| match licence {
        Licence::None => "无支付牌照",
        Licence::Payment => "支付牌照",
        Licence::Bank => "银行牌照",
    },
    side: |side| match side {
        Side::Debit => "借",
        Side::Credit => "贷",
    },
};

/// English.
pub static EN: AccountsText = AccountsText {
    chart: chart_en,
    short: short_en,
    title: |kind, owner| titled(kind, short_en(kind), owner),
    meaning: meaning_en,
    event: event_en,
    event_hint: event_hint_en,
    party_kind: |kind| match kind {
        PartyKind::Merchant => "Merchant",
        PartyKind::Platform => "Platform",
        PartyKind::Channel => "Channel",
        PartyKind::Bank => "Bank",
    },
    licence: |licence| match licence {
        Licence::None => "no payment licence",
        Licence::Payment => "payment licence",
        Licence::Bank => "bank licence",
    },
    side: |side| match side {
        Side::Debit => "Dr",
        Side::Credit => "Cr",
    },
};

fn titled(kind: AccountKind, short: &str, owner: &str) -> String {
    if kind.names_owner() {
        format!("{short} {owner}")
    } else {
        short.to_owned()
    }
}

fn chart_zh(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::ClearingBoundary => "存放央行·清算往来",
        AccountKind::CorporateDeposit => "单位活期存款",
        AccountKind::PersonalDeposit => "个人活期存款",
        AccountKind::ReserveDeposit => "备付金存款",
        AccountKind::Reserve => "银行存款-备付金",
        AccountKind::Pending => "商户待结算",
        AccountKind::Available => "商户可提现",
        AccountKind::Frozen => "商户冻结(分账)",
        AccountKind::PayoutInTransit => "待付款(出款在途)",
        AccountKind::FeeIncome => "手续费收入",
        AccountKind::OwnBank => "银行存款-自有",
        AccountKind::ChannelReceivable => "渠道应收",
        AccountKind::CommissionIncome => "佣金收入",
        AccountKind::SalesIncome => "销售收入",
        AccountKind::FeeExpense => "手续费支出",
        AccountKind::OwnCosts => "业务及管理费",
        AccountKind::LoanGiven => "其他应收款",
        AccountKind::Investment => "长期股权投资",
        AccountKind::OpeningEquity => "期初权益",
    }
}

fn short_zh(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::ClearingBoundary => "清算往来",
        AccountKind::CorporateDeposit => "对公户",
        AccountKind::PersonalDeposit => "个人户",
        AccountKind::ReserveDeposit => "备付金户",
        AccountKind::Reserve => "备付金",
        AccountKind::Pending => "待结算",
        AccountKind::Available => "可提现",
        AccountKind::Frozen => "冻结待分账",
        AccountKind::PayoutInTransit => "出款在途",
        AccountKind::FeeIncome => "手续费收入",
        AccountKind::OwnBank => "自有银行存款",
        AccountKind::ChannelReceivable => "渠道应收",
        AccountKind::CommissionIncome => "佣金收入",
        AccountKind::SalesIncome => "销售收入",
        AccountKind::FeeExpense => "手续费支出",
        AccountKind::OwnCosts => "费用",
        AccountKind::LoanGiven => "借出款",
        AccountKind::Investment => "投资",
        AccountKind::OpeningEquity => "期初权益",
    }
}

fn chart_en(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::ClearingBoundary => "Clearing with other banks",
        AccountKind::CorporateDeposit => "Corporate current deposit",
        AccountKind::PersonalDeposit => "Personal current deposit",
        AccountKind::ReserveDeposit => "Client reserve deposit",
        AccountKind::Reserve => "Bank, client reserve",
        AccountKind::Pending => "Merchant pending settlement",
        AccountKind::Available => "Merchant available",
        AccountKind::Frozen => "Merchant frozen for split",
        AccountKind::PayoutInTransit => "Payout in transit",
        AccountKind::FeeIncome => "Fee income",
        AccountKind::OwnBank => "Bank, own money",
        AccountKind::ChannelReceivable => "Receivable from channel",
        AccountKind::CommissionIncome => "Commission income",
        AccountKind::SalesIncome => "Sales income",
        AccountKind::FeeExpense => "Fee expense",
        AccountKind::OwnCosts => "Own costs",
        AccountKind::LoanGiven => "Other receivables",
        AccountKind::Investment => "Long-term investments",
        AccountKind::OpeningEquity => "Opening equity",
    }
}

fn short_en(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::ClearingBoundary => "Clearing",
        AccountKind::CorporateDeposit => "Deposit",
        AccountKind::PersonalDeposit => "Personal deposit",
        AccountKind::ReserveDeposit => "Reserve deposit",
        AccountKind::Reserve => "Reserve",
        AccountKind::Pending => "Pending",
        AccountKind::Available => "Available",
        AccountKind::Frozen => "Frozen",
        AccountKind::PayoutInTransit => "In transit",
        AccountKind::FeeIncome => "Fee income",
        AccountKind::OwnBank => "Own bank money",
        AccountKind::ChannelReceivable => "Channel receivable",
        AccountKind::CommissionIncome => "Commission",
        AccountKind::SalesIncome => "Sales",
        AccountKind::FeeExpense => "Fee expense",
        AccountKind::OwnCosts => "Own costs",
        AccountKind::LoanGiven => "Lent",
        AccountKind::Investment => "Invested",
        AccountKind::OpeningEquity => "Opening equity",
    }
}

fn meaning_zh(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Opening => "期初",
        Meaning::Payment => "支付",
        Meaning::ChannelFee => "手续费",
        Meaning::Share => "分账",
        Meaning::Unfreeze => "解冻",
        Meaning::Commission => "佣金",
        Meaning::Sale => "销售",
        Meaning::TopUp => "退款补足",
        Meaning::Refund => "退款",
        Meaning::FeeReturned => "退手续费",
        Meaning::ShareReturned => "分账回退",
        Meaning::Cleared => "转可提现",
        Meaning::PayoutSent => "出款",
        Meaning::PaidOut => "结算",
        Meaning::Transferred => "平台转付",
        Meaning::Spent => "自用",
        Meaning::Advanced => "垫付",
        Meaning::PaidOnward => "转付第三方",
    }
}

fn meaning_en(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Opening => "opening",
        Meaning::Payment => "payment",
        Meaning::ChannelFee => "fee",
        Meaning::Share => "split",
        Meaning::Unfreeze => "unfrozen",
        Meaning::Commission => "commission",
        Meaning::Sale => "sale",
        Meaning::TopUp => "top-up",
        Meaning::Refund => "refund",
        Meaning::FeeReturned => "fee returned",
        Meaning::ShareReturned => "split returned",
        Meaning::Cleared => "made available",
        Meaning::PayoutSent => "payout sent",
        Meaning::PaidOut => "settlement",
        Meaning::Transferred => "paid by platform",
        Meaning::Spent => "spent",
        Meaning::Advanced => "advanced",
        Meaning::PaidOnward => "paid onward",
    }
}

fn event_zh(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Opened => "期初",
        EventKind::DayCut => "日切",
        EventKind::Captured => "支付",
        EventKind::ToppedUp => "退款补足",
        EventKind::Refunded => "退款",
        EventKind::Unfrozen => "订单完结解冻",
        EventKind::ShareReturned => "分账回退",
        EventKind::RefundRefused => "退款被拒",
        EventKind::Notified => "收到支付通知",
        EventKind::Split => "分账",
        EventKind::Settled => "转可提现",
        EventKind::PayoutSent => "出款",
        EventKind::PayoutSucceeded => "到账",
        EventKind::PayoutDeferred => "出款推迟",
        EventKind::SettledByPlatform => "平台转可提现",
        EventKind::Transferred => "平台转付",
        EventKind::TransferDeferred => "平台转付推迟",
        EventKind::OutflowPaid => "资金流出",
        EventKind::OutflowRefused => "资金流出被拒",
    }
}

fn event_en(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Opened => "Opening",
        EventKind::DayCut => "Day cut",
        EventKind::Captured => "Payment",
        EventKind::ToppedUp => "Top-up",
        EventKind::Refunded => "Refund",
        EventKind::Unfrozen => "Order finished",
        EventKind::ShareReturned => "Split returned",
        EventKind::RefundRefused => "Refund refused",
        EventKind::Notified => "Learnt",
        EventKind::Split => "Split",
        EventKind::Settled => "Made available",
        EventKind::PayoutSent => "Payout sent",
        EventKind::PayoutSucceeded => "Payout arrived",
        EventKind::PayoutDeferred => "Payout put off",
        EventKind::SettledByPlatform => "Made available by the platform",
        EventKind::Transferred => "Paid by the platform",
        EventKind::TransferDeferred => "Platform payment put off",
        EventKind::OutflowPaid => "Outflow",
        EventKind::OutflowRefused => "Outflow refused",
    }
}

fn event_hint_zh(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Opened => "登记期初余额",
        EventKind::DayCut => "账套到了日切时点，转入下一个会计日",
        EventKind::Captured => "支付成功，渠道把这笔钱记到收款人名下",
        EventKind::ToppedUp => "待结算的钱不够退款，收款人从银行户补足差额",
        EventKind::Refunded => "渠道把钱退给付款人",
        EventKind::Unfrozen => {
            "分账前的退款超过这笔订单冻结的钱：订单先完结，不再分账，钱全部解冻给收款人"
        }
        EventKind::ShareReturned => "接收方把分到的钱退回给收款人",
        EventKind::RefundRefused => "钱不够，渠道拒绝了退款",
        EventKind::Notified => "平台（或自己记账的收款人）收到这笔支付的通知",
        EventKind::Split => "冻结的钱分给各接收方，其余解冻给收款人",
        EventKind::Settled => "批次到期，待结算转为可提现",
        EventKind::PayoutSent => "渠道向银行发出打款",
        EventKind::PayoutSucceeded => "银行把款项记入收款人的账户",
        EventKind::PayoutDeferred => "到期的打款被推迟",
        EventKind::SettledByPlatform => "渠道的款到了，平台把其中属于商户的转为可提现",
        EventKind::Transferred => "平台从自己的银行户把钱付给商户",
        EventKind::TransferDeferred => "平台银行户的钱不够，次日再付",
        EventKind::OutflowPaid => "没有结算要求，从银行户付了一笔钱",
        EventKind::OutflowRefused => "银行户的钱不够，或者垫付超过了欠商户的钱",
    }
}

fn event_hint_en(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Opened => "An opening balance was entered",
        EventKind::DayCut => "The book reached its cut-off and turned to the next accounting date",
        EventKind::Captured => "The channel captured the payment and now owes it to the payee",
        EventKind::ToppedUp => {
            "Pending money was too little for a refund; the payee paid in the gap"
        }
        EventKind::Refunded => "The channel gave the money back to the payer",
        EventKind::Unfrozen => {
            "A refund before the split needed more than the order's frozen money: the order was finished, all unfrozen, nothing split"
        }
        EventKind::ShareReturned => "A receiver gave its share back to the payee",
        EventKind::RefundRefused => "There was too little money; the channel refused the refund",
        EventKind::Notified => "The platform (or a payee with its own book) learnt of the payment",
        EventKind::Split => "Frozen money went to its receivers; the rest was unfrozen",
        EventKind::Settled => "A batch fell due: pending money became available",
        EventKind::PayoutSent => "The channel sent the payout to the bank",
        EventKind::PayoutSucceeded => "The bank credited the payee's account",
        EventKind::PayoutDeferred => "A payout that was due has been put off",
        EventKind::SettledByPlatform => {
            "The channel's payout arrived; the platform made the merchant's part available"
        }
        EventKind::Transferred => "The platform paid the merchant out of its own deposit",
        EventKind::OutflowPaid => "A deposit paid what no settlement asked for",
        EventKind::OutflowRefused => {
            "The deposit was too small, or less was owed than was to be advanced"
        }
        EventKind::TransferDeferred => {
            "The platform's deposit was too small; it tries again the next day"
        }
    }
}
