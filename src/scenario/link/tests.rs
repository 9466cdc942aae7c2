//! What links promise: the same scenario on the other side, or a refusal, and never another scenario.

use expect_test::expect;
use proptest::prelude::*;

use super::*;
use crate::scenario::samples::{bazaar, mall, scenarios};

fn flaw(text: &str) -> Option<LinkFlaw> {
    match decode(text).err()?.as_slice() {
        [
            Problem {
                path,
                kind: ProblemKind::BadLink { reason },
            },
        ] if path.is_empty() => Some(*reason),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn a_link_is_found_in_any_address() {
    let link = encode(&mall()).unwrap();
    for text in [
        link.clone(),
        format!("  {link}\n"),
        format!("https://example.org/daycut/#{link}"),
        format!("https://example.org/daycut/?s={link}"),
        format!("https://example.org/daycut/?from=singlemessage&isappinstalled=0#s={link}"),
        format!("https://example.org/daycut/?s={link}&from=timeline&isappinstalled=0"),
        format!("https://example.org/#{link}?from=groupmessage"),
        format!("https://example.org/#/page?s={link}#top"),
        format!("#{link}"),
    ] {
        assert_eq!(decode(&text), Ok(mall()), "{text}");
    }
}

#[test]
fn what_is_no_link_is_told_apart() {
    for (text, expected) in [
        ("", LinkFlaw::NotALink),
        ("https://example.org/", LinkFlaw::NotALink),
        ("{\"format\": \"daycut/1\"}", LinkFlaw::NotALink),
        ("u1.abc", LinkFlaw::NotALink),
        ("https://example.org/#s2.abc", LinkFlaw::Newer),
        ("https://example.org/#t2.abc", LinkFlaw::Newer),
        ("t1.", LinkFlaw::Damaged),
        ("t1.AAAA", LinkFlaw::Damaged),
        ("t1.yAAAAAAA", LinkFlaw::Newer),
        ("s1.", LinkFlaw::Damaged),
        ("s1.AAAA", LinkFlaw::Damaged),
        ("s1.AAAAAAA=", LinkFlaw::Damaged),
        ("s1.!", LinkFlaw::Damaged),
    ] {
        assert_eq!(flaw(text), Some(expected), "{text}");
    }
    assert_eq!(
        flaw(&format!("s1.{}", "A".repeat(LINK_CHARS_MAX))),
        Some(LinkFlaw::TooLong)
    );
}

/// X2: every changed character and every cut is refused, or changes nothing.
#[test]
fn a_damaged_link_never_becomes_another_scenario() {
    let scenario = mall();
    let link = encode(&scenario).unwrap();
    for place in 0..link.len() {
        for put in [
            "A", "B", "z", "0", "_", "-", ".", "?", "#", "%", " ", "", "中",
        ] {
            let changed = format!("{}{put}{}", &link[..place], &link[place + 1..]);
            match decode(&changed) {
                Ok(read) => assert_eq!(read, scenario, "{changed}"),
                Err(_) => assert!(flaw(&changed).is_some()),
            }
        }
        assert!(flaw(&link[..place]).is_some(), "cut at {place}");
    }
}

#[test]
fn a_link_made_by_hand_is_read_like_any_document() {
    let sealed = |packed: &str| super::sealed(WHOLE, None, packed, "").unwrap();
    let problems = decode(&sealed("[0,\"t\",0,401,null,9]")).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].path, "days");
    for (packed, expected) in [
        ("", LinkFlaw::Damaged),
        ("{}", LinkFlaw::Damaged),
        ("[]", LinkFlaw::Damaged),
        ("[0,1]", LinkFlaw::Damaged),
        ("[0,\"t\",-1,1]", LinkFlaw::Damaged),
        ("[0,\"t\",1e3,1]", LinkFlaw::Damaged),
        ("[0,\"t\",9223372036854775807,1]", LinkFlaw::Damaged),
        (
            "[0,\"t\",0,1,null,null,[[\"c\",0,[99999999]]]]",
            LinkFlaw::Damaged,
        ),
        (
            "[0,\"t\",0,1,null,null,null,[[\"a\",9,\"n\"]]]",
            LinkFlaw::Newer,
        ),
        ("[1,\"t\",0,1]", LinkFlaw::Newer),
        (&format!("[0{}]", ",null".repeat(40)), LinkFlaw::Newer),
        (&format!("[0,{}]", "[".repeat(100)), LinkFlaw::Damaged),
    ] {
        assert_eq!(flaw(&sealed(packed)), Some(expected), "{packed}");
    }
}

