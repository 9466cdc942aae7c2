//! Every answer and every complaint of every command, as data and in both languages.

mod command;

use command::{MALL, Outcome, directory, said};
use serde_json::Value;

const POOLED: &str = "www/scenarios/mall-pooled.json";
const BILL: &str = "tests/fixtures/wechat-trade-all-2021-01-28.csv";

fn has_chinese(text: &str) -> bool {
    text.chars()
        .any(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign))
}

/// Commands that answer, each with whether its answer has words in it.
fn answering() -> Outcome<Vec<(Vec<String>, bool)>> {
    let link = said(&["link", "encode", MALL], "")?.1.trim().to_owned();
    let pair = said(&["link", "encode", MALL, "--with", POOLED], "")?.1;
    let out = directory("answers")?.display().to_string();
    let all: Vec<(Vec<&str>, bool)> = vec![
        (vec!["check", MALL], true),
        (vec!["run", MALL, "--out", &out, "--replace"], true),
        (vec!["export", MALL, "--list"], false),
        (vec!["export", MALL, "--kind", "summary"], false),
        (vec!["export", MALL, "--kind", "events"], false),
        (vec!["explain", MALL, "--account", "cafe.bank"], true),
        (vec!["explain", MALL, "--event", "5"], true),
        (vec!["findings", POOLED], true),
        (vec!["findings", POOLED, "--fix", "SC-01"], false),
        (vec!["compare", MALL, POOLED], true),
        (vec!["compare", pair.trim()], true),
        (vec!["diagram", MALL], true),
        (vec!["report", MALL], true),
        (vec!["import", "preview", BILL], true),
        (vec!["import", "wechat-bill", BILL], false),
        (vec!["due", "T+1", "2018-09-30"], false),
        (
            vec![
                "calendar",
                "cn",
                "--from",
                "2018-09-29",
                "--to",
                "2018-10-01",
            ],
            false,
        ),
        (vec!["link", "encode", MALL], false),
        (vec!["link", "decode", &link], false),
        (vec!["link", "decode", pair.trim(), "--side", "b"], false),
        (vec!["lesson", "list"], true),
        (vec!["lesson", "verify", "www/lessons/K6.json"], true),
        (vec!["schema"], false),
    ];
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
    Ok(all
        .into_iter()
        .map(|(words, speaks)| (owned(words), speaks))
        .collect())
}

#[test]
fn every_command_answers_in_json_and_in_chinese() -> Outcome {
    for (arguments, speaks) in answering()? {
        let with = |more: &[&str]| {
            let more = more.iter().map(|one| (*one).to_owned());
            let all: Vec<String> = arguments.iter().cloned().chain(more).collect();
            said(&all, "")
        };
        let (code, json, err) = with(&["--json"])?;
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        let read = serde_json::from_str::<Value>(&json);
        assert!(read.is_ok(), "{arguments:?}: {json:.200}");
        let (code, zh, err) = with(&["--lang", "zh"])?;
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        if speaks {
            assert!(has_chinese(&zh), "{arguments:?}: {zh:.200}");
            assert_ne!(zh, with(&["--lang", "en"])?.1, "{arguments:?}");
        }
    }
    Ok(())
}

