//! What a person asks first of two scenarios, in a few sentences, the gravest first: risks, whose hands the money
//! is in, when it arrives, how long it waits, what it costs.

use crate::analysis::view::{Comparison, FindingCompared, Severity};
use crate::scenario::v1::PartyKind;
use crate::text::Lang;

use super::{signed, signed_days};

/// Parties whose arrivals are told.
const ARRIVALS_MAX: usize = 3;

/// The differences that matter most; none when nothing of money, time or risk differs.
pub fn headlines(all: &Comparison, lang: Lang) -> Vec<String> {
    let teller = Teller { all, lang };
    let mut lines = Vec::new();
    lines.extend(teller.findings());
    lines.extend(teller.held());
    lines.extend(teller.arrivals());
    lines.extend(teller.transit());
    lines.extend(teller.fees());
    lines
}

struct Teller<'c> {
    all: &'c Comparison,
    lang: Lang,
}

impl Teller<'_> {
    fn party(&self, id: &str) -> &str {
        let mut parties = self.all.parties.iter();
        let row = parties.find(|row| row.id == id);
        row.map_or("", |row| self.lang.of(&row.name))
    }

    fn findings(&self) -> Option<String> {
        let rows = &self.all.findings;
        rows.iter().find(|row| row.a.is_some() != row.b.is_some())?;
        let count = |is: fn(&FindingCompared) -> Option<Severity>, least: Severity| {
            let grave = rows.iter().filter_map(is);
            grave.filter(|severity| *severity >= least).count()
        };
        let in_a = |row: &FindingCompared| row.a.map(|found| found.severity);
        let in_b = |row: &FindingCompared| row.b.map(|found| found.severity);
        let all = [in_a, in_b].map(|is| count(is, Severity::Note));
        let high = [in_a, in_b].map(|is| count(is, Severity::High));
        Some((self.lang.compare().headline_findings)(all, high))
    }

    /// Channels hold money by their licence; what is in the hands of others is the question.
    fn held(&self) -> Vec<String> {
        let is_licensed = |id: &str| {
            let mut parties = self.all.parties.iter();
            let kind = parties.find(|row| row.id == id).map(|row| row.kind);
            matches!(kind, Some(PartyKind::Channel | PartyKind::Bank))
        };
        let rows = self.all.held.iter();
        let rows = rows.filter(|row| !is_licensed(&row.holder) && !row.held.difference.is_zero());
        rows.map(|row| {
            let most = [row.maximum.a.grouped(), row.maximum.b.grouped()];
            let days = [row.held.a.yuan_days(), row.held.b.yuan_days()];
            (self.lang.compare().headline_held)(self.party(&row.holder), most, days)
        })
        .collect()
    }

    fn arrivals(&self) -> Vec<String> {
        let text = self.lang.compare();
        let mut lines = Vec::new();
        for row in self.all.arrivals.iter().take(ARRIVALS_MAX) {
            let widest = row.days.iter().find(|day| row.most_on == Some(day.date));
            if let Some(day) = widest {
                let (a, b) = (day.so_far.a.grouped(), day.so_far.b.grouped());
                lines.push((text.arrivals_most)(
                    self.party(&row.owner),
                    &day.date.to_string(),
                    &a,
                    &b,
                    &signed(day.so_far.difference),
                ));
            }
        }
        lines
    }

    fn transit(&self) -> Option<String> {
        let text = self.lang.compare();
        let row = self.all.transit.of.first()?;
        if row.transit.difference.is_zero() {
            return None;
        }
        let cost = row.cost.map(|cost| signed(cost.difference));
        Some((text.headline_transit)(
            self.party(&row.owner),
            [row.transit.a.yuan_days(), row.transit.b.yuan_days()],
            &signed_days(row.transit.difference),
            cost.as_deref(),
        ))
    }

    fn fees(&self) -> Option<String> {
        let text = self.lang.compare();
        let row = self.all.fees.first()?;
        if row.amount.is_same() {
            return Some(text.headline_fees_same.to_owned());
        }
        Some((text.headline_fees)(
            self.party(&row.bearer),
            (text.fee_kind)(row.kind),
            [row.amount.a.grouped(), row.amount.b.grouped()],
            &signed(row.amount.difference),
        ))
    }
}
