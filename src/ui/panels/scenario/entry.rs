//! One entry of a list: what it is called, the fields that matter most, and on demand all of them.

use daycut::facade::Edit;
use daycut::facade::forms::{Entry, Field, Holds};
use yew::prelude::*;

use super::{fields, titles};
use crate::ui::forms::{Desk, entry_id};
use crate::ui::widgets::icon::{Icon, IconButton};

/// One entry.
#[derive(Properties, PartialEq)]
pub struct EntryFormProps {
    /// What the forms need.
    pub desk: Desk,
    /// The list it stands in.
    pub list: &'static str,
    /// The entry.
    pub entry: Entry,
}

/// One entry.
#[component]
pub fn EntryForm(props: &EntryFormProps) -> Html {
    let (desk, entry) = (&props.desk, &props.entry);
    let unfolded = use_state_eq(|| None::<bool>);
    let wanted = desk.is_wanted(&entry.path);
    {
        // Whoever wants to see something inside sees all of it.
        let unfolded = unfolded.clone();
        use_effect_with(wanted, move |wanted| {
            if wanted.is_some() {
                unfolded.set(Some(true));
            }
        });
    }
    let is_wrong = desk.is_wrong_within(&entry.path);
    let is_open = unfolded.unwrap_or(is_wrong || wanted.is_some());
    let (title, sub) = titles::of(desk, &entry.path);
    let toggle = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(Some(!is_open)))
    };
    let front = front(props.list, &entry.fields);
    html! {
        <div class="model-item" id={entry_id(&entry.path)} role="group" aria-label={title.clone()}>
            {head(desk, &entry.path, (&title, &sub), is_open, toggle)}
            if let Some(problem) = desk.problem_at(&entry.path) { <span class="field-error" role="alert">{problem}</span> }
            if is_open {
                {fields::all(desk, &entry.fields)}
            } else {
                for field in front { {fields::one_in_front(desk, field)} }
            }
        </div>
    }
}

/// The title, which shows all fields or fewer, and what can be done with the entry as a whole.
fn head(
    desk: &Desk,
    path: &str,
    (title, sub): (&str, &str),
    is_open: bool,
    toggle: Callback<MouseEvent>,
) -> Html {
    let text = desk.lang.text().model_panel;
    let edit = |edit: Edit| {
        let desk = desk.clone();
        Callback::from(move |()| desk.edit(edit.clone()))
    };
    let path = path.to_owned();
    let remove = edit(Edit::Remove { path: path.clone() });
    let above = titles::place_of(&path).and_then(|place| place.checked_sub(1));
    html! {
        <div class="model-item-head">
            <button type="button" class="model-title" aria-expanded={if is_open { "true" } else { "false" }}
                title={if is_open { text.less } else { text.more }} onclick={toggle}>
                <bdi class="strong clip">{title.to_owned()}</bdi><span class="muted small clip">{sub.to_owned()}</span>
            </button>
            if let Some(to) = above.filter(|_| is_open) {
                <IconButton icon={Icon::Up} label={(text.move_up)(title)} class="btn-small" onpress={edit(Edit::Move { path, to })} />
            }
            <IconButton icon={Icon::Cross} label={(text.remove)(title)} class="btn-small" onpress={remove} />
        </div>
    }
}

/// The fields that are always shown, by the names on the way to them.
fn in_front(list: &str) -> &'static [&'static str] {
    match list {
        "parties" => &["book.cut_off", "book.boundary"],
        "accounts" => &["opening"],
        "fee_plans" => &["rate"],
        "settlement_rules" => &["cycle", "pays_at"],
        "contracts" => &["splits.rate"],
        "agreements" => &["rate", "pays_at", "on_refund"],
        "payments" => &["at", "lines.amount"],
        "refunds" => &["at", "amount"],
        "outflows" => &["at", "amount", "purpose"],
        "traffic" => &["per_day", "amount.from", "amount.to"],
        "calendars" => &["holidays"],
        _ => &[],
    }
}

fn front<'f>(list: &str, fields: &'f [Field]) -> Vec<&'f Field> {
    let mut found = Vec::new();
    for way in in_front(list) {
        follow(fields, way, &mut found);
    }
    found
}

fn follow<'f>(fields: &'f [Field], way: &str, found: &mut Vec<&'f Field>) {
    let (name, rest) = way.split_once('.').unwrap_or((way, ""));
    let Some(field) = fields.iter().find(|field| field.name == name) else {
        return;
    };
    match &field.holds {
        Holds::Object(Some(inner)) => follow(inner, rest, found),
        Holds::Entries { entries, .. } => {
            for entry in entries {
                follow(&entry.fields, rest, found);
            }
        }
        Holds::Object(None) => {}
        _ => found.push(field),
    }
}
