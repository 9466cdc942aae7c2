//! Every way in which a document contradicts itself, every notice, and names that refer to nothing: a table of
//! inputs, each with what is told and nothing else.
//!
//! `tests/contradictions/sound.json` has no problem and no notice, and names every kind of thing that a document can
//! name. `tests/contradictions/CLASH.json` and `tests/notices/CODE.json` say what is done to it (`set`, `remove`)
//! and what is told, in which `UPDATE_GOLDEN=1` writes what the program tells now.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;

use daycut::facade::{self, Clash, Notice, Noun, Problem, ProblemKind};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const CONTRADICTIONS: &str = "tests/contradictions";
const NOTICES: &str = "tests/notices";
const SOUND: &str = "tests/contradictions/sound.json";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What is wrong, for people.
    says: String,
    set: Map<String, Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    remove: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    problems: Option<Vec<Problem>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    notices: Option<Vec<Notice>>,
}

impl Case {
    fn document(&self) -> Outcome<Value> {
        let mut document = sound()?;
        for (pointer, value) in &self.set {
            put(&mut document, pointer, value.clone())?;
        }
        for pointer in &self.remove {
            let (parent, field) = pointer.rsplit_once('/').ok_or(pointer.as_str())?;
            match document.pointer_mut(parent).ok_or(pointer.as_str())? {
                Value::Object(object) => drop(object.remove(field).ok_or(pointer.as_str())?),
                Value::Array(list) => drop(list.remove(field.parse::<usize>()?)),
                _ => return Err(pointer.as_str().into()),
            }
        }
        Ok(document)
    }
}

fn sound() -> Outcome<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(SOUND)?)?)
}

fn put(document: &mut Value, pointer: &str, value: Value) -> Outcome {
    let (parent, field) = pointer.rsplit_once('/').ok_or(pointer)?;
    match document.pointer_mut(parent).ok_or(pointer)? {
        Value::Object(object) => drop(object.insert(field.to_owned(), value)),
        Value::Array(list) => *list.get_mut(field.parse::<usize>()?).ok_or(pointer)? = value,
        _ => return Err(pointer.into()),
    }
    Ok(())
}

/// The problems and the notices of a document.
fn told(document: &Value) -> Outcome<(Vec<Problem>, Vec<Notice>)> {
    let text = document.to_string();
    let scenario = match facade::open_text(&text) {
        Ok(scenario) => scenario,
        Err(problems) => return Ok((problems, Vec::new())),
    };
    let notices = facade::notices(&scenario);
    let plan = match facade::check(&scenario) {
        Ok(plan) => plan,
        Err(problems) => return Ok((problems, notices)),
    };
    facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?;
    Ok((Vec::new(), notices))
}

/// The names of the files of a folder, and their cases.
fn cases(folder: &str) -> Outcome<Vec<(String, Vec<Case>)>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|stem| stem.to_str());
        let name = name.ok_or("a file name")?.to_owned();
        if name != "sound" {
            let read = serde_json::from_str(&fs::read_to_string(&path)?);
            all.push((name, read.map_err(|error| format!("{path:?}: {error}"))?));
        }
    }
    all.sort_by(|one, two| one.0.cmp(&two.0));
    Ok(all)
}

/// Every word of an enum, as its own reader lists them.
fn words<T: for<'de> Deserialize<'de>>(unknown: &str) -> Outcome<BTreeSet<String>> {
    let error = match serde_json::from_str::<T>(unknown) {
        Ok(_) => return Err("that word exists".into()),
        Err(error) => error.to_string(),
    };
    let (_, list) = error.split_once("expected one of ").ok_or(error.as_str())?;
    Ok(list
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect())
}

fn is_updated() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

#[test]
fn the_sound_document_has_neither_problem_nor_notice() -> Outcome {
    assert_eq!(told(&sound()?)?, (Vec::new(), Vec::new()));
    let text = fs::read_to_string(SOUND)?;
    let scenario = facade::open_text(&text).map_err(|problems| format!("{problems:?}"))?;
    let written = facade::write(&scenario);
    if is_updated() {
        fs::write(SOUND, &written)?;
    }
    assert_eq!(text, written, "written as the program writes");
    Ok(())
}

