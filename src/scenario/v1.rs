//! The scenario as an author writes it, version `daycut/1`: who takes part, what was agreed, who pays what.
//!
//! Every value here is well formed (amounts are amounts, moments are moments); whether names refer to
//! something and whether the whole makes sense is decided by `compile`. The exact document is described
//! in `docs/scenario.md`. Fields are public: a scenario is plain data and holds no invariant.

pub use self::expectations::{Expectation, Op, Which};
pub use self::storyboard::NamedMoment;
use crate::base::date::{Boundary, CivilDate, Closes, TimeOfDay, WallClock};
use crate::base::money::Money;
use crate::base::rate::{Rate, Rounding};
pub use crate::domain::contract::{Mode, OnRefundShortfall};
use crate::domain::cycle::{NonWorkingTrade, SettlementCycle};
pub use crate::domain::fee::SplitRemainder;
pub use crate::domain::outflow::Purpose;
pub use crate::domain::party::{Licence, Onboarding, PartyKind, Premises, Words};
pub use crate::domain::severity::Severity;

mod expectations;
mod storyboard;

/// The text of `format` in a version 1 document.
pub const FORMAT: &str = "daycut/1";

/// A whole scenario.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scenario {
    /// `title`.
    pub title: Words,
    /// `story`: what happens, in three sentences. Optional.
    pub story: Option<Words>,
    /// `starts`: first moment at which something may happen.
    pub starts: WallClock,
    /// `days`: natural days during which payments happen.
    pub days: u32,
    /// `seed` of generated traffic; 0 when absent.
    pub seed: u32,
    /// `calendars` besides the built-in `cn` and `weekdays`.
    pub calendars: Vec<CalendarSpec>,
    /// `parties`.
    pub parties: Vec<Party>,
    /// `accounts` that no contract implies: deposits at banks.
    pub accounts: Vec<AccountSpec>,
    /// `fee_plans`.
    pub fee_plans: Vec<FeePlan>,
    /// `settlement_rules`.
    pub settlement_rules: Vec<SettlementRule>,
    /// `contracts`.
    pub contracts: Vec<Contract>,
    /// `agreements` between a platform that collects and the sellers it collects for.
    pub agreements: Vec<Agreement>,
    /// `routes`, tried in order.
    pub routes: Vec<Route>,
    /// `payments`, in the author's (or the bill's) order.
    pub payments: Vec<Payment>,
    /// `refunds`.
    pub refunds: Vec<Refund>,
    /// `traffic` to be generated from the seed.
    pub traffic: Vec<Traffic>,
    /// `expectations`.
    pub expectations: Vec<Expectation>,
    /// `storyboard`: moments shown one after another.
    pub storyboard: Vec<NamedMoment>,
    /// `outflows` that no settlement asks for.
    pub outflows: Vec<Outflow>,
    /// `bill_form` of the trade bill that the scenario was made of, where it is not today's.
    pub bill_form: Option<BillForm>,
}

/// `outflows[]`: a payment out of a deposit that no settlement asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outflow {
    /// `id`.
    pub id: String,
    /// `from`: the deposit account that pays.
    pub from: String,
    /// `at`.
    pub at: WallClock,
    /// `amount`, above zero.
    pub amount: Money,
    /// `purpose`.
    pub purpose: Purpose,
    /// `to`: the deposit account that is paid, of an advance or an onward payment.
    pub to: Option<String>,
}

/// `calendars[]`: a built-in calendar with the author's own days.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarSpec {
    /// `id`.
    pub id: String,
    /// `based_on`: `cn` (default) or `weekdays`.
    pub based_on: CalendarBase,
    /// `holidays` added by the author.
    pub holidays: Vec<CivilDate>,
    /// `workdays` added by the author.
    pub workdays: Vec<CivilDate>,
    /// `beyond`: `weekends_only` allows dates outside the known years.
    pub beyond_weekends_only: bool,
}

/// Built-in calendars.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CalendarBase {
    /// Mainland China, 2007–2026.
    #[default]
    Cn,
    /// Monday to Friday.
    Weekdays,
}

/// `parties[]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// `id`.
    pub id: String,
    /// `kind`.
    pub kind: PartyKind,
    /// `name` shown to people.
    pub name: Words,
    /// `licence`; a bank has `bank`, a channel `payment`, others `none` unless said.
    pub licence: Licence,
    /// `book` that the party keeps; banks and channels always keep one (00:00 unless said).
    pub book: Option<BookSpec>,
    /// `reserve_bank` of a channel: the bank that keeps its reserve. Implicit when absent.
    pub reserve_bank: Option<String>,
    /// `onboarding` of a seller with the institution that collects for it. Not said when absent.
    pub onboarding: Option<Onboarding>,
    /// `premises` where a platform's sellers sell. Not said when absent.
    pub premises: Option<Premises>,
    /// `legal_name` in the register. Not said when absent.
    pub legal_name: Option<String>,
}