#[test]
fn a_scenario_beyond_the_limit_gets_no_link() {
    let mut scenario = mall();
    let payment = scenario.payments[0].clone();
    scenario.payments = (0_i64..9_000)
        .map(|n| {
            let mut payment = payment.clone();
            payment.id = format!("O{}", n.wrapping_mul(7_919_777) % 1_000_003);
            payment.at = payment.at.plus_millis(n.wrapping_mul(104_729) % 86_399_999);
            payment
        })
        .collect();
    assert!(encode(&scenario).is_err());
}

/// The promise of the link format: new fields and words come last, and none ever moves or goes.
#[test]
fn the_order_of_fields_and_words_is_a_promise() {
    let mut order = String::new();
    pack::order(&DOCUMENT, &mut order);
    expect![[r#"
        format = daycut/1
        Scenario: title starts days story seed calendars parties accounts fee_plans settlement_rules contracts agreements routes payments refunds traffic expectations storyboard outflows bill_form
        CalendarForm: id based_on holidays workdays beyond
          cn | weekdays
          weekends_only
        Party: id kind name licence book reserve_bank onboarding premises legal_name
          merchant | platform | channel | bank
          none | payment | bank
        BookSpec: cut_off closes boundary announced
          previous | same
          new_day | old_day
          finished | unfinished
          physical_mall | online
        AccountSpec: id kept_by owner class opening name_on_account authority
          corporate | personal
          documented
        FeePlan: id rate rounding floor cap on_refund
          half_up | half_even | down | up
          return | keep
        SettlementRule: id cycle calendar pays_at minimum non_working_trade on_refund_shortfall
          as_is | next_working_day
          top_up | refuse | carry_negative
        Contract: id mode channel collector fee_plan settlement_rule provider payout_to splits split_remainder split_delay_seconds notification_delay_seconds shown_name
          direct | sub_merchant | pooled
        Split: to rate rounding on_refund payout_to
          collector | largest | first | last
        Agreement: platform merchant rate rounding on_refund pays_at payout_to
        Route: seller channel contract min_amount max_amount from until
        Payment: id at channel lines known_at bill
        Line: seller amount contract
        BillNote: place fields
        Refund: id of at amount bill
        RefundOfPayment: payment seller
        RefundOfExternal: external seller channel paid_at amount contract
        TrafficForm: seller channel per_day amount hours
        AmountRange: from to
          all_day | retail | office | night
        kind = balance | arrival | total_fee | refused | inflow | commission | held | findings
        Balance: account at op value which
          = | != | < | <= | > | >=
          current | previous_day
        Arrival: account by op value
        TotalFee: channel op value
        Refused: op count
        Inflow: party by op value from
        Commission: party op value
        Held: party op value
        Findings: at_least op count
          note | attention | warning | high
        NamedMoment: at title
        Outflow: id from at amount purpose to
          costs | loan | investment | advance | onward
        BillForm: columns totals
    "#]].assert_eq(&order);
}

/// A scenario of 15 parties, 20 accounts, 8 contracts and 30 payments with Chinese names.
#[test]
fn a_link_is_at_most_three_quarters_of_plain_deflate() {
    let scenario = bazaar();
    let counts = [
        scenario.parties.len(),
        scenario.accounts.len(),
        scenario.contracts.len(),
        scenario.payments.len(),
    ];
    assert_eq!(counts, [15, 20, 8, 30]);
    let link = encode(&scenario).unwrap();
    assert_eq!(decode(&link), Ok(scenario.clone()));
    let json = writer::write_compact(&scenario);
    let mut plain = Vec::with_capacity(json.len());
    flate2::Compress::new(flate2::Compression::best(), false)
        .compress_vec(json.as_bytes(), &mut plain, flate2::FlushCompress::Finish)
        .unwrap();
    let plain = URL_SAFE_NO_PAD.encode(plain);
    assert!(
        link.len() * 100 <= plain.len() * 75,
        "{} of {}",
        link.len(),
        plain.len()
    );
}

proptest! {
    /// X1: the same scenario comes out.
    #[test]
    fn what_was_linked_is_read_back(scenario in scenarios()) {
        let link = encode(&scenario).unwrap();
        prop_assert!(link[WHOLE.len()..].bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        prop_assert_eq!(decode(&link), Ok(scenario));
    }

    /// X2, for drawn scenarios and two changed characters.
    #[test]
    fn drawn_links_do_not_survive_damage(
        scenario in scenarios(), places in [any::<prop::sample::Index>(), any::<prop::sample::Index>()],
        put in "[A-Za-z0-9_-]",
    ) {
        let mut link = encode(&scenario).unwrap();
        for place in places {
            let place = place.index(link.len());
            link.replace_range(place..=place, &put);
        }
        if let Ok(read) = decode(&link) {
            prop_assert_eq!(read, scenario);
        }
    }
}
