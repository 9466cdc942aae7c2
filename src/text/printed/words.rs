//! The words that only a printed report says; all others it has from the page.

use crate::text::Lang;

/// Words of a printed report.
#[derive(Debug)]
pub struct PrintedText {
    /// Below the title: first day, last day, events.
    pub subtitle: fn(&str, &str, u32) -> String,
    /// What it is, and is not.
    pub about: &'static str,
    /// Payment lines.
    pub payments: &'static str,
    /// All payments.
    pub paid_in: &'static str,
    /// All refunds.
    pub refunded: &'static str,
    /// Channel fees less fees returned.
    pub fees: &'static str,
    /// Payouts of channels.
    pub paid_out: &'static str,
    /// Expectations that hold.
    pub expectations: &'static str,
    /// Risk hints.
    pub findings: &'static str,
    /// The most of others' money in the hands of a party without a licence.
    pub held: &'static str,
    /// Chapter: what was assumed.
    pub assumptions: &'static str,
    /// The scenario as a whole: starts, days, seed.
    pub span: fn(&str, u32, u32) -> String,
    /// An entry and what it says, where a table would be too wide.
    pub entry: &'static str,
    /// What it says.
    pub says: &'static str,
    /// So many rows more, which stand in a file.
    pub more: fn(usize, &str) -> String,
    /// Parties whose days are not printed.
    pub more_parties: fn(usize) -> String,
    /// So many entries more, which stand in the scenario.
    pub more_entries: fn(usize) -> String,
    /// Chapter: the picture.
    pub picture: &'static str,
    /// What the picture shows.
    pub picture_is: &'static str,
    /// Chapter: days.
    pub days: &'static str,
    /// What the table of days shows.
    pub days_are: &'static str,
    /// Column: a natural day.
    pub date: &'static str,
    /// Column: day of the week, off or worked.
    pub weekday: &'static str,
    /// Column: what platforms paid sellers.
    pub transferred: &'static str,
    /// Column: what was on its way when the day ended.
    pub in_transit: &'static str,
    /// The last row.
    pub sum: &'static str,
    /// Chapter: balances.
    pub balances: &'static str,
    /// Section: parties day by day.
    pub parties: &'static str,
    /// What those tables show.
    pub parties_are: &'static str,
    /// Section: accounts at the end.
    pub accounts: &'static str,
    /// Column: the book.
    pub book: &'static str,
    /// Column: the account.
    pub account: &'static str,
    /// Column: its code.
    pub code: &'static str,
    /// Column: its normal side.
    pub side: &'static str,
    /// Column: current balance.
    pub current: &'static str,
    /// Column: previous-day balance.
    pub previous_day: &'static str,
    /// Chapter: settlement.
    pub settlement: &'static str,
    /// What the table of batches shows.
    pub settlement_is: &'static str,
    /// Column: when it was paid.
    pub paid: &'static str,
    /// Chapter: fees.
    pub borne: &'static str,
    /// Column: amount.
    pub amount: &'static str,
    /// Nobody bears anything.
    pub no_fees: &'static str,
    /// Chapter: risks.
    pub risks: &'static str,
    /// Nothing was found.
    pub no_risks: &'static str,
    /// Rules that could not be judged.
    pub not_judged: &'static str,
    /// Chapter: expectations.
    pub expected: &'static str,
    /// Chapter: words.
    pub terms: &'static str,
    /// Chapter: link and checksums.
    pub proof: &'static str,
    /// What the link is for.
    pub link_is: &'static str,
    /// The scenario is too large for a link.
    pub no_link: &'static str,
    /// Checksum of the scenario's text.
    pub document_sum: &'static str,
    /// Checksum of all events.
    pub fingerprint: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Checks that held during the run.
    pub checks: &'static str,
}

impl Lang {
    /// Words of a printed report. They stand beside the other words, so that a shell without it does not carry them.
    pub fn printed(self) -> &'static PrintedText {
        match self {
            Lang::ZhCn => &ZH_CN,
            Lang::En => &EN,
        }
    }
}

