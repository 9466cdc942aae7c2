//! In which column of the picture an account stands: how far the money has come that lies there.

use crate::analysis::view::LaneView;
use crate::base::id::AccountId;
use crate::domain::account::AccountKind;
use crate::scenario::plan::Plan;

/// Column of an account: frozen, pending, income, deposit, what lies in a deposit for whom, deposit behind a platform.
pub(super) fn phase(plan: &Plan, view: LaneView, id: AccountId, frozen: bool) -> u32 {
    let account = plan.accounts().get(id);
    match account.map(|account| account.kind) {
        // By holder these stand behind the deposit whose content or use they tell.
        Some(
            AccountKind::CommissionIncome
            | AccountKind::Available
            | AccountKind::OwnCosts
            | AccountKind::LoanGiven
            | AccountKind::Investment,
        ) if view == LaneView::Holder => 5,
        // What a channel has earned stands where money arrives; nobody passes it there.
        Some(AccountKind::FeeIncome) if view == LaneView::Holder => 4,
        Some(AccountKind::ClearingBoundary) => 0,
        Some(AccountKind::Frozen | AccountKind::Reserve | AccountKind::ReserveDeposit) => 1,
        Some(AccountKind::Pending | AccountKind::ChannelReceivable) => {
            if frozen {
                2
            } else {
                1
            }
        }
        Some(
            AccountKind::FeeIncome
            | AccountKind::CommissionIncome
            | AccountKind::SalesIncome
            | AccountKind::FeeExpense
            | AccountKind::OwnCosts
            | AccountKind::LoanGiven
            | AccountKind::Investment
            | AccountKind::Available
            | AccountKind::OpeningEquity,
        ) => 3,
        Some(AccountKind::CorporateDeposit | AccountKind::PersonalDeposit)
            if paid_by_platform(plan, id) =>
        {
            6
        }
        Some(
            AccountKind::CorporateDeposit
            | AccountKind::PersonalDeposit
            | AccountKind::OwnBank
            | AccountKind::PayoutInTransit,
        )
        | None => 4,
    }
}

/// Whether a platform that collected pays into this deposit: then it stands behind the platform's own.
fn paid_by_platform(plan: &Plan, id: AccountId) -> bool {
    let mut payees = plan.payees().rows().iter();
    payees.any(|payee| payee.deposit == id && payee.platform.is_some())
}
