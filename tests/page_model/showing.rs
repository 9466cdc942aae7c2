//! Looking at a suspected risk, mending it, and showing a run to others: what each does to the page.

use std::rc::Rc;

use daycut::facade::view::LaneView;
use daycut::facade::{self, Lang, Scenario};

use crate::ui::draft::{Change, Draft, Origin};
use crate::ui::facts::{Lit, Msg, Screen, Toast};
use crate::ui::model::{Model, update};
use crate::ui::results::{Results, RunEnd};
use crate::ui::risk::{RISKS, lit_edges};
use crate::ui::shared::Shared;
use crate::{after, start, told};

fn pooled() -> Scenario {
    let mut items = facade::gallery().iter();
    let item = items.find(|item| item.id == "mall-pooled").unwrap();
    facade::open_text(item.text).unwrap()
}

fn run_of(scenario: &Scenario) -> facade::Run {
    facade::simulate(facade::check(scenario).unwrap(), &mut |_| {}).unwrap()
}

/// The pooled mall on the desk, played, with what the rules say of it.
fn judged() -> Rc<Model> {
    let scenario = pooled();
    let draft = Draft::opened(
        Rc::from("d1"),
        Origin::Gallery(Rc::from("mall-pooled")),
        Shared::new(scenario.clone()),
        0,
    );
    let model = after(&start(), [Msg::Opened(draft)]);
    let run = model.wanted_run;
    let risks = facade::risks(&run_of(&scenario), Lang::ZhCn).unwrap();
    let end = RunEnd::Done(told(&scenario, LaneView::Holder));
    after(
        &model,
        [
            Msg::RunEnded(run, end),
            Msg::RisksArrived(run, Shared::new(risks)),
        ],
    )
}

fn results(model: &Model) -> &Results {
    model.results.as_ref().unwrap()
}

#[test]
fn a_risk_that_is_chosen_lights_its_path_at_the_moment_at_which_it_is_seen_best() {
    let model = judged();
    let found = &results(&model).risks.as_ref().unwrap().found;
    let (all, one) = (
        Lit {
            risk: 0,
            step: None,
        },
        Lit {
            risk: 0,
            step: Some(2),
        },
    );
    let chosen = after(&model, [Msg::RiskChosen(Some(all))]);
    assert_eq!(chosen.cursor, found[0].event);
    let whole = lit_edges(found, chosen.lit, LaneView::Holder);
    let step = after(&chosen, [Msg::RiskChosen(Some(one))]);
    assert_eq!(Some(step.cursor), found[0].steps[2].drawn.event);
    let part = lit_edges(found, step.lit, LaneView::Holder);
    assert_eq!(part, found[0].steps[2].drawn.by_holder);
    assert!(part.len() < whole.len() && part.iter().all(|edge| whole.contains(edge)));
    // Where the other picture shows nothing of it, the one by holder is shown.
    let keeper = after(&model, [Msg::ViewPicked(LaneView::Keeper)]);
    let payers = Lit {
        risk: 0,
        step: Some(0),
    };
    assert_eq!(
        after(&keeper, [Msg::RiskChosen(Some(payers))]).view,
        LaneView::Holder
    );
    let none = after(&step, [Msg::RiskChosen(None)]);
    assert!(lit_edges(found, none.lit, LaneView::Holder).is_empty());
    // A place that the list has not got is no choice.
    let beyond = Lit {
        risk: 99,
        step: None,
    };
    assert_eq!(after(&model, [Msg::RiskChosen(Some(beyond))]).lit, None);
}

#[test]
fn keys_go_round_through_the_risks_and_open_their_panel() {
    let model = judged();
    let count = results(&model).risks.as_ref().unwrap().found.len();
    let first = after(&model, [Msg::RiskStepped(true)]);
    assert_eq!(
        (first.tab, first.dock_folded, first.screen),
        (RISKS, Some(false), Screen::Books)
    );
    let mut now = first.clone();
    for _ in 0..count {
        now = after(&now, [Msg::RiskStepped(true)]);
    }
    assert_eq!(now.lit, first.lit, "once round");
    let back = after(&first, [Msg::RiskStepped(false)]);
    assert_eq!(back.lit.map(|lit| lit.risk), u32::try_from(count - 1).ok());
    // Without a run there is nothing to step through.
    let nothing = start();
    assert!(Rc::ptr_eq(
        &nothing,
        &update(&nothing, Msg::RiskStepped(true))
    ));
}

#[test]
fn a_fix_is_one_change_with_a_name_and_undoing_brings_everything_back() {
    let model = judged();
    let before = model.draft.as_ref().unwrap().scenario.clone();
    let run = run_of(&before);
    let place = results(&model).risks.as_ref().unwrap().found[0].place;
    let previews = facade::fix_previews(&run, &before, place, Lang::ZhCn).unwrap();
    let fix = previews.first().unwrap();
    assert!(fix.score.contains("→ 0"), "{}", fix.score);
    assert!(
        fix.effects.iter().all(|line| !line.contains("新增")),
        "{:?}",
        fix.effects
    );
    assert!(!fix.edits.is_empty());
    let mended = facade::open_text(&fix.text).unwrap();
    let label = (fix.label.zh.as_str(), fix.label.en.as_str());
    let fixed = Msg::Fixed(label.0.into(), label.1.into(), Shared::new(mended.clone()));
    let model = after(&model, [fixed]);
    let draft = model.draft.as_ref().unwrap();
    assert!(*draft.scenario == mended);
    assert_eq!(
        draft.undo_label().map(|change| change.label(Lang::En)),
        Some(fix.label.en.clone())
    );
    assert!(matches!(draft.undo_label(), Some(Change::Fix(..))));
    assert!(model.toasts.iter().any(|(_, toast)| *toast == Toast::Fixed));
    let clean = facade::risks(&run_of(&mended), Lang::ZhCn).unwrap();
    assert_eq!(clean.found, []);
    let back = after(&model, [Msg::Undone]);
    assert!(back.draft.as_ref().unwrap().scenario == before);
}

#[test]
fn presenting_steps_through_the_storyboard_and_leaves_it() {
    let model = judged();
    let run = results(&model).run;
    let story = facade::storyboard(&run_of(&pooled()), Lang::ZhCn).unwrap();
    let (first, last) = (story[0].clone(), story.len() - 1);
    let model = after(
        &model,
        [
            Msg::PresentToggled(true),
            Msg::StoryArrived(run, Shared::new(story.clone())),
        ],
    );
    assert_eq!((model.presenting, model.cursor), (Some(0), first.event));
    assert_eq!(model.selected, first.account);
    let back = after(&model, [Msg::StoryStepped(false)]);
    assert_eq!(
        back.presenting,
        Some(0),
        "there is nothing before the first"
    );
    let mut now = model;
    for (place, moment) in story.iter().enumerate().skip(1) {
        let before = now.selected;
        now = after(&now, [Msg::StoryStepped(true)]);
        assert_eq!((now.presenting, now.cursor), (Some(place), moment.event));
        // A moment that moves no account leaves the light where it was.
        assert_eq!(now.selected, moment.account.or(before));
    }
    assert_eq!(
        after(&now, [Msg::StoryStepped(true)]).presenting,
        Some(last)
    );
    assert_eq!(after(&now, [Msg::StoryPicked(99)]).presenting, Some(last));
    assert_eq!(after(&now, [Msg::PresentToggled(false)]).presenting, None);
}
