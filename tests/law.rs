//! Every sentence about a law or a channel's rule that a user can meet names its source, with date and status.
//!
//! Two walks. The first goes through every string of `src/text` and every story of the gallery: one that speaks of
//! law stands among the words of a rule, which has sources, or it is no sentence about law and is listed here with
//! its reason. The second reads what the command line says of every case that a rule fires on, and wants the
//! sources of the rule under its words.

#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name it lacks is null"
)]

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use daycut::facade::view::RuleId;
use daycut::facade::{self, Lang, rules};
use serde_json::Value;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Words by which a sentence about law, or about what a channel allows, gives itself away.
const CHINESE: [&str; 18] = [
    "条例",
    "办法",
    "细则",
    "法律",
    "法规",
    "违法",
    "合规",
    "监管",
    "许可",
    "不得",
    "规定",
    "央行",
    "人民银行",
    "号令",
    "〔",
    "公告",
    "应当",
    "施行",
];
const ENGLISH: [&str; 9] = [
    "law",
    "laws",
    "regulation",
    "regulations",
    "legal",
    "compliance",
    "prohibited",
    "forbidden",
    "article",
];

/// Where the words of rules stand, and those of sources themselves.
const BOUND_TO_SOURCES: [&str; 4] = [
    "src/text/findings.rs",
    "src/text/findings/sources.rs",
    "src/text/findings/zh.rs",
    "src/text/findings/en.rs",
];

/// Strings that hold such a word and say nothing about law.
const NOT_ABOUT_LAW: [(&str, &str); 6] = [
    ("存放央行·清算往来", "the name of an account of the chart"),
    (
        "渠道为客户实际收到的待付资金。2019-01-14 起集中存放在央行，这里的备付金银行代表存放机构。沙盘不演示手续费划出备付金户，所以余额里含渠道已得的手续费。",
        "says where reserves lie, and what is not played",
    ),
    ("legal_name", "a field of the document"),
    ("Legal name", "the label of that field"),
    (
        "本报告由清结算沙盘按下列前提推演得出：每个数字都是某一方账套里的余额或发生额。金额单位为元；不构成合规意见或法律意见。",
        "says what a printed run is not",
    ),
    (
        "This report was played out from the assumptions below: every figure is a balance or a movement in somebody's book. Amounts are in yuan. It is no opinion on compliance and no legal advice.",
        "says what a printed run is not",
    ),
];

fn speaks_of_law(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_ascii_alphanumeric());
    CHINESE.iter().any(|word| text.contains(word)) || words.any(|word| ENGLISH.contains(&word))
}

fn sources(directory: &Path, found: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        match path.is_dir() {
            true => sources(&path, found)?,
            false => found.push(path),
        }
    }
    Ok(())
}

