//! How random scenarios are drawn: amounts that round oddly, moments around cuts, every policy.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::draft::{
    Channel, Clock, Deposit, Draft, External, Fen, Moment, Payment, Plan, Pool, Refund, Rule,
    Seller, Split, Terms, Traffic,
};

const CUTS: &[&str] = &[
    "00:00:00", "00:00:01", "02:30:00", "11:59:59", "12:00:00", "22:00:00", "22:00:37", "23:00:00",
    "23:59:59",
];
const ROUNDINGS: &[&str] = &["half_up", "half_even", "down", "up"];
const ON_REFUND: &[&str] = &["return", "keep"];

fn any_clock() -> impl Strategy<Value = Clock> {
    let closes = option::weighted(0.3, select(vec!["previous", "same"]));
    (select(CUTS), closes, select(vec!["new_day", "old_day"])).prop_map(
        |(cut_off, closes, boundary)| Clock {
            cut_off,
            closes,
            boundary,
        },
    )
}

fn any_channel() -> impl Strategy<Value = Channel> {
    (any_clock(), option::weighted(0.7, any::<u8>()))
        .prop_map(|(clock, reserve)| Channel { clock, reserve })
}

fn any_deposit() -> impl Strategy<Value = Deposit> {
    let opening = prop_oneof![Just(0), Just(0), 1_i64..200_000];
    let class = select(vec!["corporate", "personal"]);
    (any::<u8>(), opening, class).prop_map(|(bank, opening, class)| Deposit {
        bank,
        opening,
        class,
    })
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let pays_at = select(vec![
        "00:00:00", "02:30:00", "09:30:00", "15:00:00", "22:00:37", "23:59:59",
    ]);
    let minimum = prop_oneof![5 => Just(0_i64), 1 => Just(10_000), 1 => Just(50_000)];
    let trade = select(vec!["as_is", "next_working_day"]);
    let shortfall = select(vec!["top_up", "refuse", "carry_negative"]);
    let basis = select(vec!["T", "D"]);
    (basis, 0_u8..8, pays_at, minimum, trade, shortfall).prop_map(
        |(basis, cycle_days, pays_at, minimum, trade, shortfall)| Rule {
            basis,
            cycle_days,
            pays_at,
            minimum,
            trade,
            shortfall,
        },
    )
}

fn any_seller() -> impl Strategy<Value = Seller> {
    let book = option::of(any_clock());
    (any::<bool>(), book, vec(any_deposit(), 1..3), any_rule()).prop_map(
        |(is_platform, book, deposits, rule)| Seller {
            is_platform,
            book,
            deposits,
            rule,
        },
    )
}

fn any_amount() -> impl Strategy<Value = Fen> {
    let odd = select(vec![1, 2, 83, 84, 249, 250, 3_580]);
    prop_oneof![odd, 1_i64..300, 1_i64..100_000]
}

pub fn any_plan() -> impl Strategy<Value = Plan> {
    let ppm = prop_oneof![
        select(vec![0, 2_000, 3_800, 5_400, 6_000, 10_000]),
        0_u32..300_000
    ];
    let floor = option::weighted(0.3, 0_i64..1_000);
    // A cap is never below the floor.
    let more = option::weighted(0.3, 0_i64..1_000);
    let (rounding, on_refund) = (select(ROUNDINGS), select(ON_REFUND));
    (ppm, rounding, floor, more, on_refund).prop_map(|(ppm, rounding, floor, more, on_refund)| {
        Plan {
            ppm,
            rounding,
            floor,
            cap: more.map(|more| floor.unwrap_or(0) + more),
            on_refund,
        }
    })
}

fn any_split() -> impl Strategy<Value = Split> {
    let ppm = prop_oneof![Just(20_000_u32), 0_u32..200_000];
    (any::<u8>(), ppm, select(ROUNDINGS), select(ON_REFUND)).prop_map(
        |(to, ppm, rounding, on_refund)| Split {
            to,
            ppm,
            rounding,
            on_refund,
        },
    )
}

fn any_terms() -> impl Strategy<Value = Terms> {
    let remainder = select(vec!["collector", "largest", "first", "last"]);
    let split_delay = prop_oneof![Just(60_u32), Just(0), 0_u32..100_000];
    let notification_delay = prop_oneof![Just(0_u32), Just(7), 0_u32..100_000];
    (
        any::<bool>(),
        any::<u8>(),
        vec(any_split(), 0..4),
        remainder,
        split_delay,
        notification_delay,
    )
        .prop_map(
            |(is_sub_merchant, plan, splits, remainder, split_delay, notification_delay)| Terms {
                is_sub_merchant,
                plan,
                splits,
                remainder,
                split_delay,
                notification_delay,
            },
        )
}

