//! What the author expects to come out: told apart by the word in `kind`.

use super::codec::{
    self, AccountName, Amount, ChannelName, Codec, Date, DepositName, Moment, PartyName, Whole,
};
use super::noun::{give_field, given_if, kind, need, table, tagged, take_field, taken, words};
use super::shape::{Field, Kind, Need, Shape};
use super::tree::Node;
use crate::base::money::Money;
use crate::scenario::limits::COUNT_MAX;
use crate::scenario::v1::{Expectation, Op, Severity, Which};

const MOST: i64 = Money::MAX.minor();
const LEAST: i64 = MOST.wrapping_neg();

words! {
    Which { Current = "current", PreviousDay = "previous_day" }
    Severity { Note = "note", Attention = "attention", Warning = "warning", High = "high" }
    Op { Equal = "=", NotEqual = "!=", Less = "<", AtMost = "<=", More = ">", AtLeast = ">=" }
}

tagged!(Expectation by "kind" {
    "balance" Balance {
        needed account: AccountName = "An account of this document, or `keeper:code.owner`.",
        needed at: Moment = "After everything that happens at or before this moment.",
        usual("current") which: Which = "Which of the two balances.",
        needed op: Op = "The comparison.",
        needed value: Amount<LEAST, MOST> = "The amount, on the account's normal side.",
    }
    "arrival" Arrival {
        needed account: DepositName = "A deposit account.",
        needed by: Date = "Counts payouts up to the end of this natural day.",
        needed op: Op = "The comparison.",
        needed value: Amount<LEAST, MOST> = "The sum that payouts brought.",
    }
    "total_fee" TotalFee {
        needed channel: ChannelName = "The channel.",
        needed op: Op = "The comparison.",
        needed value: Amount<LEAST, MOST> = "All fees less fees returned, over the whole run.",
    }
    "refused" Refused {
        needed op: Op = "The comparison.",
        needed count: Whole<0, COUNT_MAX> = "How many refunds were refused.",
    }
    "inflow" Inflow {
        needed party: PartyName = "Whose deposits.",
        optional from: Date = "Counts from the beginning of this natural day. From the start when absent.",
        needed by: Date = "Counts up to the end of this natural day.",
        needed op: Op = "The comparison.",
        needed value: Amount<LEAST, MOST> = "What payouts of channels and payments of platforms brought.",
    }
    "commission" Commission {
        needed party: PartyName = "A party that keeps a book.",
        needed op: Op = "The comparison.",
        needed value: Amount<LEAST, MOST> = "Its commission less what it gave back, over the whole run.",
    }
    "held" Held {
        needed party: PartyName = "In whose hands.",
        needed op: Op = "The comparison.",
        needed value: Amount<LEAST, MOST> = "The most of others' money at any moment.",
    }
    "findings" Findings {
        needed at_least: Severity = "How grave they are at least.",
        needed op: Op = "The comparison.",
        needed count: Whole<0, COUNT_MAX> = "How many findings there are; they are hints, never verdicts.",
    }
});
