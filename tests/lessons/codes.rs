//! Completion codes: who passes gets one, and whoever looks it up is told what it stands for, and what it does not prove.

use std::error::Error;

use daycut::facade::lessons::{self, Unjudged, codes, shelved};
use daycut::facade::view::{CodeRow, CodeStanding, CodesSeen, LessonAnswer, Signature};
use daycut::facade::{self, LESSONS, Lang, Lesson, Picks, words};
use proptest::prelude::*;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The choices that pass, by lesson.
const PASSING: [(&str, &[u32]); 2] = [("K6", &[2]), ("K5", &[1, 1])];

fn lesson(id: &str) -> Outcome<Lesson> {
    Ok(shelved(id).ok_or("a lesson")?)
}

fn code(id: &str, picks: &[u32], name: &str) -> Outcome<Option<String>> {
    let answer = LessonAnswer {
        picks: picks.to_vec(),
        name: name.to_owned(),
        ..LessonAnswer::default()
    };
    let state = lessons::judged(&lesson(id)?, &answer);
    let state = state.map_err(|stuck: Unjudged| format!("{stuck:?}"))?;
    assert_eq!(state.passed, state.code.is_some());
    Ok(state.code)
}

fn seen(lines: &str) -> Outcome<CodesSeen> {
    Ok(codes(lines).map_err(|fault| format!("{fault:?}"))?)
}

fn only(line: &str) -> Outcome<CodeRow> {
    let rows = seen(line)?.rows;
    assert_eq!(rows.len(), 1, "{line}");
    Ok(rows.into_iter().next().ok_or("a row")?)
}

#[test]
fn whoever_passes_gets_a_code_that_says_so() -> Outcome {
    for (id, picks) in PASSING {
        assert_eq!(
            code(id, &[], "")?,
            None,
            "{id}: nothing is passed at the start"
        );
        let shown = code(id, picks, "")?.ok_or("a code")?;
        let row = only(&shown)?;
        assert_eq!(row.code, shown);
        let name = Signature::Fits;
        assert_eq!(row.standing, CodeStanding::Passed { name });
        let lesson = lesson(id)?;
        assert_eq!(row.lesson, Some((id.to_owned(), lesson.title.clone())));
        assert_eq!(row.chosen.len(), lesson.knobs.len());
        let first = &lesson.knobs[0].choices[usize::try_from(picks[0])?];
        assert_eq!(row.chosen[0], first.label);
    }
    Ok(())
}

#[test]
fn the_same_answer_has_the_same_code_and_any_other_another() -> Outcome {
    let own = code("K5", &[1, 1], "小王")?;
    assert_eq!(own, code("K5", &[1, 1], " 小王 ")?);
    assert_ne!(own, code("K5", &[1, 1], "小张")?);
    assert_ne!(own, code("K5", &[1, 1], "")?);
    assert_ne!(
        own,
        code("K5", &[1, 1, 2], "小王")?,
        "another choice that passes too"
    );
    assert_ne!(own, code("K6", &[2], "小王")?);
    Ok(())
}

#[test]
fn a_class_pastes_its_codes_and_each_line_is_told() -> Outcome {
    let (li, wang) = (code("K5", &[1, 1], "Li")?, code("K6", &[2], "小王")?);
    let (li, wang) = (li.ok_or("a code")?, wang.ok_or("a code")?);
    let wrong: String = li.replace(char::is_alphanumeric, "A");
    let lines = format!(
        "{li} Li\n\n小王：{wang}\n{} Zhang\n{wang}\n{wrong} Li\n{}\nABCD\n{}0 Li\nwell done\n",
        li.to_lowercase(),
        li.replace('-', ""),
        &li[..8],
    );
    let seen = seen(&lines)?;
    let said = |lang: Lang| -> Vec<String> {
        let rows = seen.rows.iter();
        rows.map(|row| words::codes::standing(&row.standing, lang))
            .collect()
    };
    let told = said(Lang::ZhCn);
    assert_eq!(told[..2], ["通过", "通过"]);
    assert!(told[2].contains("不是用这个名字"), "{}", told[2]);
    assert!(told[3].contains("没写"), "{}", told[3]);
    assert!(told[4].contains("校验"), "{}", told[4]);
    assert!(told[5].contains("没写"), "{}", told[5]);
    assert!(told[6].contains("这里有 4 个"), "{}", told[6]);
    assert!(told[7].contains("「0」"), "{}", told[7]);
    assert!(told[8].contains("没有完成码"), "{}", told[8]);
    assert_eq!(told.len(), 9, "a blank line is no line");
    assert_eq!(said(Lang::En).len(), 9);
    let table = facade::told_codes(&lines, Lang::En).map_err(|fault| format!("{fault:?}"))?;
    assert_eq!(
        (table.title.as_str(), table.note.as_str()),
        ("9 lines, 5 pass", "")
    );
    let signs: String = table
        .rows
        .iter()
        .filter_map(|row| row[1].chars().next())
        .collect();
    assert_eq!(signs, "✓✓◇◇✕◇✕✕✕");
    assert_eq!(table.rows[0].len(), table.columns.len());
    assert_eq!(seen.rows[1].name, "小王");
    assert_eq!(seen.rows[2].code, li, "a code is written in one way");
    Ok(())
}

/// Anyone can compute a code; one whose choices do not pass is found by playing them.
#[test]
fn a_made_up_code_whose_choices_do_not_pass_is_told() -> Outcome {
    for item in LESSONS {
        let lesson = lesson(item.id)?;
        let mut passing = 0;
        for picks in lesson.all_picks() {
            let made = daycut::facade::Code::of(&lesson, &picks, "").ok_or("a code")?;
            let passes = wins(&lesson, &picks)?;
            let row = only(&made.shown())?;
            assert_eq!(row.standing != CodeStanding::NotPassing, passes, "{row:?}");
            passing += usize::from(passes);
        }
        assert!(passing > 0);
    }
    Ok(())
}

fn wins(lesson: &Lesson, picks: &Picks) -> Outcome<bool> {
    let picks = picks.places().iter().map(|place| u32::try_from(*place));
    let picks = picks.collect::<Result<Vec<u32>, _>>()?;
    let answer = LessonAnswer {
        picks,
        ..LessonAnswer::default()
    };
    let state = lessons::judged(lesson, &answer);
    Ok(state.map_err(|stuck| format!("{stuck:?}"))?.passed)
}

#[test]
fn more_lines_than_are_looked_at_are_counted() -> Outcome {
    let lines = "ABCD-EFGH\n".repeat(503);
    let seen = seen(&lines)?;
    assert_eq!((seen.rows.len(), seen.left_out), (500, 3));
    assert!(words::codes::left_out(3, Lang::ZhCn).contains("500"));
    assert!(words::codes::left_out(3, Lang::En).contains("500"));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is pasted, every line that is not blank has its row.
    #[test]
    fn anything_may_be_pasted(lines in proptest::collection::vec(".{0,40}", 0..6)) {
        let text = lines.join("\n");
        let seen = codes(&text).map_err(|fault| TestCaseError::fail(format!("{fault:?}")))?;
        let wanted = text.lines().filter(|line| !line.trim().is_empty()).count();
        prop_assert_eq!(seen.rows.len(), wanted);
    }
}
