//! All events of a run in columns, about forty bytes each, so that a million payments fit.

use crate::base::date::{AccountingDate, WallClock};
use crate::base::id::{BookId, LineId, OutflowId, PayeeId, PayoutId, RefundId};
use crate::base::money::Money;
use crate::domain::contract::RefundedFrom;
use crate::domain::posting::EventKind;

use super::event::{DeferReason, Event, Happening};
use super::fault::{FaultKind, Missing};

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
            from,
            amount,
            fee,
        } => cells(refund.0, from_cell(from), amount, fee),
        Happening::Unfrozen { refund, amount } => cells(refund.0, 0, amount, Money::ZERO),
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
        Happening::OutflowPaid { outflow, amount } => cells(outflow.0, 0, amount, Money::ZERO),
        Happening::OutflowRefused { outflow, short } => cells(outflow.0, 0, short, Money::ZERO),
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
    let outflow = OutflowId(subject);
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
            from: cell_from(other),
            amount,
            fee,
        },
        EventKind::Unfrozen => Happening::Unfrozen { refund, amount },
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
        EventKind::Transferred => transferred(PayeeId(subject), amount),
        EventKind::TransferDeferred => Happening::TransferDeferred {
            payee: PayeeId(subject),
            short: amount,
        },
        EventKind::OutflowPaid => Happening::OutflowPaid { outflow, amount },
        EventKind::OutflowRefused => Happening::OutflowRefused {
            outflow,
            short: amount,
        },
        EventKind::PayoutDeferred => Happening::PayoutDeferred {
            payee: PayeeId(subject),
            reason: cell_reason(other),
            due: amount,
        },
    }
}

fn transferred(payee: PayeeId, amount: Money) -> Happening {
    Happening::Transferred { payee, amount }
}

/// Dates are stored with their sign bit kept.
fn date_cell(date: AccountingDate) -> u32 {
    u32::from_le_bytes(date.days().to_le_bytes())
}

fn cell_date(cell: u32) -> AccountingDate {
    AccountingDate::of_days(i32::from_le_bytes(cell.to_le_bytes()))
}

fn from_cell(from: RefundedFrom) -> u32 {
    match from {
        RefundedFrom::Pending => 0,
        RefundedFrom::Frozen => 1,
    }
}

fn cell_from(cell: u32) -> RefundedFrom {
    match cell {
        0 => RefundedFrom::Pending,
        _ => RefundedFrom::Frozen,
    }
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
        let outflow = OutflowId(11);
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
                from: RefundedFrom::Pending,
                amount,
                fee,
            },
            Happening::Refunded {
                refund,
                from: RefundedFrom::Frozen,
                amount,
                fee,
            },
            Happening::Unfrozen { refund, amount },
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
            Happening::OutflowPaid { outflow, amount },
            Happening::OutflowRefused {
                outflow,
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
