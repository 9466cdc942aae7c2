//! How a trade bill is laid out: its columns and totals, each by its header and by our name for it.
//!
//! A bill that is made new has the columns of the public format description. A scenario that was made of a bill of
//! another form (legacy names, seven totals) keeps that form, and its bills of that type go out in it.

use super::row::Row;
use crate::scenario::bill::{self, Edition, TOTALS};
use crate::scenario::v1::BillForm;

const PAID_AT: &str = "交易时间";

/// The columns and totals of a bill: how each is headed, and by which name we know it.
pub(super) struct Layout<'a> {
    edition: Edition,
    columns: Vec<(&'a str, &'a str)>,
    totals: Vec<(&'a str, &'a str)>,
}

impl<'a> Layout<'a> {
    /// Today's form, or that of the imported bill of the same type.
    pub(super) fn of(edition: Edition, kept: Option<&'a BillForm>) -> Layout<'a> {
        if let Some(form) = kept {
            let columns = headed(&form.columns);
            let names: Vec<&str> = columns.iter().map(|(_, name)| *name).collect();
            if Edition::of(&names) == edition {
                let totals = headed(&form.totals);
                return Layout {
                    edition,
                    columns,
                    totals,
                };
            }
        }
        Layout {
            edition,
            columns: edition.columns().map(|name| (name, name)).collect(),
            totals: edition.totals().map(|name| (name, name)).collect(),
        }
    }

    /// The header of the rows.
    pub(super) fn columns(&self) -> Vec<&'a str> {
        self.columns.iter().map(|(head, _)| *head).collect()
    }

    /// The header of the totals.
    pub(super) fn totals(&self) -> Vec<&'a str> {
        self.totals.iter().map(|(head, _)| *head).collect()
    }

    /// The cells of a row. Only REFUND dates a refund by its payment; the others by when it was asked for.
    pub(super) fn cells<'r>(&self, row: &'r Row) -> Vec<&'r str> {
        let names = self.columns.iter().map(|(_, name)| *name);
        names
            .map(|name| match (self.edition, name) {
                (Edition::All | Edition::Success, PAID_AT) => row.at.as_str(),
                _ => row.cell(name),
            })
            .collect()
    }

    /// Those of all seven totals that the bill has.
    pub(super) fn of_totals<'t>(&self, all: &'t [String; 7]) -> Vec<&'t str> {
        let names = self.totals.iter().map(|(_, name)| *name);
        let total = |name: &str| {
            let mut totals = TOTALS.iter().zip(all);
            totals.find(|(total, _)| **total == name)
        };
        names
            .filter_map(total)
            .map(|(_, sum)| sum.as_str())
            .collect()
    }
}

/// The names of a header as they stand, each beside ours.
fn headed(header: &str) -> Vec<(&str, &str)> {
    let names = header.split(',');
    names.map(|name| (name, bill::canonical(name))).collect()
}