#[test]
fn every_contradiction_is_told_at_its_place_and_nothing_follows_from_it() -> Outcome {
    let mut named = BTreeSet::new();
    for (name, mut cases) in cases(CONTRADICTIONS)? {
        for case in &mut cases {
            let (problems, _) = told(&case.document()?)?;
            if is_updated() {
                case.problems = Some(problems.clone());
            }
            assert_eq!(
                Some(&problems),
                case.problems.as_ref(),
                "{name}: {}",
                case.says
            );
            assert!(!problems.is_empty(), "{name}: {}", case.says);
            for problem in &problems {
                let ProblemKind::Contradiction {
                    clash,
                    found,
                    other,
                    ..
                } = &problem.kind
                else {
                    return Err(format!("{name}: {}: {problem:?}", case.says).into());
                };
                let text = facade::ToldProblem::of(problem).text;
                // The other place is told as one finds it in the forms.
                let place = |lang| facade::words::place(lang, other);
                for (said, place) in [
                    (&text.zh, place(facade::Lang::ZhCn)),
                    (&text.en, place(facade::Lang::En)),
                ] {
                    assert!(said.contains(found), "{said}");
                    assert!(other.is_empty() || said.contains(&place), "{said}");
                }
                assert!(text.zh.contains('请'), "{}", text.zh);
                assert_eq!(serde_json::to_value(clash)?, Value::from(name.as_str()));
                assert_ne!(*other, problem.path, "the other place is another");
                assert!(stands(&case.document()?, &problem.path), "{problem:?}");
                assert!(
                    other.is_empty() || stands(&case.document()?, other),
                    "{problem:?}"
                );
            }
        }
        if is_updated() {
            let text = serde_json::to_string_pretty(&cases)? + "\n";
            fs::write(format!("{CONTRADICTIONS}/{name}.json"), text)?;
        }
        named.insert(name);
    }
    assert_eq!(named, words::<Clash>("\"?\"")?);
    Ok(())
}

/// Whether a path leads to something that was written.
fn stands(document: &Value, path: &str) -> bool {
    let mut here = document;
    for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
        let next = match step.strip_suffix(']') {
            Some(index) => index
                .parse::<usize>()
                .ok()
                .and_then(|index| here.get(index)),
            None => here.get(step),
        };
        match next {
            Some(next) => here = next,
            None => return false,
        }
    }
    true
}

#[test]
fn every_notice_is_told_and_the_scenario_plays() -> Outcome {
    let mut named = BTreeSet::new();
    for (name, mut cases) in cases(NOTICES)? {
        let mut told_once = false;
        for case in &mut cases {
            let (problems, notices) = told(&case.document()?)?;
            assert_eq!(problems, [], "{name}: {}", case.says);
            if is_updated() {
                case.notices = Some(notices.clone());
            }
            assert_eq!(
                Some(&notices),
                case.notices.as_ref(),
                "{name}: {}",
                case.says
            );
            for notice in &notices {
                let kind = serde_json::to_value(&notice.kind)?;
                told_once |= kind.get("code") == Some(&Value::from(name.as_str()));
                assert!(stands(&case.document()?, &notice.path), "{notice:?}");
            }
        }
        assert!(told_once, "{name}");
        if is_updated() {
            let text = serde_json::to_string_pretty(&cases)? + "\n";
            fs::write(format!("{NOTICES}/{name}.json"), text)?;
        }
        named.insert(name);
    }
    assert_eq!(named, words::<facade::NoticeKind>("{\"code\": \"?\"}")?);
    Ok(())
}

