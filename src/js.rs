//! The public JavaScript API, which is also the engine that the page's worker runs.
//!
//! Plain data in, plain data out, one façade call each. Answers say how it went
//! (`{ status: "ok" | "rejected" | "broken", … }`); a throw means that an argument was not plain data or
//! that a report met a bug of ours. Objects are turned into text first, so that they meet the same reader.

mod compare;
mod lessons;
mod links;
mod printed;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::facade::view::{Finding, JournalFilter, LaneView};
use crate::facade::{
    self, AccountId, AccountingDate, CivilDate, Fault, Problem, Progress, Scenario, WallClock,
    report,
};

mod shown;

type Answer = Result<JsValue, JsValue>;

/// The rows, written by a test from the Rust types.
#[wasm_bindgen(typescript_custom_section)]
const ROWS: &str = include_str!("js/rows.d.ts");

/// The answers that say how it went.
#[wasm_bindgen(typescript_custom_section)]
const ANSWERS: &str = include_str!("js/answers.d.ts");

/// A finished run. Everything it hands out is plain data; call `free()` when it is no longer needed.
#[wasm_bindgen]
pub struct Run(facade::Run, Scenario);

#[wasm_bindgen]
impl Run {
    /// What the run is about and how it ended: parties, books, accounts, totals, expectations.
    #[wasm_bindgen(unchecked_return_type = "Summary")]
    pub fn summary(&self) -> Answer {
        told(report::summary(&self.0))
    }

    /// Both balances of every account after so many events.
    #[wasm_bindgen(unchecked_return_type = "Snapshot")]
    pub fn snapshot(&self, event: u32) -> Answer {
        told(report::snapshot(&self.0, event))
    }

    /// What event number `event` was, counted from 1.
    #[wasm_bindgen(unchecked_return_type = "EventRow")]
    pub fn event_row(&self, event: u32) -> Answer {
        told(report::event_row(&self.0, event))
    }

    /// How many events have happened at the end of a moment such as `2018-09-30T22:00:00`.
    #[wasm_bindgen(unchecked_return_type = "number")]
    pub fn event_at(&self, moment: &str) -> Answer {
        let at = WallClock::parse(moment).ok_or_else(|| not_plain("moment", moment))?;
        plain(&report::event_at(&self.0, at))
    }

    /// Days, day cuts, what happened, and how dense payments are.
    #[wasm_bindgen(unchecked_return_type = "Timeline")]
    pub fn timeline(&self) -> Answer {
        told(report::timeline(&self.0))
    }

    /// Rows `from … from + len` (at most 200) of the journal, with the number of all rows.
    #[wasm_bindgen(unchecked_return_type = "Window<JournalRow>")]
    pub fn journal(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<JournalFilter> | null")] filter: JsValue,
        from: u32,
        len: u32,
    ) -> Answer {
        let filter: JournalFilter = read_or_default(filter)?;
        told(report::journal(&self.0, filter, from, len))
    }

    /// Where the rows of event number `event` begin in the filtered journal.
    #[wasm_bindgen(unchecked_return_type = "number")]
    pub fn journal_place(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<JournalFilter> | null")] filter: JsValue,
        event: u32,
    ) -> Answer {
        let filter: JournalFilter = read_or_default(filter)?;
        told(report::journal_place(&self.0, filter, event))
    }

    /// What every party holds of others' money after so many events, by `"event_time"` or `"knowledge_time"`.
    #[wasm_bindgen(unchecked_return_type = "HeldNow[]")]
    pub fn held(
        &self,
        event: u32,
        #[wasm_bindgen(unchecked_param_type = "HeldSince | null")] since: JsValue,
    ) -> Answer {
        told(report::held(&self.0, event, read_or_default(since)?))
    }

    /// The same over the whole run: maximum, time, amount × time, what each day's end left.
    #[wasm_bindgen(unchecked_return_type = "HeldOverRun[]")]
    pub fn held_over_run(
        &self,
        #[wasm_bindgen(unchecked_param_type = "HeldSince | null")] since: JsValue,
    ) -> Answer {
        told(report::held_over_run(&self.0, read_or_default(since)?))
    }

