//! The words of the money-flow picture, and the sketch that the layout places.

use crate::analysis::lanes::svg::{EdgeInk, Ink, NodeInk, Tone};
use crate::analysis::lanes::{Sketch, SketchEdge, SketchLane, SketchNode, SketchRow};
use crate::analysis::view::{
    LaneAmounts, LaneEdge, LaneModel, LaneNode, LaneView, Severity, Summary,
};
use crate::base::date::{TimeOfDay, WallClock};
use crate::base::id::{AccountId, BookId, PartyId};
use crate::base::money::Money;
use crate::domain::posting::Meaning;
use crate::scenario::v1::{Licence, PartyKind};

use super::Lang;
use super::fields::severity;

mod nodes;

use nodes::{folded_lane, node_keeper};
pub use nodes::{is_payers, node_title, step_sign};

/// Words of the picture and of the list that says the same.
#[derive(Debug)]
pub struct LanesText {
    /// Heading.
    pub heading: &'static str,
    /// Name of the choice between the two views.
    pub view: &'static str,
    /// Lanes by who holds the money.
    pub by_holder: &'static str,
    /// Lanes by who keeps the book.
    pub by_keeper: &'static str,
    /// Why one would look by holder.
    pub by_holder_hint: &'static str,
    /// Why one would look by keeper.
    pub by_keeper_hint: &'static str,
    /// The payers' lane and node.
    pub payers: &'static str,
    /// What the payers are.
    pub payers_note: &'static str,
    /// What licence a holder has, in few words: they stand beside a lane.
    pub licence: fn(Licence) -> &'static str,
    /// A lane in which several stand together because there are too many to draw: `另有 12 家`.
    pub folded_lane: fn(usize) -> String,
    /// Several accounts drawn as one: `12 个账户`.
    pub folded_accounts: fn(usize) -> String,
    /// Row of the payers: what they paid less refunds, negative because it left them.
    pub net_paid: &'static str,
    /// Row of the current balance.
    pub current: &'static str,
    /// Row of the previous-day balance.
    pub previous_day: &'static str,
    /// When a book cuts: `日切 22:00`.
    pub cut_at: fn(&str) -> String,
    /// The words on an edge with the amount given: `② 手续费 0.60% 1.20`.
    pub edge: fn(&LaneEdge, &str) -> String,
    /// How grave the gravest finding about a node or an edge is, before its words; nothing where there is none.
    pub mark: fn(Option<Severity>) -> &'static str,
    /// What an edge means, without its amount.
    pub edge_meaning: fn(&LaneEdge) -> String,
    /// Zoom buttons.
    pub zoom_in: &'static str,
    /// Smaller.
    pub zoom_out: &'static str,
    /// The whole picture.
    pub fit: &'static str,
    /// Nothing to draw yet.
    pub empty: &'static str,
    /// Shown while nobody takes part.
    pub nobody: &'static str,
    /// The picture in one sentence, for those who hear it: participants, accounts, paths.
    pub described: fn(usize, usize, usize) -> String,
    /// Name of the list under the picture.
    pub list: &'static str,
    /// Columns of the list.
    pub list_step: &'static str,
    /// From.
    pub list_from: &'static str,
    /// To.
    pub list_to: &'static str,
    /// Meaning.
    pub list_meaning: &'static str,
    /// Amount so far.
    pub list_amount: &'static str,
}

