//! SC-08: the settlement account bears another name.
//!
//! ## What it looks for
//! Settlement to an account whose name is not the merchant's legal name.
//!
//! ## Why it matters
//! Money that is settled under another name may never reach the merchant.
//!
//! ## Evidence
//! The payouts, the name on the account, the merchant's legal name.
//!
//! ## How to clear it
//! Settle to an account of the same name, or document the authority to manage the funds.
//!
//! ## Source
//! - 中国人民银行公告〔2013〕第9号 (2013): to be confirmed.

use crate::analysis::view::RuleId;
use crate::domain::account::AccountKind;

use super::Rule;
use super::names::OtherName;
use super::paper::{Paper, Source};

pub(super) static RULE: Rule = Rule {
    id: RuleId::AccountNameDiffers,
    sources: &[Source::of(Paper::Acquiring9)],
    judge: |case| OTHER_NAME.judge(case),
};

/// An account of a company; a person's is SC-09.
static OTHER_NAME: OtherName = OtherName {
    rule: RULE.id,
    class: AccountKind::CorporateDeposit,
    authority_explains: true,
};
