//! Everything the page remembers, and what each thing that happens does to it. No browser, no drawing.
//!
//! Messages are facts, in the past tense. What changes nothing hands back the very same model, so that
//! nothing is drawn again.

use std::rc::Rc;

use daycut::facade::view::{JournalFilter, LaneView};
use daycut::facade::{self, AccountId, Edit, Lang, Problem, Scenario, ToldProblem, edit};

use crate::ui::draft::{Change, Draft, Origin};
use crate::ui::facts::{
    Asked, Attention, Dialog, Elsewhere, Lit, Msg, Notice, Pinned, Route, Saving, Screen, Shelf,
    Theme, Toast,
};
use crate::ui::kept;
use crate::ui::learning::{self, Learning};
use crate::ui::looking;
use crate::ui::presenting;
use crate::ui::results::{Results, RunEnd, RunState, Told, Wanted};
use crate::ui::risk;
use crate::ui::shared::Shared;

/// Everything the page remembers.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Model {
    /// Language of the page.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// Which page.
    pub route: Route,
    /// The scenario on the desk.
    pub draft: Option<Draft>,
    /// Whether it is in storage.
    pub saving: Saving,
    /// What is in storage.
    pub shelf: Shelf,
    /// What other tabs do with the work on the desk.
    pub elsewhere: Elsewhere,
    /// Problems of the newest scenario.
    pub problems: Rc<[ToldProblem]>,
    /// Number of the run that is wanted; 0 for none.
    pub wanted_run: u32,
    /// How the engine is doing.
    pub run: RunState,
    /// The results on screen.
    pub results: Option<Results>,
    /// So many events have happened at the present moment.
    pub cursor: u32,
    /// Whether time passes by itself.
    pub playing: bool,
    /// Events a second.
    pub speed: u32,
    /// The chosen account.
    pub selected: Option<AccountId>,
    /// Which picture is wanted.
    pub view: LaneView,
    /// The open table.
    pub tab: &'static str,
    /// Which journal rows are wanted.
    pub filter: JournalFilter,
    /// The open tab of a small screen.
    pub screen: Screen,
    /// Whether the forms are folded; `None` leaves it to the size of the screen.
    pub forms_folded: Option<bool>,
    /// Whether the tables are folded; `None` leaves it to the size of the screen.
    pub dock_folded: Option<bool>,
    /// The place of the scenario that somebody wants to see.
    pub attention: Option<Attention>,
    /// The run that was kept as A.
    pub pinned: Option<Pinned>,
    /// The suspected risk that is looked at.
    pub lit: Option<Lit>,
    /// The place in the storyboard while the run is shown to others.
    pub presenting: Option<usize>,
    /// Lessons.
    pub learning: Learning,
    /// What lies over the page.
    pub dialog: Option<Dialog>,
    /// The message that stays.
    pub notice: Option<Notice>,
    /// Short messages with their numbers.
    pub toasts: Rc<[(u32, Toast)]>,
}

/// What a field's text makes of a scenario.
///
/// # Errors
/// Every problem of the text; it never enters the scenario.
pub fn edited(scenario: &Scenario, change: Edit) -> Result<Msg, Vec<Problem>> {
    let after = edit(scenario, &change)?;
    Ok(Msg::Edited(change, Shared::new(after)))
}

/// The model after something happened.
pub fn update(model: &Rc<Model>, msg: Msg) -> Rc<Model> {
    match next(model, msg) {
        Some(next) => Rc::new(next),
        None => Rc::clone(model),
    }
}

