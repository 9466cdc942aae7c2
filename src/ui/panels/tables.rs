//! The tables under the picture: journal, double balances, batches, mirrors, expectations, suspected risks.

use daycut::facade::view::{BatchRow, JournalFilter, MomentCompared, PayoutRow, Snapshot, Summary};
use daycut::facade::{AccountId, FixPreview, Lang, Risks, WallClock};
use yew::prelude::*;

use super::balances::BalancesPanel;
use super::expectations::ExpectationsPanel;
use super::files::FilesPanel;
use super::ledger::{LedgerPanel, RowsWanted};
use super::mirrors::MirrorsPanel;
use super::risks::{RisksPanel, risks_panel};
use super::settlement::SettlementPanel;
use crate::ui::facts::{Lit, Msg};
use crate::ui::risk::RISKS;
use crate::ui::shared::Shared;
use crate::ui::widgets::tabs::{TabItem, Tabs, panel_id, tab_id};

/// Ids of the tabs.
pub const JOURNAL: &str = "journal";
/// Double balances.
pub const BALANCES: &str = "balances";
/// Batches and payouts.
pub const BATCHES: &str = "batches";
/// Mirrors.
pub const MIRRORS: &str = "mirrors";
/// Expectations.
pub const EXPECTATIONS: &str = "expectations";
/// Files.
pub const FILES: &str = "files";

/// The tables under the picture.
#[derive(Properties, PartialEq)]
pub struct TablesPanelProps {
    /// Language of the page.
    pub lang: Lang,
    /// The run.
    pub summary: Shared<Summary>,
    /// Balances and dates at the cursor.
    pub snapshot: Option<Shared<Snapshot>>,
    /// The cursor.
    pub event: u32,
    /// The chosen account.
    pub selected: Option<AccountId>,
    /// The open tab, one of the ids above.
    pub tab: AttrValue,
    /// Which journal rows are wanted.
    pub filter: JournalFilter,
    /// Batches of the run.
    pub batches: Option<Shared<Vec<BatchRow>>>,
    /// Payouts of the run.
    pub payouts: Option<Shared<Vec<PayoutRow>>>,
    /// What the rules say of the run, once they have.
    pub risks: Option<Shared<Risks>>,
    /// The risk that is looked at.
    pub lit: Option<Lit>,
    /// Its fixes, once they were tried out.
    pub fixes: Option<(u32, Shared<Vec<FixPreview>>)>,
    /// Balances beside those of the pinned run.
    pub compared: Option<Shared<MomentCompared>>,
    /// Sends messages.
    pub send: Callback<Msg>,
    /// Changes with each run, so that rows of the one before are dropped.
    pub run: u32,
    /// Whether the tables are folded away.
    pub folded: bool,
    /// Fetches journal rows.
    pub fetch: Callback<RowsWanted>,
    /// Opens a tab.
    pub on_tab: Callback<&'static str>,
    /// Folds the tables away, or brings them back.
    pub on_fold: Callback<bool>,
    /// Wants other journal rows.
    pub on_filter: Callback<JournalFilter>,
    /// Goes to an event.
    pub on_seek: Callback<u32>,
    /// Goes to the last event at or before a moment.
    pub on_seek_moment: Callback<WallClock>,
    /// Chooses an account.
    pub on_select: Callback<Option<AccountId>>,
    /// Asks why a balance is what it is.
    pub on_why: Callback<(AccountId, bool)>,
}

