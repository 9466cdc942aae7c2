//! Scenarios for tests: a small mall written by hand, and any number of drawn ones that the reader accepts.
//!
//! Drawn scenarios are well formed but senseless: names may refer to nothing. They are for what must hold
//! of every document, such as reading back what was written.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::limits::{
    AMOUNT_MAX, DAYS_MAX, DELAY_SECONDS_MAX, MOMENT_END_DAY, PER_DAY_MAX, PLACE_MAX,
};
use super::v1::Severity;
use super::v1::{
    AccountClass, AccountSpec, Agreement, Authority, BillNote, BookSpec, CalendarBase,
    CalendarSpec, Contract, Expectation, FeePlan, Hours, Licence, Line, Mode, NamedMoment,
    OnRefund, OnRefundShortfall, Onboarding, Op, Party, PartyKind, Payment, Premises, Refund,
    RefundOf, Route, Scenario, SettlementRule, Split, SplitRemainder, Traffic, Which, Words,
};
use crate::base::date::{Boundary, CivilDate, Closes, TimeOfDay, WallClock};
use crate::base::money::Money;
use crate::base::rate::{Rate, Rounding};
use crate::domain::cycle::{NonWorkingTrade, SettlementCycle};

/// The document of the mall.
pub(crate) const MALL: &str = r#"{
  "format": "daycut/1", "title": {"zh": "商场分账 · 国庆", "en": "A mall over National Day"},
  "starts": "2018-09-28T00:00:00", "days": 14, "seed": 42,
  "parties": [
    {"id": "wx", "kind": "channel", "name": "微信支付", "licence": "payment", "book": {"cut_off": "00:00"}},
    {"id": "hs", "kind": "bank", "name": "徽商银行", "book": {"cut_off": "22:00:37", "announced": "22:00"}},
    {"id": "mall", "kind": "platform", "name": "商场", "licence": "none", "book": {}},
    {"id": "cafe", "kind": "merchant", "name": {"zh": "咖啡店", "en": "Café"}}
  ],
  "accounts": [
    {"id": "cafe.bank", "kept_by": "hs", "owner": "cafe", "opening": "1000.00"},
    {"id": "mall.bank", "kept_by": "hs", "owner": "mall"}
  ],
  "fee_plans": [{"id": "std", "rate": "0.006"}],
  "settlement_rules": [{"id": "t1", "cycle": "T+1", "calendar": "cn", "pays_at": "09:30"}],
  "contracts": [
    {"id": "cafe-wx", "mode": "sub_merchant", "channel": "wx", "provider": "mall", "collector": "cafe",
     "fee_plan": "std", "settlement_rule": "t1", "payout_to": "cafe.bank",
     "splits": [{"to": "mall", "rate": "0.02"}]}
  ],
  "routes": [{"seller": "cafe", "channel": "wx", "contract": "cafe-wx"}],
  "payments": [
    {"id": "O1", "at": "2018-09-30T22:59:50.007", "channel": "wx", "lines": [{"seller": "cafe", "amount": "100.00"}]}
  ],
  "refunds": [{"id": "F1", "of": "O1", "at": "2018-10-03T09:00:00", "amount": "50.00"}],
  "traffic": [
    {"seller": "cafe", "channel": "wx", "per_day": 667, "amount": {"from": "10.00", "to": "90.00"}, "hours": "retail"}
  ],
  "expectations": [
    {"kind": "balance", "account": "cafe.bank", "at": "2018-10-08T23:59:59", "op": "=", "value": "2982.00"},
    {"kind": "refused", "op": "=", "count": 0}
  ]
}"#;

mod outflows;

/// The mall, read.
pub(crate) fn mall() -> Scenario {
    super::document::read_text(MALL).unwrap()
}

