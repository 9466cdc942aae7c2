//! Small drawings for buttons; the button says the word.

use yew::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Icon {
    /// Back one change.
    Undo,
    /// On one change.
    Redo,
    /// Light.
    Sun,
    /// Dark.
    Moon,
    /// As the system says.
    Half,
    /// The forms at the side.
    SidePanel,
    /// A question mark.
    Help,
    /// Give away.
    Share,
    /// Take away.
    Cross,
    /// One more.
    Plus,
    /// Onto this machine.
    Download,
    /// Further up.
    Up,
    /// What was done before.
    History,
    /// To the one before.
    Before,
    /// To the next one.
    After,
    /// A screen that others see.
    Screen,
    /// Kept where it is.
    Pin,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Icon::Undo => "M6 2 2 6l4 4V7.2h4.2a2.4 2.4 0 1 1 0 4.8H6v1.6h4.2a4 4 0 1 0 0-8H6z",
            Icon::Redo => "m10 2 4 4-4 4V7.2H5.8a2.4 2.4 0 1 0 0 4.8H10v1.6H5.8a4 4 0 1 1 0-8H10z",
            Icon::Sun => {
                "M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM7.2.8h1.6v2H7.2zM7.2 13.2h1.6v2H7.2zM.8 7.2h2v1.6h-2zM13.2 7.2h2v1.6h-2zM2.3 3.4l1.1-1.1 1.5 1.4-1.2 1.2zM11.1 12.3l1.2-1.2 1.4 1.5-1.1 1.1zM11.1 3.7l1.5-1.4 1.1 1.1-1.4 1.5zM2.3 12.6l1.4-1.5 1.2 1.2-1.5 1.4z"
            }
            Icon::Moon => "M6.2 1.5a6.7 6.7 0 1 0 8.3 8.6A5.6 5.6 0 0 1 6.2 1.5z",
            Icon::Half => {
                "M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2zm0 1.6v10.4a5.2 5.2 0 0 1 0-10.4z"
            }
            Icon::SidePanel => "M2 2.5h12v11H2zm1.5 1.5v8H6V4zm4 0v8h5V4z",
            Icon::Help => {
                "M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2zm0 1.6a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8zM7.2 10.6h1.6v1.6H7.2zM8 3.9c-1.5 0-2.6 1-2.6 2.4H7c0-.6.4-1 1-1s1 .4 1 .9c0 .5-.300.7-.8 1.1-.700.5-1 1-1 2v.4h1.6v-.3c0-.500.2-.700.7-1.100.7-.5 1.2-1.1 1.2-2.1C10.7 4.8 9.5 3.9 8 3.9z"
            }
            Icon::Share => {
                "M12 10.3a2.2 2.2 0 0 0-1.600.7L6.1 8.6a2.3 2.3 0 0 0 0-1.2l4.3-2.4A2.3 2.3 0 1 0 9.7 3.4c0 .2 0 .4.1.6L5.5 6.4a2.3 2.3 0 1 0 0 3.2l4.3 2.4a2.3 2.3 0 1 0 2.2-1.7z"
            }
            Icon::Before => "M10.5 3 4.5 8l6 5z",
            Icon::After => "m5.5 3 6 5-6 5z",
            Icon::Screen => {
                "M1.5 2h13v1.5H14V11H8.8v1l2.7 2.2-1 1.2L8 13.4l-2.5 2-1-1.2L7.2 12v-1H2V3.5h-.5zM3.5 3.5v6h9v-6z"
            }
            Icon::Pin => {
                "M5 1.5h6v1.4l-1 .6v3.7l2.5 2.6v1.4H8.7V15H7.3v-3.8H3.5V9.8L6 7.2V3.5l-1-.6z"
            }
            Icon::Cross => {
                "M3.1 4.2 4.2 3.1 8 6.9l3.8-3.8 1.1 1.1L9.1 8l3.8 3.8-1.1 1.1L8 9.1l-3.8 3.8-1.1-1.1L6.9 8z"
            }
            Icon::Plus => "M7.2 2.5h1.6v4.7h4.7v1.6H8.8v4.7H7.2V8.8H2.5V7.2h4.7z",
            Icon::Up => "m8 2.5 4.5 4.5-1.1 1.1-2.6-2.6v8H7.2v-8L4.6 8.1 3.5 7z",
            Icon::History => {
                "M8 1.8a6.2 6.2 0 1 1-6 7.7l1.500-.4A4.700 4.700 0 1 0 4.400 5h1.900v1.500H1.900V2.100h1.500v1.700A6.200 6.200 0 0 1 8 1.800zM7.300 4.700h1.400v3.200l2.300 1.400-.7 1.200-3-1.800z"
            }
            Icon::Download => {
                "M7.2 1.5h1.6v6.7l2.4-2.4 1.1 1.1L8 11.2 3.7 6.9l1.1-1.1 2.4 2.4zM2.5 12.5h11v1.6h-11z"
            }
        }
    }
}

/// A small drawing.
#[derive(Properties, PartialEq, Clone, Copy)]
pub struct DrawnProps {
    /// What.
    pub icon: Icon,
}

/// A small drawing that says nothing by itself.
#[component]
pub fn Drawn(props: &DrawnProps) -> Html {
    html! { <svg viewBox="0 0 16 16" aria-hidden="true"><path d={props.icon.path()} /></svg> }
}

/// A button with a drawing; its word is heard and shown on hovering.
#[derive(Properties, PartialEq, Clone)]
pub struct IconButtonProps {
    /// What is drawn.
    pub icon: Icon,
    /// The word.
    pub label: AttrValue,
    /// Whether it cannot be pressed now.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether it is pressed in, for a button that stays so.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// What it does.
    pub onpress: Callback<()>,
}

/// A button with a drawing.
#[component]
pub fn IconButton(props: &IconButtonProps) -> Html {
    let onclick = props.onpress.reform(|_: MouseEvent| ());
    let pressed = props
        .pressed
        .map(|pressed| if pressed { "true" } else { "false" });
    html! {
        <button type="button" class={classes!("btn", "btn-icon", "btn-quiet", props.class.clone())} disabled={props.disabled}
            aria-pressed={pressed} aria-label={props.label.clone()} title={props.label.clone()} {onclick}>
            <Drawn icon={props.icon} />
        </button>
    }
}

/// The product's sign: two books on either side of a day cut. Drawn here, so that nothing has to be fetched for it.
#[component]
pub fn Logo() -> Html {
    html! {
        <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="7" class="logo-ground" />
            <path d="M7 11h8v10H7zM17 11h8v10h-8zM15.2 5h1.6v3h-1.6zM15.2 24h1.6v3h-1.6z" class="logo-paper" />
            <path d="M9.5 14h3M9.5 17h3M19.5 14h3M19.5 17h3" class="logo-lines" />
        </svg>
    }
}
