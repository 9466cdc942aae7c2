//! Who takes part: parties, the books they keep, and the deposits at banks.

use crate::base::date::{Boundary, CutOff, TimeOfDay};
use crate::base::id::{BookId, PartyId};
use crate::base::money::Money;
use crate::base::table::Table;
use crate::domain::account::{AccountKind, AccountName};
use crate::domain::party::{Book, Licence, Party, PartyKind, Words};
use crate::scenario::limits;
use crate::scenario::problem::{Noun, ProblemKind};
use crate::scenario::v1::{AccountClass, Authority, BookSpec, Scenario};

use super::problems::{Names, Problems};

/// Parties, books and deposits, with their names.
pub(super) struct Cast {
    pub(super) parties: Table<PartyId, Party>,
    pub(super) books: Table<BookId, Book>,
    pub(super) deposits: Vec<Deposit>,
    /// The bank that keeps a channel's reserve, by party.
    pub(super) reserve_bank: Vec<Option<PartyId>>,
    pub(super) party_names: Names,
    pub(super) deposit_names: Names,
}

/// An authored deposit at a bank.
pub(super) struct Deposit {
    pub(super) alias: String,
    pub(super) bank: PartyId,
    pub(super) owner: PartyId,
    /// False where the author's owner is a mistake; then it is nobody's account.
    pub(super) is_owned: bool,
    pub(super) kind: AccountKind,
    pub(super) opening: Money,
    /// In whose name the bank keeps it, where the author says so.
    pub(super) bears: Option<AccountName>,
    /// 1 for an owner's first account at this bank, 2 for the second …
    pub(super) number: u32,
}

impl Cast {
    pub(super) fn party(&self, id: PartyId) -> Option<&Party> {
        self.parties.get(id)
    }

    pub(super) fn is(&self, id: PartyId, kind: PartyKind) -> bool {
        self.party(id).is_some_and(|party| party.kind == kind)
    }

    pub(super) fn book(&self, id: PartyId) -> Option<BookId> {
        self.party(id).and_then(|party| party.book)
    }

    pub(super) fn reserve_bank(&self, channel: PartyId) -> Option<PartyId> {
        self.reserve_bank.get(channel.index()).copied().flatten()
    }

    /// The party named, if it is of this kind; else a problem.
    pub(super) fn resolve(
        &self,
        path: &str,
        name: &str,
        wanted: &[PartyKind],
        part: Noun,
        problems: &mut Problems,
    ) -> Option<PartyId> {
        let id = PartyId::of(problems.resolve(path, &self.party_names, name)?);
        if wanted.is_empty() || wanted.iter().any(|kind| self.is(id, *kind)) {
            return Some(id);
        }
        problems.at(
            path,
            ProblemKind::WrongParty {
                found: name.to_owned(),
                wanted: part,
            },
        );
        None
    }
}

pub(super) fn cast(scenario: &Scenario, problems: &mut Problems) -> Cast {
    let count = |list: &[_]| u64::try_from(list.len()).unwrap_or(u64::MAX);
    problems.limit(
        "parties",
        count(&scenario.parties),
        limit(limits::PARTIES_MAX),
    );
    let ids = scenario.parties.iter().map(|party| party.id.as_str());
    let names = Names::read("parties", Noun::Party, ids, problems);
    let mut cast = Cast {
        parties: Table::default(),
        books: Table::default(),
        deposits: Vec::new(),
        reserve_bank: Vec::new(),
        party_names: names,
        deposit_names: Names::read(
            "accounts",
            Noun::DepositAccount,
            std::iter::empty(),
            problems,
        ),
    };
    for authored in &scenario.parties {
        let keeps = matches!(authored.kind, PartyKind::Channel | PartyKind::Bank);
        let spec = authored.book.clone().or_else(|| keeps.then(midnight));
        let book = spec.map(|spec| open_book(&mut cast, spec));
        cast.parties.push(Party {
            key: authored.id.clone(),
            name: authored.name.clone(),
            kind: authored.kind,
            licence: authored.licence,
            book,
            onboarding: authored.onboarding,
            premises: authored.premises,
            legal_name: authored.legal_name.clone(),
            implicit: false,
        });
    }
    reserve_banks(scenario, &mut cast, problems);
    deposits(scenario, &mut cast, problems);
    cast
}

