//! Others' money in the hands of one party: at the present moment, and over the whole run.

use daycut::facade::view::{HeldNow, HeldOverRun, Summary};
use daycut::facade::{Lang, Money, PartyId, words};
use yew::prelude::*;

use crate::ui::effects::answers;
use crate::ui::shared::Shared;
use crate::ui::widgets::money::Amount;

/// Others' money in the hands of one party.
#[derive(Properties, PartialEq)]
pub struct HeldSectionProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// Whose hands.
    pub holder: PartyId,
    /// The cursor.
    pub event: u32,
    /// Changes with each run.
    pub run: u32,
}

/// Others' money in the hands of one party; nothing for those who hold none.
#[component]
pub fn HeldSection(props: &HeldSectionProps) -> Html {
    let over_run = use_state(|| None::<(u32, Shared<Vec<HeldOverRun>>)>);
    let now = use_state(|| None::<(u32, Shared<Vec<HeldNow>>)>);
    {
        let over_run = over_run.clone();
        use_effect_with(props.run, move |run| {
            let run = *run;
            let answer = Callback::from(move |rows| over_run.set(Some((run, Shared::new(rows)))));
            answers::held_over_run(answer);
        });
    }
    {
        let now = now.clone();
        use_effect_with((props.run, props.event), move |(run, event)| {
            let run = *run;
            let answer = Callback::from(move |rows| now.set(Some((run, Shared::new(rows)))));
            answers::held(*event, answer);
        });
    }
    let whole = over_run.as_ref().filter(|(run, _)| *run == props.run);
    let whole = whole.and_then(|(_, rows)| rows.iter().find(|row| row.holder == props.holder));
    let Some(whole) = whole.filter(|row| !row.maximum.is_zero()) else {
        return Html::default();
    };
    let now = now.as_ref().filter(|(run, _)| *run == props.run);
    let now = now.and_then(|(_, rows)| rows.iter().find(|row| row.holder == props.holder));
    let text = props.lang.text().held;
    let holder = words::party_name(props.holder, &props.summary, props.lang);
    html! {
        <section class="inspector-held" aria-labelledby="held-heading">
            <h3 id="held-heading">{(text.heading)(holder)}</h3>
            <dl class="pairs">
                if let Some(now) = now { {present(props, now)} }
                {over(props, whole)}
            </dl>
        </section>
    }
}

fn present(props: &HeldSectionProps, now: &HeldNow) -> Html {
    let text = props.lang.text().held;
    let name = |party| words::party_name(party, &props.summary, props.lang);
    html! {
        <>
            <dt>{text.now}</dt><dd class="strong"><Amount value={now.total} /></dd>
            if !now.total.is_zero() {
                <dt class="indent">{text.at_channel}</dt><dd><Amount value={now.at_channel} /></dd>
                <dt class="indent">{text.at_bank}</dt><dd><Amount value={now.at_bank} /></dd>
            }
            for one in now.of.iter() {
                <dt class="indent" key={one.beneficiary.0}><bdi>{(text.of)(name(one.beneficiary))}</bdi></dt><dd><Amount value={one.amount} /></dd>
            }
            if now.uncovered != Money::ZERO {
                <dt>{text.uncovered}</dt><dd><Amount value={now.uncovered} /></dd>
            }
        </>
    }
}

fn over(props: &HeldSectionProps, whole: &HeldOverRun) -> Html {
    let text = props.lang.text().held;
    let left = whole.day_ends.iter().filter(|end| !end.total.is_zero());
    html! {
        <>
            <dt>{text.maximum}</dt><dd title={whole.maximum_at.map(|at| (text.since)(at))}><Amount value={whole.maximum} /></dd>
            <dt>{text.time}</dt><dd>{(text.duration)(whole.held_ms)}</dd>
            if let Some(stay) = &whole.longest {
                <dt>{text.longest}</dt><dd title={(text.between)(stay.from, stay.until)}>{(text.duration)(stay.ms)}</dd>
            }
            <dt>{text.product}</dt><dd>{(text.yuan_hours)(&whole.held.yuan_hours())}</dd>
            <dt>{text.beneficiaries}</dt><dd>{whole.of.len()}</dd>
            <dt>{text.day_ends}</dt><dd>{(text.days)(left.count(), whole.day_ends.len())}</dd>
        </>
    }
}