    /// Suspected risks with their evidence, rules that found nothing, and rules that could not be judged.
    #[wasm_bindgen(unchecked_return_type = "Findings")]
    pub fn findings(&self) -> Answer {
        told(report::findings(&self.0))
    }

    /// Which findings vanish, stay and appear from this run to another, and who held how much of others' money.
    #[wasm_bindgen(unchecked_return_type = "FindingsChange")]
    pub fn findings_change(&self, after: &Run) -> Answer {
        told(report::findings_change(&self.0, &after.0))
    }

    /// Whose the money of every account is after so many events.
    #[wasm_bindgen(unchecked_return_type = "Beneficiaries[]")]
    pub fn beneficiaries(&self, event: u32) -> Answer {
        told(report::beneficiaries(&self.0, event))
    }

    /// Accounts that mirror each other, date by date, and what explains their differences.
    #[wasm_bindgen(unchecked_return_type = "MirrorRow[]")]
    pub fn mirrors(&self) -> Answer {
        told(report::mirrors(&self.0))
    }

    /// The same at one instant, after so many events.
    #[wasm_bindgen(unchecked_return_type = "MirrorNow[]")]
    pub fn mirrors_at(&self, event: u32) -> Answer {
        told(report::mirrors_at(&self.0, event))
    }

    /// Why a balance is what it is: the last `len` entries that make it (at most 200).
    #[wasm_bindgen(unchecked_return_type = "BalanceWhy")]
    pub fn why_balance(&self, account: u32, event: u32, previous_day: bool, len: u32) -> Answer {
        let account = AccountId(account);
        told(report::why_balance(
            &self.0,
            account,
            event,
            previous_day,
            len,
        ))
    }

    /// Why event number `event` happened, by which rule it posted, and where the scenario says so.
    #[wasm_bindgen(unchecked_return_type = "EventWhy")]
    pub fn why_event(&self, event: u32) -> Answer {
        told(report::why_event(&self.0, event))
    }

    /// Both balances of an account over time, in at most `points` steps.
    #[wasm_bindgen(unchecked_return_type = "Series")]
    pub fn series(&self, account: u32, points: u32) -> Answer {
        told(report::series(&self.0, AccountId(account), points))
    }

    /// Batches: what each channel owes each payee for each accounting date.
    #[wasm_bindgen(unchecked_return_type = "BatchRow[]")]
    pub fn batches(&self) -> Answer {
        told(report::batches(&self.0))
    }

    /// Payouts that were made.
    #[wasm_bindgen(unchecked_return_type = "PayoutRow[]")]
    pub fn payouts(&self) -> Answer {
        told(report::payouts(&self.0))
    }

    /// Lanes, nodes and edges of the picture, by `"holder"` or by `"keeper"`.
    #[wasm_bindgen(unchecked_return_type = "LaneModel")]
    pub fn lanes(
        &self,
        #[wasm_bindgen(unchecked_param_type = "LaneView | null")] view: JsValue,
    ) -> Answer {
        let view: LaneView = read_or_default(view)?;
        told(report::lanes(&self.0, view))
    }

    /// Amounts of the picture after so many events.
    #[wasm_bindgen(unchecked_return_type = "LaneAmounts")]
    pub fn lane_amounts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "LaneView | null")] view: JsValue,
        event: u32,
    ) -> Answer {
        let view: LaneView = read_or_default(view)?;
        told(report::lane_amounts(&self.0, view, event))
    }

    /// Files that this run can give: kind, party, date and name of each.
    #[wasm_bindgen(unchecked_return_type = "ExportOffer[]")]
    pub fn offers(&self) -> Answer {
        told(facade::offers(&self.0))
    }

    /// One file: `{ status: "ok", file: { file_name, media_type, bytes } }`, or `{ status: "rejected", error }`
    /// that says what there is instead.
    #[wasm_bindgen(unchecked_return_type = "FileAnswer")]
    pub fn export(&self, kind: &str, party: &str, date: Option<String>) -> Answer {
        let date = match date {
            None => None,
            Some(text) => {
                Some(AccountingDate::parse(&text).ok_or_else(|| not_plain("date", &text))?)
            }
        };
        match facade::export(&self.0, kind, party, date) {
            Ok(file) => outcome("ok", "file", file_of(&file)?),
            Err(error) => outcome("rejected", "error", plain(&error)?),
        }
    }

    /// Every file that this run offers.
    #[wasm_bindgen(unchecked_return_type = "ExportFile[]")]
    pub fn exports(&self) -> Answer {
        let files = js_sys::Array::new();
        let offers = facade::offers(&self.0);
        for offer in offers.map_err(|fault| thrown("fault", &format!("{fault:?}")))? {
            let file = facade::export(&self.0, &offer.kind, &offer.party, offer.date);
            let file = file.map_err(|error| thrown("fault", &format!("{error:?}")))?;
            files.push(&file_of(&file)?);
        }
        Ok(files.into())
    }
}