fn limit(max: usize) -> u64 {
    u64::try_from(max).unwrap_or(u64::MAX)
}

fn midnight() -> BookSpec {
    BookSpec {
        cut_off: TimeOfDay::MIDNIGHT,
        closes: None,
        boundary: Boundary::NewDay,
        announced: None,
    }
}

/// Opens a book for the party that is added next.
fn open_book(cast: &mut Cast, spec: BookSpec) -> BookId {
    cast.books.push(Book {
        keeper: PartyId::of(cast.parties.len()),
        cut_off: CutOff::new(spec.cut_off, spec.closes, spec.boundary),
        announced: spec.announced,
    })
}

/// Every channel has a reserve bank; one that the author did not name is added, cutting at midnight.
fn reserve_banks(scenario: &Scenario, cast: &mut Cast, problems: &mut Problems) {
    for (place, authored) in scenario.parties.iter().enumerate() {
        let path = format!("parties[{place}].reserve_bank");
        let named = authored.reserve_bank.as_ref();
        let bank = match (authored.kind, named) {
            (PartyKind::Channel, Some(name)) => {
                cast.resolve(&path, name, &[PartyKind::Bank], Noun::Bank, problems)
            }
            (PartyKind::Channel, None) => {
                let name = &authored.name;
                let bank = Words {
                    zh: format!("{}备付金银行", name.zh),
                    en: format!("{} reserve bank", name.en),
                };
                let key = format!("{}.reserve_bank", authored.id);
                // A second channel of one id asks for the bank of the first; that id has been told.
                let authored = |place: &usize| *place < scenario.parties.len();
                if let Some(taken) = cast.party_names.place(&key).filter(authored) {
                    problems.at(
                        format!("parties[{taken}].id"),
                        ProblemKind::DuplicateId {
                            id: key.clone(),
                            first: format!("parties[{place}].id"),
                        },
                    );
                }
                let book = open_book(cast, midnight());
                let id = cast.parties.push(Party {
                    key: key.clone(),
                    name: bank,
                    kind: PartyKind::Bank,
                    licence: Licence::Bank,
                    book: Some(book),
                    onboarding: None,
                    premises: None,
                    legal_name: None,
                    implicit: true,
                });
                cast.party_names.add(&key, id.index());
                Some(id)
            }
            // A reserve of anybody else is a contradiction, told as such.
            (_, _) => None,
        };
        cast.reserve_bank.push(bank);
    }
}

fn deposits(scenario: &Scenario, cast: &mut Cast, problems: &mut Problems) {
    let count = u64::try_from(scenario.accounts.len()).unwrap_or(u64::MAX);
    problems.limit("accounts", count, limit(limits::ACCOUNTS_MAX));
    let ids = scenario.accounts.iter().map(|account| account.id.as_str());
    cast.deposit_names = Names::read("accounts", Noun::DepositAccount, ids, problems);
    for (place, authored) in scenario.accounts.iter().enumerate() {
        let path = format!("accounts[{place}]");
        let bank = cast.resolve(
            &format!("{path}.kept_by"),
            &authored.kept_by,
            &[PartyKind::Bank],
            Noun::Bank,
            problems,
        );
        let owner = cast.resolve(
            &format!("{path}.owner"),
            &authored.owner,
            &[PartyKind::Merchant, PartyKind::Platform],
            Noun::Seller,
            problems,
        );
        let kind = match authored.class {
            AccountClass::Corporate => AccountKind::CorporateDeposit,
            AccountClass::Personal => AccountKind::PersonalDeposit,
        };
        // A wrong deposit keeps its place, so that names go on meaning the same places.
        let is_owned = owner.is_some();
        let (bank, owner) = (bank.unwrap_or_default(), owner.unwrap_or_default());
        let earlier = cast
            .deposits
            .iter()
            .filter(|other| other.bank == bank && other.owner == owner && other.kind == kind);
        let number = u32::try_from(earlier.count())
            .unwrap_or(u32::MAX)
            .saturating_add(1);
        cast.deposits.push(Deposit {
            alias: authored.id.clone(),
            bank,
            owner,
            is_owned,
            kind,
            opening: authored.opening,
            bears: authored.name_on_account.clone().map(|name| AccountName {
                name,
                has_authority: authored.authority == Some(Authority::Documented),
            }),
            number,
        });
    }
}
