//! The text that an author would write for a draft, and what the draft itself says about it.

use daycut::facade::{Money, Rate, WallClock};
use serde_json::{Value, json};

use super::draft::{Clock, Deposit, Draft, Fen, Moment, Plan, Refund, Rule, Seller, Split, Terms};

/// Milliseconds of a natural day.
pub const DAY: i64 = 86_400_000;
/// 2018-09-21, in days since 1970.
const FIRST_DAY: i64 = 17_795;

/// The row at a place; after the last row comes the first again.
fn turn<T>(list: &[T], place: usize) -> Option<&T> {
    list.get(place.checked_rem(list.len())?)
}

pub fn yuan(fen: Fen) -> String {
    Money::of_minor(fen).map(Money::plain).unwrap_or_default()
}

pub fn rate(ppm: u32) -> String {
    Rate::of_ppm(ppm).map(Rate::plain).unwrap_or_default()
}

pub fn text(ms: i64) -> String {
    WallClock::of_millis(ms).to_string()
}

pub fn fields(pairs: Vec<(&str, Option<Value>)>) -> Value {
    let written = pairs
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(written.collect())
}

fn book(clock: &Clock) -> Value {
    fields(vec![
        ("cut_off", Some(json!(clock.cut_off))),
        ("closes", clock.closes.map(|closes| json!(closes))),
        ("boundary", Some(json!(clock.boundary))),
    ])
}

impl Draft {
    pub fn starts(&self) -> i64 {
        (FIRST_DAY + i64::from(self.start_day)) * DAY + i64::from(self.start_ms)
    }

    pub fn ends(&self) -> i64 {
        self.starts() + i64::from(self.days) * DAY
    }

    /// The moment in milliseconds, moved into the days of the scenario.
    pub fn at(&self, moment: Moment) -> i64 {
        let midnight = (FIRST_DAY + i64::from(self.start_day)) * DAY;
        let at = midnight + i64::from(moment.day) * DAY + moment.ms;
        at.clamp(self.starts(), self.ends() - 1)
    }

    pub fn seller_place(&self, number: u8) -> usize {
        usize::from(number) % self.sellers.len().max(1)
    }

    pub fn channel_place(&self, number: u8) -> usize {
        usize::from(number) % self.channels.len().max(1)
    }

    /// Sellers of a payment's lines and their amounts.
    pub fn lines(&self, payment: &super::draft::Payment) -> Vec<(usize, Fen)> {
        let first = self.seller_place(payment.first_seller);
        let sellers = (first..self.sellers.len()).chain(0..first);
        sellers.zip(payment.amounts.iter().copied()).collect()
    }

    /// Whether the pool collects a payment line.
    pub fn is_pooled(&self, channel: usize, amount: Fen) -> bool {
        let last_two = channel + 2 >= self.channels.len();
        let pool = self.pool.as_ref();
        pool.is_some_and(|pool| last_two && amount <= pool.most)
    }

    /// The terms that a payment line falls under; none when the pool collects it.
    pub fn terms(&self, channel: usize, seller: usize, amount: Fen) -> Option<&Terms> {
        if self.is_pooled(channel, amount) {
            return None;
        }
        match &self.large {
            Some((least, terms)) if channel == 0 && amount >= *least => Some(terms),
            _ => turn(&self.terms, channel * self.sellers.len() + seller),
        }
    }

    /// The fee plan that a payment line falls under.
    pub fn plan(&self, channel: usize, seller: usize, amount: Fen) -> Option<&Plan> {
        let terms = self.terms(channel, seller, amount);
        let of_terms = terms.map(|terms| terms.plan);
        let number = of_terms.or(self.pool.as_ref().map(|pool| pool.plan))?;
        turn(&self.plans, usize::from(number))
    }

    fn reserve(&self, channel: usize) -> Option<usize> {
        let number = self.channels.get(channel)?.reserve?;
        Some(usize::from(number) % self.banks.len())
    }

    /// Every fee and share comes back with a refund, and no refund is refused.
    pub fn that_returns_everything(mut self) -> Draft {
        for plan in &mut self.plans {
            plan.on_refund = "return";
        }
        let large = self.large.iter_mut().map(|(_, terms)| terms);
        for terms in self.terms.iter_mut().chain(large) {
            for split in &mut terms.splits {
                split.on_refund = "return";
            }
        }
        for seller in &mut self.sellers {
            seller.rule.shortfall = "carry_negative";
        }
        if let Some(pool) = &mut self.pool {
            pool.rule.shortfall = "carry_negative";
            pool.commission.on_refund = "return";
        }
        self.externals.clear();
        self.traffic = None;
        self.refunds.clear();
        self
    }

