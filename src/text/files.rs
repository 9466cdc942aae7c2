//! The words of files: what a run can give, what a file was read as, and what cannot be opened.

use crate::base::money::Money;
use crate::scenario::import::preview::{FileKind, FileSeen};

/// Words of files.
#[derive(Debug)]
pub struct FilesText {
    /// The tab.
    pub heading: &'static str,
    /// Files of the run.
    pub of_run: &'static str,
    /// What the files are, in one sentence.
    pub hint: &'static str,
    /// What a kind of file is called.
    pub kind: fn(&str) -> Option<&'static str>,
    /// Column of the kind.
    pub what: &'static str,
    /// Column of the party.
    pub party: &'static str,
    /// Column of the accounting date.
    pub date: &'static str,
    /// Column of the file's name.
    pub name: &'static str,
    /// A file of the whole run.
    pub whole: &'static str,
    /// The button that opens the report for paper.
    pub report: &'static str,
    /// Downloads a file.
    pub download: &'static str,
    /// So many files more, which the command line writes.
    pub more: fn(usize) -> String,
    /// The list is on its way.
    pub waiting: &'static str,
    /// The engine gave no file.
    pub refused: &'static str,
    /// Import.
    pub import: &'static str,
    /// What can be imported, and how.
    pub import_hint: &'static str,
    /// Heading of the preview: the file's name.
    pub preview: fn(&str) -> String,
    /// What was read of a file, as names and values.
    pub seen: fn(&FileSeen) -> Vec<(&'static str, String)>,
    /// A fund bill becomes no scenario.
    pub no_scenario: &'static str,
    /// So many problems.
    pub problems: fn(usize) -> String,
    /// Opens it.
    pub accept: &'static str,
    /// Does not.
    pub discard: &'static str,
    /// A file that is larger than can be opened: name, bytes found, bytes allowed.
    pub too_large: fn(&str, u64, u64) -> String,
    /// A file that cannot be read: its name.
    pub unreadable: fn(&str) -> String,
}

/// 中文.
pub static ZH_CN: FilesText = FilesText {
    heading: "文件",
    of_run: "这次推演的文件",
    hint: "同一个沙盘每次给出的字节都一样，与命令行写出的也一样。表格是 UTF-8 的 CSV，可能被当作公式的文字前加了一个撇号。",
    kind: kind_zh,
    what: "内容",
    party: "参与方",
    date: "会计日",
    name: "文件名",
    whole: "全部",
    report: "打印报告",
    download: "下载",
    more: |files| format!("另有 {files} 个文件没有列出，可以用命令行的 run 一次写出。"),
    waiting: "正在列出文件",
    refused: "没有得到这个文件，请再推演一次",
    import: "导入文件",
    import_hint: "沙盘（.json）或微信支付账单（.csv），最大 16 MB；也可以把文件拖到这里。先预览，确认后才打开。",
    preview: |name| format!("导入「{name}」"),
    seen: seen_zh,
    no_scenario: "资金账单只说钱怎么动，没有订单与费率，不能变成沙盘；上面的结余与汇总已经逐行核对。",
    problems: |count| format!("{count} 处问题，不能打开："),
    accept: "导入为新沙盘",
    discard: "放弃",
    too_large: |name, found, max| {
        format!(
            "「{name}」有 {}，最大能打开 {}",
            megabytes(found),
            megabytes(max)
        )
    },
    unreadable: |name| format!("浏览器读不了「{name}」"),
};

/// English.
pub static EN: FilesText = FilesText {
    heading: "Files",
    of_run: "Files of this run",
    hint: "The same scenario gives the same bytes every time, and the same as the command line. Tables are CSV in UTF-8; text that a spreadsheet would compute has an apostrophe in front.",
    kind: kind_en,
    what: "What",
    party: "Party",
    date: "Accounting date",
    name: "File name",
    whole: "whole run",
    report: "Print report",
    download: "Download",
    more: |files| {
        format!(
            "{files} more files are not listed; `run` on the command line writes them all at once."
        )
    },
    waiting: "Listing the files",
    refused: "The engine did not give this file; run again",
    import: "Import a file",
    import_hint: "A scenario (.json) or a WeChat Pay bill (.csv), at most 16 MB; or drop a file here. You see what was read before anything is opened.",
    preview: |name| format!("Import “{name}”"),
    seen: seen_en,
    no_scenario: "A fund bill tells how money moved, but neither orders nor rates, so it becomes no scenario. Its balances and totals were compared line by line.",
    problems: |count| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} problem{plural}, so it cannot be opened:")
    },
    accept: "Import as a new scenario",
    discard: "Discard",
    too_large: |name, found, max| {
        format!(
            "“{name}” has {}; at most {} can be opened",
            megabytes(found),
            megabytes(max)
        )
    },
    unreadable: |name| format!("The browser cannot read “{name}”"),
};

/// `16.0 MB`, of 1024 × 1024 bytes each.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1024 * 1024);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

fn kind_zh(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "summary" => "汇总（JSON）",
        "run" => "全程数据（JSON）",
        "events" => "事件表",
        "payments" => "支付表",
        "refunds" => "退款表",
        "batches" => "批次表",
        "payouts" => "出款表",
        "balances" => "双余额表",
        "closings" => "日终余额表",
        "expectations" => "预期核对表",
        "journal" => "凭证表",
        "hledger" => "账簿（hledger、ledger）",
        "beancount" => "账簿（beancount）",
        "wechat-bill" => "微信交易账单（全部）",
        "wechat-bill-success" => "微信交易账单（支付成功）",
        "wechat-bill-refund" => "微信交易账单（退款）",
        "wechat-fund-bill" => "微信资金账单",
        _ => return None,
    })
}

