//! Fields of an entry, each drawn by what it holds: a text, a choice, a name of something, an object, a list.

use daycut::facade::forms::{self, Entry, Field as Asked, Holds, Typed};
use daycut::facade::{Edit, Lang, Noun, words};
use yew::prelude::*;

use super::{ACCOUNT_NAMES, titles};
use crate::ui::forms::{
    Desk, entry_id, field_id, moment_shown, moment_written, rate_of_percent, time_shown,
};
use crate::ui::widgets::field::{Choice, Field, Kind, Select};
use crate::ui::widgets::icon::{Drawn, Icon, IconButton};

/// More candidates than this are not listed; the name is typed.
const LISTED: usize = 200;

/// All fields, the id last: people know things by their names.
pub fn all(desk: &Desk, fields: &[Asked]) -> Html {
    let (ids, others): (Vec<&Asked>, Vec<&Asked>) = fields
        .iter()
        .partition(|field| matches!(field.holds, Holds::Typed(Typed::Id, _)));
    html! { for field in others.into_iter().chain(ids) { {one(desk, field)} } }
}

/// A field that stands alone above the others, called by what it is of where that says more.
pub fn one_in_front(desk: &Desk, field: &Asked) -> Html {
    let text = desk.lang.text().model_panel;
    let named = match (field.of, field.name.as_ref()) {
        ("Split", "rate") => neighbour(desk, field, "to").map(|to| (text.share_to)(&to)),
        ("Line", "amount") => neighbour(desk, field, "seller"),
        _ => None,
    };
    let label = named.unwrap_or_else(|| label_of(desk.lang, field));
    drawn(desk, field, &label)
}

/// The party that stands beside a field of a split or line.
fn neighbour(desk: &Desk, field: &Asked, name: &str) -> Option<String> {
    let (entry, _) = field.path.rsplit_once('.')?;
    let place = titles::place_of(entry)?;
    let inner = titles::place_of(entry.split_once(']')?.1)?;
    let id = match name {
        "to" => &desk.scenario.contracts.get(place)?.splits.get(inner)?.to,
        _ => &desk.scenario.payments.get(place)?.lines.get(inner)?.seller,
    };
    Some(desk.party_name(id))
}

fn label_of(lang: Lang, field: &Asked) -> String {
    let label = words::label(lang, field.of, &field.name);
    match field.holds {
        Holds::Typed(Typed::Rate, _) => format!("{label} %"),
        _ => label.to_owned(),
    }
}

fn one(desk: &Desk, field: &Asked) -> Html {
    drawn(desk, field, &label_of(desk.lang, field))
}

fn drawn(desk: &Desk, field: &Asked, label: &str) -> Html {
    match &field.holds {
        Holds::Typed(Typed::Cycle, text) => cycle(desk, field, label, text),
        Holds::Typed(typed, text) => typed_field(desk, field, label, (*typed, text)),
        Holds::Words { zh, en, is_long } => both_languages(desk, field, label, (zh, en, *is_long)),
        Holds::Word(word, answers) => {
            let choices = answers.iter().map(|word| {
                (
                    *word,
                    words::answer(desk.lang, &field.name, word).to_owned(),
                )
            });
            let open = open_choice(desk.lang, field);
            choice(desk, field, label, word, open.into_iter().chain(choices))
        }
        Holds::Name(id, noun) => name(desk, field, label, (id, *noun)),
        Holds::Object(None) => absent(desk, field, label),
        Holds::Object(Some(inner)) if field.is_needed => all(desk, inner),
        Holds::Object(Some(inner)) => group(desk, field, label, all(desk, inner)),
        Holds::Variant {
            word,
            words,
            fields,
        } => variant(desk, field, label, (word, words, fields)),
        Holds::Entries { entries, range } => list(desk, field, label, (entries, *range)),
    }
}

