//! What one leg means in the book in which it stands: the same payment is money in at the bank, a debt at the
//! channel, and a claim in the books of those who are owed.

use crate::domain::account::AccountKind;
use crate::domain::posting::Meaning;

/// Whose book a leg stands in, as far as its accounts tell.
#[derive(Clone, Copy)]
enum Book {
    /// A bank's.
    Bank,
    /// That of somebody who owes money to others: a channel, or a platform that collects.
    Owes,
    /// That of somebody who is owed.
    Own,
}

fn book(debit: AccountKind, credit: AccountKind) -> Book {
    let either = |kinds: &[AccountKind]| kinds.contains(&debit) || kinds.contains(&credit);
    if either(&[
        AccountKind::ClearingBoundary,
        AccountKind::CorporateDeposit,
        AccountKind::PersonalDeposit,
        AccountKind::ReserveDeposit,
    ]) {
        Book::Bank
    } else if either(&[
        AccountKind::Pending,
        AccountKind::Available,
        AccountKind::Frozen,
        AccountKind::PayoutInTransit,
        AccountKind::Reserve,
        AccountKind::FeeIncome,
    ]) {
        Book::Owes
    } else {
        Book::Own
    }
}

pub(super) fn leg_zh(meaning: Meaning, debit: AccountKind, credit: AccountKind) -> &'static str {
    match (meaning, book(debit, credit)) {
        (Meaning::Opening, Book::Bank) => "期初就有的存款，来自沙盘之外",
        (Meaning::Opening, _) => "期初余额，对方是期初权益",
        (Meaning::Payment, Book::Bank) => "付款人的钱进了银行，记到渠道的备付金户",
        (Meaning::Payment, Book::Owes) => "收到一笔支付，应付收款人相应增加",
        (Meaning::Payment, Book::Own) => "收到支付通知，渠道应收相应增加",
        (Meaning::ChannelFee, Book::Owes) => "扣下手续费，应付收款人相应减少",
        (Meaning::ChannelFee, _) => "渠道扣了手续费，渠道应收相应减少",
        (Meaning::Share, Book::Owes) => "从冻结的钱里分出接收方的份额",
        (Meaning::Share, _) => "分给接收方的份额，是自己的支出",
        (Meaning::Unfreeze, _) => "分账之后的余款解冻，转为待结算",
        (Meaning::Commission, Book::Owes) => "平台从商户的钱里扣下佣金",
        (Meaning::Commission, _) => "分到的份额是佣金收入，渠道应收相应增加",
        (Meaning::Sale, _) => "实现销售，渠道应收相应增加",
        (Meaning::TopUp, Book::Bank) => "从自己的存款转入渠道的备付金户，补足退款",
        (Meaning::TopUp, Book::Owes) => "收到补足的钱，应付收款人相应增加",
        (Meaning::TopUp, Book::Own) => "拿存款补足，渠道应收相应增加",
        (Meaning::Refund, Book::Bank) => "钱从备付金户退回付款人",
        (Meaning::Refund, Book::Owes) => "退款冲减应付收款人",
        (Meaning::Refund, Book::Own) => "退掉一笔销售，渠道应收相应减少",
        (Meaning::FeeReturned, Book::Owes) => "随退款退回手续费，应付收款人相应增加",
        (Meaning::FeeReturned, _) => "渠道退回手续费，渠道应收相应增加",
        (Meaning::ShareReturned, Book::Owes) => "接收方把份额退回给收款人",
        (Meaning::ShareReturned, _) => "随退款退回的份额",
        (Meaning::Cleared, _) => "到期了，待结算转为可提现",
        (Meaning::PayoutSent, _) => "向银行发出打款，可提现转为出款在途",
        (Meaning::PaidOut, Book::Bank) => "备付金户的钱付到收款人的存款户",
        (Meaning::PaidOut, Book::Owes) => "打款到账，出款在途结清，备付金相应减少",
        (Meaning::PaidOut, Book::Own) => "款到银行，应收变成存款",
        (Meaning::Transferred, Book::Bank) => "平台的存款付到商户的存款户",
        (Meaning::Transferred, Book::Owes) => "平台付清应付商户的款项",
        (Meaning::Transferred, Book::Own) => "平台的款到银行，应收变成存款",
        (Meaning::Spent, Book::Bank) => "存款付出去，离开沙盘",
        (Meaning::Spent, _) => "拿存款自用，记作费用、借款或投资",
        (Meaning::Advanced, Book::Bank) => "平台的存款先付到商户的存款户",
        (Meaning::Advanced, Book::Owes) => "平台先付一部分应付商户的款项",
        (Meaning::Advanced, Book::Own) => "平台垫付的款到银行，应收变成存款",
        (Meaning::PaidOnward, Book::Bank) => "存款付到另一方的存款户",
        (Meaning::PaidOnward, _) => "转付给第三方，一方记费用，另一方记收入",
    }
}

