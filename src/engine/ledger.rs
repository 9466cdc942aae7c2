//! All books at one moment: balances, flows and open dates. `apply` is the only writer, used by the
//! forward run and by replay, so that they cannot disagree.

use crate::base::date::{AccountingDate, CutOff, WallClock};
use crate::base::id::{AccountId, BookId, FlowId, RefundId};
use crate::base::money::{Money, MoneyRange};
use crate::base::table::Table;
use crate::domain::balance::AccountBalance;
use crate::domain::contract::Contract;
use crate::domain::fee;
use crate::domain::leg::{Leg, LegRule};
use crate::domain::posting::Term;
use crate::scenario::plan::{Plan, PlannedRefund};

use super::event::{Event, Happening};
use super::fault::{FaultKind, Missing};

/// Balances, flows and open dates of all books.
#[derive(Clone, PartialEq, Debug)]
pub struct Ledger {
    balances: Table<AccountId, AccountBalance>,
    flows: Table<FlowId, Money>,
    clocks: Table<BookId, BookClock>,
    last: Vec<PostedLeg>,
    /// Room for the shares of one event, used again and again.
    parts: Vec<Money>,
}

/// A leg with its book and accounting date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PostedLeg {
    /// The book.
    pub book: BookId,
    /// Accounting date in that book.
    pub date: AccountingDate,
    /// The leg.
    pub leg: Leg,
}

/// A book's open date, and the span of the clock that belongs to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct BookClock {
    cut_off: CutOff,
    open: AccountingDate,
    from: WallClock,
    until: WallClock,
}

impl BookClock {
    fn opened(cut_off: CutOff, date: AccountingDate) -> BookClock {
        let (from, until) = (cut_off.cut_after(date.previous()), cut_off.cut_after(date));
        BookClock {
            cut_off,
            open: date,
            from,
            until,
        }
    }

    /// The accounting date of a moment. Only the cut-off decides it; the open date is asked whether it agrees.
    fn date(&self, at: WallClock) -> AccountingDate {
        // Inside the open date's span the cut-off would give just that date; the division is saved.
        if at >= self.from && at < self.until {
            self.open
        } else {
            self.cut_off.accounting_date(at)
        }
    }
}

