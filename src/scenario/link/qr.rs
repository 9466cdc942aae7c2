//! A link as a QR code, so that a room can open on its phones what the projector shows.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use serde::{Deserialize, Serialize};

use crate::scenario::limits::QR_CHARS_MAX;

/// Modules left free around the code, as the standard asks.
const QUIET: i32 = 4;

/// A QR code, drawn in modules of one unit.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct QrPicture {
    /// Width and height with the quiet border.
    pub size: u32,
    /// The dark modules as the `d` of an SVG path.
    pub path: String,
}

/// The code of an address; `None` when it is too long to be read off a screen.
pub fn qr(address: &str) -> Option<QrPicture> {
    if address.len() > QR_CHARS_MAX {
        return None;
    }
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        // Dark modules side by side are drawn as one, so that no seam shows between them.
        let mut x = 0;
        while x < code.size() {
            let wide = (x..code.size())
                .take_while(|here| code.get_module(*here, y))
                .count();
            let wide = i32::try_from(wide).unwrap_or(0);
            if wide > 0 {
                let (left, top) = (x.saturating_add(QUIET), y.saturating_add(QUIET));
                // Writing to a string cannot fail.
                let _ = write!(path, "M{left} {top}h{wide}v1h-{wide}z");
            }
            x = x.saturating_add(wide.max(1));
        }
    }
    let size = code.size().saturating_add(QUIET.saturating_mul(2));
    Some(QrPicture {
        size: u32::try_from(size).unwrap_or(0),
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules of a path, by place.
    fn modules(picture: &QrPicture) -> Vec<(i32, i32)> {
        let mut dark = Vec::new();
        for run in picture.path.split('M').skip(1) {
            let (start, rest) = run.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            let wide: i32 = rest.split_once('v').unwrap().0.parse().unwrap();
            dark.extend((x..x + wide).map(|x| (x, y)));
        }
        dark
    }

    #[test]
    fn the_path_draws_every_dark_module_once_inside_the_quiet_border() {
        let address = "https://daycut.example/#t1.AbCdEf";
        let picture = qr(address).unwrap();
        let code = QrCode::encode_text(address, QrCodeEcc::Medium).unwrap();
        let mut expected = Vec::new();
        for y in 0..code.size() {
            for x in 0..code.size() {
                if code.get_module(x, y) {
                    expected.push((x + QUIET, y + QUIET));
                }
            }
        }
        assert_eq!(modules(&picture), expected);
        assert_eq!(i64::from(picture.size), i64::from(code.size() + 2 * QUIET));
    }

    #[test]
    fn what_a_phone_cannot_read_off_a_screen_is_no_code() {
        assert!(qr(&"a".repeat(QR_CHARS_MAX)).is_some());
        assert_eq!(qr(&"a".repeat(QR_CHARS_MAX + 1)), None);
    }
}
