//! Every scenario of the gallery opens, plays, and meets its own expectations, in both languages.

use std::error::Error;

use daycut::facade::{self, report};

#[test]
fn every_gallery_scenario_meets_its_expectations() -> Result<(), Box<dyn Error>> {
    let shipped = std::fs::read_dir("www/scenarios")?.count();
    assert_eq!(
        shipped,
        facade::gallery().len(),
        "every file is in the gallery"
    );
    for item in facade::gallery() {
        let scenario = facade::open_text(item.text).map_err(|p| format!("{}: {p:?}", item.id))?;
        assert_ne!(scenario.title.zh, scenario.title.en, "{}", item.id);
        assert!(scenario.story.is_some(), "{}", item.id);
        assert!(!scenario.expectations.is_empty(), "{}", item.id);
        assert_eq!(facade::notices(&scenario), [], "{}", item.id);
        let plan = facade::check(&scenario).map_err(|p| format!("{}: {p:?}", item.id))?;
        let run = facade::simulate(plan, &mut |_| {}).map_err(|f| format!("{}: {f:?}", item.id))?;
        let summary = report::summary(&run).map_err(|f| format!("{f:?}"))?;
        for row in &summary.expectations {
            assert!(
                row.holds,
                "{} {}: {:?} was {:?}",
                item.id, row.path, row.expected, row.actual
            );
        }
        assert!(summary.checks > 50, "{}", item.id);
    }
    Ok(())
}
