//! What the fields are called that say what only the rules ask for: names, and what money that flows out is for.

/// What it belongs to, key, 中文, English.
pub(super) const FIELDS: &[(&str, &str, &str, &str)] = &[
    ("Party", "legal_name", "法定名称", "Legal name"),
    ("AccountSpec", "name_on_account", "户名", "Name on account"),
    ("AccountSpec", "authority", "资金管理授权", "Authority"),
    (
        "Contract",
        "shown_name",
        "付款人看到的名称",
        "Shown to payers",
    ),
    ("Outflow", "id", "编号", "Id"),
    ("Outflow", "from", "付款账户", "Paid from"),
    ("Outflow", "at", "时间", "At"),
    ("Outflow", "amount", "金额", "Amount"),
    ("Outflow", "purpose", "用途", "Purpose"),
    ("Outflow", "to", "收款账户", "Paid to"),
];

/// Field, word, 中文, English.
pub(super) const ANSWERS: &[(&str, &str, &str, &str)] = &[
    ("purpose", "costs", "自己的费用", "own costs"),
    ("purpose", "loan", "借给别人", "a loan"),
    ("purpose", "investment", "投资", "an investment"),
    (
        "purpose",
        "advance",
        "到账前垫付给商户",
        "an advance to a seller",
    ),
    ("purpose", "onward", "转付给第三方", "paid onward"),
    ("to", "", "无", "none"),
    ("authority", "", "没有", "none"),
    ("authority", "documented", "有书面授权", "documented"),
    ("onboarding", "", "未说明", "not said"),
    ("onboarding", "finished", "已完成", "finished"),
    ("onboarding", "unfinished", "未完成", "unfinished"),
    ("premises", "", "未说明", "not said"),
    ("premises", "physical_mall", "实体商场", "physical mall"),
    ("premises", "online", "线上", "online"),
];
