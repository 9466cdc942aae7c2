//! What each change to a scenario is called, for undo and redo.

use crate::scenario::edit::Edit;

/// Words for changes.
#[derive(Debug)]
pub struct EditsText {
    /// A change in a few words.
    pub label: fn(&Edit) -> String,
}

/// 中文.
pub static ZH_CN: EditsText = EditsText { label: label_zh };

/// English.
pub static EN: EditsText = EditsText { label: label_en };

fn label_zh(edit: &Edit) -> String {
    use Edit as E;
    let (what, value) = match edit {
        E::SetTitle { text, .. } => ("标题", text.as_str()),
        E::SetStory { .. } => ("说明", ""),
        E::SetPartyName { text, .. } => ("名称", text.as_str()),
        E::AddPayment { amount, .. } => ("加交易", amount.as_str()),
        E::RemovePayment { .. } => ("删交易", ""),
        E::AddRefund { amount, .. } => ("加退款", amount.as_str()),
        E::RemoveRefund { .. } => ("删退款", ""),
        E::SetStarts { text } => ("开始时间", text.as_str()),
        E::SetDays { text } => ("天数", text.as_str()),
        E::SetSeed { text } => ("随机种子", text.as_str()),
        E::SetCutOff { text, .. } => ("日切时点", text.as_str()),
        E::SetBoundary { .. } => ("日切时点归属", ""),
        E::SetCloses { .. } => ("日切关闭的日期", ""),
        E::SetAnnounced { text, .. } => ("对外日切时点", text.as_str()),
        E::SetOpening { text, .. } => ("期初余额", text.as_str()),
        E::SetFeeRate { text, .. } => ("费率", text.as_str()),
        E::SetFeeRounding { .. } => ("手续费取整", ""),
        E::SetFeeFloor { text, .. } => ("手续费下限", text.as_str()),
        E::SetFeeCap { text, .. } => ("手续费上限", text.as_str()),
        E::SetFeeOnRefund { .. } => ("退款时的手续费", ""),
        E::SetCycle { text, .. } => ("结算周期", text.as_str()),
        E::SetCalendar { text, .. } => ("日历", text.as_str()),
        E::SetPaysAt { text, .. } => ("出款时间", text.as_str()),
        E::SetMinimum { text, .. } => ("起结金额", text.as_str()),
        E::SetNonWorkingTrade { .. } => ("节假日交易", ""),
        E::SetShortfall { .. } => ("退款不足时", ""),
        E::SetNotificationDelay { text, .. } => ("通知延迟秒数", text.as_str()),
        E::SetSplitDelay { text, .. } => ("分账延迟秒数", text.as_str()),
        E::SetSplitRemainder { .. } => ("分账尾差归属", ""),
        E::SetSplitRate { text, .. } => ("分账比例", text.as_str()),
        E::SetSplitRounding { .. } => ("分账取整", ""),
        E::SetSplitOnRefund { .. } => ("退款时的分账", ""),
        E::SetAgreementRate { text, .. } => ("平台佣金比例", text.as_str()),
        E::SetAgreementPaysAt { text, .. } => ("平台结算时间", text.as_str()),
        E::SetAgreementOnRefund { .. } => ("退款时的佣金", ""),
        E::SetPaymentAt { text, .. } => ("交易时间", text.as_str()),
        E::SetPaymentKnownAt { text, .. } => ("获知时间", text.as_str()),
        E::SetPaymentAmount { text, .. } => ("交易金额", text.as_str()),
        E::SetRefundAt { text, .. } => ("退款时间", text.as_str()),
        E::SetRefundAmount { text, .. } => ("退款金额", text.as_str()),
        E::SetTrafficPerDay { text, .. } => ("每天笔数", text.as_str()),
        E::SetTrafficFrom { text, .. } => ("流量最小金额", text.as_str()),
        E::SetTrafficTo { text, .. } => ("流量最大金额", text.as_str()),
    };
    joined(what, value)
}

fn label_en(edit: &Edit) -> String {
    use Edit as E;
    let (what, value) = match edit {
        E::SetTitle { text, .. } => ("title", text.as_str()),
        E::SetStory { .. } => ("story", ""),
        E::SetPartyName { text, .. } => ("name", text.as_str()),
        E::AddPayment { amount, .. } => ("add payment", amount.as_str()),
        E::RemovePayment { .. } => ("remove payment", ""),
        E::AddRefund { amount, .. } => ("add refund", amount.as_str()),
        E::RemoveRefund { .. } => ("remove refund", ""),
        E::SetStarts { text } => ("start", text.as_str()),
        E::SetDays { text } => ("days", text.as_str()),
        E::SetSeed { text } => ("seed", text.as_str()),
        E::SetCutOff { text, .. } => ("cut-off", text.as_str()),
        E::SetBoundary { .. } => ("owner of the cut's instant", ""),
        E::SetCloses { .. } => ("date that the cut closes", ""),
        E::SetAnnounced { text, .. } => ("announced cut-off", text.as_str()),
        E::SetOpening { text, .. } => ("opening balance", text.as_str()),
        E::SetFeeRate { text, .. } => ("fee rate", text.as_str()),
        E::SetFeeRounding { .. } => ("fee rounding", ""),
        E::SetFeeFloor { text, .. } => ("fee floor", text.as_str()),
        E::SetFeeCap { text, .. } => ("fee cap", text.as_str()),
        E::SetFeeOnRefund { .. } => ("fee on refund", ""),
        E::SetCycle { text, .. } => ("settlement cycle", text.as_str()),
        E::SetCalendar { text, .. } => ("calendar", text.as_str()),
        E::SetPaysAt { text, .. } => ("payout time", text.as_str()),
        E::SetMinimum { text, .. } => ("minimum payout", text.as_str()),
        E::SetNonWorkingTrade { .. } => ("trade on a day off", ""),
        E::SetShortfall { .. } => ("refund shortfall", ""),
        E::SetNotificationDelay { text, .. } => ("notification delay", text.as_str()),
        E::SetSplitDelay { text, .. } => ("split delay", text.as_str()),
        E::SetSplitRemainder { .. } => ("split remainder", ""),
        E::SetSplitRate { text, .. } => ("split rate", text.as_str()),
        E::SetSplitRounding { .. } => ("split rounding", ""),
        E::SetSplitOnRefund { .. } => ("split on refund", ""),
        E::SetAgreementRate { text, .. } => ("platform commission", text.as_str()),
        E::SetAgreementPaysAt { text, .. } => ("platform payout time", text.as_str()),
        E::SetAgreementOnRefund { .. } => ("commission on refund", ""),
        E::SetPaymentAt { text, .. } => ("payment time", text.as_str()),
        E::SetPaymentKnownAt { text, .. } => ("notification time", text.as_str()),
        E::SetPaymentAmount { text, .. } => ("payment amount", text.as_str()),
        E::SetRefundAt { text, .. } => ("refund time", text.as_str()),
        E::SetRefundAmount { text, .. } => ("refund amount", text.as_str()),
        E::SetTrafficPerDay { text, .. } => ("payments a day", text.as_str()),
        E::SetTrafficFrom { text, .. } => ("least drawn amount", text.as_str()),
        E::SetTrafficTo { text, .. } => ("greatest drawn amount", text.as_str()),
    };
    joined(what, value)
}

fn joined(what: &str, value: &str) -> String {
    if value.is_empty() {
        what.to_owned()
    } else {
        format!("{what} {value}")
    }
}
