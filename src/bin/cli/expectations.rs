//! What the author expected and what came out, in words.

use daycut::facade::view::{ExpectationRow, ExpectationSubject, Figure, Summary};
use daycut::facade::words;

use super::speech::{Ending, Speech};

/// Wrong when an expectation fails.
pub fn ending(summary: &Summary) -> Ending {
    if summary.expectations.iter().all(|one| one.holds) {
        Ending::Good
    } else {
        Ending::Wrong
    }
}

/// How many expectations hold.
pub fn score(summary: &Summary, speech: &Speech) -> String {
    let words = speech.text().expectations;
    let held = summary.expectations.iter().filter(|one| one.holds).count();
    if summary.expectations.is_empty() {
        words.none.to_owned()
    } else {
        (words.score)(held, summary.expectations.len())
    }
}

/// A sentence for each expectation that fails.
pub fn failures(summary: &Summary, speech: &Speech) -> Vec<String> {
    let failed = summary.expectations.iter().filter(|one| !one.holds);
    failed.map(|one| failure(one, summary, speech)).collect()
}

/// Expectations that name a party or nobody, and no account.
fn of_party(subject: &ExpectationSubject, summary: &Summary, speech: &Speech) -> (String, String) {
    let words = speech.text().expectations;
    let name = |party| words::party_name(party, summary, speech.lang);
    let whole = || words.whole_run.to_owned();
    match subject {
        ExpectationSubject::Inflow { party, from, by } => {
            let by = by.to_string();
            let time = from.map_or_else(
                || (words.end_of)(&by),
                |from| (words.from_to)(&from.to_string(), &by),
            );
            ((words.inflow)(name(*party)), time)
        }
        ExpectationSubject::Commission { party } => ((words.commission)(name(*party)), whole()),
        ExpectationSubject::Held { party } => ((words.held)(name(*party)), whole()),
        ExpectationSubject::Findings { at_least } => {
            let severity = words::severity(speech.lang, *at_least);
            ((words.findings)(severity), whole())
        }
        ExpectationSubject::Balance { .. }
        | ExpectationSubject::Arrival { .. }
        | ExpectationSubject::TotalFee { .. }
        | ExpectationSubject::Refused => Default::default(),
    }
}

fn failure(one: &ExpectationRow, summary: &Summary, speech: &Speech) -> String {
    let words = speech.text().expectations;
    let account = |id: daycut::facade::AccountId| {
        let row = summary.accounts.get(id.index());
        let name = row.map(|row| row.alias.as_ref().unwrap_or(&row.name));
        name.map(String::as_str).unwrap_or_default()
    };
    let (subject, moment) = match &one.subject {
        ExpectationSubject::Balance {
            account: id,
            at,
            previous_day,
        } => {
            let say = if *previous_day {
                words.balance_previous
            } else {
                words.balance
            };
            (say(account(*id)), at.to_string())
        }
        ExpectationSubject::Arrival { account: id, by } => (
            (words.arrival)(account(*id)),
            (words.end_of)(&by.to_string()),
        ),
        ExpectationSubject::TotalFee { channel } => {
            let name = words::party_name(*channel, summary, speech.lang);
            ((words.total_fee)(name), words.whole_run.to_owned())
        }
        ExpectationSubject::Refused => (words.refused.to_owned(), words.whole_run.to_owned()),
        of_a_party => of_party(of_a_party, summary, speech),
    };
    let figure = |figure: Figure| match figure {
        Figure::Amount(amount) => amount.plain(),
        Figure::Count(count) => (words.count)(count),
    };
    let expected = format!("{} {}", one.op, figure(one.expected));
    let fails = speech.text().terminal.fails;
    fails(&one.path, &subject, &moment, &expected, &figure(one.actual))
}
