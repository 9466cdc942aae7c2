//! What storage and other tabs say of the work on the desk. No browser, no drawing.

use std::rc::Rc;

use crate::ui::facts::{Elsewhere, Msg, Notice, Saving};
use crate::ui::model::Model;

/// Messages about storage.
pub fn kept(model: &mut Model, msg: Msg) {
    match msg {
        Msg::WorkSaved(id, revision) => {
            let draft = model.draft.as_ref().filter(|draft| draft.id == id);
            let is_newest = draft.is_some_and(|draft| draft.revision == revision);
            if is_newest && model.saving != Saving::Nothing {
                model.saving = Saving::Saved;
            } else if draft.is_some() && model.saving == Saving::Refused {
                // Storage takes work again; the newest revision is on its way.
                model.saving = Saving::Pending;
            }
        }
        Msg::WorkRenamed(from, to) => {
            if let Some(draft) = model.draft.as_mut().filter(|draft| draft.id == from) {
                draft.id = to;
                model.saving = Saving::Pending;
                model.elsewhere = Elsewhere::Nothing;
                model.notice = Some(Notice::KeptAsCopy);
            }
        }
        Msg::SaveRefused if model.saving != Saving::Nothing => model.saving = Saving::Refused,
        Msg::WorkOpenElsewhere(id)
            if is_on_desk(model, &id) && model.elsewhere == Elsewhere::Nothing =>
        {
            model.elsewhere = Elsewhere::Open;
        }
        Msg::WorkAhead(id) if is_on_desk(model, &id) => {
            model.elsewhere = Elsewhere::Ahead;
        }
        Msg::WorkCleared(id) if is_on_desk(model, &id) && model.saving == Saving::Saved => {
            model.saving = Saving::Pending;
        }
        Msg::WorksListed(shelf) => model.shelf = shelf,
        _ => {}
    }
}

fn is_on_desk(model: &Model, id: &Rc<str>) -> bool {
    let kept = model.draft.as_ref().filter(|draft| draft.is_kept());
    kept.is_some_and(|draft| draft.id == *id)
}