/// `parties[].book`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BookSpec {
    /// `cut_off`, default 00:00:00.
    pub cut_off: TimeOfDay,
    /// `closes`: which date the cut closes; by default `previous` before noon, `same` from noon on.
    pub closes: Option<Closes>,
    /// `boundary`: which day owns the instant of the cut.
    pub boundary: Boundary,
    /// `announced`: the cut-off the keeper tells others, when it is another one.
    pub announced: Option<TimeOfDay>,
}

/// `accounts[]`: a deposit at a bank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AccountSpec {
    /// `id`, a short name for expectations and contracts.
    pub id: String,
    /// `kept_by`: a bank.
    pub kept_by: String,
    /// `owner`: any party.
    pub owner: String,
    /// `class`.
    pub class: AccountClass,
    /// `opening` balance on the normal side, default 0.00.
    pub opening: Money,
    /// `name_on_account`: in whose name the bank keeps it. Not said when absent.
    pub name_on_account: Option<String>,
    /// `authority` to have the owner's money paid to an account of another name. None when absent.
    pub authority: Option<Authority>,
}

/// An authority to manage somebody's funds.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// There is a paper that says so.
    Documented,
}

/// Classes of deposit accounts.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountClass {
    /// 单位活期存款.
    #[default]
    Corporate,
    /// 个人活期存款.
    Personal,
}

/// `fee_plans[]`: what the channel charges.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FeePlan {
    /// `id`.
    pub id: String,
    /// `rate` of the payment amount.
    pub rate: Rate,
    /// `rounding` of each fee, default `half_up`.
    pub rounding: Rounding,
    /// `floor`: least fee of a payment line, never above its amount. Optional.
    pub floor: Option<Money>,
    /// `cap`: greatest fee of a payment line. Optional.
    pub cap: Option<Money>,
    /// `on_refund`, default `return`.
    pub on_refund: OnRefund,
}

/// What happens to a fee or commission when the payment is refunded.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnRefund {
    /// Given back in proportion, cumulatively rounded; the last refund returns the rest.
    Return,
    /// Kept.
    Keep,
}

/// `settlement_rules[]`: when and how a channel pays out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SettlementRule {
    /// `id`.
    pub id: String,
    /// `cycle`: `T+n` or `D+n`.
    pub cycle: SettlementCycle,
    /// `calendar`, default `cn`.
    pub calendar: String,
    /// `pays_at`: time of day of the payout, default 09:30:00.
    pub pays_at: TimeOfDay,
    /// `minimum` amount of a payout; less is carried to the next one. Default 0.00.
    pub minimum: Money,
    /// `non_working_trade`, default `as_is`.
    pub non_working_trade: NonWorkingTrade,
    /// `on_refund_shortfall`, default `top_up`.
    pub on_refund_shortfall: OnRefundShortfall,
}

/// `contracts[]`: a merchant's arrangement with a channel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contract {
    /// `id`.
    pub id: String,
    /// `mode`.
    pub mode: Mode,
    /// `channel`.
    pub channel: String,
    /// `provider`: the platform that brings the sub-merchant (服务商); needed in `sub_merchant`.
    pub provider: Option<String>,
    /// `collector`: in whose name the channel collects.
    pub collector: String,
    /// `fee_plan`.
    pub fee_plan: String,
    /// `settlement_rule`.
    pub settlement_rule: String,
    /// `payout_to`: the collector's deposit account. The collector's only account when absent.
    pub payout_to: Option<String>,
    /// `splits` of each payment (分账); only in `sub_merchant`.
    pub splits: Vec<Split>,
    /// `split_remainder`: who gets the fen that a split leaves over, default `collector`.
    pub split_remainder: SplitRemainder,
    /// `split_delay_seconds` between the provider's learning of a payment and its split, default 60.
    pub split_delay_seconds: u32,
    /// `notification_delay_seconds` between a payment and the platform's learning of it, default 0.
    pub notification_delay_seconds: u32,
    /// `shown_name`: the name that the payer sees. Not said when absent.
    pub shown_name: Option<String>,
}

/// `agreements[]`: a platform that collects in its own name owes a seller its sales less fee and commission.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Agreement {
    /// `platform`: who collects.
    pub platform: String,
    /// `merchant`: for whom.
    pub merchant: String,
    /// `rate` of the commission on the payment amount.
    pub rate: Rate,
    /// `rounding` of each commission, default `down` (never above the agreed share).
    pub rounding: Rounding,
    /// `on_refund`: what happens to the commission, default `keep`.
    pub on_refund: OnRefund,
    /// `pays_at`: time of day at which the platform pays, default 15:00:00.
    pub pays_at: TimeOfDay,
    /// `payout_to`: the merchant's deposit account. Its only account when absent.
    pub payout_to: Option<String>,
}

