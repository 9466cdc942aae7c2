//! Lessons: which there are, whether they keep their promises, and what completion codes stand for.

use std::path::Path;

use daycut::facade::lessons::{self, Proof};
use daycut::facade::view::{CodeRow, CodeStanding, Signature};
use daycut::facade::{self, LESSONS, Problem, words};
use serde::Serialize;

use super::speech::{Complaint, Ending, Speech};

/// The lessons that ship instead of a file.
const ALL: &str = "all";

/// One line a lesson.
pub fn list(speech: &Speech) -> Result<Ending, Complaint> {
    let cards = lessons::shelf();
    if speech.json {
        speech.say(&facade::json(&cards))?;
    } else {
        let text = speech.text().terminal;
        for card in &cards {
            let title = speech.lang.of(&card.title);
            speech.say(&(text.lesson_line)(&card.id, title, card.minutes))?;
        }
    }
    Ok(Ending::Good)
}

/// What was shown of one lesson.
#[derive(Serialize)]
struct Shown {
    lesson: String,
    ways: usize,
    passing: usize,
    problems: Vec<Problem>,
}

impl Shown {
    fn of(name: &str, text: &str) -> Result<Shown, Complaint> {
        let proof = match facade::open_lesson(text) {
            Ok(lesson) => lessons::proved(&lesson)?,
            Err(problems) => Proof {
                problems,
                ..Proof::default()
            },
        };
        Ok(Shown {
            lesson: name.to_owned(),
            ways: proof.ways,
            passing: proof.passing,
            problems: proof.problems,
        })
    }
}

/// Plays a lesson, or all that ship, in every way.
pub fn verify(file: &Path, speech: &Speech) -> Result<Ending, Complaint> {
    let shown: Vec<Shown> = if file.as_os_str() == ALL {
        let all = LESSONS.iter().map(|item| Shown::of(item.id, item.text));
        all.collect::<Result<_, _>>()?
    } else {
        vec![Shown::of(
            &file.display().to_string(),
            &speech.read_text(file)?,
        )?]
    };
    if speech.json {
        speech.say(&facade::json(&shown))?;
    } else {
        let text = speech.text();
        for one in &shown {
            for problem in &one.problems {
                let located = text.problems.located(problem);
                speech.say(&format!("{}: {located}", one.lesson))?;
            }
            if one.problems.is_empty() {
                speech.say(&(text.terminal.lesson_proved)(
                    &one.lesson,
                    one.ways,
                    one.passing,
                ))?;
            }
        }
    }
    let sound = shown.iter().all(|one| one.problems.is_empty());
    Ok(if sound { Ending::Good } else { Ending::Wrong })
}

/// What completion codes stand for, one a line.
pub fn code(codes: &[String], speech: &Speech) -> Result<Ending, Complaint> {
    let mut lines = Vec::new();
    for one in codes {
        lines.push(match one.as_str() {
            "-" => speech.read_text(Path::new(one))?,
            line => line.to_owned(),
        });
    }
    let seen = lessons::codes(&lines.join("\n"))?;
    if speech.json {
        speech.say(&facade::json(&seen))?;
    } else {
        for row in &seen.rows {
            speech.say(&line(row, speech))?;
        }
        if seen.left_out > 0 {
            speech.say(&words::codes::left_out(seen.left_out, speech.lang))?;
        }
    }
    let sound = |row: &CodeRow| {
        let name = Signature::Other;
        matches!(row.standing, CodeStanding::Passed { .. })
            && row.standing != CodeStanding::Passed { name }
    };
    let is_good = seen.left_out == 0 && !seen.rows.is_empty() && seen.rows.iter().all(sound);
    Ok(if is_good { Ending::Good } else { Ending::Wrong })
}

/// Code, name, lesson and what was chosen, as far as they are known, and what the code comes to.
fn line(row: &CodeRow, speech: &Speech) -> String {
    let lang = speech.lang;
    let cells = [
        row.code.clone(),
        row.name.clone(),
        words::codes::lesson(row, lang),
        words::codes::chosen(row, lang),
        words::codes::standing(&row.standing, lang),
    ];
    let said: Vec<&str> = cells.iter().map(String::as_str).collect();
    let said = said.into_iter().filter(|cell| !cell.is_empty());
    said.collect::<Vec<_>>().join("  ")
}
