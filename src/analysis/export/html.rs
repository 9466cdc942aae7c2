//! A document for paper as one self-contained HTML file: headings, sentences, tables and a picture.
//!
//! Nothing in it runs and nothing is fetched. The one style sheet is the same in every file, so that a page with
//! a content security policy can allow exactly this one by its digest. Every free text passes `escape`, which is
//! that of XML.

use std::fmt::Write as _;

use crate::analysis::lanes::svg;

/// A document.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sheet {
    /// Tag of its language.
    pub lang: &'static str,
    /// Its name.
    pub title: String,
    /// What stands below the name.
    pub subtitle: String,
    /// Everything else, in order.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Begins a chapter.
    Chapter(String),
    /// Begins a section of a chapter.
    Section(String),
    /// A paragraph.
    Text(String),
    /// A paragraph that stands back.
    Note(String),
    /// Sentences, one behind the other.
    List(Vec<String>),
    /// Words and what they mean.
    Terms(Vec<(String, String)>),
    /// Figures with their names, large.
    Figures(Vec<(String, String)>),
    /// A table.
    Table(Table),
    /// Narrow tables, two beside each other.
    Beside(Vec<Table>),
    /// A picture, as `lanes::svg::inside` draws it.
    Picture(String),
    /// Parts on a page of their own, across the paper.
    Across(Vec<Part>),
    /// A long text without blanks, such as a link.
    Code(String),
}

/// A table: names on the left, figures on the right of their cells.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    /// What it is about; nothing where the heading above says it.
    pub caption: String,
    /// The heads of its columns, and whether they hold figures.
    pub columns: Vec<(String, bool)>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// The sum of them, where there is one.
    pub sum: Vec<String>,
}

