//! What people and messengers do to links, and what must come of it: the same scenario, or a reason; never another.

use super::super::{decode, decode_pair, encode, encode_pair, open};
use super::*;
use crate::scenario::document::read_text;
use crate::scenario::gallery::GALLERY;
use crate::scenario::problem::{Problem, ProblemKind};
use crate::scenario::samples::mall;
use crate::scenario::v1::Scenario;

fn shipped(place: usize) -> Scenario {
    read_text(GALLERY[place].text).unwrap()
}

fn flaw<T: std::fmt::Debug>(answer: Result<T, Vec<Problem>>) -> Option<LinkFlaw> {
    match answer.unwrap_err().as_slice() {
        [
            Problem {
                path,
                kind: ProblemKind::BadLink { reason },
            },
        ] if path.is_empty() => Some(*reason),
        _ => None,
    }
}

/// What stands around `*` is what was glued on; the link takes the place of the star.
const GLUED: &[&str] = &[
    "*。",
    "*，看看这个",
    "（*）",
    "“*”",
    "《*》",
    "*》",
    "<*>",
    "> *",
    "\"*\"",
    "'*'",
    "_*_",
    "**",
    "*.",
    "*...",
    "*…",
    "*!",
    "*)",
    "*]",
    "*;",
    "*\u{200b}",
    "\u{feff}*\u{200e}",
    "*😀",
    "*👍🏻好",
    "*_",
    "*-",
    "*--",
    "*thanks",
    "*发自我的iPhone",
    "* 发自我的iPhone\n",
    "*\r\n\r\n-- \r\nLi Wang, t1.cn",
    "看看 *",
    "看看*",
    "这里有个沙盘：*，打开看看",
    "see *.",
    "link:*",
    "linkto*",
    "https://example.org/daycut/#*",
    "https://example.org/daycut/#/*",
    "https://example.org/daycut/#s=*",
    "https://example.org/daycut/?s=*",
    "https://example.org/daycut/?s=*&from=singlemessage&isappinstalled=0",
    "https://example.org/daycut/?from=singlemessage&isappinstalled=0#*",
    "https://example.org/daycut/?from=singlemessage&amp;isappinstalled=0&amp;s=*",
    "https://example.org/daycut/#*&from=singlemessage&isappinstalled=0",
    "https://example.org/daycut/#*?from=groupmessage",
    "https://example.org/daycut/?s=*#top",
    "https://example.org/daycut/#/play/*",
    "https://s1.example.org/#*",
    "[沙盘](https://example.org/#*)",
    "<a href=\"https://example.org/#*\">t1.html</a>",
    "https://example.org/go?to=https%3A%2F%2Fexample.org%2F%23*",
    "https://example.org/go?to=https%253A%252F%252Fexample.org%252F%2523*",
    "附件 t1.docx 的沙盘在 #*",
    "* *",
    "https://example.org/?s=*#*",
];

#[test]
fn what_is_glued_onto_a_link_is_left_out() {
    let scenarios = [mall(), shipped(0)];
    for scenario in &scenarios {
        let link = encode(scenario).unwrap();
        for glued in GLUED {
            let text = glued.replace('*', &link);
            assert_eq!(decode(&text).as_ref(), Ok(scenario), "{text}");
            assert!(looks_like_one(&text), "{text}");
            let opened = open(&text).unwrap();
            assert_eq!((opened.link, opened.beside), (link.clone(), None), "{text}");
        }
    }
    let link = encode_pair(&scenarios[0], &scenarios[1]).unwrap();
    let both = Ok((scenarios[0].clone(), scenarios[1].clone()));
    for glued in GLUED {
        let text = glued.replace('*', &link);
        assert_eq!(decode_pair(&text), both, "{text}");
        assert_eq!(open(&text).unwrap().link, link, "{text}");
    }
}

