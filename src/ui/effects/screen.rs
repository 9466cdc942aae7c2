//! Tells panels that the window has another size, so that they measure themselves again.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

/// A number that changes whenever the window changes its size.
#[hook]
pub fn use_resizes() -> u32 {
    let resizes = use_state(|| 0_u32);
    {
        let resizes = resizes.setter();
        use_effect_with((), move |()| {
            let mut seen = 0_u32;
            let listener = Closure::<dyn FnMut()>::new(move || {
                seen = seen.wrapping_add(1);
                resizes.set(seen);
            });
            let window = web_sys::window();
            if let Some(window) = &window {
                // Without the listener the picture keeps its size until the next step in time.
                let _ = window
                    .add_event_listener_with_callback("resize", listener.as_ref().unchecked_ref());
            }
            move || {
                if let Some(window) = window {
                    let _ = window.remove_event_listener_with_callback(
                        "resize",
                        listener.as_ref().unchecked_ref(),
                    );
                }
            }
        });
    }
    *resizes
}