/// How the document looks on paper. On a screen it looks like that paper; on one that is narrower, wide tables and
/// the picture are moved sideways in their own frames. A short table is not torn, and a heading keeps what it heads.
const STYLE: &str = "\
@page{size:A4;margin:16mm 14mm 18mm}
@page{@bottom-left{content:\"Daycut 清结算沙盘\";font:8pt sans-serif;color:#59636e}\
@bottom-right{content:counter(page) \" / \" counter(pages);font:8pt sans-serif;color:#59636e}}
@page wide{size:A4 landscape}
:root{color-scheme:light}
*{box-sizing:border-box}
html{background:#fff;color:#1f2328}
body{max-width:182mm;margin:0 auto;padding:8mm 0;font:9.5pt/1.5 -apple-system,\"PingFang SC\",\
\"HarmonyOS Sans SC\",MiSans,\"Microsoft YaHei\",\"Noto Sans CJK SC\",\"WenQuanYi Micro Hei\",sans-serif;\
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1{font-size:19pt;line-height:1.3;margin:0 0 1mm}
h2{font-size:13pt;margin:8mm 0 2mm;padding-bottom:1mm;border-bottom:1.2pt solid #1f2328;break-after:avoid}
h3{font-size:10.5pt;margin:5mm 0 1.5mm;break-after:avoid}
p{margin:0 0 2mm;orphans:3;widows:3}
h2+p,h3+p{break-after:avoid}
.second{color:#59636e}
ul{margin:0 0 2mm;padding-left:5mm;break-inside:avoid}
.figures{display:grid;grid-template-columns:repeat(4,1fr);gap:2mm;margin:4mm 0}
.figures div{border:.6pt solid #c3ccd6;border-radius:1.5mm;padding:2mm 2.5mm;break-inside:avoid}
.figures b{display:block;font-size:12.5pt;font-weight:600;line-height:1.35}
.figures span{display:block;color:#59636e;font-size:8pt}
th::first-letter,.figures span::first-letter{text-transform:uppercase}
table{width:100%;border-collapse:collapse;margin:0 0 4mm;font-size:8.5pt;line-height:1.4}
caption{text-align:left;font-weight:600;padding:1mm 0;break-after:avoid}
thead{display:table-header-group}
tr,table:not(:has(tr:nth-child(13))){break-inside:avoid}
tbody tr:nth-child(-n+2):not(:nth-last-child(-n+2)){break-after:avoid}
tbody tr:nth-last-child(-n+2):not(:nth-child(-n+2)){break-before:avoid}
th{text-align:left;font-weight:600;vertical-align:bottom;border-bottom:1pt solid #1f2328;background:#f6f8fa}
th,td{padding:.9mm 1.6mm;min-width:15mm}
td{vertical-align:top;border-bottom:.5pt solid #d1d9e0}
.n{text-align:right;white-space:nowrap;overflow-wrap:normal}
.s{white-space:nowrap}
th.n{white-space:normal}
.zero{color:#6a737d}
.beside{columns:2;column-gap:8mm}
.beside table{margin-bottom:5mm;break-inside:avoid}
tr.sum td{font-weight:600;border-top:1pt solid #1f2328}
dl{margin:0 0 3mm;columns:2;column-gap:8mm}
dt{font-weight:600;break-after:avoid}
dd{margin:0 0 1.5mm;break-inside:avoid}
.across{page:wide;break-before:page;break-after:page}
.across>h2{margin-top:0}
figure{margin:0}
figure svg{display:block;width:100%;height:auto;max-height:150mm}
code{display:block;font:8pt/1.5 ui-monospace,Consolas,monospace;background:#f6f8fa;padding:2mm;margin:0 0 3mm}
@media screen{body{padding:8mm 4mm;max-width:190mm}.wide,figure{overflow-x:auto}}
@media screen and (max-width:190mm){.figures{grid-template-columns:1fr 1fr}.beside,dl{columns:1}\
th,td{min-width:20mm}figure svg{width:auto;max-height:none;height:110mm}}
@media print{body{max-width:none;padding:0}html{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
";

/// The whole style sheet, as it stands between the style tags.
pub(crate) fn style() -> String {
    format!("\n{STYLE}{}", svg::STYLE)
}

/// The document as a file.
pub(crate) fn page(sheet: &Sheet) -> String {
    let (title, subtitle) = (escape(&sheet.title), escape(&sheet.subtitle));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p class=\"second\">{subtitle}</p>\n",
        escape(sheet.lang),
        style()
    );
    for part in &sheet.parts {
        put(part, &mut out);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn escape(text: &str) -> String {
    svg::escape(text)
}

fn put(part: &Part, out: &mut String) {
    match part {
        Part::Chapter(text) => line(out, "h2", "", text),
        Part::Section(text) => line(out, "h3", "", text),
        Part::Text(text) => line(out, "p", "", text),
        Part::Note(text) => line(out, "p", "second", text),
        Part::Code(text) => line(out, "code", "", text),
        Part::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                line(out, "li", "", item);
            }
            out.push_str("</ul>\n");
        }
        Part::Terms(terms) => {
            out.push_str("<dl>\n");
            for (word, meaning) in terms {
                line(out, "dt", "", word);
                line(out, "dd", "", meaning);
            }
            out.push_str("</dl>\n");
        }
        Part::Figures(figures) => {
            out.push_str("<div class=\"figures\">\n");
            for (name, figure) in figures {
                let (name, figure) = (escape(name), escape(figure));
                add(
                    out,
                    format_args!("<div><b>{figure}</b><span>{name}</span></div>\n"),
                );
            }
            out.push_str("</div>\n");
        }
        Part::Table(table) => put_table(table, out),
        Part::Beside(tables) => {
            out.push_str("<div class=\"beside\">\n");
            for table in tables {
                put_table(table, out);
            }
            out.push_str("</div>\n");
        }
        Part::Picture(picture) => {
            add(
                out,
                format_args!("<figure tabindex=\"0\">\n{picture}</figure>\n"),
            );
        }
        Part::Across(parts) => {
            out.push_str("<div class=\"across\">\n");
            for part in parts {
                put(part, out);
            }
            out.push_str("</div>\n");
        }
    }
}

fn line(out: &mut String, element: &str, class: &str, text: &str) {
    let class = match class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    let text = escape(text);
    add(out, format_args!("<{element}{class}>{text}</{element}>\n"));
}

fn put_table(table: &Table, out: &mut String) {
    out.push_str("<div class=\"wide\" tabindex=\"0\">\n<table>\n");
    if !table.caption.is_empty() {
        line(out, "caption", "", &table.caption);
    }
    out.push_str("<thead><tr>");
    for (head, is_figure) in &table.columns {
        cell(out, "th", *is_figure, head);
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        put_row(table, row, "", out);
    }
    if !table.sum.is_empty() {
        put_row(table, &table.sum, " class=\"sum\"", out);
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn put_row(table: &Table, row: &[String], class: &str, out: &mut String) {
    add(out, format_args!("<tr{class}>"));
    for ((_, is_figure), text) in table.columns.iter().zip(row) {
        cell(out, "td", *is_figure, text);
    }
    out.push_str("</tr>\n");
}

fn cell(out: &mut String, element: &str, is_figure: bool, text: &str) {
    let class = match (is_figure, text) {
        (true, "0" | "0.00") => " class=\"n zero\"",
        (true, _) => " class=\"n\"",
        (false, text) if element == "td" && is_short(text) => " class=\"s\"",
        (false, _) => "",
    };
    let scope = if element == "th" {
        " scope=\"col\""
    } else {
        ""
    };
    let text = escape(text);
    add(
        out,
        format_args!("<{element}{scope}{class}>{text}</{element}>"),
    );
}

/// A date, a cycle, a short id: what is torn at a hyphen is hard to read.
fn is_short(text: &str) -> bool {
    text.is_ascii() && (1..=10).contains(&text.len())
}

fn add(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a text cannot fail.
    out.write_fmt(text).unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_free_text_becomes_an_element() {
        let evil = "</td><script>alert('1')</script>&\"".to_owned();
        let table = Table {
            caption: evil.clone(),
            columns: vec![(evil.clone(), false), (evil.clone(), true)],
            rows: vec![vec![evil.clone(), evil.clone()]],
            sum: vec![evil.clone(), evil.clone()],
        };
        let pair = vec![(evil.clone(), evil.clone())];
        let sheet = Sheet {
            lang: "en",
            title: evil.clone(),
            subtitle: evil.clone(),
            parts: vec![
                Part::Chapter(evil.clone()),
                Part::Section(evil.clone()),
                Part::Text(evil.clone()),
                Part::Note(evil.clone()),
                Part::Code(evil.clone()),
                Part::List(vec![evil.clone()]),
                Part::Terms(pair.clone()),
                Part::Figures(pair),
                Part::Table(table),
            ],
        };
        let written = page(&sheet);
        assert!(!written.contains("<script"), "{written}");
        let told = "&lt;/td&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;";
        assert_eq!(written.matches(told).count(), 20);
    }

    #[test]
    fn nothing_is_fetched_and_nothing_runs() {
        let written = page(&Sheet::default());
        for word in [
            "http:", "https:", "url(", "@import", "<script", "<link", " on",
        ] {
            assert!(!style().contains(word) || word == " on", "{word}");
            assert!(!written.contains(word) || word == " on", "{word}");
        }
    }
}
