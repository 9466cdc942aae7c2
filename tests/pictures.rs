//! The two pictures that everybody draws of second clearing: the mall that collects, with the way of others' money
//! through its account marked, and the mall whose shops are sub-merchants, with nothing to mark. The fix of the
//! first is the second.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;

use daycut::facade::view::{LaneModel, LaneView, Severity, Summary};
use daycut::facade::{self, Lang, Run, Scenario, report, rules};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn gallery(name: &str) -> Outcome<Scenario> {
    let text = fs::read_to_string(format!("www/scenarios/{name}.json"))?;
    Ok(facade::open_text(&text).map_err(|problems| format!("{problems:?}"))?)
}

fn played(scenario: &Scenario) -> Outcome<Run> {
    let plan = facade::check(scenario).map_err(|problems| format!("{problems:?}"))?;
    Ok(facade::simulate(plan, &mut |_| {}).map_err(|fault| format!("{fault:?}"))?)
}

/// A picture in words: lanes from top to bottom, accounts with their marks, arrows with theirs.
#[derive(PartialEq, Debug)]
struct Picture {
    lanes: Vec<String>,
    accounts: BTreeSet<String>,
    arrows: BTreeSet<String>,
}

fn marked(mark: Option<Severity>) -> String {
    mark.map(|grave| format!(" !{grave:?}")).unwrap_or_default()
}

fn picture(scenario: &Scenario) -> Outcome<Picture> {
    let told = |fault: facade::Fault| format!("{fault:?}");
    let run = played(scenario)?;
    let summary: Summary = report::summary(&run).map_err(told)?;
    let model: LaneModel = report::lanes(&run, LaneView::Holder).map_err(told)?;
    let name = |place: u32| -> Outcome<&str> {
        let node = model.nodes.get(usize::try_from(place)?).ok_or("a node")?;
        let row = node
            .account
            .map(|account| summary.accounts.get(account.index()));
        Ok(match row {
            None => "payers",
            Some(row) => &row.ok_or("an account")?.name,
        })
    };
    let lanes = model.lanes.iter().map(|party| {
        let row = party.and_then(|party| summary.parties.get(party.index()));
        row.map_or("payers", |row| row.id.as_str()).to_owned()
    });
    let (mut accounts, mut arrows) = (BTreeSet::new(), BTreeSet::new());
    for (node, place) in model.nodes.iter().zip(0..) {
        accounts.insert(format!("{}{}", name(place)?, marked(node.mark)));
    }
    for edge in &model.edges {
        let meaning = serde_json::to_value(edge.meaning)?;
        let meaning = meaning.as_str().ok_or("a meaning")?;
        let (from, to) = (name(edge.from)?, name(edge.to)?);
        arrows.insert(format!("{from} → {to} {meaning}{}", marked(edge.mark)));
    }
    Ok(Picture {
        lanes: lanes.collect(),
        accounts,
        arrows,
    })
}

fn set(words: &[&str]) -> BTreeSet<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn the_pooled_mall_is_marked_where_others_money_passes_its_account() -> Outcome {
    let pooled = picture(&gallery("mall-pooled")?)?;
    assert_eq!(pooled.lanes, ["payers", "wx", "mall", "cafe", "book"]);
    let accounts = set(&[
        "payers",
        "wx:2241.01.mall",
        "wx:6001",
        "hs:2011.01.mall !High",
        "mall:6001",
        "mall:2241.02.cafe",
        "mall:2241.02.book",
        "hs:2011.01.cafe",
        "hs:2011.01.book",
    ]);
    assert_eq!(pooled.accounts, accounts);
    let arrows = set(&[
        "payers → wx:2241.01.mall payment",
        "wx:2241.01.mall → wx:6001 channel_fee",
        "wx:2241.01.mall → hs:2011.01.mall paid_out !High",
        "hs:2011.01.mall → mall:6001 commission",
        "hs:2011.01.mall → mall:2241.02.cafe cleared !High",
        "hs:2011.01.mall → mall:2241.02.book cleared !High",
        "mall:2241.02.cafe → hs:2011.01.cafe transferred",
        "mall:2241.02.book → hs:2011.01.book transferred",
        "wx:2241.01.mall → payers refund",
        "wx:6001 → wx:2241.01.mall fee_returned",
    ]);
    assert_eq!(pooled.arrows, arrows);
    Ok(())
}

