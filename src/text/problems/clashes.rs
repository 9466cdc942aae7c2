//! Words for two places of a document that cannot both be true: what stands here, where the other is and what
//! stands there, and what to do.

use crate::scenario::problem::clash::Clash;

pub(super) fn clash_zh(clash: Clash, found: &str, other: &str, there: &str) -> String {
    match clash {
        Clash::BuiltInCalendar => {
            format!("「{found}」是内置日历的名字，自己的日历请换一个编号")
        }
        Clash::HolidayAndWorkday => {
            format!("{found} 是工作日，又是节假日（{other}），请删去一处")
        }
        Clash::ReserveOfNoChannel => {
            format!(
                "只有渠道才有备付金银行，「{there}」不是渠道（{other}），请删去「{found}」或改类型"
            )
        }
        Clash::FloorAboveCap => {
            format!("最低收费 {found} 高于封顶 {there}（{other}），请改其中一个")
        }
        Clash::ReceiverTwice => {
            format!("「{found}」已是这份合同的分账接收方（{other}），请合并成一条")
        }
        Clash::AgreementTwice => format!("和「{found}」的约定已经写过（{other}），请留一条"),
        Clash::AgreementWithItself => {
            format!("「{found}」不能和自己约定（平台也是它，见 {other}），请改其中一方")
        }
        Clash::AmountsReversed => {
            format!(
                "最小金额 {found} 大于最大金额 {there}（{other}），没有金额在其中，请改其中一个"
            )
        }
        Clash::TimesReversed => {
            format!("到 {found} 为止，却从 {there} 开始（{other}），中间没有时间，请改其中一个")
        }
        Clash::SellerTwice => {
            format!("「{found}」在同一笔交易里已有一行（{other}），请合并成一行")
        }
        Clash::KnownBeforePaid => {
            format!("{found} 收到通知，早于付款时间 {there}（{other}），请改其中一个")
        }
        Clash::PaidInside => format!(
            "付于 {found}，不早于沙盘开始的 {there}（{other}）：沙盘之前的交易请改早，之内的请写成一笔交易再退"
        ),
        Clash::ExternalIsPayment => format!(
            "「{found}」是沙盘之内的一笔交易（{other}）：要退它就只写编号，沙盘之前的交易请换一个单号"
        ),
        Clash::ExternalDiffers => format!(
            "沙盘之前的交易「{found}」在 {other} 写的卖方、渠道、时间或金额不一样，请写成一样，或换一个单号"
        ),
        Clash::PaysItself => {
            format!("付款和收款是同一个账户「{found}」（{other}），请改其中一个")
        }
    }
}

pub(super) fn clash_en(clash: Clash, found: &str, other: &str, there: &str) -> String {
    match clash {
        Clash::BuiltInCalendar => {
            format!("“{found}” is the name of a built-in calendar; give this one another id")
        }
        Clash::HolidayAndWorkday => {
            format!("{found} is a workday and also a holiday (at {other}); take one away")
        }
        Clash::ReserveOfNoChannel => format!(
            "Only a channel has a reserve bank, and “{there}” is none (at {other}); take “{found}” away or change the kind"
        ),
        Clash::FloorAboveCap => {
            format!(
                "The least fee {found} is above the greatest, {there} (at {other}); change one of them"
            )
        }
        Clash::ReceiverTwice => {
            format!("“{found}” is a receiver of this contract already, at {other}; make them one")
        }
        Clash::AgreementTwice => {
            format!("The agreement with “{found}” is there already, at {other}; keep one")
        }
        Clash::AgreementWithItself => {
            format!(
                "“{found}” cannot agree with itself (it is the platform too, at {other}); change one of them"
            )
        }
        Clash::AmountsReversed => format!(
            "The least amount {found} is above the greatest, {there} (at {other}): no amount lies between; change one of them"
        ),
        Clash::TimesReversed => {
            format!(
                "It ends at {found} and begins at {there} (at {other}): no time lies between; change one of them"
            )
        }
        Clash::SellerTwice => {
            format!("“{found}” has a line in this payment already, at {other}; make them one")
        }
        Clash::KnownBeforePaid => {
            format!(
                "Known at {found}, before it was paid at {there} (at {other}); change one of them"
            )
        }
        Clash::PaidInside => format!(
            "Paid at {found}, not before the scenario starts, {there} (at {other}): make it earlier, or write it as a payment and refund that"
        ),
        Clash::ExternalIsPayment => format!(
            "“{found}” is a payment of this scenario, at {other}: to refund it name its id alone, or give the earlier payment another number"
        ),
        Clash::ExternalDiffers => format!(
            "The earlier payment “{found}” has another seller, channel, time or amount at {other}; make them the same, or give it another number"
        ),
        Clash::PaysItself => {
            format!("The account “{found}” pays itself (at {other}); change one of them")
        }
    }
}
