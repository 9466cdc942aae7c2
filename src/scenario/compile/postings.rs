//! Turns the posting tables into rules with accounts: once for each contract, payee and opening.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::{AccountId, BookId, ContractId, FlowId, OutflowId, PartyId, PayeeId};
use crate::base::money::Money;
use crate::base::order::InOrder;
use crate::base::table::Table;
use crate::domain::account::{Account, AccountKind};
use crate::domain::contract::{
    Contract, ContractRules, Mode, OnRefundShortfall, Payee, PayeeRules, PlatformPays,
};
use crate::domain::cycle::SettlementCycle;
use crate::domain::leg::{Flow, LegRule};
use crate::domain::party::PartyKind;
use crate::domain::posting::{self, Keeper, Role, Row, frozen, older, pooled};
use crate::scenario::plan::{Opening, PlannedOutflow};

use super::agreements::{Deal, Deals};
use super::chart::Chart;
use super::due_dates::DueDates;
use super::outflows::OutflowDeal;
use super::parties::{Cast, Deposit};
use super::payees::PayeeDeal;

mod once;

/// Accounts, flows, and everything that names them.
pub(super) struct Resolved {
    pub(super) accounts: Table<AccountId, Account>,
    pub(super) flows: Table<FlowId, Flow>,
    pub(super) contracts: Table<ContractId, Contract>,
    pub(super) payees: Table<PayeeId, Payee>,
    pub(super) payee_of: Vec<Option<PayeeId>>,
    pub(super) sellers_of: BTreeMap<PartyId, Vec<PayeeId>>,
    pub(super) openings: Vec<Opening>,
    pub(super) outflows: Table<OutflowId, PlannedOutflow>,
}

/// Fees of payments before the scenario that are refunded in it, by channel.
pub(super) type OldFees = BTreeMap<PartyId, Money>;

/// Who plays which part in one contract or for one payee.
struct Parts<'a> {
    channel: PartyId,
    owner: PartyId,
    deposit: Option<&'a Deposit>,
    /// Whose sale it is, when a platform collects for a seller.
    seller: Option<PartyId>,
    /// The deposit out of which a platform pays.
    payer: Option<&'a Deposit>,
    receivers: Vec<PartyId>,
}

/// Posting rules of the shares of one contract.
#[derive(Default)]
struct ShareRules {
    split: Vec<LegRule>,
    returned: Vec<Vec<LegRule>>,
    returned_external: Vec<Vec<LegRule>>,
}

struct Resolver<'a> {
    cast: &'a Cast,
    deals: &'a Deals,
    /// Fees taken before the scenario of payments that are refunded in it, by channel. The accounts
    /// that such refunds need exist only when there are any.
    old_fees: &'a OldFees,
    chart: Chart,
}

pub(super) fn resolve(
    cast: &Cast,
    deals: &Deals,
    due: Vec<DueDates>,
    old_fees: &OldFees,
    outflows: &[OutflowDeal],
) -> Resolved {
    let mut resolver = Resolver {
        cast,
        deals,
        old_fees,
        chart: Chart::default(),
    };
    resolver.openings();
    resolver.contracts();
    resolver.payees(&[]);
    resolver.outflows(outflows);
    resolver.chart.number_accounts();
    let openings = resolver.openings();
    let contracts = resolver.contracts();
    let payees = resolver.payees(&due);
    let outflows = resolver.outflows(outflows);
    let deposits = resolver.deposits();
    let carries = channels_that_carry(deals);
    let channels: BTreeSet<PartyId> = carries.iter().map(|(channel, _)| *channel).collect();
    let accounts = resolver
        .chart
        .accounts(cast, &deposits, &|key, kind| match kind {
            AccountKind::Reserve | AccountKind::ReserveDeposit => channels.contains(&key.owner),
            AccountKind::Pending => {
                let keeper = cast
                    .books
                    .get(key.book)
                    .map(|book| book.keeper)
                    .unwrap_or_default();
                // What a platform owes a seller may turn into what the seller owes it.
                !cast.is(keeper, PartyKind::Channel) || carries.contains(&(keeper, key.owner))
            }
            _ => false,
        });
    let mut payee_of = vec![None; accounts.len()];
    for (id, payee) in payees.iter() {
        if let Some(place) = payee_of.get_mut(payee.pending.index()) {
            *place = Some(id);
        }
    }
    let mut sellers_of: BTreeMap<PartyId, Vec<PayeeId>> = BTreeMap::new();
    for (id, payee) in payees.iter().filter(|(_, payee)| payee.platform.is_some()) {
        sellers_of.entry(payee.channel).or_default().push(id);
    }
    Resolved {
        accounts,
        flows: resolver.chart.flows(),
        contracts,
        payees,
        payee_of,
        sellers_of,
        openings,
        outflows,
    }
}

