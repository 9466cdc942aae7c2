//! The printed report of the JavaScript API.

use wasm_bindgen::prelude::*;

use super::{Answer, Run, file_of, thrown};
use crate::facade::{self, Export, Lang};

#[wasm_bindgen]
impl Run {
    /// The report for paper in the language of a tag such as `"zh-CN"` or `"en"`: one HTML file that stands alone.
    #[wasm_bindgen(unchecked_return_type = "ExportFile")]
    pub fn report(&self, lang: &str) -> Answer {
        let lang = Lang::of_tag(lang);
        let html = facade::printed(&self.1, &self.0, lang);
        let html = html.map_err(|fault| thrown("fault", &format!("{fault:?}")))?;
        file_of(&Export {
            file_name: format!("report.{}.html", lang.tag()),
            media_type: "text/html;charset=utf-8".to_owned(),
            bytes: html.into_bytes(),
        })
    }
}
