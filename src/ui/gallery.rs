//! The gallery: scenarios sorted by the question they answer, and the visitor's own.

use daycut::facade::{self, GalleryGroup, GalleryItem, Lang, Scenario};
use yew::prelude::*;

use super::effects::opening::{self, BLANK_ITEM};
use super::facts::{Aside, Msg, SavedWork};
use super::import::file_button;
use super::model::Model;
use super::store::{use_dispatch, use_model};
use super::widgets::icon::{Drawn, Icon, IconButton};

/// The gallery.
#[component]
pub fn GalleryPage() -> Html {
    let (model, dispatch) = (use_model(), use_dispatch());
    let text = model.lang.text().gallery;
    let items = use_memo((), |()| readable());
    html! {
        <main class="page" id="main" tabindex="-1">
            <div class="gallery-head">
                <div class="stack">
                    <h1>{text.heading}</h1>
                    <p class="muted gallery-intro">{text.intro}{" "}{text.private}</p>
                </div>
                <span class="row gallery-starts">
                    <a class="btn btn-primary" href="#/learn" title={text.learn_hint}>{text.learn}</a>
                    <a class="btn" href={format!("#/play/{BLANK_ITEM}")} title={text.blank_hint}><Drawn icon={Icon::Plus} />{text.blank}</a>
                    {file_button(model.lang, &dispatch)}
                </span>
            </div>
            {own_works(&model, &dispatch)}
            <div class="gallery-groups">
                for group in groups(&items) {
                    {section(model.lang, group, &items, &dispatch)}
                }
            </div>
        </main>
    }
}

/// Every item whose document can be read; a gallery that ships unreadable items fails its own tests.
fn readable() -> Vec<(&'static GalleryItem, Scenario)> {
    let opened = |item: &'static GalleryItem| Some((item, facade::open_text(item.text).ok()?));
    facade::gallery().iter().filter_map(opened).collect()
}