/// `contracts[].splits[]`: a receiver's share of each payment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Split {
    /// `to`: the receiving party.
    pub to: String,
    /// `rate` of the payment amount.
    pub rate: Rate,
    /// `rounding` of each share, default `down` (never above the agreed share).
    pub rounding: Rounding,
    /// `on_refund`, default `keep`.
    pub on_refund: OnRefund,
    /// `payout_to`: the receiver's deposit account. Its only account when absent.
    pub payout_to: Option<String>,
}

/// `routes[]`: chooses the contract of a payment line at the moment of capture. The first that fits wins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Route {
    /// `seller`.
    pub seller: String,
    /// `channel`.
    pub channel: String,
    /// `min_amount` of the line, inclusive. Optional.
    pub min_amount: Option<Money>,
    /// `max_amount` of the line, inclusive. Optional.
    pub max_amount: Option<Money>,
    /// `from`: first moment, inclusive. Optional.
    pub from: Option<WallClock>,
    /// `until`: end, exclusive. Optional.
    pub until: Option<WallClock>,
    /// `contract`.
    pub contract: String,
}

impl Route {
    /// Whether a payment line of this amount, paid at this moment, may take the route.
    pub(crate) fn fits(&self, amount: Money, at: WallClock) -> bool {
        self.min_amount.is_none_or(|min| amount >= min)
            && self.max_amount.is_none_or(|max| amount <= max)
            && self.from.is_none_or(|from| at >= from)
            && self.until.is_none_or(|until| at < until)
    }
}

/// `payments[]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Payment {
    /// `id`.
    pub id: String,
    /// `at`: when the payer paid.
    pub at: WallClock,
    /// `known_at`: when the platform learns of it; `at` plus the contract's delay when absent.
    pub known_at: Option<WallClock>,
    /// `channel`.
    pub channel: String,
    /// `lines`: one a seller.
    pub lines: Vec<Line>,
    /// `bill`: what an imported trade bill said and the engine does not compute.
    pub bill: Option<BillNote>,
}

/// `payments[].lines[]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// `seller`.
    pub seller: String,
    /// `amount`, above zero.
    pub amount: Money,
    /// `contract` that the line was made under; the routes choose it when absent.
    pub contract: Option<String>,
}

/// `bill_form`: the headers of an imported trade bill as they stood, so that it goes out as it came in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BillForm {
    /// `columns`: the first line of the file.
    pub columns: String,
    /// `totals`: the header of its totals.
    pub totals: String,
}

/// `payments[].bill` and `refunds[].bill`: fields of a trade bill row that no engine computes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BillNote {
    /// `place` of the row among the rows of its file, from 1.
    pub place: u32,
    /// `fields`: bill column name → text as it stood, without the backtick. Only fields not computed.
    pub fields: Vec<(String, String)>,
}

/// `refunds[]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refund {
    /// `id`.
    pub id: String,
    /// `of`: what is refunded.
    pub of: RefundOf,
    /// `at`.
    pub at: WallClock,
    /// `amount`, above zero.
    pub amount: Money,
    /// `bill`: what an imported trade bill said.
    pub bill: Option<BillNote>,
}

/// `refunds[].of`: the id of a payment, `{ "payment": …, "seller": … }`, or
/// `{ "external": …, "seller": …, "channel": …, "paid_at": …, "amount": … }` for a payment before the scenario.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RefundOf {
    /// A payment of this scenario; the seller is needed when it has several lines.
    Payment {
        /// Its id.
        payment: String,
        /// Whose line.
        seller: Option<String>,
    },
    /// A payment made before the scenario starts.
    External {
        /// Its number, free text.
        external: String,
        /// Who sold.
        seller: String,
        /// Through which channel.
        channel: String,
        /// When it was paid.
        paid_at: WallClock,
        /// What was paid.
        amount: Money,
        /// The contract that it was made under; the routes choose it when absent.
        contract: Option<String>,
    },
}

/// `traffic[]`: payments drawn from the seed, day by day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Traffic {
    /// `seller`.
    pub seller: String,
    /// `channel`.
    pub channel: String,
    /// `per_day`: payments a natural day.
    pub per_day: u32,
    /// `amount.from`, inclusive.
    pub amount_from: Money,
    /// `amount.to`, inclusive.
    pub amount_to: Money,
    /// `hours`: when in the day people pay.
    pub hours: Hours,
}

/// Profiles of a day's payments.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hours {
    /// Evenly over the 24 hours.
    #[default]
    AllDay,
    /// 10:00–22:00 with peaks at noon and in the evening.
    Retail,
    /// 09:00–18:00.
    Office,
    /// 18:00–24:00 with a tail after midnight.
    Night,
}
