//! Suspected risks of second clearing, in words or as data.

use daycut::facade::view::{Finding, Findings, Summary};
use daycut::facade::{self, AccountId, PartyId, WallClock, report, rules, words};

use serde::Serialize;

use super::arguments::Suspected;
use super::fixes::{self, Offered};
use super::scenario;
use super::speech::{Complaint, Ending, Speech};

/// Numbers of events that are listed; the others are counted.
const EVENTS_SHOWN: usize = 12;

/// What `findings --json` says.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    found: &'a Findings,
    fixes: &'a [Offered],
}

/// Plays a scenario and says what the rules found, or writes it as it is after a fix. That something was found
/// is no failure.
pub fn findings(wanted: &Suspected, speech: &Speech) -> Result<Ending, Complaint> {
    let played = scenario::read(&wanted.file, speech)?;
    let run = scenario::simulate(&played, speech)?;
    let found = report::findings(&run)?;
    let offered = fixes::offered(&played, &found);
    if let Some(name) = &wanted.fix {
        return fixes::apply((&played, &run), name, &offered, (&wanted.out, speech));
    }
    if speech.json {
        speech.say(&facade::json(&Told {
            found: &found,
            fixes: &offered,
        }))?;
    } else {
        let summary = report::summary(&run)?;
        let teller = Teller {
            speech,
            summary: &summary,
            offered: &offered,
        };
        speech.say(&teller.all(&found))?;
    }
    Ok(Ending::Good)
}

struct Teller<'a> {
    speech: &'a Speech,
    summary: &'a Summary,
    offered: &'a [Offered],
}

fn moment(at: Option<WallClock>) -> String {
    at.map(|at| at.to_string().replacen('T', " ", 1))
        .unwrap_or_default()
}

impl Teller<'_> {
    fn all(&self, found: &Findings) -> String {
        let text = self.speech.lang.findings();
        let mut lines = vec![text.disclaimer.to_owned(), String::new()];
        let mut earlier = Vec::new();
        for (place, finding) in found.findings.iter().enumerate() {
            lines.extend(self.finding(finding, &earlier));
            earlier.push(finding);
            lines.extend(self.fixes(place));
            lines.push(String::new());
        }
        for one in &found.not_judged {
            let needs: Vec<&str> = one.needs.iter().map(|fact| (text.fact)(*fact)).collect();
            let title = (text.rule)(one.rule).title;
            lines.push((text.not_judged)(one.rule.code(), title, &needs.join(", ")));
        }
        if !found.nothing_found.is_empty() {
            let codes = found.nothing_found.iter().map(|rule| rule.code());
            let codes: Vec<&str> = codes.collect();
            lines.push((text.nothing_found)(&codes.join(", ")));
        }
        lines.push((text.score)(found.findings.len()));
        lines.join("\n")
    }

    fn party(&self, id: PartyId) -> &str {
        words::party_name(id, self.summary, self.speech.lang)
    }

    fn account(&self, id: AccountId) -> &str {
        let row = self.summary.accounts.get(id.index());
        row.map(|row| row.name.as_str()).unwrap_or_default()
    }

    /// The fixes of the finding at a place.
    fn fixes(&self, place: usize) -> Vec<String> {
        let text = self.speech.lang.findings().change;
        let its = self.offered.iter().filter(|one| one.finding == place);
        its.map(|one| {
            let label = words::fix(one.fix.kind, self.speech.lang);
            format!("  {}", (text.offered)(&one.name, label))
        })
        .collect()
    }

    /// How the money went, a line a step.
    fn way(&self, one: &Finding) -> Vec<String> {
        let text = self.speech.lang.findings();
        let steps = one.path.iter();
        let told = steps.map(|step| {
            let from = step.from.map(|id| self.party(id));
            let amount = step.amount.grouped();
            (text.step)(from, self.party(step.to), &amount)
        });
        told.collect()
    }

    fn finding(&self, one: &Finding, earlier: &[&Finding]) -> Vec<String> {
        let text = self.speech.lang.findings();
        let said = (text.rule)(one.rule);
        let severity = (text.severity)(one.severity);
        let others: Vec<&str> = one.others.iter().map(|id| self.party(*id)).collect();
        let accounts: Vec<&str> = one.accounts.iter().map(|id| self.account(*id)).collect();
        let mut lines = vec![(text.parties)(self.party(one.subject), &others)];
        lines.push((text.accounts)(&accounts.join(", ")));
        match words::told_before(earlier, one) {
            Some(rule) => lines.push((text.same_way)(rule.code())),
            None => lines.extend(self.way(one)),
        }
        lines.push((text.amount)(one.rule, &one.amount.grouped()));
        if let Some(held) = one.held {
            let since = moment(Some(held.maximum_at));
            let duration = self.speech.text().held.duration;
            let time = duration(held.held_ms);
            lines.push((text.held)(&held.maximum.grouped(), &since, &time));
            let stay = held.longest;
            let (from, until) = (moment(Some(stay.from)), moment(Some(stay.until)));
            let stay = (text.stay)(&duration(stay.ms), &from, &until);
            lines.push((text.longest)(&stay));
        }
        lines.extend(one.days.map(text.days));
        let evidence = &one.evidence;
        let numbers = evidence.events.iter().take(EVENTS_SHOWN);
        let mut numbers: Vec<String> = numbers.map(u32::to_string).collect();
        if evidence.events.len() > EVENTS_SHOWN {
            numbers.push("…".to_owned());
        }
        let (first, last) = (moment(evidence.first), moment(evidence.last));
        lines.push((text.evidence)(
            evidence.count,
            &first,
            &last,
            &numbers.join(", "),
        ));
        lines.push((text.paths)(&words::places(self.speech.lang, &one.paths)));
        lines.push((text.why)(said.why));
        lines.push((text.clear)(said.clear));
        let sources = rules::sources(one.rule).iter();
        lines.extend(sources.map(|source| (text.leans_on)(&(text.source)(source))));
        let heading = (text.found)(severity, one.rule.code(), said.title);
        let behind = lines.into_iter().map(|line| format!("  {line}"));
        std::iter::once(heading).chain(behind).collect()
    }
}