/// 中文.
static ZH_CN: PrintedText = PrintedText {
    subtitle: |from, until, events| format!("清结算推演报告 · {from} 至 {until} · {events} 个事件"),
    about: "本报告由清结算沙盘按下列前提推演得出：每个数字都是某一方账套里的余额或发生额。金额单位为元；不构成合规意见或法律意见。",
    payments: "支付（笔）",
    paid_in: "收款",
    refunded: "退款",
    fees: "渠道手续费",
    paid_out: "渠道出款",
    expectations: "预期核对相符",
    findings: "风险提示（条）",
    held: "无支付牌照的主体代持资金，最多时",
    assumptions: "前提",
    span: |starts, days, seed| {
        format!("从 {starts} 开始，交易 {days} 天；随机种子 {seed}。没有写的项目按默认值列出。")
    },
    entry: "条目",
    says: "内容",
    more: |rows, file| format!("还有 {rows} 行没有印出，见文件「{file}」。"),
    more_parties: |parties| format!("还有 {parties} 方没有逐日印出，见文件「closings」。"),
    more_entries: |entries| format!("还有 {entries} 条没有印出，见沙盘文件。"),
    picture: "资金流图",
    picture_is: "每条泳道是一个资金持有方；金额是全程累计，余额是最后时刻的。",
    days: "每天",
    days_are: "按自然日。在途资金是当天 24:00 已经支付、还没有进入收款方银行账户的钱。",
    date: "日期",
    weekday: "星期",
    transferred: "平台转付",
    in_transit: "日终在途资金",
    sum: "合计",
    balances: "余额",
    parties: "各参与方",
    parties_are: "有变化的自然日 24:00。在途资金：在渠道和代收平台手里、正要付给这一方的钱。",
    accounts: "全部账户，最后时刻",
    book: "账套",
    account: "账户",
    code: "科目",
    side: "余额方向",
    current: "当前余额",
    previous_day: "上日余额",
    settlement: "结算日历",
    settlement_is: "每个批次：渠道会计日、应结日、什么时候结清。",
    paid: "结清时间",
    borne: "手续费和分账：谁承担",
    amount: "金额",
    no_fees: "没有手续费和分账。",
    risks: "风险提示",
    no_risks: "已判断的规则没有发现疑似风险。",
    not_judged: "未判断的规则",
    expected: "预期核对",
    terms: "用词",
    proof: "链接与校验",
    link_is: "把下面一行接在网页地址的 # 后面打开，就是同一个沙盘：",
    no_link: "沙盘太大，放不进链接；请用沙盘文件。",
    document_sum: "沙盘校验值（CRC-32）",
    fingerprint: "全部事件的指纹（CRC-32）",
    version: "程序版本",
    checks: "推演中成立的校验（次）",
};

/// English.
static EN: PrintedText = PrintedText {
    subtitle: |from, until, events| {
        format!("Settlement report · {from} to {until} · {events} events")
    },
    about: "This report was played out from the assumptions below: every figure is a balance or a movement in somebody's book. Amounts are in yuan. It is no opinion on compliance and no legal advice.",
    payments: "payments",
    paid_in: "paid in",
    refunded: "refunded",
    fees: "channel fees",
    paid_out: "paid out by channels",
    expectations: "expectations hold",
    findings: "risk hints",
    held: "others' money held without a licence, at most",
    assumptions: "Assumptions",
    span: |starts, days, seed| {
        format!(
            "From {starts}, {days} days of payments; seed {seed}. What was not written is listed with its default."
        )
    },
    entry: "entry",
    says: "says",
    more: |rows, file| format!("{rows} more rows are not printed; see the file “{file}”."),
    more_parties: |parties| {
        format!("{parties} more parties are not printed day by day; see the file “closings”.")
    },
    more_entries: |entries| format!("{entries} more entries are not printed; see the scenario."),
    picture: "Money flow",
    picture_is: "One lane a holder; amounts are those of the whole run, balances those of the last moment.",
    days: "Day by day",
    days_are: "By natural days. On its way is what was paid and had not reached the payee's bank account at 24:00.",
    date: "date",
    weekday: "day",
    transferred: "paid by platforms",
    in_transit: "on its way at day end",
    sum: "Sum",
    balances: "Balances",
    parties: "Parties",
    parties_are: "At 24:00 of each natural day that changed something. On its way: money for this party in the hands of channels and of platforms that collect.",
    accounts: "All accounts at the last moment",
    book: "book",
    account: "account",
    code: "code",
    side: "normal side",
    current: "current balance",
    previous_day: "previous-day balance",
    settlement: "Settlement calendar",
    settlement_is: "Each batch: the channel's accounting date, its due date, and when it was closed.",
    paid: "closed at",
    borne: "Fees and shares: who bears them",
    amount: "amount",
    no_fees: "No fees and no shares.",
    risks: "Risk hints",
    no_risks: "The rules that were judged found nothing.",
    not_judged: "Rules that were not judged",
    expected: "Expectations",
    terms: "Words used",
    proof: "Link and checksums",
    link_is: "Put this line behind # at the end of the page's address to open the same scenario:",
    no_link: "The scenario is too large for a link; use its file.",
    document_sum: "checksum of the scenario (CRC-32)",
    fingerprint: "fingerprint of all events (CRC-32)",
    version: "version of the program",
    checks: "checks that held during the run",
};