fn set(desk: &Desk, path: &str, written: fn(&str) -> String) -> Callback<String, Option<String>> {
    let (desk, path) = (desk.clone(), path.to_owned());
    Callback::from(move |text: String| desk.set(&path, written(&text)))
}

fn typed_field(desk: &Desk, field: &Asked, label: &str, (typed, text): (Typed, &str)) -> Html {
    let as_typed: fn(&str) -> String = str::to_owned;
    let (kind, value, commit) = match typed {
        Typed::Rate => (Kind::Figure, text.to_owned(), percent(desk, field)),
        Typed::Moment => (
            Kind::Moment,
            moment_shown(text),
            set(desk, &field.path, moment_written),
        ),
        Typed::TimeOfDay => (
            Kind::Figure,
            time_shown(text),
            set(desk, &field.path, as_typed),
        ),
        Typed::Whole => (
            Kind::Number,
            text.to_owned(),
            set(desk, &field.path, as_typed),
        ),
        Typed::Amount | Typed::Date => (
            Kind::Figure,
            text.to_owned(),
            set(desk, &field.path, as_typed),
        ),
        Typed::Dates => (
            Kind::Long,
            text.to_owned(),
            set(desk, &field.path, as_typed),
        ),
        Typed::Id | Typed::Account | Typed::Text | Typed::Cycle => (
            Kind::Text,
            text.to_owned(),
            set(desk, &field.path, as_typed),
        ),
    };
    let offers = (typed == Typed::Account).then_some(ACCOUNT_NAMES);
    html! {
        <Field key={field.path.clone()} id={field_id(&field.path)} label={label.to_owned()} {value} {kind} {offers}
            problem={desk.problem_at(&field.path)} {commit} />
    }
}

fn percent(desk: &Desk, field: &Asked) -> Callback<String, Option<String>> {
    let (desk, path) = (desk.clone(), field.path.clone());
    Callback::from(move |text: String| match rate_of_percent(&text) {
        Some(rate) => desk.set(&path, rate),
        None => Some(desk.lang.text().model_panel.percent_wanted.to_owned()),
    })
}

/// Working or natural days, and how many.
fn cycle(desk: &Desk, field: &Asked, label: &str, text: &str) -> Html {
    let said = desk.lang.text().model_panel;
    let (letter, days) = text.split_once('+').unwrap_or(("T", text));
    let (letter, days) = (letter.to_owned(), days.to_owned());
    let choices = [("T", said.working_days), ("D", said.natural_days)];
    let choices: Vec<Choice> = choices
        .map(|(value, title)| Choice {
            value: value.into(),
            title: title.into(),
        })
        .to_vec();
    let on_pick = {
        let (desk, path, days) = (desk.clone(), field.path.clone(), days.clone());
        Callback::from(move |letter: String| {
            desk.edit(Edit::Set {
                path: path.clone(),
                text: format!("{letter}+{days}"),
            });
        })
    };
    let commit = {
        let (desk, path, letter) = (desk.clone(), field.path.clone(), letter.clone());
        Callback::from(move |days: String| desk.set(&path, format!("{letter}+{days}")))
    };
    html! {
        <>
            <Select id={field_id(&format!("{}.kind", field.path))} label={said.cycle_kind} value={letter} {choices} {on_pick} />
            <Field id={field_id(&field.path)} label={label.to_owned()} value={days} kind={Kind::Number}
                problem={desk.problem_at(&field.path)} {commit} />
        </>
    }
}

