//! The words of the frame: the bar, messages, how the run is going, shortcuts.

/// Words of the frame.
#[derive(Debug)]
pub struct FrameText {
    /// The product's name.
    pub brand: &'static str,
    /// The product in one line.
    pub tagline: &'static str,
    /// Jumps over the bar.
    pub skip: &'static str,
    /// Back to the gallery.
    pub gallery: &'static str,
    /// Everything is in the browser's storage.
    pub saved: &'static str,
    /// Not yet.
    pub unsaved: &'static str,
    /// Storage refused.
    pub not_saved: &'static str,
    /// A scenario that is only looked at.
    pub draft: &'static str,
    /// Undo, with what.
    pub undo: fn(Option<&str>) -> String,
    /// Redo, with what.
    pub redo: fn(Option<&str>) -> String,
    /// Undo, beside a message about what was done.
    pub undo_this: &'static str,
    /// So many entries went together with the one removed.
    pub took_along: fn(usize) -> String,
    /// The list of what was changed.
    pub history: &'static str,
    /// Before the first change.
    pub history_start: &'static str,
    /// The changes that are in force.
    pub history_now: &'static str,
    /// Nothing was changed yet.
    pub history_none: &'static str,
    /// The scenario has problems and never had a result.
    pub mend_first: &'static str,
    /// Run again.
    pub run: &'static str,
    /// End the run.
    pub cancel: &'static str,
    /// Running.
    pub running: &'static str,
    /// Running: events so far, events in all.
    pub running_so_far: fn(u32, u32) -> String,
    /// Run done: events, checks.
    pub done: fn(u32, u64) -> String,
    /// What the checks are.
    pub done_hint: &'static str,
    /// Stopped by the user.
    pub stopped: &'static str,
    /// The scenario has problems, so the last result stands.
    pub rejected: fn(usize) -> String,
    /// The engine failed.
    pub broken: &'static str,
    /// Details of the failure.
    pub broken_detail: fn(&str) -> String,
    /// Copies the details.
    pub copy_report: &'static str,
    /// The name of the language to change to, in itself.
    pub other_language: &'static str,
    /// Changes the language.
    pub change_language: &'static str,
    /// Theme button: what a press gives.
    pub theme_to_light: &'static str,
    /// Theme button: what a press gives.
    pub theme_to_dark: &'static str,
    /// Theme button: what a press gives.
    pub theme_to_system: &'static str,
    /// Shows the shortcuts.
    pub shortcuts: &'static str,
    /// Key and what it does.
    pub shortcut_rows: [(&'static str, &'static str); 10],
    /// Closes a dialog.
    pub close: &'static str,
    /// Takes a message away.
    pub dismiss: &'static str,
    /// Messages.
    pub messages: &'static str,
    /// The tabs of a small screen.
    pub views: &'static str,
    /// Tab of the picture.
    pub view_picture: &'static str,
    /// Tab of the time axis.
    pub view_time: &'static str,
    /// Tab of the tables.
    pub view_books: &'static str,
    /// Tab of the forms.
    pub view_model: &'static str,
    /// Folds the forms away or brings them back.
    pub fold_model: &'static str,
    /// A shared scenario is open; the own work waits.
    pub shared_open: &'static str,
    /// An item of the gallery is open; the own work waits.
    pub gallery_open: fn(&str) -> String,
    /// Back to the own work.
    pub return_to_work: &'static str,
    /// Browser storage is full or closed.
    pub storage_refused: &'static str,
    /// Takes the work home as a file.
    pub download_work: &'static str,
    /// Another tab wrote newer work, and this one was kept under another name.
    pub other_tab: &'static str,
    /// Another tab has this work open.
    pub open_elsewhere: &'static str,
    /// Another tab has kept a later revision of this work.
    pub ahead_elsewhere: &'static str,
    /// Opens that revision.
    pub open_ahead: &'static str,
    /// An address of a work that this browser does not have.
    pub no_such_work: &'static str,
    /// So many works had to be kept beside another of the same name.
    pub kept_beside: fn(u32) -> String,
    /// A work that a later version of the page wrote.
    pub work_newer: &'static str,
    /// A work that is damaged.
    pub work_damaged: &'static str,
    /// The newest revision is unreadable, and the one before it is open.
    pub older_opened: &'static str,
    /// Takes home as a file what cannot be opened.
    pub take_raw: &'static str,
    /// What was typed last time stands in its fields again.
    pub typed_back: &'static str,
    /// A work was taken out of storage.
    pub work_forgotten: &'static str,
    /// A shared scenario is open that the visitor has changed before.
    pub shared_changed: &'static str,
    /// Opens the visitor's own edition of it.
    pub open_changed: &'static str,
    /// A link or file could not be opened.
    pub link_refused: &'static str,
    /// A change could not be made.
    pub edit_refused: &'static str,
    /// Work was brought back after a crash.
    pub rescued: &'static str,
    /// No scenario is open.
    pub nothing_open: &'static str,
    /// No such page.
    pub no_such_item: fn(&str) -> String,
    /// The first result is being computed.
    pub first_run: &'static str,
    /// The part of the page that shows a scenario is on its way.
    pub fetching: &'static str,
    /// It did not arrive.
    pub not_fetched: &'static str,
}

