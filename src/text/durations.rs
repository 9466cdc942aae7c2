//! How long something took, said as people say it: `8 天 22 小时`, never `214:00:01`.

/// The parts of a time that are not nothing, each with its unit.
pub(super) fn told(millis: u64, units: [&str; 4]) -> String {
    let parts = parts(millis).into_iter().zip(units);
    let told: Vec<String> = parts
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number} {unit}"))
        .collect();
    told.join(" ")
}

/// Units in Chinese.
pub(super) const ZH: [&str; 4] = ["天", "小时", "分钟", "秒"];

/// Units in English.
pub(super) const EN: [&str; 4] = ["d", "h", "min", "s"];

/// A time that was measured. From a day on its seconds are left out: they say nothing about a stay of days.
pub(super) fn measured(millis: u64, units: [&str; 4]) -> String {
    const DAY: u64 = 86_400_000;
    const MINUTE: u64 = 60_000;
    let finest = if millis < DAY { 1_000 } else { MINUTE };
    let said = told(millis.saturating_sub(millis.rem_euclid(finest)), units);
    let [.., second] = units;
    match millis {
        0 => format!("0 {second}"),
        _ if said.is_empty() => format!("< 1 {second}"),
        _ => said,
    }
}

/// Days, hours, minutes and seconds.
fn parts(millis: u64) -> [u64; 4] {
    let seconds = millis.div_euclid(1_000);
    let minutes = seconds.div_euclid(60);
    let hours = minutes.div_euclid(60);
    [
        hours.div_euclid(24),
        hours.rem_euclid(24),
        minutes.rem_euclid(60),
        seconds.rem_euclid(60),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stay_is_told_in_days_and_hours() {
        assert_eq!(measured(770_401_000, ZH), "8 天 22 小时");
        assert_eq!(measured(770_401_000, EN), "8 d 22 h");
        assert_eq!(measured(433_800_000, ZH), "5 天 30 分钟");
        assert_eq!(measured(7_199_000, ZH), "1 小时 59 分钟 59 秒");
        assert_eq!(measured(86_401_000, ZH), "1 天");
        assert_eq!(measured(1_000, ZH), "1 秒");
        assert_eq!(measured(1, ZH), "< 1 秒");
        assert_eq!(measured(0, ZH), "0 秒");
    }
}
