//! Rows about the lane diagram: what is drawn, and the amounts on it at a moment.

use serde::{Deserialize, Serialize};

use super::{BalanceRow, Severity};
use crate::base::id::{AccountId, PartyId};
use crate::base::money::Money;
use crate::domain::account::AccountKind;
use crate::domain::party::PartyKind;
use crate::domain::posting::Meaning;

/// Whether lanes show money by who holds it or by who keeps the book.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneView {
    /// One lane an owner: who can move the money. 二清 is read here.
    #[default]
    Holder,
    /// One lane a book, with mirrors joined. Reconciliation is read here.
    Keeper,
}

/// What the lane diagram shows, before any pixel: lanes, nodes and edges that ever occur in the run.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LaneModel {
    /// Which view.
    pub view: LaneView,
    /// Lanes from top to bottom; `None` is the payers, or a folded lane.
    pub lanes: Vec<Option<PartyId>>,
    /// Nodes.
    pub nodes: Vec<LaneNode>,
    /// Edges.
    pub edges: Vec<LaneEdge>,
    /// Lanes in which several parties stand together, because there are too many to draw.
    #[serde(default)]
    pub folded: Vec<FoldedLane>,
}

/// A lane in which several parties of a kind stand together.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FoldedLane {
    /// Place in `lanes`.
    pub lane: u32,
    /// What they are.
    pub kind: PartyKind,
    /// Who they are.
    pub parties: Vec<PartyId>,
}

/// Accounts of a kind that stand together as one node; its figures are their sums.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FoldedNode {
    /// What they are.
    pub kind: AccountKind,
    /// Which they are.
    pub accounts: Vec<AccountId>,
}

/// A node: an account, the payers, or several accounts folded into one.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LaneNode {
    /// Place in `lanes`.
    pub lane: u32,
    /// Column: 0 payers … 4 deposits, 5 for whom or for what the money of a deposit is, 6 deposits that a platform
    /// pays into.
    pub phase: u32,
    /// The account; `None` is the payers, or what is folded.
    pub account: Option<AccountId>,
    /// Widest balance it ever shows.
    pub widest: Money,
    /// How grave the gravest finding about it is.
    pub mark: Option<Severity>,
    /// The accounts that it stands for, where they are several.
    #[serde(default)]
    pub folded: Option<FoldedNode>,
}

/// An edge: one kind of movement from one node to another.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LaneEdge {
    /// Place in `nodes`.
    pub from: u32,
    /// Place in `nodes`.
    pub to: u32,
    /// What the movement means; `None` joins two accounts that mirror each other (keeper view).
    pub meaning: Option<Meaning>,
    /// Order in the story, from 1 (①); 0 for what runs backwards and for mirrors.
    pub step: u32,
    /// Rate in per cent (`0.60`) for fees and shares, cycle (`T+1`) for settlements, else empty.
    pub note: String,
    /// Whether it runs backwards (refund, top-up).
    pub back: bool,
    /// Whether nothing moves along it: it says for whom the money lies where it lies (holder view).
    pub earmark: bool,
    /// Greatest amount it shows.
    pub widest: Money,
    /// How grave the gravest finding about it is.
    pub mark: Option<Severity>,
}

/// Amounts of a lane model after a number of events.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LaneAmounts {
    /// How many events have happened.
    pub event: u32,
    /// Balances of the nodes. Payers keep no book: what they paid net of refunds, negative, in both.
    pub nodes: Vec<BalanceRow>,
    /// Amounts moved along the edges so far.
    pub edges: Vec<Money>,
    /// Edges used by the last event.
    pub active: Vec<u32>,
}
