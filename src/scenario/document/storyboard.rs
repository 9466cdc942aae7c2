//! Moments that are shown one after another when a run is presented.

use super::codec::{self, Bilingual, Codec, Moment};
use super::noun::{give_field, given, kind, need, noun, table, take_field, taken};
use super::shape::{Field, Kind, Need, Shape};
use super::tree::Node;
use crate::scenario::limits::NAME_CHARS_MAX;
use crate::scenario::v1::NamedMoment;

noun!(NamedMoment {
    needed at: Moment = "After everything that happens at or before this moment.",
    needed title: Bilingual<NAME_CHARS_MAX> = "What is shown there, in a few words.",
});
