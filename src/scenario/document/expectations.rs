//! What the author expects to come out: told apart by the word in `kind`.

use super::codec::{
    self, AccountName, Amount, ChannelName, Codec, Date, DepositName, Moment, Whole,
};
use super::noun::{give_field, given_if, kind, need, table, tagged, take_field, taken, words};
use super::shape::{Field, Kind, Need, Shape};
use super::tree::Node;
use crate::base::money::Money;
use crate::scenario::limits::COUNT_MAX;
use crate::scenario::v1::{Expectation, Op, Which};

const MOST: i64 = Money::MAX.minor();
const LEAST: i64 = MOST.wrapping_neg();

words! {
    Which { Current = "current", PreviousDay = "previous_day" }
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
});
