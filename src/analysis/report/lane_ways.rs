//! Which way a booked movement goes on the picture: from which account to which.
//!
//! By holder only real money is drawn: claims on a channel, deposits, and what the channel has earned. A platform
//! that collects for others keeps their money among its own; its book alone says for whom it lies there, so what
//! it owes them and what it has earned stand behind its deposit, and the ways to them move nothing.

use crate::analysis::holding::is_cash;
use crate::base::id::{AccountId, PartyId};
use crate::domain::account::{AccountKind, Side};
use crate::domain::contract::Payee;
use crate::domain::leg::{Flow, LegRule};
use crate::domain::party::PartyKind;
use crate::domain::posting::Meaning;
use crate::engine::fault::{FaultKind, Missing};
use crate::scenario::plan::Plan;

/// An end of an edge: an account, or the payers.
pub(super) type End = Option<AccountId>;

/// Where a movement begins and ends.
pub(super) struct Way {
    pub(super) from: End,
    pub(super) to: End,
    /// Whether no money moves: it only says for whom it lies where it lies.
    pub(super) earmark: bool,
}

impl Way {
    fn of_money(from: End, to: End) -> Self {
        let earmark = false;
        Self { from, to, earmark }
    }

    fn of_claim(from: AccountId, to: AccountId) -> Self {
        Self {
            from: Some(from),
            to: Some(to),
            earmark: true,
        }
    }
}

/// The way of a flow among those who hold money; `None` where it says nothing of them.
pub(super) fn by_holder(plan: &Plan, flow: &Flow) -> Option<Way> {
    let kind = |id| plan.accounts().get(id).map(|account| account.kind);
    let (debit, credit) = (kind(flow.debit)?, kind(flow.credit)?);
    match (flow.meaning, debit, credit) {
        (Meaning::Payment, AccountKind::Reserve, _) => Some(Way::of_money(None, Some(flow.credit))),
        (Meaning::Refund, _, AccountKind::Reserve) => Some(Way::of_money(Some(flow.debit), None)),
        (Meaning::TopUp, AccountKind::Reserve, _) => {
            let deposit = payee(plan, flow.credit)?.deposit;
            Some(Way::of_money(Some(deposit), Some(flow.credit)))
        }
        (Meaning::PaidOut, AccountKind::PayoutInTransit, _) => {
            let account = plan.accounts().get(flow.debit)?;
            let pending = plan.accounts().iter().find(|(_, other)| {
                other.book == account.book
                    && other.owner == account.owner
                    && other.kind == AccountKind::Pending
            });
            let deposit = payee(plan, flow.debit)?.deposit;
            Some(Way::of_money(Some(pending?.0), Some(deposit)))
        }
        (Meaning::Cleared, AccountKind::Pending, AccountKind::Available)
        | (Meaning::Commission, AccountKind::Pending, AccountKind::CommissionIncome) => {
            Some(Way::of_claim(collected_on(plan, flow.debit)?, flow.credit))
        }
        (Meaning::ShareReturned, AccountKind::CommissionIncome, AccountKind::Pending) => {
            Some(Way::of_claim(flow.debit, collected_on(plan, flow.credit)?))
        }
        (Meaning::Transferred, AccountKind::Available, _) => {
            let payee = payee(plan, flow.debit)?;
            Some(Way::of_money(Some(flow.debit), Some(payee.deposit)))
        }
        // Money that leaves for what is not drawn ends where the payer's book writes down what for, or at the
        // bank's way out if it keeps none.
        (Meaning::Spent, _, AccountKind::OwnBank) => {
            let mut outflows = plan.outflows().rows().iter();
            let goes_by = |rule: &LegRule| (rule.debit, rule.credit) == (flow.debit, flow.credit);
            let outflow = outflows.find(|outflow| outflow.rules.iter().any(goes_by))?;
            Some(Way::of_money(Some(outflow.from), Some(flow.debit)))
        }
        (Meaning::Spent, _, AccountKind::ClearingBoundary) => {
            let owner = plan.accounts().get(flow.debit)?.owner;
            let no_book = plan.parties().get(owner)?.book.is_none();
            no_book.then(|| Way::of_money(Some(flow.debit), Some(flow.credit)))
        }
        // The bank's book alone sees both ends of these, or the one that takes part.
        (Meaning::Advanced | Meaning::PaidOnward, debit, credit)
            if is_cash(debit) && is_cash(credit) =>
        {
            Some(Way::of_money(Some(flow.debit), Some(flow.credit)))
        }
        (
            Meaning::ChannelFee
            | Meaning::Share
            | Meaning::Unfreeze
            | Meaning::FeeReturned
            | Meaning::ShareReturned,
            AccountKind::Pending | AccountKind::Frozen | AccountKind::FeeIncome,
            AccountKind::Pending | AccountKind::Frozen | AccountKind::FeeIncome,
        ) => Some(Way::of_money(Some(flow.debit), Some(flow.credit))),
        _ => None,
    }
}

/// The one whom the keeper of this claim pays out, as the claim's owner.
fn payee(plan: &Plan, claim: AccountId) -> Option<&Payee> {
    let account = plan.accounts().get(claim)?;
    let keeper = plan.books().get(account.book)?.keeper;
    let mut payees = plan.payees().rows().iter();
    payees.find(|payee| payee.owner == account.owner && payee.channel == keeper)
}

/// The deposit on which a platform collects what it owes under this claim; `None` of a channel's claims.
fn collected_on(plan: &Plan, claim: AccountId) -> Option<AccountId> {
    let account = plan.accounts().get(claim)?;
    let keeper = plan.books().get(account.book)?.keeper;
    if plan.parties().get(keeper)?.kind != PartyKind::Platform {
        return None;
    }
    deposit_of(plan, keeper)
}

/// The deposit on which channels pay a party out.
fn deposit_of(plan: &Plan, owner: PartyId) -> Option<AccountId> {
    let mut payees = plan.payees().rows().iter();
    let payee = payees.find(|payee| payee.owner == owner && payee.platform.is_none())?;
    Some(payee.deposit)
}

/// The way of a flow inside its book. Claims pass from the debited to the credited account, assets the
/// other way round; money that comes in or goes out passes between its asset and its claim.
pub(super) fn by_keeper(plan: &Plan, flow: &Flow) -> Result<Way, FaultKind> {
    let normal = |id| {
        let account = plan.accounts().get(id).ok_or(Missing::Account)?;
        Ok::<_, Missing>(account.kind.normal())
    };
    let (debit, credit) = (Some(flow.debit), Some(flow.credit));
    Ok(match (normal(flow.debit)?, normal(flow.credit)?) {
        (Side::Debit, Side::Debit) => Way::of_money(credit, debit),
        (Side::Credit, Side::Credit)
        | (Side::Debit, Side::Credit)
        | (Side::Credit, Side::Debit) => Way::of_money(debit, credit),
    })
}
