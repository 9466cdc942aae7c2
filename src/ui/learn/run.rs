//! The run of a lesson: the same picture and the same time axis as in the sandbox.

use daycut::facade::lanes::Shape;
use daycut::facade::{self, WallClock};
use yew::prelude::*;

use crate::ui::facts::Msg;
use crate::ui::model::Model;
use crate::ui::panels::lanes::LanesPanel;
use crate::ui::panels::timeline::TimelinePanel;
use crate::ui::results::Results;
use crate::ui::shared::Shared;
use crate::ui::store::use_dispatch;

/// The run of a lesson.
#[derive(Properties, PartialEq)]
pub struct LessonRunProps {
    /// Where one looks.
    pub model: Shared<Model>,
    /// What the engine told.
    pub results: Results,
    /// Whether the picture is drawn for a narrow screen.
    pub phone: bool,
    /// Goes to the last event at or before a moment.
    pub on_seek_moment: Callback<WallClock>,
}

/// The run of a lesson.
#[component]
pub fn LessonRun(props: &LessonRunProps) -> Html {
    let dispatch = use_dispatch();
    let (model, results) = (&props.model, &props.results);
    let (lang, told) = (model.lang, &results.told);
    let shape = if props.phone {
        Shape::Tall
    } else {
        Shape::Wide
    };
    let scene = use_memo(
        (told.lanes.clone(), told.summary.clone(), lang, shape),
        |(lanes, summary, lang, shape)| facade::lane_scene(lanes, summary, *lang, *shape),
    );
    let stale = model.is_stale().then_some("stale");
    html! {
        <section class={classes!("lesson-run", stale)} aria-label={lang.learn().run}>
            <div class="lesson-picture">
                <LanesPanel {lang} summary={told.summary.clone()} model={told.lanes.clone()} scene={Shared(scene)}
                    amounts={told.moment.amounts.clone()} selected={model.selected} risks={results.risks.clone()} lit={model.lit}
                    clocks={results.clocks.as_ref().map(|(_, clocks)| clocks.clone())}
                    on_view={dispatch.reform(Msg::ViewPicked)} on_select={dispatch.reform(Msg::AccountChosen)} />
            </div>
            <TimelinePanel {lang} summary={told.summary.clone()} timeline={told.timeline.clone()} snapshot={told.moment.snapshot.clone()}
                happened={told.moment.happened.clone()} series={results.series.clone()} event={model.cursor}
                playing={model.playing} speed={model.speed} on_seek={dispatch.reform(Msg::CursorMoved)}
                on_seek_moment={props.on_seek_moment.clone()} on_play={dispatch.reform(Msg::PlayToggled)} on_speed={dispatch.reform(Msg::SpeedPicked)} />
        </section>
    }
}
