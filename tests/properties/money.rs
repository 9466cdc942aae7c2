//! Amounts: what the payer pays is what everybody gets, refunds never exceed it, and a full refund with
//! everything given back leaves no trace of the payment.

use std::collections::BTreeMap;

use daycut::facade::view::JournalRow;
use daycut::facade::{AccountId, AccountKind, EventKind, Meaning};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::document::{fields, rate, yuan};
use super::draft::{Draft, Fen, Plan};
use super::drawing::{any_draft, any_plan};
use super::world::{Check, Played, config, fine, play, there};

/// The channel's fee by the words of the plan: rate, rounding, then cap, then floor, never above the amount.
fn fee(plan: &Plan, amount: Fen) -> Fen {
    let exact = i128::from(amount) * i128::from(plan.ppm);
    let (whole, rest) = (exact / 1_000_000, exact % 1_000_000);
    let up = match plan.rounding {
        "down" => false,
        "up" => rest > 0,
        "half_up" => rest >= 500_000,
        _ => rest > 500_000 || (rest == 500_000 && whole % 2 == 1),
    };
    let mut fee = i64::try_from(whole).unwrap_or_default() + i64::from(up);
    if let Some(cap) = plan.cap {
        fee = fee.min(cap);
    }
    if let Some(floor) = plan.floor {
        fee = fee.max(floor);
    }
    fee.min(amount)
}

/// Legs of one cause, by what they mean, as far as the channel's money goes.
#[derive(Default)]
struct Story {
    gross: Fen,
    fee: Fen,
    shares: Fen,
    unfrozen: Fen,
    net: Fen,
    /// What was refunded before the split, and the fee that came back with it.
    gone: Fen,
    fee_back: Fen,
    /// Whether a refund finished it before its split.
    is_finished: bool,
}

impl Story {
    /// What is left of the payment for whoever is owed it.
    fn left(&self) -> Fen {
        self.gross - self.gone - (self.fee - self.fee_back)
    }
}

/// The payment line that a refund refunds, as legs of payments name it; nothing of a payment before the scenario.
fn refunded_line(document: &Value, refund: &str) -> Check<Option<String>> {
    let mut refunds = there(document["refunds"].as_array())?.iter();
    let of = &there(refunds.find(|row| row["id"] == refund))?["of"];
    let Some(payment) = of["payment"].as_str() else {
        return Ok(None);
    };
    let mut payments = there(document["payments"].as_array())?.iter();
    let row = there(payments.find(|row| row["id"] == payment))?;
    let lines = there(row["lines"].as_array())?;
    let place = lines.iter().position(|line| line["seller"] == of["seller"]);
    Ok(Some(match lines.len() {
        1 => payment.to_owned(),
        _ => format!("{payment}/{}", there(place)? + 1),
    }))
}

fn stories(played: &Played, document: &Value) -> Check<BTreeMap<String, Story>> {
    let mut stories: BTreeMap<String, Story> = BTreeMap::new();
    for leg in &played.journal {
        let (debit, credit) = (played.kind(leg.debit)?, played.kind(leg.credit)?);
        let amount = leg.amount.minor();
        let is_frozen = debit == AccountKind::Frozen || credit == AccountKind::Frozen;
        if is_frozen && matches!(leg.kind, EventKind::Refunded | EventKind::Unfrozen) {
            let line = there(refunded_line(document, &leg.cause)?)?;
            let story = stories.entry(line).or_default();
            match leg.meaning {
                Meaning::Refund => story.gone += amount,
                Meaning::FeeReturned => story.fee_back += amount,
                Meaning::Unfreeze => {
                    story.unfrozen += amount;
                    story.net += amount;
                }
                _ => prop_assert!(false, "{:?}", leg),
            }
            story.is_finished |= leg.kind == EventKind::Unfrozen;
            continue;
        }
        let at_channel = matches!(leg.kind, EventKind::Captured | EventKind::Split)
            && (debit == AccountKind::Reserve
                || matches!(debit, AccountKind::Pending | AccountKind::Frozen));
        if !at_channel {
            continue;
        }
        let story = stories.entry(leg.cause.clone()).or_default();
        match leg.meaning {
            Meaning::Payment => story.gross += amount,
            Meaning::ChannelFee => story.fee += amount,
            Meaning::Share => story.shares += amount,
            Meaning::Unfreeze => story.unfrozen += amount,
            _ => prop_assert!(false, "{:?}", leg),
        }
        story.net += if credit == AccountKind::Pending {
            amount
        } else {
            0
        };
        story.net -= if debit == AccountKind::Pending {
            amount
        } else {
            0
        };
    }
    Ok(stories)
}