/// 中文.
pub static ZH_CN: FrameText = FrameText {
    brand: "清结算沙盘",
    tagline: "在浏览器里推演收单、日切、分账与结算：每一方各记各的账，各切各的日",
    skip: "跳到内容",
    gallery: "模板库",
    saved: "已保存",
    unsaved: "保存中",
    not_saved: "未保存",
    draft: "只看不存，改动后存为我的沙盘",
    undo: |what| match what {
        Some(what) => format!("撤销：{what}"),
        None => "没有可撤销的".to_owned(),
    },
    redo: |what| match what {
        Some(what) => format!("重做：{what}"),
        None => "没有可重做的".to_owned(),
    },
    undo_this: "撤销",
    took_along: |count| format!("连同相关的 {count} 项一起删除了"),
    history: "修改记录",
    history_start: "打开时",
    history_now: "现在",
    history_none: "还没有修改",
    mend_first: "左边列出的问题改好之后，这里就会有结果。",
    run: "推演",
    cancel: "取消",
    running: "推演中",
    running_so_far: |events, expected| format!("推演中 {events} / {expected}"),
    done: |events, checks| format!("{events} 笔事件 · {checks} 次校验通过"),
    done_hint: "每笔事件之后都核对借贷相等、双余额与资金守恒；有一次不成立就不会有结果",
    stopped: "已取消",
    rejected: |problems| format!("{problems} 处问题，仍是改动前的结果"),
    broken: "引擎出错，仍是上一次的结果",
    broken_detail: |detail| format!("模拟器自身的错误：{detail}"),
    copy_report: "复制错误报告",
    other_language: "English",
    change_language: "切换到英文",
    theme_to_light: "切换到浅色",
    theme_to_dark: "切换到深色",
    theme_to_system: "跟随系统深浅",
    shortcuts: "快捷键",
    shortcut_rows: [
        ("Space", "播放 / 暂停"),
        ("← →", "上一笔 / 下一笔事件"),
        ("Shift ← →", "上一个 / 下一个日切"),
        ("Home End", "回到开始 / 到最后"),
        (", .", "上一条 / 下一条风险"),
        ("Ctrl Z", "撤销"),
        ("Ctrl Shift Z", "重做"),
        ("P", "演示"),
        ("Esc", "取消选中的账户"),
        ("?", "显示快捷键"),
    ],
    close: "关闭",
    dismiss: "知道了",
    messages: "消息",
    views: "视图",
    view_picture: "图",
    view_time: "时间",
    view_books: "账",
    view_model: "模型",
    fold_model: "模型：所有可以改的设定",
    shared_open: "正在看别人分享的沙盘，您自己的沙盘没有动",
    gallery_open: |title| format!("正在看模板「{title}」，您自己的沙盘没有动"),
    return_to_work: "回到我的沙盘",
    storage_refused: "浏览器没有存下这次改动（空间已满或被禁用），还会自动重试。请先把沙盘存成文件，或到模板库删掉不用的沙盘",
    download_work: "下载我的沙盘",
    other_tab: "另一个标签页存了这个沙盘的新版，本页的改动没有覆盖它，已另存为一份；两份都在「我的沙盘」里",
    open_elsewhere: "这个沙盘也在另一个标签页里打开着。两边都改的话，后存的会另存为一份",
    ahead_elsewhere: "另一个标签页存了这个沙盘的新版。在这里继续改，会另存为一份",
    open_ahead: "打开新版",
    no_such_work: "这台设备的这个浏览器里没有地址所指的沙盘。沙盘只存在改它的浏览器里；要给别人看，请点「分享」复制链接",
    kept_beside: |count| {
        format!("有 {count} 个上次没来得及存好的沙盘与现存的版本不同，已另存在「我的沙盘」里")
    },
    work_newer: "这个沙盘是更新版本的页面存的，这个版本读不了。原样还在，没有被覆盖；可以在「我的沙盘」下载原文",
    work_damaged: "这个沙盘的存储内容已损坏，读不了。原样还在，没有被覆盖；可以在「我的沙盘」下载原文",
    older_opened: "最新一次保存的内容读不了，打开的是能读的上一版。读不了的原样还在，可以在「我的沙盘」下载；在这里的改动会另存为一份",
    take_raw: "下载原文",
    typed_back: "上次输入了没有生效的内容已放回字段，回车即生效",
    work_forgotten: "已删除沙盘",
    shared_changed: "正在看别人分享的沙盘。您以前改过它，改过的那份没有动",
    open_changed: "打开我改过的",
    link_refused: "打不开",
    edit_refused: "这样改不行",
    rescued: "已恢复出错前的沙盘",
    nothing_open: "还没有打开沙盘",
    no_such_item: |id| format!("模板库里没有「{id}」"),
    first_run: "正在推演第一遍",
    fetching: "正在打开沙盘",
    not_fetched: "页面的其余部分没有下载下来。请检查网络，再重新载入页面。",
};

