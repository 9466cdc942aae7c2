//! The completion code: eight characters that name a lesson, its edition, the choices that passed, and who passed.
//!
//! A trainer can look it up; it is no proof, because whoever has the program can make one. Eight times five bits
//! hold, in this order: the lesson (12), its edition (6), the way its knobs stand (8), the name (6), a check (8).
//! The check finds every single wrong character and every two neighbours that changed places.

use serde::{Deserialize, Serialize};

use super::{Lesson, Picks};

/// Letters and digits without I, O, 0 and 1, which are read for each other.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// Characters of a code.
const LENGTH: usize = 8;
/// Characters before the dash.
const HALF: usize = 4;

const LESSONS: u32 = 1 << 12;
const EDITIONS: u32 = 1 << 6;
const WAYS: u32 = 1 << 8;
const NAMES: u32 = 1 << 6;
const CHECKS: u32 = 1 << 8;

/// What a code says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Code {
    lesson: u32,
    edition: u32,
    way: u32,
    name: u32,
}

/// Why a text is no code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeFlaw {
    /// It is shorter or longer: characters found.
    Length(usize),
    /// A character that no code has.
    Letter(char),
    /// A character is wrong.
    Check,
}

/// How the name in a code stands to one that somebody gives.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    /// It is that of this name, or of none where none is given.
    Fits,
    /// It is that of another name, or of none.
    Other,
    /// It has a name, and none is given.
    Unasked,
}

impl Code {
    /// The code of a lesson under these picks. The name may be blank.
    pub fn of(lesson: &Lesson, picks: &Picks, name: &str) -> Option<Code> {
        let way = u32::try_from(lesson.way_of(picks)?).ok()?;
        Some(Code {
            lesson: part(&lesson.id, LESSONS),
            edition: lesson.edition.checked_rem(EDITIONS)?,
            way,
            name: signed(name),
        })
    }

    /// Reads a code, with or without its dash, in capitals or not.
    ///
    /// # Errors
    /// The first [`CodeFlaw`].
    pub fn read(text: &str) -> Result<Code, CodeFlaw> {
        let letters: Vec<char> = text.chars().filter(|letter| *letter != '-').collect();
        if letters.len() != LENGTH {
            return Err(CodeFlaw::Length(letters.len()));
        }
        let mut whole = 0_u64;
        for letter in letters {
            let capital = letter.to_ascii_uppercase();
            let mut known = ALPHABET.iter().map(|known| char::from(*known));
            let digit = known.position(|known| known == capital);
            let digit = digit.and_then(|digit| u64::try_from(digit).ok());
            let digit = digit.ok_or(CodeFlaw::Letter(letter))?;
            whole = whole.saturating_mul(32).saturating_add(digit);
        }
        let check = taken(&mut whole, CHECKS);
        let parts = [NAMES, WAYS, EDITIONS, LESSONS].map(|size| taken(&mut whole, size));
        let [name, way, edition, lesson] = parts;
        let code = Code {
            lesson,
            edition,
            way,
            name,
        };
        if code.check() == check {
            Ok(code)
        } else {
            Err(CodeFlaw::Check)
        }
    }

    /// The code as people write it: `ABCD-EFGH`.
    pub fn shown(&self) -> String {
        let mut whole = self.whole();
        put(&mut whole, self.check(), CHECKS);
        let mut digits = [0; LENGTH];
        for digit in digits.iter_mut().rev() {
            *digit = taken(&mut whole, 32);
        }
        let mut text = String::new();
        for (place, digit) in digits.into_iter().enumerate() {
            if place == HALF {
                text.push('-');
            }
            let letter = usize::try_from(digit).ok().and_then(|at| ALPHABET.get(at));
            text.push(letter.map_or(' ', |letter| char::from(*letter)));
        }
        text
    }

    /// Whether it is about this lesson.
    pub fn names(&self, lesson: &Lesson) -> bool {
        self.lesson == part(&lesson.id, LESSONS)
    }

