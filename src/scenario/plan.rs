//! A plan: a scenario with every name resolved, every limit checked and every random number drawn.
//!
//! It cannot be wrong, because only `compile` makes one; its fields are private to the scenario layer
//! and read through methods.

mod expected;

use std::collections::BTreeMap;

use crate::base::calendar::Calendar;
use crate::base::date::WallClock;
use crate::base::id::{
    AccountId, BookId, ContractId, FlowId, LineId, OutflowId, PartyId, PayeeId, RefundId,
};
use crate::base::money::Money;
use crate::base::table::Table;
use crate::domain::account::Account;
use crate::domain::contract::{Contract, Mode, Payee, RefundedFrom};
use crate::domain::leg::{Flow, LegRule};
use crate::domain::outflow::Purpose;
use crate::domain::party::{Book, Party, Words};

use super::origins::Origins;
use super::v1::{BillForm, BillNote, NamedMoment};

pub use self::expected::PlannedExpectation;

/// Everything that will be played, and nothing that could fail.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    pub(super) title: Words,
    pub(super) starts: WallClock,
    pub(super) traffic_ends: WallClock,
    pub(super) parties: Table<PartyId, Party>,
    pub(super) books: Table<BookId, Book>,
    pub(super) accounts: Table<AccountId, Account>,
    pub(super) flows: Table<FlowId, Flow>,
    pub(super) contracts: Table<ContractId, Contract>,
    pub(super) payees: Table<PayeeId, Payee>,
    /// Payee whose pending account this is, by account.
    pub(super) payee_of: Vec<Option<PayeeId>>,
    /// Sellers for whom a platform collects, by platform.
    pub(super) sellers_of: BTreeMap<PartyId, Vec<PayeeId>>,
    pub(super) openings: Vec<Opening>,
    pub(super) payments: Vec<AuthoredPayment>,
    pub(super) lines: Table<LineId, PaymentLine>,
    /// Lines that somebody learns of, in the order of learning.
    pub(super) notified: Vec<LineId>,
    /// Lines that are split, in the order of splitting.
    pub(super) split: Vec<LineId>,
    pub(super) refunds: Table<RefundId, PlannedRefund>,
    pub(super) outflows: Table<OutflowId, PlannedOutflow>,
    pub(super) expectations: Vec<PlannedExpectation>,
    pub(super) bill_form: Option<BillForm>,
    pub(super) storyboard: Vec<NamedMoment>,
    /// The calendar shown on the time axis: that of the first settlement rule.
    pub(super) shown_calendar: Calendar,
    pub(super) origins: Origins,
}

/// An opening balance of a deposit, or of a channel's reserve.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opening {
    /// The deposit at the bank.
    pub account: AccountId,
    /// Its balance, above zero.
    pub amount: Money,
    /// What it posts.
    pub rules: Vec<LegRule>,
}

/// A payment that the author wrote, as far as reports and files need it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuthoredPayment {
    /// The author's id.
    pub key: String,
    /// Number of its lines.
    pub lines: u32,
    /// Places of the lines that name their contract themselves and ask no route.
    pub own_contracts: Vec<u16>,
    /// What an imported bill said.
    pub bill: Option<BillNote>,
}

/// One seller's part of one payment. Lines are in time order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PaymentLine {
    /// When the payer paid.
    pub at: WallClock,
    /// How much, above zero.
    pub amount: Money,
    /// Milliseconds until somebody learns of it.
    pub known_after_ms: u32,
    /// The contract that its route chose.
    pub contract: ContractId,
    /// Who paid whom, in the author's terms.
    pub source: LineSource,
}

/// Where a payment line comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineSource {
    /// Line `line` of the authored payment at this place.
    Authored {
        /// Place among the authored payments.
        payment: u32,
        /// Place among its lines.
        line: u16,
    },
    /// Drawn from the seed.
    Drawn {
        /// Among all drawn lines in time order, from 1.
        number: u32,
        /// Place of the traffic rule in the scenario.
        traffic: u16,
        /// Which draw of that rule, from 1.
        draw: u32,
    },
}

