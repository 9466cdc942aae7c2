//! 每条规则的名称、缘由和消除办法：中文。

use crate::analysis::view::RuleId;

use super::RuleWords;

/// Words of a rule.
pub(super) fn words(rule: RuleId) -> &'static RuleWords {
    match rule {
        RuleId::PassesOnOthersMoney => &PASSES_ON_OTHERS_MONEY,
        RuleId::OneNumberForManySellers => &ONE_NUMBER_FOR_MANY_SELLERS,
        RuleId::DecidesWhenOthersArePaid => &DECIDES_WHEN_OTHERS_ARE_PAID,
        RuleId::PoolLeftAtDayEnd => &POOL_LEFT_AT_DAY_END,
        RuleId::PoolSpent => &POOL_SPENT,
        RuleId::RedeemableBalance => &REDEEMABLE_BALANCE,
        RuleId::SellerNotOnboarded => &SELLER_NOT_ONBOARDED,
        RuleId::AccountNameDiffers => &ACCOUNT_NAME_DIFFERS,
        RuleId::PaidToThirdPerson => &PAID_TO_THIRD_PERSON,
        RuleId::SplitNotVerifiable => &SPLIT_NOT_VERIFIABLE,
        RuleId::PayerSeesAnotherName => &PAYER_SEES_ANOTHER_NAME,
        RuleId::SplitAboveLimit => &SPLIT_ABOVE_LIMIT,
        RuleId::SplitToStranger => &SPLIT_TO_STRANGER,
        RuleId::ShellSubMerchant => &SHELL_SUB_MERCHANT,
        RuleId::BatchPayoutToSellers => &BATCH_PAYOUT_TO_SELLERS,
        RuleId::RefundFromAnothersMoney => &REFUND_FROM_ANOTHERS_MONEY,
        RuleId::InternalAccountLent => &INTERNAL_ACCOUNT_LENT,
        RuleId::CustodyTransfersFreely => &CUSTODY_TRANSFERS_FREELY,
        RuleId::DirectLinkToBanks => &DIRECT_LINK_TO_BANKS,
        RuleId::ReserveNotWhole => &RESERVE_NOT_WHOLE,
        RuleId::SettledTooLate => &SETTLED_TOO_LATE,
        RuleId::PaidBeforeArrival => &PAID_BEFORE_ARRIVAL,
        RuleId::AggregatorAcquires => &AGGREGATOR_ACQUIRES,
        RuleId::MoneyInCircle => &MONEY_IN_CIRCLE,
        RuleId::CommissionNotSeparated => &COMMISSION_NOT_SEPARATED,
        RuleId::MallUnifiedCashier => &MALL_UNIFIED_CASHIER,
    }
}

static PASSES_ON_OTHERS_MONEY: RuleWords = RuleWords {
    title: "无支付牌照的主体先收他人货款，再付给他人",
    why: "根据收款人或付款人提交的电子支付指令转移货币资金，属于支付业务；未经批准不得从事或者变相从事。货款先进自己的账户、再由自己付出，就有这种嫌疑。",
    clear: "让每个商户有自己的特约商户号，由渠道分账；或改由持牌机构、银行存管来持有和付款。",
};

static ONE_NUMBER_FOR_MANY_SELLERS: RuleWords = RuleWords {
    title: "一个商户号收多家商户的货款（大商户）",
    why: "渠道只认识一个商户，也只结算给它；真正的卖方没有和任何持牌机构订立合同。",
    clear: "一户一号：每个卖方各自进件，用自己的特约商户号收款。",
};

static DECIDES_WHEN_OTHERS_ARE_PAID: RuleWords = RuleWords {
    title: "无支付牌照的主体决定他人资金何时付出",
    why: "货款停在自己账户里、付款时间由自己定，就可能被截留。只对冻结在持牌机构的资金发指令，不算在内。",
    clear: "让钱冻结在渠道直到分账，由渠道直接结算给商户。",
};

static POOL_LEFT_AT_DAY_END: RuleWords = RuleWords {
    title: "日终留有多家商户混在一起的资金池",
    why: "日终不清零的资金池，他人资金被挪用也难以察觉。",
    clear: "日终自有账户里不留他人资金：由渠道分账并直接结算。",
};

static POOL_SPENT: RuleWords = RuleWords {
    title: "资金池里的钱被自用",
    why: "资金池里是应付商户的钱，自用之后可能付不出。备付金不得挪用、占用、借用、提供担保的规定约束支付机构；无支付牌照的主体本就不应持有这些钱。",
    clear: "分开存放，补足已用的部分，并如实报告。",
};

static REDEEMABLE_BALANCE: RuleWords = RuleWords {
    title: "无支付牌照的主体开立可充值、消费、提现的余额",
    why: "能接收付款人预付资金的储值账户运营，是支付业务的两种类型之一；单用途预付卡除外。",
    clear: "改用持牌机构的钱包，或不可兑付的积分。",
};

static SELLER_NOT_ONBOARDED: RuleWords = RuleWords {
    title: "商户没有完成进件",
    why: "支付机构应当自行完成特约商户的尽职调查、协议签订和持续风险监测。",
    clear: "先完成进件，再收第一笔款。",
};

static ACCOUNT_NAME_DIFFERS: RuleWords = RuleWords {
    title: "结算账户户名与商户名称不一致",
    why: "结算到别的名下，钱可能到不了商户手里。",
    clear: "改为同名账户，或留存资金管理的授权。",
};

