//! Where in a scenario something is written, as one finds it in the forms: `平台约定第 1 条`, not `agreements[0]`.

use crate::scenario::forms;
use crate::text::{Lang, fields};

/// A path in words; the path itself where it leads to nothing that has a name.
pub fn place(lang: Lang, path: &str) -> String {
    let ends = path.match_indices('.').map(|(end, _)| end);
    let words: Option<Vec<String>> = ends
        .chain([path.len()])
        .map(|end| piece(lang, path.get(..end)?))
        .collect();
    match words {
        Some(words) if !path.is_empty() => words.join(" · "),
        _ => path.to_owned(),
    }
}

/// Several paths, each in words.
pub fn places(lang: Lang, paths: &[String]) -> String {
    let words: Vec<String> = paths.iter().map(|path| place(lang, path)).collect();
    words.join(match lang {
        Lang::ZhCn => "、",
        Lang::En => ", ",
    })
}

/// What the last piece of a path is called.
fn piece(lang: Lang, path: &str) -> Option<String> {
    let (of, name) = forms::named(path)?;
    let last = path.rsplit('.').next().unwrap_or_default();
    if let Some((_, number)) = last.strip_suffix(']').and_then(|last| last.split_once('[')) {
        let Ok(number) = number.parse::<u32>() else {
            // A column of a bill has the channel's own name.
            let label = fields::label(lang, of, &name);
            return Some(format!("{label} {}", number.trim_matches('"')));
        };
        let number = number.saturating_add(1);
        let (list, entry) = fields::list(lang, &name);
        // A list of single values, such as the holidays of a calendar, is a field with a label of its own.
        let label = fields::label(lang, of, &name);
        return Some(match lang {
            Lang::ZhCn if entry.is_empty() => format!("{label}第 {number} 个"),
            Lang::En if entry.is_empty() => format!("{label} {number}"),
            // In front of the measure stands what is counted: 交易第 4 笔, not 一笔交易第 4 笔.
            Lang::ZhCn if entry.starts_with('一') => format!("{list}第 {number} 笔"),
            Lang::ZhCn => format!("{entry}第 {number} 条"),
            Lang::En => format!("{entry} {number}"),
        });
    }
    let tongue = ["zh", "en"].iter().position(|tongue| *tongue == last);
    let said = match (lang, tongue) {
        (Lang::ZhCn, Some(0)) => "中文",
        (Lang::ZhCn, Some(_)) => "英文",
        (Lang::En, Some(0)) => "Chinese",
        (Lang::En, Some(_)) => "English",
        // The word that says of which kind an expectation is.
        (lang, None) if last == "kind" && name == "expectations" => {
            fields::label(lang, "Expectation", "kind")
        }
        (lang, None) => match fields::list(lang, &name).0 {
            "" => return Some(fields::label(lang, of, &name).to_owned()),
            list => list,
        },
    };
    Some(said.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_as_one_finds_it_in_the_forms() {
        for (path, zh, en) in [
            ("agreements[0]", "平台约定第 1 条", "agreement 1"),
            (
                "calendars[0].holidays[1]",
                "日历第 1 条 · 另加休息日第 2 个",
                "calendar 1 · More days off 2",
            ),
            (
                "contracts[1].splits[0].rate",
                "合同第 2 条 · 分账方第 1 条 · 分账比例",
                "contract 2 · split 1 · Share",
            ),
            (
                "payments[3].lines[0].amount",
                "交易第 4 笔 · 明细第 1 笔 · 金额",
                "payment 4 · seller 1 · Amount",
            ),
            (
                "settlement_rules[0].calendar",
                "结算周期第 1 条 · 日历",
                "settlement cycle 1 · Calendar",
            ),
            ("title.zh", "标题 · 中文", "Title · Chinese"),
            ("days", "天数", "Days"),
            (
                "parties[2].book.cut_off",
                "参与方第 3 条 · 账套 · 日切时点",
                "party 3 · Book · Cut-off",
            ),
            (
                "contracts[0].splits",
                "合同第 1 条 · 分账",
                "contract 1 · Splits",
            ),
            (
                "refunds[0].of",
                "退款第 1 笔 · 退哪笔",
                "refund 1 · Refund of",
            ),
            (
                "payments[0].bill.fields[\"商户号\"]",
                "交易第 1 笔 · 账单备注 · 账单其他列 商户号",
                "payment 1 · Bill note · Other columns 商户号",
            ),
            ("nowhere[0]", "nowhere[0]", "nowhere[0]"),
            ("", "", ""),
        ] {
            assert_eq!(place(Lang::ZhCn, path), zh);
            assert_eq!(place(Lang::En, path), en);
        }
    }
}
