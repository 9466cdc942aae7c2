//! The report for paper: everything is in it, it stands alone, and no name in it becomes an element.

use std::collections::BTreeSet;
use std::error::Error;
use std::process::Command;

use daycut::facade::{self, Lang, Run, Scenario, report};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const LANGS: [Lang; 2] = [Lang::ZhCn, Lang::En];

/// Elements that a report is made of; those of the picture behind the first line.
const ELEMENTS: [&str; 40] = [
    "html", "main", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "li",
    "dl", "dt", "dd", "div", "b", "span", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "figure", "code", "svg", "g", "rect", "path", "polygon", "polyline", "line", "text", "tspan",
    "circle", "defs", "marker",
];

fn played(text: &str) -> Outcome<(Scenario, Run)> {
    let scenario = facade::open_text(text).map_err(|told| format!("{told:?}"))?;
    let plan = facade::check(&scenario).map_err(|told| format!("{told:?}"))?;
    let run = facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?;
    Ok((scenario, run))
}

fn printed(scenario: &Scenario, run: &Run, lang: Lang) -> Outcome<String> {
    Ok(facade::printed(scenario, run, lang).map_err(|fault| format!("{fault:?}"))?)
}

/// A free text as it stands between tags.
fn escaped(text: &str) -> String {
    let mut escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    for (sign, entity) in [('>', "&gt;"), ('"', "&quot;"), ('\'', "&#39;")] {
        escaped = escaped.replace(sign, entity);
    }
    escaped
}

/// Names of all elements, and of everything that stands inside their tags.
fn tags(html: &str) -> (BTreeSet<String>, String) {
    let (_, body) = html.split_once("</style>").unwrap_or_default();
    let mut names = BTreeSet::new();
    let mut inside = String::new();
    for tag in body.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next();
        names.insert(name.unwrap_or_default().to_owned());
        inside.push_str(tag);
        inside.push('\n');
    }
    (names, inside)
}

fn stands_alone(html: &str, what: &str) {
    assert!(html.starts_with("<!doctype html>\n<html lang="), "{what}");
    assert!(html.ends_with("</main>\n</body>\n</html>\n"), "{what}");
    let (names, inside) = tags(html);
    for name in names {
        assert!(ELEMENTS.contains(&name.as_str()), "{what}: <{name}>");
    }
    for word in ["href", "src=", "onload", "onclick", "javascript", "style="] {
        assert!(!inside.contains(word), "{what}: {word} in a tag");
    }
    assert_eq!(
        html.matches("<style>").count(),
        1,
        "{what}: one style sheet"
    );
}

#[test]
fn every_report_of_the_gallery_has_every_row_and_stands_alone() -> Outcome {
    for item in facade::gallery() {
        let (scenario, run) = played(item.text)?;
        let summary = report::summary(&run).map_err(|fault| format!("{fault:?}"))?;
        let batches = report::batches(&run).map_err(|fault| format!("{fault:?}"))?;
        for lang in LANGS {
            let what = format!("{} {}", item.id, lang.tag());
            let html = printed(&scenario, &run, lang)?;
            stands_alone(&html, &what);
            let title = escaped(lang.of(&summary.title));
            assert!(html.contains(&format!("<h1>{title}</h1>")), "{what}");
            for party in &summary.parties {
                let name = escaped(lang.of(&party.name));
                assert!(html.contains(&name), "{what}: {}", party.id);
            }
            let used = summary.accounts.iter().filter(|row| row.used);
            for account in used {
                assert!(html.contains(&format!(">{}</td>", account.code)), "{what}");
            }
            for batch in &batches {
                let due = format!(">{}</td>", batch.due);
                assert!(html.contains(&due), "{what}: {due}");
            }
            let sum = html.split("<tr class=\"sum\">").nth(1).unwrap_or_default();
            for amount in [summary.paid_in, summary.fees, summary.paid_out] {
                let cell = format!(">{}</td>", amount.grouped());
                assert!(sum.contains(&cell), "{what}: the days do not sum to {cell}");
            }
            let link = facade::link(&scenario).map_err(|long| format!("{long:?}"))?;
            assert!(html.contains(&format!("<code>{link}</code>")), "{what}");
        }
    }
    Ok(())
}