/// A street market of fifteen parties, as large as what people send each other.
pub(crate) fn bazaar() -> Scenario {
    let mut scenario = mall();
    let words = |zh: &str| Words {
        zh: zh.to_owned(),
        en: zh.to_owned(),
    };
    scenario.title = words("夜市一条街：八家摊位一周的清结算");
    scenario.story = Some(words(
        "八家摊位经夜市管理公司接入微信支付与支付宝，周末人多，节后才到账。",
    ));
    scenario.starts = WallClock::parse("2019-04-29T00:00:00").unwrap();
    scenario.parties.clear();
    scenario.accounts.clear();
    scenario.contracts.clear();
    scenario.routes.clear();
    scenario.payments.clear();
    scenario.refunds.clear();
    scenario.traffic.clear();
    scenario.expectations.clear();
    let book = |cut: &str| {
        let cut_off = TimeOfDay::parse(cut).unwrap();
        Some(BookSpec {
            cut_off,
            closes: None,
            boundary: Boundary::NewDay,
            announced: None,
        })
    };
    let mut party = |id: &str, kind, licence, name: &str, book| {
        let (id, name) = (id.to_owned(), words(name));
        scenario.parties.push(Party {
            id,
            kind,
            name,
            licence,
            book,
            reserve_bank: None,
            onboarding: None,
            premises: None,
            legal_name: None,
        });
    };
    party(
        "wx",
        PartyKind::Channel,
        Licence::Payment,
        "微信支付",
        book("00:00"),
    );
    party(
        "ali",
        PartyKind::Channel,
        Licence::Payment,
        "支付宝",
        book("00:00"),
    );
    party(
        "icbc",
        PartyKind::Bank,
        Licence::Bank,
        "工商银行",
        book("22:30"),
    );
    party(
        "ccb",
        PartyKind::Bank,
        Licence::Bank,
        "建设银行",
        book("23:00"),
    );
    party(
        "cmb",
        PartyKind::Bank,
        Licence::Bank,
        "招商银行",
        book("22:00"),
    );
    party(
        "mgmt",
        PartyKind::Platform,
        Licence::None,
        "夜市管理公司",
        book("00:00"),
    );
    party(
        "saas",
        PartyKind::Platform,
        Licence::None,
        "收银软件公司",
        None,
    );
    let shops = [
        "阿姨米线",
        "老王烤鱼",
        "糖水铺",
        "臭豆腐",
        "鲜榨果汁",
        "手机贴膜",
        "小五金",
        "花店",
    ];
    let ids = [
        "mixian", "kaoyu", "tangshui", "doufu", "guozhi", "tiemo", "wujin", "huadian",
    ];
    for (id, name) in ids.iter().zip(shops) {
        party(id, PartyKind::Merchant, Licence::None, name, None);
    }
    let banks = ["icbc", "ccb", "cmb"];
    let owners = ids
        .iter()
        .chain(&["mgmt", "saas"])
        .chain(&ids)
        .chain(&["mgmt", "saas"]);
    for (place, owner) in owners.enumerate() {
        let kept_by = banks[place % 3].to_owned();
        let suffix = if place < 10 { "bank" } else { kept_by.as_str() };
        let (id, owner) = (format!("{owner}.{suffix}"), (*owner).to_owned());
        let opening = Money::of_minor(i64::try_from(place * 37 % 11).unwrap() * 10_000).unwrap();
        let class = if place % 4 == 3 {
            AccountClass::Personal
        } else {
            AccountClass::Corporate
        };
        scenario.accounts.push(AccountSpec {
            id,
            kept_by,
            owner,
            class,
            opening,
            name_on_account: None,
            authority: None,
        });
    }
    for (place, id) in ids.iter().enumerate() {
        let channel = if place % 2 == 0 { "wx" } else { "ali" };
        scenario.contracts.push(Contract {
            id: format!("{id}-{channel}"),
            mode: if place == 7 {
                Mode::Direct
            } else {
                Mode::SubMerchant
            },
            channel: channel.to_owned(),
            provider: (place != 7).then(|| "mgmt".to_owned()),
            collector: (*id).to_owned(),
            fee_plan: "std".to_owned(),
            settlement_rule: "t1".to_owned(),
            payout_to: Some(format!("{id}.bank")),
            splits: if place == 7 {
                Vec::new()
            } else {
                mall().contracts[0].splits.clone()
            },
            split_remainder: SplitRemainder::Collector,
            split_delay_seconds: 60,
            notification_delay_seconds: 0,
            shown_name: None,
        });
        if let Some(split) = scenario.contracts[place].splits.first_mut() {
            split.to = "mgmt".to_owned();
            split.payout_to = Some("mgmt.bank".to_owned());
        }
        let contract = format!("{id}-{channel}");
        let (seller, channel) = ((*id).to_owned(), channel.to_owned());
        scenario.routes.push(Route {
            seller,
            channel,
            min_amount: None,
            max_amount: None,
            from: None,
            until: None,
            contract,
        });
    }
    for number in 0..30_i64 {
        let route = scenario.routes[usize::try_from(number * 5 % 8).unwrap()].clone();
        let later = number * 13_757_000 + number * number % 17 * 61_000;
        let amount = Money::of_minor(880 + number * 7_919 % 9_973).unwrap();
        scenario.payments.push(Payment {
            id: format!("P{:03}", number + 1),
            at: scenario.starts.plus_millis(36_000_000 + later),
            known_at: None,
            channel: route.channel,
            lines: vec![Line {
                seller: route.seller,
                amount,
                contract: None,
            }],
            bill: None,
        });
    }
    for place in [3_usize, 11, 19] {
        let payment = &scenario.payments[place];
        scenario.refunds.push(Refund {
            id: format!("R{place}"),
            of: RefundOf::Payment {
                payment: payment.id.clone(),
                seller: None,
            },
            at: payment.at.plus_millis(90_000_000),
            amount: payment.lines[0].amount,
            bill: None,
        });
    }
    scenario
}

