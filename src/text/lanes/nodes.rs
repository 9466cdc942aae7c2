//! What nodes of the picture are called, and the lane in which several parties stand because there are too many to draw.

use crate::analysis::lanes::SketchLane;
use crate::analysis::view::{FoldedLane, LaneNode, Summary};
use crate::base::id::AccountId;
use crate::text::Lang;

use super::{account_title, keeper_and_cut};

/// Several parties of a kind in one lane.
pub(super) fn folded_lane(folded: &FoldedLane, lang: Lang) -> SketchLane {
    let text = lang.text();
    SketchLane {
        title: (text.lanes.folded_lane)(folded.parties.len()),
        subtitle: (text.accounts.party_kind)(folded.kind).to_owned(),
    }
}

/// Whether a node is the payers, who have one figure and no book.
pub const fn is_payers(node: &LaneNode) -> bool {
    node.account.is_none() && node.folded.is_none()
}

/// What a node is called: an account, several of a kind, or the payers.
pub fn node_title(node: &LaneNode, summary: &Summary, lang: Lang) -> String {
    let text = lang.text();
    match (node.account, &node.folded) {
        (Some(account), _) => account_title(account, summary, lang),
        (None, Some(folded)) => {
            let several = (text.lanes.folded_accounts)(folded.accounts.len());
            (text.accounts.title)(folded.kind, &several)
        }
        (None, None) => text.lanes.payers.to_owned(),
    }
}

/// In whose book the accounts of a node stand, where it is one book.
pub(super) fn node_keeper(node: &LaneNode, summary: &Summary, lang: Lang) -> String {
    let folded = node.folded.iter().flat_map(|folded| &folded.accounts);
    let mut accounts = node.account.iter().chain(folded).copied();
    let book = |account: AccountId| summary.accounts.get(account.index()).map(|row| row.book);
    match accounts.next() {
        Some(first) if accounts.all(|other| book(other) == book(first)) => {
            keeper_and_cut(first, summary, lang)
        }
        _ => String::new(),
    }
}

/// ① to ⑳, then (21).
pub fn step_sign(step: u32) -> String {
    step.checked_sub(1)
        .filter(|place| *place < 20)
        .and_then(|place| char::from_u32(0x2460_u32.checked_add(place)?))
        .map_or_else(|| format!("({step})"), String::from)
}
