//! The command line as a person or a script meets it: answers, complaints, exit codes.

mod command;

use std::process::{Command, Stdio};

use command::{MALL, Outcome, daycut, directory, said};

const BILL: &str = "tests/fixtures/wechat-trade-all-2021-01-28.csv";

fn mall_with(field: &str, other: &str) -> Outcome<String> {
    let mall = std::fs::read_to_string(MALL)?;
    assert!(mall.contains(field), "{field}");
    Ok(mall.replacen(field, other, 1))
}

#[test]
fn a_good_scenario_is_checked_in_silence_but_for_the_score() -> Outcome {
    assert_eq!(
        said(&["check", MALL], "")?,
        (0, "7/7 hold\n".to_owned(), String::new())
    );
    assert_eq!(said(&["--lang", "zh", "check", MALL], "")?.1, "7/7 成立\n");
    let (code, json, _) = said(&["check", MALL, "--json"], "")?;
    let rows: serde_json::Value = serde_json::from_str(&json)?;
    assert_eq!((code, rows.as_array().map(Vec::len)), (0, Some(7)));
    Ok(())
}

#[test]
fn a_failed_expectation_says_expected_actual_moment_and_path() -> Outcome {
    let wrong = mall_with(r#""value": "155.84""#, r#""value": "155.85""#)?;
    assert_eq!(
        said(&["check", "-"], &wrong)?,
        (
            1,
            "expectations[1]: fails: book.bank, current balance, 2018-10-08T23:59:59: \
             expected = 155.85, actual 155.84\n6/7 hold\n"
                .to_owned(),
            String::new()
        )
    );
    let out = directory("failed-expectation")?;
    let written = said(&["run", "-", "--out", &out.display().to_string()], &wrong)?;
    assert_eq!(written.0, 1);
    assert!(
        out.join("summary.json").exists(),
        "the files are written all the same"
    );
    Ok(())
}

#[test]
fn every_problem_is_said_with_its_path() -> Outcome {
    let wrong = mall_with(r#""rate": "0.006""#, r#""rate": "6‰""#)?;
    let wrong = wrong.replacen(r#""amount": "35.80""#, r#""amount": "35.805""#, 1);
    let (code, out, err) = said(&["check", "-"], &wrong)?;
    assert_eq!((code, out.as_str()), (1, ""));
    let paths: Vec<&str> = err
        .lines()
        .filter_map(|line| line.split_once(": ").map(|(path, _)| path))
        .collect();
    assert_eq!(paths, ["fee_plans[0].rate", "payments[2].lines[0].amount"]);
    let (_, json, err) = said(&["check", "-", "--json"], &wrong)?;
    let told: serde_json::Value = serde_json::from_str(&json)?;
    assert_eq!(told["error"], "problems");
    assert_eq!(told["detail"][0]["kind"]["code"], "bad-form");
    assert_eq!(err, "");
    Ok(())
}

#[test]
fn a_run_writes_every_file_that_the_list_names() -> Outcome {
    let out = directory("run")?;
    let (code, _, err) = said(&["run", MALL, "--out", &out.display().to_string()], "")?;
    assert_eq!((code, err.as_str()), (0, ""));
    let mut written: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(&out)? {
        written.push(entry?.file_name().to_string_lossy().into_owned());
    }
    written.sort();
    let list = said(&["export", MALL, "--list"], "")?.1;
    let mut listed: Vec<&str> = Vec::new();
    for line in list.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [kind, party, date, name] = cells[..] else {
            return Err(line.into());
        };
        listed.push(name);
        let mut arguments = vec!["export", MALL, "--kind", kind];
        if party != "-" {
            arguments.extend(["--party", party]);
        }
        if date != "-" {
            arguments.extend(["--date", date]);
        }
        let one = daycut(&arguments, b"")?.stdout;
        assert_eq!(one, std::fs::read(out.join(name))?, "{line}");
    }
    listed.sort_unstable();
    assert_eq!(written, listed);
    Ok(())
}

#[test]
fn asking_for_a_file_that_is_not_there_says_what_there_is() -> Outcome {
    let (code, _, err) = said(&["export", MALL, "--kind", "mt940"], "")?;
    assert_eq!(code, 1);
    assert!(err.contains("hledger, beancount, wechat-bill"), "{err}");
    let (code, _, err) = said(&["export", MALL, "--kind", "hledger"], "")?;
    assert_eq!(
        (code, err.as_str()),
        (1, "hledger needs --party, one of hs, mall, wx\n")
    );
    let bill = ["export", MALL, "--kind", "wechat-bill", "--party", "mall"];
    let (code, _, err) = said(&bill, "")?;
    assert_eq!(code, 1);
    assert!(err.contains("2018-09-28, 2018-09-30"), "{err}");
    Ok(())
}

/// T-W1 from end to end: in, played, and out again with the bytes that WeChat Pay published.
#[test]
fn an_imported_bill_is_exported_as_it_came() -> Outcome {
    let bill = std::fs::read(BILL)?;
    let scenario = daycut(&["import", "wechat-bill", "-"], &bill)?;
    assert!(scenario.status.success());
    let arguments = [
        "export",
        "-",
        "--kind",
        "wechat-bill",
        "--party",
        "m1601959334",
        "--date",
        "2021-01-28",
    ];
    assert_eq!(daycut(&arguments, &scenario.stdout)?.stdout, bill);
    let (code, _, err) = said(&["import", "wechat-bill", MALL], "")?;
    assert_eq!(code, 1);
    assert!(!err.is_empty());
    Ok(())
}

#[test]
fn a_file_is_looked_at_before_anything_is_made_of_it() -> Outcome {
    let (code, said_of_bill, _) = said(&["--lang", "zh", "import", "preview", BILL], "")?;
    assert_eq!(code, 0);
    assert!(
        said_of_bill.contains("微信交易账单（全部，27 列）\n"),
        "{said_of_bill}"
    );
    assert!(
        said_of_bill.contains("支付: 3 笔，0.03 元\n"),
        "{said_of_bill}"
    );
    let wrong = std::fs::read_to_string(BILL)?.replacen("1.00%", "1.00", 1);
    let (code, told, _) = said(&["import", "preview", "-"], &wrong)?;
    assert_eq!(code, 1);
    assert!(
        told.contains("Line 2, 费率: “1.00” is not written like 0.60%"),
        "{told}"
    );
    let json = said(&["--json", "import", "preview", MALL], "")?.1;
    let seen: serde_json::Value = serde_json::from_str(&json)?;
    assert_eq!(seen["kind"], "scenario");
    assert_eq!(seen["came"], serde_json::json!([5, 39663]));
    Ok(())
}

#[test]
fn a_picture_shows_the_moment_that_was_asked_for() -> Outcome {
    let at = ["diagram", MALL, "--at", "2018-09-30T23:00:00"];
    let (code, picture, _) = said(&at, "")?;
    assert_eq!(code, 0);
    assert!(
        picture.starts_with("<svg ") && picture.ends_with("</svg>\n"),
        "{picture:.40}"
    );
    assert!(picture.contains("By holder · 2018-09-30 23:00:00"));
    assert_ne!(picture, said(&["diagram", MALL], "")?.1);
    let keeper = ["--lang", "zh", "diagram", MALL, "--view", "keeper"];
    assert!(said(&keeper, "")?.1.contains("按账套"));
    assert_eq!(said(&["diagram", MALL, "--at", "yesterday"], "")?.0, 2);
    Ok(())
}

#[test]
fn a_trade_before_national_day_is_due_by_the_calendar_asked() -> Outcome {
    assert_eq!(said(&["due", "T+1", "2018-09-30"], "")?.1, "2018-10-08\n");
    assert_eq!(said(&["due", "D+1", "2018-09-30"], "")?.1, "2018-10-01\n");
    let weekdays = ["due", "T+1", "2018-09-30", "--calendar", "weekdays"];
    assert_eq!(said(&weekdays, "")?.1, "2018-10-01\n");
    let json = said(&["due", "T+1", "2018-09-30", "--json"], "")?.1;
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&json)?["due"],
        "2018-10-08"
    );
    assert_eq!(said(&["due", "T+1", "2030-01-01"], "")?.0, 1);
    assert_eq!(said(&["due", "T1", "2018-09-30"], "")?.0, 2);
    assert_eq!(
        said(
            &[
                "calendar",
                "cn",
                "--from",
                "2018-09-29",
                "--to",
                "2018-10-01"
            ],
            ""
        )?
        .1,
        "date,working\n2018-09-29,true\n2018-09-30,true\n2018-10-01,false\n"
    );
    let backwards = [
        "calendar",
        "cn",
        "--from",
        "2018-10-01",
        "--to",
        "2018-09-29",
    ];
    assert_eq!(said(&backwards, "")?.0, 2);
    Ok(())
}

