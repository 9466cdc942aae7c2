//! Reading and checking scenarios.

use std::path::Path;

use daycut::facade::{self, Plan, Run, Scenario};

use super::delivery::Content;
use super::expectations;
use super::progress::Meter;
use super::speech::{Complaint, Ending, Speech};

/// What a scenario's file is called where nobody says otherwise.
const FILE_NAME: &str = "scenario.json";

/// Reads a scenario; `-` is standard input.
pub fn read(file: &Path, speech: &Speech) -> Result<Scenario, Complaint> {
    Ok(facade::open_text(&speech.read_text(file)?)?)
}

/// Reads and plays a scenario.
pub fn play(file: &Path, speech: &Speech) -> Result<Run, Complaint> {
    simulate(&read(file, speech)?, speech)
}

/// Plays a scenario that was read.
pub fn simulate(scenario: &Scenario, speech: &Speech) -> Result<Run, Complaint> {
    run(facade::check(scenario)?, speech)
}

/// Plays a plan and tells how far it is.
pub fn run(plan: Plan, speech: &Speech) -> Result<Run, Complaint> {
    let meter = Meter::of(speech);
    let playing = speech.text().terminal.playing;
    let run = facade::simulate(plan, &mut |so_far| {
        meter.tell(|| playing(so_far.events, so_far.expected));
    });
    Ok(run?)
}

/// Writes a scenario as a file that can be read again; `-` is standard output.
pub fn write(out: &Path, scenario: &Scenario, speech: &Speech) -> Result<(), Complaint> {
    let text = facade::write(scenario);
    speech.deliver(
        out,
        &Content {
            file_name: FILE_NAME,
            media_type: "application/json",
            bytes: text.as_bytes(),
        },
    )
}

/// Says every problem and every expectation that fails.
pub fn check(file: &Path, speech: &Speech) -> Result<Ending, Complaint> {
    let scenario = read(file, speech)?;
    let summary = facade::report::summary(&simulate(&scenario, speech)?)?;
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