/// M1 and M3: each line's fee is by the plan's words, and gross = fee + shares + what is left.
fn every_line_adds_up(draft: &Draft, played: &Played, document: &Value) -> Check {
    let stories = stories(played, document)?;
    let (mut gross, mut fees) = (0, 0);
    for (number, payment) in draft.payments.iter().enumerate() {
        let lines = draft.lines(payment);
        let channel = draft.channel_place(payment.channel);
        for (place, (seller, amount)) in lines.iter().enumerate() {
            let cause = match lines.len() {
                1 => format!("O{number}"),
                _ => format!("O{number}/{}", place + 1),
            };
            let story = there(stories.get(cause.as_str()))?;
            let plan = there(draft.plan(channel, *seller, *amount))?;
            prop_assert_eq!(story.gross, *amount);
            prop_assert_eq!(story.fee, fee(plan, *amount), "M1 {:?} of {}", plan, amount);
            let net = story.left();
            prop_assert_eq!(story.net, net, "M3: gross = net + fee + refunded before");
            let terms = draft.terms(channel, *seller, *amount);
            if let Some(terms) = terms.filter(|terms| terms.is_sub_merchant) {
                prop_assert_eq!(story.shares + story.unfrozen, net, "M2");
                shares_are_by_rate(terms, story)?;
            }
        }
    }
    for story in stories.values() {
        prop_assert_eq!(story.left(), story.net);
        gross += story.gross;
        fees += story.fee;
    }
    prop_assert_eq!(played.summary.paid_in.minor(), gross);
    let mut returned: Fen = channel_sum(played, Meaning::FeeReturned, AccountKind::Pending)?;
    returned += channel_sum(played, Meaning::FeeReturned, AccountKind::Frozen)?;
    prop_assert_eq!(played.summary.fees.minor(), fees - returned);
    let paid_out = channel_sum(played, Meaning::PaidOut, AccountKind::Reserve)?;
    prop_assert_eq!(played.summary.paid_out.minor(), paid_out);
    Ok(())
}

/// All shares together are within a fen each of their rates of what was left to split, and never more than there is.
fn shares_are_by_rate(terms: &super::draft::Terms, story: &Story) -> Check {
    if story.is_finished {
        prop_assert_eq!(story.shares, 0, "nothing is split of a finished order");
        return Ok(());
    }
    let amount = story.gross - story.gone;
    let ppm: i64 = terms.splits.iter().map(|split| i64::from(split.ppm)).sum();
    let most = fine(i64::try_from(terms.splits.len()))?;
    let exact = amount * ppm;
    let net = story.left() * 1_000_000;
    let wanted = exact.min(net);
    let distance = (story.shares * 1_000_000 - wanted).abs();
    prop_assert!(distance <= most * 1_000_000, "{:?} of {}", terms, amount);
    Ok(())
}

/// Sum of legs of a meaning that credit this kind of account of a channel.
fn channel_sum(played: &Played, meaning: Meaning, credit: AccountKind) -> Check<Fen> {
    let mut sum = 0;
    for leg in played.journal.iter().filter(|leg| leg.meaning == meaning) {
        let account = played.account(leg.credit)?;
        let keeper = played.party(played.keeper(account)?)?;
        if account.kind == credit && keeper.starts_with('c') {
            sum += leg.amount.minor();
        }
    }
    Ok(sum)
}

/// M4: refunds never exceed what was captured, and what is given back never exceeds what was taken.
fn refunds_never_exceed(played: &Played, document: &serde_json::Value) -> Check {
    let refunds = there(document["refunds"].as_array())?;
    let mut left: BTreeMap<String, Fen> = BTreeMap::new();
    for leg in &played.journal {
        let (kind, credit) = (leg.kind, played.kind(leg.credit)?);
        let at_channel = credit == AccountKind::Reserve;
        if kind != EventKind::Refunded || leg.meaning != Meaning::Refund || !at_channel {
            continue;
        }
        let refund = there(refunds.iter().find(|row| row["id"] == leg.cause.as_str()))?;
        let of = refund["of"].to_string();
        *left.entry(of).or_default() += leg.amount.minor();
    }
    for refund in refunds {
        let of = &refund["of"];
        let payments = there(document["payments"].as_array())?;
        let payment = payments.iter().find(|row| row["id"] == of["payment"]);
        let lines = payment.and_then(|row| row["lines"].as_array());
        let line = lines.and_then(|rows| rows.iter().find(|row| row["seller"] == of["seller"]));
        let paid = line.map_or(&of["amount"], |line| &line["amount"]);
        let paid = there(paid.as_str())?;
        let paid = fine(daycut::facade::Money::parse(paid))?.minor();
        prop_assert!(
            left.get(&of.to_string()).is_none_or(|sum| *sum <= paid),
            "M4"
        );
    }
    let refused = played.summary.refused + played.summary.refunds;
    prop_assert_eq!(fine(usize::try_from(refused))?, refunds.len());
    Ok(())
}

