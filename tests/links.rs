//! Every link that was ever published still opens, and links stay short.
//!
//! `tests/links` holds pairs: `NAME.link`, as it was published, and `NAME.json`, the scenario it stands for.
//! A `.link` is never written again; `UPDATE_GOLDEN=1` only makes those that are not there yet.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;

use daycut::facade::{self, LinkFlaw, Problem, ProblemKind, Scenario};
use serde_json::Value;

type Failure = Box<dyn Error>;

const FOLDER: &str = "tests/links";

/// Pages that show links to people.
const PAGES: [&str; 4] = [
    "README.md",
    "docs/link-format.md",
    "docs/scenario.md",
    "docs/js-api.md",
];

fn text(name: &str) -> Result<String, Failure> {
    Ok(fs::read_to_string(name).map_err(|error| format!("{name}: {error}"))?)
}

fn gallery() -> Result<Vec<(&'static str, Scenario)>, Failure> {
    let mut scenarios = Vec::new();
    for item in facade::gallery() {
        let scenario = facade::open_text(item.text).map_err(|told| format!("{told:?}"))?;
        scenarios.push((item.id, scenario));
    }
    Ok(scenarios)
}

/// The names of the published links.
fn published() -> Result<BTreeSet<String>, Failure> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(FOLDER)? {
        let file = entry?
            .file_name()
            .into_string()
            .map_err(|_| "a file name")?;
        if let Some(name) = file.strip_suffix(".link") {
            names.insert(name.to_owned());
        }
    }
    Ok(names)
}

#[test]
fn every_published_link_opens_as_the_same_scenario_and_plays() -> Result<(), Failure> {
    for name in published()? {
        let link = text(&format!("{FOLDER}/{name}.link"))?;
        let opened = facade::open_link(link.trim()).map_err(|told| format!("{name}: {told:?}"))?;
        assert_eq!(
            facade::write(&opened),
            text(&format!("{FOLDER}/{name}.json"))?,
            "{name}"
        );
        // It plays as it did when it was published: a problem found later may not stop it.
        let plan = facade::check(&opened).map_err(|told| format!("{name}: {told:?}"))?;
        facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{name}: {fault:?}"))?;
        assert_eq!(facade::notices(&opened), [], "{name}");
    }
    Ok(())
}

#[test]
fn every_scenario_of_the_gallery_has_a_published_link() -> Result<(), Failure> {
    let known = published()?;
    for (id, scenario) in gallery()? {
        let document = facade::write(&scenario);
        let is_published = known.iter().any(|name| {
            name.starts_with(id)
                && text(&format!("{FOLDER}/{name}.json")).is_ok_and(|text| text == document)
        });
        if is_published {
            continue;
        }
        assert!(
            std::env::var_os("UPDATE_GOLDEN").is_some(),
            "{id} has no published link as it is today: run with UPDATE_GOLDEN=1 and keep the old pair"
        );
        let name = (1..)
            .map(|edition| format!("{id}-{edition}"))
            .find(|name| !known.contains(name))
            .ok_or("no free name")?;
        let link = facade::link(&scenario).map_err(|told| format!("{told:?}"))?;
        fs::write(format!("{FOLDER}/{name}.link"), format!("{link}\n"))?;
        fs::write(format!("{FOLDER}/{name}.json"), document)?;
    }
    Ok(())
}

#[test]
fn every_link_on_a_page_is_published() -> Result<(), Failure> {
    let mut links = BTreeSet::new();
    for name in published()? {
        links.insert(text(&format!("{FOLDER}/{name}.link"))?.trim().to_owned());
    }
    for page in PAGES {
        let is_part =
            |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
        let page_text = text(page)?;
        for word in page_text.split(|character| !is_part(character)) {
            let word = word.trim_end_matches('.');
            let is_link = ["s1.", "t1."].iter().any(|kind| word.starts_with(kind));
            assert!(
                !is_link || word.len() < 8 || links.contains(word),
                "{page}: {word}"
            );
        }
    }
    Ok(())
}

