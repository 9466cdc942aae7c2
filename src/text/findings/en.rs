//! What every rule is called, why it matters and how to clear it: English.

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
    title: "A party without a licence collects others' money and passes it on",
    why: "Moving money on the electronic instructions of payers or payees is payment business, and nobody may carry it on, openly or in disguise, without approval. Money that first enters one's own account and is then paid on by oneself raises that suspicion.",
    clear: "Give every seller a sub-merchant number and let the channel split the payments; or let a licensed institution or a bank's custody hold and pay the money.",
};

static ONE_NUMBER_FOR_MANY_SELLERS: RuleWords = RuleWords {
    title: "One merchant number collects for several sellers",
    why: "The channel knows a single merchant and settles to it alone; the real sellers have no agreement with any licensed institution.",
    clear: "One seller, one number: onboard every seller and collect under its own sub-merchant number.",
};

static DECIDES_WHEN_OTHERS_ARE_PAID: RuleWords = RuleWords {
    title: "A party without a licence decides when others are paid",
    why: "Money that rests in one's own account until one chooses to pay it can be kept back. An instruction about money frozen at a licensed institution does not count.",
    clear: "Let the channel keep the money frozen until it is split, and settle to the sellers directly.",
};

static POOL_LEFT_AT_DAY_END: RuleWords = RuleWords {
    title: "A pool of several sellers' money is left at the end of the day",
    why: "In a pool that does not empty by the end of the day others' money can be used unnoticed.",
    clear: "Leave nothing of others' money in own accounts at the end of a day: let the channel split and settle.",
};

static POOL_SPENT: RuleWords = RuleWords {
    title: "The pool is spent on the holder's own ends",
    why: "What the pool holds is owed to sellers, who may not be paid once it is spent. The ban on using a reserve or giving it as security binds payment institutions; a party without a licence should not hold such money at all.",
    clear: "Keep it apart, restore what was used, and report it.",
};

static REDEEMABLE_BALANCE: RuleWords = RuleWords {
    title: "A party without a licence keeps balances that can be cashed out",
    why: "Running stored-value accounts that take payers' money in advance is one of the two kinds of payment business; cards for one purpose only are none.",
    clear: "Use a licensed wallet, or points that cannot be cashed out.",
};

static SELLER_NOT_ONBOARDED: RuleWords = RuleWords {
    title: "A seller is not onboarded",
    why: "A payment institution must itself examine its merchants, sign the agreements and keep watching their risk.",
    clear: "Finish the onboarding before the first payment.",
};

static ACCOUNT_NAME_DIFFERS: RuleWords = RuleWords {
    title: "The settlement account bears another name",
    why: "Money settled under another name may never reach the merchant.",
    clear: "Settle to an account of the same name, or document the authority to manage the funds.",
};

static PAID_TO_THIRD_PERSON: RuleWords = RuleWords {
    title: "A merchant's money goes to a third person's account",
    why: "In a third person's account the money leaves the merchant's books.",
    clear: "Settle to an account of the same name.",
};

static SPLIT_NOT_VERIFIABLE: RuleWords = RuleWords {
    title: "Nobody can verify whom the platform splits to",
    why: "A payment institution's instructions must carry payer and payee and be complete, consistent, traceable and unaltered.",
    clear: "Split with order-level data, show the payer the real seller, confirm before splitting.",
};

static PAYER_SEES_ANOTHER_NAME: RuleWords = RuleWords {
    title: "The payer sees another name than the seller's",
    why: "A payment institution must carry the payee in its instructions and not alter them; what it reports for clearing must be true, exact and whole.",
    clear: "Show the name of the sub-merchant.",
};

static SPLIT_ABOVE_LIMIT: RuleWords = RuleWords {
    title: "More is split off than the channel allows",
    why: "By default the channel lets receivers have 30% of an order in all; more needs its approval. If nothing is left, the collector is perhaps not the seller.",
    clear: "Collect in the name of the real seller; ask the channel to approve a higher share first.",
};