fn id() -> impl Strategy<Value = String> {
    // Few ids, so that the same one is often used again.
    prop_oneof![
        3 => "[a-c][0-3]",
        1 => "[A-Za-z0-9][A-Za-z0-9._*|@-]{0,40}",
        1 => Just("cn".to_owned()),
        1 => "[a-z]{3}\\.bank",
    ]
}

fn words() -> impl Strategy<Value = Words> {
    let text = || {
        prop_oneof![
            "[微信支付宝银行]{1,5}",
            "[A-Za-z\"\\\\/é☕😀 ]{0,9}x",
            "\\PC{0,20}店"
        ]
    };
    let same = text().prop_map(|zh| Words { en: zh.clone(), zh });
    let other = (text(), text()).prop_map(|(zh, en)| Words { zh, en });
    let fits = |words: &Words| {
        ![&words.zh, &words.en]
            .iter()
            .any(|text| text.chars().any(crate::base::visible::is_control))
    };
    prop_oneof![same, other].prop_filter("no forbidden characters", fits)
}

/// A name in one language.
fn name() -> impl Strategy<Value = String> {
    words().prop_map(|words| words.zh)
}

fn amount(min: i64) -> impl Strategy<Value = Money> {
    let most = AMOUNT_MAX.minor();
    prop_oneof![min..=most, min..=20_000, Just(most), Just(min)]
        .prop_map(|minor| Money::of_minor(minor).unwrap())
}

fn any_amount() -> impl Strategy<Value = Money> {
    let most = Money::MAX.minor();
    prop_oneof![-most..=most, -100_i64..=100].prop_map(|minor| Money::of_minor(minor).unwrap())
}

fn rate() -> impl Strategy<Value = Rate> {
    (0_u32..=1_000_000).prop_map(|ppm| Rate::of_ppm(ppm).unwrap())
}

fn moment() -> impl Strategy<Value = WallClock> {
    let end = i64::from(MOMENT_END_DAY) * 86_400_000;
    let near = 1_538_092_800_000_i64;
    prop_oneof![
        1 => 0..end,
        4 => (near / 1000..near / 1000 + 900_000).prop_map(|seconds| seconds * 1000),
        1 => near..near + 900_000_000,
    ]
    .prop_map(WallClock::of_millis)
}

fn date() -> impl Strategy<Value = CivilDate> {
    (0..MOMENT_END_DAY).prop_map(CivilDate::of_days)
}

fn time() -> impl Strategy<Value = TimeOfDay> {
    (0_i64..86_400).prop_map(|seconds| WallClock::of_millis(seconds * 1000).time())
}

fn cycle() -> impl Strategy<Value = SettlementCycle> {
    prop_oneof![
        (0_u8..=30).prop_map(SettlementCycle::T),
        (0_u8..=30).prop_map(SettlementCycle::D)
    ]
}

fn one<T: Clone + std::fmt::Debug + 'static>(values: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(values)
}

const ROUNDINGS: &[Rounding] = &[
    Rounding::HalfUp,
    Rounding::HalfEven,
    Rounding::Down,
    Rounding::Up,
];
const MODES: &[Mode] = &[Mode::Direct, Mode::SubMerchant, Mode::Pooled];
const SPLIT_REMAINDERS: &[SplitRemainder] = &[
    SplitRemainder::Collector,
    SplitRemainder::Largest,
    SplitRemainder::First,
    SplitRemainder::Last,
];
const ON_REFUND: &[OnRefund] = &[OnRefund::Return, OnRefund::Keep];
const OPS: &[Op] = &[
    Op::Equal,
    Op::NotEqual,
    Op::Less,
    Op::AtMost,
    Op::More,
    Op::AtLeast,
];

prop_compose! {
    fn calendar()(id in id(), weekdays in any::<bool>(), holidays in vec(date(), 0..4),
                  workdays in vec(date(), 0..3), beyond_weekends_only in any::<bool>()) -> CalendarSpec {
        let based_on = if weekdays { CalendarBase::Weekdays } else { CalendarBase::Cn };
        CalendarSpec { id, based_on, holidays, workdays, beyond_weekends_only }
    }
}

