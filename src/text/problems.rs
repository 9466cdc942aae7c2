//! What can be wrong with a scenario, a link or a file: what happened and what to do, in both languages.

mod clashes;
mod files;
mod lessons;
mod named;
mod reader;
mod refunds;
mod written;

use serde::{Deserialize, Serialize};

use crate::scenario::problem::{LinkFlaw, Noun, Problem, ProblemKind};
use crate::scenario::v1::Words;
use crate::text::{Lang, places::place};
use clashes::{clash_en, clash_zh};
use files::{file_problem_en, file_problem_zh};
use named::{noun_en, noun_zh};

/// A problem in words, for programs that show it and need not understand it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ToldProblem {
    /// Where, as in the problem.
    pub path: String,
    /// What is wrong, in both languages.
    pub text: Words,
}

impl ToldProblem {
    /// A problem in words.
    pub fn of(problem: &Problem) -> ToldProblem {
        ToldProblem {
            path: problem.path.clone(),
            text: Words {
                zh: problem_zh(&problem.kind),
                en: problem_en(&problem.kind),
            },
        }
    }
}

/// Words for problems.
#[derive(Debug)]
pub struct ProblemsText {
    /// Heading of the list.
    pub heading: fn(usize) -> String,
    /// Heading of the list while it is that of the scenario before the last change.
    pub old_heading: &'static str,
    /// One problem in a sentence.
    pub problem: fn(&ProblemKind) -> String,
    /// A thing that a name refers to.
    pub noun: fn(Noun) -> &'static str,
    /// The whole document.
    pub document: &'static str,
}

/// 中文.
pub static ZH_CN: ProblemsText = ProblemsText {
    heading: |count| format!("{count} 处问题"),
    old_heading: "修改之前的问题",
    problem: problem_zh,
    noun: noun_zh,
    document: "整个文档",
};

/// English.
pub static EN: ProblemsText = ProblemsText {
    heading: |count| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} problem{plural}")
    },
    old_heading: "Problems before the change",
    problem: problem_en,
    noun: noun_en,
    document: "the whole document",
};

impl ProblemsText {
    /// One problem with its place, for a report or a terminal: `payments[3].lines[0].amount: …`.
    pub fn located(&self, problem: &Problem) -> String {
        let told = (self.problem)(&problem.kind);
        match (&problem.kind, problem.path.as_str()) {
            // What is wrong with a file names its own place, and a link has none.
            (ProblemKind::BadFile { .. } | ProblemKind::BadLink { .. }, _) => told,
            (_, "") => format!("{}: {told}", self.document),
            (_, path) => format!("{path}: {told}"),
        }
    }
}

