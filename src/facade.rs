//! The one door to the engine: every shell (page, command line, JavaScript, tests) enters here.
//!
//! Free functions over plain data. A [`Scenario`] may be wrong, a [`Plan`] cannot be, a [`Run`] cannot
//! change: `open` → `check` → `simulate`, and everything else reads the run.

pub use crate::analysis::compare;
pub use crate::analysis::export::{Export, ExportError, export, offers};
pub use crate::analysis::lanes;
/// Lessons played.
pub use crate::analysis::lessons;
pub use crate::analysis::rules;
pub use crate::analysis::view;
pub use crate::base::amount_time::{AmountTime, AmountTimeChange, INTEREST_DAYS};
pub use crate::base::date::{AccountingDate, Boundary, CivilDate, TimeOfDay, WallClock};
pub use crate::base::id::{AccountId, BatchId, BookId, PartyId};
pub use crate::base::money::Money;
pub use crate::base::rate::{Rate, Rounding};
pub use crate::domain::account::{AccountKind, Side};
pub use crate::domain::contract::{Mode, OnRefundShortfall};
pub use crate::domain::cycle::{NonWorkingTrade, SettlementCycle};
pub use crate::domain::posting::{EventKind, Meaning, Term};
pub use crate::engine::event::DeferReason;
pub use crate::scenario::difference::{ChangeKind, DocumentChange};
pub use crate::scenario::edit::{BLOCKS, Block, Edit, Tongue};
/// The scenario as forms.
pub use crate::scenario::forms;
pub use crate::scenario::gallery::{BLANK, GalleryGroup, GalleryItem};
pub use crate::scenario::import::preview::{FileKind, FileSeen};
/// Lessons as data.
pub use crate::scenario::lesson::{Code, Lesson, Picks, SHELF as LESSONS, ShelfItem};
pub use crate::scenario::link::{LinkTooLong, Opened};
pub use crate::scenario::notices::{Idle, Notice, NoticeKind};
pub use crate::scenario::problem::clash::Clash;
pub use crate::scenario::problem::{
    FileFlaw, Form, LessonClaim, LinkFlaw, Noun, Problem, ProblemKind,
};
/// The scenario document's types.
pub use crate::scenario::v1 as document;
pub use crate::scenario::v1::Scenario;

pub use crate::analysis::report;
pub use crate::engine::fault::{Fault, FaultKind, Missing};
pub use crate::engine::play::{Progress, simulate};
pub use crate::engine::run::Run;
pub use crate::scenario::plan::Plan;

use crate::base::calendar::Calendar;

/// Reads a scenario from its JSON text.
///
/// # Errors
/// Every problem, sorted by path.
pub fn open_text(text: &str) -> Result<Scenario, Vec<Problem>> {
    crate::scenario::document::read_text(text)
}

/// Reads a scenario from a JSON value, exactly as from its text.
///
/// # Errors
/// Every problem, sorted by path.
pub fn open_value(value: &serde_json::Value) -> Result<Scenario, Vec<Problem>> {
    crate::scenario::document::read_value(value)
}

/// Writes a scenario as canonical JSON text; `open_text` reads it back equal.
pub fn write(scenario: &Scenario) -> String {
    crate::scenario::writer::write(scenario)
}

/// Writes a scenario as JSON text without white space.
pub fn write_compact(scenario: &Scenario) -> String {
    crate::scenario::writer::write_compact(scenario)
}

/// The scenario after one change.
///
/// # Errors
/// The same problems at the same paths as a document with that value would have.
pub fn edit(scenario: &Scenario, edit: &Edit) -> Result<Scenario, Vec<Problem>> {
    crate::scenario::edit::apply(scenario, edit)
}

/// The scenario after several changes, each of what the one before has left, such as those of a fix.
///
/// # Errors
/// The problems that the first impossible change met.
pub fn edit_all(scenario: &Scenario, edits: &[Edit]) -> Result<Scenario, Vec<Problem>> {
    crate::scenario::edit::apply_all(scenario, edits)
}

/// What stands at a path of the document, on one line: the reason at the end of every explanation.
///
/// Where a default was left out it is the nearest thing around it. `None` when the path leads nowhere.
pub fn excerpt(scenario: &Scenario, path: &str) -> Option<String> {
    crate::scenario::writer::excerpt(scenario, path)
}

/// Where the eye should go after something was added at a path: to the new entry, or to the object itself.
pub fn added(after: &Scenario, path: &str) -> String {
    crate::scenario::edit::added(after, path)
}

/// Compiles a scenario to a plan that cannot be wrong.
///
/// # Errors
/// Every problem, sorted by path.
pub fn check(scenario: &Scenario) -> Result<Plan, Vec<Problem>> {
    crate::scenario::compile::compile(scenario)
}

/// What an author should know of a scenario that can be played all the same, by path.
pub fn notices(scenario: &Scenario) -> Vec<Notice> {
    crate::scenario::notices::notices(scenario)
}

