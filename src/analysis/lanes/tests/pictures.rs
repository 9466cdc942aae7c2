//! The money flows that lessons and gallery draw, as sketches.

use super::super::{Sketch, SketchEdge, SketchLane, SketchNode, SketchRow};

/// All of them, with a name each.
pub(super) fn all() -> Vec<(&'static str, Sketch)> {
    vec![
        ("pooled", pooled(&["咖啡店", "书店"])),
        (
            "pooled-5",
            pooled(&["咖啡店", "书店", "面包房", "花店", "药房"]),
        ),
        ("sub-merchant", sub_merchant(&["咖啡店", "书店"])),
        (
            "sub-merchant-5",
            sub_merchant(&["咖啡店", "书店", "面包房", "花店", "药房"]),
        ),
        ("direct", direct()),
        ("holders", holders()),
    ]
}

fn lane(title: &str, subtitle: &str) -> SketchLane {
    SketchLane {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
    }
}

fn node(lane: usize, phase: usize, title: &str, chip: &str, amount: &str) -> SketchNode {
    let row = |label: &str, value: &str| SketchRow {
        label: label.to_owned(),
        value: value.to_owned(),
    };
    SketchNode {
        lane,
        phase,
        title: title.to_owned(),
        chip: chip.to_owned(),
        rows: vec![row("当前", amount), row("上日", "0.00")],
    }
}

fn edge(from: usize, to: usize, label: &str) -> SketchEdge {
    SketchEdge {
        from,
        to,
        label: label.to_owned(),
        back: false,
    }
}

fn back(from: usize, to: usize, label: &str) -> SketchEdge {
    SketchEdge {
        back: true,
        ..edge(from, to, label)
    }
}

/// The platform collects everything and pays the shops out of its own account.
fn pooled(shops: &[&str]) -> Sketch {
    let mut sketch = Sketch {
        lanes: vec![
            lane("消费者", "付款方"),
            lane("微信支付", "渠道 · 日切 00:00"),
            lane("商场平台", "无支付牌照"),
            lane("子商户", &shops.join(" / ")),
            lane("结算银行", "T+1 · 日切 23:00"),
        ],
        nodes: vec![
            node(0, 0, "消费者零钱", "", "-300.00"),
            node(1, 1, "平台待结算户", "", "298.20"),
            node(1, 2, "手续费收入", "", "1.80"),
            node(2, 2, "平台对公户", "", "298.20"),
            node(2, 3, "平台佣金", "", "6.00"),
        ],
        edges: vec![
            edge(0, 1, "① 支付 300.00"),
            back(1, 0, "退款 20.00"),
            edge(1, 2, "② 手续费 0.6% 1.80"),
            edge(1, 3, "③ T+1 结算 298.20"),
            edge(3, 4, "④ 佣金 6.00"),
        ],
    };
    for shop in shops {
        let owed = sketch.nodes.len();
        sketch
            .nodes
            .push(node(3, 3, &format!("应付 {shop}"), "", "196.00"));
        sketch
            .nodes
            .push(node(4, 4, &format!("{shop}银行户"), "", "196.00"));
        sketch
            .edges
            .push(edge(3, owed, &format!("⑤ 分给{shop} 196.00")));
        sketch.edges.push(edge(owed, owed + 1, "⑥ 打款 196.00"));
    }
    sketch
}