/// What a meeting changes: names, cycles, amounts and times, and a few payments more.
#[expect(
    clippy::indexing_slicing,
    reason = "fields of a document that is there"
)]
fn after_forty_edits(scenario: &Scenario) -> Result<Scenario, Failure> {
    let mut document: Value = serde_json::from_str(&facade::write(scenario))?;
    let mut left: u32 = 40;
    for (list, field, to) in [
        ("settlement_rules", "cycle", "D+3"),
        ("fee_plans", "rate", "0.0038"),
        ("parties", "name", "改了名的商户"),
    ] {
        for entry in document[list].as_array_mut().ok_or(list)? {
            if left > 0 {
                entry[field] = Value::from(to);
                left -= 1;
            }
        }
    }
    let payments = document["payments"].as_array_mut().ok_or("payments")?;
    for payment in payments.iter_mut() {
        for line in payment["lines"].as_array_mut().ok_or("lines")? {
            if left > 15 {
                line["amount"] = Value::from(format!("{left}7.0{}", left % 10));
                left -= 1;
            }
        }
        if left > 15 {
            let moment = payment["at"].as_str().ok_or("at")?;
            let (hours, _) = moment.rsplit_once(':').ok_or("a moment")?;
            payment["at"] = Value::from(format!("{hours}:{:02}", left % 60));
            left -= 1;
        }
    }
    let mut payment = payments.last().cloned().ok_or("a payment")?;
    let day = payment["at"]
        .as_str()
        .and_then(|moment| moment.split('T').next());
    let day = day.ok_or("a day")?.to_owned();
    while left > 0 {
        payment["id"] = Value::from(format!("new-{left}"));
        payment["at"] = Value::from(format!("{day}T{:02}:30:00", left % 24));
        payments.push(payment.clone());
        left -= 1;
    }
    facade::open_text(&document.to_string()).map_err(|told| format!("{told:?}").into())
}

#[test]
fn a_shipped_scenario_with_forty_edits_takes_at_most_600_characters() -> Result<(), Failure> {
    for (id, scenario) in gallery()? {
        let link = facade::link(&scenario).map_err(|told| format!("{told:?}"))?;
        assert!(link.len() <= 200, "{id}: {} unchanged", link.len());
        let changed = after_forty_edits(&scenario)?;
        let link = facade::link(&changed).map_err(|told| format!("{told:?}"))?;
        assert!(link.len() <= 600, "{id}: {} characters", link.len());
        assert_eq!(
            facade::open_link(&link).map_err(|told| format!("{told:?}"))?,
            changed
        );
    }
    Ok(())
}

/// X2 for links that lean on a template: every changed character and every cut is refused, or changes nothing.
#[test]
fn a_damaged_link_from_a_template_never_becomes_another_scenario() -> Result<(), Failure> {
    for (id, scenario) in gallery()? {
        let link = facade::link(&scenario).map_err(|told| format!("{told:?}"))?;
        assert!(link.starts_with("t1."), "{id}");
        for place in 0..link.len() {
            for put in ["A", "B", "z", "0", "_", "-", ".", ""] {
                let changed = format!("{}{put}{}", &link[..place], &link[place + 1..]);
                match facade::open_link(&changed) {
                    Ok(read) => assert_eq!(read, scenario, "{changed}"),
                    Err(told) => assert!(is_refused(&told), "{changed}: {told:?}"),
                }
            }
        }
    }
    Ok(())
}

/// A link is refused as a link; no other problem may come of damage.
fn is_refused(told: &[Problem]) -> bool {
    let is_bad = |problem: &Problem| {
        matches!(
            problem.kind,
            ProblemKind::BadLink {
                reason: LinkFlaw::Damaged
                    | LinkFlaw::Newer
                    | LinkFlaw::NotALink
                    | LinkFlaw::TooLarge
            }
        )
    };
    told.len() == 1 && told.iter().all(is_bad)
}