fn file_of(file: &facade::Export) -> Answer {
    let answer = js_sys::Object::new();
    js_sys::Reflect::set(
        &answer,
        &"file_name".into(),
        &file.file_name.as_str().into(),
    )?;
    js_sys::Reflect::set(
        &answer,
        &"media_type".into(),
        &file.media_type.as_str().into(),
    )?;
    let bytes = js_sys::Uint8Array::from(file.bytes.as_slice());
    js_sys::Reflect::set(&answer, &"bytes".into(), &bytes)?;
    Ok(answer.into())
}

/// Plays a scenario, given as text or as an object, and tells `progress(events, expected)` now and then.
#[wasm_bindgen(unchecked_return_type = "RunAnswer")]
pub fn simulate(
    #[wasm_bindgen(unchecked_param_type = "string | object")] scenario: JsValue,
    #[wasm_bindgen(
        unchecked_param_type = "((events: number, expected: number) => void) | null | undefined"
    )]
    progress: Option<js_sys::Function>,
) -> Answer {
    let text = text_of(scenario)?;
    let opened = facade::open_text(&text);
    let checked = opened.and_then(|scenario| Ok((facade::check(&scenario)?, scenario)));
    let (plan, scenario) = match checked {
        Ok(checked) => checked,
        Err(problems) => return rejected(&problems),
    };
    let mut tell = |so_far: Progress| {
        if let Some(progress) = &progress {
            // A listener that throws is the listener's affair: the run goes on.
            let _ = progress.call2(
                &JsValue::NULL,
                &so_far.events.into(),
                &so_far.expected.into(),
            );
        }
    };
    match facade::simulate(plan, &mut tell) {
        Ok(run) => {
            let notices = notices_of(&scenario)?;
            let answer = outcome("ok", "run", Run(run, scenario).into())?;
            js_sys::Reflect::set(&answer, &"notices".into(), &notices)?;
            Ok(answer)
        }
        Err(fault) => outcome("broken", "fault", plain(&fault)?),
    }
}

/// Reads a scenario and writes it back in its canonical form, with defaults left out.
#[wasm_bindgen(unchecked_return_type = "TextAnswer")]
pub fn open(#[wasm_bindgen(unchecked_param_type = "string | object")] scenario: JsValue) -> Answer {
    written(facade::open_text(&text_of(scenario)?))
}

/// What stands at a path of a scenario, on one line; `null` when the path leads nowhere.
#[wasm_bindgen(unchecked_return_type = "string | null | Rejected")]
pub fn excerpt(
    #[wasm_bindgen(unchecked_param_type = "string | object")] scenario: JsValue,
    path: &str,
) -> Answer {
    match facade::open_text(&text_of(scenario)?) {
        Ok(scenario) => plain(&facade::excerpt(&scenario, path)),
        Err(problems) => rejected(&problems),
    }
}

/// The fixes of a finding of the scenario that was played: what each does, its edits, and the scenario after them.
#[wasm_bindgen(unchecked_return_type = "FixesAnswer")]
pub fn fixes(
    #[wasm_bindgen(unchecked_param_type = "string | object")] scenario: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Finding")] finding: JsValue,
) -> Answer {
    let scenario = match facade::open_text(&text_of(scenario)?) {
        Ok(scenario) => scenario,
        Err(problems) => return rejected(&problems),
    };
    let finding: Finding = serde_wasm_bindgen::from_value(finding)
        .map_err(|error| thrown("argument", &error.to_string()))?;
    let fixes = facade::ToldFix::all(&scenario, &finding);
    outcome("ok", "fixes", plain(&fixes)?)
}

