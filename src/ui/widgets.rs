//! Parts that know no domain words: fields, dialogs, tables, drawings.

pub mod chip;
pub mod diagram;
pub mod dialog;
pub mod field;
pub mod icon;
pub mod money;
pub mod table;
pub mod tabs;
pub mod time_scale;