/// Every shop has its own account at the channel; the platform gets its share by a split.
fn sub_merchant(shops: &[&str]) -> Sketch {
    let mut sketch = Sketch {
        lanes: vec![
            lane("消费者", "付款方"),
            lane("微信支付", "渠道 · 日切 00:00"),
            lane("商场平台", "无支付牌照"),
            lane("子商户", "各店"),
            lane("结算银行", "T+1 · 日切 23:00"),
        ],
        nodes: vec![
            node(0, 0, "消费者零钱", "", "-300.00"),
            node(1, 2, "手续费收入", "", "1.65"),
            node(2, 2, "平台佣金(分账)", "", "6.00"),
        ],
        edges: vec![],
    };
    for (index, shop) in shops.iter().enumerate() {
        let pending = sketch.nodes.len();
        sketch
            .nodes
            .push(node(1, 1, &format!("待结算 {shop}"), "", "12,200.00"));
        sketch
            .nodes
            .push(node(4, 4, &format!("{shop}银行户"), "", "12,194.90"));
        sketch.edges.push(edge(0, pending, "① 支付 200.00"));
        sketch.edges.push(edge(pending, 1, "② 0.55% 1.10"));
        sketch.edges.push(edge(pending, 2, "③ 分账 2% 4.00"));
        sketch
            .edges
            .push(edge(pending, pending + 1, "④ T+1 结算 194.90"));
        if index == 0 {
            sketch
                .nodes
                .push(node(3, 3, &format!("财付通账户 {shop}"), "", "0.00"));
            sketch.edges.push(back(pending, 0, "退款 20.00"));
            sketch
                .edges
                .push(back(pending + 1, pending + 2, "⑤ 退票 194.90"));
        }
    }
    sketch
}

fn direct() -> Sketch {
    Sketch {
        lanes: vec![lane("消费者", "付款方"), lane("咖啡店", "直连商户")],
        nodes: vec![
            node(0, 0, "消费者零钱", "微信支付 · 日切 00:00", "-300.00"),
            node(1, 1, "待结算 咖啡店", "微信支付 · 日切 00:00", "298.20"),
            node(1, 4, "咖啡店银行户", "徽商银行 · 日切 22:00", "298.20"),
        ],
        edges: vec![
            edge(0, 1, "① 支付 300.00"),
            back(1, 0, "退款 20.00"),
            edge(1, 2, "② T+1 结算 298.20"),
        ],
    }
}

/// Each account stands with its owner; a chip says who keeps it.
fn holders() -> Sketch {
    let wechat = "微信支付 · 日切 00:00";
    let bank = "徽商银行 · 日切 22:00";
    Sketch {
        lanes: vec![
            lane("消费者", "付款方"),
            lane("微信支付", "渠道 · 持牌"),
            lane("商场", "服务商 · 无牌照"),
            lane("咖啡店", "子商户"),
            lane("书店", "子商户"),
        ],
        nodes: vec![
            node(0, 0, "消费者零钱", wechat, "-12,345.67"),
            node(1, 2, "手续费收入", wechat, "1.65"),
            node(2, 2, "待结算 商场", wechat, "6.00"),
            node(2, 4, "商场对公户", bank, "6.00"),
            node(3, 1, "待结算 咖啡店", wechat, "12,345.67"),
            node(3, 3, "可用余额 咖啡店", wechat, "0.00"),
            node(3, 4, "咖啡店银行户", bank, "12,345.67"),
            node(4, 1, "待结算 书店", wechat, "100.00"),
            node(4, 1, "冻结 书店", wechat, "0.00"),
            node(4, 4, "书店银行户", bank, "97.45"),
        ],
        edges: vec![
            edge(0, 4, "① 支付 200.00"),
            edge(0, 7, "① 支付 100.00"),
            edge(4, 1, "② 0.55% 1.10"),
            edge(7, 1, "② 0.55% 0.55"),
            edge(4, 2, "③ 分账 2% 4.00"),
            edge(7, 2, "③ 分账 2% 2.00"),
            edge(4, 6, "④ T+1 结算 194.90"),
            edge(7, 9, "④ D+1 结算 97.45"),
            edge(2, 3, "④ T+1 结算 6.00"),
            back(6, 5, "⑤ 退票 194.90"),
            edge(5, 6, "⑥ 再打款 194.90"),
            back(4, 0, "退款 20.00"),
            edge(7, 8, "冻结 30.00"),
            back(8, 7, "解冻 30.00"),
        ],
    }
}
