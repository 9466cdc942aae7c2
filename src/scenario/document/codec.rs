//! The single values of a document (an amount, a moment, a name) and their way to the typed scenario and back.
//!
//! How entries are put together from them is the work of [`super::noun`].

use std::borrow::Cow;

use super::form;
use super::shape::{Kind, Shape};
use super::tree::Node;
use crate::base::date::{CivilDate, TimeOfDay, WallClock};
use crate::base::money::Money;
use crate::base::rate::Rate;
use crate::domain::cycle::SettlementCycle;
use crate::scenario::limits::{BILL_FIELDS_MAX, BILL_HEADER_CHARS_MAX, NAME_CHARS_MAX};
use crate::scenario::problem::Noun;
use crate::scenario::v1::Words;

/// A value of the document: what it looks like there, and the way to and from its typed form.
pub(crate) trait Codec {
    /// The typed form.
    type Value;
    /// What it looks like in the document.
    const KIND: Kind;
    /// From the tree. A node that was checked against `KIND` always has a value.
    fn take(node: &Node<'_>) -> Option<Self::Value>;
    /// To the tree.
    fn give(value: &Self::Value) -> Node<'_>;
}

/// The table of an object; a table without fields for anything else.
pub(crate) const fn shape_of(kind: &Kind) -> &'static Shape {
    match kind {
        Kind::Object(shape) => shape,
        _ => &Shape {
            name: "",
            fields: &[],
        },
    }
}

/// A field that must be there.
pub(crate) fn needed<C: Codec>(node: &Node<'_>, name: &str) -> Option<C::Value> {
    C::take(node.field(name)?)
}

/// A field that may be absent.
pub(crate) fn optional<C: Codec>(node: &Node<'_>, name: &str) -> Option<Option<C::Value>> {
    match node.field(name) {
        None => Some(None),
        Some(node) => C::take(node).map(Some),
    }
}

/// A list that is empty when absent.
pub(crate) fn list<C: Codec>(node: &Node<'_>, name: &str) -> Option<Vec<C::Value>> {
    match node.field(name) {
        None => Some(Vec::new()),
        Some(node) => node.items()?.iter().map(C::take).collect(),
    }
}

/// All items of a list, given.
pub(crate) fn items<C: Codec>(values: &[C::Value]) -> Node<'_> {
    Node::List(values.iter().map(C::give).collect())
}