/// The questions in the order of the gallery.
fn groups(items: &[(&'static GalleryItem, Scenario)]) -> Vec<GalleryGroup> {
    let mut groups: Vec<GalleryGroup> = Vec::new();
    for (item, _) in items {
        if !groups.contains(&item.group) {
            groups.push(item.group);
        }
    }
    groups
}

/// Works that are listed at once; the others are a press away.
const WORKS_SHOWN: usize = 6;

/// The visitor's own, how much room they take, and what of them cannot be read.
fn own_works(model: &Model, dispatch: &Callback<Msg>) -> Html {
    let (lang, text, shelf) = (model.lang, model.lang.text().gallery, &model.shelf);
    if shelf.works.is_empty() && shelf.aside.is_empty() {
        return Html::default();
    }
    let (first, more) = shelf.works.split_at(shelf.works.len().min(WORKS_SHOWN));
    let room = shelf
        .room
        .map(|(used, allowed)| (text.room)(&(text.size)(used), &(text.size)(allowed)));
    html! {
        <section class="gallery-group" aria-labelledby="own-heading">
            <h2 id="own-heading">{text.own_work}</h2>
            <ul class="works">
                for (place, work) in first.iter().enumerate() {
                    {own(lang, work, place == 0, dispatch)}
                }
                for aside in shelf.aside.iter() {
                    {unreadable(lang, aside, dispatch)}
                }
            </ul>
            if !more.is_empty() {
                <details class="works-more">
                    <summary>{(text.more_works)(more.len())}</summary>
                    <ul class="works">
                        for work in more { {own(lang, work, false, dispatch)} }
                    </ul>
                </details>
            }
            if shelf.is_small {
                <p class="small">{text.small_room}</p>
            } else if let Some(room) = room {
                <p class="muted small">{room}</p>
            }
        </section>
    }
}

/// Something that cannot be read: to be taken home, or deleted by the visitor and nobody else.
fn unreadable(lang: Lang, aside: &Aside, dispatch: &Callback<Msg>) -> Html {
    let text = lang.text();
    let said = if aside.is_newer {
        text.gallery.newer
    } else {
        text.gallery.damaged
    };
    let take = {
        let aside = aside.clone();
        Callback::from(move |_: MouseEvent| opening::take_home(&aside))
    };
    let forget = {
        let (aside, dispatch) = (aside.clone(), dispatch.clone());
        Callback::from(move |()| opening::forget_aside(&aside, &dispatch))
    };
    html! {
        <li class="work work-aside" key={aside.key.to_string()}>
            <span class="grow">{said}</span>
            <IconButton icon={Icon::Cross} label={text.gallery.forget_aside} onpress={forget} />
            <button type="button" class="btn" onclick={take}>{text.frame.take_raw}</button>
        </li>
    }
}

fn own(lang: Lang, work: &SavedWork, newest: bool, dispatch: &Callback<Msg>) -> Html {
    let text = lang.text();
    let title = match lang {
        Lang::ZhCn => &work.title.0,
        Lang::En => &work.title.1,
    };
    let open = {
        let (id, dispatch) = (work.id.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| opening::open_saved(&id, &dispatch))
    };
    let forget = {
        let (id, dispatch) = (work.id.clone(), dispatch.clone());
        Callback::from(move |()| opening::forget(&id, &dispatch))
    };
    let word = if newest {
        text.gallery.resume
    } else {
        text.gallery.open
    };
    let style = newest.then_some("btn-primary");
    let bytes = u64::try_from(work.bytes).unwrap_or(u64::MAX);
    html! {
        <li class="work" key={work.id.to_string()}>
            <span class="grow clip"><bdi class="strong">{title.to_string()}</bdi>{" "}<span class="muted small nowrap">{work.at.to_string()}{" · "}{(text.gallery.size)(bytes)}</span></span>
            <IconButton icon={Icon::Cross} label={(text.model_panel.remove)(title)} onpress={forget} />
            <button type="button" class={classes!("btn", style)} onclick={open}>{word}</button>
        </li>
    }
}

fn section(
    lang: Lang,
    group: GalleryGroup,
    items: &[(&'static GalleryItem, Scenario)],
    dispatch: &Callback<Msg>,
) -> Html {
    let text = lang.text().gallery;
    let (heading, id) = match group {
        GalleryGroup::DayCut => (text.group_cut, "group-cut"),
        GalleryGroup::Settlement => (text.group_settlement, "group-settlement"),
        GalleryGroup::Split => (text.group_split, "group-split"),
        GalleryGroup::Clearing => (text.group_clearing, "group-clearing"),
        GalleryGroup::Bill => (text.group_bill, "group-bill"),
    };
    let members: Vec<_> = items
        .iter()
        .filter(|(item, _)| item.group == group)
        .collect();
    if members.is_empty() {
        return Html::default();
    }
    html! {
        <section class="gallery-group" aria-labelledby={id}>
            <h2 {id}>{heading}</h2>
            <ul class="cards">
                for (item, scenario) in members {
                    {card(lang, item.id, scenario, dispatch)}
                }
            </ul>
        </section>
    }
}

fn card(lang: Lang, id: &'static str, scenario: &Scenario, dispatch: &Callback<Msg>) -> Html {
    let text = lang.text().gallery;
    let story = scenario
        .story
        .as_ref()
        .map(|story| lang.of(story).to_owned());
    let drawn: u64 = scenario.traffic.iter().fold(0, |sum: u64, traffic| {
        sum.saturating_add(u64::from(traffic.per_day))
    });
    let mut facts = vec![(text.facts)(
        scenario.days,
        scenario.parties.len(),
        scenario.payments.len(),
    )];
    if drawn > 0 {
        facts.push((text.drawn)(drawn));
    }
    if !scenario.expectations.is_empty() {
        facts.push((text.expectations)(scenario.expectations.len()));
    }
    let copy = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| opening::copy_item(id, &dispatch))
    };
    html! {
        <li key={id} class="card gallery-card">
            <h3><a href={format!("#/play/{id}")}><bdi>{lang.of(&scenario.title)}</bdi></a></h3>
            <p class="gallery-story">{story}</p>
            <div class="row spread gallery-foot">
                <p class="muted small">{facts.join(" · ").replace(" ·", "\u{a0}·")}</p>
                <button type="button" class="btn btn-small gallery-copy" aria-label={(text.copy_of)(lang.of(&scenario.title))} onclick={copy}>{text.copy}</button>
            </div>
        </li>
    }
}