prop_compose! {
    fn book()(cut_off in time(), closes in of(one(&[Closes::Previous, Closes::Same])),
              boundary in one(&[Boundary::NewDay, Boundary::OldDay]), announced in of(time())) -> BookSpec {
        BookSpec { cut_off, closes, boundary, announced }
    }
}

prop_compose! {
    fn party()(id in id(), name in words(), book in of(book()), reserve_bank in of(id()),
               kind in one(&[PartyKind::Merchant, PartyKind::Platform, PartyKind::Channel, PartyKind::Bank]),
               licence in one(&[Licence::None, Licence::Payment, Licence::Bank]),
               onboarding in of(one(&[Onboarding::Finished, Onboarding::Unfinished])),
               premises in of(one(&[Premises::PhysicalMall, Premises::Online])),
               legal_name in of(name())) -> Party {
        Party { id, kind, name, licence, book, reserve_bank, onboarding, premises, legal_name }
    }
}

prop_compose! {
    fn account()(id in id(), kept_by in id(), owner in id(), opening in amount(0),
                 class in one(&[AccountClass::Corporate, AccountClass::Personal]),
                 name_on_account in of(name()), authority in of(Just(Authority::Documented))) -> AccountSpec {
        AccountSpec { id, kept_by, owner, class, opening, name_on_account, authority }
    }
}

prop_compose! {
    fn fee_plan()(id in id(), rate in rate(), rounding in one(ROUNDINGS), floor in of(amount(0)),
                  cap in of(amount(0)), on_refund in one(ON_REFUND)) -> FeePlan {
        FeePlan { id, rate, rounding, floor, cap, on_refund }
    }
}

prop_compose! {
    fn rule()(id in id(), cycle in cycle(), calendar in id(), pays_at in time(), minimum in amount(0),
              non_working_trade in one(&[NonWorkingTrade::AsIs, NonWorkingTrade::NextWorkingDay]),
              on_refund_shortfall in one(&[OnRefundShortfall::TopUp, OnRefundShortfall::Refuse,
                                           OnRefundShortfall::CarryNegative])) -> SettlementRule {
        SettlementRule { id, cycle, calendar, pays_at, minimum, non_working_trade, on_refund_shortfall }
    }
}

prop_compose! {
    fn split()(to in id(), rate in rate(), rounding in one(ROUNDINGS), on_refund in one(ON_REFUND),
               payout_to in of(id())) -> Split {
        Split { to, rate, rounding, on_refund, payout_to }
    }
}

prop_compose! {
    fn agreement()(platform in id(), merchant in id(), rate in rate(), rounding in one(ROUNDINGS),
                   on_refund in one(ON_REFUND), pays_at in time(), payout_to in of(id())) -> Agreement {
        Agreement { platform, merchant, rate, rounding, on_refund, pays_at, payout_to }
    }
}

prop_compose! {
    fn contract()(ids in [id(), id(), id(), id(), id()], mode in one(MODES), provider in of(id()),
                  payout_to in of(id()), splits in vec(split(), 0..3), split_remainder in one(SPLIT_REMAINDERS),
                  split_delay_seconds in prop_oneof![Just(60), 0..=DELAY_SECONDS_MAX],
                  notification_delay_seconds in prop_oneof![Just(0), 0..=DELAY_SECONDS_MAX],
                  shown_name in of(name())) -> Contract {
        let [id, channel, collector, fee_plan, settlement_rule] = ids;
        Contract { id, mode, channel, provider, collector, fee_plan, settlement_rule, payout_to, splits,
                   split_remainder, split_delay_seconds, notification_delay_seconds, shown_name }
    }
}

prop_compose! {
    fn route()(seller in id(), channel in id(), min_amount in of(amount(0)), max_amount in of(amount(0)),
               from in of(moment()), until in of(moment()), contract in id()) -> Route {
        Route { seller, channel, min_amount, max_amount, from, until, contract }
    }
}

prop_compose! {
    fn bill()(place in 1..=PLACE_MAX, fields in prop::collection::btree_map("[交易状态a-c]{1,4}", "[`{}\",0-9a-z中文 ]{0,12}", 0..5))
        -> BillNote {
        BillNote { place, fields: fields.into_iter().collect() }
    }
}
prop_compose! {
    fn line()(seller in id(), amount in amount(1), contract in of(id())) -> Line {
        Line { seller, amount, contract }
    }
}