/// What an absent field is, written as the author would have written it.
pub(crate) fn usual_node<C: Codec>(text: &'static str) -> Node<'static> {
    match C::KIND {
        Kind::Whole { .. } => Node::Number(Cow::Borrowed(text)),
        _ => Node::Text(Cow::Borrowed(text)),
    }
}

macro_rules! leaves {
    ($($(#[$doc:meta])* $name:ident $([$($generic:tt)*])? for $value:ty {
        $kind:expr, $text:ident => $take:expr, $given:ident => $give:expr
    })*) => {$(
        $(#[$doc])*
        pub(crate) enum $name {}

        impl Codec for $name {
            type Value = $value;
            const KIND: Kind = $kind;

            fn take(node: &Node<'_>) -> Option<$value> {
                let $text = node.as_text()?;
                $take
            }

            fn give($given: &$value) -> Node<'_> {
                $give
            }
        }
    )*};
}

leaves! {
    /// The id of an entry.
    Id for String {
        Kind::Id, text => Some(text.to_owned()), value => Node::text(value.as_str())
    }
    /// An account in an expectation.
    AccountName for String {
        Kind::AccountName, text => Some(text.to_owned()), value => Node::text(value.as_str())
    }
    /// A short free text.
    FreeText for String {
        Kind::Text { max: NAME_CHARS_MAX, may_be_blank: false },
        text => Some(text.to_owned()), value => Node::text(value.as_str())
    }
    /// The header of a bill.
    HeaderText for String {
        Kind::Text { max: BILL_HEADER_CHARS_MAX, may_be_blank: false },
        text => Some(text.to_owned()), value => Node::text(value.as_str())
    }
    /// A rate.
    RateText for Rate {
        Kind::Rate, text => form::rate(text).ok(), value => Node::text(value.plain())
    }
    /// A moment.
    Moment for WallClock {
        Kind::Moment, text => form::moment(text).ok(), value => Node::text(value.to_string())
    }
    /// A date.
    Date for CivilDate {
        Kind::Date, text => form::date(text).ok(), value => Node::text(value.to_string())
    }
    /// A time of day.
    Time for TimeOfDay {
        Kind::TimeOfDay, text => form::time_of_day(text).ok(), value => Node::text(value.to_string())
    }
    /// A settlement cycle.
    Cycle for SettlementCycle {
        Kind::Cycle, text => form::cycle(text).ok(), value => Node::text(value.to_string())
    }
}

/// Names of other entries, each of one kind.
macro_rules! references {
    ($($(#[$doc:meta])* $name:ident = $noun:ident)*) => {
        leaves! {$(
            $(#[$doc])*
            $name for String {
                Kind::Reference(Noun::$noun), text => Some(text.to_owned()), value => Node::text(value.as_str())
            }
        )*}
    };
}

references! {
    /// The id of a party of any kind.
    PartyName = Party
    /// The id of a bank.
    BankName = Bank
    /// The id of a channel.
    ChannelName = Channel
    /// The id of a platform.
    PlatformName = Platform
    /// The id of a merchant or platform.
    SellerName = Seller
    /// The id of a deposit account.
    DepositName = DepositAccount
    /// The id of a calendar, built in or of this document.
    CalendarName = Calendar
    /// The id of a fee plan.
    FeePlanName = FeePlan
    /// The id of a settlement rule.
    RuleName = SettlementRule
    /// The id of a contract.
    ContractName = Contract
    /// The id of a payment.
    PaymentName = Payment
}

/// An amount between two bounds in fen.
pub(crate) enum Amount<const MIN: i64, const MAX: i64> {}

impl<const MIN: i64, const MAX: i64> Codec for Amount<MIN, MAX> {
    type Value = Money;
    const KIND: Kind = Kind::Amount { min: MIN, max: MAX };

    fn take(node: &Node<'_>) -> Option<Money> {
        form::amount(node.as_text()?, MIN, MAX).ok()
    }

    fn give(value: &Money) -> Node<'_> {
        Node::text(value.plain())
    }
}

/// A whole number between two bounds.
pub(crate) enum Whole<const MIN: u32, const MAX: u32> {}

impl<const MIN: u32, const MAX: u32> Codec for Whole<MIN, MAX> {
    type Value = u32;
    const KIND: Kind = Kind::Whole { min: MIN, max: MAX };

    fn take(node: &Node<'_>) -> Option<u32> {
        form::whole(node.as_number()?, MIN, MAX).ok()
    }

    fn give(value: &u32) -> Node<'_> {
        Node::whole(value)
    }
}

/// A text in both languages.
pub(crate) enum Bilingual<const MAX: usize> {}

impl<const MAX: usize> Codec for Bilingual<MAX> {
    type Value = Words;
    const KIND: Kind = Kind::Words { max: MAX };

    fn take(node: &Node<'_>) -> Option<Words> {
        let of = |name| Some(node.field(name)?.as_text()?.to_owned());
        match node.as_text() {
            Some(text) => Some(Words {
                zh: text.to_owned(),
                en: text.to_owned(),
            }),
            None => Some(Words {
                zh: of("zh")?,
                en: of("en")?,
            }),
        }
    }

    fn give(value: &Words) -> Node<'_> {
        if value.zh == value.en {
            return Node::text(value.zh.as_str());
        }
        let field = |name, text| (Cow::Borrowed(name), Node::text(text));
        Node::Object(vec![
            field("zh", value.zh.as_str()),
            field("en", value.en.as_str()),
        ])
    }
}

/// Texts under keys of the author's choice.
pub(crate) enum TextMap {}

impl Codec for TextMap {
    type Value = Vec<(String, String)>;
    const KIND: Kind = Kind::TextMap {
        max: BILL_FIELDS_MAX,
    };

    fn take(node: &Node<'_>) -> Option<Vec<(String, String)>> {
        match node {
            Node::Object(fields) => fields
                .iter()
                .map(|(key, node)| Some((key.to_string(), node.as_text()?.to_owned())))
                .collect(),
            _ => None,
        }
    }

    fn give(value: &Vec<(String, String)>) -> Node<'_> {
        let fields = value.iter();
        let fields =
            fields.map(|(key, text)| (Cow::Borrowed(key.as_str()), Node::text(text.as_str())));
        Node::Object(fields.collect())
    }
}
