//! The model inside the page: who reads it, who sends it messages.

use std::rc::Rc;

use yew::prelude::*;

use super::facts::Msg;
use super::model::{self, Model};
use super::shared::Shared;

/// The model as the page holds it.
#[derive(Clone, PartialEq)]
pub struct Store(pub Shared<Model>);

impl Reducible for Store {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        let next = model::update(&self.0.0, msg);
        if Rc::ptr_eq(&next, &self.0.0) {
            return self;
        }
        Rc::new(Store(Shared(next)))
    }
}

/// The model, for panels near the root.
#[hook]
pub fn use_model() -> Shared<Model> {
    use_context::<Shared<Model>>().unwrap_or_else(|| Shared::new(Model::default()))
}

/// Sends messages from anywhere. Without a page around it, messages go nowhere.
#[hook]
pub fn use_dispatch() -> Callback<Msg> {
    use_context::<Callback<Msg>>().unwrap_or_default()
}
