//! What may be asked on the command line.

use std::path::PathBuf;

use super::usage::Unread;

use clap::{Args, Parser, Subcommand, ValueEnum};
use daycut::facade::view::LaneView;
use daycut::facade::{self, AccountingDate, CivilDate, Lang, Rate, SettlementCycle, WallClock};

/// Daycut (清结算沙盘): play out payment settlement with double-entry books that each cut their own day.
///
/// `-` as a file is standard input or output. Exit codes: 0 all is well; 1 problems, a failed expectation or
/// nothing to give; 2 misuse, or a file that cannot be read, or none that can be written there; 3 a bug of the
/// simulator; 4 the disk is full or fails, and what was there before is unchanged.
#[derive(Parser)]
#[command(name = "daycut-cli", version)]
pub struct Arguments {
    /// Answer in JSON on standard output
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of the answers
    #[arg(long, global = true, default_value = "en")]
    pub lang: LangName,
    /// Say on standard error how far the work is, also where nobody sits at a terminal
    #[arg(long, global = true)]
    pub progress: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// Languages.
#[derive(Clone, Copy, ValueEnum)]
pub enum LangName {
    /// 中文
    Zh,
    /// English
    En,
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Lang {
        match name {
            LangName::Zh => Lang::ZhCn,
            LangName::En => Lang::En,
        }
    }
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Say every problem of a scenario and every expectation that fails
    Check {
        /// Scenario
        file: PathBuf,
    },
    /// Play a scenario and write every file of the run
    Run(Played),
    /// Play a scenario and write one file of the run
    Export(Wanted),
    /// Say why a balance is what it is, or why something happened, down to the line of the scenario
    Explain(Explained),
    /// Play a scenario and say which risks of second clearing (二清) are suspected, with evidence and sources
    Findings(Suspected),
    /// Play two scenarios under one clock and say in what they differ: arrivals, money on its way, fees, risks, balances
    Compare(CompareSides),
    /// Play a scenario and draw who holds the money at a moment, as SVG
    Diagram(Drawn),
    /// Play a scenario and write its report for paper (A4), as one HTML file that stands alone
    Report {
        /// Scenario
        file: PathBuf,
        /// Where to write it
        #[arg(short, long, default_value = "-")]
        out: PathBuf,
    },
    /// Make a scenario of another system's file
    #[command(subcommand)]
    Import(Import),
    /// The day on which a trade is due, such as `due T+1 2018-09-30`
    Due {
        /// `T+n` counts working days, `D+n` natural days
        #[arg(value_parser = cycle)]
        cycle: SettlementCycle,
        /// Date of the trade
        #[arg(value_parser = date)]
        date: CivilDate,
        /// Which days are worked
        #[arg(long, default_value = "cn")]
        calendar: CalendarName,
    },
    /// Working days as CSV: `date,working`
    Calendar {
        /// Which calendar
        calendar: CalendarName,
        /// First day
        #[arg(long, value_parser = date)]
        from: CivilDate,
        /// Last day
        #[arg(long, value_parser = date)]
        to: CivilDate,
    },
    /// Share links
    #[command(subcommand)]
    Link(Link),
    /// Lessons
    #[command(subcommand)]
    Lesson(Lesson),
    /// The JSON schema of scenarios
    Schema,
}

/// All files of a run.
#[derive(Args)]
pub struct Played {
    /// Scenario
    pub file: PathBuf,
    /// Folder, new or empty; it is there with all files or not at all
    #[arg(long)]
    pub out: PathBuf,
    /// Put this run in the place of an earlier one; anything else in the folder is never touched
    #[arg(long)]
    pub replace: bool,
}

/// One file of a run.
#[derive(Args)]
pub struct Wanted {
    /// Scenario
    pub file: PathBuf,
    /// Kind of file; `--list` says which there are
    #[arg(long, required_unless_present = "list")]
    pub kind: Option<String>,
    /// Whose file
    #[arg(long, default_value = "")]
    pub party: String,
    /// Of which accounting date
    #[arg(long, value_parser = accounting_date)]
    pub date: Option<AccountingDate>,
    /// Where to write it
    #[arg(short, long, default_value = "-")]
    pub out: PathBuf,
    /// List every file of the run instead: kind, party, date, name
    #[arg(long, conflicts_with_all = ["kind", "party", "date"])]
    pub list: bool,
}

/// What is to be explained.
#[derive(Args)]
pub struct Explained {
    /// Scenario
    pub file: PathBuf,
    /// Account: the author's own id, or `keeper:code.owner`
    #[arg(long, required_unless_present = "event")]
    pub account: Option<String>,
    /// After everything at or before this moment; a date alone is its end. The end of the run when absent
    #[arg(long, value_parser = super::explain::typed_moment)]
    pub at: Option<WallClock>,
    /// The previous-day balance (上日余额) instead of the current one
    #[arg(long)]
    pub previous_day: bool,
    /// So many entries, the newest, at most 200
    #[arg(long, default_value_t = 20)]
    pub last: u32,
    /// Number of an event, counted from 1, instead of an account
    #[arg(long, conflicts_with_all = ["account", "at", "previous_day"])]
    pub event: Option<u32>,
}

/// Risks, or a scenario without one of them.
#[derive(Args)]
pub struct Suspected {
    /// Scenario
    pub file: PathBuf,
    /// Write the scenario as it is after this fix instead: `SC-01`, or `SC-21:2` where a rule has several
    #[arg(long)]
    pub fix: Option<String>,
    /// Where to write it
    #[arg(short, long, default_value = "-", requires = "fix")]
    pub out: PathBuf,
}

/// Two scenarios.
#[derive(Args)]
pub struct CompareSides {
    /// The first scenario (A), or a link that holds both
    pub a: PathBuf,
    /// The second scenario (B)
    pub b: Option<PathBuf>,
    /// Rate a year, such as 0.0435, by which waiting for money costs something
    #[arg(long, value_parser = rate)]
    pub annual_rate: Option<Rate>,
}

/// A picture of a run.
#[derive(Args)]
pub struct Drawn {
    /// Scenario
    pub file: PathBuf,
    /// After everything at or before this moment; a date alone is its end. The end of the run when absent
    #[arg(long, value_parser = super::explain::typed_moment)]
    pub at: Option<WallClock>,
    /// One lane a holder, or one lane a book
    #[arg(long, default_value = "holder")]
    pub view: ViewName,
    /// Where to write it
    #[arg(short, long, default_value = "-")]
    pub out: PathBuf,
}

/// The two pictures.
#[derive(Clone, Copy, ValueEnum)]
pub enum ViewName {
    /// Who can move the money
    Holder,
    /// Who records it
    Keeper,
}

impl From<ViewName> for LaneView {
    fn from(name: ViewName) -> LaneView {
        match name {
            ViewName::Holder => LaneView::Holder,
            ViewName::Keeper => LaneView::Keeper,
        }
    }
}

/// Files of other systems.
#[derive(Subcommand)]
pub enum Import {
    /// Say what a file is, without making anything of it: kind, rows, sums, problems
    Preview {
        /// Scenario, trade bill or fund bill
        file: PathBuf,
    },
    /// A WeChat Pay trade bill (交易账单)
    WechatBill {
        /// Bill
        file: PathBuf,
        /// Where to write the scenario
        #[arg(short, long, default_value = "-")]
        out: PathBuf,
    },
}

/// Share links.
#[derive(Subcommand)]
pub enum Link {
    /// The link of a scenario, or of two: what stands behind `#`
    Encode {
        /// Scenario
        file: PathBuf,
        /// A second scenario, to be compared with the first
        #[arg(long = "with")]
        other: Option<PathBuf>,
    },
    /// The scenario of a link
    Decode {
        /// The link, bare or as a whole address; `-` reads it from standard input
        link: String,
        /// Which of two, where the link holds two
        #[arg(long)]
        side: Option<SideName>,
    },
}

/// Lessons.
#[derive(Subcommand)]
pub enum Lesson {
    /// The lessons that ship: id, minutes, title
    List,
    /// Play a lesson in every way and say every promise that it does not keep
    Verify {
        /// Lesson; `all` for those that ship
        #[arg(default_value = "all")]
        file: PathBuf,
    },
    /// Say what completion codes stand for: a code an argument, with a name beside it or not
    Code {
        /// `"ABCD-EFGH Li Wang"`; `-` reads lines from standard input
        #[arg(required = true)]
        codes: Vec<String>,
    },
}

/// One of two scenarios.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SideName {
    /// The first
    A,
    /// The second
    B,
}

