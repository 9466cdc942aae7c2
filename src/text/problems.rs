//! What can be wrong with a scenario, a link or a file: what happened and what to do, in both languages.

mod files;
mod lessons;

use serde::{Deserialize, Serialize};

use crate::scenario::problem::{Form, LinkFlaw, Noun, Problem, ProblemKind};
use crate::scenario::v1::Words;
use files::{file_problem_en, file_problem_zh};

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
    problem: problem_en,
    noun: noun_en,
    document: "the whole document",
};

impl ProblemsText {
    /// One problem with its place, for a report or a terminal: `payments[3].lines[0].amount: …`.
    pub fn located(&self, problem: &Problem) -> String {
        let place = if problem.path.is_empty() {
            self.document
        } else {
            &problem.path
        };
        format!("{place}: {}", (self.problem)(&problem.kind))
    }
}

fn problem_zh(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
        P::Unreadable {
            line,
            column,
            reason,
        } => {
            format!("第 {line} 行第 {column} 列不是合法的 JSON:{reason}")
        }
        P::TextTooLarge { found, max } => format!("文本有 {found} 字节，最多 {max}"),
        P::TooDeep { max } => format!("嵌套超过 {max} 层"),
        P::NotAScenario { found } if found.is_empty() => "不是沙盘文档，缺少 format".to_owned(),
        P::NotAScenario { found } => format!("不是沙盘文档,format 是「{found}」"),
        P::NewerVersion { found, newest } => {
            format!("由更新的版本写成（{found}），这里最高读到 {newest}，请刷新页面后再试")
        }
        P::DuplicateKey { key } => format!("字段「{key}」写了两次，留一个"),
        P::UnknownField { found, allowed } => {
            format!("不认识字段「{found}」，可用的有：{}", allowed.join("、"))
        }
        P::MissingField { field } => format!("缺少字段「{field}」"),
        P::WrongType { found, allowed } => format!("这里应是 {allowed}，却是 {found}"),
        P::UnknownValue { found, allowed } => {
            format!("「{found}」不在可选之列：{}", allowed.join("、"))
        }
        P::BadForm { form, found } => format!("「{found}」写法不对，{}", form_zh(*form)),
        P::OutOfRange { found, min, max } => format!("{found} 超出范围，应在 {min} 到 {max} 之间"),
        P::TextTooLong { found, max } => format!("有 {found} 个字，最多 {max}"),
        P::ForbiddenCharacter { found } => format!("名称里不能有控制字符 {found}"),
        P::TooMany { found, max } => format!("有 {found} 项，最多 {max}"),
        P::TooFew { found, min } => format!("有 {found} 项，至少要 {min} 项"),
        P::DuplicateId { id, first } => format!("编号「{id}」重复，先出现在 {first}"),
        P::UnknownReference {
            found,
            what,
            allowed,
        } if allowed.is_empty() => {
            format!("没有叫「{found}」的{}", noun_zh(*what))
        }
        P::UnknownReference {
            found,
            what,
            allowed,
        } => {
            format!(
                "没有叫「{found}」的{}，现有：{}",
                noun_zh(*what),
                allowed.join("、")
            )
        }
        P::WrongParty { found, wanted } => format!("「{found}」不是{}", noun_zh(*wanted)),
        P::WrongOwner { account, owner } => format!("账户「{account}」应属于「{owner}」"),
        P::PayoutAccountUnclear { party, accounts } if accounts.is_empty() => {
            format!("「{party}」没有银行账户可收款，请加一个账户")
        }
        P::PayoutAccountUnclear { party, accounts } => {
            format!(
                "「{party}」有几个银行账户（{}），请指明出款到哪个",
                accounts.join("、")
            )
        }
        P::NotInThisMode { mode, field } => format!("模式 {mode} 下「{field}」不适用或缺少"),
        P::SplitsExceedPayment { found } => {
            format!("分账与手续费合计 {found}，可能超过交易金额，请调低")
        }
        P::PayeeConflict { payee, first } => {
            format!("同一渠道给「{payee}」定了两种结算规则或出款账户，另一处在 {first}")
        }
        P::NoAgreement { platform, merchant } => {
            format!(
                "「{platform}」替「{merchant}」收款，但两者之间没有约定，请在 agreements 里加一条"
            )
        }
        P::NeedsBook { party } => {
            format!("「{party}」没有账套：替别人收款、或要算它的佣金，都要有自己的账套")
        }
        P::NoRoute { seller, channel } => {
            format!("「{seller}」在「{channel}」没有可用的路由规则，请加一条")
        }
        P::RouteMismatch { contract } => {
            format!("路由规则指向的合同「{contract}」属于别的卖方或渠道")
        }
        P::OutsideScenario { found, from, until } => {
            format!("{found} 不在沙盘的时间之内，应从 {from} 起、早于 {until}")
        }
        P::RefundsExceedPayment { refunded, paid } => {
            format!("退款共 {}，超过已付 {}", refunded.grouped(), paid.grouped())
        }
        P::RefundBeforePayment { paid_at } => format!("退款早于付款（{paid_at}）"),
        P::RefundNeedsSeller { sellers } => {
            format!(
                "这笔交易有几个卖方（{}），退款要写明退谁的",
                sellers.join("、")
            )
        }
        P::BeyondCalendar { calendar, date } => {
            format!("日历「{calendar}」没有 {date} 的节假日安排，请补日历或设 beyond")
        }
        P::SumsTooLarge { found, max } => format!("金额合计可能达到 {found} 分，上限 {max} 分"),
        P::BadLink { reason } => link_zh(*reason).to_owned(),
        P::LessonUnproved { .. } => lessons::unproved_zh(kind),
        P::BadFile { .. } => file_problem_zh(kind),
    }
}

