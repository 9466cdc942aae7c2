//! The rules of second clearing: for each judged rule a business that it sees, one that comes near and one in
//! which it is cleared; the sources that are shown; the catalogue in `docs/rules.md`.
//!
//! A file in `tests/rules/` names a scenario of the gallery for each of the three and says what is changed in it.

mod ruled;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use daycut::facade::rules::FixKind;
use daycut::facade::view::{Finding, Findings, RuleId, Severity, Summary};
use daycut::facade::{self, Lang, Run, report, rules};
use serde_json::Value;

use ruled::{Case, Found, Outcome, files};

fn played(document: &Value) -> Outcome<Run> {
    let scenario = facade::open_text(&document.to_string()).map_err(|p| format!("{p:?}"))?;
    let plan = facade::check(&scenario).map_err(|problems| format!("{problems:?}"))?;
    Ok(facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?)
}

fn judged(run: &Run) -> Outcome<(Findings, Summary)> {
    let told = |fault: facade::Fault| format!("{fault:?}");
    Ok((
        report::findings(run).map_err(told)?,
        report::summary(run).map_err(told)?,
    ))
}

/// What one rule found in a document.
fn found(document: &Value, rule: RuleId) -> Outcome<Vec<Found>> {
    let (all, summary) = judged(&played(document)?)?;
    let not_judged = all.not_judged.iter().any(|one| one.rule == rule);
    assert!(!not_judged, "{}: judged", rule.code());
    let its = all.findings.iter().filter(|one| one.rule == rule);
    its.map(|one| {
        let party = summary.parties.get(one.subject.index()).ok_or("a party")?;
        Ok(Found {
            severity: one.severity,
            subject: party.id.clone(),
            amount: one.amount.plain(),
        })
    })
    .collect()
}

#[test]
fn every_rule_fires_misses_what_is_near_and_is_cleared() -> Outcome {
    for rule in files()? {
        let code = rule.rule.code();
        assert!(!rule.fires.found.is_empty(), "{code}: fires with a figure");
        for case in [&rule.fires, &rule.near_miss, &rule.cleared] {
            let told = found(&case.document()?, rule.rule)?;
            assert_eq!(told, case.found, "{code}: {}", case.why);
        }
    }
    Ok(())
}

/// Findings of a run by rule, subject and the others concerned.
fn named(all: &Findings, summary: &Summary) -> BTreeSet<(RuleId, String, BTreeSet<String>)> {
    let key = |id: &facade::PartyId| {
        let party = summary.parties.get(id.index());
        party.map(|party| party.id.clone()).unwrap_or_default()
    };
    let findings = all.findings.iter();
    let name = |one: &Finding| {
        let others = one.others.iter().map(key).collect();
        (one.rule, key(&one.subject), others)
    };
    findings.map(name).collect()
}

fn high_risks(all: &Findings) -> BTreeSet<RuleId> {
    let high = all
        .findings
        .iter()
        .filter(|one| one.severity == Severity::High);
    high.map(|one| one.rule).collect()
}

