//! What can be chosen, said and shown on the page, and every fact that can change it.

use std::rc::Rc;

use daycut::facade::view::{HeldClock, JournalFilter, LaneView, MomentCompared, Series};
use daycut::facade::{
    self, AccountId, Edit, FileSeen, FixPreview, Lang, Problem, Risks, Scenario, ToldMoment,
    ToldProblem,
};

use crate::ui::draft::Draft;
use crate::ui::learning::Learned;
use crate::ui::results::{Moment, RunEnd};
use crate::ui::shared::Shared;

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Which page is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Route {
    /// The gallery.
    #[default]
    Gallery,
    /// The scenario on the desk.
    Play,
    /// The same, beside the pinned one.
    Compare,
    /// All lessons.
    Learn,
    /// The lesson that is open.
    Lesson,
    /// What completion codes stand for.
    Codes,
}

impl Route {
    /// Whether it shows the scenario on the desk.
    pub fn is_desk(self) -> bool {
        matches!(self, Route::Play | Route::Compare)
    }
}

/// The tabs of a small screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Screen {
    /// The picture.
    #[default]
    Picture,
    /// The tables.
    Books,
    /// The forms.
    Forms,
}

/// Whether storage has the newest revision.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Saving {
    /// Nothing to keep.
    #[default]
    Nothing,
    /// Not yet.
    Pending,
    /// It has.
    Saved,
    /// It refused.
    Refused,
}

/// A short message that goes away by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Toast {
    /// The link is on the clipboard.
    LinkCopied,
    /// The error report is on the clipboard.
    ReportCopied,
    /// A completion code is on the clipboard.
    CodeCopied,
    /// Work from before a failure is back.
    Rescued,
    /// What was typed last time and not taken stands in its fields again.
    TypedBack,
    /// A work was taken out of storage, and can be put back.
    WorkForgotten,
    /// So many entries went together with the one removed.
    TookAlong(usize),
    /// A finding was cleared.
    Fixed,
    /// The engine gave no such file.
    FileRefused,
}

/// A message that stays until it is dealt with.
#[derive(Clone, PartialEq, Debug)]
pub enum Notice {
    /// A link, file or name could not be opened.
    OpenRefused(Rc<[Problem]>),
    /// A change could not be made.
    EditRefused(Rc<[Problem]>),
    /// The gallery has no such item.
    NoSuchItem(Rc<str>),
    /// This browser has no work of that name.
    NoSuchWork,
    /// Another tab was ahead, so this work went under another name.
    KeptAsCopy,
    /// So many works from before were not the past of what storage has, and were kept beside it.
    KeptBeside(u32),
    /// A work of which nothing can be read; with `true` because a later version of the page wrote it.
    WorkUnreadable(bool),
    /// The newest revision of a work cannot be read; the one before it was opened.
    OlderOpened,
    /// What was kept or sent can be read but not opened; its text can be taken home.
    RawRefused(Rc<[Problem]>, Shared<RawText>),
    /// The rest of the page could not be fetched.
    SandboxMissing,
    /// A file is larger than can be opened: its name, its bytes.
    FileTooLarge(Rc<str>, u64),
    /// The browser cannot read a file: its name.
    FileUnreadable(Rc<str>),
}

/// What lies over the page.
#[derive(Clone, PartialEq, Debug)]
pub enum Dialog {
    /// Ready-made pieces to put in.
    Blocks,
    /// What was changed so far.
    History,
    /// The shortcuts.
    Shortcuts,
    /// The link with its text; `Err` is the number of characters allowed.
    Share(Result<Rc<str>, usize>),
    /// Why a balance is what it is.
    Why(Asked),
    /// Whether all lessons are to be forgotten.
    ForgetLessons,
    /// A file that was looked at, and may be opened.
    Import(Incoming),
}

/// A place of the scenario that somebody wants to see.
#[derive(Clone, PartialEq, Debug)]
pub struct Attention {
    /// Grows each time, so that the same place can be asked for again.
    pub number: u32,
    /// The place: `contracts[0].fee_plan`.
    pub path: Rc<str>,
}

/// A balance that somebody asks about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The account.
    pub account: AccountId,
    /// After so many events.
    pub event: u32,
    /// The previous-day balance instead of the current one.
    pub previous_day: bool,
}

/// A run that was kept as A.
#[derive(Clone, PartialEq, Debug)]
pub struct Pinned {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The same as text, as the engine wants it.
    pub text: Rc<str>,
}

impl Pinned {
    /// Keeps a scenario.
    pub fn of(scenario: Shared<Scenario>) -> Pinned {
        Pinned {
            text: facade::write(&scenario).into(),
            scenario,
        }
    }
}

/// A suspected risk that is looked at, and what of it is lit on the picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lit {
    /// Its place in the list.
    pub risk: u32,
    /// One step of its path; `None` is all of it.
    pub step: Option<u32>,
}

/// A file that was looked at.
#[derive(Clone, PartialEq, Debug)]
pub struct Incoming {
    /// Its name.
    pub name: Rc<str>,
    /// What was read of it.
    pub seen: Shared<FileSeen>,
    /// What is wrong with it, in words.
    pub problems: Rc<[ToldProblem]>,
    /// The scenario that it is or becomes, as text.
    pub text: Option<Rc<str>>,
}

/// A text that cannot be opened here, and what its file is to be called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RawText {
    /// Name of the file.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// A scenario in storage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SavedWork {
    /// Its name in storage.
    pub id: Rc<str>,
    /// Its title in both languages.
    pub title: (Rc<str>, Rc<str>),
    /// When it was written, `2018-09-30 22:59`.
    pub at: Rc<str>,
    /// How large it is.
    pub bytes: usize,
    /// The link that it came from, as a short sign; empty for none.
    pub from: Rc<str>,
}

