//! Who takes part and where their money lies: calendars, parties with their books, deposit accounts.

use std::borrow::Borrow;

use super::codec::{
    self, Amount, BankName, Bilingual, Codec, Date, FreeText, Id, SellerName, Time,
};
use super::noun::{give_field, given, kind, need, noun, table, take_field, taken, words};
use super::shape::{Field, Kind, Need, Shape};
use super::tree::Node;
use crate::base::date::{Boundary, CivilDate, Closes};
use crate::scenario::limits::{AMOUNT_MAX, CALENDAR_DAYS_MAX, NAME_CHARS_MAX};
use crate::scenario::v1::{
    AccountClass, AccountSpec, Authority, BookSpec, CalendarBase, CalendarSpec, Licence,
    Onboarding, Party, PartyKind, Premises,
};

words! {
    CalendarBase { Cn = "cn", Weekdays = "weekdays" }
    PartyKind { Merchant = "merchant", Platform = "platform", Channel = "channel", Bank = "bank" }
    Onboarding { Finished = "finished", Unfinished = "unfinished" }
    Premises { PhysicalMall = "physical_mall", Online = "online" }
    Licence { None = "none", Payment = "payment", Bank = "bank" }
    Closes { Previous = "previous", Same = "same" }
    Boundary { NewDay = "new_day", OldDay = "old_day" }
    Authority { Documented = "documented" }
    AccountClass { Corporate = "corporate", Personal = "personal" }
    Beyond { WeekendsOnly = "weekends_only" }
}

noun!(Party {
    needed id: Id = "The name by which other entries refer to the party.",
    needed kind: PartyKind = "What the party is.",
    needed name: Bilingual<NAME_CHARS_MAX> = "The name shown to people.",
    given(usual_licence(kind)) licence: Licence =
        "What the party is licensed for. A bank has `bank`, a channel `payment`, others `none` unless said.",
    optional book: BookSpec =
        "The ledger that the party keeps. Banks and channels always keep one, cut at 00:00:00 unless said.",
    optional reserve_bank: BankName =
        "Of a channel: the bank that keeps its reserve. An implicit bank when absent.",
    optional onboarding: Onboarding =
        "Whether a seller has finished its onboarding with the institution that collects for it. Not said when absent.",
    optional premises: Premises = "Where a platform's sellers sell. Not said when absent.",
    optional legal_name: FreeText = "The name in the register. Not said when absent.",
});

/// The licence that a party has when none is written.
pub(crate) fn usual_licence(kind: impl Borrow<PartyKind>) -> Licence {
    match kind.borrow() {
        PartyKind::Bank => Licence::Bank,
        PartyKind::Channel => Licence::Payment,
        PartyKind::Merchant | PartyKind::Platform => Licence::None,
    }
}

noun!(BookSpec {
    usual("00:00:00") cut_off: Time = "When the book turns to its next date.",
    optional closes: Closes =
        "Which date the cut closes. A cut before 12:00 closes the previous date, from 12:00 on its own, unless said.",
    usual("new_day") boundary: Boundary = "Which day owns the instant of the cut.",
    optional announced: Time = "The cut-off that the keeper tells others, when it is another one.",
});

noun!(AccountSpec {
    needed id: Id = "The name by which contracts and expectations refer to the account.",
    needed kept_by: BankName = "The bank that keeps the account.",
    needed owner: SellerName = "The party that owns the money.",
    usual("corporate") class: AccountClass = "Class of the deposit.",
    usual("0.00") opening: Amount<0, { AMOUNT_MAX.minor() }> = "What lies there at the beginning.",
    optional name_on_account: FreeText = "In whose name the bank keeps the account. Not said when absent.",
    optional authority: Authority =
        "Whether an authority to have the owner's money paid to an account of another name is documented. None when absent.",
});

/// `calendars[]` as written: `beyond` is a word there and a switch in the scenario.
struct CalendarForm {
    id: String,
    based_on: CalendarBase,
    holidays: Vec<CivilDate>,
    workdays: Vec<CivilDate>,
    beyond: Option<Beyond>,
}

#[derive(Clone, Copy)]
enum Beyond {
    WeekendsOnly,
}

noun!(CalendarForm {
    needed id: Id = "The name by which settlement rules refer to the calendar.",
    usual("cn") based_on: CalendarBase = "The built-in calendar to start from.",
    list(CALENDAR_DAYS_MAX) holidays: Date = "Days off besides its own.",
    list(CALENDAR_DAYS_MAX) workdays: Date = "Workdays besides its own.",
    optional beyond: Beyond =
        "Outside the years that the calendar knows, count Monday to Friday. Without it such a date is refused.",
});

impl Codec for CalendarSpec {
    type Value = CalendarSpec;
    const KIND: Kind = CalendarForm::KIND;

    fn take(node: &Node<'_>) -> Option<CalendarSpec> {
        let form = CalendarForm::take(node)?;
        Some(CalendarSpec {
            id: form.id,
            based_on: form.based_on,
            holidays: form.holidays,
            workdays: form.workdays,
            beyond_weekends_only: form.beyond.is_some(),
        })
    }

    fn give(value: &CalendarSpec) -> Node<'_> {
        let mut fields = Vec::new();
        let CalendarSpec {
            id,
            based_on,
            holidays,
            workdays,
            beyond_weekends_only,
        } = value;
        let beyond = beyond_weekends_only.then_some(&Beyond::WeekendsOnly);
        give_field!(fields, needed id Id);
        give_field!(fields, usual("cn") based_on CalendarBase);
        give_field!(fields, list(CALENDAR_DAYS_MAX) holidays Date);
        give_field!(fields, list(CALENDAR_DAYS_MAX) workdays Date);
        give_field!(fields, optional beyond Beyond);
        Node::Object(fields)
    }
}
