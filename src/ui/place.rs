//! What the address bar can name of the scenario on the desk, and how that is written: `#/play/w/<name>` for a work of
//! the visitor's, `#/play/<item>` for an item of the gallery, the link itself for what somebody sent.
//!
//! A work's name means something in one browser only. A link means the same everywhere.

use std::rc::Rc;

use daycut::facade;

/// Where the scenario on the desk is.
pub const PLAY: &str = "#/play";
/// Where it stands beside the pinned one.
pub const COMPARE: &str = "#/compare";
/// Before the name of a work.
const WORK: &str = "w/";

/// What an address can name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// Whatever was worked on last.
    Last,
    /// A work in this browser's storage.
    Work(Rc<str>),
    /// An item of the gallery.
    Item(Rc<str>),
    /// What a link carries.
    Link(Rc<str>),
}

impl Place {
    /// Reads what stands behind `#/play` or `#/compare`.
    pub fn read(rest: &str) -> Place {
        let rest = rest.trim_matches('/');
        if rest.is_empty() {
            return Place::Last;
        }
        if let Some(id) = rest.strip_prefix(WORK) {
            return Place::Work(Rc::from(id));
        }
        if facade::looks_like_link(rest) {
            return Place::Link(Rc::from(rest));
        }
        Place::Item(Rc::from(rest))
    }

    /// The address below the page's own.
    pub fn hash(&self, compares: bool) -> String {
        let page = if compares { COMPARE } else { PLAY };
        match self {
            Place::Last => page.to_owned(),
            Place::Work(id) => format!("{page}/{WORK}{id}"),
            Place::Item(name) => format!("{page}/{name}"),
            Place::Link(link) => format!("{page}/{}", link.trim_start_matches('#')),
        }
    }

    /// A short name for what is kept beside it.
    pub fn name(&self) -> String {
        match self {
            Place::Last => String::new(),
            Place::Work(id) => format!("{WORK}{id}"),
            Place::Item(name) => name.to_string(),
            Place::Link(link) => sign(link),
        }
    }
}

/// A link as a short sign, the same for the same link.
pub fn sign(link: &str) -> String {
    let bare = link.trim_start_matches('#').trim_start_matches("s=");
    format!("l{:016x}", super::work::checksum(bare))
}
