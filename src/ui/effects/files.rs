//! Files: those of the run go to the visitor, and one of the visitor's is looked at by the engine before it
//! is opened.

use std::rc::Rc;

use daycut::facade::view::ExportOffer;
use daycut::facade::{FILE_BYTES_MAX, FileSeen, Lang, ToldProblem};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

use super::engine::{self, EngineError, field};
use super::{host, opening};
use crate::ui::facts::{Dialog, Incoming, Msg, Notice, Toast};
use crate::ui::shared::Shared;

/// Tells which files the run can give.
pub fn list(answer: Callback<Vec<ExportOffer>>) {
    spawn_local(async move {
        // Without an answer the run's own state says why.
        if let Ok(offers) = engine::ask("offers", &[]).await {
            answer.emit(offers);
        }
    });
}

/// Gives the visitor one of them.
pub fn download(offer: Rc<ExportOffer>, dispatch: Callback<Msg>) {
    spawn_local(async move {
        let given = exported(&offer).await;
        if !matches!(given, Ok(true) | Err(EngineError::Moot)) {
            dispatch.emit(Msg::Toasted(Toast::FileRefused));
        }
    });
}

/// Opens the report for paper in a window of its own.
pub fn report(lang: Lang, dispatch: Callback<Msg>) {
    spawn_local(async move {
        match engine::value("report", &[JsValue::from(lang.tag())]).await {
            Ok(file) => {
                let name = field(&file, "file_name").as_string().unwrap_or_default();
                let kind = field(&file, "media_type").as_string().unwrap_or_default();
                host::print(&name, &field(&file, "bytes"), &kind);
            }
            Err(EngineError::Moot) => {}
            Err(EngineError::Failed(_)) => dispatch.emit(Msg::Toasted(Toast::FileRefused)),
        }
    });
}

/// Whether there is such a file.
async fn exported(offer: &ExportOffer) -> Result<bool, EngineError> {
    let date = match offer.date {
        Some(date) => JsValue::from(date.to_string()),
        None => JsValue::UNDEFINED,
    };
    let (kind, party) = (JsValue::from(&offer.kind), JsValue::from(&offer.party));
    let answer = engine::value("export", &[kind, party, date]).await?;
    let file = field(&answer, "file");
    if file.is_undefined() {
        return Ok(false);
    }
    host::download(&offer.file_name, &field(&file, "bytes"), &offer.media_type);
    Ok(true)
}

/// Lets the engine look at a file, and shows what it saw.
pub fn look(file: File, dispatch: Callback<Msg>) {
    let name: Rc<str> = Rc::from(file.name());
    let most = u32::try_from(FILE_BYTES_MAX).unwrap_or(u32::MAX);
    if file.size() > f64::from(most) {
        // The browser counts bytes as a number with decimals, of which there are none.
        let found = format!("{:.0}", file.size()).parse().unwrap_or(u64::MAX);
        dispatch.emit(Msg::OpenRefused(Notice::FileTooLarge(name, found)));
        return;
    }
    spawn_local(async move {
        let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
            dispatch.emit(Msg::OpenRefused(Notice::FileUnreadable(name)));
            return;
        };
        let bytes = Uint8Array::new(&buffer).into();
        match looked_at(bytes).await {
            Ok(incoming) => dispatch.emit(Msg::DialogOpened(Dialog::Import(incoming(name)))),
            Err(EngineError::Moot) => {}
            Err(EngineError::Failed(_)) => {
                dispatch.emit(Msg::OpenRefused(Notice::FileUnreadable(name)));
            }
        }
    });
}

/// What the engine saw in a file, still without the file's name.
async fn looked_at(bytes: JsValue) -> Result<impl FnOnce(Rc<str>) -> Incoming, EngineError> {
    let answer = engine::value("preview_import", &[bytes]).await?;
    let seen = Shared::new(engine::read::<FileSeen>(field(&answer, "seen"))?);
    let problems: Vec<ToldProblem> = engine::read(field(&answer, "problems"))?;
    let text = field(&answer, "text").as_string();
    Ok(|name| Incoming {
        name,
        seen,
        problems: problems.into(),
        text: text.map(Rc::from),
    })
}

/// Opens what was looked at, as a scenario of its own beside the visitor's others.
pub fn accept(incoming: &Incoming, dispatch: &Callback<Msg>) {
    if let Some(text) = &incoming.text {
        opening::open_file(text, dispatch);
    }
}
