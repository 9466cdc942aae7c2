//! Where an event begins in the scenario: an opening, a cut-off, a payment written or drawn, a contract.

use crate::analysis::view::Reason;
use crate::base::date::AccountingDate;
use crate::base::id::BookId;
use crate::domain::contract::Contract;
use crate::engine::fault::Missing;
use crate::scenario::plan::{LineSource, PaymentLine};

use super::why_event::{Reasons, Teller};

impl Teller<'_> {
    /// The author's id of a contract; one that collects for a seller stands once for each.
    pub(super) fn contract_key<'b>(&self, contract: &'b Contract) -> &'b str {
        let seller = contract.seller.map(|seller| self.party(seller));
        let behind = seller.and_then(|seller| contract.key.strip_suffix(seller));
        let key = behind.and_then(|key| key.strip_suffix('/'));
        key.unwrap_or(&contract.key)
    }

    pub(super) fn contract_path(&self, contract: &Contract) -> Option<String> {
        let key = self.contract_key(contract);
        self.run.plan().origins().contract(key)
    }

    pub(super) fn opened(&self, opening: u32) -> Reasons {
        let plan = self.run.plan();
        let opening = plan.openings().get(crate::base::id::to_index(opening));
        let account = opening.ok_or(Missing::Opening)?.account;
        let account = plan.accounts().get(account).ok_or(Missing::Account)?;
        let alias = account.alias.as_deref();
        let path = alias.and_then(|alias| plan.origins().opening(alias));
        Ok(vec![match path {
            Some(path) => Reason::Written { path },
            None => Reason::BeforeScenario,
        }])
    }

    pub(super) fn day_cut(&self, book: BookId, closes: AccountingDate) -> Reasons {
        let plan = self.run.plan();
        let book = plan.books().get(book).ok_or(Missing::Book)?;
        Ok(vec![Reason::CutOff {
            path: plan.origins().book(self.party(book.keeper)),
            time: book.cut_off.time(),
            closes,
        }])
    }

    /// Where a payment line comes from: the author's line, or a draw.
    pub(super) fn source(&self, line: &PaymentLine) -> Reason {
        match line.source {
            LineSource::Authored {
                payment,
                line: place,
            } => {
                let whole = format!("payments[{payment}]");
                let authored = self.run.plan().authored(line);
                let path = match authored.is_some_and(|payment| payment.lines > 1) {
                    true => format!("{whole}.lines[{place}]"),
                    false => whole,
                };
                Reason::Written { path }
            }
            LineSource::Drawn { traffic, draw, .. } => Reason::Drawn {
                path: format!("traffic[{traffic}]"),
                draw,
                of: self.run.plan().origins().draws(traffic),
                seed: self.run.plan().origins().seed(),
            },
        }
    }
}
