//! What a run has to offer: for every kind of file, of the whole run, of each book, of each bill.

use super::kind::{KINDS, Kind};
use super::stems::Stems;
use super::wechat::bill::{self, BillKey};
use super::wechat::fund::{self, FundKey};
use super::{ExportOffer, names};
use crate::base::date::AccountingDate;
use crate::base::id::{BookId, PartyId};
use crate::engine::fault::{Fault, FaultKind, Missing};
use crate::engine::run::Run;
use crate::scenario::bill::Edition;

/// An offer with what is needed to write it.
pub(super) struct Offered {
    pub(super) kind: Kind,
    pub(super) subject: Subject,
    pub(super) offer: ExportOffer,
}

/// What a file is about.
pub(super) enum Subject {
    Run,
    Book(BookId),
    Bill(BillKey, Edition),
    Fund(FundKey),
}

/// Every file of the kinds wanted, in a fixed order.
pub(super) fn offered(run: &Run, wanted: impl Fn(Kind) -> bool) -> Result<Vec<Offered>, Fault> {
    let mut all = Vec::new();
    let stems = Stems::of(run.plan());
    let short_enough = |kind: Kind| kind.events_max().is_none_or(|max| run.event_count() <= max);
    for kind in KINDS.into_iter().filter(|kind| wanted(*kind)) {
        if !short_enough(kind) {
            continue;
        }
        match kind {
            Kind::Summary | Kind::Run => all.push(of_run(kind, "json")),
            Kind::Events
            | Kind::Payments
            | Kind::Refunds
            | Kind::Batches
            | Kind::Payouts
            | Kind::Balances
            | Kind::Closings
            | Kind::Expectations => all.push(of_run(kind, "csv")),
            Kind::Journal | Kind::Hledger | Kind::Beancount => {
                all.extend(of_books(run, kind, &stems)?)
            }
            Kind::WechatBill => all.extend(of_bills((run, &stems), kind, Edition::All)?),
            Kind::WechatPayments => all.extend(of_bills((run, &stems), kind, Edition::Success)?),
            Kind::WechatRefunds => all.extend(of_bills((run, &stems), kind, Edition::Refund)?),
            Kind::WechatFunds => all.extend(of_funds(run, &stems)?),
        }
    }
    Ok(all)
}

fn offer(
    kind: Kind,
    party: String,
    date: Option<AccountingDate>,
    file_name: String,
) -> ExportOffer {
    ExportOffer {
        kind: kind.name().to_owned(),
        party,
        date,
        file_name,
        media_type: kind.media_type().to_owned(),
    }
}

fn of_run(kind: Kind, extension: &str) -> Offered {
    let file_name = format!("{}.{extension}", kind.name());
    Offered {
        kind,
        subject: Subject::Run,
        offer: offer(kind, String::new(), None, file_name),
    }
}

fn of_books(run: &Run, kind: Kind, stems: &Stems) -> Result<Vec<Offered>, Fault> {
    let books = run.plan().books().iter();
    let offered = books.map(|(book, _)| {
        let keeper = run.plan().books().get(book).ok_or(Missing::Book)?.keeper;
        let party = names::keeper(run.plan(), book)?.key.clone();
        let stem = stems.get(keeper);
        let file_name = match kind {
            Kind::Journal => format!("journal~{stem}.csv"),
            _ => format!("{stem}.{}", kind.name()),
        };
        Ok(Offered {
            kind,
            subject: Subject::Book(book),
            offer: offer(kind, party, None, file_name),
        })
    });
    offered
        .collect::<Result<_, Missing>>()
        .map_err(|missing| FaultKind::from(missing).after(run.event_count()))
}

fn of_bills(
    (run, stems): (&Run, &Stems),
    kind: Kind,
    edition: Edition,
) -> Result<Vec<Offered>, Fault> {
    let bills = bill::bills(run)?;
    let offered = bills.iter().filter(|(_, holds)| holds.some(edition));
    let offered = offered.map(|(bill, _)| {
        let others = bills.keys().filter(|other| other.party == bill.party);
        let somewhere_else = others
            .into_iter()
            .any(|other| other.channel != bill.channel);
        let names = [Some(bill.party), bill.sub_merchant];
        let names = names.into_iter().flatten();
        let place = (bill.channel, somewhere_else);
        let offer = of_channel((run, stems), kind, place, names, bill.date);
        Offered {
            kind,
            subject: Subject::Bill(*bill, edition),
            offer,
        }
    });
    Ok(offered.collect())
}

fn of_funds(run: &Run, stems: &Stems) -> Result<Vec<Offered>, Fault> {
    let bills = fund::bills(run)?;
    let kind = Kind::WechatFunds;
    let offered = bills.iter().map(|bill| {
        let mut others = bills.iter().filter(|other| other.party == bill.party);
        let somewhere_else = others.any(|other| other.channel != bill.channel);
        let names = [bill.party].into_iter();
        Offered {
            kind,
            subject: Subject::Fund(*bill),
            offer: of_channel(
                (run, stems),
                kind,
                (bill.channel, somewhere_else),
                names,
                bill.date,
            ),
        }
    });
    Ok(offered.collect())
}

/// The offer of a channel's file: `party`, or `channel/party` where the party has such files elsewhere too.
fn of_channel(
    (run, stems): (&Run, &Stems),
    kind: Kind,
    (channel, somewhere_else): (PartyId, bool),
    of: impl Iterator<Item = PartyId>,
    date: AccountingDate,
) -> ExportOffer {
    let key = |id| {
        let party = run.plan().parties().get(id);
        party.map(|party| party.key.as_str()).unwrap_or_default()
    };
    let of: Vec<PartyId> = of.collect();
    let names: Vec<&str> = of.iter().map(|id| key(*id)).collect();
    let mut party = names.join("/");
    if somewhere_else {
        party = format!("{}/{party}", key(channel));
    }
    // `~` cannot stand in an id, so no two bills share a name.
    let stems: Vec<&str> = std::iter::once(channel)
        .chain(of)
        .map(|id| stems.get(id))
        .collect();
    let file_name = format!("{}~{}~{date}.csv", kind.name(), stems.join("~"));
    offer(kind, party, Some(date), file_name)
}
