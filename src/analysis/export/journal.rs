//! One book as a journal: entries in date order, and at each cut a statement of every account's balance.
//!
//! The balances stated come from the double-balance rows, not from the entries written here, so that a
//! program which adds the entries up again proves both.

use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::{AccountId, BookId, PartyId};
use crate::base::money::Money;
use crate::domain::account::Side;
use crate::domain::contract::Contract;
use crate::domain::posting::EventKind;
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::ledger::Ledger;
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

use super::names;
use super::reading::{Step, each_step};
use crate::analysis::report;

/// How a program wants a journal to be written.
pub(super) trait Style {
    /// What stands before all entries.
    fn head(&mut self, head: &Head);
    /// One entry.
    fn entry(&mut self, entry: &Entry<'_>);
    /// Balances of all accounts at the end of a date; debit positive.
    fn closing(&mut self, date: AccountingDate, at: WallClock, balances: &[(String, Money)]);
}

/// What is said of a book as a whole.
pub(super) struct Head {
    /// Title of the scenario, as the author wrote it.
    pub(super) title: String,
    /// Id and name of the keeper, as the author wrote them.
    pub(super) keeper: String,
    /// When the book cuts.
    pub(super) cut_off: String,
    /// First accounting date.
    pub(super) opens: AccountingDate,
    /// Names of all accounts.
    pub(super) accounts: Vec<String>,
}

/// A journal entry.
pub(super) struct Entry<'a> {
    /// Accounting date.
    pub(super) date: AccountingDate,
    /// Its cause in the author's terms: an order, refund or payout number.
    pub(super) code: String,
    /// Whom it concerns, as the author wrote it.
    pub(super) payee: String,
    /// What happened.
    pub(super) kind: &'static str,
    /// The event, counted from 1.
    pub(super) event: u32,
    /// When the keeper learnt of it, which dates the entry.
    pub(super) time: WallClock,
    /// When the payer paid, where that was another moment.
    pub(super) paid: Option<WallClock>,
    /// Account and amount, debit positive.
    pub(super) postings: &'a [(String, Money)],
}

/// Writes the journal of a book.
pub(super) fn write(run: &Run, book: BookId, style: &mut dyn Style) -> Result<(), Fault> {
    let plan = run.plan();
    let accounts = accounts(plan, book).map_err(|kind| kind.after(0))?;
    let head = head(plan, book, &accounts).map_err(|missing| FaultKind::from(missing).after(0))?;
    style.head(&head);
    each_step(run, |step| {
        if let Happening::DayCut {
            book: cut, closes, ..
        } = step.event.what
        {
            if cut == book {
                let balances = closing(&accounts, step.ledger, closes)?;
                style.closing(closes, step.event.at, &balances);
            }
            return Ok(());
        }
        let mut postings = Vec::new();
        let mut date = None;
        for posted in step
            .ledger
            .last_legs()
            .iter()
            .filter(|leg| leg.book == book)
        {
            date = Some(posted.date);
            for posting in posted.leg.postings() {
                let signed = match posting.side {
                    Side::Debit => posting.amount,
                    Side::Credit => posting.amount.negated(),
                };
                postings.push((name(&accounts, posting.account)?, signed));
            }
        }
        if let Some(date) = date {
            style.entry(&entry(run, step, date, &postings)?);
        }
        Ok(())
    })
}

/// The accounts of a book with their journal names, in book order.
pub(super) fn accounts(plan: &Plan, book: BookId) -> Result<Vec<(AccountId, String)>, FaultKind> {
    let own = plan
        .accounts()
        .iter()
        .filter(|(_, account)| account.book == book);
    own.map(|(id, account)| Ok((id, names::journal_name(plan, account)?)))
        .collect()
}

fn name(accounts: &[(AccountId, String)], id: AccountId) -> Result<String, Missing> {
    // Accounts of a book stand together and in order.
    let place = accounts.binary_search_by_key(&id, |(account, _)| *account);
    let found = place.ok().and_then(|place| accounts.get(place));
    found.map(|(_, name)| name.clone()).ok_or(Missing::Account)
}

/// What every account of a book holds at the end of a date.
pub(super) fn closing(
    accounts: &[(AccountId, String)],
    ledger: &Ledger,
    date: AccountingDate,
) -> Result<Vec<(String, Money)>, FaultKind> {
    let rows = accounts.iter().map(|(id, name)| {
        // L4: the date just closed is always answerable from the row.
        let closing = ledger.balance(*id)?.closing(date);
        Ok((name.clone(), closing.ok_or(FaultKind::EntryTooOld)?))
    });
    rows.collect()
}

