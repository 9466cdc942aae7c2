//! The words of sharing: copying a link, how long it is, what to do when it is too long.

/// Words of sharing.
#[derive(Debug)]
pub struct ShareText {
    /// The button.
    pub share: &'static str,
    /// Heading of the dialog.
    pub heading: &'static str,
    /// Copies the link.
    pub copy_link: &'static str,
    /// It is on the clipboard.
    pub copied: &'static str,
    /// The clipboard refused; the text is selected.
    pub copy_by_hand: &'static str,
    /// Name of the field with the link.
    pub link: &'static str,
    /// What a link holds and that nothing is uploaded.
    pub hint: &'static str,
    /// Characters of the link.
    pub length: fn(usize) -> String,
    /// Short enough for a QR code.
    pub length_short: &'static str,
    /// Chat applications take it.
    pub length_middle: &'static str,
    /// Some chat applications cut it.
    pub length_long: &'static str,
    /// Name of the QR code.
    pub qr: &'static str,
    /// Too long for a QR code: its characters, and how many may be.
    pub qr_too_long: fn(usize, usize) -> String,
    /// Why one would hold a phone to it.
    pub qr_hint: &'static str,
    /// Too long for any link.
    pub too_long: &'static str,
    /// Saves the scenario as a file.
    pub download: &'static str,
    /// A report is on the clipboard.
    pub report_copied: &'static str,
    /// A completion code is on the clipboard.
    pub code_copied: &'static str,
}

/// 中文.
pub static ZH_CN: ShareText = ShareText {
    share: "分享",
    heading: "分享这个沙盘",
    copy_link: "复制链接",
    copied: "链接已复制",
    copy_by_hand: "浏览器不让写剪贴板，请按 Ctrl+C 复制选中的链接",
    link: "链接",
    hint: "整个沙盘都写在链接里，不经过服务器。对方打开的是一份副本。",
    length: |characters| format!("{characters} 个字符"),
    length_short: "短，也放得进二维码",
    length_middle: "聊天工具都能发",
    length_long: "较长，有的聊天工具会截断，建议发文件",
    qr: "这个链接的二维码",
    qr_too_long: |found, most| {
        format!("链接有 {found} 个字符，超过 {most} 个就不画二维码了，手机扫不清。请复制链接。")
    },
    qr_hint: "扫码打开同一个沙盘",
    too_long: "沙盘太大，放不进链接，请发文件",
    download: "下载文件",
    report_copied: "错误报告已复制",
    code_copied: "完成码已复制",
};

/// English.
pub static EN: ShareText = ShareText {
    share: "Share",
    heading: "Share this scenario",
    copy_link: "Copy link",
    copied: "Link copied",
    copy_by_hand: "The browser keeps the clipboard closed. Press Ctrl+C to copy the selected link",
    link: "Link",
    hint: "The whole scenario is in the link; no server takes part. Whoever opens it gets a copy.",
    length: |characters| format!("{characters} characters"),
    length_short: "short, fits a QR code too",
    length_middle: "fits any chat",
    length_long: "long: some chats cut it, better send the file",
    qr: "QR code of this link",
    qr_too_long: |found, most| {
        format!(
            "The link has {found} characters. Beyond {most} no QR code is drawn, because phones cannot read it. Copy the link instead."
        )
    },
    qr_hint: "Scan to open the same scenario",
    too_long: "The scenario is too large for a link. Send the file",
    download: "Download file",
    report_copied: "Error report copied",
    code_copied: "Completion code copied",
};
