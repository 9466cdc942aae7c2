//! What readers worked out of a run, kept with it. A run cannot change, so an answer that took long to find
//! is the answer for ever.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Answers by their type: one of each kind.
type Answers = BTreeMap<TypeId, Arc<dyn Any + Send + Sync>>;

/// The answers that are kept. Two runs are equal whatever has been read of them.
#[derive(Default)]
pub(super) struct Readings(Mutex<Answers>);

impl Readings {
    /// The answer of this type, worked out if nobody asked before. Nothing is kept of work that fails.
    pub(super) fn kept<T, E>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E>
    where
        T: Any + Send + Sync,
    {
        if let Some(known) = self.known::<T>() {
            return Ok(known);
        }
        let found = Arc::new(work()?);
        let answer: Arc<dyn Any + Send + Sync> = found.clone();
        self.all(|answers| answers.insert(TypeId::of::<T>(), answer));
        Ok(found)
    }

    fn known<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let known = self.all(|answers| answers.get(&TypeId::of::<T>()).cloned());
        known?.downcast().ok()
    }

    /// Answers are put down whole, so a reader that stopped half-way has spoilt nothing.
    fn all<R>(&self, with: impl FnOnce(&mut Answers) -> R) -> R {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Clone for Readings {
    fn clone(&self) -> Self {
        Self(Mutex::new(self.all(|answers| answers.clone())))
    }
}

impl PartialEq for Readings {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Readings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Readings")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_worked_out_once_and_a_failure_is_not_kept() {
        let readings = Readings::default();
        let failed: Result<Arc<u32>, &str> = readings.kept(|| Err("no"));
        assert_eq!(failed, Err("no"));
        let found: Result<Arc<u32>, &str> = readings.kept(|| Ok(7));
        assert_eq!(found, Ok(Arc::new(7)));
        let again: Result<Arc<u32>, &str> = readings.clone().kept(|| Err("asked twice"));
        assert_eq!(again, Ok(Arc::new(7)));
        let other: Result<Arc<u64>, &str> = readings.kept(|| Ok(8));
        assert_eq!(other, Ok(Arc::new(8)));
    }
}