/// `None` when nothing changed.
fn next(model: &Model, msg: Msg) -> Option<Model> {
    let mut next = model.clone();
    match msg {
        Msg::LangPicked(lang) => next.lang = lang,
        Msg::ThemePicked(theme) => next.theme = theme,
        Msg::Routed(route) => routed(&mut next, route),
        Msg::Opened(draft) => opened(&mut next, draft),
        Msg::OpenRefused(notice) => next.notice = Some(notice),
        Msg::Edited(..) | Msg::Fixed(..) | Msg::Undone | Msg::Redone | Msg::SteppedTo(_) => {
            worked(&mut next, msg)?
        }
        Msg::PlaceAsked(path) => asked(&mut next, path),
        Msg::TabPicked(tab) => next.tab = tab,
        Msg::FilterPicked(filter) => next.filter = filter,
        Msg::JournalOpened(account, tab) => {
            next.tab = tab;
            next.filter = JournalFilter {
                account: Some(account),
                ..JournalFilter::default()
            };
            next.dock_folded = Some(false);
            next.screen = Screen::Books;
        }
        Msg::ScreenPicked(screen) => next.screen = screen,
        Msg::FormsFolded(folded) => next.forms_folded = Some(folded),
        Msg::DockFolded(folded) => next.dock_folded = Some(folded),
        Msg::DialogOpened(_) | Msg::DialogClosed | Msg::WhyAsked(..) => laid_over(&mut next, msg),
        Msg::Learned(fact) => learning::update(&mut next, fact),
        Msg::NoticeDismissed => next.notice = None,
        Msg::Toasted(toast) => toasted(&mut next, toast),
        Msg::ToastGone(number) => toast_gone(&mut next, number),
        Msg::WorkSaved(..)
        | Msg::WorkRenamed(..)
        | Msg::SaveRefused
        | Msg::WorkOpenElsewhere(_)
        | Msg::WorkAhead(_)
        | Msg::WorkCleared(_)
        | Msg::WorksListed(_) => kept::kept(&mut next, msg),
        Msg::RunAsked
        | Msg::RunTurnedSlow(_)
        | Msg::RunProgressed(..)
        | Msg::RunEnded(..)
        | Msg::RunCancelled => ran(&mut next, msg),
        Msg::RisksArrived(..)
        | Msg::FixesArrived(..)
        | Msg::RiskChosen(_)
        | Msg::RiskStepped(_) => risk::looked(&mut next, msg),
        Msg::PresentToggled(_)
        | Msg::StoryArrived(..)
        | Msg::StoryStepped(_)
        | Msg::StoryPicked(_) => presenting::presented(&mut next, msg),
        Msg::CursorMoved(_)
        | Msg::Ticked
        | Msg::MomentArrived(..)
        | Msg::PlayToggled(_)
        | Msg::SpeedPicked(_)
        | Msg::AccountChosen(_)
        | Msg::ClocksArrived(..)
        | Msg::Pinned(..)
        | Msg::Unpinned
        | Msg::ComparedArrived(..)
        | Msg::SeriesArrived(..)
        | Msg::ViewPicked(_) => looking::looked(&mut next, msg),
    }
    (next != *model).then_some(next)
}

fn routed(model: &mut Model, route: Route) {
    model.route = route;
    model.playing = false;
    model.presenting = None;
    model.dialog = None;
}

/// Messages about the scenario on the desk; `None` where there is nothing to change.
fn worked(model: &mut Model, msg: Msg) -> Option<()> {
    let before = model.draft.as_ref()?;
    match msg {
        Msg::Edited(change, scenario) => {
            let draft = before.edited(Change::Edit(change.clone()), scenario);
            let fewer = entries(&before.scenario).saturating_sub(entries(&draft.scenario));
            changed(model, draft);
            followed(model, &change, fewer);
        }
        Msg::Fixed(zh, en, scenario) => {
            changed(model, before.edited(Change::Fix(zh, en), scenario));
            toasted(model, Toast::Fixed);
        }
        Msg::Undone => changed(model, before.undone()?),
        Msg::Redone => changed(model, before.redone()?),
        Msg::SteppedTo(steps) => changed(model, before.stepped_to(steps)?),
        _ => {}
    }
    Some(())
}

/// Messages about what lies over the page.
fn laid_over(model: &mut Model, msg: Msg) {
    model.dialog = match msg {
        Msg::DialogOpened(dialog) => Some(dialog),
        Msg::WhyAsked(account, previous_day) => Some(Dialog::Why(Asked {
            account,
            event: model.cursor,
            previous_day,
        })),
        _ => None,
    };
}

/// Puts a scenario on the desk.
pub fn opened(model: &mut Model, draft: Draft) {
    // A scenario in which nobody takes part yet begins with its forms, and they stay.
    if draft.scenario.parties.is_empty() {
        model.forms_folded = Some(false);
    }
    model.saving = match &draft.origin {
        Origin::Gallery(_) | Origin::Link(_) | Origin::Lesson(_) => Saving::Nothing,
        Origin::File | Origin::Copy => Saving::Pending,
        Origin::Own => Saving::Saved,
    };
    model.route = Route::Play;
    model.draft = Some(draft);
    model.elsewhere = Elsewhere::Nothing;
    model.attention = None;
    model.notice = None;
    model.problems = Rc::default();
    model.results = None;
    model.run = RunState::Idle;
    model.cursor = 0;
    model.playing = false;
    model.selected = None;
    model.lit = None;
    model.pinned = None;
    model.presenting = None;
    model.filter = JournalFilter::default();
    model.dialog = None;
    model.screen = Screen::Picture;
    run_wanted(model);
}

/// Another edition of the scenario on the desk.
pub fn changed(model: &mut Model, draft: Draft) {
    model.saving = if draft.is_kept() {
        Saving::Pending
    } else {
        Saving::Nothing
    };
    model.draft = Some(draft);
    model.playing = false;
    run_wanted(model);
}

/// What a change brings along besides the scenario: the eye goes to what is new, and what went with the
/// removed is said.
fn followed(model: &mut Model, change: &Edit, fewer: usize) {
    match (change, &model.draft) {
        (Edit::Add { path, .. }, Some(draft)) => {
            let place = facade::added(&draft.scenario, path);
            asked(model, Rc::from(place));
        }
        (Edit::Insert { .. }, _) => model.dialog = None,
        (Edit::Remove { .. }, _) if fewer > 1 => {
            toasted(model, Toast::TookAlong(fewer.saturating_sub(1)));
        }
        _ => {}
    }
}

