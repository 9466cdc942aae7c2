//! Files of other systems: looked at before they replace anything, and made into scenarios.
//!
//! An import never trusts totals or fees: it computes them again and refuses a file that disagrees.

mod bill_cell;
mod bill_table;
mod flaws;
pub mod preview;
pub mod wechat_bill;
mod wechat_fund;
