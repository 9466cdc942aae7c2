//! The words of the journal, of the double balances and of the account inspector.

/// Words of the tables of accounts and entries.
#[derive(Debug)]
pub struct LedgerText {
    /// Name of the tables under the picture.
    pub tables: &'static str,
    /// The journal.
    pub journal: &'static str,
    /// The double balances.
    pub balances: &'static str,
    /// Wall clock.
    pub time: &'static str,
    /// Book.
    pub book: &'static str,
    /// Accounting date.
    pub date: &'static str,
    /// What happened.
    pub event: &'static str,
    /// Debited account.
    pub debit: &'static str,
    /// Credited account.
    pub credit: &'static str,
    /// Amount.
    pub amount: &'static str,
    /// What the leg means.
    pub meaning: &'static str,
    /// Whose payment, refund or payout.
    pub cause: &'static str,
    /// Account.
    pub account: &'static str,
    /// Code in the chart of accounts.
    pub code: &'static str,
    /// Current balance.
    pub current: &'static str,
    /// Previous-day balance.
    pub previous_day: &'static str,
    /// Difference of the two.
    pub change: &'static str,
    /// How many rows there are.
    pub rows: fn(u32) -> String,
    /// Nothing matches the filter.
    pub no_rows: &'static str,
    /// Filters in force.
    pub filters: &'static str,
    /// Takes a filter away, named by what it shows.
    pub drop_filter: fn(&str) -> String,
    /// Takes all filters away.
    pub drop_all: &'static str,
    /// Only rows of this book.
    pub all_books: &'static str,
    /// Only rows of this date.
    pub all_dates: &'static str,
    /// Rows follow the cursor.
    pub follow: &'static str,
    /// Why one would let rows follow.
    pub follow_hint: &'static str,
    /// Rows are on their way.
    pub loading: &'static str,
    /// A book with its accounting date: keeper, date.
    pub book_on: fn(&str, &str) -> String,
    /// Also show accounts that nothing ever touches.
    pub show_unused: &'static str,
    /// The inspector.
    pub inspector: &'static str,
    /// Nothing selected.
    pub select_one: &'static str,
    /// Owner.
    pub owner: &'static str,
    /// Who keeps the book it stands in.
    pub keeper: &'static str,
    /// What it is for.
    pub kind: &'static str,
    /// Balance shown positive on this side.
    pub normal_side: &'static str,
    /// Newest entries up to the cursor.
    pub recent: &'static str,
    /// None yet.
    pub recent_none: &'static str,
    /// Opens the journal with this account only.
    pub show_in_journal: &'static str,
    /// Drops the selection.
    pub close: &'static str,
    /// The author's own name of an account.
    pub alias: &'static str,
    /// Fold the tables away, or bring them back.
    pub fold: &'static str,
    /// Bring them back.
    pub unfold: &'static str,
}

/// 中文.
pub static ZH_CN: LedgerText = LedgerText {
    tables: "账与批次",
    journal: "凭证",
    balances: "双余额",
    time: "时间",
    book: "账套",
    date: "会计日",
    event: "事件",
    debit: "借方账户",
    credit: "贷方账户",
    amount: "金额（元）",
    meaning: "含义",
    cause: "原因",
    account: "账户",
    code: "科目号",
    current: "当前余额",
    previous_day: "上日余额",
    change: "本日变动",
    rows: |rows| format!("{rows} 行"),
    no_rows: "没有符合条件的凭证。",
    filters: "筛选",
    drop_filter: |shown| format!("去掉筛选 {shown}"),
    drop_all: "清除筛选",
    all_books: "全部账套",
    all_dates: "全部会计日",
    follow: "跟随时刻",
    follow_hint: "时刻变化时，表格滚到这一笔",
    loading: "正在取凭证",
    book_on: |keeper, date| format!("{keeper} · 会计日 {date}"),
    show_unused: "显示没有发生额的账户",
    inspector: "账户",
    select_one: "在图或表中点一个账户，这里看它的双余额和最近凭证。",
    owner: "所有人",
    keeper: "记账方",
    kind: "科目",
    normal_side: "余额方向",
    recent: "最近凭证",
    recent_none: "到这一刻还没有凭证。",
    show_in_journal: "在凭证中查看",
    close: "关闭",
    alias: "编号",
    fold: "收起表格",
    unfold: "展开表格",
};

/// English.
pub static EN: LedgerText = LedgerText {
    tables: "Entries and batches",
    journal: "Journal",
    balances: "Double balance",
    time: "Time",
    book: "Book",
    date: "Date",
    event: "Event",
    debit: "Debit",
    credit: "Credit",
    amount: "Amount (CNY)",
    meaning: "Meaning",
    cause: "Cause",
    account: "Account",
    code: "Code",
    current: "Current balance",
    previous_day: "Previous-day balance",
    change: "Today's change",
    rows: |rows| {
        if rows == 1 {
            "1 row".to_owned()
        } else {
            format!("{rows} rows")
        }
    },
    no_rows: "No entry matches the filter.",
    filters: "Filter",
    drop_filter: |shown| format!("Drop filter {shown}"),
    drop_all: "Clear filters",
    all_books: "All books",
    all_dates: "All dates",
    follow: "Follow",
    follow_hint: "When the moment changes, the table scrolls to it",
    loading: "Fetching entries",
    book_on: |keeper, date| format!("{keeper} · accounting date {date}"),
    show_unused: "Show accounts without entries",
    inspector: "Account",
    select_one: "Select an account in the picture or a table to see both balances and its latest entries.",
    owner: "Owner",
    keeper: "Kept by",
    kind: "Kind",
    normal_side: "Normal side",
    recent: "Latest entries",
    recent_none: "No entry up to this moment.",
    show_in_journal: "Show in journal",
    close: "Close",
    alias: "Id",
    fold: "Fold tables",
    unfold: "Unfold tables",
};
