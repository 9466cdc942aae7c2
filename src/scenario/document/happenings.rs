//! What happens: payments with their lines, refunds, and traffic to be drawn from the seed.

use super::codec::{
    self, Amount, ChannelName, Codec, ContractName, DepositName, FreeText, HeaderText, Id, Moment,
    PaymentName, SellerName, TextMap, Whole,
};
use super::noun::{give_field, given, kind, need, noun, table, take_field, taken, words};
use super::shape::{Field, Kind, Need, Shape};
use super::tree::Node;
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::scenario::limits::{AMOUNT_MAX, LINES_MAX, PER_DAY_MAX, PLACE_MAX};
use crate::scenario::v1::{
    BillForm, BillNote, Hours, Line, Outflow, Payment, Purpose, Refund, RefundOf, Traffic,
};

const MOST: i64 = AMOUNT_MAX.minor();

words! {
    Purpose {
        Costs = "costs", Loan = "loan", Investment = "investment", Advance = "advance", Onward = "onward"
    }
    Hours { AllDay = "all_day", Retail = "retail", Office = "office", Night = "night" }
}

noun!(Payment {
    needed id: Id = "The name by which refunds refer to the payment; on bills, the merchant's order number.",
    needed at: Moment = "When the payer paid.",
    optional known_at: Moment =
        "When the platform learns of it. `at` plus the contract's delay when absent.",
    needed channel: ChannelName = "Through which channel.",
    some(LINES_MAX) lines: Line = "What was bought, one line a seller.",
    optional bill: BillNote = "What an imported trade bill said and the engine does not compute.",
});

noun!(Line {
    needed seller: SellerName = "Who sold.",
    needed amount: Amount<1, MOST> = "What was paid for it.",
    optional contract: ContractName = "The contract that the line was made under, and so its rate. Chosen by the routes when absent.",
});

noun!(BillNote {
    needed place: Whole<1, PLACE_MAX> = "Place of the row among the rows of its file, from 1.",
    needed fields: TextMap = "Column of the bill and its text, without the backtick.",
});

noun!(BillForm {
    needed columns: HeaderText = "The first line of the file, its names divided by commas.",
    needed totals: HeaderText = "The header of the file's totals, its names divided by commas.",
});

noun!(Refund {
    needed id: Id = "The name of the refund; on bills, the merchant's refund number.",
    needed of: RefundOf = "What is refunded: the id of a payment, a payment and one of its sellers, or a payment made before the scenario.",
    needed at: Moment = "When it was asked for.",
    needed amount: Amount<1, MOST> = "What the payer gets back.",
    optional bill: BillNote = "What an imported trade bill said and the engine does not compute.",
});

/// `refunds[].of` that names a payment and one of its sellers.
struct RefundOfPayment {
    payment: String,
    seller: Option<String>,
}

/// `refunds[].of` for a payment before the scenario.
struct RefundOfExternal {
    external: String,
    seller: String,
    channel: String,
    paid_at: WallClock,
    amount: Money,
    contract: Option<String>,
}

noun!(RefundOfPayment {
    needed payment: PaymentName = "The payment.",
    optional seller: SellerName = "Whose line; needed when the payment has several.",
});

noun!(RefundOfExternal {
    needed external: FreeText = "Number of a payment made before the scenario starts.",
    needed seller: SellerName = "Who sold.",
    needed channel: ChannelName = "Through which channel.",
    needed paid_at: Moment = "When it was paid.",
    needed amount: Amount<1, MOST> = "What was paid.",
    optional contract: ContractName = "The contract that it was made under, and so its rate. Chosen by the routes when absent.",
});

impl Codec for RefundOf {
    type Value = RefundOf;
    const KIND: Kind = Kind::Either {
        text: &PaymentName::KIND,
        objects: &[
            codec::shape_of(&RefundOfPayment::KIND),
            codec::shape_of(&RefundOfExternal::KIND),
        ],
    };