/// A refund with its payment resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlannedRefund {
    /// The author's id.
    pub key: String,
    /// When.
    pub at: WallClock,
    /// How much, above zero.
    pub amount: Money,
    /// Contract of the payment.
    pub contract: ContractId,
    /// What was paid.
    pub paid: Money,
    /// Place in the author's list.
    pub place: u32,
    /// When it was paid.
    pub paid_at: WallClock,
    /// Which payment.
    pub of: RefundedPayment,
    /// What an imported bill said.
    pub bill: Option<BillNote>,
}

/// What a refund refunds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RefundedPayment {
    /// A line of this plan.
    Line(LineId),
    /// A payment before the scenario, by its number.
    External(String),
}

/// A payment that no settlement asks for, with its accounts resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlannedOutflow {
    /// The author's id.
    pub key: String,
    /// When.
    pub at: WallClock,
    /// How much, above zero.
    pub amount: Money,
    /// What for.
    pub purpose: Purpose,
    /// Place in the author's list.
    pub place: u32,
    /// Who pays.
    pub payer: PartyId,
    /// Out of which deposit.
    pub from: AccountId,
    /// Who is paid, if anybody who takes part.
    pub to: Option<PartyId>,
    /// Of an advance: the contract under which the payer collects for the seller, and what it owes it.
    pub advance: Option<(ContractId, AccountId)>,
    /// What it posts.
    pub rules: Vec<LegRule>,
}

impl Plan {
    /// Title.
    pub fn title(&self) -> &Words {
        &self.title
    }

    /// First moment of traffic.
    pub fn starts(&self) -> WallClock {
        self.starts
    }

    /// Moment of the openings: a day before the start.
    pub(crate) fn opens(&self) -> WallClock {
        self.starts.plus_days(-1)
    }

    /// End of traffic, exclusive.
    pub fn traffic_ends(&self) -> WallClock {
        self.traffic_ends
    }

    /// Parties.
    pub(crate) fn parties(&self) -> &Table<PartyId, Party> {
        &self.parties
    }

    /// Books.
    pub(crate) fn books(&self) -> &Table<BookId, Book> {
        &self.books
    }

    /// Accounts, ordered by book and code.
    pub(crate) fn accounts(&self) -> &Table<AccountId, Account> {
        &self.accounts
    }

    /// Flows.
    pub(crate) fn flows(&self) -> &Table<FlowId, Flow> {
        &self.flows
    }

    /// Contracts.
    pub(crate) fn contracts(&self) -> &Table<ContractId, Contract> {
        &self.contracts
    }

    /// Payees.
    pub(crate) fn payees(&self) -> &Table<PayeeId, Payee> {
        &self.payees
    }

    /// The payee whose pending account this is.
    pub(crate) fn payee_of(&self, account: AccountId) -> Option<PayeeId> {
        self.payee_of.get(account.index()).copied().flatten()
    }

