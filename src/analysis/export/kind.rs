//! Kinds of files, in the order in which they are offered: their names, media types and limits.

use crate::scenario::limits::{FILE_EVENTS_MAX, RUN_FILE_EVENTS_MAX};

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Summary,
    Run,
    Events,
    Payments,
    Refunds,
    Batches,
    Payouts,
    Balances,
    Closings,
    Expectations,
    Journal,
    Hledger,
    Beancount,
    WechatBill,
    WechatPayments,
    WechatRefunds,
    WechatFunds,
}

/// All kinds.
pub(super) const KINDS: [Kind; 17] = [
    Kind::Summary,
    Kind::Run,
    Kind::Events,
    Kind::Payments,
    Kind::Refunds,
    Kind::Batches,
    Kind::Payouts,
    Kind::Balances,
    Kind::Closings,
    Kind::Expectations,
    Kind::Journal,
    Kind::Hledger,
    Kind::Beancount,
    Kind::WechatBill,
    Kind::WechatPayments,
    Kind::WechatRefunds,
    Kind::WechatFunds,
];

impl Kind {
    /// Its name on the command line, in offers and in file names.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Kind::Summary => "summary",
            Kind::Run => "run",
            Kind::Events => "events",
            Kind::Payments => "payments",
            Kind::Refunds => "refunds",
            Kind::Batches => "batches",
            Kind::Payouts => "payouts",
            Kind::Balances => "balances",
            Kind::Closings => "closings",
            Kind::Expectations => "expectations",
            Kind::Journal => "journal",
            Kind::Hledger => "hledger",
            Kind::Beancount => "beancount",
            Kind::WechatBill => "wechat-bill",
            Kind::WechatPayments => "wechat-bill-success",
            Kind::WechatRefunds => "wechat-bill-refund",
            Kind::WechatFunds => "wechat-fund-bill",
        }
    }

    /// Its media type.
    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Kind::Summary | Kind::Run => "application/json",
            Kind::Hledger | Kind::Beancount => "text/plain;charset=utf-8",
            Kind::Events
            | Kind::Payments
            | Kind::Refunds
            | Kind::Batches
            | Kind::Payouts
            | Kind::Balances
            | Kind::Closings
            | Kind::Expectations
            | Kind::Journal
            | Kind::WechatBill
            | Kind::WechatPayments
            | Kind::WechatRefunds
            | Kind::WechatFunds => "text/csv;charset=utf-8",
        }
    }

    /// Events of the longest run of which such a file is written, where it tells every event.
    pub(super) const fn events_max(self) -> Option<u32> {
        match self {
            Kind::Run => Some(RUN_FILE_EVENTS_MAX),
            Kind::Events
            | Kind::Payments
            | Kind::Refunds
            | Kind::Journal
            | Kind::Hledger
            | Kind::Beancount => Some(FILE_EVENTS_MAX),
            Kind::Summary
            | Kind::Batches
            | Kind::Payouts
            | Kind::Balances
            | Kind::Closings
            | Kind::Expectations
            | Kind::WechatBill
            | Kind::WechatPayments
            | Kind::WechatRefunds
            | Kind::WechatFunds => None,
        }
    }
}