/// Every place of the sound document at which something else is named, with what is named there.
fn references(here: &Value, path: &str, found: &mut Vec<(String, String)>) {
    const NAMING: [&str; 18] = [
        "reserve_bank",
        "kept_by",
        "owner",
        "calendar",
        "channel",
        "provider",
        "collector",
        "fee_plan",
        "settlement_rule",
        "payout_to",
        "to",
        "platform",
        "merchant",
        "seller",
        "contract",
        "of",
        "payment",
        "party",
    ];
    match here {
        Value::Object(fields) => {
            for (field, value) in fields {
                let path = format!("{path}/{field}");
                let names_an_account = path.starts_with("/expectations") && field == "account"
                    || path.starts_with("/outflows") && field == "from";
                match value.as_str() {
                    // Of traffic `to` is an amount.
                    Some(name)
                        if (NAMING.contains(&field.as_str()) || names_an_account)
                            && !path.contains("/amount/") =>
                    {
                        found.push((path, name.to_owned()));
                    }
                    _ => references(value, &path, found),
                }
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                references(item, &format!("{path}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// A pointer as the path of a problem.
fn path_of(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        if step.bytes().all(|byte| byte.is_ascii_digit()) {
            path += &format!("[{step}]");
        } else if path.is_empty() {
            path += step;
        } else {
            path += &format!(".{step}");
        }
    }
    path
}

#[test]
fn a_name_that_refers_to_nothing_is_told_where_it_stands_and_nothing_follows_from_it() -> Outcome {
    let mut found = Vec::new();
    references(&sound()?, "", &mut found);
    assert!(found.len() > 60, "{}", found.len());
    for (pointer, _) in found {
        let mut document = sound()?;
        put(&mut document, &pointer, Value::from("nosuch"))?;
        let (problems, _) = told(&document)?;
        let path = path_of(&pointer);
        let [problem] = problems.as_slice() else {
            return Err(format!("{pointer}: {problems:#?}").into());
        };
        assert_eq!(problem.path, path, "{problem:?}");
        assert!(
            matches!(&problem.kind, ProblemKind::UnknownReference { found, .. } if found == "nosuch"),
            "{problem:?}"
        );
    }
    Ok(())
}

#[test]
fn a_party_that_cannot_play_its_part_is_told_once_and_nobody_else_is_named() -> Outcome {
    let mut found = Vec::new();
    references(&sound()?, "", &mut found);
    let parties = ["wx", "hs", "cafe", "mall"];
    let mut tried = 0;
    for (pointer, named) in found {
        let is_a_party =
            ["wx", "ali", "hs", "mall", "cafe", "book", "tea"].contains(&named.as_str());
        for party in parties
            .iter()
            .filter(|party| is_a_party && **party != named)
        {
            let mut document = sound()?;
            put(&mut document, &pointer, Value::from(*party))?;
            let (problems, _) = told(&document)?;
            let wrong = problems.iter().find(|problem| {
                let kinds = matches!(&problem.kind, ProblemKind::WrongParty { wanted, .. }
                    if *wanted != Noun::Party);
                kinds && problem.path == path_of(&pointer)
            });
            if wrong.is_some() {
                tried += 1;
                assert_eq!(problems.len(), 1, "{pointer} {party}: {problems:#?}");
            }
        }
    }
    assert!(tried > 60, "{tried}");
    Ok(())
}

/// What a change of one place is told: the path of the one problem, and its code; blank where there is none.
fn one_problem(changes: &[(&str, Value)]) -> Outcome<(String, String)> {
    let mut document = sound()?;
    for (pointer, value) in changes {
        put(&mut document, pointer, value.clone())?;
    }
    let (problems, _) = told(&document)?;
    let Some(first) = problems.first() else {
        return Ok((String::new(), String::new()));
    };
    assert_eq!(problems.len(), 1, "{problems:#?}");
    let kind = serde_json::to_value(&first.kind)?;
    let code = kind.get("code").and_then(Value::as_str);
    Ok((first.path.clone(), code.unwrap_or_default().to_owned()))
}

/// The scenario starts on 28 September and pays until 11 October; the run ends by 13 December at the latest.
#[test]
fn a_moment_that_no_run_can_show_is_outside() -> Outcome {
    for (pointer, moment, is_outside) in [
        ("/storyboard/0/at", "2018-09-26T23:59:59", true),
        ("/storyboard/0/at", "2018-09-27T00:00:00", false),
        ("/storyboard/0/at", "2018-12-11T00:00:00", false),
        ("/storyboard/0/at", "2019-01-01T00:00:00", true),
        ("/storyboard/0/at", "2030-01-01T00:00:00", true),
        ("/expectations/0/at", "2018-09-26T23:59:59", true),
        ("/expectations/0/at", "2018-09-27T00:00:00", false),
        ("/expectations/0/at", "2018-12-11T00:00:00", false),
        ("/expectations/0/at", "2030-01-01T00:00:00", true),
        ("/expectations/1/by", "2018-09-27", true),
        ("/expectations/1/by", "2018-09-28", false),
        ("/expectations/1/by", "2018-12-10", false),
        ("/expectations/1/by", "2030-01-01", true),
        ("/expectations/3/by", "2030-01-01", true),
    ] {
        let told = one_problem(&[(pointer, Value::from(moment))])?;
        let (path, code) = match is_outside {
            true => (path_of(pointer), "outside-scenario".to_owned()),
            false => Default::default(),
        };
        assert_eq!(told, (path, code), "{pointer} {moment}");
    }
    Ok(())
}

/// D11: in every text that people read.
#[test]
fn a_sign_that_nobody_sees_is_told_in_every_text() -> Outcome {
    let bill = serde_json::json!({"place": 1, "fields": {"商品名称": "茶\u{2060}"}});
    let column = serde_json::json!({"place": 1, "fields": {"商品\u{200b}名称": "茶"}});
    let two = |zh: &str, en: &str| serde_json::json!({"zh": zh, "en": en});
    let zero_width = Value::from("茶馆\u{200b}");
    let places = [
        ("/title", zero_width.clone(), "title"),
        ("/title", two("茶", "tea\u{200e}"), "title.en"),
        ("/story", zero_width.clone(), "story"),
        ("/parties/6/name", zero_width.clone(), "parties[6].name"),
        (
            "/parties/6/name",
            two("\u{feff}茶", "tea"),
            "parties[6].name.zh",
        ),
        (
            "/parties/6/legal_name",
            zero_width.clone(),
            "parties[6].legal_name",
        ),
        (
            "/accounts/3/name_on_account",
            zero_width.clone(),
            "accounts[3].name_on_account",
        ),
        (
            "/contracts/0/shown_name",
            zero_width.clone(),
            "contracts[0].shown_name",
        ),
        (
            "/payments/0/bill",
            bill.clone(),
            "payments[0].bill.fields[\"商品名称\"]",
        ),
        (
            "/refunds/0/bill",
            bill,
            "refunds[0].bill.fields[\"商品名称\"]",
        ),
        (
            "/payments/0/bill",
            column,
            "payments[0].bill.fields[\"商品\\\\u{200b}名称\"]",
        ),
        (
            "/refunds/2/of/external",
            Value::from("OLD\u{ad}-1"),
            "refunds[2].of.external",
        ),
        ("/storyboard/0/title", zero_width, "storyboard[0].title"),
    ];
    for (pointer, value, path) in places {
        let told = one_problem(&[(pointer, value)])?;
        assert_eq!(
            told,
            (path.to_owned(), "forbidden-character".to_owned()),
            "{pointer}"
        );
    }
    for seen in [
        "咖啡店 ☕\u{fe0f}",
        "👨\u{200d}👩\u{200d}👧 之家",
        "1\u{fe0f}\u{20e3}号店",
    ] {
        let told = one_problem(&[("/parties/6/name", Value::from(seen))])?;
        assert_eq!(told, Default::default(), "{seen}");
    }
    Ok(())
}

/// Nobody types such a sign on purpose: a form says so at once, and the scenario stays as it was.
#[test]
fn a_sign_that_nobody_sees_is_not_taken_from_a_form() -> Outcome {
    let scenario = facade::open_text(&sound()?.to_string()).map_err(|told| format!("{told:?}"))?;
    let edit = |text: &str| facade::Edit::Set {
        path: "parties[6].name".to_owned(),
        text: text.to_owned(),
    };
    let refused = facade::edit(&scenario, &edit("茶\u{200b}馆"));
    let told = refused.err().ok_or("it was taken")?;
    let [problem] = told.as_slice() else {
        return Err(format!("{told:?}").into());
    };
    assert_eq!(problem.path, "parties[6].name");
    let found = "U+200B".to_owned();
    let kind = ProblemKind::ForbiddenCharacter { found, position: 2 };
    assert_eq!(problem.kind, kind);
    assert!(facade::edit(&scenario, &edit("茶馆 ☕\u{fe0f}")).is_ok());
    Ok(())
}