    /// Refunds every line of every payment wholly, in two parts.
    pub fn with_everything_refunded(mut self) -> Draft {
        for number in 0..self.payments.len() {
            for line in 0..3 {
                for part in [400, 1_000] {
                    self.refunds.push(Refund {
                        payment: u8::try_from(number).unwrap_or_default(),
                        line,
                        after_seconds: 30 * u32::from(line),
                        part,
                    });
                }
            }
        }
        self
    }

    /// The scenario with every id beginning with `prefix`.
    pub fn document(&self, prefix: &str) -> Value {
        let names = Names {
            prefix,
            draft: self,
        };
        let sellers = self.sellers.iter().map(|seller| &seller.rule).enumerate();
        let rules = sellers.map(|(place, rule)| names.rule(names.of('r', place), rule));
        let pool = self
            .pool
            .iter()
            .map(|pool| names.rule(names.id("pool"), &pool.rule));
        let rules: Vec<Value> = rules.chain(pool).collect();
        json!({
            "format": "daycut/1",
            "title": "a random scenario",
            "starts": text(self.starts()),
            "days": self.days,
            "seed": 7,
            "calendars": [{
                "id": names.id("shop"),
                "based_on": "cn",
                "holidays": ["2018-09-26", "2018-10-11"],
                "workdays": ["2018-10-06"]
            }],
            "parties": names.parties(),
            "accounts": names.accounts(),
            "fee_plans": names.plans(),
            "settlement_rules": rules,
            "contracts": names.contracts(),
            "agreements": names.agreements(),
            "routes": names.routes(),
            "payments": names.payments(),
            "refunds": names.refunds(),
            "traffic": names.traffic(),
        })
    }
}

/// The names of one document.
pub struct Names<'a> {
    prefix: &'a str,
    pub draft: &'a Draft,
}

