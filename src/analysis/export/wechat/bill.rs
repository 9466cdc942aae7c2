//! The trade bill (交易账单) of one merchant number for one date, byte for byte as WeChat Pay writes it.
//!
//! A service provider's bill holds all its sub-merchants (商户号 is the provider, 特约商户号 the sub-merchant),
//! and each sub-merchant has one of its own rows beside it; an ordinary merchant's has `0` there. Each
//! payment line is a row, each refund made is a row, in the order in which they happened; rows that came
//! from an imported bill keep its order and stand first. A date without rows has no bill, as in life.

use std::collections::BTreeMap;

use crate::base::date::AccountingDate;
use crate::base::id::{ContractId, PartyId};
use crate::base::money::Money;
use crate::base::table::Table;
use crate::domain::contract::{Contract, Mode};
use crate::engine::event::{Event, Happening};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::bill::Edition;
use crate::scenario::plan::Plan;

use super::layout::Layout;
use super::row::{self, Row};
use super::{numbers, text};

/// Which bill.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::analysis::export) struct BillKey {
    /// The channel that writes it.
    pub(in crate::analysis::export) channel: PartyId,
    /// Whose merchant number.
    pub(in crate::analysis::export) party: PartyId,
    /// The one sub-merchant that the bill is limited to.
    pub(in crate::analysis::export) sub_merchant: Option<PartyId>,
    /// Accounting date in the channel's book.
    pub(in crate::analysis::export) date: AccountingDate,
}

/// What a bill holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::analysis::export) struct Holds {
    payments: bool,
    refunds: bool,
}

impl Holds {
    /// Whether a bill of this type would have a row.
    pub(in crate::analysis::export) const fn some(self, edition: Edition) -> bool {
        (self.payments && edition.takes(false)) || (self.refunds && edition.takes(true))
    }
}

/// Every bill with at least one row.
pub(in crate::analysis::export) fn bills(run: &Run) -> Result<BTreeMap<BillKey, Holds>, Fault> {
    let mut bills: BTreeMap<BillKey, Holds> = BTreeMap::new();
    each_row(run, |keys, event| {
        for key in keys {
            let holds = bills.entry(*key).or_default();
            match event.what {
                Happening::Refunded { .. } => holds.refunds = true,
                _ => holds.payments = true,
            }
        }
        Ok(())
    })?;
    Ok(bills)
}

/// The bill as a text.
pub(in crate::analysis::export) fn file(
    run: &Run,
    bill: &BillKey,
    edition: Edition,
) -> Result<String, Fault> {
    let mut rows: Vec<Row> = Vec::new();
    each_row(run, |keys, event| {
        let is_refund = matches!(event.what, Happening::Refunded { .. });
        if keys.contains(bill) && edition.takes(is_refund) {
            rows.push(row::row(run.plan(), event)?);
        }
        Ok(())
    })?;
    // The sort is stable: rows without a place stay in the order of events.
    rows.sort_by_key(|row| row.place.unwrap_or(u32::MAX));
    let totals = totals(&rows).map_err(|kind| kind.after(run.event_count()))?;
    let layout = Layout::of(edition, run.plan().bill_form());
    let mut file = text::file();
    text::header(&mut file, &layout.columns());
    for row in &rows {
        text::data(&mut file, &layout.cells(row));
    }
    text::header(&mut file, &layout.totals());
    text::data(&mut file, &layout.of_totals(&totals));
    Ok(file)
}

/// Sums of the columns; refund rows count, their fees are negative.
fn totals(rows: &[Row]) -> Result<[String; 7], FaultKind> {
    let sum = |amount: fn(&Row) -> Money| {
        rows.iter()
            .try_fold(Money::ZERO, |sum, row| sum.plus(amount(row)))
    };
    Ok([
        rows.len().to_string(),
        sum(|row| row.settled)?.plain(),
        sum(|row| row.refunded)?.plain(),
        sum(|row| row.coupon_refunded)?.plain(),
        text::five_decimals(sum(|row| row.fee)?),
        sum(|row| row.ordered)?.plain(),
        sum(|row| row.applied)?.plain(),
    ])
}

/// Takes every event that makes a row, with the bills in which it stands, in time order.
fn each_row(
    run: &Run,
    mut take: impl FnMut(&[BillKey], &Event) -> Result<(), FaultKind>,
) -> Result<(), Fault> {
    let holders = Holders::of(run.plan());
    for place in 0..run.event_count() {
        let event = run.event(place)?;
        let taken = bills_of(run.plan(), &holders, &event).and_then(|keys| match keys {
            Some((whole, Some(own))) => take(&[whole, own], &event),
            Some((whole, None)) => take(&[whole], &event),
            None => Ok(()),
        });
        taken.map_err(|kind| kind.after(place))?;
    }
    Ok(())
}

/// The bill of an event's merchant number, and that of its sub-merchant.
fn bills_of(
    plan: &Plan,
    holders: &Holders,
    event: &Event,
) -> Result<Option<(BillKey, Option<BillKey>)>, FaultKind> {
    let contract = match event.what {
        Happening::Captured { line, .. } => plan.lines().get(line).ok_or(Missing::Line)?.contract,
        Happening::Refunded { refund, .. } => {
            plan.refunds().get(refund).ok_or(Missing::Refund)?.contract
        }
        _ => return Ok(None),
    };
    let channel = plan
        .contracts()
        .get(contract)
        .ok_or(Missing::Contract)?
        .channel;
    let book = plan.parties().get(channel).and_then(|party| party.book);
    let book = book
        .and_then(|book| plan.books().get(book))
        .ok_or(Missing::Book)?;
    let whole = BillKey {
        channel,
        party: *holders.merchants.get(contract).ok_or(Missing::Contract)?,
        sub_merchant: None,
        date: book.cut_off.accounting_date(event.at),
    };
    let sub_merchant = *holders
        .sub_merchants
        .get(contract)
        .ok_or(Missing::Contract)?;
    let own = sub_merchant.map(|_| BillKey {
        sub_merchant,
        ..whole
    });
    Ok(Some((whole, own)))
}

/// Under whose number, and for which sub-merchant, each contract's payments are made.
///
/// Parties whose ids hold the same merchant number at the same channel are one holder: links of before
/// 2026-12 hold imports with a party for each rate of a merchant.
struct Holders {
    merchants: Table<ContractId, PartyId>,
    sub_merchants: Table<ContractId, Option<PartyId>>,
}

impl Holders {
    fn of(plan: &Plan) -> Holders {
        let mut first: BTreeMap<(PartyId, &str), PartyId> = BTreeMap::new();
        let mut holder = |channel: PartyId, own: PartyId| {
            let key = plan.parties().get(own).map(|party| party.key.as_str());
            match key.and_then(numbers::real_merchant) {
                Some(number) => *first.entry((channel, number)).or_insert(own),
                None => own,
            }
        };
        let contracts = plan.contracts().rows();
        Holders {
            merchants: contracts
                .iter()
                .map(|one| holder(one.channel, merchant(one)))
                .collect(),
            sub_merchants: contracts
                .iter()
                .map(|one| match one.mode {
                    Mode::SubMerchant => Some(holder(one.channel, one.collector)),
                    Mode::Direct | Mode::Pooled => None,
                })
                .collect(),
        }
    }
}

/// Under whose merchant number a contract's payments are made.
pub(super) fn merchant(contract: &Contract) -> PartyId {
    match contract.mode {
        Mode::Direct | Mode::Pooled => contract.collector,
        Mode::SubMerchant => contract.provider.unwrap_or(contract.collector),
    }
}
