//! How far the work is, for whoever waits at a terminal for more than a second.

use std::cell::Cell;
use std::io::{IsTerminal, Write};
use std::time::Duration;
#[expect(
    clippy::disallowed_types,
    reason = "a person waits by the clock on the wall; nothing of a run depends on it"
)]
use std::time::Instant;

use super::speech::Speech;

/// Nobody wonders before that.
const PATIENCE: Duration = Duration::from_secs(1);
/// From one sentence to the next on a terminal, where each takes the place of the one before.
const STEP: Duration = Duration::from_millis(200);

/// Tells how far the work is, on standard error.
pub struct Meter {
    is_wanted: bool,
    is_terminal: bool,
    #[expect(clippy::disallowed_types, reason = "see above")]
    next: Cell<Instant>,
    is_told: Cell<bool>,
}

impl Meter {
    /// A meter that begins now.
    #[expect(clippy::disallowed_types, reason = "see above")]
    pub fn of(speech: &Speech) -> Meter {
        let is_terminal = std::io::stderr().is_terminal();
        let now = Instant::now();
        Meter {
            is_wanted: is_terminal || speech.progress,
            is_terminal,
            next: Cell::new(now.checked_add(PATIENCE).unwrap_or(now)),
            is_told: Cell::new(false),
        }
    }

    /// Tells it, if it is time.
    #[expect(clippy::disallowed_types, reason = "see above")]
    pub fn tell(&self, words: impl FnOnce() -> String) {
        let now = Instant::now();
        if !self.is_wanted || now < self.next.get() {
            return;
        }
        let step = if self.is_terminal { STEP } else { PATIENCE };
        self.next.set(now.checked_add(step).unwrap_or(now));
        self.is_told.set(true);
        let line = match self.is_terminal {
            true => format!("\r\x1b[K{}", words()),
            false => format!("{}\n", words()),
        };
        let mut out = std::io::stderr().lock();
        // Whoever has closed standard error wants none.
        let _ = out.write_all(line.as_bytes()).and_then(|()| out.flush());
    }
}

/// Leaves the line empty for what comes.
impl Drop for Meter {
    fn drop(&mut self) {
        if self.is_terminal && self.is_told.get() {
            let _ = std::io::stderr().lock().write_all(b"\r\x1b[K");
        }
    }
}
