//! Events: the only record of what happened, in the past tense and append-only.
//!
//! An event stores ids and amounts, which with the plan are enough to derive its journal entries. They
//! are kept in columns, about forty bytes each, so that a million payments fit.

use serde::{Deserialize, Serialize};

use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::{BookId, LineId, PayeeId, PayoutId, RefundId};
use crate::base::money::Money;
use crate::domain::posting::EventKind;

use super::fault::{FaultKind, Missing};

/// Something that happened at a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Event {
    /// When.
    pub at: WallClock,
    /// What.
    pub what: Happening,
}

/// What happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Happening {
    /// The opening at this place of the plan was entered.
    Opened {
        /// Place among the openings.
        opening: u32,
        /// Its amount.
        amount: Money,
    },
    /// A book turned to the day after `closes`.
    DayCut {
        /// The book.
        book: BookId,
        /// The date that ended.
        closes: AccountingDate,
    },
    /// A payment line was captured.
    Captured {
        /// The line.
        line: LineId,
        /// What was paid.
        amount: Money,
        /// The channel's fee.
        fee: Money,
    },
    /// Its platform (or its collector's own books) learnt of it.
    Notified {
        /// The line.
        line: LineId,
        /// What was paid.
        amount: Money,
        /// The channel's fee.
        fee: Money,
    },
    /// It was split and the rest unfrozen.
    Split {
        /// The line.
        line: LineId,
        /// What was paid.
        amount: Money,
        /// The channel's fee.
        fee: Money,
    },
    /// A payee filled the gap that a refund found.
    ToppedUp {
        /// The refund.
        refund: RefundId,
        /// Who filled it.
        payee: PayeeId,
        /// The gap.
        amount: Money,
    },
    /// A receiver gave back its share.
    ShareReturned {
        /// The refund.
        refund: RefundId,
        /// Place among the contract's receivers.
        place: u32,
        /// What it gave back.
        amount: Money,
    },
    /// A payment was refunded, wholly or in part.
    Refunded {
        /// The refund.
        refund: RefundId,
        /// What went back.
        amount: Money,
        /// The fee given back.
        fee: Money,
    },
    /// The refund found too little money.
    RefundRefused {
        /// The refund.
        refund: RefundId,
        /// What was missing.
        short: Money,
    },
    /// A payee's due batches became available.
    Settled {
        /// The payout that follows.
        payout: PayoutId,
        /// To whom.
        payee: PayeeId,
        /// How much.
        amount: Money,
    },
    /// The payout was sent to the bank.
    PayoutSent {
        /// The payout.
        payout: PayoutId,
        /// To whom.
        payee: PayeeId,
        /// How much.
        amount: Money,
    },
    /// The bank credited it.
    PayoutSucceeded {
        /// The payout.
        payout: PayoutId,
        /// To whom.
        payee: PayeeId,
        /// How much.
        amount: Money,
    },
    /// Batches were due but nothing was paid.
    PayoutDeferred {
        /// To whom.
        payee: PayeeId,
        /// Why.
        reason: DeferReason,
        /// Sum of the batches due, may be negative.
        due: Money,
    },
    /// A platform settled to a seller what a channel's payout to it covered.
    SettledByPlatform {
        /// The channel's payout.
        payout: PayoutId,
        /// The seller, as a payee of the platform.
        payee: PayeeId,
        /// How much.
        amount: Money,
    },
    /// The platform paid the seller out of its own deposit.
    Transferred {
        /// The seller, as a payee of the platform.
        payee: PayeeId,
        /// How much.
        amount: Money,
    },
    /// The platform's deposit was too small.
    TransferDeferred {
        /// The seller, as a payee of the platform.
        payee: PayeeId,
        /// What was missing.
        short: Money,
    },
}

/// Why a due payout was put off.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeferReason {
    /// Sales and refunds cancel out exactly; the batches are closed.
    Offset,
    /// Refunds prevail; netted with later batches.
    Negative,
    /// Below the settlement rule's minimum; carried to the next due day.
    BelowMinimum,
    /// A refund dated later has already used the money; carried.
    NothingPending,
}