/// Strings of a source file, comments and tests aside.
fn strings(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code: Vec<&str> = lines.collect();
    let code = code.join("\n");
    code.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_sentence_about_law_stands_apart_from_the_rules_and_their_sources() -> Outcome {
    let mut files = Vec::new();
    sources(Path::new("src/text"), &mut files)?;
    files.push("src/text.rs".into());
    let (mut seen, mut bound, mut complaints) = (0, 0, Vec::new());
    let mut excused = BTreeSet::new();
    for path in files {
        let shown = path.display().to_string();
        for text in strings(&fs::read_to_string(&path)?) {
            seen += 1;
            if !speaks_of_law(&text) {
                continue;
            }
            let excuse = NOT_ABOUT_LAW.iter().find(|(excused, _)| *excused == text);
            if let Some((text, _)) = excuse {
                excused.insert(*text);
            } else if BOUND_TO_SOURCES.contains(&shown.as_str()) {
                bound += 1;
            } else {
                complaints.push(format!("{shown}: {text}"));
            }
        }
    }
    for item in facade::gallery() {
        let document: Value = serde_json::from_str(item.text)?;
        for field in ["title", "story"] {
            let words = document
                .get(field)
                .map(Value::to_string)
                .unwrap_or_default();
            seen += 1;
            if speaks_of_law(&words) {
                complaints.push(format!("{}: {words}", item.id));
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert!(
        seen > 1_000 && bound > 20,
        "{seen} strings, {bound} about law"
    );
    assert_eq!(excused.len(), NOT_ABOUT_LAW.len(), "every excuse is used");
    Ok(())
}

/// The document of a rule's first case.
fn fires(rule: &Value) -> Outcome<Value> {
    let base = rule["fires"]["base"].as_str().ok_or("a base")?;
    let text = fs::read_to_string(format!("www/scenarios/{base}.json"))?;
    let mut document: Value = serde_json::from_str(&text)?;
    for (pointer, value) in rule["fires"]["set"].as_object().into_iter().flatten() {
        let (parent, field) = pointer.rsplit_once('/').ok_or("a pointer")?;
        let parent = document.pointer_mut(parent).ok_or(pointer.as_str())?;
        parent[field] = value.clone();
    }
    Ok(document)
}

fn said(lang: &str, document: &Path) -> Outcome<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_daycut-cli"));
    let output = command
        .args(["--lang", lang, "findings"])
        .arg(document)
        .output()?;
    assert!(output.status.success(), "{output:?}");
    Ok(String::from_utf8(output.stdout)?)
}

#[test]
fn whatever_is_said_of_a_finding_stands_over_the_sources_of_its_rule() -> Outcome {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("law");
    fs::create_dir_all(&directory)?;
    let mut walked = BTreeSet::new();
    for entry in fs::read_dir("tests/rules")? {
        let rule: Value = serde_json::from_str(&fs::read_to_string(entry?.path())?)?;
        let file = directory.join("fires.json");
        fs::write(&file, fires(&rule)?.to_string())?;
        for (lang, name) in [(Lang::ZhCn, "zh"), (Lang::En, "en")] {
            let text = lang.findings();
            let all = said(name, &file)?;
            assert!(all.starts_with(text.disclaimer), "{name}");
            // A finding is a heading and what is indented under it.
            for block in all.split("\n\n").filter(|block| block.contains("\n  ")) {
                let heading = block.lines().next().unwrap_or_default();
                let rule = RuleId::ALL
                    .iter()
                    .find(|rule| heading.contains(rule.code()));
                let rule = *rule.ok_or(heading)?;
                let words = (text.rule)(rule);
                for sentence in [words.title, words.why, words.clear] {
                    assert!(block.contains(sentence), "{heading}: {sentence}");
                }
                let lines = rules::sources(rule).iter();
                for line in lines.map(|source| (text.leans_on)(&(text.source)(source))) {
                    assert!(block.contains(&line), "{heading}: {line}");
                }
                walked.insert((rule, name));
            }
        }
    }
    assert!(walked.len() >= 2 * 14, "{walked:?}");
    Ok(())
}

/// Articles of 国务院令第768号 that bind everybody or say what a word means. All others bind payment institutions.
const BINDING_EVERYBODY: [u16; 5] = [2, 6, 12, 15, 47];

/// Rules that see what a party without a licence, or a bank, does.
const ABOUT_NO_INSTITUTION: [RuleId; 14] = [
    RuleId::PassesOnOthersMoney,
    RuleId::OneNumberForManySellers,
    RuleId::DecidesWhenOthersArePaid,
    RuleId::PoolLeftAtDayEnd,
    RuleId::PoolSpent,
    RuleId::RedeemableBalance,
    RuleId::ShellSubMerchant,
    RuleId::BatchPayoutToSellers,
    RuleId::RefundFromAnothersMoney,
    RuleId::InternalAccountLent,
    RuleId::CustodyTransfersFreely,
    RuleId::PaidBeforeArrival,
    RuleId::CommissionNotSeparated,
    RuleId::MallUnifiedCashier,
];

/// An article on the reserve says nothing of a platform that has none: the reserve is what an institution receives.
#[test]
fn nobody_is_held_to_an_article_that_binds_payment_institutions_only() {
    for rule in ABOUT_NO_INSTITUTION {
        for source in rules::sources(rule) {
            let binds = source.paper != rules::Paper::Order768
                || source
                    .article
                    .is_some_and(|article| BINDING_EVERYBODY.contains(&article));
            assert!(binds, "{}: {source:?}", rule.code());
        }
    }
}

/// The text of 国务院令第768号 says 提供担保 of the reserve; 质押 stands there of shares of an institution.
#[test]
fn the_words_of_rules_are_those_of_the_law() {
    for rule in RuleId::ALL {
        let words = (Lang::ZhCn.findings().rule)(*rule);
        let said = [words.title, words.why, words.clear].concat();
        assert!(!said.contains("质押"), "{}", rule.code());
    }
    for lang in [Lang::ZhCn, Lang::En] {
        let today = ["现行规则", "rules in force today"];
        let told = lang.findings().disclaimer;
        assert!(today.iter().any(|words| told.contains(words)), "{told}");
    }
}
