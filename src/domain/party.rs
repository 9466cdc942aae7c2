//! Parties and their books: who takes part, and the ledger that one party keeps with its own day cut.

use serde::{Deserialize, Serialize};

use crate::base::date::{CutOff, TimeOfDay};
use crate::base::id::{BookId, PartyId};

/// A sentence in both languages. In a document either one text for both, or `{ "zh": …, "en": … }`.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// What a party is.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// Sells something.
    Merchant,
    /// A platform or service provider.
    Platform,
    /// A payment channel.
    Channel,
    /// A bank.
    Bank,
}

/// What a party is licensed for.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Licence {
    /// None.
    None,
    /// Payment business.
    Payment,
    /// Banking.
    Bank,
}

/// How far a seller is with the institution that collects for it (进件).
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Onboarding {
    /// Examined and signed.
    Finished,
    /// Not yet, or never.
    Unfinished,
}

/// Where a platform's sellers sell.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Premises {
    /// In the shops of one building.
    PhysicalMall,
    /// Online.
    Online,
}

/// A party of a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// The author's id.
    pub key: String,
    /// Name shown to people.
    pub name: Words,
    /// What it is.
    pub kind: PartyKind,
    /// What it is licensed for.
    pub licence: Licence,
    /// The book it keeps.
    pub book: Option<BookId>,
    /// How far it is with the institution that collects for it, where the author says so.
    pub onboarding: Option<Onboarding>,
    /// Where its sellers sell, where the author says so.
    pub premises: Option<Premises>,
    /// Its name in the register, where the author says so.
    pub legal_name: Option<String>,
    /// Added by the engine: a reserve bank that the author did not write.
    pub implicit: bool,
}

/// The ledger that one party keeps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Book {
    /// Who keeps it.
    pub keeper: PartyId,
    /// When it turns to its next accounting date.
    pub cut_off: CutOff,
    /// The cut-off that its keeper tells others, when another one.
    pub announced: Option<TimeOfDay>,
}