static SPLIT_TO_STRANGER: RuleWords = RuleWords {
    title: "Shares go to strangers to the deal",
    why: "Payment institutions must verify their users, know what deals are about, and obey the rules against laundering.",
    clear: "Examine the receivers and keep the contracts that give them their share.",
};

static SHELL_SUB_MERCHANT: RuleWords = RuleWords {
    title: "The sub-merchant is a shell in front of the platform",
    why: "Behind a shell it is the platform that collects.",
    clear: "Make the real sellers sub-merchants; at the least let the channel split directly to those whom the platform pays onward.",
};

static BATCH_PAYOUT_TO_SELLERS: RuleWords = RuleWords {
    title: "Sellers are paid in batches out of the collecting account",
    why: "To collect into one's own account and then pay out in batches resembles clearing done by oneself.",
    clear: "Let the channel split the payments and settle to each seller.",
};

static REFUND_FROM_ANOTHERS_MONEY: RuleWords = RuleWords {
    title: "A refund is paid with another seller's money",
    why: "For the channel the pool has one owner, and there is enough; the other seller has lent money unawares.",
    clear: "One number a seller, so that a refund finds only that seller's money; or a refund reserve for each.",
};

static INTERNAL_ACCOUNT_LENT: RuleWords = RuleWords {
    title: "A bank's internal account is lent for collecting",
    why: "An account in the bank's own name hides whose money it is.",
    clear: "Use a supervised account in the platform's name that cannot transfer freely.",
};

static CUSTODY_TRANSFERS_FREELY: RuleWords = RuleWords {
    title: "The platform can transfer freely out of custody",
    why: "Custody protects only when the custodian alone pays.",
    clear: "Give the platform read-only rights; let the bank pay.",
};

static DIRECT_LINK_TO_BANKS: RuleWords = RuleWords {
    title: "A payment institution is linked to banks directly",
    why: "Payments done together with banks go through the clearing institutions that the central bank names.",
    clear: "Go through NetsUnion or UnionPay.",
};

static RESERVE_NOT_WHOLE: RuleWords = RuleWords {
    title: "The reserve is not whole",
    why: "The reserve is what a payment institution received for its users; it moves on their instructions only and must not be used, occupied, lent or given as security.",
    clear: "Restore it, and keep own revenue apart from it.",
};

static SETTLED_TOO_LATE: RuleWords = RuleWords {
    title: "Settlement takes more than 30 natural days",
    why: "Money kept back for more than a month needs a reason.",
    clear: "Shorten the cycle or lower the least payout; if risk is the reason, document it.",
};

static PAID_BEFORE_ARRIVAL: RuleWords = RuleWords {
    title: "Sellers are paid before the money arrives",
    why: "Before the channel's money is there, whoever pays one seller out of a pool pays with the others' money.",
    clear: "Advance own funds only, and say so.",
};

static AGGREGATOR_ACQUIRES: RuleWords = RuleWords {
    title: "An aggregator does the acquirer's work",
    why: "A payment institution must not entrust core business for the safety of money and data to third parties.",
    clear: "Provide technical services only.",
};

static MONEY_IN_CIRCLE: RuleWords = RuleWords {
    title: "Money runs in a circle",
    why: "Money that comes back to the payer almost whole within a short time may be fictitious trade.",
    clear: "Stop, examine, report.",
};

static COMMISSION_NOT_SEPARATED: RuleWords = RuleWords {
    title: "The commission is not kept apart from sellers' money",
    why: "When own revenue lies mixed with others' money, the account does not show which is which.",
    clear: "Make the commission a share of its own that the channel splits off.",
};

static MALL_UNIFIED_CASHIER: RuleWords = RuleWords {
    title: "A physical mall's unified cashier (contested)",
    why: "Views differ on the unified cashier of a physical mall; this is a note and does not say that it is allowed. SC-01 to SC-04 and SC-15 see the same cashier, so that each is a warning and not a high risk.",
    clear: "As for SC-01.",
};