    fn take(node: &Node<'_>) -> Option<RefundOf> {
        if let Some(payment) = node.as_text() {
            let payment = payment.to_owned();
            return Some(RefundOf::Payment {
                payment,
                seller: None,
            });
        }
        if node.field("payment").is_some() {
            let RefundOfPayment { payment, seller } = RefundOfPayment::take(node)?;
            return Some(RefundOf::Payment { payment, seller });
        }
        let RefundOfExternal {
            external,
            seller,
            channel,
            paid_at,
            amount,
            contract,
        } = RefundOfExternal::take(node)?;
        Some(RefundOf::External {
            external,
            seller,
            channel,
            paid_at,
            amount,
            contract,
        })
    }

    fn give(value: &RefundOf) -> Node<'_> {
        let mut fields = Vec::new();
        match value {
            RefundOf::Payment {
                payment,
                seller: None,
            } => return Node::text(payment.as_str()),
            RefundOf::Payment { payment, seller } => {
                give_field!(fields, needed payment PaymentName);
                give_field!(fields, optional seller SellerName);
            }
            RefundOf::External {
                external,
                seller,
                channel,
                paid_at,
                amount,
                contract,
            } => {
                give_field!(fields, needed external FreeText);
                give_field!(fields, needed seller SellerName);
                give_field!(fields, needed channel ChannelName);
                give_field!(fields, needed paid_at Moment);
                give_field!(fields, needed amount Amount<1, MOST>);
                give_field!(fields, optional contract ContractName);
            }
        }
        Node::Object(fields)
    }
}

noun!(Outflow {
    needed id: Id = "The name of the outflow.",
    needed from: DepositName = "The deposit account that pays.",
    needed at: Moment = "When.",
    needed amount: Amount<1, MOST> = "How much. Refused when less lies there, or when less is owed than is advanced.",
    needed purpose: Purpose =
        "What for: own `costs`, a `loan` or an `investment`; an `advance` to a seller before the channel's money arrives; or somebody paid `onward`.",
    optional to: DepositName = "The deposit account that is paid; needed for `advance` and `onward`, and for nothing else.",
});

/// `traffic[].amount`.
struct AmountRange {
    from: Money,
    to: Money,
}

/// `traffic[]` as written.
struct TrafficForm {
    seller: String,
    channel: String,
    per_day: u32,
    amount: AmountRange,
    hours: Hours,
}

noun!(AmountRange {
    needed from: Amount<1, MOST> = "Least amount, inclusive.",
    needed to: Amount<1, MOST> = "Greatest amount, inclusive.",
});

noun!(TrafficForm {
    needed seller: SellerName = "Who sells.",
    needed channel: ChannelName = "Through which channel.",
    needed per_day: Whole<0, PER_DAY_MAX> = "Payments a natural day.",
    needed amount: AmountRange = "Range of amounts, evenly drawn.",
    usual("all_day") hours: Hours = "When in the day people pay.",
});

impl Codec for Traffic {
    type Value = Traffic;
    const KIND: Kind = TrafficForm::KIND;

    fn take(node: &Node<'_>) -> Option<Traffic> {
        let TrafficForm {
            seller,
            channel,
            per_day,
            amount,
            hours,
        } = TrafficForm::take(node)?;
        let AmountRange {
            from: amount_from,
            to: amount_to,
        } = amount;
        Some(Traffic {
            seller,
            channel,
            per_day,
            amount_from,
            amount_to,
            hours,
        })
    }

    fn give(value: &Traffic) -> Node<'_> {
        let mut fields = Vec::new();
        let Traffic {
            seller,
            channel,
            per_day,
            amount_from,
            amount_to,
            hours,
        } = value;
        give_field!(fields, needed seller SellerName);
        give_field!(fields, needed channel ChannelName);
        give_field!(fields, needed per_day Whole<0, PER_DAY_MAX>);
        let range = vec![
            ("from".into(), <Amount<1, MOST>>::give(amount_from)),
            ("to".into(), <Amount<1, MOST>>::give(amount_to)),
        ];
        fields.push(("amount".into(), Node::Object(range)));
        give_field!(fields, usual("all_day") hours Hours);
        Node::Object(fields)
    }
}
