//! What is wrong with a refund of a scenario: too much, too early, of nobody.

use crate::scenario::problem::ProblemKind;

pub(super) fn zh(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
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
        _ => String::new(),
    }
}

pub(super) fn en(kind: &ProblemKind) -> String {
    use ProblemKind as P;
    match kind {
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
        _ => String::new(),
    }
}