    /// The picks, where it is about this edition of the lesson.
    pub fn picks(&self, lesson: &Lesson) -> Option<Picks> {
        let same = lesson.edition.checked_rem(EDITIONS) == Some(self.edition);
        let way = usize::try_from(self.way).ok()?;
        lesson.all_picks().into_iter().nth(way).filter(|_| same)
    }

    /// How its name stands to this one.
    pub fn signature(&self, name: &str) -> Signature {
        let given = signed(name);
        match given {
            _ if given == self.name => Signature::Fits,
            0 => Signature::Unasked,
            _ => Signature::Other,
        }
    }

    fn whole(&self) -> u64 {
        let mut whole = u64::from(self.lesson);
        put(&mut whole, self.edition, EDITIONS);
        put(&mut whole, self.way, WAYS);
        put(&mut whole, self.name, NAMES);
        whole
    }

    fn check(&self) -> u32 {
        let sum = crc32fast::hash(&self.whole().to_be_bytes());
        sum.checked_rem(CHECKS).unwrap_or_default()
    }
}

/// Appends a part to a number, as its last `size` values.
fn put(whole: &mut u64, value: u32, size: u32) {
    *whole = whole
        .saturating_mul(u64::from(size))
        .saturating_add(u64::from(value));
}

/// Takes the last part off a number.
fn taken(whole: &mut u64, size: u32) -> u32 {
    let last = whole.checked_rem(u64::from(size)).unwrap_or_default();
    *whole = whole.checked_div(u64::from(size)).unwrap_or_default();
    u32::try_from(last).unwrap_or_default()
}

/// A text as one of so many.
fn part(text: &str, size: u32) -> u32 {
    let sum = crc32fast::hash(text.as_bytes());
    sum.checked_rem(size).unwrap_or_default()
}

/// A name as one of so many; nothing for none. Only its letters and digits count.
fn signed(name: &str) -> u32 {
    let letters: String = name.chars().filter(|one| one.is_alphanumeric()).collect();
    if letters.is_empty() {
        return 0;
    }
    let others = NAMES.saturating_sub(1);
    part(&letters.to_lowercase(), others).saturating_add(1)
}

