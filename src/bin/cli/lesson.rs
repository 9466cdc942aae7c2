//! Lessons: which there are, and whether they keep their promises.

use daycut::facade::lessons::{self, Proof};
use daycut::facade::{self, LESSONS, Problem};
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
pub fn verify(file: &str, speech: &Speech) -> Result<Ending, Complaint> {
    let shown: Vec<Shown> = if file == ALL {
        let all = LESSONS.iter().map(|item| Shown::of(item.id, item.text));
        all.collect::<Result<_, _>>()?
    } else {
        vec![Shown::of(file, &speech.read_text(file)?)?]
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
