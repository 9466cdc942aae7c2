//! What the author expected, and what came out.

use super::super::escape::csv::{Table, figure, text};
use super::{account, moment, party};
use crate::analysis::report;
use crate::analysis::view::{ExpectationRow, ExpectationSubject, Figure, Severity};
use crate::engine::fault::{Fault, FaultKind};
use crate::engine::run::Run;
use crate::scenario::plan::Plan;

const COLUMNS: [&str; 9] = [
    "path", "kind", "of", "at", "which", "op", "expected", "actual", "holds",
];

/// The table, in the author's order.
pub(in crate::analysis::export) fn expectations(run: &Run) -> Result<String, Fault> {
    let mut table = Table::new(&COLUMNS);
    for row in report::expectations(run)? {
        let subject = subject(run.plan(), &row);
        let subject = subject.map_err(|kind| kind.after(run.event_count()))?;
        let op = match row.op.as_str() {
            "=" => "equal",
            "!=" => "not_equal",
            "<" => "less",
            "<=" => "at_most",
            ">" => "more",
            _ => "at_least",
        };
        table.row([
            text(&row.path),
            figure(subject.kind),
            text(subject.of),
            figure(subject.at),
            figure(subject.which),
            figure(op),
            figure(shown(row.expected)),
            figure(shown(row.actual)),
            figure(row.holds),
        ]);
    }
    Ok(table.finish())
}

struct Subject<'a> {
    kind: &'static str,
    of: &'a str,
    at: String,
    which: &'static str,
}

fn subject<'a>(plan: &'a Plan, row: &ExpectationRow) -> Result<Subject<'a>, FaultKind> {
    let subject = |kind, of, at| Subject {
        kind,
        of,
        at,
        which: "",
    };
    Ok(match row.subject {
        ExpectationSubject::Balance {
            account: id,
            at,
            previous_day,
        } => Subject {
            which: if previous_day {
                "previous_day"
            } else {
                "current"
            },
            ..subject("balance", account(plan, id)?, moment(at))
        },
        ExpectationSubject::Arrival { account: id, by } => {
            subject("arrival", account(plan, id)?, by.to_string())
        }
        ExpectationSubject::TotalFee { channel } => {
            subject("total_fee", party(plan, channel)?, String::new())
        }
        ExpectationSubject::Refused => subject("refused", "", String::new()),
        ExpectationSubject::Inflow {
            party: id,
            from,
            by,
        } => {
            let first = from.map(|from| format!("{from}/")).unwrap_or_default();
            subject("inflow", party(plan, id)?, format!("{first}{by}"))
        }
        ExpectationSubject::Commission { party: id } => {
            subject("commission", party(plan, id)?, String::new())
        }
        ExpectationSubject::Held { party: id } => subject("held", party(plan, id)?, String::new()),
        ExpectationSubject::Findings { at_least } => Subject {
            which: match at_least {
                Severity::Note => "note",
                Severity::Attention => "attention",
                Severity::Warning => "warning",
                Severity::High => "high",
            },
            ..subject("findings", "", String::new())
        },
    })
}

fn shown(figure: Figure) -> String {
    match figure {
        Figure::Amount(amount) => amount.plain(),
        Figure::Count(count) => count.to_string(),
    }
}
