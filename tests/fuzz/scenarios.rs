//! Documents: whatever is given, the reader and the check answer with problems at places that exist; what they
//! take can be played, written, sent as a link and read back as the same.

use daycut::facade::{self, Lang, Problem, Scenario, ToldProblem};
use serde_json::Value;

use crate::Outcome;
use crate::dice::Dice;
use crate::mutate;

/// Drawn payments beyond which an input is not played: there are many inputs.
const DRAWN_MAX: u64 = 2_000;

/// A changed document.
pub fn input(texts: &[String], trees: &[Value], dice: &mut Dice) -> String {
    if dice.once_in(4) {
        return mutate::text(dice.one(texts).as_str(), texts, dice);
    }
    mutate::tree(dice.one(trees), trees, dice).to_string()
}

/// Everything that must hold of a text.
pub fn holds(text: &str) -> Outcome {
    let tree = serde_json::from_str::<Value>(text).ok();
    let scenario = match facade::open_text(text) {
        Ok(scenario) => scenario,
        Err(problems) => return told(&problems, tree.as_ref()),
    };
    if let Some(tree) = &tree {
        let again = facade::open_value(tree).map_err(|told| format!("as an object: {told:?}"))?;
        same(&scenario, &again, "as an object")?;
    }
    stands(&scenario)
}

/// Everything that must hold of a scenario that was read.
pub fn stands(scenario: &Scenario) -> Outcome {
    for text in [facade::write(scenario), facade::write_compact(scenario)] {
        let again =
            facade::open_text(&text).map_err(|told| format!("written: {told:?}\n{text}"))?;
        same(scenario, &again, "written and read")?;
    }
    if let Ok(link) = facade::link(scenario) {
        let again = facade::open_link(&link).map_err(|told| format!("as a link: {told:?}"))?;
        same(scenario, &again, "as a link")?;
    }
    let tree: Value = serde_json::from_str(&facade::write(scenario))?;
    for notice in facade::notices(scenario) {
        leads_somewhere(&tree, &notice.path)?;
    }
    let per_day = scenario
        .traffic
        .iter()
        .map(|traffic| u64::from(traffic.per_day));
    if per_day
        .sum::<u64>()
        .saturating_mul(u64::from(scenario.days))
        > DRAWN_MAX
    {
        return Ok(());
    }
    let plan = match facade::check(scenario) {
        Ok(plan) => plan,
        Err(problems) => return told(&problems, Some(&tree)),
    };
    let run = facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?;
    let summary = facade::report::summary(&run).map_err(|fault| format!("summary: {fault:?}"))?;
    if summary.expectations.len() != scenario.expectations.len() {
        return Err("an expectation was lost".into());
    }
    let middle = run.event_count() / 2;
    facade::report::snapshot(&run, middle).map_err(|fault| format!("snapshot: {fault:?}"))?;
    facade::risks(&run, Lang::ZhCn).map_err(|fault| format!("risks: {fault:?}"))?;
    facade::storyboard(&run, Lang::En).map_err(|fault| format!("storyboard: {fault:?}"))?;
    Ok(())
}

/// Every file that a run offers can be written, and our own bills are read by ourselves.
pub fn gives_every_file(text: &str) -> Outcome {
    let Ok(scenario) = facade::open_text(text) else {
        return Ok(());
    };
    let Ok(plan) = facade::check(&scenario) else {
        return Ok(());
    };
    let run = facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?;
    let offers = facade::offers(&run).map_err(|fault| format!("offers: {fault:?}"))?;
    for offer in offers {
        let file = facade::export(&run, &offer.kind, &offer.party, offer.date);
        let file = file.map_err(|error| format!("{offer:?}: {error:?}"))?;
        if offer.kind.starts_with("wechat-bill") {
            let (seen, _) = facade::preview_import(&file.bytes);
            if !seen.problems.is_empty() {
                return Err(format!("our own {offer:?}: {:?}", seen.problems).into());
            }
        }
    }
    facade::printed(&scenario, &run, Lang::ZhCn).map_err(|fault| format!("report: {fault:?}"))?;
    Ok(())
}

fn same(one: &Scenario, other: &Scenario, how: &str) -> Outcome {
    match one == other {
        true => Ok(()),
        false => Err(format!("{how} it is another scenario").into()),
    }
}

/// Problems are there, in order, in both languages, each at a place that exists.
pub fn told(problems: &[Problem], tree: Option<&Value>) -> Outcome {
    if problems.is_empty() {
        return Err("refused without a problem".into());
    }
    for problem in problems {
        let text = ToldProblem::of(problem).text;
        if text.zh.is_empty() || text.en.is_empty() {
            return Err(format!("no words for {problem:?}").into());
        }
        if let Some(tree) = tree {
            leads_somewhere(tree, &problem.path)?;
        }
        if let facade::ProblemKind::Contradiction { other, .. } = &problem.kind
            && let Some(tree) = tree
        {
            leads_somewhere(tree, other)?;
        }
    }
    Ok(())
}

/// A path leads to a value, or to a field that is left out of an object that is there.
fn leads_somewhere(tree: &Value, path: &str) -> Outcome {
    // Keys of the author's own are told shortened and spelt out; what is before them must exist.
    let path = path.split("[\"").next().unwrap_or_default();
    let steps: Vec<&str> = path
        .split(['.', '['])
        .filter(|step| !step.is_empty())
        .collect();
    let mut here = tree;
    for (place, step) in steps.iter().enumerate() {
        let next = match step.strip_suffix(']') {
            Some(index) => index
                .parse::<usize>()
                .ok()
                .and_then(|index| here.get(index)),
            None => here.get(*step),
        };
        match next {
            Some(next) => here = next,
            None if place + 1 == steps.len() && here.is_object() => return Ok(()),
            None => return Err(format!("{path} leads nowhere").into()),
        }
    }
    Ok(())
}