fn asked(model: &mut Model, path: Rc<str>) {
    let number = model.attention.as_ref().map_or(0, |last| last.number);
    model.attention = Some(Attention {
        number: number.saturating_add(1),
        path,
    });
    model.forms_folded = Some(false);
    model.screen = Screen::Forms;
}

/// Entries of all lists of a scenario.
fn entries(scenario: &Scenario) -> usize {
    [
        scenario.calendars.len(),
        scenario.parties.len(),
        scenario.accounts.len(),
        scenario.fee_plans.len(),
        scenario.settlement_rules.len(),
        scenario.contracts.len(),
        scenario.agreements.len(),
        scenario.routes.len(),
        scenario.payments.len(),
        scenario.refunds.len(),
        scenario.traffic.len(),
        scenario.expectations.len(),
        scenario.storyboard.len(),
    ]
    .into_iter()
    .fold(0, usize::saturating_add)
}

fn run_wanted(model: &mut Model) {
    model.wanted_run = model.wanted_run.saturating_add(1);
    model.run = RunState::Running {
        slow: false,
        so_far: None,
    };
}

/// Messages about the engine.
fn ran(model: &mut Model, msg: Msg) {
    match msg {
        Msg::RunAsked if model.draft.is_some() => run_wanted(model),
        Msg::RunTurnedSlow(run) if run == model.wanted_run => {
            if let RunState::Running { slow, .. } = &mut model.run {
                *slow = true;
            }
        }
        Msg::RunProgressed(run, events, expected) if run == model.wanted_run => {
            if let RunState::Running { so_far, .. } = &mut model.run {
                *so_far = Some((events, expected));
            }
        }
        Msg::RunEnded(run, end) if run == model.wanted_run => run_ended(model, run, end),
        Msg::RunCancelled if matches!(model.run, RunState::Running { .. }) => {
            // Whatever that run still says is about no run that is wanted.
            model.wanted_run = model.wanted_run.saturating_add(1);
            model.run = RunState::Stopped;
        }
        _ => {}
    }
}

fn run_ended(model: &mut Model, run: u32, end: RunEnd) {
    match end {
        RunEnd::Done(told) => results_arrived(model, run, told),
        RunEnd::Rejected(problems) => {
            model.problems = problems;
            model.run = RunState::Rejected;
        }
        RunEnd::Broken(said) => model.run = RunState::Broken(said),
    }
}

fn results_arrived(model: &mut Model, run: u32, told: Told) {
    let Some(draft) = &model.draft else { return };
    let results = Results {
        run,
        scenario: draft.scenario.clone(),
        told,
        series: None,
        clocks: None,
        compared: None,
        fixes: None,
        risks: None,
        story: None,
    };
    // Its account and event are those of the run before.
    if matches!(model.dialog, Some(Dialog::Why(_))) {
        model.dialog = None;
    }
    if let Some(before) = &model.results {
        let summary = &before.told.summary;
        let like = |account: AccountId| results.account_like(account, summary);
        model.selected = model.selected.and_then(like);
        let same_books = summary.books == results.told.summary.books;
        model.filter = JournalFilter {
            account: model.filter.account.and_then(like),
            book: model.filter.book.filter(|_| same_books),
            date: model.filter.date,
        };
    }
    model.lit = None;
    model.cursor = results.told.moment.snapshot.event;
    model.results = Some(results);
    model.problems = Rc::default();
    model.run = RunState::Done;
}

fn toasted(model: &mut Model, toast: Toast) {
    let number = model
        .toasts
        .last()
        .map_or(1, |(number, _)| number.saturating_add(1));
    let mut toasts = model.toasts.to_vec();
    toasts.push((number, toast));
    let surplus = toasts.len().saturating_sub(3);
    toasts.drain(..surplus);
    model.toasts = toasts.into();
}

fn toast_gone(model: &mut Model, number: u32) {
    let toasts = model.toasts.iter().copied();
    model.toasts = toasts.filter(|(of, _)| *of != number).collect();
}

impl Model {
    /// The page as it starts.
    pub fn new(lang: Lang, theme: Theme) -> Model {
        Model {
            lang,
            theme,
            speed: 3,
            tab: "journal",
            ..Model::default()
        }
    }

    /// Where the cursor should be after the next run.
    pub fn wanted_place(&self) -> Wanted {
        self.results
            .as_ref()
            .map_or(Wanted::End, |results| results.wanted(self.cursor))
    }

    /// Whether the problems listed are those of an earlier scenario: the one on the desk is being looked at.
    pub fn has_old_problems(&self) -> bool {
        !matches!(self.run, RunState::Rejected) && !self.problems.is_empty()
    }

    /// Whether the results are not those of the scenario on the desk.
    pub fn is_stale(&self) -> bool {
        let newest = self.draft.as_ref().map(|draft| &draft.scenario);
        let shown = self.results.as_ref().map(|results| &results.scenario);
        shown.is_some() && newest != shown
    }
}
