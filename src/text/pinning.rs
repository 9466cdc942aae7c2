//! The words of pinning a run, so that what comes after it can be compared with it.

/// Words of pinning a run.
#[derive(Debug)]
pub struct PinningText {
    /// Keeps the present run as A.
    pub pin: &'static str,
    /// Lets it go.
    pub unpin: &'static str,
    /// Name of the comparison.
    pub heading: &'static str,
    /// Name of the choice between picture and comparison.
    pub views: &'static str,
    /// Both sides at the moment of the time axis: the moment, events so far in A and in B.
    pub at_moment: fn(&str, u32, u32) -> String,
    /// What to do while nothing is pinned.
    pub nothing_pinned: &'static str,
    /// The answer is on its way.
    pub looking: &'static str,
    /// The link of both.
    pub share_both: &'static str,
    /// Compares somebody's scenario with one's own.
    pub with_mine: &'static str,
    /// The present run, as a column.
    pub present: &'static str,
    /// The pinned run, as a column.
    pub pinned: &'static str,
    /// B less A, as a column.
    pub difference: &'static str,
}

/// 中文.
pub static ZH_CN: PinningText = PinningText {
    pin: "把现在的结果固定为 A，再改着对比",
    unpin: "取消固定",
    heading: "对比",
    views: "中间看什么",
    at_moment: |moment, a, b| format!("此刻 {moment}：A 到第 {a} 个事件，B 到第 {b} 个"),
    nothing_pinned: "还没有固定 A。先固定一个结果，再改着对比；打开带两个方案的链接也行。",
    looking: "正在对比",
    share_both: "分享两者",
    with_mine: "和我的对比",
    present: "B 现在",
    pinned: "A 固定",
    difference: "B − A",
};

/// English.
pub static EN: PinningText = PinningText {
    pin: "Pin this result as A, then change and compare",
    unpin: "Unpin",
    heading: "Compare",
    views: "What stands in the middle",
    at_moment: |moment, a, b| format!("At {moment}: A after {a} events, B after {b}"),
    nothing_pinned: "Nothing is pinned as A. Pin a result, then change and compare; a link with two scenarios does too.",
    looking: "Comparing",
    share_both: "Share both",
    with_mine: "Compare with mine",
    present: "B now",
    pinned: "A pinned",
    difference: "B − A",
};