/// 中文.
pub static ZH_CN: LanesText = LanesText {
    heading: "资金流图",
    view: "泳道",
    by_holder: "按持有人",
    by_keeper: "按账套",
    by_holder_hint: "每条泳道是一个资金持有方：钱在谁手里",
    by_keeper_hint: "每条泳道是一个账套：谁记这笔账",
    payers: "消费者",
    payers_note: "付款方",
    licence: super::accounts::ZH_CN.licence,
    folded_lane: |parties| format!("另有 {parties} 家"),
    folded_accounts: |accounts| format!("{accounts} 个账户"),
    net_paid: "净额",
    current: "当前",
    previous_day: "上日",
    cut_at: |time| format!("日切 {time}"),
    edge: |edge, amount| {
        let words = inscribed(edge, &edge_meaning_zh(edge), amount);
        marked(mark_zh(edge.mark), words)
    },
    mark: mark_zh,
    edge_meaning: edge_meaning_zh,
    zoom_in: "放大",
    zoom_out: "缩小",
    fit: "适应",
    empty: "推演之后，这里画出钱在谁手里、怎么走。",
    nobody: "还没有人参与。先在「模型」里加一个渠道、一家银行和一个商户，或者插入模板块；加好合同和路由规则，钱就开始走了。",
    described: |lanes, nodes, edges| {
        format!("资金流图：{lanes} 个参与方，{nodes} 个账户，{edges} 条资金路径")
    },
    list: "资金路径列表",
    list_step: "步骤",
    list_from: "从",
    list_to: "到",
    list_meaning: "含义",
    list_amount: "累计金额（元）",
};

/// English.
pub static EN: LanesText = LanesText {
    heading: "Money flow",
    view: "Lanes",
    by_holder: "By holder",
    by_keeper: "By book",
    by_holder_hint: "One lane a holder: whose hands the money is in",
    by_keeper_hint: "One lane a book: who records it",
    payers: "Payers",
    payers_note: "Consumers",
    licence: |licence| match licence {
        Licence::None => "no licence",
        Licence::Payment => "licensed",
        Licence::Bank => "bank licence",
    },
    folded_lane: |parties| format!("{parties} more"),
    folded_accounts: |accounts| format!("{accounts} accounts"),
    net_paid: "Net",
    current: "Current",
    previous_day: "Prev. day",
    cut_at: |time| format!("cut {time}"),
    edge: |edge, amount| {
        let words = inscribed(edge, &edge_meaning_en(edge), amount);
        marked(mark_en(edge.mark), words)
    },
    mark: mark_en,
    edge_meaning: edge_meaning_en,
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    fit: "Fit",
    empty: "After the run, this shows whose hands the money is in and how it moves.",
    nobody: "Nobody takes part yet. Under “Model”, add a channel, a bank and a merchant, or insert a ready-made piece; with a contract and a route the money begins to move.",
    described: |lanes, nodes, edges| {
        format!("Money flow: {lanes} participants, {nodes} accounts, {edges} paths")
    },
    list: "Path list",
    list_step: "Step",
    list_from: "From",
    list_to: "To",
    list_meaning: "Meaning",
    list_amount: "Amount so far (CNY)",
};

fn mark_zh(mark: Option<Severity>) -> &'static str {
    mark.map_or("", |grave| severity(Lang::ZhCn, grave))
}

fn mark_en(mark: Option<Severity>) -> &'static str {
    mark.map_or("", |grave| severity(Lang::En, grave))
}

/// `高危 ③ T+1 结算 298.20`.
fn marked(mark: &str, words: String) -> String {
    match mark {
        "" => words,
        mark => format!("{mark} {words}"),
    }
}

fn edge_meaning_zh(edge: &LaneEdge) -> String {
    match edge.meaning {
        None => "镜像".to_owned(),
        Some(Meaning::Cleared) if edge.earmark => "应付".to_owned(),
        Some(meaning) => noted(
            meaning,
            &edge.note,
            (super::accounts::ZH_CN.meaning)(meaning),
        ),
    }
}

fn edge_meaning_en(edge: &LaneEdge) -> String {
    match edge.meaning {
        None => "mirror".to_owned(),
        Some(Meaning::Cleared) if edge.earmark => "owed".to_owned(),
        Some(meaning) => noted(meaning, &edge.note, (super::accounts::EN.meaning)(meaning)),
    }
}

