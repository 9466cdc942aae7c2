//! Why something happened, in a sentence each.

use crate::analysis::view::Reason;
use crate::base::date::WallClock;
use crate::base::money::Money;
use crate::domain::contract::{Mode, OnRefundShortfall};
use crate::engine::event::DeferReason;

use super::accounts;
use super::durations::{self, told};
use super::lanes::clock;
use super::timeline::short_date;
use super::why_days::day;

pub(super) fn mode_zh(mode: Mode) -> &'static str {
    match mode {
        Mode::Direct => "直连商户",
        Mode::SubMerchant => "特约商户",
        Mode::Pooled => "大商户",
    }
}

pub(super) fn mode_en(mode: Mode) -> &'static str {
    match mode {
        Mode::Direct => "direct merchant",
        Mode::SubMerchant => "sub-merchant",
        Mode::Pooled => "pooled",
    }
}

pub(super) fn reason_zh(reason: &Reason, owner: &str) -> String {
    match reason {
        Reason::Written { .. } => "沙盘里这样写的".to_owned(),
        Reason::Drawn { draw, of, seed, .. } => {
            format!("随机生成：按种子 {seed} 抽出的第 {draw} 笔，共 {of} 笔")
        }
        Reason::Routed { contract, mode, .. } => {
            format!("路由规则选中合同 {contract}（{}）", mode_zh(*mode))
        }
        Reason::Contract { contract, .. } => format!("合同 {contract} 约定了收款人、费率和结算"),
        Reason::Agreed { .. } => "平台与商户这样约定".to_owned(),
        Reason::Fee {
            rate, amount, fee, ..
        } => product("手续费：", rate, *amount, *fee),
        Reason::Follows {
            event,
            kind,
            at,
            after_ms,
            ..
        } => {
            let what = (accounts::ZH_CN.event)(*kind);
            format!(
                "第 {event} 个事件「{what}」（{}）{}",
                shown(at),
                later_zh(*after_ms)
            )
        }
        Reason::RefundOf {
            payment,
            paid,
            before,
            ..
        } => refund_zh(payment, *paid, *before),
        Reason::FromFrozen { frozen, needed } => frozen_zh(*frozen, *needed),
        Reason::LeftToSplit { refunded, left } => left_zh(*refunded, *left),
        Reason::Shortfall {
            pending,
            needed,
            policy,
            ..
        } => shortfall_zh(*pending, *needed, *policy),
        Reason::Batches {
            day: on, pays_at, ..
        } => {
            format!("{owner}：批次到期，{} {} 出款", day(*on), clock(*pays_at))
        }
        Reason::PutOff { reason, due } => put_off_zh(*reason, *due),
        Reason::PlatformPays { pays_at, .. } => {
            format!("约定平台每天 {} 把已到账的钱付给商户", clock(*pays_at))
        }
        Reason::TooLittle { had, short } => {
            format!(
                "平台银行户只有 {}，还差 {}，次日再付",
                had.grouped(),
                short.grouped()
            )
        }
        Reason::CutOff { time, closes, .. } => {
            format!("账套到了日切时点 {}，会计日 {closes} 结束", clock(*time))
        }
        Reason::BeforeScenario => "代表沙盘开始以前已经发生的支付".to_owned(),
    }
}

pub(super) fn reason_en(reason: &Reason, owner: &str) -> String {
    match reason {
        Reason::Written { .. } => "the scenario says so".to_owned(),
        Reason::Drawn { draw, of, seed, .. } => {
            format!("drawn by the traffic rule: number {draw} of {of} from seed {seed}")
        }
        Reason::Routed { contract, mode, .. } => {
            format!("the route chose contract {contract} ({})", mode_en(*mode))
        }
        Reason::Contract { contract, .. } => contract_en(contract),
        Reason::Agreed { .. } => "platform and merchant agreed so".to_owned(),
        Reason::Fee {
            rate, amount, fee, ..
        } => product("fee: ", rate, *amount, *fee),
        Reason::Follows {
            event,
            kind,
            at,
            after_ms,
            ..
        } => {
            let what = (accounts::EN.event)(*kind);
            format!(
                "event {event} “{what}” ({}) {}",
                shown(at),
                later_en(*after_ms)
            )
        }
        Reason::RefundOf {
            payment,
            paid,
            before,
            ..
        } => refund_en(payment, *paid, *before),
        Reason::FromFrozen { frozen, needed } => frozen_en(*frozen, *needed),
        Reason::LeftToSplit { refunded, left } => left_en(*refunded, *left),
        Reason::Shortfall {
            pending,
            needed,
            policy,
            ..
        } => shortfall_en(*pending, *needed, *policy),
        Reason::Batches {
            day: on, pays_at, ..
        } => {
            format!(
                "batches of {owner} are due and paid on {} at {}",
                day(*on),
                clock(*pays_at)
            )
        }
        Reason::PutOff { reason, due } => put_off_en(*reason, *due),
        Reason::PlatformPays { pays_at, .. } => format!(
            "agreed: the platform pays what has arrived every day at {}",
            clock(*pays_at)
        ),
        Reason::TooLittle { had, short } => format!(
            "the platform's deposit held {}, {} too little; it tries again the next day",
            had.grouped(),
            short.grouped()
        ),
        Reason::CutOff { time, closes, .. } => {
            format!(
                "the book reached its cut-off {}: accounting date {closes} ended",
                clock(*time)
            )
        }
        Reason::BeforeScenario => "it stands for payments from before the scenario".to_owned(),
    }
}

