//! Files of other systems: looking at them, and making scenarios of them.

use daycut::facade;

use super::speech::{Complaint, Ending, Speech};

/// Says what a file is and everything that is wrong with it.
pub fn preview(file: &str, speech: &Speech) -> Result<Ending, Complaint> {
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
pub fn wechat_bill(file: &str, out: &str, speech: &Speech) -> Result<Ending, Complaint> {
    let scenario = facade::open_wechat_bill(&speech.read(file)?)?;
    speech.write(out, facade::write(&scenario).as_bytes())?;
    Ok(Ending::Good)
}