fn any_pool() -> impl Strategy<Value = Pool> {
    let terms = (any::<u8>(), prop_oneof![Just(0_u32), 0_u32..100_000]);
    let pays_at = select(vec!["15:00:00", "00:00:00", "09:30:00", "22:00:37"]);
    let most = prop_oneof![Just(100_000_i64), 1_i64..20_000];
    let pays = (most, any_split(), pays_at);
    (any_clock(), any_deposit(), any_rule(), terms, pays).prop_map(
        |(clock, deposit, rule, (plan, notification_delay), (most, commission, pays_at))| Pool {
            clock,
            deposit,
            rule,
            plan,
            notification_delay,
            most,
            commission,
            pays_at,
        },
    )
}

/// Instants at and around day cuts and payout times, and any others.
fn any_moment() -> impl Strategy<Value = Moment> {
    const HOUR: i64 = 3_600_000;
    let near = select(vec![
        0,
        1_000,
        2 * HOUR + HOUR / 2,
        9 * HOUR + HOUR / 2,
        12 * HOUR,
        15 * HOUR,
        22 * HOUR,
        22 * HOUR + 37_000,
        23 * HOUR,
    ]);
    let ms = prop_oneof![
        (near, -1_i64..2).prop_map(|(near, tick)| near + tick),
        0_i64..24 * HOUR
    ];
    (0_u32..6, ms).prop_map(|(day, ms)| Moment { day, ms })
}

fn any_payment() -> impl Strategy<Value = Payment> {
    let known_after = option::weighted(0.3, prop_oneof![Just(7_u32), 0_u32..200_000]);
    (
        any_moment(),
        any::<u8>(),
        any::<u8>(),
        vec(any_amount(), 1..4),
        known_after,
    )
        .prop_map(
            |(at, channel, first_seller, amounts, known_after)| Payment {
                at,
                channel,
                first_seller,
                amounts,
                known_after,
            },
        )
}

fn any_refund() -> impl Strategy<Value = Refund> {
    let after_seconds = prop_oneof![Just(0_u32), 0_u32..100, 0_u32..400_000];
    let part = prop_oneof![Just(1_000_i64), Just(500), 1_i64..1_000];
    (any::<u8>(), any::<u8>(), after_seconds, part).prop_map(
        |(payment, line, after_seconds, part)| Refund {
            payment,
            line,
            after_seconds,
            part,
        },
    )
}

fn any_external() -> impl Strategy<Value = External> {
    let part = prop_oneof![Just(1_000_i64), 1_i64..1_000];
    (any::<u8>(), any::<u8>(), any_amount(), any_moment(), part).prop_map(
        |(channel, seller, paid, at, part)| External {
            channel,
            seller,
            paid,
            at,
            part,
        },
    )
}

fn any_traffic() -> impl Strategy<Value = Traffic> {
    let hours = select(vec!["all_day", "retail", "office", "night"]);
    (
        any::<u8>(),
        any::<u8>(),
        0_u32..6,
        1_i64..500,
        0_i64..10_000,
        hours,
    )
        .prop_map(|(channel, seller, per_day, from, span, hours)| Traffic {
            channel,
            seller,
            per_day,
            from,
            span,
            hours,
        })
}

/// Any valid scenario of up to three channels, banks and six days.
pub fn any_draft() -> impl Strategy<Value = Draft> {
    let time = (
        0_u32..14,
        prop_oneof![Just(0_u32), 0_u32..86_400_000],
        1_u32..7,
        select(vec!["cn", "weekdays", "shop"]),
    );
    let cast = (
        vec(any_clock(), 1..4),
        vec(any_channel(), 1..4),
        vec(any_seller(), 1..5),
        any_deposit(),
    );
    let large = option::weighted(0.4, (1_i64..20_000, any_terms()));
    let pool = option::weighted(0.4, any_pool());
    let deals = (vec(any_plan(), 1..4), vec(any_terms(), 1..5), large, pool);
    let life = (
        vec(any_payment(), 0..9),
        vec(any_refund(), 0..7),
        vec(any_external(), 0..3),
        option::weighted(0.3, any_traffic()),
    );
    (time, cast, deals, life).prop_map(|(time, cast, deals, life)| {
        let (start_day, start_ms, days, calendar) = time;
        let (banks, channels, mut sellers, agent) = cast;
        let (plans, mut terms, mut large, pool) = deals;
        // A contract has at most one share for each of them.
        for terms in terms
            .iter_mut()
            .chain(large.iter_mut().map(|(_, terms)| terms))
        {
            terms.splits.truncate(sellers.len());
        }
        let (payments, refunds, externals, traffic) = life;
        if let Some(first) = sellers.first_mut() {
            first.is_platform = true;
        }
        Draft {
            start_day,
            start_ms,
            days,
            calendar,
            banks,
            channels,
            sellers,
            agent,
            plans,
            terms,
            large,
            pool,
            payments,
            refunds,
            externals,
            traffic,
        }
    })
}
