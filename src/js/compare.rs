//! Two runs of the JavaScript API side by side.

use wasm_bindgen::prelude::*;

use super::{Answer, Run, not_plain, told};
use crate::facade::{self, Rate, WallClock, compare};

#[wasm_bindgen]
impl Run {
    /// Where this scenario (A) and another (B) differ; with a rate a year such as `"0.0435"` also what waiting costs.
    #[wasm_bindgen(unchecked_return_type = "Comparison")]
    pub fn compare(&self, other: &Run, annual_rate: Option<String>) -> Answer {
        let rate = annual_rate.map(|text| Rate::parse(&text).map_err(|_| not_plain("rate", &text)));
        let (a, b) = (self.played(), other.played());
        told(compare::both(a, b, rate.transpose()?))
    }

    /// The comparison as tables in words of a language (`zh-CN` or `en`).
    #[wasm_bindgen(unchecked_return_type = "ToldComparison")]
    pub fn comparison(&self, other: &Run, lang: &str) -> Answer {
        let (a, b) = (self.played(), other.played());
        told(facade::comparison(a, b, facade::Lang::of_tag(lang)))
    }

    /// Balances of both at the end of a moment such as `2018-09-30T22:00:00`.
    #[wasm_bindgen(unchecked_return_type = "MomentCompared")]
    pub fn compare_at(&self, other: &Run, moment: &str) -> Answer {
        let at = WallClock::parse(moment).ok_or_else(|| not_plain("moment", moment))?;
        told(compare::at(&self.0, &other.0, at))
    }

    /// An account of both, by its name, at the end of every day.
    #[wasm_bindgen(unchecked_return_type = "AccountDay[]")]
    pub fn compare_account(&self, other: &Run, name: &str) -> Answer {
        told(compare::account(&self.0, &other.0, name))
    }
}

impl Run {
    fn played(&self) -> compare::Played<'_> {
        compare::Played {
            scenario: &self.1,
            run: &self.0,
        }
    }
}
