//! A whole report on suspected risks in words of one language, gravest first, ready to be shown. Where the words
//! are chosen there is a run; where they are shown there need not be one.

use serde::{Deserialize, Serialize};

use crate::analysis::rules::{self, Fix};
use crate::analysis::view::{
    EventRow, Finding, FindingChange, FindingPlaces, Findings, FindingsChange, FlowStep, RuleId,
    Severity, StepDrawn, Summary,
};
use crate::base::date::WallClock;
use crate::base::id::{AccountId, PartyId};
use crate::base::order::InOrder;
use crate::scenario::v1::Words;
use crate::text::Lang;
use crate::text::lanes::{account_title, party_name};
use crate::text::timeline::{happening, short_date};

/// What the rules say of a run, in words.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Risks {
    /// What all of this is, and is not.
    pub disclaimer: String,
    /// What was found, gravest first.
    pub found: Vec<Risk>,
    /// Each rule that could not be judged, with what it would need.
    pub not_judged: Vec<String>,
    /// Each rule that was judged and found nothing.
    pub nothing_found: Vec<String>,
}

/// One finding in words.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Risk {
    /// Its place in the report of findings.
    pub place: u32,
    /// The rule's code: `SC-01`.
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// The same as a word.
    pub grave: String,
    /// What the rule is called.
    pub title: String,
    /// Whom it is about.
    pub subject: PartyId,
    /// That party's name.
    pub who: String,
    /// The amount.
    pub amount: String,
    /// The moment at which it is seen best, as a number of events.
    pub event: u32,
    /// Figures: what each is called, and what it is.
    pub facts: Vec<(String, String)>,
    /// How the money went.
    pub steps: Vec<RiskStep>,
    /// The events that bear it out: number and what happened.
    pub events: Vec<(u32, String)>,
    /// How many more there are.
    pub more: Option<String>,
    /// Where the money lay.
    pub accounts: Vec<AccountId>,
    /// Of them those that the picture marks.
    pub marked: Vec<AccountId>,
    /// Where in the document it was agreed.
    pub paths: Vec<String>,
    /// Why it matters.
    pub why: String,
    /// How to clear it.
    pub clear: String,
    /// What the rule leans on, each with its date and how far it may be relied on.
    pub sources: Vec<String>,
}

/// A step of the path, and where it is drawn.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RiskStep {
    /// From whom to whom, and how much.
    pub said: String,
    /// Where it is drawn.
    pub drawn: StepDrawn,
}

/// A fix as it is offered: what it does, how, and what that does to the findings.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FixPreview {
    /// What it does, in both languages: one name for the list of changes, whatever the language of the page.
    pub label: Words,
    /// The changes, a line each.
    pub edits: Vec<String>,
    /// How many findings there are before and after.
    pub score: String,
    /// Findings that go, stay and come, others' money and failing expectations before and after, a line each.
    pub effects: Vec<String>,
    /// The scenario after it.
    pub text: String,
}

impl FixPreview {
    /// A fix that was tried.
    pub(crate) fn of(fix: &Fix, text: String, change: &FindingsChange, lang: Lang) -> FixPreview {
        let label = |lang| super::fix(fix.kind, lang).to_owned();
        let edit = lang.text().edits.label;
        let count = |there: fn(&FindingChange) -> bool| {
            let rows = change.findings.iter();
            rows.filter(|row| there(row)).count()
        };
        let before = count(|row| row.before.is_some());
        let after = count(|row| row.after.is_some());
        FixPreview {
            label: Words {
                zh: label(Lang::ZhCn),
                en: label(Lang::En),
            },
            edits: fix.edits.iter().map(edit).collect(),
            score: (labels(lang).score)(before, after),
            effects: super::change_lines(change, lang),
            text,
        }
    }
}

/// What the figures are called, and how a number of further events is told.
struct Labels {
    others: &'static str,
    between: &'static str,
    accounts: &'static str,
    at_most: &'static str,
    time: &'static str,
    longest: &'static str,
    product: &'static str,
    days: &'static str,
    needs: fn(&str) -> String,
    more: fn(u32) -> String,
    score: fn(usize, usize) -> String,
}

static ZH_CN: Labels = Labels {
    others: "相关方",
    between: "、",
    accounts: "账户",
    at_most: "代持资金（他人资金），最多",
    time: "累计停留",
    longest: "最长连续停留",
    product: "金额×时长",
    days: "从付款到结算",
    needs: |facts| format!("还需要：{facts}"),
    more: |count| format!("另有 {count} 个事件"),
    score: |before, after| format!("风险提示：{before} → {after}"),
};

static EN: Labels = Labels {
    others: "With part in it",
    between: ", ",
    accounts: "Accounts",
    at_most: "Others' money, at most",
    time: "Held for",
    longest: "Longest stay without a break",
    product: "Amount × time",
    days: "From payment to settlement",
    needs: |facts| format!("needs {facts}"),
    more: |count| format!("and {count} more events"),
    score: |before, after| format!("risk hints: {before} → {after}"),
};

fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::ZhCn => &ZH_CN,
        Lang::En => &EN,
    }
}

