//! The journeys, in the order in which a visitor would meet what they test.
//!
//! To add one: a file with `pub async fn run(scene: &Scene<'_>) -> Result<()>`, and a line in `ALL`.
//! After each journey the runner checks the console and the content security policy by itself.

mod hands;
mod instruments;
mod open;

use anyhow::Result;
use std::pin::Pin;

use crate::page::Page;

/// What a journey is given.
pub struct Scene<'a> {
    /// A browser that has never seen the page.
    pub page: &'a Page,
    /// The text of the axe-core script, for [`Scene::assert_accessible`].
    pub axe: &'a str,
}

impl Scene<'_> {
    /// Fails on any accessibility violation in what is shown now.
    pub async fn assert_accessible(&self) -> Result<()> {
        self.page.assert_accessible(self.axe).await
    }
}

type Steps<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// One way through the page.
pub struct Journey {
    pub name: &'static str,
    pub run: for<'a> fn(&'a Scene<'a>) -> Steps<'a>,
}

pub const ALL: &[Journey] = &[
    Journey {
        name: "instruments",
        run: |scene| Box::pin(instruments::run(scene)),
    },
    Journey {
        name: "hands",
        run: |scene| Box::pin(hands::run(scene)),
    },
    Journey {
        name: "open",
        run: |scene| Box::pin(open::run(scene)),
    },
];