fn contract_en(contract: &str) -> String {
    format!("contract {contract} says who collects, what is charged, how it is settled")
}

fn product(named: &str, rate: &str, amount: Money, fee: Money) -> String {
    format!("{named}{} × {rate}% → {}", amount.grouped(), fee.grouped())
}

fn shortfall_zh(pending: Money, needed: Money, policy: OnRefundShortfall) -> String {
    let then = match policy {
        OnRefundShortfall::TopUp => "要求从银行户补足差额，补不足就拒绝",
        OnRefundShortfall::Refuse => "要求拒绝退款",
        OnRefundShortfall::CarryNegative => "允许变成负数，用以后的收款抵",
    };
    let (pending, needed) = (pending.grouped(), needed.grouped());
    format!("待结算只有 {pending}，退款要 {needed}：结算规则{then}")
}

fn shortfall_en(pending: Money, needed: Money, policy: OnRefundShortfall) -> String {
    let then = match policy {
        OnRefundShortfall::TopUp => {
            "wants the gap paid in from the bank account, or the refund refused"
        }
        OnRefundShortfall::Refuse => "wants the refund refused",
        OnRefundShortfall::CarryNegative => {
            "lets the account go below zero, to be netted with later sales"
        }
    };
    let (pending, needed) = (pending.grouped(), needed.grouped());
    format!("pending money is {pending}, the refund needs {needed}: the settlement rule {then}")
}

fn frozen_zh(frozen: Money, needed: Money) -> String {
    let (is_enough, frozen, needed) = (frozen >= needed, frozen.grouped(), needed.grouped());
    if is_enough {
        format!("订单尚未分账：退款要的 {needed} 从它冻结的 {frozen} 里出，没有人要退回份额")
    } else {
        format!(
            "订单尚未分账，冻结的 {frozen} 不够退款要的 {needed}：订单先完结，不再分账，全部解冻给收款人再退"
        )
    }
}

fn frozen_en(frozen: Money, needed: Money) -> String {
    let (is_enough, frozen, needed) = (frozen >= needed, frozen.grouped(), needed.grouped());
    if is_enough {
        format!(
            "the order is not split yet: the {needed} that the refund needs come out of its frozen {frozen}, and nobody returns a share"
        )
    } else {
        format!(
            "the order is not split yet and its frozen {frozen} are less than the {needed} that the refund needs: it is finished first, all unfrozen and nothing split"
        )
    }
}

fn left_zh(refunded: Money, left: Money) -> String {
    let (refunded, left) = (refunded.grouped(), left.grouped());
    format!("分账前已退 {refunded}，按余下的 {left} 分账")
}

fn left_en(refunded: Money, left: Money) -> String {
    let (refunded, left) = (refunded.grouped(), left.grouped());
    format!("{refunded} was refunded before the split; what is left, {left}, is split")
}

fn put_off_zh(reason: DeferReason, due: Money) -> String {
    let said = match reason {
        DeferReason::Offset => "收款和退款正好抵完，没有可付的钱",
        DeferReason::Negative => "退款大于收款：待抵扣，转入下批",
        DeferReason::BelowMinimum => "低于起结金额，转入下批",
        DeferReason::NothingPending => "钱已被后来的退款用掉，转入下批",
    };
    format!("到期批次合计 {}：{said}", due.grouped())
}

fn put_off_en(reason: DeferReason, due: Money) -> String {
    let said = match reason {
        DeferReason::Offset => "sales and refunds cancel out, nothing to pay",
        DeferReason::Negative => "refunds prevail and are netted with later batches",
        DeferReason::BelowMinimum => "below the minimum, carried",
        DeferReason::NothingPending => "a later refund has used the money, carried",
    };
    format!("batches due sum to {}: {said}", due.grouped())
}

fn refund_zh(payment: &str, paid: Money, before: Money) -> String {
    let refunded = if before.is_zero() {
        String::new()
    } else {
        format!("，此前已退 {}", before.grouped())
    };
    format!("退的是 {payment}，原支付 {}{refunded}", paid.grouped())
}

fn refund_en(payment: &str, paid: Money, before: Money) -> String {
    let refunded = if before.is_zero() {
        String::new()
    } else {
        format!(", of which {} was refunded before", before.grouped())
    };
    format!("it refunds {payment}, paid {}{refunded}", paid.grouped())
}

fn shown(at: &WallClock) -> String {
    let at = at.to_string();
    short_date(&at).replacen('T', " ", 1)
}

/// How much later, in days, hours, minutes and seconds.
fn later_zh(millis: u64) -> String {
    match told(millis, durations::ZH) {
        none if none.is_empty() => "的同一秒".to_owned(),
        later => format!("之后 {later}"),
    }
}

fn later_en(millis: u64) -> String {
    match told(millis, durations::EN) {
        none if none.is_empty() => "in the same second".to_owned(),
        later => format!("and {later}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_between_events_is_told_in_days_hours_minutes_and_seconds() {
        assert_eq!(later_en(0), "in the same second");
        assert_eq!(later_en(60_000), "and 1 min");
        assert_eq!(later_en(61_000), "and 1 min 1 s");
        assert_eq!(later_zh(19_800_000), "之后 5 小时 30 分钟");
        assert_eq!(later_zh(172_800_000), "之后 2 天");
    }
}