#[test]
fn a_scenario_travels_in_a_link() -> Outcome {
    let (code, link, _) = said(&["link", "encode", MALL], "")?;
    assert_eq!(code, 0);
    let decoded = said(&["link", "decode", link.trim()], "")?.1;
    assert_eq!(said(&["link", "decode", "-"], &link)?.1, decoded);
    assert_eq!(said(&["link", "encode", "-"], &decoded)?.1, link);
    assert_eq!(said(&["link", "decode", "nonsense"], "")?.0, 1);
    Ok(())
}

#[test]
fn a_fix_writes_a_scenario_without_the_finding_and_says_what_it_did() -> Outcome {
    let pooled = "www/scenarios/mall-pooled.json";
    let (code, told, _) = said(&["findings", pooled], "")?;
    assert_eq!(code, 0);
    assert!(
        told.contains("a fix (SC-01): A sub-merchant number"),
        "{told}"
    );
    let directory = directory("fix")?;
    std::fs::create_dir_all(&directory)?;
    let out = directory.join("mended.json").display().to_string();
    let (code, told, complaint) = said(&["findings", pooled, "--fix", "SC-01", "-o", &out], "")?;
    assert_eq!((code, complaint.as_str()), (0, ""));
    assert!(told.contains("gone: SC-01"), "{told}");
    assert!(
        !told.contains("new:") && !told.contains("still there:"),
        "{told}"
    );
    assert!(
        told.contains("others' money held by Mall, at most: 292.20 → 0.00"),
        "{told}"
    );
    let (code, told, _) = said(&["findings", &out], "")?;
    assert!(code == 0 && told.ends_with("0 risk hints\n"), "{told}");
    // To standard output goes the scenario alone.
    let (_, json, _) = said(&["findings", pooled, "--fix", "SC-01:1"], "")?;
    assert_eq!(json, std::fs::read_to_string(&out)?);
    let (code, _, complaint) = said(&["findings", pooled, "--fix", "SC-07"], "")?;
    assert_eq!(code, 1);
    assert!(
        complaint.starts_with("no fix “SC-07”; there is SC-01, SC-02"),
        "{complaint}"
    );
    let (_, json, _) = said(&["findings", pooled, "--json"], "")?;
    let json: serde_json::Value = serde_json::from_str(&json)?;
    assert_eq!(json["fixes"][0]["kind"], "sub_merchants");
    assert_eq!(json["findings"][0]["rule"], "SC-01");
    Ok(())
}

