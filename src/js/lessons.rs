//! Lessons for JavaScript: which there are, what one says, how far somebody has come in it, and what codes say.

use wasm_bindgen::prelude::*;

use super::{Answer, outcome, plain, read_or_default, rejected, thrown, told};
use crate::facade::lessons::{self, Unjudged};
use crate::facade::view::LessonAnswer;
use crate::facade::{self, Lang};

/// The lessons that ship, in the order in which they are best taken.
#[wasm_bindgen(unchecked_return_type = "LessonCard[]")]
pub fn lesson_list() -> Answer {
    plain(&lessons::shelf())
}

/// Everything that a lesson says before it is taken; `null` when there is no such lesson.
#[wasm_bindgen(unchecked_return_type = "LessonPage | null")]
pub fn lesson_page(id: &str) -> Answer {
    plain(&lessons::shelved(id).as_ref().map(lessons::page))
}

/// How far somebody has come who has picked and bet this: `ok` with `state`; `null` when there is no such lesson.
#[wasm_bindgen(unchecked_return_type = "LessonJudged | null")]
pub fn lesson_state(
    id: &str,
    #[wasm_bindgen(unchecked_param_type = "Partial<LessonAnswer> | null")] answer: JsValue,
) -> Answer {
    let Some(lesson) = lessons::shelved(id) else {
        return Ok(JsValue::NULL);
    };
    let answer: LessonAnswer = read_or_default(answer)?;
    match lessons::judged(&lesson, &answer) {
        Ok(state) => outcome("ok", "state", plain(&state)?),
        Err(Unjudged::Problems(problems)) => rejected(&problems),
        Err(Unjudged::Fault(fault)) => Err(thrown("fault", &format!("{fault:?}"))),
    }
}

/// What completion codes stand for, one a line, with or without a name beside it.
#[wasm_bindgen(unchecked_return_type = "CodesSeen")]
pub fn lesson_codes(lines: &str) -> Answer {
    told(lessons::codes(lines))
}

/// The same as a table in words of a language (`zh-CN` or `en`).
#[wasm_bindgen(unchecked_return_type = "ToldTable")]
pub fn lesson_codes_told(lines: &str, lang: &str) -> Answer {
    told(facade::told_codes(lines, Lang::of_tag(lang)))
}
