//! The one door to the engine: every shell (page, command line, JavaScript, tests) enters here.
//!
//! Free functions over plain data. A [`Scenario`] may be wrong, a [`Plan`] cannot be, a [`Run`] cannot
//! change: `open` → `check` → `simulate`, and everything else reads the run.

pub use crate::analysis::lanes;
pub use crate::analysis::view;
pub use crate::base::date::{AccountingDate, CivilDate, TimeOfDay, WallClock};
pub use crate::base::id::{AccountId, BatchId, BookId, PartyId};
pub use crate::base::money::Money;
pub use crate::base::rate::{Rate, Rounding};
pub use crate::domain::account::{AccountKind, Side};
pub use crate::domain::cycle::{NonWorkingTrade, SettlementCycle};
pub use crate::domain::posting::{EventKind, Meaning};
pub use crate::scenario::problem::{FileFlaw, Form, LinkFlaw, Noun, Problem, ProblemKind};
/// The scenario document's types.
pub use crate::scenario::v1 as document;
pub use crate::scenario::v1::Scenario;
