//! A lane diagram as inline SVG: boxes, lines and words where the scene says, amounts as told.
//!
//! Knows pixels and strings only. The drawing fits its frame until someone zooms.

use daycut::facade::lanes::{EdgePath, LaneBox, NodeBox, Rect, Scene, TextLine, fit, text_width};
use daycut::facade::view::Severity;
use web_sys::Element;
use yew::prelude::*;

use crate::ui::shared::Shared;
use crate::ui::widgets::chip::{grave_class, grave_path};

/// What an account's box says now.
#[derive(Clone, PartialEq, Debug)]
pub struct NodeWords {
    /// Amounts of its rows, and whether each is zero.
    pub values: Vec<(String, bool)>,
    /// Whether a press chooses it.
    pub selectable: bool,
    /// The gravest that is suspected of it, and in words.
    pub mark: Option<(Severity, String)>,
    /// A figure that hangs below the box.
    pub clock: Option<String>,
}

/// What an edge says now.
#[derive(Clone, PartialEq, Debug)]
pub struct EdgeWords {
    /// The words in its pill.
    pub label: String,
    /// Whether nothing has moved along it yet.
    pub unused: bool,
    /// Whether it only joins two accounts that should agree.
    pub mirror: bool,
    /// Whether the last event moved money along it.
    pub active: bool,
    /// The gravest that is suspected of it; its words say so too.
    pub mark: Option<Severity>,
    /// Whether it is part of what somebody looks at, and how grave that is.
    pub lit: Option<Severity>,
}

/// The smallest per cent at which words can still be read.
const FIT_MIN: i32 = 63;
/// Font size of a clock.
const CLOCK_SIZE: i32 = 11;
/// How far the sign of what is suspected reaches out of its box.
const MARK: i32 = 9;
/// Room kept around a box that is scrolled into view.
const MARGIN: i32 = 16;

/// Font sizes of the amount that people look for.
const LARGE: [i32; 2] = [17, 15];

/// How large the drawing is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Zoom {
    /// As large as the frame allows, but legible.
    Fit,
    /// So many per cent.
    Percent(i32),
}

/// A lane diagram.
#[derive(Properties, PartialEq)]
pub struct DiagramProps {
    /// Where everything is.
    pub scene: Shared<Scene>,
    /// What the boxes say.
    pub nodes: Shared<Vec<NodeWords>>,
    /// What the edges say, by the edge's place in the model.
    pub edges: Shared<Vec<EdgeWords>>,
    /// The picture in one sentence.
    pub label: AttrValue,
    /// The chosen box.
    pub selected: Option<usize>,
    /// How large.
    pub zoom: Zoom,
    /// Name of the frame.
    pub name: AttrValue,
    /// Larger, smaller, or (`None`) as large as fits: the wheel with Ctrl, the keys + − 0.
    pub on_zoom: Callback<Option<bool>>,
    /// A box was chosen.
    pub on_select: Callback<usize>,
    /// The frame, so that its owner can measure it.
    pub frame: NodeRef,
}

