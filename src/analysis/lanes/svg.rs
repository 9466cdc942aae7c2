//! The picture as a stand-alone SVG file: for the command line, for reports and for sending on.
//!
//! Colours are CSS variables with a light default, because projectors and paper are light;
//! colour is never the only sign: what goes back is dashed, a risk has a thick dashed border.

mod xml;

use std::fmt::Write as _;

use super::scene::{EdgePath, LaneBox, NodeBox, Scene, TextLine};
use super::text_width::{fit, fit_with_amount};
pub(in crate::analysis) use xml::escape;

/// What is written into the picture at one moment, and how it is stressed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ink {
    /// Name of the whole picture, written above it if not empty.
    pub title: String,
    /// For each node of the scene; missing ones show the sketch's widest amounts.
    pub nodes: Vec<NodeInk>,
    /// For each edge of the sketch; missing ones show the sketch's widest label.
    pub edges: Vec<EdgeInk>,
}

/// What an account shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeInk {
    /// How it is stressed.
    pub tone: Tone,
    /// One amount for each row.
    pub values: Vec<String>,
}

/// What an edge shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EdgeInk {
    /// How it is stressed.
    pub tone: Tone,
    /// Its label.
    pub label: String,
}

/// How something is stressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Not at all.
    #[default]
    Plain,
    /// A serious risk: red, thick, the account's border dashed, an octagon at its corner.
    Risk,
    /// A lesser one: amber, the account's border dashed, an octagon at its corner.
    Warned,
    /// Stands back, e.g. because nothing has happened there yet.
    Faint,
}

/// Height of the strip with the picture's name.
const TITLE_STRIP: i32 = 44;