/// Looks at the bytes of a file without opening it: `ok` with `seen`, and with `text`, the scenario that it is
/// or becomes, unless it has problems or becomes none.
#[wasm_bindgen(unchecked_return_type = "PreviewAnswer")]
pub fn preview_import(bytes: &[u8]) -> Answer {
    let (seen, scenario) = facade::preview_import(bytes);
    let answer = outcome("ok", "seen", plain(&seen)?)?;
    let problems = problems_of(&seen.problems)?;
    js_sys::Reflect::set(&answer, &"problems".into(), &problems)?;
    if let Some(scenario) = scenario {
        let text = facade::write(&scenario);
        js_sys::Reflect::set(&answer, &"text".into(), &text.into())?;
    }
    Ok(answer)
}

/// The day on which a trade of `date` is due under a cycle such as `T+1`, by the calendar `cn` or
/// `weekdays`; `null` where the calendar does not know.
#[wasm_bindgen(unchecked_return_type = "string | null")]
pub fn due(cycle: &str, date: &str, calendar: &str) -> Answer {
    let cycle = facade::cycle(cycle).map_err(|_| not_plain("cycle", cycle))?;
    let date = CivilDate::parse(date).ok_or_else(|| not_plain("date", date))?;
    plain(&facade::due(cycle, date, calendar).ok())
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn written(opened: Result<Scenario, Vec<Problem>>) -> Answer {
    match opened {
        Ok(scenario) => outcome("ok", "text", facade::write(&scenario).into()),
        Err(problems) => rejected(&problems),
    }
}

fn rejected(problems: &[Problem]) -> Answer {
    outcome("rejected", "problems", problems_of(problems)?)
}

/// Each problem as data, and in words.
fn problems_of(problems: &[Problem]) -> Answer {
    let list = js_sys::Array::new();
    for problem in problems {
        let entry = plain(problem)?;
        let words = facade::ToldProblem::of(problem).text;
        js_sys::Reflect::set(&entry, &"text".into(), &plain(&words)?)?;
        list.push(&entry);
    }
    Ok(list.into())
}

/// Each notice as data, and in words.
fn notices_of(scenario: &Scenario) -> Answer {
    let list = js_sys::Array::new();
    for notice in facade::notices(scenario) {
        let entry = plain(&notice)?;
        let words = facade::ToldNotice::of(&notice).text;
        js_sys::Reflect::set(&entry, &"text".into(), &plain(&words)?)?;
        list.push(&entry);
    }
    Ok(list.into())
}

fn outcome(status: &str, name: &str, value: JsValue) -> Answer {
    let answer = js_sys::Object::new();
    js_sys::Reflect::set(&answer, &"status".into(), &status.into())?;
    js_sys::Reflect::set(&answer, &name.into(), &value)?;
    Ok(answer.into())
}

/// A report, or the bug that it met, thrown as `{ kind: "fault", message }`.
fn told<T: Serialize>(report: Result<T, Fault>) -> Answer {
    match report {
        Ok(rows) => plain(&rows),
        Err(fault) => Err(thrown("fault", &format!("{fault:?}"))),
    }
}

fn plain<T: Serialize + ?Sized>(value: &T) -> Answer {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value
        .serialize(&serializer)
        .map_err(|error| thrown("fault", &error.to_string()))
}

fn read_or_default<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(value).map_err(|error| thrown("argument", &error.to_string()))
}

/// Text as it is; anything else as the JSON that it stands for.
fn text_of(value: JsValue) -> Result<String, JsValue> {
    if let Some(text) = value.as_string() {
        return Ok(text);
    }
    let json = js_sys::JSON::stringify(&value)?;
    json.as_string()
        .ok_or_else(|| thrown("argument", "neither text nor plain data"))
}

fn not_plain(what: &str, found: &str) -> JsValue {
    thrown("argument", &format!("{what}: {found}"))
}

fn thrown(kind: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // An error that cannot carry its kind still carries its message.
    let _ = js_sys::Reflect::set(&error, &"kind".into(), &kind.into());
    error.into()
}
