//! One wrong input for every problem that the program can tell, with what it tells.
//!
//! `tests/problems/sound.json` has no problem. Each other file there says what is done to it (`set`,
//! `remove`), or is a text, a text of repeated parts, a link or a bill of its own, or is done to a lesson; `problems` is the answer,
//! in which `UPDATE_GOLDEN=1` writes what the program tells now.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;

use daycut::facade::{self, Problem, ProblemKind};
use serde::{Deserialize, Serialize};
use serde_json::Value;

const FOLDER: &str = "tests/problems";

/// Proven at every compile and never told: the limits of counts and amounts lie too low for it.
const OUT_OF_REACH: &str = "sums-too-large";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    set: BTreeMap<String, Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    remove: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeat: Option<Vec<(String, usize)>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bill: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lesson: Option<String>,
    problems: Vec<Problem>,
}

impl Case {
    /// What the program tells of this case.
    fn told(&self) -> Result<Vec<Problem>, Box<dyn Error>> {
        if let Some(lesson) = &self.lesson {
            let text = self.changed(&fs::read_to_string(format!("www/lessons/{lesson}.json"))?)?;
            return match facade::open_lesson(&text) {
                Ok(lesson) => match facade::lessons::proved(&lesson) {
                    Ok(proof) => Ok(proof.problems),
                    Err(fault) => Err(format!("{fault:?}").into()),
                },
                Err(problems) => Ok(problems),
            };
        }
        let opened = if let Some(text) = &self.text {
            facade::open_text(text)
        } else if let Some(parts) = &self.repeat {
            let parts = parts.iter().map(|(part, times)| part.repeat(*times));
            facade::open_text(&parts.collect::<String>())
        } else if let Some(link) = &self.link {
            facade::open_link(link)
        } else if let Some(lines) = &self.bill {
            let lines = lines.iter().map(|line| format!("{line}\r\n"));
            facade::open_wechat_bill(lines.collect::<String>().as_bytes())
        } else {
            facade::open_text(&self.changed(&sound()?)?)
        };
        let checked = opened.and_then(|scenario| facade::check(&scenario));
        Ok(checked.err().unwrap_or_default())
    }

    /// A sound document after the changes.
    fn changed(&self, sound: &str) -> Result<String, Box<dyn Error>> {
        let mut document: Value = serde_json::from_str(sound)?;
        for (pointer, value) in &self.set {
            let (parent, field) = pointer.rsplit_once('/').ok_or(pointer.as_str())?;
            match document.pointer_mut(parent).ok_or(pointer.as_str())? {
                Value::Object(object) => {
                    object.insert(field.to_owned(), value.clone());
                }
                Value::Array(list) => {
                    *list
                        .get_mut(field.parse::<usize>()?)
                        .ok_or(pointer.as_str())? = value.clone();
                }
                _ => return Err(pointer.as_str().into()),
            }
        }
        for pointer in &self.remove {
            let (parent, field) = pointer.rsplit_once('/').ok_or(pointer.as_str())?;
            let parent = document.pointer_mut(parent).and_then(Value::as_object_mut);
            parent
                .and_then(|object| object.remove(field))
                .ok_or(pointer.as_str())?;
        }
        Ok(document.to_string())
    }
}

fn sound() -> std::io::Result<String> {
    fs::read_to_string(format!("{FOLDER}/sound.json"))
}

/// The codes that have a file.
fn named() -> Result<BTreeSet<String>, Box<dyn Error>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(FOLDER)? {
        let name = entry?.file_name().into_string().map_err(|_| "file name")?;
        names.insert(
            name.strip_suffix(".json")
                .ok_or("only .json files")?
                .to_owned(),
        );
    }
    names.remove("sound");
    Ok(names)
}

/// Every code there is, as the program's own reader of problems lists them.
fn codes() -> Result<BTreeSet<String>, Box<dyn Error>> {
    let error = match serde_json::from_str::<ProblemKind>("{\"code\": \"?\"}") {
        Ok(_) => return Err("no problem has the code ?".into()),
        Err(error) => error.to_string(),
    };
    let (_, list) = error.split_once("expected one of ").ok_or(error.as_str())?;
    let codes = list.split('`').skip(1).step_by(2);
    Ok(codes.map(str::to_owned).collect())
}