/// Every fix of every finding: the edits give a scenario that can be played, the finding is gone, no high risk has
/// come instead, and nothing as grave as what it clears.
#[test]
fn a_fix_clears_its_finding_and_brings_nothing_as_grave() -> Outcome {
    let mut seen = BTreeSet::new();
    for rule in files()? {
        let code = rule.rule.code();
        let scenario = facade::open_text(&rule.fires.document()?.to_string());
        let scenario = scenario.map_err(|problems| format!("{problems:?}"))?;
        let run = played(&rule.fires.document()?)?;
        let (all, summary) = judged(&run)?;
        let before = high_risks(&all);
        for one in all.findings.iter().filter(|one| one.rule == rule.rule) {
            let fixes = facade::rules::fixes(&scenario, one);
            let kinds: Vec<FixKind> = fixes.iter().map(|fix| fix.kind).collect();
            assert_eq!(kinds, rule.fixes, "{code}");
            let mut alone = all.clone();
            alone.findings.retain(|other| other == one);
            for fix in fixes {
                seen.insert(fix.kind);
                let mended = facade::edit_all(&scenario, &fix.edits);
                let mended = mended.map_err(|problems| format!("{code}: {problems:?}"))?;
                let after = played(&serde_json::from_str(&facade::write(&mended))?)?;
                let (left, renamed) = judged(&after)?;
                let left_names = named(&left, &renamed);
                assert!(
                    named(&alone, &summary).is_disjoint(&left_names),
                    "{code}: {:?} leaves {left_names:?}",
                    fix.kind
                );
                let high = high_risks(&left);
                assert!(high.is_subset(&before), "{code}: {:?}", fix.kind);
                let known: BTreeSet<RuleId> = all.findings.iter().map(|one| one.rule).collect();
                let new = left
                    .findings
                    .iter()
                    .filter(|one| !known.contains(&one.rule));
                for new in new {
                    let (kind, came) = (fix.kind, new.rule.code());
                    assert!(
                        new.severity < one.severity,
                        "{code}: {kind:?} brings {came}"
                    );
                }
                let change = report::findings_change(&run, &after);
                let change = change.map_err(|fault| format!("{fault:?}"))?;
                let gone = change.findings.iter().filter(|row| row.after.is_none());
                assert!(gone.map(|row| row.rule).any(|gone| gone == rule.rule));
            }
        }
    }
    let all: BTreeSet<FixKind> = FixKind::ALL.iter().copied().collect();
    assert_eq!(seen, all, "every fix was tried");
    Ok(())
}

/// The fix of the pooled mall is the split mall: the same contracts, and to the fen the same results.
#[test]
fn the_fix_of_the_pooled_mall_is_the_split_mall() -> Outcome {
    let text = fs::read_to_string("www/scenarios/mall-pooled.json")?;
    let scenario = facade::open_text(&text).map_err(|problems| format!("{problems:?}"))?;
    let (all, _) = judged(&played(&serde_json::from_str(&text)?)?)?;
    let first = all.findings.first().ok_or("a finding")?;
    let fixes = facade::rules::fixes(&scenario, first);
    let fix = fixes.first().ok_or("a fix")?;
    let mended = facade::edit_all(&scenario, &fix.edits).map_err(|p| format!("{p:?}"))?;
    let split = fs::read_to_string("www/scenarios/mall-sub-merchants.json")?;
    let split = facade::open_text(&split).map_err(|problems| format!("{problems:?}"))?;
    let sorted = |mut contracts: Vec<facade::document::Contract>| {
        contracts.sort_by(|one, other| one.id.cmp(&other.id));
        contracts
    };
    assert_eq!(sorted(mended.contracts.clone()), sorted(split.contracts));
    assert_eq!(mended.routes, split.routes);
    assert_eq!(mended.agreements, []);
    assert_eq!(mended.payments, scenario.payments);
    let run = played(&serde_json::from_str(&facade::write(&mended))?)?;
    let (_, summary) = judged(&run)?;
    let end = report::snapshot(&run, run.event_count()).map_err(|fault| format!("{fault:?}"))?;
    // Chapter 8 of the worked example, case (b).
    for (account, expected) in [
        ("cafe.bank", "180.80"),
        ("book.bank", "155.84"),
        ("mall.bank", "107.92"),
    ] {
        let place = summary
            .accounts
            .iter()
            .position(|row| row.alias.as_deref() == Some(account));
        let balance = end.balances.get(place.ok_or(account)?).ok_or(account)?;
        assert_eq!(balance.current.plain(), expected, "{account}");
    }
    Ok(())
}