fn kind_en(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "summary" => "Summary (JSON)",
        "run" => "Run as data (JSON)",
        "events" => "Events",
        "payments" => "Payments",
        "refunds" => "Refunds",
        "batches" => "Batches",
        "payouts" => "Payouts",
        "balances" => "Double balances",
        "closings" => "Closings",
        "expectations" => "Expectations",
        "journal" => "Journal",
        "hledger" => "Ledger (hledger, ledger)",
        "beancount" => "Ledger (beancount)",
        "wechat-bill" => "WeChat trade bill, all rows",
        "wechat-bill-success" => "WeChat trade bill, payments",
        "wechat-bill-refund" => "WeChat trade bill, refunds",
        "wechat-fund-bill" => "WeChat fund bill",
        _ => return None,
    })
}

/// Names of what a preview says.
struct SeenWords {
    kind: (&'static str, fn(FileKind, u32) -> String),
    title: (&'static str, fn(&FileSeen) -> Option<&str>),
    span: &'static str,
    payments: &'static str,
    refunds: &'static str,
    income: &'static str,
    expense: &'static str,
    fees: &'static str,
    balance: &'static str,
    merchants: &'static str,
    parties: &'static str,
    counted: fn(u32, Money) -> String,
}

fn seen_zh(seen: &FileSeen) -> Vec<(&'static str, String)> {
    said(
        seen,
        &SeenWords {
            kind: ("文件种类", file_kind_zh),
            title: ("标题", |seen| {
                seen.title.as_ref().map(|title| title.zh.as_str())
            }),
            span: "起止",
            payments: "支付",
            refunds: "退款",
            income: "收入",
            expense: "支出",
            fees: "手续费合计（元）",
            balance: "最后结余（元）",
            merchants: "商户",
            parties: "参与方",
            counted: |count, sum| format!("{count} 笔，{} 元", sum.grouped()),
        },
    )
}

fn seen_en(seen: &FileSeen) -> Vec<(&'static str, String)> {
    said(
        seen,
        &SeenWords {
            kind: ("Kind of file", file_kind_en),
            title: ("Title", |seen| {
                seen.title.as_ref().map(|title| title.en.as_str())
            }),
            span: "From and to",
            payments: "Payments",
            refunds: "Refunds",
            income: "Came",
            expense: "Went",
            fees: "Fees in all (CNY)",
            balance: "Last balance (CNY)",
            merchants: "Merchants",
            parties: "Parties",
            counted: |count, sum| format!("{count}, CNY {}", sum.grouped()),
        },
    )
}

/// What was read, in the order in which one asks: what is it, of when, how many, how much.
fn said(seen: &FileSeen, words: &SeenWords) -> Vec<(&'static str, String)> {
    let mut rows = vec![(words.kind.0, (words.kind.1)(seen.kind, seen.columns))];
    // Of a file that could not be read there is nothing else to say.
    let Some((first, last)) = seen.span else {
        return rows;
    };
    rows.extend((words.title.1)(seen).map(|title| (words.title.0, title.to_owned())));
    let plain = |at: crate::base::date::WallClock| at.to_string().replace('T', " ");
    rows.push((words.span, format!("{} – {}", plain(first), plain(last))));
    let (came, went) = match seen.kind {
        FileKind::FundBill => (words.income, words.expense),
        _ => (words.payments, words.refunds),
    };
    rows.push((came, (words.counted)(seen.came.0, seen.came.1)));
    rows.push((went, (words.counted)(seen.went.0, seen.went.1)));
    rows.extend(seen.fees.map(|fees| (words.fees, fees.grouped())));
    rows.extend(seen.balance.map(|held| (words.balance, held.grouped())));
    let parties = match seen.kind {
        FileKind::Scenario => words.parties,
        _ => words.merchants,
    };
    rows.push((parties, seen.parties.to_string()));
    rows
}

fn file_kind_zh(kind: FileKind, columns: u32) -> String {
    let kind = match kind {
        FileKind::Scenario => return "沙盘".to_owned(),
        FileKind::FundBill => return "微信资金账单".to_owned(),
        FileKind::Unknown => return "认不出的文件".to_owned(),
        FileKind::TradeBill => "全部",
        FileKind::TradeBillSuccess => "支付成功",
        FileKind::TradeBillRefund => "退款",
        FileKind::TradeBillLegacy => "旧版",
    };
    format!("微信交易账单（{kind}，{columns} 列）")
}

fn file_kind_en(kind: FileKind, columns: u32) -> String {
    let kind = match kind {
        FileKind::Scenario => return "Scenario".to_owned(),
        FileKind::FundBill => return "WeChat fund bill".to_owned(),
        FileKind::Unknown => return "Unknown".to_owned(),
        FileKind::TradeBill => "all rows",
        FileKind::TradeBillSuccess => "payments",
        FileKind::TradeBillRefund => "refunds",
        FileKind::TradeBillLegacy => "legacy form",
    };
    format!("WeChat trade bill, {kind}, {columns} columns")
}