static PAID_TO_THIRD_PERSON: RuleWords = RuleWords {
    title: "商户的钱结算到第三人的个人账户",
    why: "进了第三人的个人账户，钱就离开了商户的账。",
    clear: "改为同名账户。",
};

static SPLIT_NOT_VERIFIABLE: RuleWords = RuleWords {
    title: "分账信息只由平台提供，无法核对（信息二清）",
    why: "支付机构的电子支付指令应当载明收付款人信息，完整、一致、可跟踪稽核、不可篡改。",
    clear: "按订单明细分账，让付款人看到真实商户，分账前确认。",
};

static PAYER_SEES_ANOTHER_NAME: RuleWords = RuleWords {
    title: "付款人看到的商户名不是真正的卖方",
    why: "支付机构应当在指令中载明收款人信息，不得变造；报送清算机构的交易信息应当真实、准确、完整。",
    clear: "展示特约商户的名称。",
};

static SPLIT_ABOVE_LIMIT: RuleWords = RuleWords {
    title: "分账比例超过上限",
    why: "渠道规定分给接收方的合计默认不超过订单的 30%，更高要经批准。如果一分不剩，收款方可能不是真正的卖方。",
    clear: "用真正的卖方收款；确需更高比例的，先向渠道申请。",
};

static SPLIT_TO_STRANGER: RuleWords = RuleWords {
    title: "分账给与交易无关的人",
    why: "支付机构应当核实用户身份、了解交易背景，并遵守反洗钱规定。",
    clear: "核实接收方身份，留存分成的合同依据。",
};

static SHELL_SUB_MERCHANT: RuleWords = RuleWords {
    title: "特约商户是空壳，钱几乎都分给平台再转出",
    why: "空壳商户背后，实际收款的是平台。",
    clear: "让真正的卖方成为特约商户；至少由渠道直接分给平台转付的各方，平台不再转付。",
};

static BATCH_PAYOUT_TO_SELLERS: RuleWords = RuleWords {
    title: "收进自己账户后批量代付给商户",
    why: "先收进自己账户、再成批代付，像是自己在做清算。",
    clear: "改由渠道分账，直接结算给每个商户。",
};

static REFUND_FROM_ANOTHERS_MONEY: RuleWords = RuleWords {
    title: "退款用了别的商户的钱",
    why: "在渠道看来资金池只有一个主人，余额够就退；别的商户等于在不知情中垫付了退款。",
    clear: "一户一号，让退款只动用该商户自己的钱；或按商户预留退款准备。",
};

static INTERNAL_ACCOUNT_LENT: RuleWords = RuleWords {
    title: "银行内部户出借给平台收款",
    why: "用银行自己名下的账户收款，看不出是谁的钱。",
    clear: "改用平台名下、不能自由转出的监管账户。",
};

static CUSTODY_TRANSFERS_FREELY: RuleWords = RuleWords {
    title: "存管账户可由平台自由转出",
    why: "只有存管方付款，存管才有意义。",
    clear: "平台只留查询权限，由银行付款。",
};

static DIRECT_LINK_TO_BANKS: RuleWords = RuleWords {
    title: "支付机构与银行直连清算",
    why: "与银行合作的支付业务，应当通过人民银行确定的清算机构处理。",
    clear: "通过网联或银联。",
};

static RESERVE_NOT_WHOLE: RuleWords = RuleWords {
    title: "备付金不足额或被动用",
    why: "备付金是支付机构为用户实际收到的预收待付资金，只能根据用户的支付指令划转，不得挪用、占用、借用，不得提供担保。",
    clear: "补足备付金，自有收入另户存放。",
};

static SETTLED_TOO_LATE: RuleWords = RuleWords {
    title: "结算超过 30 个自然日",
    why: "货款压了一个月以上，应当有风险方面的理由。",
    clear: "缩短结算周期、降低起结金额；确因风险延后的，留存依据。",
};

static PAID_BEFORE_ARRIVAL: RuleWords = RuleWords {
    title: "渠道的钱还没到就先垫付给商户",
    why: "渠道的钱还没到，从资金池里提前付给一家，用的就是别家的钱。",
    clear: "只用自有资金垫付，并如实说明。",
};

static AGGREGATOR_ACQUIRES: RuleWords = RuleWords {
    title: "聚合服务商从事收单核心业务",
    why: "涉及资金安全、信息安全的核心业务，支付机构不得委托第三方处理。",
    clear: "只提供技术服务。",
};

static MONEY_IN_CIRCLE: RuleWords = RuleWords {
    title: "资金回流到付款人",
    why: "短时间内几乎原额回到付款人，可能是虚构交易套现。",
    clear: "停止、核查、报告。",
};

static COMMISSION_NOT_SEPARATED: RuleWords = RuleWords {
    title: "佣金与商户的钱混在同一账户",
    why: "自有收入与他人资金混在一起，从账户上分不清哪些是谁的。",
    clear: "把佣金作为单独的一份，由渠道分账。",
};

static MALL_UNIFIED_CASHIER: RuleWords = RuleWords {
    title: "实体商场统一收银（有争议）",
    why: "业内对实体商场统一收银看法不一，这里只作提示，不表示允许。SC-01～SC-04 和 SC-15 说的是同一件事，因此由高危降为警告。",
    clear: "与 SC-01 相同。",
};
