//! The journeys, in the order in which a visitor would meet what they test.
//!
//! To add one: a file with `pub async fn run(scene: &Scene<'_>) -> Result<()>`, and a line in `ALL`.
//! After each journey the runner checks the console and the content security policy by itself.

mod api;
mod change;
mod compare;
mod crash;
mod cut;
pub mod desk;
mod files;
mod from_nothing;
mod guard;
mod hands;
mod instruments;
mod keeping;
mod language;
mod learn;
mod link;
mod long_run;
mod offline;
mod open;
mod play;
mod present;
mod report;
mod risks;
pub mod shelf;
mod undo_storm;
mod why;

use anyhow::{Context, Result};
use std::pin::Pin;

use crate::page::Page;

/// What a journey is given.
pub struct Scene<'a> {
    /// A browser that has never seen the page.
    pub page: &'a Page,
    /// The text of the axe-core script, for [`Scene::assert_accessible`].
    pub axe: &'a str,
}

/// Turns light to dark or back, and waits until no colour is on its way any more.
const OTHER_COLOURS: &str = "(async () => {
    const root = document.documentElement;
    globalThis.formerColours = root.dataset.theme;
    root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    await new Promise((done) => setTimeout(done, 50));
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
})()";

const FORMER_COLOURS: &str = "{
    const former = globalThis.formerColours;
    if (former === undefined) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = former;
}";

impl Scene<'_> {
    /// Fails on any accessibility violation in what is shown now, in light and in dark.
    pub async fn assert_accessible(&self) -> Result<()> {
        self.page.assert_accessible(self.axe).await?;
        self.page.js(OTHER_COLOURS).await?;
        let verdict = self.page.assert_accessible(self.axe).await;
        self.page.js(FORMER_COLOURS).await?;
        verdict.context("in the other colours")
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
    Journey {
        name: "play",
        run: |scene| Box::pin(play::run(scene)),
    },
    Journey {
        name: "change",
        run: |scene| Box::pin(change::run(scene)),
    },
    Journey {
        name: "from_nothing",
        run: |scene| Box::pin(from_nothing::run(scene)),
    },
    Journey {
        name: "undo_storm",
        run: |scene| Box::pin(undo_storm::run(scene)),
    },
    Journey {
        name: "cut",
        run: |scene| Box::pin(cut::run(scene)),
    },
    Journey {
        name: "link",
        run: |scene| Box::pin(link::run(scene)),
    },
    Journey {
        name: "learn",
        run: |scene| Box::pin(learn::run(scene)),
    },
    Journey {
        name: "files",
        run: |scene| Box::pin(files::run(scene)),
    },
    Journey {
        name: "report",
        run: |scene| Box::pin(report::run(scene)),
    },
    Journey {
        name: "language",
        run: |scene| Box::pin(language::run(scene)),
    },
    Journey {
        name: "long_run",
        run: |scene| Box::pin(long_run::run(scene)),
    },
    Journey {
        name: "keeping",
        run: |scene| Box::pin(keeping::run(scene)),
    },
    Journey {
        name: "why",
        run: |scene| Box::pin(why::run(scene)),
    },
    Journey {
        name: "offline",
        run: |scene| Box::pin(offline::run(scene)),
    },
    Journey {
        name: "risks",
        run: |scene| Box::pin(risks::run(scene)),
    },
    Journey {
        name: "compare",
        run: |scene| Box::pin(compare::run(scene)),
    },
    Journey {
        name: "present",
        run: |scene| Box::pin(present::run(scene)),
    },
    Journey {
        name: "guard",
        run: |scene| Box::pin(guard::run(scene)),
    },
    Journey {
        name: "crash",
        run: |scene| Box::pin(crash::run(scene)),
    },
    Journey {
        name: "api",
        run: |scene| Box::pin(api::run(scene)),
    },
];