/// A lane diagram.
#[component]
pub fn Diagram(props: &DiagramProps) -> Html {
    let scene = &props.scene;
    let onwheel = {
        let on_zoom = props.on_zoom.clone();
        Callback::from(move |event: WheelEvent| {
            if event.ctrl_key() || event.meta_key() {
                event.prevent_default();
                on_zoom.emit(Some(event.delta_y().is_sign_negative()));
            }
        })
    };
    let onkeydown = {
        let on_zoom = props.on_zoom.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let step = match event.key().as_str() {
                "+" | "=" => Some(true),
                "-" => Some(false),
                "0" => None,
                _ => return,
            };
            event.prevent_default();
            on_zoom.emit(step);
        })
    };
    {
        let (frame, scene) = (props.frame.clone(), props.scene.clone());
        use_effect_with((props.selected, props.zoom), move |(selected, zoom)| {
            let node = selected.and_then(|place| scene.nodes.get(place));
            if let (Some(node), Some(frame)) = (node, frame.cast::<Element>()) {
                show(&frame, &scene, node.area, *zoom);
            }
        });
    }
    let (class, size) = match props.zoom {
        Zoom::Fit => ("lanes is-fit", least_size(scene)),
        Zoom::Percent(percent) => ("lanes", exact_size(scene, percent)),
    };
    let chosen = |edge: &EdgePath| {
        props
            .selected
            .is_some_and(|node| node == edge.from || node == edge.to)
    };
    let (front, behind): (Vec<&EdgePath>, Vec<&EdgePath>) = scene.edges.iter().partition(|edge| {
        let said = props.edges.get(edge.edge);
        chosen(edge) || said.is_some_and(|words| words.active || words.lit.or(words.mark).is_some())
    });
    html! {
        <div class="lanes-frame" ref={props.frame.clone()} tabindex="0" role="group" aria-label={props.name.clone()} {onwheel} {onkeydown}>
            <svg {class} style={size} viewBox={format!("0 0 {} {}", scene.width, scene.height)}
                role="graphics-document" aria-label={props.label.clone()}>
                for (place, lane) in scene.lanes.iter().enumerate() {
                    {lane_strip(place, lane)}
                }
                for edge in behind.iter().chain(front.iter()) {
                    {edge_line(edge, props.edges.get(edge.edge), chosen(edge))}
                }
                for (place, node) in scene.nodes.iter().enumerate() {
                    {node_box(place, node, props)}
                }
                for edge in behind.iter().chain(front.iter()) {
                    {edge_pill(edge, props.edges.get(edge.edge), chosen(edge))}
                }
            </svg>
        </div>
    }
}

/// In the frame, but never so small that words cannot be read.
fn least_size(scene: &Scene) -> AttrValue {
    let share = |pixels: i32| pixels.saturating_mul(FIT_MIN).checked_div(100).unwrap_or(0);
    AttrValue::from(format!(
        "min-width:{}px;min-height:{}px;max-width:{}px;max-height:{}px",
        share(scene.width),
        share(scene.height),
        scene.width.saturating_mul(3).checked_div(2).unwrap_or(0),
        scene.height.saturating_mul(3).checked_div(2).unwrap_or(0),
    ))
}

fn exact_size(scene: &Scene, percent: i32) -> AttrValue {
    let share = |pixels: i32| pixels.saturating_mul(percent).checked_div(100).unwrap_or(0);
    AttrValue::from(format!(
        "width:{}px;height:{}px",
        share(scene.width),
        share(scene.height)
    ))
}

/// The per cent at which the drawing is shown when it fits a frame of this size.
pub fn fitted_percent(scene: &Scene, frame: &Element) -> i32 {
    let share = |room: i32, wanted: i32| {
        room.saturating_mul(100)
            .checked_div(wanted.max(1))
            .unwrap_or(100)
    };
    share(frame.client_width(), scene.width)
        .min(share(frame.client_height(), scene.height))
        .clamp(FIT_MIN, 150)
}

/// Scrolls the frame just so far that a box is in view.
fn show(frame: &Element, scene: &Scene, area: Rect, zoom: Zoom) {
    let percent = match zoom {
        Zoom::Fit => fitted_percent(scene, frame),
        Zoom::Percent(percent) => percent,
    };
    let share = |pixels: i32| pixels.saturating_mul(percent).checked_div(100).unwrap_or(0);
    let scrolled = |now: i32, view: i32, whole: i32, from: i32, size: i32| {
        let spare = view.saturating_sub(share(whole)).max(0);
        let from = share(from).saturating_add(spare.checked_div(2).unwrap_or(0));
        let last = from.saturating_add(share(size)).saturating_add(MARGIN);
        let first = from.saturating_sub(MARGIN);
        if first < now {
            first
        } else {
            now.max(last.saturating_sub(view))
        }
    };
    frame.set_scroll_left(scrolled(
        frame.scroll_left(),
        frame.client_width(),
        scene.width,
        area.x,
        area.width,
    ));
    frame.set_scroll_top(scrolled(
        frame.scroll_top(),
        frame.client_height(),
        scene.height,
        area.y,
        area.height,
    ));
}