/// M4: with everything refunded and given back, no account remembers the payments.
fn a_full_refund_leaves_nothing(draft: Draft) -> Check {
    let draft = draft.that_returns_everything().with_everything_refunded();
    let played = play(&draft.document(""))?;
    prop_assert_eq!(played.summary.refused, 0);
    prop_assert_eq!(played.summary.paid_in, played.summary.refunded);
    let mut net: BTreeMap<AccountId, Fen> = BTreeMap::new();
    let is_of_payment = |leg: &&JournalRow| {
        use EventKind::{Captured, Notified, Refunded, ShareReturned, Split, Unfrozen};
        matches!(
            leg.kind,
            Captured | Notified | Refunded | ShareReturned | Split | Unfrozen
        )
    };
    for leg in played.journal.iter().filter(is_of_payment) {
        *net.entry(leg.debit).or_default() += leg.amount.minor();
        *net.entry(leg.credit).or_default() -= leg.amount.minor();
    }
    for (account, left) in net {
        prop_assert_eq!(left, 0, "{}", played.name(account)?);
    }
    prop_assert!(played.summary.fees.is_zero());
    Ok(())
}

/// One payment of a merchant under one plan: the fee and what the merchant gets.
fn charged(plan: &Plan, amount: Fen) -> Check<(Fen, Fen)> {
    let plan_row = fields(vec![
        ("id", Some(json!("f"))),
        ("rate", Some(json!(rate(plan.ppm)))),
        ("rounding", Some(json!(plan.rounding))),
        ("floor", plan.floor.map(|fen| json!(yuan(fen)))),
        ("cap", plan.cap.map(|fen| json!(yuan(fen)))),
    ]);
    let played = play(&json!({
        "format": "daycut/1", "title": "one payment", "starts": "2018-09-07T00:00:00", "days": 1,
        "parties": [{ "id": "c", "kind": "channel", "name": "c" },
                    { "id": "b", "kind": "bank", "name": "b" },
                    { "id": "m", "kind": "merchant", "name": "m" }],
        "accounts": [{ "id": "m.bank", "kept_by": "b", "owner": "m" }],
        "fee_plans": [plan_row],
        "settlement_rules": [{ "id": "r", "cycle": "D+1" }],
        "contracts": [{ "id": "k", "mode": "direct", "channel": "c", "collector": "m",
                        "fee_plan": "f", "settlement_rule": "r" }],
        "routes": [{ "seller": "m", "channel": "c", "contract": "k" }],
        "payments": [{ "id": "O", "at": "2018-09-07T12:00:00", "channel": "c",
                       "lines": [{ "seller": "m", "amount": yuan(amount) }] }]
    }))?;
    let end = played.end()?;
    let net = played.balances(&end)?.get("m.bank").copied();
    Ok((played.summary.fees.minor(), there(net)?))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_payment_is_net_and_fees_and_shares_and_refunds_never_exceed_it(draft in any_draft()) {
        let document = draft.document("");
        let played = play(&document)?;
        every_line_adds_up(&draft, &played, &document)?;
        refunds_never_exceed(&played, &document)?;
    }

    #[test]
    fn a_full_refund_with_everything_given_back_leaves_every_account_as_it_was(draft in any_draft()) {
        a_full_refund_leaves_nothing(draft)?;
    }

    /// M6.
    #[test]
    fn a_larger_payment_has_no_smaller_fee_and_a_higher_rate_leaves_no_more(
        plan in any_plan(),
        amount in 1_i64..50_000,
        more in 0_i64..50_000,
        ppm in 0_u32..300_000,
    ) {
        let (small, net) = charged(&plan, amount)?;
        prop_assert_eq!(small + net, amount);
        let (large, _) = charged(&plan, amount + more)?;
        prop_assert!(small <= large, "M6");
        let dearer = Plan { ppm: plan.ppm.saturating_add(ppm).min(1_000_000), ..plan };
        let (_, less) = charged(&dearer, amount)?;
        prop_assert!(less <= net, "M6");
    }
}
