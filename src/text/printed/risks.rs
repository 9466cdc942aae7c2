//! The judgements of a printed report: risk hints with their sources, and what the author expected.

use crate::analysis::export::html::{Part, Table};
use crate::analysis::printed::Printed;
use crate::analysis::rules;
use crate::analysis::view::{ExpectationRow, ExpectationSubject, Figure, Finding};
use crate::base::date::WallClock;
use crate::base::id::AccountId;
use crate::base::order::InOrder;
use crate::text::Lang;
use crate::text::findings::told_before;
use crate::text::lanes::party_name;
use crate::text::places::places;

/// The facts, and the language in which they are told.
pub(super) struct Judge<'r> {
    pub(super) facts: &'r Printed,
    pub(super) lang: Lang,
}

impl Judge<'_> {
    /// What was found, what was looked for in vain, what could not be judged.
    pub(super) fn risks(&self) -> Vec<Part> {
        let text = self.lang.printed();
        let words = self.lang.findings();
        let found = &self.facts.findings;
        let mut parts = vec![Part::Note(words.disclaimer.to_owned())];
        let mut gravest_first: Vec<&Finding> = found.findings.iter().collect();
        gravest_first.order_by_key(|finding| std::cmp::Reverse(finding.severity));
        let mut earlier = Vec::new();
        for finding in gravest_first {
            parts.extend(self.finding(finding, &earlier));
            earlier.push(finding);
        }
        if found.findings.is_empty() {
            parts.push(Part::Text(text.no_risks.to_owned()));
        }
        if !found.nothing_found.is_empty() {
            let codes: Vec<&str> = found.nothing_found.iter().map(|rule| rule.code()).collect();
            parts.push(Part::Note((words.nothing_found)(&codes.join(", "))));
        }
        if !found.not_judged.is_empty() {
            parts.push(Part::Section(text.not_judged.to_owned()));
            let told = found.not_judged.iter().map(|one| {
                let needs: Vec<&str> = one.needs.iter().map(|fact| (words.fact)(*fact)).collect();
                let title = (words.rule)(one.rule).title;
                (words.not_judged)(one.rule.code(), title, &needs.join(", "))
            });
            parts.push(Part::List(told.collect()));
        }
        parts
    }

    fn finding(&self, one: &Finding, earlier: &[&Finding]) -> [Part; 2] {
        let words = self.lang.findings();
        let said = (words.rule)(one.rule);
        let summary = &self.facts.summary;
        let name = |id| party_name(id, summary, self.lang);
        let others: Vec<&str> = one.others.iter().map(|id| name(*id)).collect();
        let mut lines = vec![(words.parties)(name(one.subject), &others)];
        match told_before(earlier, one) {
            Some(rule) => lines.push((words.same_way)(rule.code())),
            None => lines.extend(one.path.iter().map(|step| {
                let from = step.from.map(name);
                (words.step)(from, name(step.to), &step.amount.grouped())
            })),
        }
        lines.push((words.amount)(one.rule, &one.amount.grouped()));
        if let Some(held) = one.held {
            let shown = |at: WallClock| at.to_string().replacen('T', " ", 1);
            let duration = self.lang.text().held.duration;
            let (since, time) = (shown(held.maximum_at), duration(held.held_ms));
            lines.push((words.held)(&held.maximum.grouped(), &since, &time));
            let stay = held.longest;
            let (from, until) = (shown(stay.from), shown(stay.until));
            let stay = (words.stay)(&duration(stay.ms), &from, &until);
            lines.push((words.longest)(&stay));
        }
        lines.extend(one.days.map(words.days));
        lines.push((words.paths)(&places(self.lang, &one.paths)));
        lines.push((words.why)(said.why));
        lines.push((words.clear)(said.clear));
        let sources = rules::sources(one.rule).iter();
        lines.extend(sources.map(|source| (words.leans_on)(&(words.source)(source))));
        let severity = (words.severity)(one.severity);
        [
            Part::Section((words.found)(severity, one.rule.code(), said.title)),
            Part::List(lines),
        ]
    }

    /// What was expected and what came out.
    pub(super) fn expectations(&self) -> Vec<Part> {
        let words = self.lang.text().expectations;
        let rows = &self.facts.summary.expectations;
        if rows.is_empty() {
            return vec![Part::Note(words.none.to_owned())];
        }
        let held = rows.iter().filter(|row| row.holds).count();
        let heads = [
            (words.subject, false),
            (words.moment, false),
            (words.expected, true),
            (words.actual, true),
            (words.result, false),
        ];
        let table = Table {
            columns: heads
                .iter()
                .map(|(head, is)| ((*head).to_owned(), *is))
                .collect(),
            rows: rows.iter().map(|row| self.expectation(row)).collect(),
            ..Table::default()
        };
        vec![
            Part::Text((words.score)(held, rows.len())),
            Part::Table(table),
        ]
    }

    fn expectation(&self, row: &ExpectationRow) -> Vec<String> {
        let words = self.lang.text().expectations;
        let (subject, moment) = self.subject(&row.subject);
        let figure = |figure: Figure| match figure {
            Figure::Amount(amount) => amount.grouped(),
            Figure::Count(count) => (words.count)(count),
        };
        let result = match row.holds {
            true => words.holds,
            false => words.fails,
        };
        vec![
            subject,
            moment,
            format!("{} {}", row.op, figure(row.expected)),
            figure(row.actual),
            result.to_owned(),
        ]
    }

    /// What an expectation looks at, and when.
    fn subject(&self, subject: &ExpectationSubject) -> (String, String) {
        let words = self.lang.text().expectations;
        let name = |party| party_name(party, &self.facts.summary, self.lang);
        let whole = || words.whole_run.to_owned();
        match subject {
            ExpectationSubject::Balance {
                account,
                at,
                previous_day,
            } => {
                let say = match previous_day {
                    true => words.balance_previous,
                    false => words.balance,
                };
                let at = at.to_string().replacen('T', " ", 1);
                (say(self.account(*account)), at)
            }
            ExpectationSubject::Arrival { account, by } => (
                (words.arrival)(self.account(*account)),
                (words.end_of)(&by.to_string()),
            ),
            ExpectationSubject::Inflow { party, from, by } => {
                let by = by.to_string();
                let time = from.map_or_else(
                    || (words.end_of)(&by),
                    |from| (words.from_to)(&from.to_string(), &by),
                );
                ((words.inflow)(name(*party)), time)
            }
            ExpectationSubject::TotalFee { channel } => {
                ((words.total_fee)(name(*channel)), whole())
            }
            ExpectationSubject::Refused => (words.refused.to_owned(), whole()),
            ExpectationSubject::Commission { party } => ((words.commission)(name(*party)), whole()),
            ExpectationSubject::Held { party } => ((words.held)(name(*party)), whole()),
            ExpectationSubject::Findings { at_least } => {
                let severity = (self.lang.findings().severity)(*at_least);
                ((words.findings)(severity), whole())
            }
        }
    }

    fn account(&self, id: AccountId) -> &str {
        let row = self.facts.summary.accounts.get(id.index());
        let name = row.map(|row| row.alias.as_ref().unwrap_or(&row.name));
        name.map(String::as_str).unwrap_or_default()
    }
}