impl Ledger {
    /// All books before anything happened, open on the date of the openings.
    pub(crate) fn opened(plan: &Plan) -> Ledger {
        let clocks: Table<BookId, BookClock> = plan
            .books()
            .rows()
            .iter()
            .map(|book| BookClock::opened(book.cut_off, book.cut_off.accounting_date(plan.opens())))
            .collect();
        let balances = plan.accounts().rows().iter().map(|account| {
            let open = clocks
                .get(account.book)
                .map(|clock| clock.open)
                .unwrap_or_default();
            AccountBalance::opened(open)
        });
        Ledger {
            balances: balances.collect(),
            flows: plan.flows().rows().iter().map(|_| Money::ZERO).collect(),
            clocks,
            last: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Balance of an account.
    pub fn balance(&self, account: AccountId) -> Result<&AccountBalance, FaultKind> {
        self.balances.get(account).ok_or(Missing::Account.into())
    }

    /// All balances.
    pub(crate) fn balances(&self) -> &Table<AccountId, AccountBalance> {
        &self.balances
    }

    /// Amount moved along a flow so far.
    pub(crate) fn flow(&self, flow: FlowId) -> Result<Money, FaultKind> {
        self.flows.get(flow).copied().ok_or(Missing::Flow.into())
    }

    /// The open accounting date of a book.
    pub(crate) fn open_date(&self, book: BookId) -> Result<AccountingDate, FaultKind> {
        let clock = self.clocks.get(book).ok_or(Missing::Book)?;
        Ok(clock.open)
    }

    /// Legs of the last event applied.
    pub(crate) fn last_legs(&self) -> &[PostedLeg] {
        &self.last
    }

    /// Puts back a balance, flow or open date that a checkpoint remembers.
    pub(crate) fn restore_balance(&mut self, account: AccountId, balance: AccountBalance) {
        if let Some(row) = self.balances.get_mut(account) {
            *row = balance;
        }
    }

    pub(crate) fn restore_flow(&mut self, flow: FlowId, moved: Money) {
        if let Some(row) = self.flows.get_mut(flow) {
            *row = moved;
        }
    }

    pub(crate) fn restore_date(&mut self, book: BookId, open: AccountingDate) {
        if let Some(clock) = self.clocks.get_mut(book) {
            *clock = BookClock::opened(clock.cut_off, open);
        }
    }

    /// Applies an event: the only writer of balances, flows and dates.
    pub(crate) fn apply(&mut self, plan: &Plan, event: &Event) -> Result<(), FaultKind> {
        self.last.clear();
        if let Happening::DayCut { book, closes } = event.what {
            let clock = self.clocks.get_mut(book).ok_or(Missing::Book)?;
            *clock = BookClock::opened(clock.cut_off, closes.next());
            return Ok(());
        }
        let mut legs = std::mem::take(&mut self.last);
        let written = legs_into(plan, &event.what, &mut self.parts, |_, rule, leg| {
            let book = rule.book;
            let clock = self.clocks.get(book).ok_or(Missing::Book)?;
            legs.push(PostedLeg {
                book,
                date: clock.date(event.at),
                leg,
            });
            Ok(())
        });
        let posted = written.and_then(|()| legs.iter().try_for_each(|leg| self.post(leg)));
        self.last = legs;
        posted
    }

    fn post(&mut self, PostedLeg { date, leg, .. }: &PostedLeg) -> Result<(), FaultKind> {
        let debit = self.balances.get_mut(leg.debit).ok_or(Missing::Account)?;
        debit.post(*date, leg.amount)?;
        let credit = self.balances.get_mut(leg.credit).ok_or(Missing::Account)?;
        credit.post(*date, leg.amount.negated())?;
        let flow = self.flows.get_mut(leg.flow).ok_or(Missing::Flow)?;
        *flow = flow.plus(leg.amount)?;
        Ok(())
    }
}

/// The legs of an event, from its amounts and the plan's posting rules. Zero amounts make no leg.
pub(crate) fn legs_of(
    plan: &Plan,
    what: &Happening,
    mut take: impl FnMut(BookId, Leg) -> Result<(), FaultKind>,
) -> Result<(), FaultKind> {
    ruled_legs_of(plan, what, |_, rule, leg| take(rule.book, leg))
}

/// The same legs, each with its line of the posting rule, counted from 0, before zero amounts fall away.
pub(crate) fn ruled_legs_of(
    plan: &Plan,
    what: &Happening,
    take: impl FnMut(usize, &LegRule, Leg) -> Result<(), FaultKind>,
) -> Result<(), FaultKind> {
    legs_into(plan, what, &mut Vec::new(), take)
}

/// The same; `parts` is room for the shares of one event, and what it held does not matter.
fn legs_into(
    plan: &Plan,
    what: &Happening,
    parts: &mut Vec<Money>,
    mut take: impl FnMut(usize, &LegRule, Leg) -> Result<(), FaultKind>,
) -> Result<(), FaultKind> {
    let Some(posting) = posting_of(plan, what, parts)? else {
        return Ok(());
    };
    for (line, rule) in posting.rules.iter().enumerate() {
        let amount = match rule.term {
            Term::Amount => posting.amount,
            Term::Fee => posting.fee,
            Term::Share(place) => parts.get(place).copied().unwrap_or(Money::ZERO),
            Term::Rest => posting.rest,
        };
        if !amount.is_zero() {
            let LegRule {
                debit,
                credit,
                meaning,
                flow,
                ..
            } = *rule;
            take(
                line,
                rule,
                Leg {
                    debit,
                    credit,
                    amount,
                    meaning,
                    flow,
                },
            )?;
        }
    }
    Ok(())
}

/// The rules of an event and the amounts they move.
struct Posting<'a> {
    rules: &'a [LegRule],
    amount: Money,
    fee: Money,
    rest: Money,
}

fn of_refund(plan: &Plan, refund: RefundId) -> Result<(&PlannedRefund, &Contract), Missing> {
    let refund = plan.refunds().get(refund).ok_or(Missing::Refund)?;
    let contract = plan.contracts().get(refund.contract);
    Ok((refund, contract.ok_or(Missing::Contract)?))
}

fn posting_of<'a>(
    plan: &'a Plan,
    what: &Happening,
    parts: &mut Vec<Money>,
) -> Result<Option<Posting<'a>>, FaultKind> {
    let simple = |rules: &'a [LegRule], amount, fee| {
        Some(Posting {
            rules,
            amount,
            fee,
            rest: Money::ZERO,
        })
    };
    let plain = |rules: &'a [LegRule], amount| simple(rules, amount, Money::ZERO);
    let of_line = |line| {
        let line = plan.lines().get(line).ok_or(Missing::Line)?;
        plan.contracts().get(line.contract).ok_or(Missing::Contract)
    };
    let of_refund = |refund| of_refund(plan, refund);
    let of_payee = |payee| plan.payees().get(payee).ok_or(Missing::Payee);
    let mut divided = |rules: &'a [LegRule], contract: &Contract, amount, fee| {
        let rest = fee::divide_into(amount, fee, &contract.shares, contract.remainder, parts)?;
        Ok::<_, MoneyRange>(Some(Posting {
            rules,
            amount,
            fee,
            rest,
        }))
    };
    Ok(match *what {
        Happening::Opened { opening, amount } => {
            let place = crate::base::id::to_index(opening);
            let opening = plan.openings().get(place).ok_or(Missing::Opening)?;
            plain(&opening.rules, amount)
        }
        Happening::Captured { line, amount, fee } => {
            simple(&of_line(line)?.rules.captured, amount, fee)
        }
        Happening::Notified { line, amount, fee } => {
            let contract = of_line(line)?;
            let rules = &contract.rules.notified;
            match contract.seller {
                None => simple(rules, amount, fee),
                // A platform that collects for a seller takes its commission as it learns of the sale.
                Some(_) => divided(rules, contract, amount, fee)?,
            }
        }
        Happening::Split { line, amount, fee } => {
            let contract = of_line(line)?;
            divided(&contract.rules.split, contract, amount, fee)?
        }
        Happening::ToppedUp { payee, amount, .. } => {
            plain(&of_payee(payee)?.rules.topped_up, amount)
        }
        Happening::ShareReturned {
            refund,
            place,
            amount,
        } => {
            let (refund, contract) = of_refund(refund)?;
            let place = crate::base::id::to_index(place);
            let rules = refund.share_rules(contract).get(place);
            plain(rules.ok_or(Missing::Payee)?, amount)
        }
        Happening::Refunded {
            refund,
            from,
            amount,
            fee,
        } => {
            let (refund, contract) = of_refund(refund)?;
            simple(refund.rules(contract, from), amount, fee)
        }
        Happening::Unfrozen { refund, amount } => {
            plain(&of_refund(refund)?.1.rules.unfrozen, amount)
        }
        Happening::Settled { payee, amount, .. }
        | Happening::SettledByPlatform { payee, amount, .. } => {
            plain(&of_payee(payee)?.rules.settled, amount)
        }
        Happening::PayoutSent { payee, amount, .. } => {
            plain(&of_payee(payee)?.rules.payout_sent, amount)
        }
        Happening::PayoutSucceeded { payee, amount, .. } => {
            plain(&of_payee(payee)?.rules.payout_succeeded, amount)
        }
        Happening::Transferred { payee, amount } => {
            plain(&of_payee(payee)?.rules.transferred, amount)
        }
        Happening::OutflowPaid { outflow, amount } => {
            let outflow = plan.outflows().get(outflow).ok_or(Missing::Outflow)?;
            plain(&outflow.rules, amount)
        }
        Happening::TransferDeferred { .. }
        | Happening::OutflowRefused { .. }
        | Happening::DayCut { .. }
        | Happening::RefundRefused { .. }
        | Happening::PayoutDeferred { .. } => None,
    })
}
