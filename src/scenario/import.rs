//! Files of other systems that become scenarios.
//!
//! An import never trusts totals or fees: it computes them again and refuses a file that disagrees.

pub mod wechat_bill;
