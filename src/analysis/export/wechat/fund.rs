//! The fund bill (资金账单) of one merchant number for one date: every movement of the money that the
//! channel holds for it, with the balance after each.
//!
//! Read from the legs in the channel's book. What the channel holds for somebody is pending (2241.01),
//! available (2241.02) and frozen money (2241.03) together, so that what only passes between these three
//! makes no row; a payout leaves when it is sent. The balance of a day's last row is that of the books; the
//! rows before it are counted back from there. A refund is one row, net of the fee given back, which its
//! remark tells.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::report;
use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::{AccountId, BookId, PartyId};
use crate::base::money::Money;
use crate::domain::account::AccountKind;
use crate::domain::leg::Leg;
use crate::domain::party::PartyKind;
use crate::domain::posting::Meaning;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::ledger::{Ledger, legs_of};
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

use super::super::reading::{Step, each_step};
use super::row::{self, Row};
use super::{numbers, text};

/// Which fund bill.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::analysis::export) struct FundKey {
    /// The channel that holds the money.
    pub(in crate::analysis::export) channel: PartyId,
    /// For whom.
    pub(in crate::analysis::export) party: PartyId,
    /// Accounting date in the channel's book.
    pub(in crate::analysis::export) date: AccountingDate,
}

const COLUMNS: [&str; 11] = [
    "记账时间",
    "微信支付业务单号",
    "资金流水单号",
    "业务名称",
    "业务类型",
    "收支类型",
    "收支金额(元)",
    "账户结余(元)",
    "资金变更提交申请人",
    "备注",
    "业务凭证号",
];

const TOTALS: [&str; 5] = [
    "资金流水总笔数",
    "收入笔数",
    "收入金额",
    "支出笔数",
    "支出金额",
];

/// Every fund bill with at least one row.
pub(in crate::analysis::export) fn bills(run: &Run) -> Result<BTreeSet<FundKey>, Fault> {
    let plan = run.plan();
    let accounts = Accounts::of(plan);
    let mut bills = BTreeSet::new();
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        let mut moves = Vec::new();
        let found = legs_of(plan, &event.what, |_, leg| {
            accounts.add(&leg, &mut moves);
            Ok::<(), FaultKind>(())
        });
        found.map_err(|kind| kind.after(place))?;
        for one in moves {
            let held = one.held;
            let date = accounts
                .date(plan, held, event.at)
                .map_err(|missing| FaultKind::from(missing).after(place))?;
            bills.insert(FundKey {
                channel: held.channel,
                party: held.party,
                date,
            });
        }
    }
    Ok(bills)
}

/// The bill as a text.
pub(in crate::analysis::export) fn file(run: &Run, bill: &FundKey) -> Result<String, Fault> {
    let plan = run.plan();
    let accounts = Accounts::of(plan);
    let mut book = Book {
        run,
        accounts: &accounts,
        rows: Vec::new(),
        sums: Sums::default(),
    };
    each_step(run, |step| book.take(step, bill))?;
    let mut file = text::file();
    text::header(&mut file, &COLUMNS);
    for row in &book.rows {
        text::data(&mut file, row);
    }
    text::header(&mut file, &TOTALS);
    let Sums { income, expense } = book.sums;
    let rows = income.count.saturating_add(expense.count);
    text::data(
        &mut file,
        &[
            rows.to_string(),
            income.count.to_string(),
            income.amount.plain(),
            expense.count.to_string(),
            expense.amount.plain(),
        ],
    );
    Ok(file)
}

/// For whom a channel holds money.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Held {
    channel: PartyId,
    party: PartyId,
}

/// The accounts in which channels hold somebody's money.
struct Accounts {
    held: BTreeMap<AccountId, Held>,
    books: BTreeMap<PartyId, BookId>,
}

/// One movement: for whom, what it means, and how much came (or went, below zero).
struct Move {
    held: Held,
    meaning: Meaning,
    amount: Money,
}

