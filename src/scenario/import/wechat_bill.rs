//! A WeChat Pay trade bill becomes a scenario: its merchants, its payments and refunds in the order of the
//! file, one fee plan and one contract a rate of each merchant, settlement the working day after.
//!
//! What the bill knows and the engine does not compute (openid, goods, paying bank …) is kept with each
//! payment. Fees, statuses and totals are compared and then left out: the engine computes them again.
//! Of a refund whose payment is not in the file, only a bill of refunds says when it was paid, and none how
//! much; else it is taken as paid in the second before the scenario starts, and as the sum of its refunds
//! in the file.

mod agreement;
mod entry;
mod layout;
mod playable;
mod totals;

use std::collections::{BTreeMap, BTreeSet};

use self::entry::Entry;
pub(super) use self::layout::LAYOUT;
use super::bill_table;
use super::flaws::Flaws;
use crate::base::calendar::Calendar;
use crate::base::date::{CivilDate, TimeOfDay, WallClock};
use crate::base::money::Money;
use crate::base::rate::{Rate, Rounding};
use crate::domain::cycle::{NonWorkingTrade, SettlementCycle};
use crate::scenario::bill;
use crate::scenario::document;
use crate::scenario::limits::DAYS_AFTER_MAX;
use crate::scenario::problem::Problem;
use crate::scenario::v1::{
    AccountClass, AccountSpec, CalendarBase, CalendarSpec, Contract, FeePlan, Licence, Line, Mode,
    OnRefund, OnRefundShortfall, Party, PartyKind, Payment, Refund, RefundOf, Route, Scenario,
    SettlementRule, SplitRemainder, Words,
};

const CHANNEL: &str = "wx";
const BANK: &str = "bank";
const RULE: &str = "t1";
const CALENDAR: &str = "cn";
/// The same calendar, open at its ends.
const OPEN_CALENDAR: &str = "cn-open";

/// Reads a trade bill of any edition: all rows, payments only, refunds only, or the legacy form.
pub fn wechat_bill(bytes: &[u8]) -> Result<Scenario, Vec<Problem>> {
    read(bill_table::text(bytes)?).map(|(scenario, _)| scenario)
}

/// The same, with what the rows say together.
pub(super) fn read(text: &str) -> Result<(Scenario, Seen), Vec<Problem>> {
    let mut flaws = Flaws::default();
    let table = bill_table::table(text, &LAYOUT, &mut flaws)?;
    let entries = entry::entries(&table, &mut flaws);
    // Of rows that nobody understood nothing more can be said, nor of what they add up to.
    if flaws.is_empty() {
        agreement::check(&entries, &mut flaws);
    }
    if flaws.is_empty() {
        totals::compare(&entries, &table, &mut flaws);
    }
    flaws.none()?;
    let mut scenario = Draft::new(&entries).scenario(&entries);
    scenario.bill_form = bill::form_of(table.headers.0, table.headers.1);
    let scenario = playable::playable(&scenario, &entries)?;
    Ok((scenario, Seen::of(&entries)))
}

/// What the rows of a bill say together.
#[derive(Default)]
pub(super) struct Seen {
    /// Payments and their sum.
    pub(super) payments: (u32, Money),
    /// Refunds and their sum.
    pub(super) refunds: (u32, Money),
    /// Fees less fees given back.
    pub(super) fees: Money,
    /// Moments of the first and the last row.
    pub(super) span: Option<(WallClock, WallClock)>,
    /// Merchant numbers.
    pub(super) merchants: usize,
}

