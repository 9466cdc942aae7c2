//! SC-09: a merchant's money goes to a third person's account.
//!
//! ## What it looks for
//! Settlement of a merchant's money to the personal account of somebody else: an owner, an employee, the platform's staff.
//!
//! ## Why it matters
//! A personal account of a third person takes the money out of the merchant's books.
//!
//! ## Evidence
//! The payouts and whose account it is.
//!
//! ## How to clear it
//! Settle to an account of the same name.
//!
//! ## Source
//! - 中国人民银行公告〔2013〕第9号 (2013): to be confirmed.

use crate::analysis::view::RuleId;
use crate::domain::account::AccountKind;

use super::Rule;
use super::names::OtherName;
use super::paper::{Paper, Source};

pub(super) static RULE: Rule = Rule {
    id: RuleId::PaidToThirdPerson,
    sources: &[Source::of(Paper::Acquiring9)],
    judge: |case| OTHER_NAME.judge(case),
};

/// A sole trader's own account bears the sole trader's name; nobody manages a merchant's funds in a private account.
static OTHER_NAME: OtherName = OtherName {
    rule: RULE.id,
    class: AccountKind::PersonalDeposit,
    authority_explains: false,
};
