//! Another id for an entry: whatever names the entry goes on naming it.

use std::borrow::Cow;

use super::path::{Step, written};
use crate::domain::account::AccountKind;
use crate::scenario::document::form;
use crate::scenario::document::shape::Kind;
use crate::scenario::document::tree::Node;
use crate::scenario::document::whole::DOCUMENT;
use crate::scenario::problem::{Noun, Problem, ProblemKind};

/// Kinds of account whose names say whose they are: `wx:2241.01.cafe`.
const OWNED: [AccountKind; 7] = [
    AccountKind::CorporateDeposit,
    AccountKind::PersonalDeposit,
    AccountKind::ReserveDeposit,
    AccountKind::Pending,
    AccountKind::Available,
    AccountKind::Frozen,
    AccountKind::PayoutInTransit,
];

/// The list of the document in which a thing of this kind stands.
pub(super) const fn list_of(noun: Noun) -> &'static str {
    match noun {
        Noun::Party | Noun::Channel | Noun::Bank | Noun::Platform | Noun::Seller => "parties",
        Noun::Account | Noun::DepositAccount => "accounts",
        Noun::Calendar => "calendars",
        Noun::FeePlan => "fee_plans",
        Noun::SettlementRule => "settlement_rules",
        Noun::Contract => "contracts",
        Noun::Payment => "payments",
    }
}

/// Before the id at `steps` becomes another: refuses one that is none or is taken, and renames all mentions.
pub(super) fn renamed<'a>(
    document: &mut Node<'a>,
    steps: &[Step<'a>],
    to: &'a str,
) -> Result<(), Problem> {
    let [Step::Field(list), Step::Index(place), Step::Field(_)] = steps else {
        return Ok(());
    };
    let entries = document
        .field(list)
        .and_then(Node::items)
        .unwrap_or_default();
    let id_of = |node: &Node<'a>| node.field("id").and_then(Node::as_text).map(str::to_owned);
    let Some(from) = entries.get(*place).and_then(id_of) else {
        return Ok(());
    };
    if from == to {
        return Ok(());
    }
    // Refused here: as it is, it would be a mistake at every place that names the entry.
    form::id(to).map_err(|kind| Problem {
        path: written(steps),
        kind,
    })?;
    if let Some(taken) = entries
        .iter()
        .position(|entry| id_of(entry).as_deref() == Some(to))
    {
        return Err(Problem {
            path: written(steps),
            kind: ProblemKind::DuplicateId {
                id: to.to_owned(),
                first: format!("{list}[{taken}].id"),
            },
        });
    }
    let change = Change {
        list: list.as_ref(),
        from: &from,
        to,
    };
    change.everywhere(document, &DOCUMENT);
    Ok(())
}

struct Change<'c> {
    list: &'c str,
    from: &'c str,
    to: &'c str,
}

impl Change<'_> {
    fn everywhere(&self, node: &mut Node<'_>, kind: &Kind) {
        match (kind, node) {
            (Kind::Reference(noun), Node::Text(text)) if list_of(*noun) == self.list => {
                if text == self.from {
                    *text = Cow::Owned(self.to.to_owned());
                }
            }
            (Kind::AccountName, Node::Text(text)) => {
                if let Some(name) = self.of_account(text) {
                    *text = Cow::Owned(name);
                }
            }
            (Kind::Either { text: kind, .. }, node @ Node::Text(_)) => self.everywhere(node, kind),
            (Kind::List { of, .. }, Node::List(items)) => {
                for item in items {
                    self.everywhere(item, of);
                }
            }
            (kind, node) => {
                let Some(shape) = kind.shape(Some(node)) else {
                    return;
                };
                for field in shape.fields {
                    if let Some(below) = node.field_mut(field.name) {
                        self.everywhere(below, &field.kind);
                    }
                }
            }
        }
    }

    /// The new name of an account that has the old id in it.
    fn of_account(&self, name: &str) -> Option<String> {
        match (self.list, name.split_once(':')) {
            ("accounts", None) if name == self.from => Some(self.to.to_owned()),
            ("parties", Some((keeper, code))) => {
                let keeper_now = if keeper == self.from { self.to } else { keeper };
                let code_now = owner_in(code, self.from)
                    .map(|(start, end)| format!("{start}{}{end}", self.to));
                let changed = keeper_now != keeper || code_now.is_some();
                changed.then(|| {
                    let code = code_now.as_deref().unwrap_or(code);
                    format!("{keeper_now}:{code}")
                })
            }
            _ => None,
        }
    }
}

/// What stands before and behind the owner in `2241.01.cafe` or `2011.01.cafe.2`, if this is the owner.
fn owner_in<'t>(code: &'t str, owner: &str) -> Option<(&'t str, &'t str)> {
    OWNED.iter().find_map(|kind| {
        let rest = code.strip_prefix(kind.code())?.strip_prefix('.')?;
        let behind = rest.strip_prefix(owner)?;
        let number = behind.strip_prefix('.').unwrap_or(behind);
        let is_whole = number.bytes().all(|byte| byte.is_ascii_digit());
        let start = code
            .split_at_checked(code.len().checked_sub(rest.len())?)?
            .0;
        is_whole.then_some((start, behind))
    })
}

/// Whether the name of an account has this party's id in it.
pub(super) fn names_party(name: &str, party: &str) -> bool {
    name.split_once(':')
        .is_some_and(|(keeper, code)| keeper == party || owner_in(code, party).is_some())
}