/// Commands that cannot be obeyed: the exit code, the name of the complaint, a word of each language.
const REFUSED: &[(&[&str], i32, &str, &str, &str)] = &[
    (&["check"], 2, "misused", "缺少 <FILE>", "<FILE> is missing"),
    (
        &["chekc", MALL],
        2,
        "misused",
        "没有「chekc」这个命令",
        "there is no command “chekc”",
    ),
    (
        &["lesson"],
        2,
        "misused",
        "没有说要做什么，可选：list、verify、code",
        "",
    ),
    (
        &["check", MALL, "more"],
        2,
        "misused",
        "不认识的参数「more」",
        "“more” is unknown here",
    ),
    (
        &["check", MALL, "--jsno"],
        2,
        "misused",
        "是不是想写 --json",
        "perhaps --json was meant",
    ),
    (
        &["export", MALL],
        2,
        "misused",
        "缺少 --kind <KIND>",
        "--kind <KIND> is missing",
    ),
    (
        &["export", MALL, "--list", "--kind", "events"],
        2,
        "misused",
        "不能和",
        "does not go with",
    ),
    (
        &["run", MALL],
        2,
        "misused",
        "缺少 --out <OUT>",
        "--out <OUT> is missing",
    ),
    (
        &["run", MALL, "--out"],
        2,
        "misused",
        "--out 后面缺少值",
        "--out has no value",
    ),
    (
        &["run", MALL, "--out", "-"],
        2,
        "misused",
        "不能写到标准输出",
        "standard output",
    ),
    (
        &["diagram", MALL, "--view", "x"],
        2,
        "misused",
        "可选：holder、keeper",
        "there are holder, keeper",
    ),
    (
        &["diagram", MALL, "--at", "noon"],
        2,
        "misused",
        "时刻写成 2018-09-30T22:00:00 这样",
        "moments look like",
    ),
    (
        &["due", "T1", "2018-09-30"],
        2,
        "misused",
        "不能是「T1」",
        "cannot be “T1”",
    ),
    (
        &["due", "T+1", "yesterday"],
        2,
        "misused",
        "日期写成",
        "dates look like",
    ),
    (
        &["due", "T+1", "2030-01-01"],
        1,
        "nothing",
        "日历",
        "calendar",
    ),
    (
        &["compare", MALL, MALL, "--annual-rate", "4%"],
        2,
        "misused",
        "费率写成 0.0435 这样的小数",
        "rates look like",
    ),
    (
        &["check", "no-such-file.json"],
        2,
        "misused",
        "没有这个文件",
        "no such file",
    ),
    (
        &["check", "src"],
        2,
        "misused",
        "这是一个目录",
        "it is a folder",
    ),
    (
        &[
            "export",
            MALL,
            "--kind",
            "summary",
            "-o",
            "no-such-folder/out.json",
        ],
        2,
        "misused",
        "没有这个文件或目录",
        "no such file or folder",
    ),
    (
        &["export", MALL, "--kind", "mt940"],
        1,
        "no-export",
        "可选：",
        "there are",
    ),
    (
        &["explain", MALL, "--event", "0"],
        1,
        "nothing",
        "没有第 0 个事件",
        "there is no event 0",
    ),
    (&["check", "tests/cli.rs"], 1, "problems", "", ""),
    (
        &["link", "decode", "nonsense"],
        1,
        "problems",
        "这里没有沙盘的分享链接",
        "no share link here",
    ),
    (
        &["link", "decode", "t1.AAAA"],
        1,
        "problems",
        "链接不完整",
        "The link is not whole",
    ),
    (&["import", "wechat-bill", MALL], 1, "problems", "", ""),
];

/// A text without what it quotes: columns of a bill have Chinese names in every language.
fn without_quotations(text: &str) -> String {
    let mut parts = text.split('“');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| {
        said + part.split_once('”').map_or("", |(_, behind)| behind)
    })
}

#[test]
fn every_complaint_is_told_in_json_and_in_both_languages() -> Outcome {
    for (arguments, code, name, zh, en) in REFUSED {
        let with = |more: &[&str]| said(&[more, arguments].concat(), "");
        let (got, out, told) = with(&["--lang", "zh"])?;
        assert_eq!((got, out.as_str()), (*code, ""), "{arguments:?}");
        assert!(
            told.contains(zh) && has_chinese(&told),
            "{arguments:?}: {told}"
        );
        let (got, out, told) = with(&[])?;
        assert_eq!((got, out.as_str()), (*code, ""), "{arguments:?}");
        assert!(
            told.contains(en) && !has_chinese(&without_quotations(&told)),
            "{arguments:?}: {told}"
        );
        for more in [&["--json"][..], &["--json", "--lang", "zh"]] {
            let (got, json, err) = with(more)?;
            assert_eq!((got, err.as_str()), (*code, ""), "{arguments:?}");
            let told: Value = serde_json::from_str(&json)?;
            assert_eq!(told["error"], *name, "{arguments:?}: {json}");
            if let Some(words) = told["detail"].as_str() {
                assert_eq!(has_chinese(words), more.len() > 1, "{arguments:?}: {json}");
            }
        }
    }
    Ok(())
}

/// The wish for a language and for JSON is heard wherever it stands, also when the rest cannot be read.
#[test]
fn a_wish_is_heard_wherever_it_stands() -> Outcome {
    for arguments in [
        &["--lang=zh", "--json", "check"][..],
        &["check", "--json", "--lang", "zh"],
        &["check", "--lang", "zh", "--json", "--nonsense"],
    ] {
        let (code, json, err) = said(arguments, "")?;
        assert_eq!((code, err.as_str()), (2, ""), "{arguments:?}");
        let told: Value = serde_json::from_str(&json)?;
        assert!(
            told["detail"].as_str().is_some_and(has_chinese),
            "{arguments:?}: {json}"
        );
    }
    // Whoever asks for help is helped.
    for arguments in [
        &["--help"][..],
        &["help"],
        &["--version"],
        &["--json", "run", "--help"],
    ] {
        let (code, out, err) = said(arguments, "")?;
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
        assert!(!out.is_empty(), "{arguments:?}");
    }
    Ok(())
}

/// A run of less than a second says nothing of how far it is, not even to those who ask.
#[test]
fn a_short_run_says_nothing_of_the_way() -> Outcome {
    let (code, _, err) = said(&["check", MALL, "--progress"], "")?;
    assert_eq!(
        (code, err.as_str()),
        (0, ""),
        "a short run needs no patience"
    );
    Ok(())
}
