//! The printed report: what was assumed, how the money went, who had it when, what was judged, put into words
//! chapter by chapter.

mod assumptions;
mod money;
mod risks;
mod terms;
mod words;

use crate::analysis::export::html::{Part, Sheet};
use crate::analysis::lanes::{self, Shape, svg};
use crate::analysis::printed::Printed;
use crate::scenario::v1::Scenario;

use super::Lang;
use super::lanes::{ink, sketch};
use money::Teller;
use risks::Judge;

/// The report of a run, to be written as a file.
pub(crate) fn sheet(
    scenario: &Scenario,
    facts: &Printed,
    link: Option<String>,
    lang: Lang,
) -> Sheet {
    let text = lang.printed();
    let summary = &facts.summary;
    let teller = Teller { facts, lang };
    let judge = Judge { facts, lang };
    let mut parts = vec![Part::Figures(figures(facts, lang))];
    if let Some(story) = &scenario.story {
        parts.push(Part::Text(lang.of(story).to_owned()));
    }
    parts.push(Part::Note(text.about.to_owned()));
    let chapters = [
        (text.assumptions, assumptions::parts(scenario, lang)),
        (text.picture, picture(facts, lang)),
        (text.days, teller.days()),
        (
            text.balances,
            [teller.parties(), teller.accounts()].concat(),
        ),
        (text.settlement, teller.batches()),
        (text.borne, teller.fees()),
        (text.risks, judge.risks()),
        (text.expected, judge.expectations()),
        (
            text.terms,
            vec![Part::Terms(terms::terms(scenario, facts, lang))],
        ),
        (text.proof, proof(facts, link, lang)),
    ];
    for (number, (name, chapter)) in (1..).zip(chapters) {
        let heading = Part::Chapter(format!("{number}\u{2002}{name}"));
        let is_wide = chapter.iter().any(|part| matches!(part, Part::Picture(_)));
        let chapter = std::iter::once(heading).chain(chapter);
        match is_wide {
            true => parts.push(Part::Across(chapter.collect())),
            false => parts.extend(chapter),
        }
    }
    Sheet {
        lang: lang.tag(),
        title: lang.of(&summary.title).to_owned(),
        subtitle: (text.subtitle)(
            &summary.starts.day().to_string(),
            &summary.ends.day().to_string(),
            summary.events,
        ),
        parts,
    }
}

/// What a reader in a hurry looks at.
fn figures(facts: &Printed, lang: Lang) -> Vec<(String, String)> {
    let text = lang.printed();
    let summary = &facts.summary;
    let held = summary.expectations.iter().filter(|one| one.holds).count();
    let figures = [
        (text.paid_in, summary.paid_in.grouped()),
        (text.refunded, summary.refunded.grouped()),
        (text.fees, summary.fees.grouped()),
        (text.paid_out, summary.paid_out.grouped()),
        (text.payments, summary.payments.to_string()),
        (
            text.expectations,
            format!("{held} / {}", summary.expectations.len()),
        ),
        (text.findings, facts.findings.findings.len().to_string()),
        (text.held, facts.held_without_licence.grouped()),
    ];
    let told = figures.into_iter();
    told.map(|(name, figure)| (name.to_owned(), figure))
        .collect()
}

fn picture(facts: &Printed, lang: Lang) -> Vec<Part> {
    let summary = &facts.summary;
    let scene = lanes::layout(&sketch(&facts.lanes, summary, lang), Shape::Wide);
    let ink = ink(&facts.lanes, &facts.amounts, summary.ends, summary, lang);
    vec![
        Part::Note(lang.printed().picture_is.to_owned()),
        Part::Picture(svg::inside(&scene, &ink)),
    ]
}

fn proof(facts: &Printed, link: Option<String>, lang: Lang) -> Vec<Part> {
    let text = lang.printed();
    let mut parts = match link {
        Some(link) => vec![Part::Text(text.link_is.to_owned()), Part::Code(link)],
        None => vec![Part::Text(text.no_link.to_owned())],
    };
    parts.push(Part::List(vec![
        format!("{}: {:08x}", text.document_sum, facts.document_sum),
        format!("{}: {:08x}", text.fingerprint, facts.summary.fingerprint),
        format!("{}: {}", text.checks, facts.summary.checks),
        format!("{}: {}", text.version, env!("CARGO_PKG_VERSION")),
    ]));
    parts
}