impl Accounts {
    /// Parties whose ids hold the same merchant number are one holder, as in trade bills.
    fn of(plan: &Plan) -> Accounts {
        let mut first: BTreeMap<(PartyId, &str), PartyId> = BTreeMap::new();
        let (mut held, mut books) = (BTreeMap::new(), BTreeMap::new());
        for (id, account) in plan.accounts().iter() {
            let Some(book) = plan.books().get(account.book) else {
                continue;
            };
            let keeper = plan.parties().get(book.keeper).map(|party| party.kind);
            if !is_held(account.kind) || keeper != Some(PartyKind::Channel) {
                continue;
            }
            let own = account.owner;
            let key = plan.parties().get(own).map(|party| party.key.as_str());
            let party = match key.and_then(numbers::real_merchant) {
                Some(number) => *first.entry((book.keeper, number)).or_insert(own),
                None => own,
            };
            let channel = book.keeper;
            held.insert(id, Held { channel, party });
            books.insert(channel, account.book);
        }
        Accounts { held, books }
    }

    /// What a leg moves to and from those for whom channels hold money.
    fn add(&self, leg: &Leg, moves: &mut Vec<Move>) {
        let (from, to) = (self.held.get(&leg.debit), self.held.get(&leg.credit));
        if from == to {
            return;
        }
        let one = |held: &Held, amount| Move {
            held: *held,
            meaning: leg.meaning,
            amount,
        };
        moves.extend(from.map(|held| one(held, leg.amount.negated())));
        moves.extend(to.map(|held| one(held, leg.amount)));
    }

    fn date(&self, plan: &Plan, held: Held, at: WallClock) -> Result<AccountingDate, Missing> {
        let book = self.books.get(&held.channel).ok_or(Missing::Book)?;
        let book = plan.books().get(*book).ok_or(Missing::Book)?;
        Ok(book.cut_off.accounting_date(at))
    }

    /// What the channel holds for somebody now.
    fn balance(&self, ledger: &Ledger, held: Held) -> Result<Money, FaultKind> {
        let own = self.held.iter().filter(|(_, of)| **of == held);
        own.into_iter().try_fold(Money::ZERO, |sum, (account, _)| {
            Ok(sum.minus(ledger.balance(*account)?.current())?)
        })
    }
}

const fn is_held(kind: AccountKind) -> bool {
    matches!(
        kind,
        AccountKind::Pending | AccountKind::Available | AccountKind::Frozen
    )
}

#[derive(Clone, Copy, Default)]
struct Sum {
    count: u32,
    amount: Money,
}

#[derive(Clone, Copy, Default)]
struct Sums {
    income: Sum,
    expense: Sum,
}

/// A fund bill being written.
struct Book<'a> {
    run: &'a Run,
    accounts: &'a Accounts,
    rows: Vec<[String; 11]>,
    sums: Sums,
}

impl Book<'_> {
    fn take(&mut self, step: &Step<'_>, bill: &FundKey) -> Result<(), FaultKind> {
        let held = Held {
            channel: bill.channel,
            party: bill.party,
        };
        let mut moves = Vec::new();
        for posted in step.ledger.last_legs() {
            self.accounts.add(&posted.leg, &mut moves);
        }
        moves.retain(|one| one.held == held);
        if moves.is_empty()
            || self.accounts.date(self.run.plan(), held, step.event.at)? != bill.date
        {
            return Ok(());
        }
        let moves = joined(moves)?;
        // Counted back from what the books say after the event.
        let mut after = self.accounts.balance(step.ledger, held)?;
        let mut balances = Vec::new();
        for one in moves.iter().rev() {
            balances.push(after);
            after = after.minus(one.amount)?;
        }
        let words = Words::of(self.run, step.event, held.party)?;
        for (number, (one, balance)) in (0_u32..).zip(moves.iter().zip(balances.iter().rev())) {
            let flow = step
                .place
                .saturating_mul(FLOWS_AN_EVENT)
                .saturating_add(number);
            self.row(&words, one, *balance, flow)?;
        }
        Ok(())
    }

    fn row(
        &mut self,
        words: &Words,
        one: &Move,
        balance: Money,
        flow: u32,
    ) -> Result<(), FaultKind> {
        // A refund of which the whole came back as fee is still one that went.
        let came = one.amount.is_positive();
        let (sum, side, amount) = if came {
            (&mut self.sums.income, "收入", one.amount)
        } else {
            (&mut self.sums.expense, "支出", one.amount.negated())
        };
        sum.count = sum.count.saturating_add(1);
        sum.amount = sum.amount.plus(amount)?;
        let (class, kind) = business(one.meaning);
        self.rows.push([
            text::moment(words.at),
            words.number.clone(),
            numbers::flow(&words.merchant, words.at.day(), flow),
            class.to_owned(),
            kind.to_owned(),
            side.to_owned(),
            amount.plain(),
            balance.plain(),
            words.by.clone(),
            words.remark.clone(),
            words.voucher.clone(),
        ]);
        Ok(())
    }
}

