//! Two scenarios side by side on a terminal: first what matters most, last where the documents differ.

use daycut::facade::compare::{self, Played};
use daycut::facade::view::{
    ArrivalsCompared, Compared, ComparedSide, Comparison, Counted, PartyBalances, PartyCompared,
};
use daycut::facade::{self, LinkFlaw, ProblemKind, Rate, Scenario, words};

use super::arguments::CompareSides;
use super::columns::Columns;
use super::scenario;
use super::speech::{Complaint, Ending, Speech};

/// Accounts that are listed.
const ACCOUNTS_SHOWN: usize = 12;
/// Places of the documents that are listed.
const PLACES_SHOWN: usize = 40;

/// Compares two scenarios. That they differ is no failure.
pub fn compare(wanted: &CompareSides, speech: &Speech) -> Result<Ending, Complaint> {
    let (a, b) = match &wanted.b {
        Some(b) => (
            scenario::read(&wanted.a, speech).map_err(Complaint::on("A"))?,
            scenario::read(b, speech).map_err(Complaint::on("B"))?,
        ),
        None => pair(&wanted.a.to_string_lossy(), speech)?,
    };
    let comparison = compared((&a, &b), wanted.annual_rate, speech)?;
    if speech.json {
        speech.say(&facade::json(&comparison))?;
    } else {
        let all = &comparison;
        speech.say(&Teller { speech, all }.told().join("\n"))?;
    }
    Ok(Ending::Good)
}

/// The two scenarios of a link. A file without another is the commoner mistake than a link of one.
fn pair(link: &str, speech: &Speech) -> Result<(Scenario, Scenario), Complaint> {
    facade::open_pair_link(link.trim()).map_err(|problems| {
        let no_link = ProblemKind::BadLink {
            reason: LinkFlaw::NotALink,
        };
        match problems.iter().any(|problem| problem.kind == no_link) {
            true => Complaint::Misused(speech.text().terminal.two_needed.to_owned()),
            false => Complaint::Problems(problems),
        }
    })
}

fn compared(
    (a, b): (&Scenario, &Scenario),
    rate: Option<Rate>,
    speech: &Speech,
) -> Result<Comparison, Complaint> {
    let run_a = scenario::simulate(a, speech).map_err(Complaint::on("A"))?;
    let run_b = scenario::simulate(b, speech).map_err(Complaint::on("B"))?;
    let played_a = Played {
        scenario: a,
        run: &run_a,
    };
    let played_b = Played {
        scenario: b,
        run: &run_b,
    };
    Ok(compare::both(played_a, played_b, rate)?)
}

/// One of the figures of a party at a day's end.
type Figure = fn(&PartyBalances) -> &Compared;

struct Teller<'a> {
    speech: &'a Speech,
    all: &'a Comparison,
}

fn three(amount: &Compared) -> [String; 3] {
    [
        amount.a.grouped(),
        amount.b.grouped(),
        words::signed(amount.difference),
    ]
}

fn three_counts(count: &Counted) -> [String; 3] {
    [
        count.a.to_string(),
        count.b.to_string(),
        words::signed_count(count.difference),
    ]
}

fn row<const N: usize>(names: &[&str], figures: [String; N]) -> Vec<String> {
    let names = names.iter().map(|name| (*name).to_owned());
    names.chain(figures).collect()
}