fn problem_en(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
        P::Unreadable {
            line,
            column,
            reason,
        } => {
            format!("Line {line}, column {column} is not JSON: {reason}")
        }
        P::TextTooLarge { found, max } => format!("The text has {found} bytes; at most {max}"),
        P::TooDeep { max } => format!("Nested more than {max} levels deep"),
        P::NotAScenario { found } if found.is_empty() => {
            "Not a scenario document: “format” is missing".to_owned()
        }
        P::NotAScenario { found } => format!("Not a scenario document: “format” is “{found}”"),
        P::NewerVersion { found, newest } => {
            format!(
                "Written by a newer version ({found}); this one reads up to {newest}. Reload the page and try again"
            )
        }
        P::DuplicateKey { key } => format!("The field “{key}” is there twice; keep one"),
        P::UnknownField { found, allowed } => {
            format!(
                "Unknown field “{found}”. Known here: {}",
                allowed.join(", ")
            )
        }
        P::MissingField { field } => format!("The field “{field}” is missing"),
        P::WrongType { found, allowed } => format!("This must be {allowed}, not {found}"),
        P::UnknownValue { found, allowed } => {
            format!("“{found}” is none of: {}", allowed.join(", "))
        }
        P::BadForm { form, found } => format!("“{found}” is not readable: {}", form_en(*form)),
        P::OutOfRange { found, min, max } => {
            format!("{found} is outside the range from {min} to {max}")
        }
        P::TextTooLong { found, max } => format!("{found} characters; at most {max}"),
        P::ForbiddenCharacter { found } => {
            format!("Names cannot hold the control character {found}")
        }
        P::TooMany { found, max } => format!("{found} items; at most {max}"),
        P::TooFew { found, min } => format!("{found} items; at least {min} wanted"),
        P::DuplicateId { id, first } => format!("The id “{id}” is taken already, at {first}"),
        P::UnknownReference {
            found,
            what,
            allowed,
        } if allowed.is_empty() => {
            format!("There is no {} called “{found}”", noun_en(*what))
        }
        P::UnknownReference {
            found,
            what,
            allowed,
        } => {
            let there = allowed.join(", ");
            format!(
                "There is no {} called “{found}”. There are: {there}",
                noun_en(*what)
            )
        }
        P::WrongParty { found, wanted } => format!("“{found}” is not a {}", noun_en(*wanted)),
        P::WrongOwner { account, owner } => {
            format!("The account “{account}” must belong to “{owner}”")
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
        P::NotInThisMode { mode, field } => {
            format!("“{field}” does not apply, or is missing, in the mode {mode}")
        }
        P::SplitsExceedPayment { found } => {
            format!("Shares and fee together are {found} and could exceed the payment; lower them")
        }
        P::PayeeConflict { payee, first } => {
            format!(
                "“{payee}” has two settlement rules or payout accounts at one channel; the other is at {first}"
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
            format!("The route leads to the contract “{contract}” of another seller or channel")
        }
        P::OutsideScenario { found, from, until } => {
            format!("{found} is outside the scenario: from {from}, before {until}")
        }
        P::RefundsExceedPayment { refunded, paid } => {
            format!(
                "Refunds of {} exceed the {} paid",
                refunded.grouped(),
                paid.grouped()
            )
        }
        P::RefundBeforePayment { paid_at } => {
            format!("The refund is earlier than the payment ({paid_at})")
        }
        P::RefundNeedsSeller { sellers } => {
            format!(
                "The payment has several sellers ({}); name the one to refund",
                sellers.join(", ")
            )
        }
        P::BeyondCalendar { calendar, date } => {
            format!("The calendar “{calendar}” does not know {date}; extend it or set “beyond”")
        }
        P::SumsTooLarge { found, max } => {
            format!("Amounts could add up to {found} fen; the limit is {max} fen")
        }
        P::BadLink { reason } => link_en(*reason).to_owned(),
        P::LessonUnproved { .. } => lessons::unproved_en(kind),
        P::BadFile { .. } => file_problem_en(kind),
    }
}

fn form_zh(form: Form) -> &'static str {
    match form {
        Form::Amount => "金额如 1234.50，最多两位小数",
        Form::Rate => "费率如 0.006，最多六位小数",
        Form::Moment => "时刻如 2018-09-30T22:59:50",
        Form::Date => "日期如 2018-09-30",
        Form::TimeOfDay => "时间如 22:00:00",
        Form::Cycle => "周期如 T+1(工作日)或 D+1(自然日)",
        Form::Id => "编号只用字母、数字和 . _ -",
        Form::WholeNumber => "请填整数",
        Form::Name => "请填名称，或分中英文填写",
        Form::AccountName => "请填账户编号，或 记账方:科目.所有人",
    }
}

