//! Random scenarios that are always valid: who takes part, what was agreed, who pays what.
//!
//! A draft holds small numbers only; `document` turns it into the text that an author would write.

/// An amount in fen.
pub type Fen = i64;

/// A whole scenario before it has names.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Days after 2018-09-21 on which it starts.
    pub start_day: u32,
    /// Milliseconds after midnight at which it starts.
    pub start_ms: u32,
    pub days: u32,
    pub calendar: &'static str,
    pub banks: Vec<Clock>,
    pub channels: Vec<Channel>,
    /// Merchants and platforms; the first is a platform.
    pub sellers: Vec<Seller>,
    /// A receiver of shares without a contract of its own.
    pub agent: Deposit,
    pub plans: Vec<Plan>,
    /// Taken in turn by the contracts of all sellers at all channels.
    pub terms: Vec<Terms>,
    /// Other terms for large payments through the first channel.
    pub large: Option<(Fen, Terms)>,
    /// A platform that collects small payments through the last two channels in its own name.
    pub pool: Option<Pool>,
    pub payments: Vec<Payment>,
    pub refunds: Vec<Refund>,
    pub externals: Vec<External>,
    pub traffic: Option<Traffic>,
}

#[derive(Clone, Debug)]
pub struct Clock {
    pub cut_off: &'static str,
    pub closes: Option<&'static str>,
    pub boundary: &'static str,
}

#[derive(Clone, Debug)]
pub struct Channel {
    pub clock: Clock,
    /// The bank of its reserve; an implicit one when absent.
    pub reserve: Option<u8>,
}

#[derive(Clone, Debug)]
pub struct Seller {
    pub is_platform: bool,
    pub book: Option<Clock>,
    pub deposits: Vec<Deposit>,
    pub rule: Rule,
}

#[derive(Clone, Debug)]
pub struct Deposit {
    pub bank: u8,
    pub opening: Fen,
    pub class: &'static str,
}

#[derive(Clone, Debug)]
pub struct Rule {
    pub basis: &'static str,
    pub cycle_days: u8,
    pub pays_at: &'static str,
    pub minimum: Fen,
    pub trade: &'static str,
    pub shortfall: &'static str,
}

#[derive(Clone, Debug)]
pub struct Plan {
    pub ppm: u32,
    pub rounding: &'static str,
    pub floor: Option<Fen>,
    pub cap: Option<Fen>,
    pub on_refund: &'static str,
}

#[derive(Clone, Debug)]
pub struct Terms {
    pub is_sub_merchant: bool,
    pub plan: u8,
    pub splits: Vec<Split>,
    pub remainder: &'static str,
    pub split_delay: u32,
    pub notification_delay: u32,
}

#[derive(Clone, Debug)]
pub struct Split {
    pub to: u8,
    pub ppm: u32,
    pub rounding: &'static str,
    pub on_refund: &'static str,
}

/// A natural day of the scenario and milliseconds after its midnight.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub day: u32,
    pub ms: i64,
}

#[derive(Clone, Debug)]
pub struct Payment {
    pub at: Moment,
    pub channel: u8,
    pub first_seller: u8,
    /// One line a seller, from the first on.
    pub amounts: Vec<Fen>,
    /// Seconds until the platform knows, where the payment says so itself.
    pub known_after: Option<u32>,
}

#[derive(Clone, Debug)]
pub struct Refund {
    pub payment: u8,
    pub line: u8,
    pub after_seconds: u32,
    /// Thousandths of what is left of the line.
    pub part: i64,
}

/// A refund of a payment made before the scenario.
#[derive(Clone, Debug)]
pub struct External {
    pub channel: u8,
    pub seller: u8,
    pub paid: Fen,
    pub at: Moment,
    pub part: i64,
}

#[derive(Clone, Debug)]
pub struct Traffic {
    pub channel: u8,
    pub seller: u8,
    pub per_day: u32,
    pub from: Fen,
    pub span: Fen,
    pub hours: &'static str,
}

/// A platform that collects for sellers, and what it agreed with them.
#[derive(Clone, Debug)]
pub struct Pool {
    pub clock: Clock,
    pub deposit: Deposit,
    pub rule: Rule,
    pub plan: u8,
    pub notification_delay: u32,
    /// Greatest payment that it collects.
    pub most: Fen,
    pub commission: Split,
    pub pays_at: &'static str,
}
