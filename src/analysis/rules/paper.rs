//! What the rules lean on: laws, notices, a channel's own rules, opinions; each with its number, its date and
//! whether its text was read.

/// A document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Paper {
    /// 《非银行支付机构监督管理条例》.
    Order768,
    /// Its implementing rules (实施细则).
    Order4,
    /// On unlicensed payment business.
    Notice217,
    /// On acquiring services.
    Notice45,
    /// On innovative payment services.
    Notice281,
    /// On moving payments to the clearing institutions (断直连).
    Notice209,
    /// On acquiring (收单管理办法).
    Acquiring9,
    /// On the custody of reserves (备付金存管办法).
    Custody1,
    /// WeChat Pay on profit sharing.
    WechatSplitting,
    /// The two high courts on illegal fund settlement.
    Interpretation1,
    /// A talk among people of the trade.
    Talk2018,
}

/// How far a document may be relied on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SourceStatus {
    /// Its full text was read.
    ReadInFull,
    /// The channel's public page was read.
    PageRead,
    /// Only its title and number were seen; what it says is told by others.
    ToBeConfirmed,
    /// Somebody's opinion, which binds nobody.
    Opinion,
}

/// What the date of a document means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SourceDate {
    /// In force since this day.
    InForce(&'static str),
    /// Of this day, or year where no more is known.
    Of(&'static str),
}

/// A place in a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Source {
    /// The document.
    pub paper: Paper,
    /// Its article, if one is cited.
    pub article: Option<u16>,
    /// The paragraph of the article, if one is cited.
    pub paragraph: Option<u16>,
}

impl Source {
    pub(super) const fn of(paper: Paper) -> Source {
        Source {
            paper,
            article: None,
            paragraph: None,
        }
    }

    pub(super) const fn article(paper: Paper, article: u16) -> Source {
        Source {
            paper,
            article: Some(article),
            paragraph: None,
        }
    }

    pub(super) const fn paragraph(paper: Paper, article: u16, paragraph: u16) -> Source {
        Source {
            paper,
            article: Some(article),
            paragraph: Some(paragraph),
        }
    }
}

impl Paper {
    /// The number under which it is known, the same in every language.
    pub const fn number(self) -> &'static str {
        match self {
            Paper::Order768 => "国务院令第768号",
            Paper::Order4 => "中国人民银行令〔2024〕第4号",
            Paper::Notice217 => "银办发〔2017〕217号",
            Paper::Notice45 => "银发〔2017〕45号",
            Paper::Notice281 => "银发〔2017〕281号",
            Paper::Notice209 => "银支付〔2017〕209号",
            Paper::Acquiring9 => "中国人民银行公告〔2013〕第9号",
            Paper::Custody1 => "中国人民银行令〔2021〕第1号",
            Paper::WechatSplitting => "微信支付分账文档 chapter=26_4",
            Paper::Interpretation1 => "法释〔2019〕1号",
            Paper::Talk2018 => "业内分享《电商二清解决方案》",
        }
    }

    /// Its date.
    pub const fn date(self) -> SourceDate {
        match self {
            Paper::Order768 => SourceDate::InForce("2024-05-01"),
            Paper::Interpretation1 => SourceDate::InForce("2019-02-01"),
            Paper::Order4 => SourceDate::Of("2024"),
            Paper::Notice217 => SourceDate::Of("2017-11-13"),
            Paper::Notice45 | Paper::Notice281 | Paper::Notice209 => SourceDate::Of("2017"),
            Paper::Acquiring9 => SourceDate::Of("2013"),
            Paper::Custody1 => SourceDate::Of("2021"),
            Paper::WechatSplitting => SourceDate::Of("2026-01-30"),
            Paper::Talk2018 => SourceDate::Of("2018-10-05"),
        }
    }

    /// How far it may be relied on.
    pub const fn status(self) -> SourceStatus {
        match self {
            Paper::Order768 | Paper::Interpretation1 => SourceStatus::ReadInFull,
            Paper::WechatSplitting => SourceStatus::PageRead,
            Paper::Talk2018 => SourceStatus::Opinion,
            Paper::Order4
            | Paper::Notice217
            | Paper::Notice45
            | Paper::Notice281
            | Paper::Notice209
            | Paper::Acquiring9
            | Paper::Custody1 => SourceStatus::ToBeConfirmed,
        }
    }
}
