//! The lane diagram of every gallery scenario, in both views, both languages and both shapes: no label covers
//! a label, a node or another edge, and every amount the run ever shows fits where it stands.

use std::error::Error;

use daycut::facade::lanes::{Shape, flaws};
use daycut::facade::view::LaneView;
use daycut::facade::{self, Lang, Run, report};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn played() -> Outcome<Vec<(&'static str, Run)>> {
    let mut runs = Vec::new();
    for item in facade::gallery() {
        let scenario = facade::open_text(item.text).map_err(|p| format!("{p:?}"))?;
        let plan = facade::check(&scenario).map_err(|p| format!("{p:?}"))?;
        let run = facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?;
        runs.push((item.id, run));
    }
    Ok(runs)
}

#[test]
fn no_label_of_a_gallery_scenario_covers_anything() -> Outcome {
    for (id, run) in played()? {
        let summary = report::summary(&run).map_err(|fault| format!("{fault:?}"))?;
        for view in [LaneView::Holder, LaneView::Keeper] {
            let model = report::lanes(&run, view).map_err(|fault| format!("{fault:?}"))?;
            assert!(!model.edges.is_empty(), "{id}");
            for lang in [Lang::ZhCn, Lang::En] {
                for shape in [Shape::Wide, Shape::Tall] {
                    let scene = facade::lane_scene(&model, &summary, lang, shape);
                    let found = flaws(&scene);
                    assert!(
                        found.is_empty(),
                        "{id} {view:?} {lang:?} {shape:?}: {found:?}"
                    );
                    assert_eq!(
                        scene.edges.len(),
                        model.edges.len(),
                        "{id}: every edge is drawn"
                    );
                }
            }
        }
    }
    Ok(())
}

/// What lanes show at the end is what the books say, and nothing moves along an edge before it happens.
#[test]
fn lane_amounts_start_at_nothing_and_end_with_the_run() -> Outcome {
    for (id, run) in played()? {
        for view in [LaneView::Holder, LaneView::Keeper] {
            let model = report::lanes(&run, view).map_err(|fault| format!("{fault:?}"))?;
            let start = report::lane_amounts(&run, view, 0).map_err(|f| format!("{f:?}"))?;
            assert!(start.edges.iter().all(|amount| amount.is_zero()), "{id}");
            let end = report::lane_amounts(&run, view, run.event_count());
            let end = end.map_err(|fault| format!("{fault:?}"))?;
            let last = report::snapshot(&run, run.event_count()).map_err(|f| format!("{f:?}"))?;
            for (edge, amount) in model.edges.iter().zip(&end.edges) {
                assert_eq!(edge.widest, *amount, "{id}");
            }
            for (node, amount) in model.nodes.iter().zip(&end.nodes) {
                let Some(account) = node.account else {
                    continue;
                };
                assert_eq!(last.balances.get(account.index()), Some(amount), "{id}");
                assert!(
                    amount.current <= node.widest,
                    "{id}: the widest amount is an upper bound"
                );
            }
        }
    }
    Ok(())
}
