//! The words of the panel that shows suspected risks. What the rules themselves say comes from
//! [`findings`](super::findings), where the run is.

/// Words of the panel of suspected risks.
#[derive(Debug)]
pub struct RisksText {
    /// Name of the tab.
    pub heading: &'static str,
    /// The answer is on its way.
    pub looking: &'static str,
    /// Nothing was found.
    pub none: &'static str,
    /// The list of findings.
    pub list: &'static str,
    /// Leaves a finding for the list.
    pub back: &'static str,
    /// So many rules found nothing.
    pub nothing_found: fn(usize) -> String,
    /// So many rules could not be judged.
    pub not_judged: fn(usize) -> String,
    /// What a rule that is not judged says of the scenario.
    pub not_judged_hint: &'static str,
    /// A title, suspected and no more.
    pub suspected: fn(&str) -> String,
    /// Whom it is about.
    pub who: &'static str,
    /// How the money went.
    pub path: &'static str,
    /// Shows a step on the picture.
    pub show_step: &'static str,
    /// The events that bear it out.
    pub evidence: &'static str,
    /// Opens the journal at the evidence.
    pub in_journal: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// How to clear it.
    pub clear: &'static str,
    /// What can be done about it here.
    pub fixes: &'static str,
    /// It is being tried out.
    pub trying: &'static str,
    /// Nothing that an edit could do.
    pub no_fixes: &'static str,
    /// Does it.
    pub fix: &'static str,
    /// What is changed: so many changes.
    pub edits: fn(usize) -> String,
    /// It is done.
    pub fixed: &'static str,
    /// What the rule leans on.
    pub sources: &'static str,
    /// Where the money lay.
    pub accounts: &'static str,
    /// Where it was agreed.
    pub agreed: &'static str,
    /// A mark on the picture: severity, title.
    pub mark: fn(&str, &str) -> String,
}

/// 中文.
pub static ZH_CN: RisksText = RisksText {
    heading: "风险",
    looking: "正在判断",
    none: "已判断的规则没有发现疑似风险",
    list: "疑似风险",
    back: "全部",
    nothing_found: |count| format!("已判断、未发现：{count} 条规则"),
    not_judged: |count| format!("未判断：{count} 条规则"),
    not_judged_hint: "沙盘里还写不出这些规则要看的事，所以不作判断，也不等于没有风险。",
    suspected: |title| format!("疑似：{title}"),
    who: "涉及",
    path: "钱怎么走的",
    show_step: "在图上看",
    evidence: "依据",
    in_journal: "在凭证流水里看",
    why: "为什么",
    clear: "整改建议",
    fixes: "一键修改",
    trying: "正在试改",
    no_fixes: "这一项改沙盘消除不了，要照上面说的去做。",
    fix: "照此修改",
    edits: |count| format!("改动 {count} 处"),
    fixed: "已照此修改",
    sources: "来源",
    accounts: "账户（点开看余额的来历）",
    agreed: "约定写在",
    mark: |grave, title| format!("{grave}：疑似{title}"),
};

/// English.
pub static EN: RisksText = RisksText {
    heading: "Risks",
    looking: "Judging",
    none: "The rules that were judged found nothing suspicious",
    list: "Suspected risks",
    back: "All",
    nothing_found: |count| format!("Judged, nothing found: {count} rules"),
    not_judged: |count| format!("Not judged: {count} rules"),
    not_judged_hint: "A scenario cannot express yet what these rules look at. They say nothing, which does not mean that all is well.",
    suspected: |title| format!("suspected: {title}"),
    who: "About",
    path: "How the money went",
    show_step: "Show on the picture",
    evidence: "Evidence",
    in_journal: "Show in the journal",
    why: "Why it matters",
    clear: "How to clear it",
    fixes: "Fix it here",
    trying: "Trying it out",
    no_fixes: "No edit of the scenario clears this one; it has to be done as said above.",
    fix: "Apply",
    edits: |count| format!("{count} changes"),
    fixed: "Applied",
    sources: "Sources",
    accounts: "Accounts (a press explains the balance)",
    agreed: "Agreed at",
    mark: |grave, title| format!("{grave}, suspected: {title}"),
};
