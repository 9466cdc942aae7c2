//! What was agreed: fees, settlement rules, contracts with their splits, and the routes to them.

use super::codec::{
    self, Amount, CalendarName, ChannelName, Codec, ContractName, Cycle, DepositName, FeePlanName,
    FreeText, Id, Moment, PlatformName, RateText, RuleName, SellerName, Time, Whole,
};
use super::noun::{give_field, given, kind, need, noun, table, take_field, taken, words};
use super::shape::{Field, Kind, Need, Shape};
use super::tree::Node;
use crate::base::rate::Rounding;
use crate::domain::cycle::NonWorkingTrade;
use crate::scenario::limits::{AMOUNT_MAX, DELAY_SECONDS_MAX, SPLITS_MAX};
use crate::scenario::v1::{
    Agreement, Contract, FeePlan, Mode, OnRefund, OnRefundShortfall, Route, SettlementRule, Split,
    SplitRemainder,
};

const MOST: i64 = AMOUNT_MAX.minor();

words! {
    Rounding { HalfUp = "half_up", HalfEven = "half_even", Down = "down", Up = "up" }
    OnRefund { Return = "return", Keep = "keep" }
    NonWorkingTrade { AsIs = "as_is", NextWorkingDay = "next_working_day" }
    OnRefundShortfall { TopUp = "top_up", Refuse = "refuse", CarryNegative = "carry_negative" }
    SplitRemainder {
        Collector = "collector", Largest = "largest", First = "first", Last = "last"
    }
    Mode { Direct = "direct", SubMerchant = "sub_merchant", Pooled = "pooled" }
}

noun!(FeePlan {
    needed id: Id = "The name by which contracts refer to the plan.",
    needed rate: RateText = "Share of the payment amount.",
    usual("half_up") rounding: Rounding = "How each fee becomes whole fen.",
    optional floor: Amount<0, MOST> = "Least fee of a payment line, never above its amount. None when absent.",
    optional cap: Amount<0, MOST> = "Greatest fee of a payment line. None when absent.",
    usual("return") on_refund: OnRefund =
        "Whether a refund gives the fee back, in proportion and cumulatively rounded.",
});

noun!(SettlementRule {
    needed id: Id = "The name by which contracts refer to the rule.",
    needed cycle: Cycle = "`T+n` counts working days of the calendar, `D+n` natural days.",
    usual("cn") calendar: CalendarName = "A calendar of this document, or the built-in `cn` or `weekdays`.",
    usual("09:30:00") pays_at: Time = "Time of day of the payout.",
    usual("0.00") minimum: Amount<0, MOST> = "Least payout; less is carried to the next one.",
    usual("as_is") non_working_trade: NonWorkingTrade =
        "What a trade on a non-working day counts as, under `T+n`.",
    usual("top_up") on_refund_shortfall: OnRefundShortfall =
        "What happens when the pending money is smaller than a refund.",
});

noun!(Contract {
    needed id: Id = "The name by which routes refer to the contract.",
    needed mode: Mode = "How the merchant is connected to the channel.",
    needed channel: ChannelName = "The channel.",
    optional provider: PlatformName = "The platform that brings the sub-merchant; needed in `sub_merchant`.",
    needed collector: SellerName = "The party in whose name the channel collects.",
    needed fee_plan: FeePlanName = "What the channel charges.",
    needed settlement_rule: RuleName = "When the channel pays out.",
    optional payout_to: DepositName = "The collector's deposit account. Its only account when absent.",
    list(SPLITS_MAX) splits: Split = "Shares of each payment; only in `sub_merchant`.",
    usual("collector") split_remainder: SplitRemainder = "Who gets the fen that a split leaves over.",
    usual("60") split_delay_seconds: Whole<0, DELAY_SECONDS_MAX> =
        "Seconds between the provider's learning of a payment and its split.",
    usual("0") notification_delay_seconds: Whole<0, DELAY_SECONDS_MAX> =
        "Seconds between a payment and the platform's learning of it.",
    optional shown_name: FreeText = "The name that the payer sees. Not said when absent.",
});

noun!(Agreement {
    needed platform: PlatformName = "The platform that collects in its own name.",
    needed merchant: SellerName = "The seller for whom it collects.",
    needed rate: RateText = "Commission, as a share of the payment amount.",
    usual("down") rounding: Rounding =
        "How each commission becomes whole fen; `down` is never above the agreed share.",
    usual("keep") on_refund: OnRefund = "Whether a refund gives the commission back.",
    usual("15:00:00") pays_at: Time =
        "Time of day at which the platform pays what the channel settled to it that day.",
    optional payout_to: DepositName = "The merchant's deposit account. Its only account when absent.",
});

noun!(Split {
    needed to: SellerName = "The receiving party.",
    needed rate: RateText = "Share of the payment amount.",
    usual("down") rounding: Rounding = "How each share becomes whole fen; `down` is never above the agreed share.",
    usual("keep") on_refund: OnRefund = "Whether a refund gives the share back.",
    optional payout_to: DepositName = "The receiver's deposit account. Its only account when absent.",
});

noun!(Route {
    needed seller: SellerName = "Who sells.",
    needed channel: ChannelName = "Through which channel.",
    optional min_amount: Amount<0, MOST> = "Least amount of the line, inclusive.",
    optional max_amount: Amount<0, MOST> = "Greatest amount of the line, inclusive.",
    optional from: Moment = "First moment, inclusive.",
    optional until: Moment = "End, exclusive.",
    needed contract: ContractName = "The contract that such a payment line belongs to.",
});