/// Reads a WeChat Pay trade bill, of any edition, as a scenario.
///
/// # Errors
/// Every problem; a bill that disagrees with itself is refused with its lines.
pub fn open_wechat_bill(bytes: &[u8]) -> Result<Scenario, Vec<Problem>> {
    crate::scenario::import::wechat_bill::wechat_bill(bytes)
}

/// Looks at a file without opening it: what was read of it, and the scenario that it is or becomes.
pub fn preview_import(bytes: &[u8]) -> (FileSeen, Option<Scenario>) {
    crate::scenario::import::preview::preview(bytes)
}

/// Bytes of the largest file that can be opened.
pub const FILE_BYTES_MAX: usize = crate::scenario::limits::TEXT_BYTES_MAX;

/// The JSON schema (draft 2020-12) of scenarios, as plain data.
pub fn schema() -> impl serde::Serialize {
    crate::scenario::schema::schema()
}

/// Plain data as JSON text, for shells that speak to other programs.
pub fn json(value: &impl serde::Serialize) -> String {
    // Our rows hold nothing that JSON cannot say.
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// A settlement cycle such as `T+1`, in the form and within the limits that documents have.
///
/// # Errors
/// What is wrong with the text.
pub fn cycle(text: &str) -> Result<SettlementCycle, ProblemKind> {
    crate::scenario::document::form::cycle(text)
}

/// Why there is no due date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotDue {
    /// There is no such built-in calendar.
    UnknownCalendar,
    /// The calendar does not know this day, on which it would have to be asked.
    BeyondCalendar(CivilDate),
}

/// The date on which a trade of `of` is due under `cycle`, by the built-in calendar `cn` or `weekdays`.
///
/// # Errors
/// Why there is none, with the first day that the calendar does not know.
pub fn due(cycle: SettlementCycle, of: CivilDate, calendar: &str) -> Result<CivilDate, NotDue> {
    let calendar = calendar_named(calendar).ok_or(NotDue::UnknownCalendar)?;
    let of = AccountingDate::of_days(of.days());
    let due = cycle.due(of, &calendar, NonWorkingTrade::AsIs);
    due.map_err(|beyond| NotDue::BeyondCalendar(beyond.date))
}

/// Whether a day is a working day of the built-in calendar `cn` or `weekdays`.
pub fn is_working(day: CivilDate, calendar: &str) -> Option<bool> {
    calendar_named(calendar)?.is_working(day).ok()
}

fn calendar_named(name: &str) -> Option<Calendar> {
    match name {
        "cn" => Some(Calendar::cn()),
        "weekdays" => Some(Calendar::weekdays()),
        _ => None,
    }
}

/// The files that a run has written beside a `summary.json`; none when the text is not one.
pub fn files_listed(summary: &str) -> Vec<String> {
    crate::analysis::export::json::files_listed(summary)
}

/// The scenarios that ship with the program.
pub fn gallery() -> &'static [GalleryItem] {
    crate::scenario::gallery::GALLERY
}

/// Reads a lesson from its JSON text.
///
/// # Errors
/// Every problem, sorted by path. Whether it keeps its promises is shown by `lessons::proved`.
pub fn open_lesson(text: &str) -> Result<Lesson, Vec<Problem>> {
    crate::scenario::lesson::read_text(text)
}

/// The share link of a scenario: what stands behind `#` or `?s=`.
///
/// # Errors
/// [`LinkTooLong`] with the limit; offer a file instead.
pub fn link(scenario: &Scenario) -> Result<String, LinkTooLong> {
    crate::scenario::link::encode(scenario)
}

/// An address as a QR code; `None` when it is longer than [`QR_CHARS_MAX`].
pub use crate::scenario::link::qr::{QrPicture, qr};

/// Characters of an address that still becomes a QR code.
pub const QR_CHARS_MAX: usize = crate::scenario::limits::QR_CHARS_MAX;

/// Whether a text (an address, a message) holds anything that looks like a share link, whole or not.
///
/// Cheap: only [`open_any_link`] and its like say whether it is one.
pub fn looks_like_link(text: &str) -> bool {
    crate::scenario::link::looks_like_one(text)
}

/// Opens the share link in a text (an address, a message, the bare link), whether it carries one scenario or two.
///
/// # Errors
/// Every problem. What is glued onto a link is left out where its checksum proves the rest; two different links
/// are refused.
pub fn open_any_link(text: &str) -> Result<Opened, Vec<Problem>> {
    crate::scenario::link::open(text)
}

/// Opens a share link of one scenario, given bare, as a whole address, or inside a message.
///
/// # Errors
/// Every problem; a link that was cut or changed is never another scenario.
pub fn open_link(link: &str) -> Result<Scenario, Vec<Problem>> {
    crate::scenario::link::decode(link)
}

/// The link of two scenarios that are to be compared.
///
/// # Errors
/// [`LinkTooLong`] with the limit; offer two files instead.
pub fn pair_link(a: &Scenario, b: &Scenario) -> Result<String, LinkTooLong> {
    crate::scenario::link::encode_pair(a, b)
}

