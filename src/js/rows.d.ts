/** An account in both at one moment, on its normal side. */
export type AccountAtMoment = {
  /** `keeper:code.owner`. */
  name: string,
  /** What it holds. */
  kind: AccountKind,
  /** The name of whose it is. */
  owner: Words,
  /** Its number in A. */
  a: AccountId | null,
  /** Its number in B. */
  b: AccountId | null,
  /** Both balances in A. */
  in_a: BalanceRow | null,
  /** Both balances in B. */
  in_b: BalanceRow | null,
  /** 当前余额. */
  current: Compared,
  /** 上日余额. */
  previous_day: Compared,
};
/** An account in both, on its normal side. */
export type AccountCompared = {
  /** `keeper:code.owner`. */
  name: string,
  /** The author's own id, in A where it is there. */
  alias: string | null,
  /** What it is for. */
  kind: AccountKind,
  /** Id of the party that keeps its book. */
  keeper: string,
  /** Id of its owner. */
  owner: string,
  /** Its number in A. */
  a: AccountId | null,
  /** Its number in B. */
  b: AccountId | null,
  /** When both runs have ended. */
  end: Compared,
  /** At the day's end at which it differs most. */
  most: Compared,
  /** Which day that is first. */
  most_on: CivilDate | null,
};
/** An account at a day's end. */
export type AccountDay = {
  /** The natural day. */
  date: CivilDate,
  /** Current balance at its end. */
  balance: Compared,
};
/** An account in some book. */
export type AccountId = number;
/** What an account is for. */
export type AccountKind = "clearing_boundary" | "corporate_deposit" | "personal_deposit" | "reserve_deposit" | "reserve" | "pending" | "available" | "frozen" | "payout_in_transit" | "fee_income" | "own_bank" | "channel_receivable" | "commission_income" | "sales_income" | "fee_expense" | "own_costs" | "loan_given" | "investment" | "opening_equity";
/** An account. */
export type AccountRow = {
  /** `keeper:code.owner`. */
  name: string,
  /** Code in the chart, with the owner where it matters. */
  code: string,
  /** The author's own id. */
  alias: string | null,
  /** The book it stands in. */
  book: BookId,
  /** Its owner. */
  owner: PartyId,
  /** What it is for. */
  kind: AccountKind,
  /** Its normal side. */
  normal: Side,
  /** Whether any event ever touches it. */
  used: boolean,
};
/** The day in the books that an entry belongs to. There is no road from a moment but [`CutOff`]. */
export type AccountingDate = string;
/** An amount held for a time. */
export type AmountTime = string;
/** The difference between two amounts held for a time. */
export type AmountTimeChange = string;
/** What arrives on a day. */
export type ArrivalDay = {
  /** The natural day. */
  date: CivilDate,
  /** On this day. */
  arrived: Compared,
  /** Up to the end of this day. */
  so_far: Compared,
};
/** What arrives at the bank accounts of one party. */
export type ArrivalsCompared = {
  /** Id of the party. */
  owner: string,
  /** All of it. */
  total: Compared,
  /** The greatest difference of what had arrived by the end of a day, without its sign. */
  most: Money,
  /** On which day first. */
  most_on: CivilDate | null,
  /** Days on which something arrives in either. */
  days: Array<ArrivalDay>,
};
/** One entry of an account, with the balance after it. */
export type BalanceEntry = {
  /** The entry. */
  row: JournalRow,
  /** What it adds to the balance as shown. */
  change: Money,
  /** The balance after it. */
  after: Money,
};
/** 单表双余额 of one account. */
export type BalanceRow = {
  /** 当前余额. */
  current: Money,
  /** 上日余额: closing of the day before the book's open accounting date. */
  previous_day: Money,
};
/** Why an account shows what it shows. */
export type BalanceWhy = {
  /** The account. */
  account: AccountId,
  /** After so many events. */
  event: number,
  /** The moment of the last of them. */
  at: WallClock,
  /** Whether it is the previous-day balance. */
  previous_day: boolean,
  /** Entries up to this accounting date of the book count: the open date, or the one before it. */
  counted_to: AccountingDate,
  /** What is explained. */
  balance: Money,
  /** The balance before the first entry here. */
  before: Money,
  /** The entries that count, oldest first. */
  entries: Window<BalanceEntry>,
};
/** A batch: one payee and one accounting date of the channel. */
export type BatchId = number;
/** One batch: what a channel owes one payee for one accounting date. */
export type BatchRow = {
  /** Its id. */
  batch: BatchId,
  /** The channel. */
  channel: PartyId,
  /** The payee. */
  owner: PartyId,
  /** Accounting date in the channel's book. */
  channel_date: AccountingDate,
  /** Natural day on which it is due. */
  due: CivilDate,
  /** Sum of its items (negative when refunds prevail). */
  amount: Money,
  /** Number of items. */
  items: number,
  /** Cycle as written, `T+1`. */
  cycle: string,
  /** Paid out so far by payouts. */
  state: BatchState,
};
/** How a batch ended. */
export type BatchState = "paid" | "offset" | "carried";
/** One batch, and the counting of days to its due date. */
export type BatchWhy = {
  /** The batch. */
  batch: BatchId,
  /** Accounting date of the channel. */
  date: AccountingDate,
  /** Its cycle, `T+1`. */
  cycle: string,
  /** What a trade on a non-working day counts as. */
  trade: NonWorkingTrade,
  /** Id of the calendar. */
  calendar: string,
  /** The days counted, from the one after its date to the due date. Natural days have no calendar. */
  counted: Array<DayRow>,
  /** The day on which it is due. */
  due: CivilDate,
  /** What of it was still to be paid. */
  unpaid: Money,
  /** Number of items in it. */
  items: number,
};
/** Whose money an account holds at a moment. The parts sum to its balance. */
export type Beneficiaries = {
  /** The account: a deposit, a reserve, or a claim at a channel. */
  account: AccountId,
  /** Who can move the money next: its owner. */
  holder: PartyId,
  /** Whose it is, and how much; the holder's own part is the last. */
  of: Array<[PartyId, Money]>,
};
/** How a bet went. */
export type BetRow = {
  /** Whether it was the answer; `None` when it was no number. */
  right: boolean | null,
  /** What comes out. */
  answer: Figure,
  /** Why. */
  says: Words,
};
/** A ready-made piece. */
export type Block = "channel_and_bank" | "merchant_with_account" | "platform_with_account" | "direct_contract" | "sub_merchant_contract" | "pooled_contract" | "day_of_traffic";
/** A book, named by the place of its keeper among the keepers. */
export type BookId = number;
/** A book. */
export type BookRow = {
  /** Who keeps it. */
  keeper: PartyId,
  /** When it cuts. */
  cut_off: TimeOfDay,
  /** Whether the instant of the cut belongs to the new day. */
  boundary_is_new_day: boolean,
  /** The cut-off its keeper announces, when another. */
  announced: TimeOfDay | null,
};
/** Which invariant does not hold. Boxed where it is told, so that the answer of every step stays small. */
export type BrokenInvariant = {
  /** Its id as in `ARCHITECTURE.md`: `L2`, `L7` … */
  id: string,
  /** The account or book, as its name. */
  subject: string,
};
/** How a place differs. */
export type ChangeKind = "changed" | "only_a" | "only_b" | "order";
/** A check and what came out. */
export type CheckRow = {
  /** What must hold. */
  says: Words,
  /** Whether it does. */
  holds: boolean,
  /** `=`, `!=`, `<`, `<=`, `>`, `>=`. */
  op: string,
  /** What must come out. */
  expected: Figure,
  /** What came out. */
  actual: Figure,
};
/** A natural day of the civil calendar, on which due dates are counted. */
export type CivilDate = string;
/** What two places contradict each other in. */
export type Clash = "built_in_calendar" | "holiday_and_workday" | "reserve_of_no_channel" | "floor_above_cap" | "receiver_twice" | "agreement_twice" | "agreement_with_itself" | "amounts_reversed" | "times_reversed" | "seller_twice" | "known_before_paid" | "paid_inside" | "external_is_payment" | "external_differs" | "pays_itself";
/** A line in which a completion code was looked for. */
export type CodeRow = {
  /** The code as people write it, or what stands in its place; blank when there is none. */
  code: string,
  /** The rest of the line: who passed. */
  name: string,
  /** What the code comes to. */
  standing: CodeStanding,
  /** Id and title of the lesson, once it is known. */
  lesson: [string, Words] | null,
  /** What was chosen, one a knob, once it is known. */
  chosen: Array<Words>,
};
/** What a completion code comes to. */
export type CodeStanding = { "kind": "passed",
  /** How its name stands to that of the line. */
  name: Signature,
} | { "kind": "not_passing" } | { "kind": "other_edition" } | { "kind": "unknown_lesson" } | { "kind": "wrong_length",
  /** How many. */
  found: number,
} | { "kind": "wrong_letter",
  /** The character. */
  found: string,
} | { "kind": "wrong_check" } | { "kind": "no_code" };
/** What was found in some lines of completion codes. */
export type CodesSeen = {
  /** The lines that are not blank, in their order. */
  rows: Array<CodeRow>,
  /** Lines beyond those that are looked at together. */
  left_out: number,
};
/** An amount in both. */
export type Compared = {
  /** In A; nothing where it is not there. */
  a: Money,
  /** In B. */
  b: Money,
  /** B less A. */
  difference: Money,
};
/** One of the two. */
export type ComparedSide = {
  /** Title of the scenario. */
  title: Words,
  /** First moment. */
  starts: WallClock,
  /** Last moment. */
  ends: WallClock,
  /** Number of events. */
  events: number,
  /** Fingerprint of all events. */
  fingerprint: number,
};
/** Sums over the whole run. */
export type ComparedTotals = {
  /** All payments. */
  paid_in: Compared,
  /** All refunds. */
  refunded: Compared,
  /** Channel fees less fees returned. */
  fees: Compared,
  /** All payouts of channels. */
  paid_out: Compared,
  /** Payment lines. */
  payments: Counted,
  /** Refunds made. */
  refunds: Counted,
  /** Refunds refused. */
  refused: Counted,
  /** Payouts of channels. */
  payouts: Counted,
  /** Risk hints. */
  findings: Counted,
};
/** Two scenarios and their runs, compared under one clock. */
export type Comparison = {
  /** Whether both are the same document; then every difference below is nothing. */
  is_same: boolean,
  /** The first. */
  a: ComparedSide,
  /** The second. */
  b: ComparedSide,
  /** Where the documents differ. */
  document: DocumentChanges,
  /** Sums over the whole run. */
  totals: ComparedTotals,
  /** Natural days on which either run goes on; balances are those at their ends. */
  days: Array<CivilDate>,
  /** All parties of both, those whose money differs most first. */
  parties: Array<PartyCompared>,
  /** All accounts of both, those that differ most first. */
  accounts: Array<AccountCompared>,
  /** When how much arrives at whose bank, those that differ most first. */
  arrivals: Array<ArrivalsCompared>,
  /** Fees and shares: who bears them, who gets them. */
  fees: Array<FeeCompared>,
  /** Whose money is how long on its way, and what that costs. */
  transit: TransitCompared,
  /** Others' money in a party's hands. */
  held: Array<HeldCompared>,
  /** Risk hints in A, in B, or in both, the gravest first. */
  findings: Array<FindingCompared>,
  /** What was refused or put off. */
  refused: Array<RefusedCompared>,
};
/** A count in both. */
export type Counted = {
  /** In A. */
  a: number,
  /** In B. */
  b: number,
  /** B less A. */
  difference: number,
};
/** A natural day on the axis. */
export type DayRow = {
  /** The day. */
  date: CivilDate,
  /** Whether a working day of the (first) calendar used; `None` where it does not know. */
  working: boolean | null,
  /** A weekend day that is worked (班). */
  made_up: boolean,
};
/** Why a due payout was put off. */
export type DeferReason = "offset" | "negative" | "below_minimum" | "nothing_pending";
/** Why one side has a happening and the other has it not. */
export type DifferenceReason = "between_cut_offs" | "not_yet_learnt";
/** A place in which two documents differ. */
export type DocumentChange = {
  /** How. */
  kind: ChangeKind,
  /** The id of the entry that it belongs to, where that has one. */
  entry: string | null,
  /** Its path in the first document, such as `settlement_rules[0].cycle`. */
  path_a: string | null,
  /** Its path in the second, which may count otherwise. */
  path_b: string | null,
  /** What the first has there, at most eighty characters; nothing where it leaves it out. */
  a: string | null,
  /** What the second has there. */
  b: string | null,
};
/** Where two documents differ. */
export type DocumentChanges = {
  /** How many places in all. */
  total: number,
  /** The first of them, at most 500. */
  rows: Array<DocumentChange>,
};
/** One change to a scenario. */
export type Edit = { "edit": "set",
  /** Which field; `name.zh` is one language of a name. */
  path: string,
  /** As a person typed it; items of a list are kept apart by blanks or commas. */
  text: string,
} | { "edit": "add",
  /** The list or object: `payments`, `contracts[0].splits`, `parties[2].book`. */
  path: string,
  /** Which kind, where there are several: `bank`, `arrival`; blank for the usual one. */
  kind: string,
  /** How it is named. */
  tongue: Tongue,
} | { "edit": "remove",
  /** The entry, or an object that need not be there. */
  path: string,
} | { "edit": "move",
  /** The entry. */
  path: string,
  /** Its new place, from 0. */
  to: number,
} | { "edit": "turn",
  /** An expectation, or what a refund is of. */
  path: string,
  /** The word of the kind: `balance`, `arrival` …; `payment`, `external`. */
  into: string,
} | { "edit": "insert",
  /** Which. */
  block: Block,
  /** How its parties are named. */
  tongue: Tongue,
};
/** What happened, in the past tense. */
export type EventKind = "opened" | "day_cut" | "captured" | "topped_up" | "refunded" | "share_returned" | "refund_refused" | "notified" | "split" | "settled" | "payout_sent" | "payout_succeeded" | "payout_deferred" | "settled_by_platform" | "transferred" | "transfer_deferred" | "outflow_paid" | "outflow_refused" | "unfrozen";
/** An event without its entries. */
export type EventRow = {
  /** The event, counted from 1. */
  event: number,
  /** When it happened. */
  at: WallClock,
  /** What happened. */
  kind: EventKind,
  /** Its cause in the author's terms; for a day cut the keeper's id. */
  cause: string,
  /** Its amount, where it has one. */
  amount: Money | null,
  /** The book of a day cut. */
  book: BookId | null,
  /** The date that a day cut closes. */
  closes: AccountingDate | null,
};
/** Why something happened, and what it posted. */
export type EventWhy = {
  /** What happened. */
  event: EventRow,
  /** The rule by which it was posted; `None` where nothing is posted. */
  rule: PostingRule | null,
  /** What it posted. */
  legs: Array<LegWhy>,
  /** What caused it, from the nearest cause to the lines of the scenario. */
  reasons: Array<Reason>,
};
/** The events that bear a finding out. */
export type Evidence = {
  /** Their numbers, counted from 1, the earliest of them when there are many. */
  events: Array<number>,
  /** How many there are. */
  count: number,
  /** The first moment. */
  first: WallClock | null,
  /** The last moment. */
  last: WallClock | null,
};
/** An expectation and what came out. */
export type ExpectationRow = {
  /** `expectations[3]`. */
  path: string,
  /** Whether it holds. */
  holds: boolean,
  /** The comparison, as written. */
  op: string,
  /** What was expected. */
  expected: Figure,
  /** What came out. */
  actual: Figure,
  /** What is compared. */
  subject: ExpectationSubject,
};
/** What an expectation looks at. */
export type ExpectationSubject = { "kind": "balance",
  /** The account. */
  account: AccountId,
  /** After everything at or before this moment. */
  at: WallClock,
  /** Previous-day balance instead of the current one. */
  previous_day: boolean,
} | { "kind": "arrival",
  /** The deposit account. */
  account: AccountId,
  /** End of this day. */
  by: CivilDate,
} | { "kind": "total_fee",
  /** The channel. */
  channel: PartyId,
} | { "kind": "refused" } | { "kind": "inflow",
  /** Whose. */
  party: PartyId,
  /** Beginning of this day; the start of the run when absent. */
  from: CivilDate | null,
  /** End of this day. */
  by: CivilDate,
} | { "kind": "commission",
  /** Whose. */
  party: PartyId,
} | { "kind": "held",
  /** In whose hands. */
  party: PartyId,
} | { "kind": "findings",
  /** How grave at least. */
  at_least: Severity,
};
/** A happening that one side has and the other has not. */
export type Explained = {
  /** The event that the one side has posted, counted from 1. */
  event: number,
  /** Its cause in the author's terms. */
  cause: string,
  /** What it adds to the difference. */
  amount: Money,
  /** Who has it. */
  had_by: MirrorSide,
  /** Why the other side has it not. */
  reason: DifferenceReason,
};
/** Why there is no such file. */
export type ExportError = { "code": "unknown-kind",
  /** What was asked for. */
  found: string,
  /** Kinds there are. */
  allowed: Array<string>,
} | { "code": "unknown-party",
  /** The kind. */
  kind: string,
  /** What was asked for. */
  found: string,
  /** Who has such files; nobody when the file is of the whole run. */
  allowed: Array<string>,
} | { "code": "unknown-date",
  /** The kind. */
  kind: string,
  /** What was asked for. */
  found: AccountingDate | null,
  /** Dates there are; none when the file is of the whole run. */
  allowed: Array<AccountingDate>,
} | { "code": "too-long",
  /** The kind. */
  kind: string,
  /** Events of the run. */
  events: number,
  /** Events that such a file may hold. */
  max: number,
} | { "code": "broken",
  /** What went wrong. */
  fault: Fault,
};
/** A file that a run can give. */
export type ExportOffer = {
  /** Kind, as the command line's `--kind`. */
  kind: string,
  /** Whose file: a party id, or several with `/` between; empty for the whole run. */
  party: string,
  /** For which accounting date; `None` for the whole run. */
  date: AccountingDate | null,
  /** Name of the file. */
  file_name: string,
  /** Its media type. */
  media_type: string,
};
/** A fact that a scenario cannot express yet and that a rule would need. */
export type FactNeeded = "stored_value" | "onboarding" | "name_on_account" | "split_evidence" | "shown_name" | "receiver_role" | "internal_accounts" | "custody_rights" | "clearing_links" | "reserve_use" | "acquiring_duties" | "payer_identity" | "physical_mall";
/** A bug in the simulator, with enough to report it. */
export type Fault = {
  /** What went wrong. */
  kind: FaultKind,
  /** Events that had happened before. */
  event: number,
};
/** What went wrong. */
export type FaultKind = { "missing": Missing } | "money_range" | "entry_too_old" | { "invariant": BrokenInvariant } | "too_many_events" | { "export": string };
/** A fee or share, less what was given back. */
export type FeeCompared = {
  /** What it is. */
  kind: FeeKind,
  /** Id of the party whose money is less by it. */
  bearer: string,
  /** Id of the party that gets it. */
  to: string,
  /** How much. */
  amount: Compared,
};
/** What is taken off a sale. */
export type FeeKind = "channel_fee" | "share";
/** An amount or a count. */
export type Figure = { "amount": Money } | { "count": number };
/** What can be wrong with an imported file. */
export type FileFlaw = "encoding" | "blank" | "unknown_header" | "missing_column" | "duplicate_column" | "column_count" | "cut_off" | "after_totals" | "empty" | "blank_cell" | "bad_form" | "unknown_word" | "destroyed_number" | "forbidden_character" | "too_long" | "out_of_range" | "finer_than_fen" | "wrong_sign" | "fee_differs" | "other_currency" | "refund_pending" | "refund_failed" | "refund_stuck" | "not_of_this_state" | "not_in_this_bill" | "duplicate_number" | "differs_from_line" | "refund_too_large" | "refund_too_early" | "span_too_long" | "too_many_rows" | "totals_differ" | "balance_differs" | "not_playable";
/** What a file was read as. */
export type FileKind = "scenario" | "trade_bill" | "trade_bill_success" | "trade_bill_refund" | "trade_bill_legacy" | "fund_bill" | "unknown";
/** What was read of a file. */
export type FileSeen = {
  /** What it is. */
  kind: FileKind,
  /** Its title, if it is a scenario or becomes one. */
  title: Words | null,
  /** Payments, or movements that came: how many, and their sum. */
  came: [number, Money],
  /** Refunds, or movements that went: how many, and their sum. */
  went: [number, Money],
  /** Fees less fees given back, where the file tells. */
  fees: Money | null,
  /** The balance after the last movement, where the file tells. */
  balance: Money | null,
  /** Merchants of a bill, parties of a scenario. */
  parties: number,
  /** Moments of the first and the last row; start and end of a scenario. */
  span: [WallClock, WallClock] | null,
  /** Everything that is wrong with it; with any problem it cannot be opened. A shell that reads this row back is told the problems in words beside it. */
  problems: Array<Problem>,
  /** Columns of a bill. */
  columns: number,
};
/** What a rule saw, with its evidence. */
export type Finding = {
  /** The rule. */
  rule: RuleId,
  /** How grave it is. */
  severity: Severity,
  /** Whom it is about. */
  subject: PartyId,
  /** Whose money, or who else has part in it, in the order of the parties. */
  others: Array<PartyId>,
  /** Where the money lay: the subject's accounts. */
  accounts: Array<AccountId>,
  /** How the money went, summed over the evidence. */
  path: Array<FlowStep>,
  /** What the rule measures: the sum of its evidence, or the greatest of it. */
  amount: Money,
  /** The most of others' money that the subject held, where it held any. */
  held: HeldMost | null,
  /** Natural days from the payment to the settlement, where that is what was measured. */
  days: number | null,
  /** The events. */
  evidence: Evidence,
  /** Where in the document it was agreed. */
  paths: Array<string>,
};
/** A finding in two runs. */
export type FindingChange = {
  /** The rule. */
  rule: RuleId,
  /** Id of the party that it is about. */
  subject: string,
  /** The party's name. */
  name: Words,
  /** As it was; absent where the change brings it. */
  before: FindingFigure | null,
  /** As it is; absent where the change takes it away. */
  after: FindingFigure | null,
};
/** A risk hint in A, in B, or in both: the same rule about the same party. */
export type FindingCompared = {
  /** The rule. */
  rule: RuleId,
  /** Id of the party it is about. */
  subject: string,
  /** In A. */
  a: FoundIn | null,
  /** In B. */
  b: FoundIn | null,
  /** What the rule measures. */
  amount: Compared,
};
/** How grave a finding is, and what its rule measures. */
export type FindingFigure = {
  /** How grave. */
  severity: Severity,
  /** How much. */
  amount: Money,
};
/** What all rules say of a run. */
export type Findings = {
  /** What was found, by rule and party. */
  findings: Array<Finding>,
  /** Rules that were judged and found nothing. */
  nothing_found: Array<RuleId>,
  /** Rules that could not be judged; nothing is said of them. */
  not_judged: Array<NotJudged>,
};
/** What two runs' findings have in common and in what they differ. */
export type FindingsChange = {
  /** Every finding of either run, those of the run before first. */
  findings: Array<FindingChange>,
  /** What every party without a licence held of others' money, before and after. */
  held: Array<HeldChange>,
  /** Expectations that fail, before and after. */
  failing: [number, number],
};
/** What a fix does. */
export type FixKind = "sub_merchants" | "finish_onboarding" | "lower_splits" | "settle_sooner" | "same_name" | "show_seller" | "drop_outflows" | "split_onward";
/** A fix as it is offered: what it does, how, and what that does to the findings. */
export type FixPreview = {
  /** What it does, in both languages: one name for the list of changes, whatever the language of the page. */
  label: Words,
  /** The changes, a line each. */
  edits: Array<string>,
  /** How many findings there are before and after. */
  score: string,
  /** Findings that go, stay and come, others' money and failing expectations before and after, a line each. */
  effects: Array<string>,
  /** The scenario after it. */
  text: string,
};
/** Money that went from one party to another. */
export type FlowStep = {
  /** From whom; payers have no name here. */
  from: PartyId | null,
  /** To whom. */
  to: PartyId,
  /** How much in all. */
  amount: Money,
};
/** A lane in which several parties of a kind stand together. */
export type FoldedLane = {
  /** Place in `lanes`. */
  lane: number,
  /** What they are. */
  kind: PartyKind,
  /** Who they are. */
  parties: Array<PartyId>,
};
/** Accounts of a kind that stand together as one node; its figures are their sums. */
export type FoldedNode = {
  /** What they are. */
  kind: AccountKind,
  /** Which they are. */
  accounts: Array<AccountId>,
};
/** Forms of texts. */
export type Form = "amount" | "rate" | "moment" | "date" | "time_of_day" | "cycle" | "id" | "whole_number" | "name" | "account_name" | "bill_moment" | "bill_number" | "bill_code" | "bill_rate" | "bill_header";
/** A finding of one of the two. */
export type FoundIn = {
  /** Its place in the findings of that run. */
  place: number,
  /** How grave it is there. */
  severity: Severity,
};
/** Others' money in the hands of a party without a licence, in two runs. */
export type HeldChange = {
  /** Id of the party. */
  holder: string,
  /** Its name. */
  name: Words,
  /** Before. */
  before: HeldFigure,
  /** After. */
  after: HeldFigure,
};
/** Others' money in one account, and how much of it has lain there for how long so far. */
export type HeldClock = {
  /** The account: a claim at a channel, or a deposit. */
  account: AccountId,
  /** Who can move the money next: its owner. */
  holder: PartyId,
  /** What of others' money lies in it now. */
  now: Money,
  /** Milliseconds during which any lay in it. */
  held_ms: number,
  /** Amount × time. */
  held: AmountTime,
};
/** Others' money in a party's hands over the whole run. */
export type HeldCompared = {
  /** Id of the holder. */
  holder: string,
  /** The most at any moment. */
  maximum: Compared,
  /** Amount × time. */
  held: Timed,
};
/** What was left of others' money when the holder's book cut its day. */
export type HeldDayEnd = {
  /** The date that ended. */
  date: AccountingDate,
  /** When. */
  at: WallClock,
  /** All of it. */
  total: Money,
  /** To how many people it is owed. */
  beneficiaries: number,
};
/** What a party held over a whole run. */
export type HeldFigure = {
  /** The most at any moment. */
  maximum: Money,
  /** Milliseconds during which anything was held. */
  held_ms: number,
  /** Amount × time. */
  held: AmountTime,
};
/** One beneficiary's part of what a party holds. */
export type HeldFor = {
  /** Whose money it is. */
  beneficiary: PartyId,
  /** How much. */
  amount: Money,
  /** What of it lies at channels. */
  at_channel: Money,
  /** What of it lies at banks. */
  at_bank: Money,
};
/** One beneficiary's money in the holder's hands over the whole run. */
export type HeldForOverRun = {
  /** Whose money it is. */
  beneficiary: PartyId,
  /** The most at any moment. */
  maximum: Money,
  /** Milliseconds during which anything of it was held. */
  held_ms: number,
  /** Amount × time. */
  held: AmountTime,
};
/** The most that was held of others' money. */
export type HeldMost = {
  /** The most at any moment. */
  maximum: Money,
  /** Since when it was the most. */
  maximum_at: WallClock,
  /** Milliseconds during which anything was held. */
  held_ms: number,
  /** The longest stay without a break, the first of several. */
  longest: HeldStay,
};
/** Others' money in one party's hands at a moment. */
export type HeldNow = {
  /** Who holds it. */
  holder: PartyId,
  /** All of it. */
  total: Money,
  /** What of it lies as the holder's claim at channels. */
  at_channel: Money,
  /** What of it lies in the holder's accounts at banks. */
  at_bank: Money,
  /** What the holder owes beyond all that it has: nobody holds it any more. */
  uncovered: Money,
  /** Whose it is, in the order of the parties: everybody to whom something is owed. */
  of: Array<HeldFor>,
};
/** Others' money in one party's hands over the whole run. */
export type HeldOverRun = {
  /** Who holds it. */
  holder: PartyId,
  /** The most at any moment. */
  maximum: Money,
  /** Since when it was the most, the first time. */
  maximum_at: WallClock | null,
  /** Milliseconds during which anything was held. */
  held_ms: number,
  /** The longest stay without a break, the first of several. */
  longest: HeldStay | null,
  /** Amount × time. */
  held: AmountTime,
  /** What of it lay at channels. */
  held_at_channel: AmountTime,
  /** What of it lay at banks. */
  held_at_bank: AmountTime,
  /** The same for each beneficiary, in the order of the parties. */
  of: Array<HeldForOverRun>,
  /** What was left at each cut of the holder's own book. */
  day_ends: Array<HeldDayEnd>,
  /** The amounts over time, thinned to what a chart can show. */
  steps: Array<HeldStep>,
};
/** Since when a sale counts as money held for the seller. */
export type HeldSince = "event_time" | "knowledge_time";
/** A time without a break during which others' money lay in one party's hands. */
export type HeldStay = {
  /** Since when there was any. */
  from: WallClock,
  /** From when on there was none, or the run had ended. */
  until: WallClock,
  /** Milliseconds from the one to the other. */
  ms: number,
};
/** Others' money from a moment on. */
export type HeldStep = {
  /** From then on. */
  at: WallClock,
  /** All of it. */
  total: Money,
  /** At channels. */
  at_channel: Money,
  /** At banks. */
  at_bank: Money,
};
/** Why something that was said changes nothing. */
export type Idle = "natural_days" | "no_seller" | "no_premises" | "own_name" | "no_splits" | "never_split" | "nobody_learns" | "collects_nothing";
/** Which journal rows are wanted. An empty filter wants all. */
export type JournalFilter = {
  /** Only legs of this account. */
  account: AccountId | null,
  /** Only legs in this book. */
  book: BookId | null,
  /** Only legs of this accounting date. */
  date: AccountingDate | null,
};
/** One leg of one journal entry. */
export type JournalRow = {
  /** The event, counted from 1: after it, the moment is this number. */
  event: number,
  /** When it happened. */
  at: WallClock,
  /** What happened. */
  kind: EventKind,
  /** Its cause in the author's terms: payment, refund or payout id. */
  cause: string,
  /** The book. */
  book: BookId,
  /** Accounting date in that book. */
  date: AccountingDate,
  /** Debited account. */
  debit: AccountId,
  /** Credited account. */
  credit: AccountId,
  /** Amount, above zero. */
  amount: Money,
  /** What the leg means. */
  meaning: Meaning,
};
/** One thing that can be changed. */
export type KnobRow = {
  /** What it changes. */
  label: Words,
  /** Its choices; the first is that of the start. */
  choices: Array<Words>,
};
/** Amounts of a lane model after a number of events. */
export type LaneAmounts = {
  /** How many events have happened. */
  event: number,
  /** Balances of the nodes. Payers keep no book: what they paid net of refunds, negative, in both. */
  nodes: Array<BalanceRow>,
  /** Amounts moved along the edges so far. */
  edges: Array<Money>,
  /** Edges used by the last event. */
  active: Array<number>,
};
/** An edge: one kind of movement from one node to another. */
export type LaneEdge = {
  /** Place in `nodes`. */
  from: number,
  /** Place in `nodes`. */
  to: number,
  /** What the movement means; `None` joins two accounts that mirror each other (keeper view). */
  meaning: Meaning | null,
  /** Order in the story, from 1 (①); 0 for what runs backwards and for mirrors. */
  step: number,
  /** Rate in per cent (`0.60`) for fees and shares, cycle (`T+1`) for settlements, else empty. */
  note: string,
  /** Whether it runs backwards (refund, top-up). */
  back: boolean,
  /** Whether nothing moves along it: it says for whom the money lies where it lies (holder view). */
  earmark: boolean,
  /** Greatest amount it shows. */
  widest: Money,
  /** How grave the gravest finding about it is. */
  mark: Severity | null,
};
/** What the lane diagram shows, before any pixel: lanes, nodes and edges that ever occur in the run. */
export type LaneModel = {
  /** Which view. */
  view: LaneView,
  /** Lanes from top to bottom; `None` is the payers, or a folded lane. */
  lanes: Array<PartyId | null>,
  /** Nodes. */
  nodes: Array<LaneNode>,
  /** Edges. */
  edges: Array<LaneEdge>,
  /** Lanes in which several parties stand together, because there are too many to draw. */
  folded: Array<FoldedLane>,
};
/** A node: an account, the payers, or several accounts folded into one. */
export type LaneNode = {
  /** Place in `lanes`. */
  lane: number,
  /** Column: 0 payers … 4 deposits, 5 for whom or for what the money of a deposit is, 6 deposits that a platform pays into. */
  phase: number,
  /** The account; `None` is the payers, or what is folded. */
  account: AccountId | null,
  /** Widest balance it ever shows. */
  widest: Money,
  /** How grave the gravest finding about it is. */
  mark: Severity | null,
  /** The accounts that it stands for, where they are several. */
  folded: FoldedNode | null,
};
/** Whether lanes show money by who holds it or by who keeps the book. */
export type LaneView = "holder" | "keeper";
/** One leg and the line of the rule that made it. */
export type LegWhy = {
  /** The leg. */
  row: JournalRow,
  /** The line of the rule, counted from 1. */
  line: number,
  /** Which of the event's amounts it moves. */
  term: Term,
};
/** What somebody has done in a lesson. */
export type LessonAnswer = {
  /** For each knob the place of its choice; what is not said stands as at the start. */
  picks: Array<number>,
  /** The bet as it was typed; blank when none was made. */
  bet: string,
  /** Which numbers are wanted: 0 for those of the lesson, then its variants. */
  variant: number,
  /** Who answers, for the completion code; may be blank. */
  name: string,
};
/** A lesson on the list. */
export type LessonCard = {
  /** Its name in links. */
  id: string,
  /** What it is about. */
  title: Words,
  /** In what part of the trade the question was asked. */
  who: Words,
  /** The question. */
  asked: Words,
  /** How long it takes. */
  minutes: number,
};
/** What a lesson promises. */
export type LessonClaim = "start_fails" | "bet_holds" | "solution_holds" | "variant_holds" | "idea_fails" | "idea_is_told" | "hint_is_new";
/** Everything that a lesson says before it is taken. The answer of the bet is not among it. */
export type LessonPage = {
  /** Title and question. */
  card: LessonCard,
  /** The situation. */
  story: Words,
  /** What the bet is about. */
  bet: Words,
  /** Values to choose from; a number is typed when there are none. */
  bet_choices: Array<string>,
  /** Where one should look first. */
  moment: WallClock,
  /** What is to be brought about. */
  task: Words,
  /** All that can be changed. */
  knobs: Array<KnobRow>,
  /** What helps, one after another; the task can be done without. */
  hints: Array<Words>,
  /** For each knob the choice under which every check holds. */
  solution: Array<number>,
  /** Three sentences for the way home. */
  takeaway: Array<Words>,
  /** What to mind in practice. */
  practice: Words,
  /** The lesson after this one. */
  next: string | null,
};
/** How far somebody has come in a lesson. */
export type LessonState = {
  /** What was judged; picks that do not exist stand as at the start. */
  answer: LessonAnswer,
  /** The scenario with the knobs turned, as text: this is to be played and drawn. */
  scenario: string,
  /** How the bet went, once there is one. */
  bet: BetRow | null,
  /** The checks with the numbers wanted. */
  checks: Array<CheckRow>,
  /** What is to be said of an idea that many have first. */
  idea: Words | null,
  /** The task with other numbers, under the same choices. */
  variants: Array<VariantRow>,
  /** Every check holds with the lesson's own numbers. */
  solved: boolean,
  /** And with all other numbers too. */
  passed: boolean,
  /** The completion code, once it is passed. It can be looked up and is no proof. */
  code: string | null,
};
/** What a party is licensed for. */
export type Licence = "none" | "payment" | "bank";
/** What can be wrong with a share link. */
export type LinkFlaw = "not_a_link" | "newer" | "too_long" | "damaged" | "too_large" | "two_scenarios" | "one_scenario" | "several_links";
/** What one leg means for the people who own the accounts. */
export type Meaning = "opening" | "payment" | "channel_fee" | "share" | "unfreeze" | "commission" | "sale" | "top_up" | "refund" | "fee_returned" | "share_returned" | "cleared" | "payout_sent" | "paid_out" | "transferred" | "spent" | "advanced" | "paid_onward";
/** Two balances that should be the same, and why they are not. */
export type MirrorCompared = {
  /** In one's own book. */
  ours: Money,
  /** In others' books. */
  theirs: Money,
  /** Ours less theirs. */
  difference: Money,
  /** What of it lies between two cut-offs. */
  between_cut_offs: Money,
  /** What of it one side has not yet learnt of. */
  not_yet_learnt: Money,
  /** What is left, which no happening explains. */
  unexplained: Money,
  /** The happenings that explain it, the first fifty. */
  explained: Array<Explained>,
  /** How many more there are. */
  more: number,
};
/** Closing of a date against closing of the same date. */
export type MirrorDate = {
  /** The date, in every book its own. */
  date: AccountingDate,
  /** Both sides, and what explains their difference. */
  compared: MirrorCompared,
};
/** Which account stands for which of another book. */
export type MirrorKind = "own_bank" | "reserve" | "receivable";
/** A mirror at one instant: current balance against current balance. */
export type MirrorNow = {
  /** Which kind. */
  kind: MirrorKind,
  /** The account in one's own book. */
  ours: AccountId,
  /** Both sides, and what explains their difference. */
  compared: MirrorCompared,
};
/** A mirror, and how both sides closed each date. */
export type MirrorRow = {
  /** Which kind. */
  kind: MirrorKind,
  /** The account in one's own book. */
  ours: AccountId,
  /** The accounts in others' books that say the same from the other side. */
  theirs: Array<AccountId>,
  /** Every date that all books concerned have closed. */
  dates: Array<MirrorDate>,
};
/** One of the two sides of a mirror. */
export type MirrorSide = "ours" | "theirs";
/** What is missing. */
export type Missing = "account" | "book" | "flow" | "contract" | "payee" | "line" | "refund" | "outflow" | "batch" | "payout" | "opening" | "event" | "due_date" | "party";
/** How a merchant is connected to a channel. */
export type Mode = "direct" | "sub_merchant" | "pooled";
/** All balances of both at one moment. */
export type MomentCompared = {
  /** The moment: after everything at or before it. */
  at: WallClock,
  /** How many events had happened in A. */
  event_a: number,
  /** How many in B. */
  event_b: number,
  /** All accounts of both, by name. */
  accounts: Array<AccountAtMoment>,
};
/** An amount in integer minor units (fen for CNY).  Invariant: `-MAX <= self <= MAX` with `MAX = 2^53 - 1`. */
export type Money = number;
/** What a trade on a non-working day counts as, under T(n). */
export type NonWorkingTrade = "as_is" | "next_working_day";
/** A rule that could not be judged. */
export type NotJudged = {
  /** The rule. */
  rule: RuleId,
  /** What it would need to know. */
  needs: Array<FactNeeded>,
};
/** Something that an author should know. */
export type Notice = {
  /** Where, in the author's JSON terms. */
  path: string,
  /** What. */
  kind: NoticeKind,
};
/** What an author should know. */
export type NoticeKind = { "code": "hidden-route",
  /** The earlier routes that take it all. */
  by: Array<string>,
} | { "code": "route-too-late",
  /** From when it holds. */
  from: string,
  /** When the days of the scenario end. */
  until: string,
} | { "code": "route-too-early",
  /** Until when it holds. */
  until: string,
  /** When the scenario starts. */
  starts: string,
} | { "code": "day-twice",
  /** The day. */
  day: string,
  /** Where it stood first. */
  first: string,
} | { "code": "expectations-disagree",
  /** The other one. */
  first: string,
} | { "code": "no-effect",
  /** Why. */
  because: Idle,
};
/** Things a name can refer to, parts a party can play. */
export type Noun = "party" | "channel" | "bank" | "platform" | "seller" | "account" | "deposit_account" | "calendar" | "fee_plan" | "settlement_rule" | "contract" | "payment";
/** What happens when the collector's pending money is smaller than a refund. */
export type OnRefundShortfall = "top_up" | "refuse" | "carry_negative";
/** A party's money at one moment. */
export type PartyBalances = {
  /** In its accounts at banks. */
  at_banks: Compared,
  /** Its money on the way to it: in the hands of channels and of platforms that collect for it. */
  in_transit: Compared,
  /** Others' money in its hands. */
  holds: Compared,
};
/** A party in both. */
export type PartyCompared = {
  /** The author's id. */
  id: string,
  /** Its name, in A where it is there. */
  name: Words,
  /** What it is. */
  kind: PartyKind,
  /** Its number in A. */
  a: PartyId | null,
  /** Its number in B. */
  b: PartyId | null,
  /** When both runs have ended. */
  end: PartyBalances,
  /** The greatest difference at any day's end, of the three, without its sign. */
  most: Money,
  /** On which day first. */
  most_on: CivilDate | null,
  /** At the end of each of the days; empty for the last parties where there are more than 20,000 in all. */
  days: Array<PartyBalances>,
};
/** A party of the plan. */
export type PartyId = number;
/** What a party is. */
export type PartyKind = "merchant" | "platform" | "channel" | "bank";
/** A party. */
export type PartyRow = {
  /** The author's id. */
  id: string,
  /** Name. */
  name: Words,
  /** Kind. */
  kind: PartyKind,
  /** Licence. */
  licence: Licence,
  /** The book it keeps. */
  book: BookId | null,
  /** Whether the engine added it (an implicit reserve bank). */
  implicit: boolean,
};
/** One payout. */
export type PayoutRow = {
  /** Event at which it arrived. */
  event: number,
  /** When. */
  at: WallClock,
  /** Its id in the author's terms. */
  cause: string,
  /** The channel. */
  channel: PartyId,
  /** The payee. */
  owner: PartyId,
  /** The deposit account credited. */
  account: AccountId,
  /** Amount. */
  amount: Money,
};
/** The name of a posting rule. */
export type PostingRule = {
  /** For which happening. */
  event: EventKind,
  /** In which mode of contract, where that makes a difference. */
  mode: Mode | null,
  /** Whether it is about a payment from before the scenario. */
  external: boolean,
  /** Whether it is about an order that is not split yet. */
  before_split: boolean,
};
/** One mistake of the author. */
export type Problem = {
  /** Where, in the author's JSON terms: `payments[3].lines[0].amount`. Empty for the whole document. */
  path: string,
  /** What. */
  kind: ProblemKind,
};
/** What can be wrong. */
export type ProblemKind = { "code": "unreadable",
  /** Line, from 1. */
  line: number,
  /** Column, from 1. */
  column: number,
  /** The parser's own words. */
  reason: string,
} | { "code": "text-too-large",
  /** Bytes found. */
  found: number,
  /** Bytes allowed. */
  max: number,
} | { "code": "too-deep",
  /** Levels allowed. */
  max: number,
} | { "code": "not-a-scenario",
  /** What stood in `format`. */
  found: string,
} | { "code": "newer-version",
  /** What stood in `format`. */
  found: string,
  /** The newest this build reads. */
  newest: string,
} | { "code": "duplicate-key",
  /** The key. */
  key: string,
} | { "code": "unknown-field",
  /** The field. */
  found: string,
  /** The fields known here. */
  allowed: Array<string>,
} | { "code": "missing-field",
  /** The field. */
  field: string,
} | { "code": "wrong-type",
  /** Type found: text, number, list, object, true/false, null. */
  found: string,
  /** Type wanted. */
  allowed: string,
  /** The form of the text or number wanted, where there is one. */
  form: Form | null,
} | { "code": "unknown-value",
  /** What was found. */
  found: string,
  /** What is allowed. */
  allowed: Array<string>,
} | { "code": "bad-form",
  /** Which form. */
  form: Form,
  /** What was found, shortened. */
  found: string,
} | { "code": "out-of-range",
  /** What was found. */
  found: string,
  /** The least allowed. */
  min: string,
  /** The greatest allowed. */
  max: string,
} | { "code": "text-too-long",
  /** Characters found. */
  found: number,
  /** Characters allowed. */
  max: number,
} | { "code": "forbidden-character",
  /** Its code point, as U+202E. */
  found: string,
  /** Which character of the text it is, from 1. */
  position: number,
} | { "code": "too-many",
  /** How many were found. */
  found: number,
  /** How many are allowed. */
  max: number,
} | { "code": "too-few",
  /** How many were found. */
  found: number,
  /** How many are needed. */
  min: number,
} | { "code": "duplicate-id",
  /** The id. */
  id: string,
  /** Where it stood first. */
  first: string,
} | { "code": "unknown-reference",
  /** The name. */
  found: string,
  /** What it should name. */
  what: Noun,
  /** The names there are (at most twenty). */
  allowed: Array<string>,
} | { "code": "wrong-party",
  /** The party. */
  found: string,
  /** The part. */
  wanted: Noun,
} | { "code": "wrong-owner",
  /** The account. */
  account: string,
  /** The owner it must have. */
  owner: string,
} | { "code": "payout-account-unclear",
  /** The party. */
  party: string,
  /** Its accounts. */
  accounts: Array<string>,
} | { "code": "not-in-this-mode",
  /** The mode. */
  mode: string,
  /** What is not allowed or missing. */
  field: string,
  /** Whether it is missing; otherwise it is there and not allowed. */
  missing: boolean,
} | { "code": "splits-exceed-payment",
  /** Sum of rates, as a rate. */
  found: string,
} | { "code": "payee-conflict",
  /** The payee. */
  payee: string,
  /** Path of the first contract. */
  first: string,
} | { "code": "no-agreement",
  /** The platform. */
  platform: string,
  /** The seller. */
  merchant: string,
} | { "code": "needs-book",
  /** The platform. */
  party: string,
} | { "code": "no-route",
  /** Who sells. */
  seller: string,
  /** Through which channel. */
  channel: string,
} | { "code": "route-mismatch",
  /** The contract. */
  contract: string,
} | { "code": "outside-scenario",
  /** What was found. */
  found: string,
  /** First moment allowed. */
  from: string,
  /** End, exclusive. */
  until: string,
} | { "code": "refunds-exceed-payment",
  /** Sum of refunds. */
  refunded: Money,
  /** What was paid. */
  paid: Money,
} | { "code": "contradiction",
  /** What they contradict each other in. */
  clash: Clash,
  /** What stands here. */
  found: string,
  /** The other place; blank for what every document has without saying so. */
  other: string,
  /** What stands there. */
  there: string,
} | { "code": "refund-before-payment",
  /** When it was paid. */
  paid_at: string,
} | { "code": "refund-needs-seller",
  /** The payment. */
  payment: string,
  /** The seller that the refund names; blank when it names none. */
  found: string,
  /** The sellers. */
  sellers: Array<string>,
} | { "code": "beyond-calendar",
  /** The calendar. */
  calendar: string,
  /** The first such date. */
  date: string,
} | { "code": "sums-too-large",
  /** Greatest possible turnover in fen. */
  found: string,
  /** The limit in fen. */
  max: string,
} | { "code": "bad-link",
  /** What is wrong with it. */
  reason: LinkFlaw,
} | { "code": "lesson-unproved",
  /** What it promises. */
  claim: LessonClaim,
  /** The check that it is about; blank for none. */
  check: string,
  /** What came out; blank where it is not about a figure. */
  found: string,
} | { "code": "bad-file",
  /** Line, from 1. */
  line: number,
  /** Name of the column; empty when it is the whole line. */
  column?: string,
  /** What is wrong. */
  reason: FileFlaw,
  /** What was found, shortened. */
  found: string,
  /** What would be right, or the limit; blank where there is nothing to name. */
  expected?: string,
  /** The other lines that it is about, the nearest first. */
  lines?: Array<number>,
};
/** A QR code, drawn in modules of one unit. */
export type QrPicture = {
  /** Width and height with the quiet border. */
  size: number,
  /** The dark modules as the `d` of an SVG path. */
  path: string,
};
/** Why something happened. A `path` is a place in the scenario's document. */
export type Reason = { "why": "written",
  /** Where. */
  path: string,
} | { "why": "drawn",
  /** The traffic rule. */
  path: string,
  /** Which draw of that rule, from 1. */
  draw: number,
  /** How many payments the rule draws in all. */
  of: number,
  /** The seed. */
  seed: number,
} | { "why": "routed",
  /** The route. */
  path: string,
  /** The contract. */
  contract: string,
  /** How it connects the merchant. */
  mode: Mode,
} | { "why": "contract",
  /** The contract. */
  path: string,
  /** Its id. */
  contract: string,
} | { "why": "agreed",
  /** The agreement. */
  path: string,
} | { "why": "fee",
  /** The fee plan. */
  path: string,
  /** Its rate in per cent. */
  rate: string,
  /** Of what. */
  amount: Money,
  /** How much. */
  fee: Money,
} | { "why": "follows",
  /** That event, counted from 1. */
  event: number,
  /** What it was. */
  kind: EventKind,
  /** When. */
  at: WallClock,
  /** Milliseconds in between. */
  after_ms: number,
  /** Who says how long it takes. */
  path: string | null,
} | { "why": "refund_of",
  /** The payment in the author's terms. */
  payment: string,
  /** What had been paid. */
  paid: Money,
  /** What of it refunds had given back before. */
  before: Money,
  /** Where the payment was written. */
  path: string | null,
} | { "why": "from_frozen",
  /** What of it lay frozen. */
  frozen: Money,
  /** What the refund takes, less the fee that comes back. */
  needed: Money,
} | { "why": "left_to_split",
  /** What had been refunded. */
  refunded: Money,
  /** What was left; shares are taken of it. */
  left: Money,
} | { "why": "shortfall",
  /** Pending money of the payee then. */
  pending: Money,
  /** What the refund takes, less the fee that comes back. */
  needed: Money,
  /** What the settlement rule does then. */
  policy: OnRefundShortfall,
  /** The settlement rule. */
  path: string,
} | { "why": "batches",
  /** To whom. */
  owner: PartyId,
  /** The day of the payout run. */
  day: CivilDate,
  /** Time of day of payout runs. */
  pays_at: TimeOfDay,
  /** The rule. */
  path: string,
  /** The batches, oldest first. */
  of: Array<BatchWhy>,
} | { "why": "put_off",
  /** Why. */
  reason: DeferReason,
  /** Sum of the batches due. */
  due: Money,
} | { "why": "platform_pays",
  /** The agreement. */
  path: string,
  /** The time of day. */
  pays_at: TimeOfDay,
} | { "why": "too_little",
  /** What was there. */
  had: Money,
  /** What was missing. */
  short: Money,
} | { "why": "cut_off",
  /** The book, if the author wrote it. */
  path: string | null,
  /** The time of day. */
  time: TimeOfDay,
  /** The date that ended. */
  closes: AccountingDate,
} | { "why": "before_scenario" };
/** What was refused or put off, by what it is and its cause. */
export type RefusedCompared = {
  /** What happened. */
  kind: EventKind,
  /** Its cause in the author's terms. */
  cause: string,
  /** How often. */
  count: Counted,
  /** When first, in A. */
  first_a: WallClock | null,
  /** When first, in B. */
  first_b: WallClock | null,
  /** What was short or due, all times together. */
  amount: Compared,
};
/** One finding in words. */
export type Risk = {
  /** Its place in the report of findings. */
  place: number,
  /** The rule's code: `SC-01`. */
  code: string,
  /** How grave. */
  severity: Severity,
  /** The same as a word. */
  grave: string,
  /** What the rule is called. */
  title: string,
  /** Whom it is about. */
  subject: PartyId,
  /** That party's name. */
  who: string,
  /** The amount. */
  amount: string,
  /** The moment at which it is seen best, as a number of events. */
  event: number,
  /** Figures: what each is called, and what it is. */
  facts: Array<[string, string]>,
  /** How the money went. */
  steps: Array<RiskStep>,
  /** The events that bear it out: number and what happened. */
  events: Array<[number, string]>,
  /** How many more there are. */
  more: string | null,
  /** Where the money lay. */
  accounts: Array<AccountId>,
  /** Of them those that the picture marks. */
  marked: Array<AccountId>,
  /** Where in the document it was agreed. */
  paths: Array<string>,
  /** Why it matters. */
  why: string,
  /** How to clear it. */
  clear: string,
  /** What the rule leans on, each with its date and how far it may be relied on. */
  sources: Array<string>,
};
/** A step of the path, and where it is drawn. */
export type RiskStep = {
  /** From whom to whom, and how much. */
  said: string,
  /** Where it is drawn. */
  drawn: StepDrawn,
};
/** What the rules say of a run, in words. */
export type Risks = {
  /** What all of this is, and is not. */
  disclaimer: string,
  /** What was found, gravest first. */
  found: Array<Risk>,
  /** Each rule that could not be judged, with what it would need. */
  not_judged: Array<string>,
  /** Each rule that was judged and found nothing. */
  nothing_found: Array<string>,
};
/** The rules, each by what it sees. */
export type RuleId = "SC-01" | "SC-02" | "SC-03" | "SC-04" | "SC-05" | "SC-06" | "SC-07" | "SC-08" | "SC-09" | "SC-10" | "SC-11" | "SC-12" | "SC-13" | "SC-14" | "SC-15" | "SC-16" | "SC-17" | "SC-18" | "SC-19" | "SC-20" | "SC-21" | "SC-22" | "SC-23" | "SC-24" | "SC-25" | "SC-26";
/** A balance over time, thinned to the points that a chart can show. */
export type Series = {
  /** The account. */
  account: AccountId,
  /** Moments, rising. */
  at: Array<WallClock>,
  /** Current balance from that moment on. */
  current: Array<Money>,
  /** Previous-day balance from that moment on. */
  previous_day: Array<Money>,
};
/** How grave a finding is, from a note up. */
export type Severity = "note" | "attention" | "warning" | "high";
/** The side on which an account's balance is shown as positive. */
export type Side = "debit" | "credit";
/** How the name in a code stands to one that somebody gives. */
export type Signature = "fits" | "other" | "unasked";
/** All balances after a number of events. */
export type Snapshot = {
  /** How many events have happened. */
  event: number,
  /** The moment of the last of them; the start of the run when none. */
  at: WallClock,
  /** Open accounting date of each book. */
  dates: Array<AccountingDate>,
  /** Balances of all accounts, in account order. */
  balances: Array<BalanceRow>,
};
/** A step of a path on the picture. */
export type StepDrawn = {
  /** Its edges where lanes show who holds the money, by their places in the lane model. */
  by_holder: Array<number>,
  /** Its edges where lanes show who keeps the book. */
  by_keeper: Array<number>,
  /** The first event of the evidence that moved money along them. */
  event: number | null,
};
/** What a run is about and how it ended. */
export type Summary = {
  /** Title of the scenario. */
  title: Words,
  /** First moment of the run (openings are a day earlier). */
  starts: WallClock,
  /** Last moment of the run. */
  ends: WallClock,
  /** Number of events; moments are counted 0 (nothing yet) to this number (all done). */
  events: number,
  /** Payment lines captured. */
  payments: number,
  /** Refunds made. */
  refunds: number,
  /** Refunds refused. */
  refused: number,
  /** Payouts made. */
  payouts: number,
  /** All payments. */
  paid_in: Money,
  /** All refunds. */
  refunded: Money,
  /** All channel fees less fees returned. */
  fees: Money,
  /** All payouts. */
  paid_out: Money,
  /** Parties; `PartyId` is the place in this list. */
  parties: Array<PartyRow>,
  /** Books; `BookId` is the place in this list. */
  books: Array<BookRow>,
  /** Accounts; `AccountId` is the place in this list. */
  accounts: Array<AccountRow>,
  /** Expectations in the author's order. */
  expectations: Array<ExpectationRow>,
  /** How many times an invariant was checked during the run; none failed, or there would be no run. */
  checks: number,
  /** Due dates counted beyond the calendar's years by weekends only. */
  beyond_calendar: Array<CivilDate>,
  /** Checksum (CRC-32) of all events: it tells runs apart, it proves nothing,, equal natively and in wasm. */
  fingerprint: number,
};
/** The part of an event's amounts that a leg moves. */
export type Term = "amount" | "fee" | { "share": number } | "rest";
/** A time of day in milliseconds after midnight. */
export type TimeOfDay = string;
/** An amount × time in both, in fen-seconds. */
export type Timed = {
  /** In A. */
  a: AmountTime,
  /** In B. */
  b: AmountTime,
  /** B less A. */
  difference: AmountTimeChange,
};
/** The time axis: days, cuts, and what happened. */
export type Timeline = {
  /** Left end. */
  from: WallClock,
  /** Right end. */
  until: WallClock,
  /** Natural days between. */
  days: Array<DayRow>,
  /** Day cuts of all books, in time order. */
  cuts: Array<EventRow>,
  /** Everything but payments, notifications, splits and cuts, in time order, at most 2,000. */
  marks: Array<EventRow>,
  /** Payments counted in equal slices of the axis. */
  density: Array<number>,
};
/** A comparison in words. */
export type ToldComparison = {
  /** A and B, each in a line. */
  sides: [string, string],
  /** What a difference is, or that there is none. */
  note: string,
  /** The differences that matter most, a sentence each. */
  headlines: Array<string>,
  /** The tables; none when both are the same. */
  tables: Array<ToldTable>,
};
/** A fix with its label and what it leads to, for whoever shows it. */
export type ToldFix = {
  /** What it does, in words. */
  label: Words,
  /** The scenario after it. */
  text: string,
  /** What it does. */
  kind: FixKind,
  /** How. */
  edits: Array<Edit>,
};
/** A moment of the storyboard in words. */
export type ToldMoment = {
  /** So many events have happened. */
  event: number,
  /** What it is called. */
  title: string,
  /** When it is. */
  at: WallClock,
  /** The account that it is about. */
  account: AccountId | null,
  /** What that account is called. */
  name: string,
  /** Its current balance before and after. */
  current: [Money, Money],
  /** Its previous-day balance before and after. */
  previous_day: [Money, Money],
};
/** A table. */
export type ToldTable = {
  /** Its heading. */
  title: string,
  /** What one has to know to read it, or what stands in its place. */
  note: string,
  /** How many columns from the left are words; the others are figures. */
  words: number,
  /** The columns. */
  columns: Array<string>,
  /** The rows, a cell a column. */
  rows: Array<Array<string>>,
};
/** In which language something new is named. */
export type Tongue = "both" | "zh" | "en";
/** Whose money is how long on its way. */
export type TransitCompared = {
  /** The rate a year by which cost is counted, as the reader gave it: simple interest, 365 days a year. */
  annual_rate: string | null,
  /** Each party that waits for money, those that differ most first. */
  of: Array<TransitRow>,
};
/** One party's money on its way, from the payment to its bank account. */
export type TransitRow = {
  /** Id of the party. */
  owner: string,
  /** Amount × time. */
  transit: Timed,
  /** What that would have earned, to the fen; nothing is said without a rate. */
  cost: Compared | null,
};
/** The task with other numbers. */
export type VariantRow = {
  /** What is other. */
  says: Words,
  /** Whether every check holds. */
  holds: boolean,
};
/** A moment on the scenario's single civil clock, in milliseconds. */
export type WallClock = string;
/** A window of rows out of a longer table. */
export type Window<T> = {
  /** Rows in the whole table. */
  total: number,
  /** Place of the first row here. */
  from: number,
  /** The rows. */
  rows: Array<T>,
};
/** A sentence in both languages. In a document either one text for both, or `{ "zh": …, "en": … }`. */
export type Words = {
  /** Chinese. */
  zh: string,
  /** English. */
  en: string,
};