fn problem_zh(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
        P::Unreadable { .. }
        | P::TextTooLarge { .. }
        | P::TooDeep { .. }
        | P::NotAScenario { .. }
        | P::NewerVersion { .. }
        | P::DuplicateKey { .. }
        | P::UnknownField { .. }
        | P::MissingField { .. }
        | P::WrongType { .. }
        | P::UnknownValue { .. }
        | P::BadForm { .. }
        | P::OutOfRange { .. }
        | P::TextTooLong { .. }
        | P::ForbiddenCharacter { .. }
        | P::TooMany { .. }
        | P::TooFew { .. }
        | P::DuplicateId { .. } => written::zh(kind),
        P::UnknownReference {
            found,
            what,
            allowed,
        } if allowed.is_empty() => {
            let what = noun_zh(*what);
            format!("没有叫「{found}」的{what}，这里还没有任何{what}，请先添加")
        }
        P::UnknownReference {
            found,
            what,
            allowed,
        } => {
            format!(
                "没有叫「{found}」的{}，请改用现有的：{}",
                noun_zh(*what),
                allowed.join("、")
            )
        }
        P::WrongParty { found, wanted } => {
            let wanted = noun_zh(*wanted);
            format!("「{found}」不是{wanted}，这里要填{wanted}")
        }
        P::WrongOwner { account, owner } => {
            format!("账户「{account}」不是「{owner}」的，请改用「{owner}」的账户")
        }
        P::PayoutAccountUnclear { party, accounts } if accounts.is_empty() => {
            format!("「{party}」没有银行账户可收款，请加一个账户")
        }
        P::PayoutAccountUnclear { party, accounts } => {
            format!(
                "「{party}」有几个银行账户（{}），请指明出款到哪个",
                accounts.join("、")
            )
        }
        P::NotInThisMode {
            mode,
            field,
            missing,
        } => reader::mode_zh(mode, field, *missing),
        P::SplitsExceedPayment { found } => {
            format!("分账与手续费合计 {found}，超过 1 就可能超过交易金额，请调低")
        }
        P::PayeeConflict { payee, first } => {
            format!(
                "同一渠道给「{payee}」定了两种结算规则或出款账户，另一处在{}，请改成一样",
                place(Lang::ZhCn, first)
            )
        }
        P::NoAgreement { platform, merchant } => {
            format!("「{platform}」替「{merchant}」收款，但两者之间没有平台约定，请加一条")
        }
        P::NeedsBook { party } => {
            format!("「{party}」没有账套：替别人收款、或要算它的佣金，都要有账套，请给它加上")
        }
        P::NoRoute { seller, channel } => {
            format!("「{seller}」在「{channel}」没有可用的路由规则，请加一条")
        }
        P::RouteMismatch { contract } => {
            format!(
                "路由规则指向的合同「{contract}」属于别的卖方或渠道，请改用这个卖方在这个渠道的合同"
            )
        }
        P::OutsideScenario { found, from, until } => {
            format!("{found} 不在沙盘的时间之内，请改到 {from} 起、{until} 之前")
        }
        P::RefundsExceedPayment { .. }
        | P::RefundBeforePayment { .. }
        | P::RefundNeedsSeller { .. } => refunds::zh(kind),
        P::Contradiction {
            clash,
            found,
            other,
            there,
        } => clash_zh(*clash, found, &place(Lang::ZhCn, other), there),
        P::BeyondCalendar { calendar, date } => {
            format!(
                "日历「{calendar}」没有 {date} 的节假日安排，请补上，或把「已知年份之外」（beyond）设为只分周末"
            )
        }
        P::SumsTooLarge { found, max } => {
            format!("金额合计可能达到 {found} 分，上限 {max} 分，请减少笔数或金额")
        }
        P::BadLink { reason } => link_zh(*reason).to_owned(),
        P::LessonUnproved { .. } => lessons::unproved_zh(kind),
        P::BadFile { .. } => file_problem_zh(kind),
    }
}

