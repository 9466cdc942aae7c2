//! A long table of which only the rows in view exist; it knows rows by their place and asks for windows.
//!
//! Rows are equally high. Beyond what browsers can scroll, the scroll bar stands for a share of the
//! table instead of for pixels.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

/// Height of a row in pixels, as in the style sheet.
const ROW: i64 = 28;
/// Rows kept above the first visible one.
const ABOVE: u32 = 12;
/// Rows that exist at a time.
const EXISTING: u32 = 72;
/// Highest spacer that every browser can scroll.
const HEIGHT_MAX: i64 = 8_000_000;
/// Scrolling repaints after so many rows.
const CHUNK: i64 = 6;

/// A column.
#[derive(Clone, PartialEq)]
pub struct Column {
    /// Heading.
    pub title: AttrValue,
    /// Class of its cells.
    pub class: &'static str,
}

/// A row that has been fetched.
#[derive(Clone, PartialEq)]
pub struct RowView {
    /// One cell a column.
    pub cells: Vec<Html>,
    /// Whether it belongs to the present moment.
    pub now: bool,
}

/// A long table.
#[derive(Properties, PartialEq)]
pub struct VirtualTableProps {
    /// Prefix of ids.
    pub id: &'static str,
    /// Name of the table.
    pub label: AttrValue,
    /// Class that gives the columns their widths.
    pub class: &'static str,
    /// Columns.
    pub columns: Rc<[Column]>,
    /// Number of rows in the whole table.
    pub total: u32,
    /// A row by its place, if it is here.
    pub row: Callback<u32, Option<RowView>>,
    /// Row to bring into view, and for which occasion; once for each occasion.
    #[prop_or_default]
    pub shown: Option<(u32, u32)>,
    /// Rows that are wanted: first, number.
    pub on_range: Callback<(u32, u32)>,
    /// A row was chosen by click or Enter.
    pub on_activate: Callback<u32>,
}

/// Where the table is scrolled to.
#[derive(Clone, Copy, PartialEq)]
struct Frame {
    first: u32,
    offset: i64,
}

/// A long table.
#[component]
pub fn VirtualTable(props: &VirtualTableProps) -> Html {
    let scroller = use_node_ref();
    let top = use_state_eq(|| settled(first_top(props.shown, props.total), props.total));
    let marked = use_state_eq(|| None::<u32>);
    let frame = frame(*top, props.total);
    let last = frame.first.saturating_add(EXISTING).min(props.total);
    let range = (frame.first, last.saturating_sub(frame.first));

    {
        // Asked only when the range changes: rows that arrive meanwhile may be meant for another one.
        let on_range = props.on_range.clone();
        use_effect_with(range, move |range| on_range.emit(*range));
    }
    {
        let (scroller, top) = (scroller.clone(), top.clone());
        let met = use_mut_ref(|| None::<u32>);
        use_effect_with((props.shown, props.total), move |(shown, total)| {
            if let Some((row, occasion)) = *shown
                && met.replace(Some(occasion)) != Some(occasion)
                && let Some(scrolled) = bring_into_view(&scroller, row, *total, true)
            {
                top.set(settled(scrolled, *total));
            }
        });
    }
    let onscroll = {
        let top = top.clone();
        let scroller = scroller.clone();
        let total = props.total;
        Callback::from(move |_: Event| {
            if let Some(element) = scroller.cast::<HtmlElement>() {
                top.set(settled(i64::from(element.scroll_top()), total));
            }
        })
    };
    let onkeydown = key_handler(props, &scroller, &marked);
    let active = marked.filter(|row| (frame.first..last).contains(row));
    let height = format!("height:{}px", spacer(props.total));
    let shift = format!("transform:translateY({}px)", frame.offset);
    html! {
        <div ref={scroller} class={classes!("grid", props.class)} role="grid" tabindex="0" aria-label={props.label.clone()}
            aria-rowcount={props.total.saturating_add(1).to_string()} aria-colcount={props.columns.len().to_string()}
            aria-activedescendant={active.map(|row| row_id(props.id, row))} {onscroll} {onkeydown}>
            <div role="rowgroup" class="grid-head">
                <div role="row" class="grid-row" aria-rowindex="1">
                    for column in props.columns.iter() {
                        <div role="columnheader" class={column.class}>{&column.title}</div>
                    }
                </div>
            </div>
            <div role="rowgroup" class="grid-space" style={height}>
                <div role="presentation" class="grid-block" style={shift}>
                    for row in frame.first..last {
                        {line(props, row, *marked == Some(row))}
                    }
                </div>
            </div>
        </div>
    }
}

