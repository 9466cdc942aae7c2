//! The panels of the play page: picture, time axis, tables, inspector, forms.

pub mod balances;
pub mod compare;
pub mod expectations;
pub mod files;
pub mod held;
pub mod inspector;
pub mod lanes;
pub mod ledger;
pub mod mirrors;
pub mod risks;
pub mod scenario;
pub mod settlement;
pub mod tables;
pub mod timeline;
