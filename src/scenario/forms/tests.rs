//! Forms show every field of the document, with what it holds or would hold.

use super::*;
use crate::scenario::samples::mall;

fn find<'f>(fields: &'f [Field], name: &str) -> &'f Holds {
    &fields
        .iter()
        .find(|field| field.name == name)
        .unwrap()
        .holds
}

fn entry(list: &str, place: usize) -> Vec<Field> {
    let entries = entries(&mall(), list, place, 1);
    assert_eq!(entries[0].path, format!("{list}[{place}]"));
    entries[0].fields.clone()
}

#[test]
fn a_field_that_nobody_wrote_shows_what_is_meant() {
    let rule = entry("settlement_rules", 0);
    let text = |name| find(&rule, name).clone();
    assert_eq!(text("cycle"), Holds::Typed(Typed::Cycle, "T+1".to_owned()));
    assert_eq!(
        text("pays_at"),
        Holds::Typed(Typed::TimeOfDay, "09:30:00".to_owned())
    );
    assert_eq!(
        text("calendar"),
        Holds::Name("cn".to_owned(), Noun::Calendar)
    );
    let plan = entry("fee_plans", 0);
    assert_eq!(
        *find(&plan, "rate"),
        Holds::Typed(Typed::Rate, "0.60".to_owned())
    );
    assert_eq!(
        *find(&plan, "floor"),
        Holds::Typed(Typed::Amount, String::new())
    );
}

#[test]
fn what_is_written_in_short_is_shown_at_length() {
    let Holds::Variant {
        word,
        fields,
        words,
    } = find(&entry("refunds", 0), "of").clone()
    else {
        panic!("what a refund is of has kinds");
    };
    assert_eq!((word, words), ("payment", vec!["payment", "external"]));
    assert_eq!(fields[0].path, "refunds[0].of.payment");
    assert_eq!(fields[0].holds, Holds::Name("O1".to_owned(), Noun::Payment));
    let head = head(&mall());
    let names: Vec<&str> = head.iter().map(|field| field.name.as_ref()).collect();
    assert_eq!(
        names,
        ["title", "story", "starts", "days", "seed", "bill_form"]
    );
}

#[test]
fn a_page_of_entries_has_their_own_paths_and_nothing_lies_beyond_the_end() {
    assert_eq!(entries(&mall(), "parties", 2, 9).len(), 2);
    assert_eq!(entries(&mall(), "parties", 9, 9), []);
    assert_eq!(entries(&mall(), "title", 0, 9), []);
    assert_eq!(lists().count(), 14);
}

#[test]
fn only_what_can_play_the_part_is_offered() {
    let ids = |noun| -> Vec<String> {
        let offered = candidates(&mall(), noun).into_iter();
        offered.map(|candidate| candidate.id).collect()
    };
    assert_eq!(ids(Noun::Channel), ["wx"]);
    assert_eq!(ids(Noun::Bank), ["hs"]);
    assert_eq!(ids(Noun::Seller), ["mall", "cafe"]);
    assert_eq!(ids(Noun::Calendar), ["cn", "weekdays"]);
    assert_eq!(ids(Noun::Payment), ["O1"]);
}

#[test]
fn every_account_leads_to_the_entry_that_made_it() {
    let behind = |alias, keeper, owner| behind(&mall(), alias, keeper, owner);
    assert_eq!(
        behind(Some("mall.bank"), "hs", "mall").as_deref(),
        Some("accounts[1]")
    );
    assert_eq!(behind(None, "wx", "cafe").as_deref(), Some("contracts[0]"));
    assert_eq!(behind(None, "hs", "wx").as_deref(), Some("parties[0]"));
    assert_eq!(behind(None, "x", "x.reserve_bank"), None);
}

#[test]
fn a_path_says_what_it_leads_to() {
    let named = |path| named(path).map(|(of, name)| format!("{of}.{name}"));
    assert_eq!(
        named("contracts[0].splits[1].rate").as_deref(),
        Some("Split.rate")
    );
    assert_eq!(named("payments[3]").as_deref(), Some("Scenario.payments"));
    assert_eq!(
        named("refunds[0].of.paid_at").as_deref(),
        Some("RefundOfExternal.paid_at")
    );
    assert_eq!(named("parties[0].name.en").as_deref(), Some("Party.name"));
    assert_eq!(named("nothing"), None);
}
