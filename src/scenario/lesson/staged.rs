//! A lesson with its knobs turned: the scenario that is played, with the checks as its expectations.

use super::{Knob, Lesson, Variant};
use crate::scenario::edit::{self, Edit};
use crate::scenario::problem::Problem;
use crate::scenario::v1::{Expectation, Scenario};

/// For each knob of a lesson the place of the choice that is picked. Never beyond its choices.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Picks(Vec<usize>);

impl Picks {
    /// The places, one a knob.
    pub fn places(&self) -> &[usize] {
        &self.0
    }
}

impl Lesson {
    /// Every knob as at the start.
    pub fn first_picks(&self) -> Picks {
        Picks(self.knobs.iter().map(|_| 0).collect())
    }

    /// Picks by place; a knob of which nothing that exists is said stands as at the start.
    pub fn picks_at(&self, places: &[usize]) -> Picks {
        let place = |(knob, of): (usize, &Knob)| {
            let wanted = places.get(knob).copied().unwrap_or_default();
            if wanted < of.choices.len() { wanted } else { 0 }
        };
        Picks(self.knobs.iter().enumerate().map(place).collect())
    }

    /// Picks by name, over those of the start.
    pub fn picks_named(&self, named: &[(String, String)]) -> Picks {
        let place = |knob: &Knob| {
            let choice = named.iter().find(|(of, _)| *of == knob.id);
            let mut ids = knob.choices.iter().map(|choice| &choice.id);
            choice.and_then(|(_, wanted)| ids.position(|id| id == wanted))
        };
        let places = self.knobs.iter();
        Picks(places.map(|knob| place(knob).unwrap_or(0)).collect())
    }

    /// The place of picks among all ways in which the knobs can stand.
    pub fn way_of(&self, picks: &Picks) -> Option<usize> {
        self.all_picks().iter().position(|one| one == picks)
    }

    /// Every way in which the knobs can stand.
    pub fn all_picks(&self) -> Vec<Picks> {
        let mut all = vec![Vec::new()];
        for knob in &self.knobs {
            let longer = |before: &Vec<usize>| {
                let before = before.clone();
                (0..knob.choices.len()).map(move |place| {
                    let mut places = before.clone();
                    places.push(place);
                    places
                })
            };
            all = all.iter().flat_map(longer).collect();
        }
        all.into_iter().map(Picks).collect()
    }

    /// Picks in the author's words, for a message: `collects=shops, stay=t0`.
    pub fn spoken(&self, picks: &Picks) -> String {
        let pairs = self.knobs.iter().zip(&picks.0);
        let said = pairs.filter_map(|(knob, place)| {
            let choice = knob.choices.get(*place)?;
            Some(format!("{}={}", knob.id, choice.id))
        });
        said.collect::<Vec<_>>().join(", ")
    }

    /// Whether these picks are among those that an idea names.
    pub fn is_idea(&self, named: &[(String, String)], picks: &Picks) -> bool {
        let wanted = self.picks_named(named);
        let knobs = self.knobs.iter().zip(picks.0.iter().zip(&wanted.0));
        knobs
            .filter(|(knob, _)| named.iter().any(|(of, _)| *of == knob.id))
            .all(|(_, (picked, wanted))| picked == wanted)
    }

    /// The scenario with its knobs turned, in a variant if one is given, and the checks as expectations.
    ///
    /// # Errors
    /// What an edit is refused for; a lesson that was proved has none.
    pub fn staged(
        &self,
        picks: &Picks,
        variant: Option<&Variant>,
    ) -> Result<Scenario, Vec<Problem>> {
        let mut scenario = match variant {
            Some(variant) => set(&self.start, &variant.sets)?,
            None => self.start.clone(),
        };
        for (knob, place) in self.knobs.iter().zip(&picks.0) {
            if let Some(choice) = knob.choices.get(*place) {
                scenario = set(&scenario, &choice.sets)?;
            }
        }
        scenario.expectations = self.expected(variant);
        Ok(scenario)
    }

    /// The scenario of the bet: as at the start, with nothing expected but the fact.
    ///
    /// # Errors
    /// As in [`Lesson::staged`].
    pub fn bet_staged(&self) -> Result<Scenario, Vec<Problem>> {
        let mut scenario = self.staged(&self.first_picks(), None)?;
        scenario.expectations = vec![self.bet.fact.clone()];
        Ok(scenario)
    }

    fn expected(&self, variant: Option<&Variant>) -> Vec<Expectation> {
        let restated = variant.map(|variant| variant.checks.as_slice());
        let restated = restated.unwrap_or_default();
        let checks = self.checks.iter().map(|check| {
            let here = restated.iter().find(|one| one.id == check.id);
            here.map_or(&check.holds, |one| &one.holds).clone()
        });
        checks.collect()
    }
}

/// A scenario after all these places were set, each problem at the place that made it.
pub(super) fn set(
    scenario: &Scenario,
    sets: &[(String, String)],
) -> Result<Scenario, Vec<Problem>> {
    let mut scenario = scenario.clone();
    for (path, text) in sets {
        let change = Edit::Set {
            path: path.clone(),
            text: text.clone(),
        };
        scenario = edit::apply(&scenario, &change).map_err(|problems| {
            let located = problems.into_iter().map(|problem| Problem {
                path: format!("[{path:?}]"),
                kind: problem.kind,
            });
            located.collect::<Vec<_>>()
        })?;
    }
    Ok(scenario)
}
