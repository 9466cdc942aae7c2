//! The page's crate root: installs the guard against failures of the program, then shows the page.
#![deny(clippy::arithmetic_side_effects)]

#[cfg(target_arch = "wasm32")]
mod ui;

#[cfg(target_arch = "wasm32")]
fn main() {
    // A panic poisons the program: the script beside it takes over and nothing here runs again.
    yew::set_custom_panic_hook(Box::new(|panic| {
        ui::effects::host::fail(&panic.to_string());
    }));
    if let Some(root) = ui::effects::appearance::root() {
        yew::Renderer::<ui::app::App>::with_root(root).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
