//! What can be wrong with a scenario, a link or a file: what happened and what to do, in both languages.

mod files;
mod lessons;
mod named;
mod reader;

use serde::{Deserialize, Serialize};

use crate::scenario::problem::{LinkFlaw, Noun, Problem, ProblemKind};
use crate::scenario::v1::Words;
use files::{file_problem_en, file_problem_zh};
use named::{form_en, form_zh, noun_en, noun_zh};

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
            let what = reader::unreadable(reason).0;
            format!("第 {line} 行第 {column} 列不是合法的 JSON：{what}")
        }
        P::TextTooLarge { found, max } => {
            format!("文本有 {found} 字节，最多 {max} 字节，请拆成几个")
        }
        P::TooDeep { max } => format!("括号嵌套超过 {max} 层，请检查多写的括号"),
        P::NotAScenario { found } if found.is_empty() => {
            "不是沙盘文档：缺少 format，应写 \"format\": \"daycut/1\"".to_owned()
        }
        P::NotAScenario { found } => {
            format!("不是沙盘文档：format 是「{found}」，应是「daycut/1」")
        }
        P::NewerVersion { found, newest } => {
            format!("由更新的版本写成（{found}），本程序最高读到 {newest}，请更新程序后再打开")
        }
        P::DuplicateKey { key } => format!("字段「{key}」写了两次，只能有一个，请删去一个"),
        P::UnknownField { found, allowed } => {
            let there = allowed.join("、");
            format!("不认识字段「{found}」，这里可用：{there}；请改名或删去")
        }
        P::MissingField { field } => format!("缺少必填字段「{field}」，请补上"),
        P::WrongType {
            found,
            allowed,
            form,
        } => reader::wrong_type_zh(found, allowed, *form),
        P::UnknownValue { found, allowed } => {
            format!("「{found}」不在可选之列，请选：{}", allowed.join("、"))
        }
        P::BadForm { form, found } => format!("「{found}」写法不对，{}", form_zh(*form)),
        P::OutOfRange { found, min, max } => {
            format!("{found} 超出范围，请改到 {min} 到 {max} 之间")
        }
        P::TextTooLong { found, max } => format!("有 {found} 个字，最多 {max} 个，请缩短"),
        P::ForbiddenCharacter { found } => {
            format!("名称里有看不见的控制字符 {found}，请删去重新输入")
        }
        P::TooMany { found, max } => format!("有 {found} 项，最多 {max} 项，请减少"),
        P::TooFew { found, min } => format!("有 {found} 项，至少要 {min} 项，请补上"),
        P::DuplicateId { id, first } => {
            format!("编号「{id}」已用在 {first}，编号不能重复，请换一个")
        }
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
            format!("同一渠道给「{payee}」定了两种结算规则或出款账户，另一处在 {first}，请改成一样")
        }
        P::NoAgreement { platform, merchant } => {
            format!(
                "「{platform}」替「{merchant}」收款，但两者之间没有约定，请在 agreements 里加一条"
            )
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
        P::RefundsExceedPayment { refunded, paid } => {
            format!(
                "退款共 {}，超过已付的 {}，请调低",
                refunded.grouped(),
                paid.grouped()
            )
        }
        P::RefundBeforePayment { paid_at } => {
            format!("退款早于付款，请改到付款时间 {paid_at} 之后")
        }
        P::RefundNeedsSeller {
            payment,
            found,
            sellers,
        } => {
            let there = sellers.join("、");
            match found.as_str() {
                "" => format!("交易 {payment} 有几个卖方（{there}），请写明退谁的"),
                found => format!("交易 {payment} 里没有卖方 {found}，只有 {there}"),
            }
        }
        P::BeyondCalendar { calendar, date } => {
            format!("日历「{calendar}」没有 {date} 的节假日安排，请补日历或设 beyond")
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
        P::Unreadable {
            line,
            column,
            reason,
        } => {
            let what = reader::unreadable(reason).1;
            format!("Line {line}, column {column} is not JSON: {what}")
        }
        P::TextTooLarge { found, max } => {
            format!("The text has {found} bytes; at most {max}. Make several of it")
        }
        P::TooDeep { max } => {
            format!("Brackets are nested more than {max} deep; look for one too many")
        }
        P::NotAScenario { found } if found.is_empty() => {
            "Not a scenario document: “format” is missing; write \"format\": \"daycut/1\""
                .to_owned()
        }
        P::NotAScenario { found } => {
            format!("Not a scenario document: “format” is “{found}” and must be “daycut/1”")
        }
        P::NewerVersion { found, newest } => {
            format!(
                "Written by a newer version ({found}); this one reads up to {newest}. Update the program and open it again"
            )
        }
        P::DuplicateKey { key } => format!("The field “{key}” is there twice; keep one"),
        P::UnknownField { found, allowed } => {
            format!(
                "Unknown field “{found}”; rename or remove it. Known here: {}",
                allowed.join(", ")
            )
        }
        P::MissingField { field } => format!("The field “{field}” is missing; add it"),
        P::WrongType {
            found,
            allowed,
            form,
        } => reader::wrong_type_en(found, allowed, *form),
        P::UnknownValue { found, allowed } => {
            format!(
                "“{found}” is not known here; choose from {}",
                allowed.join(", ")
            )
        }
        P::BadForm { form, found } => format!("“{found}” is not readable: {}", form_en(*form)),
        P::OutOfRange { found, min, max } => {
            format!("{found} is out of range; it must be from {min} to {max}")
        }
        P::TextTooLong { found, max } => {
            format!("{found} characters; at most {max}. Shorten it")
        }
        P::ForbiddenCharacter { found } => {
            format!("A name holds the invisible control character {found}; type it anew")
        }
        P::TooMany { found, max } => format!("{found} items; at most {max}. Remove some"),
        P::TooFew { found, min } => format!("{found} items; at least {min} are needed"),
        P::DuplicateId { id, first } => {
            format!("The id “{id}” is taken already, at {first}; choose another")
        }
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
                "“{payee}” has two settlement rules or payout accounts at one channel; the other is at {first}. Make them agree"
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
        P::RefundsExceedPayment { refunded, paid } => {
            format!(
                "Refunds of {} exceed the {} paid; lower them",
                refunded.grouped(),
                paid.grouped()
            )
        }
        P::RefundBeforePayment { paid_at } => {
            format!("The refund is earlier than the payment; move it behind {paid_at}")
        }
        P::RefundNeedsSeller {
            payment,
            found,
            sellers,
        } => {
            let there = sellers.join(", ");
            match found.as_str() {
                "" => format!(
                    "Payment {payment} has several sellers ({there}); name the one to refund"
                ),
                found => format!("Payment {payment} has no seller {found}, only {there}"),
            }
        }
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
        LinkFlaw::NotALink => "这不是沙盘的分享链接",
        LinkFlaw::Newer => "链接由更新的版本生成，请更新程序后再打开",
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
        LinkFlaw::Newer => {
            "The link comes from a newer version; update the program and open it again"
        }
        LinkFlaw::TooLong => "The link is too long",
        LinkFlaw::Damaged => "The link was cut or changed on the way; ask for the file instead",
        LinkFlaw::TooLarge => "The link unpacks to more than a link may hold",
        LinkFlaw::TwoScenarios => "The link holds two scenarios; open it as a comparison",
        LinkFlaw::OneScenario => "The link holds one scenario; a comparison needs two",
    }
}
