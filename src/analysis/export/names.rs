//! Names of accounts in journals. Free texts are the affair of `escape`, names of files that of `stems`.
//!
//! One account has one name in hledger, ledger and beancount: `Liabilities:2241-01-商户待结算-cafe`.
//! Beancount takes only letters, digits and `-` in a name, so the signs that an id may hold are spelt
//! as Chinese characters, which no id can hold: `cafe.1` becomes `cafe点1`. Two accounts never share a name.

use crate::base::id::BookId;
use crate::domain::account::{Account, AccountKind};
use crate::domain::party::Party;
use crate::engine::fault::Missing;
use crate::scenario::plan::Plan;

/// The keeper of a book.
pub(super) fn keeper(plan: &Plan, book: BookId) -> Result<&Party, Missing> {
    let book = plan.books().get(book).ok_or(Missing::Book)?;
    plan.parties().get(book.keeper).ok_or(Missing::Party)
}

/// An account's name in journals.
pub(super) fn journal_name(plan: &Plan, account: &Account) -> Result<String, Missing> {
    let (kind, owner) = (
        account.kind,
        plan.parties().get(account.owner).ok_or(Missing::Party)?,
    );
    let mut name = format!(
        "{}:{}-{}",
        root(kind),
        kind.code().replace('.', "-"),
        title(kind)
    );
    let mut plain = kind.code().to_owned();
    if kind.names_owner() {
        name = format!("{name}-{}", spelt(&owner.key));
        plain = format!("{plain}.{}", owner.key);
    }
    // An owner's second deposit of a kind has a number behind its code.
    if let Some(number) = account.code.strip_prefix(&format!("{plain}.")) {
        name = format!("{name}第{number}户");
    }
    Ok(name)
}

/// The class of an account, as journals for outside programs divide them.
const fn root(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::ClearingBoundary
        | AccountKind::Reserve
        | AccountKind::OwnBank
        | AccountKind::ChannelReceivable => "Assets",
        AccountKind::CorporateDeposit
        | AccountKind::PersonalDeposit
        | AccountKind::ReserveDeposit
        | AccountKind::Pending
        | AccountKind::Available
        | AccountKind::Frozen
        | AccountKind::PayoutInTransit => "Liabilities",
        AccountKind::FeeIncome | AccountKind::CommissionIncome | AccountKind::SalesIncome => {
            "Income"
        }
        AccountKind::LoanGiven | AccountKind::Investment => "Assets",
        AccountKind::FeeExpense | AccountKind::OwnCosts => "Expenses",
        AccountKind::OpeningEquity => "Equity",
    }
}

/// The account's title in the chart, without brackets.
const fn title(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::ClearingBoundary => "存放央行清算往来",
        AccountKind::CorporateDeposit => "单位活期存款",
        AccountKind::PersonalDeposit => "个人活期存款",
        AccountKind::ReserveDeposit => "备付金存款",
        AccountKind::Reserve => "银行存款备付金",
        AccountKind::Pending => "商户待结算",
        AccountKind::Available => "商户可提现",
        AccountKind::Frozen => "商户冻结分账",
        AccountKind::PayoutInTransit => "出款在途",
        AccountKind::FeeIncome => "手续费收入",
        AccountKind::OwnBank => "银行存款自有",
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

fn spelt(id: &str) -> String {
    let mut spelt = String::with_capacity(id.len());
    for character in id.chars() {
        spelt.push(match character {
            '.' => '点',
            '_' => '线',
            '*' => '星',
            '|' => '竖',
            '@' => '在',
            other => other,
        });
    }
    spelt
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_never_share_a_name() {
        assert_ne!(spelt("a.b"), spelt("a-b"));
        assert_eq!(spelt("cafe.1_x*y|z@w"), "cafe点1线x星y竖z在w");
    }
}