#[test]
fn the_sound_document_has_no_problem() -> Result<(), Box<dyn Error>> {
    let scenario = facade::open_text(&sound()?).map_err(|problems| format!("{problems:?}"))?;
    assert_eq!(facade::check(&scenario).err(), None);
    assert_eq!(
        sound()?,
        facade::write(&scenario),
        "written as the program writes"
    );
    Ok(())
}

#[test]
fn every_problem_has_a_case() -> Result<(), Box<dyn Error>> {
    let mut codes = codes()?;
    assert!(codes.remove(OUT_OF_REACH));
    assert_eq!(named()?, codes);
    Ok(())
}

#[test]
fn every_case_is_told_its_problem() -> Result<(), Box<dyn Error>> {
    for name in named()? {
        let file = format!("{FOLDER}/{name}.json");
        let mut case: Case = serde_json::from_str(&fs::read_to_string(&file)?)
            .map_err(|error| format!("{file}: {error}"))?;
        let told = case.told().map_err(|error| format!("{file}: {error}"))?;
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            case.problems = told.clone();
            fs::write(&file, serde_json::to_string_pretty(&case)? + "\n")?;
        }
        assert_eq!(told, case.problems, "{file}");
        let kinds = told
            .iter()
            .map(|problem| serde_json::to_value(&problem.kind));
        let kinds: Vec<Value> = kinds.collect::<Result<_, _>>()?;
        let code = Some(Value::from(name));
        assert!(
            kinds.iter().any(|kind| kind.get("code") == code.as_ref()),
            "{file}"
        );
    }
    Ok(())
}

/// Keys of a problem whose words are told in other words: what it is called in the program.
const SAID_OTHERWISE: [&str; 9] = [
    "code", "form", "reason", "what", "wanted", "claim", "clash", "first", "other",
];

/// Everything that a problem says of what was found and what is allowed.
fn facts(kind: &Value) -> Vec<String> {
    let fields = kind.as_object().into_iter().flatten();
    let said = fields.filter(|(key, _)| !SAID_OTHERWISE.contains(&key.as_str()));
    let texts = said.flat_map(|(_, value)| match value {
        Value::Array(items) => items.clone(),
        other => vec![other.clone()],
    });
    let texts = texts.filter_map(|value| match value {
        Value::String(text) if !text.is_empty() => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    texts.collect()
}

/// Whether a sentence says a fact; amounts are counted in fen and said as `1,234.50`.
fn says(text: &str, fact: &str) -> bool {
    text.contains(fact) || text.replace([',', '.'], "").contains(fact)
}

#[test]
fn every_problem_is_told_with_what_was_found_what_is_allowed_and_what_to_do()
-> Result<(), Box<dyn Error>> {
    for name in named()? {
        let file = format!("{FOLDER}/{name}.json");
        let case: Case = serde_json::from_str(&fs::read_to_string(&file)?)?;
        for problem in &case.problems {
            let told = facade::ToldProblem::of(problem);
            let (zh, en) = (&told.text.zh, &told.text.en);
            let kind = serde_json::to_value(&problem.kind)?;
            let facts = facts(&kind);
            let is_type = name == "wrong-type";
            let is_mode = name == "not-in-this-mode";
            for fact in facts.iter().filter(|_| !is_type && !is_mode) {
                assert!(says(zh, fact), "{file}: {fact}: {zh}");
                assert!(says(en, fact), "{file}: {fact}: {en}");
            }
            // What stands in the document may be English; what we say of it may not.
            let mut ours = zh.replace("JSON", "").replace("daycut/1", "");
            let mut facts = facts;
            facts.sort_by_key(|fact| std::cmp::Reverse(fact.len()));
            for fact in facts {
                ours = ours.replace(&fact, "");
            }
            let is_word = |word: &&str| word.len() > 4 && !matches!(*word, "format" | "beyond");
            let foreign = ours.split(|c: char| !c.is_ascii_alphabetic()).find(is_word);
            assert_eq!(foreign, None, "{file}: {zh}");
            // A channel's file is not mended by whoever reads it: its line and reason are what can be told.
            let says_what_to_do = ["请", "要", "只有", "应"];
            assert!(
                name == "bad-file" || says_what_to_do.iter().any(|word| zh.contains(word)),
                "{file}: {zh}"
            );
        }
    }
    Ok(())
}