/// The café keeps 5%, the mall gets 95% of its sales and pays 180.00 of that to the bookshop. After the fix the channel
/// splits 0.760709 of each sale to the bookshop, which is 180.00 of the mall's 224.79, and the mall keeps the rest:
/// 37.85 of 200.00, 6.77 of 35.80, 0.15 of 0.83.
#[test]
fn the_fix_of_the_shell_pays_everybody_what_they_got() -> Outcome {
    let files = files()?;
    let rule = files.iter().find(|rule| rule.rule.code() == "SC-14");
    let document = rule.ok_or("SC-14")?.fires.document()?;
    let scenario = facade::open_text(&document.to_string()).map_err(|p| format!("{p:?}"))?;
    let (all, _) = judged(&played(&document)?)?;
    let mut findings = all.findings.iter();
    let finding = findings.find(|one| one.rule.code() == "SC-14");
    let fixes = facade::rules::fixes(&scenario, finding.ok_or("a finding")?);
    let fix = fixes.first().ok_or("a fix")?;
    let mended = facade::edit_all(&scenario, &fix.edits).map_err(|p| format!("{p:?}"))?;
    assert_eq!(mended.outflows, []);
    assert_eq!(mended.payments, scenario.payments);
    let splits = mended.contracts.first().ok_or("a contract")?.splits.iter();
    let splits: Vec<_> = splits
        .map(|split| (split.to.as_str(), split.rate.plain()))
        .collect();
    let expected = [("mall", "0.189291"), ("book", "0.760709")];
    assert_eq!(splits, expected.map(|(to, rate)| (to, rate.to_owned())));
    let ends = |document: &Value, account: &str| -> Outcome<String> {
        let run = played(document)?;
        let (_, summary) = judged(&run)?;
        let end = report::snapshot(&run, run.event_count()).map_err(|f| format!("{f:?}"))?;
        let mut accounts = summary.accounts.iter();
        let place = accounts.position(|row| row.alias.as_deref() == Some(account));
        Ok(end
            .balances
            .get(place.ok_or("an account")?)
            .ok_or("a balance")?
            .current
            .plain())
    };
    let after: Value = serde_json::from_str(&facade::write(&mended))?;
    // Its own sales brought the bookshop 155.84, and the mall 3.20 of commission on them.
    assert_eq!(ends(&document, "book.bank")?, "335.84");
    assert_eq!(ends(&after, "book.bank")?, "335.84");
    assert_eq!(ends(&document, "mall.bank")?, "147.99");
    assert_eq!(ends(&after, "mall.bank")?, "147.97");
    Ok(())
}

#[test]
fn a_rule_is_judged_and_has_its_three_cases_or_says_what_it_needs() -> Outcome {
    let with_cases: BTreeSet<RuleId> = files()?.iter().map(|rule| rule.rule).collect();
    for item in facade::gallery() {
        let (all, _) = judged(&played(&serde_json::from_str(item.text)?)?)?;
        let mut judged: BTreeSet<RuleId> = all.nothing_found.iter().copied().collect();
        judged.extend(all.findings.iter().map(|one| one.rule));
        assert!(judged.is_subset(&with_cases), "{}", item.id);
        for one in &all.not_judged {
            assert!(!one.needs.is_empty(), "{}", one.rule.code());
            assert!(!judged.contains(&one.rule), "{}", one.rule.code());
        }
        let said = judged.len() + all.not_judged.len();
        assert_eq!(said, RuleId::ALL.len(), "{}: no rule is silent", item.id);
    }
    Ok(())
}

/// T-R1 and T-R2: the mall that collects is seen; the mall whose shops are sub-merchants is not, at 10% either.
#[test]
fn the_pooled_mall_is_seen_and_the_split_mall_is_clean() -> Outcome {
    let case = |base: &str, set: &[(&str, Value)]| Case {
        why: String::new(),
        base: base.to_owned(),
        set: set
            .iter()
            .map(|(at, value)| ((*at).to_owned(), value.clone()))
            .collect(),
        found: Vec::new(),
    };
    let (pooled, _) = judged(&played(&case("mall-pooled", &[]).document()?)?)?;
    let first = pooled.findings.first().ok_or("a finding")?;
    assert_eq!(
        (first.rule.code(), first.severity),
        ("SC-01", Severity::High)
    );
    let tenth = [
        ("/contracts/0/splits/0/rate", Value::from("0.1")),
        ("/contracts/1/splits/0/rate", Value::from("0.1")),
        ("/expectations", Value::Array(Vec::new())),
    ];
    for set in [&[][..], &tenth] {
        let (split, _) = judged(&played(&case("mall-sub-merchants", set).document()?)?)?;
        assert_eq!(split.findings, []);
    }
    Ok(())
}