impl Teller<'_> {
    fn told(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let mut lines = vec![self.side("A", &self.all.a), self.side("B", &self.all.b)];
        if self.all.is_same {
            lines.push(text.same.to_owned());
            return lines;
        }
        lines.push(text.difference_is.to_owned());
        for (heading, part) in [
            (text.headlines, self.headlines()),
            (text.arrivals, self.arrivals()),
            (text.held, self.held()),
            (text.findings, self.findings()),
            (text.transit, self.transit()),
            (text.fees, self.fees()),
            (text.refused, self.refused()),
            (text.totals, self.totals()),
            (text.balances, self.balances()),
            (text.accounts, self.accounts()),
            (text.document, self.document()),
        ] {
            lines.extend([String::new(), heading.to_owned()]);
            if part.is_empty() {
                lines.push(format!("  {}", text.no_difference));
            }
            lines.extend(part);
        }
        lines
    }

    fn side(&self, letter: &str, side: &ComparedSide) -> String {
        (self.speech.lang.compare().side)(
            letter,
            self.speech.lang.of(&side.title),
            &side.starts.day().to_string(),
            &side.ends.day().to_string(),
            side.events,
        )
    }

    fn party(&self, id: &str) -> &str {
        let mut parties = self.all.parties.iter();
        let row = parties.find(|row| row.id == id);
        row.map_or("", |row| self.speech.lang.of(&row.name))
    }

    /// Heads of words, then A, B and their difference.
    fn heads(&self, names: &[&str]) -> Vec<String> {
        let difference = self.speech.lang.compare().difference.to_owned();
        row(names, ["A".to_owned(), "B".to_owned(), difference])
    }

    fn headlines(&self) -> Vec<String> {
        let lines = words::headlines(self.all, self.speech.lang);
        lines.iter().map(|line| format!("  {line}")).collect()
    }

    fn totals(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let totals = &self.all.totals;
        let mut table = Columns::of(1, self.heads(&[""]));
        for (name, amount) in [
            (text.paid_in, totals.paid_in),
            (text.refunded, totals.refunded),
            (text.fees_total, totals.fees),
            (text.paid_out, totals.paid_out),
        ] {
            table.add(row(&[name], three(&amount)));
        }
        for (name, count) in [
            (text.refused_count, totals.refused),
            (text.findings_count, totals.findings),
        ] {
            table.add(row(&[name], three_counts(&count)));
        }
        table.lines()
    }

    fn arrivals(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let mut lines = Vec::new();
        for one in &self.all.arrivals {
            let owner = self.party(&one.owner);
            let widest = one
                .most_on
                .and_then(|day| one.days.iter().find(|row| row.date == day));
            let Some(widest) = widest else {
                lines.push(format!("  {}", (text.arrivals_same)(owner)));
                continue;
            };
            let [a, b, difference] = three(&widest.so_far);
            let day = widest.date.to_string();
            let said = (text.arrivals_most)(owner, &day, &a, &b, &difference);
            lines.push(format!("  {said}"));
            lines.extend(self.arrival_days(one));
        }
        lines
    }

    fn arrival_days(&self, one: &ArrivalsCompared) -> Vec<String> {
        let text = self.speech.lang.compare();
        let figures = [
            (text.arrived)("A"),
            (text.arrived)("B"),
            (text.so_far)("A"),
            (text.so_far)("B"),
            text.so_far_difference.to_owned(),
        ];
        let mut table = Columns::of(1, row(&[text.date], figures));
        for day in &one.days {
            let [a, b, difference] = three(&day.so_far);
            let arrived = [day.arrived.a.grouped(), day.arrived.b.grouped()];
            let [arrived_a, arrived_b] = arrived;
            let figures = [arrived_a, arrived_b, a, b, difference];
            table.add(row(&[&day.date.to_string()], figures));
        }
        table
            .lines()
            .iter()
            .map(|line| format!("  {line}"))
            .collect()
    }

    fn transit(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let transit = &self.all.transit;
        let costs = match &transit.annual_rate {
            Some(rate) => {
                let percent = Rate::parse(rate).map(Rate::percent).unwrap_or_default();
                (text.costs_by)(&percent)
            }
            None => text.costs_nothing.to_owned(),
        };
        let mut lines = vec![format!("  {}", text.transit_is), format!("  {costs}")];
        let mut heads = row(
            &[text.owner],
            [
                (text.yuan_days)("A"),
                (text.yuan_days)("B"),
                text.difference.to_owned(),
            ],
        );
        if transit.annual_rate.is_some() {
            heads.extend([
                (text.cost)("A"),
                (text.cost)("B"),
                text.difference.to_owned(),
            ]);
        }
        let mut table = Columns::of(1, heads);
        for one in &transit.of {
            let days = [
                one.transit.a.yuan_days(),
                one.transit.b.yuan_days(),
                words::signed_days(one.transit.difference),
            ];
            let mut cells = row(&[self.party(&one.owner)], days);
            cells.extend(one.cost.iter().flat_map(three));
            table.add(cells);
        }
        lines.extend(table.lines());
        lines
    }

    fn held(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let difference = || text.difference.to_owned();
        let heads = [
            (text.most)("A"),
            (text.most)("B"),
            difference(),
            (text.yuan_days)("A"),
            (text.yuan_days)("B"),
            difference(),
        ];
        let mut table = Columns::of(1, row(&[text.holder], heads));
        for one in &self.all.held {
            let mut cells = row(&[self.party(&one.holder)], three(&one.maximum));
            cells.extend([
                one.held.a.yuan_days(),
                one.held.b.yuan_days(),
                words::signed_days(one.held.difference),
            ]);
            table.add(cells);
        }
        nothing_or(&table)
    }

    fn fees(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let mut table = Columns::of(3, self.heads(&[text.what, text.bearer, text.to]));
        for one in &self.all.fees {
            let names = [
                (text.fee_kind)(one.kind),
                self.party(&one.bearer),
                self.party(&one.to),
            ];
            table.add(row(&names, three(&one.amount)));
        }
        nothing_or(&table)
    }

    fn findings(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let said = self.speech.lang.findings();
        let rows = self.all.findings.iter();
        let lines = rows.map(|one| {
            let severity = one.a.map(|found| found.severity);
            let severity = severity.max(one.b.map(|found| found.severity));
            let severity = severity.map(said.severity).unwrap_or_default();
            let title = (said.rule)(one.rule).title;
            let heading = (said.found)(severity, one.rule.code(), title);
            let place = (text.found_in)(one.a.is_some(), one.b.is_some());
            let [a, b, difference] = three(&one.amount);
            let subject = self.party(&one.subject);
            format!("  {place} · {heading} · {subject} · A {a} · B {b} · {difference}")
        });
        let lines: Vec<String> = lines.collect();
        match lines.is_empty() {
            true => lines,
            false => std::iter::once(format!("  {}", said.disclaimer))
                .chain(lines)
                .collect(),
        }
    }

    fn refused(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let event = self.speech.text().accounts.event;
        let mut heads = vec![
            text.what.to_owned(),
            String::new(),
            (text.times)("A"),
            (text.times)("B"),
        ];
        heads.extend(self.heads(&[]));
        let mut table = Columns::of(2, heads);
        for one in &self.all.refused {
            let [a, b, _] = three_counts(&one.count);
            let mut cells = row(&[event(one.kind), &one.cause], [a, b]);
            cells.extend(three(&one.amount));
            table.add(cells);
        }
        nothing_or(&table)
    }

    fn balances(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let (same, other): (Vec<&PartyCompared>, Vec<&PartyCompared>) = self
            .all
            .parties
            .iter()
            .partition(|row| row.most_on.is_none());
        let mut lines = Vec::new();
        for one in other {
            let name = self.speech.lang.of(&one.name);
            lines.push(format!("  {}", (text.balances_of)(name)));
            lines.extend(self.party_days(one));
        }
        if !same.is_empty() {
            let names = same.iter().map(|row| self.speech.lang.of(&row.name));
            let names = names.collect::<Vec<_>>().join(", ");
            lines.push(format!("  {}", (text.parties_same)(&names)));
        }
        lines
    }

    /// Days on which something differs, of what differs on any day.
    fn party_days(&self, one: &PartyCompared) -> Vec<String> {
        let text = self.speech.lang.compare();
        let kinds: [(&str, Figure); 3] = [
            (text.at_banks, |day| &day.at_banks),
            (text.in_transit, |day| &day.in_transit),
            (text.holds, |day| &day.holds),
        ];
        let differs = |of: &Figure| one.days.iter().any(|day| !of(day).is_same());
        let kinds: Vec<_> = kinds.iter().filter(|(_, of)| differs(of)).collect();
        let mut heads = vec![text.date.to_owned()];
        for (name, _) in &kinds {
            heads.extend([
                format!("{name} A"),
                format!("{name} B"),
                text.difference.to_owned(),
            ]);
        }
        let mut table = Columns::of(1, heads);
        for (date, day) in self.all.days.iter().zip(&one.days) {
            if words::is_same_day(day) {
                continue;
            }
            let mut cells = vec![date.to_string()];
            cells.extend(kinds.iter().flat_map(|(_, of)| three(of(day))));
            table.add(cells);
        }
        table
            .lines()
            .iter()
            .map(|line| format!("  {line}"))
            .collect()
    }

    fn accounts(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let mut table = Columns::of(2, self.heads(&[text.account, text.most_on]));
        let differing = self.all.accounts.iter().filter(|row| row.most_on.is_some());
        let count = differing.clone().count();
        for one in differing.take(ACCOUNTS_SHOWN) {
            let day = one.most_on.map(|day| day.to_string()).unwrap_or_default();
            table.add(row(&[&one.name, &day], three(&one.most)));
        }
        let mut lines = nothing_or(&table);
        if count > ACCOUNTS_SHOWN {
            let more = (text.more)(count.saturating_sub(ACCOUNTS_SHOWN));
            lines.push(format!("  {more}"));
        }
        lines
    }

    fn document(&self) -> Vec<String> {
        let text = self.speech.lang.compare();
        let changes = &self.all.document;
        let mut lines = vec![format!("  {}", (text.places)(changes.total))];
        for change in changes.rows.iter().take(PLACES_SHOWN) {
            let path = change.path_a.as_ref().or(change.path_b.as_ref());
            let path = path.map(String::as_str).unwrap_or_default();
            let path = words::place(self.speech.lang, path);
            let entry = match &change.entry {
                Some(entry) => format!(" ({entry})"),
                None => String::new(),
            };
            let side =
                |value: &Option<String>| value.clone().unwrap_or_else(|| text.left_out.to_owned());
            let kind = (text.change)(change.kind);
            let (a, b) = (side(&change.a), side(&change.b));
            lines.push(format!("  {kind} · {path}{entry} · A {a} · B {b}"));
        }
        if changes.rows.len() > PLACES_SHOWN {
            let left = changes.rows.len().saturating_sub(PLACES_SHOWN);
            lines.push(format!("  {}", (text.more)(left)));
        }
        lines
    }
}

fn nothing_or(table: &Columns) -> Vec<String> {
    match table.is_empty() {
        true => Vec::new(),
        false => table.lines(),
    }
}
