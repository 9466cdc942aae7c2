//! Share links: a whole scenario in a line of text, and back.

use daycut::facade;

use super::scenario;
use super::speech::{Complaint, Ending, Speech};

/// Prints the link of a scenario.
pub fn encode(file: &str, speech: &Speech) -> Result<Ending, Complaint> {
    let link = facade::link(&scenario::read(file, speech)?);
    let link =
        link.map_err(|long| Complaint::Nothing((speech.text().terminal.link_too_long)(long.max)))?;
    speech.say(&link)?;
    Ok(Ending::Good)
}

/// Prints the scenario of a link.
pub fn decode(link: &str, speech: &Speech) -> Result<Ending, Complaint> {
    let link = if link == "-" {
        speech.read_text("-")?
    } else {
        link.to_owned()
    };
    let scenario = facade::open_link(link.trim())?;
    speech.write("-", facade::write(&scenario).as_bytes())?;
    Ok(Ending::Good)
}
