//! Files of a run: all of them into a directory, or one, or a picture, or the report for paper.

use std::path::Path;

use daycut::facade::view::ExportOffer;
use daycut::facade::{self, Run};
use serde::Serialize;

use super::arguments::{Drawn, Wanted};
use super::expectations;
use super::scenario;
use super::speech::{Complaint, Ending, Speech};

/// What `run --json` says.
#[derive(Serialize)]
struct Written<'a> {
    files: Vec<&'a str>,
    expectations: &'a [facade::view::ExpectationRow],
}

/// Plays a scenario and writes every file; they are written also when an expectation fails.
pub fn run(file: &str, out: &Path, speech: &Speech) -> Result<Ending, Complaint> {
    let run = scenario::play(file, speech)?;
    let summary = facade::report::summary(&run)?;
    let offers = facade::offers(&run)?;
    speech.make_directory(out)?;
    for offer in &offers {
        write_one(&run, offer, out, speech)?;
    }
    let files: Vec<&str> = offers.iter().map(|one| one.file_name.as_str()).collect();
    if speech.json {
        speech.say(&facade::json(&Written {
            files,
            expectations: &summary.expectations,
        }))?;
    } else {
        for line in expectations::failures(&summary, speech) {
            speech.say(&line)?;
        }
        let directory = out.display().to_string();
        speech.say(&(speech.text().terminal.written)(files.len(), &directory))?;
    }
    Ok(expectations::ending(&summary))
}

fn write_one(run: &Run, offer: &ExportOffer, out: &Path, speech: &Speech) -> Result<(), Complaint> {
    let file = facade::export(run, &offer.kind, &offer.party, offer.date)?;
    speech.write_file(&out.join(&file.file_name), &file.bytes)
}

/// Writes one file, or lists what there is.
pub fn export(wanted: &Wanted, speech: &Speech) -> Result<Ending, Complaint> {
    let run = scenario::play(&wanted.file, speech)?;
    if let Some(kind) = &wanted.kind {
        let file = facade::export(&run, kind, &wanted.party, wanted.date)?;
        speech.write(&wanted.out, &file.bytes)?;
        return Ok(Ending::Good);
    }
    let offers = facade::offers(&run)?;
    let list = if speech.json {
        facade::json(&offers)
    } else {
        let lines: Vec<String> = offers.iter().map(line).collect();
        lines.join("\n")
    };
    speech.write(&wanted.out, format!("{list}\n").as_bytes())?;
    Ok(Ending::Good)
}

/// Draws who holds the money at a moment.
pub fn diagram(drawn: &Drawn, speech: &Speech) -> Result<Ending, Complaint> {
    let run = scenario::play(&drawn.file, speech)?;
    let event = drawn
        .at
        .map_or(u32::MAX, |at| facade::report::event_at(&run, at));
    let view = drawn.view.into();
    let summary = facade::report::summary(&run)?;
    let model = facade::report::lanes(&run, view)?;
    let amounts = facade::report::lane_amounts(&run, view, event)?;
    let at = facade::report::snapshot(&run, event)?.at;
    let svg = facade::diagram(
        &model,
        &amounts,
        // The openings lie a day before the start, and a scenario without payments has nothing else.
        drawn.at.unwrap_or_else(|| at.max(summary.starts)),
        &summary,
        speech.lang,
    );
    speech.write(&drawn.out, svg.as_bytes())?;
    Ok(Ending::Good)
}

/// Writes the report for paper.
pub fn report(file: &str, out: &str, speech: &Speech) -> Result<Ending, Complaint> {
    let scenario = scenario::read(file, speech)?;
    let run = facade::simulate(facade::check(&scenario)?, &mut |_| {})?;
    let html = facade::printed(&scenario, &run, speech.lang)?;
    speech.write(out, html.as_bytes())?;
    Ok(Ending::Good)
}

fn line(offer: &ExportOffer) -> String {
    let or_dash = |text: &str| match text.is_empty() {
        true => "-".to_owned(),
        false => text.to_owned(),
    };
    let date = offer.date.map(|date| date.to_string()).unwrap_or_default();
    [
        offer.kind.clone(),
        or_dash(&offer.party),
        or_dash(&date),
        offer.file_name.clone(),
    ]
    .join("\t")
}