fn lane_strip(place: usize, lane: &LaneBox) -> Html {
    let class = if place.is_multiple_of(2) {
        "lane"
    } else {
        "lane is-alt"
    };
    let area = lane.area;
    html! {
        <g key={format!("lane{place}")}>
            <rect {class} x="-4000" y={px(area.y)} width="12000" height={px(area.height)} />
            {words(&lane.title, &lane.title.text, "lane-title")}
            {words(&lane.subtitle, &lane.subtitle.text, "lane-subtitle")}
        </g>
    }
}

fn node_box(place: usize, node: &NodeBox, props: &DiagramProps) -> Html {
    let said = props.nodes.get(place);
    let selected = props.selected == Some(place);
    let empty = said.is_some_and(|said| said.values.first().is_some_and(|(_, zero)| *zero));
    let area = node.area;
    let inside = html! {<>
        <rect class="node-box" x={px(area.x)} y={px(area.y)} width={px(area.width)} height={px(area.height)} rx="6" />
        {words(&node.title, &node.title.text, "node-title")}
        if let Some(chip) = &node.chip {
            <rect class="node-chip" x={px(chip.area.x)} y={px(chip.area.y)} width={px(chip.area.width)} height={px(chip.area.height)} rx="8" />
            {words(&chip.line, &chip.line.text, "node-chip-text")}
        }
        for (row, line) in node.rows.iter().enumerate() {
            {words(&line.label, &line.label.text, "node-row")}
            {value(row, &line.value, &line.label, said)}
        }
        {mark(area, said)}
        {clock(area, said)}
    </>};
    if !said.is_some_and(|said| said.selectable) {
        let class = classes!("node", empty.then_some("is-empty"));
        return html! {
            <g key={format!("node{place}")} {class}>{inside}</g>
        };
    }
    let choose = props.on_select.reform(move |()| place);
    let onclick = choose.reform(|_: MouseEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            event.stop_propagation();
            choose.emit(());
        }
    });
    html! {
        <g key={format!("node{place}")} class={classes!("node", "is-choice", empty.then_some("is-empty"), selected.then_some("is-selected"))}
            data-grave={said.and_then(|said| said.mark.as_ref()).map(|(severity, _)| grave_class(*severity))}
            role="button" tabindex="0" aria-pressed={if selected { "true" } else { "false" }} {onclick} {onkeydown}>
            {inside}
        </g>
    }
}

/// The sign of what is suspected, on the corner of the box.
fn mark(area: Rect, said: Option<&NodeWords>) -> Html {
    let Some((severity, words)) = said.and_then(|said| said.mark.as_ref()) else {
        return Html::default();
    };
    let x = area.x.saturating_add(area.width).saturating_sub(MARK);
    let y = area.y.saturating_sub(MARK);
    html! {
        <g class={classes!("node-mark", grave_class(*severity))} role="img" aria-label={words.clone()} transform={format!("translate({x} {y})")}>
            <title>{words.clone()}</title>
            <rect class="node-mark-ground" x="-2" y="-2" width="18" height="18" rx="9" />
            <path class="grave-shape" d={grave_path(*severity)} />
        </g>
    }
}

