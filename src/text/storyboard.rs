//! The words of showing a run to others: what each moment of the storyboard is called, and what stands around it.

use serde::{Deserialize, Serialize};

use crate::analysis::view::{BalanceRow, StoryMoment, Summary};
use crate::base::date::WallClock;
use crate::base::id::AccountId;
use crate::base::money::Money;

use super::Lang;
use super::lanes::account_title;
use super::timeline::happening;

/// Words of showing a run to others.
#[derive(Debug)]
pub struct StoryboardText {
    /// Starts it.
    pub present: &'static str,
    /// Ends it.
    pub leave: &'static str,
    /// Name of the strip of moments.
    pub heading: &'static str,
    /// To the moment before.
    pub previous: &'static str,
    /// To the next moment.
    pub next: &'static str,
    /// Moment n of N.
    pub moment_of: fn(usize, usize) -> String,
    /// Which keys do what.
    pub keys: &'static str,
    /// The moments are on their way.
    pub looking: &'static str,
    /// No account is in the light.
    pub no_account: &'static str,
}

/// 中文.
pub static ZH_CN: StoryboardText = StoryboardText {
    present: "演示",
    leave: "退出演示",
    heading: "故事板",
    previous: "上一步",
    next: "下一步",
    moment_of: |number, all| format!("第 {number} 步，共 {all} 步"),
    keys: "← → 或翻页键：上一步、下一步　空格：播放　Esc：退出",
    looking: "正在排故事板",
    no_account: "点图上的账户，看它的当前余额和上日余额",
};

/// English.
pub static EN: StoryboardText = StoryboardText {
    present: "Present",
    leave: "Leave",
    heading: "Storyboard",
    previous: "Previous",
    next: "Next",
    moment_of: |number, all| format!("Step {number} of {all}"),
    keys: "← → or Page keys: step · Space: play · Esc: leave",
    looking: "Setting up the storyboard",
    no_account: "Choose an account on the picture to see its two balances",
};

/// A moment of the storyboard in words.
#[cfg_attr(test, derive(ts_rs::TS))]
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ToldMoment {
    /// So many events have happened.
    pub event: u32,
    /// What it is called.
    pub title: String,
    /// When it is.
    pub at: WallClock,
    /// The account that it is about.
    pub account: Option<AccountId>,
    /// What that account is called.
    pub name: String,
    /// Its current balance before and after.
    pub current: [Money; 2],
    /// Its previous-day balance before and after.
    pub previous_day: [Money; 2],
}

/// The storyboard in words.
pub fn told(moments: Vec<StoryMoment>, summary: &Summary, lang: Lang) -> Vec<ToldMoment> {
    let end = summary.events;
    let told = |moment: StoryMoment| {
        let title = match (&moment.title, &moment.happened) {
            (Some(title), _) => lang.of(title).to_owned(),
            (None, Some(row)) if row.event == end => (words_end(lang)).to_owned(),
            (None, Some(row)) => happening(row, summary, lang),
            (None, None) => lang.text().timeline.nothing_yet.to_owned(),
        };
        let nothing = BalanceRow {
            current: Money::ZERO,
            previous_day: Money::ZERO,
        };
        let (before, after) = (
            moment.before.unwrap_or(nothing),
            moment.after.unwrap_or(nothing),
        );
        ToldMoment {
            event: moment.event,
            title,
            at: moment.at,
            account: moment.account,
            name: moment
                .account
                .map(|account| account_title(account, summary, lang))
                .unwrap_or_default(),
            current: [before.current, after.current],
            previous_day: [before.previous_day, after.previous_day],
        }
    };
    moments.into_iter().map(told).collect()
}

fn words_end(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => "全部到账之后",
        Lang::En => "After everything has arrived",
    }
}