/// The tables under the picture.
#[component]
pub fn TablesPanel(props: &TablesPanelProps) -> Html {
    let text = props.lang.text();
    let folded = props.folded;
    let on_select = {
        let (on_tab, on_fold) = (props.on_tab.clone(), props.on_fold.clone());
        Callback::from(move |id: &'static str| {
            if folded {
                on_fold.emit(false);
            }
            on_tab.emit(id);
        })
    };
    let onfold = props.on_fold.reform(move |_: MouseEvent| !folded);
    let fold = if folded {
        text.ledger.unfold
    } else {
        text.ledger.fold
    };
    let tab = props.tab.clone();
    html! {
        <section class="panel dock" aria-label={text.ledger.tables}>
            <div class="dock-head">
                <Tabs label={text.ledger.tables} items={items(props)} selected={tab.clone()} {on_select} />
                <span class="grow"></span>
                <button type="button" class="btn btn-small btn-icon btn-quiet dock-fold" aria-label={fold} title={fold}
                    aria-expanded={if folded { "false" } else { "true" }} onclick={onfold}>
                    <svg viewBox="0 0 16 16" aria-hidden="true"><path d={if folded { "M3 10l5-5 5 5-1 1-4-4-4 4z" } else { "M3 6l5 5 5-5-1-1-4 4-4-4z" }} /></svg>
                </button>
            </div>
            <div class="dock-body tabpanel" role="tabpanel" id={panel_id(&tab)} aria-labelledby={tab_id(&tab)}>
                {opened(props)}
            </div>
        </section>
    }
}

fn items(props: &TablesPanelProps) -> Vec<TabItem> {
    let text = props.lang.text();
    let expectations = &props.summary.expectations;
    let held = expectations.iter().filter(|row| row.holds).count();
    let count = |number: usize| Some(AttrValue::from(number.to_string()));
    let score = (!expectations.is_empty()).then(|| {
        let sign = if held == expectations.len() {
            "✓"
        } else {
            "✕"
        };
        AttrValue::from(format!("{held}/{} {sign}", expectations.len()))
    });
    let item = |id: &'static str, title: &'static str, count: Option<AttrValue>| TabItem {
        id,
        title: AttrValue::from(title),
        count,
        grave: None,
    };
    let found = props.risks.as_ref().map(|risks| &risks.found);
    let gravest = found.and_then(|found| found.first());
    let used = props.summary.accounts.iter().filter(|row| row.used).count();
    vec![
        item(JOURNAL, text.ledger.journal, None),
        item(BALANCES, text.ledger.balances, count(used)),
        item(
            BATCHES,
            text.settlement.heading,
            props.batches.as_ref().and_then(|rows| count(rows.len())),
        ),
        item(MIRRORS, text.mirrors.heading, None),
        item(EXPECTATIONS, text.expectations.heading, score),
        TabItem {
            grave: gravest.map(|risk| (risk.severity, AttrValue::from(risk.grave.clone()))),
            ..item(
                RISKS,
                text.risks.heading,
                found.and_then(|found| count(found.len())),
            )
        },
        item(FILES, text.files.heading, None),
    ]
}

fn opened(props: &TablesPanelProps) -> Html {
    let (lang, summary) = (props.lang, props.summary.clone());
    match props.tab.as_str() {
        BALANCES => html! {
            <BalancesPanel {lang} {summary} compared={props.compared.clone()} snapshot={props.snapshot.clone()} selected={props.selected} on_select={props.on_select.clone()}
                on_why={props.on_why.clone()} />
        },
        MIRRORS => html! {
            <MirrorsPanel {lang} {summary} event={props.event} run={props.run} on_seek={props.on_seek.clone()} />
        },
        BATCHES => html! {
            <SettlementPanel {lang} {summary} batches={props.batches.clone()} payouts={props.payouts.clone()}
                event={props.event} now={props.snapshot.as_ref().map(|snapshot| snapshot.at)} on_seek={props.on_seek.clone()} on_select={props.on_select.clone()} />
        },
        EXPECTATIONS => html! {
            <ExpectationsPanel {lang} {summary} on_seek_moment={props.on_seek_moment.clone()} on_select={props.on_select.clone()} />
        },
        RISKS => risks_panel(&RisksPanel {
            lang,
            summary: &summary,
            risks: props.risks.as_ref(),
            lit: props.lit,
            fixes: props.fixes.as_ref(),
            send: &props.send,
        }),
        FILES => html! { <FilesPanel {lang} {summary} run={props.run} /> },
        _ => html! {
            <LedgerPanel {lang} {summary} run={props.run} event={props.event} filter={props.filter} fetch={props.fetch.clone()}
                on_filter={props.on_filter.clone()} on_seek={props.on_seek.clone()} />
        },
    }
}