/// A mall's unified cashier is contested: what are five high risks elsewhere are five warnings there, with a note.
/// What the cashier does not explain stays as grave as it is.
#[test]
fn a_physical_mall_is_warned_not_cleared() -> Outcome {
    let mall = files()?
        .into_iter()
        .find(|rule| rule.rule.code() == "SC-26");
    let severities = |document: &Value| -> Outcome<BTreeMap<&'static str, Severity>> {
        let (all, _) = judged(&played(document)?)?;
        let findings = all.findings.iter();
        Ok(findings
            .map(|one| (one.rule.code(), one.severity))
            .collect())
    };
    let there = severities(&mall.ok_or("SC-26")?.fires.document()?)?;
    let text = fs::read_to_string("www/scenarios/mall-pooled.json")?;
    let elsewhere = severities(&serde_json::from_str(&text)?)?;
    for (code, severity) in &elsewhere {
        let expected = match code {
            &"SC-01" | &"SC-02" | &"SC-03" | &"SC-04" | &"SC-15" => {
                assert_eq!(*severity, Severity::High, "{code}");
                Severity::Warning
            }
            _ => *severity,
        };
        assert_eq!(there.get(code), Some(&expected), "{code}");
    }
    assert_eq!(there.get("SC-26"), Some(&Severity::Note));
    assert_eq!(there.len(), elsewhere.len() + 1);
    Ok(())
}

#[test]
fn a_split_that_leaves_the_collector_nothing_is_graver() -> Outcome {
    let sub = files()?
        .into_iter()
        .find(|rule| rule.rule.code() == "SC-12");
    let sub = sub.ok_or("SC-12")?;
    let mut document = sub.fires.document()?;
    // 0.6% is the channel's fee: nothing is left of 200.00.
    document["contracts"][0]["splits"][0]["rate"] = "0.994".into();
    document["payments"]
        .as_array_mut()
        .ok_or("payments")?
        .truncate(1);
    document["refunds"] = Value::Array(Vec::new());
    let told = found(&document, sub.rule)?;
    let severities: Vec<Severity> = told.iter().map(|one| one.severity).collect();
    assert_eq!(severities, [Severity::Warning]);
    Ok(())
}

/// What must not depend on the order in which things were written: everything but numbers and places.
fn verdict(all: &Findings, summary: &Summary) -> Vec<String> {
    let name = |id: &facade::PartyId| summary.parties.get(id.index()).map(|row| &row.id);
    let told = |one: &Finding| {
        let others: BTreeSet<_> = one.others.iter().map(name).collect();
        format!(
            "{} {:?} {:?} {others:?} {} {:?} {:?} {} {:?}",
            one.rule.code(),
            one.severity,
            name(&one.subject),
            one.amount.plain(),
            one.held,
            one.days,
            one.evidence.count,
            (one.evidence.first, one.evidence.last)
        )
    };
    let mut verdict: Vec<String> = all.findings.iter().map(told).collect();
    verdict.sort();
    verdict
}

#[test]
fn the_verdict_does_not_depend_on_the_order_of_writing() -> Outcome {
    for rule in files()? {
        let document = rule.fires.document()?;
        let mut reversed = document.clone();
        for list in [
            "parties",
            "accounts",
            "contracts",
            "agreements",
            "routes",
            "payments",
            "refunds",
        ] {
            if let Some(list) = reversed.get_mut(list).and_then(Value::as_array_mut) {
                list.reverse();
            }
        }
        let (as_written, summary) = judged(&played(&document)?)?;
        let (turned, other) = judged(&played(&reversed)?)?;
        assert_eq!(
            verdict(&as_written, &summary),
            verdict(&turned, &other),
            "{}",
            rule.rule.code()
        );
    }
    Ok(())
}

/// The set of events that SC-01 shows, found again by reading the rows of all events.
#[test]
fn the_events_shown_are_those_by_which_others_money_came_and_went() -> Outcome {
    let document: Value =
        serde_json::from_str(&fs::read_to_string("www/scenarios/mall-pooled.json")?)?;
    let run = played(&document)?;
    let (all, _) = judged(&run)?;
    let first = all.findings.first().ok_or("a finding")?;
    let mut expected = Vec::new();
    for number in 1..=run.event_count() {
        let row = report::event_row(&run, number).map_err(|fault| format!("{fault:?}"))?;
        let kind = serde_json::to_value(row.kind)?;
        if ["captured", "payout_succeeded", "transferred"]
            .iter()
            .any(|one| kind == *one)
        {
            expected.push(number);
        }
    }
    assert_eq!(first.evidence.events, expected);
    Ok(())
}

