//! Share links: a whole scenario in a line of text, and back.

use std::path::Path;

use daycut::facade::{self, LinkFlaw, LinkTooLong, ProblemKind, Scenario};
use serde::Serialize;

use super::arguments::SideName;
use super::scenario;
use super::speech::{Complaint, Ending, Speech};

/// What `link encode --json` says.
#[derive(Serialize)]
struct Encoded {
    link: String,
}

/// Prints the link of a scenario, or of two.
pub fn encode(file: &Path, other: Option<&Path>, speech: &Speech) -> Result<Ending, Complaint> {
    let scenario = scenario::read(file, speech)?;
    let link = match other {
        None => facade::link(&scenario),
        Some(other) => facade::pair_link(&scenario, &scenario::read(other, speech)?),
    };
    let told = |long: LinkTooLong| (speech.text().terminal.link_too_long)(long.max);
    let link = link.map_err(|long| Complaint::Nothing(told(long)))?;
    speech.say(&match speech.json {
        true => facade::json(&Encoded { link }),
        false => link,
    })?;
    Ok(Ending::Good)
}

/// Prints the scenario of a link, or one of its two.
pub fn decode(link: &str, side: Option<SideName>, speech: &Speech) -> Result<Ending, Complaint> {
    let link = if link == "-" {
        speech.read_text(Path::new("-"))?
    } else {
        link.to_owned()
    };
    let scenario = match side {
        None => one(&link, speech)?,
        Some(side) => {
            let (a, b) = facade::open_pair_link(link.trim())?;
            match side {
                SideName::A => a,
                SideName::B => b,
            }
        }
    };
    scenario::write(Path::new("-"), &scenario, speech)?;
    Ok(Ending::Good)
}

fn one(link: &str, speech: &Speech) -> Result<Scenario, Complaint> {
    facade::open_link(link.trim()).map_err(|problems| {
        let two = ProblemKind::BadLink {
            reason: LinkFlaw::TwoScenarios,
        };
        match problems.iter().any(|problem| problem.kind == two) {
            true => Complaint::Misused(speech.text().terminal.which_side.to_owned()),
            false => Complaint::Problems(problems),
        }
    })
}