/// A figure in a pill that hangs on the lower border of the box, with the hands of a clock before it.
fn clock(area: Rect, said: Option<&NodeWords>) -> Html {
    let Some(words) = said.and_then(|said| said.clock.as_ref()) else {
        return Html::default();
    };
    let width = text_width(words, CLOCK_SIZE).saturating_add(28);
    let x = area
        .x
        .saturating_add(area.width)
        .saturating_sub(width)
        .saturating_sub(8);
    let y = area.y.saturating_add(area.height).saturating_sub(5);
    html! {
        <g class="node-clock" transform={format!("translate({x} {y})")}>
            <rect x="0" y="0" width={px(width)} height="17" rx="8" />
            <path d="M10 3.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM10 5.5v3l2 1.5" />
            <text x="20" y="12.5" font-size={px(CLOCK_SIZE)}>{words.clone()}</text>
        </g>
    }
}

/// An amount; the first row's is larger where there is room, because it is what people look for.
fn value(row: usize, line: &TextLine, label: &TextLine, said: Option<&NodeWords>) -> Html {
    let Some((amount, zero)) = said.and_then(|said| said.values.get(row)) else {
        return Html::default();
    };
    let class = match (row, zero) {
        (_, true) => "node-value is-zero",
        (0, false) => "node-value",
        (_, false) => "node-value is-second",
    };
    let label_end = label.x.saturating_add(text_width(&label.text, label.size));
    let room = line.x.saturating_sub(label_end).saturating_sub(6);
    let size = LARGE
        .into_iter()
        .find(|size| row == 0 && !zero && text_width(amount, *size) <= room)
        .unwrap_or(line.size);
    words(
        &TextLine {
            size,
            ..line.clone()
        },
        amount,
        class,
    )
}

fn edge_class(
    part: &'static str,
    edge: &EdgePath,
    said: Option<&EdgeWords>,
    chosen: bool,
) -> Classes {
    classes!(
        part,
        edge.back.then_some("is-back"),
        said.is_some_and(|said| said.unused).then_some("is-unused"),
        said.is_some_and(|said| said.mirror).then_some("is-mirror"),
        said.is_some_and(|said| said.active).then_some("is-active"),
        chosen.then_some("is-chosen"),
        said.and_then(marked_class),
    )
}

/// What somebody looks at is drawn more strongly than what is only suspected.
fn marked_class(said: &EdgeWords) -> Option<Classes> {
    let lit = said.lit.map(|severity| ("is-lit", severity));
    let (class, severity) = lit.or(said.mark.map(|severity| ("is-marked", severity)))?;
    Some(classes!(class, grave_class(severity)))
}

fn edge_line(edge: &EdgePath, said: Option<&EdgeWords>, chosen: bool) -> Html {
    html! {
        <g key={format!("edge{}", edge.edge)} class={edge_class("edge", edge, said, chosen)} aria-hidden="true">
            <path class="edge-line" d={edge.svg_path()} />
            <polygon class="edge-head" points={edge.svg_head()} />
        </g>
    }
}

fn edge_pill(edge: &EdgePath, said: Option<&EdgeWords>, chosen: bool) -> Html {
    let (Some(label), Some(said)) = (&edge.label, said) else {
        return Html::default();
    };
    let text = fit(&said.label, label.line.size, label.line.room);
    let spare = label
        .line
        .room
        .saturating_sub(text_width(&text, label.line.size))
        .max(0);
    let narrower = label.area.width.saturating_sub(spare);
    let x = label
        .area
        .x
        .saturating_add(spare.checked_div(2).unwrap_or(0));
    html! {
        <g key={format!("pill{}", edge.edge)} class={edge_class("pill", edge, Some(said), chosen)}>
            <rect class="pill-box" x={px(x)} y={px(label.area.y)} width={px(narrower)} height={px(label.area.height)} rx="11" />
            {words(&label.line, &text, "pill-text")}
        </g>
    }
}

fn words(line: &TextLine, text: &str, class: &'static str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! {
        <text {class} x={px(line.x)} y={px(line.baseline)} font-size={px(line.size)}>{text.to_owned()}</text>
    }
}

fn px(pixels: i32) -> AttrValue {
    AttrValue::from(pixels.to_string())
}
