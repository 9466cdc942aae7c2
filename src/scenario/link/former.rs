//! What scenarios of the gallery said before they were put better. Links lean on those words for ever.

use crate::scenario::v1::{Scenario, Words};

/// The title and the story that a scenario had; no title where it is still the same.
#[derive(Debug)]
pub(super) struct Former {
    title: Option<(&'static str, &'static str)>,
    story: (&'static str, &'static str),
}

impl Former {
    /// The scenario in its former words.
    pub(super) fn told(&self, mut scenario: Scenario) -> Scenario {
        let words = |(zh, en): (&str, &str)| Words {
            zh: zh.to_owned(),
            en: en.to_owned(),
        };
        if let Some(title) = self.title {
            scenario.title = words(title);
        }
        scenario.story = Some(words(self.story));
        scenario
    }
}

pub(super) static MALL_POOLED: Former = Former {
    title: None,
    story: (
        "还是同样五笔订单、同样的商户，但商场用自己的商户号收款，微信按 T+1 把钱结给商场，商场扣下 2% 佣金，15:00 再转给咖啡店和书店。商户的钱因此在没有支付牌照的商场手里停留，最多时 292.20 元；10 月 3 日那笔退款，用的其实是书店的钱。切到“按持有人”视图，看每一刻是谁拿着谁的钱，再和“商场分账”对比。",
        "The same five orders and the same shops, but the mall collects under its own merchant number: the channel settles T+1 to the mall, which keeps 2% and pays the shops at 15:00. The shops' money therefore rests with a mall that has no payment licence, 292.20 at most; and the refund of 3 October is in fact paid with the bookshop's money. Switch to the holder view to see who holds whose money at each moment, and compare with the split mall.",
    ),
};

pub(super) static REFUND_FROM_ANOTHER: Former = Former {
    title: None,
    story: (
        "商场用一个商户号替两家店收款，两家店的钱在渠道那里是同一个余额。9 月 28 日咖啡店卖了 100.00 元，第二天就转给了咖啡店；9 月 30 日书店卖了 60.00 元，当天中午咖啡店的顾客退 50.00 元。渠道从商场的待结算里扣了 49.70 元，其实都是书店的钱：10 月 8 日只到 9.94 元，付书店的 58.44 元里有 48.50 元要商场自己垫，咖啡店还欠着商场 49.70 元。",
        "The mall collects for two shops under one merchant number, so at the channel their money is one balance. On 28 September the café sold 100.00 and was paid the next day; on 30 September the bookshop sold 60.00, and at noon 50.00 of the café's sale were refunded. The channel took 49.70 from the mall's pending money, all of it the bookshop's: only 9.94 arrive on 8 October, the mall adds 48.50 of its own to pay the bookshop its 58.44, and the café owes the mall 49.70.",
    ),
};

pub(super) static MALL_DIRECT: Former = Former {
    title: None,
    story: (
        "还是同样五笔订单，咖啡店和书店各自与渠道签约，钱从渠道直接结给店，没有一分经过商场，也就没有疑似二清的提示；可是商场什么也看不见，2% 的佣金只能另外去收，这正是群里说的“绕开了商场”。和“商场分账”“大商户”两个场景对比同一天各方的钱。",
        "The same five orders, but the café and the bookshop have contracts of their own: the channel settles straight to them, no fen passes the mall, and nothing is suspected. Yet the mall sees nothing either and has to ask for its 2% in some other way, which is what people in the trade call going around the mall. Compare with the split mall and the pooled mall, party by party, on the same day.",
    ),
};

pub(super) static MALL_CASHIER: Former = Former {
    title: None,
    story: (
        "一家实体商场只设一个收银台：三家店的顾客都付到商场的商户号，第二天到账后商场 15:00 转给各店。有人认为实体商场由来已久、可以容忍，也有人认为钱既然经了没有牌照的一方的手，就与线上平台无异。这里两种看法都不当结论：规则把它降为“警告”，另给一条“说法不一”的提示。把商场的“经营场所”改成线上，看同一本账会怎么提示。",
        "A physical mall has one cashier: customers of three shops pay under the mall's merchant number, and the day after the mall pays each shop at 15:00. Some hold that malls have always done so and are tolerated, others that money in the hands of a party without a licence is the same as with an online platform. Neither view is taken for a result here: the rules warn instead of calling it a high risk, and add a note that views differ. Say that the mall sells online and see what the very same books are told.",
    ),
};

pub(super) static BATCH_PAYOUT: Former = Former {
    title: Some((
        "平台先收款，每天批量代付给商家，行不行？",
        "A platform collects and pays its sellers in a batch every day: is that all right?",
    )),
    story: (
        "线上平台用一个商户号收三家店的货款，渠道 D+1 结给平台，平台每天 16:00 扣 5% 佣金后批量打款给商家。账都算得清，一分不差；但别人的钱先进了没有支付牌照的平台，再由平台决定什么时候、付给谁：看“风险提示”逐条的依据，再和“商场分账·国庆”对比。",
        "An online market takes the payments of three shops under one merchant number; the channel settles D+1 to it, and every day at 16:00 it keeps 5% and pays the shops in a batch. The sums are right to the fen; yet others' money first comes to a platform without a payment licence, which then decides when it goes to whom: see what each finding rests on, and compare with the split mall.",
    ),
};
