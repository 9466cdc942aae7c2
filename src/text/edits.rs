//! What each change to a scenario is called, for undo, redo and the list of what was done.

use crate::scenario::edit::{Block, Edit};
use crate::scenario::forms;
use crate::text::{Lang, fields};

/// Words for changes.
#[derive(Debug)]
pub struct EditsText {
    /// A change in a few words.
    pub label: fn(&Edit) -> String,
    /// A ready-made piece: its name, and what comes with it.
    pub block: fn(Block) -> (&'static str, &'static str),
}

/// 中文.
pub static ZH_CN: EditsText = EditsText {
    label: |edit| match edit {
        Edit::Set { path, text } => joined(field(Lang::ZhCn, path), text),
        Edit::Add { path, kind, .. } => format!("新增{}", new(Lang::ZhCn, path, kind)),
        Edit::Remove { path } => format!("删除{}", entry(Lang::ZhCn, path)),
        Edit::Move { path, .. } => format!("移动{}", entry(Lang::ZhCn, path)),
        Edit::Turn { path, into } => joined(
            entry(Lang::ZhCn, path),
            fields::answer(Lang::ZhCn, turned(path), into),
        ),
        Edit::Insert { block, .. } => format!("插入 {}", block_zh(*block).0),
    },
    block: block_zh,
};

/// English.
pub static EN: EditsText = EditsText {
    label: |edit| match edit {
        Edit::Set { path, text } => joined(field(Lang::En, path), text),
        Edit::Add { path, kind, .. } => format!("add {}", new(Lang::En, path, kind)),
        Edit::Remove { path } => format!("remove {}", entry(Lang::En, path)),
        Edit::Move { path, .. } => format!("move {}", entry(Lang::En, path)),
        Edit::Turn { path, into } => joined(
            entry(Lang::En, path),
            fields::answer(Lang::En, turned(path), into),
        ),
        Edit::Insert { block, .. } => format!("insert {}", block_en(*block).0),
    },
    block: block_en,
};

/// What the field at a path is called.
fn field(lang: Lang, path: &str) -> String {
    forms::named(path).map_or_else(
        || path.to_owned(),
        |(of, name)| fields::label(lang, of, &name).to_owned(),
    )
}

/// What the entry, or the object, at a path is called.
fn entry(lang: Lang, path: &str) -> String {
    let named = forms::named(path);
    let list = named.as_ref().map(|(_, name)| fields::list(lang, name).1);
    match list {
        Some(entry) if !entry.is_empty() => entry.to_owned(),
        _ => field(lang, path),
    }
}

/// A new entry: its kind where that says it all.
fn new(lang: Lang, path: &str, kind: &str) -> String {
    match path {
        "parties" if !kind.is_empty() => fields::answer(lang, "kind", kind).to_owned(),
        path => entry(lang, path),
    }
}

/// In which field the word of a kind stands.
fn turned(path: &str) -> &'static str {
    if path.ends_with(".of") { "of" } else { "kind" }
}

fn joined(what: impl Into<String>, value: &str) -> String {
    let what = what.into();
    if value.trim().is_empty() {
        what
    } else {
        format!("{what} {value}")
    }
}

fn block_zh(block: Block) -> (&'static str, &'static str) {
    match block {
        Block::ChannelAndBank => (
            "渠道＋备付金银行",
            "一家渠道、一家银行，渠道的备付金存在这家银行",
        ),
        Block::MerchantWithAccount => ("商户（含结算账户）", "一家不记账的商户，在银行有一个账户"),
        Block::PlatformWithAccount => ("平台（含账套与账户）", "一家记账的平台，在银行有一个账户"),
        Block::DirectContract => (
            "T+1 直连合同",
            "商户自己与渠道订立合同，费率 0.60%，T+1 到账，并有路由规则",
        ),
        Block::SubMerchantContract => (
            "服务商合同＋分账",
            "平台作服务商带来特约商户，每笔分 2% 给平台",
        ),
        Block::PooledContract => (
            "大商户合同＋约定",
            "平台以自己的名义替商户收款，再按约定付给商户",
        ),
        Block::DayOfTraffic => (
            "一天的随机交易",
            "为每条还没有随机交易的路由规则，每天随机 20 笔",
        ),
    }
}

fn block_en(block: Block) -> (&'static str, &'static str) {
    match block {
        Block::ChannelAndBank => (
            "channel and reserve bank",
            "a channel, and the bank that keeps its reserve",
        ),
        Block::MerchantWithAccount => (
            "merchant with an account",
            "a merchant without a book, with an account at the bank",
        ),
        Block::PlatformWithAccount => (
            "platform with book and account",
            "a platform that keeps a book, with an account at the bank",
        ),
        Block::DirectContract => (
            "direct contract, T+1",
            "a merchant's own contract with the channel: 0.60%, paid out T+1, with its route",
        ),
        Block::SubMerchantContract => (
            "provider contract with a split",
            "the platform brings a sub-merchant and gets 2% of each payment",
        ),
        Block::PooledContract => (
            "pooled contract with agreements",
            "the platform collects in its own name and pays the merchants as agreed",
        ),
        Block::DayOfTraffic => (
            "a day of traffic",
            "twenty payments drawn a day for every route that has none",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::edit::Tongue;

    fn add(path: &str, kind: &str) -> Edit {
        Edit::Add {
            path: path.to_owned(),
            kind: kind.to_owned(),
            tongue: Tongue::Zh,
        }
    }

    fn set(path: &str, text: &str) -> Edit {
        Edit::Set {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    fn turn(path: &str, into: &str) -> Edit {
        Edit::Turn {
            path: path.to_owned(),
            into: into.to_owned(),
        }
    }

    #[test]
    fn a_change_is_called_after_its_field_or_entry() {
        let remove = Edit::Remove {
            path: "payments[3]".to_owned(),
        };
        let moved = Edit::Move {
            path: "routes[3]".to_owned(),
            to: 0,
        };
        let insert = Edit::Insert {
            block: Block::DirectContract,
            tongue: Tongue::En,
        };
        let cycle = set("settlement_rules[0].cycle", "D+1");
        for (edit, zh, en) in [
            (cycle, "结算周期 D+1", "Cycle D+1"),
            (
                set("parties[2].name.zh", "咖啡店"),
                "名称 咖啡店",
                "Name 咖啡店",
            ),
            (set("title", "x"), "标题 x", "Title x"),
            (
                set("parties[0].book.announced", ""),
                "对外说的日切",
                "Announced as",
            ),
            (add("contracts[0].splits", ""), "新增分账方", "add split"),
            (add("parties[0].book", ""), "新增账套", "add Book"),
            (add("parties", "bank"), "新增银行", "add Bank"),
            (remove, "删除一笔交易", "remove payment"),
            (moved, "移动路由规则", "move route"),
            (
                turn("expectations[0]", "arrival"),
                "预期核对 到账",
                "expectation What arrived",
            ),
            (
                turn("refunds[0].of", "external"),
                "退哪笔 沙盘开始前的交易",
                "Refund of a payment before",
            ),
            (insert, "插入 T+1 直连合同", "insert direct contract, T+1"),
        ] {
            assert_eq!(
                ((ZH_CN.label)(&edit), (EN.label)(&edit)),
                (zh.to_owned(), en.to_owned())
            );
        }
    }
}