prop_compose! {
    fn payment()(id in id(), at in moment(), known_at in of(moment()), channel in id(),
                 lines in vec(line(), 1..4), bill in of(bill())) -> Payment {
        Payment { id, at, known_at, channel, lines, bill }
    }
}

fn refund_of() -> impl Strategy<Value = RefundOf> {
    let payment =
        (id(), of(id())).prop_map(|(payment, seller)| RefundOf::Payment { payment, seller });
    let external = ("[a-z 交]{0,9}x", id(), id(), moment(), amount(1), of(id())).prop_map(
        |(external, seller, channel, paid_at, amount, contract)| RefundOf::External {
            external,
            seller,
            channel,
            paid_at,
            amount,
            contract,
        },
    );
    prop_oneof![payment, external]
}

prop_compose! {
    fn refund()(id in id(), of_ in refund_of(), at in moment(), amount in amount(1), bill in of(bill())) -> Refund {
        Refund { id, of: of_, at, amount, bill }
    }
}

prop_compose! {
    fn traffic()(seller in id(), channel in id(), per_day in 0..=PER_DAY_MAX, amount_from in amount(1),
                 amount_to in amount(1),
                 hours in one(&[Hours::AllDay, Hours::Retail, Hours::Office, Hours::Night])) -> Traffic {
        Traffic { seller, channel, per_day, amount_from, amount_to, hours }
    }
}

fn expectation() -> impl Strategy<Value = Expectation> {
    let op = || one(OPS);
    let account = prop_oneof![id(), "[a-c]:[0-9]{4}\\.[a-c]"];
    let which = one(&[Which::Current, Which::PreviousDay]);
    let severity = || {
        one(&[
            Severity::Note,
            Severity::Attention,
            Severity::Warning,
            Severity::High,
        ])
    };
    prop_oneof![
        (account, moment(), which, op(), any_amount()).prop_map(
            |(account, at, which, op, value)| {
                Expectation::Balance {
                    account,
                    at,
                    which,
                    op,
                    value,
                }
            }
        ),
        (id(), date(), op(), any_amount()).prop_map(|(account, by, op, value)| {
            Expectation::Arrival {
                account,
                by,
                op,
                value,
            }
        }),
        (id(), op(), any_amount()).prop_map(|(channel, op, value)| Expectation::TotalFee {
            channel,
            op,
            value
        }),
        (op(), 0_u32..1000).prop_map(|(op, count)| Expectation::Refused { op, count }),
        (id(), of(date()), date(), op(), any_amount()).prop_map(|(party, from, by, op, value)| {
            Expectation::Inflow {
                party,
                from,
                by,
                op,
                value,
            }
        }),
        (id(), op(), any_amount()).prop_map(|(party, op, value)| Expectation::Commission {
            party,
            op,
            value
        }),
        (id(), op(), any_amount()).prop_map(|(party, op, value)| Expectation::Held {
            party,
            op,
            value
        }),
        (severity(), op(), 0_u32..1000).prop_map(|(at_least, op, count)| Expectation::Findings {
            at_least,
            op,
            count
        }),
    ]
}

prop_compose! {
    fn named_moment()(at in moment(), title in words()) -> NamedMoment {
        NamedMoment { at, title }
    }
}

prop_compose! {
    fn agreements()(fee_plans in vec(fee_plan(), 0..3), settlement_rules in vec(rule(), 0..3),
                    contracts in vec(contract(), 0..4),
                    agreements in vec(agreement(), 0..3), routes in vec(route(), 0..4)) -> Scenario {
        Scenario { fee_plans, settlement_rules, contracts, agreements, routes, ..Scenario::default() }
    }
}

prop_compose! {
    /// Any scenario that the reader accepts.
    pub(crate) fn scenarios()(
        title in words(), story in of(words()), starts in moment(), days in 1..=DAYS_MAX,
        seed in prop_oneof![Just(0), any::<u32>()], calendars in vec(calendar(), 0..3),
        parties in vec(party(), 0..5), accounts in vec(account(), 0..4), agreements in agreements(),
        payments in vec(payment(), 0..5), refunds in vec(refund(), 0..4), more in (vec(traffic(), 0..3),
        vec(expectation(), 0..4), vec(named_moment(), 0..3), vec(outflows::outflow(), 0..3)),
    ) -> Scenario {
        let (traffic, expectations, storyboard, outflows) = more;
        Scenario { title, story, starts, days, seed, calendars, parties, accounts, payments, refunds, traffic,
                   expectations, storyboard, outflows, ..agreements }
    }
}
