//! The words that a printed report uses, explained for whoever gets it on paper: only those that occur in it.

use crate::analysis::printed::Printed;
use crate::scenario::v1::{Mode, Scenario};
use crate::text::Lang;

/// A word, what it means, and whether this report uses it.
struct Term {
    zh: (&'static str, &'static str),
    en: (&'static str, &'static str),
    is_used: fn(&Scenario, &Printed) -> bool,
}

const ALWAYS: fn(&Scenario, &Printed) -> bool = |_, _| true;

const TERMS: &[Term] = &[
    Term {
        zh: ("日切", "账套换到下一个会计日的时点；业务不停，只换日期。"),
        en: (
            "day cut",
            "The moment at which a book turns to its next accounting date; business goes on.",
        ),
        is_used: ALWAYS,
    },
    Term {
        zh: (
            "会计日",
            "一笔分录在某个账套里属于哪一天，由这个账套的日切决定。",
        ),
        en: (
            "accounting date",
            "The day that an entry belongs to in one book, by that book's day cut.",
        ),
        is_used: ALWAYS,
    },
    Term {
        zh: (
            "当前余额、上日余额",
            "单表双余额：到现在为止的余额，和上一个会计日结束时的余额。",
        ),
        en: (
            "current and previous-day balance",
            "The balance of all entries so far, and the balance at the end of the accounting date before.",
        ),
        is_used: ALWAYS,
    },
    Term {
        zh: (
            "待结算、可提现",
            "渠道欠收款人、还没到期的钱；和已经到期、可以出款的钱。",
        ),
        en: (
            "pending, available",
            "What a channel owes a payee and is not yet due; what is due and ready to be paid out.",
        ),
        is_used: |_, facts| !facts.batches.is_empty(),
    },
    Term {
        zh: (
            "备付金",
            "渠道为客户实际收到的待付资金。2019-01-14 起集中存放在央行，这里的备付金银行代表存放机构。沙盘不演示手续费划出备付金户，所以余额里含渠道已得的手续费。",
        ),
        en: (
            "client reserve",
            "What a channel received for its clients and has yet to pay. Since 2019-01-14 it lies at the central bank; the reserve bank here stands for whoever keeps it. No fee is moved out of it here, so its balance holds the fees that the channel has earned.",
        ),
        is_used: |_, facts| !facts.batches.is_empty(),
    },
    Term {
        zh: (
            "T+n、D+n",
            "T+n 数工作日，D+n 数自然日，都从渠道会计日数起。",
        ),
        en: (
            "T+n, D+n",
            "T+n counts working days, D+n natural days, both from the channel's accounting date.",
        ),
        is_used: |_, facts| !facts.batches.is_empty(),
    },
    Term {
        zh: ("批次", "一个收款人在渠道的一个会计日里应得的全部。"),
        en: (
            "batch",
            "Everything that one payee is owed for one accounting date of the channel.",
        ),
        is_used: |_, facts| !facts.batches.is_empty(),
    },
    Term {
        zh: (
            "分账",
            "一笔支付先冻结，再按比例分给各接收方，其余解冻给收款人。",
        ),
        en: (
            "split",
            "A payment is frozen first; each receiver gets its share and the rest is unfrozen for the collector.",
        ),
        is_used: |scenario, _| scenario.contracts.iter().any(|one| !one.splits.is_empty()),
    },
    Term {
        zh: (
            "大商户",
            "平台用自己的商户号替几家商户收款，再自己付给商户。",
        ),
        en: (
            "pooled",
            "A platform collects in its own name for several sellers and pays them itself.",
        ),
        is_used: |scenario, _| {
            scenario
                .contracts
                .iter()
                .any(|one| one.mode == Mode::Pooled)
        },
    },
    Term {
        zh: (
            "在途资金",
            "从付款成功到进入自己的银行账户之间，在渠道和代收平台手里的钱。",
        ),
        en: (
            "money on its way",
            "A party's money from the payment until its own bank account, in the hands of channels and of platforms that collect.",
        ),
        is_used: ALWAYS,
    },
    Term {
        zh: (
            "代持资金（他人资金）",
            "一方欠着别人、并且确实在它的渠道账户或银行账户里的钱。",
        ),
        en: (
            "others' money held",
            "What a party owes others and really has in its accounts at channels and banks.",
        ),
        is_used: ALWAYS,
    },
    Term {
        zh: ("二清", "无支付牌照的主体拿着或者分配别人的钱。"),
        en: (
            "second clearing",
            "A party without a licence holds or distributes the money of others.",
        ),
        is_used: |_, facts| !facts.findings.findings.is_empty(),
    },
];

/// The words that this report uses.
pub(super) fn terms(scenario: &Scenario, facts: &Printed, lang: Lang) -> Vec<(String, String)> {
    let used = TERMS.iter().filter(|term| (term.is_used)(scenario, facts));
    let told = used.map(|term| match lang {
        Lang::ZhCn => term.zh,
        Lang::En => term.en,
    });
    told.map(|(word, meaning)| (word.to_owned(), meaning.to_owned()))
        .collect()
}
