//! What a lesson looks like as a document: its fields, listed once, as those of a scenario are.

use super::{Asked, Bet, Check, Choice, FORMAT, Knob, Restated, Start, Variant, WrongIdea};
use crate::base::date::WallClock;
use crate::scenario::document::codec::{
    self, Bilingual, Codec, FreeText, Id, Moment, TextMap, Whole, shape_of,
};
use crate::scenario::document::noun::{
    give_field, given, kind, need, noun, table, take_field, taken,
};
use crate::scenario::document::shape::{Field, Kind, Need, Shape};
use crate::scenario::document::tree::Node;
use crate::scenario::limits::{
    LESSON_CHECKS_MAX, LESSON_CHOICES_MAX, LESSON_HINTS_MAX, LESSON_IDEAS_MAX, LESSON_KNOBS_MAX,
    LESSON_MINUTES_MAX, LESSON_SENTENCES, LESSON_VARIANTS_MAX, LESSON_WORDS_MAX, NAME_CHARS_MAX,
};
use crate::scenario::v1::{Expectation, Scenario, Words};

/// A lesson, version 1.
pub(crate) const LESSON: Kind = Kind::Tagged {
    tag: "format",
    variants: &[(FORMAT, shape_of(&Written::KIND))],
};

/// A lesson as its author wrote it.
pub(crate) struct Written {
    pub(super) id: String,
    pub(super) title: Words,
    pub(super) minutes: u32,
    pub(super) asked: Asked,
    pub(super) story: Words,
    pub(super) start: Start,
    pub(super) moment: WallClock,
    pub(super) bet: Bet,
    pub(super) task: Words,
    pub(super) knobs: Vec<Knob>,
    pub(super) checks: Vec<Check>,
    pub(super) hints: Vec<Words>,
    pub(super) wrong: Vec<WrongIdea>,
    pub(super) variants: Vec<Variant>,
    pub(super) solution: Vec<(String, String)>,
    pub(super) takeaway: Vec<Words>,
    pub(super) practice: Words,
}

noun!(Written {
    needed id: Id = "Its name in links: `#/learn/K5`.",
    needed title: Bilingual<NAME_CHARS_MAX> = "What it is about.",
    needed minutes: Whole<1, LESSON_MINUTES_MAX> = "How long it takes.",
    needed asked: Asked = "The question, as somebody asked it.",
    needed story: Bilingual<LESSON_WORDS_MAX> = "The situation.",
    needed start: Start = "The scenario it begins with.",
    needed moment: Moment = "Where one should look first.",
    needed bet: Bet = "What will come out, said before the run is seen.",
    needed task: Bilingual<LESSON_WORDS_MAX> = "What is to be brought about.",
    some(LESSON_KNOBS_MAX) knobs: Knob = "All that can be changed.",
    some(LESSON_CHECKS_MAX) checks: Check = "What must hold; at least one of them fails at the start.",
    list(LESSON_HINTS_MAX) hints: Bilingual<LESSON_WORDS_MAX> = "Shown one after another to whoever asks; the task can be done without.",
    some(LESSON_IDEAS_MAX) wrong: WrongIdea = "Ideas that many have first, and why they do not work.",
    some(LESSON_VARIANTS_MAX) variants: Variant = "The same task with other numbers.",
    needed solution: TextMap = "Knob and choice: every check holds, in every variant too.",
    some(LESSON_SENTENCES) takeaway: Bilingual<LESSON_WORDS_MAX> = "Exactly three sentences.",
    needed practice: Bilingual<LESSON_WORDS_MAX> = "What to mind in practice; never more than a hint.",
});

noun!(Asked {
    needed who: Bilingual<NAME_CHARS_MAX> = "In what part of the trade; never a name.",
    needed says: Bilingual<LESSON_WORDS_MAX> = "The question.",
});

noun!(Start {
    needed template: Id = "A scenario of the gallery.",
    needed with: Part = "Fields of a scenario that replace those of the template, each as a whole.",
});

noun!(Bet {
    needed asks: Bilingual<LESSON_WORDS_MAX> = "What the bet is about.",
    needed fact: Expectation = "What is so at the start, with `=`; its value is the answer.",
    list(LESSON_CHOICES_MAX) choices: FreeText = "Values to choose from. A number is typed when there are none.",
    needed says: Bilingual<LESSON_WORDS_MAX> = "Why it is so.",
});

noun!(Knob {
    needed id: Id = "The name by which `picks` and `solution` refer to the knob.",
    needed label: Bilingual<NAME_CHARS_MAX> = "What it changes.",
    some(LESSON_CHOICES_MAX) choices: Choice = "At least two; the first is that of the start.",
});

noun!(Choice {
    needed id: Id = "The name by which `picks` and `solution` refer to the choice.",
    needed label: Bilingual<NAME_CHARS_MAX> = "What is chosen.",
    needed sets: TextMap = "Path of the scenario, and what is put there, as a person would type it.",
});

noun!(Check {
    needed id: Id = "The name by which ideas and variants refer to the check.",
    needed says: Bilingual<NAME_CHARS_MAX> = "What must hold, in words.",
    needed holds: Expectation = "An expectation of the scenario.",
});

noun!(WrongIdea {
    needed picks: TextMap = "Knob and choice; knobs not named may stand anywhere.",
    needed fails: Id = "A check that fails.",
    needed says: Bilingual<LESSON_WORDS_MAX> = "Why the idea does not work.",
});

noun!(Variant {
    needed says: Bilingual<NAME_CHARS_MAX> = "What is other.",
    needed sets: TextMap = "Path of the scenario, and what is put there.",
    list(LESSON_CHECKS_MAX) checks: Restated = "Checks whose figures are other.",
});

noun!(Restated {
    needed id: Id = "A check.",
    needed says: Bilingual<NAME_CHARS_MAX> = "What must hold here, in words.",
    needed holds: Expectation = "What must hold here.",
});

/// Some fields of a scenario.
pub(crate) enum Part {}

const SCENARIO: &Shape = shape_of(&Scenario::KIND);
const FIELDS: usize = SCENARIO.fields.len();

/// The fields of a scenario, none of which has to be there.
#[expect(
    clippy::indexing_slicing,
    reason = "counted by the compiler, while it compiles"
)]
const PART: [Field; FIELDS] = {
    let mut fields = [SCENARIO.fields[0]; FIELDS];
    let mut place = 0;
    while place < FIELDS {
        fields[place] = Field {
            need: Need::Optional,
            ..SCENARIO.fields[place]
        };
        place = place.saturating_add(1);
    }
    fields
};

impl Codec for Part {
    type Value = Node<'static>;
    const KIND: Kind = Kind::Object(&Shape {
        name: "Part",
        fields: &PART,
    });

    fn take(node: &Node<'_>) -> Option<Node<'static>> {
        Some(node.kept())
    }

    fn give<'n>(value: &'n Node<'static>) -> Node<'n> {
        value.clone()
    }
}
