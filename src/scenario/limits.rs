//! Every limit of a scenario in one place, and the proof that no legal scenario can leave the money range.

use crate::base::money::Money;

/// Bytes of a scenario text (and of any imported file).
pub const TEXT_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Nesting of a document.
pub const DEPTH_MAX: usize = 64;
/// Natural days of traffic.
pub const DAYS_MAX: u32 = 400;
/// Natural days a run may go on after `days` until nothing is pending.
pub const DAYS_AFTER_MAX: u32 = 60;
/// Parties.
pub const PARTIES_MAX: usize = 500;
/// Authored accounts.
pub const ACCOUNTS_MAX: usize = 1_000;
/// Fee plans, settlement rules, calendars: each.
pub const RULES_MAX: usize = 200;
/// Contracts.
pub const CONTRACTS_MAX: usize = 1_000;
/// Splits of a contract.
pub const SPLITS_MAX: usize = 50;
/// Routes.
pub const ROUTES_MAX: usize = 2_000;
/// Lines of a payment.
pub const LINES_MAX: usize = 50;
/// Authored payments.
pub const PAYMENTS_MAX: usize = 100_000;
/// Authored and generated payment lines together.
pub const PAYMENT_LINES_MAX: u64 = 2_000_000;
/// Refunds.
pub const REFUNDS_MAX: usize = 100_000;
/// Characters of a trade bill's header.
pub const BILL_HEADER_CHARS_MAX: usize = 600;
/// Outflows.
pub const OUTFLOWS_MAX: usize = 1_000;
/// Traffic rules.
pub const TRAFFIC_MAX: usize = 200;
/// Expectations.
pub const EXPECTATIONS_MAX: usize = 1_000;
/// Knobs of a lesson: more would make it a form.
pub const LESSON_KNOBS_MAX: usize = 3;
/// Choices of a knob or a bet.
pub const LESSON_CHOICES_MAX: usize = 6;
/// Checks of a lesson.
pub const LESSON_CHECKS_MAX: usize = 8;
/// Hints of a lesson.
pub const LESSON_HINTS_MAX: usize = 3;
/// Wrong ideas of a lesson.
pub const LESSON_IDEAS_MAX: usize = 12;
/// Variants of a lesson.
pub const LESSON_VARIANTS_MAX: usize = 4;
/// Sentences of a takeaway.
pub const LESSON_SENTENCES: usize = 3;
/// Minutes of a lesson.
pub const LESSON_MINUTES_MAX: u32 = 60;
/// Characters of a longer text of a lesson.
pub const LESSON_WORDS_MAX: usize = 600;
/// Lines of completion codes that are looked at together.
pub const CODE_LINES_MAX: usize = 500;
/// Moments of a storyboard.
pub const STORYBOARD_MAX: usize = 60;
/// Characters of an id.
pub const ID_CHARS_MAX: usize = 64;
/// Characters of a name or a bill field.
pub const NAME_CHARS_MAX: usize = 200;
/// Characters of a story.
pub const STORY_CHARS_MAX: usize = 2_000;
/// Greatest amount of a payment line, an opening balance, a fee floor or cap: ten million yuan.
pub const AMOUNT_MAX: Money = match Money::of_minor(1_000_000_000) {
    Ok(amount) => amount,
    Err(_) => Money::ZERO,
};
/// Greatest settlement cycle.
pub const CYCLE_DAYS_MAX: u8 = 30;
/// Greatest delay of a notification or split, in seconds: thirty days.
pub const DELAY_SECONDS_MAX: u32 = 30 * 86_400;
/// Problems listed of one document; a list of this length may not be complete.
pub const PROBLEMS_MAX: usize = 200;
/// Characters of what was found, in a message.
pub const FOUND_CHARS_MAX: usize = 80;
/// First day of any moment, 1970-01-01, in days since that day.
pub const MOMENT_FIRST_DAY: i32 = 0;
/// End of the days of any moment, 2200-01-01, exclusive.
pub const MOMENT_END_DAY: i32 = 84_006;
/// Days that an author adds to a calendar.
pub const CALENDAR_DAYS_MAX: usize = 2_000;
/// Columns of a bill row kept with a payment.
pub const BILL_FIELDS_MAX: usize = 40;
/// Place of a bill row in its file.
pub const PLACE_MAX: u32 = 10_000_000;
/// Generated payments a day.
pub const PER_DAY_MAX: u32 = 200_000;
/// Any count in an expectation.
pub const COUNT_MAX: u32 = 1_000_000;
/// Events of the longest run that is written out as data.
pub const RUN_FILE_EVENTS_MAX: u32 = 200_000;
/// Events of the longest run of which a table or journal of every event is written.
pub const FILE_EVENTS_MAX: u32 = 1_000_000;
/// Places in which two compared documents differ that are listed; all are counted.
pub const DOCUMENT_CHANGES_MAX: usize = 500;
/// Day ends of parties that a comparison lists.
pub const COMPARED_DAY_ENDS_MAX: usize = 20_000;
/// Events of the longest run whose picture shows what the rules saw.
pub const MARKED_EVENTS_MAX: u32 = 200_000;
/// Characters of a share link.
pub const LINK_CHARS_MAX: usize = 32 * 1024;
/// Characters of an address that a phone can still read as a QR code off a projector.
pub const QR_CHARS_MAX: usize = 600;
/// Bytes that a share link may inflate to.
pub const LINK_INFLATED_MAX: usize = 256 * 1024;

// The relation between the limits: payments of the authored kind alone can never leave the range;
// generated traffic is checked against the range by `compile`, from its own counts, in 128 bits.
const _: () = assert!(AMOUNT_MAX.minor() < Money::MAX.minor() / 1_000_000);
