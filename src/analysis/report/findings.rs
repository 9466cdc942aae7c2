//! What the rules about second clearing (二清) say of a run: hints with their evidence, never a verdict.

use crate::analysis::rules;
use crate::analysis::view::Findings;
use crate::engine::fault::Fault;
use crate::engine::run::Run;

/// Everything found, what was looked for in vain, and what could not be judged.
///
/// # Errors
/// A [`Fault`]: a bug of ours.
pub fn findings(run: &Run) -> Result<Findings, Fault> {
    Ok(Findings::clone(&*rules::judged(run)?))
}
