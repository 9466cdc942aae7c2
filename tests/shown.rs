//! Reports that come in words, ready to be shown: suspected risks with their place on the picture, and the storyboard.

use std::cmp::Reverse;
use std::error::Error;
use std::fs;

use daycut::facade::view::{LaneEdge, LaneModel, LaneView};
use daycut::facade::{self, Lang, Meaning, Run, Scenario, ToldMoment, report};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn scenario(id: &str) -> Outcome<Scenario> {
    let text = fs::read_to_string(format!("www/scenarios/{id}.json"))?;
    Ok(facade::open_text(&text).map_err(|problems| format!("{problems:?}"))?)
}

fn played(scenario: &Scenario) -> Outcome<Run> {
    let plan = facade::check(scenario).map_err(|problems| format!("{problems:?}"))?;
    Ok(facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?)
}

fn picture(run: &Run) -> Outcome<LaneModel> {
    Ok(report::lanes(run, LaneView::Holder).map_err(|fault| format!("{fault:?}"))?)
}

fn edge_of(picture: &LaneModel, place: u32) -> Outcome<&LaneEdge> {
    let edge = picture.edges.get(usize::try_from(place)?);
    edge.ok_or_else(|| "an edge".into())
}

/// The report is gravest first, says what it is and is not, and every step of a path is drawn.
#[test]
fn risks_are_gravest_first_and_lead_to_the_picture() -> Outcome {
    let run = played(&scenario("mall-pooled")?)?;
    let all = report::findings(&run).map_err(|fault| format!("{fault:?}"))?;
    let picture = picture(&run)?;
    for (lang, word) in [(Lang::ZhCn, "不构成"), (Lang::En, "no opinion")] {
        let told = facade::risks(&run, lang).map_err(|fault| format!("{fault:?}"))?;
        assert!(told.disclaimer.contains(word), "{}", told.disclaimer);
        assert_eq!(told.found.len(), all.findings.len());
        assert_eq!(told.not_judged.len(), all.not_judged.len());
        assert!(told.found.is_sorted_by_key(|risk| Reverse(risk.severity)));
        for risk in &told.found {
            assert!(!risk.sources.is_empty() && !risk.clear.is_empty());
            assert!(risk.event > 0 && risk.event <= run.event_count());
            for step in &risk.steps {
                let drawn = &step.drawn.by_holder;
                assert!(!drawn.is_empty(), "{} {}", risk.code, step.said);
                for edge in drawn {
                    assert!(!edge_of(&picture, *edge)?.back, "{}", step.said);
                }
            }
        }
    }
    Ok(())
}

/// Payers, channel, mall, the two shops: each step on one edge of its own, and each was taken at some event.
#[test]
fn the_path_of_the_pooled_mall_is_payment_settlement_and_two_transfers() -> Outcome {
    let run = played(&scenario("mall-pooled")?)?;
    let picture = picture(&run)?;
    let told = facade::risks(&run, Lang::ZhCn).map_err(|fault| format!("{fault:?}"))?;
    let first = told.found.first().ok_or("a risk")?;
    assert_eq!(first.code, "SC-01");
    let mut meanings = Vec::new();
    let mut before = 0;
    for step in &first.steps {
        let mut along = Vec::new();
        for edge in &step.drawn.by_holder {
            along.push(edge_of(&picture, *edge)?.meaning);
        }
        meanings.push(along);
        let event = step.drawn.event.ok_or("a first event")?;
        assert!(event > before, "in the order of time");
        before = event;
    }
    let only = |meaning| vec![Some(meaning)];
    let through_the_deposit = vec![Some(Meaning::Cleared), Some(Meaning::Transferred)];
    assert_eq!(
        meanings,
        [
            only(Meaning::Payment),
            only(Meaning::PaidOut),
            through_the_deposit.clone(),
            through_the_deposit,
        ]
    );
    Ok(())
}

fn storyboard(scenario: &Scenario, lang: Lang) -> Outcome<Vec<ToldMoment>> {
    let run = played(scenario)?;
    Ok(facade::storyboard(&run, lang).map_err(|fault| format!("{fault:?}"))?)
}

/// Without moments of the author's the first of everything is shown, in the order of time, each on an account; a
/// day cut makes the previous-day balance what the current one is.
#[test]
fn every_gallery_scenario_has_a_storyboard_of_its_own() -> Outcome {
    let mut turned = 0;
    for item in facade::gallery() {
        let scenario = facade::open_text(item.text).map_err(|problems| format!("{problems:?}"))?;
        if !scenario.storyboard.is_empty() {
            continue;
        }
        let told = storyboard(&scenario, Lang::ZhCn)?;
        assert!(
            (2..=30).contains(&told.len()),
            "{}: {}",
            item.id,
            told.len()
        );
        assert!(told.is_sorted_by_key(|moment| moment.event), "{}", item.id);
        for moment in &told {
            assert!(!moment.title.is_empty());
            let cut = moment.title.contains("日切") && moment.account.is_some();
            if cut {
                assert_eq!(
                    moment.previous_day[1], moment.current[0],
                    "{}",
                    moment.title
                );
                turned += 1;
            }
        }
    }
    assert!(turned > 3, "{turned}");
    Ok(())
}

/// The author's moments take the place of those that would be chosen, in the author's order and languages.
#[test]
fn the_authors_moments_are_the_storyboard() -> Outcome {
    let text = fs::read_to_string("www/scenarios/cut-off-night.json")?;
    let mut document: serde_json::Value = serde_json::from_str(&text)?;
    let starts = document["starts"].as_str().ok_or("starts")?.to_owned();
    document["storyboard"] = serde_json::json!([
        { "at": "2018-11-10T23:59:59", "title": { "zh": "最后", "en": "At last" } },
        { "at": starts, "title": "开头" },
    ]);
    let scenario = facade::open_value(&document).map_err(|problems| format!("{problems:?}"))?;
    let run = played(&scenario)?;
    let told = storyboard(&scenario, Lang::En)?;
    let said: Vec<(&str, u32)> = told
        .iter()
        .map(|moment| (moment.title.as_str(), moment.event))
        .collect();
    let opening = report::event_at(&run, scenario.starts);
    assert_eq!(said, [("At last", run.event_count()), ("开头", opening)]);
    // It comes back out of a link as it went in.
    let link = facade::link(&scenario).map_err(|too_long| format!("{too_long:?}"))?;
    let again = facade::open_link(&link).map_err(|problems| format!("{problems:?}"))?;
    assert_eq!(again, scenario);
    Ok(())
}