#[test]
fn the_schema_is_json() -> Outcome {
    let schema = said(&["schema"], "")?.1;
    let schema: serde_json::Value = serde_json::from_str(&schema)?;
    assert!(schema["$schema"].is_string());
    Ok(())
}

#[test]
fn misuse_and_unwritable_files_are_complaints_not_crashes() -> Outcome {
    assert_eq!(said::<&str>(&[], "")?.0, 2);
    assert_eq!(said(&["check"], "")?.0, 2);
    assert_eq!(said(&["export", MALL], "")?.0, 2);
    let (code, _, err) = said(&["check", "no-such-file.json"], "")?;
    assert_eq!(code, 2);
    assert!(err.starts_with("cannot read no-such-file.json"), "{err}");
    let output = daycut(&["check", "-"], &[0xff, 0xfe, 0x00])?;
    assert_eq!(output.status.code(), Some(2));
    let export = [
        "export",
        MALL,
        "--kind",
        "summary",
        "-o",
        "no-such-directory/out.json",
    ];
    let (code, _, err) = said(&export, "")?;
    assert_eq!(code, 2);
    assert!(err.starts_with("cannot write"), "{err}");
    let run = ["run", MALL, "--out", MALL];
    assert_eq!(
        said(&run, "")?.0,
        2,
        "a file stands where the directory should"
    );
    Ok(())
}