/// Everything in words; `places` are those of the findings, in their order.
pub fn told(findings: &Findings, places: &[FindingPlaces], summary: &Summary, lang: Lang) -> Risks {
    let text = lang.findings();
    let teller = Teller { summary, lang };
    let mut found: Vec<Risk> = findings
        .findings
        .iter()
        .zip(places)
        .zip(0_u32..)
        .map(|((finding, places), place)| teller.risk(place, finding, places))
        .collect();
    // The gravest come first; among equals the order of the rules stays.
    found.order_by_key(|risk| std::cmp::Reverse(risk.severity));
    let named = |rule: RuleId| format!("{} {}", rule.code(), (text.rule)(rule).title);
    let not_judged = findings.not_judged.iter().map(|one| {
        let needs: Vec<&str> = one.needs.iter().map(|fact| (text.fact)(*fact)).collect();
        let needs = needs.join(labels(lang).between);
        format!("{} · {}", named(one.rule), (labels(lang).needs)(&needs))
    });
    Risks {
        disclaimer: text.disclaimer.to_owned(),
        found,
        not_judged: not_judged.collect(),
        nothing_found: findings.nothing_found.iter().copied().map(named).collect(),
    }
}

struct Teller<'a> {
    summary: &'a Summary,
    lang: Lang,
}

impl Teller<'_> {
    fn party(&self, id: PartyId) -> &str {
        party_name(id, self.summary, self.lang)
    }

    fn risk(&self, place: u32, one: &Finding, places: &FindingPlaces) -> Risk {
        let text = self.lang.findings();
        let said = (text.rule)(one.rule);
        let told = u32::try_from(places.events.len()).unwrap_or(u32::MAX);
        let more = one.evidence.count.saturating_sub(told);
        Risk {
            place,
            code: one.rule.code().to_owned(),
            severity: one.severity,
            grave: (text.severity)(one.severity).to_owned(),
            title: said.title.to_owned(),
            subject: one.subject,
            who: self.party(one.subject).to_owned(),
            amount: one.amount.grouped(),
            event: places.seen,
            facts: self.facts(one, places),
            steps: self.steps(one, places),
            events: places.events.iter().map(|row| self.event(row)).collect(),
            more: (more > 0).then(|| (labels(self.lang).more)(more)),
            accounts: one.accounts.clone(),
            marked: places.marked.clone(),
            paths: one.paths.clone(),
            why: said.why.to_owned(),
            clear: said.clear.to_owned(),
            sources: rules::sources(one.rule).iter().map(text.source).collect(),
        }
    }

    fn facts(&self, one: &Finding, places: &FindingPlaces) -> Vec<(String, String)> {
        let (text, held) = (self.lang.findings(), self.lang.text().held);
        let labels = labels(self.lang);
        let joined = |names: Vec<String>| names.join(labels.between);
        let mut facts = vec![((text.measured)(one.rule).to_owned(), one.amount.grouped())];
        if let Some(most) = one.held {
            let since = (held.since)(most.maximum_at);
            let amount = format!("{} · {since}", most.maximum.grouped());
            facts.push((labels.at_most.to_owned(), amount));
            facts.push((labels.time.to_owned(), (held.duration)(most.held_ms)));
            let stay = most.longest;
            let (from, until) = (shown(stay.from), shown(stay.until));
            let stay = (text.stay)(&(held.duration)(stay.ms), &from, &until);
            facts.push((labels.longest.to_owned(), stay));
            let product = (held.yuan_hours)(&places.held.yuan_hours());
            facts.push((labels.product.to_owned(), product));
        }
        if let Some(days) = one.days {
            facts.push((labels.days.to_owned(), (text.days)(days)));
        }
        let others: Vec<String> = one
            .others
            .iter()
            .map(|id| self.party(*id).to_owned())
            .collect();
        if !others.is_empty() {
            facts.push((labels.others.to_owned(), joined(others)));
        }
        let title = |id: &AccountId| account_title(*id, self.summary, self.lang);
        let accounts: Vec<String> = one.accounts.iter().map(title).collect();
        if !accounts.is_empty() {
            facts.push((labels.accounts.to_owned(), joined(accounts)));
        }
        facts
    }

    fn steps(&self, one: &Finding, places: &FindingPlaces) -> Vec<RiskStep> {
        let text = self.lang.findings();
        let steps = one.path.iter().zip(&places.steps);
        let step = |(step, drawn): (&FlowStep, &StepDrawn)| {
            let from = step.from.map(|id| self.party(id));
            let amount = step.amount.grouped();
            RiskStep {
                said: (text.step)(from, self.party(step.to), &amount),
                drawn: drawn.clone(),
            }
        };
        steps.map(step).collect()
    }

    fn event(&self, row: &EventRow) -> (u32, String) {
        let when = shown(row.at);
        (
            row.event,
            format!("{when} {}", happening(row, self.summary, self.lang)),
        )
    }
}

fn shown(at: WallClock) -> String {
    let at = at.to_string();
    short_date(&at).replacen('T', " ", 1)
}
