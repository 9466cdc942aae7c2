//! The page's model, without a page: what each fact does to it, and that undoing brings everything back.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

#[path = "."]
mod ui {
    #![expect(dead_code, reason = "the page uses what these tests do not")]

    #[path = "../src/ui/countdown.rs"]
    pub mod countdown;
    #[path = "../src/ui/draft.rs"]
    pub mod draft;
    #[path = "../src/ui/facts.rs"]
    pub mod facts;
    #[path = "../src/ui/kept.rs"]
    pub mod kept;
    #[path = "../src/ui/learning.rs"]
    pub mod learning;
    #[path = "../src/ui/looking.rs"]
    pub mod looking;
    #[path = "../src/ui/model.rs"]
    pub mod model;
    #[path = "../src/ui/place.rs"]
    pub mod place;
    #[path = "../src/ui/presenting.rs"]
    pub mod presenting;
    #[path = "../src/ui/results.rs"]
    pub mod results;
    #[path = "../src/ui/risk.rs"]
    pub mod risk;
    #[path = "../src/ui/shared.rs"]
    pub mod shared;
    #[path = "../src/ui/typed.rs"]
    pub mod typed;
    #[path = "../src/ui/work.rs"]
    pub mod work;
}

#[path = "page_model/changes.rs"]
mod changes;
#[path = "page_model/comparing.rs"]
mod comparing;
#[path = "page_model/keeping.rs"]
mod keeping;
#[path = "page_model/lessons.rs"]
mod lessons;
#[path = "page_model/showing.rs"]
mod showing;
#[path = "page_model/slots.rs"]
mod slots;

use std::rc::Rc;

use daycut::facade::view::{EventRow, JournalFilter, LaneView};
use daycut::facade::{
    self, AccountId, Edit, Lang, Problem, ProblemKind, Scenario, ToldProblem, report,
};

use ui::draft::{Change, Draft, Origin};
use ui::facts::{
    Asked, Dialog, Incoming, Msg, Notice, Route, SavedWork, Saving, Screen, Shelf, Theme, Toast,
};
use ui::model::{Model, edited, update};
use ui::results::{Moment, Results, RunEnd, RunState, Told, Wanted};
use ui::shared::Shared;

const ITEM: &str = "national-day-2018";

fn scenario() -> Scenario {
    let item = facade::gallery()
        .iter()
        .find(|item| item.id == ITEM)
        .unwrap();
    facade::open_text(item.text).unwrap()
}

fn draft(origin: Origin) -> Draft {
    Draft::opened(Rc::from("d1"), origin, Shared::new(scenario()), 0)
}

fn start() -> Rc<Model> {
    Rc::new(Model::new(Lang::ZhCn, Theme::System))
}

fn after(model: &Rc<Model>, facts: impl IntoIterator<Item = Msg>) -> Rc<Model> {
    facts
        .into_iter()
        .fold(Rc::clone(model), |model, msg| update(&model, msg))
}

fn open() -> Rc<Model> {
    after(
        &start(),
        [Msg::Opened(draft(Origin::Gallery(Rc::from(ITEM))))],
    )
}

/// What the worker tells of a run, asked natively.
fn told(scenario: &Scenario, view: LaneView) -> Told {
    let plan = facade::check(scenario).unwrap();
    let run = facade::simulate(plan, &mut |_| {}).unwrap();
    let summary = report::summary(&run).unwrap();
    let event = summary.events;
    Told {
        timeline: Shared::new(report::timeline(&run).unwrap()),
        batches: Shared::new(report::batches(&run).unwrap()),
        payouts: Shared::new(report::payouts(&run).unwrap()),
        lanes: Shared::new(report::lanes(&run, view).unwrap()),
        moment: moment(&run, view, event),
        summary: Shared::new(summary),
    }
}

fn moment(run: &facade::Run, view: LaneView, event: u32) -> Moment {
    let happened: Option<EventRow> = (event > 0).then(|| report::event_row(run, event).unwrap());
    Moment {
        snapshot: Shared::new(report::snapshot(run, event).unwrap()),
        happened,
        amounts: Shared::new(report::lane_amounts(run, view, event).unwrap()),
        lanes: None,
    }
}

fn done() -> Rc<Model> {
    let model = open();
    let run = model.wanted_run;
    after(
        &model,
        [Msg::RunEnded(
            run,
            RunEnd::Done(told(&scenario(), LaneView::Holder)),
        )],
    )
}

