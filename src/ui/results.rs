//! What the engine has told about a run: the whole of it, and the present moment.

use std::rc::Rc;

use daycut::facade::view::{
    BatchRow, EventRow, HeldClock, LaneAmounts, LaneModel, LaneView, MomentCompared, PayoutRow,
    Series, Snapshot, Summary, Timeline,
};
use daycut::facade::{AccountId, FixPreview, Risks, Scenario, ToldMoment, ToldProblem};
use serde::Deserialize;

use crate::ui::shared::Shared;

/// How the engine is doing.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum RunState {
    /// Nothing to run.
    #[default]
    Idle,
    /// At work on the newest scenario.
    Running {
        /// Long enough that one would want to know.
        slow: bool,
        /// Events so far, events expected.
        so_far: Option<(u32, u32)>,
    },
    /// The results are those of the newest scenario.
    Done,
    /// Cancelled by the user.
    Stopped,
    /// The newest scenario has problems.
    Rejected,
    /// The engine failed; what it said.
    Broken(Rc<str>),
}

/// Where the cursor should be after a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// After everything.
    End,
    /// Where it was, in a run of so many events: at the same event, or at the same moment.
    Place {
        /// Events happened.
        event: u32,
        /// Events in that run.
        of: u32,
    },
}

/// The present moment.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Moment {
    /// Balances and dates.
    pub snapshot: Shared<Snapshot>,
    /// What happened last.
    pub happened: Option<EventRow>,
    /// Amounts of the picture.
    pub amounts: Shared<LaneAmounts>,
    /// Another picture, when another view was asked for.
    pub lanes: Option<Shared<LaneModel>>,
}

/// A run as the engine first tells of it.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub struct Told {
    /// The whole in figures.
    pub summary: Shared<Summary>,
    /// The time axis.
    pub timeline: Shared<Timeline>,
    /// Batches.
    pub batches: Shared<Vec<BatchRow>>,
    /// Payouts.
    pub payouts: Shared<Vec<PayoutRow>>,
    /// The picture.
    pub lanes: Shared<LaneModel>,
    /// The moment at the cursor.
    pub moment: Moment,
}

/// How a run ended.
#[derive(Clone, PartialEq, Debug)]
pub enum RunEnd {
    /// With results.
    Done(Told),
    /// The scenario cannot be run.
    Rejected(Rc<[ToldProblem]>),
    /// The engine failed.
    Broken(Rc<str>),
}

/// The results on screen.
#[derive(Clone, PartialEq, Debug)]
pub struct Results {
    /// Number of the run, so that late answers about another one are dropped.
    pub run: u32,
    /// The scenario that was run.
    pub scenario: Shared<Scenario>,
    /// What the engine told.
    pub told: Told,
    /// Balance of the chosen account over time.
    pub series: Option<Shared<Series>>,
    /// Balances beside those of the pinned run, and after how many events.
    pub compared: Option<(u32, Shared<MomentCompared>)>,
    /// The residence clocks, and after how many events they stood so.
    pub clocks: Option<(u32, Shared<Vec<HeldClock>>)>,
    /// Its storyboard, once it was asked for.
    pub story: Option<Shared<Vec<ToldMoment>>>,
    /// The fixes of the risk at a place of the list.
    pub fixes: Option<(u32, Shared<Vec<FixPreview>>)>,
    /// What the rules say of it, once they have.
    pub risks: Option<Shared<Risks>>,
}

impl Results {
    /// The same account in these results, by its name.
    pub fn account_like(&self, account: AccountId, before: &Summary) -> Option<AccountId> {
        let name = &before.accounts.get(account.index())?.name;
        let accounts = &self.told.summary.accounts;
        let place = accounts.iter().position(|row| row.name == *name)?;
        u32::try_from(place).ok().map(AccountId)
    }

    /// Where a cursor of an earlier run should be now.
    pub fn wanted(&self, cursor: u32) -> Wanted {
        let of = self.told.summary.events;
        if cursor >= of {
            Wanted::End
        } else {
            Wanted::Place { event: cursor, of }
        }
    }

    /// Takes in a moment of a view; one that goes with another picture than is here changes nothing.
    pub fn take_moment(&mut self, view: LaneView, moment: Moment) {
        if let Some(lanes) = &moment.lanes {
            self.told.lanes = lanes.clone();
        }
        if self.view() == view {
            self.told.moment = moment;
        }
    }

    /// The day cut before an event, or the beginning.
    pub fn cut_before(&self, event: u32) -> u32 {
        let mut cuts = self.told.timeline.cuts.iter().rev().map(|cut| cut.event);
        cuts.find(|cut| *cut < event).unwrap_or(0)
    }

    /// The day cut after an event, or the end.
    pub fn cut_after(&self, event: u32) -> u32 {
        let mut cuts = self.told.timeline.cuts.iter().map(|cut| cut.event);
        cuts.find(|cut| *cut > event)
            .unwrap_or(self.told.summary.events)
    }

    /// The view that the picture shows.
    pub fn view(&self) -> LaneView {
        self.told.lanes.view
    }
}
