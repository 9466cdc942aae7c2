//! The whole document: its head and its lists.

use super::codec::{self, Bilingual, Codec, Moment, Whole, shape_of};
use super::noun::{give_field, given, kind, need, noun, table, take_field, taken};
use super::shape::{Field, Kind, Need, Shape};
use super::tree::Node;
use crate::scenario::limits::{
    ACCOUNTS_MAX, CONTRACTS_MAX, DAYS_MAX, EXPECTATIONS_MAX, NAME_CHARS_MAX, OUTFLOWS_MAX,
    PARTIES_MAX, PAYMENTS_MAX, REFUNDS_MAX, ROUTES_MAX, RULES_MAX, STORY_CHARS_MAX, STORYBOARD_MAX,
    TRAFFIC_MAX,
};
use crate::scenario::v1::{
    AccountSpec, Agreement, BillForm, CalendarSpec, Contract, Expectation, FORMAT, FeePlan,
    NamedMoment, Outflow, Party, Payment, Refund, Route, Scenario, SettlementRule, Traffic,
};

/// The field that says what kind of document this is.
pub(crate) const FORMAT_FIELD: &str = "format";

/// A version 1 document.
pub(crate) const DOCUMENT: Kind = Kind::Tagged {
    tag: FORMAT_FIELD,
    variants: &[(FORMAT, shape_of(&Scenario::KIND))],
};

noun!(Scenario {
    needed title: Bilingual<NAME_CHARS_MAX> = "What the scenario is about.",
    optional story: Bilingual<STORY_CHARS_MAX> = "What happens, in about three sentences.",
    needed starts: Moment = "First moment at which something may happen.",
    needed days: Whole<1, DAYS_MAX> = "Natural days, from `starts`, during which payments happen.",
    usual("0") seed: Whole<0, { u32::MAX }> = "Seed of the generated traffic.",
    list(RULES_MAX) calendars: CalendarSpec = "Calendars besides the built-in `cn` and `weekdays`.",
    list(PARTIES_MAX) parties: Party = "Who takes part.",
    list(ACCOUNTS_MAX) accounts: AccountSpec = "Deposits at banks. Accounts that follow from a contract are opened by the engine.",
    list(RULES_MAX) fee_plans: FeePlan = "What channels charge.",
    list(RULES_MAX) settlement_rules: SettlementRule = "When and how channels pay out.",
    list(CONTRACTS_MAX) contracts: Contract = "Arrangements of merchants with channels.",
    list(CONTRACTS_MAX) agreements: Agreement =
        "What platforms that collect in their own name owe the sellers.",
    list(ROUTES_MAX) routes: Route = "Which contract a payment line belongs to; the first that fits wins.",
    list(PAYMENTS_MAX) payments: Payment = "Payments, in the author's order.",
    list(REFUNDS_MAX) refunds: Refund = "Refunds.",
    list(TRAFFIC_MAX) traffic: Traffic = "Payments to be drawn from the seed, day by day.",
    list(EXPECTATIONS_MAX) expectations: Expectation = "What the author expects; the engine says whether it came true.",
    list(STORYBOARD_MAX) storyboard: NamedMoment =
        "Moments shown one after another when the run is presented. Chosen from what happened when absent.",
    list(OUTFLOWS_MAX) outflows: Outflow = "Payments out of deposits that no settlement asks for.",
    optional bill_form: BillForm = "Headers of the trade bill that the scenario was made of, where they are not today's.",
});
