//! Files of a run: all of them into a directory, or one, or a picture, or the report for paper.

use std::path::Path;

use daycut::facade;
use daycut::facade::view::ExportOffer;
use serde::Serialize;

use super::arguments::{Drawn, Played, Wanted};
use super::delivery::Content;
use super::expectations;
use super::progress::Meter;
use super::scenario;
use super::speech::{Complaint, Ending, Speech};

/// What `run --json` says.
#[derive(Serialize)]
struct Written<'a> {
    folder: &'a str,
    files: Vec<&'a str>,
    expectations: &'a [facade::view::ExpectationRow],
}

/// Plays a scenario and writes every file; they are written also when an expectation fails.
pub fn run(wanted: &Played, speech: &Speech) -> Result<Ending, Complaint> {
    let plan = facade::check(&scenario::read(&wanted.file, speech)?)?;
    let folder = speech.folder(&wanted.out, wanted.replace)?;
    let run = scenario::run(plan, speech)?;
    let summary = facade::report::summary(&run)?;
    let offers = facade::offers(&run)?;
    let meter = Meter::of(speech);
    for (place, offer) in offers.iter().enumerate() {
        meter.tell(|| (speech.text().terminal.writing)(place, offers.len()));
        let file = facade::export(&run, &offer.kind, &offer.party, offer.date)?;
        speech.put(&folder, (&wanted.out, &file.file_name), &file.bytes)?;
    }
    drop(meter);
    speech.finish(folder, &wanted.out)?;
    let files: Vec<&str> = offers.iter().map(|one| one.file_name.as_str()).collect();
    let folder = wanted.out.display().to_string();
    if speech.json {
        speech.say(&facade::json(&Written {
            folder: &folder,
            files,
            expectations: &summary.expectations,
        }))?;
    } else {
        for line in expectations::failures(&summary, speech) {
            speech.say(&line)?;
        }
        speech.say(&(speech.text().terminal.written)(files.len(), &folder))?;
    }
    Ok(expectations::ending(&summary))
}

/// Writes one file, or lists what there is.
pub fn export(wanted: &Wanted, speech: &Speech) -> Result<Ending, Complaint> {
    let run = scenario::play(&wanted.file, speech)?;
    if let Some(kind) = &wanted.kind {
        let file = facade::export(&run, kind, &wanted.party, wanted.date)?;
        speech.deliver(
            &wanted.out,
            &Content {
                file_name: &file.file_name,
                media_type: &file.media_type,
                bytes: &file.bytes,
            },
        )?;
        return Ok(Ending::Good);
    }
    let offers = facade::offers(&run)?;
    let list = if speech.json {
        facade::json(&offers)
    } else {
        let lines: Vec<String> = offers.iter().map(line).collect();
        lines.join("\n")
    };
    let media_type = match speech.json {
        true => "application/json",
        false => "text/tab-separated-values",
    };
    speech.deliver(
        &wanted.out,
        &Content {
            file_name: "files",
            media_type,
            bytes: format!("{list}\n").as_bytes(),
        },
    )?;
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
    speech.deliver(
        &drawn.out,
        &Content {
            file_name: "diagram.svg",
            media_type: "image/svg+xml",
            bytes: svg.as_bytes(),
        },
    )?;
    Ok(Ending::Good)
}

/// Writes the report for paper.
pub fn report(file: &Path, out: &Path, speech: &Speech) -> Result<Ending, Complaint> {
    let scenario = scenario::read(file, speech)?;
    let run = scenario::simulate(&scenario, speech)?;
    let html = facade::printed(&scenario, &run, speech.lang)?;
    speech.deliver(
        out,
        &Content {
            file_name: &format!("report.{}.html", speech.lang.tag()),
            media_type: "text/html",
            bytes: html.as_bytes(),
        },
    )?;
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
