//! The address bar: which page it names, whether it carries a scenario, and taking that out again.

use std::rc::Rc;

use daycut::facade;
use daycut::facade::view::LessonAnswer;
use wasm_bindgen::JsValue;
use web_sys::window;

use crate::ui::place::{COMPARE, PLAY, Place};

/// Characters of a bet in an address.
const BET_CHARS_MAX: usize = 40;
/// More than any lesson has.
const KNOBS_MAX: usize = 8;

/// What the address asks for.
#[derive(Clone, PartialEq, Debug)]
pub enum Address {
    /// The gallery.
    Gallery,
    /// A scenario, and with `true` the comparison with the pinned one.
    Desk(Place, bool),
    /// All lessons.
    Learn,
    /// What completion codes stand for.
    Codes,
    /// A lesson, and what was bet and picked in it, where the address says so.
    Lesson(String, Option<LessonAnswer>),
}

/// The gallery.
const HOME: &str = "#/";
const LEARN: &str = "#/learn";
/// No lesson has this id.
const CODES: &str = "codes";

/// What the address asks for now.
pub fn current() -> Address {
    let Some(location) = window().map(|window| window.location()) else {
        return Address::Gallery;
    };
    let hash = location.hash().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    asked(&hash, &query)
}

fn asked(hash: &str, query: &str) -> Address {
    if let Some(link) = link_in(hash, query) {
        let is_pair = link.trim_start_matches("s=").starts_with('p');
        return Address::Desk(Place::Link(Rc::from(link)), is_pair);
    }
    if let Some(rest) = hash.strip_prefix(LEARN) {
        return lesson(rest.trim_matches('/'));
    }
    if let Some(rest) = hash.strip_prefix(COMPARE) {
        return Address::Desk(Place::read(rest), true);
    }
    match hash.strip_prefix(PLAY) {
        Some(rest) => Address::Desk(Place::read(rest), false),
        None => Address::Gallery,
    }
}

/// Whatever of an address may be a link, for the one reader of links; a page of ours that is named counts for more.
fn link_in(hash: &str, query: &str) -> Option<String> {
    let is_page = hash == HOME
        || [LEARN, COMPARE, PLAY]
            .iter()
            .any(|page| hash.starts_with(page));
    if is_page {
        return None;
    }
    let parts = query.trim_start_matches('?').split('&');
    let mut parts: Vec<&str> = parts.filter(|part| part.starts_with("s=")).collect();
    parts.extend(Some(hash.trim_start_matches('#')).filter(|bare| !bare.is_empty()));
    Some(parts.join("#")).filter(|link| facade::looks_like_link(link))
}

/// `K5`, or `K5/292.20/1-1-0`: id, bet, the place of the choice of each knob.
fn lesson(rest: &str) -> Address {
    match rest.split_once('/') {
        _ if rest.is_empty() => Address::Learn,
        _ if rest == CODES => Address::Codes,
        None => Address::Lesson(rest.to_owned(), None),
        Some((id, answer)) => Address::Lesson(id.to_owned(), Some(answer_of(answer))),
    }
}

/// What was bet and picked, as it stands in an address. What cannot be read is left out.
pub fn answer_of(text: &str) -> LessonAnswer {
    let (bet, picks) = text.split_once('/').unwrap_or((text, ""));
    let picks = picks.split('-').map_while(|place| place.parse().ok());
    let decoded = js_sys::decode_uri_component(bet);
    LessonAnswer {
        picks: picks.take(KNOBS_MAX).collect(),
        bet: decoded
            .map(String::from)
            .unwrap_or_default()
            .chars()
            .take(BET_CHARS_MAX)
            .collect(),
        ..LessonAnswer::default()
    }
}

/// The same the other way round.
pub fn answer_text(answer: &LessonAnswer) -> String {
    let bet = String::from(js_sys::encode_uri_component(&answer.bet));
    let picks: Vec<String> = answer.picks.iter().map(u32::to_string).collect();
    format!("{bet}/{}", picks.join("-"))
}

/// Shows a lesson in the address bar, without a step back for every turn of a knob.
pub fn show_lesson(id: &str, answer: &LessonAnswer) {
    replace(&lesson_hash(id, answer));
}

fn lesson_hash(id: &str, answer: &LessonAnswer) -> String {
    if answer.bet.is_empty() && answer.picks.is_empty() {
        return format!("{LEARN}/{id}");
    }
    format!("{LEARN}/{id}/{}", answer_text(answer))
}

/// The whole address of a lesson, with what was bet and picked.
pub fn of_lesson(id: &str, answer: &LessonAnswer) -> String {
    whole(lesson_hash(id, answer).trim_start_matches('#'))
}

/// Goes to a scenario, with a step back to where one was.
pub fn go_to(place: &Place, compares: bool) {
    if let Some(Ok(history)) = window().map(|window| window.history()) {
        // A browser that refuses keeps the old address; nothing else depends on it.
        let hash = place.hash(compares);
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&hash));
    }
}

/// Shows the scenario on the desk in the address bar without a step back; an address that names it stays.
pub fn show(place: &Place, compares: bool) {
    if current() != Address::Desk(place.clone(), compares) {
        replace(&place.hash(compares));
    }
}

/// Shows the gallery in the address bar without a step back.
pub fn show_gallery() {
    replace(HOME);
}

/// A whole address that carries a scenario.
pub fn with_link(link: &str) -> String {
    whole(link)
}

fn whole(link: &str) -> String {
    match window().map(|window| window.location()) {
        Some(location) => {
            let origin = location.origin().unwrap_or_default();
            let path = location.pathname().unwrap_or_default();
            format!("{origin}{path}#{link}")
        }
        None => link.to_owned(),
    }
}

/// The value of a parameter of the query.
pub fn parameter(name: &str) -> Option<String> {
    let query = window()?.location().search().ok()?;
    let mut parts = query.trim_start_matches('?').split('&');
    parts.find_map(|part| {
        part.strip_prefix(name)?
            .strip_prefix('=')
            .map(str::to_owned)
    })
}

fn replace(hash: &str) {
    let Some(window) = window() else { return };
    let location = window.location();
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    let kept: Vec<&str> = query
        .trim_start_matches('?')
        .split('&')
        .filter(|part| !part.is_empty() && !part.starts_with("s="))
        .collect();
    let query = if kept.is_empty() {
        String::new()
    } else {
        format!("?{}", kept.join("&"))
    };
    if let Ok(history) = window.history() {
        // A browser that refuses keeps the old address; nothing else depends on it.
        let _ = history.replace_state_with_url(
            &JsValue::NULL,
            "",
            Some(&format!("{path}{query}{hash}")),
        );
    }
}
