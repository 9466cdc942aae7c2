//! The chart of accounts: what kinds of account a keeper's book can have, their codes and normal sides.
//!
//! Codes follow the minimal chart for payment firms; the author writes only deposits, every other
//! account follows from a contract.

use serde::{Deserialize, Serialize};

use crate::base::id::{AccountId, BookId, PartyId};

/// The side on which an account's balance is shown as positive.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// 借.
    Debit,
    /// 贷.
    Credit,
}

/// What an account is for.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    /// 1003 存放央行·清算往来: payers and other banks, the only account that stands for the outside.
    ClearingBoundary,
    /// 2011.01 单位活期存款.
    CorporateDeposit,
    /// 2011.02 个人活期存款.
    PersonalDeposit,
    /// 2012.01 备付金存款, owned by a channel.
    ReserveDeposit,
    /// 1002 银行存款-备付金, the channel's mirror of its reserve deposits.
    Reserve,
    /// 2241.01 商户待结算.
    Pending,
    /// 2241.02 商户可提现.
    Available,
    /// 2241.03 商户冻结(分账).
    Frozen,
    /// 2242 待付款(出款在途).
    PayoutInTransit,
    /// 6001 手续费收入 of a channel.
    FeeIncome,
    /// 1001 银行存款-自有, the mirror of the keeper's own deposits.
    OwnBank,
    /// 1122 渠道应收, the mirror of the keeper's claims on channels.
    ChannelReceivable,
    /// 6001 佣金收入 of a platform.
    CommissionIncome,
    /// 6002 销售收入 of a collector that keeps a book of its own.
    SalesIncome,
    /// 6603 手续费支出 of a collector that keeps a book of its own.
    FeeExpense,
    /// 6602 业务及管理费 of a payer's own.
    OwnCosts,
    /// 1221 其他应收款: what was lent.
    LoanGiven,
    /// 1511 长期股权投资.
    Investment,
    /// 4001 期初权益: the other side of opening balances and of what happened before the scenario.
    OpeningEquity,
}

impl AccountKind {
    /// The code in the chart of accounts.
    pub const fn code(self) -> &'static str {
        match self {
            AccountKind::OwnBank => "1001",
            AccountKind::Reserve => "1002",
            AccountKind::ClearingBoundary => "1003",
            AccountKind::ChannelReceivable => "1122",
            AccountKind::CorporateDeposit => "2011.01",
            AccountKind::PersonalDeposit => "2011.02",
            AccountKind::ReserveDeposit => "2012.01",
            AccountKind::Pending => "2241.01",
            AccountKind::Available => "2241.02",
            AccountKind::Frozen => "2241.03",
            AccountKind::PayoutInTransit => "2242",
            AccountKind::OpeningEquity => "4001",
            AccountKind::FeeIncome | AccountKind::CommissionIncome => "6001",
            AccountKind::SalesIncome => "6002",
            AccountKind::FeeExpense => "6603",
            AccountKind::OwnCosts => "6602",
            AccountKind::LoanGiven => "1221",
            AccountKind::Investment => "1511",
        }
    }

    /// The side on which its balance is shown as positive.
    pub const fn normal(self) -> Side {
        match self {
            AccountKind::ClearingBoundary
            | AccountKind::Reserve
            | AccountKind::OwnBank
            | AccountKind::ChannelReceivable
            | AccountKind::FeeExpense
            | AccountKind::OwnCosts
            | AccountKind::LoanGiven
            | AccountKind::Investment => Side::Debit,
            AccountKind::CorporateDeposit
            | AccountKind::PersonalDeposit
            | AccountKind::ReserveDeposit
            | AccountKind::Pending
            | AccountKind::Available
            | AccountKind::Frozen
            | AccountKind::PayoutInTransit
            | AccountKind::FeeIncome
            | AccountKind::CommissionIncome
            | AccountKind::SalesIncome
            | AccountKind::OpeningEquity => Side::Credit,
        }
    }

    /// Whether the account stands for money owed to (or kept for) its owner, so that its name says whose.
    pub const fn names_owner(self) -> bool {
        matches!(
            self,
            AccountKind::CorporateDeposit
                | AccountKind::PersonalDeposit
                | AccountKind::ReserveDeposit
                | AccountKind::Pending
                | AccountKind::Available
                | AccountKind::Frozen
                | AccountKind::PayoutInTransit
        )
    }
}

/// A row in one book: kept by the book's keeper, owned by a party (the keeper itself for internal accounts).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// Its own id.
    pub id: AccountId,
    /// The book it stands in.
    pub book: BookId,
    /// Who may move the money, or whose result it is.
    pub owner: PartyId,
    /// What it is for.
    pub kind: AccountKind,
    /// Code, and owner where it matters: `2241.01.cafe`.
    pub code: String,
    /// `keeper:code.owner`, unique in the scenario.
    pub name: String,
    /// The author's own id, for deposits.
    pub alias: Option<String>,
    /// The name it bears, for deposits of which the author says so.
    pub bears: Option<AccountName>,
    /// Whether a balance below zero (on the normal side) is a fault.
    pub never_negative: bool,
}

/// In whose name a bank keeps a deposit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AccountName {
    /// The name.
    pub name: String,
    /// Whether the owner's money may be paid here under another name: there is a paper that says so.
    pub has_authority: bool,
}