/// The first word of a line that is a code, or looks most like one, and the rest of the line: a name.
pub fn formed(line: &str) -> (Option<&str>, String) {
    let splits = |letter: char| letter.is_whitespace() || ",，;；:：、()（）".contains(letter);
    let words: Vec<&str> = line.split(splits).filter(|word| !word.is_empty()).collect();
    let sound = words.iter().position(|word| Code::read(word).is_ok());
    let checked = || {
        let mut flaws = words.iter().map(|word| Code::read(word).err());
        flaws.position(|flaw| flaw == Some(CodeFlaw::Check))
    };
    let lettered = || {
        let is_alike = |word: &&str| matches!(Code::read(word), Err(CodeFlaw::Letter(_)));
        words
            .iter()
            .position(|word| word.is_ascii() && is_alike(word))
    };
    let alike = sound.or_else(checked).or_else(lettered);
    let Some(place) = alike.or((words.len() == 1).then_some(0)) else {
        return (None, words.join(" "));
    };
    let others = words.iter().enumerate().filter(|(at, _)| *at != place);
    let name: Vec<&str> = others.map(|(_, word)| *word).collect();
    (words.get(place).copied(), name.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::{SHELF, read_text};
    use super::*;

    fn lesson(place: usize) -> Lesson {
        read_text(SHELF[place].text).unwrap()
    }

    #[test]
    fn what_is_written_is_read() {
        for place in 0..SHELF.len() {
            let lesson = lesson(place);
            for picks in lesson.all_picks() {
                let code = Code::of(&lesson, &picks, "小王").unwrap();
                let shown = code.shown();
                assert_eq!(shown.len(), LENGTH + 1, "{shown}");
                assert!(!shown.contains(['I', 'O', '0', '1']), "{shown}");
                assert_eq!(Code::read(&shown), Ok(code));
                assert_eq!(Code::read(&shown.replace('-', "").to_lowercase()), Ok(code));
                assert!(code.names(&lesson));
                assert_eq!(code.picks(&lesson), Some(picks));
            }
        }
    }

    /// The sum is linear, so what is found in one code is found in all.
    #[test]
    fn every_single_wrong_character_and_every_swap_of_neighbours_is_found() {
        let lesson = lesson(0);
        let picks = lesson.first_picks();
        let shown = Code::of(&lesson, &picks, "").unwrap().shown();
        let sound: Vec<char> = shown.replace('-', "").chars().collect();
        for place in 0..LENGTH {
            for other in ALPHABET.iter().map(|one| char::from(*one)) {
                let mut wrong = sound.clone();
                wrong[place] = other;
                let read = Code::read(&wrong.iter().collect::<String>());
                assert_eq!(read.is_ok(), wrong == sound, "{wrong:?}");
            }
        }
        // Two neighbours that change places add the same difference to both.
        for place in 1..LENGTH {
            for difference in 1..32 {
                let other = |letter: char| {
                    let digit = ALPHABET.iter().position(|one| char::from(*one) == letter);
                    char::from(ALPHABET[digit.unwrap() ^ difference])
                };
                let mut wrong = sound.clone();
                wrong[place - 1] = other(wrong[place - 1]);
                wrong[place] = other(wrong[place]);
                let read = Code::read(&wrong.iter().collect::<String>());
                assert_eq!(read, Err(CodeFlaw::Check), "{wrong:?}");
            }
        }
    }

    #[test]
    fn a_text_that_is_no_code_is_told_why() {
        assert_eq!(Code::read("ABCD"), Err(CodeFlaw::Length(4)));
        assert_eq!(Code::read(""), Err(CodeFlaw::Length(0)));
        assert_eq!(Code::read("ABCD-EFG0"), Err(CodeFlaw::Letter('0')));
        assert_eq!(Code::read("商场商场商场商场"), Err(CodeFlaw::Letter('商')));
    }

    #[test]
    fn a_name_counts_by_its_letters_and_may_be_left_out() {
        let lesson = lesson(0);
        let of = |name: &str| Code::of(&lesson, &lesson.first_picks(), name).unwrap();
        assert_eq!(of("Li, Wang "), of("li wang"));
        assert_eq!(of("Li").signature("LI"), Signature::Fits);
        assert_eq!(of("").signature("  "), Signature::Fits);
        assert_eq!(of("Li").signature(""), Signature::Unasked);
        assert_eq!(of("").signature("Li"), Signature::Other);
        assert_eq!(of("小王").signature("小张"), Signature::Other);
    }

    #[test]
    fn another_edition_or_lesson_is_another_code() {
        let (one, other) = (lesson(0), lesson(1));
        let picks = one.first_picks();
        let code = Code::of(&one, &picks, "").unwrap();
        assert!(!code.names(&other), "the lessons that ship are told apart");
        let edition = one.edition + 1;
        let newer = Lesson { edition, ..one };
        assert!(code.names(&newer));
        assert_eq!(code.picks(&newer), None);
    }

    #[test]
    fn a_line_holds_a_code_and_perhaps_a_name_in_any_order() {
        let lesson = lesson(0);
        let shown = Code::of(&lesson, &lesson.first_picks(), "")
            .unwrap()
            .shown();
        let code = shown.as_str();
        assert_eq!(formed(code), (Some(code), String::new()));
        assert_eq!(
            formed(&format!("{code} 小王")),
            (Some(code), "小王".to_owned())
        );
        assert_eq!(
            formed(&format!("王五：{code}")),
            (Some(code), "王五".to_owned())
        );
        // A name of eight letters is no code.
        let line = format!("MARGARET, {code}");
        assert_eq!(formed(&line), (Some(code), "MARGARET".to_owned()));
        let zero = "ABCD-EFG0 小王";
        assert_eq!(formed(zero), (Some("ABCD-EFG0"), "小王".to_owned()));
        assert_eq!(formed("ABCD"), (Some("ABCD"), String::new()));
        assert_eq!(formed("thank you all"), (None, "thank you all".to_owned()));
    }
}
