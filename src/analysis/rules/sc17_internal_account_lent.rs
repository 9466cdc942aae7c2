//! SC-17: a bank's internal account is lent for collecting.
//!
//! ## What it looks for
//! An internal account (内部户) of a bank used to collect for a platform's sellers.
//!
//! ## Why it matters
//! An account in the bank's own name hides whose money it is.
//!
//! ## Evidence
//! The account and whose money passed it.
//!
//! ## How to clear it
//! A supervised account in the platform's name that cannot transfer freely.
//!
//! ## Source
//! - 银发〔2017〕281号 (2017): to be confirmed.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::InternalAccountLent,
    sources: &[Source::of(Paper::Notice281)],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::InternalAccounts])),
};
