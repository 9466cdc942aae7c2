//! Everything an author can get wrong, each with the place, what was found and what is allowed.
//!
//! Codes and data only; the sentences live in `text`. Problems are always reported all at once.

use serde::{Deserialize, Serialize};

use crate::base::money::Money;

pub mod clash;
mod file_flaw;
mod link_flaw;
mod order;

use clash::Clash;
pub use file_flaw::FileFlaw;
pub use link_flaw::LinkFlaw;
pub use order::sort;
pub(crate) use order::sort_by_path;

/// One mistake of the author.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Problem {
    /// Where, in the author's JSON terms: `payments[3].lines[0].amount`. Empty for the whole document.
    pub path: String,
    /// What.
    pub kind: ProblemKind,
}

/// What can be wrong.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum ProblemKind {
    /// Not JSON.
    Unreadable {
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
        /// The parser's own words.
        reason: String,
    },
    /// Larger than the reader takes.
    TextTooLarge {
        /// Bytes found.
        found: u64,
        /// Bytes allowed.
        max: u64,
    },
    /// Nested deeper than the reader goes.
    TooDeep {
        /// Levels allowed.
        max: u64,
    },
    /// Not a scenario document at all (no `format`, or another one).
    NotAScenario {
        /// What stood in `format`.
        found: String,
    },
    /// Written by a newer version.
    NewerVersion {
        /// What stood in `format`.
        found: String,
        /// The newest this build reads.
        newest: String,
    },
    /// The same key twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A field this version does not know.
    UnknownField {
        /// The field.
        found: String,
        /// The fields known here.
        allowed: Vec<String>,
    },
    /// A field that must be there.
    MissingField {
        /// The field.
        field: String,
    },
    /// A value of another type.
    WrongType {
        /// Type found: text, number, list, object, true/false, null.
        found: String,
        /// Type wanted.
        allowed: String,
        /// The form of the text or number wanted, where there is one.
        #[serde(default)]
        form: Option<Form>,
    },
    /// A word that is none of those allowed.
    UnknownValue {
        /// What was found.
        found: String,
        /// What is allowed.
        allowed: Vec<String>,
    },
    /// A text that does not have the form wanted.
    BadForm {
        /// Which form.
        form: Form,
        /// What was found, shortened.
        found: String,
    },
    /// A number or amount outside its range.
    OutOfRange {
        /// What was found.
        found: String,
        /// The least allowed.
        min: String,
        /// The greatest allowed.
        max: String,
    },
    /// A text longer than allowed.
    TextTooLong {
        /// Characters found.
        found: u64,
        /// Characters allowed.
        max: u64,
    },
    /// A character that nobody sees, so that two names could look alike.
    ForbiddenCharacter {
        /// Its code point, as U+202E.
        found: String,
        /// Which character of the text it is, from 1.
        position: u64,
    },
    /// More items than allowed.
    TooMany {
        /// How many were found.
        found: u64,
        /// How many are allowed.
        max: u64,
    },
    /// Fewer items than needed.
    TooFew {
        /// How many were found.
        found: u64,
        /// How many are needed.
        min: u64,
    },
    /// The same id twice.
    DuplicateId {
        /// The id.
        id: String,
        /// Where it stood first.
        first: String,
    },
    /// A name that refers to nothing.
    UnknownReference {
        /// The name.
        found: String,
        /// What it should name.
        what: Noun,
        /// The names there are (at most twenty).
        allowed: Vec<String>,
    },
    /// A party that cannot play this part.
    WrongParty {
        /// The party.
        found: String,
        /// The part.
        wanted: Noun,
    },
    /// An account owned by somebody else than it must be.
    WrongOwner {
        /// The account.
        account: String,
        /// The owner it must have.
        owner: String,
    },
    /// A party has no (or more than one) deposit account, so the payout account must be named.
    PayoutAccountUnclear {
        /// The party.
        party: String,
        /// Its accounts.
        accounts: Vec<String>,
    },
    /// Fields that do not go with the contract's mode.
    NotInThisMode {
        /// The mode.
        mode: String,
        /// What is not allowed or missing.
        field: String,
        /// Whether it is missing; otherwise it is there and not allowed.
        #[serde(default)]
        missing: bool,
    },
    /// Shares of a payment that, with the fee, could exceed it.
    SplitsExceedPayment {
        /// Sum of rates, as a rate.
        found: String,
    },
    /// Two contracts give one payee at one channel different settlement rules or payout accounts.
    PayeeConflict {
        /// The payee.
        payee: String,
        /// Path of the first contract.
        first: String,
    },
    /// A platform collects for a seller without an agreement that says what it owes.
    NoAgreement {
        /// The platform.
        platform: String,
        /// The seller.
        merchant: String,
    },
    /// A platform that collects for others keeps no book, so nobody could say what it owes them.
    NeedsBook {
        /// The platform.
        party: String,
    },
    /// No route fits the payment line.
    NoRoute {
        /// Who sells.
        seller: String,
        /// Through which channel.
        channel: String,
    },
    /// A route leads to a contract of another seller or channel.
    RouteMismatch {
        /// The contract.
        contract: String,
    },
    /// A moment before the scenario starts or after its days.
    OutsideScenario {
        /// What was found.
        found: String,
        /// First moment allowed.
        from: String,
        /// End, exclusive.
        until: String,
    },
    /// Refunds of a payment line exceed what was paid.
    RefundsExceedPayment {
        /// Sum of refunds.
        refunded: Money,
        /// What was paid.
        paid: Money,
    },
    /// Two places that cannot both be true.
    Contradiction {
        /// What they contradict each other in.
        clash: Clash,
        /// What stands here.
        found: String,
        /// The other place; blank for what every document has without saying so.
        other: String,
        /// What stands there.
        there: String,
    },
    /// A refund before its payment.
    RefundBeforePayment {
        /// When it was paid.
        paid_at: String,
    },
    /// A payment with several sellers of which the refund names none, or one that is not among them.
    RefundNeedsSeller {
        /// The payment.
        #[serde(default)]
        payment: String,
        /// The seller that the refund names; blank when it names none.
        #[serde(default)]
        found: String,
        /// The sellers.
        sellers: Vec<String>,
    },
    /// A due date lies outside the calendar's years.
    BeyondCalendar {
        /// The calendar.
        calendar: String,
        /// The first such date.
        date: String,
    },
    /// All amounts together could leave the exact money range.
    SumsTooLarge {
        /// Greatest possible turnover in fen.
        found: String,
        /// The limit in fen.
        max: String,
    },
    /// A share link that was cut, changed, too large or of another kind.
    BadLink {
        /// What is wrong with it.
        reason: LinkFlaw,
    },
    /// A lesson that does not keep a promise when it is played.
    LessonUnproved {
        /// What it promises.
        claim: LessonClaim,
        /// The check that it is about; blank for none.
        check: String,
        /// What came out; blank where it is not about a figure.
        found: String,
    },
    /// An imported file that is not what it claims to be.
    BadFile {
        /// Line, from 1.
        line: u32,
        /// Name of the column; empty when it is the whole line.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        column: String,
        /// What is wrong.
        reason: FileFlaw,
        /// What was found, shortened.
        found: String,
        /// What would be right, or the limit; blank where there is nothing to name.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        expected: String,
        /// The other lines that it is about, the nearest first.
        #[serde(default, skip_serializing_if = "<[u32]>::is_empty")]
        lines: Box<[u32]>,
    },
}

