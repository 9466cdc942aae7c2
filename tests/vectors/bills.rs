//! Bills in all the forms in which they are met: T-W2 to T-W7.

use daycut::facade::{self, FileKind, FileSeen, ProblemKind, document::RefundOf};

use super::shop::Outcome;

fn seen(name: &str) -> Outcome<(FileSeen, Option<facade::Scenario>)> {
    let bytes = std::fs::read(format!("tests/imports/{name}.csv"))?;
    Ok(facade::preview_import(&bytes))
}

fn yuan(text: &str) -> facade::Money {
    facade::Money::parse(text).unwrap_or_default()
}

#[test]
fn t_w2_a_legacy_bill_of_24_columns_is_read() -> Outcome {
    let (bill, scenario) = seen("legacy")?;
    assert_eq!(bill.kind, FileKind::TradeBillLegacy);
    assert_eq!(bill.problems, []);
    assert_eq!(bill.came, (1, yuan("7.79")));
    assert_eq!(bill.went, (1, yuan("7.79")));
    assert_eq!(bill.fees, Some(yuan("0.00")));
    let scenario = scenario.ok_or("a scenario")?;
    let refund = scenario.refunds.first().ok_or("a refund")?;
    assert!(matches!(&refund.of, RefundOf::Payment { payment, .. } if payment == "1415640626"));
    Ok(())
}

#[test]
fn t_w2_a_providers_legacy_bill_names_its_columns_otherwise() -> Outcome {
    let (bill, scenario) = seen("provider-legacy")?;
    assert_eq!(bill.kind, FileKind::TradeBillLegacy);
    assert_eq!((bill.parties, bill.came), (2, (2, yuan("10.01"))));
    let scenario = scenario.ok_or("a scenario")?;
    let note = scenario
        .payments
        .first()
        .and_then(|one| one.bill.as_ref())
        .ok_or("a note")?;
    for field in [
        ("公众账号ID", "wxfdc955f7104ad557"),
        ("特约商户号", "176531292"),
    ] {
        let field = (field.0.to_owned(), field.1.to_owned());
        assert!(note.fields.contains(&field), "{field:?}");
    }
    Ok(())
}

#[test]
fn t_w3_fields_without_backticks_are_read() -> Outcome {
    let (bare, _) = seen("without-backticks")?;
    let (marked, _) = seen("all")?;
    assert_eq!(bare, marked);
    assert_eq!(bare.problems, []);
    Ok(())
}

#[test]
fn t_w4_a_bill_of_payments_has_four_totals_or_seven() -> Outcome {
    let (four, of_four) = seen("success-four-totals")?;
    let (seven, of_seven) = seen("success-seven-totals")?;
    assert_eq!(four.kind, FileKind::TradeBillSuccess);
    assert_eq!(four, seven);
    let (of_four, mut of_seven) = of_four.zip(of_seven).ok_or("two scenarios")?;
    // The form of the totals is kept, so that the file goes out as it came in; nothing else differs.
    assert_eq!(of_four.bill_form, None);
    let kept = of_seven.bill_form.take().ok_or("the form")?;
    assert_eq!(kept.totals.split(',').count(), 7);
    assert_eq!(of_four, of_seven);
    assert_eq!(four.came, (3, yuan("0.03")));
    Ok(())
}

#[test]
fn t_w5_and_t_w6_a_fund_bill_counts_20_point_0_and_has_full_width_brackets() -> Outcome {
    let (bill, scenario) = seen("fund-full-width")?;
    assert_eq!(bill.kind, FileKind::FundBill);
    assert_eq!(bill.problems, []);
    assert_eq!(bill.came, (17, yuan("0.35")));
    assert_eq!(bill.went, (3, yuan("0.18")));
    assert_eq!(bill.balance, Some(yuan("0.36")));
    assert_eq!(scenario, None);
    Ok(())
}

/// A published fund bill of which rows were taken out is not the file that its totals speak of.
#[test]
fn a_fund_bill_that_lost_a_row_is_told_by_its_totals() -> Outcome {
    let (bill, _) = seen("fund-trimmed")?;
    let told: Vec<_> = bill
        .problems
        .iter()
        .filter_map(|problem| match &problem.kind {
            ProblemKind::BadFile { line, column, .. } => Some((*line, column.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(
        told,
        [(5, "资金流水总笔数"), (5, "收入笔数"), (5, "收入金额")]
    );
    Ok(())
}

#[test]
fn t_w7_a_bill_of_refunds_dates_them_by_when_they_were_asked_for() -> Outcome {
    let (bill, scenario) = seen("refund")?;
    assert_eq!(bill.kind, FileKind::TradeBillRefund);
    let scenario = scenario.ok_or("a scenario")?;
    let refund = scenario.refunds.first().ok_or("a refund")?;
    assert_eq!(refund.at.to_string(), "2021-02-01T14:33:21");
    let RefundOf::External { paid_at, .. } = &refund.of else {
        return Err("its payment is not in the file".into());
    };
    assert_eq!(paid_at.to_string(), "2021-01-24T16:16:25");
    Ok(())
}
