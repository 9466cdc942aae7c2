//! What each rule leans on, cited as the field cites it: full title, number, article in Chinese numerals, date, and
//! whether the text itself was compared.

use crate::analysis::rules::{Paper, Source, SourceDate, SourceStatus};

pub(super) fn zh(source: &Source) -> String {
    let title = match source.paper {
        Paper::Order768 => "《非银行支付机构监督管理条例》",
        Paper::Order4 => "《非银行支付机构监督管理条例实施细则》",
        Paper::Notice217 => "《关于进一步加强无证经营支付业务整治工作的通知》",
        Paper::Notice45 => "《关于持续提升收单服务水平规范和促进收单服务市场发展的指导意见》",
        Paper::Notice281 => "《关于规范支付创新业务的通知》",
        Paper::Notice209 => {
            "《关于将非银行支付机构网络支付业务由直连模式迁移至网联平台处理的通知》"
        }
        Paper::Acquiring9 => "《银行卡收单业务管理办法》",
        Paper::Custody1 => "《非银行支付机构客户备付金存管办法》",
        Paper::WechatSplitting => "渠道规则",
        Paper::Interpretation1 => {
            "《最高人民法院、最高人民检察院关于办理非法从事资金支付结算业务、非法买卖外汇刑事案件适用法律若干问题的解释》"
        }
        Paper::Talk2018 => "业内观点",
    };
    let place = match (source.article, source.paragraph) {
        (Some(article), Some(paragraph)) => {
            format!("第{}条第{}款", numeral(article), numeral(paragraph))
        }
        (Some(article), None) => format!("第{}条", numeral(article)),
        _ => String::new(),
    };
    let date = match source.paper.date() {
        SourceDate::InForce(date) => format!("{date} 起施行"),
        SourceDate::Of(date) => date.to_owned(),
    };
    let status = match source.paper.status() {
        SourceStatus::ReadInFull => "条文已核对",
        SourceStatus::PageRead => "渠道公开页面已核对",
        SourceStatus::ToBeConfirmed => "来源待核实",
        SourceStatus::Opinion => "仅为业内观点，不是规定",
    };
    format!(
        "{title} {}{place}（{date}；{status}）",
        source.paper.number()
    )
}

pub(super) fn en(source: &Source) -> String {
    let title = match source.paper {
        Paper::Order768 => "Regulation on the Supervision of Non-bank Payment Institutions",
        Paper::Order4 => "Its implementing rules",
        Paper::Notice217 => "Notice on unlicensed payment business",
        Paper::Notice45 => "Guiding opinions on acquiring services",
        Paper::Notice281 => "Notice on innovative payment services",
        Paper::Notice209 => "Notice on moving payments to the clearing institution",
        Paper::Acquiring9 => "Measures on bank card acquiring",
        Paper::Custody1 => {
            "Measures for the Custody of Client Reserves of Non-bank Payment Institutions"
        }
        Paper::WechatSplitting => "Rules of the channel",
        Paper::Interpretation1 => {
            "Interpretation of the Supreme People's Court and the Supreme People's Procuratorate on Criminal Cases of Illegal Fund Payment and Settlement and Illegal Foreign Exchange Trading"
        }
        Paper::Talk2018 => "A view from the trade",
    };
    let place = match (source.article, source.paragraph) {
        (Some(article), Some(paragraph)) => format!(", article {article} paragraph {paragraph}"),
        (Some(article), None) => format!(", article {article}"),
        _ => String::new(),
    };
    let date = match source.paper.date() {
        SourceDate::InForce(date) => format!("in force since {date}"),
        SourceDate::Of(date) => date.to_owned(),
    };
    let status = match source.paper.status() {
        SourceStatus::ReadInFull => "read in full",
        SourceStatus::PageRead => "the channel's public page, read",
        SourceStatus::ToBeConfirmed => "source to be confirmed",
        SourceStatus::Opinion => "an opinion, not a rule",
    };
    format!(
        "{title}, {}{place} ({date}; {status})",
        source.paper.number()
    )
}

/// A number below a hundred as articles of a law are numbered: `六`, `十二`, `四十七`.
fn numeral(number: u16) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |number: u16| DIGITS.get(usize::from(number)).copied().unwrap_or_default();
    let (tens, ones) = (number.div_euclid(10), number.rem_euclid(10));
    match tens {
        0 => digit(ones).to_owned(),
        1 => format!("十{}", digit(ones)),
        _ => format!("{}十{}", digit(tens), digit(ones)),
    }
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn articles_are_numbered_as_laws_number_them() {
        let told = [2, 6, 10, 12, 20, 27, 47, 68].map(numeral);
        assert_eq!(
            told,
            [
                "二",
                "六",
                "十",
                "十二",
                "二十",
                "二十七",
                "四十七",
                "六十八"
            ]
        );
    }
}
