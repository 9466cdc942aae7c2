//! The scenario on the desk as text: written once for everybody who needs it, storage, the guard and the engine.

use std::cell::RefCell;
use std::rc::Rc;

use daycut::facade::{self, Scenario};
use js_sys::JsString;

use super::works;
use crate::ui::draft::Draft;
use crate::ui::shared::Shared;
use crate::ui::work::Head;

/// A scenario as text, for the program and for scripts, with what a slot says of it.
pub struct Text {
    /// For the program.
    pub text: String,
    /// For scripts.
    pub script: JsString,
    head: Head,
}

thread_local! {
    static LAST: RefCell<Option<(Shared<Scenario>, Rc<Text>)>> = const { RefCell::new(None) };
}

/// The text of a scenario.
pub fn text_of(scenario: &Shared<Scenario>) -> Rc<Text> {
    let known = LAST.with(|last| {
        let last = last.borrow();
        let (of, text) = last.as_ref()?;
        (of == scenario).then(|| Rc::clone(text))
    });
    known.unwrap_or_else(|| {
        let text = facade::write(scenario);
        let written = Rc::new(Text {
            script: JsString::from(text.as_str()),
            head: Head::of(&text),
            text,
        });
        LAST.with(|last| *last.borrow_mut() = Some((scenario.clone(), Rc::clone(&written))));
        written
    })
}

/// What a slot is to say of a draft.
pub fn head_of(draft: &Draft, text: &Text) -> Head {
    let title = &draft.scenario.title;
    Head {
        revision: draft.revision,
        begun: works::begun(&draft.id),
        by: works::writer(),
        at: works::now(),
        from: draft.from.to_string(),
        title: (title.zh.clone(), title.en.clone()),
        ..text.head.clone()
    }
}
