//! Answers for those who show a run: risks and storyboard in words, residence clocks.

use wasm_bindgen::prelude::*;

use super::{Answer, Run, plain, told};
use crate::facade::{self, report};

/// An address as a QR code, drawn as the path of an SVG; `null` when it is too long to be read off a screen.
#[wasm_bindgen(unchecked_return_type = "QrPicture | null")]
pub fn qr(address: &str) -> Answer {
    plain(&facade::qr(address))
}

#[wasm_bindgen]
impl Run {
    /// The same in words of a language (`zh-CN` or `en`), gravest first, with the place of each on the picture.
    #[wasm_bindgen(unchecked_return_type = "Risks")]
    pub fn risks(&self, lang: &str) -> Answer {
        told(facade::risks(&self.0, facade::Lang::of_tag(lang)))
    }

    /// The fixes of a finding, by its place in the report, each played and told in words of a language: what it
    /// changes, what that does, and the scenario after it.
    #[wasm_bindgen(unchecked_return_type = "FixPreview[]")]
    pub fn fix_previews(&self, place: u32, lang: &str) -> Answer {
        let lang = facade::Lang::of_tag(lang);
        told(facade::fix_previews(&self.0, &self.1, place, lang))
    }

    /// The moments at which one stops when showing the run, in words of a language (`zh-CN` or `en`).
    #[wasm_bindgen(unchecked_return_type = "ToldMoment[]")]
    pub fn storyboard(&self, lang: &str) -> Answer {
        told(facade::storyboard(&self.0, facade::Lang::of_tag(lang)))
    }

    /// How much of others' money has lain in each account for how long, after so many events.
    #[wasm_bindgen(unchecked_return_type = "HeldClock[]")]
    pub fn held_clocks(&self, event: u32) -> Answer {
        told(report::held_clocks(&self.0, event))
    }
}
