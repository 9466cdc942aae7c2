//! Scenarios in which outside trials found a wrong figure: each file says in title and story what a bookkeeper expects
//! of it and why, and all of its expectations must hold.

use std::error::Error;
use std::path::Path;

use daycut::facade::{self, report};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn every_expectation_holds(text: &str) -> Outcome {
    let scenario = facade::open_text(text).map_err(|problems| format!("{problems:?}"))?;
    let plan = facade::check(&scenario).map_err(|problems| format!("{problems:?}"))?;
    let run = facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?;
    let expected = report::expectations(&run).map_err(|fault| format!("{fault:?}"))?;
    assert!(!expected.is_empty(), "nothing is expected of it");
    for row in expected {
        assert!(row.holds, "{row:#?}");
    }
    Ok(())
}

#[test]
fn what_outside_trials_found_is_as_it_should_be() -> Outcome {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trials");
    let mut tried = 0;
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        let text = std::fs::read_to_string(&path)?;
        every_expectation_holds(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        tried += 1;
    }
    assert!(tried > 20, "{tried}");
    Ok(())
}