/// Forms of texts.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// `"1234.50"`.
    Amount,
    /// `"0.006"`.
    Rate,
    /// `"2018-09-30T22:59:50"`.
    Moment,
    /// `"2018-09-30"`.
    Date,
    /// `"22:00:00"`.
    TimeOfDay,
    /// `"T+1"`.
    Cycle,
    /// Letters, digits, `.`, `_`, `-`.
    Id,
    /// A whole number.
    WholeNumber,
    /// Text that is not blank.
    Name,
    /// An account's id, or `keeper:code.owner`.
    AccountName,
    /// `2018-09-30 22:59:50`, as a bill writes it.
    BillMoment,
    /// A number of an order or refund that no spreadsheet has rounded.
    BillNumber,
    /// `OTHERS`, a word of the channel's.
    BillCode,
    /// `0.60%`.
    BillRate,
    /// The header of a trade bill.
    BillHeader,
}

/// Things a name can refer to, parts a party can play.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    /// Any party.
    Party,
    /// A channel.
    Channel,
    /// A bank.
    Bank,
    /// A platform.
    Platform,
    /// A seller.
    Seller,
    /// An account.
    Account,
    /// A deposit account.
    DepositAccount,
    /// A calendar.
    Calendar,
    /// A fee plan.
    FeePlan,
    /// A settlement rule.
    SettlementRule,
    /// A contract.
    Contract,
    /// A payment.
    Payment,
}

/// What a lesson promises.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LessonClaim {
    /// At the start something is still to be done.
    StartFails,
    /// The bet's answer is what comes out.
    BetHolds,
    /// The solution passes every check.
    SolutionHolds,
    /// So it does with other numbers.
    VariantHolds,
    /// A wrong idea fails the check that its author names.
    IdeaFails,
    /// Whoever has a wrong idea is told of that one.
    IdeaIsTold,
    /// A hint says something that no hint before it has said.
    HintIsNew,
}