#[test]
fn every_source_names_its_document_date_and_status_in_both_languages() {
    let statuses = [
        (
            Lang::ZhCn,
            [
                "条文已核对",
                "渠道公开页面已核对",
                "来源待核实",
                "仅为业内观点，不是规定",
            ],
        ),
        (
            Lang::En,
            [
                "read in full",
                "the channel's public page, read",
                "source to be confirmed",
                "an opinion, not a rule",
            ],
        ),
    ];
    for (lang, statuses) in statuses {
        let text = lang.findings();
        for rule in RuleId::ALL {
            let code = rule.code();
            let words = (text.rule)(*rule);
            for sentence in [words.title, words.why, words.clear] {
                assert!(sentence.chars().count() >= 4, "{code}: {sentence}");
                for verdict in ["违法", "犯罪", "illegal", "crime"] {
                    assert!(!sentence.contains(verdict), "{code}: {sentence}");
                }
            }
            let sources = rules::sources(*rule);
            assert!(!sources.is_empty(), "{code} leans on something");
            for source in sources {
                let line = (text.source)(source);
                assert!(line.contains(source.paper.number()), "{code}: {line}");
                let (rules::SourceDate::InForce(date) | rules::SourceDate::Of(date)) =
                    source.paper.date();
                assert!(
                    date.starts_with("20") && line.contains(date),
                    "{code}: {line}"
                );
                let told = statuses.iter().filter(|status| line.contains(**status));
                assert_eq!(told.count(), 1, "{code}: {line}");
            }
        }
    }
}

const HEADINGS: [&str; 5] = [
    "What it looks for",
    "Why it matters",
    "Evidence",
    "How to clear it",
    "Source",
];

/// The catalogue, made of the first lines of the rule files.
fn catalogue() -> Outcome<String> {
    let mut files: Vec<_> = fs::read_dir("src/analysis/rules")?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.to_string_lossy().contains("/sc"));
    files.sort();
    let mut text = fs::read_to_string("docs/rules.md").unwrap_or_default();
    let end = text.find("\n## SC-").map_or(text.len(), |place| place + 1);
    text.truncate(end);
    for (path, rule) in files.iter().zip(RuleId::ALL) {
        let code = fs::read_to_string(path)?;
        let shown = path.display();
        let lines = code.lines().map_while(|line| line.strip_prefix("//!"));
        let lines: Vec<&str> = lines.map(str::trim).collect();
        let (title, rest) = lines.split_first().ok_or("a title")?;
        assert!(
            title.starts_with(&format!("{}: ", rule.code())),
            "{shown}: {title}"
        );
        let headings: Vec<&str> = rest
            .iter()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        assert_eq!(headings, HEADINGS, "{shown}");
        let source = rest.join("\n");
        let (_, source) = source.split_once("## Source").ok_or("a source")?;
        for one in rules::sources(*rule) {
            assert!(
                source.contains(one.paper.number()),
                "{shown}: {:?}",
                one.paper
            );
            let article = one.article.map(|number| format!("article {number}"));
            assert!(
                article.is_none_or(|article| source.contains(&article)),
                "{shown}"
            );
        }
        text += &format!("## {}\n", title.trim_end_matches('.'));
        if let Some((_, fact)) = code.split_once("NotJudged(&[FactNeeded::") {
            let fact = fact.split(']').next().unwrap_or_default();
            text += &match code.contains("fn judge(") {
                true => format!("\nJudged only where the scenario says `{fact}`.\n"),
                false => format!("\nNot judged yet: a scenario cannot say `{fact}`.\n"),
            };
        }
        for line in rest {
            text += &line.replacen("## ", "### ", 1);
            text.push('\n');
        }
        text.push('\n');
    }
    Ok(text.trim_end().to_owned() + "\n")
}

#[test]
fn the_catalogue_is_what_the_rule_files_say() -> Outcome {
    let catalogue = catalogue()?;
    assert_eq!(catalogue.matches("\n## SC-").count(), RuleId::ALL.len());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write("docs/rules.md", &catalogue)?;
    }
    assert_eq!(
        fs::read_to_string("docs/rules.md")?,
        catalogue,
        "UPDATE_GOLDEN=1 cargo test --test rules writes it again"
    );
    Ok(())
}