/// Built-in calendars.
#[derive(Clone, Copy, ValueEnum)]
pub enum CalendarName {
    /// Mainland China
    Cn,
    /// Monday to Friday
    Weekdays,
}

impl CalendarName {
    /// The name that scenarios use.
    pub const fn name(self) -> &'static str {
        match self {
            CalendarName::Cn => "cn",
            CalendarName::Weekdays => "weekdays",
        }
    }
}

fn cycle(text: &str) -> Result<SettlementCycle, Unread> {
    facade::cycle(text).map_err(|problem| {
        let told = |lang: Lang| (lang.text().problems.problem)(&problem);
        Unread::of(&told(Lang::ZhCn), &told(Lang::En))
    })
}

fn rate(text: &str) -> Result<Rate, Unread> {
    Rate::parse(text).map_err(|_| {
        Unread::of(
            "费率写成 0.0435 这样的小数，最大是 1",
            "rates look like 0.0435, at most 1",
        )
    })
}

fn unread_date() -> Unread {
    Unread::of("日期写成 2018-09-30 这样", "dates look like 2018-09-30")
}

fn date(text: &str) -> Result<CivilDate, Unread> {
    CivilDate::parse(text).ok_or_else(unread_date)
}

fn accounting_date(text: &str) -> Result<AccountingDate, Unread> {
    AccountingDate::parse(text).ok_or_else(unread_date)
}