/// Opens a link of two scenarios, given bare or as a whole address.
///
/// # Errors
/// Every problem; a link that was cut or changed is never another pair, and a link of one is refused.
pub fn open_pair_link(link: &str) -> Result<(Scenario, Scenario), Vec<Problem>> {
    crate::scenario::link::decode_pair(link)
}

pub use crate::text::findings::ToldFix;
/// What the rules say of a run, in words of one language, gravest first.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn risks(run: &Run, lang: Lang) -> Result<Risks, Fault> {
    let found = report::findings(run)?;
    let places = report::finding_places(run, &found.findings)?;
    let summary = report::summary(run)?;
    Ok(crate::text::findings::told::told(
        &found, &places, &summary, lang,
    ))
}

/// Two scenarios compared, as tables in words of one language.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn comparison(
    a: compare::Played<'_>,
    b: compare::Played<'_>,
    lang: Lang,
) -> Result<ToldComparison, Fault> {
    let all = compare::both(a, b, None)?;
    Ok(crate::text::compare::tables::told(&all, lang))
}

/// What lines of completion codes stand for, as a table in words of one language.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn told_codes(lines: &str, lang: Lang) -> Result<ToldTable, Fault> {
    let seen = lessons::codes(lines)?;
    Ok(crate::text::codes::told::told(&seen, lang))
}

pub use crate::text::compare::tables::{ToldComparison, ToldTable};

/// The fixes of a finding of a run, each played and told in words of one language: what it changes and what that
/// does. `place` is that of the finding in the report.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn fix_previews(
    run: &Run,
    scenario: &Scenario,
    place: u32,
    lang: Lang,
) -> Result<Vec<FixPreview>, Fault> {
    let found = report::findings(run)?;
    let place = usize::try_from(place).unwrap_or(usize::MAX);
    let fixes = found
        .findings
        .get(place)
        .map(|one| rules::fixes(scenario, one));
    let mut previews = Vec::new();
    for fix in fixes.unwrap_or_default() {
        // A fix is offered only where what it leads to can be played.
        let Ok(after) = edit_all(scenario, &fix.edits) else {
            continue;
        };
        let Ok(plan) = check(&after) else { continue };
        let change = report::findings_change(run, &simulate(plan, &mut |_| {})?)?;
        previews.push(FixPreview::of(&fix, write(&after), &change, lang));
    }
    Ok(previews)
}

/// The moments at which one stops when showing a run to others, in words of one language.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn storyboard(run: &Run, lang: Lang) -> Result<Vec<ToldMoment>, Fault> {
    let moments = report::storyboard(run)?;
    let summary = report::summary(run)?;
    Ok(crate::text::storyboard::told(moments, &summary, lang))
}

pub use crate::text::findings::told::{FixPreview, Risk, RiskStep, Risks};
pub use crate::text::notices::ToldNotice;
pub use crate::text::problems::ToldProblem;
pub use crate::text::storyboard::ToldMoment;
pub use crate::text::terminal::LeftAlone;
pub use crate::text::usage::Misuse;
pub use crate::text::{Lang, Text};

/// Names as every shell shows them.
pub mod words {
    pub use crate::text::codes::told as codes;
    pub use crate::text::compare::{headlines, is_same_day, signed, signed_count, signed_days};
    pub use crate::text::fields::{answer, label, list, severity};
    pub use crate::text::findings::{change_lines, fix, told_before};
    pub use crate::text::lanes::{
        account_title, book_name, clock, is_payers, keeper_and_cut, node_title, party_name,
        step_sign,
    };
    pub use crate::text::places::{place, places};
    pub use crate::text::timeline::{happening, short_date};
}

/// The picture of a lane model, placed for a wide or a narrow screen, with room for the widest amounts.
pub fn lane_scene(
    model: &view::LaneModel,
    summary: &view::Summary,
    lang: Lang,
    shape: lanes::Shape,
) -> lanes::Scene {
    lanes::layout(&crate::text::lanes::sketch(model, summary, lang), shape)
}

/// The same picture as a file that stands alone (SVG), wide, with the amounts of one moment.
pub fn diagram(
    model: &view::LaneModel,
    amounts: &view::LaneAmounts,
    at: WallClock,
    summary: &view::Summary,
    lang: Lang,
) -> String {
    let sketch = crate::text::lanes::sketch_marked(model, summary, lang);
    let scene = lanes::layout(&sketch, lanes::Shape::Wide);
    let ink = crate::text::lanes::ink(model, amounts, at, summary, lang);
    lanes::svg::svg(&scene, &ink)
}

/// The printed report of a run: one HTML file for A4 in which nothing runs and for which nothing is fetched.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn printed(scenario: &Scenario, run: &Run, lang: Lang) -> Result<String, Fault> {
    let facts = crate::analysis::printed::printed(scenario, run)?;
    let sheet = crate::text::printed::sheet(scenario, &facts, link(scenario).ok(), lang);
    Ok(crate::analysis::export::html::page(&sheet))
}

#[cfg(test)]
mod typings;