impl Happening {
    /// Its kind.
    pub fn kind(&self) -> EventKind {
        match self {
            Happening::Opened { .. } => EventKind::Opened,
            Happening::DayCut { .. } => EventKind::DayCut,
            Happening::Captured { .. } => EventKind::Captured,
            Happening::Notified { .. } => EventKind::Notified,
            Happening::Split { .. } => EventKind::Split,
            Happening::ToppedUp { .. } => EventKind::ToppedUp,
            Happening::ShareReturned { .. } => EventKind::ShareReturned,
            Happening::Refunded { .. } => EventKind::Refunded,
            Happening::RefundRefused { .. } => EventKind::RefundRefused,
            Happening::Settled { .. } => EventKind::Settled,
            Happening::PayoutSent { .. } => EventKind::PayoutSent,
            Happening::PayoutSucceeded { .. } => EventKind::PayoutSucceeded,
            Happening::PayoutDeferred { .. } => EventKind::PayoutDeferred,
            Happening::SettledByPlatform { .. } => EventKind::SettledByPlatform,
            Happening::Transferred { .. } => EventKind::Transferred,
            Happening::TransferDeferred { .. } => EventKind::TransferDeferred,
        }
    }

    /// Its main amount, where it has one.
    pub fn amount(&self) -> Option<Money> {
        match *self {
            Happening::DayCut { .. } => None,
            Happening::Opened { amount, .. }
            | Happening::Captured { amount, .. }
            | Happening::Notified { amount, .. }
            | Happening::Split { amount, .. }
            | Happening::ToppedUp { amount, .. }
            | Happening::ShareReturned { amount, .. }
            | Happening::Refunded { amount, .. }
            | Happening::RefundRefused { short: amount, .. }
            | Happening::Settled { amount, .. }
            | Happening::PayoutSent { amount, .. }
            | Happening::PayoutSucceeded { amount, .. }
            | Happening::PayoutDeferred { due: amount, .. }
            | Happening::SettledByPlatform { amount, .. }
            | Happening::Transferred { amount, .. }
            | Happening::TransferDeferred { short: amount, .. } => Some(amount),
        }
    }
}

/// All events of a run, in columns.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct EventLog {
    at: Vec<WallClock>,
    kind: Vec<EventKind>,
    subject: Vec<u32>,
    other: Vec<u32>,
    amount: Vec<Money>,
    fee: Vec<Money>,
}

/// One event as the columns hold it.
struct Cells {
    subject: u32,
    other: u32,
    amount: Money,
    fee: Money,
}

impl EventLog {
    /// An empty log with room for so many events.
    pub(crate) fn with_room(events: usize) -> EventLog {
        EventLog {
            at: Vec::with_capacity(events),
            kind: Vec::with_capacity(events),
            subject: Vec::with_capacity(events),
            other: Vec::with_capacity(events),
            amount: Vec::with_capacity(events),
            fee: Vec::with_capacity(events),
        }
    }

    /// Number of events.
    pub fn len(&self) -> u32 {
        u32::try_from(self.at.len()).unwrap_or(u32::MAX)
    }