#[test]
fn the_split_mall_has_a_way_for_each_shop_and_nothing_to_mark() -> Outcome {
    let split = picture(&gallery("mall-sub-merchants")?)?;
    assert_eq!(split.lanes, ["payers", "wx", "mall", "cafe", "book"]);
    for shop in ["cafe", "book"] {
        for arrow in [
            format!("payers → wx:2241.03.{shop} payment"),
            format!("wx:2241.03.{shop} → wx:6001 channel_fee"),
            format!("wx:2241.03.{shop} → wx:2241.01.mall share"),
            format!("wx:2241.03.{shop} → wx:2241.01.{shop} unfreeze"),
            format!("wx:2241.01.{shop} → hs:2011.01.{shop} paid_out"),
        ] {
            assert!(
                split.arrows.contains(&arrow),
                "{arrow}: {:#?}",
                split.arrows
            );
        }
    }
    let all = split.arrows.iter().chain(&split.accounts);
    assert!(all.clone().all(|one| !one.contains('!')), "{split:#?}");
    // The mall's account gets its commission and nothing else.
    let to_mall = all.filter(|one| one.contains("→ hs:2011.01.mall"));
    let to_mall: Vec<&String> = to_mall.collect();
    assert_eq!(to_mall, ["wx:2241.01.mall → hs:2011.01.mall paid_out"]);
    Ok(())
}

#[test]
fn the_fix_takes_one_picture_into_the_other() -> Outcome {
    let pooled = gallery("mall-pooled")?;
    let found = report::findings(&played(&pooled)?).map_err(|fault| format!("{fault:?}"))?;
    let first = found.findings.first().ok_or("a finding")?;
    let fixes = rules::fixes(&pooled, first);
    let fix = fixes.first().ok_or("a fix")?;
    let mended = facade::edit_all(&pooled, &fix.edits).map_err(|p| format!("{p:?}"))?;
    assert_eq!(picture(&mended)?, picture(&gallery("mall-sub-merchants")?)?);
    Ok(())
}

/// Money that leaves for something that is not drawn is still seen to leave, and what for.
#[test]
fn what_is_spent_out_of_a_deposit_has_an_arrow_of_its_own() -> Outcome {
    let mut document: serde_json::Value =
        serde_json::from_str(&facade::write(&gallery("mall-pooled")?))?;
    document["outflows"] = serde_json::json!([{"id": "X1", "from": "mall.bank",
        "at": "2018-09-29T12:00:00", "amount": "150.00", "purpose": "costs"}]);
    let spent = facade::open_value(&document).map_err(|problems| format!("{problems:?}"))?;
    let (before, after) = (picture(&gallery("mall-pooled")?)?, picture(&spent)?);
    let new: Vec<&String> = after.arrows.difference(&before.arrows).collect();
    // The café's money was in it: the bookshop is paid first, and for the café too little is left to be passed on.
    let owed = "hs:2011.01.mall → mall:2241.02.cafe cleared";
    assert_eq!(new, [owed, "hs:2011.01.mall → mall:6602 spent !High"]);
    Ok(())
}

/// The file that the command line draws says in words, in shape and in colour what was found.
#[test]
fn the_drawn_file_marks_with_word_octagon_and_dashed_border() -> Outcome {
    let drawn = |name: &str, lang: Lang| -> Outcome<String> {
        let told = |fault: facade::Fault| format!("{fault:?}");
        let run = played(&gallery(name)?)?;
        let summary = report::summary(&run).map_err(told)?;
        let model = report::lanes(&run, LaneView::Holder).map_err(told)?;
        let amounts = report::lane_amounts(&run, LaneView::Holder, u32::MAX).map_err(told)?;
        Ok(facade::diagram(
            &model,
            &amounts,
            summary.ends,
            &summary,
            lang,
        ))
    };
    for (lang, word) in [(Lang::ZhCn, "高危"), (Lang::En, "high risk")] {
        let pooled = drawn("mall-pooled", lang)?;
        assert_eq!(pooled.matches("class=\"dc-mark\"").count(), 1);
        assert_eq!(pooled.matches("dc-node dc-risk").count(), 1);
        // Its title, and the labels of three arrows.
        assert_eq!(pooled.matches(&format!(">{word} ")).count(), 4);
        let split = drawn("mall-sub-merchants", lang)?;
        assert!(!split.contains("class=\"dc-mark\"") && !split.contains(word));
    }
    Ok(())
}