impl Seen {
    fn of(entries: &[Entry<'_>]) -> Seen {
        let mut seen = Seen::default();
        let mut merchants = BTreeSet::new();
        for entry in entries {
            let (count, sum) = match entry.is_refund {
                false => &mut seen.payments,
                true => &mut seen.refunds,
            };
            *count = count.saturating_add(1);
            *sum = sum.plus(entry.amount).unwrap_or(Money::MAX);
            seen.fees = seen.fees.plus(entry.fee).unwrap_or(Money::MAX);
            let (first, last) = seen.span.unwrap_or((entry.at, entry.at));
            seen.span = Some((first.min(entry.at), last.max(entry.at)));
            merchants.insert((entry.merchant, entry.sub_merchant));
        }
        seen.merchants = merchants.len();
        seen
    }
}

/// A merchant of the file: its number, and the sub-merchant's.
type Key<'a> = (&'a str, Option<&'a str>);

struct Draft<'a> {
    scenario: Scenario,
    first: CivilDate,
    /// The party of each merchant number: one payee, however many rates it has.
    sellers: BTreeMap<Key<'a>, String>,
    /// The contracts of each merchant, one a rate; the first is the one that its route leads to.
    contracts: BTreeMap<Key<'a>, Vec<(Rate, String)>>,
    /// Payment of each order number of the channel, with its place.
    orders: BTreeMap<&'a str, String>,
    /// What the refunds of each order sum up to.
    refunded: BTreeMap<&'a str, Money>,
    /// When the older payments were made.
    paid_at: BTreeMap<&'a str, WallClock>,
    /// Ids of the parties and fee plans so far.
    known: BTreeSet<String>,
    /// Ids of the payments, then of the refunds, so far.
    taken: BTreeSet<String>,
}

