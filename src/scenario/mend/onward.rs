//! From a platform that gets nearly all of a sub-merchant's sales and pays others onward with it, to a channel that
//! splits to those others directly.
//!
//! Whose sales they really were no scenario says, so nobody is made the seller of what another sold. What it says is
//! who was paid onward and how much, and that part of every sale the channel can pay as well.

use super::draft::{Draft, word};
use crate::base::money::Money;
use crate::base::rate::{Rate, Rounding};
use crate::scenario::edit::Edit;
use crate::scenario::v1::{Contract, OnRefund, Outflow, Purpose, Scenario, Split};

/// What a platform got of a sub-merchant's sales and what it did with it.
pub(crate) struct PaidOnward<'a> {
    /// Id of the platform.
    pub(crate) platform: &'a str,
    /// What it got in all.
    pub(crate) got: Money,
    /// Places of the sub-merchant's contracts.
    pub(crate) contracts: Vec<usize>,
    /// Places of the outflows by which others were paid.
    pub(crate) outflows: Vec<usize>,
}

/// A deposit account, its owner, and what the platform paid there.
struct Receiver<'a> {
    account: &'a str,
    owner: &'a str,
    paid: u128,
}

/// Everybody whom the platform paid gets that part of each sale from the channel, and the platform pays nobody onward.
/// It cannot be done where the platform paid more than it got: then the channel has not all of that money.
pub(crate) fn split_onward(scenario: &Scenario, paid: &PaidOnward<'_>) -> Option<Vec<Edit>> {
    let receivers = receivers(scenario, &paid.outflows)?;
    let got = u128::try_from(paid.got.minor()).ok()?;
    let sum = receivers.iter().map(|one| one.paid).sum::<u128>();
    if got == 0 || sum > got {
        return None;
    }
    let mut draft = Draft::of(scenario);
    for place in &paid.contracts {
        let contract = scenario.contracts.get(*place)?;
        // New shares stand behind those that are there, so that their places stay what they are.
        for (share, split) in contract.splits.iter().enumerate().rev() {
            if split.to == paid.platform {
                let part = (*place, share);
                parted(&mut draft, (contract, split, part), (&receivers, got))?;
            }
        }
    }
    pays_nobody_onward(&mut draft, paid.platform)?;
    draft.finished()
}

/// Whom these outflows paid, each with the sum.
fn receivers<'a>(scenario: &'a Scenario, outflows: &[usize]) -> Option<Vec<Receiver<'a>>> {
    let mut receivers: Vec<Receiver<'a>> = Vec::new();
    for place in outflows {
        let outflow: &Outflow = scenario.outflows.get(*place)?;
        let account = outflow.to.as_deref()?;
        let paid = u128::try_from(outflow.amount.minor()).ok()?;
        match receivers.iter_mut().find(|one| one.account == account) {
            Some(known) => known.paid = known.paid.checked_add(paid)?,
            None => receivers.push(Receiver {
                account,
                owner: owner(scenario, account)?,
                paid,
            }),
        }
    }
    Some(receivers)
}

fn owner<'a>(scenario: &'a Scenario, account: &str) -> Option<&'a str> {
    let mut accounts = scenario.accounts.iter();
    let found = accounts.find(|one| one.id == account)?;
    Some(&found.owner)
}

/// Parts the platform's share of each sale among those whom it paid, in proportion; what is left stays its own.
fn parted(
    draft: &mut Draft,
    (contract, split, (place, share)): (&Contract, &Split, (usize, usize)),
    (receivers, got): (&[Receiver<'_>], u128),
) -> Option<()> {
    let whole = split.rate.ppm();
    let mut left = whole;
    for receiver in receivers {
        let part = u128::from(whole)
            .checked_mul(receiver.paid)?
            .checked_div(got)?;
        let part = u32::try_from(part).ok()?;
        left = left.checked_sub(part)?;
        let at = draft.add(&format!("contracts[{place}].splits"))?;
        let payout_to = payout_to(draft.now(), &contract.channel, receiver);
        for (field, text) in [
            ("to", receiver.owner.to_owned()),
            ("rate", Rate::of_ppm(part)?.plain()),
            ("rounding", word::<Rounding>(&split.rounding)),
            ("on_refund", word::<OnRefund>(&split.on_refund)),
            ("payout_to", payout_to),
        ] {
            draft.set(format!("{at}.{field}"), text)?;
        }
    }
    let own = format!("contracts[{place}].splits[{share}]");
    match left {
        0 => draft.remove(own),
        _ => draft.set(format!("{own}.rate"), Rate::of_ppm(left)?.plain()),
    }
}

/// Where the channel pays a receiver: as it does already for what the receiver sells itself.
fn payout_to(scenario: &Scenario, channel: &str, receiver: &Receiver<'_>) -> String {
    let mut contracts = scenario.contracts.iter();
    let own = contracts.find(|one| one.channel == channel && one.collector == receiver.owner);
    let account = match own {
        Some(own) => own.payout_to.as_deref().unwrap_or_default(),
        None => receiver.account,
    };
    account.to_owned()
}

/// Takes away all that the platform was to pay others onward.
fn pays_nobody_onward(draft: &mut Draft, platform: &str) -> Option<()> {
    for place in (0..draft.now().outflows.len()).rev() {
        let outflow = draft.now().outflows.get(place)?;
        let is_its = owner(draft.now(), &outflow.from) == Some(platform);
        if outflow.purpose == Purpose::Onward && is_its {
            draft.remove(format!("outflows[{place}]"))?;
        }
    }
    Some(())
}