fn line(props: &VirtualTableProps, row: u32, marked: bool) -> Html {
    let view = props.row.emit(row);
    let onclick = props.on_activate.reform(move |_: MouseEvent| row);
    let now = view.as_ref().is_some_and(|view| view.now);
    let class = classes!(
        "grid-row",
        now.then_some("is-now"),
        marked.then_some("is-marked")
    );
    html! {
        <div role="row" key={row} id={row_id(props.id, row)} {class} {onclick}
            aria-rowindex={row.saturating_add(2).to_string()} aria-selected={if now { "true" } else { "false" }}>
            if let Some(view) = view {
                for (column, cell) in props.columns.iter().zip(view.cells) {
                    <div role="gridcell" class={column.class}>{cell}</div>
                }
            } else {
                for column in props.columns.iter() {
                    <div role="gridcell" class={column.class}><span class="grid-wait"></span></div>
                }
            }
        </div>
    }
}

fn row_id(prefix: &str, row: u32) -> AttrValue {
    AttrValue::from(format!("{prefix}-row-{row}"))
}

fn key_handler(
    props: &VirtualTableProps,
    scroller: &NodeRef,
    marked: &UseStateHandle<Option<u32>>,
) -> Callback<KeyboardEvent> {
    let (total, shown) = (props.total, props.shown);
    let on_activate = props.on_activate.clone();
    let (scroller, marked) = (scroller.clone(), marked.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(last) = total.checked_sub(1) else {
            return;
        };
        let now = marked.or(shown.map(|(row, _)| row));
        let next = match (event.key().as_str(), now) {
            ("ArrowDown", Some(row)) => row.saturating_add(1).min(last),
            ("ArrowUp", Some(row)) => row.saturating_sub(1),
            ("PageDown", Some(row)) => row.saturating_add(10).min(last),
            ("PageUp", Some(row)) => row.saturating_sub(10),
            ("ArrowDown" | "ArrowUp" | "PageDown" | "PageUp" | "Home", _) => 0,
            ("End", _) => last,
            ("Enter", Some(row)) => {
                event.prevent_default();
                on_activate.emit(row);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        marked.set(Some(next));
        // The scroll event that follows repaints.
        let _ = bring_into_view(&scroller, next, total, false);
    })
}

/// Height of the whole table, and of the spacer that stands for it.
fn full(total: u32) -> i64 {
    i64::from(total).saturating_mul(ROW)
}

fn spacer(total: u32) -> i64 {
    full(total).min(HEIGHT_MAX)
}

/// A scroll position that repaints only every few rows, unless the scroll bar is shared out.
fn settled(top: i64, total: u32) -> i64 {
    let chunk = CHUNK.saturating_mul(ROW);
    if full(total) > HEIGHT_MAX {
        top
    } else {
        top.saturating_sub(top.checked_rem(chunk).unwrap_or(0))
    }
}

/// The first existing row at a scroll position, and where its top lies.
fn frame(top: i64, total: u32) -> Frame {
    let logical = top
        .saturating_mul(full(total))
        .checked_div(spacer(total).max(1))
        .unwrap_or(0);
    let visible = logical.checked_div(ROW).unwrap_or(0);
    let first = u32::try_from(visible)
        .unwrap_or(0)
        .min(total)
        .saturating_sub(ABOVE);
    let offset = i64::from(first)
        .saturating_mul(ROW)
        .saturating_sub(logical)
        .saturating_add(top);
    Frame { first, offset }
}

/// Where a table that opens on a row is scrolled to, before it can be measured.
fn first_top(shown: Option<(u32, u32)>, total: u32) -> i64 {
    let row = i64::from(shown.map_or(0, |(row, _)| row));
    share(row.saturating_mul(ROW), total)
}

/// The scroll position that stands for so many pixels of the whole table.
fn share(logical: i64, total: u32) -> i64 {
    i128::from(logical)
        .saturating_mul(i128::from(spacer(total)))
        .checked_div(i128::from(full(total).max(1)))
        .and_then(|position| i64::try_from(position).ok())
        .unwrap_or(0)
}

/// Scrolls so that a row is seen: in the middle, or just so far that it is in view. Says where to.
fn bring_into_view(scroller: &NodeRef, row: u32, total: u32, middle: bool) -> Option<i64> {
    let element = scroller.cast::<HtmlElement>()?;
    let view = i64::from(element.client_height()).saturating_sub(ROW);
    let above = share(i64::from(row).saturating_mul(ROW), total);
    let now = i64::from(element.scroll_top());
    let room = view.saturating_sub(ROW).max(0);
    let seen = above >= now && above <= now.saturating_add(room);
    if seen {
        return Some(now);
    }
    let wanted = if middle {
        above.saturating_sub(room.checked_div(2).unwrap_or(0))
    } else if above < now {
        above
    } else {
        above.saturating_sub(room)
    };
    element.set_scroll_top(i32::try_from(wanted.max(0)).unwrap_or(i32::MAX));
    Some(i64::from(element.scroll_top()))
}
