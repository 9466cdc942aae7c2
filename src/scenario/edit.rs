//! What a person can change about a scenario with one gesture, as values that can be kept, undone and sent.
//!
//! An edit never makes a scenario that could not also have been written: it changes the document's tree and
//! reads it again, so a text that is no amount is refused with the same problem at the same path as in a
//! file. Positions count from 0 in the lists of the scenario.

use serde::{Deserialize, Serialize};

use self::tree::{Step, append, free_id, object, put, remove};
use self::value::typed;
use super::document::tree::Node;
use super::problem::Problem;
use super::v1::{OnRefund, OnRefundShortfall, RefundOf, Scenario, SplitRemainder, Words};
use super::{document, writer};
use crate::base::date::{Boundary, Closes};
use crate::base::rate::Rounding;
use crate::domain::cycle::NonWorkingTrade;

mod tree;
mod value;

/// Which language of a bilingual text is changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    /// One text for both.
    Both,
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// Lists the edits: first those with a body of their own in [`change`], then those that give one field of
/// the document one value, each with the field's path.
macro_rules! edits {
    (
        $($(#[$doc:meta])* $name:ident = $word:literal {
            $($(#[$field_doc:meta])* $field:ident: $type:ty),*
        })*
        ---
        $($plain:ident = $plain_word:literal in
            $($step:ident $([$index:ident])?).+ <- $value:ident: $value_type:ty as $how:ident;)*
    ) => {
        /// One change to a scenario.
        #[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
        #[serde(tag = "edit")]
        pub enum Edit {
            $(
                $(#[$doc])*
                #[serde(rename = $word)]
                $name { $($(#[$field_doc])* $field: $type),* },
            )*
            $(
                #[doc = concat!("Sets `", $(".", stringify!($step)),+, "`.")]
                #[serde(rename = $plain_word)]
                $plain {
                    $($(#[doc = concat!("Position in `", stringify!($step), "`.")] $index: usize,)?)+
                    /// The new value; texts as a person typed them.
                    $value: $value_type,
                },
            )*
        }

        impl Edit {
            /// A name that is the same in every language: the label of its undo is looked up by it.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Edit::$name { .. } => $word,)*
                    $(Edit::$plain { .. } => $plain_word,)*
                }
            }

            /// The field that an edit gives a value, with the value; none takes the field away.
            fn field(&self) -> Option<(Vec<Step>, Option<Node<'_>>)> {
                match self {
                    $(Edit::$name { .. } => None,)*
                    $(Edit::$plain { $($($index,)?)+ $value } => {
                        let path = [
                            $(Some(Step::Field(stringify!($step))), None $(.or(Some(Step::Index(*$index))))?),+
                        ];
                        Some((path.into_iter().flatten().collect(), value::$how($value)))
                    })*
                }
            }
        }
    };
}

edits! {
    /// Sets `title`.
    SetTitle = "set_title" {
        /// Which language.
        tongue: Tongue,
        /// As a person typed it.
        text: String
    }
    /// Sets `story`; a blank text takes it away.
    SetStory = "set_story" {
        /// Which language.
        tongue: Tongue,
        /// As a person typed it.
        text: String
    }
    /// Sets `parties[].name`.
    SetPartyName = "set_party_name" {
        /// Position in `parties`.
        party: usize,
        /// Which language.
        tongue: Tongue,
        /// As a person typed it.
        text: String
    }
    /// Adds a payment of one line behind the others, under a free id.
    AddPayment = "add_payment" {
        /// Who sells.
        seller: String,
        /// Through which channel.
        channel: String,
        /// When.
        at: String,
        /// How much.
        amount: String
    }
    /// Takes a payment away, and its refunds with it.
    RemovePayment = "remove_payment" {
        /// Position in `payments`.
        payment: usize
    }
    /// Adds a refund behind the others, under a free id.
    AddRefund = "add_refund" {
        /// Id of the payment.
        payment: String,
        /// Whose line; needed when the payment has several.
        seller: Option<String>,
        /// When.
        at: String,
        /// How much.
        amount: String
    }
    /// Takes a refund away.
    RemoveRefund = "remove_refund" {
        /// Position in `refunds`.
        refund: usize
    }
    ---
    SetStarts = "set_starts" in starts <- text: String as text;
    SetDays = "set_days" in days <- text: String as number;
    SetSeed = "set_seed" in seed <- text: String as number;
    SetCutOff = "set_cut_off" in parties[party].book.cut_off <- text: String as text;
    SetBoundary = "set_boundary" in parties[party].book.boundary <- boundary: Boundary as word;
    SetCloses = "set_closes" in parties[party].book.closes <- closes: Option<Closes> as word_or_none;
    SetAnnounced = "set_announced" in parties[party].book.announced <- text: String as text_or_none;
    SetOpening = "set_opening" in accounts[account].opening <- text: String as text;
    SetFeeRate = "set_fee_rate" in fee_plans[plan].rate <- text: String as text;
    SetFeeRounding = "set_fee_rounding" in fee_plans[plan].rounding <- rounding: Rounding as word;
    SetFeeFloor = "set_fee_floor" in fee_plans[plan].floor <- text: String as text_or_none;
    SetFeeCap = "set_fee_cap" in fee_plans[plan].cap <- text: String as text_or_none;
    SetFeeOnRefund = "set_fee_on_refund" in fee_plans[plan].on_refund <- on_refund: OnRefund as word;
    SetCycle = "set_cycle" in settlement_rules[rule].cycle <- text: String as text;
    SetCalendar = "set_calendar" in settlement_rules[rule].calendar <- text: String as text;
    SetPaysAt = "set_pays_at" in settlement_rules[rule].pays_at <- text: String as text;
    SetMinimum = "set_minimum" in settlement_rules[rule].minimum <- text: String as text;
    SetNonWorkingTrade = "set_non_working_trade" in
        settlement_rules[rule].non_working_trade <- trade: NonWorkingTrade as word;
    SetShortfall = "set_shortfall" in
        settlement_rules[rule].on_refund_shortfall <- shortfall: OnRefundShortfall as word;
    SetNotificationDelay = "set_notification_delay" in
        contracts[contract].notification_delay_seconds <- text: String as number;
    SetSplitDelay = "set_split_delay" in contracts[contract].split_delay_seconds <- text: String as number;
    SetSplitRemainder = "set_split_remainder" in
        contracts[contract].split_remainder <- remainder: SplitRemainder as word;
    SetSplitRate = "set_split_rate" in contracts[contract].splits[split].rate <- text: String as text;
    SetSplitRounding = "set_split_rounding" in
        contracts[contract].splits[split].rounding <- rounding: Rounding as word;
    SetSplitOnRefund = "set_split_on_refund" in
        contracts[contract].splits[split].on_refund <- on_refund: OnRefund as word;
    SetAgreementRate = "set_agreement_rate" in agreements[agreement].rate <- text: String as text;
    SetAgreementPaysAt = "set_agreement_pays_at" in
        agreements[agreement].pays_at <- text: String as text;
    SetAgreementOnRefund = "set_agreement_on_refund" in
        agreements[agreement].on_refund <- on_refund: OnRefund as word;
    SetPaymentAt = "set_payment_at" in payments[payment].at <- text: String as text;
    SetPaymentKnownAt = "set_payment_known_at" in
        payments[payment].known_at <- text: String as text_or_none;
    SetPaymentAmount = "set_payment_amount" in
        payments[payment].lines[line].amount <- text: String as text;
    SetRefundAt = "set_refund_at" in refunds[refund].at <- text: String as text;
    SetRefundAmount = "set_refund_amount" in refunds[refund].amount <- text: String as text;
    SetTrafficPerDay = "set_traffic_per_day" in traffic[traffic].per_day <- text: String as number;
    SetTrafficFrom = "set_traffic_from" in traffic[traffic].amount.from <- text: String as text;
    SetTrafficTo = "set_traffic_to" in traffic[traffic].amount.to <- text: String as text;
}

/// The scenario after an edit, or why there is none.
pub fn apply(scenario: &Scenario, edit: &Edit) -> Result<Scenario, Vec<Problem>> {
    let mut document = writer::tree(scenario);
    change(&mut document, scenario, edit).map_err(|problem| vec![problem])?;
    document::read(&document)
}

fn change<'a>(
    document: &mut Node<'a>,
    scenario: &'a Scenario,
    edit: &'a Edit,
) -> Result<(), Problem> {
    if let Some((path, value)) = edit.field() {
        return match value {
            Some(value) => put(document, &path, value),
            None => remove(document, &path),
        };
    }
    match edit {
        Edit::SetTitle { tongue, text } => {
            let title = said(Some(&scenario.title), *tongue, text);
            put(document, &[Step::Field("title")], title)
        }
        Edit::SetStory { text, .. } if text.trim().is_empty() => {
            remove(document, &[Step::Field("story")])
        }
        Edit::SetStory { tongue, text } => {
            let story = said(scenario.story.as_ref(), *tongue, text);
            put(document, &[Step::Field("story")], story)
        }
        Edit::SetPartyName {
            party,
            tongue,
            text,
        } => {
            let name = scenario.parties.get(*party).map(|party| &party.name);
            let path = [
                Step::Field("parties"),
                Step::Index(*party),
                Step::Field("name"),
            ];
            put(document, &path, said(name, *tongue, text))
        }
        Edit::RemovePayment { payment } => remove_payment(document, scenario, *payment),
        Edit::RemoveRefund { refund } => {
            remove(document, &[Step::Field("refunds"), Step::Index(*refund)])
        }
        Edit::AddPayment {
            seller,
            channel,
            at,
            amount,
        } => {
            let ids = scenario.payments.iter().map(|payment| payment.id.as_str());
            let line = object([("seller", typed(seller)), ("amount", typed(amount))]);
            let payment = object([
                ("id", Node::text(free_id("P", ids))),
                ("at", typed(at)),
                ("channel", typed(channel)),
                ("lines", Node::List(vec![line])),
            ]);
            append(document, "payments", payment)
        }
        Edit::AddRefund {
            payment,
            seller,
            at,
            amount,
        } => {
            let ids = scenario.refunds.iter().map(|refund| refund.id.as_str());
            let of = match seller {
                None => typed(payment),
                Some(seller) => object([("payment", typed(payment)), ("seller", typed(seller))]),
            };
            let refund = object([
                ("id", Node::text(free_id("R", ids))),
                ("of", of),
                ("at", typed(at)),
                ("amount", typed(amount)),
            ]);
            append(document, "refunds", refund)
        }
        // All others give one field one value and were dealt with above.
        _ => Ok(()),
    }
}

/// A refund of nothing would be a mistake that the person did not make.
fn remove_payment(
    document: &mut Node<'_>,
    scenario: &Scenario,
    place: usize,
) -> Result<(), Problem> {
    remove(document, &[Step::Field("payments"), Step::Index(place)])?;
    let removed = scenario.payments.get(place).map(|payment| &payment.id);
    // From the last, so that places stay what they were.
    for (place, refund) in scenario.refunds.iter().enumerate().rev() {
        if matches!(&refund.of, RefundOf::Payment { payment, .. } if Some(payment) == removed) {
            remove(document, &[Step::Field("refunds"), Step::Index(place)])?;
        }
    }
    Ok(())
}

/// A bilingual text with one language changed; the other is what it was.
fn said<'a>(before: Option<&'a Words>, tongue: Tongue, text: &'a str) -> Node<'a> {
    let other = |pick: fn(&Words) -> &String| Node::text(before.map_or(text, |words| pick(words)));
    match tongue {
        Tongue::Both => Node::text(text),
        Tongue::Zh => object([("zh", Node::text(text)), ("en", other(|words| &words.en))]),
        Tongue::En => object([("zh", other(|words| &words.zh)), ("en", Node::text(text))]),
    }
}

#[cfg(test)]
mod tests;
