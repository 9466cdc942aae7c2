//! Words for notices: what of a document has no effect, and why, in both languages.

use serde::{Deserialize, Serialize};

use crate::scenario::notices::{Idle, Notice, NoticeKind};
use crate::scenario::v1::Words;
use crate::text::Lang;
use crate::text::places::{place, places};

/// A notice in words, for programs that show it and need not understand it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ToldNotice {
    /// Where, as in the notice.
    pub path: String,
    /// What an author should know, in both languages.
    pub text: Words,
}

impl ToldNotice {
    /// A notice in words.
    pub fn of(notice: &Notice) -> ToldNotice {
        ToldNotice {
            path: notice.path.clone(),
            text: Words {
                zh: notice_zh(&notice.kind),
                en: notice_en(&notice.kind),
            },
        }
    }
}

/// Words for notices.
#[derive(Debug)]
pub struct NoticesText {
    /// Heading of the list.
    pub heading: fn(usize) -> String,
    /// One notice in a sentence.
    pub notice: fn(&NoticeKind) -> String,
    /// One notice with its place, on a line of a terminal: path, sentence.
    pub located: fn(&str, &str) -> String,
}

/// 中文.
pub static ZH_CN: NoticesText = NoticesText {
    heading: |count| format!("{count} 处提醒，不影响推演"),
    notice: notice_zh,
    located: |path, said| format!("提醒 {path}: {said}"),
};

/// English.
pub static EN: NoticesText = NoticesText {
    heading: |count| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} notice{plural}; it plays all the same")
    },
    notice: notice_en,
    located: |path, said| format!("notice {path}: {said}"),
};

impl NoticesText {
    /// One notice with its place.
    pub fn told(&self, notice: &Notice) -> String {
        (self.located)(&notice.path, &(self.notice)(&notice.kind))
    }
}

fn notice_zh(kind: &NoticeKind) -> String {
    match kind {
        NoticeKind::HiddenRoute { by } => format!(
            "轮不到这条路由规则：它管的交易都先走了 {}，请调整先后或金额、时间",
            places(Lang::ZhCn, by)
        ),
        NoticeKind::RouteTooLate { from, until } => {
            format!("这条路由规则从 {from} 起才用，那时交易日已结束（{until}）")
        }
        NoticeKind::RouteTooEarly { until, starts } => {
            format!("这条路由规则只用到 {until}，沙盘从 {starts} 才开始")
        }
        NoticeKind::DayTwice { day, first } => {
            let first = place(Lang::ZhCn, first);
            format!("{day} 在这里写了两次，另一处是{first}")
        }
        NoticeKind::ExpectationsDisagree { first } => {
            let first = place(Lang::ZhCn, first);
            format!("和{first}预期的是同一个数，两个值不一样，至多一条成立")
        }
        NoticeKind::NoEffect { because } => idle_zh(*because).to_owned(),
    }
}

fn notice_en(kind: &NoticeKind) -> String {
    match kind {
        NoticeKind::HiddenRoute { by } => format!(
            "Nothing takes this route: whatever could goes by {} first; change the order, the amounts or the times",
            places(Lang::En, by)
        ),
        NoticeKind::RouteTooLate { from, until } => {
            format!("This route begins at {from}, when the days of payments are over ({until})")
        }
        NoticeKind::RouteTooEarly { until, starts } => {
            format!("This route ends at {until}, before the scenario starts at {starts}")
        }
        NoticeKind::DayTwice { day, first } => {
            let first = place(Lang::En, first);
            format!("{day} stands here twice; the other is at {first}")
        }
        NoticeKind::ExpectationsDisagree { first } => {
            let first = place(Lang::En, first);
            format!("This and {first} expect two values of one figure; at most one can hold")
        }
        NoticeKind::NoEffect { because } => idle_en(*because).to_owned(),
    }
}

const fn idle_zh(idle: Idle) -> &'static str {
    match idle {
        Idle::NaturalDays => "没有作用：D 周期按自然日数，不分工作日和节假日",
        Idle::NoSeller => "没有作用：只有商户和平台才要进件",
        Idle::NoPremises => "没有作用：经营场所只对商户和平台有意义",
        Idle::OwnName => {
            "没有作用：账户用的就是户主自己的名字，不需要授权；户名不同请写在「户名」里"
        }
        Idle::NoSplits => "没有作用：这份合同不分账，没有尾差",
        Idle::NeverSplit => "没有作用：只有特约商户的合同才分账",
        Idle::NobodyLearns => "没有作用：收款方没有账套，没有谁等着收到支付通知",
        Idle::CollectsNothing => "没有作用：这个平台没有替别人收款的合同",
    }
}

const fn idle_en(idle: Idle) -> &'static str {
    match idle {
        Idle::NaturalDays => {
            "No effect: a D cycle counts natural days, whether they are worked or not"
        }
        Idle::NoSeller => "No effect: only merchants and platforms are onboarded",
        Idle::NoPremises => "No effect: only merchants and platforms have premises",
        Idle::OwnName => {
            "No effect: the account bears its owner's name, which needs no authority; another name belongs in name_on_account"
        }
        Idle::NoSplits => "No effect: this contract splits nothing, so no fen is left over",
        Idle::NeverSplit => "No effect: only orders of a sub-merchant are split",
        Idle::NobodyLearns => {
            "No effect: the collector keeps no book, so nobody waits to learn of it"
        }
        Idle::CollectsNothing => {
            "No effect: this platform has no contract by which it collects for others"
        }
    }
}