/// English.
pub static EN: FrameText = FrameText {
    brand: "Daycut",
    tagline: "Play out card and wallet payments, day cuts, splits and settlement in the browser: every party keeps its own book and cuts its own day",
    skip: "Skip to content",
    gallery: "Gallery",
    saved: "Saved",
    unsaved: "Saving",
    not_saved: "Not saved",
    draft: "Only looking; a change makes it your own",
    undo: |what| match what {
        Some(what) => format!("Undo: {what}"),
        None => "Nothing to undo".to_owned(),
    },
    redo: |what| match what {
        Some(what) => format!("Redo: {what}"),
        None => "Nothing to redo".to_owned(),
    },
    undo_this: "Undo",
    took_along: |count| {
        let plural = if count == 1 { "y" } else { "ies" };
        format!("{count} related entr{plural} went with it")
    },
    history: "History",
    history_start: "As opened",
    history_now: "now",
    history_none: "Nothing was changed yet",
    mend_first: "Results appear here once the problems listed on the left are mended.",
    run: "Run",
    cancel: "Cancel",
    running: "Running",
    running_so_far: |events, expected| format!("Running {events} / {expected}"),
    done: |events, checks| {
        let plural = if events == 1 { "" } else { "s" };
        format!("{events} event{plural} · {checks} checks passed")
    },
    done_hint: "After every event debits equal credits, both balances agree and no money is made or lost; one failed check and there is no result",
    stopped: "Cancelled",
    rejected: |problems| {
        let plural = if problems == 1 { "" } else { "s" };
        format!("{problems} problem{plural}: result from before the change")
    },
    broken: "The engine failed; this is the last result",
    broken_detail: |detail| format!("A bug in the simulator: {detail}"),
    copy_report: "Copy error report",
    other_language: "中文",
    change_language: "Change to Chinese",
    theme_to_light: "Change to light",
    theme_to_dark: "Change to dark",
    theme_to_system: "Follow the system's colours",
    shortcuts: "Keyboard shortcuts",
    shortcut_rows: [
        ("Space", "Play / pause"),
        ("← →", "Previous / next event"),
        ("Shift ← →", "Previous / next day cut"),
        ("Home End", "Beginning / end"),
        (", .", "Previous / next risk"),
        ("Ctrl Z", "Undo"),
        ("Ctrl Shift Z", "Redo"),
        ("P", "Present"),
        ("Esc", "Deselect the account"),
        ("?", "Show the shortcuts"),
    ],
    close: "Close",
    dismiss: "Dismiss",
    messages: "Messages",
    views: "Views",
    view_picture: "Picture",
    view_time: "Time",
    view_books: "Books",
    view_model: "Model",
    fold_model: "Model: everything that can be changed",
    shared_open: "You are looking at a shared scenario; your own is untouched",
    gallery_open: |title| {
        format!("You are looking at “{title}” from the gallery; your own scenario is untouched")
    },
    return_to_work: "Return to my scenario",
    storage_refused: "The browser did not save this change (storage is full or closed) and will be asked again. Save the scenario as a file, or delete old scenarios in the gallery",
    download_work: "Download my scenario",
    other_tab: "Another tab has saved a newer edition of this scenario. Yours did not overwrite it and was kept as a copy; both are under your scenarios",
    open_elsewhere: "This scenario is open in another tab too. If both change it, the one that saves later is kept as a copy",
    ahead_elsewhere: "Another tab has saved a newer edition of this scenario. If you go on here, yours is kept as a copy",
    open_ahead: "Open the newer one",
    no_such_work: "This browser does not have the scenario that the address names. A scenario is kept only in the browser that changed it; to show it to others, press Share and copy the link",
    kept_beside: |count| {
        format!(
            "{count} {} from before did not match what is saved and {} kept as a copy under your scenarios",
            if count == 1 { "scenario" } else { "scenarios" },
            if count == 1 { "was" } else { "were" }
        )
    },
    work_newer: "This scenario was saved by a later version of the page, which this one cannot read. It stands there untouched; download it as it is under your scenarios",
    work_damaged: "What is saved of this scenario is damaged and cannot be read. It stands there untouched; download it as it is under your scenarios",
    older_opened: "The latest save cannot be read, so the edition before it was opened. What cannot be read stands there untouched, under your scenarios; changes made here are kept as a copy",
    take_raw: "Download as it is",
    typed_back: "What you typed last time and had not entered is in its field again; press Enter to take it",
    work_forgotten: "Scenario deleted",
    shared_changed: "This is somebody else's scenario. You changed it before; your edition is untouched",
    open_changed: "Open my edition",
    link_refused: "It cannot be opened",
    edit_refused: "This change cannot be made",
    rescued: "The scenario from before the failure is back",
    nothing_open: "No scenario is open",
    no_such_item: |id| format!("The gallery has no “{id}”"),
    first_run: "Running for the first time",
    fetching: "Opening the scenario",
    not_fetched: "The rest of the page could not be fetched. Check the network and reload the page.",
};
