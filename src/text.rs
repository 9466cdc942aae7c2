//! Every sentence that a shell can say, in both languages. Data in, words out; a missing sentence does not compile.
//!
//! Panels receive a [`Lang`] and ask it for its text; there are no keys to misspell.

pub mod accounts;
pub mod codes;
pub mod compare;
mod durations;
pub mod edits;
pub mod expectations;
pub mod fields;
pub mod files;
pub mod findings;
pub mod frame;
pub mod gallery;
pub mod held;
pub mod lanes;
pub mod learn;
pub mod ledger;
pub mod mirrors;
pub mod model_panel;
pub mod notices;
pub mod pinning;
pub mod places;
pub mod printed;
pub mod problems;
pub mod risks;
pub mod settlement;
pub mod share;
pub mod storyboard;
pub mod terminal;
pub mod timeline;
pub mod usage;
pub mod why;
mod why_days;
mod why_legs;
mod why_reasons;

use crate::scenario::v1::Words;

/// A language of the page, not of the scenario: a link opens in the reader's language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Lang {
    /// 简体中文.
    #[default]
    ZhCn,
    /// English.
    En,
}

/// All sentences of one language, by area of the page.
#[derive(Debug)]
pub struct Text {
    /// Names of accounts, movements, events and parties.
    pub accounts: &'static accounts::AccountsText,
    /// What changes are called.
    pub edits: &'static edits::EditsText,
    /// Expectations.
    pub expectations: &'static expectations::ExpectationsText,
    /// Files of a run, and files that are opened.
    pub files: &'static files::FilesText,
    /// The frame around everything: bar, messages, run state, shortcuts.
    pub frame: &'static frame::FrameText,
    /// The gallery.
    pub gallery: &'static gallery::GalleryText,
    /// Others' money.
    pub held: &'static held::HeldText,
    /// The picture.
    pub lanes: &'static lanes::LanesText,
    /// Journal, balances and inspector.
    pub ledger: &'static ledger::LedgerText,
    /// Mirrors.
    pub mirrors: &'static mirrors::MirrorsText,
    /// The forms.
    pub model_panel: &'static model_panel::ModelPanelText,
    /// What has no effect in a scenario.
    pub notices: &'static notices::NoticesText,
    /// Pinning a run.
    pub pinning: &'static pinning::PinningText,
    /// What can be wrong with a scenario.
    pub problems: &'static problems::ProblemsText,
    /// Suspected risks.
    pub risks: &'static risks::RisksText,
    /// Batches and payouts.
    pub settlement: &'static settlement::SettlementText,
    /// Links.
    pub share: &'static share::ShareText,
    /// Showing a run to others.
    pub storyboard: &'static storyboard::StoryboardText,
    /// The command line.
    pub terminal: &'static terminal::TerminalText,
    /// The time axis.
    pub timeline: &'static timeline::TimelineText,
    /// Explanations.
    pub why: &'static why::WhyText,
}

static ZH_CN: Text = Text {
    accounts: &accounts::ZH_CN,
    edits: &edits::ZH_CN,
    expectations: &expectations::ZH_CN,
    files: &files::ZH_CN,
    frame: &frame::ZH_CN,
    gallery: &gallery::ZH_CN,
    held: &held::ZH_CN,
    lanes: &lanes::ZH_CN,
    ledger: &ledger::ZH_CN,
    mirrors: &mirrors::ZH_CN,
    model_panel: &model_panel::ZH_CN,
    notices: &notices::ZH_CN,
    pinning: &pinning::ZH_CN,
    problems: &problems::ZH_CN,
    risks: &risks::ZH_CN,
    settlement: &settlement::ZH_CN,
    share: &share::ZH_CN,
    storyboard: &storyboard::ZH_CN,
    terminal: &terminal::ZH_CN,
    timeline: &timeline::ZH_CN,
    why: &why::ZH_CN,
};

static EN: Text = Text {
    accounts: &accounts::EN,
    edits: &edits::EN,
    expectations: &expectations::EN,
    files: &files::EN,
    frame: &frame::EN,
    gallery: &gallery::EN,
    held: &held::EN,
    lanes: &lanes::EN,
    ledger: &ledger::EN,
    mirrors: &mirrors::EN,
    model_panel: &model_panel::EN,
    notices: &notices::EN,
    pinning: &pinning::EN,
    problems: &problems::EN,
    risks: &risks::EN,
    settlement: &settlement::EN,
    share: &share::EN,
    storyboard: &storyboard::EN,
    terminal: &terminal::EN,
    timeline: &timeline::EN,
    why: &why::EN,
};

impl Lang {
    /// All sentences of this language.
    pub fn text(self) -> &'static Text {
        match self {
            Lang::ZhCn => &ZH_CN,
            Lang::En => &EN,
        }
    }

    /// The author's words in this language.
    pub fn of(self, words: &Words) -> &str {
        match self {
            Lang::ZhCn => &words.zh,
            Lang::En => &words.en,
        }
    }

    /// The tag that a browser knows it by.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::ZhCn => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The language of a tag such as `en-GB` or `zh`; Chinese unless it starts with `en`.
    pub fn of_tag(tag: &str) -> Lang {
        let start = tag.get(..2).unwrap_or_default();
        if start.eq_ignore_ascii_case("en") {
            Lang::En
        } else {
            Lang::ZhCn
        }
    }

    /// The other language.
    pub const fn other(self) -> Lang {
        match self {
            Lang::ZhCn => Lang::En,
            Lang::En => Lang::ZhCn,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_browser_that_prefers_english_gets_english_and_every_other_chinese() {
        for (tag, lang) in [
            ("en", Lang::En),
            ("EN-gb", Lang::En),
            ("zh-CN", Lang::ZhCn),
            ("de", Lang::ZhCn),
            ("", Lang::ZhCn),
            ("é", Lang::ZhCn),
        ] {
            assert_eq!(Lang::of_tag(tag), lang, "{tag:?}");
        }
    }
}
