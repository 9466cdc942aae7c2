//! The open lesson: late answers are dropped, the cursor stays when a knob is turned, other work comes back.

use std::rc::Rc;

use daycut::facade::lessons::{judged, page, shelved};
use daycut::facade::view::{LessonAnswer, LessonState};

use super::ui::countdown::{Countdown, shown};
use super::ui::draft::Origin;
use super::ui::facts::{Dialog, Msg, Route, Saving};
use super::ui::learning::Learned;
use super::ui::model::{Model, update};
use super::ui::shared::Shared;

fn after(model: &Rc<Model>, fact: Learned) -> Rc<Model> {
    update(model, Msg::Learned(fact))
}

fn answer(picks: &[u32]) -> LessonAnswer {
    LessonAnswer {
        picks: picks.to_vec(),
        bet: "800".to_owned(),
        ..LessonAnswer::default()
    }
}

fn state(answer: &LessonAnswer) -> LessonState {
    judged(&shelved("K6").unwrap(), answer).unwrap()
}

/// What the engine says to an answer.
fn told(answer: &LessonAnswer) -> Learned {
    let state = state(answer);
    let scenario = daycut::facade::open_text(&state.scenario).unwrap();
    Learned::Judged(
        Rc::from("K6"),
        answer.clone(),
        Shared::new(state),
        Shared::new(scenario),
    )
}

fn opened() -> Rc<Model> {
    let model = Rc::new(Model::default());
    let model = after(&model, Learned::Opened(Rc::from("K6"), answer(&[])));
    let page = page(&shelved("K6").unwrap());
    after(
        &model,
        Learned::PageArrived(Rc::from("K6"), Shared::new(page)),
    )
}

#[test]
fn a_lesson_puts_its_scenario_on_the_desk_and_nothing_into_storage() {
    let model = after(&opened(), told(&answer(&[])));
    assert_eq!(model.route, Route::Lesson);
    let draft = model.draft.as_ref().unwrap();
    assert_eq!(draft.origin, Origin::Lesson(Rc::from("K6")));
    assert_eq!((model.saving, draft.is_kept()), (Saving::Nothing, false));
    assert_eq!(model.wanted_run, 1);
}

#[test]
fn an_answer_that_comes_late_changes_nothing() {
    let model = after(&opened(), Learned::Answered(answer(&[2])));
    let late = after(&model, told(&answer(&[1])));
    assert!(Rc::ptr_eq(&late, &model));
    let in_time = after(&model, told(&answer(&[2])));
    assert!(
        in_time
            .learning
            .desk
            .as_ref()
            .unwrap()
            .state
            .as_ref()
            .unwrap()
            .passed
    );
}

#[test]
fn turning_a_knob_runs_again_without_opening_anew() {
    let model = after(&opened(), told(&answer(&[])));
    let model = after(&model, Learned::Answered(answer(&[2])));
    let turned = after(&model, told(&answer(&[2])));
    assert_eq!(turned.wanted_run, 2);
    assert_eq!(turned.route, Route::Lesson);
    assert_ne!(turned.draft, model.draft);
}

#[test]
fn opening_it_again_judges_it_again_and_keeps_what_it_says() {
    let model = after(&opened(), told(&answer(&[])));
    let again = after(&model, Learned::Opened(Rc::from("K6"), answer(&[])));
    let desk = again.learning.desk.as_ref().unwrap();
    assert_eq!(desk.visit, 2);
    assert!(desk.page.is_some() && desk.state.is_none());
    let other = after(&again, Learned::Opened(Rc::from("K5"), answer(&[])));
    assert!(other.learning.desk.as_ref().unwrap().page.is_none());
}

#[test]
fn hints_come_one_at_a_time_and_go_with_a_new_beginning() {
    let mut model = opened();
    let all = page(&shelved("K6").unwrap()).hints.len();
    for asked in 1..=all + 1 {
        model = after(&model, Learned::HintAsked);
        let shown = model.learning.desk.as_ref().unwrap().hints;
        assert_eq!(shown, asked.min(all));
    }
    let named = LessonAnswer {
        name: "小王".to_owned(),
        ..answer(&[2])
    };
    let model = after(&model, Learned::Answered(named));
    let anew = after(&model, Learned::Restarted);
    let desk = anew.learning.desk.as_ref().unwrap();
    assert_eq!((desk.hints, desk.answer.name.as_str()), (0, "小王"));
    assert!(desk.answer.bet.is_empty() && desk.answer.picks.is_empty());
}

#[test]
fn forgetting_all_lessons_leaves_nobody_and_nothing() {
    let model = opened();
    let cards = Shared::new(daycut::facade::lessons::shelf());
    let passed = [Rc::from("K6")].into();
    let model = after(&model, Learned::Listed(cards, passed));
    let model = update(&model, Msg::DialogOpened(Dialog::ForgetLessons));
    let named = LessonAnswer {
        name: "小王".to_owned(),
        ..answer(&[2])
    };
    let model = after(&model, Learned::Answered(named));
    let model = after(&model, Learned::Forgotten);
    assert!(model.learning.passed.is_empty() && model.dialog.is_none());
    let desk = model.learning.desk.as_ref().unwrap();
    assert_eq!(desk.answer, LessonAnswer::default());
}

#[test]
fn the_clock_runs_down_even_over_midnight_and_can_be_held() {
    let clock = Countdown::of_minutes(6);
    assert_eq!((clock.left(100), clock.runs()), (360, false));
    let started = clock.toggled(86_340);
    assert_eq!(started.left(86_340), 360);
    assert_eq!(
        started.left(30),
        270,
        "a minute before midnight, half a minute after"
    );
    let held = started.toggled(30);
    assert_eq!((held.left(500), held.runs()), (270, false));
    assert_eq!(held.toggled(500).left(1_000), 0);
    assert_eq!(
        (shown(270), shown(0)),
        ("04:30".to_owned(), "00:00".to_owned())
    );
}
