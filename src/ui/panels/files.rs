//! The files of the run, each a press away, and the place where a file comes in.

use std::collections::BTreeMap;
use std::rc::Rc;

use daycut::facade::Lang;
use daycut::facade::view::{ExportOffer, Summary};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::ui::effects::files;
use crate::ui::facts::Msg;
use crate::ui::import::{file_button, look};
use crate::ui::shared::Shared;
use crate::ui::store::use_dispatch;
use crate::ui::widgets::icon::{Drawn, Icon};

/// Rows of the list; more are named by the command line.
const ROWS_MAX: usize = 300;

/// The files of the run.
#[derive(Properties, PartialEq)]
pub struct FilesPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// Changes with each run.
    pub run: u32,
}

/// Files of one kind and party: one, or one for each date.
struct Group(Vec<Rc<ExportOffer>>);

/// Which date of a group was chosen, by the group's key.
type Chosen = UseStateHandle<BTreeMap<String, usize>>;

/// The files of the run, and the place where a file comes in.
#[component]
pub fn FilesPanel(props: &FilesPanelProps) -> Html {
    let dispatch = use_dispatch();
    let groups = use_state(|| None::<Vec<Group>>);
    let chosen = use_state(BTreeMap::new);
    {
        let groups = groups.clone();
        use_effect_with(props.run, move |_| {
            files::list(Callback::from(move |offers| {
                groups.set(Some(grouped(offers)))
            }));
        });
    }
    let text = props.lang.text().files;
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            let dropped = event.data_transfer().and_then(|data| data.files());
            look(dropped.and_then(|files| files.get(0)), &dispatch);
        })
    };
    let report = {
        let (lang, dispatch) = (props.lang, dispatch.clone());
        Callback::from(move |_: MouseEvent| files::report(lang, dispatch.clone()))
    };
    let Some(groups) = groups.as_deref() else {
        return html! { <p class="empty" role="status">{text.waiting}</p> };
    };
    let more = groups.iter().skip(ROWS_MAX).map(|group| group.0.len());
    let more = more.fold(0, usize::saturating_add);
    html! {
        <div class="files" {ondragover} {ondrop}>
            <div class="files-import">
                {file_button(props.lang, &dispatch)}
                <span class="muted small grow">{text.import_hint}</span>
                <button type="button" class="btn btn-small" id="report-open" onclick={report}>{text.report}</button>
            </div>
            <div class="table-scroll" tabindex="0" role="region" aria-label={text.of_run}>
                <table class="table is-dense">
                    <caption>{text.of_run}<span class="muted small files-hint">{text.hint}</span></caption>
                    <thead><tr>
                        <th scope="col">{text.what}</th><th scope="col">{text.party}</th><th scope="col">{text.date}</th>
                        <th scope="col" class="files-name">{text.name}</th><th scope="col"><span class="visually-hidden">{text.download}</span></th>
                    </tr></thead>
                    <tbody>
                        for group in groups.iter().take(ROWS_MAX) {
                            {file_row(props, group, &chosen, &dispatch)}
                        }
                    </tbody>
                </table>
                if more > 0 { <p class="muted small">{(text.more)(more)}</p> }
            </div>
        </div>
    }
}

fn grouped(offers: Vec<ExportOffer>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for offer in offers {
        let same = |group: &&mut Group| {
            let first = group.0.first();
            first.is_some_and(|first| first.kind == offer.kind && first.party == offer.party)
        };
        // Offers of one kind and party stand together.
        match groups.last_mut().filter(same) {
            Some(group) => group.0.push(Rc::new(offer)),
            None => groups.push(Group(vec![Rc::new(offer)])),
        }
    }
    groups
}

fn key(group: &Group) -> String {
    let first = group.0.first();
    first.map_or_else(String::new, |offer| {
        format!("{} {}", offer.kind, offer.party)
    })
}

/// Whose file, by name: a sub-merchant behind its provider.
fn party(props: &FilesPanelProps, group: &Group) -> String {
    let of = group.0.first().map_or("", |offer| offer.party.as_str());
    let name = |id: &str| {
        let row = props.summary.parties.iter().find(|row| row.id == id);
        row.map_or_else(|| id.to_owned(), |row| props.lang.of(&row.name).to_owned())
    };
    let names: Vec<String> = of.split('/').map(name).collect();
    names.join(" / ")
}

fn file_row(
    props: &FilesPanelProps,
    group: &Group,
    chosen: &Chosen,
    dispatch: &Callback<Msg>,
) -> Html {
    let text = props.lang.text().files;
    let key = key(group);
    let place = chosen.get(&key).copied().unwrap_or_default();
    let Some(offer) = group.0.get(place).or(group.0.first()) else {
        return Html::default();
    };
    let onclick = {
        let (offer, dispatch) = (Rc::clone(offer), dispatch.clone());
        Callback::from(move |_: MouseEvent| files::download(Rc::clone(&offer), dispatch.clone()))
    };
    let what = (text.kind)(&offer.kind)
        .unwrap_or(offer.kind.as_str())
        .to_owned();
    let whole = offer.party.is_empty();
    let party = if whole {
        text.whole.to_owned()
    } else {
        party(props, group)
    };
    html! {
        <tr key={key.clone()} data-file={offer.file_name.clone()}>
            <td>{what}</td>
            <td class={classes!(whole.then_some("muted"))}><bdi>{party}</bdi></td>
            <td>{dates(text.date, &group.0, place, key, chosen)}</td>
            <td class="files-name mono small">{&offer.file_name}</td>
            <td>{download(text.download, &offer.file_name, onclick)}</td>
        </tr>
    }
}

/// The date, or a choice of dates.
fn dates(
    label: &'static str,
    offers: &[Rc<ExportOffer>],
    now: usize,
    key: String,
    chosen: &Chosen,
) -> Html {
    let date = |offer: &ExportOffer| offer.date.map(|date| date.to_string());
    if let [only] = offers {
        return html! { {date(only).unwrap_or_default()} };
    }
    let chosen = chosen.clone();
    let onchange = Callback::from(move |event: Event| {
        let field = event.target_dyn_into::<HtmlSelectElement>();
        let place = field.and_then(|field| field.value().parse().ok());
        let mut places = (*chosen).clone();
        places.insert(key.clone(), place.unwrap_or_default());
        chosen.set(places);
    });
    html! {
        <select class="select" aria-label={label} {onchange}>
            for (place, offer) in offers.iter().enumerate() {
                <option value={place.to_string()} selected={place == now}>{date(offer)}</option>
            }
        </select>
    }
}

fn download(word: &str, of: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="btn btn-small" aria-label={format!("{word} {of}")} {onclick}>
            <Drawn icon={Icon::Download} />{word}
        </button>
    }
}
