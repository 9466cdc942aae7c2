//! A work in storage: the line that says what a slot holds, and whether another revision may be written there.
//!
//! Every work has two slots, so that the last good revision stands while the next is written. Whoever writes says
//! which revision it began from: when storage has another by then, nothing is written over it. What cannot be read,
//! because it is damaged or of a later version of this page, is never written over either.

/// What a line begins with, by the version of its form. The first named no beginning and no writer.
const FORMS: [&str; 2] = ["daycut-work/1", "daycut-work/2"];
/// What every line begins with, of whatever version.
const ANY_FORM: &str = "daycut-work/";

/// What a slot says of the revision in it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Head {
    /// Counts changes.
    pub revision: u32,
    /// The revision that storage had when this one was begun; 0 for none, or an old line that does not say.
    pub begun: u32,
    /// The load of the page that wrote it.
    pub by: String,
    /// Milliseconds since 1970, as a plain number.
    pub at: String,
    /// Checksum of the text.
    pub sum: u64,
    /// Bytes of the text.
    pub bytes: usize,
    /// The link that it came from, as a short sign; empty for none.
    pub from: String,
    /// Titles in Chinese and English.
    pub title: (String, String),
}

/// What a slot holds, as far as its line tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// A revision.
    Work(Head),
    /// Something written by a later version of this page.
    Newer,
    /// Something that was cut off or changed by another hand.
    Damaged,
}

/// Where the next revision of a work may go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Into this slot.
    Slot(usize),
    /// Nowhere: it is there already.
    Same,
    /// Nowhere under this name: storage has what this one did not begin from, or what nobody can read.
    Taken,
}

/// What becomes of a revision that was written down in haste, beside what is properly kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Landing {
    /// It goes on from what is kept.
    Next,
    /// What is kept has it already, or has gone on from it.
    Known,
    /// Neither is the other's past: it is kept beside, under another name.
    Beside,
}

impl Head {
    /// What a slot is to say of a text.
    pub fn of(text: &str) -> Head {
        Head {
            sum: checksum(text),
            bytes: text.len(),
            ..Head::default()
        }
    }

    /// As one line.
    pub fn line(&self) -> String {
        let one_line = |title: &str| title.replace(['\t', '\n', '\r'], " ");
        format!(
            "{}\t{}\t{}\t{}\t{}\t{:016x}\t{}\t{}\t{}\t{}",
            FORMS[1],
            self.revision,
            self.begun,
            one_line(&self.by),
            self.at,
            self.sum,
            self.bytes,
            one_line(&self.from),
            one_line(&self.title.0),
            one_line(&self.title.1),
        )
    }

    /// Whether the text is what the line says.
    pub fn describes(&self, text: &str) -> bool {
        self.sum == checksum(text)
    }
}

/// Reads the line of a slot.
pub fn held(line: Option<&str>) -> Held {
    let Some(line) = line else {
        return Held::Nothing;
    };
    let parts: Vec<&str> = line.split('\t').collect();
    let head = match parts.as_slice() {
        [form, revision, at, sum, zh, en] if *form == FORMS[0] => {
            head_of([revision, "0", "", at, sum, "0", "", zh, en])
        }
        [form, rest @ ..] if *form == FORMS[1] => rest.try_into().ok().and_then(head_of),
        _ => None,
    };
    match head {
        Some(head) => Held::Work(head),
        None if is_newer(line) => Held::Newer,
        None => Held::Damaged,
    }
}

fn head_of(parts: [&str; 9]) -> Option<Head> {
    let [revision, begun, by, at, sum, bytes, from, zh, en] = parts;
    Some(Head {
        revision: revision.parse().ok()?,
        begun: begun.parse().ok()?,
        by: by.to_owned(),
        at: at.to_owned(),
        sum: u64::from_str_radix(sum, 16).ok()?,
        bytes: bytes.parse().ok()?,
        from: from.to_owned(),
        title: (zh.to_owned(), en.to_owned()),
    })
}

/// A form of ours, with a number that this page does not know.
fn is_newer(line: &str) -> bool {
    let form = line.split(['\t', '\n']).next().unwrap_or_default();
    let version = form
        .strip_prefix(ANY_FORM)
        .and_then(|version| version.parse::<u32>().ok());
    version.is_some_and(|version| version > 2)
}

/// Reads a slot whose line and text stand in one piece: what it holds, and the text.
pub fn in_one_piece(piece: &str) -> (Held, &str) {
    let (line, text) = piece.split_once('\n').unwrap_or((piece, ""));
    match held(Some(line)) {
        Held::Work(head) if !head.describes(text) => (Held::Damaged, text),
        Held::Work(head) => {
            let bytes = text.len();
            (Held::Work(Head { bytes, ..head }), text)
        }
        other => (other, text),
    }
}

/// Where a revision may go beside what the two slots hold.
pub fn place(slots: &[Held; 2], next: &Head) -> Place {
    let revision = |slot: &Held| match slot {
        Held::Nothing => Some(None),
        Held::Work(head) => Some(Some(head.revision)),
        Held::Newer | Held::Damaged => None,
    };
    let [first, second] = slots;
    let (Some(in_first), Some(in_second)) = (revision(first), revision(second)) else {
        return Place::Taken;
    };
    match newest(slots) {
        Some(newest) if newest.revision == next.revision && newest.sum == next.sum => Place::Same,
        Some(newest) if !goes_on(newest, next) => Place::Taken,
        _ => Place::Slot(usize::from(in_first > in_second)),
    }
}

/// Whether a revision goes on from another: it says so, or one load of the page has written both.
fn goes_on(from: &Head, next: &Head) -> bool {
    let one_hand = !next.by.is_empty() && from.by == next.by;
    next.revision > from.revision && (one_hand || next.begun == from.revision)
}

/// The newest revision that can be read.
pub fn newest(slots: &[Held; 2]) -> Option<&Head> {
    let heads = slots.iter().filter_map(|slot| match slot {
        Held::Work(head) => Some(head),
        _ => None,
    });
    heads.max_by_key(|head| head.revision)
}

/// What becomes of a revision that waits beside what is kept under its name.
pub fn landing(slots: &[Held; 2], waiting: &Head) -> Landing {
    let same = |slot: &Held| match slot {
        Held::Work(head) => head.sum == waiting.sum && head.revision >= waiting.revision,
        _ => false,
    };
    let readable = |slot: &Held| matches!(slot, Held::Work(_) | Held::Nothing);
    if slots.iter().any(same) {
        return Landing::Known;
    }
    if !slots.iter().all(readable) {
        return Landing::Beside;
    }
    let Some(newest) = newest(slots) else {
        return Landing::Next;
    };
    let one_hand = !waiting.by.is_empty() && newest.by == waiting.by;
    if one_hand && newest.revision >= waiting.revision {
        return Landing::Known;
    }
    if goes_on(newest, waiting) && (one_hand || waiting.begun > 0) {
        Landing::Next
    } else {
        Landing::Beside
    }
}

/// How long to wait before a change is written: a moment after the last one, but no longer than the most after the
/// first that is not written yet. All in milliseconds.
pub fn wait(now: u64, first: u64, pause: u64, most: u64) -> u64 {
    let spent = now.saturating_sub(first);
    pause.min(most.saturating_sub(spent))
}

/// FNV-1a: enough to notice an accident.
pub fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