/// More rows than any event makes for one holder.
const FLOWS_AN_EVENT: u32 = 8;

/// A refund and the fee that comes back with it are one movement.
fn joined(moves: Vec<Move>) -> Result<Vec<Move>, FaultKind> {
    let mut joined: Vec<Move> = Vec::new();
    for one in moves {
        let of_refund = |meaning| matches!(meaning, Meaning::Refund | Meaning::FeeReturned);
        let same = |other: &&mut Move| of_refund(other.meaning) && of_refund(one.meaning);
        match joined.iter_mut().find(same) {
            Some(other) => {
                other.amount = other.amount.plus(one.amount)?;
                other.meaning = Meaning::Refund;
            }
            None => joined.push(one),
        }
    }
    Ok(joined)
}

/// 业务名称, one of the six classes of the official page of 2024-11-25, and 业务类型, the finer kind. Of the kinds the
/// page names 交易, 扣除交易手续费, 退款 and 退还交易手续费; the others are those under which merchants know them.
const fn business(meaning: Meaning) -> (&'static str, &'static str) {
    match meaning {
        Meaning::Payment => ("交易", "交易"),
        Meaning::ChannelFee => ("交易", "扣除交易手续费"),
        Meaning::Refund => ("退款", "退款"),
        Meaning::FeeReturned => ("退款", "退还交易手续费"),
        Meaning::Share | Meaning::Commission | Meaning::Sale | Meaning::Unfreeze => {
            ("分账", "分账")
        }
        Meaning::ShareReturned => ("分账", "分账回退"),
        Meaning::TopUp => ("充值/提现", "充值"),
        Meaning::PayoutSent | Meaning::Cleared | Meaning::PaidOut | Meaning::Transferred => {
            ("充值/提现", "提现")
        }
        // No money that a channel keeps for somebody moves by these.
        Meaning::Spent | Meaning::Advanced | Meaning::PaidOnward | Meaning::Opening => {
            ("充值/提现", "其他")
        }
    }
}

/// What the rows of one event have in common.
struct Words {
    at: WallClock,
    merchant: String,
    number: String,
    by: String,
    remark: String,
    voucher: String,
}

impl Words {
    fn of(run: &Run, event: &Event, party: PartyId) -> Result<Words, FaultKind> {
        let plan = run.plan();
        let party = plan.parties().get(party).ok_or(Missing::Party)?;
        let cause = report::cause(run, event)?;
        let merchant = numbers::merchant(&party.key);
        let words = |number, by, remark, voucher| Words {
            at: event.at,
            merchant: merchant.clone(),
            number,
            by,
            remark,
            voucher,
        };
        let system = || "system".to_owned();
        let order = |row: &Row| {
            (
                row.cell("微信订单号").to_owned(),
                row.cell("商户订单号").to_owned(),
            )
        };
        Ok(match event.what {
            Happening::Captured { .. } => {
                let (number, voucher) = order(&row::row(plan, event)?);
                words(number, system(), String::new(), voucher)
            }
            Happening::Split { line, amount, fee } => {
                // The row of the payment that is split knows its numbers.
                let at = plan.lines().get(line).ok_or(Missing::Line)?.at;
                let what = Happening::Captured { line, amount, fee };
                let (number, voucher) = order(&row::row(plan, &Event { at, what })?);
                words(number, system(), String::new(), voucher)
            }
            Happening::Refunded { amount, fee, .. } => {
                let row = row::row(plan, event)?;
                words(
                    row.cell("微信退款单号").to_owned(),
                    format!("{merchant}API"),
                    format!("退款总金额{}元;含手续费{}元", amount.plain(), fee.plain()),
                    row.cell("商户退款单号").to_owned(),
                )
            }
            _ => {
                let number = numbers::other(&cause, event.at.day());
                words(number, system(), String::new(), text::escaped(&cause))
            }
        })
    }
}