    /// Sellers for whom a platform collects, as payees of the platform.
    pub(crate) fn sellers_of(&self, platform: PartyId) -> &[PayeeId] {
        self.sellers_of
            .get(&platform)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Opening balances.
    pub(crate) fn openings(&self) -> &[Opening] {
        &self.openings
    }

    /// Payment lines in time order.
    pub(crate) fn lines(&self) -> &Table<LineId, PaymentLine> {
        &self.lines
    }

    /// Lines that somebody learns of, in the order of learning.
    pub(crate) fn notified(&self) -> &[LineId] {
        &self.notified
    }

    /// Lines that are split, in the order of splitting.
    pub(crate) fn split(&self) -> &[LineId] {
        &self.split
    }

    /// When somebody learns of a line.
    pub(crate) fn known_at(&self, line: LineId) -> Option<WallClock> {
        let line = self.lines.get(line)?;
        Some(line.at.plus_millis(i64::from(line.known_after_ms)))
    }

    /// When a line is split; `None` where the mode of its contract splits nothing.
    pub(crate) fn split_at(&self, line: LineId) -> Option<WallClock> {
        let contract = self.contracts.get(self.lines.get(line)?.contract)?;
        let delay = i64::from(contract.split_delay_ms);
        let known_at = self.known_at(line)?;
        (contract.mode == Mode::SubMerchant).then(|| known_at.plus_millis(delay))
    }

    /// Refunds in time order.
    pub(crate) fn refunds(&self) -> &Table<RefundId, PlannedRefund> {
        &self.refunds
    }

    /// Payments that no settlement asks for, in time order.
    pub(crate) fn outflows(&self) -> &Table<OutflowId, PlannedOutflow> {
        &self.outflows
    }

    /// Expectations in the author's order.
    pub(crate) fn expectations(&self) -> &[PlannedExpectation] {
        &self.expectations
    }

    /// Moments to which the author gave names.
    pub(crate) fn storyboard(&self) -> &[NamedMoment] {
        &self.storyboard
    }

    /// The calendar shown on the time axis.
    pub(crate) fn shown_calendar(&self) -> &Calendar {
        &self.shown_calendar
    }

    /// Where in the document everything was written.
    pub(crate) fn origins(&self) -> &Origins {
        &self.origins
    }

    /// The id of a payment line in the author's terms: `O1`, `O2/cafe`, `G000017`.
    pub(crate) fn line_name(&self, line: &PaymentLine) -> String {
        match line.source {
            LineSource::Drawn { number, .. } => format!("G{number:06}"),
            LineSource::Authored {
                payment,
                line: place,
            } => {
                let payment = usize::try_from(payment)
                    .ok()
                    .and_then(|place| self.payments.get(place));
                match payment {
                    Some(payment) if payment.lines > 1 => {
                        format!("{}/{}", payment.key, place.saturating_add(1))
                    }
                    Some(payment) => payment.key.clone(),
                    None => String::new(),
                }
            }
        }
    }

    /// The authored payment that a line belongs to.
    pub(crate) fn authored(&self, line: &PaymentLine) -> Option<&AuthoredPayment> {
        match line.source {
            LineSource::Drawn { .. } => None,
            LineSource::Authored { payment, .. } => {
                self.payments.get(usize::try_from(payment).ok()?)
            }
        }
    }

    /// Whether a line says itself by which contract it goes, so that no route chose it.
    pub(crate) fn names_its_contract(&self, line: &PaymentLine) -> bool {
        match line.source {
            LineSource::Drawn { .. } => false,
            LineSource::Authored { line: place, .. } => self
                .authored(line)
                .is_some_and(|payment| payment.own_contracts.contains(&place)),
        }
    }

    /// The headers of the trade bill that the scenario was made of.
    pub(crate) fn bill_form(&self) -> Option<&BillForm> {
        self.bill_form.as_ref()
    }

    /// Number of payment lines.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }
}

impl PlannedRefund {
    /// What the refund posts under its contract, out of this money.
    pub(crate) fn rules<'a>(&self, contract: &'a Contract, from: RefundedFrom) -> &'a [LegRule] {
        match (&self.of, from) {
            (RefundedPayment::Line(_), RefundedFrom::Pending) => &contract.rules.refunded,
            (RefundedPayment::Line(_), RefundedFrom::Frozen) => &contract.rules.refunded_frozen,
            (RefundedPayment::External(_), _) => &contract.rules.refunded_external,
        }
    }

    /// What each receiver posts that gives back its share.
    pub(crate) fn share_rules<'a>(&self, contract: &'a Contract) -> &'a [Vec<LegRule>] {
        match self.of {
            RefundedPayment::Line(_) => &contract.rules.share_returned,
            RefundedPayment::External(_) => &contract.rules.external_share_returned,
        }
    }
}
