//! The words of settlement batches and payouts.

use crate::analysis::view::BatchState;

/// Words of batches and payouts.
#[derive(Debug)]
pub struct SettlementText {
    /// The tab.
    pub heading: &'static str,
    /// Batches.
    pub batches: &'static str,
    /// Payouts.
    pub payouts: &'static str,
    /// The channel that owes.
    pub channel: &'static str,
    /// Whom it owes.
    pub payee: &'static str,
    /// Accounting date in the channel's book.
    pub channel_date: &'static str,
    /// Due on.
    pub due: &'static str,
    /// Settlement cycle.
    pub cycle: &'static str,
    /// How many items.
    pub items: &'static str,
    /// Amount.
    pub amount: &'static str,
    /// State at the end of the run.
    pub state: &'static str,
    /// When it arrived.
    pub arrived: &'static str,
    /// Deposit account credited.
    pub account: &'static str,
    /// Id of the payout.
    pub payout: &'static str,
    /// No batch at all.
    pub no_batches: &'static str,
    /// No payout at all.
    pub no_payouts: &'static str,
    /// How a batch ended.
    pub batch_state: fn(BatchState) -> &'static str,
    /// The same, explained.
    pub batch_state_hint: fn(BatchState) -> &'static str,
    /// Not yet due at the cursor.
    pub waiting: &'static str,
    /// Paid after the cursor.
    pub not_yet: &'static str,
}

/// 中文.
pub static ZH_CN: SettlementText = SettlementText {
    heading: "批次",
    batches: "结算批次",
    payouts: "出款",
    channel: "渠道",
    payee: "收款人",
    channel_date: "渠道会计日",
    due: "应结日",
    cycle: "结算周期",
    items: "笔数",
    amount: "金额（元）",
    state: "状态",
    arrived: "到账时间",
    account: "收款账户",
    payout: "出款编号",
    no_batches: "这次推演没有结算批次。",
    no_payouts: "这次推演没有出款。",
    batch_state: |state| match state {
        BatchState::Paid => "已到账",
        BatchState::Offset => "已抵减",
        BatchState::Carried => "转入下批",
    },
    batch_state_hint: |state| match state {
        BatchState::Paid => "已随出款到账",
        BatchState::Offset => "被退款或补足用完，没有可付的钱",
        BatchState::Carried => "低于起结金额，或推演结束时还没到期",
    },
    waiting: "待结算",
    not_yet: "未到账",
};

/// English.
pub static EN: SettlementText = SettlementText {
    heading: "Batches",
    batches: "Settlement batches",
    payouts: "Payouts",
    channel: "Channel",
    payee: "Payee",
    channel_date: "Channel's date",
    due: "Due",
    cycle: "Cycle",
    items: "Items",
    amount: "Amount (CNY)",
    state: "State",
    arrived: "Arrived",
    account: "Account",
    payout: "Payout",
    no_batches: "This run has no settlement batch.",
    no_payouts: "This run has no payout.",
    batch_state: |state| match state {
        BatchState::Paid => "Paid",
        BatchState::Offset => "Offset",
        BatchState::Carried => "Carried",
    },
    batch_state_hint: |state| match state {
        BatchState::Paid => "Arrived with a payout",
        BatchState::Offset => "Used up by refunds or top-ups, nothing left to pay",
        BatchState::Carried => "Below the minimum, or not due before the run ended",
    },
    waiting: "Pending",
    not_yet: "Not yet",
};