fn problem_en(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
        P::Unreadable { .. }
        | P::TextTooLarge { .. }
        | P::TooDeep { .. }
        | P::NotAScenario { .. }
        | P::NewerVersion { .. }
        | P::DuplicateKey { .. }
        | P::UnknownField { .. }
        | P::MissingField { .. }
        | P::WrongType { .. }
        | P::UnknownValue { .. }
        | P::BadForm { .. }
        | P::OutOfRange { .. }
        | P::TextTooLong { .. }
        | P::ForbiddenCharacter { .. }
        | P::TooMany { .. }
        | P::TooFew { .. }
        | P::DuplicateId { .. } => written::en(kind),
        P::UnknownReference {
            found,
            what,
            allowed,
        } if allowed.is_empty() => {
            let what = noun_en(*what);
            format!("There is no {what} called “{found}”, and no other {what} yet; add one first")
        }
        P::UnknownReference {
            found,
            what,
            allowed,
        } => {
            let there = allowed.join(", ");
            format!(
                "There is no {} called “{found}”; choose from {there}",
                noun_en(*what)
            )
        }
        P::WrongParty { found, wanted } => {
            let wanted = noun_en(*wanted);
            format!("“{found}” is no {wanted}, and a {wanted} is wanted here")
        }
        P::WrongOwner { account, owner } => {
            format!("The account “{account}” is not of “{owner}”; name one that is")
        }
        P::PayoutAccountUnclear { party, accounts } if accounts.is_empty() => {
            format!("“{party}” has no bank account to be paid to; add one")
        }
        P::PayoutAccountUnclear { party, accounts } => {
            format!(
                "“{party}” has several bank accounts ({}); name one for payouts",
                accounts.join(", ")
            )
        }
        P::NotInThisMode {
            mode,
            field,
            missing,
        } => reader::mode_en(mode, field, *missing),
        P::SplitsExceedPayment { found } => {
            format!(
                "Shares and fee together are {found}; above 1 they could exceed the payment. Lower them"
            )
        }
        P::PayeeConflict { payee, first } => {
            format!(
                "“{payee}” has two settlement rules or payout accounts at one channel; the other is at {}. Make them agree",
                place(Lang::En, first)
            )
        }
        P::NoAgreement { platform, merchant } => {
            format!(
                "“{platform}” collects for “{merchant}” without an agreement; add one to agreements"
            )
        }
        P::NeedsBook { party } => {
            format!(
                "“{party}” keeps no book; whoever collects for others, or whose commission is looked at, must keep one"
            )
        }
        P::NoRoute { seller, channel } => {
            format!("No route fits “{seller}” through “{channel}”; add one")
        }
        P::RouteMismatch { contract } => {
            format!(
                "The route leads to the contract “{contract}” of another seller or channel; choose one of this seller's"
            )
        }
        P::OutsideScenario { found, from, until } => {
            format!("{found} is outside the scenario; choose a time from {from}, before {until}")
        }
        P::RefundsExceedPayment { .. }
        | P::RefundBeforePayment { .. }
        | P::RefundNeedsSeller { .. } => refunds::en(kind),
        P::Contradiction {
            clash,
            found,
            other,
            there,
        } => clash_en(*clash, found, &place(Lang::En, other), there),
        P::BeyondCalendar { calendar, date } => {
            format!("The calendar “{calendar}” does not know {date}; extend it or set “beyond”")
        }
        P::SumsTooLarge { found, max } => {
            format!(
                "Amounts could add up to {found} fen; the limit is {max} fen. Lower counts or amounts"
            )
        }
        P::BadLink { reason } => link_en(*reason).to_owned(),
        P::LessonUnproved { .. } => lessons::unproved_en(kind),
        P::BadFile { .. } => file_problem_en(kind),
    }
}

fn link_zh(flaw: LinkFlaw) -> &'static str {
    match flaw {
        LinkFlaw::NotALink => "这里没有沙盘的分享链接（链接以 s1.、t1. 或 p1. 开头）",
        LinkFlaw::Newer => {
            "链接来自更新的版本，或者开头被改动过。请更新程序后再打开，或重新复制整条链接"
        }
        LinkFlaw::TooLong => "链接过长，最多 32768 个字符，请让对方发文件",
        LinkFlaw::Damaged => {
            "链接不完整：有一段被截断或改动过。请回到原来的消息里重新复制整条链接，还是不行就让对方发文件"
        }
        LinkFlaw::TooLarge => "链接展开后过大，请让对方发文件",
        LinkFlaw::TwoScenarios => "这个链接里是要对比的两个沙盘，请用「对比」打开",
        LinkFlaw::OneScenario => "这个链接里只有一个沙盘，对比需要两个",
        LinkFlaw::SeveralLinks => "这里有几条不同的分享链接，分不清要开哪一条，请只留一条",
    }
}

fn link_en(flaw: LinkFlaw) -> &'static str {
    match flaw {
        LinkFlaw::NotALink => "There is no share link here (links begin with s1., t1. or p1.)",
        LinkFlaw::Newer => {
            "The link comes from a newer version, or its beginning was changed on the way; update the program and open it \
             again, or copy all of the link again"
        }
        LinkFlaw::TooLong => "The link is longer than 32768 characters; ask for the file instead",
        LinkFlaw::Damaged => {
            "The link is not whole: a part of it was cut or changed on the way. Copy all of it from the message \
             again; if that does not help, ask for the file instead"
        }
        LinkFlaw::TooLarge => {
            "The link unpacks to more than a link may hold; ask for the file instead"
        }
        LinkFlaw::TwoScenarios => "The link holds two scenarios; open it as a comparison",
        LinkFlaw::OneScenario => "The link holds one scenario; a comparison needs two",
        LinkFlaw::SeveralLinks => {
            "There are several different share links here and no telling which is meant; leave only one"
        }
    }
}