fn set(path: &str, text: &str) -> Edit {
    Edit::Set {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

fn change(model: &Model, edit: Edit) -> Msg {
    edited(&model.draft.as_ref().unwrap().scenario, edit).unwrap()
}

fn cycle(model: &Model, text: &str) -> Msg {
    let scenario = &model.draft.as_ref().unwrap().scenario;
    edited(scenario, set("settlement_rules[0].cycle", text)).unwrap()
}

fn results(model: &Model) -> &Results {
    model.results.as_ref().unwrap()
}

#[test]
fn what_changes_nothing_hands_back_the_very_same_model() {
    let model = done();
    let run = results(&model).run;
    let still = [
        Msg::LangPicked(Lang::ZhCn),
        Msg::ThemePicked(Theme::System),
        Msg::Routed(Route::Play),
        Msg::CursorMoved(model.cursor),
        Msg::CursorMoved(u32::MAX),
        Msg::Ticked,
        Msg::PlayToggled(false),
        Msg::SpeedPicked(model.speed),
        Msg::AccountChosen(None),
        Msg::ViewPicked(model.view),
        Msg::TabPicked(model.tab),
        Msg::FilterPicked(JournalFilter::default()),
        Msg::ScreenPicked(Screen::Picture),
        Msg::DialogClosed,
        Msg::NoticeDismissed,
        Msg::ToastGone(7),
        Msg::Undone,
        Msg::Redone,
        Msg::RunCancelled,
        Msg::RunTurnedSlow(run),
        Msg::RunProgressed(run, 1, 2),
        Msg::WorkSaved(Rc::from("d1"), 0),
        Msg::WorkRenamed(Rc::from("other"), Rc::from("d2")),
        Msg::WorkAhead(Rc::from("other")),
        Msg::WorkOpenElsewhere(Rc::from("other")),
        Msg::WorkCleared(Rc::from("d1")),
        Msg::WorksListed(Shelf::default()),
    ];
    for msg in still {
        let next = update(&model, msg.clone());
        assert!(Rc::ptr_eq(&next, &model), "{msg:?} changed something");
    }
}

#[test]
fn undoing_a_change_brings_back_the_very_same_scenario() {
    let model = open();
    let before = model.draft.as_ref().unwrap().scenario.clone();
    let changed = after(&model, [cycle(&model, "D+1")]);
    let draft = changed.draft.as_ref().unwrap();
    assert!(draft.scenario != before);
    assert_eq!(
        draft.undo_label(),
        Some(&Change::Edit(set("settlement_rules[0].cycle", "D+1")))
    );

    let back = after(&changed, [Msg::Undone]);
    assert!(back.draft.as_ref().unwrap().scenario == before);
    assert_eq!(back.draft.as_ref().unwrap().undo_label(), None);

    let again = after(&back, [Msg::Redone]);
    assert!(again.draft.as_ref().unwrap().scenario == draft.scenario);
    assert_eq!(again.draft.as_ref().unwrap().redo_label(), None);
}

#[test]
fn a_change_after_undoing_forgets_what_was_undone() {
    let model = open();
    let model = after(&model, [cycle(&model, "D+1")]);
    let model = after(&model, [Msg::Undone]);
    let model = after(&model, [cycle(&model, "T+2")]);
    assert_eq!(model.draft.as_ref().unwrap().redo_label(), None);
    let back = after(&model, [Msg::Redone]);
    assert!(Rc::ptr_eq(&back, &model));
}

#[test]
fn revisions_only_grow_so_that_storage_keeps_the_newest() {
    let model = open();
    let one = after(&model, [cycle(&model, "D+1")]);
    let two = after(&one, [Msg::Undone]);
    let revisions = [&model, &one, &two].map(|model| model.draft.as_ref().unwrap().revision);
    assert_eq!(revisions, [0, 1, 2]);
}

#[test]
fn a_text_that_makes_no_sense_never_enters_the_scenario() {
    let refused = edited(&scenario(), set("settlement_rules[0].cycle", "T+x"));
    let problems = refused.unwrap_err();
    assert_eq!(problems[0].path, "settlement_rules[0].cycle");
}

#[test]
fn an_item_of_the_gallery_is_kept_only_once_it_was_changed() {
    let model = open();
    assert_eq!(model.saving, Saving::Nothing);
    let changed = after(&model, [cycle(&model, "D+1")]);
    assert_eq!(changed.draft.as_ref().unwrap().origin, Origin::Own);
    assert_eq!(changed.saving, Saving::Pending);
    let saved = after(&changed, [Msg::WorkSaved(Rc::from("d1"), 1)]);
    assert_eq!(saved.saving, Saving::Saved);
}

#[test]
fn a_file_is_opened_only_when_it_was_accepted_and_then_kept() {
    let (seen, _) = facade::preview_import(b"{}");
    let incoming = Incoming {
        name: Rc::from("bill.csv"),
        seen: Shared::new(seen),
        problems: Rc::default(),
        text: None,
    };
    let model = open();
    let looked = after(
        &model,
        [Msg::DialogOpened(Dialog::Import(incoming.clone()))],
    );
    assert_eq!(looked.draft, model.draft, "nothing is replaced by looking");
    assert_eq!(looked.dialog, Some(Dialog::Import(incoming)));
    let opened = after(&looked, [Msg::Opened(draft(Origin::File))]);
    assert_eq!(
        (opened.dialog.clone(), opened.saving),
        (None, Saving::Pending)
    );
    assert!(opened.draft.as_ref().unwrap().is_kept());
}

#[test]
fn every_change_wants_another_run_and_late_answers_are_dropped() {
    let model = open();
    let first = model.wanted_run;
    let changed = after(&model, [cycle(&model, "D+1")]);
    assert_eq!(changed.wanted_run, first + 1);
    let late = update(
        &changed,
        Msg::RunEnded(first, RunEnd::Done(told(&scenario(), LaneView::Holder))),
    );
    assert!(Rc::ptr_eq(&late, &changed));
}

#[test]
fn results_of_the_newest_scenario_are_not_stale_until_it_changes() {
    let model = done();
    assert_eq!(model.run, RunState::Done);
    assert_eq!(model.cursor, results(&model).told.summary.events);
    assert!(!model.is_stale());
    let changed = after(&model, [cycle(&model, "D+1")]);
    assert!(changed.is_stale());
    assert!(changed.results.is_some());
    let back = after(&changed, [Msg::Undone]);
    assert!(!back.is_stale());
}

#[test]
fn a_rejected_scenario_keeps_the_results_of_the_one_before() {
    let model = done();
    let changed = after(&model, [cycle(&model, "D+1")]);
    let problem = Problem {
        path: "settlement_rules[0].cycle".to_owned(),
        kind: ProblemKind::MissingField {
            field: "cycle".to_owned(),
        },
    };
    let rejected = after(
        &changed,
        [Msg::RunEnded(
            changed.wanted_run,
            RunEnd::Rejected(vec![ToldProblem::of(&problem)].into()),
        )],
    );
    assert_eq!(rejected.run, RunState::Rejected);
    assert_eq!(rejected.problems.len(), 1);
    assert!(rejected.results.is_some());
    let broken = after(
        &changed,
        [Msg::RunEnded(
            changed.wanted_run,
            RunEnd::Broken(Rc::from("L2")),
        )],
    );
    assert_eq!(broken.run, RunState::Broken(Rc::from("L2")));
    assert!(broken.results.is_some());
}

#[test]
fn a_long_run_shows_how_far_it_is_and_can_be_cancelled() {
    let model = open();
    let run = model.wanted_run;
    let slow = after(
        &model,
        [Msg::RunTurnedSlow(run), Msg::RunProgressed(run, 500, 1000)],
    );
    assert_eq!(
        slow.run,
        RunState::Running {
            slow: true,
            so_far: Some((500, 1000))
        }
    );
    let stopped = after(&slow, [Msg::RunCancelled]);
    assert_eq!(stopped.run, RunState::Stopped);
    let late = update(
        &stopped,
        Msg::RunEnded(run, RunEnd::Done(told(&scenario(), LaneView::Holder))),
    );
    assert!(Rc::ptr_eq(&late, &stopped));
    let again = after(&stopped, [Msg::RunAsked]);
    assert!(matches!(again.run, RunState::Running { .. }));
}

#[test]
fn without_a_scenario_nothing_runs() {
    let model = start();
    assert!(Rc::ptr_eq(&update(&model, Msg::RunAsked), &model));
    assert!(Rc::ptr_eq(&update(&model, Msg::PlayToggled(true)), &model));
}

#[test]
fn after_a_change_the_cursor_stays_where_it_was_or_at_the_end() {
    let model = done();
    assert_eq!(model.wanted_place(), Wanted::End);
    let of = results(&model).told.summary.events;
    let moved = after(&model, [Msg::CursorMoved(3)]);
    assert_eq!(moved.wanted_place(), Wanted::Place { event: 3, of });
}

#[test]
fn time_passes_to_the_end_and_playing_again_starts_over() {
    let model = done();
    let events = results(&model).told.summary.events;
    let playing = after(&model, [Msg::PlayToggled(true)]);
    assert_eq!((playing.cursor, playing.playing), (0, true));
    let one = after(&playing, [Msg::Ticked]);
    assert_eq!((one.cursor, one.playing), (1, true));
    let last = after(&playing, [Msg::CursorMoved(events - 1), Msg::Ticked]);
    assert_eq!((last.cursor, last.playing), (events, false));
    let faster = after(&one, [Msg::SpeedPicked(16)]);
    assert_eq!(faster.speed, 16);
}

#[test]
fn a_moment_of_another_run_or_view_is_dropped() {
    let model = done();
    let run_number = results(&model).run;
    let plan = facade::check(&scenario()).unwrap();
    let run = facade::simulate(plan, &mut |_| {}).unwrap();
    let early = moment(&run, LaneView::Holder, 2);
    let dropped = update(
        &model,
        Msg::MomentArrived(run_number + 1, LaneView::Holder, early.clone()),
    );
    assert!(Rc::ptr_eq(&dropped, &model));
    let dropped = update(
        &model,
        Msg::MomentArrived(run_number, LaneView::Keeper, early.clone()),
    );
    assert!(Rc::ptr_eq(&dropped, &model));
    let taken = after(
        &model,
        [
            Msg::CursorMoved(2),
            Msg::MomentArrived(run_number, LaneView::Holder, early),
        ],
    );
    assert_eq!(results(&taken).told.moment.snapshot.event, 2);

    let viewed = after(&model, [Msg::ViewPicked(LaneView::Keeper)]);
    let mut other = moment(&run, LaneView::Keeper, 2);
    let without_picture = update(
        &viewed,
        Msg::MomentArrived(run_number, LaneView::Keeper, other.clone()),
    );
    assert!(Rc::ptr_eq(&without_picture, &viewed));
    other.lanes = Some(Shared::new(report::lanes(&run, LaneView::Keeper).unwrap()));
    let drawn = after(
        &viewed,
        [Msg::MomentArrived(run_number, LaneView::Keeper, other)],
    );
    assert_eq!(results(&drawn).view(), LaneView::Keeper);
}

#[test]
fn the_chosen_account_is_followed_by_name_and_its_line_is_its_own() {
    let model = after(&done(), [Msg::AccountChosen(Some(AccountId(1)))]);
    let run_number = results(&model).run;
    let plan = facade::check(&scenario()).unwrap();
    let run = facade::simulate(plan, &mut |_| {}).unwrap();
    let line = |account| Shared::new(report::series(&run, AccountId(account), 100).unwrap());
    let others = update(&model, Msg::SeriesArrived(run_number, line(0)));
    assert!(Rc::ptr_eq(&others, &model));
    let own = after(&model, [Msg::SeriesArrived(run_number, line(1))]);
    assert_eq!(
        results(&own).series.as_ref().map(|series| series.account),
        Some(AccountId(1))
    );
    let another = after(&own, [Msg::AccountChosen(Some(AccountId(0)))]);
    assert!(results(&another).series.is_none());

    let changed = after(&model, [cycle(&model, "D+1")]);
    let told = told(&changed.draft.as_ref().unwrap().scenario, LaneView::Holder);
    let rerun = after(
        &changed,
        [Msg::RunEnded(changed.wanted_run, RunEnd::Done(told))],
    );
    assert_eq!(rerun.selected, Some(AccountId(1)));
}

#[test]
fn day_cuts_are_stations_before_and_after_the_cursor() {
    let model = done();
    let results = results(&model);
    let cuts: Vec<u32> = results
        .told
        .timeline
        .cuts
        .iter()
        .map(|cut| cut.event)
        .collect();
    assert_eq!(results.cut_after(0), cuts[0]);
    assert_eq!(results.cut_after(cuts[0]), cuts[1]);
    assert_eq!(results.cut_before(cuts[1]), cuts[0]);
    assert_eq!(results.cut_before(cuts[0]), 0);
    assert_eq!(results.cut_after(u32::MAX), results.told.summary.events);
}

#[test]
fn the_journal_of_an_account_opens_with_its_filter() {
    let model = after(
        &done(),
        [
            Msg::DockFolded(true),
            Msg::JournalOpened(AccountId(2), "journal"),
        ],
    );
    assert_eq!(model.filter.account, Some(AccountId(2)));
    assert_eq!(model.dock_folded, Some(false));
    assert_eq!(model.screen, Screen::Books);
    let all = after(
        &model,
        [
            Msg::FilterPicked(JournalFilter::default()),
            Msg::TabPicked("batches"),
        ],
    );
    assert_eq!((all.filter.account, all.tab), (None, "batches"));
}

#[test]
fn why_is_asked_of_the_present_moment_and_closed_by_another_run() {
    let model = after(
        &done(),
        [Msg::CursorMoved(7), Msg::WhyAsked(AccountId(3), true)],
    );
    let asked = Asked {
        account: AccountId(3),
        event: 7,
        previous_day: true,
    };
    assert_eq!(model.dialog, Some(Dialog::Why(asked)));
    let again = told(&results(&model).scenario, LaneView::Holder);
    let rerun = after(&model, [Msg::RunAsked]);
    let ended = Msg::RunEnded(rerun.wanted_run, RunEnd::Done(again));
    assert_eq!(after(&rerun, [ended]).dialog, None);
}

#[test]
fn a_place_that_is_wanted_brings_the_forms_up_and_can_be_wanted_again() {
    let wish = || Msg::PlaceAsked("payments[1]".into());
    let model = after(&done(), [Msg::FormsFolded(true), wish()]);
    assert_eq!(model.forms_folded, Some(false));
    assert_eq!(model.screen, Screen::Forms);
    let again = after(&model, [wish()]);
    assert_ne!(
        again.attention, model.attention,
        "the same place twice is two wishes"
    );
}

#[test]
fn opening_starts_afresh_but_keeps_how_the_page_looks() {
    let model = after(
        &done(),
        [
            Msg::LangPicked(Lang::En),
            Msg::ThemePicked(Theme::Dark),
            Msg::FormsFolded(true),
            Msg::AccountChosen(Some(AccountId(1))),
            Msg::OpenRefused(Notice::NoSuchItem(Rc::from("x"))),
        ],
    );
    assert!(model.notice.is_some());
    let next = after(
        &model,
        [Msg::Opened(draft(Origin::Link(Rc::from("t1.abc"))))],
    );
    assert_eq!(
        (next.lang, next.theme, next.forms_folded),
        (Lang::En, Theme::Dark, Some(true))
    );
    assert_eq!((next.selected, next.cursor, next.playing), (None, 0, false));
    assert!(next.results.is_none() && next.notice.is_none());
    assert_eq!(next.route, Route::Play);
}

#[test]
fn leaving_the_page_stops_time_and_closes_what_lies_over_it() {
    let model = after(
        &done(),
        [Msg::PlayToggled(true), Msg::DialogOpened(Dialog::Shortcuts)],
    );
    let left = after(&model, [Msg::Routed(Route::Gallery)]);
    assert!(!left.playing && left.dialog.is_none());
    assert!(left.draft.is_some());
}

#[test]
fn short_messages_are_few_and_go_one_by_one() {
    let toasts = [
        Toast::LinkCopied,
        Toast::ReportCopied,
        Toast::Rescued,
        Toast::LinkCopied,
    ];
    let model = after(&start(), toasts.map(Msg::Toasted));
    assert_eq!(model.toasts.len(), 3);
    let (first, _) = model.toasts[0];
    let gone = after(&model, [Msg::ToastGone(first)]);
    assert_eq!(gone.toasts.len(), 2);
    let work = SavedWork {
        id: Rc::from("a"),
        title: (Rc::from("甲"), Rc::from("A")),
        at: Rc::from(""),
        bytes: 9,
        from: Rc::from(""),
    };
    let shelf = Shelf {
        works: vec![work].into(),
        ..Shelf::default()
    };
    let listed = after(&gone, [Msg::WorksListed(shelf)]);
    assert_eq!(listed.shelf.works.len(), 1);
}