impl Names<'_> {
    pub fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    pub fn of(&self, letter: char, place: usize) -> String {
        format!("{}{letter}{place}", self.prefix)
    }

    fn rule(&self, id: String, rule: &Rule) -> Value {
        let calendar = match self.draft.calendar {
            "shop" => self.id("shop"),
            built_in => built_in.to_owned(),
        };
        json!({
            "id": id,
            "cycle": format!("{}+{}", rule.basis, rule.cycle_days),
            "calendar": calendar,
            "pays_at": rule.pays_at,
            "minimum": yuan(rule.minimum),
            "non_working_trade": rule.trade,
            "on_refund_shortfall": rule.shortfall,
        })
    }

    fn parties(&self) -> Vec<Value> {
        let party = |id: String, kind: &str, clock: Option<&Clock>, reserve: Option<String>| {
            fields(vec![
                ("id", Some(json!(id))),
                ("kind", Some(json!(kind))),
                ("name", Some(json!(id))),
                ("book", clock.map(book)),
                ("reserve_bank", reserve.map(Value::from)),
            ])
        };
        let draft = self.draft;
        let mut parties = Vec::new();
        for (place, channel) in draft.channels.iter().enumerate() {
            let reserve = draft.reserve(place).map(|bank| self.of('b', bank));
            let clock = Some(&channel.clock);
            parties.push(party(self.of('c', place), "channel", clock, reserve));
        }
        for (place, clock) in draft.banks.iter().enumerate() {
            parties.push(party(self.of('b', place), "bank", Some(clock), None));
        }
        for (place, seller) in draft.sellers.iter().enumerate() {
            let kind = if seller.is_platform {
                "platform"
            } else {
                "merchant"
            };
            parties.push(party(self.of('s', place), kind, seller.book.as_ref(), None));
        }
        parties.push(party(self.id("agent"), "merchant", None, None));
        if let Some(pool) = &draft.pool {
            parties.push(party(self.id("pool"), "platform", Some(&pool.clock), None));
        }
        parties
    }

    fn accounts(&self) -> Vec<Value> {
        let account = |owner: String, number: usize, deposit: &Deposit| {
            let bank = usize::from(deposit.bank) % self.draft.banks.len();
            json!({
                "id": format!("{owner}.bank{number}"),
                "kept_by": self.of('b', bank),
                "owner": owner,
                "class": deposit.class,
                "opening": yuan(deposit.opening),
            })
        };
        let mut accounts = Vec::new();
        for (place, seller) in self.draft.sellers.iter().enumerate() {
            for (number, deposit) in seller.deposits.iter().enumerate() {
                accounts.push(account(self.of('s', place), number, deposit));
            }
        }
        accounts.push(account(self.id("agent"), 0, &self.draft.agent));
        if let Some(pool) = &self.draft.pool {
            accounts.push(account(self.id("pool"), 0, &pool.deposit));
        }
        accounts
    }

    fn plans(&self) -> Vec<Value> {
        let plans = self.draft.plans.iter().enumerate();
        plans
            .map(|(place, plan)| {
                fields(vec![
                    ("id", Some(json!(self.of('f', place)))),
                    ("rate", Some(json!(rate(plan.ppm)))),
                    ("rounding", Some(json!(plan.rounding))),
                    ("floor", plan.floor.map(|fen| json!(yuan(fen)))),
                    ("cap", plan.cap.map(|fen| json!(yuan(fen)))),
                    ("on_refund", Some(json!(plan.on_refund))),
                ])
            })
            .collect()
    }

    /// A seller with several deposits says which one a channel pays; the same one in every contract.
    pub fn payout_to(&self, channel: usize, place: usize, seller: &Seller) -> Option<Value> {
        let deposits = seller.deposits.len();
        let number = channel.checked_rem(deposits)?;
        (deposits > 1).then(|| json!(format!("{}.bank{number}", self.of('s', place))))
    }

    /// One receiver after the other, so that none has two shares of one contract.
    fn split(&self, channel: usize, seller: usize, place: usize, split: &Split) -> Value {
        let sellers = &self.draft.sellers;
        // All contracts that give the agent a share have the same rule: those of the first seller.
        let receivers = sellers.len() + usize::from(seller == 0);
        let place = place % receivers.max(1);
        let receiver = sellers.get(place).map(|receiver| (place, receiver));
        let to = receiver.map_or(self.id("agent"), |(place, _)| self.of('s', place));
        let payout_to = receiver.and_then(|(place, row)| self.payout_to(channel, place, row));
        fields(vec![
            ("to", Some(json!(to))),
            ("rate", Some(json!(rate(split.ppm)))),
            ("rounding", Some(json!(split.rounding))),
            ("on_refund", Some(json!(split.on_refund))),
            ("payout_to", payout_to),
        ])
    }

    fn contract(&self, id: String, channel: usize, seller: usize, terms: &Terms) -> Option<Value> {
        let row = self.draft.sellers.get(seller)?;
        let plan = usize::from(terms.plan) % self.draft.plans.len();
        let is_sub = terms.is_sub_merchant;
        let first = terms
            .splits
            .first()
            .map_or(0, |first| usize::from(first.to));
        let splits = terms.splits.iter().enumerate();
        let splits: Vec<Value> = splits
            .map(|(place, split)| self.split(channel, seller, first + place, split))
            .collect();
        let mode = if is_sub { "sub_merchant" } else { "direct" };
        Some(fields(vec![
            ("id", Some(json!(id))),
            ("mode", Some(json!(mode))),
            ("channel", Some(json!(self.of('c', channel)))),
            ("provider", is_sub.then(|| json!(self.of('s', 0)))),
            ("collector", Some(json!(self.of('s', seller)))),
            ("fee_plan", Some(json!(self.of('f', plan)))),
            ("settlement_rule", Some(json!(self.of('r', seller)))),
            ("payout_to", self.payout_to(channel, seller, row)),
            ("splits", is_sub.then(|| json!(splits))),
            ("split_remainder", Some(json!(terms.remainder))),
            ("split_delay_seconds", Some(json!(terms.split_delay))),
            (
                "notification_delay_seconds",
                Some(json!(terms.notification_delay)),
            ),
        ]))
    }

    /// Channel, seller and the end of the contract's id.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let sellers = self.draft.sellers.len();
        (0..self.draft.channels.len())
            .flat_map(move |channel| (0..sellers).map(move |s| (channel, s)))
    }

    fn contracts(&self) -> Vec<Value> {
        let draft = self.draft;
        let usual = self.pairs().filter_map(|(channel, seller)| {
            let terms = turn(&draft.terms, channel * draft.sellers.len() + seller)?;
            self.contract(
                self.id(&format!("k{channel}.{seller}")),
                channel,
                seller,
                terms,
            )
        });
        let large = self.pairs().filter_map(|(channel, seller)| {
            let (_, terms) = draft.large.as_ref().filter(|_| channel == 0)?;
            self.contract(self.id(&format!("large.{seller}")), channel, seller, terms)
        });
        let pool = self.draft.pool.iter().flat_map(|pool| self.pooled(pool));
        usual.chain(large).chain(pool).collect()
    }

    fn routes(&self) -> Vec<Value> {
        let mut routes = Vec::new();
        for (channel, seller) in self.pairs() {
            let (at, who) = (self.of('c', channel), self.of('s', seller));
            if let Some(pool) = self
                .draft
                .pool
                .as_ref()
                .filter(|_| self.draft.is_pooled(channel, 0))
            {
                let contract = self.id(&format!("pool.{channel}"));
                routes.push(json!({
                    "seller": who, "channel": at, "max_amount": yuan(pool.most), "contract": contract
                }));
            }
            if let Some((least, _)) = self.draft.large.as_ref().filter(|_| channel == 0) {
                let contract = self.id(&format!("large.{seller}"));
                routes.push(json!({
                    "seller": who, "channel": at, "min_amount": yuan(*least), "contract": contract
                }));
            }
            let contract = self.id(&format!("k{channel}.{seller}"));
            routes.push(json!({ "seller": who, "channel": at, "contract": contract }));
        }
        routes
    }
}