/// Something in storage that cannot be read: never written over, and to be taken home as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Aside {
    /// Where it stands.
    pub key: Rc<str>,
    /// On the shelf, or else in the small storage.
    pub is_on_shelf: bool,
    /// A later version of the page wrote it; otherwise it is damaged.
    pub is_newer: bool,
}

impl Aside {
    /// Something damaged on the shelf.
    pub fn on_shelf(key: &str) -> Aside {
        Aside {
            key: Rc::from(key),
            is_on_shelf: true,
            is_newer: false,
        }
    }

    /// Something damaged in the small storage.
    pub fn small(key: &str) -> Aside {
        Aside {
            is_on_shelf: false,
            ..Aside::on_shelf(key)
        }
    }
}

/// What is in storage.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shelf {
    /// Works, what was worked on last first.
    pub works: Rc<[SavedWork]>,
    /// What cannot be read.
    pub aside: Rc<[Aside]>,
    /// Bytes in use and bytes allowed, where the browser says.
    pub room: Option<(u64, u64)>,
    /// The browser gives no room for large works.
    pub is_small: bool,
}

/// What other tabs do with the work on the desk.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Elsewhere {
    /// Nothing.
    #[default]
    Nothing,
    /// One has it open.
    Open,
    /// One has kept a later revision.
    Ahead,
}

/// Something that happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Msg {
    /// A language was chosen.
    LangPicked(Lang),
    /// Light or dark was chosen.
    ThemePicked(Theme),
    /// The address names a page.
    Routed(Route),
    /// A scenario was opened.
    Opened(Draft),
    /// Something could not be opened.
    OpenRefused(Notice),
    /// A field was changed to something sensible.
    Edited(Edit, Shared<Scenario>),
    /// A finding was cleared: what that is called in both languages, and the scenario after it.
    Fixed(Rc<str>, Rc<str>, Shared<Scenario>),
    /// The last change was taken back.
    Undone,
    /// It was brought back.
    Redone,
    /// So many of all changes are to be in force.
    SteppedTo(usize),
    /// Somebody wants to see a place of the scenario.
    PlaceAsked(Rc<str>),
    /// A run was asked for.
    RunAsked,
    /// A run takes long.
    RunTurnedSlow(u32),
    /// A run came so far: run, events, expected.
    RunProgressed(u32, u32, u32),
    /// A run ended.
    RunEnded(u32, RunEnd),
    /// The run was cancelled.
    RunCancelled,
    /// The present moment moved.
    CursorMoved(u32),
    /// One event passed by itself.
    Ticked,
    /// The engine told of a moment of a run, for a view.
    MomentArrived(u32, LaneView, Moment),
    /// Time was started or stopped.
    PlayToggled(bool),
    /// Another speed was chosen.
    SpeedPicked(u32),
    /// An account was chosen, or none.
    AccountChosen(Option<AccountId>),
    /// The engine told of an account over time.
    SeriesArrived(u32, Shared<Series>),
    /// The engine told the residence clocks of a run after so many events.
    ClocksArrived(u32, u32, Shared<Vec<HeldClock>>),
    /// The engine told what the rules say of a run.
    RisksArrived(u32, Shared<Risks>),
    /// The engine told the fixes of a risk of a run: run, place of the risk in the list.
    FixesArrived(u32, u32, Shared<Vec<FixPreview>>),
    /// A suspected risk, or a step of its path, was chosen, or none.
    RiskChosen(Option<Lit>),
    /// The next risk was wanted, or with `false` the one before.
    RiskStepped(bool),
    /// A scenario was kept as A; `true` shows the comparison.
    Pinned(Pinned, bool),
    /// It was let go.
    Unpinned,
    /// The engine told the balances of both runs after so many events of this one.
    ComparedArrived(u32, u32, Shared<MomentCompared>),
    /// Showing the run to others was begun or ended.
    PresentToggled(bool),
    /// The engine told the storyboard of a run.
    StoryArrived(u32, Shared<Vec<ToldMoment>>),
    /// The next moment of the storyboard was wanted, or with `false` the one before.
    StoryStepped(bool),
    /// A moment of the storyboard was chosen.
    StoryPicked(usize),
    /// Another picture was chosen.
    ViewPicked(LaneView),
    /// A table was opened.
    TabPicked(&'static str),
    /// Other journal rows were wanted.
    FilterPicked(JournalFilter),
    /// The journal of one account was wanted.
    JournalOpened(AccountId, &'static str),
    /// A tab of a small screen was opened.
    ScreenPicked(Screen),
    /// The forms were folded away or brought back.
    FormsFolded(bool),
    /// The tables were folded away or brought back.
    DockFolded(bool),
    /// Storage has a revision of a draft.
    WorkSaved(Rc<str>, u32),
    /// Another tab was ahead: the draft has a new name from now on.
    WorkRenamed(Rc<str>, Rc<str>),
    /// Storage refused.
    SaveRefused,
    /// Another tab has this work open.
    WorkOpenElsewhere(Rc<str>),
    /// Another tab has kept a later revision of this work.
    WorkAhead(Rc<str>),
    /// Storage has lost this work while it was open.
    WorkCleared(Rc<str>),
    /// What is in storage was listed.
    WorksListed(Shelf),
    /// A dialog was opened.
    DialogOpened(Dialog),
    /// It was closed.
    DialogClosed,
    /// Why the current balance of an account is what it is, or with `true` the previous-day balance.
    WhyAsked(AccountId, bool),
    /// Something about lessons.
    Learned(Learned),
    /// The message that stays was dealt with.
    NoticeDismissed,
    /// Something short is to be said.
    Toasted(Toast),
    /// It has been read.
    ToastGone(u32),
}
