//! In which column of the picture an account stands: how far the money has come that lies there.

use std::collections::BTreeSet;

use crate::analysis::view::LaneView;
use crate::base::id::AccountId;
use crate::domain::account::AccountKind;
use crate::scenario::plan::Plan;

/// What decides the columns of a picture.
pub(super) struct Phases {
    view: LaneView,
    /// Whether any account of the picture is frozen: then what is pending stands behind it.
    frozen: bool,
    /// Deposits into which a platform pays that collected: they stand behind the platform's own.
    paid_by_platforms: BTreeSet<AccountId>,
}

impl Phases {
    pub(super) fn of(plan: &Plan, view: LaneView, drawn: &BTreeSet<AccountId>) -> Phases {
        let kind = |id: &AccountId| plan.accounts().get(*id).map(|account| account.kind);
        let payees = plan.payees().rows().iter();
        let by_platforms = payees.filter(|payee| payee.platform.is_some());
        Phases {
            view,
            frozen: drawn.iter().any(|id| kind(id) == Some(AccountKind::Frozen)),
            paid_by_platforms: by_platforms.map(|payee| payee.deposit).collect(),
        }
    }

    /// Column of an account: frozen, pending, income, deposit, what lies in a deposit for whom, deposit behind a platform.
    pub(super) fn of_account(&self, plan: &Plan, id: AccountId) -> u32 {
        let account = plan.accounts().get(id);
        match account.map(|account| account.kind) {
            // By holder these stand behind the deposit whose content or use they tell.
            Some(
                AccountKind::CommissionIncome
                | AccountKind::Available
                | AccountKind::OwnCosts
                | AccountKind::LoanGiven
                | AccountKind::Investment,
            ) if self.view == LaneView::Holder => 5,
            // What a channel has earned stands where money arrives; nobody passes it there.
            Some(AccountKind::FeeIncome) if self.view == LaneView::Holder => 4,
            Some(AccountKind::ClearingBoundary) => 0,
            Some(AccountKind::Frozen | AccountKind::Reserve | AccountKind::ReserveDeposit) => 1,
            Some(AccountKind::Pending | AccountKind::ChannelReceivable) => {
                if self.frozen {
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
                if self.paid_by_platforms.contains(&id) =>
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
}