impl<'a> Draft<'a> {
    fn new(entries: &[Entry<'a>]) -> Draft<'a> {
        let days = entries.iter().map(|entry| entry.at.day());
        let first = days.clone().min().unwrap_or_default();
        let last = days.max().unwrap_or_default();
        let span = last.days().saturating_sub(first.days()).saturating_add(1);
        let mut draft = Draft {
            scenario: Scenario {
                title: title(first, last),
                starts: first.at(TimeOfDay::MIDNIGHT),
                days: u32::try_from(span).unwrap_or(u32::MAX),
                ..Scenario::default()
            },
            first,
            sellers: BTreeMap::new(),
            contracts: BTreeMap::new(),
            orders: BTreeMap::new(),
            refunded: BTreeMap::new(),
            paid_at: BTreeMap::new(),
            known: BTreeSet::new(),
            taken: BTreeSet::new(),
        };
        draft.party(CHANNEL, PartyKind::Channel, words("微信支付", "WeChat Pay"));
        draft.party(BANK, PartyKind::Bank, words("开户银行", "Merchants' bank"));
        draft.settlement_rule(last);
        draft
    }

    fn scenario(mut self, entries: &[Entry<'a>]) -> Scenario {
        for entry in entries {
            self.seller(entry);
            if entry.is_refund {
                let sum = self.refunded.entry(entry.order).or_default();
                *sum = sum.plus(entry.amount).unwrap_or(Money::MAX);
            }
        }
        for entry in entries.iter().filter(|entry| !entry.is_refund) {
            self.payment(entry);
        }
        self.taken.clear();
        for entry in entries.iter().filter(|entry| entry.is_refund) {
            self.refund(entry);
        }
        self.scenario
    }

    fn party(&mut self, id: &str, kind: PartyKind, name: Words) {
        let licence = match kind {
            PartyKind::Channel => Licence::Payment,
            PartyKind::Bank => Licence::Bank,
            PartyKind::Merchant | PartyKind::Platform => Licence::None,
        };
        self.known.insert(id.to_owned());
        self.scenario.parties.push(Party {
            id: id.to_owned(),
            kind,
            name,
            licence,
            book: None,
            reserve_bank: None,
            onboarding: None,
            premises: None,
            legal_name: None,
        });
    }

    /// T+1 by the mainland calendar; by the open one when the file reaches beyond its years.
    fn settlement_rule(&mut self, last: CivilDate) {
        let after = i32::try_from(DAYS_AFTER_MAX).unwrap_or(i32::MAX);
        let covered = Calendar::cn()
            .covers()
            .is_some_and(|(from, to)| self.first >= from && last.plus_days(after) <= to);
        if !covered {
            self.scenario.calendars.push(CalendarSpec {
                id: OPEN_CALENDAR.to_owned(),
                based_on: CalendarBase::Cn,
                holidays: Vec::new(),
                workdays: Vec::new(),
                beyond_weekends_only: true,
            });
        }
        self.scenario.settlement_rules.push(SettlementRule {
            id: RULE.to_owned(),
            cycle: SettlementCycle::T(1),
            calendar: if covered { CALENDAR } else { OPEN_CALENDAR }.to_owned(),
            pays_at: TimeOfDay::parse("09:30").unwrap_or_default(),
            minimum: Money::ZERO,
            non_working_trade: NonWorkingTrade::default(),
            // The bill says that its refunds happened, so none may be refused for want of money.
            on_refund_shortfall: OnRefundShortfall::CarryNegative,
        });
    }

    /// The party of a row's merchant, with its account and route when it is new, and the contract of its rate.
    fn seller(&mut self, entry: &Entry<'a>) {
        let key = (entry.merchant, entry.sub_merchant);
        let id = match self.sellers.get(&key) {
            Some(id) => id.clone(),
            None => self.new_seller(key),
        };
        let rates = self.contracts.get(&key).map_or(&[][..], Vec::as_slice);
        if rates.iter().any(|(rate, _)| *rate == entry.rate) {
            return;
        }
        let contract = if rates.is_empty() {
            self.scenario.routes.push(Route {
                seller: id.clone(),
                channel: CHANNEL.to_owned(),
                min_amount: None,
                max_amount: None,
                from: None,
                until: None,
                contract: format!("{id}-{CHANNEL}"),
            });
            format!("{id}-{CHANNEL}")
        } else {
            format!("{id}-{CHANNEL}-{}", entry.rate.percent())
        };
        let fee_plan = self.fee_plan(entry.rate);
        let provider = entry.sub_merchant.map(|_| self.provider(entry.merchant));
        self.scenario.contracts.push(Contract {
            id: contract.clone(),
            mode: if provider.is_some() {
                Mode::SubMerchant
            } else {
                Mode::Direct
            },
            channel: CHANNEL.to_owned(),
            provider,
            collector: id.clone(),
            fee_plan,
            settlement_rule: RULE.to_owned(),
            payout_to: Some(format!("{id}.bank")),
            splits: Vec::new(),
            split_remainder: SplitRemainder::Collector,
            split_delay_seconds: 60,
            notification_delay_seconds: 0,
            shown_name: None,
        });
        let rates = self.contracts.entry(key).or_default();
        rates.push((entry.rate, contract));
    }

    /// A merchant number that was not there before: a party and its account.
    fn new_seller(&mut self, key: Key<'a>) -> String {
        let (merchant, sub_merchant) = key;
        let (base, zh, en) = match sub_merchant {
            None => (format!("m{merchant}"), "商户", "Merchant"),
            Some(sub) => (format!("s{sub}"), "特约商户", "Sub-merchant"),
        };
        let number = sub_merchant.unwrap_or(merchant);
        // One sub-merchant under two providers is two payees.
        let (id, name) = if self.known.contains(&base) {
            let name = words(
                &format!("{zh} {number}（服务商 {merchant}）"),
                &format!("{en} {number} (of {merchant})"),
            );
            (format!("{base}-{merchant}"), name)
        } else {
            let name = words(&format!("{zh} {number}"), &format!("{en} {number}"));
            (base, name)
        };
        self.party(&id, PartyKind::Merchant, name);
        self.scenario.accounts.push(AccountSpec {
            id: format!("{id}.bank"),
            kept_by: BANK.to_owned(),
            owner: id.clone(),
            class: AccountClass::Corporate,
            opening: Money::ZERO,
            name_on_account: None,
            authority: None,
        });
        self.sellers.insert(key, id.clone());
        id
    }

    /// The party of a row's merchant, and the contract of its rate where the route leads to another.
    fn terms(&self, entry: &Entry<'a>) -> (String, Option<String>) {
        let key = (entry.merchant, entry.sub_merchant);
        let seller = self.sellers.get(&key).cloned().unwrap_or_default();
        let rates = self.contracts.get(&key).into_iter().flatten().skip(1);
        let own = rates.filter(|(rate, _)| *rate == entry.rate);
        (seller, own.map(|(_, contract)| contract.clone()).next())
    }

    fn provider(&mut self, merchant: &str) -> String {
        let id = format!("p{merchant}");
        if !self.known.contains(&id) {
            let name = words(
                &format!("服务商 {merchant}"),
                &format!("Service provider {merchant}"),
            );
            self.party(&id, PartyKind::Platform, name);
        }
        id
    }

    fn fee_plan(&mut self, rate: Rate) -> String {
        let id = format!("r{}", rate.percent());
        if self.known.insert(id.clone()) {
            self.scenario.fee_plans.push(FeePlan {
                id: id.clone(),
                rate,
                rounding: Rounding::HalfUp,
                floor: None,
                cap: None,
                on_refund: OnRefund::Return,
            });
        }
        id
    }

    fn payment(&mut self, entry: &Entry<'a>) {
        let (seller, contract) = self.terms(entry);
        let (id, bill) = self.named(entry, "商户订单号");
        self.orders.insert(entry.order, id.clone());
        self.scenario.payments.push(Payment {
            id,
            at: entry.at,
            known_at: None,
            channel: CHANNEL.to_owned(),
            lines: vec![Line {
                seller,
                amount: entry.amount,
                contract,
            }],
            bill: Some(bill),
        });
    }

    /// When an older payment was made: all its refunds must say the same of it.
    fn paid_at(&mut self, entry: &Entry<'a>) -> WallClock {
        let starts = self.scenario.starts;
        let told = entry.paid_at.filter(|at| *at < starts);
        let latest = starts.plus_millis(-1_000);
        *self
            .paid_at
            .entry(entry.order)
            .or_insert(told.unwrap_or(latest))
    }

    fn refund(&mut self, entry: &Entry<'a>) {
        let (id, mut bill) = self.named(entry, "商户退款单号");
        let paid_at = self.paid_at(entry);
        if entry.paid_at.is_some_and(|told| told != paid_at) {
            bill.fields.push(entry::paid_at_field(entry));
        }
        let of = match self.orders.get(entry.order) {
            Some(payment) => RefundOf::Payment {
                payment: payment.clone(),
                seller: None,
            },
            None => {
                let (seller, contract) = self.terms(entry);
                RefundOf::External {
                    external: entry.order.to_owned(),
                    seller,
                    channel: CHANNEL.to_owned(),
                    paid_at,
                    amount: self
                        .refunded
                        .get(entry.order)
                        .copied()
                        .unwrap_or(entry.amount),
                    contract,
                }
            }
        };
        let (at, amount, bill) = (entry.at, entry.amount, Some(bill));
        self.scenario.refunds.push(Refund {
            id,
            of,
            at,
            amount,
            bill,
        });
    }

    /// The merchant's own number names an entry if it can; the note keeps it when it cannot.
    fn named(
        &mut self,
        entry: &Entry<'a>,
        column: &str,
    ) -> (String, crate::scenario::v1::BillNote) {
        let free = |name: &&&str| document::form::id(name).is_ok() && !self.taken.contains(**name);
        let id = match entry.names.iter().find(free) {
            Some(name) => (*name).to_owned(),
            None => format!("line-{}", entry.line),
        };
        self.taken.insert(id.clone());
        let mut note = entry.note.clone();
        note.fields
            .retain(|(name, text)| name != column || *text != id);
        (id, note)
    }
}

fn words(zh: &str, en: &str) -> Words {
    Words {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

fn title(first: CivilDate, last: CivilDate) -> Words {
    let span = if first == last {
        first.to_string()
    } else {
        format!("{first} – {last}")
    };
    words(
        &format!("微信支付账单 {span}"),
        &format!("WeChat Pay bill {span}"),
    )
}

#[cfg(test)]
mod tests;