    /// Number of events at or before a moment.
    pub(crate) fn until(&self, at: WallClock) -> u32 {
        let count = self.at.partition_point(|event| *event <= at);
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Kinds of all events, in order.
    pub(crate) fn kinds(&self) -> &[EventKind] {
        &self.kind
    }

    /// Moments of all events, in order.
    pub(crate) fn moments(&self) -> &[WallClock] {
        &self.at
    }

    pub(crate) fn push(&mut self, event: &Event) {
        let cells = cells(&event.what);
        self.at.push(event.at);
        self.kind.push(event.what.kind());
        self.subject.push(cells.subject);
        self.other.push(cells.other);
        self.amount.push(cells.amount);
        self.fee.push(cells.fee);
    }

    /// The event at a place, counted from 0.
    pub(crate) fn get(&self, place: u32) -> Result<Event, FaultKind> {
        let index = crate::base::id::to_index(place);
        let cell = || -> Option<(WallClock, EventKind, Cells)> {
            let cells = Cells {
                subject: *self.subject.get(index)?,
                other: *self.other.get(index)?,
                amount: *self.amount.get(index)?,
                fee: *self.fee.get(index)?,
            };
            Some((*self.at.get(index)?, *self.kind.get(index)?, cells))
        };
        let (at, kind, cells) = cell().ok_or(Missing::Event)?;
        Ok(Event {
            at,
            what: happening(kind, &cells),
        })
    }

    /// CRC-32 of all events in a fixed byte form: the same natively and in wasm.
    pub(crate) fn fingerprint(&self) -> u32 {
        let mut crc = crc32fast::Hasher::new();
        let mut bytes = Vec::with_capacity(64);
        for place in 0..self.len() {
            let Ok(event) = self.get(place) else { continue };
            let cells = cells(&event.what);
            let kind = crate::domain::posting::event_code(event.what.kind());
            // One stretch of bytes an event: a checksum has a cost of its own for each stretch.
            bytes.clear();
            bytes.extend(event.at.millis().to_le_bytes());
            bytes.push(kind);
            bytes.extend(cells.subject.to_le_bytes());
            bytes.extend(cells.other.to_le_bytes());
            bytes.extend(cells.amount.minor().to_le_bytes());
            bytes.extend(cells.fee.minor().to_le_bytes());
            crc.update(&bytes);
        }
        crc.finalize()
    }
}

fn cells(what: &Happening) -> Cells {
    let cells = |subject, other, amount, fee| Cells {
        subject,
        other,
        amount,
        fee,
    };
    match *what {
        Happening::Opened { opening, amount } => cells(opening, 0, amount, Money::ZERO),
        Happening::DayCut { book, closes } => {
            cells(book.0, date_cell(closes), Money::ZERO, Money::ZERO)
        }
        Happening::Captured { line, amount, fee }
        | Happening::Notified { line, amount, fee }
        | Happening::Split { line, amount, fee } => cells(line.0, 0, amount, fee),
        Happening::ToppedUp {
            refund,
            payee,
            amount,
        } => cells(refund.0, payee.0, amount, Money::ZERO),
        Happening::ShareReturned {
            refund,
            place,
            amount,
        } => cells(refund.0, place, amount, Money::ZERO),
        Happening::Refunded {
            refund,
            amount,
            fee,
        } => cells(refund.0, 0, amount, fee),
        Happening::RefundRefused { refund, short } => cells(refund.0, 0, short, Money::ZERO),
        Happening::Settled {
            payout,
            payee,
            amount,
        }
        | Happening::PayoutSent {
            payout,
            payee,
            amount,
        }
        | Happening::PayoutSucceeded {
            payout,
            payee,
            amount,
        }
        | Happening::SettledByPlatform {
            payout,
            payee,
            amount,
        } => cells(payout.0, payee.0, amount, Money::ZERO),
        Happening::Transferred { payee, amount } => cells(payee.0, 0, amount, Money::ZERO),
        Happening::TransferDeferred { payee, short } => cells(payee.0, 0, short, Money::ZERO),
        Happening::PayoutDeferred { payee, reason, due } => {
            cells(payee.0, reason_cell(reason), due, Money::ZERO)
        }
    }
}

fn happening(kind: EventKind, cells: &Cells) -> Happening {
    let Cells {
        subject,
        other,
        amount,
        fee,
    } = *cells;
    let (line, refund) = (LineId(subject), RefundId(subject));
    let (payout, payee) = (PayoutId(subject), PayeeId(other));
    match kind {
        EventKind::Opened => Happening::Opened {
            opening: subject,
            amount,
        },
        EventKind::DayCut => Happening::DayCut {
            book: BookId(subject),
            closes: cell_date(other),
        },
        EventKind::Captured => Happening::Captured { line, amount, fee },
        EventKind::Notified => Happening::Notified { line, amount, fee },
        EventKind::Split => Happening::Split { line, amount, fee },
        EventKind::ToppedUp => Happening::ToppedUp {
            refund,
            payee,
            amount,
        },
        EventKind::ShareReturned => Happening::ShareReturned {
            refund,
            place: other,
            amount,
        },
        EventKind::Refunded => Happening::Refunded {
            refund,
            amount,
            fee,
        },
        EventKind::RefundRefused => Happening::RefundRefused {
            refund,
            short: amount,
        },
        EventKind::Settled => Happening::Settled {
            payout,
            payee,
            amount,
        },
        EventKind::PayoutSent => Happening::PayoutSent {
            payout,
            payee,
            amount,
        },
        EventKind::PayoutSucceeded => Happening::PayoutSucceeded {
            payout,
            payee,
            amount,
        },
        EventKind::SettledByPlatform => Happening::SettledByPlatform {
            payout,
            payee,
            amount,
        },
        EventKind::Transferred => Happening::Transferred {
            payee: PayeeId(subject),
            amount,
        },
        EventKind::TransferDeferred => Happening::TransferDeferred {
            payee: PayeeId(subject),
            short: amount,
        },
        EventKind::PayoutDeferred => Happening::PayoutDeferred {
            payee: PayeeId(subject),
            reason: cell_reason(other),
            due: amount,
        },
    }
}

/// Dates are stored with their sign bit kept.
fn date_cell(date: AccountingDate) -> u32 {
    u32::from_le_bytes(date.days().to_le_bytes())
}

fn cell_date(cell: u32) -> AccountingDate {
    AccountingDate::of_days(i32::from_le_bytes(cell.to_le_bytes()))
}

fn reason_cell(reason: DeferReason) -> u32 {
    match reason {
        DeferReason::Offset => 0,
        DeferReason::Negative => 1,
        DeferReason::BelowMinimum => 2,
        DeferReason::NothingPending => 3,
    }
}

fn cell_reason(cell: u32) -> DeferReason {
    match cell {
        0 => DeferReason::Offset,
        1 => DeferReason::Negative,
        2 => DeferReason::BelowMinimum,
        _ => DeferReason::NothingPending,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_reads_back_from_the_columns() {
        let at = WallClock::parse("2018-09-28T10:00:00").unwrap();
        let amount = Money::parse("12.34").unwrap();
        let fee = Money::parse("0.07").unwrap();
        let (line, refund) = (LineId(7), RefundId(8));
        let (payout, payee) = (PayoutId(9), PayeeId(10));
        let all = [
            Happening::Opened { opening: 3, amount },
            Happening::DayCut {
                book: BookId(2),
                closes: AccountingDate::of_days(-5),
            },
            Happening::Captured { line, amount, fee },
            Happening::Notified { line, amount, fee },
            Happening::Split { line, amount, fee },
            Happening::ToppedUp {
                refund,
                payee,
                amount,
            },
            Happening::ShareReturned {
                refund,
                place: 1,
                amount,
            },
            Happening::Refunded {
                refund,
                amount,
                fee,
            },
            Happening::RefundRefused {
                refund,
                short: amount,
            },
            Happening::Settled {
                payout,
                payee,
                amount,
            },
            Happening::PayoutSent {
                payout,
                payee,
                amount,
            },
            Happening::PayoutSucceeded {
                payout,
                payee,
                amount,
            },
            Happening::PayoutDeferred {
                payee,
                reason: DeferReason::BelowMinimum,
                due: amount.negated(),
            },
            Happening::SettledByPlatform {
                payout,
                payee,
                amount,
            },
            Happening::Transferred { payee, amount },
            Happening::TransferDeferred {
                payee,
                short: amount,
            },
        ];
        let mut log = EventLog::default();
        for what in all {
            log.push(&Event { at, what });
        }
        for (place, what) in (0_u32..).zip(all) {
            assert_eq!(log.get(place), Ok(Event { at, what }));
        }
        assert_eq!(log.get(log.len()), Err(FaultKind::Missing(Missing::Event)));
    }
}
