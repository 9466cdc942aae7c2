//! What the forms of texts and the things that a name can mean are called in problems.

use crate::scenario::problem::{Form, Noun};

pub(super) fn form_zh(form: Form) -> &'static str {
    match form {
        Form::Amount => "金额请写成 1234.50，最多两位小数",
        Form::Rate => "费率请写成小数，如 0.006（即 0.6%），最多六位小数",
        Form::Moment => "时刻请写成 2018-09-30T22:59:50",
        Form::Date => "日期请写成 2018-09-30",
        Form::TimeOfDay => "时间请写成 22:00 或 22:00:37",
        Form::Cycle => "周期请写成 T+1（工作日）或 D+1（自然日）",
        Form::Id => "编号请以字母或数字开头，只用字母、数字和 . _ * | @ -",
        Form::WholeNumber => "请填整数，如 3",
        Form::Name => "名称不能空白，请填写",
        Form::AccountName => "请填账户编号，或 记账方:科目.所有人，如 wx:2241.01.cafe",
        Form::BillMoment => "账单时间请写成 2018-09-30 22:59:50",
        Form::BillNumber => "单号被表格软件改成了科学计数法，请从原始账单里重新复制",
        Form::BillCode => "只用大写字母、数字和 _，如 OTHERS",
        Form::BillRate => "账单费率请写成 0.60%",
        Form::BillHeader => "表头应是微信交易账单的列名，用英文逗号隔开，不重复",
    }
}

pub(super) fn form_en(form: Form) -> &'static str {
    match form {
        Form::Amount => "an amount looks like 1234.50, at most two decimals",
        Form::Rate => "a rate is a decimal such as 0.006 (0.6%), at most six decimals",
        Form::Moment => "a moment looks like 2018-09-30T22:59:50",
        Form::Date => "a date looks like 2018-09-30",
        Form::TimeOfDay => "a time looks like 22:00 or 22:00:37",
        Form::Cycle => "a cycle looks like T+1 (working days) or D+1 (natural days)",
        Form::Id => {
            "an id begins with a letter or digit and has letters, digits and . _ * | @ - only"
        }
        Form::WholeNumber => "a whole number is wanted, such as 3",
        Form::Name => "a name cannot be blank; write one",
        Form::AccountName => {
            "an account's id is wanted, or keeper:code.owner, such as wx:2241.01.cafe"
        }
        Form::BillMoment => "a bill's moment looks like 2018-09-30 22:59:50",
        Form::BillNumber => "a spreadsheet has rounded this number; copy it from the original bill",
        Form::BillCode => "capitals, digits and _ only, such as OTHERS",
        Form::BillRate => "a bill's rate looks like 0.60%",
        Form::BillHeader => {
            "the header of a WeChat trade bill is wanted: its names divided by commas, none twice"
        }
    }
}

pub(super) fn noun_zh(noun: Noun) -> &'static str {
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

pub(super) fn noun_en(noun: Noun) -> &'static str {
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