/// A name: one field as long as both languages say the same, and one for the other language.
fn both_languages(
    desk: &Desk,
    field: &Asked,
    label: &str,
    (zh, en, is_long): (&str, &str, bool),
) -> Html {
    let (own, other, own_key, other_key) = match desk.lang {
        Lang::ZhCn => (zh, en, "zh", "en"),
        Lang::En => (en, zh, "en", "zh"),
    };
    let is_one = zh == en;
    let kind = if is_long { Kind::Long } else { Kind::Text };
    let own_path = if is_one {
        field.path.clone()
    } else {
        format!("{}.{own_key}", field.path)
    };
    let other_path = format!("{}.{other_key}", field.path);
    let for_both = {
        let (desk, path, own) = (desk.clone(), field.path.clone(), own.to_owned());
        let other_path = other_path.clone();
        Callback::from(move |text: String| match text.trim() {
            "" => desk.set(&path, own.clone()),
            _ => desk.set(&other_path, text),
        })
    };
    let shown = if is_one {
        String::new()
    } else {
        other.to_owned()
    };
    let other_label = (desk.lang.text().model_panel.in_other_language)(label);
    let problem = desk
        .problem_at(&field.path)
        .or_else(|| desk.problem_at(&format!("{}.{own_key}", field.path)));
    html! {
        <>
            <Field id={field_id(&field.path)} label={label.to_owned()} value={own.to_owned()} {kind} {problem} commit={set(desk, &own_path, str::to_owned)} />
            if !own.is_empty() {
                <Field id={field_id(&other_path)} label={other_label} value={shown} {kind} problem={desk.problem_at(&other_path)} commit={for_both} />
            }
        </>
    }
}

/// The answer for leaving a field open.
fn open_choice(lang: Lang, field: &Asked) -> Option<(&str, String)> {
    field
        .is_open
        .then(|| ("", words::answer(lang, &field.name, "").to_owned()))
}

fn choice<'c>(
    desk: &Desk,
    field: &Asked,
    label: &str,
    value: &str,
    choices: impl Iterator<Item = (&'c str, String)>,
) -> Html {
    let choices: Vec<Choice> = choices
        .map(|(value, title)| Choice {
            value: value.to_owned().into(),
            title: title.into(),
        })
        .collect();
    let on_pick = {
        let (desk, path) = (desk.clone(), field.path.clone());
        Callback::from(move |text: String| {
            desk.edit(Edit::Set {
                path: path.clone(),
                text,
            })
        })
    };
    html! {
        <Select key={field.path.clone()} id={field_id(&field.path)} label={label.to_owned()} value={value.to_owned()} {choices}
            problem={desk.problem_at(&field.path)} {on_pick} />
    }
}

/// A choice among everything that can be named here.
fn name(desk: &Desk, field: &Asked, label: &str, (id, noun): (&str, Noun)) -> Html {
    let candidates = forms::candidates(&desk.scenario, noun);
    if candidates.len() > LISTED {
        return typed_field(desk, field, label, (Typed::Text, id));
    }
    let title = |candidate: &forms::Candidate| match &candidate.name {
        Some(name) => desk.lang.of(name).to_owned(),
        None => named(desk, &candidate.id, noun),
    };
    let unknown = !id.is_empty() && candidates.iter().all(|candidate| candidate.id != id);
    let missing = unknown.then(|| (id, (desk.lang.text().model_panel.not_there)(id)));
    let open = open_choice(desk.lang, field);
    let there = candidates
        .iter()
        .map(|candidate| (candidate.id.as_str(), title(candidate)));
    choice(
        desk,
        field,
        label,
        id,
        missing.into_iter().chain(open).chain(there),
    )
}

/// What has no name of its own, by the figure that makes it out.
fn named(desk: &Desk, id: &str, noun: Noun) -> String {
    let scenario = &desk.scenario;
    let figure = match noun {
        Noun::Calendar => return words::answer(desk.lang, "calendar", id).to_owned(),
        Noun::FeePlan => {
            let plan = scenario.fee_plans.iter().find(|plan| plan.id == id);
            plan.map(|plan| format!("{}%", plan.rate.percent()))
        }
        Noun::SettlementRule => {
            let rule = scenario.settlement_rules.iter().find(|rule| rule.id == id);
            rule.map(|rule| rule.cycle.to_string())
        }
        _ => None,
    };
    figure.map_or_else(|| id.to_owned(), |figure| format!("{figure} · {id}"))
}

