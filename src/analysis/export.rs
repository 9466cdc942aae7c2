//! Files that a run can give: journals for outside programs, closings, the run as data, trade bills.
//!
//! Every file is a pure function of the run: the same run gives the same bytes, natively and in wasm.
//! Asking for a file that does not exist is the asker's slip and is answered with what there is.

mod beancount;
mod bill_numbers;
mod closings;
mod hledger;
mod journal;
mod names;
mod reading;
mod run_json;
mod wechat_bill;
mod wechat_row;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::view::ExportOffer;
use crate::base::date::AccountingDate;
use crate::base::id::BookId;
use crate::engine::fault::{Fault, FaultKind, Missing};
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

/// Kinds of files, in the order in which they are offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Summary,
    Run,
    Closings,
    Hledger,
    Beancount,
    WechatBill,
}

const KINDS: [Kind; 6] = [
    Kind::Summary,
    Kind::Run,
    Kind::Closings,
    Kind::Hledger,
    Kind::Beancount,
    Kind::WechatBill,
];

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Kind::Summary => "summary",
            Kind::Run => "run",
            Kind::Closings => "closings",
            Kind::Hledger => "hledger",
            Kind::Beancount => "beancount",
            Kind::WechatBill => "wechat-bill",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Kind::Summary | Kind::Run => "application/json",
            Kind::Closings | Kind::WechatBill => "text/csv;charset=utf-8",
            Kind::Hledger | Kind::Beancount => "text/plain;charset=utf-8",
        }
    }
}

/// An offer with what is needed to write it.
struct Offered {
    kind: Kind,
    subject: Subject,
    offer: ExportOffer,
}

/// What a file is about.
#[derive(Clone)]
enum Subject {
    Run,
    Book(BookId),
    Bill(wechat_bill::BillKey),
}

/// Every file that the run can give, in a fixed order.
///
/// A party that has trade bills at several channels is named `channel/party` in its offers.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn offers(run: &Run) -> Result<Vec<ExportOffer>, Fault> {
    let offered = offered(run, |_| true)?;
    Ok(offered.into_iter().map(|one| one.offer).collect())
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
    if wanted == Kind::Run && run.event_count() > run_json::EVENTS_MAX {
        return Err(ExportError::TooLong {
            kind: kind.to_owned(),
            events: run.event_count(),
            max: run_json::EVENTS_MAX,
        });
    }
    let of_kind = offered(run, |offered| offered == wanted)?;
    let one = chosen(&of_kind, kind, party, date)?;
    Ok(Export {
        file_name: one.offer.file_name.clone(),
        media_type: one.kind.media_type().to_owned(),
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
    Ok(match (&one.subject, one.kind) {
        (Subject::Book(book), Kind::Hledger) => hledger::file(run, *book)?.into_bytes(),
        (Subject::Book(book), _) => beancount::file(run, *book)?.into_bytes(),
        (Subject::Bill(bill), _) => wechat_bill::file(run, bill)?.into_bytes(),
        (Subject::Run, Kind::Run) => run_json::run(run)?.into_bytes(),
        (Subject::Run, Kind::Closings) => closings::file(run)?.into_bytes(),
        (Subject::Run, _) => run_json::summary(run)?.into_bytes(),
    })
}

fn offered(run: &Run, wanted: impl Fn(Kind) -> bool) -> Result<Vec<Offered>, Fault> {
    let mut all = Vec::new();
    for kind in KINDS.into_iter().filter(|kind| wanted(*kind)) {
        match kind {
            Kind::Summary => all.push(of_run(kind, "summary.json")),
            Kind::Run => {
                if run.event_count() <= run_json::EVENTS_MAX {
                    all.push(of_run(kind, "run.json"));
                }
            }
            Kind::Closings => all.push(of_run(kind, "closings.csv")),
            Kind::Hledger | Kind::Beancount => all.extend(of_books(run, kind)?),
            Kind::WechatBill => all.extend(of_bills(run)?),
        }
    }
    Ok(all)
}

fn of_run(kind: Kind, file_name: &str) -> Offered {
    let offer = ExportOffer {
        kind: kind.name().to_owned(),
        party: String::new(),
        date: None,
        file_name: file_name.to_owned(),
    };
    Offered {
        kind,
        subject: Subject::Run,
        offer,
    }
}

fn of_books(run: &Run, kind: Kind) -> Result<Vec<Offered>, Fault> {
    let books = run.plan().books().iter();
    let offered = books.map(|(book, _)| {
        let party = names::keeper(run.plan(), book)?.key.clone();
        let offer = ExportOffer {
            kind: kind.name().to_owned(),
            file_name: format!("{}.{}", names::file_stem(&party), kind.name()),
            party,
            date: None,
        };
        Ok(Offered {
            kind,
            subject: Subject::Book(book),
            offer,
        })
    });
    offered
        .collect::<Result<_, Missing>>()
        .map_err(|missing| FaultKind::from(missing).after(run.event_count()))
}

fn of_bills(run: &Run) -> Result<Vec<Offered>, Fault> {
    let bills = wechat_bill::bills(run)?;
    let key = |id| {
        let party = run.plan().parties().get(id);
        party.map(|party| party.key.as_str()).unwrap_or_default()
    };
    let at_several_channels = |of: &wechat_bill::BillKey| {
        let mut own = bills.iter().filter(|bill| bill.party == of.party);
        own.any(|bill| bill.channel != of.channel)
    };
    let offered = bills.iter().map(|bill| {
        let (channel, party) = (key(bill.channel), key(bill.party));
        let offer = ExportOffer {
            kind: Kind::WechatBill.name().to_owned(),
            party: if at_several_channels(bill) {
                format!("{channel}/{party}")
            } else {
                party.to_owned()
            },
            date: Some(bill.date),
            // `~` cannot stand in an id, so no two bills share a name.
            file_name: format!(
                "wechat-bill~{}~{}~{}.csv",
                names::file_stem(channel),
                names::file_stem(party),
                bill.date
            ),
        };
        Offered {
            kind: Kind::WechatBill,
            subject: Subject::Bill(*bill),
            offer,
        }
    });
    Ok(offered.collect())
}