#[test]
fn what_is_found_is_printed_with_its_sources() -> Outcome {
    let mall = facade::gallery()
        .iter()
        .find(|item| item.id == "mall-pooled");
    let (scenario, run) = played(mall.ok_or("the pooled mall")?.text)?;
    let html = printed(&scenario, &run, Lang::ZhCn)?;
    let found = report::findings(&run).map_err(|fault| format!("{fault:?}"))?;
    assert!(found.findings.len() > 3);
    for finding in &found.findings {
        let words = (Lang::ZhCn.findings().rule)(finding.rule);
        assert!(html.contains(words.title), "{}", words.title);
        for source in daycut::facade::rules::sources(finding.rule) {
            let source = (Lang::ZhCn.findings().source)(source);
            assert!(html.contains(&source), "{source}");
        }
    }
    assert!(html.contains("不构成合规意见"));
    Ok(())
}

#[test]
fn hostile_names_stay_text() -> Outcome {
    let text = std::fs::read_to_string("tests/readers/hostile.json")?;
    let (scenario, run) = played(&text)?;
    for lang in LANGS {
        let html = printed(&scenario, &run, lang)?;
        stands_alone(&html, "hostile");
        let summary = report::summary(&run).map_err(|fault| format!("{fault:?}"))?;
        assert!(html.contains(&format!("<h1>{}</h1>", escaped(lang.of(&summary.title)))));
        for party in &summary.parties {
            let name = escaped(lang.of(&party.name));
            assert!(html.contains(&format!("<td>{name}</td>")), "{name}");
        }
    }
    Ok(())
}

#[test]
fn the_command_line_writes_the_same_report() -> Outcome {
    let file = "www/scenarios/cut-off-night.json";
    let (scenario, run) = played(&std::fs::read_to_string(file)?)?;
    for lang in ["zh", "en"] {
        let output = Command::new(env!("CARGO_BIN_EXE_daycut-cli"))
            .args(["--lang", lang, "report", file])
            .output()?;
        assert!(output.status.success(), "{output:?}");
        let html = printed(&scenario, &run, Lang::of_tag(lang))?;
        assert_eq!(String::from_utf8(output.stdout)?, html);
    }
    Ok(())
}

/// A street of so many shops, each with one payment.
fn street(shops: usize) -> String {
    let each =
        |line: &dyn Fn(usize) -> String| (1..=shops).map(line).collect::<Vec<_>>().join(", ");
    let parties =
        each(&|shop| format!(r#"{{"id": "s{shop}", "kind": "merchant", "name": "S{shop}"}}"#));
    let accounts =
        each(&|shop| format!(r#"{{"id": "s{shop}.bank", "kept_by": "hs", "owner": "s{shop}"}}"#));
    let contracts = each(&|shop| {
        format!(
            r#"{{"id": "c{shop}", "mode": "direct", "channel": "wx", "collector": "s{shop}", "fee_plan": "std", "settlement_rule": "t1"}}"#
        )
    });
    let routes =
        each(&|shop| format!(r#"{{"seller": "s{shop}", "channel": "wx", "contract": "c{shop}"}}"#));
    let payments = each(&|shop| {
        format!(
            r#"{{"id": "O{shop}", "at": "2018-09-03T10:00:00", "channel": "wx", "lines": [{{"seller": "s{shop}", "amount": "10.00"}}]}}"#
        )
    });
    format!(
        r#"{{"format": "daycut/1", "title": "Street", "starts": "2018-09-03T00:00:00", "days": 2,
        "parties": [{{"id": "wx", "kind": "channel", "name": "WX"}}, {{"id": "hs", "kind": "bank", "name": "HS"}}, {parties}],
        "accounts": [{accounts}], "fee_plans": [{{"id": "std", "rate": "0.006"}}],
        "settlement_rules": [{{"id": "t1", "cycle": "T+1"}}],
        "contracts": [{contracts}], "routes": [{routes}], "payments": [{payments}]}}"#
    )
}

#[test]
fn parties_that_are_not_printed_day_by_day_are_counted() -> Outcome {
    // Fifteen shops and their channel, of which twelve parties are printed.
    let words = [
        (Lang::ZhCn, "还有 4 方没有逐日印出", "没有逐日印出"),
        (
            Lang::En,
            "4 more parties are not printed day by day",
            "not printed day by day",
        ),
    ];
    for (lang, counted, left_out) in words {
        let (scenario, run) = played(&street(15))?;
        assert!(printed(&scenario, &run, lang)?.contains(counted));
        let (scenario, run) = played(&street(11))?;
        assert!(!printed(&scenario, &run, lang)?.contains(left_out));
    }
    Ok(())
}
