//! Bills: what is taken becomes a scenario that can be played and kept, and the preview says the same as the import.

use daycut::facade::{self, FileKind, Problem};

use crate::Outcome;
use crate::dice::Dice;
use crate::{mutate, scenarios};

/// Cells that a channel, or a spreadsheet on the way, might write.
const CELLS: [&str; 30] = [
    "`",
    "`0.00",
    "`0.01",
    "`-0.01",
    "`1.00",
    "`1,234.50",
    "`99999999.99",
    "`0.60%",
    "`0.38%",
    "`2.00%",
    "`SUCCESS",
    "`REFUND",
    "`REVOKED",
    "`CLOSED",
    "`支付成功",
    "`转入退款",
    "`2021-01-28 00:00:00",
    "`2021-01-28 23:59:59",
    "`2021/1/28 9:05",
    "`2199-12-31 23:59:59",
    "`CNY",
    "`USD",
    "`2.02101E+19",
    "=1+1",
    "`茶馆\u{200b}",
    "`😀\u{200d}",
    "`/",
    "`null",
    "`退款成功",
    "` ",
];

/// A bill with a few cells, rows or bytes changed.
pub fn input(bills: &[String], dice: &mut Dice) -> Vec<u8> {
    let bill = dice.one(bills);
    if dice.once_in(4) {
        let mut bytes = mutate::text(bill, bills, dice).into_bytes();
        if dice.once_in(4) {
            let place = dice.below(bytes.len());
            bytes.truncate(place);
        }
        return bytes;
    }
    let mut rows: Vec<Vec<String>> = bill
        .lines()
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect();
    for _ in 0..1 + dice.below(4) {
        let row = dice.below(rows.len());
        let last = rows.len().saturating_sub(1);
        match dice.below(8) {
            0 if last > 0 => drop(rows.remove(row)),
            1 => rows.insert(row, rows[row].clone()),
            2 => rows.swap(row, last),
            _ => {
                let column = dice.below(rows[row].len());
                rows[row][column] = match dice.below(3) {
                    0 => dice.one(&CELLS).to_string(),
                    1 => {
                        let other = dice.below(rows.len());
                        let cells = &rows[other];
                        cells[column.min(cells.len().saturating_sub(1))].clone()
                    }
                    _ => {
                        let cell = rows[row][column].clone();
                        mutate::text(&cell, bills, dice)
                    }
                };
            }
        }
    }
    let lines = rows.iter().map(|row| row.join(",") + "\r\n");
    lines.collect::<String>().into_bytes()
}

/// Everything that must hold of a file.
pub fn holds(bytes: &[u8]) -> Outcome {
    let (seen, previewed) = facade::preview_import(bytes);
    if seen.kind == FileKind::Scenario || seen.kind == FileKind::FundBill {
        return Ok(());
    }
    match (facade::open_wechat_bill(bytes), previewed) {
        (Ok(scenario), Some(previewed)) if scenario == previewed => {
            if !seen.problems.is_empty() {
                return Err(format!("taken with problems: {:?}", seen.problems).into());
            }
            facade::check(&scenario)
                .map_err(|problems| format!("the preview says yes, the check no: {problems:?}"))?;
            scenarios::stands(&scenario)
        }
        (Err(problems), None) => refused(&problems, &seen.problems),
        (opened, previewed) => Err(format!(
            "preview and import differ: {:?} and {}",
            opened.map(|_| "taken"),
            previewed.is_some()
        )
        .into()),
    }
}

fn refused(opened: &[Problem], previewed: &[Problem]) -> Outcome {
    if opened != previewed {
        return Err(format!("{opened:?} and {previewed:?}").into());
    }
    scenarios::told(opened, None)
}