fn head(plan: &Plan, book: BookId, accounts: &[(AccountId, String)]) -> Result<Head, Missing> {
    let keeper = names::keeper(plan, book)?;
    let row = plan.books().get(book).ok_or(Missing::Book)?;
    Ok(Head {
        title: plan.title().zh.clone(),
        keeper: format!("{} {}", keeper.key, keeper.name.zh),
        cut_off: row.cut_off.time().to_string(),
        opens: row.cut_off.accounting_date(plan.opens()),
        accounts: accounts.iter().map(|(_, name)| name.clone()).collect(),
    })
}

fn entry<'a>(
    run: &Run,
    step: &Step<'_>,
    date: AccountingDate,
    postings: &'a [(String, Money)],
) -> Result<Entry<'a>, FaultKind> {
    let plan = run.plan();
    let about = concerns(plan, step.event)?;
    let party = plan.parties().get(about.party).ok_or(Missing::Party)?;
    Ok(Entry {
        date,
        code: report::cause(run, step.event)?,
        payee: party.name.zh.clone(),
        kind: word(step.event.what.kind()),
        event: step.place.saturating_add(1),
        time: step.event.at,
        paid: about.paid.filter(|paid| *paid != step.event.at),
        postings,
    })
}

/// Whom an event concerns, and when the payment behind it was made.
struct About {
    party: PartyId,
    paid: Option<WallClock>,
}

fn concerns(plan: &Plan, event: &Event) -> Result<About, Missing> {
    let about = |party, paid| About { party, paid };
    Ok(match event.what {
        Happening::Opened { opening, .. } => {
            let place = crate::base::id::to_index(opening);
            let opening = plan.openings().get(place).ok_or(Missing::Opening)?;
            let account = plan.accounts().get(opening.account);
            about(account.ok_or(Missing::Account)?.owner, None)
        }
        Happening::DayCut { book, .. } => {
            about(plan.books().get(book).ok_or(Missing::Book)?.keeper, None)
        }
        Happening::Captured { line, .. }
        | Happening::Notified { line, .. }
        | Happening::Split { line, .. } => {
            let line = plan.lines().get(line).ok_or(Missing::Line)?;
            let contract = plan.contracts().get(line.contract);
            about(sold_by(contract.ok_or(Missing::Contract)?), Some(line.at))
        }
        Happening::ToppedUp { refund, .. }
        | Happening::ShareReturned { refund, .. }
        | Happening::Unfrozen { refund, .. }
        | Happening::Refunded { refund, .. }
        | Happening::RefundRefused { refund, .. } => {
            let refund = plan.refunds().get(refund).ok_or(Missing::Refund)?;
            let contract = plan.contracts().get(refund.contract);
            about(sold_by(contract.ok_or(Missing::Contract)?), None)
        }
        Happening::OutflowPaid { outflow, .. } | Happening::OutflowRefused { outflow, .. } => {
            let outflow = plan.outflows().get(outflow).ok_or(Missing::Outflow)?;
            about(outflow.payer, None)
        }
        Happening::Settled { payee, .. }
        | Happening::PayoutSent { payee, .. }
        | Happening::PayoutSucceeded { payee, .. }
        | Happening::PayoutDeferred { payee, .. }
        | Happening::SettledByPlatform { payee, .. }
        | Happening::Transferred { payee, .. }
        | Happening::TransferDeferred { payee, .. } => {
            about(plan.payees().get(payee).ok_or(Missing::Payee)?.owner, None)
        }
    })
}

/// Whose sale a contract's payments are.
fn sold_by(contract: &Contract) -> PartyId {
    contract.seller.unwrap_or(contract.collector)
}

/// What happened, as journals of both formats say it.
const fn word(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Opened => "期初 opened",
        EventKind::DayCut => "日切 day cut",
        EventKind::Captured => "支付 captured",
        EventKind::ToppedUp => "补足 topped up",
        EventKind::Refunded => "退款 refunded",
        EventKind::Unfrozen => "订单完结解冻 unfrozen",
        EventKind::ShareReturned => "分账回退 share returned",
        EventKind::RefundRefused => "退款被拒 refund refused",
        EventKind::Notified => "支付通知 notified",
        EventKind::Split => "分账 split",
        EventKind::Settled => "结算 settled",
        EventKind::PayoutSent => "出款发出 payout sent",
        EventKind::PayoutSucceeded => "出款到账 payout arrived",
        EventKind::PayoutDeferred => "出款推迟 payout deferred",
        EventKind::SettledByPlatform => "平台结算 settled by platform",
        EventKind::Transferred => "平台转付 transferred",
        EventKind::TransferDeferred => "平台转付推迟 transfer deferred",
        EventKind::OutflowPaid => "资金流出 outflow",
        EventKind::OutflowRefused => "资金流出被拒 outflow refused",
    }
}
