//! How an order is split, reckoned a second time: what refunds before the split leave of it, who gets how much of that,
//! and what refunds after it take back. Shares no code with the engine.

use serde_json::Value;

use super::{Outcome, Sale, back, millionths, rounded, text};

/// A split order.
#[derive(Debug, Default)]
pub struct Split {
    /// When.
    pub at: i64,
    /// Receiver, its share, and what of it refunds after the split let it keep.
    pub shares: Vec<(String, i64, i64)>,
    /// What is unfrozen to the collector.
    pub rest: i64,
}

/// When the order is split.
fn split_at(sale: &Sale<'_>) -> i64 {
    let delay = sale.contract["split_delay_seconds"].as_i64().unwrap_or(60);
    sale.known_at + delay * 1_000
}

/// What is left to be split of an order and its fee, and how much was refunded out of its frozen money; `None` when a
/// refund needed more than that.
fn left(
    sale: &Sale<'_>,
    (fee, fee_on_refund): (i64, &str),
    refunds: &[(i64, i64)],
) -> Outcome<Option<(i64, i64)>> {
    let (mut gone, mut fee_back) = (0, 0);
    for (_, part) in refunds.iter().filter(|(at, _)| *at <= split_at(sale)) {
        let fee_then = back(fee, gone + part, sale.paid, fee_on_refund)?;
        let frozen = (sale.paid - gone) - (fee - fee_back);
        if part - (fee_then - fee_back) > frozen {
            return Ok(None);
        }
        (gone, fee_back) = (gone + part, fee_then);
    }
    Ok(Some((sale.paid - gone, fee - fee_back)))
}

/// What each receiver gets of so much, when so much is there.
fn shares(contract: &Value, order: i64, there: i64) -> Outcome<Vec<(String, i64)>> {
    let splits = contract["splits"].as_array().into_iter().flatten();
    let mut rest = there;
    let policy = contract["split_remainder"].as_str().unwrap_or("collector");
    // Place, receiver, whole fen, and the fraction that was cut off.
    let mut parts = Vec::new();
    let mut promised = 0;
    for (place, split) in splits.enumerate() {
        let exact = order * millionths(&split["rate"])?;
        promised += exact;
        let how = match policy {
            "collector" => split["rounding"].as_str().unwrap_or("down"),
            _ => "down",
        };
        let whole = rounded(exact, 1_000_000, how)?.min(rest);
        rest -= whole;
        parts.push((place, text(&split["to"]).to_owned(), whole, exact));
    }
    let given: i64 = parts.iter().map(|(_, _, whole, _)| whole).sum();
    let over = match policy {
        "collector" => 0,
        _ => (promised / 1_000_000).min(there) - given,
    };
    match policy {
        "largest" => parts.sort_by_key(|(place, _, _, exact)| (-(exact % 1_000_000), *place)),
        "last" => parts.reverse(),
        _ => {}
    }
    let takers = parts.iter_mut().filter(|(_, _, _, exact)| *exact > 0);
    for part in takers.take(usize::try_from(over)?) {
        part.2 += 1;
    }
    parts.sort_by_key(|(place, _, _, _)| *place);
    Ok(parts
        .into_iter()
        .map(|(_, to, whole, _)| (to, whole))
        .collect())
}

/// The split of an order, `refunds` being all that was ever refunded of it.
pub(super) fn split(sale: &Sale<'_>, fee: (i64, &str), refunds: &[(i64, i64)]) -> Outcome<Split> {
    let at = split_at(sale);
    let Some((order, fee)) = left(sale, fee, refunds)? else {
        return Ok(Split {
            at,
            ..Split::default()
        });
    };
    let refunded: i64 = refunds.iter().map(|(_, part)| part).sum();
    let since = refunded - (sale.paid - order);
    let mut told = Split {
        at,
        rest: order - fee,
        ..Split::default()
    };
    let splits = sale.contract["splits"].as_array().into_iter().flatten();
    for ((to, share), split) in shares(sale.contract, order, order - fee)?
        .into_iter()
        .zip(splits)
    {
        told.rest -= share;
        let on_refund = split["on_refund"].as_str().unwrap_or("keep");
        let kept = share - back(share, since, order, on_refund)?;
        told.shares.push((to, share, kept));
    }
    Ok(told)
}
