//! What stands on an edge, and how times and steps are written.

use super::*;

fn edge(meaning: Meaning, note: &str, back: bool) -> LaneEdge {
    LaneEdge {
        from: 0,
        to: 1,
        meaning: Some(meaning),
        step: 2,
        note: note.to_owned(),
        back,
        earmark: false,
        widest: Money::ZERO,
        mark: None,
    }
}

#[test]
fn what_a_rule_saw_bears_its_word_before_all_others() {
    let mut paid = edge(Meaning::PaidOut, "T+1", false);
    paid.mark = Some(Severity::High);
    assert_eq!((ZH_CN.edge)(&paid, "292.20"), "高危 ② T+1 结算 292.20");
    assert_eq!(
        (EN.edge)(&paid, "292.20"),
        "high risk ② T+1 settlement 292.20"
    );
    assert_eq!(tone(paid.mark), Tone::Risk);
    assert_eq!(tone(Some(Severity::Attention)), Tone::Warned);
}

#[test]
fn an_edge_says_its_step_its_rate_and_its_amount() {
    let fee = edge(Meaning::ChannelFee, "0.60", false);
    assert_eq!((ZH_CN.edge)(&fee, "1.20"), "② 手续费 0.60% 1.20");
    assert_eq!((EN.edge)(&fee, "1.20"), "② fee 0.60% 1.20");
    let paid = edge(Meaning::PaidOut, "T+1", false);
    assert_eq!((ZH_CN.edge)(&paid, "194.80"), "② T+1 结算 194.80");
    let back = edge(Meaning::Refund, "", true);
    assert_eq!((ZH_CN.edge)(&back, "50.00"), "退款 50.00");
    let mut owed = edge(Meaning::Cleared, "", false);
    assert_eq!((ZH_CN.edge)(&owed, "194.80"), "② 转可提现 194.80");
    owed.earmark = true;
    assert_eq!((ZH_CN.edge)(&owed, "194.80"), "② 应付 194.80");
    assert_eq!((EN.edge)(&owed, "194.80"), "② owed 194.80");
}

#[test]
fn steps_are_circled_as_far_as_there_are_circles() {
    assert_eq!(step_sign(1), "①");
    assert_eq!(step_sign(20), "⑳");
    assert_eq!(step_sign(21), "(21)");
    assert_eq!(step_sign(0), "(0)");
}

#[test]
fn a_cut_off_shows_seconds_only_when_it_has_some() {
    let shown = |text| TimeOfDay::parse(text).map(clock);
    assert_eq!(shown("22:00").as_deref(), Some("22:00"));
    assert_eq!(shown("22:00:37").as_deref(), Some("22:00:37"));
    assert_eq!(shown("00:00").as_deref(), Some("00:00"));
}
