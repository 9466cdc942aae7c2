//! Reading and checking scenarios.

use daycut::facade::{self, Run, Scenario};

use super::expectations;
use super::speech::{Complaint, Ending, Speech};

/// Reads a scenario; `-` is standard input.
pub fn read(file: &str, speech: &Speech) -> Result<Scenario, Complaint> {
    Ok(facade::open_text(&speech.read_text(file)?)?)
}

/// Reads and plays a scenario.
pub fn play(file: &str, speech: &Speech) -> Result<Run, Complaint> {
    simulate(&read(file, speech)?)
}

/// Plays a scenario that was read.
pub fn simulate(scenario: &Scenario) -> Result<Run, Complaint> {
    let plan = facade::check(scenario)?;
    Ok(facade::simulate(plan, &mut |_| {})?)
}

/// Says every problem and every expectation that fails.
pub fn check(file: &str, speech: &Speech) -> Result<Ending, Complaint> {
    let scenario = read(file, speech)?;
    let summary = facade::report::summary(&simulate(&scenario)?)?;
    speech.notice(&facade::notices(&scenario));
    if speech.json {
        speech.say(&facade::json(&summary.expectations))?;
    } else {
        for line in expectations::failures(&summary, speech) {
            speech.say(&line)?;
        }
        speech.say(&expectations::score(&summary, speech))?;
    }
    Ok(expectations::ending(&summary))
}

/// Prints the JSON schema of scenarios.
pub fn schema(speech: &Speech) -> Result<Ending, Complaint> {
    speech.say(&facade::json(&facade::schema()))?;
    Ok(Ending::Good)
}
