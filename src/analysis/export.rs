//! Files that a run can give: tables, journals for outside programs, the run as data, bills of channels.
//!
//! Every file is a pure function of the run: the same run gives the same bytes, natively and in wasm.
//! Asking for a file that does not exist is the asker's slip and is answered with what there is.

mod beancount;
mod escape;
mod hledger;
pub(crate) mod html;
mod journal;
pub(crate) mod json;
mod kind;
mod names;
mod offered;
mod reading;
mod stems;
mod table;
mod wechat;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use self::kind::{KINDS, Kind};
use self::offered::{Offered, Subject, offered};
use super::view::ExportOffer;
use crate::base::date::AccountingDate;
use crate::engine::fault::Fault;
use crate::engine::run::Run;

/// A file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Export {
    /// Its name: letters, digits and signs that every file system takes.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why there is no such file.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum ExportError {
    /// No file is of this kind.
    UnknownKind {
        /// What was asked for.
        found: String,
        /// Kinds there are.
        allowed: Vec<String>,
    },
    /// Nobody of this name has a file of this kind.
    UnknownParty {
        /// The kind.
        kind: String,
        /// What was asked for.
        found: String,
        /// Who has such files; nobody when the file is of the whole run.
        allowed: Vec<String>,
    },
    /// There is no file of this date.
    UnknownDate {
        /// The kind.
        kind: String,
        /// What was asked for.
        found: Option<AccountingDate>,
        /// Dates there are; none when the file is of the whole run.
        allowed: Vec<AccountingDate>,
    },
    /// The run is too long to be written event by event.
    TooLong {
        /// The kind.
        kind: String,
        /// Events of the run.
        events: u32,
        /// Events that such a file may hold.
        max: u32,
    },
    /// A bug of ours.
    Broken {
        /// What went wrong.
        fault: Fault,
    },
}

impl From<Fault> for ExportError {
    fn from(fault: Fault) -> ExportError {
        ExportError::Broken { fault }
    }
}

/// Every file that the run can give, in a fixed order.
///
/// A sub-merchant's own bill is that of `provider/sub-merchant`; a party that has bills at several channels
/// is named `channel/party`.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn offers(run: &Run) -> Result<Vec<ExportOffer>, Fault> {
    let all = offered(run, |_| true)?;
    Ok(all.into_iter().map(|one| one.offer).collect())
}

/// Writes one file. `party` is empty and `date` `None` for files of the whole run.
///
/// # Errors
/// What there is instead, or a fault of ours.
pub fn export(
    run: &Run,
    kind: &str,
    party: &str,
    date: Option<AccountingDate>,
) -> Result<Export, ExportError> {
    let wanted = KINDS.into_iter().find(|known| known.name() == kind);
    let Some(wanted) = wanted else {
        return Err(ExportError::UnknownKind {
            found: kind.to_owned(),
            allowed: KINDS.map(|kind| kind.name().to_owned()).to_vec(),
        });
    };
    if let Some(max) = wanted.events_max().filter(|max| run.event_count() > *max) {
        return Err(ExportError::TooLong {
            kind: kind.to_owned(),
            events: run.event_count(),
            max,
        });
    }
    let of_kind = offered(run, |offered| offered == wanted)?;
    let one = chosen(&of_kind, kind, party, date)?;
    Ok(Export {
        file_name: one.offer.file_name.clone(),
        media_type: one.offer.media_type.clone(),
        bytes: bytes(run, one)?,
    })
}

/// The one offer meant, or what there is instead.
fn chosen<'a>(
    of_kind: &'a [Offered],
    kind: &str,
    party: &str,
    date: Option<AccountingDate>,
) -> Result<&'a Offered, ExportError> {
    let of_party: Vec<&Offered> = of_kind
        .iter()
        .filter(|one| one.offer.party == party)
        .collect();
    if of_party.is_empty() {
        let parties: BTreeSet<&str> = of_kind.iter().map(|one| one.offer.party.as_str()).collect();
        return Err(ExportError::UnknownParty {
            kind: kind.to_owned(),
            found: party.to_owned(),
            allowed: parties
                .into_iter()
                .filter(|party| !party.is_empty())
                .map(str::to_owned)
                .collect(),
        });
    }
    let found = of_party.iter().find(|one| one.offer.date == date);
    found.copied().ok_or_else(|| ExportError::UnknownDate {
        kind: kind.to_owned(),
        found: date,
        allowed: of_party.iter().filter_map(|one| one.offer.date).collect(),
    })
}

fn bytes(run: &Run, one: &Offered) -> Result<Vec<u8>, Fault> {
    let text = match (&one.subject, one.kind) {
        (Subject::Bill(bill, edition), _) => wechat::bill::file(run, bill, *edition),
        (Subject::Fund(fund), _) => wechat::fund::file(run, fund),
        (Subject::Book(book), Kind::Journal) => table::journal(run, *book),
        (Subject::Book(book), Kind::Hledger) => hledger::file(run, *book),
        (Subject::Book(book), _) => beancount::file(run, *book),
        (Subject::Run, Kind::Run) => json::run(run),
        (Subject::Run, Kind::Events) => table::events(run),
        (Subject::Run, Kind::Payments) => table::payments(run),
        (Subject::Run, Kind::Refunds) => table::refunds(run),
        (Subject::Run, Kind::Batches) => table::batches(run),
        (Subject::Run, Kind::Payouts) => table::payouts(run),
        (Subject::Run, Kind::Balances) => table::balances(run),
        (Subject::Run, Kind::Closings) => table::closings(run),
        (Subject::Run, Kind::Expectations) => table::expectations(run),
        (Subject::Run, _) => json::summary(run),
    };
    Ok(text?.into_bytes())
}