pub(super) fn leg_en(meaning: Meaning, debit: AccountKind, credit: AccountKind) -> &'static str {
    match (meaning, book(debit, credit)) {
        (Meaning::Opening, Book::Bank) => "a deposit that was there before, from outside",
        (Meaning::Opening, _) => "an opening balance, against opening equity",
        (Meaning::Payment, Book::Bank) => {
            "the payer's money reached the bank, on the channel's reserve account"
        }
        (Meaning::Payment, Book::Owes) => "a payment came in and is owed to the payee",
        (Meaning::Payment, Book::Own) => "a payment became known: the channel owes it to us",
        (Meaning::ChannelFee, Book::Owes) => "the fee is kept: so much less is owed to the payee",
        (Meaning::ChannelFee, _) => "the channel keeps its fee: so much less is owed to us",
        (Meaning::Share, Book::Owes) => "a receiver's share leaves the frozen money",
        (Meaning::Share, _) => "a receiver's share, an expense of ours",
        (Meaning::Unfreeze, _) => "what the split left is unfrozen and pending",
        (Meaning::Commission, Book::Owes) => "the platform keeps its commission of the sale",
        (Meaning::Commission, _) => "our share is commission income that the channel owes us",
        (Meaning::Sale, _) => "a sale: so much more is owed to us",
        (Meaning::TopUp, Book::Bank) => "from one's own deposit to the channel's reserve account",
        (Meaning::TopUp, Book::Owes) => "the gap was paid in: so much more is owed to the payee",
        (Meaning::TopUp, Book::Own) => "our deposit filled the gap: the channel owes us more",
        (Meaning::Refund, Book::Bank) => "money goes back to the payer from the reserve account",
        (Meaning::Refund, Book::Owes) => "the refund is taken from what is owed to the payee",
        (Meaning::Refund, Book::Own) => "a sale was refunded: so much less is owed to us",
        (Meaning::FeeReturned, Book::Owes) => {
            "the fee comes back with the refund: so much more is owed to the payee"
        }
        (Meaning::FeeReturned, _) => "the channel gives back its fee: so much more is owed to us",
        (Meaning::ShareReturned, Book::Owes) => "a receiver gives its share back to the payee",
        (Meaning::ShareReturned, _) => "a share given back with the refund",
        (Meaning::Cleared, _) => "it fell due: pending money became available",
        (Meaning::PayoutSent, _) => {
            "the payout was sent to the bank: available money is in transit"
        }
        (Meaning::PaidOut, Book::Bank) => "from the reserve account to the payee's deposit",
        (Meaning::PaidOut, Book::Owes) => {
            "the payout arrived: the debt is settled out of the reserve"
        }
        (Meaning::PaidOut, Book::Own) => "the money reached the bank: the claim became a deposit",
        (Meaning::Transferred, Book::Bank) => "from the platform's deposit to the merchant's",
        (Meaning::Transferred, Book::Owes) => "the platform pays what it owes the merchant",
        (Meaning::Spent, Book::Bank) => "out of the deposit, and out of sight",
        (Meaning::Spent, _) => "spent on own ends: a cost, a loan or an investment",
        (Meaning::Advanced, Book::Bank) => {
            "from the platform's deposit to the merchant's, beforehand"
        }
        (Meaning::Advanced, Book::Owes) => "the platform pays beforehand part of what it owes",
        (Meaning::Advanced, Book::Own) => {
            "the advance reached the bank: the claim became a deposit"
        }
        (Meaning::PaidOnward, Book::Bank) => "from one deposit to another's",
        (Meaning::PaidOnward, _) => "paid onward: a cost here, an income there",
        (Meaning::Transferred, Book::Own) => {
            "the platform's money reached the bank: the claim became a deposit"
        }
    }
}
