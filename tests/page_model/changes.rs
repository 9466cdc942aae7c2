//! What a change brings along besides the scenario: the eye follows, the history grows, messages appear.

use std::rc::Rc;

use daycut::facade::{Block, Edit, Problem, ProblemKind, ToldProblem, Tongue};

use crate::ui::draft::{Change, Origin, STEPS_MAX};
use crate::ui::facts::{Dialog, Msg, Saving, Screen, Toast};
use crate::ui::model::Model;
use crate::ui::results::RunEnd;
use crate::{after, change, cycle, draft, open, scenario, set, start};

#[test]
fn the_history_leads_to_every_state_and_back() {
    let mut model = open();
    let mut states = vec![model.draft.as_ref().unwrap().scenario.clone()];
    for text in ["D+1", "T+2", "D+3"] {
        model = after(&model, [cycle(&model, text)]);
        states.push(model.draft.as_ref().unwrap().scenario.clone());
    }
    for steps in [0, 3, 1, 2, 2, 0] {
        model = after(&model, [Msg::SteppedTo(steps)]);
        let draft = model.draft.as_ref().unwrap();
        assert!(draft.scenario == states[steps], "{steps}");
        let (edits, in_force) = draft.history();
        let said: Vec<&Change> = edits.into_iter().collect();
        let cycles =
            ["D+1", "T+2", "D+3"].map(|text| Change::Edit(set("settlement_rules[0].cycle", text)));
        assert_eq!(said, cycles.iter().collect::<Vec<_>>());
        assert_eq!(in_force, steps);
    }
    let still = after(&model, [Msg::SteppedTo(9)]);
    assert!(still.draft.as_ref().unwrap().scenario == states[0]);
}

#[test]
fn the_eye_goes_to_what_was_added_and_to_what_is_asked_for() {
    let model = after(&open(), [Msg::FormsFolded(true)]);
    let add = Edit::Add {
        path: "parties".to_owned(),
        kind: "bank".to_owned(),
        tongue: Tongue::Zh,
    };
    let place = scenario().parties.len();
    let added = after(&model, [change(&model, add)]);
    let attention = added.attention.clone().unwrap();
    assert_eq!(*attention.path, format!("parties[{place}]"));
    assert_eq!(
        (added.forms_folded, added.screen),
        (Some(false), Screen::Forms)
    );
    let asked = after(&added, [Msg::PlaceAsked(Rc::from("days"))]);
    let again = after(&asked, [Msg::PlaceAsked(Rc::from("days"))]);
    let number = |model: &Model| model.attention.as_ref().map(|one| one.number);
    assert_eq!([number(&asked), number(&again)], [Some(2), Some(3)]);
    let opened = after(
        &again,
        [Msg::Opened(draft(Origin::Link(Rc::from("t1.abc"))))],
    );
    assert!(opened.attention.is_none());
}

#[test]
fn what_goes_together_with_the_removed_is_said_and_comes_back_with_it() {
    let model = open();
    let remove = |path: &str| Edit::Remove {
        path: path.to_owned(),
    };
    let gone = after(&model, [change(&model, remove("parties[2]"))]);
    let toasts: Vec<Toast> = gone.toasts.iter().map(|(_, toast)| *toast).collect();
    assert!(matches!(toasts.as_slice(), [Toast::TookAlong(count)] if *count > 3));
    let back = after(&gone, [Msg::Undone]);
    assert!(back.draft.as_ref().unwrap().scenario == model.draft.as_ref().unwrap().scenario);
    let alone = after(&model, [change(&model, remove("payments[0]"))]);
    assert!(alone.toasts.is_empty());
}

#[test]
fn a_piece_that_was_put_in_closes_the_list_of_pieces() {
    let model = after(&open(), [Msg::DialogOpened(Dialog::Blocks)]);
    let insert = Edit::Insert {
        block: Block::DayOfTraffic,
        tongue: Tongue::En,
    };
    let next = after(&model, [change(&model, insert)]);
    assert!(next.dialog.is_none());
}

#[test]
fn a_copy_is_kept_before_anything_is_changed() {
    let model = after(&start(), [Msg::Opened(draft(Origin::Copy))]);
    assert_eq!(model.saving, Saving::Pending);
    assert!(model.draft.as_ref().unwrap().is_kept());
}

#[test]
fn two_hundred_changes_can_be_undone_and_not_more() {
    let mut model = open();
    for turn in 0..210 {
        let text = if turn % 2 == 0 { "D+1" } else { "T+1" };
        model = after(&model, [cycle(&model, text)]);
    }
    let mut undone = 0;
    while let Some(_label) = model.draft.as_ref().unwrap().undo_label() {
        model = after(&model, [Msg::Undone]);
        undone += 1;
    }
    assert_eq!(undone, STEPS_MAX);
}

/// A further change: what was said is of another scenario until this one was looked at, and an answer about the one
/// before comes too late.
#[test]
fn problems_are_of_the_scenario_on_the_desk_or_said_to_be_old() {
    let path = "settlement_rules[0].cycle".to_owned();
    let field = "cycle".to_owned();
    let kind = ProblemKind::MissingField { field };
    let told = ToldProblem::of(&Problem { path, kind });
    let rejected = || RunEnd::Rejected(vec![told.clone()].into());
    let model = open();
    let first = after(&model, [Msg::RunEnded(model.wanted_run, rejected())]);
    assert!(!first.has_old_problems() && first.problems.len() == 1);
    let mended = after(&first, [cycle(&first, "D+1")]);
    assert!(mended.has_old_problems());
    let late = after(&mended, [Msg::RunEnded(first.wanted_run, rejected())]);
    assert!(late.has_old_problems());
    let undone = after(&mended, [Msg::Undone]);
    assert!(undone.has_old_problems());
    let again = after(&mended, [Msg::RunEnded(mended.wanted_run, rejected())]);
    assert!(!again.has_old_problems() && again.problems.len() == 1);
}
