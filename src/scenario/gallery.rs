//! The gallery: scenarios that ship with the program. Each is also a test case with its expectations.

/// A scenario of the gallery.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GalleryItem {
    /// Its id in links and file names.
    pub id: &'static str,
    /// Which question it answers.
    pub group: GalleryGroup,
    /// The document.
    pub text: &'static str,
}

/// Questions by which the gallery is sorted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum GalleryGroup {
    /// 日切: which day does a payment belong to, in whose book?
    DayCut,
    /// 结算: when does the money arrive?
    Settlement,
    /// 分账: who gets which part?
    Split,
    /// 二清: through whose hands does the money go?
    Clearing,
    /// 账单: what does a bill that was published come from?
    Bill,
}

/// A scenario in which nobody takes part yet.
pub const BLANK: &str = r#"{
  "format": "daycut/1",
  "title": { "zh": "未命名沙盘", "en": "Untitled scenario" },
  "starts": "2026-09-28T00:00:00",
  "days": 12
}"#;

/// All scenarios, in the order in which a newcomer should see them.
pub const GALLERY: &[GalleryItem] = &[
    GalleryItem {
        id: "cut-off-night",
        group: GalleryGroup::DayCut,
        text: include_str!("../../www/scenarios/cut-off-night.json"),
    },
    GalleryItem {
        id: "national-day-2018",
        group: GalleryGroup::Settlement,
        text: include_str!("../../www/scenarios/national-day-2018.json"),
    },
    GalleryItem {
        id: "refunds-over-cut",
        group: GalleryGroup::Settlement,
        text: include_str!("../../www/scenarios/refunds-over-cut.json"),
    },
    GalleryItem {
        id: "mall-sub-merchants",
        group: GalleryGroup::Split,
        text: include_str!("../../www/scenarios/mall-sub-merchants.json"),
    },
    GalleryItem {
        id: "mall-direct",
        group: GalleryGroup::Split,
        text: include_str!("../../www/scenarios/mall-direct.json"),
    },
    GalleryItem {
        id: "mall-pooled",
        group: GalleryGroup::Clearing,
        text: include_str!("../../www/scenarios/mall-pooled.json"),
    },
    GalleryItem {
        id: "batch-payout",
        group: GalleryGroup::Clearing,
        text: include_str!("../../www/scenarios/batch-payout.json"),
    },
    GalleryItem {
        id: "mall-cashier",
        group: GalleryGroup::Clearing,
        text: include_str!("../../www/scenarios/mall-cashier.json"),
    },
    GalleryItem {
        id: "split-everything",
        group: GalleryGroup::Clearing,
        text: include_str!("../../www/scenarios/split-everything.json"),
    },
    GalleryItem {
        id: "refund-from-another",
        group: GalleryGroup::Clearing,
        text: include_str!("../../www/scenarios/refund-from-another.json"),
    },
    GalleryItem {
        id: "published-bill",
        group: GalleryGroup::Bill,
        text: include_str!("../../www/scenarios/published-bill.json"),
    },
];