#[test]
fn a_balance_is_explained_down_to_the_line_of_the_scenario() -> Outcome {
    let (code, told, _) = said(
        &[
            "explain",
            MALL,
            "--account",
            "wx:2241.01.book",
            "--at",
            "2018-10-01 09:30",
        ],
        "",
    )?;
    assert_eq!(code, 0);
    for line in [
        "Why Pending Bookshop (wx:2241.01.book) is 58.44",
        "Current balance: all entries up to accounting date 2018-10-01",
        "+58.44 → balance 58.44",
        "what the split left is unfrozen and pending",
        r#"set at payment 4 · as written payments[3]: {"id": "O4", "at": "2018-09-30T23:59:58""#,
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    let previous = [
        "explain",
        MALL,
        "--account",
        "wx:2241.01.book",
        "--at",
        "2018-10-01 09:30",
        "--previous-day",
    ];
    let told = said(&previous, "")?.1;
    assert!(told.contains("is 0.00\n"), "{told}");
    assert!(
        told.contains("all entries dated 2018-09-30 or earlier"),
        "{told}"
    );
    Ok(())
}

#[test]
fn a_payout_is_explained_by_the_counting_of_days() -> Outcome {
    let zh = ["--lang", "zh", "explain", MALL, "--account", "book.bank"];
    let told = said(&zh, "")?.1;
    assert!(
        told.contains("10-02 至 10-07 休，10-08 第 1 个工作日 → 应结 10-08"),
        "{told}"
    );
    assert!(
        told.contains(r#"对应设置：结算周期第 1 条 · 原文 settlement_rules[0]: {"id": "t1""#),
        "{told}"
    );
    Ok(())
}

#[test]
fn an_event_is_explained_and_both_come_as_json() -> Outcome {
    let (code, told, _) = said(&["explain", MALL, "--event", "5"], "")?;
    assert_eq!(code, 0);
    assert!(
        told.contains("Dr Reserve / Cr Frozen Café · 200.00"),
        "{told}"
    );
    let (_, json, _) = said(&["explain", MALL, "--event", "5", "--json"], "")?;
    let why: serde_json::Value = serde_json::from_str(&json)?;
    assert_eq!(why["rule"]["mode"], "sub_merchant");
    assert_eq!(why["reasons"][0]["path"], "payments[0]");
    let (_, json, _) = said(&["explain", MALL, "--account", "cafe.bank", "--json"], "")?;
    let why: serde_json::Value = serde_json::from_str(&json)?;
    assert_eq!(why["balance"]["balance"], 18_080);
    assert!(
        why["events"]
            .as_array()
            .is_some_and(|events| events.len() > 1)
    );
    Ok(())
}

#[test]
fn what_does_not_exist_is_not_explained_but_what_does_is_named() -> Outcome {
    let (code, _, err) = said(&["explain", MALL, "--account", "cafe"], "")?;
    assert_eq!(code, 1);
    assert!(
        err.contains("there is no account “cafe”; there are") && err.contains("cafe.bank"),
        "{err}"
    );
    let (code, _, err) = said(&["explain", MALL, "--event", "0"], "")?;
    assert_eq!(
        (
            code,
            err.starts_with("there is no event 0; there are 1 to ")
        ),
        (1, true)
    );
    assert_eq!(said(&["explain", MALL], "")?.0, 2);
    assert_eq!(
        said(&["explain", MALL, "--account", "x", "--at", "noon"], "")?.0,
        2
    );
    Ok(())
}

#[test]
fn a_reader_that_stops_listening_is_no_error() -> Outcome {
    let mut child = Command::new(env!("CARGO_BIN_EXE_daycut-cli"))
        .args([
            "calendar",
            "cn",
            "--from",
            "2007-01-01",
            "--to",
            "2026-12-31",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    drop(child.stdout.take());
    let output = child.wait_with_output()?;
    assert_eq!(String::from_utf8(output.stderr)?, "");
    assert_eq!(output.status.code(), Some(0));
    Ok(())
}

#[test]
fn completion_codes_are_looked_up_from_arguments_and_from_a_list() -> Outcome {
    let answer = daycut::facade::view::LessonAnswer {
        picks: vec![2],
        name: "Li".to_owned(),
        ..Default::default()
    };
    let lesson = daycut::facade::lessons::shelved("K6").ok_or("K6")?;
    let state = daycut::facade::lessons::judged(&lesson, &answer);
    let shown = state.map_err(|stuck| format!("{stuck:?}"))?.code;
    let shown = shown.ok_or("a code")?;
    let line = format!("{shown} Li");
    let (code, out, err) = said(&["lesson", "code", &line], "")?;
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with(&format!("{shown}  Li  K6 D+1")), "{out}");
    assert!(
        out.contains("natural day") && out.ends_with("passed\n"),
        "{out}"
    );
    let (code, out, _) = said(
        &["--lang", "zh", "lesson", "code", "-"],
        &format!("{line}\nABCD\n"),
    )?;
    assert_eq!((code, out.lines().count()), (1, 2));
    assert!(out.contains("通过") && out.contains("这里有 4 个"), "{out}");
    let (code, json, _) = said(&["lesson", "code", &format!("{shown} Wang"), "--json"], "")?;
    let seen: serde_json::Value = serde_json::from_str(&json)?;
    assert_eq!(code, 1);
    assert_eq!(seen["rows"][0]["standing"]["name"], "other");
    assert_eq!(said(&["lesson", "code"], "")?.0, 2);
    Ok(())
}

#[test]
fn a_due_date_beyond_the_calendar_names_the_day_that_is_not_known() -> Outcome {
    let (code, _, said_en) = said(&["due", "T+1", "2026-12-31"], "")?;
    assert_eq!(code, 1);
    assert!(
        said_en.contains("2027-01-01") && !said_en.contains("2026-12-31"),
        "{said_en}"
    );
    assert_eq!(said(&["due", "D+1", "2026-12-31"], "")?.1, "2027-01-01\n");
    // The cycles of documents and no others.
    for cycle in ["T+31", "T+99", "D+01", "T+007", "T+"] {
        assert_eq!(said(&["due", cycle, "2018-09-30"], "")?.0, 2, "{cycle}");
    }
    assert_eq!(said(&["due", "T+30", "2018-09-03"], "")?.0, 0);
    Ok(())
}

#[test]
fn what_changes_nothing_is_noticed_on_standard_error() -> Outcome {
    let hidden = mall_with(
        r#""routes": ["#,
        r#""routes": [
    {"seller": "cafe", "channel": "wx", "contract": "cafe-wx"},"#,
    )?;
    let (code, out, noticed) = said(&["check", "-"], &hidden)?;
    assert_eq!((code, out.as_str()), (0, "7/7 hold\n"));
    assert!(
        noticed.starts_with("notice routes[1]: ") && noticed.lines().count() == 1,
        "{noticed}"
    );
    let (_, out, noticed) = said(&["check", "-", "--json"], &hidden)?;
    let rows: serde_json::Value = serde_json::from_str(&out)?;
    assert_eq!(rows.as_array().map(Vec::len), Some(7));
    let noticed: serde_json::Value = serde_json::from_str(&noticed)?;
    assert_eq!(noticed["notices"][0]["kind"]["code"], "hidden-route");
    let zh = said(&["--lang", "zh", "check", "-"], &hidden)?.2;
    assert!(zh.starts_with("提醒 routes[1]: "), "{zh}");
    Ok(())
}

#[test]
fn a_picture_without_payments_is_of_the_day_on_which_the_scenario_starts() -> Outcome {
    let quiet = r#"{"format": "daycut/1", "title": "x", "starts": "2018-01-01T00:00:00", "days": 1,
        "parties": [{"id": "b", "kind": "bank", "name": "B"}, {"id": "m", "kind": "merchant", "name": "M"}],
        "accounts": [{"id": "a", "kept_by": "b", "owner": "m", "opening": "1.00"}]}"#;
    let empty =
        r#"{"format": "daycut/1", "title": "x", "starts": "2018-01-01T00:00:00", "days": 1}"#;
    for text in [quiet, empty] {
        let (code, svg, _) = said(&["diagram", "-", "-o", "-"], text)?;
        assert_eq!(code, 0);
        assert!(!svg.contains("2017-12-31"), "{svg}");
    }
    assert!(
        said(&["diagram", "-", "-o", "-"], quiet)?
            .1
            .contains("2018-01-0")
    );
    Ok(())
}