fn form_en(form: Form) -> &'static str {
    match form {
        Form::Amount => "an amount looks like 1234.50, at most two decimals",
        Form::Rate => "a rate looks like 0.006, at most six decimals",
        Form::Moment => "a moment looks like 2018-09-30T22:59:50",
        Form::Date => "a date looks like 2018-09-30",
        Form::TimeOfDay => "a time looks like 22:00:00",
        Form::Cycle => "a cycle looks like T+1 (working days) or D+1 (natural days)",
        Form::Id => "an id has letters, digits and . _ - only",
        Form::WholeNumber => "a whole number is wanted",
        Form::Name => "a name is wanted, one for both languages or one each",
        Form::AccountName => "an account's id is wanted, or keeper:code.owner",
    }
}

fn noun_zh(noun: Noun) -> &'static str {
    match noun {
        Noun::Party => "参与方",
        Noun::Channel => "渠道",
        Noun::Bank => "银行",
        Noun::Platform => "平台",
        Noun::Seller => "卖方",
        Noun::Account => "账户",
        Noun::DepositAccount => "存款账户",
        Noun::Calendar => "日历",
        Noun::FeePlan => "费率",
        Noun::SettlementRule => "结算规则",
        Noun::Contract => "合同",
        Noun::Payment => "交易",
    }
}

fn noun_en(noun: Noun) -> &'static str {
    match noun {
        Noun::Party => "party",
        Noun::Channel => "channel",
        Noun::Bank => "bank",
        Noun::Platform => "platform",
        Noun::Seller => "seller",
        Noun::Account => "account",
        Noun::DepositAccount => "deposit account",
        Noun::Calendar => "calendar",
        Noun::FeePlan => "fee plan",
        Noun::SettlementRule => "settlement rule",
        Noun::Contract => "contract",
        Noun::Payment => "payment",
    }
}

fn link_zh(flaw: LinkFlaw) -> &'static str {
    match flaw {
        LinkFlaw::NotALink => "这不是沙盘的分享链接",
        LinkFlaw::Newer => "链接由更新的版本生成，请刷新页面后再试",
        LinkFlaw::TooLong => "链接过长",
        LinkFlaw::Damaged => "链接被截断或改动过，请让对方发文件",
        LinkFlaw::TooLarge => "链接展开后过大",
        LinkFlaw::TwoScenarios => "这个链接里是要对比的两个沙盘，请用「对比」打开",
        LinkFlaw::OneScenario => "这个链接里只有一个沙盘，对比需要两个",
    }
}

fn link_en(flaw: LinkFlaw) -> &'static str {
    match flaw {
        LinkFlaw::NotALink => "This is not a share link",
        LinkFlaw::Newer => "The link comes from a newer version; reload the page and try again",
        LinkFlaw::TooLong => "The link is too long",
        LinkFlaw::Damaged => "The link was cut or changed on the way; ask for the file instead",
        LinkFlaw::TooLarge => "The link unpacks to more than a link may hold",
        LinkFlaw::TwoScenarios => "The link holds two scenarios; open it as a comparison",
        LinkFlaw::OneScenario => "The link holds one scenario; a comparison needs two",
    }
}
