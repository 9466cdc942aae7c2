//! Moments to pixels and back, and where the axis puts its marks. Whole pixels, whole milliseconds.

use daycut::facade::WallClock;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
/// A natural day.
pub const DAY: i64 = 24 * HOUR;

/// A stretch of time drawn on a number of pixels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimeScale {
    from: i64,
    until: i64,
    width: i64,
}

impl TimeScale {
    /// The stretch `from … until` on `width` pixels; never shorter than a second.
    pub fn new(from: WallClock, until: WallClock, width: i32) -> TimeScale {
        let from = from.millis();
        let until = until.millis().max(from.saturating_add(1000));
        let width = i64::from(width.max(1));
        TimeScale { from, until, width }
    }

    /// How long the stretch is.
    pub fn span(&self) -> i64 {
        self.until.saturating_sub(self.from)
    }

    /// Whether a moment lies on it.
    pub fn holds(&self, at: WallClock) -> bool {
        (self.from..=self.until).contains(&at.millis())
    }

    /// The pixel of a moment, pinned a little outside the ends so that lines run out of the picture.
    pub fn x(&self, at: WallClock) -> i32 {
        let past = at.millis().saturating_sub(self.from);
        let pixel = past
            .saturating_mul(self.width)
            .checked_div(self.span())
            .unwrap_or(0)
            .clamp(-100, self.width.saturating_add(100));
        i32::try_from(pixel).unwrap_or(0)
    }

    /// The moment under a pixel.
    pub fn at(&self, x: i32) -> WallClock {
        let x = i64::from(x).clamp(0, self.width);
        let past = x
            .saturating_mul(self.span())
            .checked_div(self.width)
            .unwrap_or(0);
        WallClock::of_millis(self.from.saturating_add(past))
    }

    /// How wide so many milliseconds are.
    pub fn pixels(&self, millis: i64) -> i32 {
        let pixels = millis
            .saturating_mul(self.width)
            .checked_div(self.span())
            .unwrap_or(0);
        i32::try_from(pixels).unwrap_or(i32::MAX)
    }

    /// The distance of clock marks inside a day, so that they stand at least `apart` pixels from one
    /// another; `None` when not even noon has room.
    pub fn clock_step(&self, apart: i32) -> Option<i64> {
        [
            MINUTE,
            5 * MINUTE,
            10 * MINUTE,
            30 * MINUTE,
            HOUR,
            2 * HOUR,
            3 * HOUR,
            6 * HOUR,
            12 * HOUR,
        ]
        .into_iter()
        .find(|step| self.pixels(*step) >= apart)
    }

    /// Moments on the axis that are whole multiples of `step` after a midnight, midnights left out.
    pub fn clock_marks(&self, step: i64) -> Vec<WallClock> {
        let mut marks = Vec::new();
        let before = self.from.checked_rem_euclid(step).unwrap_or(0);
        let mut at = self.from.saturating_sub(before);
        while at <= self.until && marks.len() < 2000 {
            if at >= self.from && at.checked_rem_euclid(DAY) != Some(0) {
                marks.push(WallClock::of_millis(at));
            }
            at = at.saturating_add(step.max(MINUTE));
        }
        marks
    }

    /// The same number of pixels over a stretch `numerator/denominator` times as long, with `middle`
    /// kept in its place, inside the ends given.
    pub fn zoomed(
        &self,
        numerator: i64,
        denominator: i64,
        middle: WallClock,
        ends: (WallClock, WallClock),
    ) -> (WallClock, WallClock) {
        let whole = ends.1.millis().saturating_sub(ends.0.millis());
        let wanted = self
            .span()
            .saturating_mul(numerator)
            .checked_div(denominator)
            .unwrap_or(whole)
            .clamp(10 * MINUTE, whole.max(10 * MINUTE));
        let left = middle
            .millis()
            .saturating_sub(self.from)
            .saturating_mul(wanted)
            .checked_div(self.span())
            .unwrap_or(0);
        within(middle.millis().saturating_sub(left), wanted, ends)
    }

    /// The same stretch moved so that `at` lies on it, with a quarter of it to spare.
    pub fn moved_to_hold(
        &self,
        at: WallClock,
        ends: (WallClock, WallClock),
    ) -> (WallClock, WallClock) {
        let quarter = self.span().checked_div(4).unwrap_or(0);
        let from = if at.millis() < self.from {
            at.millis().saturating_sub(quarter)
        } else {
            at.millis()
                .saturating_sub(self.span())
                .saturating_add(quarter)
        };
        within(from, self.span(), ends)
    }
}

/// A stretch of `span` from `from`, pushed inside the ends.
fn within(from: i64, span: i64, ends: (WallClock, WallClock)) -> (WallClock, WallClock) {
    let last = ends.1.millis().saturating_sub(span).max(ends.0.millis());
    let from = from.clamp(ends.0.millis(), last);
    (
        WallClock::of_millis(from),
        WallClock::of_millis(from.saturating_add(span)),
    )
}