/// What happens to the beginning, and inside: mail programs break lines, keyboards write capitals and other dots.
#[test]
fn a_link_that_was_bent_is_straightened() {
    let scenario = shipped(2);
    let link = encode(&scenario).unwrap();
    let payload = link.strip_prefix("t1.").unwrap();
    let (first, second) = payload.split_at(17);
    for text in [
        format!("t1%2E{payload}"),
        format!("t1%2e{payload}"),
        format!("#t1%252E{payload}"),
        format!("T1.{payload}"),
        format!("#T1.{payload}"),
        format!("t1。{payload}"),
        format!("t1．{payload}"),
        format!("t\u{200b}1.{payload}"),
        format!("t1. {payload}"),
        format!("t1.\n{payload}"),
        format!("t1.{first}\n{second}"),
        format!("t1.{first}\r\n  {second}"),
        format!("t1.{first}=\r\n{second}"),
        format!("> t1.{first}\n> {second}\n> 看看"),
        format!("t1.{first}\u{200b}{second}"),
        format!("t1.{first}%20{second}"),
        format!("t1.{first}%0A{second}"),
        format!("t1.{payload}=="),
        format!("t1.{first}…\nhttps://example.org/#t1.{payload}"),
    ] {
        assert_eq!(decode(&text).as_ref(), Ok(&scenario), "{text}");
        assert_eq!(open(&text).unwrap().link, link, "{text}");
    }
}

#[test]
fn two_different_links_are_refused_and_two_equal_ones_are_one() {
    let (a, b) = (encode(&shipped(0)).unwrap(), encode(&shipped(1)).unwrap());
    let pair = encode_pair(&shipped(0), &shipped(1)).unwrap();
    let changed = format!("{}AAAA", b.get(..b.len() - 4).unwrap());
    for (one, other) in [(&a, &b), (&b, &a), (&a, &pair), (&pair, &a), (&a, &changed)] {
        for text in [
            format!("https://example.org/?s={one}&s={other}"),
            format!("https://example.org/?s={one}#{other}"),
            format!("{one} {other}"),
            format!("{one}{other}"),
        ] {
            // Glued together without a mark between them, only whole links can be told apart.
            if text.starts_with(one.as_str()) && !text.contains(' ') && *other == changed {
                continue;
            }
            assert_eq!(flaw(decode(&text)), Some(LinkFlaw::SeveralLinks), "{text}");
            assert_eq!(
                flaw(decode_pair(&text)),
                Some(LinkFlaw::SeveralLinks),
                "{text}"
            );
            assert_eq!(flaw(open(&text)), Some(LinkFlaw::SeveralLinks), "{text}");
        }
    }
    for text in [
        format!("?s={a}#{a}"),
        format!("?s={a}&s={a}"),
        format!("{a}\n{a}"),
    ] {
        assert_eq!(decode(&text), Ok(shipped(0)), "{text}");
    }
}

/// A damaged link is told to be damaged wherever the damage is, and does not pass for a text without any link.
#[test]
fn damage_is_called_damage() {
    let link = encode(&shipped(0)).unwrap();
    let cut = link.get(..link.len() - 5).unwrap();
    for text in [
        cut.to_owned(),
        format!("#{cut}"),
        format!("#/{cut}"),
        format!("#看看 {cut}"),
        format!("#{}", cut.replacen("t1.", "T1.", 1)),
        format!("#{}", cut.replacen("t1.", "t1%2E", 1)),
        format!("https://example.org/?s={cut}&from=singlemessage"),
        format!("{cut}。"),
        // A letter in the middle, and one of the last.
        format!("{}.{}", &link[..20], &link[20..])
            .replacen('.', "_", 2)
            .replacen('_', ".", 1),
        format!("{}AA", &link[..link.len() - 2]),
        link.replacen("t1.", "s1.", 1),
        link.replacen("t1.", "p1.", 1),
    ] {
        assert_eq!(flaw(open(&text)), Some(LinkFlaw::Damaged), "{text}");
        assert!(looks_like_one(&text), "{text}");
    }
    for text in [
        "",
        "https://example.org/",
        "#/play",
        "#/learn/K5/292.20/1-1-0",
        "u1.abc",
        "s01.abc",
    ] {
        assert_eq!(flaw(open(text)), Some(LinkFlaw::NotALink), "{text}");
        assert!(!looks_like_one(text), "{text}");
    }
}

/// A text full of beginnings is read as fast as any other.
#[test]
fn a_text_full_of_beginnings_takes_no_longer() {
    let link = encode(&shipped(0)).unwrap();
    let text = format!("{link} {}", "t1.A ".repeat(200_000));
    assert_eq!(decode(&text), Ok(shipped(0)));
    assert_eq!(
        flaw(decode(&"s1.".repeat(200_000))),
        Some(LinkFlaw::Damaged)
    );
}