/// A rate follows the word (`手续费 0.60%`), a cycle stands before it (`T+1 结算`).
fn noted(meaning: Meaning, note: &str, word: &str) -> String {
    if note.is_empty() {
        return word.to_owned();
    }
    match meaning {
        Meaning::ChannelFee
        | Meaning::Share
        | Meaning::Commission
        | Meaning::FeeReturned
        | Meaning::ShareReturned => format!("{word} {}%", note.trim_end_matches('%')),
        Meaning::Opening
        | Meaning::Payment
        | Meaning::Unfreeze
        | Meaning::Sale
        | Meaning::TopUp
        | Meaning::Refund
        | Meaning::Cleared
        | Meaning::PayoutSent
        | Meaning::PaidOut
        | Meaning::Transferred
        | Meaning::Spent
        | Meaning::Advanced
        | Meaning::PaidOnward => format!("{note} {word}"),
    }
}

/// `② 手续费 0.60% 1.20`; money on its way back carries no number, a pair of mirrors no amount.
fn inscribed(edge: &LaneEdge, meaning: &str, amount: &str) -> String {
    if edge.meaning.is_none() {
        meaning.to_owned()
    } else if edge.back || edge.step == 0 {
        format!("{meaning} {amount}")
    } else {
        format!("{} {meaning} {amount}", step_sign(edge.step))
    }
}

/// A cut-off without seconds that are zero: `22:00`, `22:00:37`.
pub fn clock(time: TimeOfDay) -> String {
    let text = time.to_string();
    match text.strip_suffix(":00") {
        Some(short) => short.to_owned(),
        None => text,
    }
}

/// What stands in the picture at one moment, under the name of the scenario and the moment.
pub fn ink(
    model: &LaneModel,
    amounts: &LaneAmounts,
    at: WallClock,
    summary: &Summary,
    lang: Lang,
) -> Ink {
    let text = lang.text().lanes;
    let view = match model.view {
        LaneView::Holder => text.by_holder,
        LaneView::Keeper => text.by_keeper,
    };
    let moment = at.to_string().replace('T', " ");
    let nodes = model.nodes.iter().zip(&amounts.nodes);
    let edges = model.edges.iter().zip(&amounts.edges);
    Ink {
        title: format!("{} · {view} · {moment}", lang.of(&summary.title)),
        nodes: nodes
            .map(|(node, balance)| NodeInk {
                tone: tone(node.mark),
                values: match is_payers(node) {
                    false => vec![balance.current.grouped(), balance.previous_day.grouped()],
                    true => vec![balance.current.grouped()],
                },
            })
            .collect(),
        edges: edges
            .map(|(edge, amount)| EdgeInk {
                tone: match edge.meaning {
                    Some(_) if amount.is_zero() => Tone::Faint,
                    _ => tone(edge.mark),
                },
                label: (text.edge)(edge, &amount.grouped()),
            })
            .collect(),
    }
}

/// How something that a rule saw is stressed.
const fn tone(mark: Option<Severity>) -> Tone {
    match mark {
        None => Tone::Plain,
        Some(Severity::High) => Tone::Risk,
        Some(Severity::Note | Severity::Attention | Severity::Warning) => Tone::Warned,
    }
}

/// The picture's words: every lane, node and edge with the widest text it will ever show.
pub fn sketch(model: &LaneModel, summary: &Summary, lang: Lang) -> Sketch {
    let place = |index: u32| usize::try_from(index).unwrap_or(usize::MAX);
    Sketch {
        lanes: model
            .lanes
            .iter()
            .zip(0_u32..)
            .map(|(party, place)| {
                let mut folded = model.folded.iter();
                match folded.find(|folded| folded.lane == place) {
                    Some(folded) => folded_lane(folded, lang),
                    None => lane(*party, model.view, summary, lang),
                }
            })
            .collect(),
        nodes: model
            .nodes
            .iter()
            .map(|node| SketchNode {
                lane: place(node.lane),
                phase: place(node.phase),
                ..sketch_node(node, model.view, summary, lang)
            })
            .collect(),
        edges: model
            .edges
            .iter()
            .map(|edge| SketchEdge {
                from: place(edge.from),
                to: place(edge.to),
                label: (lang.text().lanes.edge)(edge, &edge.widest.grouped()),
                back: edge.back,
            })
            .collect(),
    }
}