/// Payees (channel, owner) whose refunds may drive their pending money, and with it the reserve, below zero.
fn channels_that_carry(deals: &Deals) -> BTreeSet<(PartyId, PartyId)> {
    deals
        .payees
        .rows()
        .iter()
        .filter(|payee| payee.rule.on_refund_shortfall == OnRefundShortfall::CarryNegative)
        .map(|payee| (payee.channel, payee.owner))
        .collect()
}

impl<'a> Resolver<'a> {
    fn deposits(&mut self) -> BTreeMap<AccountId, &'a Deposit> {
        let cast = self.cast;
        let named = cast.deposits.iter().filter_map(|deposit| {
            let book = cast.book(deposit.bank)?;
            Some((self.chart.deposit(book, deposit), deposit))
        });
        named.collect()
    }

    fn contracts(&mut self) -> Table<ContractId, Contract> {
        let deals = self.deals;
        deals
            .contracts
            .iter()
            .flatten()
            .map(|deal| self.contract(deal))
            .collect()
    }

    fn contract(&mut self, deal: &Deal) -> Contract {
        let deals = self.deals;
        let owner_of = |id: &PayeeId| deals.payees.get(*id).map(|payee| payee.owner);
        let deposit = deals
            .payees
            .get(deal.payee)
            .and_then(|p| self.cast.deposits.get(p.deposit));
        let parts = Parts {
            channel: deal.channel,
            owner: deal.collector,
            deposit,
            seller: deal.seller,
            payer: None,
            receivers: deal.receivers.iter().filter_map(owner_of).collect(),
        };
        let captured = match deal.mode {
            Mode::Direct | Mode::Pooled => posting::CAPTURED_DIRECT,
            Mode::SubMerchant => posting::CAPTURED_SUB_MERCHANT,
        };
        let (notified, refunded, external): (&[Row], &[Row], &[Row]) = match deal.seller {
            None if !deal.sells_itself => (&[], &[], &[]),
            None => (
                posting::NOTIFIED,
                posting::REFUNDED,
                older::REFUNDED_EXTERNAL,
            ),
            Some(_) => (
                pooled::NOTIFIED_POOLED,
                pooled::REFUNDED_POOLED,
                older::REFUNDED_EXTERNAL_POOLED,
            ),
        };
        let externals = self.old_fees.contains_key(&deal.channel);
        let external = if externals { external } else { &[] };
        let shares = self.share_rules(deal.mode, &parts, externals);
        let (refunded_frozen, unfrozen): (&[Row], &[Row]) = match deal.mode {
            Mode::SubMerchant => (frozen::REFUNDED_FROZEN, frozen::UNFROZEN),
            Mode::Direct | Mode::Pooled => (&[], &[]),
        };
        Contract {
            key: deal.key.clone(),
            mode: deal.mode,
            channel: deal.channel,
            provider: deal.provider,
            collector: deal.collector,
            seller: deal.seller,
            payee: deal.payee,
            fee: deal.fee,
            shares: deal.shares.clone(),
            remainder: deal.remainder,
            receivers: deal.receivers.clone(),
            notifies: deal.notifies,
            notification_delay_ms: deal.notification_delay_ms,
            split_delay_ms: deal.split_delay_ms,
            shown_name: deal.shown_name.clone(),
            rules: ContractRules {
                captured: self.rules(captured, &parts),
                notified: self.rules(notified, &parts),
                split: shares.split,
                refunded: self.rules(refunded, &parts),
                refunded_frozen: self.rules(refunded_frozen, &parts),
                unfrozen: self.rules(unfrozen, &parts),
                refunded_external: self.rules(external, &parts),
                share_returned: shares.returned,
                external_share_returned: shares.returned_external,
            },
        }
    }

    /// What the receivers of a contract's splits (or a collecting platform's commission) post.
    fn share_rules(&mut self, mode: Mode, parts: &Parts<'a>, externals: bool) -> ShareRules {
        let mut rules = ShareRules::default();
        match mode {
            Mode::SubMerchant => {
                for (place, receiver) in parts.receivers.iter().enumerate() {
                    let split = posting::split_share(place);
                    let returned = posting::share_returned(place);
                    let external = older::external_share_returned(place);
                    // A collector's share to itself is neither its income nor its expense.
                    let is_own = *receiver == parts.owner;
                    let (split, returned, external): (&[Row], &[Row], &[Row]) = match is_own {
                        true => (split.get(..1).unwrap_or_default(), &[], &[]),
                        false if externals => (&split, &returned, &external),
                        false => (&split, &returned, &[]),
                    };
                    rules.split.extend(self.rules(split, parts));
                    rules.returned.push(self.rules(returned, parts));
                    rules.returned_external.push(self.rules(external, parts));
                }
                rules.split.extend(self.rules(posting::SPLIT_REST, parts));
                // The channel's book first, as an accountant lists them.
                rules.split.order_by_key(|rule| rule.book);
            }
            Mode::Pooled => {
                let returned = self.rules(pooled::COMMISSION_RETURNED, parts);
                rules.returned.push(returned);
                if externals {
                    let rows = older::EXTERNAL_COMMISSION_RETURNED;
                    rules.returned_external.push(self.rules(rows, parts));
                }
            }
            Mode::Direct => {}
        }
        rules
    }

    fn payees(&mut self, due: &[DueDates]) -> Table<PayeeId, Payee> {
        let deals = self.deals;
        let payees = deals.payees.iter();
        payees
            .filter_map(|(id, deal)| self.payee(deal, due.get(id.index())))
            .collect()
    }

    fn payee(&mut self, deal: &PayeeDeal, due: Option<&DueDates>) -> Option<Payee> {
        let cast = self.cast;
        let deposit = cast.deposits.get(deal.deposit)?;
        let payer = deal.paid_from.and_then(|place| cast.deposits.get(place));
        let parts = Parts {
            channel: deal.channel,
            owner: deal.owner,
            deposit: Some(deposit),
            seller: None,
            payer,
            receivers: Vec::new(),
        };
        let book = cast.book(deal.channel)?;
        let rule = &deal.rule;
        let platform = match payer {
            None => None,
            Some(payer) => Some(PlatformPays {
                from: self.chart.deposit(cast.book(payer.bank)?, payer),
            }),
        };
        Some(Payee {
            channel: deal.channel,
            owner: deal.owner,
            rule: rule.id.clone(),
            cycle: rule.cycle,
            trade: rule.non_working_trade,
            calendar: rule.calendar.clone(),
            pays_at: rule.pays_at,
            minimum: rule.minimum,
            shortfall: rule.on_refund_shortfall,
            deposit: self.chart.deposit(cast.book(deposit.bank)?, deposit),
            pending: self.chart.account(book, AccountKind::Pending, deal.owner),
            platform,
            working_days: match rule.cycle {
                SettlementCycle::T(_) => self.deals.calendars.get(&rule.calendar).cloned(),
                SettlementCycle::D(_) => None,
            },
            due: due.map(|due| due.dates.clone()).unwrap_or_default(),
            beyond: due.map(|due| due.beyond.clone()).unwrap_or_default(),
            due_from: due.map(|due| due.from).unwrap_or_default(),
            rules: self.payee_rules(&parts, deposit),
        })
    }

    fn payee_rules(&mut self, parts: &Parts<'a>, deposit: &Deposit) -> PayeeRules {
        if let Some(payer) = parts.payer {
            return PayeeRules {
                settled: self.rules(posting::SETTLED, parts),
                transferred: self.rules(pooled::transferred(payer.bank == deposit.bank), parts),
                ..PayeeRules::default()
            };
        }
        let one_bank = self.cast.reserve_bank(parts.channel) == Some(deposit.bank);
        PayeeRules {
            topped_up: self.rules(posting::topped_up(one_bank), parts),
            settled: self.rules(posting::SETTLED, parts),
            payout_sent: self.rules(posting::PAYOUT_SENT, parts),
            payout_succeeded: self.rules(posting::payout_succeeded(one_bank), parts),
            transferred: Vec::new(),
        }
    }

    fn rules(&mut self, rows: &[Row], parts: &Parts<'a>) -> Vec<LegRule> {
        rows.iter()
            .filter_map(|row| self.rule(row, parts))
            .collect()
    }

    /// The rule of one row; `None` when its keeper keeps no book.
    fn rule(&mut self, row: &Row, parts: &Parts<'a>) -> Option<LegRule> {
        let keeper = match row.keeper {
            Keeper::ReserveBank => self.cast.reserve_bank(parts.channel)?,
            Keeper::PayoutBank => parts.deposit?.bank,
            Keeper::PayerBank => parts.payer?.bank,
            Keeper::Channel => parts.channel,
            Keeper::Owner => parts.owner,
            Keeper::Receiver(place) => *parts.receivers.get(place)?,
            Keeper::Seller => parts.seller?,
        };
        let book = self.cast.book(keeper)?;
        let debit = self.account(row.debit, keeper, book, parts)?;
        let credit = self.account(row.credit, keeper, book, parts)?;
        let flow = self.chart.flow(Flow {
            book,
            debit,
            credit,
            meaning: row.meaning,
        });
        Some(LegRule {
            book,
            debit,
            credit,
            term: row.term,
            meaning: row.meaning,
            flow,
        })
    }

    fn account(
        &mut self,
        role: Role,
        keeper: PartyId,
        book: BookId,
        parts: &Parts<'a>,
    ) -> Option<AccountId> {
        let (kind, owner) = match role {
            Role::Deposit => return Some(self.chart.deposit(book, parts.deposit?)),
            Role::PayerDeposit => return Some(self.chart.deposit(book, parts.payer?)),
            Role::SellerPending => (AccountKind::Pending, parts.seller?),
            Role::ReserveDeposit => (AccountKind::ReserveDeposit, parts.channel),
            Role::Pending => (AccountKind::Pending, parts.owner),
            Role::ReceiverPending(place) => (AccountKind::Pending, *parts.receivers.get(place)?),
            Role::Available => (AccountKind::Available, parts.owner),
            Role::Frozen => (AccountKind::Frozen, parts.owner),
            Role::InTransit => (AccountKind::PayoutInTransit, parts.owner),
            Role::Boundary => (AccountKind::ClearingBoundary, keeper),
            Role::Reserve => (AccountKind::Reserve, keeper),
            Role::FeeIncome => (AccountKind::FeeIncome, keeper),
            Role::OwnBank => (AccountKind::OwnBank, keeper),
            Role::Receivable => (AccountKind::ChannelReceivable, keeper),
            Role::CommissionIncome => (AccountKind::CommissionIncome, keeper),
            Role::SalesIncome => (AccountKind::SalesIncome, keeper),
            Role::FeeExpense => (AccountKind::FeeExpense, keeper),
            Role::Equity => (AccountKind::OpeningEquity, keeper),
            Role::OwnCosts => (AccountKind::OwnCosts, keeper),
            Role::LoanGiven => (AccountKind::LoanGiven, keeper),
            Role::Investment => (AccountKind::Investment, keeper),
        };
        Some(self.chart.account(book, kind, owner))
    }
}
