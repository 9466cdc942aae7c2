//! Files of other systems: looking at them, and making scenarios of them.

use std::path::Path;

use daycut::facade;

use super::scenario;
use super::speech::{Complaint, Ending, Speech};

/// Says what a file is and everything that is wrong with it.
pub fn preview(file: &Path, speech: &Speech) -> Result<Ending, Complaint> {
    let (seen, _) = facade::preview_import(&speech.read(file)?);
    let text = speech.text();
    if speech.json {
        speech.say(&facade::json(&seen))?;
    } else {
        for (name, value) in (text.files.seen)(&seen) {
            speech.say(&format!("{name}: {value}"))?;
        }
        for problem in &seen.problems {
            speech.say(&text.problems.located(problem))?;
        }
    }
    Ok(match seen.problems.is_empty() {
        true => Ending::Good,
        false => Ending::Wrong,
    })
}

/// Makes a scenario of a trade bill.
pub fn wechat_bill(file: &Path, out: &Path, speech: &Speech) -> Result<Ending, Complaint> {
    let scenario = facade::open_wechat_bill(&speech.read(file)?)?;
    scenario::write(out, &scenario, speech)?;
    Ok(Ending::Good)
}