/// An object that is not there, and the button that makes one.
fn absent(desk: &Desk, field: &Asked, label: &str) -> Html {
    let text = desk.lang.text().model_panel;
    let onclick = {
        let (desk, path) = (desk.clone(), field.path.clone());
        Callback::from(move |_: MouseEvent| desk.add(&path, ""))
    };
    html! {
        <div class="field-row" key={field.path.clone()}>
            <span class="field-label">{label.to_owned()}</span>
            <button type="button" class="btn btn-small" id={field_id(&field.path)} aria-label={(text.add)(label)} {onclick}>
                <Drawn icon={Icon::Plus} />{text.add_this}
            </button>
        </div>
    }
}

/// An object that need not be there, with the button that takes it away.
fn group(desk: &Desk, field: &Asked, label: &str, body: Html) -> Html {
    boxed(desk, (&field.path, label), true, body)
}

fn boxed(desk: &Desk, (path, title): (&str, &str), can_go: bool, body: Html) -> Html {
    let text = desk.lang.text().model_panel;
    let remove = {
        let (desk, path) = (desk.clone(), path.to_owned());
        Callback::from(move |()| desk.edit(Edit::Remove { path: path.clone() }))
    };
    html! {
        <div class="model-part" role="group" aria-label={title.to_owned()} id={entry_id(path)} key={path.to_owned()}>
            <div class="model-item-head">
                <bdi class="small clip">{title.to_owned()}</bdi><span class="grow"></span>
                if can_go { <IconButton icon={Icon::Cross} label={(text.remove)(title)} class="btn-small" onpress={remove} /> }
            </div>
            if let Some(problem) = desk.problem_at(path) { <span class="field-error" role="alert">{problem}</span> }
            {body}
        </div>
    }
}

/// Which kind of object it is, and the fields of that kind.
fn variant(
    desk: &Desk,
    field: &Asked,
    label: &str,
    (word, all_words, fields): (&str, &[&str], &[Asked]),
) -> Html {
    let choices: Vec<Choice> = all_words
        .iter()
        .map(|word| Choice {
            value: (*word).to_owned().into(),
            title: words::answer(desk.lang, &field.name, word)
                .to_owned()
                .into(),
        })
        .collect();
    let on_pick = {
        let (desk, path) = (desk.clone(), field.path.clone());
        Callback::from(move |into: String| {
            desk.edit(Edit::Turn {
                path: path.clone(),
                into,
            })
        })
    };
    html! {
        <>
            <Select id={field_id(&field.path)} label={label.to_owned()} value={word.to_owned()} {choices} problem={desk.problem_at(&field.path)} {on_pick} />
            {all(desk, fields)}
        </>
    }
}

/// Entries inside an entry: splits of a contract, lines of a payment.
fn list(
    desk: &Desk,
    field: &Asked,
    label: &str,
    (entries, range): (&[Entry], (usize, usize)),
) -> Html {
    let text = desk.lang.text().model_panel;
    let onclick = {
        let (desk, path) = (desk.clone(), field.path.clone());
        Callback::from(move |_: MouseEvent| desk.add(&path, ""))
    };
    let (fewest, most) = range;
    let one = words::list(desk.lang, &field.name).1;
    html! {
        <div class="model-parts" id={entry_id(&field.path)} key={field.path.clone()}>
            <span class="field-label">{label.to_owned()}</span>
            if let Some(problem) = desk.problem_at(&field.path) { <span class="field-error" role="alert">{problem}</span> }
            for (place, entry) in entries.iter().enumerate() {
                {boxed(desk, (&entry.path, &format!("{label} {}", place.saturating_add(1))), entries.len() > fewest, all(desk, &entry.fields))}
            }
            if entries.len() < most {
                <button type="button" class="btn btn-small" id={field_id(&field.path)} {onclick}><Drawn icon={Icon::Plus} />{(text.add)(one)}</button>
            }
        </div>
    }
}