/// The same for a file, which stands alone: what a rule saw bears its word.
pub fn sketch_marked(model: &LaneModel, summary: &Summary, lang: Lang) -> Sketch {
    let mut sketch = sketch(model, summary, lang);
    for (drawn, node) in sketch.nodes.iter_mut().zip(&model.nodes) {
        let title = std::mem::take(&mut drawn.title);
        drawn.title = marked((lang.text().lanes.mark)(node.mark), title);
    }
    sketch
}

fn lane(party: Option<PartyId>, view: LaneView, summary: &Summary, lang: Lang) -> SketchLane {
    let text = lang.text();
    let Some(row) = party.and_then(|party| summary.parties.get(party.index())) else {
        return SketchLane {
            title: text.lanes.payers.to_owned(),
            subtitle: text.lanes.payers_note.to_owned(),
        };
    };
    let kind = (text.accounts.party_kind)(row.kind);
    let subtitle = match (view, row.book, row.kind) {
        (LaneView::Keeper, Some(book), _) => match cut_of(book, summary) {
            Some(cut) => format!("{kind} · {}", (text.lanes.cut_at)(&cut)),
            None => kind.to_owned(),
        },
        (LaneView::Holder, _, PartyKind::Platform) | (LaneView::Holder, _, PartyKind::Channel) => {
            format!("{kind} · {}", (text.lanes.licence)(row.licence))
        }
        (LaneView::Keeper, None, _)
        | (LaneView::Holder, _, PartyKind::Merchant | PartyKind::Bank) => kind.to_owned(),
    };
    SketchLane {
        title: lang.of(&row.name).to_owned(),
        subtitle,
    }
}

fn sketch_node(node: &LaneNode, view: LaneView, summary: &Summary, lang: Lang) -> SketchNode {
    let text = lang.text().lanes;
    let row = |label: &str, value: Money| SketchRow {
        label: label.to_owned(),
        value: value.grouped(),
    };
    if is_payers(node) {
        return SketchNode {
            title: text.payers.to_owned(),
            rows: vec![row(text.net_paid, node.widest)],
            ..SketchNode::default()
        };
    }
    SketchNode {
        title: node_title(node, summary, lang),
        chip: match view {
            LaneView::Holder => node_keeper(node, summary, lang),
            LaneView::Keeper => String::new(),
        },
        rows: vec![
            row(text.current, node.widest),
            row(text.previous_day, node.widest),
        ],
        ..SketchNode::default()
    }
}

/// What an account is called on screen: `待结算 咖啡店`.
pub fn account_title(account: AccountId, summary: &Summary, lang: Lang) -> String {
    let Some(row) = summary.accounts.get(account.index()) else {
        return String::new();
    };
    (lang.text().accounts.title)(row.kind, party_name(row.owner, summary, lang))
}

/// A party's name.
pub fn party_name(party: PartyId, summary: &Summary, lang: Lang) -> &str {
    summary
        .parties
        .get(party.index())
        .map_or("", |row| lang.of(&row.name))
}

/// The name of a book's keeper.
pub fn book_name(book: BookId, summary: &Summary, lang: Lang) -> &str {
    summary
        .books
        .get(book.index())
        .map_or("", |row| party_name(row.keeper, summary, lang))
}

/// `微信支付 · 日切 00:00`.
pub fn keeper_and_cut(account: AccountId, summary: &Summary, lang: Lang) -> String {
    let Some(row) = summary.accounts.get(account.index()) else {
        return String::new();
    };
    let keeper = book_name(row.book, summary, lang);
    match cut_of(row.book, summary) {
        Some(cut) => format!("{keeper} · {}", (lang.text().lanes.cut_at)(&cut)),
        None => keeper.to_owned(),
    }
}

fn cut_of(book: BookId, summary: &Summary) -> Option<String> {
    summary
        .books
        .get(book.index())
        .map(|row| clock(row.cut_off))
}

#[cfg(test)]
mod tests;
