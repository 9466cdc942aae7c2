//! What refunds of one seller take of others' money. The refunds of one second are looked at together, so that it
//! does not matter in which order they stand: each seller's take at most what they gave back themselves.

use std::collections::BTreeMap;

use crate::base::date::WallClock;
use crate::base::id::{PartyId, RefundId};
use crate::base::money::Money;
use crate::engine::fault::{FaultKind, Missing};
use crate::scenario::plan::Plan;

/// Who collects, and for whom.
pub(super) type Pair = (PartyId, PartyId);

/// The refunds of one second.
#[derive(Default)]
pub(super) struct Refunds {
    at: Option<WallClock>,
    of: BTreeMap<Pair, Refunded>,
}

/// The refunds of one seller's sales.
#[derive(Default)]
struct Refunded {
    /// What others lacked before.
    before: Money,
    /// What went back, less the fees that came back.
    net: Money,
    /// Places of the events, and where the refunds were written.
    events: Vec<u32>,
    paths: Vec<String>,
}

/// What the refunds of one seller took of others' money.
pub(super) struct Taken {
    pub(super) at: WallClock,
    pub(super) collector: PartyId,
    pub(super) seller: PartyId,
    pub(super) amount: Money,
    pub(super) events: Vec<u32>,
    pub(super) paths: Vec<String>,
}

fn pair(plan: &Plan, refund: RefundId) -> Result<Option<Pair>, Missing> {
    let refund = plan.refunds().get(refund).ok_or(Missing::Refund)?;
    let contract = plan.contracts().get(refund.contract);
    let contract = contract.ok_or(Missing::Contract)?;
    Ok(contract.seller.map(|seller| (contract.collector, seller)))
}

impl Refunds {
    /// Before the first of them, `first`, is posted.
    pub(super) fn begin(
        plan: &Plan,
        first: RefundId,
        lacking: impl Fn(Pair) -> Result<Money, FaultKind>,
    ) -> Result<Refunds, FaultKind> {
        let at = plan.refunds().get(first).ok_or(Missing::Refund)?.at;
        let mut of: BTreeMap<Pair, Refunded> = BTreeMap::new();
        let all = plan.refunds().rows();
        let start = all.partition_point(|refund| refund.at < at);
        let same = all.iter().skip(start).take_while(|refund| refund.at == at);
        for (place, _) in same.enumerate() {
            let id = RefundId::of(start.saturating_add(place));
            if let Some(pair) = pair(plan, id)?
                && !of.contains_key(&pair)
            {
                let before = lacking(pair)?;
                of.insert(
                    pair,
                    Refunded {
                        before,
                        ..Refunded::default()
                    },
                );
            }
        }
        Ok(Refunds { at: Some(at), of })
    }

    /// When they are.
    pub(super) fn at(&self) -> Option<WallClock> {
        self.at
    }

    /// One of them was made.
    pub(super) fn note(
        &mut self,
        plan: &Plan,
        place: u32,
        refund: RefundId,
        net: Money,
    ) -> Result<(), FaultKind> {
        let Some(of) = pair(plan, refund)?.and_then(|pair| self.of.get_mut(&pair)) else {
            return Ok(());
        };
        let row = plan.refunds().get(refund).ok_or(Missing::Refund)?;
        of.net = of.net.plus(net)?;
        of.events.push(place);
        of.paths.push(format!("refunds[{}]", row.place));
        Ok(())
    }

    /// After the last of them.
    pub(super) fn end(
        self,
        lacking: impl Fn(Pair) -> Result<Money, FaultKind>,
    ) -> Result<Vec<Taken>, FaultKind> {
        let mut all = Vec::new();
        let Some(at) = self.at else { return Ok(all) };
        for ((collector, seller), refunded) in self.of {
            let more = lacking((collector, seller))?.minus(refunded.before)?;
            let amount = more.min(refunded.net);
            if amount.is_positive() {
                all.push(Taken {
                    at,
                    collector,
                    seller,
                    amount,
                    events: refunded.events,
                    paths: refunded.paths,
                });
            }
        }
        Ok(all)
    }
}
