//! SC-06: a party without a licence keeps balances that can be cashed out.
//!
//! ## What it looks for
//! A balance of users or sellers at a party without a licence that can be topped up, spent and cashed out.
//!
//! ## Why it matters
//! Business that takes money from payers in advance is one of the two kinds of payment business; cards for one
//! purpose only are none.
//!
//! ## Evidence
//! Top-ups, spending and withdrawals.
//!
//! ## How to clear it
//! A licensed wallet, or points that cannot be cashed out.
//!
//! ## Source
//! - 国务院令第768号, article 15 paragraph 1 (in force since 2024-05-01): read in full.
//! - 国务院令第768号, article 6 paragraph 2 (in force since 2024-05-01): read in full.

use crate::analysis::view::{FactNeeded, RuleId};

use super::paper::{Paper, Source};
use super::{Rule, Verdict};

pub(super) static RULE: Rule = Rule {
    id: RuleId::RedeemableBalance,
    sources: &[
        Source::paragraph(Paper::Order768, 15, 1),
        Source::paragraph(Paper::Order768, 6, 2),
    ],
    judge: |_| Ok(Verdict::NotJudged(&[FactNeeded::StoredValue])),
};