/// How the picture looks; it stands in every picture, or once in a document with pictures in it.
pub(in crate::analysis) const STYLE: &str = "\
.dc-svg{font-family:-apple-system,\"PingFang SC\",\"HarmonyOS Sans SC\",MiSans,\"Microsoft YaHei\",\
\"Noto Sans CJK SC\",\"WenQuanYi Micro Hei\",sans-serif;font-variant-numeric:tabular-nums}
.dc-svg text{fill:#1f2328;fill:var(--dc-ink,#1f2328)}
.dc-svg .dc-second{fill:#59636e;fill:var(--dc-second,#59636e)}
.dc-svg .dc-strong{font-weight:600}
.dc-paper,.dc-lane{fill:#fff;fill:var(--dc-paper,#fff)}
.dc-lane-odd{fill:#f6f8fa;fill:var(--dc-lane,#f6f8fa)}
.dc-rule{stroke:#d1d9e0;stroke:var(--dc-rule,#d1d9e0)}
.dc-node>rect{fill:#fff;fill:var(--dc-paper,#fff);stroke:#c3ccd6;stroke:var(--dc-border,#c3ccd6)}
.dc-node .dc-chip{fill:#eef1f5;fill:var(--dc-chip,#eef1f5);stroke:none}
.dc-edge>path{fill:none;stroke-width:1.75;stroke-linejoin:round}
.dc-edge>rect{fill:#fff;fill:var(--dc-paper,#fff);stroke-width:1.25}
.dc-edge>path,.dc-edge>rect{stroke:#0072b2;stroke:var(--dc-way,#0072b2)}
.dc-edge>polygon,.dc-svg .dc-edge>text{fill:#0072b2;fill:var(--dc-way,#0072b2)}
.dc-back>path{stroke-dasharray:6 4}
.dc-back>path,.dc-back>rect{stroke:#7a5b00;stroke:var(--dc-back,#7a5b00)}
.dc-back>polygon,.dc-svg .dc-back>text{fill:#7a5b00;fill:var(--dc-back,#7a5b00)}
.dc-edge.dc-risk>path{stroke-width:2.5}
.dc-edge.dc-risk>path,.dc-edge.dc-risk>rect{stroke:#a0003c;stroke:var(--dc-risk,#a0003c)}
.dc-edge.dc-risk>polygon,.dc-svg .dc-edge.dc-risk>text{fill:#a0003c;fill:var(--dc-risk,#a0003c)}
.dc-node.dc-risk>rect:first-child{stroke:#a0003c;stroke:var(--dc-risk,#a0003c);stroke-width:2.4;\
stroke-dasharray:6 3}
.dc-edge.dc-warned>path{stroke-width:2.25}
.dc-edge.dc-warned>path,.dc-edge.dc-warned>rect{stroke:#9a4d00;stroke:var(--dc-warned,#9a4d00)}
.dc-edge.dc-warned>polygon,.dc-svg .dc-edge.dc-warned>text{fill:#9a4d00;fill:var(--dc-warned,#9a4d00)}
.dc-node.dc-warned>rect:first-child{stroke:#9a4d00;stroke:var(--dc-warned,#9a4d00);stroke-width:2;\
stroke-dasharray:6 3}
.dc-mark{fill:#9a4d00;fill:var(--dc-warned,#9a4d00)}
.dc-risk>.dc-mark{fill:#a0003c;fill:var(--dc-risk,#a0003c)}
.dc-svg .dc-bang{fill:#fff;fill:var(--dc-paper,#fff);font-weight:700}
.dc-faint>path,.dc-faint>polygon,.dc-faint>text{opacity:.5}
.dc-faint>rect{stroke-opacity:.5}
";

/// The scene as an SVG file.
#[must_use]
pub fn svg(scene: &Scene, ink: &Ink) -> String {
    drawn(scene, ink, &format!("<style>{STYLE}</style>\n"))
}

/// The scene as a part of a document that has the style already.
#[must_use]
pub fn inside(scene: &Scene, ink: &Ink) -> String {
    drawn(scene, ink, "")
}

fn drawn(scene: &Scene, ink: &Ink, style: &str) -> String {
    let strip = if ink.title.is_empty() { 0 } else { TITLE_STRIP };
    let (width, height) = (scene.width, scene.height + strip);
    let mut out = String::new();
    let name = escape(&ink.title);
    put(
        &mut out,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dc-svg\" role=\"img\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n"
        ),
    );
    put(&mut out, format_args!("<title>{name}</title>\n{style}"));
    put(
        &mut out,
        format_args!("<rect class=\"dc-paper\" width=\"{width}\" height=\"{height}\"/>\n"),
    );
    if strip > 0 {
        put(
            &mut out,
            format_args!(
                "<text class=\"dc-strong\" x=\"16\" y=\"28\" font-size=\"16\">{name}</text>\n\
             <g transform=\"translate(0 {strip})\">\n"
            ),
        );
    }
    for (index, lane) in scene.lanes.iter().enumerate() {
        draw_lane(&mut out, lane, index % 2 == 0);
    }
    for edge in &scene.edges {
        draw_edge(&mut out, edge, ink.edges.get(edge.edge));
    }
    for (index, node) in scene.nodes.iter().enumerate() {
        draw_node(&mut out, node, ink.nodes.get(index));
    }
    // Labels lie above all lines.
    for edge in &scene.edges {
        draw_label(&mut out, edge, ink.edges.get(edge.edge));
    }
    if strip > 0 {
        out.push_str("</g>\n");
    }
    out.push_str("</svg>\n");
    out
}

fn draw_lane(out: &mut String, lane: &LaneBox, is_odd: bool) {
    let area = lane.area;
    let class = if is_odd { "dc-lane-odd" } else { "dc-lane" };
    put(
        out,
        format_args!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n\
         <path class=\"dc-rule\" d=\"M{} {}h{}\"/>\n",
            area.x, area.y, area.width, area.height, area.x, area.y, area.width
        ),
    );
    draw_text(out, &lane.title, "dc-strong", "start");
    draw_text(out, &lane.subtitle, "dc-second", "start");
}

fn edge_class(edge: &EdgePath, tone: Tone) -> String {
    let back = if edge.back { " dc-back" } else { "" };
    format!("dc-edge{back}{}", tone_class(tone))
}

fn draw_edge(out: &mut String, edge: &EdgePath, ink: Option<&EdgeInk>) {
    let class = edge_class(edge, ink.map(|ink| ink.tone).unwrap_or_default());
    put(
        out,
        format_args!(
            "<g class=\"{class}\"><path d=\"{}\"/><polygon points=\"{}\"/></g>\n",
            edge.svg_path(),
            edge.svg_head()
        ),
    );
}

fn draw_label(out: &mut String, edge: &EdgePath, ink: Option<&EdgeInk>) {
    let Some(label) = &edge.label else { return };
    let class = edge_class(edge, ink.map(|ink| ink.tone).unwrap_or_default());
    let (area, mut line) = (label.area, label.line.clone());
    if let Some(ink) = ink {
        line.text = fit_with_amount(&ink.label, line.size, line.room);
    }
    put(
        out,
        format_args!(
            "<g class=\"{class}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>",
            area.x,
            area.y,
            area.width,
            area.height,
            area.height / 2
        ),
    );
    draw_text(out, &line, "", "middle");
    out.push_str("</g>\n");
}

fn draw_node(out: &mut String, node: &NodeBox, ink: Option<&NodeInk>) {
    let area = node.area;
    let tone = ink.map(|ink| ink.tone).unwrap_or_default();
    put(
        out,
        format_args!(
            "<g class=\"dc-node{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\"/>\n",
            tone_class(tone),
            area.x,
            area.y,
            area.width,
            area.height
        ),
    );
    if matches!(tone, Tone::Risk | Tone::Warned) {
        draw_mark(out, node);
    }
    draw_text(out, &node.title, "dc-strong", "start");
    if let Some(chip) = &node.chip {
        let tag = chip.area;
        put(
            out,
            format_args!(
                "<rect class=\"dc-chip\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>\n",
                tag.x,
                tag.y,
                tag.width,
                tag.height,
                tag.height / 2
            ),
        );
        draw_text(out, &chip.line, "dc-second", "start");
    }
    for (index, row) in node.rows.iter().enumerate() {
        // The first balance is the one that counts now; the others stand back.
        let class = if index == 0 { "" } else { "dc-second" };
        draw_text(out, &row.label, "dc-second", "start");
        let mut value = row.value.clone();
        if let Some(text) = ink.and_then(|ink| ink.values.get(index)) {
            value.text = fit(text, value.size, value.room);
        }
        draw_text(out, &value, class, "end");
    }
    out.push_str("</g>\n");
}

/// An octagon with a bang, for those who do not see the colour.
fn draw_mark(out: &mut String, node: &NodeBox) {
    let points = node.svg_mark();
    let (x, baseline) = (node.area.x, node.area.y + 4);
    put(
        out,
        format_args!(
            "<polygon class=\"dc-mark\" points=\"{points}\"/>\n\
         <text class=\"dc-bang\" x=\"{x}\" y=\"{baseline}\" font-size=\"11\" text-anchor=\"middle\">!</text>\n"
        ),
    );
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Risk => " dc-risk",
        Tone::Warned => " dc-warned",
        Tone::Faint => " dc-faint",
    }
}

fn draw_text(out: &mut String, line: &TextLine, class: &str, anchor: &str) {
    if line.text.is_empty() {
        return;
    }
    let text = escape(&line.text);
    let class = if class.is_empty() {
        String::new()
    } else {
        format!(" class=\"{class}\"")
    };
    let anchor = if anchor == "start" {
        String::new()
    } else {
        format!(" text-anchor=\"{anchor}\"")
    };
    put(
        out,
        format_args!(
            "<text{class} x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}>{text}</text>\n",
            line.x, line.baseline, line.size
        ),
    );
}

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(words);
}
