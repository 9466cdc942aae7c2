//! Something that happens after a while, unless it is dropped before.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::window;

/// A call that waits; dropping it takes the call back.
pub struct Timer {
    id: i32,
    repeats: bool,
    // Kept for as long as the browser may call it.
    _call: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls once after so many milliseconds.
    pub fn after(milliseconds: i32, call: impl FnOnce() + 'static) -> Option<Timer> {
        let mut call = Some(call);
        let once = move || {
            if let Some(call) = call.take() {
                call();
            }
        };
        Timer::start(milliseconds, false, once)
    }

    /// Calls again and again.
    pub fn every(milliseconds: i32, call: impl FnMut() + 'static) -> Option<Timer> {
        Timer::start(milliseconds, true, call)
    }

    fn start(milliseconds: i32, repeats: bool, call: impl FnMut() + 'static) -> Option<Timer> {
        let closure = Closure::<dyn FnMut()>::new(call);
        let function = closure.as_ref().unchecked_ref();
        let window = window()?;
        let id = if repeats {
            window.set_interval_with_callback_and_timeout_and_arguments_0(function, milliseconds)
        } else {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds)
        };
        Some(Timer {
            id: id.ok()?,
            repeats,
            _call: closure,
        })
    }
}

/// Comes back after so many milliseconds.
pub async fn pause(milliseconds: i32) {
    let waited = js_sys::Promise::new(&mut |done, _| {
        if let Some(window) = window() {
            // Without a clock nobody would ever come back; then the promise stays open and nothing follows.
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(waited).await;
}

/// Seconds since midnight, in the visitor's own time.
pub fn second_of_day() -> u32 {
    let now = js_sys::Date::new_0();
    let hours = now.get_hours().saturating_mul(3_600);
    let minutes = now.get_minutes().saturating_mul(60);
    hours
        .saturating_add(minutes)
        .saturating_add(now.get_seconds())
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = window() {
            if self.repeats {
                window.clear_interval_with_handle(self.id);
            } else {
                window.clear_timeout_with_handle(self.id);
            }
        }
    }
}
